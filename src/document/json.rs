//! JSON message files: every string that is a value is a message, its path of keys its unit
//! (`menu.items.0`). What only explains a message is left out: keys that begin with `@`, as in ARB,
//! and `description` and the like beside `message` or `defaultMessage`, as in the files of browsers
//! and of FormatJS.

use std::ops::Range;

use super::{
    Escape, Parsed,
    json_reader::{Event, Reader, Stop},
    literal::{Kind, Literal, Unit},
    unit_path::UnitPath,
};

/// The messages of `text`, up to where it is no JSON.
pub(super) fn parse(text: &str) -> Parsed {
    let mut messages = Messages {
        text,
        parsed: Parsed::default(),
        path: UnitPath::default(),
        levels: Vec::new(),
    };
    if let Err(stop) = messages.read() {
        messages.parsed.broke(stop.at, stop.en, stop.ar);
    }
    let mut parsed = messages.parsed;
    parsed.arrange();
    parsed
}

struct Messages<'t> {
    text: &'t str,
    parsed: Parsed,
    path: UnitPath,
    levels: Vec<Level>,
}

/// An object or array that is open.
#[derive(Default)]
struct Level {
    /// The number of the next item, in an array.
    next: Option<usize>,
    /// The key whose value comes, and how many segments there were before it.
    key: String,
    before: usize,
    /// It has a `message`.
    has_message: bool,
    /// The segments of what would explain one.
    explains: Vec<Range<usize>>,
}

impl Messages<'_> {
    fn read(&mut self) -> Result<(), Stop> {
        let mut reader = Reader::new(self.text, 0);
        while let Some(event) = reader.next()? {
            if matches!(
                event,
                Event::Open { .. } | Event::String(_) | Event::Word(_)
            ) {
                self.item();
            }
            match event {
                Event::Key(key) => {
                    self.path.push(&key);
                    if let Some(level) = self.levels.last_mut() {
                        level.key = key;
                        level.before = self.parsed.segments.len();
                    }
                }
                Event::Open { array } => self.levels.push(Level {
                    next: array.then_some(0),
                    ..Level::default()
                }),
                Event::String(literal) => {
                    self.message(&literal);
                    self.ended();
                }
                Event::Word(_) => self.ended(),
                Event::Close => {
                    self.leave_out_explanations();
                    self.ended();
                }
            }
        }
        Ok(())
    }

    /// A value of an array has its number for a key.
    fn item(&mut self) {
        if let Some(level) = self.levels.last_mut()
            && let Some(number) = &mut level.next
        {
            self.path.push(&number.to_string());
            *number += 1;
        }
    }

    fn message(&mut self, literal: &Literal) {
        if self.levels.iter().any(|it| it.key.starts_with('@')) {
            return;
        }
        if let Some(level) = self.levels.last_mut() {
            level.has_message |= ["message", "defaultMessage"].contains(&level.key.as_str());
        }
        let unit = Unit {
            id: self.path.shown(),
            source: None,
        };
        let segments = &mut self.parsed.segments;
        literal.segments(
            self.text,
            Kind::Message,
            &unit,
            |_| Escape::Quoted,
            segments,
        );
    }

    /// A value has ended.
    fn ended(&mut self) {
        self.path.pop();
        if let Some(level) = self.levels.last_mut() {
            let explains = ["description", "placeholders", "context", "comment"];
            if level.next.is_none() && explains.contains(&level.key.as_str()) {
                level
                    .explains
                    .push(level.before..self.parsed.segments.len());
            }
        }
    }

    fn leave_out_explanations(&mut self) {
        if let Some(level) = self.levels.pop()
            && level.has_message
        {
            for span in level.explains.into_iter().rev() {
                self.parsed.segments.drain(span);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::trial::prose;

    #[track_caller]
    fn check(text: &str, expect: &[(&str, &str)]) {
        let parsed = parse(text);
        let units = parsed
            .segments
            .iter()
            .map(|it| it.unit.as_deref().unwrap_or(""));
        let found: Vec<(&str, &str)> = units.zip(prose(text, &parsed)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn strings_are_messages_by_their_path() {
        check(
            r#"{"a": "أول", "b": {"c": ["ثان", 1, {"d": "ثالث"}], "e": ""}, "f": "رابع"}"#,
            &[
                ("a", "أول"),
                ("b.c.0", "ثان"),
                ("b.c.2.d", "ثالث"),
                ("f", "رابع"),
            ],
        );
        check(r#""نص""#, &[("", "نص")]);
        check("[[],[{}],\"نص\"]", &[("2", "نص")]);
    }

    #[test]
    fn what_explains_a_message_is_none() {
        check(
            r#"{"@@locale": "ar", "t": "عنوان", "@t": {"description": "A title"}}"#,
            &[("t", "عنوان")],
        );
        check(
            r#"{"t": {"description": "x", "message": "نص", "placeholders": {"a": {"content": "$1"}}},
               "u": {"description": "وصف"}}"#,
            &[("t.message", "نص"), ("u.description", "وصف")],
        );
    }

    #[test]
    fn what_reads_before_a_break_is_read() {
        let text = r#"{"a": "أول", "b": "#;
        let parsed = parse(text);
        assert_eq!(prose(text, &parsed), ["أول"]);
        assert_eq!(parsed.broken[0].0, text.len());
    }
}
