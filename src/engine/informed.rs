//! What the source says about findings that entries make: see [`weigh`].

use crate::{
    align::{Evidence, Link},
    diagnostic::{Confidence, Finding},
    glossary::{Glossaries, Kind},
    rule::{PairCtx, Paired},
};

/// Makes a finding of an entry surer by a step where the source says what the entry is about, less
/// sure by a step where a sentence that surely answers does not. Whether it is still worth a look.
pub(super) fn weigh(pair: &PairCtx<'_>, segment: usize, finding: &mut Finding) -> bool {
    let (Some(id), Some(glossaries)) = (&finding.entry, pair.glossaries()) else {
        return true;
    };
    let words = &pair.document.segments[segment].readings.words;
    let word = words.partition_point(|it| it.span.end() <= finding.span.start());
    let Some(paired) = pair.pair_of_word(segment, word) else {
        return true;
    };
    let about = paired
        .concepts
        .iter()
        .filter(|it| glossaries.entry(it.1.entry).id == *id)
        .map(|it| it.1.evidence)
        .max();
    match about {
        Some(Evidence::Sense) => finding.confidence = step_up(finding.confidence),
        None if has_english(glossaries, id) && says_otherwise(pair, paired, segment, finding) => {
            match step_down(finding.confidence) {
                Some(confidence) => finding.confidence = confidence,
                None => return false,
            }
        }
        Some(Evidence::Term) | None => {}
    }
    true
}

/// Whether the entry has English that would stand in a source. Names are told by other means, and a turn
/// of phrase has no English of its own: any sentence may be turned so.
fn has_english(glossaries: &Glossaries, id: &str) -> bool {
    let entry = glossaries.entries().find(|it| *it.1.id == *id);
    entry.is_some_and(|(_, it)| !matches!(it.kind, Kind::Name | Kind::Calque) && !it.en.is_empty())
}

/// A pair that shares less may hold the English in words that no one foresaw.
const SURELY: f64 = 0.6;

/// Whether the source surely says something else where the finding stands: the sentences answer each
/// other, and every word found is the answer to a word that the entry does not have.
fn says_otherwise(pair: &PairCtx<'_>, paired: &Paired, segment: usize, finding: &Finding) -> bool {
    if !paired.bead.sure || paired.bead.shared < SURELY {
        return false;
    }
    let words = &pair.document.segments[segment].readings.words;
    let first = words.partition_point(|it| it.span.end() <= finding.span.start());
    let after = words.partition_point(|it| it.span.start() < finding.span.end());
    let links = pair.links(paired);
    let own = own_words(pair, finding);
    (first..after).all(|word| {
        let answers =
            |it: &Link| it.answer == Some((segment, word)) && it.confidence >= Confidence::Medium;
        links.iter().any(|it| answers(it) && !is_of(pair, it, &own))
    })
}

/// The words of the English of the finding's entry.
fn own_words(pair: &PairCtx<'_>, finding: &Finding) -> Vec<String> {
    let mut entries = pair.glossaries().into_iter().flat_map(Glossaries::entries);
    let entry = entries.find(|it| finding.entry.as_deref() == Some(&*it.1.id));
    let english = entry
        .into_iter()
        .flat_map(|(_, it)| std::iter::once(&it.en).chain(&it.also_en).chain(&it.needs));
    let words = english.flat_map(|it| it.split(|c: char| !c.is_alphabetic()));
    words
        .filter(|it| it.len() > 3)
        .map(str::to_lowercase)
        .collect()
}

/// Whether a word of the source is one of these, or of the same family: `aggressive`, `aggression`.
fn is_of(pair: &PairCtx<'_>, link: &Link, own: &[String]) -> bool {
    let english = &pair.source.segments[link.segment].english;
    let begins = |word: &str| word.chars().take(5).collect::<String>();
    let mut tokens = link.item.tokens.clone();
    tokens.any(|it| {
        own.iter()
            .any(|own| begins(own) == begins(english.fold(it)))
    })
}

fn step_up(confidence: Confidence) -> Confidence {
    match confidence {
        Confidence::Low => Confidence::Medium,
        Confidence::Medium | Confidence::High => Confidence::High,
    }
}

fn step_down(confidence: Confidence) -> Option<Confidence> {
    match confidence {
        Confidence::Low => None,
        Confidence::Medium => Some(Confidence::Low),
        Confidence::High => Some(Confidence::Medium),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_end_at_the_ends_of_the_scale() {
        assert_eq!(step_up(Confidence::High), Confidence::High);
        assert_eq!(step_up(Confidence::Low), Confidence::Medium);
        assert_eq!(step_down(Confidence::Low), None);
        assert_eq!(step_down(Confidence::High), Some(Confidence::Medium));
    }
}
