//! Near misses of the names that the glossaries know: see [`RULE`].

use rustc_hash::FxHashMap;

use super::foreign::looks_foreign;
use crate::{
    arabic::{Clitics, Particle, bare, given_name, join, skeleton},
    diagnostic::{Applicability, Confidence, Fix, Message},
    glossary::{EntryRef, Name, NameType, NearName},
    matcher::{Barrier, FormKind},
    names::{score_pair, spelling_distance},
    rule::{Ctx, DocumentCtx, Findings, near_given_name, rule},
};

rule! {
    /// A near miss of a name that the glossaries know.
    ///
    /// ## Why
    ///
    /// A name spelt by ear is another person to the reader, and to every search. A name counts as
    /// misspelt only beside something that tells which is meant: the rest of a full name; a noun like
    /// *company* or *shares* before it, or another company joined to it; or its coming up again and
    /// again in an article, where it is long enough to be no other word.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصلت {مايلاني|ميلاني} جولي إلى القمة.
    /// ```
    ///
    /// ```ar
    /// ارتفعت أسهم أمازون {ومايتا|وميتا} عند الإغلاق.
    /// ```
    ///
    /// Other people of that surname, and spellings that the glossary tolerates, stay.
    ///
    /// ```ar
    /// وصلت أنجلينا جولي إلى المهرجان، وقال فولوديمير زيلنسكي إنه مستعد.
    /// ```
    "names/misspelled" {
        group: Names,
        category: Spelling,
        severity: Major,
        confidence: High,
        ar: "اسم معروف كُتب بغير رسمه",
        document: check,
    }
}

/// Nouns after which stands the name of a company or a platform.
const COMPANY: &[&str] = &[
    "شركه",
    "شركات",
    "اسهم",
    "سهم",
    "منصه",
    "تطبيق",
    "مجموعه",
    "عملاق",
    "عملاقه",
    "مصرف",
    "بنك",
];
/// Nouns after which stands the name of a place.
const PLACE: &[&str] = &[
    "مدينه",
    "عاصمه",
    "ولايه",
    "مقاطعه",
    "محافظه",
    "جزيره",
    "بلده",
    "مطار",
    "ميناء",
];

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let mut unknown: FxHashMap<String, Vec<(usize, usize)>> = FxHashMap::default();
    for (segment, it) in ctx.segments.iter().enumerate() {
        acc.in_segment(segment);
        given_names(it, acc);
        for word in 0..it.readings.words.len() {
            if looks_foreign(it, word) {
                let places = unknown.entry(bare(it.word(word))).or_default();
                places.push((segment, word));
            }
        }
    }
    let mut unknown: Vec<_> = unknown.into_iter().collect();
    unknown.sort_by_key(|it| it.1[0]);
    for (text, places) in unknown {
        let found = meant(ctx, &text, &places);
        let Some((near, clitics)) = found else {
            continue;
        };
        for &(segment, word) in &places {
            let here = &ctx.segments[segment];
            acc.in_segment(segment);
            let spelt = join(clitics, near.word, near.word);
            let distance = spelling_distance(&text, &spelt);
            report(here, word, near.entry, &spelt, distance, acc);
        }
    }
}

/// A given name that is nearly that of the person whose surname follows.
fn given_names(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for found in ctx.names.iter().filter(|it| !it.full) {
        let Some(name) = ctx.glossaries.name(found.entry) else {
            continue;
        };
        if name.r#type != NameType::Person {
            continue;
        }
        let Some(miss) = near_given_name(ctx, found.words.start, name) else {
            continue;
        };
        let text = bare(ctx.word(miss.word));
        let usual = cuts(&text).any(|(rest, _)| {
            let given = name
                .latin
                .iter()
                .filter_map(|it| it.split_whitespace().next());
            given.into_iter().any(|it| score_pair(it, rest) > PLAUSIBLE)
        });
        if !usual {
            let spelt = join(miss.clitics, &miss.given, &miss.given);
            report(ctx, miss.word, found.entry, &spelt, miss.distance, acc);
        }
    }
}

/// A word of a name of the gazetteer, with what stands around it there.
struct Meant<'g> {
    entry: EntryRef,
    name: &'g Name,
    word: &'g str,
    before: Vec<&'g str>,
    last: bool,
}

impl<'g> Meant<'g> {
    fn of(name: &'g Name, near: NearName) -> Option<Meant<'g>> {
        let mut before: Vec<&str> = name.arabic.first()?.split_whitespace().collect();
        let last = before.len() == usize::from(near.place) + 1;
        before.truncate(usize::from(near.place) + 1);
        Some(Meant {
            entry: near.entry,
            name,
            word: before.pop()?,
            before,
            last,
        })
    }

    fn is_company(&self) -> bool {
        matches!(self.name.r#type, NameType::Organisation | NameType::Product)
    }
}

/// The name that the word `text` at `places` is a near miss of, and the clitics cut off for it.
fn meant<'g>(
    ctx: &DocumentCtx<'g>,
    text: &str,
    places: &[(usize, usize)],
) -> Option<(Meant<'g>, Clitics)> {
    let letters = text.chars().count();
    let comes_again = places.len() >= REPEATED && letters >= LONG;
    // Most words stand beside nothing that tells a name: the gazetteer need not be looked through.
    if !comes_again
        && !places
            .iter()
            .any(|it| may_be_told(&ctx.segments[it.0], it.1))
    {
        return None;
    }
    let glossaries = ctx.segments.first()?.glossaries;
    let mut best: Option<(u32, Meant<'_>, Clitics)> = None;
    for (rest, clitics) in cuts(text) {
        for near in glossaries.near_names().like(rest) {
            let name = glossaries.name(near.entry);
            let Some(meant) = name.and_then(|it| Meant::of(it, near)) else {
                continue;
            };
            let distance = spelling_distance(rest, meant.word);
            let letters = meant.word.chars().count();
            if distance == 0 {
                return None;
            }
            let close = distance as usize <= (2 * letters).min(16) && same_start(rest, meant.word);
            let vowels = skeleton(rest) == skeleton(meant.word) && distance <= 6;
            let told = |(segment, word): &(usize, usize)| {
                let here = &ctx.segments[*segment];
                if meant.name.r#type == NameType::Person {
                    return vowels && ends_full_name(here, *word, &meant);
                }
                let company = follows(here, *word, COMPANY);
                meant.before.is_empty()
                    && if meant.is_company() {
                        (vowels || letters >= 6) && (company || is_listed(here, *word))
                    } else {
                        vowels && letters >= 5 && (company || follows(here, *word, PLACE))
                    }
            };
            let repeated = comes_again
                && letters >= LONG
                && meant.before.is_empty()
                && meant.last
                && meant.is_company();
            if close
                && (repeated || places.iter().any(told))
                && best.as_ref().is_none_or(|it| distance < it.0)
                && !is_plausible(&meant, rest)
            {
                best = Some((distance, meant, clitics));
            }
        }
    }
    best.map(|it| (it.1, it.2))
}

/// How often a word without other cues must come up, and how long it must be.
const REPEATED: usize = 3;
const LONG: usize = 7;

/// Whether what stands beside the word may tell that it is a name.
fn may_be_told(ctx: &Ctx<'_>, word: usize) -> bool {
    let person = word > 0
        && (given_name(ctx.fold(word - 1)).is_some()
            || ctx.readings.of(word - 1).iter().any(|it| {
                let set = ctx.glossaries.set_of(it);
                set.lexicon.form(it.form).kind == FormKind::Name
            }));
    person || follows(ctx, word, COMPANY) || follows(ctx, word, PLACE) || is_listed(ctx, word)
}

/// What [`score_pair`] gives a spelling that may be one of several in use.
const PLAUSIBLE: f32 = -1.0;

/// Whether `word` is a spelling of the name that the model of spelling finds usual: the gazetteer
/// does not list every one, and people write وارين for وارن.
fn is_plausible(meant: &Meant<'_>, word: &str) -> bool {
    let place = meant.before.len();
    meant.name.latin.iter().any(|latin| {
        let mut words = latin.split_whitespace();
        let latin = if meant.last && place > 0 {
            words.next_back()
        } else {
            words.nth(place)
        };
        latin.is_some_and(|it| score_pair(it, word) > PLAUSIBLE)
    })
}

/// A word whole, and without a letter that may be a clitic.
fn cuts(text: &str) -> impl Iterator<Item = (&str, Clitics)> {
    let and = Clitics {
        conjunction: Some(crate::arabic::Conjunction::Wa),
        ..Clitics::NONE
    };
    let particle = |it| Clitics {
        particle: Some(it),
        ..Clitics::NONE
    };
    let all = [
        ("", Clitics::NONE),
        ("و", and),
        ("ل", particle(Particle::La)),
        ("ب", particle(Particle::Ba)),
    ];
    all.into_iter()
        .filter_map(move |(cut, clitics)| Some((text.strip_prefix(cut)?, clitics)))
}

fn same_start(a: &str, b: &str) -> bool {
    let first = |it: &str| {
        it.chars()
            .next()
            .map(|it| crate::arabic::folded(&it.to_string()))
    };
    first(a) == first(b)
}

/// Whether the words before are the rest of the name.
fn ends_full_name(ctx: &Ctx<'_>, word: usize, meant: &Meant<'_>) -> bool {
    let before = &meant.before;
    if before.is_empty() || before.len() > word || !meant.last {
        return false;
    }
    let words = &ctx.readings.words;
    before.iter().rev().enumerate().all(|(back, name)| {
        let at = word - 1 - back;
        let fold = ctx.fold(at);
        let name = crate::arabic::folded(name);
        let clitic = back + 1 == before.len();
        words[at + 1].barrier == Barrier::Nothing
            && (fold == name || (clitic && fold.strip_prefix(['و', 'ل', 'ب']) == Some(&name)))
    })
}

/// Whether one of `nouns` stands before.
fn follows(ctx: &Ctx<'_>, word: usize, nouns: &[&str]) -> bool {
    let Some(before) = word.checked_sub(1) else {
        return false;
    };
    let fold = ctx.fold(before);
    let cut = fold.strip_prefix(['و', 'ل', 'ب', 'ف']).unwrap_or(fold);
    ctx.readings.words[word].barrier == Barrier::Nothing
        && [fold, cut].iter().any(|it| {
            let it = it.strip_prefix("ال").unwrap_or(it);
            nouns.contains(&it)
        })
}

/// Whether a company of the gazetteer stands before, joined by `و`, or after.
fn is_listed(ctx: &Ctx<'_>, word: usize) -> bool {
    let joined = |word: usize| ctx.fold(word).starts_with('و');
    ctx.names.iter().any(|it| {
        let company = ctx
            .glossaries
            .name(it.entry)
            .is_some_and(|name| matches!(name.r#type, NameType::Organisation | NameType::Product));
        company
            && it.full
            && ((it.words.end == word && joined(word))
                || (it.words.start == word + 1 && joined(it.words.start)))
    })
}

fn report(
    ctx: &Ctx<'_>,
    word: usize,
    entry: EntryRef,
    spelt: &str,
    distance: u32,
    acc: &mut Findings<'_>,
) {
    let span = ctx.readings.words[word].span;
    let text = ctx.at(span);
    let approved = ctx.glossaries.name(entry).and_then(|it| it.arabic.first());
    let approved = approved.map_or("", String::as_str);
    let message = Message::new(
        format!("“{text}”: this name is spelt {approved}"),
        format!("«{text}»: يُكتب هذا الاسم {approved}"),
    );
    let id = ctx.glossaries.entry(entry).id.clone();
    let finding = acc.add_of(span, message, id);
    finding
        .fixes
        .push(Fix::replace(Applicability::Suggested, span, spelt));
    if distance > 4 {
        finding.confidence = Confidence::Medium;
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::trial::check;
    use super::RULE;

    #[test]
    fn a_company_is_told_by_what_stands_beside_it() {
        check(&RULE, "أعلنت شركة {بوردكوم|برودكوم} أرباحها.");
        check(&RULE, "اشترت مايكروسوفت {وإنفيديي|وإنفيديا} الحصة.");
        check(&RULE, "سافر الوفد إلى مدينة {طوكييو|طوكيو} صباحا.");
    }

    #[test]
    fn a_person_is_told_by_the_whole_name() {
        check(&RULE, "التقى ستيف {وتيكوف|ويتكوف} الوفد.");
        // A spelling that is in use, and a stranger.
        check(&RULE, "قال فولوديمير زيلنسكي إنه مستعد، ووصل سامي وتيكوف.");
    }

    #[test]
    fn words_of_the_language_are_no_names() {
        check(&RULE, "قالت شركة مسافرين إن أسهم ميناء المدينة ارتفعت.");
        check(&RULE, "ومات ميت في مجموعة متنافرة من السكان.");
    }
}
