//! What fixing would change, as a unified diff: see [`unified`].

use similar::TextDiff;

use super::escape::visible_lines;

/// The diff of the file `path` from `old` to `new`, nothing where they are the same.
///
/// It is made for `patch` and kept to the letter, unless it is `shown` on a terminal: then control
/// characters of the file are written visibly.
pub fn unified(path: &str, old: &str, new: &str, shown: bool) -> String {
    if old == new {
        return String::new();
    }
    // `a//tmp/x` and `a/./x` are paths that no program writes.
    let path = path.trim_start_matches("./").trim_start_matches('/');
    let diff = TextDiff::from_lines(old, new);
    let text = diff
        .unified_diff()
        .context_radius(3)
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string();
    if shown { visible_lines(&text) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_lines_that_change_are_told() {
        let text = unified("./a.txt", "أول\nثان ،\nثالث", "أول\nثان،\nثالث", false);
        assert_eq!(
            text,
            "--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n أول\n-ثان ،\n+ثان،\n ثالث\n\\ No newline at end of file\n"
        );
        assert_eq!(unified("a", "x\n", "x\n", false), "");
    }

    #[test]
    fn a_terminal_is_shown_no_controls() {
        let text = unified("a", "x\u{202E}\r\n", "y\r\n", true);
        assert!(text.contains("-x\\u{202E}\\r\n+y\\r\n"), "{text}");
    }
}
