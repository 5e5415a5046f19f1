//! Sentences and an article of our own, checked with everything at default settings: what is
//! marked in them is found so, and nothing else is.

use fasih::{diagnostic::Finding, engine::Linter, marked};

fn remarked(linter: &Linter, text: &str) -> String {
    let found: Vec<Finding> = linter.check_text(text).into_iter().map(|it| it.1).collect();
    marked::mark(text, &found)
}

#[test]
fn every_marked_line_comes_back() {
    let linter = Linter::shipped();
    let mut wrong = Vec::new();
    for line in include_str!("corpus/sentences.txt").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let bare = marked::strip(line).unwrap();
        let found = remarked(&linter, &bare.text);
        if found != line {
            wrong.push(format!("wanted {line}\nfound  {found}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} lines:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_sample_article_is_marked_as_an_editor_would() {
    let text = include_str!("corpus/sample.ar.txt");
    insta::assert_snapshot!("sample", remarked(&Linter::shipped(), text));
}
