//! Arabic left standing in an English target, for `source/untranslated`.

use crate::{
    diagnostic::{Applicability, Confidence, Fix, Message},
    rule::{EnglishCtx, Findings},
    text::Span,
};

/// Adds a finding for each run of Arabic words. What stands in brackets is a gloss, and meant.
pub(in super::super) fn check(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    for (number, segment) in ctx.english.segments.iter().enumerate() {
        acc.in_segment(number);
        for run in arabic_runs(segment.text) {
            let before = segment.text[..run.start].trim_end();
            if before.ends_with(['(', '[']) {
                continue;
            }
            let span = Span::new(run.clone());
            let text = &segment.text[run];
            let finding = acc.add(
                span,
                Message::new(
                    format!("“{text}” is left in Arabic"),
                    format!("«{text}» بقيت بالعربية"),
                ),
            );
            finding.confidence = Confidence::High;
            if let Some(latin) = ctx.glossaries.latin_of(text) {
                finding
                    .fixes
                    .push(Fix::replace(Applicability::Suggested, span, latin));
            }
        }
    }
}

/// Arabic letters and what stands between two Arabic words, without white space at the ends.
fn arabic_runs(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        if !matches!(c, '\u{620}'..='\u{65F}' | '\u{670}'..='\u{6D3}') {
            continue;
        }
        let end = at + c.len_utf8();
        match runs.last_mut() {
            Some(run) if text[run.end..at].trim().is_empty() => run.end = end,
            _ => runs.push(at..end),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_goes_over_white_space_and_no_further() {
        let text = "He met زيد بن علي, not عمرو.";
        let runs = arabic_runs(text).into_iter().map(|it| &text[it]);
        assert_eq!(runs.collect::<Vec<_>>(), ["زيد بن علي", "عمرو"]);
    }
}
