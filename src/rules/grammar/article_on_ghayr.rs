//! `الغير قانوني`: see [`RULE`].

use super::neighbours::{WordSet, arabic_after, letters_of, stretch};
use crate::{
    diagnostic::{Applicability, Confidence, Fix, Message},
    matcher::{Barrier, FormKind},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// ال on `غير` before an adjective.
    ///
    /// ## Why
    ///
    /// `غير` and the adjective are a construct, so the article stands on the second: `غير القانوني`.
    /// `الغير` alone, "the others", is a noun of its own.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// حذر من الهجرة {الغير قانونية|غير القانونية} ومن الدخول {الغير شرعي|غير الشرعي}.
    /// ```
    ///
    /// ```ar
    /// حذر من الهجرة غير القانونية، ومن حقوق الغير التي تضيع، ومن أموال الغير مثلا.
    /// ```
    "grammar/article-on-ghayr" {
        group: Grammar,
        category: Grammar,
        severity: Minor,
        confidence: Medium,
        ar: "«غير» معرفة بأل",
        segment: check,
    }
}

static OTHER: WordSet = WordSet::new(&["الغير"]);

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in 0..ctx.readings.words.len() {
        let letters = letters_of(ctx, word);
        if !OTHER.contains_behind_conjunction(&letters) {
            continue;
        }
        let Some(next) = arabic_after(ctx, word, Barrier::Nothing) else {
            continue;
        };
        let adjective = letters_of(ctx, next);
        if !is_adjective(ctx, next, &adjective) {
            continue;
        }
        let conjunction = letters.strip_suffix("الغير").unwrap_or_default();
        let bare = adjective.strip_prefix("ال").unwrap_or(&adjective);
        let right = format!("{conjunction}غير ال{bare}");
        let span = stretch(ctx, word, next);
        let message = Message::new(
            format!("the article goes on the adjective: {right}"),
            format!("أداة التعريف على الصفة: {right}"),
        );
        let finding = acc.add(span, message);
        finding.confidence = Confidence::Medium;
        finding
            .fixes
            .push(Fix::replace(Applicability::Suggested, span, right));
    }
}

fn is_adjective(ctx: &Ctx<'_>, word: usize, letters: &str) -> bool {
    let stem = letters.strip_prefix("ال").unwrap_or(letters);
    let length = stem.chars().count();
    let relation = ["ي", "ية", "يين"].iter().any(|it| stem.ends_with(it));
    if stem.starts_with(['و', 'ف', 'ب', 'ل', 'ك']) && length < 5 || matches!(stem, "لذي" | "لتي")
    {
        return false;
    }
    let relative = matches!(letters, "الذي" | "التي" | "الذين");
    let declared = ctx.readings.of(word).iter().any(|reading| {
        let form = ctx.glossaries.set_of(reading).lexicon.form(reading.form);
        form.kind == FormKind::Noun && form.is_adjective()
    });
    !relative && (declared || relation && length >= 4)
}
