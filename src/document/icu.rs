//! Messages that a program fills in: what of them is prose, and what are placeholders. ICU
//! MessageFormat (`{n, plural, one {…} other {…}}`), `printf` and the braces of templates.

use std::ops::Range;

use super::placeholder;

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Words.
    Prose(Range<usize>),
    /// Stands for what the program puts there.
    Placeholder(Range<usize>),
    /// A tag of HTML, around words.
    Tag(Range<usize>),
}

/// A message cut up.
#[derive(Debug, Default)]
pub(super) struct Message {
    /// In order, without gaps.
    pub(super) parts: Vec<Part>,
    /// The texts of a plural or a choice: messages of their own, which stand inside a placeholder.
    pub(super) branches: Vec<Range<usize>>,
}

/// How deep a choice may lie in another; what lies deeper is not read.
pub(super) const DEEPEST: usize = 8;

/// Cuts `text[span]` up. `in_branch`: it is a text of a plural, in which `#` is the number.
pub(super) fn cut(text: &str, span: Range<usize>, in_branch: bool) -> Message {
    let mut message = Message::default();
    let mut prose = span.start;
    let mut at = span.start;
    // Once a brace is found to be open to the end, looking for the end of another may take as long.
    let mut open = false;
    let bytes = &text.as_bytes()[..span.end];
    while let Some(next) = bytes[at..].iter().position(|it| b"%{<#".contains(it)) {
        at += next;
        let rest = &text[at..span.end];
        let mut branches = Vec::new();
        let len = match bytes[at] {
            b'#' => in_branch.then_some(1),
            b'<' => placeholder::tag(rest),
            _ => placeholder::at(rest).or_else(|| {
                let head = choice_head(rest).filter(|_| !open)?;
                let end = closing(rest.as_bytes(), 0);
                open = end.is_none();
                branches = texts(rest, head..end? - 1);
                end
            }),
        };
        let Some(len) = len else {
            at += 1;
            continue;
        };
        if prose < at {
            message.parts.push(Part::Prose(prose..at));
        }
        message.parts.push(match bytes[at] {
            b'<' => Part::Tag(at..at + len),
            _ => Part::Placeholder(at..at + len),
        });
        let moved = branches.into_iter().map(|it| at + it.start..at + it.end);
        message.branches.extend(moved);
        at += len;
        prose = at;
    }
    if prose < span.end {
        message.parts.push(Part::Prose(prose..span.end));
    }
    message
}

/// The length of `{name, plural,` and its like.
fn choice_head(text: &str) -> Option<usize> {
    const KINDS: [&str; 3] = ["plural", "selectordinal", "select"];
    let mut at = 1 + text[1..].bytes().take_while(|it| is_name(*it)).count();
    at += white(&text[at..]);
    at += usize::from(text[at..].starts_with(',')) + white(text[at..].strip_prefix(',')?);
    at += KINDS.iter().find(|it| text[at..].starts_with(**it))?.len();
    at += white(&text[at..]);
    text[at..].starts_with(',').then_some(at + 1)
}

/// A name of an argument, with the space around it.
fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_.- ".contains(&byte)
}

fn white(text: &str) -> usize {
    let white = |it: &u8| it.is_ascii_whitespace();
    text.bytes().take_while(white).count()
}

/// The place after the brace that closes the one at `at`.
fn closing(bytes: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0;
    for brace in memchr::memchr2_iter(b'{', b'}', &bytes[at..]) {
        match bytes[at + brace] {
            b'{' => depth += 1,
            _ => depth -= 1,
        }
        if depth == 0 {
            return Some(at + brace + 1);
        }
    }
    None
}

/// The texts between the inner braces of `one {…} other {…}`.
fn texts(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let bytes = &text.as_bytes()[..span.end];
    let mut found = Vec::new();
    let mut at = span.start;
    while let Some(open) = memchr::memchr(b'{', &bytes[at..]) {
        let open = at + open;
        let Some(end) = closing(bytes, open) else {
            break;
        };
        found.push(open + 1..end - 1);
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, prose: &[&str], branches: &[&str]) {
        let message = cut(text, 0..text.len(), false);
        let words: Vec<&str> = message
            .parts
            .iter()
            .filter_map(|it| match it {
                Part::Prose(span) => Some(&text[span.clone()]),
                Part::Placeholder(_) | Part::Tag(_) => None,
            })
            .collect();
        assert_eq!(words, prose);
        let found: Vec<&str> = message
            .branches
            .iter()
            .map(|it| &text[it.clone()])
            .collect();
        assert_eq!(found, branches);
    }

    #[test]
    fn placeholders_are_no_words_and_choices_are_messages() {
        check(
            "مرحبا {name}، لديك %d رسالة <b>جديدة</b>",
            &["مرحبا ", "، لديك ", " رسالة ", "جديدة"],
            &[],
        );
        check(
            "لديك {n, plural, =0 {لا شيء} one {رسالة {x}} other {# رسائل}} هنا",
            &["لديك ", " هنا"],
            &["لا شيء", "رسالة {x}", "# رسائل"],
        );
        check("{{user}} قال {d, date, short}", &[" قال "], &[]);
        check("100% من {", &["100% من {"], &[]);
        check("{n, plural, one {أ", &["{n, plural, one {أ"], &[]);
    }
}
