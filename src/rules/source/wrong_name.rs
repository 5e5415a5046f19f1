//! Names that the target spells as no one would: see [`RULE`].

use rustc_hash::FxHashSet;

use super::name_answers::{NameWord, Spelt, answer, is_word, name_folds, name_words, spellings};
use crate::{
    arabic::{folded, join, skeleton},
    diagnostic::{Applicability, Confidence, Fix, Message},
    names::{candidates, score_pair, skeletons, spelling_distance},
    rule::{Ctx, Findings, PairCtx, Paired, rule},
};

rule! {
    /// A name of the source that the target spells as another.
    ///
    /// ## Why
    ///
    /// Translation programs garble names that they do not know: letters change places, come in, get lost.
    /// Where the sentence has no spelling of the name, but a word that is nearly one and nothing else, that
    /// word was meant. The fix is the spelling of the glossary, or the most probable one of the model.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// The group bought shares of Vandermark on Monday. => اشترت المجموعة أسهم {فاندرمكرك|فاندرمارك} يوم الاثنين.
    /// ```
    ///
    /// ```ar
    /// The group bought shares of Vandermark on Monday. => اشترت المجموعة أسهم فاندرمارك يوم الاثنين.
    /// ```
    ///
    /// In an English target:
    ///
    /// ```en
    /// وصل الرئيس زيلينسكي إلى باريس يوم الاثنين. => President {Zilinski|Zelensky} arrived in Paris on Monday.
    /// ```
    ///
    /// ```en
    /// وصل الرئيس زيلينسكي إلى باريس يوم الاثنين. => President Zelensky arrived in Paris on Monday.
    /// ```
    "source/wrong-name" {
        group: Source,
        category: Mistranslation,
        severity: Major,
        confidence: Medium,
        ar: "اسم في الأصل كُتب برسم غيره",
        pair: check,
        english: super::english::wrong_name::check,
    }
}

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    let folds = name_folds(ctx);
    for paired in ctx.pairs() {
        let names = name_words(ctx, paired, &folds);
        let mut taken: FxHashSet<(usize, usize)> = FxHashSet::default();
        let mut lost: Vec<&NameWord<'_>> = Vec::new();
        for name in &names {
            match answer(ctx, paired, name) {
                Some(spelt) => {
                    taken.insert(spelt.at);
                    if let Some(right) = better(ctx, name, &spelt) {
                        report(ctx, name, &spelt, &right, acc);
                    }
                }
                None => lost.push(name),
            }
        }
        for name in lost {
            if let Some((spelt, right)) = near_miss(ctx, paired, name, &taken) {
                taken.insert(spelt.at);
                report(ctx, name, &spelt, &right, acc);
            }
        }
    }
}

/// Above this the model is sure of its best spelling.
const SURE: f32 = 0.55;
/// Below this (see [`score_pair`]) no one spells the name so.
const FAR: f32 = -1.3;

/// What the glossary writes for `spelt`, which has the consonants of `name` and vowels that no one gives it.
fn better(ctx: &PairCtx<'_>, name: &NameWord<'_>, spelt: &Spelt<'_>) -> Option<String> {
    let (segment, word) = spelt.at;
    // و may be of the name or before it; ال is of a word, or of a name that has it.
    let ways = spellings(&ctx.document.segments[segment], segment, word);
    if ways.iter().any(|it| it.clitics.article) || is_demonym(name.fold) {
        return None;
    }
    let scores = ways.iter().map(|it| score_pair(name.latin, it.core));
    let score = scores.fold(f32::NEG_INFINITY, f32::max);
    if name
        .known
        .as_ref()
        .is_some_and(|known| ways.iter().any(|it| it.core.contains(known.as_str())))
    {
        return None;
    }
    let known = name.known.as_ref()?;
    (score < FAR && folded(known) != folded(spelt.core)).then(|| known.clone())
}

/// The word of the target that is nearly a spelling of `name`, with the spelling.
fn near_miss<'a>(
    ctx: &PairCtx<'a>,
    paired: &Paired,
    name: &NameWord<'_>,
    taken: &FxHashSet<(usize, usize)>,
) -> Option<(Spelt<'a>, String)> {
    let stays = |(_, target, words): (usize, &Ctx<'_>, std::ops::Range<usize>)| {
        words.clone().any(|it| target.fold(it) == name.fold)
    };
    if name.fold.chars().count() < 4
        || is_demonym(name.fold)
        || ctx.target_sentences(paired).any(stays)
    {
        return None;
    }
    // The model is asked only where some word could be the name: it costs more than all the rest.
    let wanted = skeletons(name.fold);
    let could_be = |(segment, target, words): (usize, &Ctx<'_>, std::ops::Range<usize>)| {
        words.clone().any(|word| {
            !taken.contains(&(segment, word))
                && !is_word(target, word)
                && spellings(target, segment, word).iter().any(|it| {
                    let key = skeleton(&folded(it.core));
                    wanted.iter().any(|it| is_near(*it, key))
                })
        })
    };
    if !ctx.target_sentences(paired).any(could_be) {
        return None;
    }
    let mut right: Vec<String> = name.known.iter().cloned().collect();
    let spelt = candidates(name.latin, 3);
    if right.is_empty() && spelt.first().is_none_or(|it| it.score < SURE) {
        return None;
    }
    right.extend(spelt.into_iter().map(|it| it.arabic));
    let total: usize = ctx.target_sentences(paired).map(|it| it.2.len()).sum();
    let mut before = 0;
    let mut best: Option<(u32, Spelt<'_>, &String)> = None;
    for (segment, target, words) in ctx.target_sentences(paired) {
        for word in words.clone() {
            let there =
                f64::from((before + word - words.start) as u32) / f64::from(total.max(1) as u32);
            if taken.contains(&(segment, word))
                || (there - name.place).abs() > 0.4
                || is_word(target, word)
            {
                continue;
            }
            for spelt in spellings(target, segment, word) {
                // An article is of a word, or of a name that has it.
                if spelt.clitics.article || spelt.core.chars().count() < 4 {
                    continue;
                }
                for spelling in &right {
                    // The next word was written onto it: not a matter of names.
                    if spelt.core.starts_with(spelling.as_str()) {
                        return None;
                    }
                    let letters = spelling.chars().count() as u32;
                    let distance = spelling_distance(spelt.core, spelling);
                    let near =
                        letters >= 5 && distance > 0 && distance <= (5 * letters / 2).min(16);
                    if near && best.as_ref().is_none_or(|it| distance < it.0) {
                        best = Some((distance, spelt.clone(), spelling));
                    }
                }
            }
        }
        before += words.len();
    }
    let (_, spelt, spelling) = best?;
    // What the model finds a fair spelling is one.
    (score_pair(name.latin, spelt.core) < FAR
        && folded(spelt.core) != folded(spelling)
        && consonants(spelt.core) != consonants(spelling))
    .then(|| (spelt, spelling.clone()))
}

/// What is said of a spelling, whichever of two like letters writes it and however long its vowels are:
/// طومسون and تومبسون are one name, whose p is silent.
fn consonants(spelling: &str) -> String {
    let mut said = String::new();
    for c in folded(spelling).chars() {
        let sound = match c {
            'ا' | 'و' | 'ي' | 'ه' | 'ع' | 'ح' => continue,
            'ط' => 'ت',
            'ذ' | 'ظ' | 'ض' => 'ز',
            'ث' | 'ص' => 'س',
            'غ' | 'ق' | 'ك' => 'ج',
            'ب' if said.ends_with('م') => continue,
            other => other,
        };
        if !said.ends_with(sound) {
            said.push(sound);
        }
    }
    said
}

/// Whether two skeletons of three consonants or more begin alike and are of about one length.
fn is_near(one: u64, other: u64) -> bool {
    let len = |it: u64| (64 - it.leading_zeros()).div_ceil(3);
    let first = |it: u64| it >> (3 * len(it).saturating_sub(1));
    len(one) >= 3
        && len(other) >= 3
        && len(one).abs_diff(len(other)) <= 1
        && first(one) == first(other)
}

/// Peoples and followers, and the adjectives of places, have Arabic forms of their own.
fn is_demonym(fold: &str) -> bool {
    let single = fold.strip_suffix('s').unwrap_or(fold);
    ["an", "ic", "ish", "ese", "ist", "ism", "ite", "ine", "er"]
        .iter()
        .any(|it| single.ends_with(it))
        && single.len() > 6
}

fn report(
    ctx: &PairCtx<'_>,
    name: &NameWord<'_>,
    spelt: &Spelt<'_>,
    right: &str,
    acc: &mut Findings<'_>,
) {
    let (segment, word) = spelt.at;
    let target = &ctx.document.segments[segment];
    let span = target.readings.words[word].span;
    let text = target.at(span);
    acc.in_segment(segment);
    let latin = name.latin;
    let finding = acc.add(
        span,
        Message::new(
            format!("“{text}”: the source names {latin}, in Arabic {right}"),
            format!("«{text}»: الاسم في الأصل {latin}، ورسمه {right}"),
        ),
    );
    if name.known.as_deref() == Some(right) {
        finding.confidence = Confidence::High;
    }
    finding.fixes.push(Fix::replace(
        Applicability::Suggested,
        span,
        join(spelt.clitics, right, right),
    ));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::trial::check_pair;

    #[test]
    fn like_letters_and_silent_ones_make_no_other_name() {
        for pair in [
            "The director Sampson spoke to the club on Monday. => تحدث المدير صامسون إلى النادي يوم الاثنين.",
            "The director Vandermark spoke to the club on Monday. => تحدث المدير {فاندرمكرك|فاندرمارك} إلى النادي يوم الاثنين.",
        ] {
            check_pair(&RULE, pair);
        }
    }
}
