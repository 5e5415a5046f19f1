//! The title, adjectives and verbs that go with a person's name, and the one fix that mends them
//! all: what the rules of gender share.
//!
//! From the name the words before it are walked back: words with ال, the complements of the title,
//! until the title itself. A conjunction, a word of kin, a verb or another person ends the walk
//! without one.

use crate::{
    arabic::{
        Conjunction, Gender, SayingVerb, Split, TokenKind, folded, saying_verb, splits, title,
    },
    diagnostic::Replacement,
    matcher::{Barrier, FormKind, Lexeme},
    rule::{Ctx, Person},
    text::{InSegment, Span},
};

/// Someone whose title or verb is in the wrong gender.
#[derive(Clone, Debug)]
pub(super) struct Mismatch {
    /// The person.
    pub(super) person: Person,
    /// The title in the wrong gender with the adjectives that directly follow it.
    pub(super) title: Option<Span<InSegment>>,
    /// Verbs in the wrong gender.
    pub(super) verbs: Vec<Span<InSegment>>,
    /// What mends title, adjectives and verbs together.
    pub(super) edits: Vec<Replacement>,
}

/// The most words between a title and the name.
const LONGEST_TITLE: usize = 6;

/// Words of kin: the name after them is somebody's, the title before them somebody else's.
const KIN: [&str; 24] = [
    "زوج",
    "زوجه",
    "ابن",
    "ابنه",
    "بنت",
    "شقيق",
    "شقيقه",
    "اخ",
    "اخت",
    "والد",
    "والده",
    "ام",
    "اب",
    "جد",
    "جده",
    "عم",
    "عمه",
    "خال",
    "خاله",
    "ارمله",
    "خطيبه",
    "نجل",
    "نجله",
    "طليقه",
];

/// Masculine verbs that are spelt like a noun: `وعد`, `رد`, `كتب` before a name are its promise, answer,
/// books. Folded.
const NOUNS_TOO: [&str; 18] = [
    "بين", "كتب", "رد", "وعد", "نقل", "ذكر", "نفي", "شرح", "طلب", "كشف", "نشر", "سرد", "وصف",
    "زعم", "عرض", "حذر", "لوم", "شكر",
];

/// Everyone in the segment whose title or verb disagrees.
pub(super) fn mismatches(ctx: &Ctx<'_>) -> Vec<Mismatch> {
    let people = ctx.persons();
    let mut found = Vec::new();
    for (number, person) in people.iter().enumerate() {
        let floor = number.checked_sub(1).map_or(0, |it| people[it].words.end);
        found.extend(mismatch(ctx, person, floor));
    }
    found
}

fn mismatch(ctx: &Ctx<'_>, person: &Person, floor: usize) -> Option<Mismatch> {
    let held = find_title(ctx, person, floor);
    let mut mismatch = Mismatch {
        person: person.clone(),
        title: None,
        verbs: Vec::new(),
        edits: Vec::new(),
    };
    let first = match &held {
        Some(held) => {
            if held.gender != person.gender {
                // The feminine beside a man's name is sure only where the man is.
                if person.gender == Gender::Masculine && !person.certain {
                    return None;
                }
                mend_title(ctx, held, person, &mut mismatch);
            }
            held.word
        }
        None => person.words.start,
    };
    let named_directly = held.is_none();
    if held.is_none_or(|it| it.free) {
        verb_before(ctx, first, named_directly, person, &mut mismatch);
    }
    (!mismatch.edits.is_empty()).then_some(mismatch)
}

/// The verb of saying whose subject the person is, by title or by name, in either gender.
pub(super) fn saying_verb_of(ctx: &Ctx<'_>, person: &Person) -> Option<usize> {
    let first = match find_title(ctx, person, 0) {
        Some(held) if !held.free => return None,
        Some(held) => held.word,
        None => person.words.start,
    };
    let at = first.checked_sub(1)?;
    if ctx.readings.words[first].barrier > Barrier::Quote {
        return None;
    }
    let fold = ctx.fold(at);
    let core = fold.strip_prefix(['و', 'ف']).unwrap_or(fold);
    let says = saying_verb(fold).or_else(|| saying_verb(core)).is_some();
    (says && !NOUNS_TOO.contains(&core)).then_some(at)
}

/// The first word of a person: the title before the name, or the name.
pub(super) fn first_word(ctx: &Ctx<'_>, person: &Person) -> usize {
    find_title(ctx, person, 0).map_or(person.words.start, |it| it.word)
}

/// A title before a name.
#[derive(Clone, Copy, Debug)]
struct Held {
    word: usize,
    gender: Gender,
    /// It stands without a preposition, so a verb before it may be its verb.
    free: bool,
}

fn find_title(ctx: &Ctx<'_>, person: &Person, floor: usize) -> Option<Held> {
    let words = &ctx.readings.words;
    let mut at = person.words.start;
    for step in 0..LONGEST_TITLE {
        let barrier = words[at].barrier;
        // A comma may stand between the title and the name, nowhere else.
        let most = if step == 0 {
            Barrier::Comma
        } else {
            Barrier::Quote
        };
        if at <= floor || barrier > most {
            return None;
        }
        at -= 1;
        if ctx.words.tokens[words[at].token as usize].kind != TokenKind::Arabic {
            return None;
        }
        let fold = ctx.fold(at);
        for Split { clitics, core } in splits(fold, false) {
            let core = &fold[core];
            if KIN.contains(&core) {
                return None;
            }
            if clitics.pronoun.is_some() {
                continue;
            }
            if let Some(known) = title(core) {
                // `المدير العام للبنك المركزي`: only a title that the walk can end at is the
                // person's own; an adjective of the same spelling has ال on both sides.
                let adjective = clitics.article && follows_noun(ctx, at);
                if adjective {
                    continue;
                }
                return Some(Held {
                    word: at,
                    gender: known.gender,
                    free: clitics.particle.is_none(),
                });
            }
        }
        if !may_complete_title(ctx, at) {
            return None;
        }
    }
    None
}

/// Whether a noun with ال stands directly before the word, so that the word describes it.
fn follows_noun(ctx: &Ctx<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    ctx.readings.words[at].barrier == Barrier::Nothing && {
        let fold = ctx.fold(before);
        let definite = ["ال", "وال", "بال", "لل", "فال", "كال"];
        definite.iter().any(|it| fold.starts_with(it))
    }
}

/// A word that may stand between a title and the name: with ال, a preposition and its noun, a place.
fn may_complete_title(ctx: &Ctx<'_>, at: usize) -> bool {
    let fold = ctx.fold(at);
    let readings = ctx.readings.of(at);
    let conjunction = fold.starts_with('و')
        && readings
            .iter()
            .all(|it| it.clitics.conjunction == Some(Conjunction::Wa));
    if conjunction && !fold.starts_with("وال") || fold.starts_with("وال") {
        return false;
    }
    let definite = ["ال", "لل", "بال"].iter().any(|it| fold.starts_with(it));
    let particle = matches!(fold, "في" | "باسم" | "لدي" | "السابق" | "السابقه");
    let place = readings
        .iter()
        .any(|it| !it.weak && it.kind == FormKind::Name);
    // خارجية بريطانيا, خزانة الولايات: the complement without ال before a place.
    let complement = matches!(
        fold,
        "خارجيه"
            | "دفاع"
            | "داخليه"
            | "ماليه"
            | "خزانه"
            | "وزراء"
            | "عدل"
            | "شوون"
            | "مجلس"
            | "لجنه"
            | "هييه"
            | "وكاله"
            | "منظمه"
            | "شركه"
            | "حزب"
            | "بلديه"
            | "ولايه"
            | "مدينه"
    );
    definite || particle || place || complement
}

/// Puts the title and its adjectives into the gender of the person.
fn mend_title(ctx: &Ctx<'_>, held: &Held, person: &Person, out: &mut Mismatch) {
    let words = &ctx.readings.words;
    let Some(spelt) = other_title(ctx.word(held.word), person.gender) else {
        return;
    };
    let mut last = held.word;
    out.edits.push(Replacement {
        span: words[held.word].span,
        text: spelt,
    });
    let definite = has_article(ctx.fold(held.word));
    let mut at = held.word + 1;
    // السكرتير الصحفي: adjectives of a title with ال follow at once.
    if definite {
        while at < person.words.start && mend_adjective(ctx, at, person.gender, out) {
            last = at;
            at += 1;
        }
    } else if at < person.words.start {
        // وزير الخارجية الكندي: behind the complement, an adjective that cannot be the
        // complement's own is the title's.
        let complement = at;
        at += 1;
        if !is_masculine_singular(ctx, complement) || person.gender == Gender::Masculine {
            while at < person.words.start && mend_adjective(ctx, at, person.gender, out) {
                last = at;
                at += 1;
            }
        }
    }
    out.title = Some(words[held.word].span.cover(words[last].span));
}

/// `word`, a title with its clitics, in the other gender.
pub(super) fn other_title(word: &str, to: Gender) -> Option<String> {
    let bare = crate::arabic::bare(word);
    let fold = folded(&bare);
    splits(&fold, bare.ends_with('ة')).find_map(|Split { clitics, core }| {
        if clitics.pronoun.is_some() {
            return None;
        }
        let known = title(&fold[core.clone()])?;
        let (old, new) = match to {
            Gender::Feminine => (&known.masculine, &known.feminine),
            Gender::Masculine => (&known.feminine, &known.masculine),
        };
        let letters = fold[core].chars().count();
        let skipped = fold.chars().count() - letters;
        let head: String = bare.chars().take(skipped).collect();
        // The title as the text spells it must be the one we know, or its clitics are not ours.
        (folded(old) == folded(&bare[head.len()..])).then(|| format!("{head}{new}"))
    })
}

fn has_article(fold: &str) -> bool {
    ["ال", "لل", "وال", "بال", "وبال", "ولل", "فال"]
        .iter()
        .any(|it| fold.starts_with(it))
}

/// Puts the adjective with ال at `at` into gender `to`; false where it is none or already is.
fn mend_adjective(ctx: &Ctx<'_>, at: usize, to: Gender, out: &mut Mismatch) -> bool {
    let word = ctx.word(at);
    let fold = ctx.fold(at);
    if ctx.readings.words[at].barrier > Barrier::Quote || !fold.starts_with("ال") {
        return false;
    }
    let is_adjective = fold.ends_with('ي')
        || fold.ends_with("يه")
        || ctx.readings.of(at).iter().any(
            |it| matches!(ctx.glossaries.lexeme(it), Some(Lexeme::Noun(noun)) if noun.adjective),
        );
    if !is_adjective {
        return false;
    }
    let bare = crate::arabic::bare(word);
    let text = match (to, bare.strip_suffix('ة')) {
        (Gender::Feminine, None) => format!("{bare}ة"),
        (Gender::Masculine, Some(masculine)) => masculine.to_owned(),
        _ => return false,
    };
    out.edits.push(Replacement {
        span: ctx.readings.words[at].span,
        text,
    });
    true
}

/// Whether a masculine adjective behind this noun may be its own.
fn is_masculine_singular(ctx: &Ctx<'_>, at: usize) -> bool {
    let word = crate::arabic::bare(ctx.word(at));
    if word.ends_with('ة') || word.ends_with("ات") {
        return false;
    }
    for reading in ctx.readings.of(at) {
        let set = ctx.glossaries.set_of(reading);
        if let Some(features) = set.lexicon.form(reading.form).noun() {
            let plural = features.number == crate::arabic::Number::Plural;
            return !plural && features.gender == Gender::Masculine;
        }
    }
    true
}

/// The verb before a title or name, if it is one of saying and in the wrong gender.
fn verb_before(ctx: &Ctx<'_>, first: usize, direct: bool, person: &Person, out: &mut Mismatch) {
    let words = &ctx.readings.words;
    let Some(at) = first.checked_sub(1) else {
        return;
    };
    if words[first].barrier > Barrier::Quote {
        return;
    }
    let fold = ctx.fold(at);
    let (conjunction, core) = match fold.strip_prefix(['و', 'ف']) {
        Some(core) if saying_verb(fold).is_none() => (&fold[..fold.len() - core.len()], core),
        _ => ("", fold),
    };
    let Some(verb) = saying_verb(core) else {
        return;
    };
    // Before a bare name the verb may end another clause (`ما قال ترامب`); before a woman known
    // only by a given name nothing is sure.
    if verb.gender == person.gender || (direct && !person.certain) || NOUNS_TOO.contains(&core) {
        return;
    }
    let Some(spelt) = in_gender(verb, core, person.gender) else {
        return;
    };
    out.verbs.push(words[at].span);
    out.edits.push(Replacement {
        span: words[at].span,
        text: format!("{conjunction}{spelt}"),
    });
}

pub(super) fn in_gender<'v>(verb: &'v SayingVerb, core: &str, to: Gender) -> Option<&'v str> {
    let pick = |pair: &'v (String, String)| match to {
        Gender::Masculine => pair.0.as_str(),
        Gender::Feminine => pair.1.as_str(),
    };
    let is_form = |pair: &(String, String)| folded(&pair.0) == core || folded(&pair.1) == core;
    [&verb.past, &verb.present]
        .into_iter()
        .find(|it| is_form(it))
        .map(pick)
}
