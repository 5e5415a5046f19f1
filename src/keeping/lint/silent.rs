//! Entries that never fire on the texts at hand: the fault they were written for may be gone, or their
//! pattern too narrow.

use super::{Context, Remark};
use crate::{
    diagnostic::{Category, Message, Severity},
    glossary::place,
    keeping::usage::can_be_found,
};

pub(super) fn check(context: &Context<'_>, remarks: &mut Vec<Remark>) {
    let Some(usage) = context.usage else {
        return;
    };
    for (at, file, entry) in context.entries() {
        if usage.contains_key(&at) || !can_be_found(context.glossaries, at) {
            continue;
        }
        let id = &entry.id.value;
        remarks.push(Remark {
            file,
            check: "glossary/never-fires",
            entry: Some(id.clone()),
            severity: Severity::Neutral,
            category: Category::WrongTerm,
            span: context.places[file].value(place(&entry.id), id),
            message: Message::new(
                format!("`{id}` finds nothing in the texts given"),
                format!("لا يجد «{id}» شيئا في النصوص المعطاة"),
            ),
            fix: None,
        });
    }
}
