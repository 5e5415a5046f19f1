//! How names are spelt in Latin and in Arabic letters.

mod bytes;
mod candidates;
mod letters;
mod matrix;
mod ngram;
mod parts;
mod recurrent;
mod resemblance;
mod skeleton;

pub use candidates::{Candidate, candidates, fingerprints, score_pair};
pub use resemblance::{resembles, spelling_distance};
pub use skeleton::skeletons;
