//! `fasih apply`: makes the changes that an editor decided on in a review page.

use std::{fmt::Write, path::Path};

use super::{
    Status,
    args::ApplyArgs,
    out::{self, Out},
};
use crate::{
    diagnostic::{Language, Message, Problem},
    document::{Document, Format},
    keeping::{self, ReviewedArticle, Verdict},
    output, world,
};

/// Runs the command.
pub(super) fn run(args: &ApplyArgs, out: &mut Out) -> Status {
    let language: Language = args.show.language.map_or(Language::default(), Into::into);
    let mut problems = Vec::new();
    let mut changed = false;
    match review(&args.review) {
        Err(problem) => problems.push(problem),
        Ok(review) => {
            for article in &review.articles {
                if article.decisions.is_empty() {
                    continue;
                }
                match apply(article, args.diff) {
                    Ok(done) => {
                        changed |= done.changed;
                        out.write(done.said.text(language).as_bytes());
                    }
                    Err(problem) => problems.push(problem),
                }
            }
        }
    }
    out.problems(&problems, language, out::colors_errors(args.show.color));
    if problems.iter().any(|it| it.fatal) {
        Status::Failed
    } else if args.diff && changed {
        Status::Findings
    } else {
        Status::Clean
    }
}

fn review(path: &Path) -> Result<keeping::Review, Problem> {
    let (shown, json) = if path == Path::new("-") {
        let bytes = world::read_stdin()?;
        (
            world::STDIN.into(),
            String::from_utf8_lossy(&bytes).into_owned(),
        )
    } else {
        (path.to_string_lossy(), world::read_text(path)?)
    };
    keeping::read(&json).map_err(|error| {
        let message = Message::new(
            format!("is no review that a page of fasih exported: {error}"),
            format!("ليس قرارات صدّرتها صفحة من فصيح: {error}"),
        );
        Problem::fatal(shown, message)
    })
}

/// What became of an article.
struct Done {
    said: Message,
    changed: bool,
}

fn apply(article: &ReviewedArticle, diff: bool) -> Result<Done, Problem> {
    let path = Path::new(&article.path);
    let bytes = world::read(path)?;
    let format = Format::of(&article.path, &bytes);
    let new = keeping::mended(article, &bytes, format)
        .map_err(|refusal| Problem::fatal(&article.path, refusal.message()))?;
    let changed = new != bytes;
    if diff {
        let text = |bytes| {
            Document::parse(&article.path, bytes, format)
                .0
                .text()
                .to_owned()
        };
        let said = output::unified(&article.path, &text(bytes), &text(new), out::is_terminal());
        let said = Message::new(said.clone(), said);
        return Ok(Done { said, changed });
    }
    if changed {
        world::replace(path, &new)?;
    }
    let said = counted(article);
    Ok(Done { said, changed })
}

fn counted(article: &ReviewedArticle) -> Message {
    let count = |verdict| {
        let decisions = article.decisions.iter();
        decisions.filter(|it| it.decision == verdict).count()
    };
    let (accepted, typed, rejected) = (
        count(Verdict::Accept),
        count(Verdict::Edit),
        count(Verdict::Reject),
    );
    let path = output::visible(&article.path);
    let (mut en, mut ar) = (String::new(), String::new());
    let _ = writeln!(
        en,
        "{path}: {accepted} accepted, {typed} typed, {rejected} rejected"
    );
    let _ = writeln!(
        ar,
        "{path}: المقبول {accepted}، المكتوب {typed}، المرفوض {rejected}"
    );
    Message::new(en, ar)
}
