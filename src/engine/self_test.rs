//! Runs the tests that entries carry: see [`self_test`].

use super::Linter;
use crate::{
    diagnostic::Finding,
    glossary::{Entry, Loaded, test_lines},
    marked,
    text::Position,
};

/// A test line that does not come back as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The file of the glossary.
    pub path: String,
    /// The entry.
    pub entry: String,
    /// Where the line stands.
    pub position: Position,
    /// The line as written.
    pub wanted: String,
    /// The bare line as the linter marks it.
    pub found: String,
}

/// Checks the bare text of every test line of `loaded` with `linter` and compares what it marks
/// with the marks. `only` picks the linter for an entry: the entry alone, or all of them.
pub fn self_test<'l>(loaded: &Loaded, only: impl Fn(&str) -> &'l Linter) -> Vec<Failure> {
    let entries = loaded.glossary.entries.iter();
    entries
        .flat_map(|it| self_test_entry(&loaded.path, it, only(&it.id.value)))
        .collect()
}

/// The same for one `entry` of the file `path`.
pub fn self_test_entry(path: &str, entry: &Entry, linter: &Linter) -> Vec<Failure> {
    let mut failures = Vec::new();
    for line in test_lines(entry) {
        let Ok(bare) = marked::strip(line.marked) else {
            continue;
        };
        let found: Vec<Finding> = linter
            .check_text(&bare.text)
            .into_iter()
            .map(|it| it.1)
            .collect();
        let found = marked::mark(&bare.text, &found);
        if found != line.marked {
            failures.push(Failure {
                path: path.to_owned(),
                entry: entry.id.value.clone(),
                position: line.position,
                wanted: line.marked.to_owned(),
                found,
            });
        }
    }
    failures
}
