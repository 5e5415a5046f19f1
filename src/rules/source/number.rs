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
    "source/number" {
        group: Source,
        category: Mistranslation,
        severity: Major,
        confidence: Medium,
        ar: "رقم يخالف رقم الأصل",
        pair: check,
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
    let answers = |a: &Quantity, b: &Quantity| {
        is_calendar(a) == is_calendar(b)
            && (!is_calendar(a) || a.counting == b.counting)
            && a.equals(b)
    };
    let missing: Vec<&(&str, &Quantity)> = wanted
        .iter()
        .filter(|(_, it)| !there.iter().any(|other| answers(it, other.2)))
        .filter(|(_, it)| !(duals && it.equals(&two())))
        .collect();
    let extra: Vec<&(usize, &Ctx<'_>, &Quantity)> = there
        .iter()
        .filter(|(_, _, it)| !wanted.iter().any(|other| answers(other.1, it)))
        .collect();
    // One number of each side is left over, of one kind: the one stands for the other.
    let ([(said, one)], [(segment, target, other)]) = (missing.as_slice(), extra.as_slice()) else {
        return;
    };
    let both_digits = one.digits && other.digits;
    let same_kind = is_calendar(one) == is_calendar(other)
        && (!is_calendar(one) || one.counting == other.counting);
    if !same_kind || !(both_digits || is_calendar(one)) {
        return;
    }
    // `1950-53` written out, and `150.000` for 150,000, are the same number.
    let written_out = one.value < 100.0 && same(other.value % 100.0, one.value);
    if !is_calendar(one)
        && (written_out || (other.value < 1000.0 && same(other.value * 1000.0, one.value)))
    {
        return;
    }
    let tokens = &target.words.tokens[other.tokens.clone()];
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return;
    };
    let span = first.span.cover(last.span);
    let text = target.at(span);
    acc.in_segment(*segment);
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
    finding.fixes.push(Fix {
        title: Some(Message::new(
            format!("write the number of the source, “{said}”"),
            format!("اكتب رقم الأصل «{said}»"),
        )),
        applicability: Applicability::Display,
        edits: Vec::new(),
    });
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
