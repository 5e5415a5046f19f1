//! A translation beside its source: which sentences answer which, and which words.
//!
//! [`Source::read`] and [`Target`] are the two sides, [`align`] pairs their sentences by length and
//! by what they share (numbers, names, words of the bilingual lexicon), and [`links`] pairs the words
//! of two sentences. Nothing here judges the translation.

mod beads;
mod items;
mod lexicon;
mod links;
mod patterns;
mod roots;
mod sides;

pub use beads::{Alignment, Bead, align, align_units};
pub use items::{Item, ItemKind, items};
pub use lexicon::{Lexicon, lexicon};
pub use links::{Link, links};
pub use patterns::{Concept, Concepts, Evidence};
pub use roots::{root_keys, word_keys};
pub use sides::{Sentence, Source, SourceSegment, Target, TargetSegment, text_of};
