//! Arabic inside lines of English: see [`isolate`].

use super::escape::visible;

/// First strong isolate: what follows orders itself and nothing around it.
pub(super) const OPEN: char = '\u{2068}';
/// Pop directional isolate: ends it.
pub(super) const CLOSE: char = '\u{2069}';

/// `text` with every run of right-to-left words between isolates, so that the words and marks
/// around it stay where they were written. The isolates are not seen.
pub fn isolate(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(start) = rest.find(is_right_to_left) {
        out.push_str(&rest[..start]);
        let end = end_of_run(&rest[start..]) + start;
        out.push(OPEN);
        out.push_str(&rest[start..end]);
        out.push(CLOSE);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// `text` made safe to show, as one isolate: a pattern or a sentence that holds together whatever
/// its letters.
pub fn isolated(text: &str) -> String {
    format!("{OPEN}{}{CLOSE}", visible(text))
}

/// Where the run that begins `text` ends: after its last letter, with what joins words between. A
/// quote or an arrow ends it, or two quoted words would change places.
fn end_of_run(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let placeholder = c.is_ascii_digit() && text[..at].ends_with('$');
        if is_right_to_left(c) || placeholder {
            end = at + c.len_utf8();
        } else if !joins(c) {
            break;
        }
    }
    end
}

fn joins(c: char) -> bool {
    c == ' '
        || c == '$'
        || c.is_ascii_digit()
        || matches!(c, '.' | ',' | '-' | '/' | '،' | '؛' | '؟' | '٪')
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
        && !matches!(c, '،' | '؛' | '؟' | '٪' | '٠'..='٩')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_quoted_run_is_isolated_by_itself() {
        assert_eq!(
            isolate("“محكمة” → “ملعب روسيا”"),
            "“\u{2068}محكمة\u{2069}” → “\u{2068}ملعب روسيا\u{2069}”"
        );
        assert_eq!(isolate("“في ملعب $1”"), "“\u{2068}في ملعب $1\u{2069}”");
        assert_eq!(isolate("no Arabic, 5."), "no Arabic, 5.");
        assert_eq!(isolate("و Witkoff."), "\u{2068}و\u{2069} Witkoff.");
    }
}
