//! Ids that do not follow the convention: words of small letters and digits, one hyphen between two.

use super::{Context, Remark};
use crate::{
    diagnostic::{Applicability, Category, Message, Severity},
    glossary::place,
};

pub(super) fn check(context: &Context<'_>, remarks: &mut Vec<Remark>) {
    for (file, written) in context.files.iter().enumerate() {
        for entry in &written.loaded.glossary.entries {
            let id = &entry.id.value;
            // A character that has no place in an id is an error of the loader's already.
            if !id.starts_with('-') && !id.ends_with('-') && !id.contains("--") {
                continue;
            }
            let words: Vec<&str> = id.split('-').filter(|it| !it.is_empty()).collect();
            let better = words.join("-");
            remarks.push(Remark {
                file,
                check: "glossary/id",
                entry: Some(id.clone()),
                severity: Severity::Minor,
                category: Category::Spelling,
                span: context.places[file].value(place(&entry.id), id),
                message: Message::new(
                    format!("the id `{id}` has a hyphen that joins no two words"),
                    format!("في المعرّف «{id}» واصلة لا تصل بين كلمتين"),
                ),
                // Articles may name the id to silence it.
                fix: (!better.is_empty()).then_some((Applicability::Suggested, better)),
            });
        }
    }
}
