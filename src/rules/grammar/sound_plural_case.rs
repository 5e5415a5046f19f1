//! `من المواطنون`, `قال المسؤولين`: see [`RULE`].

use super::neighbours::{arabic_after, letters_of, place, without_conjunction};
use crate::{
    arabic::{Case, Gender, NounKind, Number, VerbUse, finite_verb, listed_nouns},
    diagnostic::{Applicability, Fix, Message},
    matcher::{Barrier, FormKind},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A sound plural of people in the wrong case.
    ///
    /// ## Why
    ///
    /// The sound masculine plural shows its case: ون for the subject, ين behind a preposition and
    /// behind أن. It is looked at where nothing but one case is possible: directly behind a
    /// preposition, behind إن and أن, and directly behind a verb whose subject it is.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// قال {المسؤولين|المسؤولون} إن عددا من {المواطنون|المواطنين} نجوا، وأكد أن {المهاجرون|المهاجرين} وصلوا {للمدنيون|للمدنيين}.
    /// ```
    ///
    /// ```ar
    /// قال المسؤولون إن عددا من المواطنين شاهدوا التلفزيون، وأكد أن المقاولون العرب فازوا على القانون.
    /// ```
    "grammar/sound-plural-case" {
        group: Grammar,
        category: Grammar,
        severity: Minor,
        confidence: High,
        ar: "جمع مذكر سالم بغير إعرابه",
        segment: check,
    }
}

/// Prepositions, and particles whose noun is in the accusative.
const GOVERNING: [&str; 15] = [
    "من", "إلى", "على", "عن", "في", "مع", "بين", "لدى", "ضد", "إن", "أن", "لأن", "بأن", "كأن", "نحو",
];

/// Plurals that are the name of something: the club of the contractors.
const NAMES: [&str; 1] = ["مقاولون"];

/// Words in يون that are no plural.
const NO_PLURAL: [&str; 9] = [
    "تلفزيون",
    "تليفزيون",
    "مليون",
    "بليون",
    "تريليون",
    "كاتيون",
    "أكورديون",
    "ناتيون",
    "كوليون",
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in 0..ctx.readings.words.len() {
        let fold = ctx.fold(word);
        if !fold.ends_with("ون") && !fold.ends_with("ين") {
            continue;
        }
        let letters = letters_of(ctx, word);
        let Some(right) = by_itself(ctx, word, &letters).or_else(|| behind(ctx, word, &letters))
        else {
            continue;
        };
        let message = Message::new(
            format!("the case here is that of {right}"),
            format!("الإعراب هنا: {right}"),
        );
        let fix = Fix::replace(Applicability::Suggested, place(ctx, word), right);
        acc.add(place(ctx, word), message).fixes.push(fix);
    }
}

/// A preposition that the word carries: `للمدنيون`.
fn by_itself(ctx: &Ctx<'_>, word: usize, letters: &str) -> Option<String> {
    let core = without_conjunction(letters);
    let stem = core
        .strip_prefix("لل")
        .or_else(|| core.strip_prefix("بال"))?;
    let oblique = letters.strip_suffix("ون")?;
    is_people(ctx, word, stem).then(|| format!("{oblique}ين"))
}

/// What the word before asks of the plural with ال.
fn behind(ctx: &Ctx<'_>, word: usize, letters: &str) -> Option<String> {
    let stem = letters.strip_prefix("ال")?;
    let before = word.checked_sub(1)?;
    arabic_after(ctx, before, Barrier::Nothing)?;
    let governor = letters_of(ctx, before);
    let core = without_conjunction(&governor);
    if let Some(kept) = letters.strip_suffix("ون") {
        let governed = GOVERNING.contains(&core) || GOVERNING.contains(&governor.as_ref());
        return (governed && is_people(ctx, word, stem)).then(|| format!("{kept}ين"));
    }
    let kept = letters.strip_suffix("ين")?;
    let verb = finite_verb(core)?;
    let says = matches!(
        verb.verb.past.as_str(),
        "قال" | "صرح" | "أوضح" | "أفاد" | "أضاف"
    );
    let subject = verb.usage == VerbUse::Intransitive || says;
    let singular = verb.features.number == Number::Singular && !verb.noun_too;
    let masculine = verb.features.gender == Gender::Masculine;
    // A noun behind a feminine verb may be an adverb; two of them would be ان.
    (subject && singular && masculine && is_listed(stem)).then(|| format!("{kept}ون"))
}

fn is_listed(stem: &str) -> bool {
    listed_nouns(stem)
        .iter()
        .any(|it| it.kind == NounKind::Human && it.number == Number::Plural)
}

/// Whether `stem`, a word in ون without ال, is the plural of people.
fn is_people(ctx: &Ctx<'_>, word: usize, stem: &str) -> bool {
    if NAMES.contains(&stem) || NO_PLURAL.iter().any(|it| stem.ends_with(it)) {
        return false;
    }
    // أمريكيون: an adjective of relation is a plural of people wherever it ends so.
    let relation = stem.ends_with("يون") && stem.chars().count() >= 6;
    is_listed(stem)
        || relation
        || ctx.readings.of(word).iter().any(|reading| {
            let form = ctx.glossaries.set_of(reading).lexicon.form(reading.form);
            let plural = |it: crate::arabic::NounFeatures| {
                it.number == Number::Plural && it.case == Some(Case::Nominative) && !it.construct
            };
            form.kind == FormKind::Noun
                && form.is_declared()
                && reading.clitics.article
                && form.noun().is_some_and(plural)
        })
}
