//! Keeping glossaries over the years: entries written into a file, taken from decisions and from other
//! forms, compared and merged. Pure: what is read and written is text.

pub mod concept;
pub mod diff;
pub mod exchange;
pub mod insert;
pub mod layout;
pub mod learn;
pub mod merge;
pub mod mine;
pub mod trial;
pub mod written;

pub use concept::{Avoided, Concept};
