//! `وغيرها` after a man, `وغيره` after a woman: see [`RULE`].

use crate::{
    arabic::{Gender, bare},
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// "And others" in the wrong gender after a person's name.
    ///
    /// ## Why
    ///
    /// The pronoun of `وغيره`, `وسواه` refers to the person named before it. Translation writes the
    /// feminine that suits a list of things.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// اجتمع مع إيمانويل ماكرون {وغيرها|وغيره} من القادة، ومع أنجيلا ميركل {وسواه|وسواها} من الحضور.
    /// ```
    ///
    /// ```ar
    /// اجتمع مع إيمانويل ماكرون وغيره من القادة، وبحث القمة وغيرها من الملفات.
    /// ```
    "agreement/and-others" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: High,
        ar: "ضمير «وغيره» لا يطابق جنس من ذُكر قبله",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for person in ctx.persons() {
        let at = person.words.end;
        let Some(word) = ctx.readings.words.get(at) else {
            continue;
        };
        if word.barrier > Barrier::Quote || !person.certain {
            continue;
        }
        let written = bare(ctx.word(at));
        let right = match (person.gender, written.as_str()) {
            (Gender::Masculine, "وغيرها") => "وغيره",
            (Gender::Masculine, "وسواها") => "وسواه",
            (Gender::Feminine, "وغيره") => "وغيرها",
            (Gender::Feminine, "وسواه") => "وسواها",
            _ => continue,
        };
        let message = Message::new(
            format!("“{written}” refers to the person before it: {right}"),
            format!("«{written}» يعود على الشخص قبله: {right}"),
        );
        let fix = Fix::replace(Applicability::Suggested, word.span, right);
        acc.add(word.span, message).fixes.push(fix);
    }
}
