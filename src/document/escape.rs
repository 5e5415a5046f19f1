//! How a format writes text that would mean something else as it is: see [`Escape`].

use std::borrow::Cow;

/// How a replacement is written into the file that a segment came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Escape {
    /// As it is.
    #[default]
    Verbatim,
    /// As it is where no character of it could mean anything, else not at all: front matter, CDATA
    /// sections, attributes without quotes.
    Bare,
    /// In Markdown: `\` before what would be markup.
    Markdown,
    /// In the text of an XML or HTML element: `&amp;` for `&`.
    Markup,
    /// In an attribute between quotes of either kind.
    Attribute,
    /// Nothing can be written here.
    Refused,
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
    /// In a string of gettext. A `%`, a brace or a `<` could be read as a placeholder or a tag
    /// and is refused.
    Po,
}

impl Escape {
    /// `text` as the file has it; `None` where the format cannot hold it at this place.
    pub fn write(self, text: &str) -> Option<Cow<'_, str>> {
        match self {
            Escape::Verbatim => Some(Cow::Borrowed(text)),
            Escape::Refused => None,
            Escape::Word if text.is_empty() || text.trim() != text => None,
            Escape::Word => Escape::Bare.write(text),
            Escape::Line => (!text.contains(char::is_control)).then_some(Cow::Borrowed(text)),
            Escape::Cell(end) => {
                let refused = |c: char| c == end || c == '"' || c.is_control();
                (!text.contains(refused)).then_some(Cow::Borrowed(text))
            }
            Escape::Cue => {
                let text = (!text.contains(char::is_control)).then_some(text)?;
                markup(text, false)
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
            Escape::Bare => {
                let means = |c: char| c.is_ascii_punctuation() && c != '.';
                let safe = !text.contains(|c: char| means(c) || c.is_control());
                safe.then_some(Cow::Borrowed(text))
            }
            Escape::Markdown => {
                // A line end would end the paragraph or the cell.
                (!text.contains(char::is_control)).then(|| markdown(text))
            }
            Escape::Markup => markup(text, false),
            Escape::Attribute => markup(text, true),
            Escape::Po => {
                // A line end at either end of a translation must be one of its source too.
                let refused = |c: char| matches!(c, '%' | '{' | '}' | '<' | '>') || c.is_control();
                let text = (!text.contains(refused)).then_some(text)?;
                Some(replaced(text, |c| match c {
                    '\\' => Some("\\\\"),
                    '"' => Some("\\\""),
                    _ => None,
                }))
            }
        }
    }
}

impl Escape {
    /// Whether `written` may stand between `before` and `after` of the file without the three
    /// becoming something together that none is alone.
    pub(super) fn fits(self, before: &str, written: &str, after: &str) -> bool {
        let next = written.chars().chain(after.chars()).next();
        let next = next.unwrap_or(' ');
        match self {
            Escape::Verbatim
            | Escape::Refused
            | Escape::Cell(_)
            | Escape::Line
            | Escape::Doubled(_)
            | Escape::Quoted
            | Escape::Subtitle
            | Escape::Word => true,
            Escape::Bare | Escape::Markup | Escape::Attribute | Escape::Cue => {
                let reference =
                    before.ends_with('&') && (next.is_ascii_alphanumeric() || next == '#');
                let tag =
                    before.ends_with('<') && (next.is_ascii_alphabetic() || "/!?".contains(next));
                let section = before.ends_with("]]") && next == '>';
                !(reference || tag || section)
            }
            Escape::Po => !(before.ends_with(['%', '<']) && next.is_ascii_graphic()),
            Escape::Markdown => fits_markdown(before, written, after),
        }
    }
}

/// A line with more before a place than this does not begin there.
const MOST: usize = 200;

/// Emphasis lives by the letters it touches, a block by how its first line begins, and a character
/// is escaped by a `\` before it.
fn fits_markdown(before: &str, written: &str, after: &str) -> bool {
    let letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    let (first, last) = (written.chars().next(), written.chars().next_back());
    let delimiter = ['*', '_', '~', '`'];
    let touches = before.ends_with(delimiter) || after.starts_with(delimiter);
    if touches && !(letter(first) && letter(last)) {
        return false;
    }
    if before.ends_with('\\') && !letter(first) {
        return false;
    }
    let start = before.len().saturating_sub(MOST);
    let near = before.as_bytes()[start..].rsplit(|it| matches!(it, b'\n' | b'\r'));
    let line = near.into_iter().next().unwrap_or_default();
    let begins = line.len() < MOST
        && line
            .iter()
            .all(|it| it.is_ascii_punctuation() || it.is_ascii_digit() || it.is_ascii_whitespace());
    let structural = |c: char| {
        c.is_whitespace() || c.is_ascii_digit() || (written.is_empty() && c.is_ascii_punctuation())
    };
    !begins
        || !written
            .chars()
            .chain(after.chars())
            .next()
            .is_some_and(structural)
}

/// XML has no way to write most control characters.
fn markup(text: &str, attribute: bool) -> Option<Cow<'_, str>> {
    let impossible = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    let text = (!text.contains(impossible)).then_some(text)?;
    Some(replaced(text, |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' if attribute => Some("&quot;"),
        '\'' if attribute => Some("&#39;"),
        _ => None,
    }))
}

/// Marks of emphasis, code, links, tags and tables anywhere; marks of headings and lists at the
/// start, where a line may begin.
fn markdown(text: &str) -> Cow<'_, str> {
    let anywhere = |c: char| {
        matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|'
        )
    };
    let at_start = |c: char| matches!(c, '#' | '+' | '-' | '=');
    let mut written = String::new();
    let start = text.len() - text.trim_start().len();
    for (at, c) in text.char_indices() {
        if anywhere(c) || (at == start && at_start(c)) {
            written.push('\\');
        }
        written.push(c);
    }
    if written == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(written)
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
    fn neighbours_do_not_become_markup() {
        assert!(!Escape::Markup.fits("أ&", "", "lt;") && Escape::Markup.fits("أ&", "ب", ""));
        assert!(!Escape::Bare.fits("]]", "", ">"));
        assert!(!Escape::Po.fits("5%", "", "d"));
        let markdown = |before, written, after| Escape::Markdown.fits(before, written, after);
        assert!(markdown("*", "قال", "*") && !markdown("*", "", " نعم*"));
        assert!(!markdown("- ", "", " # نعم") && !markdown("نص\n", "", "- نعم"));
        assert!(markdown("- ", "", "نعم") && !markdown("\\", "\\*", ""));
    }

    #[test]
    fn what_would_mean_something_is_escaped_or_refused() {
        check(Escape::Bare, "قال الوزير", Some("قال الوزير"));
        check(Escape::Bare, "قال: نعم", None);
        check(
            Escape::Markdown,
            "نص *مهم* [1]",
            Some("نص \\*مهم\\* \\[1\\]"),
        );
        check(Escape::Markdown, "- نص - آخر", Some("\\- نص - آخر"));
        check(Escape::Markdown, "سطر\nآخر", None);
        check(
            Escape::Markup,
            "قال \"أ&ب <ج>\"",
            Some("قال \"أ&amp;ب &lt;ج&gt;\""),
        );
        check(Escape::Markup, "\u{1}", None);
        check(Escape::Attribute, "\"أ' & ب", Some("&quot;أ&#39; &amp; ب"));
        check(Escape::Quoted, "قال \"\\\nنعم", Some("قال \\\"\\\\\\nنعم"));
        check(Escape::Quoted, "100%", None);
        check(Escape::Cell(','), "نعم، لا", Some("نعم، لا"));
        check(Escape::Cell(','), "نعم, لا", None);
        check(Escape::Word, "", None);
        check(Escape::Word, "نعم ", None);
        check(Escape::Line, "نعم\nلا", None);
        check(Escape::Cue, "أ & ب", Some("أ &amp; ب"));
        check(Escape::Doubled('"'), "قال \"نعم\"", Some("قال \"\"نعم\"\""));
        check(Escape::Subtitle, "<i>", None);
        check(Escape::Refused, "نعم", None);
        check(Escape::Po, "قال \"\\", Some("قال \\\"\\\\"));
        check(Escape::Po, "قال\nنعم", None);
        check(Escape::Po, "100%", None);
    }
}
