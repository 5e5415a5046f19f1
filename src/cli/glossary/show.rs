//! `fasih glossary show`: an entry as its author wrote it.

use std::fmt::Write;

use super::{
    args::ShowEntryArgs,
    files::{File, end, read_or_shipped},
};
use crate::{
    cli::{
        Status,
        out::Out,
        unknown::{ENTRY, nearest, not_called},
    },
    diagnostic::Problem,
    glossary::place,
    keeping::tree::{Shape, parse},
    output::visible,
};

/// Runs the command.
pub(super) fn run(args: &ShowEntryArgs, out: &mut Out) -> Status {
    let (files, mut problems) = read_or_shipped(&args.among.glossary);
    // Of two, the later one is in use.
    let page = files.iter().rev().find_map(|it| page(it, &args.id));
    if let Some(page) = page {
        out.write(page.as_bytes());
    } else {
        let entries = files.iter().flat_map(|it| &it.loaded.glossary.entries);
        let suggestion = nearest(&args.id, entries.map(|it| it.id.value.as_str()));
        problems.push(Problem::fatal("", not_called(&ENTRY, &args.id, suggestion)));
    }
    end(&problems, false, &args.among.show, out)
}

/// The place of the entry, and its lines.
fn page(file: &File, id: &str) -> Option<String> {
    let entries = &file.loaded.glossary.entries;
    let number = entries.iter().position(|it| it.id.value == id)?;
    let path = file.path.to_string_lossy();
    let line = place(&entries[number].id).line;
    let mut page = format!("{}:{line}\n", visible(&path));
    let root = parse(&file.text)?;
    let items = root.field(&file.text, "entries")?.items();
    let item = items.get(number)?;
    let start = file.text[..item.span.start]
        .rfind('\n')
        .map_or(0, |it| it + 1);
    let mut end = items.get(number + 1).map_or(file.text.len(), |it| {
        file.text[..it.span.start]
            .rfind('\n')
            .map_or(0, |it| it + 1)
    });
    if !matches!(item.shape, Shape::Map(_)) {
        end = end.min(item.span.end);
    }
    let lines: Vec<&str> = file.text[start..end.max(start)].lines().collect();
    // Comments and blank lines at the end are about the next entry, and so is what follows the list.
    let indent = |it: &str| it.len() - it.trim_start().len();
    let own = indent(lines.first()?);
    let is_own = |it: &&&str| !it.trim().is_empty() && indent(it) > own;
    let last = lines.iter().skip(1).rposition(|it| is_own(&it));
    for line in &lines[..last.map_or(1, |it| it + 2)] {
        let _ = writeln!(page, "{}", visible(line.get(own.min(indent(line))..)?));
    }
    Some(page)
}
