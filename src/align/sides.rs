//! The two texts as the alignment sees them: segments, their sentences, what was read in them.

use std::ops::Range;

use crate::{
    arabic::{self, TokenKind, Words},
    english::{English, NameRun, names, numbers},
    glossary::NameMatch,
    matcher::Readings,
    quantity::Quantity,
    text::{InSegment, Span},
};

/// A sentence of one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The segment it stands in.
    pub segment: usize,
    /// Its tokens there.
    pub tokens: Range<usize>,
    /// Where it stands there.
    pub span: Span<InSegment>,
    /// Its length in letters and digits.
    pub letters: usize,
}

/// A segment of the source.
#[derive(Clone, Debug)]
pub struct SourceSegment<'d> {
    /// Its prose.
    pub text: &'d str,
    /// Its words.
    pub english: English,
    /// Its numbers.
    pub numbers: Vec<Quantity>,
    /// What looks like a name in it.
    pub names: Vec<NameRun>,
}

/// The source, read.
#[derive(Clone, Debug, Default)]
pub struct Source<'d> {
    /// In order.
    pub segments: Vec<SourceSegment<'d>>,
    /// Of all segments, in order.
    pub sentences: Vec<Sentence>,
}

impl<'d> Source<'d> {
    /// Reads the segments of a source.
    pub fn read(prose: impl IntoIterator<Item = &'d str>) -> Source<'d> {
        let mut source = Source::default();
        for text in prose {
            let english = English::scan(text);
            for number in 0..english.sentences() {
                let tokens = english.sentence(number);
                if let (Some(first), Some(last)) = (
                    english.tokens.get(tokens.start),
                    english.tokens.get(tokens.end - 1),
                ) {
                    let span = first.span.cover(last.span);
                    source.sentences.push(Sentence {
                        segment: source.segments.len(),
                        tokens,
                        span,
                        letters: letters(&text[span.range()]),
                    });
                }
            }
            source.segments.push(SourceSegment {
                text,
                numbers: numbers(text, &english),
                names: names(&english),
                english,
            });
        }
        source
    }

    /// The segment that `sentence` stands in.
    pub fn segment(&self, sentence: &Sentence) -> &SourceSegment<'d> {
        &self.segments[sentence.segment]
    }
}

/// A segment of the target, as it was analysed.
#[derive(Clone, Debug)]
pub struct TargetSegment<'a> {
    /// Its prose.
    pub text: &'a str,
    /// Its tokens.
    pub words: &'a Words,
    /// Its words.
    pub readings: &'a Readings,
    /// The names of the gazetteer in it.
    pub names: &'a [NameMatch],
    /// Its numbers.
    pub numbers: Vec<Quantity>,
}

/// The target.
#[derive(Clone, Debug, Default)]
pub struct Target<'a> {
    /// In order.
    pub segments: Vec<TargetSegment<'a>>,
    /// Of all segments, in order.
    pub sentences: Vec<Sentence>,
}

impl<'a> Target<'a> {
    /// Adds the next segment.
    pub fn push(
        &mut self,
        text: &'a str,
        words: &'a Words,
        readings: &'a Readings,
        names: &'a [NameMatch],
    ) {
        let mut start = 0;
        while start < words.tokens.len() {
            let number = words.tokens[start].sentence;
            let len = words.tokens[start..].partition_point(|it| it.sentence <= number);
            let end = start + len;
            let span = words.tokens[start].span.cover(words.tokens[end - 1].span);
            let tokens = &words.tokens[start..end];
            // A quotation mark or a number of a list by itself is no sentence.
            let says = |it: &arabic::Token| !matches!(it.kind, TokenKind::Mark(_));
            if tokens.iter().any(says) {
                self.sentences.push(Sentence {
                    segment: self.segments.len(),
                    tokens: start..end,
                    span,
                    letters: letters(&text[span.range()]),
                });
            }
            start = end;
        }
        self.segments.push(TargetSegment {
            text,
            words,
            readings,
            names,
            numbers: arabic::numbers(text, words),
        });
    }

    /// The numbers of the words (in [`Readings::words`]) of `sentence`.
    pub fn words(&self, sentence: &Sentence) -> Range<usize> {
        let words = &self.segments[sentence.segment].readings.words;
        let at = |token: usize| words.partition_point(|it| (it.token as usize) < token);
        at(sentence.tokens.start)..at(sentence.tokens.end)
    }
}

/// The text of `sentences`, a space between two; `of` gives the text of a segment. `None` where there are
/// none.
pub fn text_of<'t>(sentences: &[Sentence], of: impl Fn(usize) -> &'t str) -> Option<String> {
    let texts = sentences.iter().map(|it| &of(it.segment)[it.span.range()]);
    let joined = texts.collect::<Vec<_>>().join(" ");
    (!joined.is_empty()).then_some(joined)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|it| it.is_alphanumeric()).count()
}
