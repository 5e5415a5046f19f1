//! Entries from what editors change: from a text they edited beside the machine's, and from their decisions
//! on findings. Nothing is written here: [`Proposal`]s come with their evidence, and a person confirms.

mod decisions;
mod post_edit;
mod propose;

pub use decisions::{Rejected, Reviewed, reviewed};
pub use post_edit::substitutions;
pub use propose::{Held, Learnt, Proposal, propose};

/// Words that an editor replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Substitution {
    /// What stood there.
    pub old: String,
    /// What the editor wrote.
    pub new: String,
    /// Where, in the order of the texts.
    pub evidence: Vec<Evidence>,
    /// How often the editor left the same words as they were.
    pub left: usize,
}

impl Substitution {
    /// The word that followed each time: most words are wrong only beside others.
    fn next(&self) -> Option<&str> {
        let mut all = self.evidence.iter().map(|it| it.next.as_deref());
        let first = all.next()??;
        all.all(|it| it == Some(first)).then_some(first)
    }
}

/// One time that words were replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The file.
    pub path: String,
    /// The line, from 1; 0 where it is not known.
    pub line: u32,
    /// The sentence as it was.
    pub before: String,
    /// The sentence with these words replaced and nothing else.
    pub after: String,
    /// The word that follows them on both sides, without its article.
    pub next: Option<String>,
}
