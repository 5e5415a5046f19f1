//! A document beside its source, as a rule sees it: see [`PairCtx`].

use std::{cell::OnceCell, ops::Range};

use super::{Ctx, DocumentCtx};
use crate::{
    align::{
        Alignment, Bead, Concept, Concepts, Link, Sentence, Source, SourceSegment, Target, links,
        text_of,
    },
    glossary::Glossaries,
    text::{InSegment, Span},
};

/// A target with its source.
#[derive(Debug)]
pub struct PairCtx<'a> {
    /// The target, segment by segment.
    pub document: &'a DocumentCtx<'a>,
    /// The source.
    pub source: &'a Source<'a>,
    /// The target as the alignment sees it.
    pub target: &'a Target<'a>,
    /// Which sentences answer which.
    pub alignment: &'a Alignment,
    concepts: &'a Concepts,
    paired: OnceCell<Vec<Paired>>,
}

/// What was compared of one bead.
#[derive(Debug)]
pub struct Paired {
    /// The sentences.
    pub bead: Bead,
    /// The entries whose English stands in the source sentences, with the sentence each stands in.
    pub concepts: Vec<(usize, Concept)>,
    links: OnceCell<Vec<Link>>,
}

impl<'a> PairCtx<'a> {
    /// Puts the sides together.
    pub fn new(
        document: &'a DocumentCtx<'a>,
        source: &'a Source<'a>,
        target: &'a Target<'a>,
        alignment: &'a Alignment,
        concepts: &'a Concepts,
    ) -> PairCtx<'a> {
        PairCtx {
            document,
            source,
            target,
            alignment,
            concepts,
            paired: OnceCell::new(),
        }
    }

    /// The glossaries.
    pub fn glossaries(&self) -> Option<&'a Glossaries> {
        self.document.segments.first().map(|it| it.glossaries)
    }

    /// The beads in order.
    pub fn pairs(&self) -> &[Paired] {
        self.paired.get_or_init(|| {
            let paired = |bead: &Bead| Paired {
                concepts: bead
                    .source
                    .clone()
                    .flat_map(|at| {
                        let found = self
                            .concepts
                            .in_sentence(self.source, &self.source.sentences[at]);
                        found.into_iter().map(move |it| (at, it))
                    })
                    .collect(),
                bead: bead.clone(),
                links: OnceCell::new(),
            };
            self.alignment.beads.iter().map(paired).collect()
        })
    }

    /// What of the source sentences answers what of the target sentences.
    pub fn links<'p>(&self, paired: &'p Paired) -> &'p [Link] {
        paired.links.get_or_init(|| match self.glossaries() {
            Some(glossaries) => links(self.source, self.target, &paired.bead, glossaries),
            None => Vec::new(),
        })
    }

    /// The source sentences of a bead, each with its segment.
    pub fn source_sentences(
        &self,
        paired: &Paired,
    ) -> impl Iterator<Item = (&'a Sentence, &'a SourceSegment<'a>)> {
        let source = self.source;
        let sentences = source.sentences[paired.bead.source.clone()].iter();
        sentences.map(move |it| (it, &source.segments[it.segment]))
    }

    /// The target sentences of a bead: the number of the segment, the segment, and the words (in
    /// `Readings::words`) of the sentence.
    pub fn target_sentences(
        &self,
        paired: &Paired,
    ) -> impl Iterator<Item = (usize, &'a Ctx<'a>, Range<usize>)> {
        let (target, document) = (self.target, self.document);
        let sentences = target.sentences[paired.bead.target.clone()].iter();
        sentences.map(move |it| (it.segment, &document.segments[it.segment], target.words(it)))
    }

    /// The bead that holds the word of this number of a segment of the target.
    pub fn pair_of_word(&self, segment: usize, word: usize) -> Option<&Paired> {
        self.pairs().iter().find(|it| {
            let mut sentences = self.target_sentences(it);
            sentences.any(|it| it.0 == segment && it.2.contains(&word))
        })
    }

    /// The text of the source sentences that answer to a place of the target, where they are known.
    pub fn source_of(&self, segment: usize, span: Span<InSegment>) -> Option<String> {
        let sentences = &self.target.sentences;
        let at = sentences.iter().position(|it| {
            it.segment == segment && it.span.start() <= span.start() && span.start() < it.span.end()
        })?;
        let beads = &self.alignment.beads;
        let bead = beads.iter().find(|it| it.target.contains(&at))?;
        text_of(&self.source.sentences[bead.source.clone()], |segment| {
            self.source.segments[segment].text
        })
    }
}
