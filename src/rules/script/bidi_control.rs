//! Controls of the bidirectional algorithm where they do harm: see [`RULE`].

use crate::{
    arabic::{TokenKind, letters},
    diagnostic::{Applicability, Fix, Message, Severity},
    rule::{Ctx, Findings, rule},
    text::{InSegment, Span},
};

rule! {
    /// A direction control inside a word, or one that is never closed.
    ///
    /// ## Why
    ///
    /// The marks U+200E, U+200F and U+061C and the isolates help where Arabic meets Latin or
    /// telephone numbers. Inside an Arabic word they do nothing but hide the word from searches. An
    /// embedding or isolate without its end turns the rest of the paragraph, and an override
    /// (U+202D, U+202E) shows letters in another order than they are read.
    ///
    /// ## Examples
    ///
    /// The control characters in these lines are real.
    ///
    /// ```ar
    /// وصل {م‏حمد|محمد} إلى المطار.
    /// ```
    ///
    /// Beside a word or a Latin name a mark is in its place.
    ///
    /// ```ar
    /// صدر الإصدار الجديد من لغة C++‎ أمس.
    /// ```
    "script/bidi-control" {
        group: Script,
        category: Encoding,
        severity: Minor,
        confidence: High,
        ar: "محرف تحكم في الاتجاه داخل كلمة أو لم يُغلق",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    if !ctx.words.has_unusual_characters() {
        return;
    }
    for token in &ctx.words.tokens {
        let word = ctx.token(token);
        if token.kind != TokenKind::Arabic || !word.contains(letters::is_bidi_control) {
            continue;
        }
        // An override is reported below, with its end.
        if word.contains(is_override) {
            continue;
        }
        let message = Message::fixed(
            "a direction control inside a word",
            "محرف تحكم في الاتجاه داخل كلمة",
        );
        let clean: String = word
            .chars()
            .filter(|it| !letters::is_bidi_control(*it))
            .collect();
        let fix = Fix::replace(Applicability::Safe, token.span, clean);
        acc.add(token.span, message).fixes.push(fix);
    }
    for control in unpaired_and_overriding(ctx.text) {
        let (message, severity) = if is_override(control.character) {
            let message = Message::fixed(
                "an override shows the letters after it in another order",
                "محرف يعكس ترتيب الحروف التي بعده",
            );
            (message, Severity::Major)
        } else {
            // One inside a word has been reported with the word.
            if is_inside_a_word(ctx, control.span) {
                continue;
            }
            let message = Message::fixed(
                "a direction control without its partner",
                "محرف تحكم في الاتجاه بلا نظيره",
            );
            (message, Severity::Minor)
        };
        let mut fix = Fix::replace(Applicability::Suggested, control.span, "");
        if let Some(end) = control.end {
            fix = fix.and(end, "");
        }
        let finding = acc.add(control.span, message);
        finding.severity = severity;
        finding.fixes.push(fix);
    }
}

fn is_inside_a_word(ctx: &Ctx<'_>, span: Span<InSegment>) -> bool {
    let arabic = |it: &&crate::arabic::Token| it.kind == TokenKind::Arabic;
    let mut words = ctx.words.tokens.iter().filter(arabic);
    words.any(|it| it.span.contains(span))
}

fn is_override(c: char) -> bool {
    matches!(c, '\u{202D}' | '\u{202E}')
}

/// A control that is reported.
struct Control {
    character: char,
    span: Span<InSegment>,
    /// Of an override: where it ends.
    end: Option<Span<InSegment>>,
}

/// The overrides of a text, and the embeddings, isolates and ends that have no partner.
fn unpaired_and_overriding(text: &str) -> Vec<Control> {
    let mut found = Vec::new();
    let mut open: Vec<Control> = Vec::new();
    for (at, character) in text.char_indices() {
        let span = Span::new(at..at + character.len_utf8());
        let control = Control {
            character,
            span,
            end: None,
        };
        match character {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2068}' => {
                open.push(control);
            }
            '\u{202C}' | '\u{2069}' => {
                let isolates = character == '\u{2069}';
                let pairs = |it: &Control| (it.character >= '\u{2066}') == isolates;
                match open.iter().rposition(pairs) {
                    Some(at) => {
                        let opened = open.remove(at);
                        if is_override(opened.character) {
                            found.push(Control {
                                end: Some(span),
                                ..opened
                            });
                        }
                    }
                    None => found.push(control),
                }
            }
            _ => {}
        }
    }
    found.extend(open);
    found.sort_by_key(|it| it.span);
    found
}

#[cfg(test)]
mod tests {
    use super::{Span, unpaired_and_overriding};

    #[track_caller]
    fn check(text: &str, expect: &[(usize, Option<usize>)]) {
        let found: Vec<_> = unpaired_and_overriding(text)
            .iter()
            .map(|it| (it.span.start(), it.end.map(Span::start)))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn pairs_are_left_and_overrides_are_not() {
        check("a\u{202A}b\u{202C}c", &[]);
        check("\u{2067}b\u{2069}", &[]);
        check("\u{202E}b\u{202C}", &[(0, Some(4))]);
        check("\u{202E}b", &[(0, None)]);
        check("a\u{202C}", &[(1, None)]);
        check("\u{2067}b\u{202C}", &[(0, None), (4, None)]);
    }
}
