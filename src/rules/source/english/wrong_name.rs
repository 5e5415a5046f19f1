//! Names of an Arabic source that its English spells as no one does, for `source/wrong-name`.

use crate::{
    align::lexicon,
    arabic::{folded as arabic_fold, given_name},
    diagnostic::{Applicability, Confidence, Fix, Message},
    english::{EnglishKind, lemmas},
    glossary::Name,
    names::skeletons,
    rule::{EnglishCtx, Findings},
};

/// Adds a finding for each word that sounds like a name of the gazetteer which the Arabic has and the
/// English has not: `Zilinski` beside زيلينسكي.
pub(in super::super) fn check(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    for (arabic, bead) in ctx.sure_pairs() {
        for (sentence, segment) in arabic.sentences(bead) {
            let words = arabic.text.words(sentence);
            let here = segment
                .names
                .iter()
                .filter(|it| words.contains(&it.words.start));
            for found in here {
                if let Some(name) = ctx.glossaries.name(found.entry) {
                    look_for(ctx, bead, name, found.full && found.words.len() > 1, acc);
                }
            }
        }
    }
}

fn look_for(
    ctx: &EnglishCtx<'_>,
    bead: &crate::align::Bead,
    name: &Name,
    certain: bool,
    acc: &mut Findings<'_>,
) {
    // ألكسندر by itself is anyone.
    let given = |it: &String| {
        it.split_whitespace()
            .last()
            .is_some_and(|it| given_name(&arabic_fold(it)).is_some())
    };
    if !certain && name.arabic.iter().any(given) {
        return;
    }
    // The surname of a person, the last word of what names a place.
    let spellings: Vec<&str> = name
        .latin
        .iter()
        .filter_map(|it| it.split_whitespace().last())
        .collect();
    let Some(approved) = spellings.first().filter(|it| it.len() >= 5) else {
        return;
    };
    let mut nearest: Option<(usize, crate::text::Span<crate::text::InSegment>, usize)> = None;
    for (sentence, segment) in ctx.english_of(bead) {
        let english = &segment.english;
        for at in sentence.tokens.clone() {
            let (token, fold) = (&english.tokens[at], english.fold(at));
            if token.kind != EnglishKind::Word {
                continue;
            }
            if spellings.iter().any(|it| folded(it) == fold) {
                return;
            }
            if token.capital && fold.len() >= 5 && is_misspelt(ctx, fold, approved) {
                let distance = strsim::damerau_levenshtein(fold, &folded(approved));
                // Of a surname alone a letter more or less may be another family.
                if !certain && distance < 2 {
                    return;
                }
                if nearest.as_ref().is_none_or(|it| distance < it.0) {
                    nearest = Some((distance, token.span, sentence.segment));
                }
            }
        }
    }
    let Some((_, span, segment)) = nearest else {
        return;
    };
    let text = &ctx.english.segments[segment].text[span.range()];
    let arabic = name.arabic.first().map_or("", String::as_str);
    acc.in_segment(segment);
    let finding = acc.add(
        span,
        Message::new(
            format!("“{text}”: the source names {arabic}, in English {approved}"),
            format!("«{text}»: الاسم في الأصل {arabic}، ورسمه {approved}"),
        ),
    );
    finding.confidence = Confidence::High;
    finding
        .fixes
        .push(Fix::replace(Applicability::Suggested, span, *approved));
}

fn folded(latin: &str) -> String {
    let mut fold = String::new();
    crate::arabic::fold_latin(latin, &mut fold);
    fold
}

/// Whether the word is no word and no name that we know, has the consonants of `name` and is near it.
fn is_misspelt(ctx: &EnglishCtx<'_>, fold: &str, name: &str) -> bool {
    let wanted = folded(name);
    if !fold.is_ascii() || !wanted.is_ascii() {
        return false;
    }
    let distance = strsim::damerau_levenshtein(fold, &wanted);
    let consonants = skeletons(&wanted);
    let close = distance > 0 && 10 * distance <= 4 * wanted.len();
    close
        && fold.as_bytes()[0] == wanted.as_bytes()[0]
        // `Italian` beside Italy, `Ukraines`.
        && !fold.starts_with(&wanted[..wanted.len() - 1])
        && !(fold[..3] == wanted[..3] && ["an", "ian", "ese", "ish", "ic", "i"].iter().any(|it| fold.ends_with(it)))
        && skeletons(fold).iter().any(|it| consonants.contains(it))
        && ctx.glossaries.latin_name(&[fold]).is_none()
        && !lemmas(fold).iter().any(|it| lexicon().knows(it))
}
