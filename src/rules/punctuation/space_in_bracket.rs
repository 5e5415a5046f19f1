//! Spaces inside brackets: see [`RULE`].

use super::space_in_quote::report;
use crate::{
    diagnostic::Message,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A space just inside a bracket.
    ///
    /// ## Why
    ///
    /// Brackets hug what they hold, as quotation marks do. Systems that work on separated tokens
    /// leave a space there, and a line may then break between the bracket and its word.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// زار الوفد مقر الحلف ({ |}الناتو{ |}) في بروكسل.
    /// ```
    ///
    /// ```ar
    /// زار الوفد مقر الحلف (الناتو) في بروكسل.
    /// ```
    "punctuation/space-in-bracket" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "مسافة داخل القوسين",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let message = Message::fixed("no space inside brackets", "لا مسافة داخل القوسين");
    for marks in [['(', ')'], ['[', ']']] {
        report(ctx, acc, marks, &message);
    }
}
