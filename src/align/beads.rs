//! Sentences of two texts paired: a dynamic programme over one-to-one, one-to-two, two-to-one and
//! left-out sentences. Lengths agree in a translation (Gale and Church, 1993); what sentences share
//! (words, names, numbers) decides where lengths do not.
//!
//! Only a band around the diagonal is walked, so that the cost grows with the length of a document and
//! not with its square.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{
    items::{Item, ItemKind, items, number_key, target_keys},
    sides::{Source, Target},
};
use crate::glossary::Glossaries;

/// Sentences that answer each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Bead {
    /// Sentences of the source; empty for an addition.
    pub source: Range<usize>,
    /// Sentences of the target; empty for an omission.
    pub target: Range<usize>,
    /// How much of what can be looked for in the source stands in the target, from 0 to 1; 0 where one
    /// side is empty.
    pub shared: f64,
    /// Enough is shared to rely on the pair.
    pub sure: bool,
}

/// A source and its target, aligned.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Alignment {
    /// In order; every sentence of either side is in exactly one.
    pub beads: Vec<Bead>,
    /// The target is a translation of the source, as far as can be told.
    pub belongs: bool,
}

/// The least half of the band, in sentences.
const BAND: usize = 40;

/// What a bead costs that is not one to one.
const UNEVEN: f64 = 2.0;
const BOTH_DOUBLE: f64 = 5.0;
const LEFT_OUT: f64 = 2.8;
/// The part of what a sentence says that its neighbour's translation must have for it to be no omission.
const SAID_BESIDE: f64 = 0.55;
/// What a bead costs whose sentences stand in two paragraphs.
const ACROSS: f64 = 1.2;
/// The part of what can be looked for that is expected to be found.
const EXPECTED: f64 = 0.6;
/// What the other direction counts, and the part of its words that is expected to be found.
const BACK: f64 = 0.3;
const EXPECTED_BACK: f64 = 0.5;
/// The variance of the length of a translation, per letter (Gale and Church).
const VARIANCE: f64 = 6.8;

/// Pairs the sentences of `source` and `target`.
pub fn align(source: &Source<'_>, target: &Target<'_>, glossaries: &Glossaries) -> Alignment {
    let (n, m) = (source.sentences.len(), target.sentences.len());
    let table = Table::of(source, target, glossaries);
    let walk = Walk {
        source,
        target,
        table: &table,
    };
    let beads = walk.beads(0..n, 0..m);
    let belongs = belongs(&table, &beads);
    Alignment { beads, belongs }
}

/// Pairs the sentences of the segments of `source` with those of the segments of `target` that have the
/// same number, as the units of a bilingual file belong together. A unit without a source is left alone.
pub fn align_units(source: &Source<'_>, target: &Target<'_>, glossaries: &Glossaries) -> Alignment {
    let table = Table::of(source, target, glossaries);
    let walk = Walk {
        source,
        target,
        table: &table,
    };
    let of = |sentences: &[super::Sentence], segment: usize| {
        let start = sentences.partition_point(|it| it.segment < segment);
        start..sentences.partition_point(|it| it.segment <= segment)
    };
    let beads = (0..target.segments.len()).flat_map(|segment| {
        let english = of(&source.sentences, segment);
        if english.is_empty() {
            return Vec::new();
        }
        walk.beads(english, of(&target.sentences, segment))
    });
    Alignment {
        beads: beads.collect(),
        belongs: true,
    }
}

/// Whether enough is shared over the whole. A short text tells too little to say no.
fn belongs(table: &Table, beads: &[Bead]) -> bool {
    let (mut wanted, mut found) = (0.0, 0.0);
    for bead in beads {
        let (expected, met) = table.weights(bead.source.clone(), bead.target.clone());
        wanted += expected;
        found += met;
    }
    wanted < 12.0 || found >= 0.19 * wanted
}

/// What every sentence of the source finds in the sentences of the target.
struct Table {
    /// Of each sentence of the source, what can be looked for and what it weighs.
    items: Vec<Vec<(Item, f64)>>,
    /// Of each sentence of the source, the sentences of the target that have any of it, with a bit for
    /// each item.
    found: Vec<FxHashMap<u32, u64>>,
    /// The same the other way: what each word of a sentence of the target weighs, and which of them
    /// answer to a sentence of the source.
    back: Vec<Vec<f64>>,
    back_found: Vec<FxHashMap<u32, u64>>,
}

/// As many items of a sentence as a word of bits has.
const MOST_ITEMS: usize = 64;

impl Table {
    fn of(source: &Source<'_>, target: &Target<'_>, glossaries: &Glossaries) -> Table {
        let mut postings: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        let mut keys = Vec::new();
        let mut words_of: Vec<Vec<Vec<u32>>> = Vec::with_capacity(target.sentences.len());
        for (number, sentence) in target.sentences.iter().enumerate() {
            keys.clear();
            let segment = &target.segments[sentence.segment];
            let mut words = Vec::new();
            for word in target.words(sentence) {
                let mut of_word = Vec::new();
                target_keys(segment, word, &mut of_word);
                keys.extend_from_slice(&of_word);
                // Particles answer to nothing in particular.
                let at = segment.readings.words[word];
                if at.arabic && segment.text[at.span.range()].chars().count() > 3 {
                    words.push(of_word);
                }
            }
            words.truncate(MOST_ITEMS);
            words_of.push(words);
            for quantity in &segment.numbers {
                if sentence.tokens.contains(&quantity.tokens.start) {
                    keys.push(number_key(quantity.value, quantity.counting));
                }
            }
            keys.sort_unstable();
            keys.dedup();
            for key in &keys {
                postings.entry(*key).or_default().push(number as u32);
            }
        }
        let all = f64::from(target.sentences.len().max(1) as u32);
        let mut table = Table {
            items: Vec::with_capacity(source.sentences.len()),
            found: Vec::with_capacity(source.sentences.len()),
            back: Vec::new(),
            back_found: Vec::new(),
        };
        for sentence in &source.sentences {
            let mut mine = items(source, sentence, glossaries);
            mine.truncate(MOST_ITEMS);
            let mut found: FxHashMap<u32, u64> = FxHashMap::default();
            let mut weighed = Vec::with_capacity(mine.len());
            for (number, item) in mine.into_iter().enumerate() {
                let mut spread = 0;
                for at in item.keys.iter().filter_map(|it| postings.get(it)).flatten() {
                    let bits = found.entry(*at).or_default();
                    spread += usize::from(*bits >> number & 1 == 0);
                    *bits |= 1 << number;
                }
                let kind = match item.kind {
                    ItemKind::Word => 1.0,
                    ItemKind::Name => 1.4,
                    ItemKind::Number => 1.8,
                };
                weighed.push((item, kind * rarity(spread as u32, all)));
            }
            table.items.push(weighed);
            table.found.push(found);
        }
        table.look_back(&words_of);
        table
    }

    /// Fills in which words of the target answer to anything of which sentence of the source.
    fn look_back(&mut self, words_of: &[Vec<Vec<u32>>]) {
        let mut postings: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (number, items) in self.items.iter().enumerate() {
            for key in items.iter().flat_map(|it| &it.0.keys) {
                let sentences = postings.entry(*key).or_default();
                if sentences.last() != Some(&(number as u32)) {
                    sentences.push(number as u32);
                }
            }
        }
        let all = f64::from(self.items.len().max(1) as u32);
        for words in words_of {
            let mut found: FxHashMap<u32, u64> = FxHashMap::default();
            let mut weights = Vec::with_capacity(words.len());
            for (number, keys) in words.iter().enumerate() {
                let mut spread = 0;
                for at in keys.iter().filter_map(|it| postings.get(it)).flatten() {
                    let bits = found.entry(*at).or_default();
                    spread += u32::from(*bits >> number & 1 == 0);
                    *bits |= 1 << number;
                }
                weights.push(rarity(spread, all));
            }
            self.back.push(weights);
            self.back_found.push(found);
        }
    }

    /// What of the target sentences could answer to something, and what does to the source sentences.
    fn weights_back(&self, source: Range<usize>, target: Range<usize>) -> (f64, f64) {
        let (mut wanted, mut met) = (0.0, 0.0);
        for j in target {
            let bits = source
                .clone()
                .filter_map(|i| self.back_found[j].get(&(i as u32)))
                .fold(0, |a, b| a | b);
            for (number, weight) in self.back[j].iter().enumerate() {
                wanted += weight;
                if bits >> number & 1 == 1 {
                    met += weight;
                }
            }
        }
        (wanted, met)
    }

    /// What the source sentences look for, and what of it the target sentences have.
    fn weights(&self, source: Range<usize>, target: Range<usize>) -> (f64, f64) {
        let (mut wanted, mut met) = (0.0, 0.0);
        for i in source {
            let bits = target
                .clone()
                .filter_map(|j| self.found[i].get(&(j as u32)))
                .fold(0, |a, b| a | b);
            for (number, (_, weight)) in self.items[i].iter().enumerate() {
                wanted += weight;
                if bits >> number & 1 == 1 {
                    met += weight;
                }
            }
        }
        (wanted, met)
    }

    fn bead(&self, source: Range<usize>, target: Range<usize>) -> Bead {
        let (wanted, met) = self.weights(source.clone(), target.clone());
        let shared = if wanted > 0.0 && !target.is_empty() {
            met / wanted
        } else {
            0.0
        };
        let sure = !source.is_empty() && !target.is_empty() && met >= 1.0 && shared >= 0.3;
        Bead {
            source,
            target,
            shared,
            sure,
        }
    }
}

/// What stands in every sentence tells nothing, what stands nowhere little.
fn rarity(spread: u32, all: f64) -> f64 {
    if spread == 0 {
        0.4
    } else {
        (1.0 + all / f64::from(spread)).ln() / (1.0 + all).ln()
    }
}

/// The shapes of beads: sentences of the source, sentences of the target.
const SHAPES: [(usize, usize); 6] = [(1, 1), (1, 2), (2, 1), (2, 2), (1, 0), (0, 1)];

struct Walk<'w, 'd> {
    source: &'w Source<'d>,
    target: &'w Target<'d>,
    table: &'w Table,
}

impl Walk<'_, '_> {
    /// The best way through these sentences of either side.
    fn beads(&self, source: Range<usize>, target: Range<usize>) -> Vec<Bead> {
        let steps = self.best(source.clone(), target.clone());
        let beads = steps.into_iter().map(|(i, j)| {
            self.table.bead(
                source.start + i.start..source.start + i.end,
                target.start + j.start..target.start + j.end,
            )
        });
        self.joined(beads.collect())
    }

    /// Puts a sentence that seems left out to the pair beside it whose target has what it says: it went
    /// into its neighbour.
    fn joined(&self, beads: Vec<Bead>) -> Vec<Bead> {
        let mut kept: Vec<Bead> = Vec::with_capacity(beads.len());
        for bead in beads {
            let before = kept
                .last()
                .filter(|it| !it.source.is_empty() && !it.target.is_empty());
            let Some(before) = before.filter(|_| bead.target.is_empty()) else {
                kept.push(bead);
                continue;
            };
            let (wanted, met) = self
                .table
                .weights(bead.source.clone(), before.target.clone());
            if met >= SAID_BESIDE * wanted {
                let whole = before.source.start..bead.source.end;
                let whole = self.table.bead(whole, before.target.clone());
                kept.pop();
                kept.push(whole);
            } else {
                kept.push(bead);
            }
        }
        kept
    }

    /// The same as pairs of ranges, counted from the first sentence of either side.
    fn best(
        &self,
        source: Range<usize>,
        target: Range<usize>,
    ) -> Vec<(Range<usize>, Range<usize>)> {
        let (height, across) = (source.len(), target.len());
        let (top, left) = (source.start, target.start);
        let half = BAND.max(height.abs_diff(across) + BAND / 2);
        let middle = |i: usize| (i * across).checked_div(height).unwrap_or(across);
        let low = |i: usize| middle(i).saturating_sub(half);
        let width = (2 * half + 1).min(across + 1);
        let start_of = |i: usize| low(i).min(across + 1 - width);
        // The best cost of reaching (i, j), and the shape of the last bead.
        let mut costs = vec![f64::INFINITY; (height + 1) * width];
        let mut last = vec![0_u8; (height + 1) * width];
        let place = |i: usize, j: usize| {
            let start = start_of(i);
            (j >= start && j < start + width).then(|| i * width + j - start)
        };
        let (letters_en, letters_ar) = self.letters(source, target);
        let ratio = if letters_en > 0.0 {
            (letters_ar / letters_en).clamp(0.6, 1.2)
        } else {
            1.0
        };
        if let Some(at) = place(0, 0) {
            costs[at] = 0.0;
        }
        for i in 0..=height {
            for j in start_of(i)..start_of(i) + width {
                let Some(here) = place(i, j) else { continue };
                for (number, (down, right)) in SHAPES.iter().enumerate() {
                    let (Some(i0), Some(j0)) = (i.checked_sub(*down), j.checked_sub(*right)) else {
                        continue;
                    };
                    let Some(before) = place(i0, j0)
                        .map(|it| costs[it])
                        .filter(|it| it.is_finite())
                    else {
                        continue;
                    };
                    let cost = before + self.cost(top + i0..top + i, left + j0..left + j, ratio);
                    if cost < costs[here] {
                        costs[here] = cost;
                        last[here] = number as u8;
                    }
                }
            }
        }
        let mut steps = Vec::new();
        let (mut i, mut j) = (height, across);
        while i > 0 || j > 0 {
            let Some(here) = place(i, j) else { break };
            let (down, right) = SHAPES[usize::from(last[here])];
            // The corner is always reached: sentences can be left out one by one.
            let (Some(i0), Some(j0)) = (i.checked_sub(down), j.checked_sub(right)) else {
                break;
            };
            steps.push((i0..i, j0..j));
            (i, j) = (i0, j0);
        }
        steps.reverse();
        steps
    }

    fn letters(&self, source: Range<usize>, target: Range<usize>) -> (f64, f64) {
        let source = self.source.sentences[source]
            .iter()
            .map(|it| it.letters)
            .sum::<usize>();
        let target = self.target.sentences[target]
            .iter()
            .map(|it| it.letters)
            .sum::<usize>();
        (f64::from(source as u32), f64::from(target as u32))
    }

    fn cost(&self, source: Range<usize>, target: Range<usize>, ratio: f64) -> f64 {
        let (en, ar) = self.letters(source.clone(), target.clone());
        if source.is_empty() || target.is_empty() {
            // A short sentence is left out sooner than a long one.
            return LEFT_OUT + (en + ar).min(100.0) / 100.0;
        }
        let shape = match (source.len(), target.len()) {
            (1, 1) => 0.0,
            (2, 2) => BOTH_DOUBLE,
            _ => UNEVEN,
        };
        let across = |sentences: &[super::Sentence]| {
            sentences
                .windows(2)
                .any(|it| it[0].segment != it[1].segment)
        };
        let across = [
            across(&self.source.sentences[source.clone()]),
            across(&self.target.sentences[target.clone()]),
        ];
        let across = f64::from(across.iter().filter(|it| **it).count() as u32) * ACROSS;
        let first_of = |sentences: &[super::Sentence], at: usize| {
            at == 0 || sentences[at].segment != sentences[at - 1].segment
        };
        let paragraphs = first_of(&self.source.sentences, source.start)
            != first_of(&self.target.sentences, target.start);
        let delta = (ar - en * ratio) / (en.max(ar) * VARIANCE).max(1.0).sqrt();
        let length = (delta * delta / 2.0).min(9.0) * 0.8;
        let (wanted, met) = self.table.weights(source.clone(), target.clone());
        let (wanted_back, met_back) = self.table.weights_back(source, target);
        let paragraph_cost = if paragraphs { 0.4 } else { 0.0 };
        shape + across + paragraph_cost + length
            - (met - EXPECTED * wanted)
            - BACK * (met_back - EXPECTED_BACK * wanted_back)
    }
}
