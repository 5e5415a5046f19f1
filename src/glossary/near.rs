//! The gazetteer by the consonants of its Arabic spellings, to find what a misspelt word is meant for:
//! see [`NearIndex`].

use rustc_hash::FxHashMap;

use super::{compiled::Name, overlay::EntryRef};
use crate::arabic::{folded, skeleton};

/// Words of the names of the gazetteer by their skeletons.
#[derive(Debug, Default)]
pub struct NearIndex {
    by_skeleton: FxHashMap<u64, Vec<NearName>>,
    folds: rustc_hash::FxHashSet<String>,
}

/// A word of a name.
#[derive(Clone, Debug)]
pub struct NearName {
    /// The entry.
    pub entry: EntryRef,
    /// The word as the approved spelling of the name has it.
    pub word: String,
    /// The words of the name before it, with single spaces.
    pub before: String,
    /// Whether nothing of the name follows.
    pub last: bool,
}

/// Skeletons of two consonants; of four.
const TWO: u64 = 0o10;
const FOUR: u64 = 0o1000;

impl NearIndex {
    /// Indexes `names`.
    pub(super) fn new<'n>(names: impl Iterator<Item = (EntryRef, &'n Name)>) -> NearIndex {
        let mut index = NearIndex::default();
        for (entry, name) in names {
            for (number, spelling) in name.arabic.iter().enumerate() {
                let words: Vec<&str> = spelling.split_whitespace().collect();
                for (place, word) in words.iter().enumerate() {
                    index.folds.insert(folded(word));
                    let key = skeleton(word);
                    if number > 0 || key < TWO || word.starts_with("ال") {
                        continue;
                    }
                    let near = NearName {
                        entry,
                        word: (*word).to_owned(),
                        before: words[..place].join(" "),
                        last: place + 1 == words.len(),
                    };
                    for key in without_one(key) {
                        index.by_skeleton.entry(key).or_default().push(near.clone());
                    }
                    index.by_skeleton.entry(key).or_default().push(near);
                }
            }
        }
        index
    }

    /// Whether a name is spelt so, as a whole or in a word.
    pub fn knows(&self, fold: &str) -> bool {
        self.folds.contains(fold)
    }

    /// The words of names that have the consonants of `word`, or one more, one less or one other
    /// where they are four or more.
    pub fn like(&self, word: &str) -> impl Iterator<Item = &NearName> {
        let key = skeleton(word);
        let mut keys = without_one(key);
        keys.push(key);
        keys.into_iter()
            .filter_map(|it| self.by_skeleton.get(&it))
            .flatten()
    }
}

/// A skeleton of four consonants or more without each of them.
fn without_one(key: u64) -> Vec<u64> {
    let mut found = Vec::new();
    if key < FOUR {
        return found;
    }
    let mut shift = 0;
    while key >> shift != 0 {
        let low = key & ((1 << shift) - 1);
        found.push(key >> (shift + 3) << shift | low);
        shift += 3;
    }
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::NameType;

    #[test]
    fn a_misspelt_name_leads_to_the_name() {
        let names = ["برودكوم", "ميتا", "كولين باول"].map(|arabic| Name {
            entry: 0,
            r#type: NameType::Organisation,
            gender: None,
            latin: Vec::new(),
            arabic: vec![arabic.to_owned()],
        });
        let at = |entry| EntryRef { set: 0, entry };
        let index = NearIndex::new((0..).map(at).zip(&names));
        for (word, name) in [("بوردمكوم", "برودكوم"), ("مايتا", "ميتا"), ("باولز", "")]
        {
            let found = index.like(word).any(|it| it.word == name);
            assert_eq!(found, !name.is_empty(), "{word}");
        }
        assert!(index.knows("كولين") && !index.knows("مايتا"));
    }
}
