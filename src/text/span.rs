//! A place in a text, typed by the text it counts in: see [`Span`].

use std::{
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    ops::Range,
};

/// The bytes of the file, in the file's own encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InFile {}

/// The file's text decoded to UTF-8, without its byte order mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InDecoded {}

/// The prose of one segment, markup removed and escapes decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InSegment {}

/// A segment's prose, folded for matching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InFold {}

/// A half-open range of bytes in the text `T`.
///
/// Invariant: `start <= end`, both below 4 GiB (files over 2 GiB are refused before any span of
/// them is made), and both on character boundaries of that text.
pub struct Span<T> {
    start: u32,
    end: u32,
    text: PhantomData<T>,
}

impl<T> Span<T> {
    /// The bytes of `range`.
    ///
    /// # Panics
    ///
    /// When the range ends before it starts or lies past 4 GiB.
    pub fn new(range: Range<usize>) -> Span<T> {
        assert!(range.start <= range.end, "{range:?} ends before it starts");
        let offset = |it: usize| u32::try_from(it).expect("texts are shorter than 4 GiB");
        Span {
            start: offset(range.start),
            end: offset(range.end),
            text: PhantomData,
        }
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// As a range, to cut the text with.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether it is a point between two characters, as an insertion is.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span<T>) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` is a byte of this.
    pub fn contains(self, other: Span<T>) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Span<T>) -> Span<T> {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
            text: PhantomData,
        }
    }
}

// By hand: deriving would ask the same of `T`, which is only a label.
impl<T> Clone for Span<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Span<T> {}
impl<T> PartialEq for Span<T> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}
impl<T> Eq for Span<T> {}
impl<T> PartialOrd for Span<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Span<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start, self.end).cmp(&(other.start, other.end))
    }
}
impl<T> Hash for Span<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.start, self.end).hash(state);
    }
}
impl<T> fmt::Debug for Span<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
