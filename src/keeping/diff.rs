//! What differs between two versions of a glossary, by entry and field: see [`changes`].

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use similar::{ChangeTag, TextDiff};

use super::concept::{Concept, FIELDS};
use crate::glossary::Loaded;

/// What became of an entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "change")]
pub enum Change {
    /// It is new.
    Added {
        /// The entry.
        entry: Box<Concept>,
    },
    /// It is gone.
    Removed {
        /// The entry as it was.
        entry: Box<Concept>,
    },
    /// It says something else.
    Changed {
        /// Its id.
        id: String,
        /// Its id before, where it was renamed.
        #[serde(skip_serializing_if = "Option::is_none")]
        was: Option<String>,
        /// The fields, in the order they are written in.
        fields: Vec<FieldChange>,
    },
}

/// A field that differs: its values, `null` where it is not set.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FieldChange {
    /// Its name.
    pub field: &'static str,
    /// What it said.
    pub old: Value,
    /// What it says.
    pub new: Value,
}

/// The changes from `old` to `new`: first what is gone and changed, in the order of `old`, then what is
/// new, in the order of `new`. An entry under another id that is else the same is renamed.
pub fn changes(old: &Loaded, new: &Loaded) -> Vec<Change> {
    let (old, new) = (concepts(old), concepts(new));
    let by_id = |list: &[Concept]| -> BTreeMap<String, usize> {
        list.iter()
            .enumerate()
            .map(|(number, it)| (it.id.clone(), number))
            .collect()
    };
    let (old_ids, new_ids) = (by_id(&old), by_id(&new));
    // The same values under another id: by what is written in them, as the id is all that differs.
    let mut content: BTreeMap<String, &Concept> = BTreeMap::new();
    for it in new.iter().filter(|it| !old_ids.contains_key(&it.id)) {
        content.insert(without_id(it), it);
    }
    let mut renamed: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for was in &old {
        if let Some(number) = new_ids.get(&was.id) {
            let fields = fields(was, &new[*number]);
            if !fields.is_empty() {
                found.push(Change::Changed {
                    id: was.id.clone(),
                    was: None,
                    fields,
                });
            }
        } else if let Some(is) = content.remove(&without_id(was)) {
            renamed.push(&is.id);
            found.push(Change::Changed {
                id: is.id.clone(),
                was: Some(was.id.clone()),
                fields: Vec::new(),
            });
        } else {
            found.push(Change::Removed {
                entry: Box::new(was.clone()),
            });
        }
    }
    for is in &new {
        if !old_ids.contains_key(&is.id) && !renamed.contains(&is.id.as_str()) {
            found.push(Change::Added {
                entry: Box::new(is.clone()),
            });
        }
    }
    found
}

/// The entries, each with the kind it has by its glossary.
fn concepts(loaded: &Loaded) -> Vec<Concept> {
    let entries = loaded.glossary.entries.iter();
    entries
        .map(|it| Concept {
            kind: it.kind.or(loaded.glossary.kind),
            ..Concept::from(it)
        })
        .collect()
}

fn without_id(concept: &Concept) -> String {
    let mut fields = concept.fields();
    fields.remove("id");
    Value::Object(fields).to_string()
}

fn fields(old: &Concept, new: &Concept) -> Vec<FieldChange> {
    let (old, new) = (old.fields(), new.fields());
    let value = |fields: &serde_json::Map<String, Value>, name: &str| {
        fields.get(name).cloned().unwrap_or(Value::Null)
    };
    let both = FIELDS.into_iter().map(|field| FieldChange {
        field,
        old: value(&old, field),
        new: value(&new, field),
    });
    both.filter(|it| it.old != it.new).collect()
}

impl FieldChange {
    /// The change as lines: what went with `-`, what came with `+`, item by item of a list.
    pub fn lines(&self) -> Vec<(char, String)> {
        let (old, new) = (shown(&self.old), shown(&self.new));
        let mut lines = Vec::new();
        for change in TextDiff::from_slices(&refs(&old), &refs(&new)).iter_all_changes() {
            match change.tag() {
                ChangeTag::Equal => {}
                ChangeTag::Delete => lines.push(('-', change.value().to_owned())),
                ChangeTag::Insert => lines.push(('+', change.value().to_owned())),
            }
        }
        lines
    }

    /// The words of a text with what went in `[-…-]` and what came in `{+…+}`, where it is one text
    /// on both sides.
    pub fn words(&self) -> Option<String> {
        let (Value::String(old), Value::String(new)) = (&self.old, &self.new) else {
            return None;
        };
        let diff = TextDiff::from_words(old.as_str(), new.as_str());
        // Where little is kept, two texts side by side say it better.
        if diff.ratio() < 0.5 {
            return None;
        }
        let mut text = String::new();
        let mut open = ChangeTag::Equal;
        let ends = |tag| match tag {
            ChangeTag::Equal => ("", ""),
            ChangeTag::Delete => ("[-", "-]"),
            ChangeTag::Insert => ("{+", "+}"),
        };
        for change in diff.iter_all_changes() {
            if change.tag() != open {
                text += ends(open).1;
                open = change.tag();
                text += ends(open).0;
            }
            text += change.value();
        }
        text += ends(open).1;
        Some(text)
    }
}

fn refs(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).collect()
}

/// A value as lines to read, one an item.
fn shown(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.iter().map(line).collect(),
        value => vec![line(value)],
    }
}

/// A value on one line, as YAML would have it.
pub fn line(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) => {
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_by_key(|it| !matches!(it.0.as_str(), "find" | "title" | "verb" | "noun"));
            let parts = sorted.into_iter().map(|it| match it.1 {
                Value::Array(items) => {
                    let items: Vec<String> = items.iter().map(line).collect();
                    format!("{}: [{}]", it.0, items.join(", "))
                }
                value => format!("{}: {}", it.0, line(value)),
            });
            parts.collect::<Vec<_>>().join(", ")
        }
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::load;

    fn between(old: &str, new: &str) -> Vec<Change> {
        let head = "title: x\nentries:\n";
        let load = |it: &str| load("g", &format!("{head}{it}")).unwrap();
        changes(&load(old), &load(new))
    }

    #[test]
    fn order_and_layout_are_no_change() {
        let old = "  - {id: a, en: b, ar: ج}\n  - {id: c, ar: د}\n";
        let new = "  - id: c\n    ar: 'د'\n  - {ar: ج, en: b, id: a}\n";
        assert_eq!(between(old, new), []);
    }

    #[test]
    fn a_change_is_told_by_field_and_item() {
        let old = "  - {id: a, ar: ج, also: [د, ه]}\n";
        let new = "  - {id: a, ar: ج, also: [د, و]}\n";
        let [Change::Changed { fields, .. }] = &between(old, new)[..] else {
            panic!()
        };
        assert_eq!(fields[0].field, "also");
        let lines = fields[0].lines();
        assert_eq!(lines, [('-', "ه".to_owned()), ('+', "و".to_owned())]);
    }

    #[test]
    fn another_id_is_a_new_name() {
        let found = between("  - {id: a, ar: ج}\n", "  - {id: b, ar: ج}\n");
        let [Change::Changed { id, was, .. }] = &found[..] else {
            panic!("{found:?}")
        };
        assert_eq!((id.as_str(), was.as_deref()), ("b", Some("a")));
    }

    #[test]
    fn words_that_change_are_marked_in_their_text() {
        let change = FieldChange {
            field: "ar",
            old: Value::from("الكرة في محكمة روسيا"),
            new: Value::from("الكرة في ملعب روسيا"),
        };
        assert_eq!(change.words().unwrap(), "الكرة في [-محكمة-]{+ملعب+} روسيا");
    }
}
