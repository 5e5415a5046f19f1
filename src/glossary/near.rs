//! The gazetteer by the consonants of its Arabic spellings, to find what a misspelt word is meant for:
//! see [`NearIndex`].

use rustc_hash::FxHashMap;

use super::{compiled::Name, overlay::EntryRef, schema::NameType};
use crate::arabic::skeleton;

/// Words of the names of the gazetteer by their skeletons.
#[derive(Debug, Default)]
pub struct NearIndex {
    by_skeleton: FxHashMap<u64, Vec<NearName>>,
}

/// A word of the approved spelling of a name.
#[derive(Clone, Copy, Debug)]
pub struct NearName {
    /// The entry.
    pub entry: EntryRef,
    /// The number of the word.
    pub place: u8,
}

/// Skeletons of two consonants; of four.
const TWO: u64 = 0o10;
const FOUR: u64 = 0o1000;

impl NearIndex {
    /// Indexes `names`.
    pub(super) fn new<'n>(names: impl Iterator<Item = (EntryRef, &'n Name)>) -> NearIndex {
        let mut index = NearIndex::default();
        for (entry, name) in names {
            let words = name.arabic.first().into_iter();
            for (place, word) in (0..).zip(words.flat_map(|it| it.split_whitespace())) {
                let key = skeleton(word);
                if key < TWO || word.starts_with("ال") {
                    continue;
                }
                let mut add = |key| {
                    let near = NearName { entry, place };
                    index.by_skeleton.entry(key).or_default().push(near);
                };
                add(key);
                // People and places have namesakes a consonant away; companies hardly.
                if matches!(name.r#type, NameType::Organisation | NameType::Product) {
                    without_one(key).into_iter().for_each(add);
                }
            }
        }
        index
    }

    /// The words of names that have the consonants of `word`; those of companies and products also
    /// where one is more, less or another, if they are four or more.
    pub fn like(&self, word: &str) -> impl Iterator<Item = NearName> {
        let key = skeleton(word);
        let mut keys = without_one(key);
        keys.push(key);
        keys.into_iter()
            .filter_map(|it| self.by_skeleton.get(&it))
            .flatten()
            .copied()
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
        for (word, name) in [("بوردمكوم", Some(0)), ("مايتا", Some(1)), ("باولز", None)]
        {
            let found = index.like(word).map(|it| it.entry.entry).next();
            assert_eq!(found, name, "{word}");
        }
    }
}
