//! What a folder of translated articles has that a glossary should: see [`mine`].

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use crate::{
    arabic::{TokenKind, Words, bare, given_name, number_sentences, skeleton},
    glossary::Glossaries,
    matcher::{Known, Readings},
    names::{candidates, spelling_distance},
};

/// The farthest two spellings of one name are apart, in tenths of a letter.
const FARTHEST: u32 = 4;
/// How many places of a finding are told.
const MOST_PLACES: usize = 5;
/// Words of fewer letters say nothing of a subject.
const SHORTEST: usize = 4;

/// What kind of thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// A name in Latin letters.
    LatinName,
    /// A name spelt in several ways.
    Spellings,
    /// A word that is far more frequent than in texts by people.
    Rate,
}

/// Something that a glossary may want.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ore {
    /// What kind of thing it is.
    pub sort: Sort,
    /// The name or word; of several spellings, the commonest.
    pub text: String,
    /// How often it stands in the texts.
    pub count: u32,
    /// In how many of them.
    pub files: usize,
    /// For ranking among its sort: log-likelihood for rates, else the count.
    pub score: f64,
    /// Spellings with their counts, or spellings that are proposed.
    pub more: Vec<String>,
    /// `path:line` of the first.
    pub places: Vec<String>,
}

/// How frequent words are in texts by people.
#[derive(Clone, Copy)]
pub struct Reference<'r> {
    /// The share of a word; zero where the texts do not have it.
    pub share: &'r dyn Fn(&str) -> f64,
    /// The share that a word may have and yet not be met in them.
    pub rarest: f64,
}

/// How many times something must stand in the texts to be told.
#[derive(Clone, Copy, Debug)]
pub struct Least {
    /// Times in all.
    pub count: u32,
}

/// A text, read.
struct Article<'t> {
    path: &'t str,
    text: &'t str,
    lines: Vec<usize>,
    words: Words,
}

#[derive(Default)]
struct Seen {
    count: u32,
    files: FxHashSet<usize>,
    places: Vec<String>,
}

impl Seen {
    fn add(&mut self, file: usize, place: impl FnOnce() -> String) {
        self.count += 1;
        self.files.insert(file);
        if self.places.len() < MOST_PLACES {
            self.places.push(place());
        }
    }
}

/// Looks through `texts` (path and text) for names in Latin letters, for names spelt in several ways, and,
/// with a `reference`, for words that stand out against it.
/// The first of each sort is the best worth an entry.
pub fn mine(
    texts: &[(String, String)],
    glossaries: &Glossaries,
    reference: Option<Reference<'_>>,
    least: Least,
) -> Vec<Ore> {
    let articles: Vec<Article<'_>> = texts.iter().map(|it| Article::of(&it.0, &it.1)).collect();
    let readings = glossaries.read(articles.iter().map(|it| (it.text, &it.words)));
    let mut found = latin_names(&articles, glossaries, least);
    found.extend(spellings(&articles, &readings, reference, least));
    if let Some(reference) = reference {
        found.extend(rates(&articles, reference, least));
    }
    found.sort_by(|a, b| {
        let rank = b.score.total_cmp(&a.score);
        a.sort
            .cmp(&b.sort)
            .then(rank)
            .then_with(|| a.text.cmp(&b.text))
    });
    found
}

impl<'t> Article<'t> {
    fn of(path: &'t str, text: &'t str) -> Article<'t> {
        let mut words = Words::scan(text);
        number_sentences(&mut words);
        Article {
            path,
            text,
            lines: memchr::memchr_iter(b'\n', text.as_bytes()).collect(),
            words,
        }
    }

    fn place(&self, at: usize) -> String {
        let line = self.lines.partition_point(|it| *it < at) + 1;
        format!("{}:{line}", self.path)
    }
}

fn latin_names(articles: &[Article<'_>], glossaries: &Glossaries, least: Least) -> Vec<Ore> {
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    let mut known: FxHashMap<String, Vec<String>> = FxHashMap::default();
    for (file, article) in articles.iter().enumerate() {
        let tokens = &article.words.tokens;
        let is_name = |at: usize| {
            let text = &article.text[tokens[at].span.range()];
            tokens[at].kind == TokenKind::Latin && text.starts_with(char::is_uppercase)
        };
        let mut at = 0;
        while at < tokens.len() {
            let end = (at..tokens.len())
                .find(|it| !is_name(*it))
                .unwrap_or(tokens.len());
            if end == at {
                at += 1;
                continue;
            }
            let (from, to) = (tokens[at].span.start(), tokens[end - 1].span.end());
            let name = article.text[from..to]
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            if !known.contains_key(&name) {
                let folds: Vec<&str> = tokens[at..end]
                    .iter()
                    .map(|it| article.words.fold(it))
                    .collect();
                let arabic = glossaries
                    .latin_name(&folds)
                    .filter(|it| it.words == folds.len());
                let more = match arabic {
                    Some(it) => vec![format!("{} ({})", it.arabic, glossaries.entry(it.entry).id)],
                    None => candidates(&name, 2)
                        .into_iter()
                        .map(|it| it.arabic)
                        .collect(),
                };
                known.insert(name.clone(), more);
            }
            seen.entry(name)
                .or_default()
                .add(file, || article.place(from));
            at = end;
        }
    }
    let ores = seen.into_iter().filter(|it| it.1.count >= least.count);
    ores.map(|(text, seen)| {
        let more = known.remove(&text).unwrap_or_default();
        let score = f64::from(seen.count);
        ore(Sort::LatinName, text, seen, score, more)
    })
    .collect()
}

fn ore(sort: Sort, text: String, seen: Seen, score: f64, more: Vec<String>) -> Ore {
    Ore {
        sort,
        text,
        count: seen.count,
        files: seen.files.len(),
        score,
        more,
        places: seen.places,
    }
}

/// Words that no glossary, list or reference knows, whose consonants agree and whose vowels do not.
fn spellings(
    articles: &[Article<'_>],
    readings: &[Readings],
    reference: Option<Reference<'_>>,
    least: Least,
) -> Vec<Ore> {
    let mut seen: BTreeMap<u64, BTreeMap<String, Seen>> = BTreeMap::new();
    for (file, (article, readings)) in articles.iter().zip(readings).enumerate() {
        for word in &readings.words {
            let text = &article.text[word.span.range()];
            let fold = article
                .words
                .fold(&article.words.tokens[word.token as usize]);
            let unknown = word.arabic && word.known == Known::Not && fold.len() >= 10;
            if !unknown || fold.starts_with("ال") || given_name(fold).is_some() {
                continue;
            }
            let key = skeleton(fold);
            let text = bare(text);
            // Three consonants at least: less is shared by too many words.
            if key >= 0o100 && reference.is_none_or(|it| (it.share)(&text) == 0.0) {
                let start = word.span.start();
                seen.entry(key)
                    .or_default()
                    .entry(text)
                    .or_default()
                    .add(file, || article.place(start));
            }
        }
    }
    let mut found = Vec::new();
    for spellings in seen.into_values().filter(|it| it.len() > 1) {
        let mut left: Vec<(String, Seen)> = spellings.into_iter().collect();
        left.sort_by(|a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(&b.0)));
        while left.len() > 1 {
            let (text, mut all) = left.remove(0);
            let mut more = vec![format!("{text} {}", all.count)];
            left.retain_mut(|(other, seen)| {
                let same = is_same_name(&text, other);
                if same {
                    more.push(format!("{other} {}", seen.count));
                    all.count += seen.count;
                    all.files.extend(&seen.files);
                    all.places.append(&mut seen.places);
                }
                !same
            });
            if more.len() > 1 && all.count > least.count {
                all.places.truncate(MOST_PLACES);
                let score = f64::from(all.count);
                found.push(ore(Sort::Spellings, text, all, score, more));
            }
        }
    }
    found
}

/// As the rule `names/inconsistent` has it: another vowel inside or a consonant of nearly the same sound, no
/// other beginning or end.
fn is_same_name(a: &str, b: &str) -> bool {
    let distance = spelling_distance(a, b);
    let same = |a: Option<char>, b: Option<char>| a == b;
    (1..=FARTHEST).contains(&distance)
        && same(a.chars().next(), b.chars().next())
        && same(a.chars().next_back(), b.chars().next_back())
}

/// Words by Dunning's log-likelihood against their share in the reference.
fn rates(articles: &[Article<'_>], reference: Reference<'_>, least: Least) -> Vec<Ore> {
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    let mut total = 0u32;
    for (file, article) in articles.iter().enumerate() {
        for token in article
            .words
            .tokens
            .iter()
            .filter(|it| it.kind == TokenKind::Arabic)
        {
            total += 1;
            let word = bare(&article.text[token.span.range()]);
            if word.chars().count() >= SHORTEST {
                seen.entry(word)
                    .or_default()
                    .add(file, || article.place(token.span.start()));
            }
        }
    }
    let total = f64::from(total);
    let mut found = Vec::new();
    for (text, seen) in seen {
        let count = f64::from(seen.count);
        let share = (reference.share)(&text).max(reference.rarest);
        let expected = share * total;
        let times = count / expected;
        // In one article it may be the subject; in several it is a habit.
        if seen.count >= least.count && seen.files.len() > 1 && times >= 3.0 {
            let score = 2.0 * (count * times.ln() - (count - expected));
            if score > 10.83 {
                let more = vec![format!("{times:.0} times the rate of the reference")];
                found.push(ore(
                    Sort::Rate,
                    text,
                    seen,
                    (score * 10.0).round() / 10.0,
                    more,
                ));
            }
        }
    }
    found
}

/// The shares of the words of `texts`, for use as a reference, and the share of a word met once.
pub fn shares(texts: &[(String, String)]) -> (FxHashMap<String, f64>, f64) {
    let mut counts: FxHashMap<String, f64> = FxHashMap::default();
    let mut total = 0.0;
    for (_, text) in texts {
        let words = Words::scan(text);
        for token in words
            .tokens
            .iter()
            .filter(|it| it.kind == TokenKind::Arabic)
        {
            *counts.entry(bare(&text[token.span.range()])).or_default() += 1.0;
            total += 1.0;
        }
    }
    for share in counts.values_mut() {
        *share /= total;
    }
    (counts, 1.0 / f64::max(total, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundled;

    fn found(texts: &[&str], reference: Option<Reference<'_>>) -> Vec<Ore> {
        let texts: Vec<(String, String)> = (1..)
            .zip(texts)
            .map(|(n, it)| (format!("{n}.txt"), (*it).to_owned()))
            .collect();
        let glossaries = Glossaries::new(vec![bundled::compiled()], &FxHashSet::default());
        mine(&texts, &glossaries, reference, Least { count: 2 })
    }

    #[test]
    fn names_that_recur_come_with_their_places_and_spellings() {
        let found = found(
            &["وصل Brelkov مساء\nوقال Brelkov", "التقى Brelkov Wanda"],
            None,
        );
        assert_eq!(found.len(), 1, "{found:?}");
        let name = &found[0];
        assert_eq!((&*name.text, name.count, name.files), ("Brelkov", 2, 1));
        assert_eq!(name.places, ["1.txt:1", "1.txt:2"]);
        assert_eq!(name.more.len(), 2);
    }

    #[test]
    fn two_spellings_of_a_name_are_one_find() {
        let found = found(
            &["سجل بريتزكي هدفين وقال بريتزكي", "وغادر بريتسكي الملعب"],
            None,
        );
        let [ore] = &found[..] else {
            panic!("{found:?}")
        };
        assert_eq!(ore.more, ["بريتزكي 2", "بريتسكي 1"]);
    }

    #[test]
    fn a_word_that_people_use_less_stands_out() {
        let text = "قام بالفعل بشكل متسارع ثم قام بشكل كبير بشكل واضح";
        let rate = |it: &str| if it == "بشكل" { 0.0001 } else { 0.3 };
        let reference = Reference {
            share: &rate,
            rarest: 1e-6,
        };
        let found = found(&[text, text], Some(reference));
        let words: Vec<&str> = found
            .iter()
            .filter(|it| it.sort == Sort::Rate)
            .map(|it| &*it.text)
            .collect();
        assert_eq!(words, ["بشكل"]);
    }
}
