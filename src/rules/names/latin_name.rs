//! Names left in Latin letters: see [`RULE`].

use rustc_hash::FxHashMap;

use crate::{
    arabic::{Conjunction, Particle, TokenKind, bare, join},
    diagnostic::{Applicability, Confidence, Fix, Message, Severity},
    glossary::{EntryRef, NameType},
    matcher::FormKind,
    names::{resembles, skeleton, skeletons},
    rule::{Ctx, DocumentCtx, Findings, rule},
    text::{InSegment, Span},
};

rule! {
    /// A name left in Latin letters inside Arabic text.
    ///
    /// ## Why
    ///
    /// Translation programs copy a name that they do not know, and often one that they spelt in Arabic a
    /// line before. The fix is the spelling of the glossary, or the one that the article itself uses
    /// elsewhere. What Arabic news writes in Latin letters stays: a name in brackets after its Arabic,
    /// acronyms, handles, addresses, product codes.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// قال {Zelensky|زيلينسكي} إن بلاده مستعدة.
    /// ```
    ///
    /// A conjunction or preposition that stood apart is joined to the name.
    ///
    /// ```ar
    /// اتفق ستارمر {و Macron|وماكرون} على موعد.
    /// ```
    ///
    /// A name that no glossary has, spelt in Arabic in another paragraph:
    ///
    /// ```ar
    /// وصل المبعوث هربرت تورنكفيست إلى المدينة.
    /// وقال {Tornkvist|تورنكفيست} إنه متفائل.
    /// ```
    ///
    /// ```ar
    /// قال الرئيس فولوديمير زيلينسكي (Volodymyr Zelensky) في موقع zelensky.com إن الـAPI جاهز.
    /// ```
    "names/latin-name" {
        group: Names,
        category: Untranslated,
        severity: Major,
        confidence: High,
        ar: "اسم تُرك بالحروف اللاتينية",
        document: check,
    }
}

/// Words of a name in Latin letters, and what may be said of them.
struct Run {
    segment: usize,
    /// Tokens, as a range of their numbers.
    tokens: std::ops::Range<usize>,
}

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let mut unknown: Vec<Run> = Vec::new();
    for (segment, it) in ctx.segments.iter().enumerate() {
        acc.in_segment(segment);
        for tokens in runs(it) {
            check_run(it, segment, tokens, acc, &mut unknown);
        }
    }
    if unknown.is_empty() {
        return;
    }
    let own = OwnSpellings::of(ctx, &unknown);
    for run in unknown {
        let here = &ctx.segments[run.segment];
        acc.in_segment(run.segment);
        for at in run.tokens.clone() {
            let latin = possessor(here.token(&here.words.tokens[at]));
            if let Some(arabic) = own.find(latin) {
                report(here, at..at + 1, arabic, None, acc);
            }
        }
    }
}

/// Runs of Latin words that may be names: they begin with a capital, and nothing about them says
/// that Latin letters are meant.
fn runs(ctx: &Ctx<'_>) -> Vec<std::ops::Range<usize>> {
    let tokens = &ctx.words.tokens;
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].kind != TokenKind::Latin {
            at += 1;
            continue;
        }
        let start = at;
        while at < tokens.len() {
            let joint = matches!(tokens[at].kind, TokenKind::Mark('-' | '.'))
                && tokens
                    .get(at + 1)
                    .is_some_and(|it| it.kind == TokenKind::Latin);
            if tokens[at].kind != TokenKind::Latin && !joint {
                break;
            }
            at += 1;
        }
        if !is_meant_to_be_latin(ctx, start..at) {
            found.push(start..at);
        }
    }
    found
}

/// Brackets, quotes, handles, addresses, codes: what Arabic news keeps in Latin letters.
pub(in crate::rules) fn is_meant_to_be_latin(ctx: &Ctx<'_>, run: std::ops::Range<usize>) -> bool {
    let tokens = &ctx.words.tokens;
    let before = run.start.checked_sub(1).map(|it| tokens[it]);
    let after = tokens.get(run.end);
    let glued_before = before.is_some_and(|it| !tokens[run.start].spaced && !is_clitic(ctx, it));
    let glued_after = after.is_some_and(|it| {
        !it.spaced
            && matches!(
                it.kind,
                TokenKind::Number | TokenKind::Mark('@' | '/' | '_' | '.')
            )
    }) && tokens.get(run.end + 1).is_some_and(|it| !it.spaced);
    let address = |mark: char| {
        matches!(
            mark,
            '@' | '#' | '/' | '_' | '.' | '(' | '[' | '"' | '“' | '«' | '\'' | '‘'
        )
    };
    let marked = before.is_some_and(|it| match it.kind {
        TokenKind::Mark(mark) => address(mark) && !tokens[run.start].spaced,
        TokenKind::Number => !tokens[run.start].spaced,
        _ => false,
    });
    // A whole title or sentence in Latin letters is quoted as such.
    let long = run.len() > 6;
    marked
        || glued_after
        || long
        || (glued_before && before.is_some_and(|it| it.kind == TokenKind::Number))
}

/// `الـ`, `لـ`, `و` written onto the Latin word.
fn is_clitic(ctx: &Ctx<'_>, token: crate::arabic::Token) -> bool {
    token.kind == TokenKind::Arabic && ctx.words.fold(&token).chars().count() <= 3
}

fn check_run(
    ctx: &Ctx<'_>,
    segment: usize,
    tokens: std::ops::Range<usize>,
    acc: &mut Findings<'_>,
    unknown: &mut Vec<Run>,
) {
    let mut at = tokens.start;
    while at < tokens.end {
        let latin: Vec<usize> = (at..tokens.end)
            .filter(|it| ctx.words.tokens[*it].kind == TokenKind::Latin)
            .collect();
        let Some(&first) = latin.first() else { return };
        if !is_capitalised(ctx, first) {
            at = first + 1;
            continue;
        }
        let folds: Vec<String> = latin
            .iter()
            .map(|it| {
                let mut fold = String::new();
                let word = possessor(ctx.token(&ctx.words.tokens[*it]));
                crate::arabic::fold_latin(word, &mut fold);
                fold
            })
            .collect();
        let folds: Vec<&str> = folds.iter().map(String::as_str).collect();
        match ctx.glossaries.latin_name(&folds) {
            Some(name) if is_replaced(ctx, name.entry, first) => {
                let end = latin[name.words - 1] + 1;
                report(ctx, first..end, &name.arabic, Some(name.entry), acc);
                at = end;
            }
            Some(name) => at = latin[name.words - 1] + 1,
            None => {
                if is_unknown_name(ctx, first) {
                    unknown.push(Run {
                        segment,
                        tokens: first..first + 1,
                    });
                }
                at = first + 1;
            }
        }
    }
}

/// Whether Arabic news would write the name in Arabic letters. An acronym stays: it stands in Latin
/// letters beside its Arabic as often as not.
fn is_replaced(ctx: &Ctx<'_>, entry: EntryRef, token: usize) -> bool {
    let word = ctx.token(&ctx.words.tokens[token]);
    let acronym = word.chars().all(char::is_uppercase) && word.chars().count() <= 5;
    !acronym && ctx.glossaries.name(entry).is_some()
}

fn is_capitalised(ctx: &Ctx<'_>, token: usize) -> bool {
    let word = ctx.token(&ctx.words.tokens[token]);
    word.chars().next().is_some_and(char::is_uppercase)
}

/// A capital and small letters, long enough to be told by its consonants.
fn is_unknown_name(ctx: &Ctx<'_>, token: usize) -> bool {
    let word = ctx.token(&ctx.words.tokens[token]);
    word.chars().count() >= 4 && word.chars().skip(1).all(|it| !it.is_uppercase())
}

/// `Trump's` without its `'s`.
fn possessor(word: &str) -> &str {
    word.strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word)
}

/// Reports the name, with the clitic that stands before it, apart or joined by a tatweel.
fn report(
    ctx: &Ctx<'_>,
    tokens: std::ops::Range<usize>,
    arabic: &str,
    entry: Option<EntryRef>,
    acc: &mut Findings<'_>,
) {
    let all = &ctx.words.tokens;
    let name: Span<InSegment> = all[tokens.start].span.cover(all[tokens.end - 1].span);
    let (span, text) = match clitic_before(ctx, tokens.start) {
        Some((clitic, clitics)) => (clitic.cover(name), join(clitics, arabic, arabic)),
        None => (name, arabic.to_owned()),
    };
    let latin = ctx.at(name);
    let message = Message::new(
        format!("“{latin}” stands in Latin letters; in Arabic it is {arabic}"),
        format!("بقي «{latin}» بالحروف اللاتينية؛ يُكتب {arabic}"),
    );
    let finding = acc.add(span, message);
    finding
        .fixes
        .push(Fix::replace(Applicability::Suggested, span, text));
    match entry {
        Some(entry) => {
            finding.entry = Some(ctx.glossaries.entry(entry).id.clone());
            // Brands are kept in Latin letters on purpose now and then; people and places are not.
            let r#type = ctx.glossaries.name(entry).map(|it| it.r#type);
            if !matches!(r#type, Some(NameType::Person | NameType::Place)) {
                finding.severity = Severity::Minor;
                finding.confidence = Confidence::Medium;
            }
        }
        None => finding.confidence = Confidence::Medium,
    }
}

/// A detached و ف ب ل ك before the token, or one joined to it by its script alone (`لـMacron`).
fn clitic_before(ctx: &Ctx<'_>, token: usize) -> Option<(Span<InSegment>, crate::arabic::Clitics)> {
    let before = ctx.words.tokens.get(token.checked_sub(1)?)?;
    if before.kind != TokenKind::Arabic {
        return None;
    }
    let mut clitics = crate::arabic::Clitics::default();
    for letter in ctx.words.fold(before).chars() {
        match (letter, clitics.particle) {
            ('و', None) if clitics.conjunction.is_none() => {
                clitics.conjunction = Some(Conjunction::Wa);
            }
            ('ف', None) if clitics.conjunction.is_none() => {
                clitics.conjunction = Some(Conjunction::Fa);
            }
            ('ب', None) => clitics.particle = Some(Particle::Ba),
            ('ل', None) => clitics.particle = Some(Particle::La),
            ('ك', None) => clitics.particle = Some(Particle::Ka),
            _ => return None,
        }
    }
    Some((before.span, clitics))
}

/// The least skeleton of three consonants.
const FEWEST_CONSONANTS: u64 = 0o100;

/// The article's own spellings of Latin names.
struct OwnSpellings {
    /// By the Latin word.
    known: FxHashMap<String, String>,
}

impl OwnSpellings {
    /// Looks for the names of `runs` among the Arabic words of the document.
    fn of(ctx: &DocumentCtx<'_>, runs: &[Run]) -> OwnSpellings {
        let mut by_skeleton: FxHashMap<u64, Vec<&str>> = FxHashMap::default();
        for run in runs {
            let segment = &ctx.segments[run.segment];
            for token in &segment.words.tokens[run.tokens.clone()] {
                let latin = possessor(segment.token(token));
                for key in skeletons(latin) {
                    // Two consonants are shared by too many words to tell a name.
                    if key < FEWEST_CONSONANTS {
                        continue;
                    }
                    let names = by_skeleton.entry(key).or_default();
                    if !names.contains(&latin) {
                        names.push(latin);
                    }
                }
            }
        }
        let mut best: FxHashMap<&str, (u32, String)> = FxHashMap::default();
        for (arabic, names) in candidates(ctx, &by_skeleton) {
            for latin in names {
                let Some(distance) = resembles(latin, &arabic) else {
                    continue;
                };
                if best.get(latin).is_none_or(|it| distance < it.0) {
                    best.insert(latin, (distance, arabic.clone()));
                }
            }
        }
        let known = best.into_iter();
        OwnSpellings {
            known: known.map(|it| (it.0.to_owned(), it.1.1)).collect(),
        }
    }

    fn find(&self, latin: &str) -> Option<&str> {
        self.known.get(latin).map(String::as_str)
    }
}

/// The Arabic words of a document that are no word of ours, so that they may be names, and whose
/// consonants are those of a Latin name; with and without a first letter that may be a clitic. In
/// the order of the text, each once.
fn candidates<'n>(
    ctx: &DocumentCtx<'_>,
    names: &'n FxHashMap<u64, Vec<&'n str>>,
) -> Vec<(String, &'n [&'n str])> {
    let mut seen = rustc_hash::FxHashSet::default();
    let mut found = Vec::new();
    for segment in &ctx.segments {
        for (number, at) in segment.readings.words.iter().enumerate() {
            if !at.arabic || is_known(segment, number) {
                continue;
            }
            let token = &segment.words.tokens[at.token as usize];
            let fold = segment.words.fold(token);
            let behind = fold.strip_prefix(['و', 'ل', 'ب', 'ف', 'ك']);
            for (fold, cut) in [Some((fold, 0)), behind.map(|it| (it, 1))]
                .into_iter()
                .flatten()
            {
                let Some(names) = names.get(&skeleton(fold)) else {
                    continue;
                };
                let word: String = bare(segment.at(token.span)).chars().skip(cut).collect();
                if !fold.starts_with("ال") && seen.insert(word.clone()) {
                    found.push((word, names.as_slice()));
                }
            }
        }
    }
    found
}

/// Whether the word is one of ours, and so no name that no glossary has.
fn is_known(ctx: &Ctx<'_>, word: usize) -> bool {
    ctx.readings.of(word).iter().any(|reading| {
        let set = ctx.glossaries.set_of(reading);
        !reading.weak && set.lexicon.form(reading.form).kind != FormKind::Name
    })
}
