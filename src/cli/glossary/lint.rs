//! `fasih glossary lint`: what is wrong with glossaries, in the forms of `fasih check`.

use super::{
    args::LintArgs,
    files::{File, end, file, in_use, language, read, texts},
};
use crate::{
    cli::{
        Status,
        form::{Shown, form},
        out::{self, Out},
    },
    config::FailOn,
    diagnostic::{Applicability, Diagnostic, Message, Problem, Severity},
    document::{Document, Format},
    engine::{Report, Score, word_count},
    keeping::{
        lint::{Written, lint},
        usage::{Usage, usage},
    },
    output::{Checked, Ending, Tally},
    text::{Edit, apply, conflict},
    world,
};

/// Runs the command.
pub(super) fn run(args: &LintArgs, out: &mut Out) -> Status {
    let (mut files, mut problems) = read(&args.files);
    let mut fixed = vec![0; files.len()];
    let mut found = check(&files, args, &mut problems);
    if args.fix {
        // A fix may uncover another; each takes a character or more away, so this ends.
        while make_fixes(&mut files, &found, &mut fixed, &mut problems) {
            found = check(&files, args, &mut problems);
        }
    }
    let language = language(&args.show);
    let form = form(
        args.format,
        Shown {
            language,
            color: out::colors_output(args.show.color),
            fail_on: FailOn::Minor,
        },
    );
    let mut bound: Vec<String> = Vec::new();
    let mut tally = Tally::default();
    out.write(form.start().as_bytes());
    for (number, (file, mut diagnostics)) in files.iter().zip(found).enumerate() {
        diagnostics.retain(|it| it.severity >= args.min_severity);
        let words = word_count(&file.text);
        let report = Report {
            score: Score::of(&diagnostics, words),
            diagnostics,
            problems: Vec::new(),
            words,
            suppressed: 0,
        };
        let path = file.path.to_string_lossy();
        let text = file.text.clone().into_bytes();
        let (document, _) = Document::parse(&path, text, Format::Plain);
        let fixed = args.fix.then_some(fixed[number]);
        if number > 0 && form.binding().is_none() {
            out.write(form.between().as_bytes());
        }
        let said = form.file(&Checked {
            id: None,
            path: &path,
            source: None,
            document: &document,
            report: &report,
            fixed,
        });
        if form.binding().is_some() {
            bound.push(said);
        } else {
            out.write(said.as_bytes());
        }
        tally.add(Tally::of(&report, fixed));
    }
    let mut severities = tally.severities();
    let findings = severities.any(|(it, count)| count > 0 && it >= Severity::Minor);
    let ending = Ending {
        tally: &tally,
        problems: &problems,
        status: u8::from(findings),
        has_files: !files.is_empty(),
    };
    let finish = match form.binding() {
        Some(binding) => binding.bind(&bound, &ending),
        None => Ok(form.finish(&ending).into_bytes()),
    };
    match finish {
        Ok(bytes) => out.write(&bytes),
        Err(message) => problems.push(Problem::fatal("", message)),
    }
    end(&problems, findings, &args.show, out)
}

/// What is found in each file.
fn check(files: &[File], args: &LintArgs, problems: &mut Vec<Problem>) -> Vec<Vec<Diagnostic>> {
    let (glossaries, wrong) = in_use(files);
    let written: Vec<Written<'_>> = files
        .iter()
        .map(|it| Written {
            text: &it.text,
            before: it.before,
            loaded: &it.loaded,
        })
        .collect();
    let used = (!args.corpus.is_empty()).then(|| {
        let mut sum = Usage::default();
        let unread = texts(&args.corpus, |_, document| {
            for (entry, count) in usage(&glossaries, &document) {
                *sum.entry(entry).or_default() += count;
            }
        });
        problems.extend(unread);
        sum
    });
    lint(&written, &glossaries, &wrong, used.as_ref())
}

/// Makes the safe fixes, writes what changed and loads it again. Whether anything did.
fn make_fixes(
    files: &mut [File],
    found: &[Vec<Diagnostic>],
    fixed: &mut [usize],
    problems: &mut Vec<Problem>,
) -> bool {
    let mut changed = false;
    for ((it, found), fixed) in files.iter_mut().zip(found).zip(fixed) {
        let mut edits: Vec<Edit> = Vec::new();
        let fixes = found.iter().flat_map(|it| &it.fixes);
        let mut made = 0;
        for fix in fixes.filter(|it| it.applicability == Applicability::Safe) {
            let meets = |a: &Edit| edits.iter().any(|b| conflict(a.span, b.span));
            if !fix.edits.iter().any(meets) {
                edits.extend(fix.edits.iter().cloned());
                made += 1;
            }
        }
        if edits.is_empty() {
            continue;
        }
        let mark = if it.before > 0 { "\u{FEFF}" } else { "" };
        let old = format!("{mark}{}", it.text);
        let bytes = apply(old.as_bytes(), &edits);
        let loaded = String::from_utf8(bytes)
            .ok()
            .and_then(|text| Some((file(it.path.clone(), &text).ok()?, text)));
        let Some((new, text)) = loaded else {
            let message = Message::fixed(
                "with the fixes it could not be loaded; nothing was changed",
                "يتعذر تحميله بعد الإصلاح؛ لم يُغيَّر شيء",
            );
            problems.push(Problem::fatal(it.path.to_string_lossy(), message));
            continue;
        };
        if let Err(problem) = world::replace(&it.path, text.as_bytes()) {
            problems.push(problem);
            continue;
        }
        *it = new;
        *fixed += made;
        changed = true;
    }
    changed
}
