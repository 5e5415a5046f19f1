//! Approved forms that contradict one another, or that an entry forbids.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Context, Remark, example::approved, overlaps::read_all};
use crate::{
    diagnostic::{Category, Message, Severity},
    glossary::{EntryRef, Kind, place},
};

pub(super) fn check(context: &Context<'_>, remarks: &mut Vec<Remark>) {
    inconsistent(context, remarks);
    forbidden(context, remarks);
}

/// One English under one kind with two Arabic forms. A sense is one of several by its nature, and
/// people share the surnames that are other English for them.
fn inconsistent(context: &Context<'_>, remarks: &mut Vec<Remark>) {
    let mut first: FxHashMap<(Kind, String), (&str, &str)> = FxHashMap::default();
    for (at, file, entry) in context.entries() {
        let kind = context.glossaries.entry(at).kind;
        let Some(ar) = entry.ar.as_ref().filter(|_| kind != Kind::Sense) else {
            continue;
        };
        let also = entry.also_en.iter().filter(|_| kind != Kind::Name);
        let english = std::iter::once(&entry.en).chain(also);
        let mut told = FxHashSet::default();
        for english in english.filter(|it| !it.is_empty()) {
            let new = (entry.id.value.as_str(), ar.value.as_str());
            let (id, other) = *first.entry((kind, english.to_lowercase())).or_insert(new);
            if id == new.0 || other == new.1 || entry.also.iter().any(|it| it == other) {
                continue;
            }
            if !told.insert(id) {
                continue;
            }
            remarks.push(Remark {
                file,
                check: "glossary/inconsistent",
                entry: Some(entry.id.value.clone()),
                severity: Severity::Minor,
                category: Category::InconsistentTerm,
                span: context.places[file].value(place(ar), &ar.value),
                message: Message::new(
                    format!(
                        "“{english}” is “{other}” in `{id}`, and “{}” here",
                        ar.value
                    ),
                    format!("«{english}» هو «{other}» في «{id}»، و«{}» هنا", ar.value),
                ),
                fix: None,
            });
        }
    }
}

/// What one entry approves and another avoids, told where it can be mended: at the entry that is
/// checked, or at the pattern if that is the one.
fn forbidden(context: &Context<'_>, remarks: &mut Vec<Remark>) {
    let mut texts = Vec::new();
    let mut owners: Vec<EntryRef> = Vec::new();
    for (at, compiled) in context.glossaries.entries() {
        let also = context.entry(at).map_or(&[][..], |it| &it.1.also);
        let forms = std::iter::once(&compiled.ar).chain(also);
        for text in forms
            .filter_map(|it| approved(it))
            .filter(|it| !it.is_empty())
        {
            texts.push(text);
            owners.push(at);
        }
    }
    let mut told = FxHashSet::default();
    read_all(context.glossaries, &texts, |number, matches| {
        let owner = owners[number];
        for found in matches {
            if !told.insert((owner, found.entry)) {
                continue;
            }
            let approves = &context.glossaries.entry(owner).id;
            let avoids = &context.glossaries.entry(found.entry).id;
            let text = &texts[number];
            let (file, span) = if let Some((file, entry)) = context.entry(found.entry) {
                let Some(avoid) = entry.avoid.get(usize::from(found.avoid)) else {
                    continue;
                };
                let find = &avoid.find;
                (file, context.places[file].value(place(find), &find.value))
            } else if let Some((file, entry)) = context.entry(owner) {
                let id = &entry.id;
                (file, context.places[file].value(place(id), &id.value))
            } else {
                continue;
            };
            remarks.push(Remark {
                file,
                check: "glossary/avoids-approved",
                entry: Some(avoids.to_string()),
                severity: Severity::Major,
                category: Category::WrongTerm,
                span,
                message: Message::new(
                    format!("`{avoids}` avoids “{text}”, which `{approves}` approves"),
                    format!("يتجنب «{avoids}» عبارة «{text}» التي يعتمدها «{approves}»"),
                ),
                fix: None,
            });
        }
    });
}
