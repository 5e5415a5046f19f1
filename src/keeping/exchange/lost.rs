//! What a form of exchange cannot hold, so that nothing is dropped silently: see [`Lost`].

use std::collections::BTreeMap;

use crate::keeping::concept::Concept;

/// How many examples of a loss are named.
const EXAMPLES: usize = 3;

/// Fields that were left out, each with the number of times and the first entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    by_field: BTreeMap<String, (usize, Vec<String>)>,
}

impl Lost {
    /// Notes that `field` of entry `id` is left out.
    pub fn add(&mut self, field: &str, id: &str) {
        let known = self.by_field.entry(field.to_owned()).or_default();
        known.0 += 1;
        if known.1.len() < EXAMPLES && !known.1.iter().any(|it| it == id) {
            known.1.push(id.to_owned());
        }
    }

    /// Nothing was.
    pub fn is_empty(&self) -> bool {
        self.by_field.is_empty()
    }

    /// The fields, how often each was left out, and where first.
    pub fn iter(&self) -> impl Iterator<Item = (&str, usize, &[String])> {
        self.by_field
            .iter()
            .map(|it| (it.0.as_str(), it.1.0, it.1.1.as_slice()))
    }
}

/// Notes the fields in which `held` says less than `concept`.
pub fn lost_fields(concept: &Concept, held: &Concept, lost: &mut Lost) {
    let (all, kept) = (concept.fields(), held.fields());
    for (name, value) in &all {
        if kept.get(name) != Some(value) {
            lost.add(name, &concept.id);
        }
    }
}
