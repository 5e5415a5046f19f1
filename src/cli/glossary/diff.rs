//! `fasih glossary diff`: what differs between two versions, by entry and field.

use super::exchange_args::{DiffArgs, DiffFormat};
use crate::{
    cli::{
        Status,
        out::{self, Out},
    },
    diagnostic::{Language, Problem},
    glossary::{Loaded, load},
    keeping::{
        Concept,
        diff::{Change, FieldChange, changes},
    },
    output::{isolated, visible},
    world,
};

/// Runs the command.
pub(super) fn run(args: &DiffArgs, out: &mut Out) -> Status {
    let language: Language = args.show.language.map_or(Language::default(), Into::into);
    let both = read(&args.old).and_then(|old| Ok((old, read(&args.new)?)));
    let (old, new) = match both {
        Ok(both) => both,
        Err(problems) => {
            out.problems(&problems, language, out::colors_errors(args.show.color));
            return Status::Failed;
        }
    };
    let changes = changes(&old, &new);
    let text = match args.format {
        DiffFormat::Human => changes.iter().map(human).collect(),
        DiffFormat::Markdown => markdown(args, &changes),
        DiffFormat::Json => {
            serde_json::to_string_pretty(&changes).expect("plain data is JSON") + "\n"
        }
    };
    out.write(text.as_bytes());
    if changes.is_empty() {
        Status::Clean
    } else {
        Status::Findings
    }
}

fn read(name: &str) -> Result<Loaded, Vec<Problem>> {
    let text = world::read_version(name).map_err(|it| vec![it])?;
    load(name, &text)
}

fn human(change: &Change) -> String {
    match change {
        Change::Added { entry } => format!("+ {}\n", summary(entry)),
        Change::Removed { entry } => format!("- {}\n", summary(entry)),
        Change::Changed { id, was, fields } => {
            let was = was
                .as_ref()
                .map_or(String::new(), |it| format!(" (was {it})"));
            let mut text = format!("~ {id}{was}\n");
            for field in fields {
                text += &human_field(field);
            }
            text
        }
    }
}

fn human_field(change: &FieldChange) -> String {
    let mut text = format!("    {}\n", change.field);
    match change.words() {
        Some(words) => text += &format!("      {}\n", isolated(&words)),
        None => {
            for (sign, line) in change.lines() {
                text += &format!("      {sign} {}\n", isolated(&line));
            }
        }
    }
    text
}

fn summary(entry: &Concept) -> String {
    format!(
        "{}: {} → {}",
        entry.id,
        visible(&entry.en),
        isolated(&entry.ar)
    )
}

fn markdown(args: &DiffArgs, changes: &[Change]) -> String {
    let mut text = format!("## Glossary: `{}` → `{}`\n", args.old, args.new);
    if changes.is_empty() {
        text += "\nNo changes.\n";
        return text;
    }
    let cell = |it: &str| {
        it.replace('\\', "\\\\")
            .replace('|', "\\|")
            .replace('\n', "<br>")
            .replace('<', "&lt;")
    };
    text += "\n| entry | field | old | new |\n|---|---|---|---|\n";
    for change in changes {
        text += &match change {
            Change::Added { entry } => {
                format!("| **{}** | new | | {} |\n", entry.id, cell(&entry.ar))
            }
            Change::Removed { entry } => {
                format!("| **{}** | removed | {} | |\n", entry.id, cell(&entry.ar))
            }
            Change::Changed {
                id, was: Some(was), ..
            } => format!("| **{id}** | id | {was} | {id} |\n"),
            Change::Changed { id, fields, .. } => {
                let mut rows = String::new();
                for field in fields {
                    let of = |wanted: char| {
                        let lines = field.lines().into_iter().filter(|it| it.0 == wanted);
                        lines.map(|it| cell(&it.1)).collect::<Vec<_>>().join("<br>")
                    };
                    rows += &format!("| {id} | {} | {} | {} |\n", field.field, of('-'), of('+'));
                }
                rows
            }
        };
    }
    text
}
