//! `fasih glossary import`: a glossary of a termbase or table.

use std::path::Path;

use super::exchange_args::{FormName, ImportArgs};
use crate::{
    cli::{
        Status,
        out::{self, Out},
    },
    diagnostic::{Language, Message, Problem},
    keeping::{
        exchange::{Form, Lost, import},
        written::glossary_yaml,
    },
    world,
};

/// Runs the command.
pub(super) fn run(args: &ImportArgs, out: &mut Out) -> Status {
    let language: Language = args.show.language.map_or(Language::default(), Into::into);
    let (problems, status) = match imported(args, out) {
        Ok(lost) => (told(&args.file, &lost), Status::Clean),
        Err(problem) => (vec![problem], Status::Failed),
    };
    out.problems(&problems, language, out::colors_errors(args.show.color));
    status
}

fn imported(args: &ImportArgs, out: &mut Out) -> Result<Lost, Problem> {
    let form = form(args.form, &args.file)?;
    let bytes = world::read(&args.file)?;
    let mut imported = import(bytes, form).map_err(|it| {
        let ar = format!("تعذر الاستيراد: {it}");
        Problem::fatal(
            args.file.to_string_lossy(),
            Message::new(it.to_string(), ar),
        )
    })?;
    // What the glossary says at its head, its entries need not say.
    for concept in &mut imported.concepts {
        concept.kind = concept.kind.filter(|it| *it != args.kind);
    }
    let stem = args
        .file
        .file_stem()
        .map(|it| it.to_string_lossy().into_owned());
    let title = args.title.clone().or(stem).unwrap_or_default();
    let yaml = glossary_yaml(&title, Some(args.kind), &imported.concepts);
    if args.to.as_os_str() == "-" {
        out.write(yaml.as_bytes());
    } else {
        world::create(&args.to, yaml.as_bytes(), args.force)?;
        let (path, count) = (args.to.to_string_lossy(), imported.concepts.len());
        out.write(format!("{path}: {count} {}\n", entries(count)).as_bytes());
    }
    Ok(imported.lost)
}

/// The word for `count` of them.
pub(super) fn entries(count: usize) -> &'static str {
    if count == 1 { "entry" } else { "entries" }
}

/// The form that is asked for, or the one that the name of the file tells.
pub(super) fn form(asked: Option<FormName>, path: &Path) -> Result<Form, Problem> {
    let extension = path
        .extension()
        .map_or("".into(), |it| it.to_string_lossy());
    asked
        .map(Form::from)
        .or_else(|| Form::of_extension(&extension))
        .ok_or_else(|| {
            let message = Message::fixed(
                "the name does not tell the form; say --form tbx, csv, tsv or xlsx",
                "لا يدل الاسم على الصيغة؛ أضف ‎--form tbx أو csv أو tsv أو xlsx",
            );
            Problem::fatal(path.to_string_lossy(), message)
        })
}

/// What was left out, a remark a field.
pub(super) fn told(path: &Path, lost: &Lost) -> Vec<Problem> {
    let told = lost.iter().map(|(field, count, examples)| {
        let (first, more) = (
            examples.join(", "),
            if count > examples.len() { ", …" } else { "" },
        );
        let message = Message::new(
            format!("not taken over: {field}, {count}× ({first}{more})"),
            format!("لم يُنقل: {field}، {count}× ({first}{more})"),
        );
        Problem::remark(path.to_string_lossy(), message)
    });
    told.collect()
}
