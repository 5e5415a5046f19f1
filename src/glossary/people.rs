//! The gazetteer by its Latin spellings: see [`LatinIndex`].
//!
//! Most articles hold few Latin words or none, so nothing is indexed before one turns up, and then
//! only the names that hold its letters are: they are looked for in one text of all spellings.

use rustc_hash::FxHashMap;

use super::{compiled::Name, overlay::EntryRef, schema::NameType};
use crate::arabic::{TokenKind, Words};

/// The text of all Latin spellings: see [`super::Compiled::latin`].
pub(super) fn latin_text(names: &[Name]) -> String {
    let mut text = String::from("\n");
    for (number, name) in names.iter().enumerate() {
        text += &format!("{number}");
        for latin in &name.latin {
            text += "|";
            text += &latin_words(latin).join(" ");
        }
        text += "|\n";
    }
    text
}

/// The numbers of the names in `text` that have the word `fold` in a spelling.
pub(super) fn names_with<'t>(text: &'t str, fold: &'t str) -> impl Iterator<Item = usize> + 't {
    let mut last = None;
    let bytes = text.as_bytes();
    let parts = |it: Option<&u8>| matches!(it, Some(b'|' | b' '));
    memchr::memmem::find_iter(bytes, fold.as_bytes()).filter_map(move |at| {
        if !parts(bytes.get(at.checked_sub(1)?)) || !parts(bytes.get(at + fold.len())) {
            return None;
        }
        let line = memchr::memrchr(b'\n', &bytes[..at])? + 1;
        let number = text[line..].split('|').next()?.parse().ok()?;
        (last.replace(number) != Some(number)).then_some(number)
    })
}

/// Names by the first word of each of their Latin spellings.
#[derive(Debug, Default)]
pub struct LatinIndex {
    by_first: FxHashMap<String, Vec<Spelling>>,
}

#[derive(Debug)]
struct Spelling {
    words: Vec<String>,
    name: EntryRef,
    arabic: String,
    /// A surname that several people of the gazetteer bear, spelt differently in Arabic.
    torn: bool,
}

/// A name found by its Latin spelling.
#[derive(Clone, Debug)]
pub struct LatinName {
    /// The entry.
    pub entry: EntryRef,
    /// How many Latin words it takes.
    pub words: usize,
    /// What to write in Arabic: the full name for a full name, the surname for a surname.
    pub arabic: String,
}

/// Little words that belong to the surname after them.
const LATIN_PARTICLES: [&str; 20] = [
    "bin", "ibn", "ben", "al", "el", "de", "da", "di", "do", "dos", "du", "la", "le", "van", "von",
    "der", "den", "ter", "mac", "abu",
];
const ARABIC_PARTICLES: [&str; 18] = [
    "بن", "ابن", "آل", "دي", "دا", "دو", "دوس", "لا", "لو", "فان", "فون", "دير", "دن", "در", "أبو",
    "ماك", "ال", "إل",
];

impl LatinIndex {
    /// Indexes `names`.
    pub fn new<'g>(names: impl Iterator<Item = (EntryRef, &'g Name)>) -> LatinIndex {
        let mut index = LatinIndex::default();
        for (entry, name) in names {
            let Some(arabic) = name.arabic.first() else {
                continue;
            };
            for latin in &name.latin {
                let words = latin_words(latin);
                let surname = (name.r#type == NameType::Person && ends_in_surname(latin))
                    .then(|| surname(&words, arabic))
                    .flatten();
                // A one-word spelling of a person of several words is a surname or a nickname: the
                // author of the entry meant it to be written short.
                let short = name.r#type == NameType::Person && words.len() == 1;
                if let (true, Some(last)) = (short, arabic_surname(arabic)) {
                    index.add(words, entry, last.to_owned());
                } else {
                    index.add(words, entry, arabic.clone());
                }
                if let Some((words, arabic)) = surname {
                    index.add(words, entry, arabic);
                }
            }
        }
        index
    }

    fn add(&mut self, words: Vec<String>, name: EntryRef, arabic: String) {
        let Some(first) = words.first().cloned() else {
            return;
        };
        let known = self.by_first.entry(first).or_default();
        if let Some(same) = known.iter_mut().find(|it| it.words == words) {
            // A later glossary wins over an earlier one; within one glossary, two people of one
            // surname whose Arabic differs leave the choice to the editor.
            if same.name.set < name.set {
                same.name = name;
                same.arabic = arabic;
                same.torn = false;
            } else if same.arabic != arabic {
                same.torn = true;
            }
            return;
        }
        known.push(Spelling {
            words,
            name,
            arabic,
            torn: false,
        });
        known.sort_by_key(|it| std::cmp::Reverse(it.words.len()));
    }

    /// The longest name that begins with the first of `folds`, Latin words in lower case.
    pub fn longest(&self, folds: &[&str]) -> Option<LatinName> {
        let known = self.by_first.get(*folds.first()?)?;
        let found = known.iter().find(|it| {
            it.words.len() <= folds.len() && it.words.iter().zip(folds).all(|(a, b)| a == b)
        })?;
        (!found.torn).then(|| LatinName {
            entry: found.name,
            words: found.words.len(),
            arabic: found.arabic.clone(),
        })
    }
}

/// The words of a Latin name, folded as the words of a text are.
fn latin_words(name: &str) -> Vec<String> {
    let words = Words::scan(name);
    let latin = words.tokens.iter().filter(|it| it.kind == TokenKind::Latin);
    latin.map(|it| words.fold(it).to_owned()).collect()
}

/// Whether the last word of a Latin name is a surname: no numeral (Charles III), and no given name
/// of two syllables after the family name (Kim Jong-un).
fn ends_in_surname(latin: &str) -> bool {
    let last = latin.split_whitespace().next_back().unwrap_or_default();
    !last.contains('-') && !last.chars().all(|it| matches!(it, 'I' | 'V' | 'X'))
}

/// The surname of a person, Latin and Arabic, where it can be told apart in both.
fn surname(latin: &[String], arabic: &str) -> Option<(Vec<String>, String)> {
    let words = arabic.split_whitespace().count();
    let arabic = arabic_surname(arabic)?;
    let mut start = latin.len().checked_sub(1)?;
    // Words that do not correspond (Xi Jinping is شي جين بينغ) do not tell which is the surname.
    if latin.len() < 2 || latin.len() != words {
        return None;
    }
    while start > 1 && LATIN_PARTICLES.contains(&latin[start - 1].as_str()) {
        start -= 1;
    }
    Some((latin[start..].to_vec(), arabic.to_owned()))
}

/// The surname in an Arabic full name of two words or more.
fn arabic_surname(arabic: &str) -> Option<&str> {
    let mut start = arabic.rfind(' ')?;
    while let Some(before) = arabic[..start].rfind(' ') {
        if !ARABIC_PARTICLES.contains(&&arabic[before + 1..start]) {
            break;
        }
        start = before;
    }
    Some(&arabic[start + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(latin: &str, arabic: &str) -> Name {
        Name {
            entry: 0,
            r#type: NameType::Person,
            gender: None,
            latin: vec![latin.to_owned()],
            arabic: vec![arabic.to_owned()],
        }
    }

    #[test]
    fn surnames_are_found_alone_and_torn_ones_are_not() {
        let names = [
            name("Mohammed bin Salman", "محمد بن سلمان"),
            name("Mélanie Joly", "ميلاني جولي"),
            name("Liz Cheney", "ليز تشيني"),
            name("Dick Cheney", "ديك شيني"),
        ];
        let at = |entry| EntryRef { set: 0, entry };
        let index = LatinIndex::new((0..).map(at).zip(&names));
        let longest = |folds: &[&str]| index.longest(folds).map(|it| it.arabic);
        assert_eq!(
            longest(&["bin", "salman", "said"]).as_deref(),
            Some("بن سلمان")
        );
        assert_eq!(longest(&["melanie", "joly"]).as_deref(), Some("ميلاني جولي"));
        assert_eq!(longest(&["joly"]).as_deref(), Some("جولي"));
        assert_eq!(longest(&["cheney"]), None);
        assert_eq!(longest(&["liz", "cheney"]).as_deref(), Some("ليز تشيني"));
    }
}
