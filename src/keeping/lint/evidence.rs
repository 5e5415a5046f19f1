//! Entries that do not tell where they come from: who judges them in a year has to start anew.

use super::{Context, Remark};
use crate::{
    diagnostic::{Category, Message, Severity},
    glossary::place,
};

pub(super) fn check(context: &Context<'_>, remarks: &mut Vec<Remark>) {
    for (file, written) in context.files.iter().enumerate() {
        for entry in &written.loaded.glossary.entries {
            let fields = [
                ("note", entry.note.is_none()),
                ("source", entry.source.is_none()),
                ("date", entry.date.is_none()),
            ];
            let missing: Vec<&str> = fields.iter().filter(|it| it.1).map(|it| it.0).collect();
            // An entry that changes one of ours has its evidence there.
            if missing.is_empty() || entry.extends.is_some() {
                continue;
            }
            let id = &entry.id.value;
            let missing = missing.join(", ");
            remarks.push(Remark {
                file,
                check: "glossary/no-evidence",
                entry: Some(id.clone()),
                severity: Severity::Neutral,
                category: Category::WrongTerm,
                span: context.places[file].value(place(&entry.id), id),
                message: Message::new(
                    format!("`{id}` does not tell: {missing}"),
                    format!("لا يذكر «{id}»: {missing}"),
                ),
                fix: None,
            });
        }
    }
}
