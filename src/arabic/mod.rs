//! What is true of Arabic whatever the text: its letters, words, sentences and inflection.
//!
//! Two directions. Reading: a text becomes [`Words`] with their folds, and [`splits`] cuts the
//! clitics off a fold. Writing: [`Noun`] and [`Verb`] give every form of a word, [`join`] puts
//! clitics back on. Both share [`Clitics`] and the feature structs, so that what was read off one
//! word can be written on another.

pub mod agree;
pub mod clitics;
pub mod features;
pub mod fold;
pub mod frequency;
pub mod inflect;
pub mod letters;
pub mod lists;
pub mod nouns;
pub mod numbers;
#[cfg(test)]
mod pairs;
pub mod particles;
pub mod pronouns;
pub mod segment;
pub mod sentences;
pub mod skeleton;
pub mod verbs;
pub mod words;

pub use agree::other_gender;
pub use clitics::{Clitics, Conjunction, Particle, Split, Splits, join, splits};
pub use features::{Case, Gender, Mood, NounFeatures, Number, Person, Tense, VerbFeatures};
pub use fold::{Folded, bare, fold, fold_into, folded};
pub use frequency::{frequency, is_frequent};
pub use inflect::{Noun, NounForm, Verb, VerbForm};
pub use lists::{GivenName, INVARIABLE_TITLES, SayingVerb, Title, given_name, saying_verb, title};
pub use nouns::{ListedNoun, NounKind, listed_nouns};
pub use numbers::numbers;
pub use particles::{governs, particle, particles};
pub use pronouns::{
    Pronoun, before_pronoun, particle_with_pronoun, possessed, verb_before_pronoun,
};
pub use segment::{Segmented, segment};
pub use sentences::number_sentences;
pub use skeleton::{push_class, skeleton};
pub use verbs::{FiniteVerb, VerbUse, finite_verb, finite_verb_behind};
pub use words::{Token, TokenKind, Words, digit_value, fold_latin};
