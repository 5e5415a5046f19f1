//! Entries by what a person remembers of them: see [`lookup`].

use super::coverage::share;
use crate::{
    arabic::{folded, letters},
    glossary::{Entry, Loaded},
};

/// Two texts that are less alike than this are no answer.
const LEAST: f64 = 0.82;

/// An entry found.
#[derive(Clone, Copy, Debug)]
pub struct Found<'g> {
    /// The file it stands in.
    pub loaded: &'g Loaded,
    /// The entry.
    pub entry: &'g Entry,
    /// How like the question it is, to 1.
    pub score: f64,
}

/// The entries of `glossaries` that are like `text`, English or Arabic, the likeliest first: those
/// that have it as a whole, at the beginning, among their words, inside a word, and those that are
/// spelt much like it. Spelling variants of Arabic and capitals are one.
pub fn lookup<'g>(glossaries: &'g [Loaded], text: &str) -> Vec<Found<'g>> {
    let wanted = plain(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for loaded in glossaries {
        for entry in &loaded.glossary.entries {
            let score = texts(entry)
                .map(|it| likeness(&wanted, &plain(it)))
                .fold(0.0, f64::max);
            if score >= LEAST {
                found.push(Found {
                    loaded,
                    entry,
                    score,
                });
            }
        }
    }
    found.sort_by(|a, b| {
        let by_id = || a.entry.id.value.cmp(&b.entry.id.value);
        b.score.total_cmp(&a.score).then_with(by_id)
    });
    found
}

/// What an entry may be remembered by.
fn texts(entry: &Entry) -> impl Iterator<Item = &str> {
    let approved = entry.ar.iter().map(|it| it.value.as_str());
    let avoided = entry.avoid.iter().map(|it| it.find.value.as_str());
    [entry.id.value.as_str(), entry.en.as_str()]
        .into_iter()
        .chain(entry.also_en.iter().map(String::as_str))
        .chain(approved)
        .chain(entry.also.iter().map(String::as_str))
        .chain(avoided)
}

/// Words in lower case and folded, without the signs of patterns, one space between two.
fn plain(text: &str) -> String {
    let is_sign = |c: char| c.is_whitespace() || "~=^<>()|?$-_.".contains(c);
    let words: Vec<String> = text
        .split(is_sign)
        .filter(|it| !it.is_empty())
        .map(|it| folded(&it.to_lowercase()))
        .collect();
    words.join(" ")
}

/// How like two plain texts are: 1 the same, 0.82 the least that is worth showing.
fn likeness(wanted: &str, text: &str) -> f64 {
    if text == wanted {
        return 1.0;
    }
    // Of two texts that hold it, the shorter is more about it.
    let share = share(wanted.len() as u64, text.len() as u64);
    if let Some(at) = text.find(wanted) {
        let starts = at == 0 || text[..at].ends_with(' ');
        let ends = text[at + wanted.len()..]
            .chars()
            .next()
            .is_none_or(|it| it == ' ');
        return match (at, starts, ends) {
            (0, _, true) => 0.95 + 0.04 * share,
            (_, true, true) => 0.92 + 0.03 * share,
            (_, true, false) => 0.88 + 0.03 * share,
            _ => 0.83 + 0.03 * share,
        };
    }
    let words: Vec<&str> = text.split(' ').collect();
    let count = wanted.split(' ').count();
    if count > 1 && wanted.split(' ').all(|it| words.contains(&it)) {
        return 0.86 + 0.01 * share;
    }
    // In Arabic, how many of the vowels of a foreign name are written is a matter of habit.
    let bones = consonants(wanted);
    if bones.chars().count() > 2 && words.iter().any(|it| consonants(it) == bones) {
        return 0.83;
    }
    // Below what holds it: an edit in four letters, in as many words of it.
    let windows = words.windows(count.min(words.len()).max(1));
    let near = windows
        .map(|it| strsim::normalized_damerau_levenshtein(wanted, &it.join(" ")))
        .fold(0.0, f64::max);
    if near >= 0.7 {
        0.82 + 0.05 * (near - 0.7)
    } else {
        0.0
    }
}

/// An Arabic word without its long vowels; nothing of any other.
fn consonants(word: &str) -> String {
    let is_arabic = word.chars().all(letters::is_letter);
    let kept = word.chars().filter(|it| is_arabic && !"اوي".contains(*it));
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::load;

    #[track_caller]
    fn finds(text: &str, ids: &[&str]) {
        let yaml = "title: x\nentries:\n  - {id: ball-in-court, en: the ball is in $1's court, ar: الكرة في ملعب $1}\n  - {id: court, en: Court, ar: محكمة}\n  - {id: zelensky, en: Zelensky, ar: زيلينسكي, also: [زيلنسكي]}\n  - {id: basque, en: Basque, ar: أقاليم الباسك}\n";
        let loaded = [load("g.yaml", yaml).unwrap()];
        let found = lookup(&loaded, text);
        let found: Vec<&str> = found.iter().map(|it| &*it.entry.id.value).collect();
        assert_eq!(found, ids, "{text}");
    }

    #[test]
    fn the_whole_comes_before_a_part_and_a_part_before_what_is_alike() {
        finds("court", &["court", "ball-in-court"]);
        finds("Zelenski", &["zelensky"]);
        finds("محكمه", &["court"]);
        finds("اقاليم", &["basque"]);
        finds("الملعب", &[]);
        finds("ملعب", &["ball-in-court"]);
        finds("", &[]);
        finds("unheard of", &[]);
        finds("court ball", &["ball-in-court"]);
        finds("زلنسكي", &["zelensky"]);
    }
}
