//! Text made safe to show: nothing in a file may move a terminal's cursor or reorder its lines.

use std::{borrow::Cow, fmt::Write};

/// Characters that steer the order of a line, or that nobody sees. The joiners (U+200C, U+200D)
/// are not among them: they shape letters and move nothing.
pub(super) fn is_steering(c: char) -> bool {
    matches!(
        c,
        '\u{061C}'
            | '\u{180E}'
            | '\u{200B}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// Whether `c` is a control character, or one that steers the order of a line.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_control() || is_steering(c)
}

/// `text` with control characters and bidi controls written as `\u{202E}`, and tabs as spaces.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_control() || is_steering(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\t' => out.push(' '),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() || is_steering(c) => {
                let _ = write!(out, "\\u{{{:X}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// The same line by line: the ends of lines stay.
pub(super) fn visible_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (line, end) = line.strip_suffix('\n').map_or((line, ""), |it| (it, "\n"));
        out += &visible(line);
        out += end;
    }
    out
}

/// JSON that means the same and holds no such character: inside a JSON text they can only stand in
/// a string, where `\u202e` is read back as the character.
pub fn visible_json(json: String) -> String {
    if !json.contains(|c: char| c.is_control() || is_steering(c)) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if c.is_control() || is_steering(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown_and_letters_are_kept() {
        let text = "قال\u{202E} \u{1B}[31m\tنعم\u{200C}\r";
        assert_eq!(visible(text), "قال\\u{202E} \\u{1B}[31m نعم\u{200C}\\r");
        assert!(matches!(visible("كلام عادي"), Cow::Borrowed(_)));
        assert_eq!(visible_lines("+\u{202E}a\n-b\n"), "+\\u{202E}a\n-b\n");
    }

    #[test]
    fn json_is_read_back_the_same() {
        let text = "a\u{202E}\u{E0041}\u{7F}ب";
        let json = visible_json(serde_json::to_string(text).unwrap());
        assert!(!json.contains('\u{202E}'));
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
