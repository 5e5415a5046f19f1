//! `fasih align`, as it is run.

use std::{fs, path::Path, process::Output};

use assert_cmd::Command;

const ENGLISH: &str = "The minister arrived in Cairo on Monday. The police closed twelve bridges over the river & searched every car.\n\nThe talks begin on Friday.\n";
const ARABIC: &str = "وصل الوزير إلى القاهرة يوم الاثنين.\n\nوتبدأ المحادثات يوم الجمعة.\n";

fn align(folder: &Path, arguments: &[&str]) -> Output {
    fs::write(folder.join("a.en.txt"), ENGLISH).unwrap();
    fs::write(folder.join("a.ar.txt"), ARABIC).unwrap();
    let mut command = Command::cargo_bin("fasih").unwrap();
    command.current_dir(folder).arg("align").args(arguments);
    command.output().unwrap()
}

#[track_caller]
fn printed(form: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let ran = align(folder.path(), &["--format", form, "a.en.txt", "a.ar.txt"]);
    assert!(ran.status.success(), "{ran:?}");
    String::from_utf8(ran.stdout).unwrap()
}

#[test]
fn pairs_are_printed_as_a_table() {
    insta::assert_snapshot!(printed("tsv"));
}

#[test]
fn pairs_are_printed_for_programs() {
    insta::assert_snapshot!(printed("json"));
}

#[test]
fn pairs_are_printed_as_a_translation_memory() {
    insta::assert_snapshot!(printed("tmx"));
}

#[test]
fn a_file_that_is_not_there_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let ran = align(folder.path(), &["a.en.txt", "b.ar.txt"]);
    assert_eq!(ran.status.code(), Some(2));
    let stderr = String::from_utf8(ran.stderr).unwrap();
    assert!(stderr.contains("b.ar.txt"), "{stderr}");
}
