//! Closed lists of ours: titles with their feminine, verbs of saying, given names with their gender.
//!
//! They stand as tables in `glossaries/lists/`, where people edit them, and are read once, when the
//! first rule asks.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::{Gender, folded};

/// A title or occupation of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Of a man.
    pub masculine: String,
    /// Of a woman.
    pub feminine: String,
    /// The gender of the form that was looked up.
    pub gender: Gender,
}

/// A verb of saying, in the forms that news uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SayingVerb {
    /// He said.
    pub past: (String, String),
    /// He says.
    pub present: (String, String),
    /// The gender of the form that was looked up.
    pub gender: Gender,
}

/// What a given name tells of whoever bears it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenName {
    /// A woman.
    Female,
    /// A man.
    Male,
    /// Either.
    Unisex,
    /// Nothing: it is an ordinary word as well.
    Word,
}

/// Titles that one gender or the other bears without change, or whose feminine means something else.
pub const INVARIABLE_TITLES: [&str; 6] = ["عمدة", "ضحية", "شخصية", "داعية", "محافظ", "سيناتور"];

/// The title that `word`, without clitics, is. `word` may be spelt loosely.
pub fn title(word: &str) -> Option<&'static Title> {
    static TITLES: OnceLock<FxHashMap<String, Title>> = OnceLock::new();
    let titles = TITLES.get_or_init(|| {
        let mut titles = FxHashMap::default();
        for line in include_str!("../../glossaries/lists/titles.tsv").lines() {
            let mut columns = line.split('\t');
            let (Some(masculine), Some(feminine)) = (columns.next(), columns.next()) else {
                continue;
            };
            // An asterisk marks a feminine that is not in use.
            if feminine.ends_with('*')
                || feminine == masculine
                || INVARIABLE_TITLES.contains(&masculine)
            {
                continue;
            }
            for (word, gender) in [(masculine, Gender::Masculine), (feminine, Gender::Feminine)] {
                titles.entry(folded(word)).or_insert_with(|| Title {
                    masculine: masculine.to_owned(),
                    feminine: feminine.to_owned(),
                    gender,
                });
            }
        }
        titles
    });
    titles.get(word)
}

/// The verb of saying that `word`, folded and without conjunction, is a singular third person of.
pub fn saying_verb(word: &str) -> Option<&'static SayingVerb> {
    static VERBS: OnceLock<FxHashMap<String, SayingVerb>> = OnceLock::new();
    let verbs = VERBS.get_or_init(|| {
        let mut verbs = FxHashMap::default();
        for line in include_str!("../../glossaries/lists/say.tsv").lines() {
            let columns: Vec<&str> = line.split('\t').collect();
            let [past, past_feminine, _, present, ..] = columns[..] else {
                continue;
            };
            let Some(rest) = present.strip_prefix('ي') else {
                continue;
            };
            let present_feminine = format!("ت{rest}");
            let forms = [
                (past, Gender::Masculine),
                (past_feminine, Gender::Feminine),
                (present, Gender::Masculine),
                (&present_feminine, Gender::Feminine),
            ];
            for (form, gender) in forms {
                verbs.entry(folded(form)).or_insert_with(|| SayingVerb {
                    past: (past.to_owned(), past_feminine.to_owned()),
                    present: (present.to_owned(), present_feminine.clone()),
                    gender,
                });
            }
        }
        verbs
    });
    verbs.get(word)
}

/// What the given name `word`, folded, tells.
pub fn given_name(word: &str) -> Option<GivenName> {
    static NAMES: OnceLock<FxHashMap<String, GivenName>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names = FxHashMap::default();
        for line in include_str!("../../glossaries/lists/given_names.tsv").lines() {
            let Some((kind, list)) = line.split_once('\t') else {
                continue;
            };
            let kind = match kind {
                "F" => GivenName::Female,
                "M" => GivenName::Male,
                "U" => GivenName::Unisex,
                _ => GivenName::Word,
            };
            for name in list.split_whitespace() {
                let fold = folded(name);
                // Two names with one fold tell nothing.
                let known = names.entry(fold).or_insert(kind);
                if *known != kind {
                    *known = GivenName::Unisex;
                }
            }
        }
        names
    });
    names.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_either_gender_lead_to_the_row() {
        assert_eq!(title(&folded("سكرتيرة")).unwrap().masculine, "سكرتير");
        assert_eq!(title(&folded("وزير")).unwrap().feminine, "وزيرة");
        assert_eq!(title("عمده"), None);
        let said = saying_verb(&folded("تؤكد")).unwrap();
        assert_eq!(
            (said.past.1.as_str(), said.gender),
            ("أكدت", Gender::Feminine)
        );
        assert_eq!(given_name(&folded("كارولين")), Some(GivenName::Female));
    }
}
