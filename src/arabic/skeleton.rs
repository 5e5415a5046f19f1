//! The consonants of a word as one number, by which spellings of one name are found.
//!
//! Vowels are a matter of taste where a foreign name is spelt, and so are consonants of nearly the
//! same sound; what is left of زيلينسكي and زيلنسكي is the same.

/// Classes a skeleton can hold: three bits each.
const MOST: u32 = 20;

/// The skeleton of an Arabic word, folded or not. Vowels, و, ي, ه, ح, ع and hamza are left out.
pub fn skeleton(word: &str) -> u64 {
    let mut key = 0;
    let mut last = 0;
    for c in word.chars() {
        let class = match c {
            'ب' => 1,
            'ف' => 2,
            'ك' | 'ک' | 'ق' | 'غ' | 'ج' | 'خ' => 3,
            'س' | 'ص' | 'ز' | 'ش' | 'ظ' => 4,
            'ت' | 'ط' | 'د' | 'ض' | 'ث' | 'ذ' => 5,
            'م' | 'ن' => 6,
            'ل' | 'ر' => 7,
            _ => continue,
        };
        push_class(&mut key, &mut last, class);
    }
    key
}

/// Appends a class; a doubled consonant is written once in Arabic.
pub fn push_class(key: &mut u64, last: &mut u64, class: u64) {
    if *last != class && *key >> (3 * (MOST - 1)) == 0 {
        *key = *key << 3 | class;
    }
    *last = class;
}
