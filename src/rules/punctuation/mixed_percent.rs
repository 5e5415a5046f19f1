//! Percentages written in several ways: see [`RULE`].

use super::super::practice::{Use, report};
use crate::{
    arabic::{TokenKind, bare},
    diagnostic::{Applicability, Fix},
    rule::{DocumentCtx, Findings, rule},
    style::{Hundred, Percent},
    text::Span,
};

rule! {
    /// Percentages in two ways in one article, or not as the house style has them.
    ///
    /// ## Why
    ///
    /// `5%`, `5٪` and `5 في المئة` are all in use, and an article keeps to one. A house may say which in
    /// `style: {percent: …}`.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// ارتفع السهم 5% ثم 3%، وتراجع المؤشر {2 في المئة|2%}.
    /// ```
    ///
    /// ```ar
    /// ارتفع السهم 5 في المئة ثم تراجع بنسبة 3 بالمئة.
    /// ```
    "punctuation/mixed-percent" {
        group: Punctuation,
        category: Punctuation,
        severity: Neutral,
        confidence: High,
        ar: "نسب مئوية مكتوبة بطريقتين في مقال واحد",
        document: check,
    }
}

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let Some(first) = ctx.segments.first() else {
        return;
    };
    let mut uses = Vec::new();
    for (segment, it) in ctx.segments.iter().enumerate() {
        let tokens = &it.words.tokens;
        for (at, number) in tokens.iter().enumerate() {
            if number.kind != TokenKind::Number {
                continue;
            }
            let before = at.checked_sub(1).map(|it| &tokens[it]);
            let sign = |kind| match kind {
                TokenKind::Mark('%') => Some(Percent::Sign),
                TokenKind::Mark('٪') => Some(Percent::ArabicSign),
                _ => None,
            };
            let word = |by: usize| match tokens.get(at + by) {
                Some(token) => bare(it.token(token)),
                None => String::new(),
            };
            let is_hundred = |word: &str| matches!(word, "المئة" | "المائة");
            let found = if let Some((practice, after)) =
                tokens.get(at + 1).and_then(|it| Some((sign(it.kind)?, it)))
            {
                Some((practice, number.span.cover(after.span)))
            } else if let Some((practice, before)) = before
                .filter(|_| !number.spaced)
                .and_then(|it| Some((sign(it.kind)?, it)))
            {
                Some((practice, before.span.cover(number.span)))
            } else if matches!(word(1).as_str(), "بالمئة" | "بالمائة") {
                Some((Percent::Words, number.span.cover(tokens[at + 1].span)))
            } else if word(1) == "في" && is_hundred(&word(2)) {
                Some((Percent::Words, number.span.cover(tokens[at + 2].span)))
            } else {
                None
            };
            uses.extend(found.map(|(practice, span)| Use {
                practice,
                segment,
                span,
            }));
        }
    }
    let hundred = match first.style.hundred {
        Hundred::Long => "في المائة",
        Hundred::Short | Hundred::Any => "في المئة",
    };
    report(ctx, acc, &uses, first.style.percent, |it, wanted| {
        let segment = &ctx.segments[it.segment];
        let inside = |token: &&crate::arabic::Token| {
            token.kind == TokenKind::Number && it.span.contains(token.span)
        };
        let number = segment.at(segment.words.tokens.iter().find(inside)?.span);
        let text = match wanted {
            Percent::ArabicSign => format!("{number}٪"),
            Percent::Words => format!("{number} {hundred}"),
            Percent::Sign | Percent::Any => format!("{number}%"),
        };
        let span = Span::new(it.span.range());
        Some(Fix::replace(Applicability::Suggested, span, text))
    });
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check_in, RULE};
    use crate::style::{Percent, Style};

    #[test]
    fn the_house_decides() {
        let style = Style {
            percent: Percent::Words,
            ..Style::default()
        };
        check_in(
            &RULE,
            &style,
            "ارتفع {5%|5 في المئة} ثم {%3|3 في المئة} ثم 4 بالمئة",
        );
        let style = Style {
            percent: Percent::ArabicSign,
            ..Style::default()
        };
        check_in(&RULE, &style, "ارتفع {٥%|٥٪} ثم ٣٪");
    }
}
