//! Files of which every line is a document of its own: JSONL, checked as it is read. What is held
//! at once is a few lines and what is said of them.

use std::{num::NonZero, thread::available_parallelism};

use rayon::prelude::*;

use super::file::{Done, Run};
use crate::{
    diagnostic::{Message, Problem},
    document::{Document, Format, Origin},
    engine::{self, Fixed},
    output::Tally,
    world::{Input, Line, Lines},
};

/// How many problems of a file are told before the rest is only counted.
const MOST_PROBLEMS: usize = 20;

/// How many lines, or bytes of them, are read before they are checked side by side.
const BATCH: usize = 64;
const BATCH_BYTES: usize = 4 << 20;

/// Checks `input` and gives what becomes of each line to `write`, in order, until it returns false.
pub(super) fn check(run: &Run<'_>, input: &Input, mut write: impl FnMut(Done) -> bool) {
    let mut problems = Problems::default();
    let shown = match input {
        Input::Stdin => crate::world::STDIN.to_owned(),
        Input::File(path) => path.to_string_lossy().into_owned(),
    };
    let lines = Lines::of(input);
    let mut lines = match lines {
        Ok(lines) => lines,
        Err(problem) => {
            write(Done {
                problems: vec![problem],
                ..Done::default()
            });
            return;
        }
    };
    let processors = available_parallelism().map_or(1, NonZero::get);
    loop {
        let mut batch: Vec<Result<Line, Problem>> = Vec::new();
        let mut bytes = 0;
        while batch.len() < BATCH * processors && bytes < BATCH_BYTES {
            let Some(line) = lines.next() else { break };
            bytes += line.as_ref().map_or(0, |it| it.bytes.len());
            batch.push(line);
        }
        if batch.is_empty() {
            break;
        }
        let done: Vec<Done> = batch
            .into_par_iter()
            .filter_map(|it| match it {
                Ok(line) => one(run, &shown, line.origin, line.bytes),
                Err(problem) => Some(Done {
                    problems: vec![problem],
                    ..Done::default()
                }),
            })
            .collect();
        for mut done in done {
            problems.limit(&mut done);
            if !write(done) {
                return;
            }
        }
    }
    write(problems.rest(&shown));
}

/// Checks lines that are in memory.
pub(super) fn check_all(run: &Run<'_>, shown: &str, bytes: &[u8]) -> Done {
    let mut all = All::default();
    for (origin, line) in lines(bytes) {
        if let Some(done) = one(run, shown, origin, line.to_vec()) {
            all.add(run, done);
        }
    }
    all.finish(shown)
}

/// Fixes each line, and tells what is left.
pub(super) fn fix(run: &Run<'_>, shown: &str, bytes: &[u8], unsafe_too: bool) -> (Vec<u8>, Done) {
    let mut all = All::default();
    let mut new = Vec::with_capacity(bytes.len());
    for (count, (_, line)) in (0..).zip(lines(bytes)) {
        if count > 0 {
            new.push(b'\n');
        }
        let origin = Origin {
            offset: new.len(),
            lines: count,
        };
        let format = Format::Jsonl;
        let fixed = engine::fix(run.linter, shown, line.to_vec(), format, None, unsafe_too);
        let Fixed {
            bytes,
            applied,
            report,
        } = fixed;
        new.extend_from_slice(&bytes);
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        let (document, problems) = Document::parse_part(shown, bytes, format, origin);
        let mut done = Done {
            problems,
            ..Done::default()
        };
        if !document.segments.is_empty() || done.problems.is_empty() {
            run.tell(shown, &document, &report, None, Some(applied), &mut done);
        }
        all.add(run, done);
    }
    (new, all.finish(shown))
}

/// A line checked; nothing where it is empty.
fn one(run: &Run<'_>, shown: &str, origin: Origin, bytes: Vec<u8>) -> Option<Done> {
    if bytes.trim_ascii().is_empty() {
        return None;
    }
    let (document, problems) = Document::parse_part(shown, bytes, Format::Jsonl, origin);
    let mut done = Done {
        problems,
        ..Done::default()
    };
    if document.segments.is_empty() && !done.problems.is_empty() {
        return Some(done);
    }
    let report = run.linter.check(&document, None);
    run.tell(shown, &document, &report, None, None, &mut done);
    Some(done)
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = (Origin, &[u8])> {
    let mut origin = Origin::default();
    bytes.split(|it| *it == b'\n').map(move |line| {
        let here = origin;
        origin.offset += line.len() + 1;
        origin.lines += 1;
        (here, line)
    })
}

/// What is said of all lines together.
#[derive(Default)]
struct All {
    done: Done,
    problems: Problems,
}

impl All {
    fn add(&mut self, run: &Run<'_>, mut done: Done) {
        self.problems.limit(&mut done);
        self.done.problems.append(&mut done.problems);
        self.done.tally.add(done.tally);
        if let Some(said) = done.said {
            match &mut self.done.said {
                Some(all) => {
                    all.push_str(run.form.between());
                    all.push_str(&said);
                }
                None => self.done.said = Some(said),
            }
        }
    }

    fn finish(mut self, shown: &str) -> Done {
        self.done
            .problems
            .append(&mut self.problems.rest(shown).problems);
        self.done
    }
}

/// Counts the problems of a file: one that is broken all over is not listed to its end.
#[derive(Default)]
struct Problems {
    count: usize,
}

impl Problems {
    fn limit(&mut self, done: &mut Done) {
        let told = MOST_PROBLEMS.saturating_sub(self.count);
        self.count += done.problems.len();
        done.problems.truncate(told);
    }

    /// A word on those that were not told.
    fn rest(self, shown: &str) -> Done {
        let more = self.count.saturating_sub(MOST_PROBLEMS);
        let message = Message::new(
            format!("{more} more lines like these could not be read wholly"),
            format!("{more} سطرًا آخر كهذه تعذرت قراءته كاملًا"),
        );
        let problems = match more {
            0 => Vec::new(),
            _ => vec![Problem::fatal(shown, message)],
        };
        Done {
            problems,
            tally: Tally::default(),
            ..Done::default()
        }
    }
}
