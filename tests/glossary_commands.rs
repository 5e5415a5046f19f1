//! `fasih glossary` as a terminologist runs it: what is told, what is written, and what is not touched.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use fasih::{
    bundled,
    glossary::{Glossaries, Vocabulary, compile, load},
    keeping::{
        format::{format, says_the_same},
        lint::{Written, lint},
    },
};
use insta::assert_snapshot;
use tempfile::TempDir;

/// A folder with copies of our small glossaries, in which the program is run.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/glossaries");
        for file in fs::read_dir(data).unwrap() {
            let path = file.unwrap().path();
            fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
        }
        Desk { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// What `fasih glossary` prints and ends with.
    fn run(&self, args: &str) -> String {
        self.answer(args, "")
    }

    fn answer(&self, args: &str, input: &str) -> String {
        let mut child = Command::new(env!("CARGO_BIN_EXE_fasih"))
            .arg("glossary")
            .args(args.split(' '))
            .current_dir(self.folder.path())
            .env_remove("CLICOLOR_FORCE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // A command that asks nothing has ended already.
        let _ = std::io::Write::write_all(&mut stdin, input.as_bytes());
        drop(stdin);
        let ran = child.wait_with_output().unwrap();
        let text = |it: Vec<u8>| String::from_utf8(it).unwrap();
        format!(
            "{}{}status {}\n",
            text(ran.stdout),
            text(ran.stderr),
            ran.status.code().unwrap()
        )
    }
}

#[test]
fn lint_tells_what_contradicts_what() {
    assert_snapshot!(Desk::new().run("lint harbour.yaml"));
}

#[test]
fn lint_tells_programs_the_same() {
    let desk = Desk::new();
    let said = desk.run("lint --format json harbour.yaml");
    let json = said.rsplit_once("status").unwrap().0;
    let report: serde_json::Value = serde_json::from_str(json).unwrap();
    let findings = report["files"][0]["findings"].as_array().unwrap();
    let text = desk.text("harbour.yaml");
    for it in findings {
        let place = |it: &serde_json::Value| it["offset"].as_u64().unwrap() as usize;
        let found = &text[place(&it["start"])..place(&it["end"])];
        assert_eq!(it["text"], found);
    }
    let told: Vec<String> = findings
        .iter()
        .map(|it| format!("{} {}", it["start"]["line"], it["rule"].as_str().unwrap()))
        .collect();
    assert_snapshot!(told.join("\n"));
}

#[test]
fn lint_tells_advice_when_asked() {
    let said = Desk::new().run("lint --min-severity neutral --corpus voyage.txt harbour.yaml");
    let advice: Vec<&str> = said
        .lines()
        .filter(|it| it.contains(": neutral "))
        .collect();
    assert_snapshot!(advice.join("\n"));
}

#[test]
fn lint_fixes_characters_and_nothing_else() {
    let desk = Desk::new();
    let before = desk.text("harbour.yaml");
    let said = desk.run("lint --fix harbour.yaml");
    assert!(
        said.starts_with("harbour.yaml: 2 findings fixed\n"),
        "{said}"
    );
    let after = desk.text("harbour.yaml");
    let wanted = before
        .replace('\u{200F}', "")
        .replace("\u{627}\u{653}", "آ");
    assert_eq!(after, wanted);
}

#[test]
fn what_cannot_be_loaded_is_told_with_its_place() {
    let desk = Desk::new();
    fs::write(desk.path("bad.yaml"), "title: x\nentrys: []\n").unwrap();
    assert_snapshot!(desk.run("lint bad.yaml missing.yaml"));
}

#[test]
fn fmt_shows_what_it_would_change() {
    let desk = Desk::new();
    let before = desk.text("messy.yaml");
    assert_snapshot!("fmt_diff", desk.run("fmt --diff messy.yaml"));
    assert_eq!(desk.run("fmt --check ."), "./messy.yaml\nstatus 1\n");
    assert_eq!(desk.text("messy.yaml"), before);
}

#[test]
fn fmt_writes_once_and_keeps_every_comment() {
    let desk = Desk::new();
    let before = desk.text("messy.yaml");
    assert_eq!(desk.run("fmt messy.yaml"), "messy.yaml\nstatus 0\n");
    let after = desk.text("messy.yaml");
    assert_snapshot!("fmt_written", after);
    assert!(says_the_same(&before, &after));
    assert_eq!(desk.run("fmt messy.yaml"), "status 0\n");
}

#[test]
fn fmt_moves_lines_of_the_shipped_glossaries_and_changes_none() {
    for (path, yaml) in bundled::files() {
        let new = format(yaml).unwrap();
        assert!(says_the_same(yaml, &new), "{path}");
        assert_eq!(format(&new).unwrap(), new, "{path}");
        let begins = |text: &str, with: &[&str]| -> Vec<String> {
            let lines = text.lines().map(str::trim);
            let lines = lines.filter(|it| with.iter().any(|with| it.starts_with(with)));
            lines.map(str::to_owned).collect()
        };
        for kept in [&["#"][..], &["- id:", "- find:", "# "]] {
            assert_eq!(begins(yaml, kept), begins(&new, kept), "{path}");
        }
        let sorted = |text: &str| {
            let mut lines = begins(text, &[""]);
            lines.retain(|it| !it.is_empty());
            lines.sort();
            lines
        };
        assert_eq!(sorted(yaml), sorted(&new), "{path}");
    }
}

#[test]
fn test_shows_wanted_and_found() {
    assert_snapshot!(Desk::new().run("test failing.yaml"));
}

#[test]
fn bless_asks_before_it_writes() {
    let desk = Desk::new();
    let before = desk.text("failing.yaml");
    desk.answer("test --bless failing.yaml", "n\n");
    assert_eq!(desk.text("failing.yaml"), before);
    let said = desk.answer("test --bless failing.yaml", "y\n");
    assert!(
        said.contains("2 tests written") && said.ends_with("status 0\n"),
        "{said}"
    );
    assert_snapshot!("blessed", desk.text("failing.yaml"));
    assert_eq!(
        desk.run("test failing.yaml"),
        "3 tests, 0 failed\nstatus 0\n"
    );
}

#[test]
fn test_tells_what_fires_in_texts() {
    assert_snapshot!(Desk::new().run("test --corpus voyage.txt harbour.yaml failing.yaml"));
}

#[test]
fn show_prints_an_entry_as_written() {
    let desk = Desk::new();
    assert_snapshot!("show", desk.run("show anchor --glossary messy.yaml"));
    let last = desk.run("show buoy --glossary messy.yaml");
    assert_eq!(
        last,
        "messy.yaml:26\n- {id: buoy,en: buoy, ar: عوامة}\nstatus 0\n"
    );
    let unknown = desk.run("show anchr --glossary messy.yaml");
    assert!(unknown.contains("did you mean `anchor`?"), "{unknown}");
}

#[test]
fn search_finds_either_language() {
    let desk = Desk::new();
    assert_snapshot!(
        "search_english",
        desk.run("search harbor --glossary harbour.yaml")
    );
    assert_snapshot!(
        "search_arabic",
        desk.run("search جدول --glossary harbour.yaml")
    );
    assert_eq!(
        desk.run("search zeppelin --glossary harbour.yaml"),
        "status 1\n"
    );
}

#[test]
fn stats_count() {
    assert_snapshot!(Desk::new().run("stats --glossary harbour.yaml"));
}

#[test]
fn coverage_weighs_by_frequency() {
    let desk = Desk::new();
    let args = "coverage --inventory nautical.tsv --glossary harbour.yaml";
    assert_snapshot!("coverage", desk.run(args));
    assert_snapshot!("coverage_json", desk.run(&format!("{args} --format json")));
}

#[test]
fn unused_lists_what_finds_nothing() {
    assert_snapshot!(Desk::new().run("unused --corpus voyage.txt --glossary harbour.yaml"));
}

#[test]
fn the_schema_is_the_one_of_the_program() {
    let schema = fasih::glossary::json_schema();
    assert_eq!(Desk::new().run("schema"), format!("{schema}status 0\n"));
}

/// A glossary of `count` terms, each with an avoid of its own.
fn termbase(count: usize) -> String {
    let letters: Vec<char> = "بتثجحخدرزسشصضطعغفقكلمن".chars().collect();
    let word = |mut number: usize| {
        let mut word = String::from("م");
        for _ in 0..4 {
            word.push(letters[number % letters.len()]);
            number /= letters.len();
        }
        word
    };
    let mut yaml = "title: Terms\nkind: term\nentries:\n".to_owned();
    for number in 0..count {
        let (good, bad) = (word(3 * number), word(3 * number + 1));
        yaml += &format!(
            "  - id: term-{number}\n    en: term {number}\n    ar: {good} جديد\n    avoid:\n      - find: {bad} قديم\n        use: {good} جديد\n    tests: |\n      رأى {{{bad} قديم|{good} جديد}} أمس\n      رأى {good} جديد أمس\n\n"
        );
    }
    yaml
}

#[test]
fn linting_costs_at_most_ten_times_parsing() {
    let yaml = termbase(4000);
    let mut parsing = Duration::MAX;
    let mut linting = Duration::MAX;
    // The best of three: other tests run beside this one.
    for _ in 0..3 {
        let start = Instant::now();
        let loaded = load("g.yaml", &yaml).unwrap();
        parsing = parsing.min(start.elapsed());
        let start = Instant::now();
        let (compiled, _) = compile(std::slice::from_ref(&loaded), &Vocabulary::default());
        let glossaries = Glossaries::new(vec![compiled], &rustc_hash::FxHashSet::default());
        let written = Written {
            text: &yaml,
            before: 0,
            loaded: &loaded,
        };
        let found = lint(&[written], &glossaries, &[], None);
        linting = linting.min(start.elapsed());
        assert_eq!(found[0].len(), 4000, "each entry lacks its evidence");
    }
    assert!(linting < 10 * parsing, "{linting:?} and {parsing:?}");
}
