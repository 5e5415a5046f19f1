//! The consonants that the Arabic spellings of a Latin name may have: an index of spellings across
//! the two scripts.
//!
//! Comparing every Latin word with every Arabic word of an article costs too much. Their consonants
//! fall into eight classes that transliteration keeps apart (`Witkoff` and ويتكوف are T K F); what
//! differs in them is no spelling of the name, what agrees is compared letter by letter
//! ([`super::resembles`]).

use crate::arabic::push_class as push;

/// The skeletons that Arabic spellings of the Latin word may have: several where a letter has
/// several sounds.
pub fn skeletons(latin: &str) -> Vec<u64> {
    let mut fold = String::new();
    crate::arabic::fold_latin(latin, &mut fold);
    let letters: Vec<char> = fold.chars().collect();
    // Of each way so far: its key and its last class.
    let mut ways: Vec<(u64, u64)> = vec![(0, 0)];
    let mut at = 0;
    while at < letters.len() {
        let (len, choices) = sound(&letters[at..]);
        at += len;
        let mut next = Vec::new();
        for (key, last) in &ways {
            for choice in choices {
                let (mut key, mut last) = (*key, *last);
                for class in *choice {
                    push(&mut key, &mut last, *class);
                }
                next.push((key, last));
            }
        }
        next.sort_unstable();
        next.dedup();
        next.truncate(64);
        ways = next;
    }
    let mut keys: Vec<u64> = ways.into_iter().map(|it| it.0).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The sound at the head of a Latin word: how many letters it takes, and the classes it may have.
fn sound(letters: &[char]) -> (usize, &'static [&'static [u64]]) {
    const B: &[u64] = &[1];
    const F: &[u64] = &[2];
    const K: &[u64] = &[3];
    const S: &[u64] = &[4];
    const T: &[u64] = &[5];
    const N: &[u64] = &[6];
    const L: &[u64] = &[7];
    const NONE: &[u64] = &[];
    const TS: &[u64] = &[5, 4];
    const KS: &[u64] = &[3, 4];
    let starts = |it: &str| letters.starts_with(&it.chars().collect::<Vec<_>>());
    match letters[0] {
        't' if starts("tch") => (3, &[TS]),
        's' if starts("sch") => (3, &[S, KS]),
        'c' if starts("ch") => (2, &[TS, S, K]),
        'c' if starts("ck") => (2, &[K]),
        'p' if starts("ph") => (2, &[F]),
        't' if starts("th") => (2, &[T]),
        's' if starts("sh") => (2, &[S]),
        'k' if starts("kh") => (2, &[K]),
        'g' if starts("gh") => (2, &[K, NONE]),
        'd' if starts("dj") => (2, &[K]),
        't' if starts("ts") || starts("tz") => (2, &[TS]),
        'b' | 'p' => (1, &[B]),
        'f' | 'v' => (1, &[F]),
        'w' => (1, &[NONE, F]),
        'c' => (1, &[K, S, TS]),
        'j' => (1, &[K, NONE]),
        'g' | 'k' | 'q' => (1, &[K]),
        'x' => (1, &[KS]),
        's' => (1, &[S]),
        'z' => (1, &[S, TS, T]),
        't' | 'd' => (1, &[T]),
        'm' | 'n' => (1, &[N]),
        'l' | 'r' => (1, &[L]),
        _ => (1, &[NONE]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::{folded, skeleton};

    #[test]
    fn a_name_and_its_spelling_share_a_skeleton() {
        for (latin, arabic) in [
            ("Witkoff", "ويتكوف"),
            ("Zelensky", "زيلينسكي"),
            ("Churchill", "تشرشل"),
            ("Macron", "ماكرون"),
            ("Johnson", "جونسون"),
            ("Hegseth", "هيغسيث"),
            ("Leavitt", "ليفيت"),
        ] {
            assert!(
                skeletons(latin).contains(&skeleton(&folded(arabic))),
                "{latin}"
            );
        }
        assert!(!skeletons("Witkoff").contains(&skeleton(&folded("موقف"))));
    }
}
