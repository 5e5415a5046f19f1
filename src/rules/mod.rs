//! Every rule, a file each, grouped by what they look at.

mod agreement;
mod calques;
#[cfg(test)]
mod catalogue;
mod entries;
mod grammar;
mod idioms;
mod names;
mod practice;
mod punctuation;
mod script;
mod senses;
mod source;
mod terms;
mod titles;
#[cfg(test)]
mod trial;

use crate::rule::Rule;

pub use calques::{HABITS, Habit};

/// Every rule, in the order of the documentation.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        names::RULES,
        idioms::RULES,
        senses::RULES,
        terms::RULES,
        calques::RULES,
        titles::RULES,
        agreement::RULES,
        grammar::RULES,
        punctuation::RULES,
        script::RULES,
        source::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The rule called `id`, `group/name` or the name alone.
pub fn called(id: &str) -> Option<&'static Rule> {
    all().find(|it| it.id == id || it.name() == id)
}
