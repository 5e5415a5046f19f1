//! From places in a derived text back to the text it was made from: see [`OffsetMap`].

use super::Span;

/// Turns places in the derived text `B` into places in the text `A` it was made from.
///
/// Invariant: the pieces are in order, and together cover both texts without gaps. Looking a place
/// up is a binary search over the pieces; a text copied whole is one piece.
#[derive(Debug, Clone)]
pub struct OffsetMap<A, B> {
    pieces: Vec<Piece<A, B>>,
}

#[derive(Debug)]
struct Piece<A, B> {
    a: Span<A>,
    b: Span<B>,
    kind: Kind,
}

impl<A, B> Clone for Piece<A, B> {
    fn clone(&self) -> Self {
        Piece { ..*self }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Copied byte for byte.
    Kept,
    /// Stands for something else, as `&` does for `&amp;`: a place inside is the whole piece.
    Replaced,
    /// Stands for something that must stay, as a placeholder of a translation must.
    Held,
    /// Left out, but part of the letter before it, as a vowel sign is.
    Mark,
    /// Left out, and part of nothing, as a tag is.
    Gap,
}

impl<A, B> OffsetMap<A, B> {
    /// The place in `A` that `span` was made from.
    pub fn to_a(&self, span: Span<B>) -> Span<A> {
        // The first piece that ends behind the span's start holds it.
        let first = self.pieces.partition_point(|it| it.b.end() <= span.start());
        let start = match self.pieces.get(first) {
            Some(it) if it.kind == Kind::Kept => it.a.start() + (span.start() - it.b.start()),
            Some(it) => it.a.start(),
            None => self.pieces.last().map_or(0, |it| it.a.end()),
        };
        let mut end = start;
        for it in &self.pieces[first..] {
            let inside = it.b.start() < span.end();
            match it.kind {
                Kind::Kept if inside && span.end() < it.b.end() => {
                    end = it.a.start() + (span.end() - it.b.start());
                    break;
                }
                Kind::Mark if end == it.a.start() && !span.is_empty() => end = it.a.end(),
                _ if inside => end = it.a.end(),
                _ => break,
            }
        }
        Span::new(start..end.max(start))
    }

    /// The place in `B` that holds what byte `at` of `A` was made into. Inside of what stands for
    /// something else, that is its start.
    pub fn to_b(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|it| it.a.end() <= at);
        match self.pieces.get(piece) {
            Some(it) if it.kind == Kind::Kept => it.b.start() + (at - it.a.start()),
            Some(it) => it.b.start(),
            None => self.pieces.last().map_or(0, |it| it.b.end()),
        }
    }

    /// Whether `span` lies in one stretch of `A`, so that replacing it cannot swallow a tag or a
    /// placeholder.
    pub fn is_whole(&self, span: Span<B>) -> bool {
        let first = self.pieces.partition_point(|it| it.b.end() <= span.start());
        !self.pieces[first..]
            .iter()
            .take_while(|it| it.b.start() < span.end())
            .any(|it| match it.kind {
                Kind::Gap => span.start() < it.b.start(),
                Kind::Held => !span.is_empty(),
                Kind::Kept | Kind::Replaced | Kind::Mark => false,
            })
    }
}

/// Builds an [`OffsetMap`] while the derived text is written. Lengths are in bytes.
#[derive(Debug)]
pub struct MapBuilder<A, B> {
    pieces: Vec<Piece<A, B>>,
    a: usize,
    b: usize,
}

impl<A, B> Default for MapBuilder<A, B> {
    fn default() -> Self {
        MapBuilder {
            pieces: Vec::new(),
            a: 0,
            b: 0,
        }
    }
}

impl<A, B> MapBuilder<A, B> {
    /// `len` bytes were copied as they are.
    pub fn kept(&mut self, len: usize) {
        if let Some(last) = self.pieces.last_mut()
            && last.kind == Kind::Kept
        {
            last.a = Span::new(last.a.start()..last.a.end() + len);
            last.b = Span::new(last.b.start()..last.b.end() + len);
            self.a += len;
            self.b += len;
            return;
        }
        self.push(Kind::Kept, len, len);
    }

    /// `a` bytes of the origin were written as `b` others.
    pub fn replaced(&mut self, a: usize, b: usize) {
        self.push(Kind::Replaced, a, b);
    }

    /// `a` bytes of the origin, which must stay what they are, were written as `b` others.
    pub fn held(&mut self, a: usize, b: usize) {
        self.push(Kind::Held, a, b);
    }

    /// `a` bytes of the origin were left out, but belong to the letter before them.
    pub fn mark(&mut self, a: usize) {
        self.push(Kind::Mark, a, 0);
    }

    /// `a` bytes of the origin were left out and belong to nothing.
    pub fn gap(&mut self, a: usize) {
        self.push(Kind::Gap, a, 0);
    }

    /// The map of what was written.
    pub fn finish(self) -> OffsetMap<A, B> {
        OffsetMap {
            pieces: self.pieces,
        }
    }

    fn push(&mut self, kind: Kind, a: usize, b: usize) {
        let piece = Piece {
            a: Span::new(self.a..self.a + a),
            b: Span::new(self.b..self.b + b),
            kind,
        };
        self.a += a;
        self.b += b;
        self.pieces.push(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{InFile, InSegment};

    /// Reads `tagged` as a file whose `<…>` are tags, and maps `needle` in its prose back.
    #[track_caller]
    fn check(tagged: &str, needle: &str, expect: &str) {
        let mut map = MapBuilder::<InFile, InSegment>::default();
        let mut prose = String::new();
        for part in tagged.split_inclusive('>') {
            let (text, tag) = part.split_at(part.find('<').unwrap_or(part.len()));
            if !text.is_empty() {
                map.kept(text.len());
            }
            if !tag.is_empty() {
                map.gap(tag.len());
            }
            prose.push_str(text);
        }
        let map = map.finish();
        let at = prose.find(needle).unwrap();
        let span = map.to_a(Span::new(at..at + needle.len()));
        assert_eq!(&tagged[span.range()], expect);
        let whole = map.is_whole(Span::new(at..at + needle.len()));
        assert_eq!(
            whole,
            !expect.contains('<'),
            "a place with a tag in it is not whole"
        );
    }

    #[test]
    fn a_span_stops_before_the_tag_that_follows_it() {
        check("قال <b>الوزير</b> إن", "الوزير", "الوزير");
    }

    #[test]
    fn a_span_across_a_tag_takes_it_in() {
        check("قال <b>الوزير</b> إن", "الوزير إن", "الوزير</b> إن");
        check("قال <b>الوزير</b> إن", "قال الوزير", "قال <b>الوزير");
    }
}
