//! Lines and columns of a text: see [`LineIndex`].

/// Where the lines of a text begin. Any line end counts: `\n`, `\r\n`, a lone `\r`.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
}

/// A place as people count it: line from 1, column from 1 in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From 1.
    pub line: u32,
    /// From 1, in Unicode scalar values.
    pub column: u32,
}

impl LineIndex {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> LineIndex {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(at as u32 + 1);
            }
        }
        LineIndex { starts }
    }

    /// The place of byte `offset` of `text`, which must be the text the index was made of.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.starts.partition_point(|it| *it as usize <= offset) - 1;
        let start = self.starts[line] as usize;
        Position {
            line: line as u32 + 1,
            column: text[start..offset].chars().count() as u32 + 1,
        }
    }

    /// The bytes of `line` (from 1) without its end.
    pub fn line<'t>(&self, text: &'t str, line: u32) -> &'t str {
        let start = self.starts[line as usize - 1] as usize;
        let end = self
            .starts
            .get(line as usize)
            .map_or(text.len(), |it| *it as usize);
        text[start..end].trim_end_matches(['\n', '\r'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_any_line_end_ends_a_line() {
        let text = "أب\r\nج د\rهـ\n";
        let index = LineIndex::new(text);
        let at = |needle| index.position(text, text.find(needle).unwrap());
        assert_eq!(at("ب"), Position { line: 1, column: 2 });
        assert_eq!(at("د"), Position { line: 2, column: 3 });
        assert_eq!(at("ه"), Position { line: 3, column: 1 });
        assert_eq!(index.line(text, 2), "ج د");
        assert_eq!(index.position(text, text.len()).line, 4);
    }
}
