//! `كان 60 مليار دولار إلى 90`: see [`RULE`].

use super::neighbours::{WordSet, letters_of, stretch, without_conjunction};
use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A range behind a verb of being without its `من`.
    ///
    /// ## Why
    ///
    /// "was 60 to 90 billion" is `كان من 60 إلى 90 مليارا` or `تراوح بين`: the Arabic `إلى` needs where
    /// the range begins.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// الحجم {كان 60 مليار دولار إلى|كان من 60 مليار دولار إلى} 90 مليار دولار.
    /// ```
    ///
    /// ```ar
    /// كان من 60 إلى 90 مليار دولار، وكان 60 شخصا في طريقهم إلى 3 مدن.
    /// ```
    "grammar/range-without-start" {
        group: Grammar,
        category: Grammar,
        severity: Minor,
        confidence: High,
        ar: "مدى بلا «من»",
        segment: check,
    }
}

static BEING: WordSet = WordSet::new(&["كان", "كانت", "يكون", "تكون", "سيكون", "ستكون"]);

/// The most words from the first number to إلى.
const REACH: usize = 3;

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    let is_number = |word: usize| {
        words.get(word).is_some_and(|it| {
            it.barrier <= Barrier::Quote
                && ctx.words.tokens[it.token as usize].kind == TokenKind::Number
        })
    };
    for word in 0..words.len() {
        let letters = letters_of(ctx, word);
        if !BEING.contains(&letters) && !BEING.contains(without_conjunction(&letters)) {
            continue;
        }
        if !is_number(word + 1) {
            continue;
        }
        let to = (word + 2..=word + 2 + REACH).find(|it| {
            words
                .get(*it)
                .is_some_and(|at| at.barrier <= Barrier::Quote)
                && letters_of(ctx, *it) == "إلى"
        });
        let Some(to) = to.filter(|it| is_number(it + 1)) else {
            continue;
        };
        // Nothing but units between: مليار دولار.
        let units = (word + 2..to).all(|it| {
            matches!(
                &*letters_of(ctx, it),
                "مليار"
                    | "مليون"
                    | "ألف"
                    | "تريليون"
                    | "دولار"
                    | "يورو"
                    | "جنيه"
                    | "درجة"
                    | "كيلومتر"
                    | "كيلومترا"
                    | "متر"
                    | "مترا"
                    | "ريال"
                    | "عاما"
                    | "سنة"
                    | "يوما"
                    | "شخصا"
            )
        });
        if !units {
            continue;
        }
        let span = stretch(ctx, word, to);
        let first = ctx.at(words[word].span);
        let rest = ctx.at(stretch(ctx, word + 1, to));
        let right = format!("{first} من {rest}");
        let message = Message::new(
            "the range lacks its من".to_owned(),
            "المدى ينقصه «من»".to_owned(),
        );
        acc.add(span, message)
            .fixes
            .push(Fix::replace(Applicability::Suggested, span, right));
    }
}
