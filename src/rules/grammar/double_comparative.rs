//! `أكثر أفضل`: see [`RULE`].

use super::neighbours::{WordSet, arabic_after, letters_of, place, stretch, without_conjunction};
use crate::{
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// Two comparatives for one.
    ///
    /// ## Why
    ///
    /// `أفضل` is "better" already. "More" before it is left from a translation word by word.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// أصبح الوضع {أكثر أسوأ|أسوأ} من قبل.
    /// ```
    ///
    /// ```ar
    /// أصبح الوضع أسوأ، وهو أكثر أهمية، وهناك أكثر، أفضل من غيره.
    /// ```
    "grammar/double-comparative" {
        group: Grammar,
        category: Grammar,
        severity: Major,
        confidence: High,
        ar: "صيغتا تفضيل متتاليتان",
        segment: check,
    }
}

static MORE: WordSet = WordSet::new(&["أكثر", "أشد", "الأكثر"]);

const COMPARATIVES: [&str; 24] = [
    "أكبر", "أصغر", "أفضل", "أقل", "أعلى", "أسوأ", "أهم", "أقوى", "أسرع", "أحسن", "أعظم", "أطول",
    "أحدث", "أجمل", "أكثر", "أقرب", "أبعد", "أضعف", "أصعب", "أسهل", "أرخص", "أغلى", "أخطر", "أوسع",
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in 0..ctx.readings.words.len() {
        if !ctx.fold(word).contains("ك") && !ctx.fold(word).contains("ش") {
            continue;
        }
        let letters = letters_of(ctx, word);
        if !MORE.contains_behind_conjunction(&letters) {
            continue;
        }
        let Some(next) = arabic_after(ctx, word, Barrier::Nothing) else {
            continue;
        };
        let second = letters_of(ctx, next);
        let stem = second.strip_prefix("ال").unwrap_or(&second);
        // أكثر أكثر is a word twice, and another rule's.
        let plain = without_conjunction(&letters);
        let plain = plain.strip_prefix("ال").unwrap_or(plain);
        if !COMPARATIVES.contains(&stem) || stem == plain {
            continue;
        }
        let conjunction = &letters[..letters.len() - without_conjunction(&letters).len()];
        let article = if letters.contains("ال") { "ال" } else { "" };
        let right = format!("{conjunction}{article}{stem}");
        let message = Message::new(
            format!("{stem} is a comparative by itself"),
            format!("«{stem}» صيغة تفضيل وحدها"),
        );
        let span = stretch(ctx, word, next);
        debug_assert!(span.range().start <= place(ctx, next).range().start);
        acc.add(span, message)
            .fixes
            .push(Fix::replace(Applicability::Suggested, span, right));
    }
}
