//! What an author asked to be left alone: `fasih: ignore[…]` on a line of its own.

use crate::text::{InDecoded, Span};

/// A line that silences rules or entries in the paragraph after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// Where the line stands.
    pub span: Span<InDecoded>,
    /// Rules (`group/name` or `group`) and ids of entries.
    pub names: Vec<String>,
    /// The number of the segment it is about.
    pub covers: usize,
}

impl Directive {
    /// Reads `line`: nothing but the directive, after the sign of a comment if one is there.
    pub(super) fn on_line(line: &str, span: Span<InDecoded>) -> Option<Directive> {
        // Cheap for the many lines that are none.
        let at = memchr::memmem::find(line.as_bytes(), b"fasih:")?;
        let before = line[..at].trim();
        if !matches!(before, "" | "#" | "//" | ";" | "<!--" | "NOTE") {
            return None;
        }
        let rest = line[at + "fasih:".len()..].trim_start();
        let rest = rest.strip_prefix("ignore[")?;
        let (names, after) = rest.split_once(']')?;
        let after = after.trim();
        if !(after.is_empty() || after == "-->" || after.starts_with('#')) {
            return None;
        }
        let names: Vec<String> = names
            .split(',')
            .map(|it| it.trim().to_owned())
            .filter(|it| !it.is_empty())
            .collect();
        (!names.is_empty()).then_some(Directive {
            span,
            names,
            covers: 0,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_line_of_its_own_is_a_directive() {
        let read = |line| Directive::on_line(line, Span::new(0..0)).map(|it| it.names);
        assert_eq!(
            read("<!-- fasih: ignore[a/b, c] -->").unwrap(),
            ["a/b", "c"]
        );
        assert_eq!(read("fasih: ignore[a]").unwrap(), ["a"]);
        assert!(read("قال fasih: ignore[a]").is_none());
        assert!(read("fasih: ignore[]").is_none());
        assert!(read("fasih: ignore[a] ثم").is_none());
    }
}
