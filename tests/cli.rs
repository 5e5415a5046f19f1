//! The program as its users run it: what it prints, what it writes, the status it ends with.

use std::{
    fs,
    io::Read,
    path::Path,
    process::{Command, Stdio},
};

use insta::assert_snapshot;
use tempfile::TempDir;

/// Two faults that shipped rules find whatever other rules there are.
const ARTICLE: &str = "خبر عاجل\n\nأصبحت الكرة الآن في محكمة روسيا ، وفق الوزير.\n";
const RULES: &str = "punctuation/space-before-mark,ball-in-court";

/// A folder with files in it, in which the program is run.
struct Desk {
    folder: TempDir,
}

/// What the program did.
#[derive(Debug)]
struct Ran {
    status: i32,
    stdout: String,
    stderr: String,
}

impl Desk {
    fn new<B: AsRef<[u8]>>(files: &[(&str, B)]) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk { folder };
        for (name, bytes) in files {
            desk.write(name, bytes.as_ref());
        }
        desk
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(Path::new(&path).parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fasih"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .env_remove("CLICOLOR");
        command
    }

    fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, b"")
    }

    fn run_with(&self, args: &[&str], stdin: &[u8]) -> Ran {
        let mut command = assert_cmd::Command::from_std(self.command(args));
        let output = command.write_stdin(stdin).output().unwrap();
        Ran {
            status: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// `check` with the two faults alone, and `args`.
    fn check(&self, args: &[&str]) -> Ran {
        self.run(&[&["check", "--select", RULES], args].concat())
    }
}

fn article() -> Desk {
    Desk::new(&[("a.txt", ARTICLE)])
}

/// Output with what a screen does not show made visible.
fn shown(text: &str) -> String {
    text.replace('\x1b', "␛")
        .replace('\u{2068}', "⟦")
        .replace('\u{2069}', "⟧")
        .replace('\u{200F}', "‹RLM›")
}

#[track_caller]
fn fails_with(ran: &Ran, wanted: &str) {
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.stderr.contains(wanted), "{wanted}: {}", ran.stderr);
}

#[test]
fn the_status_tells_what_was_found() {
    let desk = article();
    desk.write("clean.txt", "خبر عاجل\n".as_bytes());
    assert_eq!(desk.check(&["clean.txt"]).status, 0);
    assert_eq!(desk.check(&["a.txt"]).status, 1);
    assert_eq!(desk.check(&["--fail-on", "critical", "a.txt"]).status, 0);
    assert_eq!(desk.check(&["--fail-on", "never", "a.txt"]).status, 0);
    assert_eq!(
        desk.check(&["a.txt", "--min-severity", "critical"]).status,
        0
    );
    assert_eq!(
        desk.check(&["a.txt", "--ignore", "idioms,punctuation"])
            .status,
        0
    );
    assert_eq!(desk.check(&["a.txt", "b.txt"]).status, 2);
    assert_eq!(desk.run(&["check"]).status, 2);
    assert_eq!(desk.run(&["--help"]).status, 0);
}

#[test]
fn human() {
    let desk = article();
    let plain = desk.check(&["a.txt"]);
    assert_eq!(plain.stderr, "");
    assert_snapshot!(shown(&plain.stdout));
}

#[test]
fn human_in_color() {
    let ran = article().check(&["--color", "always", "a.txt"]);
    assert_snapshot!(shown(&ran.stdout));
}

#[test]
fn human_in_arabic() {
    let ran = article().check(&["--language", "ar", "a.txt", "b.txt"]);
    assert_snapshot!(shown(&[ran.stdout, ran.stderr].concat()));
}

#[test]
fn json() {
    let desk = article();
    desk.write("b.txt", "خبر آخر\n".as_bytes());
    let ran = desk.check(&["--format", "json", "a.txt", "b.txt", "c.txt"]);
    assert_eq!(ran.status, 2);
    let mut value: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    value["fasih"] = "[version]".into();
    for finding in value["files"][0]["findings"].as_array_mut().unwrap() {
        assert_eq!(finding["fingerprint"].as_str().unwrap().len(), 16);
        finding["fingerprint"] = "[hash]".into();
    }
    assert_snapshot!(serde_json::to_string_pretty(&value).unwrap());
    for finding in value["files"][0]["findings"].as_array().unwrap() {
        let at = |end: &str| usize::try_from(finding[end]["offset"].as_u64().unwrap()).unwrap();
        assert_eq!(
            &ARTICLE[at("start")..at("end")],
            finding["text"].as_str().unwrap()
        );
    }
}

#[test]
fn diff() {
    let desk = article();
    let ran = desk.check(&["--diff", "--unsafe-fixes", "a.txt"]);
    assert_eq!(ran.status, 1);
    assert_snapshot!(ran.stdout);
    assert_eq!(desk.bytes("a.txt"), ARTICLE.as_bytes());
    assert_eq!(
        desk.run(&["check", "--select", "titles", "--diff", "a.txt"])
            .status,
        0
    );
}

#[test]
fn fixing_makes_safe_fixes_and_on_request_the_others() {
    let desk = article();
    let ran = desk.check(&["--fix", "a.txt"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.stdout.contains("a.txt: 1 finding fixed"), "{ran:?}");
    assert_eq!(desk.bytes("a.txt"), ARTICLE.replace(" ،", "،").as_bytes());
    let ran = desk.check(&["--fix", "--unsafe-fixes", "a.txt"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let fixed = ARTICLE.replace(" ،", "،").replace("محكمة", "ملعب");
    assert_eq!(desk.bytes("a.txt"), fixed.as_bytes());
}

#[test]
fn fixing_changes_no_byte_outside_its_edits_in_any_encoding() {
    let text = "خبر عاجل من العاصمة\r\n\r\nوصل الوفد إلى المدينة ، وفق الوزير.\r\nثم عاد\n";
    let fixed = text.replace(" ،", "،");
    let utf16 = |text: &str, little: bool| -> Vec<u8> {
        let unit = |it: u16| {
            if little {
                it.to_le_bytes()
            } else {
                it.to_be_bytes()
            }
        };
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        units.flat_map(unit).collect()
    };
    let windows = |text: &str| encoding_rs::WINDOWS_1256.encode(text).0.into_owned();
    let marked = |text: &str| [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let cases = [
        (
            "crlf.txt",
            text.as_bytes().to_vec(),
            fixed.as_bytes().to_vec(),
        ),
        ("mark.txt", marked(text), marked(&fixed)),
        ("le.txt", utf16(text, true), utf16(&fixed, true)),
        ("be.txt", utf16(text, false), utf16(&fixed, false)),
        ("windows.txt", windows(text), windows(&fixed)),
    ];
    let desk = Desk::new(&cases.clone().map(|it| (it.0, it.1)));
    let ran = desk.check(&["--fix", "."]);
    assert_eq!(ran.status, 0, "{ran:?}");
    for (name, _, wanted) in cases {
        assert_eq!(desk.bytes(name), wanted, "{name}");
    }
}

/// An entry of its own for each `find`, with the evidence that an entry needs.
fn glossary(id: &str, find: &str, cure: &str) -> String {
    format!(
        "title: desk\nentries:\n  - id: {id}\n    en: x\n    ar: {cure}\n    avoid:\n      \
         - {{find: {find}, use: {cure}}}\n    tests: |\n      وصل {{{find}|{cure}}} أمس\n      \
         وصل الوفد أمس\n"
    )
}

#[test]
fn a_fix_that_the_encoding_cannot_hold_is_told_and_not_made() {
    let text = "وصل القطاران إلى المدينة مساء أمس وفق الوزير.\n";
    let bytes = encoding_rs::WINDOWS_1256.encode(text).0.into_owned();
    let desk = Desk::new(&[("a.txt", bytes.clone())]);
    // A letter of Kurdish.
    desk.write("g.yaml", glossary("train", "=القطاران", "ڕێگا").as_bytes());
    let args = [
        "check",
        "--glossary",
        "g.yaml",
        "--select",
        "train",
        "--unsafe-fixes",
    ];
    let ran = desk.run(&[&args[..], &["--fix", "a.txt"]].concat());
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.stdout.contains("not applied"), "{ran:?}");
    assert_eq!(desk.bytes("a.txt"), bytes);
}

#[test]
fn a_users_glossary_lies_over_the_shipped_ones() {
    let desk = article();
    desk.write(
        "g.yaml",
        glossary("desk-word", "الوزير", "الأمير").as_bytes(),
    );
    desk.write(
        "h.yaml",
        glossary("desk-word", "الوزير", "السفير").as_bytes(),
    );
    let run = |args: &[&str]| desk.run(&[&["check", "a.txt", "--select"], args].concat());
    let ran = run(&["desk-word", "--glossary", "g.yaml"]);
    assert!(ran.stdout.contains("{الوزير|الأمير}"), "{ran:?}");
    // A later one over an earlier one.
    let ran = run(&["desk-word", "--glossary", "g.yaml", "--glossary", "h.yaml"]);
    assert!(ran.stdout.contains("{الوزير|السفير}"), "{ran:?}");
    assert!(!ran.stdout.contains("الأمير"), "{ran:?}");

    desk.write("off.yaml", b"title: x\ndisable: [ball-in-court]\n");
    assert_eq!(run(&["idioms", "--glossary", "off.yaml"]).status, 0);
    desk.write("off.yaml", b"title: x\ndisable:\n  - ball-in-cort\n");
    let ran = run(&["idioms", "--glossary", "off.yaml"]);
    fails_with(
        &ran,
        "off.yaml:3:5: error: no entry is called `ball-in-cort`; did you mean",
    );

    let minor =
        "title: x\nentries:\n  - {id: ball-in-court, extends: ball-in-court, severity: minor}\n";
    desk.write("minor.yaml", minor.as_bytes());
    let ran = run(&["idioms", "--glossary", "minor.yaml"]);
    assert!(
        ran.stdout.contains("minor idioms/literal [ball-in-court]"),
        "{ran:?}"
    );
    assert!(ran.stdout.contains("{محكمة|ملعب}"), "{ran:?}");
}

#[test]
fn a_broken_glossary_is_told_with_its_place_and_the_articles_still_checked() {
    let desk = article();
    let refused = |yaml: &str, wanted: &str| {
        desk.write("g.yaml", yaml.as_bytes());
        let ran = desk.check(&["--glossary", "g.yaml", "a.txt"]);
        fails_with(&ran, wanted);
        assert!(ran.stdout.contains("{محكمة|ملعب}"), "{ran:?}");
        // Half a glossary is too little to change files by.
        let ran = desk.check(&["--glossary", "g.yaml", "--fix", "a.txt"]);
        fails_with(&ran, wanted);
        assert_eq!(desk.bytes("a.txt"), ARTICLE.as_bytes());
    };
    refused("title: [x\n", "g.yaml:1:8: error: ");
    refused("title: x\nentrys: []\n", "g.yaml:2:1: error: ");
    let same = "title: x\nentries:\n  - {id: a, ar: ج}\n  - {id: a, ar: ج}\n";
    refused(same, "g.yaml:4:10: error: the id `a` is taken");
    let pattern = glossary("a", "كلمة", "لفظ").replace("find: كلمة", "find: \"(كلمة\"");
    refused(&pattern, "g.yaml:7:16: error: ");
    let base = "title: x\nentries:\n  - {id: a, extends: no-such-entry}\n";
    refused(base, "g.yaml:3:22: error: `extends`: no shipped entry");
    let missing = desk.check(&["--glossary", "missing.yaml", "a.txt"]);
    fails_with(&missing, "missing.yaml: error: no such file");
}

#[test]
fn the_configuration_is_found_and_obeyed_and_its_faults_are_told() {
    let desk = article();
    desk.write("news/today/a.txt", ARTICLE.as_bytes());
    let config = |yaml: &str| desk.write("news/fasih.yaml", yaml.as_bytes());
    let run = |args: &[&str]| desk.run(&[&["check", "news/today/a.txt"], args].concat());
    config(&format!(
        "select: [{RULES}]\nignore: [idioms]\nlanguage: ar\n"
    ));
    let ran = run(&[]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(!ran.stdout.contains("idioms/literal"), "{ran:?}");
    assert!(ran.stdout.contains("لا مسافة"), "{ran:?}");
    assert_eq!(run(&["--ignore", "punctuation"]).status, 0);
    assert_eq!(run(&["--no-config", "--select", "titles"]).status, 0);

    // A house that chose its digits hears of the others, and may have them mended.
    desk.write("news/today/b.txt", "قتل 12 شخصا.\n".as_bytes());
    let digits = |yaml: &str| {
        config(yaml);
        desk.run(&[
            "check",
            "news/today/b.txt",
            "--select",
            "script/mixed-digits",
        ])
    };
    assert_eq!(digits("style: {digits: european}\n").status, 0);
    let ran = digits("style: {digits: arabic-indic}\n");
    assert_eq!(ran.status, 1, "{ran:?}");
    desk.run(&[
        "check",
        "news/today/b.txt",
        "--select",
        "script/mixed-digits",
        "--fix",
        "--unsafe-fixes",
    ]);
    assert_eq!(desk.bytes("news/today/b.txt"), "قتل ١٢ شخصا.\n".as_bytes());

    config("min-severty: major\n");
    fails_with(
        &run(&[]),
        "news/fasih.yaml:1:1: error: no key is called `min-severty`; did you mean `min",
    );
    config("select:\n  - punctuations\n");
    fails_with(
        &run(&[]),
        "news/fasih.yaml:2:5: error: no rule, group or entry is called `punctuations`",
    );
    config("glossary:\n  - own.yaml\n");
    fails_with(&run(&[]), "news/fasih.yaml:2:5: error: glossary ");
    config("select: [\n");
    fails_with(&run(&[]), "news/fasih.yaml:1:9: error: ");
    let missing = run(&["--config", "missing.yaml"]);
    fails_with(&missing, "missing.yaml: error: no such file");
    assert_eq!(missing.stdout, "");
    fails_with(
        &run(&["--no-config", "--select", "idiom"]),
        "error: no rule, group or entry",
    );
}

#[test]
fn what_can_be_checked_is_checked() {
    let desk = article();
    desk.write("bad.txt", b"\xD9\x82\xD8\xA7\xD9\x84 \xFF\xFE\xC3 x\n");
    desk.write("empty/note.rst", b"");
    let ran = desk.check(&[".", "empty", "missing.txt"]);
    fails_with(&ran, "bad.txt:1:5: error: byte 7 is not valid UTF-8");
    fails_with(&ran, "empty: error: no article here");
    fails_with(&ran, "missing.txt: error: no such file or folder");
    assert!(
        ran.stdout.contains("a.txt:3:21: major idioms/literal"),
        "{ran:?}"
    );
    assert!(ran.stdout.contains("2 files, 2 findings"), "{ran:?}");
}

#[test]
fn many_files_come_in_the_order_of_their_paths() {
    let names: Vec<String> = (0..100).map(|it| format!("f/{it:03}.txt")).collect();
    let files: Vec<_> = names.iter().map(|it| (it.as_str(), ARTICLE)).collect();
    let ran = Desk::new(&files).check(&["f", "f/007.txt"]);
    let lines = ran.stdout.lines().filter_map(|it| it.split_once(":3:21: "));
    let told: Vec<&str> = lines.map(|it| it.0).collect();
    assert_eq!(told, names);
}

#[test]
fn standard_input_is_checked_and_fixed() {
    let desk = article();
    let args = ["check", "--select", RULES, "-"];
    let ran = desk.run_with(&args, ARTICLE.as_bytes());
    assert_eq!(ran.status, 1);
    assert!(ran.stdout.starts_with("<stdin>:3:21: major"), "{ran:?}");
    let ran = desk.run_with(&[&args[..], &["--fix"]].concat(), ARTICLE.as_bytes());
    assert_eq!(ran.stdout, ARTICLE.replace(" ،", "،"));
    assert!(ran.stderr.contains("<stdin>: 1 finding fixed"), "{ran:?}");
    assert!(ran.stderr.contains("<stdin>:3:21: major"), "{ran:?}");
}

#[test]
fn sources_are_recognised_and_never_checked() {
    let desk = Desk::new(&[
        ("x.ar.txt", ARTICLE),
        ("x.en.txt", ARTICLE),
        ("y.txt", ARTICLE),
    ]);
    let ran = desk.check(&["--format", "json", "."]);
    let value: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(value["files"].as_array().unwrap().len(), 2);
    assert!(
        value["files"][0]["source"]
            .as_str()
            .unwrap()
            .ends_with("x.en.txt")
    );
    assert_eq!(value["diagnostics"].as_array().unwrap().len(), 0, "{value}");

    let ran = desk.check(&["--no-source", "x.ar.txt"]);
    assert_eq!(ran.stderr, "");
    fails_with(
        &desk.check(&["--source", "z.txt", "y.txt"]),
        "z.txt: error: no such file",
    );
    fails_with(
        &desk.check(&["--source", "x.en.txt", "."]),
        "one source cannot belong to several",
    );
}

#[test]
fn a_hostile_file_cannot_steer_the_terminal() {
    let text = "قال\u{202E} \x1b[2J\u{9B}5m الوزير ، نعم.\n";
    let desk = Desk::new(&[("a.txt", text)]);
    for form in [
        &["--color", "always"][..],
        &["--color", "never"],
        &["--format", "json"],
    ] {
        let ran = desk.check(&[form, &["a.txt"]].concat());
        assert!(ran.stdout.contains("space-before-mark"), "{ran:?}");
        assert!(!ran.stdout.contains(['\u{202E}', '\u{9B}']), "{ran:?}");
        assert!(!ran.stdout.contains("\x1b[2J"), "{ran:?}");
    }
    let ran = desk.check(&["a.txt"]);
    assert!(
        ran.stdout
            .contains("قال\\u{202E} \\u{1B}[2J\\u{9B}5m الوزير{ |}، نعم."),
        "{ran:?}"
    );
}

#[test]
fn a_long_paragraph_is_cropped_around_the_finding() {
    let filler = "كتب الصحفي مقالا طويلا ".repeat(20);
    let text = format!("{filler}أصبحت الكرة الآن في محكمة روسيا {filler}\n");
    let ran = Desk::new(&[("a.txt", text)]).check(&["a.txt"]);
    let line = ran.stdout.lines().nth(1).unwrap();
    assert!(line.starts_with("    …") && line.ends_with('…'), "{line}");
    assert!(line.contains("في {محكمة|ملعب} روسيا"), "{line}");
    assert!(line.chars().count() < 150, "{line}");
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let text = ARTICLE.repeat(5000);
    let desk = Desk::new(&[("a.txt", text)]);
    let mut child = desk
        .command(&["check", "--select", RULES, "a.txt"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    // Dropped at the end of the statement: the pipe is closed.
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[test]
fn a_read_only_file_is_not_fixed_and_told() {
    let desk = article();
    let mut permissions = fs::metadata(desk.path("a.txt")).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(desk.path("a.txt"), permissions).unwrap();
    let ran = desk.check(&["--fix", "a.txt"]);
    fails_with(&ran, "a.txt: error: is read-only");
    assert!(ran.stdout.contains("2 findings"), "{ran:?}");
    assert_eq!(desk.bytes("a.txt"), ARTICLE.as_bytes());
}

#[test]
fn a_suppression_that_suppresses_nothing_is_told() {
    let text = format!("# fasih: ignore[titles]\n{ARTICLE}");
    let ran = Desk::new(&[("a.txt", text)]).check(&["a.txt"]);
    assert!(ran.stderr.starts_with("a.txt:1:1: warning: "), "{ran:?}");
    assert_eq!(ran.status, 1);
}

#[test]
fn rules_and_entries_are_explained() {
    let desk = article();
    let ran = desk.run(&["rules"]);
    assert!(
        ran.stdout.contains("punctuation/space-before-mark"),
        "{ran:?}"
    );
    let ran = desk.run(&["rules", "--format", "json"]);
    let rules: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert!(rules[0]["id"].is_string());

    let page = desk.run(&["explain", "idioms/literal"]).stdout;
    assert!(
        page.starts_with("# idioms/literal\n\nA figure of speech"),
        "{page}"
    );
    let page = desk.run(&["explain", "ball-in-court"]).stdout;
    assert!(
        page.contains("Idiom in glossaries/idioms.yaml, line "),
        "{page}"
    );
    assert!(page.contains("the ball is in $1's court"), "{page}");
    desk.write(
        "g.yaml",
        glossary("desk-word", "الوزير", "الأمير").as_bytes(),
    );
    let page = desk
        .run(&["explain", "desk-word", "--glossary", "g.yaml"])
        .stdout;
    assert!(page.contains("Term in g.yaml, line 3"), "{page}");
    fails_with(
        &desk.run(&["explain", "ball-in-cort"]),
        "did you mean `ball-in-court`?",
    );
}

#[test]
fn schemas_and_completions_are_printed() {
    let desk = article();
    for name in ["glossary", "config"] {
        let schema = desk.run(&["schema", name]).stdout;
        let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
        assert!(schema["properties"].is_object());
    }
    assert!(
        desk.run(&["completions", "bash"])
            .stdout
            .contains("--unsafe-fixes")
    );
}
