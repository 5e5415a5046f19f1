//! Words of two sentences paired: see [`links`].

use super::{
    beads::Bead,
    items::{Item, ItemKind, items, number_key, target_keys},
    sides::{Source, Target},
};
use crate::{diagnostic::Confidence, glossary::Glossaries};

/// What of a source answers what of its target.
#[derive(Clone, Debug)]
pub struct Link {
    /// The item of the source, in the segment of this number.
    pub item: Item,
    /// The segment of the source.
    pub segment: usize,
    /// The segment and the number of the word of the target that answers; `None` where none does.
    pub answer: Option<(usize, usize)>,
    /// How sure the answer is.
    pub confidence: Confidence,
}

/// Looks for an answer to every item of the source sentences of `bead`. Of several words that could
/// answer, the one whose place in its sentence is nearest.
pub fn links(
    source: &Source<'_>,
    target: &Target<'_>,
    bead: &Bead,
    glossaries: &Glossaries,
) -> Vec<Link> {
    // The words of the target sentences, in order, each with its keys.
    let mut words: Vec<((usize, usize), Vec<u32>)> = Vec::new();
    for sentence in &target.sentences[bead.target.clone()] {
        let segment = &target.segments[sentence.segment];
        for word in target.words(sentence) {
            let mut keys = Vec::new();
            target_keys(segment, word, &mut keys);
            let token = segment.readings.words[word].token as usize;
            let quantity = segment.numbers.iter().find(|it| it.tokens.contains(&token));
            if let Some(quantity) = quantity {
                keys.push(number_key(quantity.value, quantity.counting));
            }
            words.push(((sentence.segment, word), keys));
        }
    }
    let mut links = Vec::new();
    let mut used = vec![false; words.len()];
    let sentences = &source.sentences[bead.source.clone()];
    let total: usize = sentences.iter().map(|it| it.tokens.len()).sum();
    let mut before = 0;
    for sentence in sentences {
        for item in items(source, sentence, glossaries) {
            let place = f64::from((before + item.tokens.start - sentence.tokens.start) as u32)
                / f64::from(total.max(1) as u32);
            let mut candidates: Vec<(f64, usize)> = Vec::new();
            for (at, (_, keys)) in words.iter().enumerate() {
                if keys
                    .iter()
                    .any(|it| item.keys.binary_search(it).is_ok() || item.keys.contains(it))
                {
                    let there = f64::from(at as u32) / f64::from(words.len().max(1) as u32);
                    let taken = if used[at] { 0.5 } else { 0.0 };
                    candidates.push(((there - place).abs() + taken, at));
                }
            }
            candidates.sort_by(|a, b| a.0.total_cmp(&b.0));
            let answer = candidates.first().map(|it| it.1);
            if let Some(at) = answer {
                used[at] = true;
            }
            let confidence = match (item.kind, candidates.len()) {
                (ItemKind::Number | ItemKind::Name, 1) => Confidence::High,
                (_, 1) => Confidence::Medium,
                _ => Confidence::Low,
            };
            links.push(Link {
                item,
                segment: sentence.segment,
                answer: answer.map(|it| words[it].0),
                confidence,
            });
        }
        before += sentence.tokens.len();
    }
    links
}
