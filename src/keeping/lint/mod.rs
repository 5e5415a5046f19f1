//! What is wrong with a glossary, or could be better: see [`lint`]. One file a question.
//!
//! An error of the loader stops an entry from working. What is told here works and is still not what
//! its author meant: two entries that want one text, an approved form that another entry forbids, a
//! character that nobody sees.

mod approved;
mod characters;
mod evidence;
mod example;
mod ids;
mod overlaps;
mod place;
mod silent;

use rustc_hash::FxHashMap;

use super::usage::Usage;
use crate::{
    diagnostic::{Applicability, Category, Diagnostic, Message, Problem, Severity},
    engine::Fingerprints,
    glossary::{Entry, EntryRef, Glossaries, Loaded},
    text::{Position, Span},
};
use place::Places;

/// A glossary file to be checked.
#[derive(Clone, Copy, Debug)]
pub struct Written<'g> {
    /// Its text, without a byte order mark.
    pub text: &'g str,
    /// How many bytes of the file stand before the text: those of the mark.
    pub before: usize,
    /// The same, loaded.
    pub loaded: &'g Loaded,
}

/// What is told of a glossary, before it is placed in the file.
#[derive(Clone, Debug)]
struct Remark {
    /// The number of the file.
    file: usize,
    /// `glossary/…`.
    check: &'static str,
    entry: Option<String>,
    severity: Severity,
    category: Category,
    span: Span<crate::text::InDecoded>,
    message: Message,
    /// What takes the place of the span, and how freely.
    fix: Option<(Applicability, String)>,
}

/// Everything the checks read.
struct Context<'g> {
    files: &'g [Written<'g>],
    places: Vec<Places<'g>>,
    glossaries: &'g Glossaries,
    /// Where the entry of each id stands: file and number. Of two, the one that is in use.
    written: FxHashMap<&'g str, (usize, usize)>,
    /// What was found in texts, if any were given.
    usage: Option<&'g Usage>,
}

impl<'g> Context<'g> {
    /// The entry as written, and its file, if it is one of those checked.
    fn entry(&self, at: EntryRef) -> Option<(usize, &'g Entry)> {
        let id = &*self.glossaries.entry(at).id;
        let (file, number) = *self.written.get(id)?;
        Some((file, &self.files[file].loaded.glossary.entries[number]))
    }

    /// The entries that are in use, as written and as compiled.
    fn entries(&self) -> impl Iterator<Item = (EntryRef, usize, &'g Entry)> + '_ {
        let all = self.glossaries.entries();
        all.filter_map(|(at, _)| self.entry(at).map(|(file, entry)| (at, file, entry)))
    }
}

/// Checks `files`, which are in use in `glossaries`, and gives what is found by file, in the order of
/// the text. `problems` is what loading and compiling them told; `usage`, what texts hold of them.
///
/// Overlaps are found by reading an example of each pattern with all of them, so the cost is that of
/// checking an article of as many sentences, however many entries there are.
pub fn lint(
    files: &[Written<'_>],
    glossaries: &Glossaries,
    problems: &[Problem],
    usage: Option<&Usage>,
) -> Vec<Vec<Diagnostic>> {
    let mut written = FxHashMap::default();
    for (file, it) in files.iter().enumerate() {
        for (number, entry) in it.loaded.glossary.entries.iter().enumerate() {
            written.insert(entry.id.value.as_str(), (file, number));
        }
    }
    let context = Context {
        files,
        places: files.iter().map(|it| Places::of(it.text)).collect(),
        glossaries,
        written,
        usage,
    };
    let mut remarks = invalid(&context, problems);
    for check in [
        ids::check,
        characters::check,
        evidence::check,
        approved::check,
        overlaps::check,
        silent::check,
    ] {
        check(&context, &mut remarks);
    }
    let mut found: Vec<Vec<Diagnostic>> = files.iter().map(|_| Vec::new()).collect();
    let mut fingerprints: Vec<_> = files.iter().map(|_| Fingerprints::default()).collect();
    remarks.sort_by(|a, b| {
        let place = |it: &Remark| (it.file, it.span, it.check);
        place(a)
            .cmp(&place(b))
            .then_with(|| a.message.en.cmp(&b.message.en))
    });
    for remark in remarks {
        let file = remark.file;
        let (places, before) = (&context.places[file], files[file].before);
        found[file].push(places.diagnostic(remark, before, &mut fingerprints[file]));
    }
    found
}

/// What keeps an entry from working.
fn invalid(context: &Context<'_>, problems: &[Problem]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for problem in problems {
        let file = context
            .files
            .iter()
            .position(|it| it.loaded.path == problem.path);
        let Some(file) = file else { continue };
        let at = problem.position.unwrap_or(Position { line: 1, column: 1 });
        remarks.push(Remark {
            file,
            check: "glossary/invalid",
            entry: None,
            severity: Severity::Major,
            category: Category::WrongTerm,
            span: context.places[file].word_at(at),
            message: problem.message.clone(),
            fix: None,
        });
    }
    remarks
}
