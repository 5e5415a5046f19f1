//! Words with two accepted spellings: see [`RULE`].

use super::super::practice::{Use, report};
use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix},
    rule::{Ctx, DocumentCtx, Findings, rule},
    style::{America, Choice, Hundred},
};

rule! {
    /// A word in two accepted spellings in one article, or not as the house style has it.
    ///
    /// ## Why
    ///
    /// `مئة` and `مائة`, `أميركا` and `أمريكا` are all in use, and an article keeps to one of each. A
    /// house may say which in `style: {hundred: …, america: …}`.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// زار الرئيس الأميركي ولايتين أميركيتين، وقال إن {أمريكا|أميركا} قوية.
    /// حضر ثلاثمئة ضيف من مئتي مدينة، وغاب {مائة|مئة}.
    /// ```
    ///
    /// ```ar
    /// زار الرئيس الأمريكي ولايتين أمريكيتين، وحضر مائتا ضيف.
    /// ```
    "script/mixed-spelling" {
        group: Script,
        category: Spelling,
        severity: Neutral,
        confidence: High,
        ar: "كلمة برسمين مقبولين في مقال واحد",
        document: check,
    }
}

/// Two spellings of one stem.
struct Pair<K> {
    one: (K, &'static str),
    other: (K, &'static str),
}

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let Some(first) = ctx.segments.first() else {
        return;
    };
    let hundred = Pair {
        one: (Hundred::Short, "مئ"),
        other: (Hundred::Long, "مائ"),
    };
    spelling(ctx, acc, &hundred, first.style.hundred, is_hundred);
    let america = Pair {
        one: (America::Amirka, "أميرك"),
        other: (America::Amrika, "أمريك"),
    };
    spelling(ctx, acc, &america, first.style.america, |_| true);
}

/// Reports words with one of the stems of `pair` behind their clitics, where `fits` agrees to what
/// stands after the stem.
fn spelling<K: Choice>(
    ctx: &DocumentCtx<'_>,
    acc: &mut Findings<'_>,
    pair: &Pair<K>,
    chosen: K,
    fits: impl Fn(&str) -> bool,
) {
    let is_used = |it: &Ctx<'_>, (practice, stem): (K, &str), at: usize| {
        let word = it.word(at);
        let found = word.find(stem)?;
        let (before, after) = (&word[..found], &word[found + stem.len()..]);
        let alone = before.trim_start_matches(['و', 'ف', 'ب', 'ك', 'ل', 'ا']);
        let number = NUMBERS.contains(&alone) && !alone.is_empty();
        ((alone.is_empty() || number) && fits(after)).then_some(practice)
    };
    let mut uses = Vec::new();
    for (segment, it) in ctx.segments.iter().enumerate() {
        for (at, word) in it.readings.words.iter().enumerate() {
            if it.words.tokens[word.token as usize].kind != TokenKind::Arabic {
                continue;
            }
            let practice = is_used(it, pair.one, at).or_else(|| is_used(it, pair.other, at));
            uses.extend(practice.map(|practice| Use {
                practice,
                segment,
                span: word.span,
            }));
        }
    }
    report(ctx, acc, &uses, chosen, |it, wanted| {
        let word = ctx.segments[it.segment].at(it.span);
        let (old, new) = if wanted == pair.one.0 {
            (pair.other.1, pair.one.1)
        } else {
            (pair.one.1, pair.other.1)
        };
        let fix = word.replacen(old, new, 1);
        Some(Fix::replace(Applicability::Safe, it.span, fix))
    });
}

/// What stands before the hundred in ثلاثمئة and its like.
const NUMBERS: [&str; 8] = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "ثماني", "تسع"];

/// A hundred or two: nothing but its endings follows, so that مئذنة and مائدة are other words.
fn is_hundred(after: &str) -> bool {
    matches!(after, "ة" | "تا" | "تي" | "تان" | "تين")
}

#[cfg(test)]
mod tests {
    use super::{
        super::super::trial::{check, check_in},
        RULE,
    };
    use crate::style::{America, Hundred, Style};

    #[test]
    fn the_house_decides() {
        let style = Style {
            hundred: Hundred::Short,
            america: America::Amrika,
            ..Style::default()
        };
        check_in(&RULE, &style, "دفع {مائتي|مئتي} دولار {للأميركيين|للأمريكيين}");
        check_in(&RULE, &style, "جلس إلى المائدة قرب المئذنة مئات الناس");
    }

    #[test]
    fn other_words_are_no_hundreds() {
        check(&RULE, "وصلت المائدة وزاره مئة ضيف");
    }
}
