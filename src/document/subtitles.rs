//! Subtitles, SubRip and WebVTT: a cue is a segment, its number its unit. A sentence may run over
//! the lines of a cue; each line that begins with a dash is another speaker's.

use std::ops::Range;

use super::{Directive, Escape, Parsed, prose::Prose};
use crate::text::Span;

/// The cues of a SubRip file.
pub(super) fn parse_srt(text: &str) -> Parsed {
    Reader::new(text, false).read()
}

/// The cues of a WebVTT file; notes, styles and regions are left out.
pub(super) fn parse_vtt(text: &str) -> Parsed {
    Reader::new(text, true).read()
}

struct Reader<'t> {
    text: &'t str,
    /// The lines that are left.
    lines: std::iter::Peekable<Lines<'t>>,
    vtt: bool,
    parsed: Parsed,
    /// The unit of the last cue.
    unit: Option<String>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, vtt: bool) -> Reader<'t> {
        Reader {
            text,
            lines: Lines { text, at: 0 }.peekable(),
            vtt,
            parsed: Parsed::default(),
            unit: None,
        }
    }

    fn read(mut self) -> Parsed {
        let mut first = true;
        while let Some(block) = self.block() {
            self.one(&block, std::mem::take(&mut first));
        }
        self.parsed
    }

    /// The lines up to an empty one.
    fn block(&mut self) -> Option<Vec<Range<usize>>> {
        let text = self.text;
        let empty = |it: &Range<usize>| text[it.clone()].trim().is_empty();
        while self.lines.next_if(empty).is_some() {}
        let mut block = Vec::new();
        while let Some(line) = self.lines.next_if(|it| !empty(it)) {
            block.push(line);
        }
        (!block.is_empty()).then_some(block)
    }

    fn one(&mut self, block: &[Range<usize>], first: bool) {
        let text = self.text;
        let line = |number: usize| block.get(number).map_or("", |it| text[it.clone()].trim());
        let word = line(0).split([' ', '\t']).next().unwrap_or_default();
        let aside = ["STYLE", "REGION"].contains(&word) || (first && word == "WEBVTT");
        if self.vtt && (aside || word == "NOTE") {
            for span in block {
                let found = Directive::on_line(&text[span.clone()], Span::new(span.clone()));
                self.parsed.directives.extend(found.map(|it| Directive {
                    covers: self.parsed.segments.len(),
                    ..it
                }));
            }
            return;
        }
        let Some(timing) = (0..block.len().min(2)).find(|it| line(*it).contains("-->")) else {
            self.parsed.broke(
                block[0].start,
                "text without a time; it is checked as if it were of the cue before it",
                "نص بلا توقيت؛ فُحص كأنه من المقطع الذي قبله",
            );
            self.cue(block);
            return;
        };
        let start = line(timing).split("-->").next().unwrap_or_default();
        self.unit = Some(if timing == 1 { line(0) } else { start.trim() }.to_owned());
        self.cue(&block[timing + 1..]);
    }

    /// The text of a cue.
    fn cue(&mut self, lines: &[Range<usize>]) {
        let mut prose = Prose::default();
        let mut end = None;
        for line in lines {
            let speaks = self.text[line.clone()]
                .trim_start()
                .starts_with(['-', '–', '—']);
            if speaks {
                self.add(std::mem::take(&mut prose));
            } else if let Some(end) = end.filter(|_| !prose.text().is_empty()) {
                prose.hold(end..line.start, " ");
            }
            self.line(line.clone(), &mut prose);
            end = Some(line.end);
        }
        self.add(prose);
    }

    fn add(&mut self, prose: Prose) {
        let escape = if self.vtt {
            Escape::Cue
        } else {
            Escape::Subtitle
        };
        if let Some(mut segment) = prose.segment(escape) {
            segment.unit.clone_from(&self.unit);
            self.parsed.segments.push(segment);
        }
    }

    /// A line without its tags.
    fn line(&self, line: Range<usize>, prose: &mut Prose) {
        let (mut kept, mut at) = (line.start, line.start);
        while let Some(next) = self.text[at..line.end].find(['<', '{', '&']) {
            at += next;
            let rest = &self.text[at..line.end];
            let reference = REFERENCES
                .iter()
                .find(|it| self.vtt && rest.starts_with(it.0));
            let len = match rest.as_bytes()[0] {
                b'<' => tag(rest, self.vtt),
                b'{' if rest.starts_with("{\\") => override_code(rest),
                _ => reference.map(|it| it.0.len()),
            };
            let Some(len) = len else {
                at += 1;
                continue;
            };
            if kept < at {
                prose.keep(self.text, kept..at);
            }
            if let Some((_, stands_for)) = reference {
                prose.replace(at..at + len, stands_for);
            }
            at += len;
            kept = at;
        }
        if kept < line.end {
            prose.keep(self.text, kept..line.end);
        }
    }
}

/// The character references of WebVTT.
const REFERENCES: [(&str, &str); 6] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&nbsp;", "\u{A0}"),
    ("&lrm;", "\u{200E}"),
    ("&rlm;", "\u{200F}"),
];

/// The most bytes of a tag: a long line of opening brackets is not looked through for each.
const MOST: usize = 300;

/// The length of the code that `text` begins with, as `{\an8}`, which puts a cue at the top.
fn override_code(text: &str) -> Option<usize> {
    let head = &text.as_bytes()[..text.len().min(MOST)];
    memchr::memchr(b'}', head).map(|it| it + 1)
}

/// The length of the tag that `text` begins with; in WebVTT times are tags too.
fn tag(text: &str, vtt: bool) -> Option<usize> {
    let head = &text.as_bytes()[..text.len().min(MOST)];
    let end = memchr::memchr2(b'>', b'<', &head[1..])? + 1;
    let name = *head[1..].strip_prefix(b"/").unwrap_or(&head[1..]).first()?;
    let named = name.is_ascii_alphabetic() || (vtt && (name.is_ascii_digit() || name == b'>'));
    (head[end] == b'>' && named).then_some(end + 1)
}

/// The lines of a text without their ends.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = self
            .text
            .as_bytes()
            .get(self.at..)
            .filter(|it| !it.is_empty())?;
        let len = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let line = self.at..self.at + len;
        let crlf = rest[len..].starts_with(b"\r\n");
        self.at = line.end + if crlf { 2 } else { 1 };
        Some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::trial::{prose, silenced};

    #[track_caller]
    fn check(parsed: &Parsed, text: &str, expect: &[(&str, &str)]) {
        let units = parsed
            .segments
            .iter()
            .map(|it| it.unit.as_deref().unwrap_or(""));
        let found: Vec<(&str, &str)> = units.zip(prose(text, parsed)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_cue_is_a_segment_and_a_dash_another_speaker() {
        let text = "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>قال</i> الوزير\r\n{\\an8}إن بلاده\r\n\r\n\
                    2\r\n00:00:03,000 --> 00:00:04,000\r\n- نعم\r\n- لا\r\n";
        check(
            &parse_srt(text),
            text,
            &[("1", "قال الوزير إن بلاده"), ("2", "- نعم"), ("2", "- لا")],
        );
    }

    #[test]
    fn notes_and_styles_are_no_text() {
        let text = "WEBVTT - عنوان\n\nSTYLE\n::cue { color: red }\n\nNOTE fasih: ignore[a/b]\n\n\
                    00:01.000 --> 00:02.000 align:start\n<v ليلى>نعم &amp; <00:01.500>لا\n\n\
                    x\n00:03.000 --> 00:04.000\nثان";
        let parsed = parse_vtt(text);
        check(&parsed, text, &[("00:01.000", "نعم & لا"), ("x", "ثان")]);
        assert_eq!(silenced(text, &parsed), ["نعم & لا"]);
    }

    #[test]
    fn text_behind_an_empty_line_is_told_and_checked() {
        let text = "1\n00:00:01,000 --> 00:00:02,000\nأول\n\nتتمة\n";
        let parsed = parse_srt(text);
        check(&parsed, text, &[("1", "أول"), ("1", "تتمة")]);
        assert_eq!(parsed.broken.len(), 1);
    }
}
