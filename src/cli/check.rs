//! `fasih check`: many articles side by side, written in the order of their paths.

use std::{mem, num::NonZero, path::Path, thread::available_parallelism};

use rayon::prelude::*;

use super::{
    Status,
    args::{CheckArgs, ColorName, FormatName},
    file::{Done, Run, Task},
    form::{Shown, form},
    glossaries::glossaries,
    lines,
    out::{self, Out},
    settings::{configured, settings},
    sink::Sink,
    sources::Sources,
};
use crate::{
    config::Settings,
    diagnostic::{Language, Message, Problem},
    engine::Linter,
    output::{Ending, Form, Markdown, Tally},
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
    let shown = Shown {
        language,
        color: task(args) == Task::Check && colors(args),
        fail_on: prepared
            .as_ref()
            .map_or(Settings::default().fail_on, |it| it.0.fail_on),
    };
    let form = form(args.format, shown);
    let colors_errors = out::colors_errors(args.show.color);
    let sink = match sink(args, &found.inputs) {
        Ok(sink) => sink,
        // Nothing that is found could be told.
        Err(problem) => {
            problems.push(problem);
            out.problems(&problems, language, colors_errors);
            return Status::Failed;
        }
    };
    let mut writer = Writer {
        out,
        sink,
        form: &*form,
        language,
        colors_errors,
        told: match args.format {
            _ if args.diff => Told::Diff,
            FormatName::Github => Told::FindingsAndJob,
            _ => Told::Findings,
        },
        has_files: false,
        bound: Vec::new(),
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
            input_format: args.input_format,
        };
        check(&run, &found.inputs, &mut writer);
        return writer.end(settings);
    }
    writer.end(&Settings::default())
}

/// Everything a run needs, unless something is wrong that would make its findings wrong.
pub(super) fn prepare(
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

/// The file of `--output`, where it is not standard output.
fn output(args: &CheckArgs) -> Option<&Path> {
    let path = args.output.as_deref();
    path.filter(|it| it.as_os_str() != "-")
}

/// A file is no terminal.
fn colors(args: &CheckArgs) -> bool {
    match output(args) {
        Some(_) => args.show.color == ColorName::Always,
        None => out::colors_output(args.show.color),
    }
}

fn sink(args: &CheckArgs, inputs: &[Input]) -> Result<Sink, Problem> {
    if let Some(path) = output(args) {
        return Sink::file(path, inputs);
    }
    if args.format == FormatName::Xlsx && args.output.is_none() {
        let message = Message::fixed(
            "a spreadsheet is no text; name a file for it with `--output FILE`",
            "الجدول ليس نصًا؛ سمِّ له ملفًا بـ --output FILE",
        );
        return Err(Problem::fatal("", message));
    }
    if args.fix && inputs.contains(&Input::Stdin) {
        return Ok(Sink::Stderr);
    }
    Ok(Sink::Stdout)
}

/// Checks some files at a time, as many as keep all processors busy: what is held at once follows
/// the files at work, not all of them.
fn check(run: &Run<'_>, inputs: &[Input], writer: &mut Writer<'_>) {
    let processors = available_parallelism().map_or(1, NonZero::get);
    let mut rest = inputs;
    while let Some(first) = rest.first() {
        let some = if run.is_streamed(first) {
            lines::check(run, first, |done| writer.write(done));
            &rest[..1]
        } else {
            let whole = rest.iter().take_while(|it| !run.is_streamed(it));
            let some = &rest[..whole.take(4 * processors).count()];
            let done: Vec<Done> = match some {
                // Threads are worth starting for more than one file.
                [input] => vec![run.file(input)],
                _ => some.par_iter().map(|it| run.file(it)).collect(),
            };
            for done in done {
                writer.write(done);
            }
            some
        };
        rest = &rest[some.len()..];
        if !writer.is_read(run) {
            return;
        }
    }
}

/// What a run tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Findings,
    /// The job that runs on GitHub gets a summary, too.
    FindingsAndJob,
    /// A diff stands by itself: no findings, no summary.
    Diff,
}

/// Writes what becomes of the files, in order, and counts.
struct Writer<'w> {
    out: &'w mut Out,
    sink: Sink,
    form: &'w dyn Form,
    language: Language,
    colors_errors: bool,
    told: Told,
    /// Something was said of a file.
    has_files: bool,
    /// What was said of files, where the form is written at the end.
    bound: Vec<String>,
    tally: Tally,
    problems: Vec<Problem>,
    would_change: bool,
}

impl Writer<'_> {
    fn say(&mut self, bytes: &[u8]) {
        if let Err(problem) = self.sink.write(bytes, self.out) {
            self.problems(vec![problem]);
        }
    }

    fn problems(&mut self, problems: Vec<Problem>) {
        let (language, color) = (self.language, self.colors_errors);
        self.out.problems(&problems, language, color);
        self.problems.extend(problems);
    }

    fn begin(&mut self) {
        if self.told != Told::Diff {
            self.say(self.form.start().as_bytes());
        }
    }

    /// Whether to go on: files are fixed whether or not anybody reads about it.
    fn is_read(&self, run: &Run<'_>) -> bool {
        !self.out.is_closed() || matches!(run.task, Task::Fix { .. })
    }

    /// Writes what became of an article; whether anybody reads on.
    fn write(&mut self, done: Done) -> bool {
        self.problems(done.problems);
        if let Some(text) = done.fixed_text {
            self.out.write(&text);
        }
        if let Some(said) = done.said.filter(|it| !it.is_empty()) {
            self.file(said);
        }
        self.would_change |= done.would_change;
        self.tally.add(done.tally);
        !self.out.is_closed()
    }

    fn file(&mut self, said: String) {
        if self.told == Told::Diff {
            self.say(said.as_bytes());
        } else if self.form.binding().is_some() {
            self.bound.push(said);
        } else {
            if self.has_files {
                self.say(self.form.between().as_bytes());
            }
            self.has_files = true;
            self.say(said.as_bytes());
        }
    }

    fn end(mut self, settings: &Settings) -> Status {
        if self.told != Told::Diff {
            self.finish(settings);
        }
        if let Err(problem) = mem::replace(&mut self.sink, Sink::Lost).finish() {
            self.problems(vec![problem]);
        }
        self.status(settings)
    }

    /// Writes what stands after the last file.
    fn finish(&mut self, settings: &Settings) {
        let ending = Ending {
            tally: &self.tally,
            problems: &self.problems,
            status: self.status(settings).code(),
            has_files: self.has_files,
        };
        let language = self.language;
        let for_job = self.told == Told::FindingsAndJob;
        let summary = for_job.then(|| Markdown { language }.summary(&ending));
        let finish = match self.form.binding() {
            Some(binding) => binding.bind(&self.bound, &ending),
            None => Ok(self.form.finish(&ending).into_bytes()),
        };
        match finish {
            Ok(bytes) => self.say(&bytes),
            Err(message) => {
                // An empty file must not take the place of an older one.
                self.sink = Sink::Lost;
                self.problems(vec![Problem::fatal("", message)]);
            }
        }
        let told = summary.map_or(Ok(()), |it| world::add_to_job_summary(&it));
        if let Err(problem) = told {
            self.problems(vec![problem]);
        }
    }

    fn status(&self, settings: &Settings) -> Status {
        let mut severities = self.tally.severities();
        let fails = severities.any(|(it, count)| count > 0 && settings.fail_on.is_met_by(it));
        let found = if self.told == Told::Diff {
            self.would_change
        } else {
            fails
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
