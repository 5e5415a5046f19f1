//! From names cut into units to the bytes of `src/names/ngram.rs`: an n-gram model with modified
//! Kneser-Ney discounts, interpolated, its n-grams in a trie.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    align::Unit,
    ngram::{BACK_OFF_STEPS, EDGE, MAGIC, PROB_STEPS},
};

/// Counts of the n-grams of one length.
type Counts = BTreeMap<Vec<u16>, f64>;

/// Trains on `names`, the units of each, and gives the bytes. `units[0]` is the edge.
pub fn train(names: &[Vec<u16>], units: &[Unit], order: usize, fingerprint: u64) -> Vec<u8> {
    let counts = counts(names, order);
    let mut probs: Vec<BTreeMap<Vec<u16>, f64>> = Vec::new();
    let mut back_offs: Vec<BTreeMap<Vec<u16>, f64>> = Vec::new();
    for (n, counts) in counts.iter().enumerate() {
        let discounts = discounts(counts);
        // By context: the sum of counts, and what is taken from them for the shorter context.
        let mut of: BTreeMap<&[u16], (f64, f64)> = BTreeMap::new();
        for (ngram, count) in counts {
            let (total, taken) = of.entry(&ngram[..n]).or_default();
            *total += count;
            *taken += discount(&discounts, *count);
        }
        let lower = |ngram: &[u16]| match n {
            0 => 1.0 / units.len() as f64,
            _ => probs[n - 1][&ngram[1..]],
        };
        let mut level = BTreeMap::new();
        for (ngram, count) in counts {
            let (total, taken) = of[&ngram[..n]];
            let own = (count - discount(&discounts, *count)).max(0.0) / total;
            level.insert(ngram.clone(), own + taken / total * lower(ngram));
        }
        if n == 0 {
            // Every unit has a probability, though it only begins names.
            for unit in 0..units.len() as u16 {
                let (total, taken) = of[&[][..]];
                level
                    .entry(vec![unit])
                    .or_insert(taken / total / units.len() as f64);
            }
        } else {
            let gone = of
                .iter()
                .map(|(context, (total, taken))| (context.to_vec(), taken / total));
            back_offs.push(gone.collect());
        }
        probs.push(level);
    }
    write(&probs, &back_offs, units, fingerprint)
}

/// The longest n-grams as often as they occur, the shorter ones by how many units stand before
/// them; what begins a name has nothing before it and counts as often as it occurs.
fn counts(names: &[Vec<u16>], order: usize) -> Vec<Counts> {
    let mut counts = vec![Counts::new(); order];
    let mut before: Vec<BTreeMap<Vec<u16>, BTreeSet<u16>>> = vec![BTreeMap::new(); order];
    for units in names {
        let mut name = vec![EDGE];
        name.extend(units);
        name.push(EDGE);
        for end in 2..=name.len() {
            for n in 1..=order.min(end) {
                let start = end - n;
                let ngram = name[start..end].to_vec();
                if n == order || start == 0 {
                    *counts[n - 1].entry(ngram).or_default() += 1.0;
                } else {
                    before[n - 1]
                        .entry(ngram)
                        .or_default()
                        .insert(name[start - 1]);
                }
            }
        }
    }
    for (counts, before) in counts.iter_mut().zip(before) {
        counts.extend(
            before
                .into_iter()
                .map(|(ngram, before)| (ngram, before.len() as f64)),
        );
    }
    counts
}

/// What is taken from a count of one, two, three and more.
fn discounts(counts: &Counts) -> [f64; 3] {
    let mut of = [0.0_f64; 5];
    for count in counts.values() {
        let count = count.round().max(1.0) as usize;
        if count <= 4 {
            of[count] += 1.0;
        }
    }
    let y = of[1] / (of[1] + 2.0 * of[2]).max(1.0);
    let discount = |n: usize| {
        (n as f64 - (n as f64 + 1.0) * y * of[n + 1] / of[n].max(1.0)).clamp(0.1, n as f64 - 0.05)
    };
    [discount(1), discount(2), discount(3)]
}

fn discount(discounts: &[f64; 3], count: f64) -> f64 {
    let at = (count.round() as usize).clamp(1, 3) - 1;
    discounts[at].min(count)
}

fn write(
    probs: &[BTreeMap<Vec<u16>, f64>],
    back_offs: &[BTreeMap<Vec<u16>, f64>],
    units: &[Unit],
    fingerprint: u64,
) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.extend(fingerprint.to_le_bytes());
    out.push(probs.len() as u8);
    number(&mut out, units.len() as u32);
    for unit in units {
        out.push((unit.latin.len() << 4 | unit.arabic.len()) as u8);
        out.extend(&unit.latin);
        out.extend(&unit.arabic);
    }
    let mut parents: Vec<Vec<u16>> = vec![Vec::new()];
    for (n, level) in probs.iter().enumerate() {
        let mut children: BTreeMap<&[u16], Vec<u16>> = BTreeMap::new();
        for ngram in level.keys() {
            children.entry(&ngram[..n]).or_default().push(ngram[n]);
        }
        let mut nodes = Vec::new();
        for parent in &parents {
            let last = children
                .get(parent.as_slice())
                .map_or(&[][..], Vec::as_slice);
            number(&mut out, last.len() as u32);
            let mut before = 0;
            for unit in last {
                number(&mut out, u32::from(unit - before));
                before = *unit;
                nodes.push([parent.as_slice(), &[*unit]].concat());
            }
        }
        let code =
            |it: f64, steps: f32| (-it.ln() * f64::from(steps)).round().clamp(0.0, 255.0) as u8;
        out.extend(nodes.iter().map(|it| code(level[it], PROB_STEPS)));
        if n + 1 < probs.len() {
            let weight = |it: &Vec<u16>| back_offs[n].get(it).copied().unwrap_or(1.0);
            out.extend(nodes.iter().map(|it| code(weight(it), BACK_OFF_STEPS)));
        }
        parents = nodes;
    }
    out
}

fn number(out: &mut Vec<u8>, mut number: u32) {
    while number > 127 {
        out.push(number as u8 & 127 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}
