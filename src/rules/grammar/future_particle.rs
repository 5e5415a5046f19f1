//! سوف before what is no present verb: see [`RULE`].

use super::{
    meant_verb::{MeantVerb, meant_verb},
    neighbours::{WordSet, arabic_after, letters_of, place, stretch, without_conjunction},
    subject::{likely_gender, subject_before},
};
use crate::{
    arabic::{Gender, Mood, Number, Person, Tense, VerbFeatures, particle},
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// سوف before a word that is not a present verb.
    ///
    /// ## Why
    ///
    /// سوف makes a present verb future and stands before nothing else. Systems that translate word
    /// by word put a verbal noun, a past verb or the subject after it, above all where a quotation
    /// mark stands between the two.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// أكدت ليبيا أنها تريد التسوية {وسوف “رفض|وسوف “ترفض}” أي تدخل.
    /// وكتب الوزير: {سوف القرار يدخل|سوف يدخل القرار} حيز التنفيذ غدا.
    /// ```
    ///
    /// Where the subject is not certain, both genders are offered.
    ///
    /// ```ar
    /// في المساء {سوف إعلان|سوف يعلن|سوف تعلن} النتائج.
    /// ```
    ///
    /// A present verb, also with its negation, and the valley of that name are right.
    ///
    /// ```ar
    /// سوف يرفض المجلس العرض، ولكنه سوف لن ينسحب، كما قال سكان وادي سوف القدامى.
    /// ```
    "grammar/future-particle" {
        group: Grammar,
        category: Grammar,
        severity: Major,
        confidence: High,
        ar: "سوف قبل كلمة ليست فعلا مضارعا",
        segment: check,
    }
}

/// Wadi Sawfa is a place.
static VALLEY: WordSet = WordSet::new(&["وادي", "بوادي", "لوادي", "واد"]);
static SAWFA: WordSet = WordSet::new(&["سوف"]);

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in ctx.readings.governing() {
        // With its doubling written it is another word: سوّف, he put off.
        if !SAWFA.contains_behind_conjunction(&letters_of(ctx, word))
            || ctx.word(word).contains('\u{651}')
        {
            continue;
        }
        let Some(next) = arabic_after(ctx, word, Barrier::Quote) else {
            continue;
        };
        // The valley in Algeria and its people.
        if word > 0 && VALLEY.contains(&letters_of(ctx, word - 1)) {
            continue;
        }
        let letters = letters_of(ctx, next);
        let meant = meant_verb(ctx, next, &letters);
        if may_follow(ctx, next, &letters, meant.is_some()) {
            continue;
        }
        let message = Message::new(
            format!("سوف goes before a present verb only, and “{letters}” is none"),
            format!("لا تدخل سوف إلا على المضارع، و«{letters}» ليس مضارعا"),
        );
        // The subject came before its verb: the two change places.
        let verb = arabic_after(ctx, next, Barrier::Nothing)
            .filter(|it| letters.starts_with("ال") && reads_as_present(ctx, *it));
        if let Some(verb) = verb {
            let turned = format!("{} {}", ctx.word(verb), ctx.word(next));
            let fix = Fix::replace(Applicability::Suggested, stretch(ctx, next, verb), turned);
            acc.add(stretch(ctx, word, verb), message).fixes.push(fix);
            continue;
        }
        let finding = acc.add(stretch(ctx, word, next), message);
        if let Some(meant) = meant {
            finding.fixes = presents(ctx, word, &meant, Mood::Indicative)
                .map(|it| Fix::replace(Applicability::Suggested, place(ctx, next), it))
                .collect();
        }
    }
}

/// The present forms that may have been meant after the particle at `particle`, best first.
pub(super) fn presents<'m>(
    ctx: &Ctx<'_>,
    particle: usize,
    meant: &'m MeantVerb,
    mood: Mood,
) -> impl Iterator<Item = String> + 'm {
    let certain = meant.subject.or_else(|| subject_before(ctx, particle));
    let subjects = if let Some(it) = certain {
        vec![it]
    } else {
        let likely = likely_gender(ctx, particle);
        let other = match likely {
            Gender::Masculine => Gender::Feminine,
            Gender::Feminine => Gender::Masculine,
        };
        vec![(likely, Number::Singular), (other, Number::Singular)]
    };
    subjects.into_iter().map(move |(gender, number)| {
        let features = VerbFeatures {
            tense: Tense::Present,
            mood,
            person: Person::Third,
            number,
            gender,
        };
        if meant.pronoun.is_empty() {
            meant.verb.conjugate(features)
        } else {
            meant.verb.bound(features) + meant.pronoun
        }
    })
}

/// Adverbs that some writers put between سوف and its verb.
const ADVERBS: [&str; 10] = [
    "غدا",
    "ربما",
    "حتما",
    "قريبا",
    "دائما",
    "أيضا",
    "فعلا",
    "قطعا",
    "حقا",
    "كذلك",
];

/// Whether the word may stand after سوف, or is at least not surely wrong there.
fn may_follow(ctx: &Ctx<'_>, word: usize, letters: &str, known: bool) -> bool {
    if letters.chars().count() < 2
        || particle(letters).is_some()
        || particle(without_conjunction(letters)).is_some()
        || ADVERBS.contains(&letters)
    {
        return true;
    }
    if reads_as_present(ctx, word) {
        return true;
    }
    if known {
        return false;
    }
    match letters.chars().next() {
        // A noun with ال, but not a verb that begins so: التقي, ألتقي typed without its hamza.
        Some('ا') if letters.starts_with("ال") => {
            letters.starts_with("الت") && !letters.ends_with('ة')
        }
        // The prefixes of the present, with and without hamza; adverbs with ب, ل, ك; و and what
        // follows it.
        Some('أ' | 'آ' | 'ا' | 'ن' | 'ي' | 'ت' | 'ب' | 'ل' | 'ك' | 'و' | 'ف') => true,
        _ => letters.ends_with('ا') || letters.chars().count() < 3,
    }
}

/// Whether the vocabulary knows the word as a present verb.
fn reads_as_present(ctx: &Ctx<'_>, word: usize) -> bool {
    ctx.readings.of(word).iter().any(|reading| {
        let lexicon = &ctx.glossaries.set_of(reading).lexicon;
        let verb = lexicon.form(reading.form).verb();
        verb.is_some_and(|it| it.tense == Tense::Present && it.mood == Mood::Indicative)
            && reading.clitics.conjunction.is_none()
            && reading.clitics.particle.is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn the_subject_of_the_clause_gives_the_gender() {
        check(&RULE, "أكد أن روسيا تماطل {وسوف رفض|وسوف ترفض} العرض");
        check(&RULE, "أكد أن العراق بلد حر {وسوف إعلان|وسوف يعلن} الخطة");
        check(&RULE, "قال إنهم {سوف «دعم|سوف «يدعمون}» الخطة");
        check(&RULE, "كأنها {سوف رفضت|سوف ترفض} العرض");
    }

    #[test]
    fn a_definite_noun_is_the_subject() {
        check(&RULE, "{سوف القرار يدخل|سوف يدخل القرار} حيز التنفيذ");
        check(&RULE, "{سوف القرار} الجديد يدخل حيز التنفيذ");
        check(&RULE, "أكد أن أوروبا {سوف قرار|سوف تقرر} موقفها");
    }

    #[test]
    fn present_verbs_adverbs_and_other_words_are_left() {
        for text in [
            "سوف ترفض ونرفض وأرفض",
            "سوف تراجع الحكومة موقفها",
            "سوف تعطيه الجائزة",
            "سوف حتما يعود",
            "سوف بالتأكيد يعود",
            "سوف لا يعود",
            "سوّف الوعد",
            "مدينة وادي سوف الجزائرية",
            "سوف، القرار",
            "سوف التقيه غدا",
        ] {
            check(&RULE, text);
        }
    }
}
