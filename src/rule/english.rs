//! An English target as a rule sees it, with its Arabic source where there is one: see [`EnglishCtx`].

use std::ops::Range;

use crate::{
    align::{Alignment, Bead, Sentence, Source, SourceSegment, Target, TargetSegment},
    glossary::Glossaries,
    phrases::Phrases,
    text::{InSegment, Span},
};

/// An English target.
#[derive(Debug)]
pub struct EnglishCtx<'a> {
    /// Its segments and sentences.
    pub english: &'a Source<'a>,
    /// The glossaries.
    pub glossaries: &'a Glossaries,
    /// What entries avoid in English.
    pub phrases: &'a Phrases,
    /// What it was translated from.
    pub arabic: Option<ArabicSource<'a>>,
}

/// The Arabic that an English target was translated from.
#[derive(Clone, Copy, Debug)]
pub struct ArabicSource<'a> {
    /// Its segments and sentences.
    pub text: &'a Target<'a>,
    /// Which sentences answer which. The alignment knows languages, not directions: the English is on
    /// the side that [`Bead::source`] counts.
    pub alignment: &'a Alignment,
}

impl<'a> EnglishCtx<'a> {
    /// The pairs of sentences that surely answer each other.
    pub fn sure_pairs(&self) -> impl Iterator<Item = (ArabicSource<'a>, &'a Bead)> {
        let arabic = self.arabic;
        let beads = arabic.map(|it| it.alignment.beads.as_slice());
        let sure = beads.unwrap_or_default().iter().filter(|it| it.sure);
        arabic
            .into_iter()
            .flat_map(move |arabic| sure.clone().map(move |it| (arabic, it)))
    }

    /// The English sentences of a bead, each with its segment.
    pub fn english_of(
        &self,
        bead: &Bead,
    ) -> impl Iterator<Item = (&'a Sentence, &'a SourceSegment<'a>)> {
        let english = self.english;
        let sentences = english.sentences[bead.source.clone()].iter();
        sentences.map(move |it| (it, &english.segments[it.segment]))
    }

    /// Where these tokens stand in their segment.
    pub fn span(
        &self,
        segment: &SourceSegment<'_>,
        tokens: Range<usize>,
    ) -> Option<Span<InSegment>> {
        let (last, first) = (tokens.end.checked_sub(1)?, tokens.start);
        let tokens = &segment.english.tokens;
        Some(tokens.get(first)?.span.cover(tokens.get(last)?.span))
    }
}

impl<'a> ArabicSource<'a> {
    /// The Arabic sentences of a bead, each with its segment.
    pub fn sentences(
        self,
        bead: &Bead,
    ) -> impl Iterator<Item = (&'a Sentence, &'a TargetSegment<'a>)> {
        let text = self.text;
        let sentences = text.sentences[bead.target.clone()].iter();
        sentences.map(move |it| (it, &text.segments[it.segment]))
    }
}
