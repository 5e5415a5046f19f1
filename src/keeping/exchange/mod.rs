//! Glossaries in the forms of translation tools: termbases in TBX, tables in CSV, TSV and XLSX.
//!
//! A form that cannot hold a field says so: what a form [`Held`]s of an entry is a function of the entry, and
//! what that leaves out is listed as [`Lost`]. For every form that is written, importing what was
//! exported gives what is held.

mod delimited;
mod lost;
mod sheet;
mod table;
mod tbx_read;
mod tbx_write;
mod tests_of_imports;

pub use lost::{Lost, lost_fields};

use super::concept::Concept;
use crate::{glossary::Kind, text};

/// A form that glossaries are exchanged in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// TBX-Basic of version 2 (ISO 30042:2008): `martif`.
    Tbx2,
    /// TBX-Basic of version 3 (ISO 30042:2019), data categories as elements.
    Tbx3Dct,
    /// TBX-Basic of version 3, data categories as attributes.
    Tbx3Dca,
    /// Comma-separated values.
    Csv,
    /// Tab-separated values.
    Tsv,
    /// A spreadsheet; it is read and not written.
    Xlsx,
}

impl Form {
    /// By the extension of a file, in any case.
    pub fn of_extension(extension: &str) -> Option<Form> {
        Some(match extension.to_ascii_lowercase().as_str() {
            "tbx" | "xml" | "martif" => Form::Tbx3Dct,
            "csv" | "txt" => Form::Csv,
            "tsv" | "tab" => Form::Tsv,
            "xlsx" | "xlsm" | "xls" | "ods" => Form::Xlsx,
            _ => return None,
        })
    }

    /// What the form holds of an entry.
    pub fn held(self, concept: &Concept) -> Concept {
        match self {
            Form::Tbx2 | Form::Tbx3Dct | Form::Tbx3Dca => tbx_write::held(concept),
            Form::Csv | Form::Tsv | Form::Xlsx => table::held(concept),
        }
    }
}

/// Why a file is no termbase.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// The XML is broken, at this line.
    #[error("line {line}: {message}")]
    Xml {
        /// From 1.
        line: u32,
        /// What is wrong.
        message: String,
    },
    /// There is no termbase in it.
    #[error("no term entries here: this is no TBX file")]
    NoTermbase,
    /// The table does not say which column is which.
    #[error(
        "no column `source` (or en, English) and `target` (or ar, Arabic) in the first row: {0}"
    )]
    NoColumns(String),
    /// The spreadsheet cannot be opened.
    #[error("the spreadsheet cannot be read: {0}")]
    Spreadsheet(String),
    /// The table cannot be read.
    #[error("the table cannot be read: {0}")]
    Table(String),
    /// It is read and not written.
    #[error("spreadsheets are read, not written; write csv")]
    NotWritten,
}

/// What came out of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// The entries, ids made up where the file has none.
    pub concepts: Vec<Concept>,
    /// What of the file an entry cannot hold.
    pub lost: Lost,
}

/// Reads a file of `form`.
///
/// # Errors
///
/// A file that is something else. What is only strange in it is listed as lost.
pub fn import(bytes: Vec<u8>, form: Form) -> Result<Imported, Unread> {
    let mut imported = match form {
        Form::Tbx2 | Form::Tbx3Dct | Form::Tbx3Dca => tbx_read::read(&text::decode(bytes).text)?,
        Form::Csv | Form::Tsv => table::read(delimited::rows(&text::decode(bytes).text)?)?,
        Form::Xlsx => table::read(sheet::rows(bytes)?)?,
    };
    named(&mut imported.concepts);
    tests_of_imports::add(&mut imported);
    Ok(imported)
}

/// Writes `concepts` in `form`: the bytes of the file, and what it cannot hold.
///
/// # Errors
///
/// A form that is only read.
pub fn export(title: &str, concepts: &[Concept], form: Form) -> Result<(Vec<u8>, Lost), Unread> {
    let held: Vec<Concept> = concepts.iter().map(|it| form.held(it)).collect();
    let mut lost = Lost::default();
    for (concept, held) in concepts.iter().zip(&held) {
        lost_fields(concept, held, &mut lost);
    }
    let bytes = match form {
        Form::Tbx2 | Form::Tbx3Dct | Form::Tbx3Dca => tbx_write::write(title, &held, form),
        Form::Csv => delimited::write(&table::rows(&held), b','),
        Form::Tsv => delimited::write(&table::rows(&held), b'\t'),
        Form::Xlsx => return Err(Unread::NotWritten),
    };
    Ok((bytes, lost))
}

/// Sets the kind of entries that do not say it, but for the kind that their glossary has anyway.
pub fn with_kind(concepts: &mut [Concept], kind: Option<Kind>) {
    for concept in concepts.iter_mut().filter(|it| it.kind.is_none()) {
        concept.kind = kind;
    }
}

/// Gives each entry an id in kebab case that no other has: its own where it is one, else one made from
/// its English.
fn named(concepts: &mut [Concept]) {
    let mut taken = rustc_hash::FxHashSet::default();
    for (number, concept) in (1..).zip(concepts) {
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let mut id = concept.id.clone();
        if id.is_empty() || !id.chars().all(kebab) {
            id = super::concept::id_for(&concept.en);
        }
        if id.is_empty() {
            id = format!("entry-{number}");
        }
        let stem = id.clone();
        let mut count = 2;
        while !taken.insert(id.clone()) {
            id = format!("{stem}-{count}");
            count += 1;
        }
        concept.id = id;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{glossary::GenderName, keeping::Avoided};
    use proptest::prelude::*;

    const WRITTEN: [Form; 5] = [
        Form::Tbx2,
        Form::Tbx3Dct,
        Form::Tbx3Dca,
        Form::Csv,
        Form::Tsv,
    ];

    fn text() -> impl Strategy<Value = String> {
        let words = prop::sample::select(vec![
            "كلمة",
            "الحرب",
            "و",
            "term",
            "A&B",
            "<x>",
            "\"q\"",
            "it's",
            "a;b",
            "a,b",
            "a|b",
            "\\",
            "#",
            "12",
            "-",
        ]);
        prop::collection::vec(words, 1..4).prop_map(|it| it.join(" "))
    }

    fn concept() -> impl Strategy<Value = Concept> {
        let texts = || prop::collection::vec(text(), 0..3);
        let one = || prop::option::of(text());
        let gender = prop::option::of(prop::sample::select(vec![
            GenderName::Male,
            GenderName::Female,
        ]));
        let kind = prop::option::of(prop::sample::select(vec![
            Kind::Idiom,
            Kind::Name,
            Kind::Term,
        ]));
        (
            (text(), text(), texts(), texts(), texts(), gender),
            (one(), one(), one(), one(), one(), kind, one()),
        )
            .prop_map(
                |(
                    (en, ar, also_en, also, needs, gender),
                    (note, source, domain, by, date, kind, harmless),
                )| Concept {
                    id: "x".into(),
                    kind,
                    en,
                    ar,
                    also_en,
                    also,
                    needs,
                    gender,
                    note,
                    source,
                    domain,
                    by,
                    date,
                    harmless,
                    part_of_speech: Some("noun".into()),
                    ..Concept::default()
                },
            )
    }

    proptest! {
        #[test]
        fn importing_what_was_exported_gives_what_is_held(mut concepts in prop::collection::vec(concept(), 1..4)) {
            for (number, it) in concepts.iter_mut().enumerate() {
                it.id = format!("{number}-entry");
            }
            for form in WRITTEN {
                let (bytes, _) = export("A & B", &concepts, form).unwrap();
                let back = import(bytes.clone(), form).unwrap();
                let held: Vec<Concept> = concepts.iter().map(|it| form.held(it)).collect();
                prop_assert_eq!(&back.concepts, &held, "{:?}\n{}", form, String::from_utf8_lossy(&bytes));
                prop_assert!(back.lost.is_empty(), "{:?} {:?}", form, back.lost);
            }
        }
    }

    #[test]
    fn what_a_form_cannot_hold_is_listed() {
        let mut concept = Concept {
            id: "a".into(),
            kind: Some(Kind::Idiom),
            en: "one".into(),
            ar: "واحد".into(),
            status: Some("new".into()),
            ..Concept::default()
        };
        concept.avoid.push(Avoided::new("أحد", "واحد"));
        concept.avoid.push(Avoided::new("<~أخذ> واحدا", "واحد"));
        let (bytes, lost) = export("x", &[concept], Form::Tbx3Dct).unwrap();
        let lost: Vec<&str> = lost.iter().map(|it| it.0).collect();
        assert_eq!(lost, ["avoid", "kind", "status"]);
        let back = import(bytes, Form::Tbx3Dct).unwrap().concepts.remove(0);
        assert_eq!(back.avoid, [Avoided::new("أحد", "واحد")]);
        assert_eq!(back.tests, ["{أحد|واحد}", "واحد"]);
    }

    #[test]
    fn ids_are_made_up_where_there_are_none() {
        let csv = "English,Arabic\nPeace talks,محادثات سلام\npeace talks,مباحثات سلام\n"
            .as_bytes()
            .to_vec();
        let ids: Vec<String> = import(csv, Form::Csv)
            .unwrap()
            .concepts
            .into_iter()
            .map(|it| it.id)
            .collect();
        assert_eq!(ids, ["peace-talks", "peace-talks-2"]);
    }
}
