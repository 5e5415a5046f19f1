//! English words that translation leaves standing, with their Arabic: `glossaries/lists/english.tsv`.
//!
//! The list tells a left-over word from a name, which it cannot do for a word that is both: what
//! stands around it decides then.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// An English word or phrase of the list.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct English {
    /// Its Arabic, where one is settled.
    pub(super) translation: Option<&'static str>,
    /// How it is spelt in Arabic letters where it is part of a name.
    pub(super) sound: Option<&'static str>,
}

/// The word or phrase `fold`, in lower case.
pub(super) fn english(fold: &str) -> Option<English> {
    static WORDS: OnceLock<FxHashMap<&str, English>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let lines = include_str!("../../../glossaries/lists/english.tsv").lines();
        let columns = lines.map(|line| line.split('\t'));
        let entries = columns.filter_map(|mut it| {
            let word = it.next()?;
            let mut cell = || it.next().filter(|it| !it.is_empty());
            let (translation, sound) = (cell(), cell());
            Some((word, English { translation, sound }))
        });
        entries.collect()
    });
    words.get(fold).copied()
}

/// Whether `fold` is an English word, or one put together from two (`megabill`, `homestretch`).
pub(super) fn is_english(fold: &str) -> bool {
    const SHORTEST: usize = 4;
    const PREFIXES: [&str; 8] = [
        "mega", "super", "anti", "mini", "cyber", "multi", "ultra", "crypto",
    ];
    english(fold).is_some()
        || (SHORTEST..fold.len().saturating_sub(SHORTEST - 1)).any(|cut| {
            fold.is_char_boundary(cut) && {
                let (first, second) = fold.split_at(cut);
                PREFIXES.contains(&first) && english(second).is_some()
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_english_and_names_are_not() {
        for word in ["homestretch", "megabill", "superbug", "chatbot", "the"] {
            assert_eq!(is_english(word), word != "superbug", "{word}");
        }
        for name in ["witkoff", "broadcom", "yandhi", "supermarine"] {
            assert!(!is_english(name), "{name}");
        }
        let energy = english("energy").and_then(|it| it.sound);
        assert_eq!(energy, Some("إنرجي"));
        let house = english("white house").and_then(|it| it.translation);
        assert_eq!(house, Some("البيت الأبيض"));
    }
}
