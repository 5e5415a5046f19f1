//! `يلتقيوا` for `يلتقوا`: see [`RULE`].

use super::{
    neighbours::{letters_of, place, without_conjunction},
    weak_verbs::is_final_weak,
};
use crate::{
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// The plural of a weak verb that keeps its weak letter.
    ///
    /// ## Why
    ///
    /// The ي of يلتقي goes before the و of the plural: `يلتقون`, `لم يلتقوا`. Systems that build a word
    /// from pieces join the two.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// لم {يلتقيوا|يلتقوا} منذ عام، وكانوا {يشتريون|يشترون} كل شيء، ثم {نسيوا|نسوا} ذلك.
    /// ```
    ///
    /// ```ar
    /// لم يلتقوا منذ عام، وكانوا يشترون كل شيء، ثم نسوا ذلك، وحيوا الحضور ويحيون الذكرى.
    /// ```
    "grammar/weak-plural" {
        group: Grammar,
        category: Grammar,
        severity: Minor,
        confidence: High,
        ar: "فعل ناقص لم يُحذف حرف علته مع واو الجماعة",
        segment: check,
    }
}

/// Past verbs in ي and ى whose plural loses it.
const PAST: [&str; 10] = [
    "نسي",
    "بقي",
    "رضي",
    "لقي",
    "خشي",
    "التقي",
    "انتهي",
    "اشتري",
    "تخلي",
    "تلقي",
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in 0..ctx.readings.words.len() {
        let fold = ctx.fold(word);
        if !fold.ends_with("يوا") && !fold.ends_with("يون") {
            continue;
        }
        let letters = letters_of(ctx, word);
        let core = without_conjunction(&letters);
        let core = core
            .strip_prefix('س')
            .filter(|it| it.starts_with('ي'))
            .unwrap_or(core);
        let ending = if core.ends_with('ا') { "وا" } else { "ون" };
        let Some(stem) = core.strip_suffix(ending) else {
            continue;
        };
        let present = stem
            .strip_prefix(['ي', 'ت'])
            .is_some_and(|it| it.ends_with('ي') && is_final_weak(it));
        let past = ending == "وا" && PAST.contains(&stem);
        if !present && !past {
            continue;
        }
        let head = &letters[..letters.len() - core.len()];
        let kept = stem.strip_suffix('ي').unwrap_or(stem);
        let right = format!("{head}{kept}{ending}");
        let message = Message::new(
            format!("the weak letter goes before the و of the plural: {right}"),
            format!("حرف العلة يُحذف قبل واو الجماعة: {right}"),
        );
        let fix = Fix::replace(Applicability::Suggested, place(ctx, word), right);
        acc.add(place(ctx, word), message).fixes.push(fix);
    }
}
