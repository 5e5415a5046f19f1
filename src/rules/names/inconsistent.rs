//! One name, two spellings in one article: see [`RULE`].

use crate::{
    arabic::{bare, given_name},
    diagnostic::{Applicability, Fix, Message},
    matcher::Known,
    names::{skeleton, spelling_distance},
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
        .filter(|it| it.len() > 2)
        .map(|it| spellings(ctx, it))
        .filter(|it| it.len() > 1)
        .collect();
    // Sorted by consonants says nothing to a reader; the text has an order.
    groups.sort_by_key(|it| it[0].places[0]);
    for group in &groups {
        for spelling in group {
            let better = group
                .iter()
                .filter(|it| it.places.len() > spelling.places.len())
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
        acc.add(span, message).fixes.push(fix);
    }
}
