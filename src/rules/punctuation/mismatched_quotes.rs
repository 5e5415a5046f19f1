//! A quotation opened by one mark and closed by another: see [`RULE`].

use super::pairs::matching;
use crate::{
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A quotation opened by a mark of one kind and closed by one of another.
    ///
    /// ## Why
    ///
    /// The two belong to different pairs, so neither quotation ends where the reader expects it.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصف اللقاء بأنه “مفيد{"|”} أمس.
    /// ```
    ///
    /// ```ar
    /// وصف اللقاء بأنه «مفيد» أمس، وقال: “وصفه "بالمفيد" عمدا”.
    /// ```
    "punctuation/mismatched-quotes" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: Medium,
        ar: "اقتباس فُتح بعلامة وأُغلق بأخرى",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    for pair in matching(tokens).mismatched {
        let (open, close) = (pair.open.1, pair.close.1);
        let expected = match open {
            '“' => '”',
            '«' => '»',
            other => other,
        };
        let span = tokens[pair.close.0].span;
        let message = Message::new(
            format!("opened by {open}, closed by {close}"),
            format!("فُتح بعلامة {open} وأُغلق بعلامة {close}"),
        );
        let fix = Fix::replace(Applicability::Suggested, span, expected);
        acc.add(span, message).fixes.push(fix);
    }
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn either_end_may_be_the_stranger() {
        check(&RULE, "وصفه بأنه \"مفيد{”|\"} أمس");
        check(&RULE, "وصفه بأنه «مفيد{”|»} أمس");
        check(&RULE, "طوله 5'11\" وعرضه \"كبير\"");
    }
}
