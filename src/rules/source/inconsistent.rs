//! One name of the source under two spellings: see [`RULE`].

use rustc_hash::FxHashMap;

use super::name_answers::{Spelt, answer, name_folds, name_words, spellings};
use crate::{
    arabic::{folded, join},
    diagnostic::{Applicability, Confidence, Fix, Message},
    names::score_pair,
    rule::{Findings, PairCtx, rule},
};

rule! {
    /// A name of the source that the target spells in two ways.
    ///
    /// ## Why
    ///
    /// To the reader two spellings are two people, and a search finds half of the article. The spelling of the
    /// glossary is proposed where it is one of them, else the one that the target uses most.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// Tornkvist arrived on Monday. On Tuesday Tornkvist met the minister. Tornkvist left on Friday. => وصل تورنكفيست يوم الاثنين. والتقى تورنكفيست الوزير يوم الثلاثاء. وغادر {ترونكفيست|تورنكفيست} يوم الجمعة.
    /// ```
    ///
    /// ```ar
    /// Tornkvist arrived on Monday. On Tuesday Tornkvist met the minister. => وصل تورنكفيست يوم الاثنين. والتقى تورنكفيست الوزير يوم الثلاثاء.
    /// ```
    "source/inconsistent" {
        group: Source,
        category: InconsistentTerm,
        severity: Minor,
        confidence: Medium,
        ar: "اسم واحد في الأصل كُتب برسمين",
        pair: check,
    }
}

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    let folds = name_folds(ctx);
    // By the name, the answers by their spelling.
    let mut answers: FxHashMap<&str, Vec<(String, Spelt<'_>)>> = FxHashMap::default();
    let mut names: Vec<(&str, &str, Option<String>)> = Vec::new();
    for paired in ctx.pairs() {
        for name in name_words(ctx, paired, &folds) {
            let Some(spelt) = answer(ctx, paired, &name) else {
                continue;
            };
            let known = answers.entry(name.fold).or_insert_with(|| {
                names.push((name.fold, name.latin, name.known.as_deref().map(folded)));
                Vec::new()
            });
            if known.iter().all(|it| it.1.at != spelt.at) {
                known.push((folded(spelt.core), spelt));
            }
        }
    }
    for (fold, latin, approved) in &names {
        report(ctx, latin, approved.as_deref(), &answers[fold], acc);
    }
}

fn report(
    ctx: &PairCtx<'_>,
    latin: &str,
    approved: Option<&str>,
    answers: &[(String, Spelt<'_>)],
    acc: &mut Findings<'_>,
) {
    // Most names have one spelling, and the model need not be asked.
    if answers.windows(2).all(|it| it[0].0 == it[1].0) {
        return;
    }
    let count = |spelling: &str| answers.iter().filter(|it| it.0 == spelling).count();
    let most_frequent = answers.iter().map(|it| count(&it.0)).max();
    let ranked = |it: &&(String, Spelt<'_>)| {
        // Only where counts do not decide.
        let often = count(&it.0);
        let best = if Some(often) == most_frequent {
            (score_pair(latin, it.1.core) * 1e3) as i64
        } else {
            i64::MIN
        };
        (approved == Some(it.0.as_str()), often, best)
    };
    let Some(most) = answers.iter().max_by_key(ranked) else {
        return;
    };
    let mut told: Vec<&str> = Vec::new();
    for (spelling, spelt) in answers.iter().filter(|it| it.0 != most.0) {
        // Told at the first of its places: mended there, the next run tells the next.
        if told.contains(&spelling.as_str()) {
            continue;
        }
        // و may be of the name or before it: either way it is the same spelling.
        let (segment, word) = spelt.at;
        let ways = spellings(&ctx.document.segments[segment], segment, word);
        if ways.iter().any(|it| folded(it.core) == most.0) {
            continue;
        }
        // Another word of the article that happens to have these consonants is no spelling.
        if crate::names::spelling_distance(spelling, &most.0) > 10 {
            continue;
        }
        told.push(spelling);
        let target = &ctx.document.segments[segment];
        let text = target.word(word);
        acc.in_segment(segment);
        let finding = acc.add(
            target.readings.words[word].span,
            Message::new(
                format!("“{text}”: {latin} is spelt {} elsewhere", most.1.core),
                format!("«{text}»: كُتب {latin} «{}» في موضع آخر", most.1.core),
            ),
        );
        // Of two spellings that are both frequent either may be meant, unless the glossary has one of them.
        // ج and غ are a matter of taste, and so is `لا` before a name; a vowel more or less is not.
        let decided = approved == Some(most.0.as_str())
            && crate::names::spelling_distance(spelling, &most.0) < 4
            && !text.starts_with("لا");
        // The letter for g is left to the style of a house (`names/letter-for-g`).
        let only_g = letters_for_g_alike(spelling) == letters_for_g_alike(&most.0);
        if only_g || (!decided && count(&most.0) < 3 * count(spelling)) {
            finding.confidence = Confidence::Low;
        }
        let spelt_right = join(spelt.clitics, most.1.core, most.1.core);
        finding.fixes.push(Fix::replace(
            Applicability::Suggested,
            target.readings.words[word].span,
            spelt_right,
        ));
    }
}

/// A folded spelling with one letter for every way to write a foreign g.
fn letters_for_g_alike(fold: &str) -> String {
    fold.replace(['غ', 'ق', 'ك'], "ج")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::trial::check_pair;

    #[test]
    fn a_spelling_is_told_once() {
        check_pair(
            &RULE,
            "On Sunday Tornkvist came. On Monday Tornkvist met the minister. Tornkvist spoke. Then Tornkvist left. => جاء تورنكفيست يوم الأحد. والتقى تورنكفيست الوزير يوم الاثنين. وتحدث {ترونكفيست|تورنكفيست}. ثم غادر ترونكفيست.",
        );
    }
}
