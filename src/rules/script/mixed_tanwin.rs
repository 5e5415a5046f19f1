//! Both orders of tanwin and alef in one article: see [`RULE`].

use super::super::practice::{Use, report};
use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix},
    rule::{DocumentCtx, Findings, rule},
    style::Tanwin,
};

rule! {
    /// Tanwin now before the alef and now on it, or not as the house style has it.
    ///
    /// ## Why
    ///
    /// Two schools: Egypt and the academies write `كتابًا`, the Levant `كتاباً`. Both are right, and an
    /// article keeps to one. A house may say which in `style: {tanwin: …}`.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// كان الاجتماع قصيرًا ومفيدًا، وجاء الاتفاق {متأخراً|متأخرًا}.
    /// ```
    ///
    /// ```ar
    /// كان الاجتماع قصيرًا ومفيدًا وشاملاً، واستمر مساءً.
    /// ```
    "script/mixed-tanwin" {
        group: Script,
        category: Spelling,
        severity: Neutral,
        confidence: High,
        ar: "التنوين قبل الألف تارة وعليها تارة في مقال واحد",
        document: check,
    }
}

const ON_LETTER: &str = "\u{64B}ا";
const ON_ALEF: &str = "ا\u{64B}";

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let Some(first) = ctx.segments.first() else {
        return;
    };
    let mut uses = Vec::new();
    for (segment, it) in ctx.segments.iter().enumerate() {
        for token in &it.words.tokens {
            let word = it.token(token);
            let practice = if token.kind != TokenKind::Arabic || word.ends_with("ءا\u{64B}") {
                continue;
            } else if word.ends_with(ON_LETTER) {
                Tanwin::OnLetter
            } else if word.ends_with(ON_ALEF) {
                Tanwin::OnAlef
            } else {
                continue;
            };
            uses.push(Use {
                practice,
                segment,
                span: token.span,
            });
        }
    }
    // Keyboards have لا in one key: where the house did not choose, its tanwin tells no habit.
    if first.style.tanwin == Tanwin::Any {
        uses.retain(|it| !is_after_lam(ctx.segments[it.segment].at(it.span)));
    }
    report(ctx, acc, &uses, first.style.tanwin, |it, wanted| {
        let word = ctx.segments[it.segment].at(it.span);
        let stem = word
            .strip_suffix(ON_LETTER)
            .or_else(|| word.strip_suffix(ON_ALEF))?;
        let ending = match wanted {
            Tanwin::OnAlef => ON_ALEF,
            Tanwin::OnLetter | Tanwin::Any => ON_LETTER,
        };
        Some(Fix::replace(
            Applicability::Safe,
            it.span,
            format!("{stem}{ending}"),
        ))
    });
}

fn is_after_lam(word: &str) -> bool {
    let stem = word.trim_end_matches(['ا', '\u{64B}']);
    stem.ends_with('ل')
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check_in, RULE};
    use crate::style::{Style, Tanwin};

    #[test]
    fn the_house_decides_for_every_word() {
        let style = Style {
            tanwin: Tanwin::OnAlef,
            ..Style::default()
        };
        check_in(
            &RULE,
            &style,
            "كان {قصيرًا|قصيراً} {ومفيدًا|ومفيداً} واستمر مساءً",
        );
    }
}
