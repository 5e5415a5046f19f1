//! Verbs in the wrong gender for the person named: see [`RULE`].

use super::holder::mismatches;
use crate::{
    arabic::Gender,
    diagnostic::{Applicability, Confidence, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A verb of saying in the gender of another person.
    ///
    /// ## Why
    ///
    /// The verb stands before its subject and agrees with it. Translation that took a woman for a man
    /// writes the masculine; the fix mends the title between verb and name as well.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// {وقال|وقالت} كارولين ليفيت إن اللقاء كان مثمرا.
    /// ```
    ///
    /// ```ar
    /// {أعلن|أعلنت} {+وزير|وزيرة} الخارجية {+الكندي|الكندية} ميلاني جولي القرار.
    /// ```
    ///
    /// ```ar
    /// وقال دونالد ترامب إن كارولين ليفيت ستعلن القرار.
    /// ```
    "agreement/verb-gender" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: High,
        ar: "فعل لا يطابق جنس فاعله",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for found in mismatches(ctx) {
        for span in &found.verbs {
            let verb = ctx.at(*span);
            let message = match found.person.gender {
                Gender::Feminine => Message::new(
                    format!("“{verb}” is masculine, its subject a woman"),
                    format!("«{verb}» مذكر وفاعله مؤنث"),
                ),
                Gender::Masculine => Message::new(
                    format!("“{verb}” is feminine, its subject a man"),
                    format!("«{verb}» مؤنث وفاعله مذكر"),
                ),
            };
            let finding = acc.add(*span, message);
            if !found.person.certain {
                finding.confidence = Confidence::Medium;
            }
            finding.fixes.push(Fix {
                title: None,
                applicability: Applicability::Suggested,
                edits: found.edits.clone(),
            });
        }
    }
}
