//! "In his speech" before a woman who speaks: see [`RULE`].

use super::holder::saying_verb_of;
use crate::{
    arabic::{Clitics, Gender, Number, Person as Grammatical, Pronoun, bare, splits},
    diagnostic::{Applicability, Confidence, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A pronoun at the head of a sentence in another gender than the person who speaks in it.
    ///
    /// ## Why
    ///
    /// `In his speech, …` stands before the name it refers to. Translation decides on the pronoun before
    /// it knows the name, and takes the masculine. Only phrases about speaking and writing are looked
    /// at, at the head of a sentence whose verb of saying has a person of known gender for its subject.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// في {حديثه|حديثها} مع الصحفيين، قالت كارولين ليفيت إن اللقاء كان مثمرا.
    /// ```
    ///
    /// ```ar
    /// في حديثه مع الصحفيين، قال دونالد ترامب إن اللقاء كان مثمرا.
    /// ```
    "agreement/suffix-gender" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: Medium,
        ar: "ضمير في صدر الجملة لا يطابق جنس المتحدث",
        segment: check,
    }
}

/// Nouns of speaking and writing, folded, before a pronoun.
const SPEECH: [&str; 16] = [
    "حديث",
    "كلمت",
    "خطاب",
    "تصريح",
    "تصريحات",
    "مقابلت",
    "منشور",
    "تغريدت",
    "بيان",
    "رسالت",
    "مداخلت",
    "موتمر",
    "تعليق",
    "رد",
    "لقا",
    "كتاب",
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for person in ctx.persons() {
        if !person.certain {
            continue;
        }
        let Some(verb) = saying_verb_of(ctx, person) else {
            continue;
        };
        let sentence = ctx.readings.sentence_around(verb);
        // A preposition and its noun open the sentence, and a comma closes the phrase.
        let (preposition, noun) = (sentence.start, sentence.start + 1);
        let words = &ctx.readings.words;
        if noun >= verb
            || words[verb].barrier != Barrier::Comma
            || words[noun].barrier != Barrier::Nothing
            || !matches!(
                ctx.fold(preposition),
                "في" | "وفي" | "خلال" | "وخلال" | "اثنا" | "اثناء"
            )
        {
            continue;
        }
        if let Some((span, spelt)) = other_suffix(ctx, noun, person.gender) {
            let written = ctx.at(span);
            let message = Message::new(
                format!("“{written}” refers to the person who speaks: {spelt}"),
                format!("«{written}» يعود على المتحدث: {spelt}"),
            );
            let finding = acc.add(span, message);
            finding.confidence = Confidence::Medium;
            finding
                .fixes
                .push(Fix::replace(Applicability::Suggested, span, spelt));
        }
    }
}

/// The noun of speech at `at` with the suffix of gender `to`, where it has that of the other.
fn other_suffix(
    ctx: &Ctx<'_>,
    at: usize,
    to: Gender,
) -> Option<(crate::text::Span<crate::text::InSegment>, String)> {
    let fold = ctx.fold(at);
    let written = bare(ctx.word(at));
    splits(fold, written.ends_with('ة')).find_map(|split| {
        let pronoun = split.clitics.pronoun?;
        let alone = Clitics {
            pronoun: None,
            ..split.clitics
        } == Clitics::NONE;
        if !alone
            || pronoun.person() != Grammatical::Third
            || pronoun.number() != Number::Singular
            || pronoun.gender() == Some(to)
            || !SPEECH.contains(&&fold[split.core])
        {
            return None;
        }
        let stem = written.strip_suffix(pronoun.letters())?;
        let other: Pronoun = pronoun.with(to, Number::Singular);
        Some((
            ctx.readings.words[at].span,
            format!("{stem}{}", other.letters()),
        ))
    })
}
