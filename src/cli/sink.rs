//! Where the output of a check goes: see [`Sink`].

use std::path::Path;

use super::out::Out;
use crate::{
    diagnostic::{Message, Problem},
    world::{self, Draft, Input},
};

/// Takes the output of a check.
#[derive(Debug)]
pub(super) enum Sink {
    Stdout,
    /// Standard output is taken by a fixed text.
    Stderr,
    /// The file of `--output`.
    File(Draft),
    /// That file could not be written: what is left to say has nowhere to go.
    Lost,
}

impl Sink {
    /// The file called `path`.
    ///
    /// # Errors
    ///
    /// It cannot be written, or is one of `inputs`: the article would be gone.
    pub(super) fn file(path: &Path, inputs: &[Input]) -> Result<Sink, Problem> {
        if world::is_among(path, inputs) {
            let message = Message::fixed(
                "is an article to check, and the output would take its place; name another file",
                "هذا مقال من المقالات المطلوب فحصها، والنتائج ستحل محله؛ سمِّ ملفًا آخر",
            );
            return Err(Problem::fatal(path.to_string_lossy(), message));
        }
        Draft::begin(path).map(Sink::File)
    }

    /// Writes `bytes`, or says why they are lost, once.
    pub(super) fn write(&mut self, bytes: &[u8], out: &mut Out) -> Result<(), Problem> {
        match self {
            Sink::Stdout => out.write(bytes),
            Sink::Stderr => out.warn(bytes),
            Sink::File(draft) => {
                if let Err(problem) = draft.write(bytes) {
                    *self = Sink::Lost;
                    return Err(problem);
                }
            }
            Sink::Lost => {}
        }
        Ok(())
    }

    /// Gives a file its name.
    pub(super) fn finish(self) -> Result<(), Problem> {
        match self {
            Sink::File(draft) => draft.finish(),
            Sink::Stdout | Sink::Stderr | Sink::Lost => Ok(()),
        }
    }
}
