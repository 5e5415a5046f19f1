//! A file as its format sees it: segments of prose, and the way back to the bytes.
//!
//! Parsing never fails: what cannot be read is a problem beside the segments that can, and the rest
//! of the file is still checked.

mod directive;
mod escape;
mod plain;
// Used by the formats that are not plain text.
#[cfg(test)]
mod prose;

use crate::{
    diagnostic::{Message, Problem},
    text::{
        Decoded, Encoding, InDecoded, InFile, InSegment, LineIndex, OffsetMap, Position, Span,
        decode,
    },
};

pub use directive::Directive;
pub use escape::Escape;

/// How a file is cut into segments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A paragraph a line.
    #[default]
    Plain,
}

/// A file as read.
#[derive(Debug)]
pub struct Document {
    decoded: Decoded,
    lines: LineIndex,
    /// In the order of the file.
    pub segments: Vec<Segment>,
    /// What the author asked to be left alone.
    pub directives: Vec<Directive>,
}

/// One paragraph or translation unit.
#[derive(Debug)]
pub struct Segment {
    /// Where it stands.
    pub span: Span<InDecoded>,
    /// The unit of a bilingual file.
    pub unit: Option<String>,
    /// What it was translated from, where the file holds both.
    pub source: Option<String>,
    /// How a fix is written.
    pub escape: Escape,
    /// Its text, where that is not the text of its span.
    derived: Option<Derived>,
}

/// What a format makes of a decoded file.
#[derive(Debug, Default)]
struct Parsed {
    segments: Vec<Segment>,
    directives: Vec<Directive>,
    /// What could not be read, with its place; the segments are those that could.
    broken: Vec<(usize, Message)>,
}

/// Prose that is not a plain stretch of the file.
#[derive(Debug)]
struct Derived {
    text: String,
    map: OffsetMap<InDecoded, InSegment>,
}

impl Document {
    /// Reads `bytes`, the content of `path`, which only names it in problems.
    pub fn parse(path: &str, bytes: Vec<u8>, format: Format) -> (Document, Vec<Problem>) {
        let decoded = decode(bytes);
        let lines = LineIndex::new(&decoded.text);
        let parsed = match format {
            Format::Plain => plain::parse(&decoded.text),
        };
        let document = Document {
            decoded,
            lines,
            segments: parsed.segments,
            directives: parsed.directives,
        };
        let mut problems = document.broken_bytes(path);
        let broken = parsed.broken.into_iter();
        problems.extend(
            broken.map(|(at, message)| Problem::fatal(path, message).at(document.position(at))),
        );
        (document, problems)
    }

    /// The text of the whole file, decoded.
    pub fn text(&self) -> &str {
        &self.decoded.text
    }

    /// The encoding of the file.
    pub fn encoding(&self) -> Encoding {
        self.decoded.encoding
    }

    /// The prose of `segment`.
    pub fn prose<'d>(&'d self, segment: &'d Segment) -> &'d str {
        match &segment.derived {
            Some(derived) => &derived.text,
            None => &self.decoded.text[segment.span.range()],
        }
    }

    /// The bytes of the file that a place in `segment` was read from, and where they begin and end
    /// for people.
    pub fn place(
        &self,
        segment: &Segment,
        span: Span<InSegment>,
    ) -> (Span<InFile>, Position, Position) {
        let decoded = if let Some(derived) = &segment.derived {
            derived.map.to_a(span)
        } else {
            let base = segment.span.start();
            Span::new(base + span.start()..base + span.end())
        };
        let position = |offset| self.lines.position(&self.decoded.text, offset);
        (
            self.decoded.in_file(decoded),
            position(decoded.start()),
            position(decoded.end()),
        )
    }

    /// The line of the file of this number, from 1, without its end.
    pub fn line(&self, number: u32) -> &str {
        self.lines.line(&self.decoded.text, number)
    }

    /// Where a place of the decoded text stands for people.
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.decoded.text, offset)
    }

    /// Where byte `at` of the file stands for people.
    pub fn position_in_file(&self, at: usize) -> Position {
        self.position(self.decoded.in_text(at))
    }

    /// The column of byte `at` of the file, counted from 1 in the bytes of the line as UTF-8.
    pub fn byte_column(&self, at: usize) -> u32 {
        self.lines.byte_column(self.decoded.in_text(at))
    }

    /// The text that stands in these bytes of the file, markup and all.
    pub fn text_in_file(&self, span: Span<InFile>) -> &str {
        &self.decoded.text[self.decoded.in_text(span.start())..self.decoded.in_text(span.end())]
    }

    fn broken_bytes(&self, path: &str) -> Vec<Problem> {
        const MOST: usize = 20;
        let broken = &self.decoded.broken;
        let mut problems: Vec<Problem> = broken
            .iter()
            .take(MOST)
            .zip(self.decoded.text.match_indices('\u{FFFD}'))
            .map(|(byte, (at, _))| {
                let encoding = self.decoded.encoding;
                let message = Message::new(
                    format!("byte {byte} is not valid {encoding}; the rest of the file is checked"),
                    format!("البايت {byte} غير صالح في ترميز {encoding}؛ فُحصت بقية الملف"),
                );
                Problem::fatal(path, message).at(self.position(at))
            })
            .collect();
        if broken.len() > MOST {
            let more = broken.len() - MOST;
            problems.push(Problem::fatal(
                path,
                Message::new(
                    format!("{more} more bytes are not valid {}", self.decoded.encoding),
                    format!(
                        "{more} بايت أخرى غير صالحة في ترميز {}",
                        self.decoded.encoding
                    ),
                ),
            ));
        }
        problems
    }
}
