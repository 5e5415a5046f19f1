//! `fasih glossary export`: glossaries as a termbase or table.

use super::{
    exchange_args::ExportArgs,
    import::{entries, form, told},
};
use crate::{
    cli::{
        Status,
        out::{self, Out},
    },
    diagnostic::{Language, Message, Problem},
    glossary::{Kind, load},
    keeping::{
        Concept,
        exchange::{Lost, export},
    },
    world,
};

/// Runs the command.
pub(super) fn run(args: &ExportArgs, out: &mut Out) -> Status {
    let language: Language = args.show.language.map_or(Language::default(), Into::into);
    let (problems, status) = match exported(args, out) {
        Ok(lost) => (told(&args.to, &lost), Status::Clean),
        Err(problems) => (problems, Status::Failed),
    };
    out.problems(&problems, language, out::colors_errors(args.show.color));
    status
}

fn exported(args: &ExportArgs, out: &mut Out) -> Result<Lost, Vec<Problem>> {
    let one = |it: Problem| vec![it];
    let form = form(args.form, &args.to).map_err(one)?;
    let mut concepts = Vec::new();
    let mut titles = Vec::new();
    for path in &args.files {
        let text = world::read_text(path).map_err(one)?;
        let loaded = load(&path.to_string_lossy(), &text)?;
        let kind = loaded.glossary.kind.unwrap_or(Kind::Term);
        concepts.extend(loaded.glossary.entries.iter().map(|it| Concept {
            kind: it.kind.or(Some(kind)),
            ..Concept::from(it)
        }));
        titles.push(loaded.glossary.title);
    }
    let (bytes, lost) = export(&titles.join(", "), &concepts, form).map_err(|it| {
        let ar = format!("تعذر التصدير: {it}");
        one(Problem::fatal(
            args.to.to_string_lossy(),
            Message::new(it.to_string(), ar),
        ))
    })?;
    if args.to.as_os_str() == "-" {
        out.write(&bytes);
    } else {
        world::create(&args.to, &bytes, args.force).map_err(one)?;
        let (path, count) = (args.to.to_string_lossy(), concepts.len());
        out.write(format!("{path}: {count} {}\n", entries(count)).as_bytes());
    }
    Ok(lost)
}
