//! `أحد` before feminine nouns, `إحدى` before masculine ones: see [`RULE`].

use super::nouns::{definite, indefinite};
use crate::{
    arabic::{Gender, Number, bare, other_gender},
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// "One of" in another gender than its noun.
    ///
    /// ## Why
    ///
    /// `أحد` and `إحدى` take the gender of the singular of the noun after them: one of the companies
    /// is `إحدى الشركات`, because a company is feminine. Only nouns are looked at whose gender the list
    /// of nouns or the glossaries give.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// أغلقت {أحد|إحدى} الشركات فرعها، واعترض {إحدى|أحد} الأحزاب، وهي {واحد|واحدة} من أكبر الشركات.
    /// ```
    ///
    /// ```ar
    /// أغلقت إحدى الشركات فرعها، واعترض أحد الأحزاب، وقال أحد القرارات ذلك.
    /// ```
    "agreement/one-of" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: High,
        ar: "«أحد» أو «إحدى» لا تطابق جنس ما بعدها",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    for (at, here) in words.iter().enumerate() {
        if !here.arabic {
            continue;
        }
        let fold = ctx.fold(at);
        // وأحد has the fold of واحد.
        let one = ["واحد", "واحده"]
            .iter()
            .any(|it| fold.strip_suffix(it).is_some_and(is_proclitic))
            && !ctx.word(at).contains('أ');
        let (gender, after) = if fold.ends_with("احدي") {
            (Gender::Feminine, at + 1)
        } else if fold.ends_with("احد") && !one {
            (Gender::Masculine, at + 1)
        } else if one && beside(ctx, at + 1) && ctx.fold(at + 1) == "من" && !describes(ctx, at) {
            let gender = if fold.ends_with('ه') {
                Gender::Feminine
            } else {
                Gender::Masculine
            };
            (gender, at + 2)
        } else {
            continue;
        };
        // أحد أكبر الأحزاب: a superlative may stand between.
        let between = beside(ctx, after) && SUPERLATIVES.contains(&ctx.fold(after));
        let place = after + usize::from(between);
        if !beside(ctx, place) {
            continue;
        }
        let Some(noun) = definite(ctx, place) else {
            continue;
        };
        if noun.number != Number::Plural || noun.gender == gender || !noun.clitics.is_only_article()
        {
            continue;
        }
        let letters = bare(ctx.word(at));
        let right = match (one, noun.gender) {
            (true, Gender::Feminine) => Some(format!("{letters}ة")),
            (true, Gender::Masculine) => letters.strip_suffix('ة').map(str::to_owned),
            (false, to) => other_gender(&letters, to),
        };
        let Some(right) = right else {
            continue;
        };
        let written = ctx.word(place);
        let message = Message::new(
            format!("the singular of “{written}” decides: {right}"),
            format!("مفرد «{written}» هو الذي يحدد: {right}"),
        );
        let fix = Fix::replace(Applicability::Suggested, here.span, right);
        acc.add(here.span, message).fixes.push(fix);
    }
}

/// Superlatives that stand between "one of" and its noun. Folded.
const SUPERLATIVES: [&str; 14] = [
    "اكبر", "اهم", "ابرز", "اشهر", "افضل", "اخطر", "اقوى", "اقوي", "اعلي", "احدث", "اقدم", "اول",
    "اسوا", "اصعب",
];

/// What may stand before a noun.
fn is_proclitic(letters: &str) -> bool {
    letters.is_empty() || matches!(letters, "و" | "ف" | "ب" | "ل" | "ك")
}

/// Whether there is a word of this number, with nothing between it and the one before.
fn beside(ctx: &Ctx<'_>, word: usize) -> bool {
    let at = ctx.readings.words.get(word);
    at.is_some_and(|it| it.arabic && it.barrier == Barrier::Nothing)
}

/// Whether واحد belongs to the noun before it: `شركة واحدة من الشركات`.
fn describes(ctx: &Ctx<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    beside(ctx, at) && (bare(ctx.word(before)).ends_with('ة') || indefinite(ctx, before).is_some())
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn the_singular_decides() {
        check(
            &RULE,
            "{واحد|واحدة} من أكبر الشركات {وأحد|وإحدى} أهم الشراكات",
        );
        check(&RULE, "{واحدة|واحد} من الأحزاب");
        check(
            &RULE,
            "شركة واحدة من الأحزاب، وواحد من الأحزاب، واحدة من الشركات",
        );
        check(&RULE, "قرار واحد من القرارات");
    }
}
