//! Numbers that are not those of the source: see [`RULE`].

use crate::{
    arabic::numbers::is_dual,
    diagnostic::{Applicability, Confidence, Fix, Message},
    quantity::{Counting, Quantity, same},
    rule::{Ctx, Findings, PairCtx, Paired, rule},
};

rule! {
    /// A number that is not the one of the source.
    ///
    /// ## Why
    ///
    /// A wrong number is the error that costs most and that no one sees. Numbers are compared by what they
    /// come to: `3.5 billion` is `3.5 مليار`, `twenty-five percent` is `٢٥٪`, `two years` may be `عامين`.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// The group lost 3.5 billion dollars in March. => خسرت المجموعة {3.5 مليون} دولار في مارس.
    /// ```
    ///
    /// ```ar
    /// The group lost 3.5 billion dollars in two years. => خسرت المجموعة ٣٫٥ مليارات دولار خلال عامين.
    /// ```
    ///
    /// In an English target:
    ///
    /// ```en
    /// خسرت المجموعة 3.5 مليار دولار في مارس. => The group lost {3.5 million} dollars in March.
    /// ```
    "source/number" {
        group: Source,
        category: Mistranslation,
        severity: Major,
        confidence: Medium,
        ar: "رقم يخالف رقم الأصل",
        pair: check,
        english: super::english::number::check,
    }
}

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    for paired in ctx.pairs().iter().filter(|it| it.bead.sure) {
        check_pair(ctx, paired, acc);
    }
}

fn check_pair(ctx: &PairCtx<'_>, paired: &Paired, acc: &mut Findings<'_>) {
    let mut wanted: Vec<(&str, &Quantity)> = Vec::new();
    for (sentence, segment) in ctx.source_sentences(paired) {
        for it in segment
            .numbers
            .iter()
            .filter(|it| sentence.tokens.contains(&it.tokens.start))
        {
            let tokens = &segment.english.tokens[it.tokens.clone()];
            let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
                continue;
            };
            wanted.push((&segment.text[first.span.cover(last.span).range()], it));
        }
    }
    let mut there: Vec<(usize, &Ctx<'_>, &Quantity)> = Vec::new();
    let mut duals = false;
    for (segment, target, words) in ctx.target_sentences(paired) {
        duals |= words.clone().any(|it| is_dual(target.fold(it)));
        let in_words = |it: &&Quantity| {
            let word = target
                .readings
                .words
                .partition_point(|at| (at.token as usize) < it.tokens.start);
            words.contains(&word)
        };
        let numbers = &ctx.target.segments[segment].numbers;
        there.extend(
            numbers
                .iter()
                .filter(in_words)
                .map(|it| (segment, target, it)),
        );
    }
    let of_source: Vec<&Quantity> = wanted.iter().map(|it| it.1).collect();
    let of_target: Vec<&Quantity> = there.iter().map(|it| it.2).collect();
    let Some((right, wrong)) = mismatch(&of_source, &of_target, duals) else {
        return;
    };
    let said = wanted[right].0;
    let (segment, target, other) = there[wrong];
    let tokens = &target.words.tokens[other.tokens.clone()];
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return;
    };
    let span = first.span.cover(last.span);
    let text = target.at(span);
    acc.in_segment(segment);
    let finding = acc.add(
        span,
        Message::new(
            format!("“{text}”: the source says “{said}”"),
            format!("«{text}»: في الأصل «{said}»"),
        ),
    );
    if paired.bead.shared > 0.5 {
        finding.confidence = Confidence::High;
    }
    finding.fixes.push(display(said));
}

/// The advice to write `said`, a number of the source.
pub(super) fn display(said: &str) -> Fix {
    Fix {
        title: Some(Message::new(
            format!("write the number of the source, “{said}”"),
            format!("اكتب رقم الأصل «{said}»"),
        )),
        applicability: Applicability::Display,
        edits: Vec::new(),
    }
}

/// The one number of `english` and the one of `arabic`, sentences that answer each other, that nothing on
/// the other side equals: the one stands for the other. `None` where there is more than one of either, or
/// the two are not of one kind. `duals`: an Arabic dual may be the 2 of the English.
pub(super) fn mismatch(
    english: &[&Quantity],
    arabic: &[&Quantity],
    duals: bool,
) -> Option<(usize, usize)> {
    let answers = |a: &Quantity, b: &Quantity| {
        is_calendar(a) == is_calendar(b)
            && (!is_calendar(a) || a.counting == b.counting)
            && a.equals(b)
    };
    let is_two = |it: &Quantity| duals && it.equals(&two());
    let missing: Vec<usize> = (0..english.len())
        .filter(|it| !arabic.iter().any(|other| answers(english[*it], other)))
        .filter(|it| !is_two(english[*it]))
        .collect();
    let extra: Vec<usize> = (0..arabic.len())
        .filter(|it| !english.iter().any(|other| answers(other, arabic[*it])))
        .collect();
    let ([left], [over]) = (missing.as_slice(), extra.as_slice()) else {
        return None;
    };
    let (one, other) = (english[*left], arabic[*over]);
    let both_digits = one.digits && other.digits;
    let same_kind = is_calendar(one) == is_calendar(other)
        && (!is_calendar(one) || one.counting == other.counting);
    if !same_kind || !(both_digits || is_calendar(one)) {
        return None;
    }
    // `1950-53` written out, and `150.000` for 150,000, are the same number.
    let written_out = one.value < 100.0 && same(other.value % 100.0, one.value);
    let thousands = other.value < 1000.0 && same(other.value * 1000.0, one.value);
    (is_calendar(one) || !(written_out || thousands)).then_some((*left, *over))
}

fn is_calendar(it: &Quantity) -> bool {
    matches!(it.counting, Counting::Month | Counting::Weekday)
}

fn two() -> Quantity {
    Quantity {
        value: 2.0,
        counting: Counting::Things,
        digits: false,
        tokens: 0..0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::trial::check_pair;

    #[test]
    fn one_number_for_another_is_found_and_its_forms_are_not() {
        for pair in [
            "The army sent 150,000 soldiers to the border. => أرسل الجيش {15,000} جندي إلى الحدود.",
            "The minister arrived on Thursday. => وصل الوزير يوم {الثلاثاء}.",
            "The army sent 150,000 soldiers to the border. => أرسل الجيش 150.000 جندي إلى الحدود.",
            "The army sent 150,000 soldiers to the border. => أرسل الجيش ١٥٠ ألف جندي إلى الحدود.",
            "The minister arrived on January 3. => وصل الوزير في الثالث من كانون الثاني.",
        ] {
            check_pair(&RULE, pair);
        }
    }
}
