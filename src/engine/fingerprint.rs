//! Names a finding by its content, so that a baseline knows it again when lines move.

use std::ops::Range;

use rustc_hash::FxHashMap;

/// Words on either side of a finding that name its place: a sentence or so.
const AROUND: usize = 12;

/// Hands out fingerprints within one document.
#[derive(Debug, Default)]
pub struct Fingerprints {
    seen: FxHashMap<u64, u32>,
}

impl Fingerprints {
    /// The fingerprint of a finding: its rule, its words, the words around it in its paragraph
    /// (white space apart), and how often all these were seen before.
    pub fn of(&mut self, rule: &str, paragraph: &str, found: Range<usize>) -> String {
        let mut hash = fnv(SEED, rule);
        hash = fnv(hash, &paragraph[found.clone()]);
        let before = paragraph[..found.start]
            .split_whitespace()
            .rev()
            .take(AROUND);
        let after = paragraph[found.end..].split_whitespace().take(AROUND);
        for word in before.chain(after) {
            hash = fnv(hash, word);
        }
        let count = self.seen.entry(hash).or_default();
        *count += 1;
        if *count > 1 {
            hash = fnv(hash, &count.to_string());
        }
        format!("{hash:016x}")
    }
}

/// A hash of `parts` in 16 hexadecimal digits, the same in every version and on every machine.
pub fn hash_of(parts: &[&str]) -> String {
    let hash = parts.iter().fold(SEED, |hash, it| fnv(hash, it));
    format!("{hash:016x}")
}

const SEED: u64 = 0xCBF2_9CE4_8422_2325;

/// FNV-1a, which is the same in every version and on every machine. A byte that no text has ends
/// each part.
fn fnv(seed: u64, text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
    step(text.bytes().fold(seed, step), 0xFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_survives_spacing_and_counts_repetitions() {
        let mut one = Fingerprints::default();
        let first = one.of("a/b", "w  x y", 3..4);
        assert_eq!(Fingerprints::default().of("a/b", "w x\ty", 2..3), first);
        assert_ne!(one.of("a/b", "w x y", 2..3), first);
        // Known forever: a baseline written by one version is read by the next.
        assert_eq!(first, "3d90853b0e6abdf5");
    }
}
