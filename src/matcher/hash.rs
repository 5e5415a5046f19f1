//! The hash that the tables of a [`super::Lexicon`] are laid out by.
//!
//! Our own, because the tables are written when the program is built and read when it runs: a hash
//! of the standard library or of a crate may change between the two.

/// Hashes `bytes`, eight at a time: a multiply and a rotation each, then a final mix.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = bytes.len() as u64 ^ K;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let word = u64::from_le_bytes(chunk.try_into().expect("eight bytes"));
        state = (state.rotate_left(23) ^ word).wrapping_mul(K);
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        let mut word = [0; 8];
        word[..rest.len()].copy_from_slice(rest);
        state = (state.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(K);
    }
    state ^= state >> 32;
    state.wrapping_mul(K) ^ (state >> 29)
}
