//! Runs rules over documents: see [`Linter`].
//!
//! Pure and `Sync`: no file, no clock, the same report for the same text on any machine and any
//! number of threads.

mod fingerprint;
mod fixing;
mod laws;
mod linter;
mod overlap;
mod score;
mod self_test;
mod suppression;

pub use fingerprint::hash_of;
pub use fixing::{Fixed, fix};
pub use linter::{Linter, Report, Thresholds, UnknownSelector};
pub use score::{Score, word_count};
pub use self_test::{Failure, self_test};
