//! Telling at a glance that a word is none of a few: see [`shape`].

/// A bit that the first and last letter and the length choose. The bits of a few words together are
/// a mask; a word whose bit is not in it is none of them, and rules ask that of every word of every
/// text. Empty words and single bytes have none.
pub const fn shape(letters: &[u8]) -> u64 {
    if letters.len() < 2 {
        return 0;
    }
    // The second byte of a letter differs from letter to letter; the first is nearly always the same.
    let first = letters[1] as u64;
    let last = letters[letters.len() - 1] as u64;
    let mixed =
        (first | last << 8 | (letters.len() as u64) << 16).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    1 << (mixed >> 58)
}

/// `letters` without a leading و or ف.
pub fn without_conjunction(letters: &str) -> &str {
    letters.strip_prefix(['و', 'ف']).unwrap_or(letters)
}
