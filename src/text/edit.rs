//! Changes to the bytes of a file: see [`Edit`].

use super::{InFile, Span};

/// Bytes of the file, and the bytes that take their place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is replaced; empty for an insertion.
    pub span: Span<InFile>,
    /// In the encoding of the file.
    pub bytes: Vec<u8>,
}

/// Whether two edits cannot both be made. Two insertions at one point conflict, since their order
/// would be a guess; an edit that touches the end of another does not.
pub fn conflict<T>(a: Span<T>, b: Span<T>) -> bool {
    if a.is_empty() && b.is_empty() {
        return a == b;
    }
    a.overlaps(b)
        || (a.is_empty() && b.start() < a.start() && a.start() < b.end())
        || (b.is_empty() && a.start() < b.start() && b.start() < a.end())
}

/// `file` with `edits` made. No byte outside their spans changes.
///
/// # Panics
///
/// When two edits conflict or one lies outside the file: the caller chose them.
pub fn apply(file: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|it| it.span);
    let mut out = Vec::with_capacity(file.len());
    let mut at = 0;
    for edit in sorted {
        assert!(at <= edit.span.start(), "two edits overlap at byte {at}");
        out.extend_from_slice(&file[at..edit.span.start()]);
        out.extend_from_slice(&edit.bytes);
        at = edit.span.end();
    }
    out.extend_from_slice(&file[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bytes_outside_the_edits_stay(file in proptest::collection::vec(any::<u8>(), 1..60),
                                        cuts in proptest::collection::btree_set(0usize..60, 2..8),
                                        new in proptest::collection::vec(any::<u8>(), 0..5)) {
            let cuts: Vec<usize> = cuts.into_iter().filter(|it| *it <= file.len()).collect();
            let edits: Vec<Edit> = cuts.chunks_exact(2)
                .map(|it| Edit { span: Span::new(it[0]..it[1]), bytes: new.clone() })
                .collect();
            let out = apply(&file, &edits);
            let (mut a, mut b) = (0, 0);
            for edit in &edits {
                let len = edit.span.start() - a;
                prop_assert_eq!(&file[a..a + len], &out[b..b + len]);
                prop_assert_eq!(&out[b + len..b + len + new.len()], &new[..]);
                a = edit.span.end();
                b += len + new.len();
            }
            prop_assert_eq!(&file[a..], &out[b..]);
        }
    }
}
