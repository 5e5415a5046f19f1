//! لم and لن before what they do not negate: see [`RULE`].

use super::{
    future_particle::presents,
    meant_verb::{MeantVerb, meant_verb},
    neighbours::{WordSet, arabic_after, letters_of, place, stretch},
};
use crate::{
    arabic::{Gender, Mood, Number, Verb, particle},
    diagnostic::{Applicability, Confidence, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// لم before a past verb, or لن before what is no present verb.
    ///
    /// ## Why
    ///
    /// لم makes the past with a present verb, لن the future; neither stands before a past verb or a
    /// noun.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// {لم قال|لم يقل} الوزير شيئا، {ولن القرار} يلغى قبل الصيف.
    /// ```
    ///
    /// ```ar
    /// لم يقل الوزير شيئا، ولن يلغى القرار قبل الصيف.
    /// ```
    "grammar/negation-mood" {
        group: Grammar,
        category: Grammar,
        severity: Major,
        confidence: High,
        ar: "نفي بأداة لا تدخل على هذه الكلمة",
        segment: check,
    }
}

/// Past verbs with their present: such as cannot be jussive themselves (تمكن, أكد) nor names.
const PAST: [(&str, &str, &str); 18] = [
    ("قال", "يقول", "يقل"),
    ("كان", "يكون", "يكن"),
    ("جاء", "يجيء", "يجئ"),
    ("وصل", "يصل", "يصل"),
    ("ذهب", "يذهب", "يذهب"),
    ("حدث", "يحدث", "يحدث"),
    ("حصل", "يحصل", "يحصل"),
    ("عرف", "يعرف", "يعرف"),
    ("فعل", "يفعل", "يفعل"),
    ("بدأ", "يبدأ", "يبدأ"),
    ("استطاع", "يستطيع", "يستطع"),
    ("ظهر", "يظهر", "يظهر"),
    ("رأى", "يرى", "ير"),
    ("كتب", "يكتب", "يكتب"),
    ("قام", "يقوم", "يقم"),
    ("عاد", "يعود", "يعد"),
    ("وافق", "يوافق", "يوافق"),
    ("شهد", "يشهد", "يشهد"),
];

static NOT_DONE: WordSet = WordSet::new(&["لم"]);
static NEVER: WordSet = WordSet::new(&["لن"]);

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in ctx.readings.governing() {
        let negation = letters_of(ctx, word);
        // لِمَ is why.
        let past =
            NOT_DONE.contains_behind_conjunction(&negation) && !ctx.word(word).contains('\u{650}');
        let future = NEVER.contains_behind_conjunction(&negation);
        if !past && !future {
            continue;
        }
        let Some(next) = arabic_after(ctx, word, Barrier::Quote) else {
            continue;
        };
        let letters = letters_of(ctx, next);
        let (meant, mood) = if past {
            match past_form(&letters) {
                Some(meant) => (Some(meant), Mood::Jussive),
                None => continue,
            }
        } else {
            let meant = meant_verb(ctx, next, &letters);
            if may_follow(&letters, meant.is_some()) {
                continue;
            }
            (meant, Mood::Subjunctive)
        };
        let message = Message::new(
            format!("“{letters}” cannot stand after “{negation}”, which negates a present verb"),
            format!("لا تأتي «{letters}» بعد «{negation}» التي تنفي المضارع"),
        );
        let finding = acc.add(stretch(ctx, word, next), message);
        // `لم قال` may be `لِمَ قال`, why did he say.
        if past {
            finding.confidence = Confidence::Medium;
        }
        if let Some(meant) = meant {
            finding.fixes = presents(ctx, word, &meant, mood)
                .map(|it| Fix::replace(Applicability::Suggested, place(ctx, next), it))
                .collect();
        }
    }
}

/// The verb of the list that `letters` is a past form of, of a man or a woman.
fn past_form(letters: &str) -> Option<MeantVerb> {
    // The past of the third person begins as its citation form does.
    let alike = |it: &&(&str, &str, &str)| it.0.chars().next() == letters.chars().next();
    PAST.iter()
        .filter(alike)
        .find_map(|(past, present, jussive)| {
            let mut verb = Verb::new(*past, *present);
            verb.jussive = Some((*jussive).to_owned());
            let gender = [Gender::Masculine, Gender::Feminine]
                .into_iter()
                .find(|it| {
                    let features = crate::arabic::VerbFeatures::past(
                        crate::arabic::Person::Third,
                        Number::Singular,
                        *it,
                    );
                    verb.conjugate(features) == letters
                })?;
            Some(MeantVerb {
                verb,
                pronoun: "",
                subject: Some((gender, Number::Singular)),
            })
        })
}

/// Whether the word may stand after لن.
fn may_follow(letters: &str, known: bool) -> bool {
    if letters.chars().count() < 3 || particle(letters).is_some() {
        return true;
    }
    // Any name may follow a name that ends in لن; but a noun with ال is sure.
    if letters.starts_with("ال") && !letters.starts_with("الت") {
        return false;
    }
    !known
}
