//! Walks a text past the patterns that wait in it: see [`search`].

use std::ops::Range;

use super::{Barrier, Program, Reading, Readings, Way, program::Step, read::WordAt};

/// A pattern found in a segment. Places are numbers of words in [`Readings::words`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What the way stands for.
    pub target: u32,
    /// The whole of it.
    pub words: Range<usize>,
    /// What is flagged.
    pub focus: Range<usize>,
    /// For each word of the focus, the reading that fitted, as a place in [`Readings::of`].
    pub fitted: Vec<Option<u8>>,
    /// What `$1` … `$9` took.
    pub captures: [Option<Range<usize>>; 9],
}

/// The most words of a `$1`.
const LONGEST_CAPTURE: usize = crate::pattern::LONGEST_GAP as usize;

/// The most places of a way. A longer one never fits; none of ours has half as many.
const MOST_STEPS: usize = 32;

/// Calls `found` with each place in `readings` where a way of `program` fits. `source` tells
/// which lexicon the program was made with, and that lexicon was told the words it waits for.
pub fn search(readings: &Readings, source: u8, program: &Program, found: impl FnMut(Hit)) {
    search_at(readings.waited_for(), readings, source, program, found);
}

/// The same for a program whose words its lexicon was not told.
pub fn search_everywhere(
    readings: &Readings,
    source: u8,
    program: &Program,
    found: impl FnMut(Hit),
) {
    search_at(0..readings.words.len(), readings, source, program, found);
}

fn search_at(
    words: impl Iterator<Item = usize>,
    readings: &Readings,
    source: u8,
    program: &Program,
    mut found: impl FnMut(Hit),
) {
    if program.is_empty() {
        return;
    }
    for at in words {
        let mut last = None;
        for reading in readings.of(at).iter().filter(|it| it.source == source) {
            // Two forms of one word are one word.
            if last.replace(reading.lexeme) == Some(reading.lexeme) {
                continue;
            }
            for &number in program.anchored(reading.lexeme) {
                let way = program.way(number);
                if let Some(hit) = fit(readings, source, program, way, at, true)
                    && !is_weak(readings, source, program, way, at)
                {
                    found(hit);
                }
            }
        }
    }
}

/// Whether a way that stands for `target` fits anywhere among `words`.
pub fn occurs(
    readings: &Readings,
    source: u8,
    program: &Program,
    target: u32,
    words: Range<usize>,
) -> bool {
    program.ways_of(target).any(|number| {
        let way = program.way(number);
        words.clone().any(|at| {
            fit(readings, source, program, way, at, false)
                .is_some_and(|it| words.start <= it.words.start && it.words.end <= words.end)
        })
    })
}

/// Whether the way is one word and the text's word is that only if the clitics are ones.
fn is_weak(readings: &Readings, source: u8, program: &Program, way: Way, at: usize) -> bool {
    let [Step::Set(start, len)] = *program.steps(way) else {
        return false;
    };
    let set = program.set(start, len);
    let strong =
        |it: &Reading| it.source == source && !it.weak && set.binary_search(&it.lexeme).is_ok();
    !readings.of(at).iter().any(strong)
}

struct Walk<'r> {
    readings: &'r Readings,
    source: u8,
    program: &'r Program,
    steps: &'r [Step],
    /// The words each step took.
    took: [(u32, u32); MOST_STEPS],
}

/// Fits `way` with its anchor at word `at`, which is `known` to be one of the words that it waits for.
fn fit(
    readings: &Readings,
    source: u8,
    program: &Program,
    way: Way,
    at: usize,
    known: bool,
) -> Option<Hit> {
    let steps = program.steps(way);
    if steps.len() > MOST_STEPS {
        return None;
    }
    let mut walk = Walk {
        readings,
        source,
        program,
        steps,
        took: [(0, 0); MOST_STEPS],
    };
    let anchor = way.anchor();
    // A way is tried where a reading of its anchor stands; the scan for other words of a text tries
    // any, and needs the look.
    if !known && !walk.is_in_set(anchor, at) {
        return None;
    }
    walk.took[anchor] = (at as u32, at as u32 + 1);
    if !walk.forward(anchor + 1, at + 1) || !walk.backward(anchor, at) {
        return None;
    }
    let focus = way.focus();
    let span = |steps: Range<usize>| {
        walk.took[steps.start].0 as usize..walk.took[steps.end - 1].1 as usize
    };
    let mut captures: [Option<Range<usize>>; 9] = Default::default();
    let mut fitted = Vec::new();
    for (n, step) in steps.iter().enumerate() {
        let words = walk.took[n].0 as usize..walk.took[n].1 as usize;
        if let Step::Capture(kept) = step {
            captures[usize::from(*kept) - 1] = Some(words.clone());
        }
        if focus.contains(&n) {
            for word in words {
                let of = readings.of(word);
                let fits = |it: &Reading| matches!(step, Step::Set(..)) && walk.fits(n, it);
                // A reading that takes fewer letters for clitics is the likelier.
                let best = (0..of.len())
                    .filter(|it| fits(&of[*it]))
                    .min_by_key(|it| of[*it].weak);
                fitted.push(best.map(|it| it as u8));
            }
        }
    }
    Some(Hit {
        target: way.target,
        words: span(0..steps.len()),
        focus: span(focus),
        fitted,
        captures,
    })
}

impl Walk<'_> {
    fn fits(&self, step: usize, reading: &Reading) -> bool {
        let Step::Set(start, len) = self.steps[step] else {
            return false;
        };
        reading.source == self.source
            && self
                .program
                .set(start, len)
                .binary_search(&reading.lexeme)
                .is_ok()
    }

    fn is_in_set(&self, step: usize, word: usize) -> bool {
        self.readings.of(word).iter().any(|it| self.fits(step, it))
    }

    /// Whether word `at` may follow the word before it inside a match.
    fn joined(&self, at: usize, most: Barrier) -> bool {
        at > 0 && self.word(at).is_some_and(|it| it.barrier <= most)
    }

    fn word(&self, at: usize) -> Option<&WordAt> {
        self.readings.words.get(at)
    }

    /// Fits the steps from `step` on to the words from `at` on.
    fn forward(&mut self, step: usize, at: usize) -> bool {
        if step == self.steps.len() {
            return true;
        }
        let (least, most, barrier) = match self.steps[step] {
            Step::Set(..) => {
                let there = self.joined(at, self.barrier_beside(step)) && self.is_in_set(step, at);
                self.took[step] = (at as u32, at as u32 + 1);
                return there && self.forward(step + 1, at + 1);
            }
            Step::Gap(most) => (0, usize::from(most), Barrier::Comma),
            Step::Capture(_) => (1, LONGEST_CAPTURE, Barrier::Quote),
        };
        let mut len = 0;
        loop {
            if len >= least {
                self.took[step] = (at as u32, (at + len) as u32);
                if self.forward(step + 1, at + len) {
                    return true;
                }
            }
            if len == most || !self.joined(at + len, barrier) {
                return false;
            }
            len += 1;
        }
    }

    /// Fits the steps before `step` to the words before `at`.
    fn backward(&mut self, step: usize, at: usize) -> bool {
        let Some(step) = step.checked_sub(1) else {
            return true;
        };
        let (least, most, barrier) = match self.steps[step] {
            Step::Set(..) => {
                let there =
                    self.joined(at, self.barrier_beside(step + 1)) && self.is_in_set(step, at - 1);
                self.took[step] = (at.saturating_sub(1) as u32, at as u32);
                return there && self.backward(step, at - 1);
            }
            Step::Gap(most) => (0, usize::from(most), Barrier::Comma),
            Step::Capture(_) => (1, LONGEST_CAPTURE, Barrier::Quote),
        };
        let mut len = 0;
        loop {
            if len >= least {
                self.took[step] = ((at - len) as u32, at as u32);
                if self.backward(step, at - len) {
                    return true;
                }
            }
            if len == most || !self.joined(at - len, barrier) {
                return false;
            }
            len += 1;
        }
    }

    /// What may stand between `step` and the step before it: beside a gap a comma, elsewhere quotes.
    fn barrier_beside(&self, step: usize) -> Barrier {
        let gap = |it: Option<&Step>| matches!(it, Some(Step::Gap(_)));
        if gap(self.steps.get(step))
            || step
                .checked_sub(1)
                .is_some_and(|it| gap(self.steps.get(it)))
        {
            Barrier::Comma
        } else {
            Barrier::Quote
        }
    }
}

impl Hit {
    /// The reading that fitted the word of this number, where the pattern asked for a word there.
    pub fn reading<'r>(&self, readings: &'r Readings, word: usize) -> Option<&'r Reading> {
        let fitted = *self.fitted.get(word.checked_sub(self.focus.start)?)?;
        readings.of(word).get(usize::from(fitted?))
    }
}
