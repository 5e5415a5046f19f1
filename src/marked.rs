//! Marked text: prose with what is found in it written inside it, the one notation of the project.
//!
//! `{found}` marks a finding, `{found|fix}` one with a fix, `{found|fix|fix}` one with several, best
//! first; `{found|}` deletes, `{|x}` inserts; `{+found|fix}` is one more edit of the first fix of the
//! same finding. `\{ \| \} \\` stand for themselves. The marks stand in the text in reading order,
//! so they mean the same however a screen reorders a line of Arabic; a row of carets under it would
//! not.
//!
//! Rule docs, rule tests, glossary entries and our corpus lean on one law: checking the bare text
//! and marking what was found gives the marked text back. A missing finding, one too many, a wrong
//! place and a wrong fix all break it, and the two strings show which.

use crate::{
    diagnostic::{Finding, Replacement},
    text::{InSegment, Span},
};

/// Why a text is not marked text, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message} (byte {offset} of {text:?})")]
pub struct MarkError {
    /// Byte of the marked text.
    pub offset: usize,
    /// What is wrong there.
    pub message: &'static str,
    /// The marked text.
    pub text: String,
}

/// One mark of a marked text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its place in the bare text.
    pub span: Span<InSegment>,
    /// What stands after the bars.
    pub fixes: Vec<String>,
    /// It is a further edit of a neighbouring finding.
    pub further: bool,
}

/// A marked text taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bare {
    /// The text without marks.
    pub text: String,
    /// The marks, in order.
    pub marks: Vec<Mark>,
}

/// Takes the marks out of `marked`.
///
/// # Errors
///
/// A mark that does not close, a mark inside a mark, a brace that closes nothing.
pub fn strip(marked: &str) -> Result<Bare, MarkError> {
    let wrong = |offset, message| MarkError {
        offset,
        message,
        text: marked.to_owned(),
    };
    let mut bare = Bare::default();
    // The open mark: where it opened, and the text of each of its parts, the found text first.
    let mut open: Option<(usize, bool, Vec<String>)> = None;
    let mut rest = marked.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let literal = match c {
            '\\' => match rest.next() {
                Some((_, escaped @ ('{' | '|' | '}' | '\\'))) => escaped,
                _ => return Err(wrong(at, "a backslash escapes only { | } and \\")),
            },
            '{' if open.is_some() => return Err(wrong(at, "a mark opens inside a mark")),
            '{' => {
                let further = rest.next_if(|it| it.1 == '+').is_some();
                open = Some((at, further, vec![String::new()]));
                continue;
            }
            '}' => {
                let Some((_, further, parts)) = open.take() else {
                    return Err(wrong(at, "a mark closes that never opened"));
                };
                let mut parts = parts.into_iter();
                let found = parts.next().unwrap_or_default();
                let start = bare.text.len();
                bare.text.push_str(&found);
                bare.marks.push(Mark {
                    span: Span::new(start..bare.text.len()),
                    fixes: parts.collect(),
                    further,
                });
                continue;
            }
            '|' => {
                if let Some((_, _, parts)) = &mut open {
                    parts.push(String::new());
                    continue;
                }
                '|'
            }
            c => c,
        };
        match &mut open {
            Some((_, _, parts)) => parts.last_mut().expect("a part is open").push(literal),
            None => bare.text.push(literal),
        }
    }
    match open {
        Some((at, ..)) => Err(wrong(at, "a mark opens and never closes")),
        None => Ok(bare),
    }
}

/// `text` with `findings` marked in it. Findings must not overlap one another.
pub fn mark(text: &str, findings: &[Finding]) -> String {
    let mut marks: Vec<Mark> = Vec::new();
    for finding in findings {
        let inside = |edit: &&Replacement| finding.span.contains(edit.span);
        marks.push(Mark {
            span: finding.span,
            fixes: finding
                .fixes
                .iter()
                .filter(|it| !it.edits.is_empty())
                .map(|fix| {
                    let mut edits: Vec<_> = fix.edits.iter().filter(inside).collect();
                    edits.sort();
                    rewritten(text, finding.span, &edits)
                })
                .collect(),
            further: false,
        });
        let first = finding.fixes.iter().find(|it| !it.edits.is_empty());
        for edit in first.iter().flat_map(|it| &it.edits) {
            // What another finding marks as its own is not marked twice.
            if !findings.iter().any(|it| it.span.contains(edit.span)) {
                marks.push(Mark {
                    span: edit.span,
                    fixes: vec![edit.text.clone()],
                    further: true,
                });
            }
        }
    }
    marks.sort_by_key(|it| (it.span, it.further));
    marks.dedup_by(|b, a| b.further && a.further && a == b);
    let mut out = String::new();
    let mut at = 0;
    for it in marks {
        escape(&text[at..it.span.start().max(at)], &mut out);
        out.push('{');
        if it.further {
            out.push('+');
        }
        escape(&text[it.span.range()], &mut out);
        for fix in &it.fixes {
            out.push('|');
            escape(fix, &mut out);
        }
        out.push('}');
        at = it.span.end().max(at);
    }
    escape(&text[at..], &mut out);
    out
}

/// The text of `span` with `edits`, which lie inside it, made.
fn rewritten(text: &str, span: Span<InSegment>, edits: &[&Replacement]) -> String {
    let mut out = String::new();
    let mut at = span.start();
    for edit in edits {
        out.push_str(&text[at..edit.span.start()]);
        out.push_str(&edit.text);
        at = edit.span.end();
    }
    out.push_str(&text[at..span.end()]);
    out
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        if matches!(c, '{' | '|' | '}' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Applicability, Confidence, Fix, Message, Severity};
    use proptest::prelude::*;

    /// Findings as the marks of `bare` tell them.
    fn findings(bare: &Bare) -> Vec<Finding> {
        let mut found: Vec<Finding> = Vec::new();
        for it in bare.marks.iter().filter(|it| !it.further) {
            let fix = |text: &String| Fix::replace(Applicability::Safe, it.span, text.clone());
            found.push(Finding {
                span: it.span,
                message: Message::fixed("", ""),
                severity: Severity::Minor,
                confidence: Confidence::High,
                fixes: it.fixes.iter().map(fix).collect(),
                entry: None,
            });
        }
        for it in bare.marks.iter().filter(|it| it.further) {
            let nearest = found.iter_mut().rfind(|f| f.span <= it.span);
            if let Some(fix) = nearest.and_then(|it| it.fixes.first_mut()) {
                *fix = fix.clone().and(it.span, it.fixes[0].clone());
            }
        }
        found
    }

    #[test]
    fn marks_come_back() {
        for marked in [
            "في {محكمة|ملعب} روسيا",
            "{صفقة|اتفاق|اتفاقية} وقف إطلاق النار {+التي|الذي} تعرضها",
            "ذلك{ |}، ثم{|،} قال {شيئا}",
            r"قال \{نعم\} \| {لا\||كلا}",
        ] {
            let bare = strip(marked).unwrap();
            assert_eq!(mark(&bare.text, &findings(&bare)), marked);
        }
    }

    #[test]
    fn a_broken_mark_is_told_with_its_place() {
        assert_eq!(strip("قال {نعم").unwrap_err().offset, "قال ".len());
        assert_eq!(strip("a} b").unwrap_err().offset, 1);
        assert_eq!(strip("{a{b}}").unwrap_err().offset, 2);
        assert_eq!(strip(r"a\b").unwrap_err().offset, 1);
    }

    proptest! {
        #[test]
        fn any_text_strips_or_fails_and_what_strips_comes_back(text in "[{}|+\\\\a ]{0,12}") {
            if let Ok(bare) = strip(&text) {
                let again = strip(&mark(&bare.text, &[])).unwrap();
                prop_assert_eq!(again.text, bare.text);
            }
        }
    }
}
