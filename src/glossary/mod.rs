//! Glossaries: what an editor writes in YAML, and what it comes to.
//!
//! [`load`] reads a file, [`lint`] says what an entry must have besides the right shape, [`compile`]
//! makes patterns and forms of it. The shipped glossaries are compiled when the program is built
//! (`crate::bundled`); a user's lie over them in [`Glossaries`].

mod compile;
mod compiled;
mod english;
mod extend;
mod lint;
mod load;
mod mend;
mod near;
mod overlay;
mod people;
mod rewrite;
mod schema;
mod vocabulary;

pub use compile::compile;
pub use compiled::{Compiled, CompiledAvoid, CompiledEntry, EnglishAvoid, Focuses, Name, Target};
pub use extend::extend;
pub use lint::{TestLine, lint, test_lines};
pub use load::{Loaded, limits, load, place, position};
pub use mend::mend;
pub use near::{NearIndex, NearName};
pub use overlay::{EntryRef, Glossaries, Match, NameMatch};
pub use people::{LatinIndex, LatinName};
pub use rewrite::{Rewritten, rewrite};
pub use schema::{Avoid, Entry, GenderName, Glossary, Kind, NameType, Why, Word, json_schema};
pub use vocabulary::Vocabulary;
