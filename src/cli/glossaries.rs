//! A user's glossaries, from their files to a set that lies over the shipped ones.

use std::path::Path;

use rustc_hash::FxHashSet;

use super::unknown::{ENTRY, nearest, not_called};
use crate::{
    bundled,
    config::Asked,
    diagnostic::{Message, Problem},
    glossary::{Glossaries, Loaded, compile, extend, lint, load, place},
    world,
};

/// The shipped glossaries with those `asked` for over them. What is wrong in one is told, and the
/// rest of it still used.
pub(super) fn glossaries(asked: &[Asked]) -> (Glossaries, Vec<Problem>) {
    let (loaded, mut problems) = read(asked);
    let (glossaries, wrong) = over_shipped(loaded);
    problems.extend(wrong);
    (glossaries, problems)
}

/// The shipped glossaries with `loaded` over them, later ones over earlier ones.
pub(super) fn over_shipped(loaded: Vec<Loaded>) -> (Glossaries, Vec<Problem>) {
    let shipped = bundled::compiled();
    let mut problems = Vec::new();
    if loaded.is_empty() {
        return (
            Glossaries::new(vec![shipped], &FxHashSet::default()),
            problems,
        );
    }
    let mut known: FxHashSet<&str> = shipped.entries.iter().map(|it| &*it.id).collect();
    known.extend(ids(&loaded));
    let mut disabled = FxHashSet::default();
    for glossary in &loaded {
        for id in &glossary.glossary.disable {
            if !known.contains(id.value.as_str()) {
                let suggestion = nearest(&id.value, known.iter().copied());
                let message = not_called(&ENTRY, &id.value, suggestion);
                let problem = Problem::fatal(&glossary.path, message);
                problems.push(problem.at(place(id)));
            }
            disabled.insert(id.value.clone());
        }
    }
    let (own, wrong) = compile(&laid_over(loaded), shipped.vocabulary());
    problems.extend(wrong);
    (Glossaries::new(vec![shipped, own], &disabled), problems)
}

/// The files as they stand, each by itself: what is wrong inside one is wrong whatever lies over
/// it.
pub(super) fn read(asked: &[Asked]) -> (Vec<Loaded>, Vec<Problem>) {
    let mut glossaries = Vec::new();
    let mut problems = Vec::new();
    for asked in asked {
        let text = match world::read_text(Path::new(&asked.name)) {
            Ok(text) => text,
            Err(problem) => {
                problems.push(unreadable(asked, problem));
                continue;
            }
        };
        match load(&asked.name, text.trim_start_matches('\u{FEFF}')) {
            Ok(loaded) => {
                problems.extend(lint(std::slice::from_ref(&loaded)));
                let (loaded, wrong) = extend(loaded, bundled::declaring);
                problems.extend(wrong);
                glossaries.push(loaded);
            }
            Err(wrong) => problems.extend(wrong),
        }
    }
    (glossaries, problems)
}

/// A glossary that a configuration names is wrong there, where the name can be mended.
fn unreadable(asked: &Asked, problem: Problem) -> Problem {
    if asked.place.is_none() {
        return problem;
    }
    let Message { en, ar } = problem.message;
    let name = &asked.name;
    asked.problem(Message::new(
        format!("glossary {name}: {en}"),
        format!("المسرد {name}: {ar}"),
    ))
}

fn ids(glossaries: &[Loaded]) -> impl Iterator<Item = &str> {
    let entries = glossaries.iter().flat_map(|it| &it.glossary.entries);
    entries.map(|it| it.id.value.as_str())
}

/// Each glossary without the entries that a later one declares anew or switches off.
fn laid_over(mut glossaries: Vec<Loaded>) -> Vec<Loaded> {
    let mut taken: FxHashSet<String> = FxHashSet::default();
    for loaded in glossaries.iter_mut().rev() {
        let entries = &mut loaded.glossary.entries;
        entries.retain(|it| !taken.contains(&it.id.value));
        taken.extend(entries.iter().map(|it| it.id.value.clone()));
        taken.extend(loaded.glossary.disable.iter().map(|it| it.value.clone()));
    }
    glossaries
}
