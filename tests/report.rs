//! `fasih report` and `fasih apply` without a browser: what is written, what is refused.

use std::{fs, path::Path, process::Output};

use tempfile::TempDir;

const ARTICLE: &str = "خبر عاجل\n\nأصبحت الكرة الآن في محكمة روسيا ، وفق الوزير.\n";

fn desk(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fasih"));
    command.args(args).current_dir(folder).output().unwrap()
}

#[track_caller]
fn fails_with(output: &Output, wanted: &str) {
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains(wanted), "{wanted}: {stderr}");
}

/// The data that a page holds for its script.
fn data(page: &str) -> serde_json::Value {
    let (_, rest) = page.split_once("id=\"data\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn a_page_holds_what_check_finds_and_stays_small() {
    let folder = desk(&[
        ("a.ar.txt", ARTICLE),
        ("a.en.txt", "News\n\nIt is <b> in Russia's court.\n"),
    ]);
    let output = run(
        folder.path(),
        &["report", "a.ar.txt", "-o", "out/review.html"],
    );
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let page = fs::read_to_string(folder.path().join("out/review.html")).unwrap();
    assert!(page.len() < 400_000, "{} bytes", page.len());
    let found = run(folder.path(), &["check", "--format", "json", "a.ar.txt"]);
    let found: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
    let of = |findings: &serde_json::Value| -> Vec<String> {
        let all = findings.as_array().unwrap().iter();
        all.map(|it| it["fingerprint"].to_string()).collect()
    };
    let article = &data(&page)["articles"][0];
    assert_eq!(of(&article["findings"]), of(&found["files"][0]["findings"]));
    assert_eq!(article["text"], ARTICLE);
    // The source stands below its paragraph, escaped.
    assert!(page.contains("It is &lt;b&gt; in Russia&#x27;s court."));
    // A page asks the network for nothing.
    let policy = "default-src 'none'; style-src 'sha256-";
    assert!(page.contains(policy) && !page.contains("http://") && !page.contains("https://"));
}

#[test]
fn a_folder_has_an_index_with_the_lowest_score_first() {
    let folder = desk(&[("good.txt", "سافر الوزير أمس.\n"), ("bad.txt", ARTICLE)]);
    run(
        folder.path(),
        &["report", "good.txt", "bad.txt", "-o", "pages/"],
    );
    let index = fs::read_to_string(folder.path().join("pages/index.html")).unwrap();
    let at = |link: &str| index.find(link).unwrap();
    assert!(at("bad.html\"") < at("good.html\""));
    assert!(folder.path().join("pages/bad.html").exists());
}

#[test]
fn what_cannot_be_reported_is_told() {
    let folder = desk(&[("a.txt", ARTICLE), ("not.json", "{}")]);
    fails_with(
        &run(folder.path(), &["report", "none.txt", "-o", "x.html"]),
        "none.txt",
    );
    let history = ["report", "a.txt", "--history", "not.json", "-o", "x.html"];
    fails_with(&run(folder.path(), &history), "not.json");
    for number in 0..21 {
        fs::create_dir_all(folder.path().join("many")).unwrap();
        fs::write(folder.path().join(format!("many/{number}.txt")), "نص.\n").unwrap();
    }
    fails_with(
        &run(folder.path(), &["report", "many", "-o", "x.html"]),
        "--output DIR/",
    );
    fails_with(
        &run(folder.path(), &["report", "--fix", "a.txt", "-o", "x.html"]),
        "--fix",
    );
    assert_eq!(
        fs::read_to_string(folder.path().join("a.txt")).unwrap(),
        ARTICLE
    );
}

/// A review of `article` with the edits of its findings' first fixes.
fn accepted(page: &str) -> serde_json::Value {
    let data = data(page);
    let article = &data["articles"][0];
    let decisions: Vec<serde_json::Value> = article["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let edits: Vec<serde_json::Value> = it["fixes"][0]["edits"]
                .as_array()
                .unwrap()
                .iter()
                .map(|edit| serde_json::json!({"start": edit["bytes"][0], "end": edit["bytes"][1], "replacement": edit["text"]}))
                .collect();
            serde_json::json!({
                "fingerprint": it["fingerprint"], "rule": it["rule"], "entry": it["entry"],
                "start": it["bytes"][0], "end": it["bytes"][1], "found": it["found"], "context": "",
                "decision": "accept", "replacement": null, "edits": edits, "later": true,
            })
        })
        .collect();
    serde_json::json!({"fasih": "0.1.0", "schema": 1, "articles": [
        {"path": article["path"], "sha256": article["sha256"], "decisions": decisions}]})
}

#[test]
fn a_review_is_applied_once_and_leaves_changed_files_alone() {
    let folder = desk(&[("a.txt", ARTICLE), ("b.txt", ARTICLE)]);
    run(folder.path(), &["report", "a.txt", "-o", "a.html"]);
    run(folder.path(), &["report", "b.txt", "-o", "b.html"]);
    let page = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let mut review = accepted(&page("a.html"));
    let other = accepted(&page("b.html"))["articles"][0].clone();
    review["articles"].as_array_mut().unwrap().insert(0, other);
    let schema: serde_json::Value = serde_json::from_str(&fasih::keeping::json_schema()).unwrap();
    let errors: Vec<String> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(&review)
        .map(|it| it.to_string())
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    fs::write(folder.path().join("review.json"), review.to_string()).unwrap();
    fs::write(folder.path().join("b.txt"), "تغيّر.\n").unwrap();
    let output = run(folder.path(), &["apply", "review.json"]);
    fails_with(&output, "b.txt: error: has changed");
    assert_eq!(page("b.txt"), "تغيّر.\n");
    assert_eq!(
        page("a.txt"),
        "خبر عاجل\n\nأصبحت الكرة الآن في ملعب روسيا، وفق الوزير.\n"
    );
    fs::write(folder.path().join("review.json"), "[]").unwrap();
    fails_with(
        &run(folder.path(), &["apply", "review.json"]),
        "is no review",
    );
}
