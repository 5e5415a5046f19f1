//! What a fix changes, word by word, with a little of the text around it: see [`words`].

use std::ops::Range;

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// A run of words that a fix keeps, takes out or puts in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Run(pub(super) i8, pub(super) String);

/// Words shown on either side of the change.
const AROUND: usize = 2;

/// The words of `text` that `edits` touch, before and after: `-1` taken out, `0` kept, `1` put in.
pub(super) fn words(text: &str, edits: &[(Range<usize>, &str)]) -> Vec<Run> {
    let (Some(first), Some(last)) = (edits.first(), edits.last()) else {
        return Vec::new();
    };
    let start = words_before(text, first.0.start);
    let end = words_after(text, last.0.end);
    let mut new = String::new();
    let mut at = start;
    for (range, replacement) in edits {
        new.push_str(&text[at..range.start]);
        new.push_str(replacement);
        at = range.end;
    }
    new.push_str(&text[at..end]);
    let mut runs: Vec<Run> = Vec::new();
    for change in TextDiff::from_words(&text[start..end], new.as_str()).iter_all_changes() {
        let tag = match change.tag() {
            ChangeTag::Delete => -1,
            ChangeTag::Equal => 0,
            ChangeTag::Insert => 1,
        };
        match runs.last_mut() {
            Some(Run(same, run)) if *same == tag => run.push_str(change.value()),
            _ => runs.push(Run(tag, change.value().to_owned())),
        }
    }
    runs
}

/// Where the word at `at` begins, [`AROUND`] words earlier.
fn words_before(text: &str, at: usize) -> usize {
    let inside = !text[..at].ends_with(char::is_whitespace);
    let words = text[..at].split_inclusive(char::is_whitespace).rev();
    let shown = words.take(AROUND + usize::from(inside));
    at - shown.map(str::len).sum::<usize>()
}

/// Where the word at `at` ends, [`AROUND`] words later.
fn words_after(text: &str, at: usize) -> usize {
    let words = text[at..].split_inclusive(char::is_whitespace);
    let shown: usize = words.take(AROUND + 1).map(str::len).sum();
    at + text[at..at + shown].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_shown_by_whole_words() {
        let text = "وقال إن الكرة باتت في محكمتها بعد القمة أمس";
        let at = text.find("محكمتها").unwrap();
        let runs = words(text, &[(at..at + "محكمتها".len(), "ملعبها")]);
        let shown: Vec<(i8, &str)> = runs.iter().map(|it| (it.0, it.1.as_str())).collect();
        assert_eq!(
            shown,
            [
                (0, "باتت في "),
                (-1, "محكمتها"),
                (1, "ملعبها"),
                (0, " بعد القمة")
            ]
        );
        assert_eq!(words(text, &[]), []);
    }
}
