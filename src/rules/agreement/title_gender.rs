//! Titles in the wrong gender for the person named: see [`RULE`].

use super::holder::mismatches;
use crate::{
    arabic::Gender,
    diagnostic::{Applicability, Confidence, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A title in the gender of another person.
    ///
    /// ## Why
    ///
    /// English titles have no gender, so translation writes the masculine, and a woman becomes a man.
    /// The fix mends the title, its adjectives and the verb before it together. A full name of the
    /// gazetteer is certain, a given name less so, and a name that men and women bear says nothing.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// {+أكد|أكدت} {السكرتير الصحفي|السكرتيرة الصحفية} للوزارة ميلاني جولي الخبر.
    /// ```
    ///
    /// ```ar
    /// أكدت السكرتيرة الصحفية للبيت الأبيض كارولين ليفيت الخبر، وحضر نائب المستشارة أنجيلا ميركل.
    /// ```
    "agreement/title-gender" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: High,
        ar: "لقب لا يطابق جنس صاحبه",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for found in mismatches(ctx) {
        let Some(span) = found.title else { continue };
        let words = &ctx.readings.words;
        let person = words[found.person.words.start]
            .span
            .cover(words[found.person.words.end - 1].span);
        let (name, title) = (ctx.at(person), ctx.at(span));
        let message = match found.person.gender {
            Gender::Feminine => Message::new(
                format!("{name} is a woman; “{title}” is masculine"),
                format!("«{title}» مذكر، و{name} امرأة"),
            ),
            Gender::Masculine => Message::new(
                format!("{name} is a man; “{title}” is feminine"),
                format!("«{title}» مؤنث، و{name} رجل"),
            ),
        };
        let finding = acc.add(span, message);
        if !found.person.certain {
            finding.confidence = Confidence::Medium;
        }
        finding.fixes.push(Fix {
            title: None,
            applicability: Applicability::Suggested,
            edits: found.edits,
        });
    }
}
