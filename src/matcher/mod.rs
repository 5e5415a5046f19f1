//! Many patterns at once over one segment.
//!
//! Three steps. A [`Lexicon`] holds every inflected form of every word that a pattern asks for, by
//! its fold, in flat tables that need no loading. [`read`] cuts the clitics off each word of the
//! text and looks what is left up: the [`Readings`] of the segment. A [`Program`] is the patterns
//! spelt out; each waits at its rarest word, so that a text is asked only about patterns one of
//! whose rare words it holds, and the cost of a check hardly grows with the glossary.
//!
//! Matching is directed: forms are inflected when a glossary is compiled, clitics are split when a
//! text is read. Measured on gold text in the research, that finds 99.9 % of the uses of a word, and
//! 99.7 % of what it finds are uses.

mod hash;
mod lexicon;
mod program;
mod read;
mod search;
mod shape;

pub use lexicon::{Form, FormKind, Lexeme, LexemeId, Lexicon, LexiconBuilder, LexiconParts};
pub use program::{Place, Program, ProgramBuilder, Way};
pub use read::{Barrier, Known, Reading, Readings, WordAt, read};
pub use search::{Hit, occurs, search, search_everywhere};
pub use shape::{shape, without_conjunction};
