//! What the rules that glossaries drive have in common: from a match of an entry to a finding.

use crate::{
    diagnostic::{Applicability, Finding, Fix, Message},
    glossary::{CompiledAvoid, CompiledEntry, Kind, Match, mend, rewrite},
    rule::{Ctx, Findings},
};

/// Adds a finding for each match of an entry of `kind`.
pub(super) fn report(ctx: &Ctx<'_>, acc: &mut Findings<'_>, kind: Kind) {
    for found in ctx.matches {
        let entry = ctx.glossaries.entry(found.entry);
        if entry.kind != kind {
            continue;
        }
        let avoid = ctx.glossaries.avoid(found);
        let words = &ctx.readings.words;
        let first = words[found.hit.focus.start].span;
        let last = words[found.hit.focus.end - 1].span;
        let span = first.cover(last);
        let fixes = fixes(ctx, found, avoid, span);
        let finding = acc.add_of(span, message(entry, avoid, ctx.at(span)), entry.id.clone());
        *finding = Finding {
            severity: avoid.severity,
            confidence: avoid.confidence,
            fixes,
            ..finding.clone()
        };
    }
}

fn fixes(
    ctx: &Ctx<'_>,
    found: &Match,
    avoid: &CompiledAvoid,
    span: crate::text::Span<crate::text::InSegment>,
) -> Vec<Fix> {
    let compiled = ctx.glossaries.set(found.entry);
    let mut fixes = Vec::new();
    for replacing in &avoid.replacements {
        let hit = &found.hit;
        let Some(rewritten) = rewrite(compiled, ctx.text, ctx.readings, hit, avoid, replacing)
        else {
            continue;
        };
        if rewritten.text == ctx.at(span) {
            continue;
        }
        let text = with_quotes_of(ctx.at(span), rewritten.text);
        let mut fix = Fix::replace(avoid.applicability, span, text);
        if let Some((_, to)) = rewritten.genders.filter(|it| it.0 != it.1) {
            let around = mend(
                &ctx.glossaries.sets(),
                ctx.text,
                ctx.readings,
                &found.hit,
                to,
            );
            fix.edits.extend(around);
            // More of the sentence may agree with the old gender than closed lists can tell.
            fix.applicability = fix.applicability.min(Applicability::Suggested);
        }
        fixes.push(fix);
    }
    fixes
}

/// A focus may reach over a quotation mark whose partner stands outside it (`مع “لا شروط”`): an opening
/// one goes before the replacement, a closing one behind it, so that quotations stay closed.
fn with_quotes_of(found: &str, replacement: String) -> String {
    let mut opened = Vec::new();
    let mut closed = Vec::new();
    for c in found.chars() {
        match c {
            '“' | '«' | '‘' => opened.push(c),
            '”' | '»' | '’' if opened.pop().is_none() => closed.push(c),
            _ => {}
        }
    }
    if opened.is_empty() && closed.is_empty() {
        return replacement;
    }
    opened
        .into_iter()
        .chain(replacement.chars())
        .chain(closed)
        .collect()
}

fn message(entry: &CompiledEntry, avoid: &CompiledAvoid, found: &str) -> Message {
    let (en, ar) = match &avoid.why {
        Some((en, ar)) => (format!("{en}: "), format!("{ar}: ")),
        None => (String::new(), String::new()),
    };
    let (term, approved) = (as_read(&entry.en), as_read(&entry.ar));
    let source = if term.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("“{term}” is "), format!("ترجمة «{term}» هي "))
    };
    Message::new(
        format!("“{found}”: {en}{}“{approved}”", source.0),
        format!("«{found}»: {ar}{}«{approved}»", source.1),
    )
}

/// An entry's words without the signs of patterns: `~` of a verb, and `$1`, which is whatever stands
/// there.
fn as_read(text: &str) -> String {
    let word = |word: &str| {
        let word = word.trim_start_matches(['~', '^', '=']);
        match word.find('$') {
            Some(at) => {
                let rest = word[at + 1..].trim_start_matches(|it: char| it.is_ascii_digit());
                format!("{}…{rest}", &word[..at])
            }
            None => word.to_owned(),
        }
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
