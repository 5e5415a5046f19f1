//! Placeholders, tags and addresses of the source: see [`RULE`].

use crate::{
    diagnostic::Message,
    rule::{Findings, PairCtx, rule},
};

rule! {
    /// A placeholder, tag or address of the source that the target lacks.
    ///
    /// ## Why
    ///
    /// What a program fills in (`%s`, `{name}`, `%(count)d`), what marks a text up (`<b>`) and where a link
    /// leads must come through a translation to the letter. What stands in the source as often as in the
    /// target is right; the sentence that lacks one is marked.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// Dear {{name}}, your order of %d books has left. => {عزيزي الزبون، غادر طلبك من %d كتابا}.
    /// ```
    ///
    /// ```ar
    /// Read more at https://example.org/news on Monday. => اقرأ المزيد على https://example.org/news يوم الاثنين.
    /// ```
    "source/placeholder" {
        group: Source,
        category: Mistranslation,
        severity: Critical,
        confidence: High,
        ar: "رمز أو وسم أو رابط في الأصل غاب عن الترجمة",
        pair: check,
        english: super::english::placeholder::check,
    }
}

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    for paired in ctx.pairs().iter().filter(|it| !it.bead.target.is_empty()) {
        let mut wanted: Vec<&str> = Vec::new();
        for (sentence, segment) in ctx.source_sentences(paired) {
            wanted.extend(placeholders(&segment.text[sentence.span.range()]));
        }
        if wanted.is_empty() {
            continue;
        }
        // Anywhere in the target: the alignment may be off by a sentence.
        let lost = wanted.iter().find(|it| {
            let there = |segment: &crate::rule::Ctx<'_>| segment.text.contains(**it);
            !ctx.document.segments.iter().any(there)
        });
        let Some((lost, (segment, target, words))) = lost.zip(ctx.target_sentences(paired).last())
        else {
            continue;
        };
        let (Some(first), Some(last)) = (words.clone().next(), words.clone().next_back()) else {
            continue;
        };
        let at = &target.readings.words;
        acc.in_segment(segment);
        acc.add(
            at[first].span.cover(at[last].span),
            Message::new(
                format!("the source has “{lost}” here, the target has not"),
                format!("في الأصل هنا «{lost}» وليس في الترجمة"),
            ),
        );
    }
}

/// What must come through to the letter, in order.
pub(super) fn placeholders(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let len = address(rest)
            .or_else(|| format_sign(rest))
            .or_else(|| enclosed(rest));
        match len {
            Some(len) => {
                found.push(&rest[..len]);
                at += len;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// `https://…` up to white space, without the marks of the sentence around it.
fn address(text: &str) -> Option<usize> {
    if !text.starts_with("https://") && !text.starts_with("http://") {
        return None;
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    Some(
        text[..end]
            .trim_end_matches(['.', ',', ')', ']', '"', '”', ';', ':', '?', '!'])
            .len(),
    )
}

/// `%s`, `%d`, `%1$s`, `%(name)s`.
fn format_sign(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('%')?;
    let rest = match rest.strip_prefix('(') {
        Some(named) => &named[named.find(')')? + 1..],
        None => rest.trim_start_matches(|it: char| it.is_ascii_digit() || it == '$'),
    };
    let after = rest.strip_prefix(['s', 'd', 'f', 'i', 'u', '@'])?;
    let word_goes_on = after.starts_with(char::is_alphanumeric);
    (!word_goes_on).then_some(text.len() - after.len())
}

/// `{name}`, `{{name}}`, `<b>`, `</a>`.
fn enclosed(text: &str) -> Option<usize> {
    let (close, inner) = if let Some(inner) = text.strip_prefix("{{") {
        ("}}", inner)
    } else if let Some(inner) = text.strip_prefix('{') {
        ("}", inner)
    } else {
        (">", text.strip_prefix('<')?)
    };
    let end = inner.find(close)?;
    let name = &inner[..end];
    let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '.' | '/' | '-');
    (!name.is_empty() && name.len() <= 30 && name.chars().all(plain))
        .then_some(text.len() - inner.len() + end + close.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_come_through_is_told_from_prose() {
        assert_eq!(
            placeholders("Hi {name}, %1$s has <b>5%</b> of %(all)d; see http://a.org/x."),
            ["{name}", "%1$s", "<b>", "</b>", "%(all)d", "http://a.org/x"]
        );
        assert!(placeholders("5 % of { all } and 3 < 4 > 2, 100% safe").is_empty());
    }
}
