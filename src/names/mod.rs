//! How names are spelt in Latin and in Arabic letters.

mod resemblance;
mod skeleton;

pub use resemblance::{resembles, spelling_distance};
pub use skeleton::{skeleton, skeletons};
