//! `fasih align`: the sentences of a source and its translation side by side.

use std::path::Path;

use serde::Serialize;

use super::{
    Status,
    args::{AlignArgs, PairsFormat},
    out::{self, Out},
};
use crate::{
    diagnostic::{Language, Message, Problem},
    document::{Document, Format},
    engine::{Linter, SentencePair},
    output::tmx,
    text::{InSegment, Span},
    world,
};

/// A pair as programs get it.
#[derive(Serialize)]
struct Pair {
    /// How many sentences of either side: `1-1`, `2-1`, `0-1`.
    shape: String,
    shared: f64,
    sure: bool,
    source: Vec<Sentence>,
    target: Vec<Sentence>,
}

#[derive(Serialize)]
struct Sentence {
    line: u32,
    column: u32,
    text: String,
}

#[derive(Serialize)]
struct Aligned<'a> {
    fasih: &'static str,
    schema: u8,
    source: &'a str,
    target: &'a str,
    /// The target is a translation of the source, as far as can be told.
    belongs: bool,
    pairs: Vec<Pair>,
}

/// Runs the command.
pub(super) fn run(args: &AlignArgs, out: &mut Out) -> Status {
    let language: Language = args.show.language.map_or(Language::default(), Into::into);
    let mut problems = Vec::new();
    if let (Some(source), Some(target)) = (
        read(&args.source, &mut problems),
        read(&args.target, &mut problems),
    ) {
        let pairing = Linter::shipped().align(&target, &source);
        if !pairing.belongs {
            let message = Message::fixed(
                "this does not look like a translation of the source",
                "لا يبدو هذا ترجمة للأصل",
            );
            problems.push(Problem::remark(args.target.to_string_lossy(), message));
        }
        let pairs: Vec<Pair> = pairing
            .pairs
            .iter()
            .map(|it| pair(&source, &target, it))
            .collect();
        let text = match args.format {
            PairsFormat::Tsv => tsv(&pairs),
            PairsFormat::Json => json(&Aligned {
                fasih: env!("CARGO_PKG_VERSION"),
                schema: 1,
                source: &args.source.to_string_lossy(),
                target: &args.target.to_string_lossy(),
                belongs: pairing.belongs,
                pairs,
            }),
            PairsFormat::Tmx => {
                let both = pairs
                    .iter()
                    .filter(|it| !it.source.is_empty() && !it.target.is_empty());
                tmx(both.map(|it| (joined(&it.source), joined(&it.target))))
            }
        };
        out.write(text.as_bytes());
    }
    out.problems(&problems, language, out::colors_errors(args.show.color));
    if problems.iter().any(|it| it.fatal) {
        Status::Failed
    } else {
        Status::Clean
    }
}

fn read(path: &Path, problems: &mut Vec<Problem>) -> Option<Document> {
    match world::read(path) {
        Ok(bytes) => {
            let shown = path.to_string_lossy();
            let format = Format::of(&shown, &bytes);
            let (document, wrong) = Document::parse(&shown, bytes, format);
            problems.extend(wrong);
            Some(document)
        }
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}

fn pair(source: &Document, target: &Document, pair: &SentencePair) -> Pair {
    Pair {
        shape: format!("{}-{}", pair.source.len(), pair.target.len()),
        shared: (pair.shared * 100.0).round() / 100.0,
        sure: pair.sure,
        source: pair.source.iter().map(|it| sentence(source, *it)).collect(),
        target: pair.target.iter().map(|it| sentence(target, *it)).collect(),
    }
}

fn sentence(document: &Document, (segment, span): (usize, Span<InSegment>)) -> Sentence {
    let segment = &document.segments[segment];
    let (_, start, _) = document.place(segment, span);
    Sentence {
        line: start.line,
        column: start.column,
        text: document.prose(segment)[span.range()].to_owned(),
    }
}

fn joined(sentences: &[Sentence]) -> String {
    let texts: Vec<&str> = sentences.iter().map(|it| it.text.as_str()).collect();
    texts.join(" ")
}

/// Source, target, shape, share, a line a pair.
fn tsv(pairs: &[Pair]) -> String {
    let cell = |sentences: &[Sentence]| joined(sentences).replace(['\t', '\n', '\r'], " ");
    let mut lines = String::new();
    for it in pairs {
        let (source, target) = (cell(&it.source), cell(&it.target));
        lines += &format!("{source}\t{target}\t{}\t{:.2}\n", it.shape, it.shared);
    }
    lines
}

fn json(aligned: &Aligned<'_>) -> String {
    serde_json::to_string_pretty(aligned).unwrap_or_default() + "\n"
}
