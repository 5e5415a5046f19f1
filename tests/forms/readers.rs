//! Forms of output as their schemas and other programs read them.
//!
//! `.ci/run` installs the programs under `target/tools`. Where they are absent a test is skipped
//! with a plain word, and fails under `FASIH_REQUIRE_ALL=1`.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::Command,
};

use crate::newsroom::{ARTICLE, HOSTILE, Newsroom};

/// The installed program, or nothing where the test is to be skipped.
fn tool(path: &str) -> Option<PathBuf> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tool = home.join("target/tools").join(path);
    if tool.exists() {
        return Some(tool);
    }
    assert!(
        std::env::var_os("FASIH_REQUIRE_ALL").is_none(),
        "{} is not installed, and FASIH_REQUIRE_ALL asks for it",
        tool.display()
    );
    eprintln!(
        "skipped: {} is not installed; .ci/run installs it",
        tool.display()
    );
    None
}

/// What `command` prints.
#[track_caller]
fn printed(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}\n{errors}");
    text
}

#[test]
fn sarif_obeys_its_schema() {
    let schema = include_str!("../data/schemas/sarif-2.1.0.json");
    let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    let room = Newsroom::open();
    let runs = [
        room.all("sarif"),
        room.check(&["--format", "sarif", "clean.txt"]),
        room.check(&["--format", "sarif", "--language", "ar", "."]),
    ];
    for ran in runs {
        let log = ran.json();
        let wrong = validator.iter_errors(&log);
        let wrong: Vec<String> = wrong
            .map(|it| format!("{}: {it}", it.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let invocation = &log["runs"][0]["invocations"][0];
        assert_eq!(invocation["exitCode"], ran.status);
    }
    // A schema that lets everything through would tell nothing.
    let mut log = room.all("sarif").json();
    log["runs"][0]["results"][0]["level"] = "bad".into();
    assert!(!validator.is_valid(&log));
}

/// GitLab publishes no schema: this is the table of its manual.
#[test]
fn gitlab_finds_the_fields_it_asks_for() {
    let room = Newsroom::open();
    room.write("copy.txt", ARTICLE);
    let report = room.all("gitlab").json();
    let issues = report.as_array().unwrap();
    let mut fingerprints = BTreeSet::new();
    for issue in issues {
        let text = |field: &str| issue[field].as_str().unwrap();
        assert!(!text("description").is_empty() && !text("check_name").is_empty());
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&text("severity")));
        assert!(
            fingerprints.insert(text("fingerprint").to_owned()),
            "{issue}"
        );
        let location = &issue["location"];
        assert!(!location["path"].as_str().unwrap().starts_with("./"));
        assert!(location["lines"]["begin"].as_u64().unwrap() >= 1);
    }
    assert!(issues.iter().any(|it| it["location"]["path"] == HOSTILE));
    assert_eq!(issues.len(), 4 + 4 + 1 + 2);
}

/// Checkstyle publishes no schema: this is what its readers look for.
#[test]
fn checkstyle_is_files_of_errors() {
    let ran = Newsroom::open().all("checkstyle");
    let document = roxmltree::Document::parse(ran.text()).unwrap();
    let root = document.root_element();
    assert!(root.has_tag_name("checkstyle") && root.has_attribute("version"));
    let files: Vec<_> = root
        .children()
        .filter(roxmltree::Node::is_element)
        .collect();
    assert!(files.iter().all(|it| it.has_tag_name("file")));
    assert_eq!(files[0].attribute("name"), Some(HOSTILE));
    let errors = |it: &roxmltree::Node<'_, '_>| {
        let errors = it.children().filter(roxmltree::Node::is_element);
        errors
            .map(|it| it.attribute("severity").unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(errors(&files[0]), ["error", "warning", "error", "info"]);
    let at = files[0].first_element_child().unwrap();
    assert_eq!(
        (at.attribute("line"), at.attribute("column")),
        (Some("3"), Some("21"))
    );
}

#[test]
fn junitparser_reads_junit() {
    let Some(python) = tool("venv/bin/python") else {
        return;
    };
    let room = Newsroom::open();
    room.write("report.xml", room.all("junit").stdout);
    let script = "import sys, junitparser\n\
         xml = junitparser.JUnitXml.fromfile(sys.argv[1])\n\
         for suite in xml:\n    \
             cases = [[type(r).__name__ for r in case.result] for case in suite]\n    \
             print(repr(suite.name), suite.tests, suite.failures, suite.errors, cases)\n";
    let text = printed(
        Command::new(python)
            .args(["-c", script])
            .arg(room.path("report.xml")),
    );
    let lines: Vec<&str> = text.lines().collect();
    let failures = "[['Failure'], ['Failure'], ['Failure'], []]";
    let hostile = format!("'a \"<b>\\',\\n::x&;.txt' 4 3 0 {failures}");
    assert_eq!(lines[0], hostile);
    assert_eq!(lines[1], "'broken.txt' 1 1 0 [['Failure']]");
    assert_eq!(lines[2], "'clean.txt' 1 0 0 [[]]");
    assert_eq!(lines[3], "'missing.txt' 1 0 1 [['Error']]");
    assert_eq!(lines[4], "'broken.txt' 1 0 1 [['Error']]");
}

#[test]
fn rdformat_validator_takes_rdjson() {
    let Some(validator) = tool("node_modules/.bin/rdformat-validator") else {
        return;
    };
    let room = Newsroom::open();
    let check = |name: &str| {
        let mut command = Command::new(&validator);
        command
            .args(["--strict", "--no-extra-fields"])
            .arg(room.path(name));
        command
    };
    room.write("report.json", room.all("rdjson").stdout);
    room.write(
        "none.json",
        room.check(&["--format", "rdjson", "clean.txt"]).stdout,
    );
    for name in ["report.json", "none.json"] {
        printed(&mut check(name));
    }
    room.write("wrong.json", "{\"diagnostics\": [{\"message\": 1}]}");
    assert!(!check("wrong.json").output().unwrap().status.success());
}

#[test]
fn openpyxl_sees_the_spreadsheet_as_it_is_to_look() {
    let Some(python) = tool("venv/bin/python") else {
        return;
    };
    let room = Newsroom::open();
    let args = [
        "--min-severity",
        "neutral",
        "--format",
        "xlsx",
        "-o",
        "r.xlsx",
        ".",
    ];
    room.check(&args);
    let script = "import sys, openpyxl\n\
         sheet = openpyxl.load_workbook(sys.argv[1]).active\n\
         colours = {row[3].value: row[3].fill.fgColor.rgb for row in sheet.iter_rows(min_row=2)}\n\
         wrapped = all(c.alignment.wrap_text for row in sheet.iter_rows(min_row=2) for c in row[7:])\n\
         print(sheet.sheet_view.rightToLeft, sheet.freeze_panes, sheet.auto_filter.ref)\n\
         print(sorted(colours), len(set(colours.values())), wrapped)\n";
    let text = printed(
        Command::new(python)
            .args(["-c", script])
            .arg(room.path("r.xlsx")),
    );
    assert_eq!(
        text,
        "True A2 A1:K6\n['critical', 'major', 'minor', 'neutral'] 4 True\n"
    );
}
