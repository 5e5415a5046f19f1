//! `fasih transliterate` as its users run it, and what the model behind it was trained on and reaches.

use std::{
    collections::BTreeSet,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

#[path = "../src/names/letters.rs"]
#[allow(dead_code)]
mod letters;
#[path = "../training/graphone/src/pairs.rs"]
#[allow(dead_code)]
mod pairs;

/// What the program did.
struct Ran {
    status: i32,
    stdout: String,
    stderr: String,
}

fn run(args: &[&str], stdin: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fasih"))
        .arg("transliterate")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let bytes = stdin.to_vec();
    let writer = std::thread::spawn(move || pipe.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    // A program that reads no standard input closes it.
    let _ = writer.join().unwrap();
    Ran {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn names_are_arguments_or_lines() {
    let by_arguments = run(&["--top", "2", "Witkoff", "Karoline Leavitt"], b"");
    let by_lines = run(&["--top", "2"], b"Witkoff\nKaroline Leavitt\n");
    let by_dash = run(
        &["--top", "2", "-"],
        "\u{FEFF}Witkoff\r\nKaroline Leavitt".as_bytes(),
    );
    assert_eq!(by_arguments.stdout, by_lines.stdout);
    assert_eq!(by_arguments.stdout, by_dash.stdout);
    assert_eq!((by_lines.status, by_lines.stderr.as_str()), (0, ""));
    let rows: Vec<Vec<&str>> = by_lines
        .stdout
        .lines()
        .map(|it| it.split('\t').collect())
        .collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0][..2], ["Witkoff", "ويتكوف"]);
    assert!(
        rows.iter().all(|it| (2..=3).contains(&it.len())),
        "{rows:?}"
    );
}

#[test]
fn the_gazetteer_comes_before_the_model() {
    let first = |args: &[&str]| {
        let ran = run(args, b"");
        ran.stdout
            .trim_end()
            .split('\t')
            .nth(1)
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(first(&["Donald Trump"]), "دونالد ترامب");
    assert_eq!(first(&["netanyahu"]), "نتنياهو");
    assert!(first(&["Zyxander Trump"]).ends_with(" ترامب"));
    assert_ne!(first(&["--no-glossary", "netanyahu"]), "");
}

#[test]
fn json_tells_where_a_spelling_comes_from() {
    let ran = run(&["--format", "json", "Donald Trump", "Zyxander"], b"");
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let first = |n: usize| &json[n]["candidates"][0];
    assert_eq!(json[0]["name"], "Donald Trump");
    assert_eq!(first(0)["from"], "gazetteer");
    assert_eq!(first(0)["entry"], "donald-trump");
    assert_eq!(first(1)["from"], "model");
    let score = first(1)["score"].as_f64().unwrap();
    assert!((0.0..=1.0).contains(&score));
    let nothing = run(&["--format", "json"], b"");
    let json: serde_json::Value = serde_json::from_str(&nothing.stdout).unwrap();
    assert_eq!(json, serde_json::json!([]));
}

#[test]
fn what_cannot_be_spelt_keeps_its_line_and_is_told() {
    let input = "Witkoff\n\n🙂\nПутин\nJoly\n";
    let ran = run(&["--top", "1", "--no-glossary", "-"], input.as_bytes());
    assert_eq!(ran.status, 2);
    let rows: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(rows.len(), 5, "{}", ran.stdout);
    assert_eq!(rows[2..4], ["🙂\t", "Путин\t"]);
    assert!(rows[4].starts_with("Joly\t"));
    for line in ["<stdin>:2", "<stdin>:3", "<stdin>:4", "`Путин`"] {
        assert!(ran.stderr.contains(line), "{}", ran.stderr);
    }
    assert_eq!(run(&["ترامب"], b"").status, 2);
    assert_eq!(run(&[""], b"").status, 2);
    assert_eq!(run(&["--top", "0", "Joly"], b"").status, 2);
    let invalid = run(&["-"], b"Joly\n\xff\xfe\n");
    assert_eq!(invalid.status, 2);
    assert!(invalid.stderr.contains("<stdin>:2"), "{}", invalid.stderr);
}

#[test]
fn the_longest_input_takes_bounded_time() {
    let began = Instant::now();
    let letters = "k".repeat(10_000);
    let words = "bin Ladenov ".repeat(2_000);
    let ran = run(
        &["--no-glossary", &letters, &words, &"🙂".repeat(10_000)],
        b"",
    );
    assert_eq!(ran.status, 2);
    assert_eq!(ran.stdout.lines().count(), 3);
    assert!(
        began.elapsed() < Duration::from_secs(10),
        "{:?}",
        began.elapsed()
    );
}

/// The pairs of names beside the project; without them there is nothing to compare with.
fn names() -> Option<PathBuf> {
    let names = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/names");
    if names.is_dir() {
        return Some(names);
    }
    let required = std::env::var_os("FASIH_REQUIRE_ALL").is_some_and(|it| it == "1");
    assert!(!required, "{} is not there", names.display());
    eprintln!("skipped: {} is not there", names.display());
    None
}

#[test]
fn nothing_was_trained_on_that_stands_in_a_dev_file() {
    let Some(names) = names() else { return };
    let pairs = pairs::training_pairs(&names).unwrap();
    assert!(pairs.len() > 40_000);
    // The shipped weights carry the number of the list they were trained on.
    assert_eq!(
        fasih::names::fingerprints(),
        [pairs::fingerprint(&pairs); 4]
    );
    let fold = |name: &str| {
        let mut fold = String::new();
        fasih::arabic::fold_latin(name, &mut fold);
        fold
    };
    let mut held_out = BTreeSet::new();
    for file in ["wikidata_dev.tsv", "wikipedia_dev.tsv"] {
        for line in fs::read_to_string(names.join(file)).unwrap().lines() {
            let name = line.split('\t').next().unwrap();
            held_out.extend([name.to_owned(), fold(name), pairs::plain(name)]);
        }
    }
    let leaked: Vec<&str> = pairs
        .iter()
        .map(|it| it.name.as_str())
        .filter(|it| {
            held_out.contains(*it)
                || held_out.contains(&fold(it))
                || held_out.contains(&pairs::plain(it))
        })
        .collect();
    assert_eq!(leaked, [""; 0]);
}

/// Exact first spellings among names of a dev file that no train file has, in per cent. Every
/// `step`th is taken: unoptimised, the model takes its time.
#[allow(clippy::cast_precision_loss)]
fn exact(file: &str, step: usize) -> Option<f64> {
    let names = names()?;
    let mut seen = BTreeSet::new();
    for file in ["wikidata_train.tsv", "wikipedia_train.tsv"] {
        seen.extend(
            pairs::read(&names.join(file))
                .unwrap()
                .into_iter()
                .map(|it| it.0),
        );
    }
    let dev = pairs::read(&names.join(file)).unwrap();
    let dev: Vec<_> = dev
        .iter()
        .filter(|it| !seen.contains(&it.0))
        .step_by(step)
        .collect();
    let input: String = dev.iter().map(|it| it.0.clone() + "\n").collect();
    let ran = run(&["--no-glossary", "--top", "1", "-"], input.as_bytes());
    let rows = ran.stdout.lines().map(|it| it.split('\t').nth(1));
    let right = rows
        .zip(&dev)
        .filter(|(row, pair)| *row == Some(pair.1.as_str()))
        .count();
    Some(100.0 * right as f64 / dev.len() as f64)
}

#[test]
fn the_model_spells_unseen_names() {
    // `../shared/names/score.py` gives the figures of all of them; a sample tells that the weights
    // and the program belong together.
    if let Some(exact) = exact("wikidata_dev.tsv", 60) {
        eprintln!("wikidata dev, unseen, every 60th: {exact:.1} % exact");
        assert!(exact > 45.0, "{exact}");
    }
    if let Some(exact) = exact("wikipedia_dev.tsv", 4) {
        eprintln!("wikipedia dev, unseen, every 4th: {exact:.1} % exact");
        assert!(exact > 45.0, "{exact}");
    }
}
