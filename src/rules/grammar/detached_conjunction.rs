//! و by itself: see [`RULE`].

use super::neighbours::{arabic_after, letters_of, place};
use crate::{
    diagnostic::{Applicability, Confidence, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, DocumentCtx, Findings, rule},
    text::{InSegment, Span},
};

rule! {
    /// و with a space after it.
    ///
    /// ## Why
    ///
    /// The conjunction is written onto the word after it. Systems that translate separated tokens
    /// leave it alone, most often between names. They do so throughout an article: where it happens once,
    /// or less than once in two hundred words, it is a slip of a typist, and is shown on request only.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// التقى الرئيس بوتين {و |و}ماكرون في باريس {و |و}“بحثا” الأزمة.
    /// ```
    ///
    /// Before a number or a Latin word the space is common, and the letter may be named.
    ///
    /// ```ar
    /// بين 10 و 20 لاعبا، وحرف و في آخر الكلمة.
    /// ```
    "grammar/detached-conjunction" {
        group: Grammar,
        category: Spelling,
        severity: Minor,
        confidence: High,
        ar: "واو العطف منفصلة عن الكلمة التي بعدها",
        document: check,
    }
}

/// Systems that part the conjunction do it again and again; a typist's slip is rarer than one in so many
/// words.
const FEWEST_WORDS: usize = 200;

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let places: Vec<(usize, Span<InSegment>, Span<InSegment>)> = ctx
        .segments
        .iter()
        .enumerate()
        .flat_map(|(number, it)| places(it).map(move |(wa, gap)| (number, wa, gap)))
        .collect();
    let words: usize = ctx.segments.iter().map(|it| it.readings.words.len()).sum();
    let slip = places.len() < 2 || places.len() * FEWEST_WORDS < words;
    for (segment, wa, gap) in places {
        let message = Message::fixed(
            "و is written onto the word after it",
            "تتصل واو العطف بالكلمة التي بعدها",
        );
        let fix = Fix::replace(Applicability::Safe, gap, "");
        acc.in_segment(segment);
        let finding = acc.add(wa.cover(gap), message);
        finding.fixes.push(fix);
        if slip {
            finding.confidence = Confidence::Low;
        }
    }
}

/// Where the letter stands apart, and the gap behind it.
fn places<'c>(ctx: &'c Ctx<'_>) -> impl Iterator<Item = (Span<InSegment>, Span<InSegment>)> + 'c {
    ctx.readings
        .governing()
        .filter_map(|word| place_of(ctx, word))
}

fn place_of(ctx: &Ctx<'_>, word: usize) -> Option<(Span<InSegment>, Span<InSegment>)> {
    let token = ctx.readings.words[word].token as usize;
    if ctx.word(word) != "و" || !ctx.words.tokens[token].spaced {
        return None;
    }
    let next = arabic_after(ctx, word, Barrier::Quote)?;
    let (wa, after) = (place(ctx, word), place(ctx, next));
    let between = &ctx.text[wa.end()..after.start()];
    let marks = between.trim_start();
    // A space at once, then nothing but a quotation mark or bracket that hugs its word.
    let opens = marks
        .chars()
        .all(|it| matches!(it, '"' | '“' | '«' | '(' | '‘' | '”'));
    if marks.len() == between.len() || !opens || marks.chars().count() > 1 {
        return None;
    }
    if is_named(ctx, word, next) {
        return None;
    }
    let gap = Span::new(wa.end()..after.start() - marks.len());
    let broken = ctx.at(gap).contains(['\n', '\r']);
    (!broken).then_some((wa, gap))
}

/// Whether the letter itself is meant: beside a word for letter, or in a row of letters.
fn is_named(ctx: &Ctx<'_>, word: usize, next: usize) -> bool {
    let is_letter = |it: usize| letters_of(ctx, it).chars().count() == 1;
    let before = word.checked_sub(1);
    is_letter(next)
        || before.is_some_and(is_letter)
        || before.is_some_and(|it| letters_of(ctx, it).ends_with("حرف"))
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn letters_numbers_and_foreign_words_keep_their_space() {
        for text in [
            "أ و ب",
            "بين بوتين و Witkoff",
            "بين 3 و 5",
            "حرف و هنا",
            "قال و، ثم سكت",
            "قال “و” ثم سكت",
        ] {
            check(&RULE, text);
        }
    }
}
