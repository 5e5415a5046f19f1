//! What keeps glossaries safe on a disk and among other programs: git merges them, writers that are killed or
//! meet leave them whole, large ones are kept compiled, and translate-toolkit reads what is exported.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Stdio},
    time::Instant,
};

use insta::assert_snapshot;
use tempfile::TempDir;

const DESK: &str = "# the desk's own\ntitle: Desk\nkind: term\nentries:\n  - id: sovereign-fund\n    en: sovereign fund\n    ar: صندوق سيادي\n    # sic\n    note: as the ministry has it\n";

const CHANGED: &str = "title: Desk\nkind: term\nentries:\n  - id: truce\n    en: truce\n    ar: هدنة\n  - id: sovereign-fund\n    ar: صندوق ثروة سيادي\n    en: sovereign fund\n    also: [صندوق الدولة]\n    note: as the ministry has it\n";

/// A folder with files in it, in which the program is run.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new(files: &[(&str, &str)]) -> Desk {
        let desk = Desk {
            folder: tempfile::tempdir().unwrap(),
        };
        for (name, text) in files {
            let path = desk.path(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fasih"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env("FASIH_CACHE", self.path(".cache"))
            .env("NO_COLOR", "1");
        command
    }

    /// What the program printed and its status, for a snapshot.
    fn run_with(&self, args: &[&str], stdin: &str) -> String {
        let mut command = assert_cmd::Command::from_std(self.command(args));
        let output = command.write_stdin(stdin).output().unwrap();
        let text = |bytes: &[u8]| shown(std::str::from_utf8(bytes).unwrap());
        let mut all = text(&output.stdout);
        if !output.stderr.is_empty() {
            all += &format!("--- stderr\n{}", text(&output.stderr));
        }
        all + &format!("--- status {}", output.status.code().unwrap())
    }

    fn run(&self, args: &[&str]) -> String {
        self.run_with(args, "")
    }

    #[track_caller]
    fn does(&self, args: &[&str]) {
        let said = self.run(args);
        assert!(said.ends_with("--- status 0"), "{args:?}\n{said}");
    }
}

/// What a screen does not show, made visible.
fn shown(text: &str) -> String {
    text.replace('\u{2068}', "⟦").replace('\u{2069}', "⟧")
}

fn git(desk: &Desk, args: &[&str]) -> bool {
    let output = Command::new("git")
        .args(["-c", "user.name=t", "-c", "user.email=t@example.org"])
        .args(args)
        .current_dir(desk.folder.path())
        .output();
    output.is_ok_and(|it| it.status.success())
}

#[test]
fn git_merges_glossaries_by_entry() {
    let desk = Desk::new(&[
        ("desk.yaml", DESK),
        (".gitattributes", "*.yaml merge=fasih\n"),
    ]);
    if !git(&desk, &["init", "-q", "-b", "main"]) {
        let required = std::env::var_os("FASIH_REQUIRE_ALL").is_some();
        assert!(!required, "git is needed");
        eprintln!("skipped: git is not here");
        return;
    }
    let driver = format!(
        "{} glossary merge %O %A %B --marker-size %L --name %P",
        env!("CARGO_BIN_EXE_fasih")
    );
    assert!(git(&desk, &["config", "merge.fasih.driver", &driver]));
    let commit =
        |desk: &Desk| assert!(git(desk, &["add", "-A"]) && git(desk, &["commit", "-q", "-m", "x"]));
    commit(&desk);
    assert!(git(&desk, &["checkout", "-q", "-b", "theirs"]));
    fs::write(
        desk.path("desk.yaml"),
        DESK.replace("سيادي", "ثروة") + "  - id: truce\n    ar: هدنة\n",
    )
    .unwrap();
    commit(&desk);
    assert!(git(&desk, &["checkout", "-q", "main"]));
    fs::write(
        desk.path("desk.yaml"),
        DESK.replace("as the", "what the") + "  - id: armistice\n    ar: هدنة دائمة\n",
    )
    .unwrap();
    commit(&desk);
    // Git itself would see one conflict: both added lines at the end.
    assert!(git(&desk, &["merge", "-q", "-m", "merged", "theirs"]));
    assert_snapshot!(desk.text("desk.yaml"));
    let before = desk.run(&["glossary", "diff", "HEAD~1:desk.yaml", "desk.yaml"]);
    assert_snapshot!(before);
    // One field, changed by both.
    assert!(git(&desk, &["checkout", "-q", "theirs"]));
    fs::write(desk.path("desk.yaml"), DESK.replace("as the", "how the")).unwrap();
    commit(&desk);
    assert!(git(&desk, &["checkout", "-q", "main"]));
    assert!(!git(&desk, &["merge", "-q", "theirs"]));
    assert_eq!(
        desk.text("desk.yaml").matches("<<<<<<< ours").count(),
        1,
        "{}",
        desk.text("desk.yaml")
    );
}

#[test]
fn a_merge_that_cannot_be_done_leaves_ours() {
    let desk = Desk::new(&[("b.yaml", DESK), ("o.yaml", DESK), ("t.yaml", "entries: [")]);
    let said = desk.run(&["glossary", "merge", "b.yaml", "o.yaml", "t.yaml"]);
    assert!(said.ends_with("--- status 129"), "{said}");
    assert_eq!(desk.text("o.yaml"), DESK);
}

/// The bytes of a glossary of `count` terms.
fn large(count: usize) -> String {
    let mut yaml = "title: Large\nkind: term\nentries:\n".to_owned();
    for number in 0..count {
        yaml += &format!(
            "  - id: term-{number:06}\n    en: term {number}\n    ar: مصطلح رقم {number}\n"
        );
    }
    yaml
}

#[test]
fn a_killed_writer_leaves_the_old_file_or_the_new() {
    let desk = Desk::new(&[("desk.yaml", &large(2000))]);
    // The moments in which it is killed lie around the end of a run, where it writes.
    let start = Instant::now();
    desk.does(&[
        "glossary",
        "add",
        "--to",
        "desk.yaml",
        "--id",
        "first",
        "--en",
        "first",
        "--ar",
        "أول",
    ]);
    let whole_run = start.elapsed();
    for number in 0..12u32 {
        let id = format!("new-{number}");
        let before = desk.text("desk.yaml");
        let mut child = desk
            .command(&[
                "glossary",
                "add",
                "--to",
                "desk.yaml",
                "--id",
                &id,
                "--en",
                &id,
                "--ar",
                "كلمة",
            ])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(whole_run.mul_f64(0.4 + f64::from(number) * 0.06));
        child.kill().unwrap();
        child.wait().unwrap();
        let after = desk.text("desk.yaml");
        let whole = after == before
            || after.matches("- id: ").count() == before.matches("- id: ").count() + 1;
        assert!(whole && after.ends_with('\n'), "run {number}");
    }
    // What the killed ones left is gone after the next that is not.
    desk.does(&[
        "glossary",
        "add",
        "--to",
        "desk.yaml",
        "--id",
        "last",
        "--en",
        "last",
        "--ar",
        "آخر",
    ]);
    let left = fs::read_dir(desk.folder.path()).unwrap().flatten();
    let left: Vec<_> = left
        .filter(|it| it.file_name().to_string_lossy().starts_with(".fasih-"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn writers_at_one_time_do_not_mix() {
    let desk = Desk::new(&[("desk.yaml", DESK)]);
    let mut children: Vec<_> = (0..6)
        .map(|number| {
            let id = format!("new-{number}");
            let args = [
                "glossary",
                "add",
                "--to",
                "desk.yaml",
                "--id",
                &id,
                "--en",
                &id,
                "--ar",
                "كلمة",
            ];
            desk.command(&args).stdout(Stdio::null()).spawn().unwrap()
        })
        .collect();
    assert!(children.iter_mut().all(|it| it.wait().unwrap().success()));
    let text = desk.text("desk.yaml");
    assert!(
        (0..6).all(|it| text.contains(&format!("- id: new-{it}\n"))),
        "{text}"
    );
}

#[test]
fn a_large_termbase_is_imported_and_its_glossary_kept_compiled() {
    let count = 100_000;
    let mut tbx = "<martif type=\"TBX-Basic\"><text><body>".to_owned();
    for number in 0..count {
        tbx += &format!(
            "<termEntry id=\"t-{number}\"><langSet xml:lang=\"en\"><tig><term>term {number}</term></tig></langSet><langSet xml:lang=\"ar\"><tig><term>مصطلح رقم {number}</term></tig></langSet></termEntry>\n"
        );
    }
    tbx += "</body></text></martif>";
    let desk = Desk::new(&[("large.tbx", &tbx), ("a.txt", "خبر عاجل\n")]);
    desk.does(&["glossary", "import", "large.tbx", "--to", "large.yaml"]);
    assert_eq!(desk.text("large.yaml").matches("- id: ").count(), count);
    let timed = |args: &[&str]| {
        let start = Instant::now();
        desk.does(args);
        start.elapsed()
    };
    let check = ["check", "--no-config", "--glossary", "large.yaml", "a.txt"];
    let without = timed(&["check", "--no-config", "a.txt"]);
    let first = timed(&check).saturating_sub(without);
    let again = (0..3)
        .map(|_| timed(&check))
        .min()
        .unwrap()
        .saturating_sub(without);
    // What decodes the tables is not optimised in a debug build.
    let share = if cfg!(debug_assertions) { 5 } else { 10 };
    assert!(
        again * share <= first,
        "parsed in {first:?}, loaded in {again:?}"
    );
    // A change is seen, and a damaged or missing cache does no harm.
    for entry in fs::read_dir(desk.path(".cache")).unwrap().flatten() {
        fs::write(entry.path(), "damaged").unwrap();
    }
    desk.does(&check);
    fs::remove_dir_all(desk.path(".cache")).unwrap();
    let wrong = desk.text("large.yaml").replacen("ar: ", "arr: ", 1);
    fs::write(desk.path("large.yaml"), wrong).unwrap();
    assert!(desk.run(&check).ends_with("status 2"));
}

#[test]
fn translate_toolkit_reads_what_is_exported() {
    let required = std::env::var_os("FASIH_REQUIRE_ALL").is_some();
    let python = std::env::var("FASIH_TRANSLATE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let here = Command::new(&python)
        .args(["-c", "import translate.storage.tbx"])
        .output();
    if !here.is_ok_and(|it| it.status.success()) {
        assert!(
            !required,
            "translate-toolkit is needed; FASIH_TRANSLATE_PYTHON names a Python that has it"
        );
        eprintln!("skipped: translate-toolkit is not here");
        return;
    }
    let desk = Desk::new(&[("desk.yaml", CHANGED)]);
    desk.does(&[
        "glossary",
        "export",
        "desk.yaml",
        "--to",
        "a.tbx",
        "--form",
        "tbx2",
    ]);
    desk.does(&["glossary", "export", "desk.yaml", "--to", "a.csv"]);
    let script = "import sys\nfrom translate.storage import factory\nfor path in sys.argv[1:]:\n    for unit in factory.getobject(path).units:\n        print(unit.source, '=', unit.target)\n";
    let output = Command::new(&python)
        .args(["-c", script, "a.tbx", "a.csv"])
        .env("PYTHONIOENCODING", "utf-8")
        .current_dir(desk.folder.path())
        .output()
        .unwrap();
    let read = String::from_utf8_lossy(&output.stdout);
    let terms = "truce = هدنة\nsovereign fund = صندوق ثروة سيادي\n";
    assert_eq!(
        read,
        terms.repeat(2),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
