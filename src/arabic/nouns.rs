//! The nouns of news with gender, number and kind: what agreement is judged by.
//!
//! A closed list of ours, `glossaries/lists/nouns.tsv`, a form a line: the word, its gender (`m`, `f`,
//! `e` where both are in use), `s` or `p`, of a plural its singular, and the kind. It is
//! searched where it lies: the lines stand in the order of their folds, and nothing is parsed before a
//! rule asks. Sound plurals of people and plurals in ات of nouns in ة are told by their endings.

use std::cmp::Ordering;

use super::{Gender, Number, folded, letters};

/// What a noun names, as far as agreement depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounKind {
    /// A person.
    Human,
    /// A body of people that speaks and acts: a ministry, a parliament.
    Institution,
    /// A stretch of time: it stands without a preposition where no subject does.
    Time,
    /// A country or city: definite without ال.
    Place,
    /// Anything else.
    Thing,
}

/// A noun of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedNoun {
    /// The singular, as spelt.
    pub singular: &'static str,
    /// Of the singular; `None` where both are in use.
    pub gender: Option<Gender>,
    /// Of the form that was looked up.
    pub number: Number,
    /// What it names.
    pub kind: NounKind,
}

static NOUNS: &str = include_str!("../../glossaries/lists/nouns.tsv");

/// The nouns that `word`, spelt in letters without ال and clitics, may be a form of.
pub fn listed_nouns(word: &str) -> Vec<ListedNoun> {
    let mut found = listed(word);
    if !found.is_empty() {
        return found;
    }
    let plural_of = |stem: &str, ending: &str, of: fn(&ListedNoun) -> bool| {
        let singulars = listed(&format!("{stem}{ending}")).into_iter();
        singulars
            .filter(move |it| it.number == Number::Singular && of(it))
            .map(|it| ListedNoun {
                number: Number::Plural,
                ..it
            })
    };
    if let Some(stem) = word.strip_suffix("ات") {
        found.extend(plural_of(stem, "ة", |it| {
            it.gender == Some(Gender::Feminine)
        }));
        // Verbal nouns: تصميمات, اجتماعات.
        if stem.chars().count() >= 4 {
            let thing = |it: &ListedNoun| {
                it.gender == Some(Gender::Masculine) && it.kind == NounKind::Thing
            };
            found.extend(plural_of(stem, "", thing));
        }
    }
    let sound = ["ون", "ين"].iter().find_map(|it| word.strip_suffix(*it));
    if let Some(stem) = sound {
        let man =
            |it: &ListedNoun| it.kind == NounKind::Human && it.gender == Some(Gender::Masculine);
        found.extend(plural_of(stem, "", man));
    }
    found
}

/// The lines whose word may be written `word`.
fn listed(word: &str) -> Vec<ListedNoun> {
    let fold = folded(word);
    let mut found = Vec::new();
    if fold.chars().count() < 2 {
        return found;
    }
    let (mut low, mut high) = (0, NOUNS.len());
    while low < high {
        let line = line_around(low + (high - low) / 2, low, high);
        let (start, end) = line;
        let at = NOUNS[start..end].split('\t').next().unwrap_or_default();
        match compare(at, &fold) {
            Ordering::Less => low = (end + 1).min(high),
            Ordering::Equal | Ordering::Greater => high = start,
        }
    }
    for line in NOUNS[low..].lines() {
        let Some((form, noun)) = parse(line) else {
            break;
        };
        if compare(form, &fold) != Ordering::Equal {
            break;
        }
        if is_spelt(word, form) {
            found.push(noun);
        }
    }
    found
}

/// The bounds of the line that holds the byte `at`, without its end of line.
fn line_around(at: usize, low: usize, high: usize) -> (usize, usize) {
    let bytes = NOUNS.as_bytes();
    let start = memchr::memrchr(b'\n', &bytes[low..at]).map_or(low, |it| low + it + 1);
    let end = memchr::memchr(b'\n', &bytes[at..high]).map_or(high, |it| at + it);
    (start, end)
}

/// The order of the fold of `form` and `fold`.
fn compare(form: &str, fold: &str) -> Ordering {
    form.chars().filter_map(letters::folded).cmp(fold.chars())
}

/// Whether the letters of a text may stand for those of `form`, which has the same fold.
fn is_spelt(text: &str, form: &str) -> bool {
    text.chars()
        .zip(form.chars())
        .all(|(text, form)| letters::stands_for(text, form))
}

fn parse(line: &'static str) -> Option<(&'static str, ListedNoun)> {
    let mut columns = line.split('\t');
    let mut next = || columns.next();
    let (form, gender, number, singular, kind) = (next()?, next()?, next()?, next()?, next()?);
    let noun = ListedNoun {
        singular: if singular.is_empty() { form } else { singular },
        gender: match gender {
            "m" => Some(Gender::Masculine),
            "f" => Some(Gender::Feminine),
            _ => None,
        },
        number: if number == "p" {
            Number::Plural
        } else {
            Number::Singular
        },
        kind: match kind {
            "h" => NounKind::Human,
            "i" => NounKind::Institution,
            "t" => NounKind::Time,
            "p" => NounKind::Place,
            _ => NounKind::Thing,
        },
    };
    Some((form, noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_whole() {
        let mut last = String::new();
        for line in NOUNS.lines() {
            let (form, noun) = parse(line).unwrap_or_else(|| panic!("five columns: {line}"));
            let fold = folded(form);
            assert!(last <= fold, "{line}: out of order");
            assert!(
                noun.singular == form || noun.number == Number::Plural,
                "{line}: a singular with a singular"
            );
            assert!(
                listed_nouns(form).contains(&noun),
                "{line}: not found again"
            );
            last = fold;
        }
    }

    #[test]
    fn forms_lead_to_their_noun() {
        let of = |word| match listed_nouns(word)[..] {
            [noun] => Some((noun.singular, noun.gender, noun.number)),
            _ => None,
        };
        let (m, f) = (Some(Gender::Masculine), Some(Gender::Feminine));
        assert_eq!(of("حرية"), Some(("حرية", f, Number::Singular)));
        assert_eq!(of("شراكات"), Some(("شراكة", f, Number::Plural)));
        assert_eq!(of("كوارث"), Some(("كارثة", f, Number::Plural)));
        assert_eq!(of("متحدثين"), Some(("متحدث", m, Number::Plural)));
        assert_eq!(of("كونجرس"), Some(("كونجرس", m, Number::Singular)));
        assert_eq!(of("تصميمات"), Some(("تصميم", m, Number::Plural)));
        assert_eq!(of("كتابات"), None);
    }
}
