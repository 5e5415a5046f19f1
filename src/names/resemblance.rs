//! Whether an Arabic word spells a Latin name, and how far two Arabic spellings are apart.
//!
//! Consonants carry a name across the two scripts, vowels are a matter of taste: `Witkoff` is
//! ويتكوف, and وتكوف would be understood. So both measures are edit distances in which a consonant
//! costs a whole letter and a vowel a fraction of one.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::arabic::folded;

/// What one letter is worth at most.
const WHOLE: u32 = 10;
/// What a long vowel that only one side writes costs.
const VOWEL: u32 = 2;

/// What two neighbouring letters in the wrong order cost.
const SWAPPED: u32 = 4;

/// The distance of the Latin name `latin` from the Arabic word `arabic`, in tenths of a letter;
/// `None` where they have no more in common than chance.
///
/// Only single words are compared; letters of other scripts count as wrong letters.
pub fn resembles(latin: &str, arabic: &str) -> Option<u32> {
    let latin: Vec<char> = {
        let mut fold = String::new();
        crate::arabic::fold_latin(latin, &mut fold);
        fold.chars().collect()
    };
    let arabic: Vec<char> = folded(arabic).chars().collect();
    // Longer words than any name are not worth a table of their size.
    if latin.is_empty() || arabic.is_empty() || latin.len() > 40 || arabic.len() > 40 {
        return None;
    }
    let sounds = sounds();
    let width = arabic.len() + 1;
    let mut costs = vec![u32::MAX / 2; (latin.len() + 1) * width];
    costs[0] = 0;
    for i in 0..=latin.len() {
        for j in 0..=arabic.len() {
            let here = costs[i * width + j];
            let mut reach = |latin_len: usize, arabic_len: usize, cost: u32| {
                if i + latin_len <= latin.len() && j + arabic_len <= arabic.len() {
                    let to = (i + latin_len) * width + j + arabic_len;
                    costs[to] = costs[to].min(here + cost);
                }
            };
            if let (Some(first), Some(_)) = (latin.get(i), arabic.get(j)) {
                for (sound, letters) in sounds.get(first).into_iter().flatten() {
                    if latin[i..].starts_with(sound) && arabic[j..].starts_with(letters) {
                        reach(sound.len(), letters.len(), 0);
                    }
                }
            }
            if let Some(&c) = latin.get(i) {
                let silent = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
                    || (i > 0 && latin[i - 1] == c)
                    || (c == 'h' && i > 0)
                    || (c == 'g' && latin.get(i + 1) == Some(&'h'));
                reach(1, 0, if silent { 0 } else { WHOLE });
            }
            if let Some(&c) = arabic.get(j) {
                reach(0, 1, if is_vowel(c) { VOWEL } else { WHOLE });
            }
            reach(1, 1, WHOLE);
        }
    }
    let cost = costs[latin.len() * width + arabic.len()];
    let consonants = arabic.iter().filter(|it| !is_vowel(**it)).count() as u32;
    // At least three sounds agree, and what does not agree is vowels.
    (consonants >= 3 && cost < WHOLE && cost <= 2 * consonants).then_some(cost)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'ا' | 'و' | 'ي' | 'ه')
}

/// Sounds and the letters that render them, by the first letter of the sound.
type Sounds = FxHashMap<char, Vec<(Vec<char>, Vec<char>)>>;

/// [`SOUNDS`] for looking up.
fn sounds() -> &'static Sounds {
    static TABLE: OnceLock<Sounds> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Sounds::default();
        for (sound, letters) in SOUNDS {
            let sound: Vec<char> = sound.chars().collect();
            let rendered = (sound.clone(), letters.chars().collect());
            table.entry(sound[0]).or_default().push(rendered);
        }
        table
    })
}

/// Latin spellings of sounds, and the Arabic letters that render them.
const SOUNDS: &[(&str, &str)] = &[
    ("b", "ب"),
    ("c", "ك"),
    ("c", "س"),
    ("c", "ش"),
    ("c", "تش"),
    ("ch", "تش"),
    ("ch", "ش"),
    ("ch", "خ"),
    ("ch", "ك"),
    ("ck", "ك"),
    ("d", "د"),
    ("d", "ض"),
    ("dj", "ج"),
    ("f", "ف"),
    ("g", "غ"),
    ("g", "ج"),
    ("g", "ك"),
    ("g", "ق"),
    ("gh", "غ"),
    ("h", "ه"),
    ("h", "ح"),
    ("j", "ج"),
    ("j", "ي"),
    ("j", "خ"),
    ("k", "ك"),
    ("k", "ق"),
    ("kh", "خ"),
    ("l", "ل"),
    ("m", "م"),
    ("n", "ن"),
    ("p", "ب"),
    ("ph", "ف"),
    ("q", "ق"),
    ("qu", "كو"),
    ("r", "ر"),
    ("s", "س"),
    ("s", "ص"),
    ("s", "ز"),
    ("sh", "ش"),
    ("sch", "ش"),
    ("t", "ت"),
    ("t", "ط"),
    ("tch", "تش"),
    ("th", "ث"),
    ("th", "ذ"),
    ("th", "ت"),
    ("ts", "تس"),
    ("tz", "تز"),
    ("v", "ف"),
    ("w", "و"),
    ("w", "ف"),
    ("x", "كس"),
    ("y", "ي"),
    ("z", "ز"),
    ("z", "تس"),
    ("z", "تز"),
    ("zh", "ج"),
    ("zh", "ز"),
    ("a", "ا"),
    ("a", "ي"),
    ("a", "ه"),
    ("a", "ع"),
    ("e", "ي"),
    ("e", "ا"),
    ("e", "ه"),
    ("i", "ي"),
    ("i", "ا"),
    ("i", "اي"),
    ("o", "و"),
    ("o", "ا"),
    ("u", "و"),
    ("u", "ا"),
    ("u", "يو"),
    ("ou", "و"),
    ("oo", "و"),
    ("ee", "ي"),
    ("y", "ا"),
];

/// The distance of two Arabic spellings of a name, in tenths of a letter: a vowel more or less, or
/// one consonant for another of nearly the same sound, costs a fraction.
pub fn spelling_distance(a: &str, b: &str) -> u32 {
    let a: Vec<char> = folded(a).chars().collect();
    let b: Vec<char> = folded(b).chars().collect();
    let width = b.len() + 1;
    let mut costs = vec![0; (a.len() + 1) * width];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if i == 0 && j == 0 {
                continue;
            }
            let mut best = u32::MAX;
            if i > 0 {
                best = best.min(costs[(i - 1) * width + j] + gap(a[i - 1]));
            }
            if j > 0 {
                best = best.min(costs[i * width + j - 1] + gap(b[j - 1]));
            }
            if i > 0 && j > 0 {
                best = best.min(costs[(i - 1) * width + j - 1] + swap(a[i - 1], b[j - 1]));
            }
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(costs[(i - 2) * width + j - 2] + SWAPPED);
            }
            costs[i * width + j] = best;
        }
    }
    costs[a.len() * width + b.len()]
}

fn gap(c: char) -> u32 {
    match c {
        'ا' | 'و' | 'ي' | 'ه' | 'ء' => 3,
        _ => WHOLE,
    }
}

fn swap(a: char, b: char) -> u32 {
    if a == b {
        0
    } else if sounds_of(a) & sounds_of(b) != 0 {
        4
    } else {
        WHOLE
    }
}

/// The groups of letters that spell nearly the same sound, a bit each.
fn sounds_of(c: char) -> u16 {
    match c {
        'ا' => 1 | 2,
        'و' => 1 | 4,
        'ي' => 1,
        'ه' => 2 | 8,
        'ع' => 2,
        'غ' | 'ق' | 'ج' => 16,
        'ك' => 16 | 32,
        'س' | 'ص' | 'ز' | 'ش' => 64,
        'ت' => 128 | 256,
        'ط' => 128,
        'ث' => 256,
        'د' | 'ض' | 'ذ' | 'ظ' => 512,
        'ح' => 8,
        'خ' => 8 | 32,
        'ف' => 4 | 1024,
        'ب' => 1024,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_resembles_its_spelling_and_no_other_word() {
        for (latin, arabic) in [
            ("Witkoff", "ويتكوف"),
            ("Zelensky", "زيلينسكي"),
            ("Starmer", "ستارمر"),
            ("Leavitt", "ليفيت"),
            ("Mélanie", "ميلاني"),
        ] {
            assert!(resembles(latin, arabic).is_some(), "{latin} {arabic}");
        }
        for (latin, arabic) in [
            ("Witkoff", "موقف"),
            ("Zelensky", "السكري"),
            ("Starmer", "استمرار"),
            ("Lee", "لي"),
        ] {
            assert_eq!(resembles(latin, arabic), None, "{latin} {arabic}");
        }
    }

    #[test]
    fn vowels_weigh_less_than_consonants() {
        assert!(spelling_distance("مايلاني", "ميلاني") < WHOLE / 2);
        assert!(spelling_distance("زيلنسكي", "زيلينسكي") < WHOLE / 2);
        assert!(spelling_distance("لامي", "رامي") >= WHOLE);
        assert_eq!(spelling_distance("أحمد", "احمد"), 0);
    }
}
