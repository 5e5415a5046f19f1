//! A space between a prefix and what it belongs to: see [`RULE`].

use crate::{
    arabic::{TokenKind, letters::TATWEEL},
    diagnostic::{Applicability, Fix, Message, Severity},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// A space between a prefix and the number, Latin word or quotation that it belongs to.
    ///
    /// ## Why
    ///
    /// `لـ`, `بـ`, `كـ` and `الـ` are part of the word after them, and the stroke joins them to a number or
    /// a quotation. With a space between, a line may break behind the prefix. Behind the stroke, where
    /// many write it, the space is advice only.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// أعلن الحزب دعمه لـ{ |}70 مرشحا وفوزه بـ{ |}“مقاعد كثيرة” في ال{ |}24 ساعة الماضية.
    /// ```
    ///
    /// ```ar
    /// أعلن الحزب دعمه لـ70 مرشحا وفوزه بـ“مقاعد كثيرة” في عام 1445 هـ 12 مرة.
    /// ```
    "punctuation/space-after-prefix" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "مسافة بين حرف متصل وما يتصل به",
        segment: check,
    }
}

/// Prefixes that the stroke joins, with it, and the article, which some write without.
const PREFIXES: [&str; 6] = ["لـ", "بـ", "كـ", "الـ", "ال", "للـ"];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for pair in ctx.words.tokens.windows(2) {
        let [prefix, next] = pair else {
            continue;
        };
        let belongs = matches!(
            next.kind,
            TokenKind::Number | TokenKind::Latin | TokenKind::Mark('“' | '«' | '"')
        );
        if prefix.kind != TokenKind::Arabic || !next.spaced || !belongs {
            continue;
        }
        let word = ctx.token(prefix);
        let behind = word.strip_prefix(['و', 'ف']).unwrap_or(word);
        if !PREFIXES.contains(&word) && !PREFIXES.contains(&behind) {
            continue;
        }
        let gap = Span::new(prefix.span.end()..next.span.start());
        if ctx.at(gap).contains(['\n', '\r']) {
            continue;
        }
        let message = Message::new(
            format!("no space after the prefix “{word}”"),
            format!("لا مسافة بعد «{word}»"),
        );
        let fix = Fix::replace(Applicability::Safe, gap, "");
        let finding = acc.add(gap, message);
        finding.fixes.push(fix);
        if word.ends_with(TATWEEL) {
            finding.severity = Severity::Neutral;
        }
    }
}
