//! Folding: the spelling variants that never tell two words apart are made one.
//!
//! Two ways to the same fold: [`fold`] with a map back, for a text that is searched as a whole, and
//! [`fold_into`] for a single word whose place is known already. Both read [`letters::folded`].

use super::letters;
use crate::text::{InFold, InSegment, MapBuilder, OffsetMap};

/// A text folded for matching, and the way back to the text it was made from.
#[derive(Debug)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// The way back.
    pub map: OffsetMap<InSegment, InFold>,
}

/// Folds `text` and keeps the way back. Idempotent: the fold of a fold is itself.
pub fn fold(text: &str) -> Folded {
    let mut out = String::with_capacity(text.len());
    let mut map = MapBuilder::default();
    for c in text.chars() {
        match letters::folded(c) {
            None => map.mark(c.len_utf8()),
            Some(same) if same == c => {
                out.push(c);
                map.kept(c.len_utf8());
            }
            Some(other) => {
                out.push(other);
                map.replaced(c.len_utf8(), other.len_utf8());
            }
        }
    }
    Folded {
        text: out,
        map: map.finish(),
    }
}

/// Appends the fold of `word` to `out`.
pub fn fold_into(word: &str, out: &mut String) {
    out.extend(word.chars().filter_map(letters::folded));
}

/// The fold of `word`.
pub fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// `word` without vowel signs, tatweel and invisible characters: its letters as spelt.
pub fn bare(word: &str) -> String {
    let written = |c: &char| letters::folded(*c).is_some();
    word.chars().filter(written).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, needle: &str, expect: &str) {
        let folded = fold(text);
        let at = folded
            .text
            .find(needle)
            .expect("the needle is in the folded text");
        let span = folded.map.to_a(Span::new(at..at + needle.len()));
        assert_eq!(&text[span.range()], expect);
    }

    #[test]
    fn a_match_takes_the_signs_of_its_last_letter() {
        check("قرأ كِتابًا جديدًا", "كتابا", "كِتابًا");
        check("هذا كتابٌ", "كتاب", "كتابٌ");
        check("أعلن الأمين", "اعلن", "أعلن");
        check("مـــحمد", "محمد", "مـــحمد");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "[ء-ي\u{64B}-\u{652}ـکیa-z ]{0,30}") {
            let once = fold(&text).text;
            prop_assert_eq!(&fold(&once).text, &once);
            prop_assert_eq!(folded(&text), once);
        }

        #[test]
        fn the_place_of_a_stretch_folds_to_the_stretch(text in "[كأ\u{650}ـ x]{0,8}") {
            let folded = fold(&text);
            let ends: Vec<usize> = (0..=folded.text.len())
                .filter(|it| folded.text.is_char_boundary(*it))
                .collect();
            for (n, &start) in ends.iter().enumerate() {
                for &end in &ends[n + 1..] {
                    let place = folded.map.to_a(Span::new(start..end)).range();
                    prop_assert_eq!(fold(&text[place]).text, &folded.text[start..end]);
                }
            }
        }
    }
}
