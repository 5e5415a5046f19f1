//! `fasih glossary test`: whether entries find what their tests say, alone and together.

use std::{collections::BTreeMap, fmt::Write};

use super::{
    args::TestArgs,
    files::{File, counted, end, in_use, read_or_shipped, texts},
};
use crate::{
    cli::{Status, out::Out},
    diagnostic::{Confidence, Message, Problem, Severity},
    engine::{Failure, Linter, Thresholds, self_test_entry},
    glossary::test_lines,
    keeping::bless::{Blessed, bless},
    output::{isolated, visible},
    rule::Group,
    world,
};

/// How many places in a corpus are shown of an entry.
const SAMPLES: usize = 3;

/// A test that fails, and with which entries.
struct Failed {
    failure: Failure,
    /// What is found with all entries, where the entry alone finds what is wanted or something else.
    together: Option<String>,
    alone: bool,
}

/// Runs the command.
pub(super) fn run(args: &TestArgs, out: &mut Out) -> Status {
    let (files, mut problems) = read_or_shipped(&args.files);
    let all = if args.files.is_empty() {
        Linter::shipped()
    } else {
        let (glossaries, wrong) = in_use(&files);
        problems.extend(wrong);
        Linter::new(glossaries)
    };
    let all = driven(all);
    let mut tests = 0;
    let mut failed: Vec<Vec<Failed>> = Vec::new();
    for file in &files {
        failed.push(run_file(file, &all, &mut tests));
    }
    for it in failed.iter().flatten() {
        out.write(shown(it).as_bytes());
    }
    let count: usize = failed.iter().map(Vec::len).sum();
    out.write(format!("{}, {count} failed\n", counted(tests, "test")).as_bytes());
    if !args.corpus.is_empty() {
        problems.extend(tell_corpus(args, &files, &all, out));
    }
    let mut blessed = 0;
    if args.bless && count > 0 && (args.yes || agreed(count, out)) {
        for (file, failed) in files.iter().zip(&failed) {
            blessed += write(file, failed, &mut problems);
        }
        out.write(format!("{} written\n", counted(blessed, "test")).as_bytes());
    }
    end(&problems, blessed < count, &args.show, out)
}

/// `linter` with what glossaries drive and nothing else, every finding shown.
fn driven(linter: Linter) -> Linter {
    let groups = Group::ALL.iter().filter(|it| it.is_driven_by_glossaries());
    let groups: Vec<String> = groups.map(|it| it.name().to_owned()).collect();
    let linter = linter.with_thresholds(Thresholds {
        severity: Severity::Neutral,
        confidence: Confidence::Low,
    });
    // The names are those of the groups themselves.
    linter
        .clone()
        .with_selection(&groups, &[])
        .unwrap_or(linter)
}

fn run_file(file: &File, all: &Linter, tests: &mut usize) -> Vec<Failed> {
    let path = &file.loaded.path;
    let mut failed = Vec::new();
    for entry in &file.loaded.glossary.entries {
        let lines = test_lines(entry).len();
        if lines == 0 {
            continue;
        }
        *tests += lines;
        let id = std::slice::from_ref(&entry.id.value);
        // An entry that is wrong, or switched off by a later file, cannot be run; the first is told.
        let Ok(alone) = all.clone().with_selection(id, &[]) else {
            continue;
        };
        let mut alone = self_test_entry(path, entry, &alone);
        for together in self_test_entry(path, entry, all) {
            let same = |it: &Failure| it.position == together.position;
            let failure = alone.iter().position(same).map(|it| alone.remove(it));
            failed.push(match failure {
                Some(failure) => Failed {
                    together: (failure.found != together.found).then_some(together.found),
                    failure,
                    alone: true,
                },
                None => Failed {
                    together: Some(together.found.clone()),
                    failure: together,
                    alone: false,
                },
            });
        }
        failed.extend(alone.into_iter().map(|failure| Failed {
            together: Some(failure.wanted.clone()),
            failure,
            alone: true,
        }));
    }
    failed.sort_by_key(|it| it.failure.position);
    failed
}

/// Wanted and found, one below the other; each in an isolate, so that both run from the right.
fn shown(failed: &Failed) -> String {
    let it = &failed.failure;
    let (path, entry) = (visible(&it.path), visible(&it.entry));
    let mut text = format!("{path}:{}: {entry}\n", it.position.line);
    let _ = writeln!(text, "    wanted   {}", isolated(&it.wanted));
    if failed.alone {
        let _ = writeln!(text, "    found    {}", isolated(&it.found));
    }
    if let Some(together) = &failed.together {
        let _ = writeln!(text, "    with all {}", isolated(together));
    }
    text
}

/// Asks a person. No answer is no.
fn agreed(count: usize, out: &mut Out) -> bool {
    out.warn(format!(
        "Write what was found into {}? What is found now may be wrong. [y/N] ",
        counted(count, "test")
    ));
    matches!(world::read_line().as_str(), "y" | "Y" | "yes" | "نعم")
}

/// Writes what was found into the tests of a file, and tells how many.
fn write(file: &File, failed: &[Failed], problems: &mut Vec<Problem>) -> usize {
    let path = file.path.to_string_lossy();
    let mut told = Vec::new();
    for it in failed {
        if it.together.is_some() {
            let message = Message::fixed(
                "the entry alone finds something else than all entries: no test can say both",
                "ما يجده المدخل وحده غير ما تجده المداخل كلها: لا يقولهما اختبار واحد",
            );
            problems.push(Problem::remark(&*path, message).at(it.failure.position));
        } else {
            told.push(&it.failure);
        }
    }
    let Blessed { text, written } = bless(&file.text, &told);
    if written == 0 {
        return 0;
    }
    let mark = if file.before > 0 { "\u{FEFF}" } else { "" };
    match world::replace(&file.path, format!("{mark}{text}").as_bytes()) {
        Ok(()) => written,
        Err(problem) => {
            problems.push(problem);
            0
        }
    }
}

/// What the entries of `files` find in texts: counts, and the first places.
fn tell_corpus(args: &TestArgs, files: &[File], all: &Linter, out: &mut Out) -> Vec<Problem> {
    let entries = files.iter().flat_map(|it| &it.loaded.glossary.entries);
    let mut found: BTreeMap<&str, (usize, Vec<String>)> = entries
        .map(|it| (it.id.value.as_str(), (0, Vec::new())))
        .collect();
    let mut count = 0;
    let problems = texts(&args.corpus, |path, document| {
        count += 1;
        for it in all.check(&document, None).diagnostics {
            let entry = it.origin.entry.as_deref();
            let Some((times, samples)) = entry.and_then(|it| found.get_mut(it)) else {
                continue;
            };
            *times += 1;
            if samples.len() < SAMPLES {
                let line = document.line(it.start.line).trim();
                let place = format!("{}:{}:{}", visible(path), it.start.line, it.start.column);
                samples.push(format!("{place}: {}", isolated(&around(line, &it.found))));
            }
        }
    });
    let all = found.len();
    let mut firing: Vec<_> = found.into_iter().filter(|it| it.1.0 > 0).collect();
    firing.sort_by_key(|it| std::cmp::Reverse(it.1.0));
    let texts = counted(count, "text");
    let line = format!("fire in {texts}: {} of {all} entries\n", firing.len());
    out.write(line.as_bytes());
    for (id, (times, samples)) in firing {
        out.write(format!("{times:>6} {}\n", visible(id)).as_bytes());
        for sample in samples {
            out.write(format!("       {sample}\n").as_bytes());
        }
    }
    problems
}

/// Some words of `line` on each side of the first `found` in it.
fn around(line: &str, found: &str) -> String {
    const WORDS: usize = 6;
    let Some(at) = line.find(found) else {
        return found.to_owned();
    };
    let (before, after) = (&line[..at], &line[at + found.len()..]);
    let start = before
        .char_indices()
        .rev()
        .filter(|it| it.1 == ' ')
        .nth(WORDS)
        .map_or(0, |it| it.0 + 1);
    let end = after
        .char_indices()
        .filter(|it| it.1 == ' ')
        .nth(WORDS)
        .map_or(after.len(), |it| it.0);
    format!("{}{{{found}}}{}", &before[start..], &after[..end])
}
