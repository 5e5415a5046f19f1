//! `fasih transliterate`: the Arabic spellings of Latin names, from the gazetteer and from the model.

use std::{borrow::Cow, io::IsTerminal};

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use serde::Serialize;

use super::{
    Status,
    args::{SpellingsFormat, TransliterateArgs},
    out::{self, Out},
};
use crate::{
    arabic::{TokenKind, Words},
    bundled,
    diagnostic::{Language, Message, Problem},
    glossary::Glossaries,
    names,
    text::Position,
    world,
};

/// How many names are spelt before their spellings are written.
const AT_ONCE: usize = 4096;

/// A name and its spellings, as programs get them.
#[derive(Serialize)]
struct Spelt<'n> {
    name: Cow<'n, str>,
    candidates: Vec<Spelling>,
}

#[derive(Serialize)]
struct Spelling {
    arabic: String,
    from: From,
    /// The entry of the glossary that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<String>,
    /// How probable the model takes it to be, from 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f32>,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
enum From {
    Gazetteer,
    Model,
}

/// Runs the command.
pub(super) fn run(args: &TransliterateArgs, out: &mut Out) -> Status {
    let language: Language = args.show.language.map_or(Language::default(), Into::into);
    let mut problems = Vec::new();
    match names(&args.names) {
        Ok(names) => write(args, &names, out, &mut problems),
        Err(problem) => problems.push(problem),
    }
    out.problems(&problems, language, out::colors_errors(args.show.color));
    if problems.iter().any(|it| it.fatal) {
        Status::Failed
    } else {
        Status::Clean
    }
}

/// A name, and its line on standard input.
struct Asked {
    name: String,
    line: Option<u32>,
}

/// The names asked for: the arguments, or for `-` and for none at all the lines of standard input.
fn names(arguments: &[String]) -> Result<Vec<Asked>, Problem> {
    if arguments.is_empty() && std::io::stdin().is_terminal() {
        let message = Message::fixed(
            "no names: give some, or lines on standard input",
            "لا أسماء: اكتب بعضها بعد الأمر، أو مررها سطورا عبر الدخل المعياري",
        );
        return Err(Problem::fatal("", message));
    }
    let mut names = Vec::new();
    let stdin = ["-".to_owned()];
    for argument in if arguments.is_empty() {
        &stdin
    } else {
        arguments
    } {
        if argument != "-" {
            names.push(Asked {
                name: argument.clone(),
                line: None,
            });
            continue;
        }
        let text = String::from_utf8(world::read_stdin()?).map_err(|error| {
            let line = line_of(error.as_bytes(), error.utf8_error().valid_up_to());
            let message = Message::fixed("not valid UTF-8", "ترميز UTF-8 غير صالح");
            Problem::fatal(world::STDIN, message).at(Position { line, column: 1 })
        })?;
        let lines = text.trim_start_matches('\u{FEFF}').lines();
        names.extend((1..).zip(lines).map(|(line, name)| Asked {
            name: name.to_owned(),
            line: Some(line),
        }));
    }
    Ok(names)
}

fn line_of(bytes: &[u8], at: usize) -> u32 {
    1 + memchr::memchr_iter(b'\n', &bytes[..at]).count() as u32
}

/// Writes the spellings of all names, in their order, a line each even where there are none.
fn write(args: &TransliterateArgs, names: &[Asked], out: &mut Out, problems: &mut Vec<Problem>) {
    let glossaries = (!args.no_glossary)
        .then(|| Glossaries::new(vec![bundled::compiled()], &FxHashSet::default()));
    let top = usize::from(args.top);
    let mut first = true;
    if args.format == SpellingsFormat::Json {
        out.write(b"[");
    }
    for some in names.chunks(AT_ONCE) {
        let spelt: Vec<Spelt> = some
            .par_iter()
            .map(|it| Spelt {
                name: Cow::Borrowed(&it.name),
                candidates: spellings(&it.name, top, glossaries.as_ref()),
            })
            .collect();
        for (asked, spelt) in some.iter().zip(&spelt) {
            if spelt.candidates.is_empty() {
                problems.push(unspellable(asked));
            }
            let line = match args.format {
                SpellingsFormat::Tsv => tsv(spelt),
                SpellingsFormat::Json => {
                    let line = serde_json::to_string(spelt).expect("plain data is JSON");
                    format!("{}\n  {line}", if first { "" } else { "," })
                }
            };
            first = false;
            out.write(line.as_bytes());
        }
        if out.is_closed() {
            return;
        }
    }
    if args.format == SpellingsFormat::Json {
        out.write(b"\n]\n");
    }
}

fn tsv(spelt: &Spelt) -> String {
    // A tab inside a name would look like the end of it.
    let mut line = spelt.name.replace(['\t', '\r', '\n'], " ");
    line.push('\t');
    let candidates: Vec<&str> = spelt
        .candidates
        .iter()
        .map(|it| it.arabic.as_str())
        .collect();
    line += &candidates.join("\t");
    line.push('\n');
    line
}

/// The `top` best spellings of a name, those of the gazetteer before those of the model.
fn spellings(name: &str, top: usize, glossaries: Option<&Glossaries>) -> Vec<Spelling> {
    let mut found = glossaries.map_or(Vec::new(), |it| curated(name, it));
    if found.is_empty() || found.len() < top {
        let more = names::candidates(name, top).into_iter().map(by_model);
        for spelling in more {
            if found.iter().all(|it| it.arabic != spelling.arabic) {
                found.push(spelling);
            }
        }
    }
    found.truncate(top);
    found
}

fn by_model(candidate: names::Candidate) -> Spelling {
    Spelling {
        arabic: candidate.arabic,
        from: From::Model,
        entry: None,
        score: Some(candidate.score),
    }
}

/// What the gazetteer knows of a name: the spellings of the whole, or one put together from those
/// of its parts (a surname) and from what the model says of the rest.
fn curated(name: &str, glossaries: &Glossaries) -> Vec<Spelling> {
    let words = Words::scan(name);
    let latin: Vec<_> = words
        .tokens
        .iter()
        .filter(|it| it.kind == TokenKind::Latin)
        .collect();
    let folds: Vec<&str> = latin.iter().map(|it| words.fold(it)).collect();
    let mut arabic: Vec<String> = Vec::new();
    let mut score = 1.0;
    // The rest begins here, as a byte and as a word.
    let (mut done, mut at) = (0, 0);
    let mut known = false;
    while at < folds.len() {
        let Some(found) = glossaries.latin_name(&folds[at..]) else {
            at += 1;
            continue;
        };
        if found.words == folds.len() {
            let entry = &glossaries.entry(found.entry).id;
            let also = glossaries
                .name(found.entry)
                .map_or(&[][..], |it| &it.arabic);
            // The tolerated spellings are those of the full name.
            let also = if also.first().is_some_and(|it| *it == found.arabic) {
                &also[1..]
            } else {
                &[]
            };
            let all = std::iter::once(found.arabic.as_str()).chain(also.iter().map(String::as_str));
            return all
                .map(|arabic| Spelling {
                    arabic: arabic.to_owned(),
                    from: From::Gazetteer,
                    entry: Some(entry.to_string()),
                    score: None,
                })
                .collect();
        }
        let before = &name[done..latin[at].span.range().start];
        push_rest(before, &mut arabic, &mut score);
        arabic.push(found.arabic.clone());
        at += found.words;
        done = latin[at - 1].span.range().end;
        known = true;
    }
    if !known {
        return Vec::new();
    }
    push_rest(&name[done..], &mut arabic, &mut score);
    vec![Spelling {
        arabic: arabic.join(" "),
        from: From::Model,
        entry: None,
        score: Some(score),
    }]
}

/// Adds the best spelling of a stretch of a name that the gazetteer does not know.
fn push_rest(rest: &str, arabic: &mut Vec<String>, score: &mut f32) {
    if let Some(best) = names::candidates(rest, 1).pop() {
        arabic.push(best.arabic);
        *score *= best.score;
    }
}

fn unspellable(asked: &Asked) -> Problem {
    let mut shown: String = asked.name.chars().take(40).collect();
    if shown.len() < asked.name.len() {
        shown.push('…');
    }
    let message = if asked.name.trim().is_empty() {
        Message::fixed("an empty name", "اسم فارغ")
    } else {
        Message::new(
            format!(
                "`{shown}` cannot be spelt: a name has Latin letters, no others, and is shorter than a sentence"
            ),
            format!("تعذرت كتابة «{shown}»: الاسم حروف لاتينية لا غيرها، وأقصر من جملة"),
        )
    };
    match asked.line {
        Some(line) => Problem::fatal(world::STDIN, message).at(Position { line, column: 1 }),
        None => Problem::fatal("", message),
    }
}
