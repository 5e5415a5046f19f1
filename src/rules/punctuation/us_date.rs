//! Dates in the order of the United States: see [`RULE`].

use crate::{
    arabic::{Token, TokenKind, bare},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// A date in the order of the United States: the month before the day.
    ///
    /// ## Why
    ///
    /// Arabic writes the day, the month, the year, without a comma. `فبراير 24` reads like a year or a
    /// count, and `02/24/2022` names a month that does not exist.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// بدأت الحرب في {فبراير 24، 2022|24 فبراير 2022} ثم توقفت.
    /// وقعا الاتفاق في {02/24/2022}.
    /// ```
    ///
    /// ```ar
    /// بدأت الحرب في 24 فبراير 2022، وسُجلت في يناير 20 حالة.
    /// ```
    "punctuation/us-date" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "تاريخ بالترتيب الأمريكي",
        segment: check,
    }
}

/// The months, by both sets of names.
const MONTHS: [&str; 24] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "إبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "جانفي",
    "فيفري",
    "جويلية",
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Number if is_month_first(ctx.token(token)) => {
                let message = Message::fixed("the day comes before the month", "اليوم قبل الشهر");
                acc.add(token.span, message);
            }
            TokenKind::Arabic if MONTHS.contains(&bare(ctx.token(token)).as_str()) => {
                spelt(ctx, at, acc);
            }
            _ => {}
        }
    }
}

/// Reports `month day, year` whose month is the token of this number.
fn spelt(ctx: &Ctx<'_>, month: usize, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    let number = |at: usize| {
        let token = tokens.get(at).filter(|it| it.kind == TokenKind::Number)?;
        ctx.token(token)
            .chars()
            .map(crate::arabic::digit_value)
            .try_fold(0, |sum, it| Some(sum * 10 + it?))
    };
    let is_comma = |it: &Token| matches!(it.kind, TokenKind::Mark('،' | ','));
    let comma = usize::from(tokens.get(month + 2).is_some_and(is_comma));
    let (Some(day), Some(year)) = (number(month + 1), number(month + 2 + comma)) else {
        return;
    };
    // A day before it: 24 فبراير 20، 2022 is something else.
    let dated = month
        .checked_sub(1)
        .is_some_and(|it| tokens[it].kind == TokenKind::Number);
    if !(1..=31).contains(&day) || !(1000..=2999).contains(&year) || dated {
        return;
    }
    // Two names for the month: شباط/فبراير.
    let first = match month.checked_sub(2).map(|it| (tokens[it], tokens[it + 1])) {
        Some((it, slash))
            if slash.kind == TokenKind::Mark('/') && MONTHS.contains(&ctx.token(&it)) =>
        {
            month - 2
        }
        _ => month,
    };
    let last = month + 2 + comma;
    let text = |range: std::ops::RangeInclusive<usize>| {
        ctx.at(tokens[*range.start()].span.cover(tokens[*range.end()].span))
    };
    let mended = format!(
        "{} {} {}",
        text(month + 1..=month + 1),
        text(first..=month),
        text(last..=last)
    );
    let span = Span::new(tokens[first].span.start()..tokens[last].span.end());
    let message = Message::new(
        format!("day, month, year: {mended}"),
        format!("اليوم ثم الشهر ثم السنة: {mended}"),
    );
    let fix = Fix::replace(Applicability::Suggested, span, mended);
    acc.add(span, message).fixes.push(fix);
}

/// `02/24/2022`, whose second number cannot be a month and whose first can.
fn is_month_first(number: &str) -> bool {
    let parts: Vec<Option<u32>> = number.split('/').map(|it| it.parse().ok()).collect();
    matches!(parts[..], [Some(1..=12), Some(13..=31), Some(1000..=2999)])
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn two_names_of_a_month_go_together() {
        check(&RULE, "في {شباط/فبراير 24، 2022|24 شباط/فبراير 2022}");
        check(&RULE, "في {مارس 3 2021|3 مارس 2021}");
        check(&RULE, "في 24/02/2022 و24 فبراير 2022 ومايو 2021");
    }
}
