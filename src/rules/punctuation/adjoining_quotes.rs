//! Two quotations with nothing between them: see [`RULE`].

use super::pairs::pairs;
use crate::{
    arabic::{TokenKind, saying_verb},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// A quotation directly behind another.
    ///
    /// ## Why
    ///
    /// Between a title and the words that are cited from it a colon is missing, between two items of a
    /// list a comma or `و`. Without them the reader sees one quotation in two.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// تلا من كتاب “البؤساء{” “|”، “|”: “}كان الليل قد حل”.
    /// كما قال بطل مسلسل «الحارة{» «|»: «|»، «}لن نغادر بيوتنا مهما حدث».
    /// ```
    ///
    /// ```ar
    /// قرأ “البؤساء” و“الأيام” في شهر.
    /// ```
    "punctuation/adjoining-quotes" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: Medium,
        ar: "اقتباسان لا شيء بينهما",
        segment: check,
    }
}

/// So many words may be a name.
const SHORT: usize = 3;

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    let pairs = pairs(tokens);
    for two in pairs.windows(2) {
        let [first, second] = two else {
            continue;
        };
        if second.open.0 != first.close.0 + 1 || first.inside != second.inside {
            continue;
        }
        // Two names in quotes may be subject and object; a longer one is a quotation.
        if second.close.0 - second.open.0 <= SHORT {
            continue;
        }
        // The words of one that ends with a mark are a sentence, and another follows it.
        if let TokenKind::Mark(mark) = tokens[first.close.0 - 1].kind
            && matches!(mark, '،' | '.' | '؟' | '!' | ':' | '؛' | '…')
        {
            continue;
        }
        let sentence = tokens[first.open.0].sentence;
        let said = tokens[..first.open.0]
            .iter()
            .rev()
            .take_while(|it| it.sentence == sentence)
            .any(|it| {
                let fold = ctx.words.fold(it);
                saying_verb(fold.strip_prefix('و').unwrap_or(fold)).is_some()
            });
        let (close, open) = (first.close.1, second.open.1);
        let joined = |mark: char| format!("{close}{mark} {open}");
        let marks = if said { [':', '،'] } else { ['،', ':'] };
        let span = Span::new(tokens[first.close.0].span.start()..tokens[second.open.0].span.end());
        let message = Message::fixed(
            "two quotations with nothing between them",
            "اقتباسان لا شيء بينهما",
        );
        let fixes = marks.map(|it| Fix::replace(Applicability::Suggested, span, joined(it)));
        acc.add(span, message).fixes.extend(fixes);
    }
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn straight_marks_are_told_by_their_number() {
        check(
            &RULE,
            "تلا من \"البؤساء{\" \"|\"، \"|\": \"}كان الليل قد حل\" مساء",
        );
        check(&RULE, "“نعم.” “لا أظن ذلك أبدا.”");
        check(&RULE, "لقي “سمير” “أخاه”");
        check(&RULE, "قرأ \"البؤساء\" ثم \"الأيام\"");
    }
}
