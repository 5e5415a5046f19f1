//! A verb directly before a subject of the other gender: see [`RULE`].

use super::{
    demonstrative::NOT_FEMININE,
    nouns::{Known, definite, indefinite, letters_of},
};
use crate::{
    arabic::{
        Clitics, FiniteVerb, Gender, INVARIABLE_TITLES, Mood, NounKind, Number, Tense, VerbUse,
        bare, finite_verb_behind, is_frequent, listed_nouns, title,
    },
    diagnostic::{Applicability, Confidence, Fix, Message},
    matcher::{Barrier, FormKind},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A verb in another gender than the subject directly after it, or in the plural before it.
    ///
    /// ## Why
    ///
    /// An Arabic verb that stands before its subject agrees with it in gender and is always
    /// singular. Translation chooses the verb before it has chosen the noun. Only verbs are looked
    /// at behind which the noun can be nothing but the subject: verbs without an object, verbs of
    /// saying before people and institutions, and a few others before the great institutions.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// {انتهى|انتهت} الحرب، {وتصاعدت|وتصاعد} الغضب، {وأقالت|وأقال} البيت الأبيض مدير الوكالة.
    /// ```
    ///
    /// ```ar
    /// {قالوا|قال} المسؤولون إن الخطر قائم، {وأعلن|وأعلنت} وزارة الصحة ذلك.
    /// ```
    ///
    /// ```ar
    /// انتهت الحرب الأسبوع الماضي، وبدأت العمل، وزارت البيت الأبيض، وتراجع الحكومة خطتها.
    /// ```
    "agreement/verb-subject" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: High,
        ar: "فعل لا يطابق جنس فاعله الذي يليه",
        segment: check,
    }
}

/// Institutions that nobody launches, holds or publishes, by the word they begin with, folded, and
/// the beginning of the next.
const GREAT: [(&str, &str); 13] = [
    ("الكونغرس", ""),
    ("الكونجرس", ""),
    ("البنتاغون", ""),
    ("البنتاجون", ""),
    ("الكرملين", ""),
    ("الكنيست", ""),
    ("البيت", "الابيض"),
    ("مجلس", "النواب"),
    ("مجلس", "الشيوخ"),
    ("مجلس", "الامن"),
    ("المحكمه", "العليا"),
    ("الامم", "المتحده"),
    ("الشرطه", ""),
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    for at in 0..words.len().saturating_sub(1) {
        let next = &words[at + 1];
        if !words[at].arabic || !next.arabic || next.barrier != Barrier::Nothing {
            continue;
        }
        // Few words are one of these verbs: what follows is looked at behind them alone.
        let letters = letters_of(ctx, at);
        let Some((before, verb)) = finite_verb_behind(&letters) else {
            continue;
        };
        let Some((subject, first)) = subject(ctx, at + 1) else {
            continue;
        };
        if !may_be_subject(ctx, verb, subject, at + 1) || !has_its_mood(ctx, at, verb) {
            continue;
        }
        let Some(gender) = wanted(verb, subject, is_sound(ctx, at + 1)) else {
            continue;
        };
        // قالت الوزير فلانة: the title is wrong, and another rule says so.
        let named = ctx
            .persons()
            .iter()
            .any(|it| it.gender != gender && (at + 2..at + 8).contains(&it.words.start));
        if named && subject.kind == Some(NounKind::Human) {
            continue;
        }
        let right = format!("{before}{}", verb.singular(gender));
        let noun = ctx.word(at + 1);
        let message = if verb.features.number == Number::Plural {
            Message::new(
                format!("before its subject the verb is singular: {right}"),
                format!("الفعل قبل فاعله مفرد: {right}"),
            )
        } else {
            Message::new(
                format!("the verb agrees with “{noun}” after it: {right}"),
                format!("الفعل يطابق «{noun}» بعده: {right}"),
            )
        };
        let fix = Fix::replace(Applicability::Suggested, words[at].span, right);
        let finding = acc.add(words[at].span, message);
        // Papers write the office in the masculine for a woman on purpose: قالت المدير العام.
        let plural = subject.number == Number::Plural && verb.features.number == Number::Singular;
        let person = subject.kind == Some(NounKind::Human) || bears_a_title(ctx, at + 1);
        if person && gender == Gender::Masculine {
            finding.confidence = Confidence::Low;
        } else if !first || plural {
            finding.confidence = Confidence::Medium;
        }
        finding.fixes.push(fix);
    }
}

/// Whether the word is a title, of the kind that has one form for both genders too.
fn bears_a_title(ctx: &Ctx<'_>, word: usize) -> bool {
    let letters = bare(ctx.word(word));
    let stem = letters.strip_prefix("ال").unwrap_or(&letters);
    title(stem).is_some() || INVARIABLE_TITLES.contains(&stem)
}

/// The noun at `word` as a subject, and whether it is one word: with ال, or the first term of a
/// construct that a word with ال completes.
fn subject(ctx: &Ctx<'_>, word: usize) -> Option<(Known, bool)> {
    if let Some(known) = definite(ctx, word) {
        let clitics = known.clitics;
        let plain = clitics.conjunction.is_none() && clitics.particle.is_none();
        return plain.then_some((known, true));
    }
    if let Some(known) = by_ending(ctx, word) {
        return Some((known, true));
    }
    let next = ctx.readings.words.get(word + 1)?;
    let completes = ctx.fold(word + 1).starts_with("ال")
        || ctx.readings.of(word + 1).iter().any(|it| {
            let form = ctx.glossaries.set_of(it).lexicon.form(it.form);
            form.kind == FormKind::Name && !it.weak
        });
    if next.barrier != Barrier::Nothing || !completes {
        return place(ctx, word);
    }
    let known = indefinite(ctx, word)?;
    let body = matches!(known.kind, Some(NounKind::Institution | NounKind::Human));
    body.then_some((known, false)).or_else(|| place(ctx, word))
}

/// A word with ال and ة that no list knows: feminine, but for a few that name men.
fn by_ending(ctx: &Ctx<'_>, word: usize) -> Option<Known> {
    let stem = ctx.fold(word).strip_prefix("ال")?;
    let feminine = bare(ctx.word(word)).ends_with('ة') && stem.chars().count() >= 4;
    let adverb = matches!(stem, "بارحه" | "ليله");
    (feminine && !adverb && !NOT_FEMININE.contains(&stem)).then_some(Known {
        gender: Gender::Feminine,
        number: Number::Singular,
        kind: None,
        clitics: Clitics::NONE,
    })
}

/// A country or city without ال.
fn place(ctx: &Ctx<'_>, word: usize) -> Option<(Known, bool)> {
    let letters = bare(ctx.word(word));
    let [noun] = listed_nouns(&letters)[..] else {
        return None;
    };
    let known = indefinite(ctx, word)?;
    (noun.kind == NounKind::Place).then_some((known, true))
}

/// Whether a jussive that is spelt unlike the indicative follows what asks for it: تعد is she returns only
/// behind لم, and is counted elsewhere.
fn has_its_mood(ctx: &Ctx<'_>, at: usize, verb: &FiniteVerb) -> bool {
    let jussive = verb.features.tense == Tense::Present && verb.features.mood == Mood::Jussive;
    !jussive
        || at.checked_sub(1).is_some_and(|before| {
            let fold = ctx.fold(before);
            matches!(
                fold.strip_prefix(['و', 'ف']).unwrap_or(fold),
                "لم" | "لا" | "لما"
            )
        })
}

fn may_be_subject(ctx: &Ctx<'_>, verb: &FiniteVerb, noun: Known, word: usize) -> bool {
    let body = matches!(
        noun.kind,
        Some(NounKind::Human | NounKind::Institution | NounKind::Place)
    );
    !verb.noun_too
        && noun.kind != Some(NounKind::Time)
        && match verb.usage {
            VerbUse::Intransitive => {
                // وصلت المدينة, خرج المدينة: a place is where it happens.
                noun.kind != Some(NounKind::Place)
            }
            VerbUse::Saying => body,
            VerbUse::Acting => is_great(ctx, word),
            VerbUse::Being => is_described(ctx, word + 1, noun.concord().unwrap_or(noun.gender)),
        }
}

/// Whether an adjective without ال stands at `word`, so that the noun before it is the subject and this the
/// predicate: `أصبح الوضع خطيرا`.
fn is_described(ctx: &Ctx<'_>, word: usize, gender: Gender) -> bool {
    let next = ctx.readings.words.get(word);
    if next.is_none_or(|it| !it.arabic || it.barrier != Barrier::Nothing) {
        return false;
    }
    let letters = bare(ctx.word(word));
    let ending = match gender {
        Gender::Masculine => 'ا',
        Gender::Feminine => 'ة',
    };
    let stem = letters.strip_suffix(ending).unwrap_or_default();
    let feminine = format!("{stem}ة");
    // An adjective has both genders and takes ال; خطيرا, خطيرة, الخطير.
    stem.chars().count() >= 3
        && listed_nouns(stem).is_empty()
        && listed_nouns(&feminine).is_empty()
        && [stem, &feminine, &format!("ال{stem}")]
            .iter()
            .all(|it| is_frequent(it))
}

fn is_great(ctx: &Ctx<'_>, word: usize) -> bool {
    let next = ctx.readings.words.get(word + 1);
    let behind = if next.is_some_and(|it| it.barrier == Barrier::Nothing) {
        ctx.fold(word + 1)
    } else {
        ""
    };
    GREAT
        .iter()
        .any(|(first, second)| *first == ctx.fold(word) && behind.starts_with(second))
}

/// Whether the word is a plural in ات, or the United Nations.
fn is_sound(ctx: &Ctx<'_>, word: usize) -> bool {
    matches!(ctx.fold(word), "الامم") || ctx.fold(word).ends_with("ات")
}

/// The gender the verb should have, where it has the wrong form.
fn wanted(verb: &FiniteVerb, subject: Known, sound: bool) -> Option<Gender> {
    let (number, gender) = (verb.features.number, verb.features.gender);
    if number == Number::Plural {
        let people = subject.number == Number::Plural && subject.kind == Some(NounKind::Human);
        return people.then_some(subject.gender);
    }
    match (subject.number, subject.gender) {
        (Number::Singular, it) if it != gender => Some(it),
        // الانتخابات, الأمم المتحدة: the sound plural of things, and bodies that are one in the plural.
        (Number::Plural, _) if sound && subject.is_things() && gender == Gender::Masculine => {
            Some(Gender::Feminine)
        }
        // A verb before a broken plural may have either gender.
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn the_verb_takes_the_gender_of_its_subject() {
        check(&RULE, "{تتصاعد|يتصاعد} الغضب في الشارع");
        check(&RULE, "قبل أن {ينتهي|تنتهي} المهلة");
        check(&RULE, "{وستنهار|وسينهار} الاتفاق");
        check(&RULE, "{قامت|قام} البيت الأبيض بفصل الموظفين");
        check(&RULE, "{وأكدت|وأكد} الكونغرس ذلك");
        check(&RULE, "{قال|قالت} الوزارة إن الأمر انتهى");
        check(&RULE, "{أشارت|أشار} التقرير إلى ذلك");
        check(&RULE, "{قالت|قال} الرئيس إنه لن يحضر");
        check(&RULE, "{أعلن|أعلنت} فرنسا أنها ستشارك");
        check(&RULE, "{انخفض|انخفضت} البطالة، {وأعلن|وأعلنت} شركة أبل ذلك");
        check(&RULE, "{أصبحت|أصبح} الوضع خطيرا، {وكان|وكانت} الحرب مدمرة");
        check(
            &RULE,
            "{أعلن|أعلنت} السلطات ذلك، {وكان|وكانت} الانتخابات صعبة",
        );
        check(&RULE, "{يقولون|يقول} الخبراء إن ذلك ممكن");
    }

    #[test]
    fn what_may_be_no_subject_is_left_alone() {
        check(&RULE, "استمرت الأسبوع الماضي");
        check(&RULE, "ارتفع الليلة الماضية");
        check(&RULE, "كشف الحقيقة يتطلب جهدا");
        check(&RULE, "توقف الحرب مطلب الجميع");
        check(&RULE, "أعلنت القرار أمس");
        check(&RULE, "التي تعد الخيار الأرخص، ولم {ينته|تنته} الحرب");
        check(&RULE, "أبلغت الكونغرس بالأمر");
        check(&RULE, "أطلقت المجلس عام 2010");
        check(&RULE, "قالوا الحقيقة، وفرت الاستقرار");
        check(&RULE, "مات الخليفة، والحل كان الحرب، وكانت السبب الأول");
        check(&RULE, "ارتفع الأسعار");
        check(&RULE, "انتهى. الحرب مستمرة");
    }
}
