//! Strings as data formats write them: escapes undone, and prose made of what they say. See
//! [`Literal`].

use std::ops::Range;

use super::{
    Escape, Segment,
    icu::{self, Part},
    prose::{OBJECT, Prose},
};

/// What a string of a file says, and where each part of that was read from.
#[derive(Debug, Default)]
pub(super) struct Literal {
    text: String,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
struct Piece {
    file: Range<usize>,
    text: Range<usize>,
    /// Copied byte for byte.
    kept: bool,
}

/// What the text of a string is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// What a program shows, with placeholders and tags.
    Message,
    /// An article or a piece of one.
    Text,
}

/// The unit that a string belongs to.
#[derive(Clone, Debug, Default)]
pub(super) struct Unit {
    /// Its key.
    pub(super) id: Option<String>,
    /// What it was translated from.
    pub(super) source: Option<String>,
}

impl Literal {
    /// Copies `span` of `file`.
    pub(super) fn keep(&mut self, file: &str, span: Range<usize>) {
        if let Some(last) = self.pieces.last_mut()
            && last.kept
            && last.file.end == span.start
        {
            last.file.end = span.end;
            last.text.end += span.len();
        } else if !span.is_empty() {
            let text = self.text.len()..self.text.len() + span.len();
            let file = span.clone();
            self.pieces.push(Piece {
                file,
                text,
                kept: true,
            });
        }
        self.text.push_str(&file[span]);
    }

    /// Writes `text` for `span` of the file.
    pub(super) fn replace(&mut self, span: Range<usize>, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push(Piece {
            file: span,
            text: start..self.text.len(),
            kept: false,
        });
    }

    /// What it says.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What it says, for good.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Adds its prose to `segments`: a line a segment, as in plain text, and with the line of the
    /// source that belongs to it where the two have as many lines. `escape` is told the number of
    /// the line.
    pub(super) fn segments(
        &self,
        file: &str,
        kind: Kind,
        unit: &Unit,
        escape: impl Fn(usize) -> Escape,
        segments: &mut Vec<Segment>,
    ) {
        let source: Option<Vec<&str>> = unit
            .source
            .as_ref()
            .map(|it| lines(it).map(|line| &it[line]).collect());
        let whole = source
            .as_ref()
            .is_some_and(|it| it.len() != lines(&self.text).count());
        let trimmed = trimmed(&self.text, 0..self.text.len());
        let cut: Vec<Range<usize>> = match kind {
            _ if whole => vec![trimmed],
            // A choice may run over lines.
            Kind::Message if self.text.contains('{') => vec![trimmed],
            Kind::Message | Kind::Text => lines(&self.text).collect(),
        };
        for (number, line) in cut.iter().enumerate() {
            let source = match &source {
                Some(lines) if !whole && cut.len() == lines.len() => Some(lines[number].to_owned()),
                _ => unit.source.clone(),
            };
            let unit = Unit {
                id: unit.id.clone(),
                source,
            };
            let before = &self.text.as_bytes()[..line.start];
            let escape = escape(memchr::memchr_iter(b'\n', before).count());
            match kind {
                Kind::Text => {
                    let mut prose = Prose::default();
                    self.write(file, line.clone(), &mut prose);
                    add(prose, unit, escape, segments);
                }
                Kind::Message => self.message(file, line.clone(), &unit, escape, 0, segments),
            }
        }
    }

    /// Adds a message and the texts of its choices.
    fn message(
        &self,
        file: &str,
        span: Range<usize>,
        unit: &Unit,
        escape: Escape,
        depth: usize,
        segments: &mut Vec<Segment>,
    ) {
        let message = icu::cut(&self.text, span, depth > 0);
        let mut prose = Prose::default();
        for part in &message.parts {
            match part {
                Part::Prose(span) => self.write(file, span.clone(), &mut prose),
                Part::Placeholder(span) => prose.hold(self.in_file(span.clone()), OBJECT),
                // What follows is kept at its own place; between the two lies the tag.
                Part::Tag(_) => {}
            }
        }
        add(prose, unit.clone(), escape, segments);
        if depth < icu::DEEPEST {
            for branch in message.branches {
                let branch = trimmed(&self.text, branch);
                self.message(file, branch, unit, escape, depth + 1, segments);
            }
        }
    }

    /// Writes `span` of what it says.
    fn write(&self, file: &str, span: Range<usize>, prose: &mut Prose) {
        for piece in self.pieces_of(&span) {
            let text = piece.text.start.max(span.start)..piece.text.end.min(span.end);
            if piece.kept {
                let start = piece.file.start + (text.start - piece.text.start);
                prose.keep(file, start..start + text.len());
            } else if text.start == piece.text.start || prose.text().is_empty() {
                prose.replace(piece.file.clone(), &self.text[text]);
            } else {
                // The rest of it.
                prose.replace(piece.file.end..piece.file.end, &self.text[text]);
            }
        }
    }

    /// Where `span` of what it says stands in the file.
    fn in_file(&self, span: Range<usize>) -> Range<usize> {
        let pieces = self.pieces_of(&span);
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
            return 0..0;
        };
        let start = if first.kept {
            first.file.start + (span.start - first.text.start)
        } else {
            first.file.start
        };
        let end = if last.kept {
            last.file.end - (last.text.end - span.end)
        } else {
            last.file.end
        };
        start..end
    }

    fn pieces_of(&self, span: &Range<usize>) -> &[Piece] {
        let first = self.pieces.partition_point(|it| it.text.end <= span.start);
        let last = self.pieces.partition_point(|it| it.text.start < span.end);
        &self.pieces[first..last.max(first)]
    }
}

fn add(prose: Prose, unit: Unit, escape: Escape, segments: &mut Vec<Segment>) {
    segments.extend(prose.segment(escape).map(|it| Segment {
        unit: unit.id,
        source: unit.source,
        ..it
    }));
}

/// The lines of `text` that say something, without the space around them.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let start = text.as_ptr() as usize;
    text.split(['\n', '\r'])
        .map(move |it| it.as_ptr() as usize - start..it.as_ptr() as usize - start + it.len())
        .map(|it| trimmed(text, it))
        .filter(|it| !it.is_empty())
}

/// `span` of `text` without the space at its ends.
fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let part = &text[span.clone()];
    let start = span.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(file: &str) -> Literal {
        let mut literal = Literal::default();
        for (number, part) in file.split("\\n").enumerate() {
            let at = part.as_ptr() as usize - file.as_ptr() as usize;
            if number > 0 {
                literal.replace(at - 2..at, "\n");
            }
            literal.keep(file, at..at + part.len());
        }
        literal
    }

    fn read(file: &str, kind: Kind, source: Option<&str>) -> Vec<(String, Option<String>)> {
        let unit = Unit {
            id: None,
            source: source.map(str::to_owned),
        };
        let mut segments = Vec::new();
        literal(file).segments(file, kind, &unit, |_| Escape::Verbatim, &mut segments);
        let text = |it: Segment| (it.derived.unwrap().text, it.source);
        segments.into_iter().map(text).collect()
    }

    #[test]
    fn a_line_is_a_segment_beside_its_line_of_the_source() {
        let some = |text: &str| Some(text.to_owned());
        let file = "أول\\n\\n ثان ";
        assert_eq!(
            read(file, Kind::Text, Some("one\ntwo")),
            [
                ("أول".to_owned(), some("one")),
                ("ثان".to_owned(), some("two"))
            ]
        );
        assert_eq!(
            read(file, Kind::Text, Some("one")),
            [("أول\n\n ثان".to_owned(), some("one"))]
        );
    }

    #[test]
    fn a_choice_is_held_and_its_texts_follow() {
        let file = "لديك {n, plural,\\n one {ملف} other {# ملفات}} هنا";
        let texts: Vec<String> = read(file, Kind::Message, None)
            .into_iter()
            .map(|it| it.0)
            .collect();
        assert_eq!(texts, ["لديك \u{FFFC} هنا", "ملف", "\u{FFFC} ملفات"]);
    }
}
