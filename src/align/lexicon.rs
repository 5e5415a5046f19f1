//! The bilingual lexicon: English lemmas and the Arabic that may render them.
//!
//! Written for this project (`glossaries/lexicon/`), one line an English word and its part of speech.
//! It is evidence for alignment: no finding is made of a word that it lacks.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::roots::root_keys;
use crate::arabic::folded;

/// Made by `build.rs`: English, tab, part of speech, tab, Arabic items with `|` between them; an item
/// is a citation form and, behind `+`, other stems of it.
static LINES: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.tsv"));

/// English words, or phrases, and their lines. Lines are read when their word is asked for.
#[derive(Debug)]
pub struct Lexicon {
    by_english: FxHashMap<&'static str, Vec<&'static str>>,
    longest: usize,
    /// Every Arabic citation form of one word, folded.
    arabic: std::sync::OnceLock<FxHashSet<String>>,
}

/// The lexicon, indexed when a source is first compared.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(LINES));
    &LEXICON
}

impl Lexicon {
    fn read(lines: &'static str) -> Lexicon {
        let mut by_english: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        let mut longest = 1;
        for line in lines.lines() {
            let mut columns = line.split('\t');
            if let (Some(english), Some(_), Some(arabic)) =
                (columns.next(), columns.next(), columns.next())
            {
                longest = longest.max(english.split(' ').count());
                by_english.entry(english).or_default().push(arabic);
            }
        }
        Lexicon {
            by_english,
            longest,
            arabic: std::sync::OnceLock::new(),
        }
    }

    /// How many words its longest English item has.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// How many English words it has.
    pub fn len(&self) -> usize {
        self.by_english.len()
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.by_english.is_empty()
    }

    /// Whether it has this lemma, or phrase of lemmas with a space between them.
    pub fn knows(&self, english: &str) -> bool {
        self.by_english.contains_key(english)
    }

    /// The Arabic items for `english` as written: citation forms, and behind `+` other stems.
    pub fn arabic(&self, english: &str) -> impl Iterator<Item = &'static str> + '_ {
        let lines = self.by_english.get(english).into_iter().flatten();
        lines
            .flat_map(|it| it.split('|'))
            .map(str::trim)
            .filter(|it| !it.is_empty())
    }

    /// Whether the folded Arabic word stands in it as a citation form.
    pub fn knows_arabic(&self, fold: &str) -> bool {
        let words = self.arabic.get_or_init(|| {
            let items = self.by_english.values().flatten();
            let words = items.flat_map(|it| it.split(['|', '+'])).map(str::trim);
            words.filter(|it| !it.contains(' ')).map(folded).collect()
        });
        words.contains(fold)
    }

    /// Adds the keys (see [`root_keys`]) of every word that may render `english`.
    pub fn keys(&self, english: &str, out: &mut Vec<u32>) {
        for item in self.arabic(english) {
            for word in item.split(['+', ' ']) {
                let fold = folded(word);
                let fold = fold
                    .strip_prefix("ال")
                    .filter(|it| it.len() > 4)
                    .unwrap_or(&fold);
                // Particles inside a phrase tell nothing.
                if fold.chars().count() > 2 {
                    root_keys(fold, out);
                }
            }
        }
        out.sort_unstable();
        out.dedup();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_its_three_columns() {
        for line in LINES.lines() {
            let columns: Vec<&str> = line.split('\t').collect();
            assert!(columns.len() >= 3, "{line}");
            assert!(matches!(columns[1], "n" | "v" | "a" | "r" | "p"), "{line}");
            assert!(!columns[0].is_empty() && !columns[2].is_empty(), "{line}");
        }
    }

    #[test]
    fn a_word_gives_the_keys_of_its_renderings() {
        let lexicon = Lexicon::read("court\tn\tمحكمة+محاكم|ملعب+ملاعب\nsay\tv\tقال+يقول\n");
        let mut keys = Vec::new();
        lexicon.keys("court", &mut keys);
        let mut text = Vec::new();
        super::super::word_keys(&folded("بالملاعب"), &mut text);
        assert!(text.iter().any(|it| keys.contains(it)));
        assert!(lexicon.knows("say") && !lexicon.knows("tell"));
    }
}
