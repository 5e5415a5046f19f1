//! A file as its format sees it: segments of prose, and the way back to the bytes.
//!
//! Parsing never fails: what cannot be read is a problem beside the segments that can, and the rest
//! of the file is still checked.

mod csv;
mod detect;
mod directive;
mod docx;
mod escape;
mod flow;
mod front_matter;
mod html;
mod icu;
mod json;
mod json_reader;
mod jsonl;
mod language;
mod literal;
mod markdown;
mod placeholder;
mod plain;
mod po;
mod prose;
mod reference;
mod script;
mod subtitles;
mod tags;
mod tmx;
#[cfg(test)]
mod trial;
mod unit_path;
mod xliff;
mod xml;
mod yaml;

use std::borrow::Cow;

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
    /// Tags, and text between them.
    Html,
    /// CommonMark with front matter.
    Markdown,
    /// A message catalogue of gettext.
    Po,
    /// A translation memory.
    Tmx,
    /// Bilingual units: versions 1.2, 2.0 and 2.1.
    Xliff,
    /// A table whose fields end at commas or semicolons.
    Csv,
    /// A document of Word: read, and never changed. Places are those in its text.
    Docx,
    /// Messages by key, nested or not.
    Json,
    /// An object a line, each with a text.
    Jsonl,
    /// Subtitles of SubRip.
    Srt,
    /// A table whose fields end at tabs.
    Tsv,
    /// Subtitles of WebVTT.
    Vtt,
    /// Messages by key, nested or not.
    Yaml,
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
    /// What a line of JSONL calls itself.
    pub id: Option<String>,
    origin: Origin,
}

/// Where a document begins that is part of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Bytes of the file before it.
    pub offset: usize,
    /// Lines of the file before it.
    pub lines: u32,
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
    /// What the last line of JSONL calls itself.
    id: Option<String>,
    /// What could not be read, with its place; the segments are those that could.
    broken: Vec<(usize, Message)>,
}

/// Prose that is not a plain stretch of the file.
#[derive(Debug)]
struct Derived {
    text: String,
    map: OffsetMap<InDecoded, InSegment>,
}

impl Parsed {
    /// Notes that the file could not be read at `at`. A file that is broken all over is not listed
    /// to its end.
    fn broke(&mut self, at: usize, en: &'static str, ar: &'static str) {
        const MOST: usize = 20;
        if self.broken.len() < MOST {
            self.broken.push((at, Message::fixed(en, ar)));
        }
    }

    /// Has `directives` cover the unit whose first segment is `first`; none where it has no
    /// segment, as a message without a translation.
    fn cover(&mut self, first: usize, directives: Vec<Directive>) {
        let covers = if first < self.segments.len() {
            first
        } else {
            usize::MAX
        };
        let covering = directives.into_iter().map(|it| Directive { covers, ..it });
        self.directives.extend(covering);
    }

    /// Puts segments in the order of the file, and has each directive cover the first one that
    /// ends after it: the one it stands in, or the next.
    fn arrange(&mut self) {
        self.segments.sort_by_key(|it| it.span.start());
        let mut number = 0;
        for directive in &mut self.directives {
            let before = |it: &Segment| it.span.end() <= directive.span.start();
            while self.segments.get(number).is_some_and(before) {
                number += 1;
            }
            directive.covers = number;
        }
    }
}

impl Segment {
    /// Its prose is the text of its span as it stands.
    pub fn is_verbatim(&self) -> bool {
        self.derived.is_none() && self.escape == Escape::Verbatim
    }

    /// The part of [`Document::text`] that a place in its prose was read from.
    pub fn in_text(&self, span: Span<InSegment>) -> Span<InDecoded> {
        if let Some(derived) = &self.derived {
            return derived.map.to_a(span);
        }
        let base = self.span.start();
        Span::new(base + span.start()..base + span.end())
    }
}

impl Document {
    /// Reads `bytes`, the content of `path`, which only names it in problems.
    pub fn parse(path: &str, bytes: Vec<u8>, format: Format) -> (Document, Vec<Problem>) {
        Document::parse_part(path, bytes, format, Origin::default())
    }

    /// Reads `bytes` that begin at `origin` in `path`; places are places of the whole file.
    pub fn parse_part(
        path: &str,
        bytes: Vec<u8>,
        format: Format,
        origin: Origin,
    ) -> (Document, Vec<Problem>) {
        let (decoded, extracted) = if format == Format::Docx {
            let docx::Extract { text, parsed } = docx::read(bytes);
            (Decoded::of_text(text), parsed)
        } else {
            (decode(bytes), Parsed::default())
        };
        let lines = LineIndex::new(&decoded.text);
        let parsed = match format {
            Format::Plain => plain::parse(&decoded.text),
            Format::Html => html::parse(&decoded.text),
            Format::Markdown => markdown::parse(&decoded.text),
            Format::Po => po::parse(&decoded.text),
            Format::Tmx => tmx::parse(&decoded.text),
            Format::Xliff => xliff::parse(&decoded.text),
            Format::Csv => csv::parse(&decoded.text),
            Format::Docx => extracted,
            Format::Json => json::parse(&decoded.text),
            Format::Jsonl => jsonl::parse(&decoded.text),
            Format::Srt => subtitles::parse_srt(&decoded.text),
            Format::Tsv => csv::parse_tsv(&decoded.text),
            Format::Vtt => subtitles::parse_vtt(&decoded.text),
            Format::Yaml => yaml::parse(&decoded.text),
        };
        let document = Document {
            decoded,
            lines,
            segments: parsed.segments,
            directives: parsed.directives,
            id: parsed.id,
            origin,
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

    /// Bytes of the file could not be decoded: its text is not the whole of it.
    pub fn is_broken(&self) -> bool {
        !self.decoded.broken.is_empty()
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
        let decoded = segment.in_text(span);
        let in_file = self.decoded.in_file(decoded);
        let base = self.origin.offset;
        (
            Span::new(base + in_file.start()..base + in_file.end()),
            self.position(decoded.start()),
            self.position(decoded.end()),
        )
    }

    /// `text` as the file has it in place of `span`; `None` where the format cannot hold it there,
    /// or `span` was read from several stretches, so that a tag or a placeholder would be lost.
    pub fn write<'t>(
        &self,
        segment: &Segment,
        span: Span<InSegment>,
        text: &'t str,
    ) -> Option<Cow<'t, str>> {
        let whole = segment.derived.as_ref().map(|it| it.map.is_whole(span));
        let written = segment
            .escape
            .write(text)
            .filter(|_| whole.unwrap_or(true))?;
        let place = segment.in_text(span);
        let (before, after) = (&self.text()[..place.start()], &self.text()[place.end()..]);
        let fits = segment.escape.fits(before, &written, after);
        fits.then_some(written)
    }

    /// Whether `directive` is about the segment of this number: the one that it covers, or one of
    /// the same unit after it, as the plural forms of a message are.
    pub fn covers(&self, directive: &Directive, segment: usize) -> bool {
        if directive.covers == segment {
            return true;
        }
        let Some(after) = self.segments.get(directive.covers..=segment) else {
            return false;
        };
        let unit = after.first().and_then(|it| it.unit.as_ref());
        unit.is_some() && after.iter().all(|it| it.unit.as_ref() == unit)
    }

    /// The line of the file of this number, from 1, without its end.
    pub fn line(&self, number: u32) -> &str {
        let number = number - self.origin.lines;
        self.lines.line(&self.decoded.text, number)
    }

    /// Where a place of the decoded text stands for people.
    pub fn position(&self, offset: usize) -> Position {
        let position = self.lines.position(&self.decoded.text, offset);
        Position {
            line: position.line + self.origin.lines,
            ..position
        }
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
