//! The YAML of a glossary, field by field: see DESIGN §4. Doc comments here are the text of the
//! JSON Schema, which an editor shows while an entry is typed.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_saphyr::Spanned;

use crate::{
    arabic::Gender,
    diagnostic::{Applicability, Confidence, Severity},
};

/// A glossary: the entries of one subject.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Glossary {
    /// What the glossary is about, in a line.
    pub title: String,
    /// The kind of its entries where they do not say.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// Words whose inflection cannot be told from their spelling.
    #[serde(default)]
    pub words: Vec<Word>,
    /// Its entries.
    #[serde(default)]
    pub entries: Vec<Entry>,
    /// Ids of shipped entries that are switched off.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub disable: Vec<Spanned<String>>,
}

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A figure of speech that must not be rendered word for word.
    Idiom,
    /// A word that was taken in the wrong one of its senses.
    Sense,
    /// A term with an approved rendering.
    Term,
    /// A turn of English in Arabic words.
    Calque,
    /// An office or rank.
    Title,
    /// A person, organisation, place or product.
    Name,
}

/// One concept: its English, the Arabic we ask for, and what to find instead.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Entry {
    /// A name for the entry, in kebab case, unique among all glossaries in use.
    #[schemars(with = "String")]
    pub id: Spanned<String>,
    /// What it is about; the glossary's `kind` where it does not say.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// The English.
    #[serde(default)]
    pub en: String,
    /// Other English for the same.
    #[serde(default)]
    pub also_en: Vec<String>,
    /// English that must stand in the source for the entry to apply without a cue in the Arabic.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub needs: Vec<Spanned<String>>,
    /// The bare English word suffices for `needs`: it has no other sense that the avoided Arabic
    /// renders rightly.
    #[serde(default)]
    pub only_sense: bool,
    /// The approved Arabic.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub ar: Option<Spanned<String>>,
    /// Other Arabic that is accepted.
    #[serde(default)]
    pub also: Vec<String>,
    /// Words of this entry whose inflection cannot be told from their spelling.
    #[serde(default)]
    pub words: Vec<Word>,
    /// Arabic to find, and what to write instead.
    #[serde(default)]
    pub avoid: Vec<Avoid>,
    /// English to find where the target is English.
    #[serde(default)]
    pub avoid_en: Vec<Avoid>,
    /// One sentence a line: Arabic, with what the entry finds marked as `{found|fix}`; or
    /// `English => Arabic`. A line without marks must stay silent.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub tests: Option<Spanned<String>>,
    /// How bad its findings are.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// How sure its findings are.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// The literal rendering is good Arabic, for this reason: nothing is flagged.
    #[serde(default)]
    pub harmless: Option<String>,
    /// Of a name: what it names.
    #[serde(default)]
    pub r#type: Option<NameType>,
    /// Of a person, or of the head noun of a term.
    #[serde(default)]
    pub gender: Option<GenderName>,
    /// The feminine of a title.
    #[serde(default)]
    pub feminine: Option<String>,
    /// Broken or irregular plurals of a one-word term.
    #[serde(default)]
    pub plural: Vec<String>,
    /// Offices of a person.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// Part of speech, as TBX names it.
    #[serde(default)]
    pub part_of_speech: Option<String>,
    /// State of the entry in its review.
    #[serde(default)]
    pub status: Option<String>,
    /// Subject field.
    #[serde(default)]
    pub domain: Option<String>,
    /// For people who keep the glossary.
    #[serde(default)]
    pub note: Option<String>,
    /// Where the rendering is taken from.
    #[serde(default)]
    pub source: Option<String>,
    /// When it was written or last judged.
    #[serde(default)]
    pub date: Option<String>,
    /// Who wrote it.
    #[serde(default)]
    pub by: Option<String>,
    /// Takes over every field it does not set from the shipped entry of this id.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub extends: Option<Spanned<String>>,
}

/// Arabic (or English) to find, and what to write instead.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Avoid {
    /// The pattern.
    #[schemars(with = "String")]
    pub find: Spanned<String>,
    /// What takes the place of the focus.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub r#use: Option<Spanned<String>>,
    /// Further replacements, second best and on.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub or: Vec<Spanned<String>>,
    /// Patterns that silence it in the same sentence.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub unless: Vec<Spanned<String>>,
    /// Patterns one of which must stand anywhere in the sentence; only with `confidence: low`.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub near: Vec<Spanned<String>>,
    /// How bad it is.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// How sure it is.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// What is wrong, for an editor.
    #[serde(default)]
    pub why: Option<Why>,
    /// How freely the replacement may be made.
    #[serde(default)]
    pub applicability: Option<Applicability>,
}

/// A reason in both languages.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Why {
    /// In English.
    pub en: String,
    /// In Arabic.
    pub ar: String,
}

/// What inflection cannot guess of a word. Exactly one of `verb`, `noun`, `adjective`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Word {
    /// A verb: third person masculine singular of the past.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub verb: Option<Spanned<String>>,
    /// A noun in the singular.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub noun: Option<Spanned<String>>,
    /// An adjective in the masculine singular.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub adjective: Option<Spanned<String>>,
    /// Of a verb: the present, third person masculine singular.
    #[serde(default)]
    pub present: Option<String>,
    /// Of a verb: the jussive, where it is not told by the present.
    #[serde(default)]
    pub jussive: Option<String>,
    /// Of a noun: its gender, where the ending does not tell.
    #[serde(default)]
    pub gender: Option<GenderName>,
    /// Its broken or irregular plurals.
    #[serde(default)]
    pub plural: Vec<String>,
    /// Its feminine, where it is not the regular one, or of a noun that has one.
    #[serde(default)]
    pub feminine: Option<String>,
    /// It never takes tanwin.
    #[serde(default)]
    pub diptote: bool,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NameType {
    /// A human being.
    Person,
    /// A body of people: state organs, parties, companies, media.
    Organisation,
    /// A place.
    Place,
    /// A thing with a brand: platforms, weapons, works.
    Product,
}

/// Gender, by the names people use for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, serde::Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GenderName {
    /// Masculine.
    Male,
    /// Feminine.
    Female,
}

impl From<GenderName> for Gender {
    fn from(it: GenderName) -> Gender {
        match it {
            GenderName::Male => Gender::Masculine,
            GenderName::Female => Gender::Feminine,
        }
    }
}

/// An office a person holds or held.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Role {
    /// The office, in English.
    pub title: String,
    /// The first year.
    #[serde(default)]
    pub from: Option<u16>,
    /// The last year, where it has ended.
    #[serde(default)]
    pub to: Option<u16>,
}

/// The JSON Schema of a glossary, for editors that check YAML while it is typed.
pub fn json_schema() -> String {
    let schema = schemars::schema_for!(Glossary);
    serde_json::to_string_pretty(&schema).expect("a schema is plain JSON") + "\n"
}
