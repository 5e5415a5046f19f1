//! `fasih glossary fmt`: the one layout.

use super::{
    args::FmtArgs,
    files::{end, read},
};
use crate::{
    cli::{
        Status,
        out::{self, Out},
    },
    diagnostic::{Message, Problem},
    keeping::format::format,
    output::{unified, visible},
    world,
};

/// Runs the command.
pub(super) fn run(args: &FmtArgs, out: &mut Out) -> Status {
    let (files, mut problems) = read(&args.files);
    let only_told = args.check || args.diff;
    let mut would_change = false;
    for file in files {
        let path = file.path.to_string_lossy();
        let new = match format(&file.text) {
            Ok(new) => new,
            Err(error) => {
                let message = Message::new(
                    error.to_string(),
                    "تعذر تنسيق الملف من غير تغيير ما يقوله".to_owned(),
                );
                problems.push(Problem::fatal(path, message));
                continue;
            }
        };
        if new == file.text {
            continue;
        }
        would_change = true;
        if args.diff {
            let shown = unified(&path, &file.text, &new, out::is_terminal());
            out.write(shown.as_bytes());
        }
        if args.check || !only_told {
            out.write(format!("{}\n", visible(&path)).as_bytes());
        }
        if !only_told {
            let mark = if file.before > 0 { "\u{FEFF}" } else { "" };
            let bytes = format!("{mark}{new}").into_bytes();
            problems.extend(world::replace(&file.path, &bytes).err());
        }
    }
    end(&problems, only_told && would_change, &args.show, out)
}
