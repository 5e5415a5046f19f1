//! What the rules that glossaries drive have in common: from a match of an entry to a finding.

use rustc_hash::FxHashSet;

use crate::{
    align::{Evidence, ItemKind, word_keys},
    arabic::{folded, particle},
    diagnostic::{Applicability, Confidence, Finding, Fix, Message, Replacement},
    glossary::{CompiledAvoid, CompiledEntry, EnglishAvoid, EntryRef, Kind, Match, mend, rewrite},
    phrases::{Rewritten, rewrite as rewrite_english},
    rule::{Ctx, EnglishCtx, Findings, PairCtx, Paired},
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

/// Adds a finding for each phrase of an English target that an entry of `kind` avoids.
pub(super) fn report_english(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>, kind: Kind) {
    for (number, segment) in ctx.english.segments.iter().enumerate() {
        acc.in_segment(number);
        for phrase in ctx.phrases.find(&segment.english) {
            let entry = ctx.glossaries.entry(phrase.entry);
            if entry.kind != kind {
                continue;
            }
            let avoid = &entry.avoid_en[phrase.avoid];
            let rewritten = avoid
                .replacements
                .iter()
                .map(|it| rewrite_english(segment.text, &segment.english, &phrase, it));
            let rewritten: Vec<Rewritten> = rewritten.collect();
            let Some(span) = rewritten.first().map(|it| it.span) else {
                continue;
            };
            let found = &segment.text[span.range()];
            let finding = acc.add_of(span, english_message(entry, avoid, found), entry.id.clone());
            finding.severity = avoid.severity;
            finding.confidence = avoid.confidence;
            for it in rewritten.into_iter().filter(|it| it.text != found) {
                let mut fix = Fix::replace(Applicability::Suggested, it.span, it.text);
                fix.edits
                    .extend(it.article.map(|(span, text)| Replacement { span, text }));
                finding.fixes.push(fix);
            }
        }
    }
}

fn english_message(entry: &CompiledEntry, avoid: &EnglishAvoid, found: &str) -> Message {
    let (en, ar) = avoid.why.clone().unwrap_or_default();
    let found = found.trim();
    let (approved, arabic) = (as_read(&entry.en), as_read(&entry.ar));
    Message::new(
        format!("“{found}”: {en}; for {arabic} English has “{approved}”"),
        format!("«{found}»: {ar}؛ مقابل «{arabic}» بالإنجليزية {approved}"),
    )
}

/// Adds a finding for each focus of an entry whose sense the source says is meant, wherever it stands in
/// the sentence that answers.
pub(super) fn report_beside(pair: &PairCtx<'_>, acc: &mut Findings<'_>, kinds: fn(Kind) -> bool) {
    let Some(glossaries) = pair.glossaries() else {
        return;
    };
    for paired in pair.pairs() {
        let meant = paired.concepts.iter().filter(|(_, it)| {
            it.evidence == Evidence::Sense && kinds(glossaries.entry(it.entry).kind)
        });
        let wanted: FxHashSet<EntryRef> = meant.map(|it| it.1.entry).collect();
        if wanted.is_empty() || paired.bead.target.is_empty() {
            continue;
        }
        for (segment, ctx, words) in pair.target_sentences(paired) {
            for found in glossaries.find_focuses(ctx.readings, &wanted) {
                let focus = &found.hit.focus;
                let inside = words.start <= focus.start && focus.end <= words.end;
                if !inside || !is_answer(pair, paired, ctx, &found) {
                    continue;
                }
                let entry = glossaries.entry(found.entry);
                if stands(pair, paired, entry) {
                    continue;
                }
                acc.in_segment(segment);
                let avoid = glossaries.avoid(&found);
                let span = ctx.readings.words[focus.start].span;
                let span = span.cover(ctx.readings.words[focus.end - 1].span);
                let fixes = fixes(ctx, &found, avoid, span);
                let finding =
                    acc.add_of(span, message(entry, avoid, ctx.at(span)), entry.id.clone());
                finding.severity = avoid.severity;
                // The source stands for the context that the pattern asks for in the Arabic.
                finding.confidence = avoid.confidence.max(Confidence::Medium);
                finding.fixes = fixes;
            }
        }
    }
}

/// Whether the words of a focus render the English of their entry, and not other words of the source.
fn is_answer(pair: &PairCtx<'_>, paired: &Paired, ctx: &Ctx<'_>, found: &Match) -> bool {
    let concepts = paired
        .concepts
        .iter()
        .filter(|it| it.1.entry == found.entry);
    let spans: Vec<_> = concepts
        .map(|(sentence, it)| (pair.source.sentences[*sentence].segment, it.tokens.clone()))
        .collect();
    let mut keys = Vec::new();
    for word in found.hit.focus.clone() {
        word_keys(ctx.fold(word), &mut keys);
    }
    !pair.links(paired).iter().any(|link| {
        let of_concept = spans.iter().any(|(at, tokens)| {
            *at == link.segment
                && tokens.start < link.item.tokens.end
                && link.item.tokens.start < tokens.end
        });
        link.item.kind == ItemKind::Word
            && !of_concept
            && keys.iter().any(|it| link.item.keys.contains(it))
    })
}

/// Whether an approved rendering stands in the target sentences already.
fn stands(pair: &PairCtx<'_>, paired: &Paired, entry: &CompiledEntry) -> bool {
    let mut there = Vec::new();
    for (_, ctx, words) in pair.target_sentences(paired) {
        words.for_each(|it| word_keys(ctx.fold(it), &mut there));
    }
    let approved = std::iter::once(&entry.ar).chain(&entry.also);
    approved.filter(|it| !it.is_empty()).any(|it| {
        let words = it
            .split_whitespace()
            .map(|it| it.trim_start_matches(['~', '^', '=']));
        let mut tells = words
            .filter(|it| !it.starts_with('$') && particle(it).is_none())
            .peekable();
        tells.peek().is_some()
            && tells.all(|word| {
                let mut keys = Vec::new();
                word_keys(&folded(word), &mut keys);
                keys.iter().any(|it| there.contains(it))
            })
    })
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
