//! One finding a place: see [`resolve`].

use std::cmp::Reverse;

use super::linter::Found;

/// Drops what overlaps a better finding, and puts the rest in the order of the text.
///
/// Better is: surer, then worse for the reader, then larger, then earlier in the registry, whose
/// order `found` has. Two that say the same are one.
pub(super) fn resolve(mut found: Vec<Found>) -> Vec<Found> {
    // Stable: the order of the registry decides what is left.
    found.sort_by_key(|(_, segment, it)| {
        (
            *segment,
            Reverse(it.confidence),
            Reverse(it.severity),
            Reverse(it.span.len()),
        )
    });
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    // Kept findings of one segment by their start, to look neighbours up in.
    let mut taken: std::collections::BTreeMap<(usize, usize), usize> =
        std::collections::BTreeMap::new();
    for it in found {
        let (segment, span) = (it.1, it.2.span);
        let before = taken.range(..=(segment, span.start())).next_back();
        let after = taken.range((segment, span.start())..).next();
        let meets = [before, after].into_iter().flatten().any(|(at, end)| {
            at.0 == segment
                && ((at.1 < span.end() && span.start() < *end)
                    || (at.1 == span.start() && *end == span.end()))
        });
        if !meets {
            taken.insert((segment, span.start()), span.end());
            kept.push(it);
        }
    }
    kept.sort_by_key(|(_, segment, it)| (*segment, it.span));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        diagnostic::{Confidence, Finding, Message, Severity},
        rules,
        text::Span,
    };

    fn finding(
        range: std::ops::Range<usize>,
        confidence: Confidence,
        severity: Severity,
    ) -> Finding {
        Finding {
            span: Span::new(range),
            message: Message::fixed("", ""),
            severity,
            confidence,
            fixes: Vec::new(),
            entry: None,
        }
    }

    #[track_caller]
    fn kept(found: Vec<Finding>, expect: &[(usize, usize)]) {
        let rule = rules::all().next().unwrap();
        let found = found.into_iter().map(|it| (rule, 0, it)).collect();
        let spans: Vec<_> = resolve(found)
            .iter()
            .map(|it| (it.2.span.start(), it.2.span.end()))
            .collect();
        assert_eq!(spans, expect);
    }

    #[test]
    fn the_surer_then_the_worse_then_the_larger_stays() {
        use Confidence::{High, Medium};
        use Severity::{Major, Minor};
        kept(
            vec![finding(0..9, Medium, Major), finding(2..4, High, Minor)],
            &[(2, 4)],
        );
        kept(
            vec![finding(0..9, High, Minor), finding(2..4, High, Major)],
            &[(2, 4)],
        );
        kept(
            vec![finding(2..4, High, Major), finding(0..9, High, Major)],
            &[(0, 9)],
        );
        kept(
            vec![finding(0..2, High, Major), finding(2..4, High, Major)],
            &[(0, 2), (2, 4)],
        );
        kept(
            vec![finding(0..2, High, Major), finding(0..2, High, Major)],
            &[(0, 2)],
        );
    }
}
