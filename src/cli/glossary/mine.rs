//! `fasih glossary mine`: what a folder of articles has that a glossary should.

use std::collections::BTreeMap;

use super::{
    articles::texts,
    growth_args::{MineArgs, OreFormat},
};
use crate::{
    cli::{
        Status,
        glossaries::glossaries,
        out::{self, Out},
    },
    config::Asked,
    diagnostic::Language,
    keeping::mine::{Least, Ore, Reference, Sort, mine, shares},
};

/// Runs the command.
pub(super) fn run(args: &MineArgs, out: &mut Out) -> Status {
    let language: Language = args.show.language.map_or(Language::default(), Into::into);
    let asked = args
        .glossary
        .iter()
        .map(|it| Asked::on_the_command_line(it.to_string_lossy()));
    let (glossaries, mut problems) = glossaries(&asked.collect::<Vec<_>>());
    let (articles, wrong) = texts(&args.paths);
    problems.extend(wrong);
    let reference = (!args.against.is_empty()).then(|| {
        let (people, wrong) = texts(&args.against);
        problems.extend(wrong);
        shares(&people)
    });
    let share = |word: &str| {
        let shares = reference.as_ref().map(|it| &it.0);
        shares.and_then(|it| it.get(word)).copied().unwrap_or(0.0)
    };
    let people = reference.as_ref().map(|it| Reference {
        share: &share,
        rarest: it.1,
    });
    let least = Least { count: args.least };
    let mut found = mine(&articles, &glossaries, people, least);
    let mut told: BTreeMap<Sort, usize> = BTreeMap::new();
    found.retain(|it| {
        let count = told.entry(it.sort).or_default();
        *count += 1;
        *count <= args.top
    });
    out.write(
        match args.format {
            OreFormat::Tsv => tsv(&found),
            OreFormat::Json => {
                serde_json::to_string_pretty(&found).expect("plain data is JSON") + "\n"
            }
        }
        .as_bytes(),
    );
    out.problems(&problems, language, out::colors_errors(args.show.color));
    if problems.iter().any(|it| it.fatal) {
        Status::Failed
    } else {
        Status::Clean
    }
}

fn tsv(found: &[Ore]) -> String {
    let mut table = "sort\ttext\tcount\tfiles\tscore\tmore\tplaces\n".to_owned();
    for it in found {
        let sort = match it.sort {
            Sort::LatinName => "latin-name",
            Sort::Spellings => "spellings",
            Sort::Rate => "rate",
        };
        let (more, places) = (it.more.join(" | "), it.places.join(" "));
        let (text, count, files, score) = (&it.text, it.count, it.files, it.score);
        table += &format!("{sort}\t{text}\t{count}\t{files}\t{score}\t{more}\t{places}\n");
    }
    table
}
