//! What a rule may look at, and where it puts what it finds.

use std::{cell::OnceCell, sync::Arc};

use super::{Person, Rule, persons::persons};
use crate::{
    arabic::{Token, Words},
    diagnostic::{Finding, Message},
    glossary::{Glossaries, Match, NameMatch},
    matcher::Readings,
    style::Style,
    text::{InSegment, Span},
};

/// A segment as a rule sees it.
#[derive(Clone, Copy, Debug)]
pub struct Ctx<'a> {
    /// Its prose.
    pub text: &'a str,
    /// The prose cut into tokens.
    pub words: &'a Words,
    /// What the glossaries read its words as.
    pub readings: &'a Readings,
    /// What it holds of what entries look for.
    pub matches: &'a [Match],
    /// The names of the gazetteer in it, in Arabic, in the order of their first words.
    pub names: &'a [NameMatch],
    /// The glossaries themselves.
    pub glossaries: &'a Glossaries,
    /// What the house chose.
    pub style: &'a Style,
    /// The people named in it, told when the first rule asks.
    pub people: &'a OnceCell<Vec<Person>>,
}

impl<'a> Ctx<'a> {
    /// The text of a token.
    pub fn token(&self, token: &Token) -> &'a str {
        &self.text[token.span.range()]
    }

    /// The text of the word of this number in [`Readings::words`].
    pub fn word(&self, word: usize) -> &'a str {
        &self.text[self.readings.words[word].span.range()]
    }

    /// The fold of the word of this number.
    pub fn fold(&self, word: usize) -> &'a str {
        let token = self.readings.words[word].token as usize;
        self.words.fold(&self.words.tokens[token])
    }

    /// The names that begin at the word of this number.
    pub fn names_at(&self, word: usize) -> &'a [NameMatch] {
        let first = self.names.partition_point(|it| it.words.start < word);
        let here = &self.names[first..];
        &here[..here.partition_point(|it| it.words.start == word)]
    }

    /// The people named in the segment whose gender is known, in order, none overlapping another.
    pub fn persons(&self) -> &'a [Person] {
        self.people.get_or_init(|| persons(self))
    }

    /// The text of `span`.
    pub fn at(&self, span: Span<InSegment>) -> &'a str {
        &self.text[span.range()]
    }
}

/// A document as a rule sees it.
#[derive(Debug)]
pub struct DocumentCtx<'a> {
    /// Its segments, in order.
    pub segments: Vec<Ctx<'a>>,
}

/// What a rule finds.
#[derive(Debug)]
pub struct Findings<'r> {
    rule: &'r Rule,
    segment: usize,
    found: Vec<(usize, Finding)>,
}

impl<'r> Findings<'r> {
    /// An empty list for `rule`.
    pub fn of(rule: &'r Rule) -> Findings<'r> {
        Findings {
            rule,
            segment: 0,
            found: Vec::new(),
        }
    }

    /// Tells that what comes next is in the segment of this number.
    pub fn in_segment(&mut self, segment: usize) {
        self.segment = segment;
    }

    /// Adds a finding with the rule's severity and confidence, for the rule to complete.
    pub fn add(&mut self, span: Span<InSegment>, message: Message) -> &mut Finding {
        self.found.push((
            self.segment,
            Finding {
                span,
                message,
                severity: self.rule.severity,
                confidence: self.rule.confidence,
                fixes: Vec::new(),
                entry: None,
            },
        ));
        &mut self.found.last_mut().expect("just pushed").1
    }

    /// The same for a finding that comes from a glossary entry.
    pub fn add_of(
        &mut self,
        span: Span<InSegment>,
        message: Message,
        entry: Arc<str>,
    ) -> &mut Finding {
        let finding = self.add(span, message);
        finding.entry = Some(entry);
        finding
    }

    /// Everything found, with the number of its segment.
    pub fn finish(self) -> Vec<(usize, Finding)> {
        self.found
    }
}
