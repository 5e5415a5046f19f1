//! How much of a list of English expressions glossaries know: see [`coverage`].

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::{
    glossary::{Entry, Loaded},
    pattern::{Item, parse},
};

/// An expression of an inventory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// In English.
    pub text: String,
    /// How often it was met, where the inventory tells.
    pub count: Option<u64>,
}

/// What glossaries know of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Known {
    /// An entry says how it is rendered.
    Covered,
    /// An entry says that its literal rendering is good Arabic.
    Harmless,
    /// Nothing is known of it.
    Missing,
}

/// An expression with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged<'i> {
    /// The expression.
    pub expression: &'i Expression,
    /// What is known of it.
    pub known: Known,
    /// The entry that knows it.
    pub entry: Option<String>,
}

/// The expressions of `text`: one a line, or in the first column of lines with tabs, the second of
/// which may tell how often it was met. A first line whose second column is no number where that of
/// the others is one is a head.
pub fn inventory(text: &str) -> Vec<Expression> {
    let lines = text.trim_start_matches('\u{FEFF}').lines();
    let lines: Vec<&str> = lines
        .map(str::trim_end)
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
        .collect();
    let expression = |line: &&str| {
        let mut columns = line.split('\t');
        let text = columns.next().unwrap_or_default().trim().to_owned();
        let count = columns.next().map(|it| it.trim().parse());
        (text, count)
    };
    let mut read: Vec<_> = lines.iter().map(expression).collect();
    let counts = read.iter().skip(1).any(|it| matches!(it.1, Some(Ok(_))));
    if counts && matches!(read[0].1, Some(Err(_))) {
        read.remove(0);
    }
    read.into_iter()
        .filter(|it| !it.0.is_empty())
        .map(|(text, count)| Expression {
            text,
            count: count.and_then(Result::ok),
        })
        .collect()
}

/// What `glossaries` know of each of `expressions`, in their order.
pub fn coverage<'i>(glossaries: &[Loaded], expressions: &'i [Expression]) -> Vec<Judged<'i>> {
    let mut known: FxHashMap<String, (Known, &str)> = FxHashMap::default();
    for entry in glossaries.iter().flat_map(|it| &it.glossary.entries) {
        let how = if entry.harmless.is_some() {
            Known::Harmless
        } else {
            Known::Covered
        };
        for english in english(entry) {
            let new = (how, entry.id.value.as_str());
            let old = known.entry(plain(&english)).or_insert(new);
            *old = new.min(*old);
        }
    }
    let judged = expressions.iter().map(|expression| {
        let found = known.get(&plain(&expression.text));
        Judged {
            expression,
            known: found.map_or(Known::Missing, |it| it.0),
            entry: found.map(|it| it.1.to_owned()),
        }
    });
    judged.collect()
}

/// Every English that an entry is about. Patterns of `needs` are spelt out.
fn english(entry: &Entry) -> Vec<String> {
    let mut all = vec![entry.en.clone()];
    all.extend(entry.also_en.iter().cloned());
    for needs in &entry.needs {
        let ways = parse(&needs.value).ok().and_then(|it| it.linear().ok());
        for way in ways.into_iter().flatten() {
            all.extend(spelt_out(&way.items));
        }
    }
    all.retain(|it| !it.is_empty());
    all
}

/// The texts of one way, each choice of words by itself, up to as many as anyone would list.
fn spelt_out(items: &[Item]) -> Vec<String> {
    const MOST: usize = 64;
    let mut texts = vec![String::new()];
    for item in items {
        if let Item::Words(words) = item {
            let longer = texts
                .iter()
                .flat_map(|text| words.iter().map(move |it| format!("{text} {}", it.text)));
            texts = longer.take(MOST).collect();
        }
    }
    texts
}

/// An expression as it is compared: in lower case, without articles, the particle of an infinitive
/// at its beginning, a form of "be", the s of plurals, and the places where anything may stand.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    let words = lower
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '~' | '=' | ',' | '/'))
        .filter(|it| !it.is_empty())
        .enumerate()
        .filter(|(place, word)| !(is_open(word) || (*place == 0 && *word == "to")))
        .map(|it| it.1);
    words.map(singular).collect::<Vec<_>>().join(" ")
}

/// A word without the s of a plural or of a verb, near enough to compare two citations.
fn singular(word: &str) -> &str {
    let kept = ["ss", "us", "is"].iter().any(|it| word.ends_with(it));
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 3 && !kept => stem,
        _ => word,
    }
}

fn is_open(word: &str) -> bool {
    let bare = word.strip_suffix("'s").unwrap_or(word);
    let placeholder = bare.starts_with('$') || bare == "...";
    placeholder
        || matches!(
            bare,
            "a" | "an"
                | "the"
                | "be"
                | "is"
                | "are"
                | "one"
                | "oneself"
                | "someone"
                | "somebody"
                | "something"
                | "sb"
                | "sth"
        )
}

/// How much of `whole` a part is, from 0 to 1, to four decimals.
pub fn share(part: u64, whole: u64) -> f64 {
    let parts = u128::from(part) * 10_000 / u128::from(whole.max(1));
    f64::from(u32::try_from(parts).unwrap_or(u32::MAX)) / 10_000.0
}

/// Sums over an inventory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Sums {
    /// Expressions that an entry renders.
    pub covered: usize,
    /// Expressions whose literal rendering is good Arabic.
    pub harmless: usize,
    /// Expressions nothing is known of.
    pub missing: usize,
    /// Of all uses that the inventory counts, the share of expressions that are known, from 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share_of_uses: Option<f64>,
}

impl Sums {
    /// Adds up.
    pub fn of(judged: &[Judged<'_>]) -> Sums {
        let mut sums = Sums::default();
        let (mut uses, mut known) = (0, 0);
        for it in judged {
            match it.known {
                Known::Covered => sums.covered += 1,
                Known::Harmless => sums.harmless += 1,
                Known::Missing => sums.missing += 1,
            }
            let count = it.expression.count.unwrap_or(0);
            uses += count;
            if it.known != Known::Missing {
                known += count;
            }
        }
        sums.share_of_uses = (uses > 0).then(|| share(known, uses));
        sums
    }

    /// All expressions.
    pub fn all(&self) -> usize {
        self.covered + self.harmless + self.missing
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::load;

    #[test]
    fn expressions_are_known_however_they_are_cited() {
        let yaml = "title: x\nentries:\n  - {id: court, en: the ball is in $1's court, ar: ب, needs: [ball in (your|his) court]}\n  - {id: green, en: green light, also-en: [Green-light], ar: ج, harmless: good}\n";
        let loaded = [load("g.yaml", yaml).unwrap()];
        let text = "idiom\tcount\nball in someone's court\t30\nto green-lights\t10\nthe ball is in your court\t20\nkick the can\t40\n";
        let list = inventory(text);
        let judged = coverage(&loaded, &list);
        let known: Vec<Known> = judged.iter().map(|it| it.known).collect();
        assert_eq!(
            known,
            [
                Known::Covered,
                Known::Harmless,
                Known::Covered,
                Known::Missing
            ]
        );
        let sums = Sums::of(&judged);
        assert_eq!((sums.all(), sums.share_of_uses), (4, Some(0.6)));
    }

    #[test]
    fn lines_without_columns_have_no_counts() {
        let list = inventory("# ours\nfirst\n\nsecond\n");
        let texts: Vec<&str> = list.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts, ["first", "second"]);
        assert_eq!(Sums::of(&coverage(&[], &list)).share_of_uses, None);
    }
}
