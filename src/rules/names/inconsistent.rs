//! One name, two spellings in one article: see [`RULE`].

use rustc_hash::FxHashMap;

use crate::{
    arabic::{bare, given_name},
    diagnostic::{Applicability, Fix, Message},
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
    let mut by_consonants: FxHashMap<u64, Vec<Spelling>> = FxHashMap::default();
    for (segment, it) in ctx.segments.iter().enumerate() {
        for word in 0..it.readings.words.len() {
            if !may_be_unknown_name(it, word) {
                continue;
            }
            let key = skeleton(it.fold(word));
            // Three consonants at least: less is shared by too many words.
            if key < 0o100 {
                continue;
            }
            let text = bare(it.word(word));
            let known = by_consonants.entry(key).or_default();
            match known.iter_mut().find(|it| it.text == text) {
                Some(spelling) => spelling.places.push((segment, word)),
                None => known.push(Spelling {
                    text,
                    places: vec![(segment, word)],
                }),
            }
        }
    }
    let mut groups: Vec<Vec<Spelling>> = by_consonants
        .into_values()
        .filter(|it| it.len() > 1)
        .collect();
    // The table has no order; the text has.
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

/// An Arabic word that no glossary or list reads as anything.
fn may_be_unknown_name(ctx: &Ctx<'_>, word: usize) -> bool {
    let at = &ctx.readings.words[word];
    at.arabic
        && ctx.readings.of(word).iter().all(|it| it.weak)
        && ctx.fold(word).chars().count() >= 5
        && !ctx.fold(word).starts_with("ال")
        && given_name(ctx.fold(word)).is_none()
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
