//! Which quotation mark closes which: see [`matching`].

use crate::arabic::{Token, TokenKind};

/// A mark: the number of its token, and which it is.
pub(super) type Mark = (usize, char);

/// An opening mark and the one that closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) open: Mark,
    pub(super) close: Mark,
    /// The opening mark of the quotation around it.
    pub(super) inside: Option<char>,
}

/// The quotation marks of one segment.
#[derive(Debug, Default)]
pub(super) struct Matching {
    /// In the order they close.
    pub(super) pairs: Vec<Pair>,
    /// Opened by a mark of one kind and closed by one of another.
    pub(super) mismatched: Vec<Pair>,
    /// Without a partner, in order.
    pub(super) lone: Vec<Mark>,
}

/// The pairs of a segment in the order of their opening marks.
pub(super) fn pairs(tokens: &[Token]) -> Vec<Pair> {
    let mut pairs = matching(tokens).pairs;
    pairs.sort_by_key(|it| it.open);
    pairs
}

/// Tells which mark closes which. `"` closes what `"` opened; a mark of another kind closes only
/// where nothing of its own kind is open.
pub(super) fn matching(tokens: &[Token]) -> Matching {
    let mut found = Matching::default();
    let mut open: Vec<Mark> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let TokenKind::Mark(mark) = token.kind else {
            continue;
        };
        let opened_by = match mark {
            '“' | '«' => {
                open.push((at, mark));
                continue;
            }
            '”' => '“',
            '»' => '«',
            '"' => '"',
            _ => continue,
        };
        let partner = open.iter().rposition(|it| it.1 == opened_by);
        if let Some(partner) = partner {
            // What was opened behind it and not closed has no partner.
            found.lone.extend(open.drain(partner + 1..));
            let opening = open.remove(partner);
            found.pairs.push(pair(opening, (at, mark), &open));
        } else if (mark != '"' || closes_by_its_place(tokens, at))
            && let Some(opening) = open.pop()
        {
            found.mismatched.push(pair(opening, (at, mark), &open));
        } else if mark == '"' {
            open.push((at, mark));
        } else {
            found.lone.push((at, mark));
        }
    }
    found.lone.extend(open);
    found.lone.sort_unstable();
    found
}

fn pair(open: Mark, close: Mark, around: &[Mark]) -> Pair {
    Pair {
        open,
        close,
        inside: around.last().map(|it| it.1),
    }
}

/// The mark clings to the word before it, and a space, a mark or nothing follows.
pub(super) fn closes_by_its_place(tokens: &[Token], at: usize) -> bool {
    let after = tokens.get(at + 1);
    !tokens[at].spaced && after.is_none_or(|it| it.spaced || matches!(it.kind, TokenKind::Mark(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Words;

    /// Each pair as its two marks, then what is mismatched, then what is alone.
    fn check(text: &str, pairs: &[&str], mismatched: &[&str], lone: &str) {
        let found = matching(&Words::scan(text).tokens);
        let shown = |it: &Pair| format!("{}{}", it.open.1, it.close.1);
        assert_eq!(found.pairs.iter().map(shown).collect::<Vec<_>>(), pairs);
        let wrong: Vec<String> = found.mismatched.iter().map(shown).collect();
        assert_eq!(wrong, mismatched);
        assert_eq!(found.lone.iter().map(|it| it.1).collect::<String>(), lone);
    }

    #[test]
    fn marks_find_their_partners() {
        check("«نعم» ثم “لا” و\"ربما\"", &["«»", "“”", "\"\""], &[], "");
        check("«قال: “لا” ثم مضى»", &["“”", "«»"], &[], "");
        check("“نعم\" ثم", &[], &["“\""], "");
        check("\"نعم” ثم", &[], &["\"”"], "");
        check("“قال \"نعم\" لي”", &["\"\"", "“”"], &[], "");
        check("نعم” ثم “لا", &[], &[], "”“");
    }
}
