//! A user's glossaries, from their files to a set that lies over the shipped ones; compiled once for the
//! same text.

use std::{fmt::Write, path::Path};

use rustc_hash::FxHashSet;
use sha2::{Digest, Sha256};

use super::unknown::{ENTRY, nearest, not_called};
use crate::{
    bundled,
    config::Asked,
    diagnostic::{Message, Problem},
    glossary::{Compiled, Glossaries, Loaded, compile, extend, lint, load, place},
    world,
};

/// Glossaries smaller than this altogether, in bytes, are compiled as fast as they are found in the cache.
const WORTH_KEEPING: usize = 1 << 16;

/// The shipped glossaries with those `asked` for over them. What is wrong in one is told, and the
/// rest of it still used.
pub(super) fn glossaries(asked: &[Asked]) -> (Glossaries, Vec<Problem>) {
    let shipped = bundled::compiled();
    let (texts, unread) = texts(asked);
    if texts.is_empty() {
        let alone = Glossaries::new(vec![shipped], &FxHashSet::default());
        return (alone, unread);
    }
    let whole = texts.iter().map(|it| it.1.len()).sum::<usize>() >= WORTH_KEEPING;
    let key = (whole && unread.is_empty()).then(|| key(&texts));
    if let Some((own, disabled)) = key.as_deref().and_then(kept) {
        return (Glossaries::new(vec![shipped, own], &disabled), Vec::new());
    }
    let (loaded, wrong) = parsed(texts);
    let mut problems = unread;
    problems.extend(wrong);
    let (own, disabled, wrong) = compiled_over(&shipped, loaded);
    problems.extend(wrong);
    // What is wrong is told at each run, so only what is right can be kept.
    if let Some(key) = key.filter(|_| problems.is_empty()) {
        keep(&key, &own, &disabled);
    }
    (Glossaries::new(vec![shipped, own], &disabled), problems)
}

/// The shipped glossaries with `loaded` over them, later ones over earlier ones.
pub(super) fn over_shipped(loaded: Vec<Loaded>) -> (Glossaries, Vec<Problem>) {
    let shipped = bundled::compiled();
    let (own, disabled, problems) = compiled_over(&shipped, loaded);
    (Glossaries::new(vec![shipped, own], &disabled), problems)
}

/// What `loaded` comes to over the shipped glossaries, and the shipped entries that it switches off.
fn compiled_over(
    shipped: &Compiled,
    loaded: Vec<Loaded>,
) -> (Compiled, FxHashSet<String>, Vec<Problem>) {
    let mut problems = Vec::new();
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
    (own, disabled, problems)
}

/// The files as they stand, each by itself: what is wrong inside one is wrong whatever lies over
/// it.
pub(super) fn read(asked: &[Asked]) -> (Vec<Loaded>, Vec<Problem>) {
    let (texts, mut problems) = texts(asked);
    let (loaded, wrong) = parsed(texts);
    problems.extend(wrong);
    (loaded, problems)
}

/// The names and texts of the files.
fn texts(asked: &[Asked]) -> (Vec<(&str, String)>, Vec<Problem>) {
    let mut texts = Vec::new();
    let mut problems = Vec::new();
    for asked in asked {
        match world::read_text(Path::new(&asked.name)) {
            Ok(text) => texts.push((asked.name.as_str(), text)),
            Err(problem) => problems.push(unreadable(asked, problem)),
        }
    }
    (texts, problems)
}

fn parsed(texts: Vec<(&str, String)>) -> (Vec<Loaded>, Vec<Problem>) {
    let mut glossaries = Vec::new();
    let mut problems = Vec::new();
    for (name, text) in texts {
        match load(name, text.trim_start_matches('\u{FEFF}')) {
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

/// What the compiled form of the texts depends on: they, and this very program.
fn key(texts: &[(&str, String)]) -> String {
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    hash.update(world::program_stamp());
    for (_, text) in texts {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    }
    let mut key = "glossary-".to_owned();
    for byte in hash.finalize() {
        let _ = write!(key, "{byte:02x}");
    }
    key
}

/// What was compiled before from the same texts.
fn kept(key: &str) -> Option<(Compiled, FxHashSet<String>)> {
    // The tables are used where they lie, for as long as the program runs.
    let bytes: &'static [u8] = Vec::leak(world::cached(key)?);
    let (disabled, compiled): (Vec<String>, &'static [u8]) = postcard::from_bytes(bytes).ok()?;
    let compiled = Compiled::from_bytes(compiled).ok()?;
    Some((compiled, disabled.into_iter().collect()))
}

fn keep(key: &str, compiled: &Compiled, disabled: &FxHashSet<String>) {
    let mut disabled: Vec<&String> = disabled.iter().collect();
    disabled.sort();
    if let Ok(bytes) = postcard::to_allocvec(&(disabled, compiled.to_bytes().as_slice())) {
        world::keep_cached(key, &bytes);
    }
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
