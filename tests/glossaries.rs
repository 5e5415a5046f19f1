//! Every entry of the shipped glossaries: its marked tests hold for the entry alone, and nothing
//! more is found when all entries run.

use fasih::{
    bundled,
    diagnostic::Confidence,
    engine::{Failure, Linter, Thresholds, self_test},
    glossary::{Loaded, load},
};

/// A linter of the entry alone, or of all.
fn linter(shipped: &Linter, entry: Option<&str>) -> Linter {
    let select: Vec<String> = match entry {
        Some(entry) => vec![entry.to_owned()],
        None => fasih::rules::all()
            .filter(|it| it.is_driven_by_glossaries())
            .map(|it| it.id.to_owned())
            .collect(),
    };
    let thresholds = Thresholds {
        severity: fasih::diagnostic::Severity::Neutral,
        confidence: Confidence::Low,
    };
    shipped
        .clone()
        .with_selection(&select, &[])
        .expect("the entry is there")
        .with_thresholds(thresholds)
}

fn loaded() -> Vec<Loaded> {
    let files = bundled::files().iter();
    files
        .map(|(path, yaml)| load(path, yaml).expect("the build read it"))
        .collect()
}

#[track_caller]
fn assert_none(failures: &[Failure], how: &str) {
    let shown: Vec<String> = failures
        .iter()
        .map(|it| {
            format!(
                "{}:{}: {} {how}\n  wanted {}\n  found  {}",
                it.path, it.position.line, it.entry, it.wanted, it.found
            )
        })
        .collect();
    assert!(
        shown.is_empty(),
        "{} tests fail:\n{}",
        shown.len(),
        shown.join("\n")
    );
}

#[test]
fn every_entry_finds_alone_what_its_tests_say() {
    let shipped = Linter::shipped();
    let mut failures = Vec::new();
    for loaded in loaded() {
        for entry in &loaded.glossary.entries {
            if entry.tests.is_none() {
                continue;
            }
            let mut alone = loaded.clone();
            alone.glossary.entries = vec![entry.clone()];
            let linter = linter(&shipped, Some(&entry.id.value));
            failures.extend(self_test(&alone, |_| &linter));
        }
    }
    assert_none(&failures, "alone");
}

#[test]
fn all_entries_together_find_nothing_more() {
    let linter = linter(&Linter::shipped(), None);
    let failures: Vec<Failure> = loaded()
        .iter()
        .flat_map(|it| self_test(it, |_| &linter))
        .collect();
    assert_none(&failures, "with all entries");
}
