//! Words of the source left in the target: see [`RULE`].

use rustc_hash::FxHashSet;

use crate::{
    align::lexicon,
    arabic::TokenKind,
    diagnostic::{Applicability, Confidence, Fix, Message},
    english::lemmas,
    names::candidates,
    rule::{Ctx, Findings, PairCtx, rule},
    rules::names::is_meant_to_be_latin,
};

rule! {
    /// Words of the source copied into the target.
    ///
    /// ## Why
    ///
    /// What a translation program does not know it copies: names, titles of works, coined words. A reader of
    /// Arabic stumbles over each. One unknown name is worth a look; several in one text are a habit. Acronyms, handles, addresses and what stands in brackets beside its Arabic
    /// are written in Latin letters on purpose.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// They met at the Grenville Club on Sunday. => التقوا في نادي {Grenville|غرينفيل|جرينفيل} يوم الأحد.
    /// ```
    ///
    /// ```ar
    /// The group (Grenville) sold its API to NBC on Sunday. => باعت المجموعة (Grenville) الـAPI إلى NBC يوم الأحد.
    /// ```
    ///
    /// In an English target:
    ///
    /// ```en
    /// وصل زيلينسكي إلى باريس يوم الاثنين. => {زيلينسكي|Zelensky} arrived in Paris on Monday.
    /// ```
    "source/untranslated" {
        group: Source,
        category: Untranslated,
        severity: Major,
        confidence: Medium,
        ar: "كلمات من الأصل بقيت بلا ترجمة",
        pair: check,
        english: super::english::arabic_left::check,
    }
}

/// From so many runs on in a document it is a habit, not a choice.
const HABIT: usize = 4;

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    let runs = copied_runs(ctx);
    let distinct: FxHashSet<&str> = runs
        .iter()
        .map(|it| ctx.document.segments[it.0].fold(it.1.start))
        .collect();
    let habit = distinct.len() >= HABIT;
    for (segment, run) in runs {
        acc.in_segment(segment);
        report(&ctx.document.segments[segment], run, habit, acc);
    }
}

/// The runs of Latin words that stand in the source too: segment and words.
fn copied_runs(ctx: &PairCtx<'_>) -> Vec<(usize, std::ops::Range<usize>)> {
    let mut runs = Vec::new();
    for paired in ctx.pairs() {
        let mut copied: Vec<&str> = Vec::new();
        for (sentence, segment) in ctx.source_sentences(paired) {
            copied.extend(sentence.tokens.clone().map(|it| segment.english.fold(it)));
        }
        for (segment, target, words) in ctx.target_sentences(paired) {
            let mut at = words.start;
            while at < words.end {
                if !is_latin(target, at) {
                    at += 1;
                    continue;
                }
                let start = at;
                while at < words.end && is_latin(target, at) && (at == start || adjoins(target, at))
                {
                    at += 1;
                }
                let run = start..at;
                let of_source = run.clone().all(|it| copied.contains(&target.fold(it)));
                if of_source && is_prose(target, run.clone()) {
                    runs.push((segment, run));
                }
            }
        }
    }
    runs
}

fn is_latin(ctx: &Ctx<'_>, word: usize) -> bool {
    let token = ctx.readings.words[word].token as usize;
    ctx.words.tokens[token].kind == TokenKind::Latin
}

/// Whether only white space stands between the word and the one before it.
fn adjoins(ctx: &Ctx<'_>, word: usize) -> bool {
    let words = &ctx.readings.words;
    words[word].token == words[word - 1].token + 1
}

/// Whether a reader would want the run in Arabic: a word in small letters, or a name, no acronym.
fn is_prose(ctx: &Ctx<'_>, run: std::ops::Range<usize>) -> bool {
    let tokens = ctx.readings.words[run.start].token as usize
        ..ctx.readings.words[run.end - 1].token as usize + 1;
    let spelt = |it: usize| ctx.word(it);
    let small = run.clone().any(|it| {
        let word = spelt(it);
        word.chars().count() > 3 && word.chars().skip(1).all(char::is_lowercase)
    });
    // `Face++`, `C#`: the sign is of the name.
    let after = ctx.words.tokens.get(tokens.end);
    let signed =
        after.is_some_and(|it| !it.spaced && matches!(it.kind, TokenKind::Mark('+' | '#' | '&')));
    small && !signed && !is_meant_to_be_latin(ctx, tokens)
}

fn report(ctx: &Ctx<'_>, run: std::ops::Range<usize>, habit: bool, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    let span = words[run.start].span.cover(words[run.end - 1].span);
    let text = ctx.at(span);
    let message = Message::new(
        format!("“{text}” is left as it stands in the source"),
        format!("«{text}» بقيت كما هي في الأصل"),
    );
    let folds: Vec<&str> = run.clone().map(|it| ctx.fold(it)).collect();
    let known = ctx
        .glossaries
        .latin_name(&folds)
        .filter(|it| it.words == folds.len());
    let finding = acc.add(span, message);
    if let Some(known) = known {
        finding.confidence = Confidence::High;
        finding
            .fixes
            .push(Fix::replace(Applicability::Suggested, span, known.arabic));
        return;
    }
    // One name left in Latin letters may be the choice of a translator; a common word is none.
    let common = folds
        .iter()
        .any(|it| it.len() > 2 && lemmas(it).iter().any(|it| lexicon().knows(it)));
    // `AI Next`: what has an acronym in it is a brand, and kept as it is.
    let acronym = run.clone().any(|it| {
        let word = ctx.word(it);
        word.len() > 1 && word.chars().all(char::is_uppercase)
    });
    if acronym || (!habit && !common) {
        finding.confidence = Confidence::Low;
    }
    if run.len() <= 3 {
        for it in candidates(text, 2) {
            finding
                .fixes
                .push(Fix::replace(Applicability::Suggested, span, it.arabic));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::trial::check_pair;

    #[test]
    fn what_is_latin_on_purpose_stays() {
        for pair in [
            "The company bought Mountain House on Monday. => اشترت الشركة {Mountain House|مونتين هاوس|مونتين هوس} يوم الاثنين.",
            "The company (Mountain House) sold its shares. => باعت الشركة (Mountain House) أسهمها.",
            "The agency CNBC reported the news. => نقلت وكالة CNBC الخبر.",
        ] {
            check_pair(&RULE, pair);
        }
    }
}
