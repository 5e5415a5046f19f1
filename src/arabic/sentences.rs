//! Sentences: which one each token of a segment belongs to.
//!
//! A sentence ends at `؟ ! . …`, not at `؛` or `:`. A full stop after a lone letter (`د. سعاد`,
//! `ج. ك. رولينغ`) or a known abbreviation is none, nor is one inside a number, a decimal or an
//! address, which the word scan keeps together or which no space follows.

use super::words::{TokenKind, Words};

/// Abbreviations that a full stop follows inside a sentence, folded.
const ABBREVIATIONS: [&str; 12] = [
    "م", "د", "ا", "ص", "ج", "ق", "ت", "هـ", "الخ", "تل", "سانت", "no",
];

/// Sets [`super::Token::sentence`] of each token; closing quotes and brackets after an end
/// belong to the sentence they close.
pub fn number_sentences(words: &mut Words) {
    let mut sentence = 0;
    let mut ended = false;
    for at in 0..words.tokens.len() {
        let token = words.tokens[at];
        let closes = matches!(
            token.kind,
            TokenKind::Mark('"' | '”' | '»' | ')' | ']' | '’' | '\'' | '“')
        ) && !token.spaced;
        if ended && !closes && !matches!(token.kind, TokenKind::Mark('.' | '!' | '؟' | '…' | '?'))
        {
            sentence += 1;
            ended = false;
        }
        words.tokens[at].sentence = sentence;
        ended |= match token.kind {
            TokenKind::Mark('؟' | '!' | '…' | '?') => true,
            TokenKind::Mark('.') => ends_sentence(words, at),
            _ => false,
        };
    }
}

/// Whether the full stop at `at` ends a sentence.
fn ends_sentence(words: &Words, at: usize) -> bool {
    let next = words.tokens.get(at + 1);
    // `cnn.com`, `U.S.A`: letters go on at once.
    if next.is_some_and(|it| !it.spaced && !matches!(it.kind, TokenKind::Mark(_))) {
        return false;
    }
    let Some(before) = at.checked_sub(1).map(|it| &words.tokens[it]) else {
        return true;
    };
    let word = words.fold(before);
    let initial = matches!(before.kind, TokenKind::Arabic | TokenKind::Latin)
        && (word.chars().count() == 1 || ABBREVIATIONS.contains(&word));
    !(initial && next.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, last: u32) {
        let mut words = Words::scan(text);
        number_sentences(&mut words);
        assert_eq!(words.tokens.last().unwrap().sentence, last, "{text}");
    }

    #[test]
    fn titles_initials_and_semicolons_end_nothing() {
        check("قالت د. سعاد إن ج. ك. رولينغ وصلت؛ ثم سكتت.", 0);
        check("بلغ النمو 3.5 بالمئة في موقع cnn.com أمس", 0);
    }

    #[test]
    fn a_closing_quote_belongs_to_the_sentence_it_closes() {
        check("قال: “نعم.” ثم ذهب! لماذا؟ لا أعرف…", 3);
        check("قال: “نعم.”", 0);
    }
}
