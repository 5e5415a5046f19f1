//! People named in a segment, and what is known of them: what the rules of agreement start from.

use std::ops::Range;

use super::Ctx;
use crate::{
    arabic::{
        Clitics, Conjunction, Gender, GivenName, Particle, TokenKind, bare, folded, given_name,
        skeleton,
    },
    glossary::{Name, NameType},
    matcher::{Barrier, FormKind, Known},
    names::spelling_distance,
};

/// Someone named in a segment.
#[derive(Clone, Debug)]
pub struct Person {
    /// Numbers of words in `Readings::words`.
    pub words: Range<usize>,
    /// Of the person.
    pub gender: Gender,
    /// By a full name of the gazetteer, not by a given name that others bear.
    pub certain: bool,
}

/// The people named in a segment whose gender is known, in order, none overlapping another.
pub(super) fn persons(ctx: &Ctx<'_>) -> Vec<Person> {
    let mut found: Vec<Person> = Vec::new();
    for it in ctx.names {
        let Some(name) = ctx.glossaries.name(it.entry) else {
            continue;
        };
        let (NameType::Person, Some(gender)) = (name.r#type, name.gender) else {
            continue;
        };
        if it.full && it.words.len() > 1 {
            found.push(Person {
                words: it.words.clone(),
                gender,
                certain: true,
            });
        } else if let Some(miss) = near_given_name(ctx, it.words.start, name) {
            found.push(Person {
                words: miss.word..it.words.end,
                gender,
                certain: true,
            });
        }
    }
    found.extend(by_latin_name(ctx));
    found.extend(by_given_name(ctx));
    found.sort_by_key(|it| (!it.certain, std::cmp::Reverse(it.words.len())));
    let mut kept: Vec<Person> = Vec::new();
    for it in found {
        let overlaps =
            |other: &Person| other.words.start < it.words.end && it.words.start < other.words.end;
        if !kept.iter().any(overlaps) {
            kept.push(it);
        }
    }
    kept.sort_by_key(|it| it.words.start);
    kept
}

/// Words of the longest name in Latin letters.
const LONGEST_NAME: usize = 8;

/// People whose name stands in Latin letters.
fn by_latin_name(ctx: &Ctx<'_>) -> Vec<Person> {
    let words = &ctx.readings.words;
    let is_latin = |at: usize| ctx.words.tokens[words[at].token as usize].kind == TokenKind::Latin;
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !is_latin(at) {
            at += 1;
            continue;
        }
        // No further than a name goes: a page of English is one run.
        let run = (at..words.len()).take(LONGEST_NAME);
        let run = run.take_while(|it| is_latin(*it));
        let folds: Vec<&str> = run.map(|it| ctx.fold(it)).collect();
        let Some(name) = ctx.glossaries.latin_name(&folds) else {
            at += 1;
            continue;
        };
        let known = ctx.glossaries.name(name.entry);
        if let Some((NameType::Person, Some(gender))) = known.map(|it| (it.r#type, it.gender)) {
            found.push(Person {
                words: at..at + name.words,
                gender,
                certain: true,
            });
        }
        at += name.words;
    }
    found
}

/// People told by a given name before a word that may be a surname.
fn by_given_name(ctx: &Ctx<'_>) -> Vec<Person> {
    let words = &ctx.readings.words;
    let mut found = Vec::new();
    for at in 0..words.len().saturating_sub(1) {
        // A word of a glossary that is no name needs no look-up.
        if !may_be_name(ctx, at) {
            continue;
        }
        let gender = match given_name(ctx.fold(at)) {
            Some(GivenName::Female) => Gender::Feminine,
            Some(GivenName::Male) => Gender::Masculine,
            _ => continue,
        };
        let next = &words[at + 1];
        if next.barrier != Barrier::Nothing || !may_be_surname(ctx, at + 1) {
            continue;
        }
        found.push(Person {
            words: at..at + 2,
            gender,
            certain: false,
        });
    }
    found
}

/// A word that no list of ours knows as anything but a name.
fn may_be_surname(ctx: &Ctx<'_>, word: usize) -> bool {
    let arabic =
        ctx.words.tokens[ctx.readings.words[word].token as usize].kind == TokenKind::Arabic;
    arabic && ctx.fold(word).chars().count() >= 3 && may_be_name(ctx, word)
}

fn may_be_name(ctx: &Ctx<'_>, word: usize) -> bool {
    ctx.readings.words[word].known < Known::AsWord
}

/// A given name a letter or two away from the one that belongs to the surname after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// The word.
    pub word: usize,
    /// The given name as it should be, without clitics.
    pub given: String,
    /// What the word carries before it.
    pub clitics: Clitics,
    /// How far it is away, in tenths of a letter.
    pub distance: u32,
}

/// Whether the word before `surname`, which is that of `name`, is nearly the given name of `name`.
pub fn near_given_name(ctx: &Ctx<'_>, surname: usize, name: &Name) -> Option<NearMiss> {
    let before = surname.checked_sub(1)?;
    let readings = ctx.readings;
    let word = readings.words[before];
    // A surname with a clitic of its own (`وجولي`) follows another name.
    let bare_surname = readings
        .of(surname)
        .iter()
        .any(|it| it.clitics.is_empty() && it.kind == FormKind::Name);
    if readings.words[surname].barrier != Barrier::Nothing
        || !bare_surname
        || ctx.words.tokens[word.token as usize].kind != TokenKind::Arabic
    {
        return None;
    }
    let fold = ctx.fold(before);
    // A name or word that we know is itself, not a misspelling of another.
    if word.known > Known::Not || given_name(fold).is_some() {
        return None;
    }
    let mut parts = name.arabic.first()?.split_whitespace();
    let (Some(given), Some(_), None) = (parts.next(), parts.next(), parts.next()) else {
        return None;
    };
    // Another consonant is another name: cheap to see, and nearly always the answer.
    let wanted = skeleton(given);
    let alike = |cut: &str| {
        fold.strip_prefix(cut)
            .is_some_and(|it| skeleton(it) == wanted)
    };
    if !["", "و", "ل", "ب"].iter().any(|it| alike(it)) {
        return None;
    }
    let near = near(&bare(ctx.word(before)), given)?;
    let accepted = name.arabic.iter().any(|spelling| {
        let first = spelling.split_whitespace().next().unwrap_or_default();
        ctx.fold(before).ends_with(&folded(first))
    });
    if accepted {
        return None;
    }
    let (clitics, distance) = near;
    Some(NearMiss {
        word: before,
        given: given.to_owned(),
        clitics,
        distance,
    })
}

/// How near `text` is to `given`, with the clitic that has to be cut off for it.
fn near(text: &str, given: &str) -> Option<(Clitics, u32)> {
    let letters = given.chars().count() as u32;
    let wanted = skeleton(given);
    let conjunction = Clitics {
        conjunction: Some(Conjunction::Wa),
        ..Clitics::NONE
    };
    let particle = |it| Clitics {
        particle: Some(it),
        ..Clitics::NONE
    };
    let proclitics = [
        ("", Clitics::NONE),
        ("و", conjunction),
        ("ل", particle(Particle::La)),
        ("ب", particle(Particle::Ba)),
    ];
    let first = |word: &str| word.chars().next().map(|it| folded(&it.to_string()));
    let mut best: Option<(Clitics, u32)> = None;
    for (proclitic, clitics) in proclitics {
        let Some(rest) = text.strip_prefix(proclitic) else {
            continue;
        };
        if skeleton(rest) != wanted {
            continue;
        }
        let distance = spelling_distance(rest, given);
        // A fifth of a letter for each letter that agrees; short names allow nothing.
        let near = letters >= 4 && distance > 0 && distance <= (letters * 2).min(10);
        let same_start = proclitic.is_empty() || first(rest) == first(given);
        if near && same_start && best.is_none_or(|it| distance < it.1) {
            best = Some((clitics, distance));
        }
    }
    best
}
