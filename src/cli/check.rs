//! `fasih check`: many articles side by side, written in the order of their paths.

use std::{num::NonZero, thread::available_parallelism};

use rayon::prelude::*;

use super::{
    Status,
    args::{CheckArgs, FormatName},
    file::{Done, Run, Task},
    glossaries::glossaries,
    out::{self, Out},
    settings::{configured, settings},
    sources::Sources,
};
use crate::{
    config::Settings,
    diagnostic::{Language, Problem},
    engine::Linter,
    output::{Form, Human, Json, Tally},
    world::{self, Input},
};

/// Runs the command.
pub(super) fn run(args: &CheckArgs, out: &mut Out) -> Status {
    let found = world::discover(&args.paths, target(args).unwrap_or(Language::Arabic));
    let mut problems = found.problems;
    let prepared = prepare(args, &found.inputs, &mut problems);
    let language = match &prepared {
        Some((settings, _)) => settings.language,
        None => args.show.language.map_or(Language::default(), Into::into),
    };
    let color = task(args) == Task::Check && out::colors_output(args.show.color);
    let form: Box<dyn Form> = match args.format {
        FormatName::Human => Box::new(Human { language, color }),
        FormatName::Json => Box::new(Json { language }),
    };
    let mut writer = Writer {
        out,
        form: &*form,
        language,
        colors_errors: out::colors_errors(args.show.color),
        findings: findings_stream(args, &found.inputs),
        first: true,
        tally: Tally::default(),
        problems: Vec::new(),
        would_change: false,
    };
    writer.problems(problems);
    writer.begin();
    if let Some((settings, (linter, sources))) = &prepared {
        let run = Run {
            linter,
            form: &*form,
            sources,
            task: task(args),
        };
        check(&run, &found.inputs, &mut writer);
        return writer.end(settings);
    }
    writer.end(&Settings::default())
}

/// Everything a run needs, unless something is wrong that would make its findings wrong.
fn prepare(
    args: &CheckArgs,
    inputs: &[Input],
    problems: &mut Vec<Problem>,
) -> Option<(Settings, (Linter, Sources))> {
    let settings = match settings(args, inputs) {
        Ok(settings) => settings,
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    let sources = match Sources::of(args, inputs) {
        Ok(sources) => sources,
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    let (glossaries, wrong) = glossaries(&settings.glossaries);
    let whole = wrong.is_empty();
    problems.extend(wrong);
    // Half a glossary may lack what switches an entry off: enough to tell what is found, too little
    // to change a file.
    if !whole && task(args) != Task::Check {
        return None;
    }
    let linter = Linter::new(glossaries).with_target(target(args));
    match configured(linter, &settings) {
        Ok(linter) => Some((settings, (linter, sources))),
        Err(wrong) => {
            problems.extend(wrong);
            None
        }
    }
}

/// The language of the articles, where the user names it.
fn target(args: &CheckArgs) -> Option<Language> {
    args.target.map(Into::into)
}

fn task(args: &CheckArgs) -> Task {
    let unsafe_too = args.unsafe_fixes;
    if args.diff {
        let shown = out::is_terminal();
        Task::Diff { unsafe_too, shown }
    } else if args.fix {
        Task::Fix { unsafe_too }
    } else {
        Task::Check
    }
}

/// Where findings go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stream {
    Stdout,
    /// Standard output is taken by the fixed text.
    Stderr,
    /// A diff stands by itself: no findings, no summary.
    DiffOnly,
}

fn findings_stream(args: &CheckArgs, inputs: &[Input]) -> Stream {
    if args.diff {
        Stream::DiffOnly
    } else if args.fix && inputs.contains(&Input::Stdin) {
        Stream::Stderr
    } else {
        Stream::Stdout
    }
}

/// Checks some files at a time, as many as keep all processors busy: what is held at once follows
/// the files at work, not all of them.
fn check(run: &Run<'_>, inputs: &[Input], writer: &mut Writer<'_>) {
    // Threads are worth starting for more than one file.
    if let [input] = inputs {
        writer.write(run.file(input));
        return;
    }
    let processors = available_parallelism().map_or(1, NonZero::get);
    for some in inputs.chunks(4 * processors) {
        let done: Vec<Done> = some.par_iter().map(|it| run.file(it)).collect();
        for done in done {
            writer.write(done);
        }
        // Files are fixed whether or not anybody reads about it.
        if writer.out.is_closed() && !matches!(run.task, Task::Fix { .. }) {
            return;
        }
    }
}

/// Writes what becomes of the files, in order, and counts.
struct Writer<'w> {
    out: &'w mut Out,
    form: &'w dyn Form,
    language: Language,
    colors_errors: bool,
    findings: Stream,
    first: bool,
    tally: Tally,
    problems: Vec<Problem>,
    would_change: bool,
}

impl Writer<'_> {
    fn say(&mut self, text: &str) {
        match self.findings {
            Stream::Stdout => self.out.write(text.as_bytes()),
            Stream::Stderr => self.out.warn(text),
            Stream::DiffOnly => {}
        }
    }

    fn problems(&mut self, problems: Vec<Problem>) {
        let (language, color) = (self.language, self.colors_errors);
        self.out.problems(&problems, language, color);
        self.problems.extend(problems);
    }

    fn begin(&mut self) {
        let start = self.form.start();
        self.say(&start);
    }

    fn write(&mut self, done: Done) {
        self.problems(done.problems);
        if let Some(text) = done.fixed_text {
            self.out.write(&text);
        }
        if let Some(said) = done.said {
            if self.findings == Stream::DiffOnly {
                self.out.write(said.as_bytes());
            } else {
                if !self.first {
                    let between = self.form.between();
                    self.say(between);
                }
                self.first = false;
                self.say(&said);
            }
        }
        self.would_change |= done.would_change;
        self.tally.add(done.tally);
    }

    fn end(mut self, settings: &Settings) -> Status {
        let finish = self.form.finish(&self.tally, &self.problems);
        self.say(&finish);
        let mut severities = self.tally.severities();
        let fails = severities.any(|(it, count)| count > 0 && settings.fail_on.is_met_by(it));
        let found = match self.findings {
            Stream::DiffOnly => self.would_change,
            Stream::Stdout | Stream::Stderr => fails,
        };
        if self.problems.iter().any(|it| it.fatal) {
            Status::Failed
        } else if found {
            Status::Findings
        } else {
            Status::Clean
        }
    }
}
