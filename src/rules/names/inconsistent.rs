//! One name, two spellings in one article: see [`RULE`].

use super::foreign::looks_foreign;
use crate::{
    arabic::{GivenName, bare, given_name, skeleton},
    diagnostic::{Applicability, Confidence, Fix, Message},
    matcher::{Barrier, Known},
    names::spelling_distance,
    rule::{Ctx, DocumentCtx, Findings, rule},
};

rule! {
    /// One name in two spellings within an article.
    ///
    /// ## Why
    ///
    /// Translation spells a name anew in each sentence, and the reader meets two people. Two spellings
    /// count as one name when no list knows either as a word or as a name of its own, their
    /// consonants agree, and they differ in a vowel or in consonants of nearly the same sound. The
    /// spelling that the article uses most is suggested.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// سجل بريتزكي هدفين في المباراة، وقال بريتزكي إنه سعيد.
    /// وغادر {بريتسكي|بريتزكي} الملعب مبكرا.
    /// ```
    ///
    /// ```ar
    /// سجل بريتزكي هدفين، وحضر محمد ومحمود وحسن وحسين المباراة.
    /// ```
    "names/inconsistent" {
        group: Names,
        category: InconsistentTerm,
        severity: Minor,
        confidence: Medium,
        ar: "اسم واحد برسمين في المقال نفسه",
        document: check,
    }
}

/// The farthest two spellings of one name are apart, in tenths of a letter.
const FARTHEST: u32 = 4;

/// A spelling, and where it stands: numbers of segment and word.
struct Spelling {
    text: String,
    places: Vec<(usize, usize)>,
}

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    // Sorted by consonants, so that what may be one name lies side by side; most of it is alone.
    let mut places: Vec<(u64, usize, usize)> = Vec::new();
    for (segment, it) in ctx.segments.iter().enumerate() {
        for word in 0..it.readings.words.len() {
            if may_be_unknown_name(it, word) {
                let key = skeleton(it.fold(word));
                // Three consonants at least: less is shared by too many words.
                if key >= 0o100 {
                    places.push((key, segment, word));
                }
            }
        }
    }
    places.sort_unstable();
    let mut groups: Vec<Vec<Spelling>> = places
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|it| it.len() > 1)
        .map(|it| spellings(ctx, it))
        .filter(|it| it.len() > 1)
        .collect();
    // Sorted by consonants says nothing to a reader; the text has an order.
    groups.sort_by_key(|it| it[0].places[0]);
    for group in &groups {
        for (number, spelling) in group.iter().enumerate() {
            let better = group
                .iter()
                .enumerate()
                .filter(|(other, it)| {
                    let more = it.places.len().cmp(&spelling.places.len());
                    more.is_gt() || (more.is_eq() && *other < number && is_tie(ctx, it, spelling))
                })
                .map(|it| it.1)
                .filter(|it| is_same_name(&it.text, &spelling.text))
                .max_by_key(|it| it.places.len());
            if let Some(better) = better {
                report(ctx, spelling, better, acc);
            }
        }
    }
}

/// The spellings of words with the same consonants.
fn spellings(ctx: &DocumentCtx<'_>, places: &[(u64, usize, usize)]) -> Vec<Spelling> {
    let mut known: Vec<Spelling> = Vec::new();
    for &(_, segment, word) in places {
        let it = &ctx.segments[segment];
        if given_name(it.fold(word)).is_some() {
            continue;
        }
        let text = bare(it.word(word));
        match known.iter_mut().find(|it| it.text == text) {
            Some(spelling) => spelling.places.push((segment, word)),
            None => known.push(Spelling {
                text,
                places: vec![(segment, word)],
            }),
        }
    }
    known
}

/// An Arabic word that no glossary or list reads as anything.
fn may_be_unknown_name(ctx: &Ctx<'_>, word: usize) -> bool {
    let at = &ctx.readings.words[word];
    at.arabic
        && at.known == Known::Not
        && ctx.fold(word).len() >= 10
        && !ctx.fold(word).starts_with("ال")
}

/// A vowel more inside, or another consonant of nearly the same sound; no ending more, which would
/// make another form of the word, and no other beginning, which may be a clitic.
fn is_same_name(a: &str, b: &str) -> bool {
    let distance = spelling_distance(a, b);
    let same = |a: Option<char>, b: Option<char>| a == b;
    distance > 0
        && distance <= FARTHEST
        && same(a.chars().next(), b.chars().next())
        && same(a.chars().next_back(), b.chars().next_back())
}

/// Whether two spellings that are equally common are those of a name all the same: a vowel apart, and
/// a given name stands before one.
fn is_tie(ctx: &DocumentCtx<'_>, first: &Spelling, second: &Spelling) -> bool {
    let foreign = |it: &Spelling| {
        let (segment, word) = it.places[0];
        looks_foreign(&ctx.segments[segment], word)
    };
    let named = |it: &Spelling| {
        it.places.iter().any(|&(segment, word)| {
            let here = &ctx.segments[segment];
            word > 0
                && here.readings.words[word].barrier == Barrier::Nothing
                && matches!(
                    given_name(here.fold(word - 1)),
                    Some(GivenName::Male | GivenName::Female | GivenName::Unisex)
                )
        })
    };
    spelling_distance(&first.text, &second.text) < FARTHEST
        && foreign(first)
        && foreign(second)
        && (named(first) || named(second))
}

/// Whether the spellings differ only in how they write a hard g, for which Arabic has no letter.
fn is_hard_g(a: &str, b: &str) -> bool {
    let same = |it: &str| it.replace(['ج', 'ك'], "غ");
    a != b && same(a) == same(b)
}

/// A majority that leaves no doubt.
const CLEAR: usize = 5;

fn report(ctx: &DocumentCtx<'_>, found: &Spelling, better: &Spelling, acc: &mut Findings<'_>) {
    for (segment, word) in &found.places {
        let span = ctx.segments[*segment].readings.words[*word].span;
        let message = Message::new(
            format!(
                "“{}” is spelt {} elsewhere in this article ({} times)",
                found.text,
                better.text,
                better.places.len()
            ),
            format!(
                "«{}» كُتب {} في مواضع أخرى من المقال ({} مرات)",
                found.text,
                better.text,
                better.places.len()
            ),
        );
        acc.in_segment(*segment);
        let fix = Fix::replace(Applicability::Suggested, span, better.text.clone());
        let finding = acc.add(span, message);
        finding.fixes.push(fix);
        let clear = better.places.len() >= CLEAR * found.places.len();
        let tie = better.places.len() == found.places.len();
        if !(clear || tie) || is_hard_g(&found.text, &better.text) {
            finding.confidence = Confidence::Low;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::trial::check;
    use super::RULE;

    #[test]
    fn a_majority_or_a_full_name_settles_the_spelling() {
        check(
            &RULE,
            "سجل بريتزكي وبريتزكي وقال بريتزكي وعاد بريتزكي وفاز بريتزكي ثم خرج {بريتسكي|بريتزكي}.",
        );
        check(
            &RULE,
            "وصل مارك فيندلاند إلى الملعب، وقال {فيندلند|فيندلاند} إنه سعيد.",
        );
    }

    #[test]
    fn words_that_are_alike_are_not_one_name() {
        check(&RULE, "كتب الكاتب كتابا، وقرأ القارئ مقالا ومقالة ومقالات.");
        check(&RULE, "وصل بيرسون وبارسونز إلى الملعب.");
    }
}
