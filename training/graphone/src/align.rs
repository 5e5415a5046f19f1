//! Which letters of the Arabic stand for which letters of the Latin: expectation maximisation over
//! all ways to cut a pair into units of a few letters on either side.

use std::collections::HashMap;

use crate::pairs::Pair;

/// A few Latin letters and the Arabic ones that stand for them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Unit {
    pub latin: Vec<u8>,
    pub arabic: Vec<u8>,
}

/// How long the sides of a unit may be.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub latin: usize,
    pub arabic: usize,
    /// Units expected less often than this are given up.
    pub rarest: f64,
}

struct Edge {
    from: u32,
    to: u32,
    unit: u32,
}

/// A pair cut into units, and the log-probability of that cut.
pub struct Cut {
    pub units: Vec<u32>,
    pub log_prob: f64,
}

/// The units that occur, and the best cut of each pair (`None` where no cut fits the shape).
pub fn align(pairs: &[Pair], shape: Shape, rounds: usize) -> (Vec<Unit>, Vec<Option<Cut>>) {
    let mut ids: HashMap<Unit, u32> = HashMap::new();
    let mut units = Vec::new();
    let lattices: Vec<Vec<Edge>> = pairs
        .iter()
        .map(|it| lattice(it, shape, &mut ids, &mut units))
        .collect();
    let mut probs = vec![1.0 / units.len() as f64; units.len()];
    for round in 0..rounds {
        let mut counts = vec![0.0; units.len()];
        for (pair, edges) in pairs.iter().zip(&lattices) {
            expect(pair, edges, &probs, &mut counts);
        }
        if round + 4 == rounds {
            for count in counts.iter_mut().filter(|it| **it < shape.rarest) {
                *count = 0.0;
            }
        }
        let total: f64 = counts.iter().sum();
        probs = counts.iter().map(|it| it / total).collect();
    }
    let cuts = pairs
        .iter()
        .zip(&lattices)
        .map(|(pair, edges)| best(pair, edges, &probs))
        .collect();
    (units, cuts)
}

/// The edges of a pair, in an order in which every edge comes after those that lead to it.
fn lattice(
    pair: &Pair,
    shape: Shape,
    ids: &mut HashMap<Unit, u32>,
    units: &mut Vec<Unit>,
) -> Vec<Edge> {
    let width = pair.arabic.len() + 1;
    let mut edges = Vec::new();
    for i in 0..pair.latin.len() {
        for j in 0..width {
            for di in 1..=shape.latin.min(pair.latin.len() - i) {
                for dj in 0..=shape.arabic.min(pair.arabic.len() - j) {
                    // What several letters stand for together is one letter: `sh`, `th`, `tt`.
                    if di > 1 && dj != 1 {
                        continue;
                    }
                    let unit = Unit {
                        latin: pair.latin[i..i + di].to_vec(),
                        arabic: pair.arabic[j..j + dj].to_vec(),
                    };
                    let next = units.len() as u32;
                    let unit = *ids.entry(unit).or_insert_with_key(|it| {
                        units.push(it.clone());
                        next
                    });
                    edges.push(Edge {
                        from: (i * width + j) as u32,
                        to: ((i + di) * width + j + dj) as u32,
                        unit,
                    });
                }
            }
        }
    }
    edges
}

fn expect(pair: &Pair, edges: &[Edge], probs: &[f64], counts: &mut [f64]) {
    let states = (pair.latin.len() + 1) * (pair.arabic.len() + 1);
    let mut forward = vec![0.0; states];
    let mut backward = vec![0.0; states];
    forward[0] = 1.0;
    backward[states - 1] = 1.0;
    for edge in edges {
        forward[edge.to as usize] += forward[edge.from as usize] * probs[edge.unit as usize];
    }
    for edge in edges.iter().rev() {
        backward[edge.from as usize] += backward[edge.to as usize] * probs[edge.unit as usize];
    }
    let total = forward[states - 1];
    if total <= 0.0 {
        return;
    }
    for edge in edges {
        let through = forward[edge.from as usize] * probs[edge.unit as usize];
        counts[edge.unit as usize] += through * backward[edge.to as usize] / total;
    }
}

fn best(pair: &Pair, edges: &[Edge], probs: &[f64]) -> Option<Cut> {
    let states = (pair.latin.len() + 1) * (pair.arabic.len() + 1);
    let mut scores = vec![f64::NEG_INFINITY; states];
    let mut came: Vec<Option<&Edge>> = vec![None; states];
    scores[0] = 0.0;
    for edge in edges {
        let score = scores[edge.from as usize] + probs[edge.unit as usize].ln();
        if score > scores[edge.to as usize] {
            scores[edge.to as usize] = score;
            came[edge.to as usize] = Some(edge);
        }
    }
    let log_prob = scores[states - 1];
    if !log_prob.is_finite() {
        return None;
    }
    let mut units = Vec::new();
    let mut at = states - 1;
    while at != 0 {
        let edge = came[at]?;
        units.push(edge.unit);
        at = edge.from as usize;
    }
    units.reverse();
    Some(Cut { units, log_prob })
}
