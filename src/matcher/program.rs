//! Patterns spelt out and indexed by their rarest word: see [`Program`].

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::LexemeId;

/// The patterns of a glossary.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Program {
    ways: Vec<Way>,
    steps: Vec<Step>,
    sets: Vec<LexemeId>,
    /// Of each word of the lexicon, where its ways begin in `anchored`; one more at the end.
    starts: Vec<u32>,
    anchored: Vec<u32>,
}

/// One way through one pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// What the builder was told it stands for.
    pub target: u32,
    start: u32,
    len: u8,
    anchor: u8,
    focus: (u8, u8),
}

/// One place of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Step {
    /// One word of a set: where it begins in `sets`, and how many it has.
    Set(u32, u16),
    /// Up to this many words.
    Gap(u8),
    /// One to four words, kept.
    Capture(u8),
}

impl Program {
    /// The ways that wait for this word.
    pub(super) fn anchored(&self, lexeme: LexemeId) -> &[u32] {
        let at = lexeme.0 as usize;
        match self.starts.get(at..at + 2) {
            Some(&[start, end]) => &self.anchored[start as usize..end as usize],
            _ => &[],
        }
    }

    /// Whether a way waits for this word.
    pub fn is_waiting_for(&self, lexeme: LexemeId) -> bool {
        !self.anchored(lexeme).is_empty()
    }

    /// The way of this number.
    pub fn way(&self, number: u32) -> Way {
        self.ways[number as usize]
    }

    /// The ways that stand for `target`.
    pub fn ways_of(&self, target: u32) -> impl Iterator<Item = u32> + '_ {
        let first = self.ways.partition_point(|it| it.target < target);
        let ways = self.ways[first..].iter();
        (first as u32..)
            .zip(ways.take_while(move |it| it.target == target))
            .map(|it| it.0)
    }

    /// How many ways there are.
    pub fn len(&self) -> usize {
        self.ways.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ways.is_empty()
    }

    pub(super) fn steps(&self, way: Way) -> &[Step] {
        &self.steps[way.start as usize..][..usize::from(way.len)]
    }

    pub(super) fn set(&self, start: u32, len: u16) -> &[LexemeId] {
        &self.sets[start as usize..][..usize::from(len)]
    }
}

impl Way {
    pub(super) fn anchor(self) -> usize {
        usize::from(self.anchor)
    }

    pub(super) fn focus(self) -> Range<usize> {
        usize::from(self.focus.0)..usize::from(self.focus.1)
    }
}

/// A place of a way on the way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// One of these words.
    Set(Vec<LexemeId>),
    /// Up to this many words.
    Gap(u8),
    /// One to four words, kept.
    Capture(u8),
}

/// Collects ways and chooses where each waits.
#[derive(Debug, Default)]
pub struct ProgramBuilder {
    ways: Vec<(u32, Vec<Place>, Range<usize>)>,
    /// Targets that only [`super::occurs`] asks for.
    aside: rustc_hash::FxHashSet<u32>,
}

impl ProgramBuilder {
    /// Adds a way that stands for `target`. Targets must not fall. Each way has a set, and at most
    /// 255 places.
    pub fn add(&mut self, target: u32, places: Vec<Place>, focus: Range<usize>) {
        debug_assert!(self.ways.last().is_none_or(|it| it.0 <= target));
        self.ways.push((target, places, focus));
    }

    /// Tells that no way of `target` waits in a text: only [`super::occurs`] asks for it.
    pub fn set_aside(&mut self, target: u32) {
        self.aside.insert(target);
    }

    /// Lays the ways out. `common(word)` tells words that stand in most sentences, where no way
    /// should wait.
    pub fn finish(self, lexemes: usize, common: impl Fn(LexemeId) -> bool) -> Program {
        // A word that many patterns ask for is common in texts too, or at least makes many ways
        // wait at once; both cost.
        let mut weight = vec![0_u32; lexemes];
        for (_, places, _) in &self.ways {
            for place in places {
                if let Place::Set(words) = place {
                    for word in words {
                        weight[word.0 as usize] += 1;
                    }
                }
            }
        }
        for (word, weight) in weight.iter_mut().enumerate() {
            if common(LexemeId(word as u32)) {
                *weight += 1 << 24;
            }
        }
        let mut program = Program::default();
        let mut anchored: Vec<Vec<u32>> = vec![Vec::new(); lexemes];
        for (number, (target, places, focus)) in self.ways.into_iter().enumerate() {
            let start = program.steps.len() as u32;
            let mut anchor = (u32::MAX, 0);
            for (at, place) in places.iter().enumerate() {
                program.steps.push(match place {
                    Place::Gap(most) => Step::Gap(*most),
                    Place::Capture(kept) => Step::Capture(*kept),
                    Place::Set(words) => {
                        let cost = words.iter().map(|it| weight[it.0 as usize]);
                        anchor = anchor.min((cost.fold(0, u32::saturating_add), at));
                        let mut words = words.clone();
                        words.sort_unstable();
                        words.dedup();
                        let from = program.sets.len() as u32;
                        program.sets.extend_from_slice(&words);
                        Step::Set(from, words.len() as u16)
                    }
                });
            }
            if let Some(Place::Set(words)) = places.get(anchor.1)
                && !self.aside.contains(&target)
            {
                for word in words {
                    anchored[word.0 as usize].push(number as u32);
                }
            }
            program.ways.push(Way {
                target,
                start,
                len: places.len() as u8,
                anchor: anchor.1 as u8,
                focus: (focus.start as u8, focus.end as u8),
            });
        }
        program.starts.push(0);
        for mut ways in anchored {
            ways.dedup();
            program.anchored.extend_from_slice(&ways);
            program.starts.push(program.anchored.len() as u32);
        }
        program
    }
}
