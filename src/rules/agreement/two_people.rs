//! A plural verb after two people: see [`RULE`].

use std::ops::Range;

use crate::{
    arabic::{
        Gender, Number, Person as Grammatical, Verb, VerbFeatures, bare, finite_verb, saying_verb,
    },
    diagnostic::{Applicability, Confidence, Fix, Message},
    glossary::NameType,
    matcher::{Barrier, FormKind, Lexeme},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A verb in the plural of which the subject is two people.
    ///
    /// ## Why
    ///
    /// Arabic has a dual, English has not. The rule looks at `حيث` and a plural verb behind two names
    /// joined by و that are the subject of their sentence.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// التقى دونالد ترامب وفلاديمير بوتين في ألاسكا، حيث {ناقشوا|ناقشا} الحرب.
    /// ```
    ///
    /// ```ar
    /// التقى دونالد ترامب وفلاديمير بوتين في ألاسكا، حيث ناقشا الحرب، ثم التقى الوفدان حيث ناقشوا السلام.
    /// ```
    "agreement/two-people" {
        group: Agreement,
        category: Agreement,
        severity: Minor,
        confidence: Medium,
        ar: "فعل بصيغة الجمع لاثنين",
        segment: check,
    }
}

/// The most words between the names and `حيث`.
const REACH: usize = 5;

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    for at in 1..words.len().saturating_sub(1) {
        if ctx.fold(at) != "حيث" || words[at + 1].barrier != Barrier::Nothing {
            continue;
        }
        let written = bare(ctx.word(at + 1));
        let Some(right) = dual(ctx, at + 1, &written) else {
            continue;
        };
        if !follows_two_people(ctx, at) {
            continue;
        }
        let message = Message::new(
            format!("two people: {right}"),
            format!("الفاعل اثنان: {right}"),
        );
        let fix = Fix::replace(Applicability::Suggested, words[at + 1].span, right);
        let finding = acc.add(words[at + 1].span, message);
        finding.confidence = Confidence::Medium;
        finding.fixes.push(fix);
    }
}

/// The dual of the plural past verb at `word`.
fn dual(ctx: &Ctx<'_>, word: usize, written: &str) -> Option<String> {
    let stem = written.strip_suffix("وا")?;
    let features = VerbFeatures::past(Grammatical::Third, Number::Dual, Gender::Masculine);
    let of_glossary = ctx.readings.of(word).iter().find_map(|reading| {
        let form = ctx.glossaries.set_of(reading).lexicon.form(reading.form);
        if form.kind != FormKind::Verb || !reading.clitics.is_empty() {
            return None;
        }
        match ctx.glossaries.lexeme(reading) {
            Some(Lexeme::Verb(verb)) => Some(verb.conjugate(features)),
            _ => None,
        }
    });
    let of_list = || finite_verb(written).map(|it| Verb::conjugate(&it.verb, features));
    // A strong verb keeps its stem; the stem of a weak one is shorter.
    let strong = || (stem.chars().count() >= 4).then(|| format!("{stem}ا"));
    of_glossary.or_else(of_list).or_else(strong)
}

/// Whether the sentence before `at` has two names joined by و for its subject, and no other people.
fn follows_two_people(ctx: &Ctx<'_>, at: usize) -> bool {
    let people = people(ctx);
    let sentence = ctx.readings.sentence_around(at);
    let before: Vec<&Range<usize>> = people
        .iter()
        .filter(|it| it.start >= sentence.start && it.end <= at)
        .collect();
    let [first, second] = before[..] else {
        return false;
    };
    let joined = first.end == second.start
        && ctx.fold(second.start).starts_with('و')
        && ctx.readings.words[second.start].barrier == Barrier::Nothing;
    let between = second.end..at;
    // و behind the second name makes a list of more, a verb another clause.
    let listed = between
        .clone()
        .any(|it| ctx.fold(it).starts_with('و') || finite_verb(&bare(ctx.word(it))).is_some());
    let verb = first.start.checked_sub(1).is_some_and(|it| {
        let fold = ctx.fold(it);
        let letters = bare(ctx.word(it));
        let core = letters.strip_prefix(['و', 'ف']).unwrap_or(&letters);
        saying_verb(fold).is_some()
            || saying_verb(fold.strip_prefix(['و', 'ف']).unwrap_or(fold)).is_some()
            || finite_verb(core).is_some()
    });
    let opens = first.start <= sentence.start + 1;
    joined && !listed && (verb || opens) && between.len() <= REACH
}

/// Where people are named, by full name or surname, none overlapping another.
fn people(ctx: &Ctx<'_>) -> Vec<Range<usize>> {
    let of_gazetteer = ctx.names.iter().filter(|it| {
        let name = ctx.glossaries.name(it.entry);
        name.is_some_and(|it| it.r#type == NameType::Person)
    });
    let mut found: Vec<Range<usize>> = of_gazetteer.map(|it| it.words.clone()).collect();
    found.extend(ctx.persons().iter().map(|it| it.words.clone()));
    found.sort_by_key(|it| (it.start, std::cmp::Reverse(it.end)));
    let mut kept: Vec<Range<usize>> = Vec::new();
    for it in found {
        if kept.last().is_none_or(|last| last.end <= it.start) {
            kept.push(it);
        }
    }
    kept
}
