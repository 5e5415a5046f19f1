//! The laws every fix obeys, whatever rule made it: see [`Laws`].
//!
//! Fixes are dangerous in this field: a known corrector of Arabic turned 5000 into 500. So no fix
//! changes the value of a number, and no fix that is applied unseen changes a letter inside a
//! quotation or a word in Latin script. A rule that would break a law loses its fix or its `safe`
//! here; property tests say that none gets through.

use std::cell::OnceCell;

use crate::{
    arabic::{TokenKind, Words, digit_value, letters},
    diagnostic::{Applicability, Finding, Fix, Replacement},
    text::{InSegment, Span, conflict},
};

/// The laws over one segment.
#[derive(Debug)]
pub(super) struct Laws<'s> {
    text: &'s str,
    words: &'s Words,
    /// In order; told when the first safe fix asks.
    quotations: OnceCell<Vec<Span<InSegment>>>,
}

impl<'s> Laws<'s> {
    pub(super) fn of(text: &'s str, words: &'s Words) -> Laws<'s> {
        Laws {
            text,
            words,
            quotations: OnceCell::new(),
        }
    }

    /// Takes from `finding` what breaks a law.
    pub(super) fn enforce(&self, finding: &mut Finding) {
        let text = self.text;
        finding
            .fixes
            .retain(|fix| is_possible(text, fix) && keeps_numbers(text, &fix.edits));
        for fix in &mut finding.fixes {
            if fix.applicability == Applicability::Safe
                && fix.edits.iter().any(|it| self.changes_what_was_said(it))
            {
                fix.applicability = Applicability::Suggested;
            }
        }
    }

    /// Whether the edit changes a Latin word, or a letter inside a quotation.
    fn changes_what_was_said(&self, edit: &Replacement) -> bool {
        let old = &self.text[edit.span.range()];
        let latin = |text: &str| {
            let letters = text.chars().filter(char::is_ascii_alphabetic);
            letters.collect::<String>()
        };
        latin(old) != latin(&edit.text)
            || (spelling(old) != spelling(&edit.text) && self.is_quoted(edit.span))
    }

    fn is_quoted(&self, span: Span<InSegment>) -> bool {
        let quotations = self.quotations.get_or_init(|| quotations(self.words));
        let first = quotations.partition_point(|it| it.end() <= span.start());
        quotations[first..]
            .first()
            .is_some_and(|it| it.overlaps(span))
    }
}

/// Whether the numbers of the text stay what they are. Only the digits that the edits can reach are
/// compared: those between the first and the last edit, and the numbers these touch.
fn keeps_numbers(text: &str, edits: &[Replacement]) -> bool {
    let (Some(start), Some(end)) = (
        edits.iter().map(|it| it.span.start()).min(),
        edits.iter().map(|it| it.span.end()).max(),
    ) else {
        return true;
    };
    let digit = |c: char| digit_value(c).is_some();
    let start = text[..start].trim_end_matches(digit).len();
    let end = text.len() - text[end..].trim_start_matches(digit).len();
    let moved: Vec<Replacement> = edits
        .iter()
        .map(|it| Replacement {
            span: Span::new(it.span.start() - start..it.span.end() - start),
            text: it.text.clone(),
        })
        .collect();
    let reached = &text[start..end];
    numbers(reached) == numbers(&applied(reached, &moved))
}

/// Edits inside the text, on character boundaries, none in another's way.
fn is_possible(text: &str, fix: &Fix) -> bool {
    let inside = |it: &Replacement| {
        it.span.end() <= text.len()
            && text.is_char_boundary(it.span.start())
            && text.is_char_boundary(it.span.end())
    };
    fix.edits.iter().all(inside)
        && fix
            .edits
            .iter()
            .enumerate()
            .all(|(n, a)| fix.edits[n + 1..].iter().all(|b| !conflict(a.span, b.span)))
}

/// `text` with `edits` made.
fn applied(text: &str, edits: &[Replacement]) -> String {
    let mut sorted: Vec<&Replacement> = edits.iter().collect();
    sorted.sort();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in sorted {
        out.push_str(&text[at..edit.span.start()]);
        out.push_str(&edit.text);
        at = edit.span.end();
    }
    out.push_str(&text[at..]);
    out
}

/// The digits of `text` as runs, whatever their script: the values of its numbers.
fn numbers(text: &str) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    for c in text.chars() {
        match digit_value(c) {
            Some(value) => run.push(char::from(b'0' + value as u8)),
            None if !run.is_empty() => runs.push(std::mem::take(&mut run)),
            None => {}
        }
    }
    if !run.is_empty() {
        runs.push(run);
    }
    runs
}

/// The letters of a stretch, without signs, spaces and marks.
fn spelling(text: &str) -> String {
    text.chars()
        .filter(|it| letters::is_script_letter(*it))
        .collect()
}

/// What stands between quotation marks of a segment. A quotation that never closes goes on to the
/// end, one that only closes began with the segment.
fn quotations(words: &Words) -> Vec<Span<InSegment>> {
    let end = words.tokens.last().map_or(0, |it| it.span.end());
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for token in &words.tokens {
        let TokenKind::Mark(mark) = token.kind else {
            continue;
        };
        let at = token.span;
        match mark {
            '"' | '“' | '”' | '«' | '»' | '„' => match open.take() {
                Some(start) if mark != '«' => found.push(Span::new(start..at.start())),
                _ if mark == '»' => found.push(Span::new(0..at.start())),
                _ => open = Some(at.end()),
            },
            _ => {}
        }
    }
    if let Some(start) = open {
        found.push(Span::new(start..end.max(start)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Confidence, Message, Severity};

    #[track_caller]
    fn check(text: &str, old: &str, new: &str, expect: Option<Applicability>) {
        let at = text.find(old).unwrap();
        let span = Span::new(at..at + old.len());
        let mut finding = Finding {
            span,
            message: Message::fixed("", ""),
            severity: Severity::Minor,
            confidence: Confidence::High,
            fixes: vec![Fix::replace(Applicability::Safe, span, new)],
            entry: None,
        };
        Laws::of(text, &Words::scan(text)).enforce(&mut finding);
        assert_eq!(finding.fixes.first().map(|it| it.applicability), expect);
    }

    #[test]
    fn no_fix_changes_a_number() {
        check("دفع 5000 دولار", "5000", "500", None);
        check("دفع 5000 دولار", "5000", "٥٠٠٠", Some(Applicability::Safe));
        check("دفع 5000 دولار", "دولار", "دولارا", Some(Applicability::Safe));
        check("دفع 5 000", "5 000", "5000", None);
    }

    #[test]
    fn no_safe_fix_changes_letters_of_a_quotation_or_latin_words() {
        check("قال “شئ” ثم", "شئ", "شيء", Some(Applicability::Suggested));
        check("قال “نعم ،” ثم", "نعم ،", "نعم،", Some(Applicability::Safe));
        check("قال «شئ", "شئ", "شيء", Some(Applicability::Suggested));
        check(
            "شركة Gogle",
            "Gogle",
            "Google",
            Some(Applicability::Suggested),
        );
    }
}
