//! Turns that native news has too, and translation far more often: where they stand, and how often
//! human text has them.

use crate::{
    arabic::{bare, particle},
    matcher::Barrier,
    rule::Ctx,
    text::{InSegment, Span},
};

/// One such turn.
#[derive(Clone, Copy, Debug)]
pub struct Habit {
    /// What it is called in messages, in English.
    pub en: &'static str,
    /// The same in Arabic.
    pub ar: &'static str,
    /// What to write instead, in English and Arabic.
    pub instead: (&'static str, &'static str),
    /// How often human text has it, in occurrences per 1,000 words.
    pub usual: f64,
    /// The same in the article of 150 words or more that has it most often.
    pub most: f64,
    /// Fewer occurrences are chance.
    pub fewest: usize,
    /// How many words it takes from the word of this number on; none where it does not begin there.
    at: fn(&Ctx<'_>, usize) -> Option<usize>,
}

impl Habit {
    /// Where it stands in a segment.
    pub fn places(&self, ctx: &Ctx<'_>) -> Vec<Span<InSegment>> {
        let words = &ctx.readings.words;
        let mut found = Vec::new();
        for first in 0..words.len() {
            if let Some(count) = (self.at)(ctx, first) {
                found.push(words[first].span.cover(words[first + count - 1].span));
            }
        }
        found
    }
}

/// The turns that are counted. `UPDATE=1 cargo test --test rates -- --nocapture` measures `usual` and
/// `most` on the human translations of ../shared (ntrex and pud), and the test holds them to these.
pub static HABITS: &[Habit] = &[
    Habit {
        en: "تم/يتم with a verbal noun",
        ar: "تم/يتم مع المصدر",
        instead: (
            "a verb in the passive or active",
            "فعل مبني للمجهول أو للمعلوم",
        ),
        usual: 2.5,
        most: 18.0,
        fewest: 5,
        at: passive,
    },
    Habit {
        en: "من قبل before an agent",
        ar: "من قبل قبل الفاعل",
        instead: (
            "the agent as subject of an active verb",
            "فعل مبني للمعلوم وفاعله",
        ),
        usual: 0.7,
        most: 4.1,
        fewest: 4,
        at: agent,
    },
    Habit {
        en: "بشكل/بصورة/بطريقة with an adjective",
        ar: "بشكل/بصورة/بطريقة مع الصفة",
        instead: ("an adverb or a verbal noun (بوضوح)", "حال أو مصدر (بوضوح)"),
        usual: 1.4,
        most: 6.6,
        fewest: 4,
        at: manner,
    },
    Habit {
        en: "قام/يقوم ب with a verbal noun",
        ar: "قام/يقوم بـ مع المصدر",
        instead: ("the plain verb", "الفعل وحده"),
        usual: 0.9,
        most: 10.6,
        fewest: 4,
        at: carried_out,
    },
    Habit {
        en: "عندما يتعلق الأمر ب",
        ar: "عندما يتعلق الأمر بـ",
        instead: ("في or أما … فـ", "في أو أما … فـ"),
        usual: 0.1,
        most: 3.3,
        fewest: 3,
        at: topic,
    },
    Habit {
        en: "لعب دورا",
        ar: "لعب دورا",
        instead: (
            "أدى دورا, or a verb that says what was done",
            "أدى دورا، أو فعل يقول ما حدث",
        ),
        usual: 0.2,
        most: 9.2,
        fewest: 3,
        at: role,
    },
];

/// The letters of the word of this number, where nothing parts it from the one before.
fn joined<'a>(ctx: &Ctx<'a>, word: usize) -> Option<std::borrow::Cow<'a, str>> {
    let at = ctx.readings.words.get(word)?;
    if at.barrier > Barrier::Quote || !at.arabic {
        return None;
    }
    Some(letters(ctx, word))
}

fn letters<'a>(ctx: &Ctx<'a>, word: usize) -> std::borrow::Cow<'a, str> {
    let text = ctx.word(word);
    if ctx.readings.words[word].signed {
        bare(text).into()
    } else {
        text.into()
    }
}

fn behind_conjunction(word: &str) -> &str {
    word.strip_prefix(['و', 'ف']).unwrap_or(word)
}

/// A word of three letters or more that is no particle: a noun, as far as can be told.
fn is_noun(word: &str) -> bool {
    word.chars().count() >= 3 && particle(word).is_none()
}

fn passive(ctx: &Ctx<'_>, first: usize) -> Option<usize> {
    let word = letters(ctx, first);
    let verb = behind_conjunction(&word).trim_start_matches('س');
    if !matches!(verb, "تم" | "تمت" | "يتم" | "تتم" | "ليتم" | "لتتم") {
        return None;
    }
    let next = joined(ctx, first + 1)?;
    // تم بالفعل, تم لهم: a preposition, not what was done.
    let governed =
        next.starts_with(['ب', 'ل', 'ك']) && !next.starts_with("بناء") && !next.starts_with("بيع");
    (is_noun(&next) && !governed).then_some(2)
}

fn agent(ctx: &Ctx<'_>, first: usize) -> Option<usize> {
    if behind_conjunction(&letters(ctx, first)) != "من" || joined(ctx, first + 1)? != "قبل" {
        return None;
    }
    let next = joined(ctx, first + 2)?;
    is_noun(&next).then_some(3)
}

fn manner(ctx: &Ctx<'_>, first: usize) -> Option<usize> {
    let word = letters(ctx, first);
    if !matches!(behind_conjunction(&word), "بشكل" | "بصورة" | "بطريقة") {
        return None;
    }
    let next = joined(ctx, first + 1)?;
    is_noun(&next).then_some(2)
}

fn carried_out(ctx: &Ctx<'_>, first: usize) -> Option<usize> {
    let word = letters(ctx, first);
    let verb = behind_conjunction(&word).trim_start_matches('س');
    if !matches!(verb, "قام" | "قامت" | "قاموا" | "يقوم" | "تقوم" | "يقومون")
    {
        return None;
    }
    // The subject may stand between: قام الوزير بزيارة.
    (1..=3).find_map(|by| {
        let word = joined(ctx, first + by)?;
        (word.starts_with('ب') && word.chars().count() >= 4 && particle(&word).is_none())
            .then_some(by + 1)
    })
}

fn topic(ctx: &Ctx<'_>, first: usize) -> Option<usize> {
    let word = letters(ctx, first);
    let begins = matches!(behind_conjunction(&word), "عندما" | "حين" | "حينما");
    (begins && joined(ctx, first + 1)? == "يتعلق" && joined(ctx, first + 2)? == "الأمر").then_some(3)
}

fn role(ctx: &Ctx<'_>, first: usize) -> Option<usize> {
    let word = letters(ctx, first);
    let verb = behind_conjunction(&word).trim_start_matches('س');
    if !matches!(verb, "لعب" | "لعبت" | "يلعب" | "تلعب" | "لعبوا" | "يلعبون")
    {
        return None;
    }
    // The subject may stand between: لعبت المدينة دورا.
    (1..=3).find_map(|by| {
        let word = joined(ctx, first + by)?;
        matches!(
            &*word,
            "دور" | "دورا" | "دوره" | "دورها" | "أدوارا" | "الدور"
        )
        .then_some(by + 1)
    })
}
