//! The sentences of a source and its target side by side: see [`Linter::align`].

use super::Linter;
use crate::{
    align::{self, Sentence, Source, Target},
    document::Document,
    text::{InSegment, Span},
};

/// Sentences that answer each other.
#[derive(Clone, Debug, PartialEq)]
pub struct SentencePair {
    /// Segments of the source and places in them; empty for what the target adds.
    pub source: Vec<(usize, Span<InSegment>)>,
    /// Segments of the target and places in them; empty for what it leaves out.
    pub target: Vec<(usize, Span<InSegment>)>,
    /// How much of what can be looked for in the source stands in the target, from 0 to 1.
    pub shared: f64,
    /// Enough is shared to rely on the pair.
    pub sure: bool,
}

/// A source and a target, sentence by sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairing {
    /// In order; every sentence of either is in exactly one.
    pub pairs: Vec<SentencePair>,
    /// The target is a translation of the source, as far as can be told.
    pub belongs: bool,
}

impl Linter {
    /// Pairs the sentences of `target` with those of `source`.
    pub fn align(&self, target: &Document, source: &Document) -> Pairing {
        let analysed = self.analysed(target);
        let source = Source::read(source.segments.iter().map(|it| source.prose(it)));
        let mut side = Target::default();
        for (segment, it) in target.segments.iter().zip(&analysed) {
            side.push(target.prose(segment), &it.words, &it.readings, &it.names);
        }
        let alignment = align::align(&source, &side, self.glossaries());
        let places = |sentences: &[Sentence]| -> Vec<_> {
            sentences.iter().map(|it| (it.segment, it.span)).collect()
        };
        let pairs = alignment.beads.iter().map(|bead| SentencePair {
            source: places(&source.sentences[bead.source.clone()]),
            target: places(&side.sentences[bead.target.clone()]),
            shared: bead.shared,
            sure: bead.sure,
        });
        Pairing {
            pairs: pairs.collect(),
            belongs: alignment.belongs,
        }
    }
}
