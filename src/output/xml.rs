//! Text inside XML: see [`escaped`].

use std::fmt::Write;

use super::escape::is_steering;

/// `text` for the content of an element or of an attribute in either quote. White space other than
/// blanks and characters that steer a line are written as references, so that a reader gets them
/// back and a terminal does not. What XML cannot hold at all is written as `\u{1B}`.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\u{0}'..='\u{8}'
            | '\u{B}'
            | '\u{C}'
            | '\u{E}'..='\u{1F}'
            | '\u{FFFE}'
            | '\u{FFFF}' => {
                let _ = write!(out, "\\u{{{:X}}}", u32::from(c));
            }
            c if c.is_control() || is_steering(c) => {
                let _ = write!(out, "&#x{:X};", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_text_back() {
        let text = "a\"b'<c>&\n\t\r\u{202E}\u{85}ق";
        let xml = format!("<x y=\"{0}\">{0}</x>", escaped(text));
        assert!(!xml.contains(['\n', '\u{202E}']));
        let document = roxmltree::Document::parse(&xml).unwrap();
        assert_eq!(document.root_element().attribute("y"), Some(text));
        assert_eq!(document.root_element().text(), Some(text));
        assert_eq!(escaped("\u{1B}[2J\u{FFFF}"), "\\u{1B}[2J\\u{FFFF}");
    }
}
