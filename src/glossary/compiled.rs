//! A glossary as the program runs it: see [`Compiled`].

use std::{
    borrow::Cow,
    sync::{Arc, OnceLock},
};

use serde::{Deserialize, Serialize};

use super::{
    people::latin_text,
    schema::{Kind, NameType},
    vocabulary::Vocabulary,
};
use crate::{
    arabic::Gender,
    diagnostic::{Applicability, Confidence, Severity},
    matcher::{Lexeme, LexemeId, Lexicon, LexiconParts, Program},
};

/// Entries, their patterns, and the forms of every word they ask for.
#[derive(Debug)]
pub struct Compiled {
    /// In the order of the files.
    pub entries: Vec<CompiledEntry>,
    /// What each target of [`Compiled::program`] stands for.
    pub targets: Vec<Target>,
    /// The patterns.
    pub program: Program,
    /// The focuses of the patterns without what stands around them, for texts whose source tells what
    /// they stand for.
    pub focuses: Focuses,
    /// The forms.
    pub lexicon: Lexicon,
    /// The Latin spellings of the names, folded, to be searched as one text: a line for each name,
    /// its number and its spellings, each between bars.
    pub latin: Cow<'static, str>,
    /// Decoded when a fix needs them: most runs over a clean text never do.
    lexemes: Lazy<Vec<Lexeme>>,
    names: Lazy<Vec<Name>>,
    vocabulary: Lazy<Vocabulary>,
}

/// The focuses of avoids as patterns of their own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Focuses {
    /// The patterns.
    pub program: Program,
    /// The entry and the avoid of each target of the program.
    pub targets: Vec<(u32, u16)>,
}

/// An entry as findings need it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompiledEntry {
    /// Its id.
    pub id: Arc<str>,
    /// What it is about.
    pub kind: Kind,
    /// Its English.
    pub en: String,
    /// Other English for the same.
    pub also_en: Vec<String>,
    /// Patterns of English, one of which must stand in the source for the entry to apply without a cue
    /// in the Arabic.
    pub needs: Vec<String>,
    /// [`CompiledEntry::en`] suffices for that.
    pub only_sense: bool,
    /// Its approved Arabic.
    pub ar: String,
    /// Other Arabic that is accepted.
    pub also: Vec<String>,
    /// What to find.
    pub avoid: Vec<CompiledAvoid>,
    /// What to find in English.
    pub avoid_en: Vec<EnglishAvoid>,
    /// Of a name: its place in the list of names.
    pub name: Option<u32>,
}

/// An `avoid` as findings need it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompiledAvoid {
    /// What takes the place of the focus, best first.
    pub replacements: Vec<Replacing>,
    /// A word of the focus is written with ال in the pattern: ال there is the pattern's own, and
    /// tells nothing of the text.
    pub definite: bool,
    /// The first word of the focus is written in the plural in the pattern.
    pub plural: bool,
    /// Targets that silence it in the same sentence.
    pub unless: Vec<u32>,
    /// Targets of which one must stand in the sentence.
    pub near: Vec<u32>,
    /// How bad it is.
    pub severity: Severity,
    /// How sure it is.
    pub confidence: Confidence,
    /// How freely the replacement may be made.
    pub applicability: Applicability,
    /// What is wrong, in English and Arabic.
    pub why: Option<(String, String)>,
}

/// An `avoid-en` as written: English is compared by its lemmas, so its patterns are read when the first
/// English text is checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EnglishAvoid {
    /// The pattern; it parses.
    pub find: String,
    /// What takes the place of the focus, best first; an empty one deletes it.
    pub replacements: Vec<String>,
    /// Patterns that silence it in the same sentence; they parse.
    pub unless: Vec<String>,
    /// How bad it is.
    pub severity: Severity,
    /// How sure it is.
    pub confidence: Confidence,
    /// What is wrong, in English and Arabic.
    pub why: Option<(String, String)>,
}

/// A replacement, its words looked up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Replacing {
    /// In reading order.
    pub parts: Vec<ReplacingPart>,
    /// The part that takes ال and the pronoun suffix, where the author said so.
    pub carrier: Option<u8>,
}

/// One part of a replacement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ReplacingPart {
    /// A noun or adjective: as written, and the word it is a form of.
    Noun(String, LexemeId),
    /// A verb.
    Verb(LexemeId),
    /// A word that does not inflect.
    Fixed(String),
    /// What a `$1` took.
    Captured(u8),
}

/// What a target of the program stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// An `avoid` of an entry.
    Avoid(u32, u16),
    /// Looked for only when another target was found.
    Aside,
    /// The approved or an accepted spelling of a name, in full.
    FullName(u32),
    /// The last word of a person's name.
    Surname(u32),
}

/// A name of the gazetteer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Name {
    /// The entry it comes from.
    pub entry: u32,
    /// What it names.
    pub r#type: NameType,
    /// Of a person.
    pub gender: Option<Gender>,
    /// Latin spellings, the commonest first.
    pub latin: Vec<String>,
    /// Arabic spellings, the approved one first.
    pub arabic: Vec<String>,
}

/// Data that is decoded at first use.
#[derive(Debug)]
struct Lazy<T> {
    bytes: &'static [u8],
    value: OnceLock<T>,
}

impl<T: serde::de::DeserializeOwned + Default> Lazy<T> {
    fn get(&self) -> &T {
        self.value
            .get_or_init(|| postcard::from_bytes(self.bytes).unwrap_or_default())
    }

    fn of(bytes: &'static [u8]) -> Lazy<T> {
        Lazy {
            bytes,
            value: OnceLock::new(),
        }
    }

    fn ready(value: T) -> Lazy<T> {
        Lazy {
            bytes: &[],
            value: OnceLock::from(value),
        }
    }
}

/// A [`Compiled`] as a file holds it.
#[derive(Serialize, Deserialize)]
struct Blob<'b> {
    entries: Vec<CompiledEntry>,
    targets: Vec<Target>,
    program: Program,
    focuses: Focuses,
    #[serde(borrow)]
    lexicon: LexiconParts<'b>,
    #[serde(borrow)]
    latin: &'b str,
    #[serde(borrow)]
    lexemes: &'b [u8],
    #[serde(borrow)]
    names: &'b [u8],
    #[serde(borrow)]
    vocabulary: &'b [u8],
}

impl Compiled {
    /// Puts together what the compiler made.
    pub(super) fn new(
        entries: Vec<CompiledEntry>,
        targets: Vec<Target>,
        program: Program,
        lexicon: Lexicon,
        lexemes: Vec<Lexeme>,
        names: Vec<Name>,
        vocabulary: Vocabulary,
    ) -> Compiled {
        Compiled {
            entries,
            targets,
            program,
            focuses: Focuses::default(),
            lexicon,
            latin: Cow::Owned(latin_text(&names)),
            lexemes: Lazy::ready(lexemes),
            names: Lazy::ready(names),
            vocabulary: Lazy::ready(vocabulary),
        }
    }

    /// As the bytes of a file.
    ///
    /// # Panics
    ///
    /// Never: everything in it can be serialised.
    pub fn to_bytes(&self) -> Vec<u8> {
        let encode = |it: postcard::Result<Vec<u8>>| it.expect("plain data is serialised");
        let lexemes = encode(postcard::to_allocvec(self.lexemes.get()));
        let names = encode(postcard::to_allocvec(self.names.get()));
        let vocabulary = encode(postcard::to_allocvec(self.vocabulary.get()));
        encode(postcard::to_allocvec(&Blob {
            entries: self.entries.clone(),
            targets: self.targets.clone(),
            program: self.program.clone(),
            focuses: self.focuses.clone(),
            lexicon: self.lexicon.parts(),
            latin: &self.latin,
            lexemes: &lexemes,
            names: &names,
            vocabulary: &vocabulary,
        }))
    }

    /// From the bytes of [`Compiled::to_bytes`]. The tables stay where they lie.
    ///
    /// # Errors
    ///
    /// Bytes that are something else.
    pub fn from_bytes(bytes: &'static [u8]) -> postcard::Result<Compiled> {
        let blob: Blob<'static> = postcard::from_bytes(bytes)?;
        Ok(Compiled {
            entries: blob.entries,
            targets: blob.targets,
            program: blob.program,
            focuses: blob.focuses,
            lexicon: Lexicon::from_parts(&blob.lexicon),
            latin: Cow::Borrowed(blob.latin),
            lexemes: Lazy::of(blob.lexemes),
            names: Lazy::of(blob.names),
            vocabulary: Lazy::of(blob.vocabulary),
        })
    }

    /// The word of this number.
    pub fn lexeme(&self, id: LexemeId) -> Option<&Lexeme> {
        self.lexemes.get().get(id.0 as usize)
    }

    /// The names.
    pub fn names(&self) -> &[Name] {
        self.names.get()
    }

    /// The words whose inflection is known, without look-ups: see [`Vocabulary::indexed`].
    pub fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary.get()
    }
}
