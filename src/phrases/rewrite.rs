//! What takes the place of an English phrase: see [`rewrite`].

use super::Phrase;
use crate::{
    english::{English, EnglishKind, Form, form_of, inflect::is_unchanged, inflected},
    text::{InSegment, Span},
};

/// A phrase rewritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// What is replaced: the focus, and where it is deleted what would be left hanging.
    pub span: Span<InSegment>,
    /// What stands there instead.
    pub text: String,
    /// The article before it, where that changes with it.
    pub article: Option<(Span<InSegment>, String)>,
}

/// Puts `template` (the `use` of the avoid; empty to delete) where `phrase` stands in `text`, in the form
/// the phrase has: its tense or number, its capital.
pub fn rewrite(text: &str, english: &English, phrase: &Phrase, template: &str) -> Rewritten {
    let (first, last) = (phrase.focus.start, phrase.focus.end - 1);
    let span = english.tokens[first].span.cover(english.tokens[last].span);
    let capital = english.tokens[first].capital;
    if template.is_empty() {
        return deleted(text, english, first, last);
    }
    let mut words: Vec<String> = template.split_whitespace().map(str::to_owned).collect();
    inflect(&mut words, english, phrase);
    // The text has an article already.
    let articles = ["the", "a", "an"];
    let has_article = first
        .checked_sub(1)
        .is_some_and(|it| articles.contains(&english.fold(it)));
    if has_article && words.len() > 1 && articles.contains(&words[0].as_str()) {
        words.remove(0);
    }
    for word in &mut words {
        for (number, tokens) in &phrase.captures {
            let sign = format!("${number}");
            if let (true, Some(from), Some(to)) = (
                word.contains(&sign),
                english.tokens.get(tokens.start),
                english.tokens.get(tokens.end - 1),
            ) {
                *word = word.replace(&sign, &text[from.span.cover(to.span).range()]);
            }
        }
    }
    let mut written = words.join(" ");
    // A capital that the words have by themselves (Security Council) says nothing of the place.
    if capital && begins(english, first) {
        written = capitalised(&written);
    }
    Rewritten {
        span,
        article: article(english, first, &written),
        text: written,
    }
}

/// Whether any word would have a capital at this token.
fn begins(english: &English, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|it| &english.tokens[it]) else {
        return true;
    };
    before.sentence != english.tokens[at].sentence
        || matches!(before.kind, EnglishKind::Mark('"' | '“' | ':' | '(' | '‘'))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Gives the words of a replacement the form of the words it replaces: the tense of a verb at the head of
/// the phrase to the first word, the plural of a noun to the head noun.
fn inflect(words: &mut [String], english: &English, phrase: &Phrase) {
    let auxiliary = phrase.focus.start.checked_sub(1).is_some_and(|it| {
        matches!(
            english.fold(it),
            "be" | "been" | "being" | "is" | "are" | "was" | "were" | "has" | "have" | "had"
        )
    });
    // `put` behind `he` is past: the present has an s.
    let subject = phrase
        .focus
        .start
        .checked_sub(1)
        .is_some_and(|it| matches!(english.fold(it), "he" | "she" | "it" | "who"));
    let form = |(at, lemma): &(usize, String)| {
        let fold = english.fold(*at);
        if subject && *at == phrase.focus.start && fold == lemma && is_unchanged(lemma) {
            Form::Past
        } else {
            form_of(fold, lemma, auxiliary)
        }
    };
    let Some(head) = phrase.heads.first() else {
        return;
    };
    // `be martyred` gives `be killed`: the first word stays as it was.
    if words[0] == head.1 {
        english.fold(head.0).clone_into(&mut words[0]);
        return;
    }
    let next = (head.0 + 1 < phrase.focus.end).then(|| english.fold(head.0 + 1));
    let is_verb = match form(head) {
        Form::Past | Form::Participle => true,
        Form::Ing => next != Some("of"),
        Form::S => next.is_some_and(|it| AFTER_VERBS.contains(&it)),
        Form::Base => false,
    };
    if is_verb {
        // `flatly reject`: the verb stands behind its adverb; `in terms of` has none.
        let at = usize::from(words[0].ends_with("ly") && words.len() > 1);
        if !AFTER_VERBS.contains(&words[at].as_str()) && words[at] != "of" {
            words[at] = inflected(&words[at], form(head));
        }
        return;
    }
    let begins_noun = |word: &str| matches!(word, "the") || !AFTER_VERBS.contains(&word);
    if !begins_noun(english.fold(phrase.focus.start)) || words[0] == "the" {
        return;
    }
    // The head noun stands before `of`, or last.
    let of = phrase
        .heads
        .iter()
        .position(|it| AFTER_NOUNS.contains(&it.1.as_str()));
    let noun = of.unwrap_or(phrase.heads.len()).checked_sub(1);
    if noun.is_some_and(|it| form(&phrase.heads[it]) == Form::S) {
        let end = words
            .iter()
            .position(|it| AFTER_NOUNS.contains(&it.as_str()));
        let Some(head) = end.unwrap_or(words.len()).checked_sub(1) else {
            return;
        };
        let word = &words[head];
        if !word.ends_with('s') && !PLURAL.contains(&word.as_str()) {
            words[head] = inflected(word, Form::S);
        }
    }
}

/// What follows a verb in a pattern, where what follows a noun is `of` or another noun.
const AFTER_VERBS: [&str; 22] = [
    "on", "the", "a", "an", "to", "that", "in", "with", "by", "from", "for", "about", "his", "her",
    "their", "its", "at", "into", "over", "out", "up", "upon",
];

/// What ends the head of a noun phrase.
const AFTER_NOUNS: [&str; 7] = ["of", "for", "in", "on", "at", "to", "with"];

/// Plurals without an s, and what has no plural.
const PLURAL: [&str; 14] = [
    "ammunition",
    "billion",
    "million",
    "leverage",
    "ceasefire",
    "people",
    "dead",
    "police",
    "media",
    "personnel",
    "children",
    "men",
    "women",
    "staff",
];

/// `a` before what now begins with a vowel, `an` before what no longer does.
fn article(english: &English, first: usize, written: &str) -> Option<(Span<InSegment>, String)> {
    let at = first.checked_sub(1)?;
    let vowel = written.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O'])
        && !written.to_lowercase().starts_with("one")
        && !written.to_lowercase().starts_with("eu");
    let right = match (english.fold(at), vowel) {
        ("a", true) => "an",
        ("an", false) => "a",
        _ => return None,
    };
    let right = if english.tokens[at].capital {
        capitalised(right)
    } else {
        right.to_owned()
    };
    Some((english.tokens[at].span, right))
}

/// The phrase left out: with the commas around it, or with the word after it where that now begins the
/// sentence, or with the white space on one side.
fn deleted(text: &str, english: &English, first: usize, last: usize) -> Rewritten {
    let tokens = &english.tokens;
    let focus = tokens[first].span.cover(tokens[last].span);
    let comma = |it: Option<usize>| {
        it.filter(|it| {
            tokens
                .get(*it)
                .is_some_and(|it| it.kind == EnglishKind::Mark(','))
        })
    };
    let (before, after) = (comma(first.checked_sub(1)), comma(Some(last + 1)));
    let next = after.map_or(last + 1, |it| it + 1);
    let (span, written) = if let (Some(before), Some(after)) = (before, after) {
        (tokens[before].span.cover(tokens[after].span), String::new())
    } else if begins(english, first)
        && let Some(word) = tokens.get(next).filter(|it| it.kind == EnglishKind::Word)
    {
        (
            focus.cover(word.span),
            capitalised(&text[word.span.range()]),
        )
    } else if let Some(space) = text[..focus.start()].strip_suffix(' ') {
        (Span::new(space.len()..focus.end()), String::new())
    } else {
        (focus, String::new())
    };
    Rewritten {
        span,
        text: written,
        article: None,
    }
}
