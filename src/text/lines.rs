//! Lines and columns of a text: see [`LineIndex`].

use std::sync::OnceLock;

/// Where the lines of a text begin. Any line end counts: `\n`, `\r\n`, a lone `\r`.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// How many characters begin before each block of [`BLOCK`] bytes, counted at first use, so
    /// that a column in a line of megabytes costs a block and not the line.
    before: OnceLock<Vec<u32>>,
}

const BLOCK: usize = 4096;

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
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at as u32 + 1);
            }
        }
        LineIndex {
            starts,
            before: OnceLock::new(),
        }
    }

    /// The place of byte `offset` of `text`, which must be the text the index was made of.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.starts.partition_point(|it| *it as usize <= offset) - 1;
        let start = self.starts[line] as usize;
        let column = if offset - start <= BLOCK {
            text[start..offset].chars().count() as u32
        } else {
            self.characters_before(text, offset) - self.characters_before(text, start)
        };
        Position {
            line: line as u32 + 1,
            column: column + 1,
        }
    }

    /// The column of byte `offset` in bytes of UTF-8, from 1.
    pub fn byte_column(&self, offset: usize) -> u32 {
        let line = self.starts.partition_point(|it| *it as usize <= offset) - 1;
        offset as u32 - self.starts[line] + 1
    }

    /// How many characters begin before byte `offset`.
    fn characters_before(&self, text: &str, offset: usize) -> u32 {
        let begins = |bytes: &[u8]| bytes.iter().filter(|it| **it & 0xC0 != 0x80).count() as u32;
        let bytes = text.as_bytes();
        let before = self.before.get_or_init(|| {
            let mut sum = 0;
            let counted = bytes.chunks(BLOCK).map(|block| {
                let so_far = sum;
                sum += begins(block);
                so_far
            });
            let mut before: Vec<u32> = counted.collect();
            before.push(sum);
            before
        });
        let block = offset / BLOCK;
        before[block] + begins(&bytes[block * BLOCK..offset])
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
        assert_eq!(index.byte_column(text.find('د').unwrap()), 4);
        assert_eq!(index.position(text, text.len()).line, 4);
    }

    #[test]
    fn columns_of_a_long_line_are_right() {
        let text = format!("أول\n{}", "كلمة، ".repeat(2000));
        let index = LineIndex::new(&text);
        for (nth, (at, _)) in text.match_indices("كلمة").enumerate() {
            let column = nth as u32 * 6 + 1;
            assert_eq!(index.position(&text, at), Position { line: 2, column });
        }
    }
}
