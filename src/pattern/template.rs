//! What takes the place of a focus: the `use` of an entry, read by [`parse_template`].

use super::{Mode, PatternError, WordPattern};

/// A replacement, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// In reading order.
    pub parts: Vec<Part>,
    /// The part that takes ال and the pronoun suffix, where `^` says so.
    pub carrier: Option<usize>,
}

/// One part of a replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A word, to be inflected as what it replaces was.
    Word(WordPattern),
    /// The words a `$1` of the pattern took.
    Captured(u8),
}

/// Reads `text` as the replacement of a focus.
///
/// # Errors
///
/// An empty replacement, brackets, a gap or a focus in it, more than one `^`.
pub fn parse_template(text: &str) -> Result<Template, PatternError> {
    let mut parts = Vec::new();
    let mut carrier = None;
    let mut at = 0;
    for piece in text.split(' ') {
        let offset = at;
        at += piece.len() + 1;
        if piece.is_empty() {
            continue;
        }
        let wrong = |message: &str| PatternError {
            offset,
            message: format!("{message}: `{text}`"),
        };
        let (piece, marked) = match piece.strip_prefix('^') {
            Some(rest) => (rest, true),
            None => (piece, false),
        };
        if marked && carrier.replace(parts.len()).is_some() {
            return Err(wrong("a replacement has one ^"));
        }
        if let Some(number) = piece.strip_prefix('$') {
            match number.parse() {
                Ok(number @ 1..=9) => parts.push(Part::Captured(number)),
                _ => return Err(wrong("$ takes a digit from 1 to 9")),
            }
            continue;
        }
        let (mode, word) = match piece.chars().next() {
            Some('~') => (Mode::Conjugated, &piece[1..]),
            Some('=') => (Mode::Exact, &piece[1..]),
            _ => (Mode::Inflected, piece),
        };
        if word.is_empty() || word.contains(['(', ')', '|', '<', '>', '~', '=', '$', '^']) {
            return Err(wrong("a replacement is words, ~verbs and $numbers only"));
        }
        parts.push(Part::Word(WordPattern {
            text: word.to_owned(),
            mode,
        }));
    }
    if parts.is_empty() {
        return Err(PatternError {
            offset: 0,
            message: "the replacement is empty".to_owned(),
        });
    }
    Ok(Template { parts, carrier })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_captures_and_the_carrier_are_told_apart() {
        let it = parse_template("~قال $1 في ^منشور").unwrap();
        assert_eq!(it.parts.len(), 4);
        assert_eq!(it.carrier, Some(3));
        assert_eq!(it.parts[1], Part::Captured(1));
        assert!(parse_template("").is_err());
        assert!(parse_template("(أ|ب)").is_err());
        assert!(parse_template("^أ ^ب").is_err());
    }
}
