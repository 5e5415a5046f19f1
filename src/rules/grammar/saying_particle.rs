//! أن after a verb of saying: see [`RULE`].

use super::neighbours::{WordSet, arabic_after, letters_of, place, stretch};
use crate::{
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// أن right after قال or حيث, where school grammar wants إن.
    ///
    /// ## Why
    ///
    /// What is said after قال is a sentence of its own and begins with إن; so does what follows حيث.
    /// Native news breaks the rule every day, so this is advice.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// {قال أنه|قال إنه} سيحضر، {حيث أن|حيث إن} الوقت يسمح.
    /// ```
    ///
    /// ```ar
    /// قال إنه سيحضر، وأكد أنه لن يتأخر.
    /// ```
    "grammar/saying-particle" {
        group: Grammar,
        category: Grammar,
        severity: Neutral,
        confidence: High,
        ar: "أن بعد القول أو حيث بدل إن",
        segment: check,
    }
}

static BEFORE: WordSet = WordSet::new(&[
    "قال",
    "قالت",
    "قالوا",
    "قلت",
    "قلنا",
    "يقول",
    "تقول",
    "يقولون",
    "نقول",
    "أقول",
    "قائلا",
    "قائلة",
    "قائلين",
    "حيث",
]);

const AFTER: [&str; 9] = [
    "أن",
    "أنه",
    "أنها",
    "أنهم",
    "أنهما",
    "أننا",
    "أنني",
    "أنك",
    "أنكم",
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in BEFORE.places(ctx) {
        let Some(next) = arabic_after(ctx, word, Barrier::Nothing) else {
            continue;
        };
        let that = letters_of(ctx, next);
        if !AFTER.contains(&&*that) {
            continue;
        }
        let written = ctx.word(next);
        let Some(rest) = written.strip_prefix('أ') else {
            continue;
        };
        let mended = format!("إ{}", rest.trim_start_matches('\u{64E}'));
        let message = Message::new(
            format!("“{mended}” is the rule after “{}”", ctx.word(word)),
            format!("القاعدة «{mended}» بعد «{}»", ctx.word(word)),
        );
        let fix = Fix::replace(Applicability::Suggested, place(ctx, next), mended);
        acc.add(stretch(ctx, word, next), message).fixes.push(fix);
    }
}
