//! The stretches of Latin letters in an Arabic segment, cut into names and left-over words, with
//! how surely each should be Arabic: what `latin-name` and `latin-word` both start from.
//!
//! Arabic news keeps some things in Latin letters: what stands in brackets or quotes, addresses,
//! handles, codes, units. The rest is told by shape (several words, capitals, a word of English) and
//! by the Arabic beside it (a title, a verb of saying, a company; or a hotel, a film, `called`).

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::english::{english, is_english};
use crate::{
    arabic::{Clitics, Conjunction, Particle, Token, TokenKind, fold_latin, saying_verb, title},
    diagnostic::Confidence,
    glossary::LatinName,
    rule::{Ctx, DocumentCtx},
    text::{InSegment, Span},
};

/// Words in Latin letters that should be Arabic.
#[derive(Debug)]
pub(super) struct Piece {
    /// Its tokens, marks between its words among them.
    pub(super) tokens: Range<usize>,
    /// What it is.
    pub(super) kind: PieceKind,
    /// How surely Arabic news would not write it so.
    pub(super) confidence: Confidence,
}

/// What a piece is.
#[derive(Debug)]
pub(super) enum PieceKind {
    /// A name of the gazetteer.
    Known(LatinName),
    /// Another name.
    Name,
    /// English words, or an acronym.
    English,
}

/// Acronyms that Arabic writes in Latin letters too.
const KEPT_ACRONYMS: &[&str] = &[
    "DNA", "RNA", "mRNA", "PDF", "USB", "HDMI", "LED", "OLED", "LCD", "GPS", "HIV", "SIM", "PCR",
    "API", "HTML", "HTTP", "HTTPS", "URL", "SMS", "VPN", "CPU", "GPU", "RAM", "SSD", "HD", "SUV",
    "RGB", "UTC", "GMT", "MRI", "AM", "PM", "CT", "IQ", "QR", "PIN", "IP", "ID", "DM", "TV", "PC",
    "UV", "CO", "CEST", "EST", "EDT", "BMW", "RPG", "ISBN", "DOI", "II", "III", "IV", "VI", "VII",
    "VIII", "IX", "XI", "XII", "XIV", "XVI", "XL", "XXL",
];

/// Nouns whose name may be left in Latin letters: works, venues, products, and speech about words.
const NAMED_IN_LATIN: &[&str] = &[
    "فيلم",
    "البوم",
    "اغنيه",
    "مسلسل",
    "مسرحيه",
    "روايه",
    "كتاب",
    "لعبه",
    "فندق",
    "مطعم",
    "فرقه",
    "سلسله",
    "بروتين",
    "جين",
    "سياره",
    "طراز",
    "موديل",
    "نوع",
    "دوري",
    "كاس",
    "مقهي",
    "سفينه",
    "يخت",
    "عطر",
    "حرف",
    "كلمه",
    "عباره",
    "مصطلح",
    "اسم",
    "عنوان",
    "مسمي",
    "مسماه",
    "يسمي",
    "تسمي",
    "سمي",
    "سميت",
    "يدعي",
    "تدعي",
    "عليه",
    "عليها",
    "عليهم",
    "تعني",
    "يعني",
    "رمز",
    "وسم",
    "لقب",
    "معروف",
    "معروفه",
    "نسخه",
    "اصدار",
    "هاتف",
    "جهاز",
    "معادله",
    "فيتامين",
    "فئه",
    "معرض",
    "خط",
];

/// Nouns after which stands the name of a company, a body or a place.
const GENERIC: &[&str] = &[
    "شركه",
    "شركات",
    "منصه",
    "تطبيق",
    "موقع",
    "شبكه",
    "قناه",
    "وكاله",
    "صحيفه",
    "مجله",
    "حزب",
    "منظمه",
    "جماعه",
    "حركه",
    "مؤسسه",
    "نادي",
    "جامعه",
    "معهد",
    "مدينه",
    "بلده",
    "قريه",
    "ولايه",
    "مقاطعه",
    "نهر",
    "جزيره",
    "شارع",
    "مطار",
    "ميناء",
    "بنك",
    "مصرف",
    "سهم",
    "اسهم",
    "سيد",
    "سيده",
    "عائله",
    "مشروب",
    "كوب",
    "عملاق",
    "عملاقه",
    "مالكه",
    "مؤسس",
    "مستخدمو",
    "مستخدمي",
    "رئيس",
];

/// Prepositions of place: what stands after them alone may be a village that no Arabic text has ever
/// named, and people leave those in Latin letters too.
const PLACE: &[&str] = &["في", "من", "الي", "قرب", "بين", "نحو"];

/// Words before `X` that make it the platform.
const BEFORE_X: &[&str] = &[
    "علي",
    "عبر",
    "منصه",
    "موقع",
    "حساب",
    "تطبيق",
    "شركه",
    "شبكه",
];

/// What Latin words stand in brackets somewhere in a document: their Arabic is told there, and they
/// may stand alone after it.
#[derive(Debug, Default)]
pub(super) struct Glossed<'t>(FxHashSet<&'t str>);

impl<'t> Glossed<'t> {
    /// Of `ctx`.
    pub(super) fn of(ctx: &DocumentCtx<'t>) -> Glossed<'t> {
        let mut found = FxHashSet::default();
        for segment in &ctx.segments {
            for pair in segment.words.tokens.windows(2) {
                if pair[0].kind == TokenKind::Mark('(') && pair[1].kind == TokenKind::Latin {
                    found.insert(segment.token(&pair[1]));
                }
            }
        }
        Glossed(found)
    }
}

/// The pieces of a segment, in order.
pub(super) fn pieces(ctx: &Ctx<'_>, glossed: &Glossed<'_>) -> Vec<Piece> {
    let mut found = Vec::new();
    for run in runs(ctx) {
        cut(ctx, run, glossed, &mut found);
    }
    confirm_lists(ctx, &mut found);
    found
}

/// Runs of Latin words about which nothing says that Latin letters are meant.
fn runs(ctx: &Ctx<'_>) -> Vec<Range<usize>> {
    let tokens = &ctx.words.tokens;
    let is_latin = |at: usize| tokens.get(at).is_some_and(|it| it.kind == TokenKind::Latin);
    let mut found = Vec::new();
    let mut kept_until = None;
    let mut at = 0;
    while at < tokens.len() {
        if !is_latin(at) {
            at += 1;
            continue;
        }
        let start = at;
        while at < tokens.len() {
            let joint = matches!(tokens[at].kind, TokenKind::Mark('-' | '.' | '&'))
                && is_latin(at + 1)
                && !tokens[at].spaced;
            if !is_latin(at) && !joint {
                break;
            }
            at += 1;
        }
        // What is joined by `و` to something that is meant to be Latin is meant so too.
        let joined = start
            .checked_sub(2)
            .is_some_and(|it| kept_until == Some(it + 1))
            && ctx.words.fold(&tokens[start - 1]) == "و";
        if joined || is_meant_to_be_latin(ctx, start..at) {
            kept_until = Some(at);
        } else {
            found.push(start..at);
        }
    }
    found
}

/// Brackets, quotes, handles, addresses, codes: what Arabic news keeps in Latin letters.
pub(in crate::rules) fn is_meant_to_be_latin(ctx: &Ctx<'_>, run: Range<usize>) -> bool {
    const OPENING: &[char] = &[
        '@', '#', '/', '_', '.', '(', '[', '{', '"', '“', '”', '«', '\'', '‘', '<', '=', '`', '$',
        '€', '£', '%',
    ];
    let tokens = &ctx.words.tokens;
    let before = run.start.checked_sub(1).map(|it| tokens[it]);
    let (after, next) = (tokens.get(run.end), tokens.get(run.end + 1));
    let marked = before.is_some_and(|it| {
        !tokens[run.start].spaced
            && match it.kind {
                TokenKind::Mark(mark) => OPENING.contains(&mark),
                TokenKind::Arabic => !is_clitic(ctx, it),
                _ => true,
            }
    });
    let continued = after.is_some_and(|it| {
        !it.spaced
            && match it.kind {
                TokenKind::Number | TokenKind::Mark('@' | '_' | '+' | '=' | '#' | '(') => true,
                TokenKind::Mark('.' | '/' | ':') => next.is_some_and(|it| {
                    !it.spaced && matches!(it.kind, TokenKind::Latin | TokenKind::Number)
                        || it.kind == TokenKind::Mark('/')
                }),
                _ => false,
            }
    });
    // `DM @name`.
    let handle = after.is_some_and(|it| it.kind == TokenKind::Mark('@'));
    // `AT&T`, and `example.com` but not `J.D.`.
    let mut pairs = tokens[run].windows(2);
    let joined = pairs.any(|pair| match pair[1].kind {
        TokenKind::Mark('&') => true,
        TokenKind::Mark('.') => ctx.token(&pair[0]).chars().count() > 1,
        _ => false,
    });
    marked || continued || handle || joined
}

/// `الـ`, `لـ`, `و` written onto the Latin word.
fn is_clitic(ctx: &Ctx<'_>, token: Token) -> bool {
    let fold = ctx.words.fold(&token);
    let rest = fold.strip_suffix("ال").unwrap_or(fold);
    fold == "لل" || clitics(rest).is_some()
}

/// Cuts a run into names of the gazetteer and what stands between them.
fn cut(ctx: &Ctx<'_>, run: Range<usize>, glossed: &Glossed<'_>, found: &mut Vec<Piece>) {
    let latin: Vec<usize> = run
        .filter(|it| ctx.words.tokens[*it].kind == TokenKind::Latin)
        .collect();
    let folds: Vec<String> = latin.iter().map(|it| fold(ctx, *it)).collect();
    let folds: Vec<&str> = folds.iter().map(String::as_str).collect();
    let mut rest = 0;
    let mut at = 0;
    while at < latin.len() {
        let known = is_capitalised(ctx, latin[at])
            .then(|| ctx.glossaries.latin_name(&folds[at..]))
            .flatten();
        // A single letter and an acronym are judged by what stands beside them.
        let known = known.filter(|it| it.words > 1 || !is_acronym(word(ctx, latin[at])));
        let Some(name) = known else {
            at += 1;
            continue;
        };
        judge(ctx, &latin[rest..at], &folds[rest..at], glossed, found);
        let confidence = if glossed.0.contains(word(ctx, latin[at])) {
            Confidence::Low
        } else {
            Confidence::High
        };
        let end = at + name.words;
        found.push(Piece {
            tokens: latin[at]..latin[end - 1] + 1,
            kind: PieceKind::Known(name),
            confidence,
        });
        (rest, at) = (end, end);
    }
    judge(ctx, &latin[rest..], &folds[rest..], glossed, found);
}

/// Adds the words `latin`, which no gazetteer knows, if they should be Arabic.
fn judge(
    ctx: &Ctx<'_>,
    latin: &[usize],
    folds: &[&str],
    glossed: &Glossed<'_>,
    found: &mut Vec<Piece>,
) {
    let (Some(&first), Some(&last)) = (latin.first(), latin.last()) else {
        return;
    };
    let words: Vec<&str> = latin.iter().map(|it| word(ctx, *it)).collect();
    let is_word = |n: usize| is_english(folds[n]) || !is_capitalised(ctx, latin[n]);
    let all_english = (0..latin.len()).all(is_word);
    let beside = Beside::of(ctx, first, last);
    let (kind, sure) = match words.as_slice() {
        [single] => match shape(single) {
            Shape::Letter if *single == "X" && beside.is_one_of(BEFORE_X) => {
                (PieceKind::English, true)
            }
            Shape::None | Shape::Letter => return,
            Shape::Acronym if KEPT_ACRONYMS.contains(single) => return,
            Shape::Acronym => (PieceKind::English, !beside.article),
            Shape::Code => (PieceKind::English, false),
            // `Model 3`, `Windows 11`: the word belongs to a code.
            Shape::Word if all_english => (PieceKind::English, !beside.brand),
            Shape::Word => (
                PieceKind::Name,
                !beside.is_one_of(PLACE) || beside.names_someone(),
            ),
        },
        _ if words.iter().all(|it| it.chars().count() < 3) => return,
        _ if all_english => (PieceKind::English, true),
        _ => (PieceKind::Name, true),
    };
    let kept = beside.is_one_of(NAMED_IN_LATIN) || glossed.0.contains(words[0]);
    found.push(Piece {
        tokens: first..last + 1,
        kind,
        confidence: if sure && !kept {
            Confidence::Medium
        } else {
            Confidence::Low
        },
    });
}

/// What a single Latin word looks like.
enum Shape {
    /// Too short to say anything of, or a unit.
    None,
    /// A single capital.
    Letter,
    /// Two to five capitals.
    Acronym,
    /// Capitals and small letters mixed as in `MoveOn`, or capitals in a row longer than acronyms are.
    Code,
    /// A word as others are.
    Word,
}

fn shape(word: &str) -> Shape {
    let letters = word.chars().count();
    let capitals = word.chars().filter(|it| it.is_uppercase()).count();
    let first = word.chars().next().is_some_and(char::is_uppercase);
    match (letters, capitals) {
        (1, 1) => Shape::Letter,
        (2..=5, _) if capitals == letters => Shape::Acronym,
        (_, 0) if letters >= 4 => Shape::Word,
        (_, 1) if first && letters >= 3 && is_english(&word.to_lowercase()) => Shape::Word,
        (_, 1) if first && letters >= 4 => Shape::Word,
        (_, 2..) => Shape::Code,
        _ => Shape::None,
    }
}

/// A single capital or a few.
pub(super) fn is_acronym(word: &str) -> bool {
    matches!(shape(word), Shape::Acronym | Shape::Letter)
}

/// The Arabic beside a piece.
struct Beside<'t> {
    /// The word before, folded; empty where there is none in the sentence.
    before: &'t str,
    /// The word after.
    after: &'t str,
    /// `الـ` is written onto the piece.
    article: bool,
    /// More Latin letters stand before, which are a name of the gazetteer, and a number after.
    brand: bool,
}

impl<'t> Beside<'t> {
    fn of(ctx: &Ctx<'t>, first: usize, last: usize) -> Beside<'t> {
        let tokens = &ctx.words.tokens;
        let sentence = tokens[first].sentence;
        let fold = |at: Option<usize>| {
            let token = at.and_then(|it| tokens.get(it));
            let token = token.filter(|it| it.kind == TokenKind::Arabic && it.sentence == sentence);
            token.map_or("", |it| ctx.words.fold(it))
        };
        let is_kind = |at: Option<usize>, kind: TokenKind| {
            at.and_then(|it| tokens.get(it))
                .is_some_and(|it| it.kind == kind)
        };
        let clitic = clitic_before(ctx, first).is_some() || fold(first.checked_sub(1)) == "ال";
        let before = first.checked_sub(if clitic { 2 } else { 1 });
        Beside {
            before: fold(before),
            after: fold(Some(last + 1)),
            article: fold(first.checked_sub(1)) == "ال",
            brand: is_kind(first.checked_sub(1), TokenKind::Latin)
                && is_kind(Some(last + 1), TokenKind::Number),
        }
    }

    /// Whether the word before is one of `words`, with clitics or a pronoun.
    fn is_one_of(&self, words: &[&str]) -> bool {
        stems(self.before).any(|stem| {
            let owned = ["ه", "ها", "هم"].iter().any(|it| {
                let noun = stem.strip_suffix(it).unwrap_or_default();
                // The ة of `شركة` is a ت before a pronoun.
                let feminine = noun.strip_suffix('ت').map(|it| format!("{it}ه"));
                words.contains(&noun) || feminine.is_some_and(|it| words.contains(&it.as_str()))
            });
            owned || words.contains(&stem)
        })
    }

    /// A title or a generic noun before; a verb of saying before or after.
    fn names_someone(&self) -> bool {
        let title_before = stems(self.before).any(|it| title(it).is_some());
        let says = |it: &str| {
            let bare = it.strip_prefix(['و', 'ف']).unwrap_or(it);
            saying_verb(it).is_some() || saying_verb(bare).is_some()
        };
        title_before || self.is_one_of(GENERIC) || says(self.before) || says(self.after)
    }
}

/// A fold without each of the proclitics that it may carry.
fn stems(fold: &str) -> impl Iterator<Item = &str> {
    const CUTS: [&str; 14] = [
        "", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "ول", "وب", "ولل", "وبال",
    ];
    CUTS.iter().filter_map(move |it| fold.strip_prefix(it))
}

/// Three or more single words in one sentence are a list of names, whatever each may be.
fn confirm_lists(ctx: &Ctx<'_>, found: &mut [Piece]) {
    let sentence = |it: &Piece| ctx.words.tokens[it.tokens.start].sentence;
    let enumerated = |it: &Piece| {
        let near = |at: Option<usize>| {
            at.and_then(|it| ctx.words.tokens.get(it))
                .is_some_and(|it| matches!(it.kind, TokenKind::Mark('،' | ',')))
        };
        near(it.tokens.start.checked_sub(1)) || near(Some(it.tokens.end))
    };
    for chunk in found.chunk_by_mut(|a, b| sentence(a) == sentence(b)) {
        if chunk.iter().filter(|it| enumerated(it)).count() >= 3 {
            for piece in chunk {
                piece.confidence = piece.confidence.max(Confidence::Medium);
            }
        }
    }
}

/// A detached و ف ب ل ك before the token, or one joined to it by its script alone (`لـMacron`).
pub(super) fn clitic_before(ctx: &Ctx<'_>, token: usize) -> Option<(Span<InSegment>, Clitics)> {
    let before = ctx.words.tokens.get(token.checked_sub(1)?)?;
    if before.kind != TokenKind::Arabic {
        return None;
    }
    Some((before.span, clitics(ctx.words.fold(before))?))
}

/// The clitics that `fold` consists of.
fn clitics(fold: &str) -> Option<Clitics> {
    let mut clitics = Clitics::default();
    for letter in fold.chars() {
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
    Some(clitics)
}

/// The Latin words of a piece, without a possessive `'s`.
pub(super) fn latin_words<'t>(ctx: &Ctx<'t>, tokens: &Range<usize>) -> Vec<&'t str> {
    let latin = tokens
        .clone()
        .filter(|it| ctx.words.tokens[*it].kind == TokenKind::Latin);
    latin.map(|it| word(ctx, it)).collect()
}

/// The translation of a piece that is one word or phrase of the English list.
pub(super) fn translation(words: &[&str]) -> Option<&'static str> {
    english(&words.join(" ").to_lowercase())?.translation
}

fn word<'t>(ctx: &Ctx<'t>, token: usize) -> &'t str {
    let word = ctx.token(&ctx.words.tokens[token]);
    // `Trump's` without its `'s`.
    word.strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word)
}

fn fold(ctx: &Ctx<'_>, token: usize) -> String {
    let mut fold = String::new();
    fold_latin(word(ctx, token), &mut fold);
    fold
}

fn is_capitalised(ctx: &Ctx<'_>, token: usize) -> bool {
    word(ctx, token)
        .chars()
        .next()
        .is_some_and(char::is_uppercase)
}
