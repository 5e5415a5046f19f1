//! Rules about words that cannot stand side by side.

mod detached_conjunction;
mod detached_preposition;
mod doubled_preposition;
mod doubled_word;
mod future_particle;
mod jussive;
mod meant_verb;
mod negation_mood;
mod neighbours;
mod preposition_before_verb;
mod saying_particle;
mod subject;
mod title_remains;
mod weak_verbs;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[
    &detached_conjunction::RULE,
    &detached_preposition::RULE,
    &doubled_preposition::RULE,
    &doubled_word::RULE,
    &future_particle::RULE,
    &jussive::RULE,
    &negation_mood::RULE,
    &preposition_before_verb::RULE,
    &saying_particle::RULE,
    &title_remains::RULE,
];
