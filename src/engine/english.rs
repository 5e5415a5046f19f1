//! Checking an English target, beside its Arabic source where there is one.

use super::{
    Linter,
    linter::{Found, Outcome},
};
use crate::{
    align::{self, Source, Target},
    arabic::Words,
    diagnostic::Language,
    document::Document,
    phrases::Phrases,
    rule::{ArabicSource, EnglishCtx, Findings},
};

/// Letters that are enough to tell a language by.
const LETTERS: usize = 2000;

/// Latin and Arabic letters at the beginning of the prose: a page is not English for its tags.
fn letters(document: &Document) -> (usize, usize) {
    let prose = document.segments.iter().map(|it| document.prose(it));
    let letters = prose.flat_map(str::chars).filter(|it| it.is_alphabetic());
    let alphabetic = letters.take(LETTERS);
    alphabetic.fold((0, 0), |(latin, arabic), it| match it {
        'A'..='Z' | 'a'..='z' => (latin + 1, arabic),
        '\u{600}'..='\u{6FF}' => (latin, arabic + 1),
        _ => (latin, arabic),
    })
}

/// The language of `target` by its letters. English beside an English source is what no one translated.
pub(super) fn language_of(target: &Document, source: Option<&Document>) -> Language {
    let (latin, arabic) = letters(target);
    let is_english = match source {
        // What systems leave in English is no reason to read the rest as English.
        None => latin > 20 * arabic,
        Some(source) => {
            let of_source = letters(source);
            latin > arabic && of_source.1 > of_source.0
        }
    };
    if is_english {
        Language::English
    } else {
        Language::Arabic
    }
}

impl Linter {
    /// What the rules that read English find in `document`.
    pub(super) fn english_findings(
        &self,
        document: &Document,
        source: Option<&Document>,
    ) -> Outcome {
        let english = Source::read(document.segments.iter().map(|it| document.prose(it)));
        let analysed = source.map(|it| self.analysed(it)).unwrap_or_default();
        let mut arabic = Target::default();
        if let Some(source) = source {
            for (segment, it) in source.segments.iter().zip(&analysed) {
                arabic.push(source.prose(segment), &it.words, &it.readings, &it.names);
            }
        }
        let alignment = source
            .map(|_| align::align(&english, &arabic, &self.glossaries))
            .unwrap_or_default();
        let beside = ArabicSource {
            text: &arabic,
            alignment: &alignment,
        };
        let ctx = EnglishCtx {
            english: &english,
            glossaries: &self.glossaries,
            phrases: self.phrases.get_or_init(|| Phrases::of(&self.glossaries)),
            arabic: alignment.belongs.then_some(beside),
        };
        let mut found: Vec<Found> = Vec::new();
        for rule in &self.rules {
            let Some(check) = rule.english else { continue };
            let mut findings = Findings::of(rule);
            check(&ctx, &mut findings);
            let shown = findings.finish().into_iter().filter(|it| self.shows(&it.1));
            found.extend(shown.map(|(segment, finding)| (*rule, segment, finding)));
        }
        let words: Vec<Words> = document
            .segments
            .iter()
            .map(|it| Words::scan(document.prose(it)))
            .collect();
        let foreign = source.is_some() && !alignment.belongs;
        let mut outcome = Self::settle(document, found, |it| &words[it], foreign);
        for (it, said) in &mut outcome.found {
            let at = it.2.span.start();
            let mut sentences = english.sentences.iter();
            let sentence = sentences.position(|other| {
                other.segment == it.1 && other.span.start() <= at && at < other.span.end()
            });
            let bead = sentence
                .and_then(|at| alignment.beads.iter().find(|it| it.source.contains(&at)))
                .filter(|_| alignment.belongs);
            *said = bead.and_then(|it| {
                align::text_of(&arabic.sentences[it.target.clone()], |segment| {
                    arabic.segments[segment].text
                })
            });
        }
        outcome
    }
}
