//! Places of a text as JavaScript counts them: see [`Utf16`].

/// Turns byte offsets of a text into UTF-16 code units.
pub(super) struct Utf16<'t> {
    text: &'t str,
    /// Units before each block of [`BLOCK`] bytes.
    before: Vec<u32>,
}

/// One count costs at most a block, however long the text.
const BLOCK: usize = 1024;

/// Units that begin in `bytes`: one a character, and one more for characters of four bytes.
fn units(bytes: &[u8]) -> u32 {
    let of = |byte: &u8| u32::from(byte & 0xC0 != 0x80) + u32::from(*byte >= 0xF0);
    bytes.iter().map(of).sum()
}

impl<'t> Utf16<'t> {
    pub(super) fn of(text: &'t str) -> Utf16<'t> {
        let mut sum = 0;
        let before = text.as_bytes().chunks(BLOCK).map(|block| {
            let so_far = sum;
            sum += units(block);
            so_far
        });
        Utf16 {
            before: before.collect(),
            text,
        }
    }

    /// The units before byte `offset`.
    pub(super) fn at(&self, offset: usize) -> u32 {
        let bytes = self.text.as_bytes();
        // The end of a text that fills its last block lies in no block.
        let block = (offset / BLOCK).min(self.before.len().saturating_sub(1));
        let before = self.before.get(block).copied().unwrap_or(0);
        before + units(&bytes[(block * BLOCK).min(offset)..offset])
    }

    /// Both ends of a range.
    pub(super) fn range(&self, range: std::ops::Range<usize>) -> [u32; 2] {
        [self.at(range.start), self.at(range.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn places_are_counted_as_javascript_does(text in "[aب漢😀]{0,1200}") {
            let places = Utf16::of(&text);
            let ends = text.char_indices().map(|it| it.0).chain([text.len()]);
            for at in ends.step_by(37) {
                prop_assert_eq!(places.at(at) as usize, text[..at].encode_utf16().count());
            }
            prop_assert_eq!(places.at(text.len()) as usize, text.encode_utf16().count());
        }
    }
}
