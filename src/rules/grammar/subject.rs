//! Of whom a clause speaks, as far as the words before its verb tell.

use super::neighbours::{letters_of, without_conjunction};
use crate::{
    arabic::{Gender, Number, particle},
    glossary::NameType,
    rule::Ctx,
};

/// Particles that the subject of their clause follows.
const BEFORE_SUBJECTS: [&str; 6] = ["أن", "إن", "لأن", "بأن", "لكن", "كأن"];

/// Countries that are masculine; all others are feminine.
const MASCULINE_COUNTRIES: [&str; 8] = [
    "العراق",
    "الأردن",
    "لبنان",
    "المغرب",
    "السودان",
    "اليمن",
    "الفاتيكان",
    "الصومال",
];

/// Gender and number of the subject that the nearest أن, إن or the like before `verb` has, in the
/// same sentence; `None` where there is none or its gender cannot be told.
pub(super) fn subject_before(ctx: &Ctx<'_>, verb: usize) -> Option<(Gender, Number)> {
    let start = ctx.readings.sentence_around(verb).start;
    for word in (start..verb).rev() {
        let letters = letters_of(ctx, word);
        let letters = without_conjunction(&letters);
        if BEFORE_SUBJECTS.contains(&letters) {
            let subject = word + 1;
            return (subject < verb).then(|| of_noun(ctx, subject)).flatten();
        }
        let told = BEFORE_SUBJECTS
            .iter()
            .find_map(|it| letters.strip_prefix(it));
        match told {
            Some("ها") => return Some((Gender::Feminine, Number::Singular)),
            Some("ه") => return Some((Gender::Masculine, Number::Singular)),
            Some("هم") => return Some((Gender::Masculine, Number::Plural)),
            Some("هما" | "نا" | "ني" | "ك" | "كم") => return None,
            _ => {}
        }
    }
    None
}

/// The gender of the nearest name or definite noun before `word`: a guess for what comes first.
pub(super) fn likely_gender(ctx: &Ctx<'_>, word: usize) -> Gender {
    let start = ctx.readings.sentence_around(word).start;
    let told = (start..word).rev().find_map(|it| of_noun(ctx, it));
    told.map_or(Gender::Masculine, |it| it.0)
}

/// Gender and number of a name, or of a noun with ال.
fn of_noun(ctx: &Ctx<'_>, word: usize) -> Option<(Gender, Number)> {
    let letters = letters_of(ctx, word);
    let one = |gender| Some((gender, Number::Singular));
    // على is no Ali.
    if particle(&letters).is_some() {
        return None;
    }
    // The longest name that begins here: the first word of a person's name tells as little as
    // the first word of a state.
    let named = ctx.names_at(word).iter();
    if let Some(found) = named.max_by_key(|it| it.words.len())
        && let Some(name) = ctx.glossaries.name(found.entry)
    {
        let country = name.arabic.first().map_or("", String::as_str);
        return match name.r#type {
            NameType::Person => name.gender.and_then(one),
            NameType::Place if MASCULINE_COUNTRIES.contains(&country) => one(Gender::Masculine),
            NameType::Place => one(Gender::Feminine),
            NameType::Organisation | NameType::Product => by_ending(&letters).and_then(one),
        };
    }
    let behind = without_conjunction(&letters);
    let definite = behind.starts_with("ال") || behind.starts_with("لل");
    let country = letters.ends_with('ا') && by_ending(&letters).is_some();
    if !definite && !country {
        return None;
    }
    if let Some(gender) = by_ending(&letters) {
        return one(gender);
    }
    ctx.readings.of(word).iter().find_map(|reading| {
        let lexicon = &ctx.glossaries.set_of(reading).lexicon;
        let features = lexicon.form(reading.form).noun()?;
        let singular = reading.clitics.article && features.number == Number::Singular;
        singular.then_some((features.gender, Number::Singular))
    })
}

/// What the end of a word alone tells: ة, ات of things, and the ends of countries and continents.
fn by_ending(letters: &str) -> Option<Gender> {
    const FEMININE: [&str; 7] = ["ة", "ات", "يا", "ندا", "وبا", "يكا", "نسا"];
    let feminine = FEMININE.iter().any(|it| letters.ends_with(it));
    feminine.then_some(Gender::Feminine)
}
