//! Quotation marks of several kinds in one article: see [`RULE`].

use super::super::practice::{Use, report};
use super::pairs::pairs;
use crate::{
    diagnostic::{Applicability, Fix},
    rule::{DocumentCtx, Findings, rule},
    style::Quotes,
    text::Span,
};

rule! {
    /// Quotation marks of two kinds in one article, or not those of the house style.
    ///
    /// ## Why
    ///
    /// Arabic news writes `«…»`, `“…”` or `"…"`, and an article keeps to one of them. A quotation inside
    /// another takes other marks on purpose and is not counted. A house may say which it wants in
    /// `style: {quotes: …}`.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصف اللقاء بأنه «جيد» و«مفيد»، لا {“|«}حاسم{+”|»} كما قيل.
    /// ```
    ///
    /// ```ar
    /// قال: «وصف لي اللقاء بأنه “جيد” أمس»، ثم وصفه بأنه «مفيد».
    /// ```
    "punctuation/mixed-quotes" {
        group: Punctuation,
        category: Punctuation,
        severity: Neutral,
        confidence: High,
        ar: "علامات اقتباس من نوعين في مقال واحد",
        document: check,
    }
}

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let Some(first) = ctx.segments.first() else {
        return;
    };
    let mut uses = Vec::new();
    let mut ends = Vec::new();
    for (segment, it) in ctx.segments.iter().enumerate() {
        for pair in pairs(&it.words.tokens) {
            let practice = match pair.open.1 {
                '«' => Quotes::Guillemets,
                '“' => Quotes::Curly,
                '"' => Quotes::Straight,
                _ => continue,
            };
            if pair.inside.is_some() {
                continue;
            }
            uses.push(Use {
                practice,
                segment,
                span: it.words.tokens[pair.open.0].span,
            });
            ends.push(it.words.tokens[pair.close.0].span);
        }
    }
    let end_of = |it: &Use<Quotes>| {
        let same = |other: &Use<Quotes>| other.segment == it.segment && other.span == it.span;
        uses.iter().position(same).map(|at| ends[at])
    };
    report(ctx, acc, &uses, first.style.quotes, |it, wanted| {
        let (open, close) = match wanted {
            Quotes::Guillemets | Quotes::Any => ("«", "»"),
            Quotes::Curly => ("“", "”"),
            Quotes::Straight => ("\"", "\""),
        };
        let end = Span::new(end_of(it)?.range());
        Some(Fix::replace(Applicability::Safe, it.span, open).and(end, close))
    });
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check_in, RULE};
    use crate::style::{Quotes, Style};

    #[test]
    fn the_house_decides() {
        let style = Style {
            quotes: Quotes::Guillemets,
            ..Style::default()
        };
        check_in(&RULE, &style, "قال {\"|«}نعم{+\"|»} ثم «لا»");
    }
}
