//! What is true of English, as far as comparing a translation with its source needs it: words and
//! their lemmas, sentences, numbers, and what looks like a name.

pub mod inflect;
pub mod lemma;
pub mod names;
pub mod numbers;
pub mod words;

pub use inflect::{Form, form_of, inflected};
pub use lemma::lemmas;
pub use names::{NameRun, names};
pub use numbers::numbers;
pub use words::{English, EnglishKind, EnglishToken};
