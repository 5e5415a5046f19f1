//! Every form of output, on files that have everything it must get right.

// A hostile name is no name on Windows.
#![cfg(unix)]

mod newsroom;
mod readers;

use std::fs;

use insta::assert_snapshot;
use newsroom::{ARTICLE, HOSTILE, Newsroom, ran};
use serde_json::Value;

/// The forms that are text.
const TEXTS: [&str; 11] = [
    "human",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "tsv",
    "markdown",
];

/// Output with what a screen does not show made visible.
fn shown(text: &str) -> String {
    text.replace('\u{2067}', "⟦rtl ")
        .replace('\u{2068}', "⟦")
        .replace('\u{2069}', "⟧")
        .replace('\u{200F}', "‹RLM›")
}

/// The form as the newsroom gives it, in `language`.
fn written(form: &str) -> String {
    let ran = Newsroom::open().all(form);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.stderr.contains("missing.txt: error"), "{ran:?}");
    shown(ran.text())
}

#[test]
fn jsonl() {
    assert_snapshot!(written("jsonl"));
}

#[test]
fn sarif() {
    let mut log = Newsroom::open().all("sarif").json();
    let run = &mut log["runs"][0];
    let driver = &mut run["tool"]["driver"];
    driver["semanticVersion"] = "[version]".into();
    let rules = driver["rules"].take();
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        let rule = &rules[index];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(
            rule["help"]["markdown"]
                .as_str()
                .unwrap()
                .contains("## Why")
        );
    }
    assert_snapshot!(serde_json::to_string_pretty(&log).unwrap());
}

#[test]
fn github() {
    assert_snapshot!(written("github"));
}

#[test]
fn gitlab() {
    assert_snapshot!(written("gitlab"));
}

#[test]
fn junit() {
    assert_snapshot!(written("junit"));
}

#[test]
fn checkstyle() {
    assert_snapshot!(written("checkstyle"));
}

#[test]
fn rdjson() {
    assert_snapshot!(written("rdjson"));
}

#[test]
fn tsv() {
    let table = written("tsv");
    let columns = |line: &str| line.split('\t').count();
    assert!(table.lines().all(|it| columns(it) == 11), "{table}");
    assert_snapshot!(table);
}

#[test]
fn markdown() {
    assert_snapshot!(written("markdown"));
}

#[test]
fn markdown_in_arabic() {
    let room = Newsroom::open();
    let ran = room.check(&["--language", "ar", "--format", "markdown", "."]);
    assert_snapshot!(shown(ran.text()));
}

#[test]
fn xlsx() {
    use calamine::{Data, Reader, Xlsx, open_workbook};
    let room = Newsroom::open();
    room.write("formula.txt", "=قال، الخبـــر صحيح.\n");
    let args = ["--min-severity", "neutral", "--format", "xlsx", "."];
    let asked = room.check(&args);
    assert_eq!(asked.status, 2, "{asked:?}");
    assert!(asked.stderr.contains("--output FILE"), "{asked:?}");
    let ran = room.check(&[&args[..], &["--output", "review.xlsx"]].concat());
    assert!(ran.stdout.is_empty(), "{ran:?}");
    let mut book: Xlsx<_> = open_workbook(room.path("review.xlsx")).unwrap();
    let range = book.worksheet_range("fasih").unwrap();
    let line = |row: &[Data]| {
        let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
        cells.join(" | ")
    };
    let lines: Vec<String> = range.rows().map(line).collect();
    assert_snapshot!(shown(&lines.join("\n")));
    assert!(book.worksheet_formula("fasih").unwrap().is_empty());
    // The same findings are the same file.
    let again = room.check(&[&args[..], &["--output", "-"]].concat());
    assert_eq!(again.stdout, room.bytes("review.xlsx"));
}

#[test]
fn the_fixes_that_programs_are_told_make_what_fix_makes() {
    let room = Newsroom::empty();
    room.write("fixed.txt", ARTICLE);
    room.check(&[
        "--min-severity",
        "neutral",
        "--fix",
        "--unsafe-fixes",
        "fixed.txt",
    ]);
    let fixed = String::from_utf8(room.bytes("fixed.txt")).unwrap();
    assert!(fixed.contains("مذكرة قانونية"), "{fixed}");

    let utf16 = || ARTICLE.encode_utf16().flat_map(u16::to_le_bytes);
    let files = [
        ARTICLE.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", ARTICLE.as_bytes()].concat(),
        [0xFF, 0xFE].into_iter().chain(utf16()).collect(),
        encoding_rs::WINDOWS_1256.encode(ARTICLE).0.into_owned(),
    ];
    for file in files {
        room.write("a.txt", file);
        let told = |form| {
            let args = ["--min-severity", "neutral", "--format", form, "a.txt"];
            room.check(&args).json()
        };
        let text = by_sarif(&told("sarif"));
        assert_eq!(text, fixed, "sarif");
        assert_eq!(by_rdjson(&told("rdjson")), fixed, "rdjson");
    }
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// The article with `edits` of bytes made.
fn edited(mut edits: Vec<(usize, usize, String)>) -> String {
    edits.sort();
    let mut text = ARTICLE.to_owned();
    for (start, end, new) in edits.into_iter().rev() {
        text.replace_range(start..end, &new);
    }
    text
}

/// The byte that `line` begins at.
fn line_start(line: &Value) -> usize {
    let lines = ARTICLE.split_inclusive('\n').take(number(line) - 1);
    lines.map(str::len).sum()
}

fn by_sarif(log: &Value) -> String {
    let results = log["runs"][0]["results"].as_array().unwrap().iter();
    let replacements = results.flat_map(|it| {
        let change = &it["fixes"][0]["artifactChanges"][0];
        change["replacements"].as_array().unwrap()
    });
    let byte = |region: &Value, end: &str| {
        let start = line_start(&region[format!("{end}Line")]);
        let column = number(&region[format!("{end}Column")]) - 1;
        let before = ARTICLE[start..].chars().take(column);
        start + before.map(char::len_utf8).sum::<usize>()
    };
    let edit = |it: &Value| {
        let region = &it["deletedRegion"];
        let text = it["insertedContent"]["text"].as_str().unwrap();
        (byte(region, "start"), byte(region, "end"), text.to_owned())
    };
    edited(replacements.map(edit).collect())
}

fn by_rdjson(result: &Value) -> String {
    let remarks = result["diagnostics"].as_array().unwrap().iter();
    let byte = |it: &Value| line_start(&it["line"]) + number(&it["column"]) - 1;
    let edit = |it: &Value| {
        let suggestion = &it["suggestions"][0];
        let range = &suggestion["range"];
        let text = suggestion["text"].as_str().unwrap();
        (byte(&range["start"]), byte(&range["end"]), text.to_owned())
    };
    edited(remarks.map(edit).collect())
}

#[test]
fn a_run_without_findings_is_whole_in_every_form() {
    let room = Newsroom::open();
    for form in TEXTS {
        for paths in [
            &["clean.txt"][..],
            &["missing.txt"],
            &["clean.txt", "missing.txt"],
        ] {
            let ran = room.check(&[&["--format", form][..], paths].concat());
            match form {
                "json" | "sarif" | "gitlab" | "rdjson" => drop(ran.json()),
                "junit" | "checkstyle" => drop(roxmltree::Document::parse(ran.text()).unwrap()),
                _ => {}
            }
            let status = if paths.contains(&"missing.txt") { 2 } else { 0 };
            assert_eq!(ran.status, status, "{form}: {ran:?}");
        }
    }
}

#[test]
fn no_form_lets_a_file_steer_a_terminal() {
    let room = Newsroom::empty();
    room.write(
        "a\u{202E}\x1b[2J.txt",
        "قال\u{202E} \x1b[2J\u{9B}5m الوزير ، نعم.\n",
    );
    for form in TEXTS {
        let ran = room.check(&["--format", form, "."]);
        let text = ran.text();
        assert!(text.contains("space-before-mark"), "{form}: {text}");
        assert!(
            !text.contains(['\u{202E}', '\u{9B}', '\x1b']),
            "{form}: {text:?}"
        );
    }
}

#[test]
fn milder_findings_than_fail_on_are_cases_that_passed() {
    let room = Newsroom::open();
    let args = ["--fail-on", "critical", "--format", "junit", HOSTILE];
    let ran = room.check(&args);
    assert_eq!(ran.text().matches("<failure").count(), 1, "{ran:?}");
    assert_eq!(ran.text().matches("<system-out>").count(), 2, "{ran:?}");
}

#[test]
fn a_comment_stays_below_the_limit_and_counts_what_is_left_out() {
    let room = Newsroom::empty();
    for name in ["a.txt", "b.txt"] {
        room.write(name, ARTICLE.repeat(200));
    }
    let ran = room.check(&["--format", "markdown", "."]);
    let text = ran.text();
    assert!(text.chars().count() <= 65_000);
    let told = text.lines().filter(|it| it.starts_with("- **")).count();
    let last = text.lines().last().unwrap();
    let left_out: usize = last
        .trim_matches('_')
        .split(' ')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    assert!(last.contains("more findings are left out"), "{last}");
    assert!(told > 50, "{told}");
    assert_eq!(told + left_out, 2 * 200 * 3);
}

#[test]
fn a_job_on_github_gets_a_summary() {
    let room = Newsroom::open();
    let summary = room.path("summary.md");
    for _ in 0..2 {
        let mut command = room.command(&["--format", "github", HOSTILE]);
        ran(command.env("GITHUB_STEP_SUMMARY", &summary));
    }
    let text = fs::read_to_string(summary).unwrap();
    assert_eq!(text.matches("| 3 | 1 | 1 | 1 | 1 |").count(), 2, "{text}");
}

#[test]
fn output_goes_to_a_file_whole_or_not_at_all() {
    let room = Newsroom::open();
    let printed = room.check(&["--format", "json", "."]);
    let ran = room.check(&["--format", "json", "--output", "report.json", "."]);
    assert_eq!((ran.status, ran.stdout.as_slice()), (2, &b""[..]));
    assert_eq!(room.bytes("report.json"), printed.stdout);
    let dash = room.check(&["--format", "json", "--output", "-", "."]);
    assert_eq!(dash.stdout, printed.stdout);

    // No article is overwritten, under whatever name.
    let before = room.bytes("clean.txt");
    let ran = room.check(&["--output", "./clean.txt", "."]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("is an article to check"), "{ran:?}");
    assert_eq!(room.bytes("clean.txt"), before);

    let ran = room.check(&["--output", "no/such/folder.txt", "clean.txt"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("cannot be written"), "{ran:?}");
}

#[test]
fn a_fixed_text_and_a_diff_go_their_own_ways() {
    let room = Newsroom::open();
    let mut command = room.command(&["--fix", "--format", "json", "--output", "r.json", "-"]);
    let article = fs::File::open(room.path(HOSTILE)).unwrap();
    let fixed = ran(command.stdin(article));
    assert_eq!(fixed.text(), ARTICLE.replace(" ،", "،"));
    let report: Value = serde_json::from_slice(&room.bytes("r.json")).unwrap();
    assert_eq!(report["files"][0]["fixed"], 1);

    let ran = room.check(&["--diff", "--output", "fix.patch", HOSTILE]);
    assert_eq!((ran.status, ran.stdout.as_slice()), (1, &b""[..]));
    assert!(room.bytes("fix.patch").starts_with(b"--- a/"));
}
