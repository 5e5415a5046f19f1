//! Numbers of an English target that are not those of its Arabic source, for `source/number`.

use super::super::number::{display, mismatch};
use crate::{
    align::SourceSegment,
    arabic::numbers::is_dual,
    diagnostic::{Confidence, Message},
    quantity::Quantity,
    rule::{EnglishCtx, Findings},
};

/// Adds a finding for each pair of sentences in which one number stands for another.
pub(in super::super) fn check(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    for (arabic, bead) in ctx.sure_pairs() {
        let mut english: Vec<(usize, &SourceSegment<'_>, &Quantity)> = Vec::new();
        for (sentence, segment) in ctx.english_of(bead) {
            let numbers = segment.numbers.iter();
            let mine = numbers.filter(|it| sentence.tokens.contains(&it.tokens.start));
            english.extend(mine.map(|it| (sentence.segment, segment, it)));
        }
        let mut said: Vec<(&str, &Quantity)> = Vec::new();
        let mut duals = false;
        for (sentence, segment) in arabic.sentences(bead) {
            let tokens = &segment.words.tokens;
            duals |= tokens[sentence.tokens.clone()]
                .iter()
                .any(|it| is_dual(segment.words.fold(it)));
            let numbers = segment.numbers.iter();
            for it in numbers.filter(|it| sentence.tokens.contains(&it.tokens.start)) {
                if let [first, .., last] | [first @ last] = &tokens[it.tokens.clone()] {
                    said.push((&segment.text[first.span.cover(last.span).range()], it));
                }
            }
        }
        let quantities: Vec<&Quantity> = english.iter().map(|it| it.2).collect();
        let of_source: Vec<&Quantity> = said.iter().map(|it| it.1).collect();
        let Some((wrong, right)) = mismatch(&quantities, &of_source, duals) else {
            continue;
        };
        let (number, segment, quantity) = english[wrong];
        let Some(span) = ctx.span(segment, quantity.tokens.clone()) else {
            continue;
        };
        let (text, said) = (&segment.text[span.range()], said[right].0);
        acc.in_segment(number);
        let finding = acc.add(
            span,
            Message::new(
                format!("“{text}”: the source says “{said}”"),
                format!("«{text}»: في الأصل «{said}»"),
            ),
        );
        if bead.shared > 0.5 {
            finding.confidence = Confidence::High;
        }
        finding.fixes.push(display(said));
    }
}
