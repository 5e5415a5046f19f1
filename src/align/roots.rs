//! What is left of an Arabic word when everything that inflection changes is taken away, as numbers.
//!
//! The lexicon gives citation forms, a text has any form. Inflecting the lexicon would make a table
//! forty times its size; here both sides lose clitics, endings, prefixes and weak letters, and what
//! is left, mostly the root, is compared. قال and يقول, محكمة and محاكم, قرر and القرار meet. So do some
//! words that have nothing to do with each other: it is evidence for an alignment and never proof.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::arabic::splits;

/// Adds the keys of a folded word of a text, for every way to cut its clitics off.
pub fn word_keys(fold: &str, out: &mut Vec<u32>) {
    for split in splits(fold, false) {
        root_keys(&fold[split.core], out);
    }
    out.sort_unstable();
    out.dedup();
}

/// Adds the keys of a folded word without clitics.
pub fn root_keys(core: &str, out: &mut Vec<u32>) {
    add(core, out);
    for suffix in SUFFIXES {
        if let Some(stem) = core.strip_suffix(suffix).filter(|it| it.len() >= 4) {
            add(stem, out);
        }
    }
    // Prefixes of the present, the seventh and the tenth form.
    for prefix in ["ت", "ن"] {
        if let Some(stem) = core.strip_prefix(prefix).filter(|it| it.len() >= 6) {
            add(stem, out);
        }
    }
}

const SUFFIXES: [&str; 9] = ["ات", "ون", "ين", "ان", "وا", "يه", "ت", "تين", "تان"];

fn add(stem: &str, out: &mut Vec<u32>) {
    let mut hasher = FxHasher::default();
    let mut consonants = 0;
    let mut weak = false;
    for c in stem.chars() {
        if matches!(c, 'ا' | 'و' | 'ي' | 'ه' | 'ء') {
            weak = true;
        } else {
            consonants += 1;
            c.hash(&mut hasher);
        }
    }
    match consonants {
        0 | 1 => {
            hasher = FxHasher::default();
            stem.hash(&mut hasher);
        }
        // Two letters tell too little: a root with a weak letter and one without are kept apart.
        2 => weak.hash(&mut hasher),
        _ => {}
    }
    out.push(hasher.finish() as u32 ^ (hasher.finish() >> 32) as u32);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::folded;

    #[track_caller]
    fn meet(text: &str, citation: &str) -> bool {
        let (mut a, mut b) = (Vec::new(), Vec::new());
        word_keys(&folded(text), &mut a);
        root_keys(&folded(citation), &mut b);
        a.iter().any(|it| b.contains(it))
    }

    #[test]
    fn inflected_words_meet_their_citation_form() {
        for (text, citation) in [
            ("ويقولون", "قال"),
            ("بالمحاكم", "محكمة"),
            ("ستكتبها", "كتب"),
            ("المعلمين", "معلم"),
            ("الاقتصادية", "اقتصادي"),
            ("للقرارات", "قرار"),
        ] {
            assert!(meet(text, citation), "{text} {citation}");
        }
        assert!(!meet("الكتاب", "محكمة"));
        assert!(!meet("السوق", "حرب"));
    }
}
