//! One way through a pattern, walked over the words of a text: see [`Walk`].

use std::ops::Range;

use crate::{
    english::{English, EnglishKind, lemma::is_form_of},
    pattern::LONGEST_GAP,
};

/// A place of a pattern.
#[derive(Debug)]
pub(super) enum Step {
    /// One of these, each a word or the words that a hyphen joins.
    Words(Vec<Vec<String>>),
    /// Up to this many words.
    Gap(usize),
    /// One word to four, kept under this number.
    Capture(u8),
}

/// A walk over one sentence.
pub(super) struct Walk<'e> {
    english: &'e English,
    end: usize,
}

impl<'e> Walk<'e> {
    /// Over the tokens before `end`.
    pub(super) fn new(english: &'e English, end: usize) -> Walk<'e> {
        Walk { english, end }
    }

    /// The tokens that each step takes where the first begins at `at`; gaps take the fewest.
    pub(super) fn places(&self, steps: &[Step], at: usize) -> Option<Vec<Range<usize>>> {
        let mut places = Vec::with_capacity(steps.len());
        self.walk(steps, at, &mut places).then_some(places)
    }

    fn walk(&self, steps: &[Step], at: usize, places: &mut Vec<Range<usize>>) -> bool {
        let Some((step, rest)) = steps.split_first() else {
            return true;
        };
        let longest = usize::from(LONGEST_GAP);
        match step {
            Step::Words(words) => words.iter().any(|it| {
                let end = self.spelt(it, at);
                end.is_some_and(|end| self.try_place(at..end, rest, places))
            }),
            Step::Gap(most) => (0..=*most).any(|it| self.skips(at, it, rest, places)),
            Step::Capture(_) => (1..=longest).any(|it| self.skips(at, it, rest, places)),
        }
    }

    /// Goes on behind `count` words, which no mark parts.
    fn skips(
        &self,
        at: usize,
        count: usize,
        rest: &[Step],
        places: &mut Vec<Range<usize>>,
    ) -> bool {
        let end = at + count;
        let word =
            |it: usize| !matches!(self.english.tokens[it].kind, EnglishKind::Mark(c) if c != '-');
        end <= self.end && (at..end).all(word) && self.try_place(at..end, rest, places)
    }

    fn try_place(
        &self,
        place: Range<usize>,
        rest: &[Step],
        places: &mut Vec<Range<usize>>,
    ) -> bool {
        let end = place.end;
        places.push(place);
        let fits = self.walk(rest, end, places);
        if !fits {
            places.pop();
        }
        fits
    }

    /// The end of the words that begin at `at`, in any form, where they stand there.
    fn spelt(&self, words: &[String], mut at: usize) -> Option<usize> {
        for (number, word) in words.iter().enumerate() {
            if number > 0 && at < self.end && self.english.tokens[at].kind == EnglishKind::Mark('-')
            {
                at += 1;
            }
            if at >= self.end || !is_form_of(self.english.fold(at), word) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}

/// The words of `place`, each with the lemma that one of the alternatives names.
pub(super) fn lemmas_at(
    words: &[Vec<String>],
    english: &English,
    place: &Range<usize>,
) -> Vec<(usize, String)> {
    let tokens: Vec<usize> = place
        .clone()
        .filter(|it| !english.fold(*it).is_empty())
        .collect();
    let fits = |alternative: &&Vec<String>| {
        alternative.len() == tokens.len()
            && alternative
                .iter()
                .zip(&tokens)
                .all(|(lemma, at)| is_form_of(english.fold(*at), lemma))
    };
    let found = words.iter().find(fits).into_iter().flatten();
    tokens.iter().copied().zip(found.cloned()).collect()
}
