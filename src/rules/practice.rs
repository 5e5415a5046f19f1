//! One article, one practice: what the rules have in common that look at what a house may choose.
//!
//! Where the house chose, each place that does otherwise is a small fault with a fix. Where it did
//! not, both practices are good Arabic, and an article that mixes them hears of it once, as advice.

use crate::{
    diagnostic::{Fix, Message, Severity},
    rule::{DocumentCtx, Findings},
    style::Choice,
    text::{InSegment, Span},
};

/// A place where one of several practices is followed.
#[derive(Clone, Debug)]
pub(super) struct Use<K> {
    pub(super) practice: K,
    pub(super) segment: usize,
    pub(super) span: Span<InSegment>,
}

/// More places than these are counted and not quoted.
const MOST_QUOTED: usize = 5;

/// Adds what is to be said of `uses`, which stand in the order of the text. `fix` turns a place to
/// another practice.
pub(super) fn report<K: Choice>(
    ctx: &DocumentCtx<'_>,
    acc: &mut Findings<'_>,
    uses: &[Use<K>],
    chosen: K,
    fix: impl Fn(&Use<K>, K) -> Option<Fix>,
) {
    if chosen != K::default() {
        let (en, ar) = chosen.words();
        for it in uses.iter().filter(|it| it.practice != chosen) {
            acc.in_segment(it.segment);
            let message = Message::new(
                format!("the house style is {en}"),
                format!("أسلوب الدار {ar}"),
            );
            let finding = acc.add(it.span, message);
            finding.severity = Severity::Minor;
            finding.fixes.extend(fix(it, chosen));
        }
        return;
    }
    let Some(main) = commonest(uses) else {
        return;
    };
    let others: Vec<&Use<K>> = uses.iter().filter(|it| it.practice != main).collect();
    let Some(first) = others.first() else {
        return;
    };
    let quoted = quoted(ctx, &others);
    let ((main_en, main_ar), (en, ar)) = (main.words(), first.practice.words());
    let (count, main_count) = (others.len(), uses.len() - others.len());
    let message = Message::new(
        format!("mixed in one article: {main_en} {main_count} times, {en} {count} times{quoted}"),
        format!("خلط في مقال واحد: {main_ar} ({main_count})، و{ar} ({count}){quoted}"),
    );
    acc.in_segment(first.segment);
    let finding = acc.add(first.span, message);
    finding.fixes.extend(fix(first, main));
}

/// The practice followed most often, the first of the text where two are followed equally often.
fn commonest<K: Choice>(uses: &[Use<K>]) -> Option<K> {
    let count = |practice| uses.iter().filter(|it| it.practice == practice).count();
    let mut best: Option<(usize, K)> = None;
    for it in uses {
        if best.is_none_or(|(most, _)| count(it.practice) > most) {
            best = Some((count(it.practice), it.practice));
        }
    }
    best.map(|it| it.1)
}

/// What stands at the places behind the first, where it tells more than the first does.
fn quoted<K>(ctx: &DocumentCtx<'_>, others: &[&Use<K>]) -> String {
    let mut texts: Vec<&str> = Vec::new();
    for it in others {
        let text = ctx.segments[it.segment].at(it.span);
        if !texts.contains(&text) && texts.len() <= MOST_QUOTED {
            texts.push(text);
        }
    }
    match texts.get(1..) {
        Some(more) if !more.is_empty() => format!(" ({})", more.join(" · ")),
        _ => String::new(),
    }
}
