//! Entries as rows of a table, and back: see [`COLUMNS`].
//!
//! A cell that holds several values has ` | ` between them; a `|` or `\` of a value itself is written `\|`, `\\`.
//! An `avoid` is written `find => use`.

use super::{Imported, Lost, Unread};
use crate::{
    glossary::{GenderName, Kind, NameType},
    keeping::concept::{Avoided, Concept},
};

/// The columns, in the order they are written in. `source` and `target` are what translation tools call the
/// two languages; the `source` of an entry is the `reference` here.
const COLUMNS: [&str; 21] = [
    "id",
    "source",
    "target",
    "kind",
    "also-source",
    "also-target",
    "avoid",
    "needs",
    "type",
    "gender",
    "feminine",
    "plural",
    "part-of-speech",
    "domain",
    "note",
    "reference",
    "status",
    "date",
    "by",
    "harmless",
    "tests",
];

/// What else a column may be called, in small letters.
const ALIASES: [(&str, &str); 24] = [
    ("en", "source"),
    ("english", "source"),
    ("source term", "source"),
    ("term", "source"),
    ("الإنجليزية", "source"),
    ("الانجليزية", "source"),
    ("ar", "target"),
    ("arabic", "target"),
    ("target term", "target"),
    ("translation", "target"),
    ("العربية", "target"),
    ("also-en", "also-source"),
    ("synonyms", "also-target"),
    ("also", "also-target"),
    ("forbidden", "avoid"),
    ("deprecated", "avoid"),
    ("pos", "part-of-speech"),
    ("part of speech", "part-of-speech"),
    ("subject", "domain"),
    ("notes", "note"),
    ("comment", "note"),
    ("comments", "note"),
    ("author", "by"),
    ("key", "id"),
];

/// What a row holds of an entry.
pub(super) fn held(concept: &Concept) -> Concept {
    let plain = |it: &Avoided| {
        let only = Avoided {
            find: it.find.clone(),
            r#use: it.r#use.clone(),
            ..Avoided::default()
        };
        (!it.find.contains(" => ")).then_some(only)
    };
    Concept {
        extends: None,
        only_sense: false,
        roles: Vec::new(),
        words: Vec::new(),
        severity: None,
        confidence: None,
        avoid: concept.avoid.iter().filter_map(plain).collect(),
        avoid_en: Vec::new(),
        ..concept.clone()
    }
}

/// The rows of `concepts`, the names of the columns first.
pub(super) fn rows(concepts: &[Concept]) -> Vec<Vec<String>> {
    let heads = COLUMNS.iter().map(|it| (*it).to_owned()).collect();
    std::iter::once(heads)
        .chain(concepts.iter().map(row))
        .collect()
}

fn row(concept: &Concept) -> Vec<String> {
    let text = |it: &Option<String>| it.clone().unwrap_or_default();
    let avoid: Vec<String> = concept.avoid.iter().map(avoid_cell).collect();
    vec![
        concept.id.clone(),
        concept.en.clone(),
        concept.ar.clone(),
        concept
            .kind
            .map_or("", crate::keeping::written::kind_name)
            .to_owned(),
        join(&concept.also_en),
        join(&concept.also),
        join(&avoid),
        join(&concept.needs),
        concept.r#type.map_or("", type_name).to_owned(),
        concept
            .gender
            .map_or("", crate::keeping::concept::gender_name)
            .to_owned(),
        text(&concept.feminine),
        join(&concept.plural),
        text(&concept.part_of_speech),
        text(&concept.domain),
        text(&concept.note),
        text(&concept.source),
        text(&concept.status),
        text(&concept.date),
        text(&concept.by),
        text(&concept.harmless),
        join(&concept.tests),
    ]
}

fn avoid_cell(avoid: &Avoided) -> String {
    match &avoid.r#use {
        Some(r#use) => format!("{} => {use}", avoid.find),
        None => avoid.find.clone(),
    }
}

/// Reads rows whose first names the columns. Empty rows are nothing; a row without Arabic is lost.
pub(super) fn read(rows: Vec<Vec<String>>) -> Result<Imported, Unread> {
    let mut rows = rows
        .into_iter()
        .filter(|it| it.iter().any(|it| !it.trim().is_empty()));
    let heads = rows.next().unwrap_or_default();
    let columns: Vec<Option<&str>> = heads.iter().map(|it| column(it)).collect();
    let has = |name| columns.contains(&Some(name));
    if !has("source") || !has("target") {
        return Err(Unread::NoColumns(heads.join(", ")));
    }
    let mut lost = Lost::default();
    let mut concepts = Vec::new();
    for (number, row) in (2..).zip(rows) {
        let mut concept = Concept::default();
        let mut unknown = Vec::new();
        for (at, value) in row.iter().enumerate() {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            if let Some(name) = columns.get(at).copied().flatten() {
                if !set(&mut concept, name, value) {
                    unknown.push(format!("{name}: {value}"));
                }
            } else {
                let head = heads.get(at).map_or("", |it| it.trim());
                unknown.push(format!("column `{head}`"));
            }
        }
        let place = match concept.id.as_str() {
            "" => format!("row {number}"),
            id => id.to_owned(),
        };
        for what in unknown {
            lost.add(&what, &place);
        }
        if concept.ar.is_empty() {
            lost.add("rows without target", &place);
        } else {
            // The cure of what is avoided is the term, where nothing else is said.
            for avoid in concept.avoid.iter_mut().filter(|it| it.r#use.is_none()) {
                avoid.r#use = Some(concept.ar.clone());
            }
            concepts.push(concept);
        }
    }
    Ok(Imported { concepts, lost })
}

fn column(head: &str) -> Option<&'static str> {
    let head = head.trim().to_lowercase();
    let known = COLUMNS.iter().find(|it| **it == head);
    known
        .or_else(|| ALIASES.iter().find(|it| it.0 == head).map(|it| &it.1))
        .copied()
}

/// Sets a column of an entry; no where the value is none that it can have.
fn set(concept: &mut Concept, column: &str, value: &str) -> bool {
    let text = || Some(value.to_owned());
    match column {
        "id" => value.clone_into(&mut concept.id),
        "source" => value.clone_into(&mut concept.en),
        "target" => value.clone_into(&mut concept.ar),
        "also-source" => concept.also_en = split(value),
        "also-target" => concept.also = split(value),
        "avoid" => {
            concept.avoid = split(value)
                .into_iter()
                .map(|it| match it.split_once(" => ") {
                    Some((find, r#use)) => Avoided::new(find.trim(), r#use.trim()),
                    None => Avoided {
                        find: it,
                        ..Avoided::default()
                    },
                })
                .collect();
        }
        "needs" => concept.needs = split(value),
        "feminine" => concept.feminine = text(),
        "plural" => concept.plural = split(value),
        "part-of-speech" => concept.part_of_speech = text(),
        "domain" => concept.domain = text(),
        "note" => concept.note = text(),
        "reference" => concept.source = text(),
        "status" => concept.status = text(),
        "date" => concept.date = text(),
        "by" => concept.by = text(),
        "harmless" => concept.harmless = text(),
        "tests" => concept.tests = split(value),
        "kind" => {
            concept.kind = kind_called(value);
            return concept.kind.is_some();
        }
        "type" => {
            concept.r#type = TYPES.iter().find(|it| type_name(**it) == value).copied();
            return concept.r#type.is_some();
        }
        "gender" => {
            concept.gender = gender_called(value);
            return concept.gender.is_some();
        }
        _ => return false,
    }
    true
}

const TYPES: [NameType; 4] = [
    NameType::Person,
    NameType::Organisation,
    NameType::Place,
    NameType::Product,
];

fn type_name(r#type: NameType) -> &'static str {
    match r#type {
        NameType::Person => "person",
        NameType::Organisation => "organisation",
        NameType::Place => "place",
        NameType::Product => "product",
    }
}

fn kind_called(name: &str) -> Option<Kind> {
    let kinds = [
        Kind::Idiom,
        Kind::Sense,
        Kind::Term,
        Kind::Calque,
        Kind::Title,
        Kind::Name,
    ];
    kinds
        .into_iter()
        .find(|it| crate::keeping::written::kind_name(*it) == name)
}

/// A gender by the names of YAML, of TBX, or their first letter.
pub(super) fn gender_called(name: &str) -> Option<GenderName> {
    match name.to_lowercase().as_str() {
        "male" | "masculine" | "m" | "مذكر" => Some(GenderName::Male),
        "female" | "feminine" | "f" | "مؤنث" => Some(GenderName::Female),
        _ => None,
    }
}

fn join(values: &[String]) -> String {
    let escaped = values
        .iter()
        .map(|it| it.replace('\\', "\\\\").replace('|', "\\|"));
    escaped.collect::<Vec<_>>().join(" | ")
}

fn split(cell: &str) -> Vec<String> {
    let mut values = vec![String::new()];
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        let last = values.last_mut().expect("there is always one");
        match c {
            '\\' => last.push(chars.next().unwrap_or('\\')),
            '|' => values.push(String::new()),
            c => last.push(c),
        }
    }
    for value in &mut values {
        *value = value.trim().to_owned();
    }
    values.retain(|it| !it.is_empty());
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Result<Imported, Unread> {
        read(super::super::delimited::rows(text)?)
    }

    #[test]
    fn the_columns_of_others_are_understood() {
        let imported =
            table("Arabic;English;Forbidden;Colour\nهدنة;truce;وقف النار | سلام;red\n;none;;\n")
                .unwrap();
        let [concept] = &imported.concepts[..] else {
            panic!()
        };
        assert_eq!(
            (concept.en.as_str(), concept.ar.as_str()),
            ("truce", "هدنة")
        );
        let wanted = [
            Avoided::new("وقف النار", "هدنة"),
            Avoided::new("سلام", "هدنة"),
        ];
        assert_eq!(concept.avoid, wanted);
        let lost: Vec<_> = imported.lost.iter().map(|it| (it.0, it.1)).collect();
        assert_eq!(lost, [("column `Colour`", 1), ("rows without target", 1)]);
    }

    #[test]
    fn a_table_that_does_not_say_what_is_what_is_refused() {
        assert_eq!(
            table("truce,هدنة\n"),
            Err(Unread::NoColumns("truce, هدنة".into()))
        );
    }
}
