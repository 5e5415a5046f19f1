//! What looks like a name in an English text: runs of capitalised words.

use super::words::{English, EnglishKind};

/// A run of capitalised words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRun {
    /// Its tokens.
    pub tokens: std::ops::Range<usize>,
    /// It begins a sentence or a quotation, where any word has a capital.
    pub initial: bool,
}

/// The runs of a segment, in order. A segment in which most words are capitalised, a headline, has
/// none.
pub fn names(english: &English) -> Vec<NameRun> {
    let word = |it: &usize| english.tokens[*it].kind == EnglishKind::Word;
    let words: Vec<usize> = (0..english.tokens.len()).filter(word).collect();
    let long = |it: &&usize| english.fold(**it).len() > 3;
    let capitals = words
        .iter()
        .filter(long)
        .filter(|it| english.tokens[**it].capital)
        .count();
    if 10 * capitals > 7 * words.iter().filter(long).count() && words.len() > 4 {
        return Vec::new();
    }
    let mut runs: Vec<NameRun> = Vec::new();
    let mut at = 0;
    while at < english.tokens.len() {
        if !is_part(english, at) {
            at += 1;
            continue;
        }
        let start = at;
        while at < english.tokens.len() && at - start < 8 {
            let hyphen = english.tokens[at].kind == EnglishKind::Mark('-')
                && !english.tokens[at].spaced
                && english
                    .tokens
                    .get(at + 1)
                    .is_some_and(|it| !it.spaced && it.capital);
            if !(is_part(english, at) || hyphen)
                || (at > start
                    && begins(english, at)
                    && english.tokens[at - 1].kind != EnglishKind::Mark('-'))
            {
                break;
            }
            at += 1;
        }
        runs.push(NameRun {
            tokens: start..at,
            initial: begins(english, start),
        });
    }
    runs
}

fn is_part(english: &English, at: usize) -> bool {
    let token = &english.tokens[at];
    token.kind == EnglishKind::Word && token.capital && !NO_NAMES.contains(&english.fold(at))
}

/// Whether any word would have a capital here.
fn begins(english: &English, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|it| &english.tokens[it]) else {
        return true;
    };
    before.sentence != english.tokens[at].sentence
        || matches!(
            before.kind,
            EnglishKind::Mark(
                '"' | '“' | '‘' | '(' | '[' | ':' | '-' | '–' | '—' | '\'' | '…' | '.' | '*' | '•'
            )
        )
}

/// Words that have a capital and are no names: titles, days, months, the pronoun, words that begin
/// sentences.
const NO_NAMES: [&str; 76] = [
    "i",
    "im",
    "ive",
    "id",
    "ill",
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "president",
    "minister",
    "prime",
    "secretary",
    "senator",
    "judge",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "those",
    "it",
    "he",
    "she",
    "they",
    "we",
    "you",
    "his",
    "her",
    "their",
    "our",
    "in",
    "on",
    "at",
    "for",
    "from",
    "with",
    "by",
    "as",
    "but",
    "and",
    "or",
    "if",
    "when",
    "while",
    "after",
    "before",
    "since",
    "there",
    "what",
    "who",
    "how",
    "why",
    "not",
    "no",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[(&str, bool)]) {
        let english = English::scan(text);
        let found: Vec<(String, bool)> = names(&english)
            .iter()
            .map(|run| {
                let words: Vec<&str> = run.tokens.clone().map(|it| english.fold(it)).collect();
                (words.join(" "), run.initial)
            })
            .collect();
        let expect: Vec<(String, bool)> = expect.iter().map(|it| (it.0.to_owned(), it.1)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn runs_of_capitals_are_names() {
        check(
            "Officials told President Steve Witkoff on Monday that Coca-Cola left.",
            &[
                ("officials", true),
                ("steve witkoff", false),
                ("coca  cola", false),
            ],
        );
        check("Trump Hails Great Deal With Old Friends Today", &[]);
    }
}
