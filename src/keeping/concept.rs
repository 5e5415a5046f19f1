//! An entry as plain values, without the places it was read from: what is written, compared and
//! exchanged. See [`Concept`].

use serde::Serialize;
use serde_json::{Map, Value};
use serde_saphyr::Spanned;

use crate::{
    diagnostic::{Applicability, Confidence, Severity},
    glossary::{Avoid, Entry, GenderName, Kind, NameType, Word, test_lines},
};

/// The fields of an entry in the order they are written in, as YAML names them.
pub const FIELDS: [&str; 28] = [
    "id",
    "extends",
    "kind",
    "type",
    "gender",
    "en",
    "also-en",
    "needs",
    "only-sense",
    "ar",
    "also",
    "feminine",
    "plural",
    "part-of-speech",
    "roles",
    "words",
    "harmless",
    "severity",
    "confidence",
    "domain",
    "note",
    "source",
    "status",
    "date",
    "by",
    "avoid",
    "avoid-en",
    "tests",
];

/// An entry, field by field as YAML names them; what is empty is not set.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Concept {
    /// Its name.
    pub id: String,
    /// The shipped entry it takes its other fields from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extends: Option<String>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Of a name: what it names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<NameType>,
    /// Of a person, or of the head noun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<GenderName>,
    /// The English.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub en: String,
    /// Other English.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also_en: Vec<String>,
    /// English that must stand in the source.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// The bare English word suffices.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub only_sense: bool,
    /// The approved Arabic.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ar: String,
    /// Other accepted Arabic.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The feminine of a title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feminine: Option<String>,
    /// Plurals of a term.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub plural: Vec<String>,
    /// As TBX names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of_speech: Option<String>,
    /// Offices of a person: title, first and last year.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Office>,
    /// Words whose inflection cannot be told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Inflected>,
    /// Why the literal rendering is good Arabic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub harmless: Option<String>,
    /// How bad its findings are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// How sure its findings are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// Subject field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// For people who keep the glossary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where the rendering is taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// State in its review.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// When it was written or last judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Arabic to find, and what to write instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub avoid: Vec<Avoided>,
    /// English to find where the target is English.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub avoid_en: Vec<Avoided>,
    /// Lines of marked text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<String>,
}

/// An `avoid` as plain values.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Avoided {
    /// The pattern.
    pub find: String,
    /// What takes its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#use: Option<String>,
    /// Further replacements.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub or: Vec<String>,
    /// Patterns that silence it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unless: Vec<String>,
    /// Patterns one of which must stand in the sentence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<String>,
    /// How bad it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// How sure it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// What is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Reason>,
    /// How freely it may be replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applicability: Option<Applicability>,
}

impl Avoided {
    /// Finds `find` and puts `use` in its place.
    pub fn new(find: impl Into<String>, r#use: impl Into<String>) -> Avoided {
        Avoided {
            find: find.into(),
            r#use: Some(r#use.into()),
            ..Avoided::default()
        }
    }
}

/// A reason in both languages.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Reason {
    /// In English.
    pub en: String,
    /// In Arabic.
    pub ar: String,
}

/// An office of a person.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Office {
    /// In English.
    pub title: String,
    /// The first year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u16>,
    /// The last year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u16>,
}

/// A word of `words:`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Inflected {
    /// `verb`, `noun` or `adjective`, and the word.
    #[serde(flatten)]
    pub word: Map<String, Value>,
}

impl From<&Entry> for Concept {
    fn from(it: &Entry) -> Concept {
        Concept {
            id: it.id.value.clone(),
            extends: it.extends.as_ref().map(|it| it.value.clone()),
            kind: it.kind,
            r#type: it.r#type,
            gender: it.gender,
            en: it.en.clone(),
            also_en: it.also_en.clone(),
            needs: values(&it.needs),
            only_sense: it.only_sense,
            ar: it.ar.as_ref().map_or(String::new(), |it| it.value.clone()),
            also: it.also.clone(),
            feminine: it.feminine.clone(),
            plural: it.plural.clone(),
            part_of_speech: it.part_of_speech.clone(),
            roles: it
                .roles
                .iter()
                .map(|it| Office {
                    title: it.title.clone(),
                    from: it.from,
                    to: it.to,
                })
                .collect(),
            words: it.words.iter().map(Inflected::from).collect(),
            harmless: it.harmless.clone(),
            severity: it.severity,
            confidence: it.confidence,
            domain: it.domain.clone(),
            note: it.note.clone(),
            source: it.source.clone(),
            status: it.status.clone(),
            date: it.date.clone(),
            by: it.by.clone(),
            avoid: it.avoid.iter().map(Avoided::from).collect(),
            avoid_en: it.avoid_en.iter().map(Avoided::from).collect(),
            tests: test_lines(it)
                .into_iter()
                .map(|it| match it.source {
                    Some(source) => format!("{source} => {}", it.marked),
                    None => it.marked.to_owned(),
                })
                .collect(),
        }
    }
}

impl From<&Avoid> for Avoided {
    fn from(it: &Avoid) -> Avoided {
        Avoided {
            find: it.find.value.clone(),
            r#use: it.r#use.as_ref().map(|it| it.value.clone()),
            or: values(&it.or),
            unless: values(&it.unless),
            near: values(&it.near),
            severity: it.severity,
            confidence: it.confidence,
            why: it.why.as_ref().map(|it| Reason {
                en: it.en.clone(),
                ar: it.ar.clone(),
            }),
            applicability: it.applicability,
        }
    }
}

impl From<&Word> for Inflected {
    fn from(it: &Word) -> Inflected {
        let mut word = Map::new();
        let text = |it: &Option<Spanned<String>>| it.as_ref().map(|it| it.value.clone());
        let single = [
            ("verb", text(&it.verb)),
            ("noun", text(&it.noun)),
            ("adjective", text(&it.adjective)),
            ("present", it.present.clone()),
            ("jussive", it.jussive.clone()),
            ("feminine", it.feminine.clone()),
        ];
        for (name, value) in single {
            if let Some(value) = value {
                word.insert(name.to_owned(), Value::String(value));
            }
        }
        if let Some(gender) = it.gender {
            word.insert("gender".to_owned(), Value::from(gender_name(gender)));
        }
        if !it.plural.is_empty() {
            word.insert("plural".to_owned(), Value::from(it.plural.clone()));
        }
        if it.diptote {
            word.insert("diptote".to_owned(), Value::Bool(true));
        }
        Inflected { word }
    }
}

fn values(texts: &[Spanned<String>]) -> Vec<String> {
    texts.iter().map(|it| it.value.clone()).collect()
}

/// The name of a gender in YAML.
pub fn gender_name(gender: GenderName) -> &'static str {
    match gender {
        GenderName::Male => "male",
        GenderName::Female => "female",
    }
}

impl Concept {
    /// Its fields by the names of YAML.
    pub fn fields(&self) -> Map<String, Value> {
        match serde_json::to_value(self) {
            Ok(Value::Object(fields)) => fields,
            _ => Map::new(),
        }
    }
}

/// An id in kebab case for an entry about `english`: small Latin letters, digits, hyphens. Words of no
/// weight at the front are dropped; what has no Latin letter gives an empty text.
pub fn id_for(english: &str) -> String {
    let mut id = String::new();
    for c in english.chars().flat_map(plain) {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if c != '\'' && !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_matches('-');
    let id = ["the-", "a-", "an-", "to-"]
        .iter()
        .find_map(|it| id.strip_prefix(it))
        .unwrap_or(id);
    id.to_owned()
}

/// A letter without its accent, small.
fn plain(c: char) -> impl Iterator<Item = char> {
    let mut fold = String::new();
    if c == '’' {
        fold.push('\'');
    } else {
        crate::arabic::fold_latin(c.encode_utf8(&mut [0; 4]), &mut fold);
    }
    fold.chars().collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::load;

    #[test]
    fn an_id_is_kebab_case() {
        assert_eq!(id_for("the ball is in $1's court"), "ball-is-in-1s-court");
        assert_eq!(id_for("Kraków Śródmieście"), "krakow-srodmiescie");
        assert_eq!(id_for("كلمة"), "");
    }

    #[test]
    fn every_field_is_carried() {
        let yaml = "title: x\nentries:\n  - id: a\n    en: b\n    ar: ج\n    only-sense: true\n    words:\n      - {noun: ج, plural: [د]}\n    avoid:\n      - {find: د, use: ج, why: {en: e, ar: ه}}\n    tests: |\n      {د|ج}\n      one => ج\n";
        let concept = Concept::from(&load("g", yaml).unwrap().glossary.entries[0]);
        let fields = concept.fields();
        let names: Vec<&str> = fields.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            ["ar", "avoid", "en", "id", "only-sense", "tests", "words"]
        );
        assert_eq!(fields["tests"][1], "one => ج");
        assert_eq!(fields["words"][0]["plural"][0], "د");
    }
}
