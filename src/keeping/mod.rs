//! What an editor decides in a review; and glossaries kept over the years: checked, laid out, measured; entries written into a file, taken from
//! decisions and from other forms, compared and merged. Pure: what is read and written is text, and the
//! program does the reading and writing.

pub mod bless;
pub mod concept;
pub mod coverage;
pub mod diff;
pub mod exchange;
pub mod format;
pub mod insert;
pub mod layout;
pub mod learn;
pub mod lint;
pub mod lookup;
mod mending;
pub mod merge;
pub mod mine;
mod review;
pub mod stats;
pub mod tree;
pub mod trial;
pub mod usage;
pub mod written;

pub use concept::{Avoided, Concept};
pub use mending::{Refusal, mended};
pub use review::{
    Change, Decision, Review, ReviewedArticle, SCHEMA, Verdict, digest, json_schema, read,
};
