//! Plain text: a line is a paragraph, as content systems and translation programs write it.

use super::{Directive, Escape, Parsed, Segment};
use crate::text::{InDecoded, Span};

/// The paragraphs of `text`, and the directives that stand on lines of their own.
pub(super) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let mut start = 0;
    while start < text.len() {
        let rest = &text[start..];
        let end = memchr::memchr2(b'\n', b'\r', rest.as_bytes());
        let len = end.unwrap_or(rest.len());
        let line = &rest[..len];
        let span: Span<InDecoded> = Span::new(start..start + len);
        match Directive::on_line(line, span) {
            Some(mut directive) => {
                directive.covers = parsed.segments.len();
                parsed.directives.push(directive);
            }
            None if !line.trim().is_empty() => parsed.segments.push(Segment {
                span,
                unit: None,
                source: None,
                escape: Escape::Verbatim,
                derived: None,
            }),
            None => {}
        }
        start += len + 1;
    }
    parsed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_paragraphs_and_directives_are_none() {
        let text = "أول\r\n\r\n# fasih: ignore[a/b]\r\nثان\rثالث";
        let Parsed {
            segments,
            directives,
            ..
        } = parse(text);
        let prose: Vec<&str> = segments.iter().map(|it| &text[it.span.range()]).collect();
        assert_eq!(prose, ["أول", "ثان", "ثالث"]);
        assert_eq!(directives.len(), 1);
        assert_eq!(directives[0].covers, 1);
    }
}
