//! A pattern spelt out: see [`Pattern::linear`].

use std::ops::Range;

use super::{Element, Pattern, WordPattern};

/// One way through a pattern: a plain sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linear {
    /// In reading order.
    pub items: Vec<Item>,
    /// The focus, as a range of items.
    pub focus: Range<usize>,
}

/// One place of a sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// One word, one of these.
    Words(Vec<WordPattern>),
    /// Up to this many words.
    Gap(u8),
    /// One to four words, kept under this number.
    Capture(u8),
}

/// A pattern has more ways through than anyone meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the pattern has more than {MOST_WAYS} ways through; write it as several")]
pub struct TooMany;

/// Far more than any pattern of ours has.
const MOST_WAYS: usize = 256;

impl Pattern {
    /// Every way through the pattern. Alternatives of one word each stay one place of the
    /// sequence; phrases and options are spelt out.
    ///
    /// # Errors
    ///
    /// When there are more ways than anyone meant to write.
    pub fn linear(&self) -> Result<Vec<Linear>, TooMany> {
        let mut ways = vec![Linear {
            items: Vec::new(),
            focus: 0..0,
        }];
        for (n, element) in self.elements.iter().enumerate() {
            if n == self.focus.start {
                for way in &mut ways {
                    way.focus.start = way.items.len();
                }
            }
            ways = product(&ways, &spelt_out(element)?)?;
            if n + 1 == self.focus.end {
                for way in &mut ways {
                    way.focus.end = way.items.len();
                }
            }
        }
        // An optional focus that is left out flags nothing; a gap at the edge matches anything.
        ways.retain(|it| !it.focus.is_empty());
        for way in &mut ways {
            trim(way);
        }
        ways.retain(|it| it.items.iter().any(|it| matches!(it, Item::Words(_))));
        ways.dedup();
        Ok(ways)
    }
}

/// A gap at the edge, where an option before or after it was left out, says nothing.
fn trim(way: &mut Linear) {
    while way.focus.end < way.items.len() && matches!(way.items.last(), Some(Item::Gap(_))) {
        way.items.pop();
    }
    while way.focus.start > 0 && matches!(way.items.first(), Some(Item::Gap(_))) {
        way.items.remove(0);
        way.focus = way.focus.start - 1..way.focus.end - 1;
    }
}

fn product(ways: &[Linear], tails: &[Vec<Item>]) -> Result<Vec<Linear>, TooMany> {
    if ways.len() * tails.len() > MOST_WAYS {
        return Err(TooMany);
    }
    let mut longer = Vec::with_capacity(ways.len() * tails.len());
    for way in ways {
        for tail in tails {
            let mut next = way.clone();
            next.items.extend(tail.iter().cloned());
            longer.push(next);
        }
    }
    Ok(longer)
}

fn spelt_out(element: &Element) -> Result<Vec<Vec<Item>>, TooMany> {
    Ok(match element {
        Element::Word(word) => vec![vec![Item::Words(vec![word.clone()])]],
        Element::Gap(most) => vec![vec![Item::Gap(*most)]],
        Element::Capture(number) => vec![vec![Item::Capture(*number)]],
        Element::OneOf(branches) => branch_ways(branches)?,
        Element::Optional(branches) => {
            let mut ways = branch_ways(branches)?;
            ways.push(Vec::new());
            ways
        }
    })
}

fn branch_ways(branches: &[Vec<Element>]) -> Result<Vec<Vec<Item>>, TooMany> {
    let mut words = Vec::new();
    let mut ways = Vec::new();
    for branch in branches {
        if let [Element::Word(word)] = branch.as_slice() {
            words.push(word.clone());
            continue;
        }
        let mut mine = vec![Vec::new()];
        for element in branch {
            let tails = spelt_out(element)?;
            if mine.len() * tails.len() > MOST_WAYS {
                return Err(TooMany);
            }
            mine = mine
                .iter()
                .flat_map(|head: &Vec<Item>| {
                    tails
                        .iter()
                        .map(move |tail| [head.as_slice(), tail].concat())
                })
                .collect();
        }
        ways.extend(mine);
    }
    if !words.is_empty() {
        ways.insert(0, vec![Item::Words(words)]);
    }
    Ok(ways)
}

#[cfg(test)]
mod tests {
    use crate::pattern::{Item, parse};

    #[test]
    fn single_words_share_a_place_and_phrases_are_spelt_out() {
        let ways = parse("<(منصب|وظيفة|مكان عمل)> (على)? إكس")
            .unwrap()
            .linear()
            .unwrap();
        let sizes: Vec<_> = ways
            .iter()
            .map(|it| (it.items.len(), it.focus.clone()))
            .collect();
        assert_eq!(sizes, [(3, 0..1), (2, 0..1), (4, 0..2), (3, 0..2)]);
        assert!(matches!(&ways[0].items[0], Item::Words(words) if words.len() == 2));
    }

    #[test]
    fn too_many_ways_are_refused() {
        let option = "(أ ب)? ".repeat(9);
        assert!(parse(&format!("ج {option}")).unwrap().linear().is_err());
    }
}
