//! Texts, places in them, and the maps between them. Knows no language.
//!
//! Four texts of one passage are in play: the bytes of the file, the same decoded, the prose of one
//! segment, and that prose folded for matching. A place in one is not a place in another, so
//! [`Span`] carries the text it belongs to in its type, and only an [`OffsetMap`] turns one into
//! the other.

mod edit;
mod encoding;
mod lines;
mod map;
mod span;

pub use edit::{Edit, apply, conflict};
pub use encoding::{Decoded, Encoding, Unencodable, decode, encode, written};
pub use lines::{LineIndex, Position};
pub use map::{MapBuilder, OffsetMap};
pub use span::{InDecoded, InFile, InFold, InSegment, Span};
