//! Rules about words that cannot stand side by side.

mod article_on_ghayr;
mod complex_preposition;
mod definite_construct;
mod detached_conjunction;
mod detached_preposition;
mod double_comparative;
mod doubled_preposition;
mod doubled_word;
mod future_particle;
mod impossible_letters;
mod jussive;
mod meant_verb;
mod negation_mood;
mod neighbours;
mod party_and_state;
mod preposition_before_verb;
mod range_without_start;
mod saying_particle;
mod sound_plural_case;
mod subject;
mod title_remains;
mod unfinished_sentence;
mod weak_plural;
mod weak_verbs;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[
    &detached_conjunction::RULE,
    &detached_preposition::RULE,
    &doubled_preposition::RULE,
    &doubled_word::RULE,
    &future_particle::RULE,
    &jussive::RULE,
    &weak_plural::RULE,
    &negation_mood::RULE,
    &preposition_before_verb::RULE,
    &saying_particle::RULE,
    &sound_plural_case::RULE,
    &definite_construct::RULE,
    &double_comparative::RULE,
    &article_on_ghayr::RULE,
    &complex_preposition::RULE,
    &impossible_letters::RULE,
    &range_without_start::RULE,
    &unfinished_sentence::RULE,
    &title_remains::RULE,
    &party_and_state::RULE,
];
