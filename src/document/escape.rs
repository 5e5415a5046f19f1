//! How a format writes text that would mean something else as it is: see [`Escape`].

use std::borrow::Cow;

/// How a replacement is written into the file that a segment came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Escape {
    /// As it is.
    #[default]
    Verbatim,
    /// Nothing can be written here.
    Refused,
    /// As it is where no character of it could mean anything, else not at all: front matter, CDATA
    /// sections, attributes without quotes.
    Bare,
    /// In a field of a table that is not quoted, and ends at this character.
    Cell(char),
    /// In a cue of WebVTT: `&amp;` for `&`.
    Cue,
    /// In a line, any character but those that end or hide it.
    Line,
    /// Between marks of this kind, each of which is doubled: a quoted field, a string of YAML.
    Doubled(char),
    /// In a string between double quotes, of JSON or YAML. A `%` or a brace could be read as a
    /// placeholder and is refused.
    Quoted,
    /// In a cue of SubRip, which has no escapes.
    Subtitle,
    /// As for [`Escape::Bare`], and with no white space at its ends, nor nothing: what is around it
    /// must not come to stand at the start of a value.
    Word,
}

impl Escape {
    /// `text` as the file has it; `None` where the format cannot hold it at this place.
    pub fn write(self, text: &str) -> Option<Cow<'_, str>> {
        match self {
            Escape::Verbatim => Some(Cow::Borrowed(text)),
            Escape::Refused => None,
            Escape::Bare => {
                let means = |c: char| c.is_ascii_punctuation() && c != '.';
                let safe = !text.contains(|c: char| means(c) || c.is_control());
                safe.then_some(Cow::Borrowed(text))
            }
            Escape::Word if text.is_empty() || text.trim() != text => None,
            Escape::Word => Escape::Bare.write(text),
            Escape::Line => (!text.contains(char::is_control)).then_some(Cow::Borrowed(text)),
            Escape::Cell(end) => {
                let refused = |c: char| c == end || c == '"' || c.is_control();
                (!text.contains(refused)).then_some(Cow::Borrowed(text))
            }
            Escape::Cue => {
                let text = (!text.contains(char::is_control)).then_some(text)?;
                Some(replaced(text, |c| match c {
                    '&' => Some("&amp;"),
                    '<' => Some("&lt;"),
                    '>' => Some("&gt;"),
                    _ => None,
                }))
            }
            Escape::Doubled(mark) => {
                let text = (!text.contains(char::is_control)).then_some(text)?;
                Some(replaced(text, |c| match c {
                    '"' if mark == '"' => Some("\"\""),
                    '\'' if mark == '\'' => Some("''"),
                    _ => None,
                }))
            }
            Escape::Subtitle => {
                let refused = |c: char| matches!(c, '<' | '>' | '{' | '}') || c.is_control();
                (!text.contains(refused)).then_some(Cow::Borrowed(text))
            }
            Escape::Quoted => {
                let refused =
                    |c: char| matches!(c, '%' | '{' | '}') || (c.is_control() && c != '\n');
                let text = (!text.contains(refused)).then_some(text)?;
                Some(replaced(text, |c| match c {
                    '\\' => Some("\\\\"),
                    '"' => Some("\\\""),
                    '\n' => Some("\\n"),
                    _ => None,
                }))
            }
        }
    }
}

/// `text` with other text for some characters.
fn replaced(text: &str, by: impl Fn(char) -> Option<&'static str>) -> Cow<'_, str> {
    if !text.contains(|c| by(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match by(c) {
            Some(it) => written.push_str(it),
            None => written.push(c),
        }
    }
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(escape: Escape, text: &str, expect: Option<&str>) {
        assert_eq!(escape.write(text).as_deref(), expect, "{text:?}");
    }

    #[test]
    fn what_would_mean_something_is_escaped_or_refused() {
        check(Escape::Quoted, "قال \"\\\nنعم", Some("قال \\\"\\\\\\nنعم"));
        check(Escape::Quoted, "100%", None);
        check(Escape::Cell(','), "نعم، لا", Some("نعم، لا"));
        check(Escape::Cell(','), "نعم, لا", None);
        check(Escape::Bare, "قال الوزير", Some("قال الوزير"));
        check(Escape::Bare, "قال: نعم", None);
        check(Escape::Word, "", None);
        check(Escape::Word, "نعم ", None);
        check(Escape::Line, "نعم\nلا", None);
        check(Escape::Cue, "أ & ب", Some("أ &amp; ب"));
        check(Escape::Doubled('"'), "قال \"نعم\"", Some("قال \"\"نعم\"\""));
        check(Escape::Subtitle, "<i>", None);
        check(Escape::Refused, "نعم", None);
    }
}
