//! Text inside Markdown, where it is nothing but text: see [`escaped`].

use super::{isolate, visible};
use crate::diagnostic::Language;

/// `text` so that no character of it is Markdown, HTML, a link, a mention or the number of an
/// issue. It must be safe to show already and hold no line end.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // Services look for mentions in the page, not in the Markdown: an escaped one counts.
            // A comment parts it there, as it parts addresses, which are linked by themselves.
            '@' => out.push_str("@<!-- -->"),
            '#' => out.push_str("\\#<!-- -->"),
            ':' if text[at + 1..].starts_with("//") => out.push_str(":<!-- -->"),
            '.' if ends_with_www(&text[..at]) => out.push_str("<!-- -->."),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '!' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            // At the start of a line they begin lists and headings.
            '+' | '-' | '=' if at == 0 => {
                out.push('\\');
                out.push(c);
            }
            '.' if at > 0 && text[..at].bytes().all(|it| it.is_ascii_digit()) => {
                out.push_str("\\.");
            }
            c => out.push(c),
        }
    }
    out
}

fn ends_with_www(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 3 && bytes[bytes.len() - 3..].eq_ignore_ascii_case(b"www")
}

/// Markdown that is read from right to left whatever stands around it.
pub(super) fn right_to_left(markdown: &str) -> String {
    format!("<bdi dir=\"rtl\">\u{2067}{markdown}\u{2069}</bdi>")
}

/// A message: safe to show, in order, and nothing but text.
pub(super) fn shown(text: &str, language: Language) -> String {
    let text = visible(text.trim_start_matches('\u{200F}'));
    if language == Language::Arabic {
        return right_to_left(&escaped(&text));
    }
    let text = escaped(&isolate(&text));
    // Tags hold, where a service shows the page without the isolates.
    text.replace('\u{2068}', "<bdi>\u{2068}")
        .replace('\u{2069}', "\u{2069}</bdi>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_markup() {
        let text = "<img src=x onerror=y> **b** [l](https://x) @desk #12 www.x.org `c` | $x$ \\";
        assert_eq!(
            escaped(text),
            "&lt;img src=x onerror=y&gt; \\*\\*b\\*\\* \\[l\\]\\(https:<!-- -->//x\\) @<!-- -->desk \
             \\#<!-- -->12 www<!-- -->.x.org \\`c\\` \\| \\$x\\$ \\\\"
        );
        assert_eq!(escaped("- x"), "\\- x");
        assert_eq!(escaped("12. x"), "12\\. x");
        assert_eq!(
            shown("“محكمة” is", Language::English),
            "“<bdi>\u{2068}محكمة\u{2069}</bdi>” is"
        );
    }
}
