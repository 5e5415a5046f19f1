//! Writes a replacement the way the words it replaces were written: see [`rewrite`].
//!
//! What a focus carried goes over to what takes its place: proclitics to the first word, ال and
//! the pronoun suffix to the last noun (or the one marked `^`), number and case of the noun to the
//! first noun, the features of a verb to the verb. The spelling is made anew, so `وبمحكمتها` becomes
//! `وبملعبها` and `للصفقة` `للاتفاق`.

use super::compiled::{Compiled, CompiledAvoid, Replacing, ReplacingPart};
use crate::{
    arabic::{
        Case, Clitics, Gender, Mood, Noun, NounFeatures, Number, Particle, Person, Pronoun, Tense,
        Verb, VerbFeatures, before_pronoun, join, particle, particle_with_pronoun,
        verb_before_pronoun,
    },
    glossary::vocabulary::without_article,
    matcher::{FormKind, Hit, Lexeme, Readings},
};

/// A focus rewritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// What takes its place.
    pub text: String,
    /// The gender of the noun that stood there and of the noun that takes its place, where both
    /// are singular nouns of known gender.
    pub genders: Option<(Gender, Gender)>,
}

/// What the words of a focus carry.
#[derive(Clone, Copy, Debug, Default)]
struct Carried {
    first: Clitics,
    article: bool,
    pronoun: Option<Pronoun>,
    noun: Option<NounFeatures>,
    /// That noun is an adjective.
    adjective: bool,
    verb: Option<VerbFeatures>,
    /// The alef of the accusative carries its sign.
    signed: bool,
}

/// Writes `replacing` in place of the focus of `hit`.
///
/// `None` where the replacement cannot carry what the focus did.
pub fn rewrite(
    compiled: &Compiled,
    text: &str,
    readings: &Readings,
    hit: &Hit,
    avoid: &CompiledAvoid,
    replacing: &Replacing,
) -> Option<Rewritten> {
    let carried = carried(compiled, text, readings, hit, avoid);
    let nouns: Vec<(usize, &Noun)> = replacing
        .parts
        .iter()
        .enumerate()
        .filter_map(|(at, part)| match part {
            ReplacingPart::Noun(_, id) => match compiled.lexeme(*id)? {
                Lexeme::Noun(noun) => Some((at, noun)),
                _ => None,
            },
            _ => None,
        })
        .collect();
    let head = nouns.first().map(|it| it.0);
    let carrier = replacing.carrier.map(usize::from).or_else(|| {
        let plain = nouns.iter().rev().find(|it| !it.1.adjective);
        plain.or(nouns.last()).map(|it| it.0)
    });
    let has_verb = replacing
        .parts
        .iter()
        .any(|it| matches!(it, ReplacingPart::Verb(_)));
    let mut out = Vec::new();
    for (at, part) in replacing.parts.iter().enumerate() {
        let mut clitics = Clitics::default();
        if at == 0 {
            clitics.conjunction = carried.first.conjunction;
            clitics.particle = carried.first.particle;
        }
        let word = match part {
            ReplacingPart::Captured(number) => {
                let words = hit.captures.get(usize::from(*number) - 1)?.clone()?;
                let first = readings.words.get(words.start)?.span;
                let last = readings.words.get(words.end.checked_sub(1)?)?.span;
                let captured = &text[first.cover(last).range()];
                let spelt = clitics_before(clitics, captured);
                out.push(spelt);
                continue;
            }
            ReplacingPart::Fixed(word) => {
                let alone = carrier.is_none() && !has_verb && at + 1 == replacing.parts.len();
                match carried.pronoun {
                    Some(pronoun) if alone && particle(word).is_some_and(|it| !it.is_empty()) => {
                        clitics_before(clitics, &particle_with_pronoun(word, pronoun))
                    }
                    Some(_) if alone => return None,
                    _ => join(clitics, word, word),
                }
            }
            ReplacingPart::Verb(id) => {
                let Lexeme::Verb(verb) = compiled.lexeme(*id)? else {
                    return None;
                };
                clitics.pronoun = carried.pronoun.filter(|_| carrier.is_none());
                write_verb(verb, carried, clitics)
            }
            ReplacingPart::Noun(written, _) => {
                let noun = nouns.iter().find(|it| it.0 == at)?.1;
                let agrees = carrier.is_some_and(|it| it < at) && noun.adjective;
                if carrier == Some(at) {
                    clitics.pronoun = carried.pronoun;
                    clitics.article = carried.article;
                } else if agrees {
                    clitics.article = carried.article || carried.pronoun.is_some();
                }
                // A noun that a further noun completes is in construct.
                let completed = carrier.is_some_and(|it| it > at) && !noun.adjective;
                let features = carried.noun.and_then(|it| {
                    if agrees {
                        Some(agreeing(it, as_written(noun, written)))
                    } else if head != Some(at) {
                        None
                    } else if noun.adjective && carried.adjective {
                        // An adjective for an adjective agrees with what that agreed with.
                        Some(it)
                    } else {
                        let gender = as_written(noun, written);
                        Some(NounFeatures { gender, ..it })
                    }
                });
                write_noun(noun, written, features, completed, clitics, carried.signed)
            }
        };
        out.push(word);
    }
    let genders = carried.noun.and_then(|old| {
        let (at, head) = nouns.first()?;
        let ReplacingPart::Noun(written, _) = &replacing.parts[*at] else {
            return None;
        };
        let new = if is_citation(head, written) {
            head.gender
        } else {
            // Things in the plural are spoken of in the feminine singular.
            Gender::Feminine
        };
        (old.number == Number::Singular && !head.adjective).then_some((old.gender, new))
    });
    Some(Rewritten {
        text: out.join(" "),
        genders,
    })
}

/// The gender in which the author wrote a word.
fn as_written(noun: &Noun, written: &str) -> Gender {
    if noun.adjective && written.ends_with('ة') {
        Gender::Feminine
    } else {
        noun.gender
    }
}

/// What an adjective of the replacement shows when its noun takes `head`: things in the plural
/// take the feminine singular.
fn agreeing(head: NounFeatures, gender: Gender) -> NounFeatures {
    match head.number {
        Number::Plural => NounFeatures {
            gender: Gender::Feminine,
            number: Number::Singular,
            case: None,
            ..head
        },
        _ => NounFeatures { gender, ..head },
    }
}

/// What the first word of the focus carries, and the pronoun of any. The rest of a phrase is the
/// pattern's own: the الماء of `في الماء الساخن` is definite because the idiom is.
fn carried(
    compiled: &Compiled,
    text: &str,
    readings: &Readings,
    hit: &Hit,
    avoid: &CompiledAvoid,
) -> Carried {
    let mut carried = Carried::default();
    let phrase = hit.focus.len() > 1;
    for word in hit.focus.clone() {
        let Some(reading) = hit.reading(readings, word) else {
            continue;
        };
        let form = compiled.lexicon.form(reading.form);
        let clitics = reading.clitics;
        carried.pronoun = clitics.pronoun.or(carried.pronoun);
        if word != hit.focus.start {
            continue;
        }
        carried.first = clitics;
        carried.verb = form.verb();
        carried.article =
            clitics.article && form.kind == FormKind::Noun && !(phrase && avoid.definite);
        carried.noun = form.noun().map(|it| NounFeatures {
            number: if avoid.plural {
                Number::Singular
            } else {
                it.number
            },
            ..it
        });
        carried.adjective = match compiled.lexeme(reading.lexeme) {
            Some(Lexeme::Noun(noun)) => noun.adjective,
            _ => false,
        };
        carried.signed =
            form.noun().is_some() && text[readings.words[word].span.range()].contains('\u{64B}');
    }
    carried
}

/// Whether the word of a replacement is written as a dictionary has it, so that it may be inflected.
fn is_citation(noun: &Noun, written: &str) -> bool {
    let stem = without_article(written);
    // A word that no `words:` lists is read as a singular, but one in ات hardly ever is.
    (stem == noun.singular && !stem.ends_with("ات"))
        || (noun.adjective && stem.strip_suffix('ة') == Some(&noun.singular))
}

fn clitics_before(clitics: Clitics, word: &str) -> String {
    join(
        Clitics {
            pronoun: None,
            article: false,
            ..clitics
        },
        word,
        word,
    )
}

fn write_verb(verb: &Verb, carried: Carried, mut clitics: Clitics) -> String {
    let features = carried.verb.unwrap_or(VerbFeatures {
        tense: Tense::Past,
        mood: Mood::Indicative,
        person: Person::Third,
        number: Number::Singular,
        gender: Gender::Masculine,
    });
    let free = verb.conjugate(features);
    let bound = verb_before_pronoun(&free);
    clitics.article = false;
    join(clitics, &free, &bound)
}

fn write_noun(
    noun: &Noun,
    written: &str,
    features: Option<NounFeatures>,
    completed: bool,
    mut clitics: Clitics,
    signed: bool,
) -> String {
    if clitics.particle == Some(Particle::Sa) {
        clitics.particle = None;
    }
    let stem = without_article(written);
    let own_article = stem.len() != written.len();
    if own_article {
        clitics.article = true;
        clitics.pronoun = None;
    }
    // A form other than the singular was chosen by the author and stays.
    let citation = is_citation(noun, written);
    let indefinite = !clitics.article && clitics.pronoun.is_none() && !completed;
    let wanted = features.filter(|_| citation).map(|it| NounFeatures {
        tanwin: it.tanwin && indefinite,
        construct: completed || (it.construct && !clitics.article),
        ..it
    });
    let free = wanted
        .and_then(|it| noun.inflect(it))
        .unwrap_or_else(|| stem.to_owned());
    // Before a pronoun the case shows in a few spellings; after a preposition it is known.
    let case = match clitics.particle {
        Some(Particle::Ba | Particle::La | Particle::Ka) => Some(Case::Genitive),
        _ => wanted.and_then(|it| it.case),
    };
    let bound = wanted
        .and_then(|it| noun.bound(it, case))
        .or_else(|| before_pronoun(&free, case).into_iter().next())
        .unwrap_or_else(|| free.clone());
    let mut spelt = join(clitics, &free, &bound);
    if signed && wanted.is_some_and(|it| it.tanwin) && spelt.ends_with('ا') {
        spelt.insert(spelt.len() - 'ا'.len_utf8(), '\u{64B}');
    }
    spelt
}
