//! Runs rules over documents: see [`Linter`].
//!
//! Pure and `Sync`: no file, no clock, the same report for the same text on any machine and any
//! number of threads.

mod english;
mod fingerprint;
mod fixing;
mod informed;
mod interval;
mod laws;
mod linter;
mod overlap;
mod pairing;
mod score;
mod self_test;
mod suppression;

pub use fingerprint::{Fingerprints, hash_of};
pub use fixing::{Fixed, fix};
pub use interval::{Faults, Interval, LEVEL};
pub use linter::{Linter, Report, Thresholds, UnknownSelector};
pub use pairing::{Pairing, SentencePair};
pub use score::{Score, word_count};
pub use self_test::{Failure, self_test, self_test_entry};
