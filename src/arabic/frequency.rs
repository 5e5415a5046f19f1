//! How frequent the written forms of Arabic are.
//!
//! The data are `data/wordfreq-ar.bin`, the 60,000 most frequent forms of the wordfreq package (CC BY-SA 4.0,
//! see `NOTICE` and `data/README.md`), which this module reads and nothing else is made from. They are searched where they
//! lie: a table leads to blocks of sixteen forms, so nothing is decoded at start-up.

use std::cmp::Ordering;

static DATA: &[u8] = include_bytes!("../../data/wordfreq-ar.bin");

/// What is left of the code point of a letter in a byte of the data.
const FIRST: u32 = 0x620;
/// The longest form in the data, in letters.
const LONGEST: usize = 15;

/// The frequency of the rarest form in the data: any other is rarer.
pub const RAREST: f64 = 8.7e-7;

/// The share of running words that are spelt `word` (letters without signs); zero where it is not one
/// of the frequent forms.
pub fn frequency(word: &str) -> f64 {
    look_up(word).map_or(0.0, |it| {
        10_f64.powf(-f64::from(4 * u16::from(it) + 2) / 100.0)
    })
}

/// Whether `word` is one of the frequent forms of Arabic as it is spelt, clitics and all.
pub fn is_frequent(word: &str) -> bool {
    look_up(word).is_some()
}

fn look_up(word: &str) -> Option<u8> {
    let mut letters = [0; LONGEST];
    let mut count = 0;
    for c in word.chars() {
        let code = (c as u32).checked_sub(FIRST)?;
        *letters.get_mut(count)? = u8::try_from(code).ok()?;
        count += 1;
    }
    let wanted = &letters[..count];
    let blocks = u32_at(0)? as usize;
    let (mut low, mut high) = (0, blocks);
    // The last block whose first form is not behind the word.
    while low < high {
        let middle = low + (high - low) / 2;
        let block = block(middle, blocks)?;
        let first = block.get(1..=usize::from(*block.first()?))?;
        if first <= wanted {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    in_block(block(low.checked_sub(1)?, blocks)?, wanted)
}

/// The bytes from a block to the end of the data.
fn block(number: usize, blocks: usize) -> Option<&'static [u8]> {
    let start = 4 * (1 + blocks) + u32_at(1 + number)? as usize;
    let end = if number + 1 < blocks {
        4 * (1 + blocks) + u32_at(2 + number)? as usize
    } else {
        DATA.len()
    };
    DATA.get(start..end)
}

fn in_block(mut block: &[u8], wanted: &[u8]) -> Option<u8> {
    let mut form = [0; LONGEST + 1];
    let mut first = true;
    while let Some((head, rest)) = block.split_first() {
        let (same, more) = if first {
            (0, usize::from(*head))
        } else {
            (usize::from(head >> 4), usize::from(head & 15))
        };
        first = false;
        form.get_mut(same..same + more)?
            .copy_from_slice(rest.get(..more)?);
        let frequency = *rest.get(more)?;
        match form[..same + more].cmp(wanted) {
            Ordering::Equal => return Some(frequency),
            Ordering::Greater => return None,
            Ordering::Less => block = &rest[more + 1..],
        }
    }
    None
}

fn u32_at(number: usize) -> Option<u32> {
    let bytes = DATA.get(4 * number..4 * number + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every form with its frequency, read from the first block to the last.
    fn all() -> Vec<(String, u8)> {
        let blocks = u32_at(0).unwrap() as usize;
        let mut found = Vec::new();
        for number in 0..blocks {
            let mut block = block(number, blocks).unwrap();
            let mut form: Vec<u8> = Vec::new();
            while let Some((head, rest)) = block.split_first() {
                let (same, more) = if form.is_empty() {
                    (0, usize::from(*head))
                } else {
                    (usize::from(head >> 4), usize::from(head & 15))
                };
                form.truncate(same);
                form.extend(&rest[..more]);
                let text = form
                    .iter()
                    .filter_map(|it| char::from_u32(u32::from(*it) + FIRST));
                found.push((text.collect(), rest[more]));
                block = &rest[more + 1..];
            }
        }
        found
    }

    #[test]
    fn every_form_is_found_where_it_lies() {
        let all = all();
        assert_eq!(all.len(), 60_000);
        for (form, frequency) in &all {
            assert_eq!(look_up(form), Some(*frequency), "{form}");
        }
        let rarest = all.iter().map(|it| frequency(&it.0)).fold(1.0, f64::min);
        assert!((rarest / RAREST - 1.0).abs() < 0.01, "{rarest}");
    }

    #[test]
    fn frequent_words_are_more_frequent() {
        assert!(frequency("في") > frequency("الحكومة"));
        assert!(frequency("الحكومة") > frequency("البرلمانية"));
        assert!(is_frequent("وقالت") && !is_frequent("قالتو"));
        for word in ["", "في ", "word", "ًً", "ككككككككككككككككككك", "ء", "ييييي"]
        {
            assert!(!is_frequent(word), "{word}");
        }
    }
}
