//! Writing an entry into the text of a glossary at the place where a person would look for it, every
//! other byte left as it is: see [`insert`].

use std::collections::BTreeMap;

use super::{
    concept::Concept,
    layout::{Layout, Unusual},
    written::entry_yaml,
};
use crate::{
    diagnostic::Problem,
    glossary::{Kind, Loaded, load},
};

/// Why an entry was not written.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refused {
    /// The glossary has an entry of this id already.
    #[error("the id `{0}` is taken; change that entry, or choose another id")]
    Taken(String),
    /// The glossary has an entry that says this already, under this id.
    #[error("`{0}` has the same English already")]
    Duplicate(String),
    /// The lines of the glossary are not its entries'.
    #[error("{0}; add it by hand")]
    Unusual(#[from] Unusual),
    /// What would come out is no glossary.
    #[error("the entry cannot be written so that it is read again as it is")]
    Changed,
    /// The glossary cannot be read.
    #[error("the glossary has mistakes; correct them first")]
    Unreadable(Vec<Problem>),
}

/// `yaml` with `concepts` in it, each after its neighbour: by id where the ids are in order, else after
/// the last entry of its kind, else at the end.
///
/// # Errors
///
/// An id or an English that is there already, and a text whose lines cannot be told apart. Nothing is
/// written then.
pub fn insert(path: &str, yaml: &str, concepts: &[Concept]) -> Result<String, Refused> {
    let loaded = load(path, yaml).map_err(Refused::Unreadable)?;
    for (number, concept) in concepts.iter().enumerate() {
        refuse_duplicate(concept, &loaded)?;
        if concepts[..number].iter().any(|it| it.id == concept.id) {
            return Err(Refused::Taken(concept.id.clone()));
        }
    }
    // A list that says it is empty is opened.
    let opened = loaded
        .glossary
        .entries
        .is_empty()
        .then(|| yaml.replacen("entries: []", "entries:", 1));
    let yaml = opened.as_deref().unwrap_or(yaml);
    let layout = Layout::of(yaml, &loaded)?;
    let ending = if yaml.contains("\r\n") { "\r\n" } else { "\n" };
    let indent = layout.indent.unwrap_or(2);
    let spaced = is_spaced(yaml, &layout);
    let mut opening = String::new();
    if layout.items.is_empty() && !has_open_list(yaml) {
        opening.push_str("entries:\n");
    }
    // By place, so that several new entries at one place keep their order.
    let mut at: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut sorted: Vec<&Concept> = concepts.iter().collect();
    let in_order = is_sorted(&layout);
    if in_order {
        sorted.sort_by(|a, b| a.id.cmp(&b.id));
    }
    for concept in sorted {
        let text = entry_yaml(concept, loaded.glossary.kind, indent);
        let place = place_of(concept, &layout, &loaded, in_order);
        at.entry(place).or_default().push(text);
    }
    let mut new = String::with_capacity(yaml.len() + 512);
    let mut done = 0;
    for (place, texts) in at {
        new += &yaml[done..place];
        if !new.ends_with('\n') {
            new += ending;
        }
        let first = layout.items.first().is_some_and(|it| it.lead >= place);
        let mut text = std::mem::take(&mut opening);
        for (number, entry) in texts.iter().enumerate() {
            let apart = spaced && !(layout.items.is_empty() && number == 0);
            if apart && !first {
                text.push('\n');
            }
            text += entry;
            if apart && first {
                text.push('\n');
            }
        }
        new += &text.replace('\n', ending);
        done = place;
    }
    new += &yaml[done..];
    verified(path, &loaded, concepts, &new)
        .then_some(new)
        .ok_or(Refused::Changed)
}

fn refuse_duplicate(concept: &Concept, loaded: &Loaded) -> Result<(), Refused> {
    for entry in &loaded.glossary.entries {
        if entry.id.value == concept.id {
            return Err(Refused::Taken(concept.id.clone()));
        }
        let kind = entry.kind.or(loaded.glossary.kind).unwrap_or(Kind::Term);
        let mine = concept.kind.or(loaded.glossary.kind).unwrap_or(Kind::Term);
        let english = std::iter::once(&entry.en).chain(&entry.also_en);
        let same = |it: &String| !it.is_empty() && it.to_lowercase() == concept.en.to_lowercase();
        let arabic = entry.ar.as_ref().map_or("", |it| it.value.as_str());
        // One English word may have two senses; one with the same Arabic is the same sense.
        if kind == mine && english.into_iter().any(same) && arabic == concept.ar {
            return Err(Refused::Duplicate(entry.id.value.clone()));
        }
    }
    Ok(())
}

/// The byte that a new entry is written at: the end of its neighbour, or the beginning of the first.
fn place_of(concept: &Concept, layout: &Layout, loaded: &Loaded, in_order: bool) -> usize {
    let Some((first, last)) = layout.items.first().zip(layout.items.last()) else {
        return layout.head.end;
    };
    if in_order {
        return match layout.items.iter().rfind(|it| it.id < concept.id) {
            Some(neighbour) => neighbour.body.end,
            None => first.lead,
        };
    }
    let wanted = concept.kind.or(loaded.glossary.kind);
    let kinds = loaded
        .glossary
        .entries
        .iter()
        .map(|it| it.kind.or(loaded.glossary.kind));
    let mut same = layout.items.iter().zip(kinds).filter(|it| it.1 == wanted);
    same.next_back().map_or(last.body.end, |it| it.0.body.end)
}

/// Whether a new entry belongs where its id is in order: nearly every id is.
fn is_sorted(layout: &Layout) -> bool {
    let pairs = layout.items.windows(2);
    let wrong = pairs.filter(|it| it[0].id > it[1].id).count();
    layout.items.len() > 2 && wrong * 20 <= layout.items.len()
}

/// Whether blank lines stand between entries.
fn is_spaced(yaml: &str, layout: &Layout) -> bool {
    let between = layout.items.iter().skip(1);
    let blank = between
        .clone()
        .filter(|it| yaml[it.span.start..it.lead].contains('\n'));
    blank.count() * 2 >= between.count()
}

fn has_open_list(yaml: &str) -> bool {
    yaml.lines().any(|it| {
        it.strip_prefix("entries:")
            .is_some_and(|it| it.trim().is_empty() || it.trim().starts_with('#'))
    })
}

/// Whether `new` says what `old` said, and `concepts`.
fn verified(path: &str, old: &Loaded, concepts: &[Concept], new: &str) -> bool {
    let Ok(new) = load(path, new) else {
        return false;
    };
    let mut left: Vec<&Concept> = concepts.iter().collect();
    let mut kept = old.glossary.entries.iter();
    for entry in &new.glossary.entries {
        let is = Concept::from(entry);
        if let Some(at) = left.iter().position(|it| it.id == is.id) {
            let mut wanted = left.remove(at).clone();
            if wanted.kind == old.glossary.kind {
                wanted.kind = None;
            }
            let mut is = is;
            if is.kind == old.glossary.kind {
                is.kind = None;
            }
            if is != wanted {
                return false;
            }
        } else if kept.next().map(Concept::from) != Some(is) {
            return false;
        }
    }
    left.is_empty() && kept.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundled;

    fn term(id: &str, kind: Option<Kind>) -> Concept {
        Concept {
            id: id.into(),
            kind,
            en: format!("English of {id}"),
            ar: "عبارة".into(),
            ..Concept::default()
        }
    }

    #[test]
    fn an_entry_is_written_beside_its_neighbour() {
        let yaml = "title: x\nentries:\n  # heads\n  - id: a\n    ar: ا\n\n  - id: c\n    ar: ج\n\n  # last\n  - id: e\n    ar: ه";
        let text = insert(
            "g",
            yaml,
            &[term("d", None), term("b", None), term("z", None)],
        )
        .unwrap();
        insta::assert_snapshot!(text);
    }

    #[test]
    fn unsorted_glossaries_are_kept_by_kind() {
        let yaml = "title: x\nkind: term\nentries:\n  - {id: z, ar: ا}\n  - {id: n, kind: idiom, ar: ب}\n  - {id: b, ar: ج}\n";
        let text = insert("g", yaml, &[term("a", Some(Kind::Idiom))]).unwrap();
        let wanted = "  - {id: n, kind: idiom, ar: ب}\n  - id: a\n    kind: idiom\n";
        assert!(text.contains(wanted), "{text}");
    }

    #[test]
    fn an_empty_glossary_and_other_line_ends() {
        let text = insert("g", "title: x\r\nentries: []\r\n", &[term("a", None)]).unwrap();
        assert!(
            text.starts_with("title: x\r\nentries:\r\n  - id: a\r\n"),
            "{text:?}"
        );
        assert!(insert("g", "title: x\n", &[term("a", None)]).is_ok());
    }

    #[test]
    fn what_is_there_is_not_written_again() {
        let yaml = "title: x\nentries:\n  - {id: a, en: Word, ar: عبارة}\n";
        let taken = insert("g", yaml, &[term("a", None)]);
        assert_eq!(taken, Err(Refused::Taken("a".into())));
        let mut other = term("b", None);
        other.en = "word".into();
        assert_eq!(
            insert("g", yaml, &[other]),
            Err(Refused::Duplicate("a".into()))
        );
    }

    /// Into every shipped glossary: nothing but the new lines is new.
    #[test]
    fn nothing_else_of_a_shipped_glossary_changes() {
        for (path, yaml) in bundled::files() {
            let new = term("m-new-entry", Some(Kind::Calque));
            let text = insert(path, yaml, &[new]).unwrap_or_else(|it| panic!("{path}: {it}"));
            let diff = similar::TextDiff::from_lines(*yaml, &text);
            let deleted = diff
                .iter_all_changes()
                .any(|it| it.tag() == similar::ChangeTag::Delete);
            assert!(!deleted, "{path}");
        }
    }
}
