//! What the tests of formats ask of what was parsed.

use super::Parsed;

/// The prose of each segment.
pub(super) fn prose<'a>(text: &'a str, parsed: &'a Parsed) -> Vec<&'a str> {
    let segments = parsed.segments.iter();
    segments
        .map(|it| match &it.derived {
            Some(derived) => derived.text.as_str(),
            None => &text[it.span.range()],
        })
        .collect()
}

/// The prose of the segment that each directive covers.
pub(super) fn silenced<'a>(text: &'a str, parsed: &'a Parsed) -> Vec<&'a str> {
    let prose = prose(text, parsed);
    let directives = parsed.directives.iter();
    directives
        .filter_map(|it| prose.get(it.covers).copied())
        .collect()
}
