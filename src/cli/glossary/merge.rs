//! `fasih glossary merge`: the merge driver of git for glossaries.

use std::path::Path;

use super::exchange_args::MergeArgs;
use crate::{
    cli::{
        Status,
        out::{self, Out},
    },
    diagnostic::{Language, Message, Problem},
    keeping::merge::{Markers, Merged, Unmerged, merge},
    world,
};

/// Runs the command.
pub(super) fn run(args: &MergeArgs, out: &mut Out) -> Status {
    let language: Language = args.show.language.map_or(Language::default(), Into::into);
    let shown = args
        .name
        .clone()
        .unwrap_or_else(|| args.ours.to_string_lossy().into_owned());
    let (problems, status) = match merged(args, &shown) {
        Ok(merged) if merged.conflicts.is_empty() => (Vec::new(), Status::Clean),
        Ok(merged) => {
            let list = merged.conflicts.join(", ");
            let message = Message::new(
                format!("both changed, in different ways: {list}"),
                format!("غيّره الطرفان تغييرين مختلفين: {list}"),
            );
            (vec![Problem::remark(&shown, message)], Status::Findings)
        }
        Err(problems) => (problems, Status::Unmerged),
    };
    out.problems(&problems, language, out::colors_errors(args.show.color));
    status
}

fn merged(args: &MergeArgs, shown: &str) -> Result<Merged, Vec<Problem>> {
    let read = |path: &Path| world::read_text(path).map_err(|it| vec![it]);
    let (base, theirs) = (read(&args.base)?, read(&args.theirs)?);
    // Git gives an empty file where both added one.
    let base = if base.trim().is_empty() {
        "title: ''\n".to_owned()
    } else {
        base
    };
    let markers = Markers {
        size: usize::from(args.marker_size),
        ours: "ours",
        theirs: "theirs",
    };
    world::update(&args.ours, |ours| {
        let merged = merge((shown, &base), (shown, ours), (shown, &theirs), &markers);
        match merged {
            Ok(merged) => Ok((merged.text.clone(), merged)),
            Err(Unmerged::Unreadable(problems)) => Err(problems),
            Err(it @ Unmerged::Unusual(..)) => {
                let message =
                    Message::new(it.to_string(), "لا تقف المداخل بعضها تحت بعض؛ ادمجه بيدك");
                Err(vec![Problem::fatal(shown, message)])
            }
        }
    })
}
