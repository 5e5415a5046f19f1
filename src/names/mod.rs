//! How names are spelt in Latin and in Arabic letters.

mod resemblance;

pub use resemblance::{resembles, spelling_distance};
