//! The line of an article around a finding, the finding marked in it: see [`Snippets`].
//!
//! The mark stands in the line, where reading order holds it in its place however a terminal
//! reorders Arabic. A row of carets below would point at other words.

use super::{
    bidi::{CLOSE, OPEN},
    escape::visible,
};
use crate::{
    diagnostic::{Diagnostic, Finding, Fix, PlacedFix, Replacement, Severity},
    document::Document,
    marked,
    text::{Edit, Encoding, InSegment, Span},
};

/// How many characters are shown on each side of a finding.
const AROUND: usize = 60;
/// How many characters of a finding itself are shown.
const MOST: usize = 240;

/// Finds the lines of findings that come in the order of the text.
pub(super) struct Snippets<'d> {
    document: &'d Document,
    /// The last place found: line, column, and byte in the line. A file without line ends would
    /// otherwise be walked from its start for each finding.
    last: (u32, u32, usize),
}

/// A line cut to what is shown, as it stands in the file.
pub(super) struct Cropped<'d> {
    pub(super) before: &'d str,
    pub(super) found: &'d str,
    pub(super) after: &'d str,
    /// Something was cut off on this side.
    pub(super) cut: (bool, bool),
}

impl<'d> Snippets<'d> {
    pub(super) fn of(document: &'d Document) -> Snippets<'d> {
        Snippets {
            document,
            last: (0, 1, 0),
        }
    }

    /// The line with the finding between underlines, for a terminal with colours.
    pub(super) fn colored(&mut self, diagnostic: &Diagnostic) -> String {
        let it = self.crop(diagnostic);
        let found = match it.found {
            "" => "‸".into(),
            found => visible(found),
        };
        let (open, close) = ellipses(it.cut);
        let (before, after) = (visible(it.before), visible(it.after));
        let style = style(diagnostic.severity);
        format!("{OPEN}{open}{before}{style}{OPEN}{found}{CLOSE}\x1b[0m{after}{close}{CLOSE}")
    }

    /// The line with `{found|fix}` in it, without colours.
    pub(super) fn marked(&mut self, diagnostic: &Diagnostic) -> String {
        let it = self.crop(diagnostic);
        let text = [it.before, it.found, it.after].concat();
        let anchor = it.before.len();
        let span = Span::new(anchor..anchor + it.found.len());
        let encoding = self.document.encoding();
        let back = |edit: (&Edit, &String)| {
            let at =
                |offset: usize| locate(&text, anchor, diagnostic.span.start(), offset, encoding);
            Some(Replacement {
                span: Span::new(at(edit.0.span.start())?..at(edit.0.span.end())?),
                text: edit.1.clone(),
            })
        };
        let fix = |it: &PlacedFix| Fix {
            title: None,
            applicability: it.applicability,
            edits: it
                .edits
                .iter()
                .zip(&it.replacements)
                .filter_map(back)
                .collect(),
        };
        let finding = Finding {
            span,
            message: diagnostic.message.clone(),
            severity: diagnostic.severity,
            confidence: diagnostic.confidence,
            fixes: diagnostic
                .fixes
                .iter()
                .map(fix)
                .filter(|it| touches(it, span))
                .collect(),
            entry: None,
        };
        let (open, close) = ellipses(it.cut);
        format!("{open}{}{close}", visible(&marked::mark(&text, &[finding])))
    }

    /// The line, in three parts.
    pub(super) fn crop(&mut self, diagnostic: &Diagnostic) -> Cropped<'d> {
        let line = self.document.line(diagnostic.start.line);
        let start = self.byte_of(line, diagnostic);
        let rest = &line[start..];
        // A finding that runs over the end of its line is shown as far as the line goes.
        let len = if rest.starts_with(diagnostic.found.as_str()) {
            diagnostic.found.len()
        } else if diagnostic.end.line == diagnostic.start.line {
            let chars = (diagnostic.end.column - diagnostic.start.column) as usize;
            rest.char_indices().nth(chars).map_or(rest.len(), |it| it.0)
        } else {
            rest.len()
        };
        let (found, after) = rest.split_at(len);
        if let Some((cut, _)) = found.char_indices().nth(MOST) {
            let (before, before_cut) = tail(&line[..start]);
            return Cropped {
                before,
                found: &found[..cut],
                after: "",
                cut: (before_cut, true),
            };
        }
        let (before, before_cut) = tail(&line[..start]);
        let (after, after_cut) = head(after);
        Cropped {
            before,
            found,
            after,
            cut: (before_cut, after_cut),
        }
    }

    fn byte_of(&mut self, line: &str, diagnostic: &Diagnostic) -> usize {
        let at = diagnostic.start;
        let (last_line, last_column, last_byte) = self.last;
        let (column, byte) = if last_line == at.line && last_column <= at.column {
            (last_column, last_byte)
        } else {
            (1, 0)
        };
        let rest = &line[byte..];
        let ahead = (at.column - column) as usize;
        let byte = byte + rest.char_indices().nth(ahead).map_or(rest.len(), |it| it.0);
        self.last = (at.line, at.column, byte);
        byte
    }
}

/// Underlined, in the colour of the severity.
pub(super) fn style(severity: Severity) -> &'static str {
    match severity {
        Severity::Neutral => "\x1b[4;36m",
        Severity::Minor => "\x1b[4;33m",
        Severity::Major => "\x1b[4;31m",
        Severity::Critical => "\x1b[1;4;35m",
    }
}

pub(super) fn ellipses(cut: (bool, bool)) -> (&'static str, &'static str) {
    let sign = |cut| if cut { "…" } else { "" };
    (sign(cut.0), sign(cut.1))
}

/// The end of `text`, from the start of a word on, and whether something is left out.
fn tail(text: &str) -> (&str, bool) {
    let Some((at, _)) = text.char_indices().rev().nth(AROUND) else {
        return (text.trim_start(), false);
    };
    let kept = &text[at..];
    match kept.find(char::is_whitespace) {
        Some(space) if !kept[space..].trim().is_empty() => (kept[space..].trim_start(), true),
        _ => (kept, true),
    }
}

/// The start of `text`, up to the end of a word, and whether something is left out.
fn head(text: &str) -> (&str, bool) {
    let Some((at, _)) = text.char_indices().nth(AROUND + 1) else {
        return (text.trim_end(), false);
    };
    let kept = &text[..at];
    match kept.rfind(char::is_whitespace) {
        Some(space) if !kept[..space].trim().is_empty() => (kept[..space].trim_end(), true),
        _ => (kept, true),
    }
}

/// Whether a fix changes the finding itself. One whose edits all lie outside of what is shown
/// would look like a fix that keeps it.
fn touches(fix: &Fix, span: Span<InSegment>) -> bool {
    fix.edits.iter().any(|it| span.contains(it.span))
}

/// The byte of `text` that byte `offset` of the file was read to, where `anchor` of the text was
/// read from byte `from` of the file. Nothing where it lies outside, or inside a character.
fn locate(
    text: &str,
    anchor: usize,
    from: usize,
    offset: usize,
    encoding: Encoding,
) -> Option<usize> {
    // The length of what could not be decoded is not known.
    let width = |c: char| match (c, encoding) {
        ('\u{FFFD}', _) => None,
        (c, Encoding::Utf8) => Some(c.len_utf8()),
        (c, Encoding::Utf16Le | Encoding::Utf16Be) => Some(2 * c.len_utf16()),
        (_, Encoding::Windows1256) => Some(1),
    };
    let mut at = anchor;
    let mut here = from;
    if offset >= from {
        for c in text[anchor..].chars() {
            if here >= offset {
                break;
            }
            here += width(c)?;
            at += c.len_utf8();
        }
    } else {
        for c in text[..anchor].chars().rev() {
            if here <= offset {
                break;
            }
            here = here.checked_sub(width(c)?)?;
            at -= c.len_utf8();
        }
    }
    (here == offset).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_between_words() {
        let long = "كلمة ".repeat(40);
        let (kept, cut) = tail(&long);
        assert!(cut && kept.starts_with("كلمة") && kept.chars().count() <= AROUND);
        let (kept, cut) = head(&long);
        assert!(cut && kept.ends_with("كلمة") && kept.chars().count() <= AROUND);
        assert_eq!(head("قصير "), ("قصير", false));
        // Nothing to cut at: anywhere between two characters.
        assert!(tail(&"ك".repeat(100)).1);
    }

    #[test]
    fn places_of_the_file_are_found_again_in_any_encoding() {
        let text = "من باب a";
        let anchor = "من ".len();
        assert_eq!(
            locate(text, anchor, 100, 106, Encoding::Utf8),
            Some(anchor + 6)
        );
        assert_eq!(
            locate(text, anchor, 100, 103, Encoding::Windows1256),
            Some(anchor + 6)
        );
        assert_eq!(locate(text, anchor, 100, 94, Encoding::Utf16Le), Some(0));
        assert_eq!(locate(text, anchor, 100, 101, Encoding::Utf8), None);
        assert_eq!(locate(text, anchor, 100, 900, Encoding::Utf8), None);
    }
}
