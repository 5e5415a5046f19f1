//! The names of a source and the Arabic words that answer them, for the rules about names.

use rustc_hash::FxHashSet;

use crate::{
    align::lexicon,
    arabic::{Clitics, TokenKind, skeleton, splits},
    english::lemmas,
    matcher::FormKind,
    names::{resembles, skeletons},
    rule::{Ctx, PairCtx, Paired},
};

/// A word of a name in the source.
#[derive(Clone, Debug)]
pub(super) struct NameWord<'a> {
    /// As the source spells it, without `'s`.
    pub(super) latin: &'a str,
    /// In lower case without accents.
    pub(super) fold: &'a str,
    /// Its place in its sentence, from 0 to 1.
    pub(super) place: f64,
    /// It is a word of a name of the gazetteer.
    pub(super) known: Option<String>,
}

/// An Arabic word that may spell a name: without its clitics.
#[derive(Clone, Debug)]
pub(super) struct Spelt<'a> {
    /// The segment and the number of the word.
    pub(super) at: (usize, usize),
    /// The word without clitics.
    pub(super) core: &'a str,
    /// What was cut off.
    pub(super) clitics: Clitics,
}

/// Words of the source that are names wherever they stand: with a capital inside a sentence, and not in
/// the lexicon.
pub(super) fn name_folds<'a>(ctx: &PairCtx<'a>) -> FxHashSet<&'a str> {
    let mut folds = FxHashSet::default();
    for segment in &ctx.source.segments {
        let small: FxHashSet<&str> = (0..segment.english.tokens.len())
            .filter(|it| !segment.english.tokens[*it].capital)
            .map(|it| segment.english.fold(it))
            .collect();
        for run in segment
            .names
            .iter()
            .filter(|it| !it.initial || it.tokens.len() > 1)
        {
            for at in run.tokens.clone() {
                let fold = segment.english.fold(at);
                if fold.chars().count() > 2
                    && fold.chars().all(char::is_alphabetic)
                    && !small.contains(fold)
                {
                    folds.insert(fold);
                }
            }
        }
    }
    let lexicon = lexicon();
    folds.retain(|fold| !lemmas(fold).iter().any(|it| lexicon.knows(it)));
    folds
}

/// The name words of the source sentences of a bead, in order.
pub(super) fn name_words<'a>(
    ctx: &PairCtx<'a>,
    paired: &Paired,
    folds: &FxHashSet<&str>,
) -> Vec<NameWord<'a>> {
    let mut found = Vec::new();
    let total: usize = ctx
        .source_sentences(paired)
        .map(|it| it.0.tokens.len())
        .sum();
    let mut before = 0;
    for (sentence, segment) in ctx.source_sentences(paired) {
        let english = &segment.english;
        for at in sentence.tokens.clone() {
            let (token, fold) = (&english.tokens[at], english.fold(at));
            // Acronyms are written out or kept.
            let latin = &segment.text[token.span.range()];
            if !token.capital
                || !folds.contains(fold)
                || !latin.chars().skip(1).any(char::is_lowercase)
                || is_compound(latin)
            {
                continue;
            }
            found.push(NameWord {
                latin,
                fold,
                place: f64::from((before + at - sentence.tokens.start) as u32)
                    / f64::from(total.max(1) as u32),
                known: ctx
                    .glossaries()
                    .and_then(|it| it.latin_name(&[fold]))
                    .map(|it| it.arabic)
                    .filter(|it| !it.contains(' ')),
            });
        }
        before += sentence.tokens.len();
    }
    found
}

/// `OpenAI`, `YouTube`: Arabic writes two words, or one as it likes.
fn is_compound(latin: &str) -> bool {
    latin
        .chars()
        .zip(latin.chars().skip(1))
        .any(|(a, b)| a.is_lowercase() && b.is_uppercase())
}

/// The ways to read the Arabic word as a spelling: itself, and without its clitics.
pub(super) fn spellings<'a>(ctx: &Ctx<'a>, segment: usize, word: usize) -> Vec<Spelt<'a>> {
    let at = ctx.readings.words[word];
    let text = ctx.word(word);
    let fold = ctx.fold(word);
    if ctx.words.tokens[at.token as usize].kind != TokenKind::Arabic || at.signed {
        return Vec::new();
    }
    splits(fold, text.ends_with('ة'))
        .filter(|it| it.clitics.pronoun.is_none())
        .filter_map(|it| {
            let core = text.get(it.core.clone())?;
            Some(Spelt {
                at: (segment, word),
                core,
                clitics: it.clitics,
            })
        })
        .collect()
}

/// Whether a glossary or the lexicon knows the Arabic word as anything but a name.
pub(super) fn is_word(ctx: &Ctx<'_>, word: usize) -> bool {
    let of_glossary = ctx.readings.of(word).iter().any(|it| {
        !it.weak && ctx.glossaries.set_of(it).lexicon.form(it.form).kind != FormKind::Name
    });
    let fold = ctx.fold(word);
    let lexicon = lexicon();
    of_glossary
        || !ctx.readings.words[word].arabic
        || splits(fold, ctx.word(word).ends_with('ة')).any(|it| {
            let short = it.core.len() <= 4;
            (it.clitics.is_empty() || !short) && lexicon.knows_arabic(&fold[it.core])
        })
}

/// The Arabic word of the target sentences that spells `name` best, if one does: of several the nearest.
pub(super) fn answer<'a>(
    ctx: &PairCtx<'a>,
    paired: &Paired,
    name: &NameWord<'_>,
) -> Option<Spelt<'a>> {
    // `the Khitans`, `the Spartans`: Arabic writes no s.
    let single = name.fold.strip_suffix('s').filter(|it| it.len() > 3);
    let mut wanted = skeletons(name.fold);
    wanted.extend(single.into_iter().flat_map(skeletons));
    let mut best: Option<(f64, Spelt<'_>)> = None;
    let total: usize = ctx.target_sentences(paired).map(|it| it.2.len()).sum();
    let mut before = 0;
    for (segment, target, words) in ctx.target_sentences(paired) {
        for word in words.clone() {
            let there =
                f64::from((before + word - words.start) as u32) / f64::from(total.max(1) as u32);
            for spelt in spellings(target, segment, word) {
                let known = name.known.as_deref() == Some(spelt.core);
                let key = skeleton(&crate::arabic::folded(spelt.core));
                let alike = key >= 1 << 3 && wanted.contains(&key);
                let cost = resembles(name.latin, spelt.core)
                    .or_else(|| single.and_then(|it| resembles(it, spelt.core)));
                // A word of the language spells a name only where it could not do so better.
                if !known && is_word(target, word) && (key < 1 << 6 || cost.is_none_or(|it| it > 2))
                {
                    continue;
                }
                if !known && !alike && cost.is_none() {
                    continue;
                }
                // A short skeleton (`Taiwan` has two consonants) is many a word's.
                let weak = !known && key < 1 << 6 && cost.is_none();
                let far = (there - name.place).abs();
                if weak && far > 0.15 {
                    continue;
                }
                let cut = if spelt.clitics == Clitics::NONE {
                    0.0
                } else {
                    0.05
                };
                let rank = far + cut + if weak { 0.3 } else { 0.0 } - if known { 0.5 } else { 0.0 };
                if best.as_ref().is_none_or(|it| rank < it.0) {
                    best = Some((rank, spelt));
                }
            }
        }
        before += words.len();
    }
    best.map(|it| it.1)
}
