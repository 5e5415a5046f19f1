//! Every form of every word that patterns ask for: see [`Lexicon`].

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use super::hash::hash;
use crate::arabic::{Noun, NounFeatures, Verb, VerbFeatures, folded, letters};

/// A word as patterns mean it, before it is inflected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Lexeme {
    /// A noun or adjective.
    Noun(Noun),
    /// A verb.
    Verb(Verb),
    /// A word that only takes proclitics, and the spelling it has before a pronoun, if it takes one.
    Particle(String, Option<String>),
    /// This spelling; takes و and ف and nothing else.
    Exact(String),
    /// A word of a name: takes proclitics, and ال only where the name has it.
    Name(String),
}

/// The number of a word in its lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LexemeId(pub u32);

/// What kind of word a form is a form of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// A noun or adjective.
    Noun,
    /// A verb.
    Verb,
    /// A particle.
    Particle,
    /// An exact spelling.
    Exact,
    /// A word of a name.
    Name,
}

/// One form, as it stands in the table.
#[derive(Clone, Copy, Debug)]
pub struct Form<'l> {
    text: &'l [u8],
    /// The word it is a form of.
    pub lexeme: LexemeId,
    /// What kind of word that is.
    pub kind: FormKind,
    flags: u8,
    features: u16,
}

impl<'l> Form<'l> {
    /// Correctly spelt, without clitics.
    pub fn text(&self) -> &'l str {
        std::str::from_utf8(self.text).unwrap_or_default()
    }

    /// The characters of [`Form::text`], without the proof that the table holds text: it is asked of
    /// every word of every article.
    pub fn letters(&self) -> impl Iterator<Item = char> + 'l {
        let mut rest = self.text;
        std::iter::from_fn(move || {
            if let [lead @ 0xC2..=0xDF, low, after @ ..] = rest {
                rest = after;
                return char::from_u32(u32::from(lead & 0x1F) << 6 | u32::from(low & 0x3F));
            }
            let c = std::str::from_utf8(rest).ok()?.chars().next()?;
            rest = &rest[c.len_utf8()..];
            Some(c)
        })
    }

    /// Whether it is spelt so. Cheaper than comparing [`Form::text`].
    pub fn is(&self, text: &str) -> bool {
        self.text == text.as_bytes()
    }

    /// Whether it stands without a pronoun suffix.
    pub fn free(&self) -> bool {
        self.flags & FREE != 0
    }

    /// Whether it stands before a pronoun suffix.
    pub fn bound(&self) -> bool {
        self.flags & BOUND != 0
    }

    /// Whether it stands with ال only.
    pub fn articled(&self) -> bool {
        self.flags & ARTICLED != 0
    }

    /// Whether a pattern waits for the word: see [`super::Program`].
    pub fn waits(&self) -> bool {
        self.flags & WAITS != 0
    }

    /// Whether it is a form of an adjective.
    pub fn is_adjective(&self) -> bool {
        self.flags & ADJECTIVE != 0
    }

    /// Whether a list of words gives the gender and the plurals of the noun; of others they are guessed.
    pub fn is_declared(&self) -> bool {
        self.flags & DECLARED != 0
    }

    /// What the form shows, of a noun or adjective.
    pub fn noun(&self) -> Option<NounFeatures> {
        (self.kind == FormKind::Noun).then(|| NounFeatures::from_bits(self.features))
    }

    /// What the form shows, of a verb.
    pub fn verb(&self) -> Option<VerbFeatures> {
        (self.kind == FormKind::Verb).then(|| VerbFeatures::from_bits(self.features))
    }
}

/// The forms by their folds, in tables that are read where they lie: the shipped ones are part of
/// the program and cost nothing to load.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// The texts of the forms, one after the other.
    strings: Cow<'static, [u8]>,
    /// [`FORM_SIZE`] bytes a form, those of one fold together.
    forms: Cow<'static, [u8]>,
    /// An open-addressing table, [`SLOT_SIZE`] bytes a slot: hash of a fold, its first form + 1.
    slots: Cow<'static, [u8]>,
    /// A bit for each fold. Most of what is looked up is not there, and these bits, unlike the slots,
    /// stay in the processor's nearer caches.
    filter: Cow<'static, [u8]>,
}

/// The tables of a [`Lexicon`] as a file holds them.
#[derive(Serialize, Deserialize)]
pub struct LexiconParts<'b> {
    #[serde(borrow)]
    strings: &'b [u8],
    #[serde(borrow)]
    forms: &'b [u8],
    #[serde(borrow)]
    slots: &'b [u8],
    #[serde(borrow)]
    filter: &'b [u8],
}

const FORM_SIZE: usize = 12;
const SLOT_SIZE: usize = 8;

const FREE: u8 = 1;
const BOUND: u8 = 2;
const LAST: u8 = 4;
const ARTICLED: u8 = 8;
const WAITS: u8 = 16;
const ADJECTIVE: u8 = 32;
const DECLARED: u8 = 64;

impl Lexicon {
    /// The tables, to be written to a file.
    pub fn parts(&self) -> LexiconParts<'_> {
        LexiconParts {
            strings: &self.strings,
            forms: &self.forms,
            slots: &self.slots,
            filter: &self.filter,
        }
    }

    /// A lexicon over tables that are part of the program.
    pub fn from_parts(parts: &LexiconParts<'static>) -> Lexicon {
        Lexicon {
            strings: Cow::Borrowed(parts.strings),
            forms: Cow::Borrowed(parts.forms),
            slots: Cow::Borrowed(parts.slots),
            filter: Cow::Borrowed(parts.filter),
        }
    }

    /// How many forms it holds.
    pub fn len(&self) -> usize {
        self.forms.len() / FORM_SIZE
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The form of this number.
    pub fn form(&self, number: u32) -> Form<'_> {
        self.record(number).0
    }

    /// Calls `found` with the number of each form whose fold is `fold`.
    pub(super) fn look_up(&self, fold: &[u8], mut found: impl FnMut(u32, Form<'_>)) {
        let Some(mask) = (self.slots.len() / SLOT_SIZE).checked_sub(1) else {
            return;
        };
        let hash = hash(fold);
        let (byte, bit) = filter_bit(hash, self.filter.len());
        if self.filter[byte] & bit == 0 {
            return;
        }
        let tag = (hash >> 32) as u32;
        let mut at = hash as usize & mask;
        loop {
            let slot = &self.slots[at * SLOT_SIZE..][..SLOT_SIZE];
            let first = u32_at(slot, 4);
            if first == 0 {
                return;
            }
            if u32_at(slot, 0) == tag {
                let mut number = first - 1;
                let (form, flags) = self.record(number);
                if folds_to(&form, fold) {
                    let mut record = (form, flags);
                    loop {
                        found(number, record.0);
                        if record.1 & LAST != 0 {
                            return;
                        }
                        number += 1;
                        record = self.record(number);
                    }
                }
            }
            at = (at + 1) & mask;
        }
    }

    fn record(&self, number: u32) -> (Form<'_>, u8) {
        let record = &self.forms[number as usize * FORM_SIZE..][..FORM_SIZE];
        // Text offset and length share a word: 26 bits for the place, 6 for the length.
        let place = u32_at(record, 0);
        let start = (place >> 6) as usize;
        let text = &self.strings[start..start + (place & 63) as usize];
        let lexeme_and_kind = u32_at(record, 4);
        let flags = record[8];
        let form = Form {
            text,
            lexeme: LexemeId(lexeme_and_kind & 0x1FFF_FFFF),
            kind: match lexeme_and_kind >> 29 {
                0 => FormKind::Noun,
                1 => FormKind::Verb,
                2 => FormKind::Particle,
                3 => FormKind::Exact,
                _ => FormKind::Name,
            },
            flags,
            features: u16::from_le_bytes([record[10], record[11]]),
        };
        (form, flags)
    }
}

/// The place of a hash in a filter of `len` bytes, a power of two.
fn filter_bit(hash: u64, len: usize) -> (usize, u8) {
    let at = (hash >> 20) as usize;
    ((at >> 3) & (len - 1), 1 << (at & 7))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
}

/// Whether the fold of `form` is `fold`.
fn folds_to(form: &Form<'_>, fold: &[u8]) -> bool {
    // Most words have no letter that folds.
    if form.text == fold {
        return true;
    }
    let mut rest = fold;
    for c in form.letters().filter_map(letters::folded) {
        let mut buffer = [0; 4];
        let bytes = c.encode_utf8(&mut buffer).as_bytes();
        match rest.strip_prefix(bytes) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.is_empty()
}

/// Collects words and lays out their forms.
#[derive(Debug, Default)]
pub struct LexiconBuilder {
    lexemes: Vec<Lexeme>,
    numbers: rustc_hash::FxHashMap<String, LexemeId>,
}

/// A form before it has a place in the table.
#[derive(Clone, Copy, Debug)]
struct Draft {
    lexeme: u32,
    kind: u32,
    flags: u8,
    features: u16,
}

impl LexiconBuilder {
    /// The number of `lexeme`, which is new where `key` is.
    pub fn add(&mut self, key: String, lexeme: impl FnOnce() -> Lexeme) -> LexemeId {
        *self.numbers.entry(key).or_insert_with(|| {
            self.lexemes.push(lexeme());
            LexemeId(self.lexemes.len() as u32 - 1)
        })
    }

    /// How many words it holds.
    pub fn len(&self) -> usize {
        self.lexemes.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.lexemes.is_empty()
    }

    /// The word of this number.
    pub fn lexeme(&self, id: LexemeId) -> &Lexeme {
        &self.lexemes[id.0 as usize]
    }

    /// Inflects every word and lays the forms out. `waits` tells the words that a pattern waits for.
    pub fn finish(&self, waits: impl Fn(LexemeId) -> bool) -> Lexicon {
        // By fold, then by spelling, so that the tables are the same on every machine.
        let mut by_fold: BTreeMap<String, Vec<(String, Draft)>> = BTreeMap::new();
        for (number, lexeme) in self.lexemes.iter().enumerate() {
            let waits = if waits(LexemeId(number as u32)) {
                WAITS
            } else {
                0
            };
            for (text, mut draft) in drafts(number as u32, lexeme) {
                draft.flags |= waits;
                // A form longer than any word of news is not worth a wider record.
                if text.is_empty() || text.len() > 63 {
                    continue;
                }
                let same = by_fold.entry(folded(&text)).or_default();
                match same
                    .iter_mut()
                    .find(|(t, d)| *t == text && d.lexeme == draft.lexeme)
                {
                    // One spelling of one word: the first features, every way it may stand.
                    Some((_, known)) => known.flags |= draft.flags,
                    None => same.push((text, draft)),
                }
            }
        }
        lay_out(&by_fold)
    }
}

fn lay_out(by_fold: &BTreeMap<String, Vec<(String, Draft)>>) -> Lexicon {
    let slots = (by_fold.len() * 3 / 2).next_power_of_two().max(2);
    let mut table = vec![0; slots * SLOT_SIZE];
    let mut filter = vec![0; (slots / 2).max(1)];
    let mut strings: Vec<u8> = Vec::new();
    let mut places: rustc_hash::FxHashMap<&str, u32> = rustc_hash::FxHashMap::default();
    let mut forms = Vec::new();
    let mut number = 0_u32;
    for (fold, same) in by_fold {
        let hash = hash(fold.as_bytes());
        let (byte, bit) = filter_bit(hash, filter.len());
        filter[byte] |= bit;
        let mut at = hash as usize & (slots - 1);
        while u32_at(&table, at * SLOT_SIZE + 4) != 0 {
            at = (at + 1) & (slots - 1);
        }
        table[at * SLOT_SIZE..][..4].copy_from_slice(&((hash >> 32) as u32).to_le_bytes());
        table[at * SLOT_SIZE + 4..][..4].copy_from_slice(&(number + 1).to_le_bytes());
        for (n, (text, draft)) in same.iter().enumerate() {
            let place = *places.entry(text).or_insert_with(|| {
                let start = strings.len() as u32;
                strings.extend_from_slice(text.as_bytes());
                start << 6 | text.len() as u32
            });
            forms.extend_from_slice(&place.to_le_bytes());
            forms.extend_from_slice(&(draft.kind << 29 | draft.lexeme).to_le_bytes());
            let last = if n + 1 == same.len() { LAST } else { 0 };
            forms.extend_from_slice(&[draft.flags | last, 0]);
            forms.extend_from_slice(&draft.features.to_le_bytes());
            number += 1;
        }
    }
    Lexicon {
        strings: Cow::Owned(strings),
        forms: Cow::Owned(forms),
        slots: Cow::Owned(table),
        filter: Cow::Owned(filter),
    }
}

/// Every spelling of a word.
fn drafts(lexeme_number: u32, lexeme: &Lexeme) -> Vec<(String, Draft)> {
    let draft = |kind, flags, features| Draft {
        lexeme: lexeme_number,
        kind,
        flags,
        features,
    };
    match lexeme {
        Lexeme::Noun(noun) => noun
            .forms()
            .into_iter()
            .flat_map(|form| {
                let bits = form.features.to_bits();
                let adjective = if noun.adjective { ADJECTIVE } else { 0 };
                let of_word = adjective | if noun.declared { DECLARED } else { 0 };
                let bound = form.bound.into_iter().map(move |it| (it, BOUND));
                std::iter::once((form.text, FREE))
                    .chain(bound)
                    .map(move |(text, flags)| (text, draft(0, flags | of_word, bits)))
            })
            .collect(),
        Lexeme::Verb(verb) => verb
            .forms()
            .into_iter()
            .flat_map(|form| {
                let bits = form.features.to_bits();
                [
                    (form.text, draft(1, FREE, bits)),
                    (form.bound, draft(1, BOUND, bits)),
                ]
            })
            .collect(),
        Lexeme::Particle(text, bound) => {
            let bound = bound.iter().map(|it| (it.clone(), draft(2, BOUND, 0)));
            std::iter::once((text.clone(), draft(2, FREE, 0)))
                .chain(bound)
                .collect()
        }
        // Latin words are read in lower case.
        Lexeme::Exact(text) => vec![(text.to_lowercase(), draft(3, FREE, 0))],
        Lexeme::Name(text) => match text.strip_prefix("ال") {
            Some(stem) if stem.chars().count() >= 2 => {
                vec![(stem.to_owned(), draft(4, FREE | ARTICLED, 0))]
            }
            _ => vec![(text.clone(), draft(4, FREE, 0))],
        },
    }
}
