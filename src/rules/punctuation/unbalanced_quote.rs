//! Quotation marks without a partner: see [`RULE`].

use super::pairs::matching;
use crate::{
    arabic::TokenKind,
    diagnostic::{Confidence, Message},
    rule::{DocumentCtx, Findings, rule},
};

rule! {
    /// A quotation mark without its partner.
    ///
    /// ## Why
    ///
    /// The reader cannot tell where the quotation begins or ends, and whose words it is. A speech may
    /// go on over several paragraphs: each opens, only the last closes; that is left. Of straight
    /// marks, which do not tell opening from closing, only the single odd one of an article is
    /// reported. Confidence is low where the article does not pair its other marks with care.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصف اللقاء بأنه {“}مفيد ومثمر، ثم غادر.
    /// ```
    ///
    /// ```ar
    /// قال: “سنمضي في طريقنا.
    /// “ولن نتوقف عند هذا الحد”.
    /// ```
    "punctuation/unbalanced-quote" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: Medium,
        ar: "علامة اقتباس بلا نظيرتها",
        document: check,
    }
}

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut straight: Vec<(usize, usize)> = Vec::new();
    let mut lone: Vec<(usize, usize)> = Vec::new();
    let mut pairs: Vec<char> = Vec::new();
    for (segment, it) in ctx.segments.iter().enumerate() {
        let matching = matching(&it.words.tokens);
        pairs.extend(matching.pairs.iter().map(|it| it.open.1));
        // A paragraph of a speech that goes on opens it again, and may be its last.
        if matching.pairs.iter().any(|it| it.open.0 == 0) {
            open.clear();
        }
        for (at, mark) in matching.lone {
            match mark {
                '“' | '«' if at == 0 && !open.is_empty() => {}
                '“' | '«' => open.push((segment, at)),
                '"' => straight.push((segment, at)),
                // The last paragraph of a speech closes all of it.
                _ if !open.is_empty() => open.clear(),
                _ => lone.push((segment, at)),
            }
        }
    }
    lone.extend(open);
    // An even number may be speeches over several paragraphs.
    if straight.len() == 1 {
        lone.extend(straight);
    }
    lone.sort_unstable();
    let careful = |mark: char| {
        let open = if matches!(mark, '“' | '”') {
            '“'
        } else {
            '«'
        };
        pairs.iter().filter(|it| **it == open).count() >= FEWEST_PAIRS
    };
    let count = lone.len();
    for (segment, at) in lone {
        let token = &ctx.segments[segment].words.tokens[at];
        let TokenKind::Mark(mark) = token.kind else {
            continue;
        };
        let message = Message::fixed(
            "a quotation mark without its partner",
            "علامة اقتباس بلا نظيرتها",
        );
        acc.in_segment(segment);
        let finding = acc.add(token.span, message);
        if count > MOST_LONE || mark == '"' || !careful(mark) {
            finding.confidence = Confidence::Low;
        }
    }
}

/// An article with fewer pairs of a kind does not show that it uses them with care.
const FEWEST_PAIRS: usize = 2;

/// An article with more marks without a partner uses them in a way of its own.
const MOST_LONE: usize = 2;

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn one_odd_mark_is_found() {
        check(&RULE, "وصفه بأنه مفيد{”} ثم غادر");
        check(&RULE, "وصفه بأنه {\"}مفيد ثم غادر");
        check(&RULE, "“نعم” ثم «لا» ثم \"ربما\"");
    }
}
