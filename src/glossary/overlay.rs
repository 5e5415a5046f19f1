//! The glossaries of one run: a user's over the shipped ones. See [`Glossaries`].

use std::sync::{Arc, OnceLock, RwLock};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    compiled::{Compiled, CompiledAvoid, CompiledEntry, Name, Target},
    near::NearIndex,
    people::{LatinIndex, LatinName, names_with},
};
use crate::{
    arabic::Words,
    matcher::{
        Hit, Lexeme, LexemeId, Lexicon, Reading, Readings, occurs, read, search, search_everywhere,
    },
};

/// Compiled glossaries, those that win last.
#[derive(Debug, Default)]
pub struct Glossaries {
    sets: Vec<Compiled>,
    off: FxHashSet<EntryRef>,
    /// What Latin words were looked up, each with the names that begin with it.
    latin: RwLock<FxHashMap<String, Arc<LatinIndex>>>,
    /// The names by their consonants, once a word needs them.
    near: OnceLock<NearIndex>,
}

/// An entry of one of the glossaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryRef {
    /// Which of the sets.
    pub set: u8,
    /// Its number there.
    pub entry: u32,
}

/// An `avoid` found in a segment.
#[derive(Clone, Debug)]
pub struct Match {
    /// The entry.
    pub entry: EntryRef,
    /// The number of the avoid.
    pub avoid: u16,
    /// Where.
    pub hit: Hit,
}

/// A name of the gazetteer found in a segment, in Arabic.
#[derive(Clone, Debug)]
pub struct NameMatch {
    /// The entry.
    pub entry: EntryRef,
    /// By its full name, not by a surname that others may have too.
    pub full: bool,
    /// Numbers of words in [`Readings::words`].
    pub words: std::ops::Range<usize>,
}

impl Glossaries {
    /// Lays `sets` over one another, and switches the entries called `disabled` off in all but the
    /// last.
    pub fn new(sets: Vec<Compiled>, disabled: &FxHashSet<String>) -> Glossaries {
        let mut off = FxHashSet::default();
        for (set, compiled) in sets.iter().enumerate() {
            let later: FxHashSet<&str> = sets[set + 1..]
                .iter()
                .flat_map(|it| it.entries.iter().map(|it| &*it.id))
                .collect();
            for (number, entry) in compiled.entries.iter().enumerate() {
                let switched = set + 1 < sets.len() && disabled.contains(&*entry.id);
                if switched || later.contains(&*entry.id) {
                    off.insert(EntryRef {
                        set: set as u8,
                        entry: number as u32,
                    });
                }
            }
        }
        Glossaries {
            sets,
            off,
            latin: RwLock::default(),
            near: OnceLock::new(),
        }
    }

    /// The same with every entry but those called `ids` switched off.
    #[must_use]
    pub fn only(mut self, ids: &[&str]) -> Glossaries {
        for (set, compiled) in self.sets.iter().enumerate() {
            for (number, entry) in compiled.entries.iter().enumerate() {
                if !ids.contains(&&*entry.id) {
                    self.off.insert(EntryRef {
                        set: set as u8,
                        entry: number as u32,
                    });
                }
            }
        }
        self
    }

    /// The sets, those that win last.
    pub fn sets(&self) -> Vec<&Compiled> {
        self.sets.iter().collect()
    }

    /// Reads the words of the segments of a document with the forms of every set: a text each, and
    /// the words cut from it.
    pub fn read<'t>(
        &self,
        segments: impl IntoIterator<Item = (&'t str, &'t Words)>,
    ) -> Vec<Readings> {
        let lexicons: Vec<&Lexicon> = self.sets.iter().map(|it| &it.lexicon).collect();
        read(segments, &lexicons)
    }

    /// What stands in a segment of what the entries look for, and the names in the order of their
    /// first words.
    pub fn find(&self, readings: &Readings) -> (Vec<Match>, Vec<NameMatch>) {
        let mut matches: Vec<Match> = Vec::new();
        let mut names = Vec::new();
        for (set, compiled) in self.sets.iter().enumerate() {
            search(readings, set as u8, &compiled.program, |hit| {
                let entry = |entry| EntryRef {
                    set: set as u8,
                    entry,
                };
                match compiled.targets[hit.target as usize] {
                    Target::Avoid(number, avoid) => {
                        let entry = entry(number);
                        if !self.off.contains(&entry)
                            && applies(compiled, set as u8, readings, &hit)
                        {
                            matches.push(Match { entry, avoid, hit });
                        }
                    }
                    Target::FullName(number) | Target::Surname(number) => {
                        let full =
                            compiled.targets[hit.target as usize] == Target::FullName(number);
                        let entry = entry(number);
                        if !self.off.contains(&entry) {
                            names.push(NameMatch {
                                entry,
                                full,
                                words: hit.words,
                            });
                        }
                    }
                    Target::Aside => {}
                }
            });
        }
        names.sort_by_key(|it: &NameMatch| it.words.start);
        matches.sort_by_key(|it| (it.hit.focus.start, it.hit.focus.end, it.entry, it.avoid));
        matches
            .dedup_by(|b, a| (a.entry, a.avoid, &a.hit.focus) == (b.entry, b.avoid, &b.hit.focus));
        (matches, names)
    }

    /// Where the focuses of the avoids of `wanted` entries stand in a segment, whatever stands around
    /// them.
    pub fn find_focuses(&self, readings: &Readings, wanted: &FxHashSet<EntryRef>) -> Vec<Match> {
        let mut matches: Vec<Match> = Vec::new();
        for (set, compiled) in self.sets.iter().enumerate() {
            search_everywhere(readings, set as u8, &compiled.focuses.program, |hit| {
                let (entry, avoid) = compiled.focuses.targets[hit.target as usize];
                let entry = EntryRef {
                    set: set as u8,
                    entry,
                };
                if wanted.contains(&entry)
                    && !self.off.contains(&entry)
                    && !is_silenced(compiled, set as u8, readings, &hit)
                {
                    matches.push(Match { entry, avoid, hit });
                }
            });
        }
        matches.sort_by_key(|it| (it.hit.focus.start, it.hit.focus.end, it.entry, it.avoid));
        matches.dedup_by(|b, a| (a.entry, &a.hit.focus) == (b.entry, &b.hit.focus));
        matches
    }

    /// The entry itself.
    pub fn entry(&self, at: EntryRef) -> &CompiledEntry {
        &self.sets[usize::from(at.set)].entries[at.entry as usize]
    }

    /// The avoid that `found` found.
    pub fn avoid(&self, found: &Match) -> &CompiledAvoid {
        &self.entry(found.entry).avoid[usize::from(found.avoid)]
    }

    /// The set that `at` belongs to.
    pub fn set(&self, at: EntryRef) -> &Compiled {
        &self.sets[usize::from(at.set)]
    }

    /// The set that a reading comes from.
    pub fn set_of(&self, reading: &Reading) -> &Compiled {
        &self.sets[usize::from(reading.source)]
    }

    /// The name that an entry of kind `name` is.
    pub fn name(&self, at: EntryRef) -> Option<&Name> {
        let number = self.entry(at).name?;
        self.set(at).names().get(number as usize)
    }

    /// The commonest Latin spelling of the name that is written `arabic`, in full or by its last word.
    pub fn latin_of(&self, arabic: &str) -> Option<String> {
        let mut names = self.sets.iter().rev().flat_map(Compiled::names);
        names.find_map(|name| {
            let latin = name.latin.first()?;
            let spelt = |it: &String| it == arabic;
            let last = |it: &String| it.split_whitespace().last() == Some(arabic);
            if name.arabic.iter().any(spelt) {
                Some(latin.clone())
            } else if name.arabic.iter().any(last) {
                latin.split_whitespace().last().map(str::to_owned)
            } else {
                None
            }
        })
    }

    /// The word a reading is of.
    pub fn lexeme(&self, reading: &Reading) -> Option<&Lexeme> {
        let id: LexemeId = reading.lexeme;
        self.sets.get(usize::from(reading.source))?.lexeme(id)
    }

    /// Every entry that is switched on.
    pub fn entries(&self) -> impl Iterator<Item = (EntryRef, &CompiledEntry)> {
        self.sets
            .iter()
            .enumerate()
            .flat_map(move |(set, compiled)| {
                let at = move |entry| EntryRef {
                    set: set as u8,
                    entry,
                };
                (0..)
                    .zip(&compiled.entries)
                    .map(move |(number, entry)| (at(number), entry))
                    .filter(|it| !self.off.contains(&it.0))
            })
    }

    /// The longest name of the gazetteer that begins with the first of `folds`, Latin words in lower
    /// case.
    pub fn latin_name(&self, folds: &[&str]) -> Option<LatinName> {
        let first = *folds.first()?;
        let known = self.latin.read().ok().and_then(|it| it.get(first).cloned());
        let index = known.unwrap_or_else(|| {
            let index = Arc::new(self.latin_index(first));
            if let Ok(mut latin) = self.latin.write() {
                latin.insert(first.to_owned(), Arc::clone(&index));
            }
            index
        });
        index.longest(folds)
    }

    /// The names of the gazetteer by the consonants of their Arabic spellings.
    pub fn near_names(&self) -> &NearIndex {
        self.near.get_or_init(|| {
            let sets = self.sets.iter().enumerate();
            NearIndex::new(sets.flat_map(|(set, compiled)| {
                compiled.names().iter().filter_map(move |name| {
                    let at = EntryRef {
                        set: set as u8,
                        entry: name.entry,
                    };
                    (!self.off.contains(&at)).then_some((at, name))
                })
            }))
        })
    }

    /// The names that have the word `fold` in a Latin spelling.
    fn latin_index(&self, fold: &str) -> LatinIndex {
        let sets = self.sets.iter().enumerate();
        LatinIndex::new(sets.flat_map(|(set, compiled)| {
            names_with(&compiled.latin, fold).filter_map(move |number| {
                let name = compiled.names().get(number)?;
                let at = EntryRef {
                    set: set as u8,
                    entry: name.entry,
                };
                (!self.off.contains(&at)).then_some((at, name))
            })
        }))
    }
}

/// Whether what an avoid must not stand beside stands in the sentence of a focus of it.
fn is_silenced(compiled: &Compiled, set: u8, readings: &Readings, hit: &Hit) -> bool {
    let (entry, avoid) = compiled.focuses.targets[hit.target as usize];
    let avoid = &compiled.entries[entry as usize].avoid[usize::from(avoid)];
    let sentence = readings.sentence_around(hit.words.start);
    let mut unless = avoid.unless.iter();
    unless.any(|it| occurs(readings, set, &compiled.program, *it, sentence.clone()))
}

/// Whether what surrounds a hit lets its avoid apply.
fn applies(compiled: &Compiled, set: u8, readings: &Readings, hit: &Hit) -> bool {
    let Target::Avoid(entry, avoid) = compiled.targets[hit.target as usize] else {
        return false;
    };
    let avoid = &compiled.entries[entry as usize].avoid[usize::from(avoid)];
    if avoid.unless.is_empty() && avoid.near.is_empty() {
        return true;
    }
    let sentence = readings.sentence_around(hit.words.start);
    let stands = |target: &u32| occurs(readings, set, &compiled.program, *target, sentence.clone());
    !avoid.unless.iter().any(stands) && (avoid.near.is_empty() || avoid.near.iter().any(stands))
}
