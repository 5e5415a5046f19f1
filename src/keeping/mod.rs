//! Keeping glossaries over the years: checked, laid out, measured. Pure: what is read and written is
//! text, and the program does the reading and writing.

pub mod bless;
pub mod coverage;
pub mod format;
pub mod lint;
pub mod lookup;
pub mod stats;
pub mod tree;
pub mod usage;
