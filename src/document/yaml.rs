//! YAML message files: every scalar that is a value and says something is a message, its path of
//! keys its unit, whatever its style. Aliases are not followed: what they name is read where it
//! stands.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle};

use super::{
    Directive, Escape, Parsed,
    literal::{Kind, Literal, Unit},
    unit_path::UnitPath,
};
use crate::{diagnostic::Message, text::Span};

/// The messages of `text`, up to where it is no YAML.
pub(super) fn parse(text: &str) -> Parsed {
    let mut messages = Messages {
        text,
        parsed: Parsed::default(),
        path: UnitPath::default(),
        levels: Vec::new(),
        scalars: Vec::new(),
    };
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => messages.event(&event, span.byte_range()),
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(0);
                let at = (0..=at.min(text.len()))
                    .rev()
                    .find(|it| text.is_char_boundary(*it));
                let why = error.info();
                let message = Message::new(
                    format!("no YAML from here on: {why}"),
                    format!("من هنا ليس YAML سليمًا: {why}"),
                );
                messages.parsed.broken.push((at.unwrap_or(0), message));
                break;
            }
        }
    }
    messages.directives();
    let mut parsed = messages.parsed;
    parsed.arrange();
    parsed
}

struct Messages<'t> {
    text: &'t str,
    parsed: Parsed,
    path: UnitPath,
    levels: Vec<Level>,
    /// Where scalars stand: a `#` in one is no comment.
    scalars: Vec<Range<usize>>,
}

/// A mapping or sequence that is open.
struct Level {
    inside: Inside,
    /// It is itself a key.
    is_key: bool,
}

enum Inside {
    /// Whether a key comes, or its value.
    Mapping { key: bool },
    /// The number of the next item.
    Sequence { next: usize },
}

impl Messages<'_> {
    fn event(&mut self, event: &Event<'_>, span: Option<Range<usize>>) {
        match event {
            Event::MappingStart(..) => {
                let is_key = self.begins("?");
                let inside = Inside::Mapping { key: true };
                self.levels.push(Level { inside, is_key });
            }
            Event::SequenceStart(..) => {
                let is_key = self.begins("?");
                let inside = Inside::Sequence { next: 0 };
                self.levels.push(Level { inside, is_key });
            }
            Event::MappingEnd | Event::SequenceEnd
                // Behind a key its value comes.
                if self.levels.pop().is_none_or(|it| !it.is_key) => {
                    self.ended();
                }
            Event::Scalar(value, style, _, tag) => {
                if let Some(span) = span.clone() {
                    self.scalars.push(span);
                }
                if self.begins(value) {
                    return;
                }
                let text = tag
                    .as_ref()
                    .is_none_or(|it| it.core_suffix() == Some("str"));
                if let Some(span) = span
                    && text
                    && says_something(value, *style)
                {
                    self.message(value, *style, span);
                }
                self.ended();
            }
            Event::Alias(_) | Event::UnresolvedAlias(_)
                if !self.begins("*") => {
                    self.ended();
                }
            _ => {}
        }
    }

    /// A node begins; whether it is a key, which `shown` stands for in the path.
    fn begins(&mut self, shown: &str) -> bool {
        match self.levels.last_mut().map(|it| &mut it.inside) {
            Some(Inside::Mapping { key: key @ true }) => {
                *key = false;
                self.path.push(shown);
                true
            }
            Some(Inside::Sequence { next }) => {
                self.path.push(&next.to_string());
                *next += 1;
                false
            }
            Some(Inside::Mapping { key: false }) | None => false,
        }
    }

    /// A value has ended.
    fn ended(&mut self) {
        match self.levels.last_mut().map(|it| &mut it.inside) {
            Some(Inside::Mapping { key }) => *key = true,
            Some(Inside::Sequence { .. }) => {}
            None => return,
        }
        self.path.pop();
    }

    fn message(&mut self, value: &str, style: ScalarStyle, span: Range<usize>) {
        let unit = Unit {
            id: self.path.shown(),
            source: None,
        };
        let read = match style {
            ScalarStyle::DoubleQuoted => read(self.text, span.clone(), value, Escapes::Backslash),
            ScalarStyle::SingleQuoted => read(self.text, span.clone(), value, Escapes::Doubled),
            _ => read(self.text, span.clone(), value, Escapes::None),
        };
        let segments = &mut self.parsed.segments;
        let Some(literal) = read else {
            // Something rare in it: it is checked, and not changed.
            let mut literal = Literal::default();
            literal.replace(span, value);
            literal.segments(self.text, Kind::Text, &unit, |_| Escape::Refused, segments);
            return;
        };
        let marks = |c: char| c.is_ascii_punctuation() && c != '.';
        let first = match style {
            ScalarStyle::Plain if !literal.text().contains(marks) => Escape::Bare,
            ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => Escape::Word,
            ScalarStyle::SingleQuoted => Escape::Doubled('\''),
            ScalarStyle::DoubleQuoted => Escape::Quoted,
        };
        let escape = |line: usize| match style {
            // The first line of a block tells how far it is indented.
            ScalarStyle::Literal if line > 0 => Escape::Line,
            _ => first,
        };
        literal.segments(self.text, Kind::Message, &unit, escape, segments);
    }

    /// Directives in comments on lines of their own.
    fn directives(&mut self) {
        let mut start = 0;
        let mut scalars = self.scalars.iter().peekable();
        for line in self.text.split_inclusive(['\n', '\r']) {
            let at = start + (line.len() - line.trim_start().len());
            while scalars.next_if(|it| it.end <= at).is_some() {}
            let inside = scalars.peek().is_some_and(|it| it.start <= at);
            if !inside && self.text[at..].starts_with('#') {
                let span = Span::new(start..start + line.trim_end().len());
                let found = Directive::on_line(line, span);
                self.parsed.directives.extend(found);
            }
            start += line.len();
        }
    }
}

/// Whether a value is text, and no number or constant.
fn says_something(value: &str, style: ScalarStyle) -> bool {
    const CONSTANTS: [&str; 7] = ["true", "false", "null", "yes", "no", "on", "off"];
    let constant = || CONSTANTS.iter().any(|it| value.eq_ignore_ascii_case(it));
    value.contains(char::is_alphabetic) && (style != ScalarStyle::Plain || !constant())
}

/// How a style writes what it cannot write as it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Escapes {
    None,
    /// `''` for `'`.
    Doubled,
    /// `\n`, `\"`, `\u0627`.
    Backslash,
}

/// The scalar at `span`, whose value the parser gave: what of the value stands where. A line end
/// with the indentation after it is whatever white space the value has there.
fn read(file: &str, span: Range<usize>, value: &str, escapes: Escapes) -> Option<Literal> {
    file.get(span.clone())?;
    let bytes = file.as_bytes();
    let mut literal = Literal::default();
    let mut at = span.start + usize::from(escapes != Escapes::None);
    // White space before the first word and after the last is nobody's.
    let value = value.trim_matches(is_white);
    at += white(bytes.get(at..span.end)?);
    let mut rest = value;
    while !rest.is_empty() {
        let here = bytes.get(at).filter(|_| at < span.end)?;
        let run = white(&bytes[at..span.end]);
        let breaks = bytes[at..at + run]
            .iter()
            .any(|it| matches!(it, b'\n' | b'\r'));
        let (taken, written) = if breaks {
            let written = rest.len() - rest.trim_start_matches(is_white).len();
            (run, written)
        } else if run > 0 {
            // Kept, space for space.
            let same = rest.as_bytes().iter().zip(&bytes[at..at + run]);
            let len = same.take_while(|(a, b)| a == b).count();
            if len == 0 {
                return None;
            }
            literal.keep(file, at..at + len);
            at += len;
            rest = &rest[len..];
            continue;
        } else if *here == b'\\' && escapes == Escapes::Backslash {
            let after = *bytes.get(at + 1)?;
            let c = rest.chars().next()?;
            match after {
                b'\n' | b'\r' => (1 + white(&bytes[at + 1..span.end]), 0),
                b'x' => (4, c.len_utf8()),
                b'u' => (6, c.len_utf8()),
                b'U' => (10, c.len_utf8()),
                _ => (2, c.len_utf8()),
            }
        } else if file[at..span.end].starts_with("''") && escapes == Escapes::Doubled {
            (2, 1)
        } else {
            let c = file[at..].chars().next()?;
            rest = rest.strip_prefix(c)?;
            literal.keep(file, at..at + c.len_utf8());
            at += c.len_utf8();
            continue;
        };
        if at + taken > span.end || !file.is_char_boundary(at + taken) {
            return None;
        }
        literal.replace(at..at + taken, rest.get(..written)?);
        rest = &rest[written..];
        at += taken;
    }
    (literal.text() == value).then_some(literal)
}

fn is_white(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

fn white(bytes: &[u8]) -> usize {
    let white = |it: &&u8| matches!(it, b' ' | b'\t' | b'\n' | b'\r');
    bytes.iter().take_while(white).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::trial::{prose, silenced};

    #[track_caller]
    fn check(text: &str, expect: &[(&str, &str)]) -> Parsed {
        let parsed = parse(text);
        let units = parsed
            .segments
            .iter()
            .map(|it| it.unit.as_deref().unwrap_or(""));
        let found: Vec<(&str, &str)> = units.zip(prose(text, &parsed)).collect();
        assert_eq!(found, expect);
        parsed
    }

    #[test]
    fn scalars_are_messages_by_their_path() {
        check(
            "ar:\n  a: أول\n  b: [ثان, 'ثا''لث', 12, true]\n  c:\n  - d: رابع\n  - خامس\n? [x]\n: سادس\nz: نعم\n",
            &[
                ("ar.a", "أول"),
                ("ar.b.0", "ثان"),
                ("ar.b.1", "ثا'لث"),
                ("ar.c.0.d", "رابع"),
                ("ar.c.1", "خامس"),
                ("?.0", "x"),
                ("?", "سادس"),
                ("z", "نعم"),
            ],
        );
    }

    #[test]
    fn every_style_leads_back_to_its_letters() {
        for text in [
            "a: |\n  قال\n  الوزير نعم\n",
            "a: |2-\n   قال\n  الوزير نعم\n\nb: x",
            "a: >\n  قال الوزير\n  نعم\n",
            "a: >-\n\n  قال\n\n  الوزير نعم",
            "a: 'قال الوزير\n    نعم'\n",
            "a: \"قال\\n الوزير نعم\"",
            "a: \"ق\\u0627ل \\\n   الوزير نعم\"",
            "a: قال الوزير\n  نعم # لا\n",
            "- &x !!str قال الوزير\n- *x\n",
        ] {
            let parsed = parse(text);
            assert!(parsed.broken.is_empty(), "{text}: {:?}", parsed.broken);
            let wanted = "الوزير";
            let segment = parsed.segments.iter().find_map(|it| {
                let derived = it.derived.as_ref().unwrap();
                derived.text.find(wanted).map(|at| (it, derived, at))
            });
            let (segment, derived, at) = segment.unwrap();
            let back = derived.map.to_a(Span::new(at..at + wanted.len()));
            assert_eq!(&text[back.range()], wanted, "{text}");
            assert_ne!(segment.escape, Escape::Refused, "{text}");
        }
    }

    #[test]
    fn a_comment_covers_the_message_after_it() {
        let text = "a: أول\n# fasih: ignore[x/y]\nb: |\n  # fasih: ignore[z]\n  ثان\n";
        assert_eq!(silenced(text, &parse(text)), ["# fasih: ignore[z]"]);
    }

    #[test]
    fn what_reads_before_a_break_is_read() {
        let parsed = check("a: أول\nb: [ثان\nc: x: y", &[("a", "أول")]);
        assert_eq!(parsed.broken.len(), 1);
        let bomb = format!("a: &a نص\n{}", "b: [*a, *a]\n".repeat(1000));
        assert_eq!(parse(&bomb).segments.len(), 1);
        for open in ["[", "- ", "{a: "] {
            assert_eq!(parse(&open.repeat(100_000)).broken.len(), 1);
        }
    }
}
