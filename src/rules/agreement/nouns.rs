//! What is known of a word as a noun: what the rules about nouns and their neighbours start from.
//!
//! Two sources: the list of nouns, and the `words:` of the glossaries. A word that neither knows, or
//! that they read in two ways, says nothing.

use std::borrow::Cow;

use crate::{
    arabic::{
        Clitics, Conjunction, Gender, ListedNoun, NounFeatures, NounKind, Number, Particle, bare,
        finite_verb_behind, governs, is_frequent, listed_nouns, particle, segment,
    },
    matcher::{Barrier, FormKind, Lexeme},
    rule::Ctx,
};

/// A word read as a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// Of the word in the singular.
    pub(super) gender: Gender,
    /// Of the form in the text.
    pub(super) number: Number,
    /// What it names; `None` where only a glossary knows the word.
    pub(super) kind: Option<NounKind>,
    /// What it carries.
    pub(super) clitics: Clitics,
}

impl Known {
    /// The gender that a singular has, and a plural of things agrees in; `None` of people and duals.
    pub(super) fn concord(self) -> Option<Gender> {
        match (self.number, self.kind) {
            (Number::Singular, _) => Some(self.gender),
            (Number::Plural, Some(kind)) if kind != NounKind::Human => Some(Gender::Feminine),
            _ => None,
        }
    }

    /// Whether it is the plural of a word for things, so that nothing about it is plural.
    pub(super) fn is_things(self) -> bool {
        self.number == Number::Plural && self.kind.is_some_and(|it| it != NounKind::Human)
    }
}

/// The letters of a word, without vowel signs.
pub(super) fn letters_of<'t>(ctx: &Ctx<'t>, word: usize) -> Cow<'t, str> {
    if ctx.readings.words[word].signed {
        Cow::Owned(bare(ctx.word(word)))
    } else {
        Cow::Borrowed(ctx.word(word))
    }
}

/// The word as a noun with ال, where everything that is known of it agrees.
pub(super) fn definite(ctx: &Ctx<'_>, word: usize) -> Option<Known> {
    let fold = ctx.fold(word);
    // Cheap to see, and most words have none.
    if !ctx.readings.words[word].arabic || !(fold.contains("ال") || fold.contains("لل")) {
        return None;
    }
    let letters = bare(ctx.word(word));
    let (clitics, cores) = without_article(&letters)?;
    let listed = cores.iter().flat_map(|it| listed_nouns(it));
    of_both(ctx, word, clitics, listed.collect())
}

/// The word as a noun with nothing before it.
pub(super) fn indefinite(ctx: &Ctx<'_>, word: usize) -> Option<Known> {
    let letters = bare(ctx.word(word));
    of_both(ctx, word, Clitics::NONE, listed_nouns(&letters))
}

fn of_both(ctx: &Ctx<'_>, word: usize, clitics: Clitics, listed: Vec<ListedNoun>) -> Option<Known> {
    let mut found: Option<Known> = None;
    for noun in listed {
        let this = Known {
            gender: noun.gender?,
            number: noun.number,
            kind: Some(noun.kind),
            clitics,
        };
        merge(&mut found, this)?;
    }
    for reading in ctx.readings.of(word) {
        let form = ctx.glossaries.set_of(reading).lexicon.form(reading.form);
        let same = reading.clitics.article == clitics.article && reading.clitics.pronoun.is_none();
        if form.kind != FormKind::Noun
            || !form.is_declared()
            || form.is_adjective()
            || reading.weak
            || !same
        {
            continue;
        }
        let features = form.noun()?;
        let this = Known {
            gender: features.gender,
            number: features.number,
            kind: None,
            clitics,
        };
        merge(&mut found, this)?;
    }
    // The kind of a plural is that of its singular; the words of the glossaries do not tell it.
    let mut found = found?;
    if found.kind.is_none() && found.number == Number::Plural {
        found.kind = Some(kind_of_plural(ctx, word));
    }
    Some(found)
}

/// Keeps `this` beside what is known; `None` where the two differ.
fn merge(found: &mut Option<Known>, this: Known) -> Option<()> {
    match found {
        None => *found = Some(this),
        Some(known) if known.gender == this.gender && known.number == this.number => {
            known.kind = known.kind.or(this.kind);
        }
        // المسؤولين: two of them or more.
        Some(known) if known.gender == this.gender => match (known.number, this.number) {
            (Number::Plural, Number::Dual) => {}
            (Number::Dual, Number::Plural) => *known = this,
            _ => return None,
        },
        Some(_) => return None,
    }
    Some(())
}

/// What the singular of a plural names that the glossaries alone know.
fn kind_of_plural(ctx: &Ctx<'_>, word: usize) -> NounKind {
    let mut kind = NounKind::Thing;
    for reading in ctx.readings.of(word) {
        if let Some(Lexeme::Noun(noun)) = ctx.glossaries.lexeme(reading) {
            // A noun with a feminine of its own names people.
            let of_people = noun.feminine.is_some()
                || listed_nouns(&noun.singular)
                    .iter()
                    .any(|it| it.kind == NounKind::Human);
            if of_people {
                kind = NounKind::Human;
            }
        }
    }
    kind
}

/// What a word with ال carries, and what may be left without it: two answers behind `لل`, where the
/// ل of the noun may be one of the two.
fn without_article(letters: &str) -> Option<(Clitics, Vec<String>)> {
    let mut clitics = Clitics {
        article: true,
        ..Clitics::NONE
    };
    let starts = |it: &str| ["ال", "لل", "بال", "كال"].iter().any(|p| it.starts_with(p));
    let mut rest = letters;
    for (letter, conjunction) in [('و', Conjunction::Wa), ('ف', Conjunction::Fa)] {
        if let Some(behind) = rest.strip_prefix(letter)
            && starts(behind)
        {
            clitics.conjunction = Some(conjunction);
            rest = behind;
        }
    }
    if let Some(core) = rest.strip_prefix("لل") {
        clitics.particle = Some(Particle::La);
        return Some((clitics, vec![core.to_owned(), format!("ل{core}")]));
    }
    for (letter, proclitic) in [('ب', Particle::Ba), ('ك', Particle::Ka)] {
        if let Some(behind) = rest.strip_prefix(letter)
            && behind.starts_with("ال")
        {
            clitics.particle = Some(proclitic);
            rest = behind;
        }
    }
    let core = rest.strip_prefix("ال")?;
    Some((clitics, vec![core.to_owned()]))
}

/// The gender in which a noun with a pronoun agrees, where everything that is known of it says the same.
pub(super) fn of_possessed(ctx: &Ctx<'_>, word: usize) -> Option<Gender> {
    let mut found = None;
    let mut add = |gender: Gender, number: Number, people: bool| {
        let gender = match number {
            Number::Singular => gender,
            Number::Plural if !people => Gender::Feminine,
            _ => return None,
        };
        (found.is_none_or(|it| it == gender)).then(|| found = Some(gender))
    };
    for reading in ctx.readings.of(word) {
        let form = ctx.glossaries.set_of(reading).lexicon.form(reading.form);
        if form.kind == FormKind::Exact || form.kind == FormKind::Name {
            continue;
        }
        let features = form
            .noun()
            .filter(|_| form.is_declared() && !form.is_adjective())?;
        if reading.weak || reading.clitics.pronoun.is_none() {
            return None;
        }
        let Some(Lexeme::Noun(noun)) = ctx.glossaries.lexeme(reading) else {
            return None;
        };
        // A noun with a feminine of its own names people.
        add(features.gender, features.number, noun.feminine.is_some())?;
    }
    // ظهوره is his appearance, not his backs: the list may know another noun.
    let letters = bare(ctx.word(word));
    let cut = segment(&letters);
    if !cut.proclitics.is_empty() || cut.enclitic.is_empty() {
        return found;
    }
    let feminine = cut.stem.strip_suffix('ت').map(|it| format!("{it}ة"));
    let stems = [Some(cut.stem.to_owned()), feminine];
    for noun in stems.iter().flatten().flat_map(|it| listed_nouns(it)) {
        add(noun.gender?, noun.number, noun.kind == NounKind::Human)?;
    }
    found
}

/// Prepositions and the like: the noun behind them is no second term of a construct. Folded.
const BEFORE_NOUNS: [&str; 27] = [
    "في", "من", "الي", "علي", "عن", "مع", "منذ", "حتي", "ضد", "عبر", "خلال", "حول", "بين", "لدي",
    "بشان", "رغم", "دون", "نحو", "ان", "لكن", "لان", "هذا", "هذه", "ذلك", "تلك", "كل", "جميع",
];

/// Whether the noun with ال at `word` cannot be the second term of a construct, so that what follows
/// speaks of it: it carries a preposition or stands behind one, opens its sentence, or follows a verb
/// or a word with ال.
pub(super) fn stands_free(ctx: &Ctx<'_>, word: usize, noun: Known) -> bool {
    let at = ctx.readings.words[word];
    if noun.clitics.particle.is_some() || at.barrier == Barrier::Stop {
        return true;
    }
    let Some(before) = word.checked_sub(1) else {
        return true;
    };
    if at.barrier != Barrier::Nothing || noun.clitics.conjunction.is_some() {
        return false;
    }
    let fold = ctx.fold(before);
    let behind = fold.strip_prefix(['و', 'ف']).unwrap_or(fold);
    if governs(fold) || BEFORE_NOUNS.contains(&fold) || BEFORE_NOUNS.contains(&behind) {
        return true;
    }
    if fold.starts_with("ال") && particle(&bare(ctx.word(before))).is_none() {
        return true;
    }
    let letters = bare(ctx.word(before));
    let verb = finite_verb_behind(&letters);
    if verb.is_some_and(|(_, it)| !it.noun_too) && particle(&letters).is_none() {
        return true;
    }
    // A word that the glossaries know as a verb and as nothing else.
    let readings = ctx.readings.of(before).iter();
    let mut readings = readings.filter(|it| it.kind != FormKind::Exact).peekable();
    readings.peek().is_some()
        && readings.all(|it| {
            let form = ctx.glossaries.set_of(it).lexicon.form(it.form);
            form.kind == FormKind::Verb && it.clitics.pronoun.is_none() && !it.weak
        })
        && listed_nouns(&letters).is_empty()
}

/// The gender of the adjective without ال at `word` and its form in the other: an adjective of a glossary, or one of
/// relation of which the other gender and the form with ال are frequent.
pub(super) fn bare_adjective(ctx: &Ctx<'_>, word: usize) -> Option<(Gender, String)> {
    let letters = bare(ctx.word(word));
    if !listed_nouns(&letters).is_empty() {
        return None;
    }
    let mut readings = ctx
        .readings
        .of(word)
        .iter()
        .filter(|it| !it.weak && it.kind != FormKind::Exact)
        .peekable();
    let plain = readings.peek().is_some()
        && readings.all(|it| {
            let form = ctx.glossaries.set_of(it).lexicon.form(it.form);
            let single = |it: NounFeatures| it.number == Number::Singular && !it.tanwin;
            form.is_adjective() && it.clitics.is_empty() && form.noun().is_some_and(single)
        });
    // أكبر, أول stand before nouns of either gender.
    if plain && letters.chars().count() >= 4 && !letters.starts_with(['أ', 'آ', 'ا']) {
        let other = match letters.strip_suffix('ة') {
            Some(masculine) => (Gender::Feminine, masculine.to_owned()),
            None => (Gender::Masculine, format!("{letters}ة")),
        };
        return is_frequent(&other.1).then_some(other);
    }
    if letters.chars().count() < 5 {
        return None;
    }
    let (gender, other) = match (letters.strip_suffix("ية"), letters.ends_with('ي')) {
        (Some(head), _) => (Gender::Feminine, format!("{head}ي")),
        (None, true) => (Gender::Masculine, format!("{letters}ة")),
        _ => return None,
    };
    let declared = ctx.readings.of(word).iter().any(|it| {
        let form = ctx.glossaries.set_of(it).lexicon.form(it.form);
        // اقتصادي is of the economy sooner than my economy, or whose economists.
        let construct = form.noun().is_some_and(|it| it.construct);
        let whole = it.clitics.pronoun.is_none() && !construct;
        whole && form.is_declared() && !form.is_adjective()
    });
    let frequent = |it: &str| is_frequent(it) && is_frequent(&format!("ال{it}"));
    (!declared && frequent(&letters) && frequent(&other)).then_some((gender, other))
}

/// An adjective with ال.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Described {
    /// Gender of the form.
    pub(super) gender: Gender,
    /// Number of the form.
    pub(super) number: Number,
    /// In the singular of the other gender, as spelt, with ال.
    pub(super) other: Option<String>,
}

/// Ordinals and what goes with them, whose genders no ending tells.
const ORDINALS: [(&str, &str); 11] = [
    ("الأول", "الأولى"),
    ("الثاني", "الثانية"),
    ("الثالث", "الثالثة"),
    ("الرابع", "الرابعة"),
    ("الخامس", "الخامسة"),
    ("السادس", "السادسة"),
    ("السابع", "السابعة"),
    ("الثامن", "الثامنة"),
    ("التاسع", "التاسعة"),
    ("العاشر", "العاشرة"),
    ("الآخر", "الأخرى"),
];

/// Nouns that look like adjectives of relation. With ال, as spelt.
const NO_RELATION: [&str; 22] = [
    "القاضي",
    "المحامي",
    "النادي",
    "الوادي",
    "الأراضي",
    "المباني",
    "الأهالي",
    "الليالي",
    "الكرسي",
    "الشرطي",
    "الجندي",
    "الصحفي",
    "الصحافي",
    "التعافي",
    "التصدي",
    "التحدي",
    "السعي",
    "النفي",
    "الوعي",
    "الرأي",
    "المعاني",
    "التوالي",
];

/// The word as an adjective with ال and nothing else.
pub(super) fn adjective(ctx: &Ctx<'_>, word: usize) -> Option<Described> {
    let at = ctx.readings.words[word];
    if !at.arabic || !ctx.fold(word).starts_with("ال") {
        return None;
    }
    let letters = bare(ctx.word(word));
    let single = |gender, other: Option<&str>| Described {
        gender,
        number: Number::Singular,
        other: other.map(str::to_owned),
    };
    for (masculine, feminine) in ORDINALS {
        if letters == masculine {
            return Some(single(Gender::Masculine, Some(feminine)));
        }
        if letters == feminine {
            return Some(single(Gender::Feminine, Some(masculine)));
        }
    }
    let mut declared = None;
    for reading in ctx.readings.of(word) {
        let form = ctx.glossaries.set_of(reading).lexicon.form(reading.form);
        let noun = form.kind == FormKind::Noun && reading.clitics.article;
        if noun && form.is_adjective() {
            declared = form.noun();
        } else if noun && form.is_declared() {
            // المعارض is who opposes and what does.
            return None;
        }
    }
    let stem = letters.strip_prefix("ال")?;
    // A noun of the list may stand beside the other in its own right.
    // الغالبية العظمى: the feminine of an elative, whose masculine is seldom said.
    let elative = stem.ends_with('ى');
    if elative || NO_RELATION.contains(&letters.as_str()) || !listed_nouns(stem).is_empty() {
        return None;
    }
    let length = stem.chars().count();
    let relation = match (stem.strip_suffix("ية"), stem.strip_suffix('ي')) {
        (Some(_), _) if length >= 5 => Some(Gender::Feminine),
        (_, Some(_)) if length >= 4 => Some(Gender::Masculine),
        _ => None,
    };
    let people = ["يين", "يون"].iter().any(|it| stem.ends_with(it));
    let (gender, number) = match (declared, relation) {
        // الدوليين: two or more are spelt alike, and the form is told as the dual.
        (Some(features), _)
            if features.number == Number::Dual && features.gender == Gender::Masculine =>
        {
            (Gender::Masculine, Number::Plural)
        }
        (Some(features), _) => (features.gender, features.number),
        (None, Some(gender)) => (gender, Number::Singular),
        (None, None) if people && length >= 6 => (Gender::Masculine, Number::Plural),
        _ => return None,
    };
    // The elative and colours take no ة: أفعل stays as it is often enough.
    let other = match (gender, letters.strip_suffix('ة')) {
        (Gender::Feminine, Some(masculine)) => Some(masculine.to_owned()),
        (Gender::Masculine, None) if !stem.starts_with(['أ', 'آ', 'ا']) => {
            Some(format!("{letters}ة"))
        }
        (Gender::Masculine, None) if relation.is_some() => Some(format!("{letters}ة")),
        _ => None,
    };
    Some(Described {
        gender,
        number,
        other,
    })
}
