//! `fasih glossary unused`: entries that find nothing in given texts.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use super::{
    args::UnusedArgs,
    files::{counted, end, in_use, json, read_or_shipped, texts},
};
use crate::{
    cli::{Status, args::ListFormat, out::Out},
    engine::Linter,
    glossary::place,
    keeping::usage::{can_be_found, usage},
    output::visible,
};

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    path: &'a str,
    line: u32,
}

#[derive(Serialize)]
struct All<'a> {
    texts: usize,
    entries: usize,
    unused: Vec<Row<'a>>,
}

/// Runs the command.
pub(super) fn run(args: &UnusedArgs, out: &mut Out) -> Status {
    let (files, mut problems) = read_or_shipped(&args.among.glossary);
    let shipped = args.among.glossary.is_empty();
    let linter = if shipped {
        Linter::shipped()
    } else {
        let (glossaries, wrong) = in_use(&files);
        problems.extend(wrong);
        Linter::new(glossaries)
    };
    let glossaries = linter.glossaries();
    let mut used = FxHashSet::default();
    let mut count = 0;
    problems.extend(texts(&args.corpus, |_, document| {
        count += 1;
        used.extend(usage(glossaries, &document).into_keys());
    }));
    let refs: FxHashMap<&str, _> = glossaries
        .entries()
        .filter(|it| can_be_found(glossaries, it.0))
        .map(|(at, it)| (&*it.id, at))
        .collect();
    let mut entries = 0;
    let mut unused = Vec::new();
    for file in &files {
        for entry in &file.loaded.glossary.entries {
            let Some(at) = refs.get(entry.id.value.as_str()) else {
                continue;
            };
            entries += 1;
            if !used.contains(at) {
                unused.push(Row {
                    id: &entry.id.value,
                    path: &file.loaded.path,
                    line: place(&entry.id).line,
                });
            }
        }
    }
    let all = All {
        texts: count,
        entries,
        unused,
    };
    match args.format {
        ListFormat::Json => out.write(json(&all).as_bytes()),
        ListFormat::Human => {
            for it in &all.unused {
                let (path, id) = (visible(it.path), visible(it.id));
                out.write(format!("{path}:{}: {id}\n", it.line).as_bytes());
            }
            let texts = counted(all.texts, "text");
            let (unused, entries) = (all.unused.len(), all.entries);
            let line = format!("find nothing in {texts}: {unused} of {entries} entries\n");
            out.write(line.as_bytes());
        }
    }
    end(&problems, false, &args.among.show, out)
}
