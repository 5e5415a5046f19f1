//! The front matter of a Markdown file: what a site says of the page, in YAML (`---`) or TOML
//! (`+++`). Titles and descriptions are prose; the rest is not read.

use std::ops::Range;

use super::{Directive, Escape, Parsed, prose::Prose};
use crate::text::Span;

/// Keys whose values people read.
const KEYS: [&str; 10] = [
    "title",
    "subtitle",
    "headline",
    "description",
    "summary",
    "excerpt",
    "abstract",
    "lead",
    "caption",
    "linktitle",
];

/// Where the lines between the fences stand, and where the text after them begins.
pub(super) fn span(text: &str) -> Option<(Range<usize>, usize)> {
    let first = text.split_inclusive('\n').next()?;
    let fence = first.trim_end();
    if !matches!(fence, "---" | "+++") || !first.ends_with('\n') {
        return None;
    }
    let mut at = first.len();
    for line in text[at..].split_inclusive('\n') {
        let end = line.trim_end();
        if end == fence || (fence == "---" && end == "...") {
            return Some((first.len()..at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// Adds the titles and descriptions of `text`, and gives the place where its body begins.
pub(super) fn read(text: &str, parsed: &mut Parsed) -> usize {
    let Some((lines, body)) = span(text) else {
        return 0;
    };
    let mut at = lines.start;
    for line in text[lines].split_inclusive('\n') {
        let directive = Directive::on_line(line.trim_end(), Span::new(at..at + line.len()));
        parsed.directives.extend(directive);
        if let Some(value) = value(line) {
            let mut prose = Prose::default();
            prose.keep(text, at + value.start..at + value.end);
            parsed.segments.extend(prose.segment(Escape::Bare));
        }
        at += line.len();
    }
    body
}

/// Where the value of a line stands that is prose and needs no unescaping.
fn value(line: &str) -> Option<Range<usize>> {
    let sign = line.find([':', '='])?;
    let key = line[..sign].trim_end().to_ascii_lowercase();
    if !KEYS.contains(&key.as_str()) {
        return None;
    }
    let rest = &line[sign + 1..];
    let value = rest.trim();
    let start = sign + 1 + (rest.len() - rest.trim_start().len());
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote) {
            let len = inner.find(quote)?;
            let whole = inner[len + 1..].trim_start();
            let plain =
                !inner[..len].contains('\\') && (whole.is_empty() || whole.starts_with('#'));
            return plain.then_some(start + 1..start + 1 + len);
        }
    }
    let len = value.find(" #").unwrap_or(value.len());
    let other = |c: char| c.is_ascii_punctuation();
    (line.as_bytes()[sign] == b':' && len > 0 && !value.starts_with(other))
        .then_some(start..start + value[..len].trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::super::trial::prose;
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let mut parsed = Parsed::default();
        let body = read(text, &mut parsed);
        assert_eq!(prose(text, &parsed), expect);
        assert!(text[body..].starts_with("نص") || body == 0);
    }

    #[test]
    fn titles_are_prose_and_dates_are_not() {
        check(
            "---\ntitle: عنوان: فرعي # لا\nDescription: \"وصف 'طويل'\"\ntags: [لا]\nsummary: |\n  لا\nlead: 'ها ''لا'''\n---\nنص",
            &["عنوان: فرعي", "وصف 'طويل'"],
        );
        check("+++\ntitle = \"عنوان\"\n+++\nنص", &["عنوان"]);
        check("---\ntitle: بلا نهاية\n", &[]);
    }
}
