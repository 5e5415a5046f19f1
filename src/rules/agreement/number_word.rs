//! Numbers in words and the nouns they count: see [`RULE`].

use super::nouns::indefinite;
use crate::{
    arabic::{Gender, ListedNoun, NounKind, Number, bare, listed_nouns},
    diagnostic::{Applicability, Fix, Message},
    matcher::{Barrier, FormKind, Lexeme},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A number in words in the wrong gender, or before a noun in the wrong number.
    ///
    /// ## Why
    ///
    /// From three to ten the number takes the gender that the noun does not have: `ثلاث سنوات`,
    /// `ثلاثة أيام`. Its plural goes with these numbers alone: tens and hundreds count in the
    /// singular, `عدة` and `العديد من` in the plural. The two words of eleven to nineteen have a pattern
    /// of their own.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// مرت {ثلاثة|ثلاث} سنوات وأربع دورات {وخمس|وخمسة} قرارات، ثم {ثلاث عشر|ثلاثة عشر} حزبا.
    /// ```
    ///
    /// ```ar
    /// حضر عشرون {مسؤولين|مسؤولا} ومئة {أحزاب|حزب} وعدة {شركة|شركات}.
    /// ```
    ///
    /// ```ar
    /// مرت ثلاث سنوات وخمسة قرارات وثلاث عشرة شركة وثلاثة عشر حزبا وعشرون مسؤولا وعدة شركات.
    /// ```
    "agreement/number-word" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: High,
        ar: "عدد لا يطابق معدوده",
        segment: check,
    }
}

/// Three to ten before a feminine and before a masculine noun.
const UNITS: [(&str, &str); 9] = [
    ("ثلاث", "ثلاثة"),
    ("أربع", "أربعة"),
    ("خمس", "خمسة"),
    ("ست", "ستة"),
    ("سبع", "سبعة"),
    ("ثماني", "ثمانية"),
    ("ثمان", "ثمانية"),
    ("تسع", "تسعة"),
    ("عشر", "عشرة"),
];

/// Tens, hundreds and thousands: what they count is singular, with tanwin behind the tens.
const TENS: [&str; 8] = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];
const HUNDREDS: [&str; 12] = [
    "آلاف",
    "ملايين",
    "مليارات",
    "مئة",
    "مائة",
    "مئتي",
    "مائتي",
    "ألف",
    "مليون",
    "مليار",
    "ثلاثمئة",
    "خمسمئة",
];

/// Proclitics that a number may carry.
const BEFORE: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    for at in 0..words.len().saturating_sub(1) {
        let next = &words[at + 1];
        if !words[at].arabic || !next.arabic || next.barrier != Barrier::Nothing {
            continue;
        }
        let letters = bare(ctx.word(at));
        let behind = bare(ctx.word(at + 1));
        if behind == "من" {
            many_of(ctx, at, &letters, acc);
            continue;
        }
        let Some((before, number)) = number_in(&letters) else {
            continue;
        };
        let (span, right) = match number {
            Counting::Unit(gender, unit) => {
                if let Some(right) = teen(gender, unit, &behind, counts_feminine(ctx, at + 2)) {
                    (words[at].span.cover(next.span), format!("{before}{right}"))
                } else if follows_number(ctx, at) {
                    continue;
                } else {
                    let Some(right) = reversed(ctx, at + 1, gender, unit) else {
                        continue;
                    };
                    (words[at].span, format!("{before}{right}"))
                }
            }
            Counting::Singular { tanwin } => {
                let Some(right) = singular_of(ctx, at + 1, tanwin) else {
                    continue;
                };
                (next.span, right)
            }
            Counting::Plural => {
                let Some(right) = plural_of(ctx, at + 1, &behind) else {
                    continue;
                };
                (next.span, right)
            }
            Counting::Dual => {
                let Some(right) = dual_of(ctx, at + 1, &letters) else {
                    continue;
                };
                (words[at].span.cover(next.span), format!("{before}{right}"))
            }
        };
        let message = Message::new(
            format!("the number and what it counts: {right}"),
            format!("العدد ومعدوده: {right}"),
        );
        let fix = Fix::replace(Applicability::Suggested, span, right);
        acc.add(span, message).fixes.push(fix);
    }
}

/// What a number asks of the noun behind it.
enum Counting {
    /// Three to ten: the gender of the nouns it goes with, and its place in [`UNITS`].
    Unit(Gender, usize),
    /// The singular.
    Singular { tanwin: bool },
    /// The plural: `عدة`, `العديد من`.
    Plural,
    /// The dual of the noun by itself: `اثنين`.
    Dual,
}

/// The number that `letters` are, with what stands before it.
fn number_in(letters: &str) -> Option<(&str, Counting)> {
    let whole = plain_number(letters).map(|it| ("", it));
    whole.or_else(|| {
        let first = letters.chars().next().filter(|it| BEFORE.contains(it))?;
        let (before, rest) = letters.split_at(first.len_utf8());
        Some((before, plain_number(rest)?))
    })
}

fn plain_number(word: &str) -> Option<Counting> {
    if let Some(unit) = UNITS.iter().position(|it| it.0 == word) {
        return Some(Counting::Unit(Gender::Feminine, unit));
    }
    if let Some(unit) = UNITS.iter().position(|it| it.1 == word) {
        return Some(Counting::Unit(Gender::Masculine, unit));
    }
    if HUNDREDS.contains(&word) {
        return Some(Counting::Singular { tanwin: false });
    }
    if matches!(word, "عدة" | "بضعة" | "بضع") {
        return Some(Counting::Plural);
    }
    if matches!(word, "اثنان" | "اثنين" | "اثنتان" | "اثنتين") {
        return Some(Counting::Dual);
    }
    let ten = word
        .strip_suffix("ون")
        .or_else(|| word.strip_suffix("ين"))?;
    TENS.contains(&ten)
        .then_some(Counting::Singular { tanwin: true })
}

/// The right form of a number from thirteen to nineteen, where its two words do not fit.
fn teen(gender: Gender, unit: usize, behind: &str, feminine: bool) -> Option<String> {
    let (before_feminine, before_masculine) = UNITS[unit];
    let fits = match (gender, behind) {
        (Gender::Masculine, "عشرة") => false,
        (Gender::Feminine, "عشر") => before_feminine == "ثمان",
        _ => true,
    };
    if fits || before_feminine == "عشر" {
        return None;
    }
    Some(if feminine {
        format!("{before_feminine} عشرة")
    } else {
        format!("{before_masculine} عشر")
    })
}

/// Whether the word is a noun in ة.
fn counts_feminine(ctx: &Ctx<'_>, word: usize) -> bool {
    let next = ctx.readings.words.get(word);
    next.is_some_and(|it| it.barrier == Barrier::Nothing) && bare(ctx.word(word)).ends_with('ة')
}

/// Whether the word before is a number as well, so that this one is the second part of another:
/// `خمسة عشر`, `مئة وثلاثة`.
fn follows_number(ctx: &Ctx<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let letters = bare(ctx.word(before));
    matches!(
        number_in(&letters),
        Some((_, Counting::Unit(..) | Counting::Singular { .. }))
    ) || !ctx.readings.words[before].arabic && ctx.word(before).chars().all(char::is_numeric)
}

/// The unit for the plural noun at `word`, where that of the text is for the other gender.
fn reversed(ctx: &Ctx<'_>, word: usize, gender: Gender, unit: usize) -> Option<&'static str> {
    let noun = indefinite(ctx, word)?;
    if noun.number != Number::Plural || noun.gender == gender {
        return None;
    }
    let (feminine, masculine) = UNITS[unit];
    Some(match noun.gender {
        Gender::Feminine if feminine == "ثمان" => "ثماني",
        Gender::Feminine => feminine,
        Gender::Masculine => masculine,
    })
}

/// The singular of the plural at `word`; with the alef of tanwin where it shows.
fn singular_of(ctx: &Ctx<'_>, word: usize, tanwin: bool) -> Option<String> {
    let noun = indefinite(ctx, word).filter(|it| it.number == Number::Plural)?;
    let singular = lexical_singular(ctx, word)?;
    // مئة آلاف is another fault.
    if matches!(singular.as_str(), "ألف" | "مليون" | "مليار") {
        return None;
    }
    let shows = noun.gender == Gender::Masculine && !singular.ends_with(['ى', 'ا', 'ء']);
    Some(if tanwin && shows {
        format!("{singular}ا")
    } else {
        singular
    })
}

fn lexical_singular(ctx: &Ctx<'_>, word: usize) -> Option<String> {
    let listed = listed_nouns(&bare(ctx.word(word)));
    if let Some(noun) = listed.iter().find(|it| it.number == Number::Plural) {
        return Some(noun.singular.to_owned());
    }
    ctx.readings.of(word).iter().find_map(|reading| {
        let form = ctx.glossaries.set_of(reading).lexicon.form(reading.form);
        if form.kind != FormKind::Noun || !form.is_declared() || !reading.clitics.is_empty() {
            return None;
        }
        match ctx.glossaries.lexeme(reading) {
            Some(Lexeme::Noun(noun)) => Some(noun.singular.clone()),
            _ => None,
        }
    })
}

/// The plural of the singular at `word`, which is counted.
fn plural_of(ctx: &Ctx<'_>, word: usize, letters: &str) -> Option<String> {
    let noun = indefinite(ctx, word).filter(|it| it.number == Number::Singular)?;
    if noun.gender == Gender::Feminine && letters.ends_with('ة') {
        let plural = format!("{}ات", letters.trim_end_matches('ة'));
        let known: Vec<ListedNoun> = listed_nouns(&plural);
        let regular = known.iter().any(|it| it.kind != NounKind::Human);
        return (regular && !has_other_plural(ctx, word, &plural)).then_some(plural);
    }
    None
}

/// The dual of the plural at `word`, in the case of the number before it.
fn dual_of(ctx: &Ctx<'_>, word: usize, number: &str) -> Option<String> {
    indefinite(ctx, word).filter(|it| it.number == Number::Plural)?;
    let singular = lexical_singular(ctx, word)?;
    let stem = match singular.strip_suffix('ة') {
        Some(stem) => format!("{stem}ت"),
        None => singular,
    };
    let ending = if number.ends_with("ين") {
        "ين"
    } else {
        "ان"
    };
    Some(format!("{stem}{ending}"))
}

/// Nouns that are counted behind `العديد من`, singular and plural.
const MANY: [(&str, &str); 12] = [
    ("شخص", "أشخاص"),
    ("شركة", "شركات"),
    ("مرة", "مرات"),
    ("مدينة", "مدن"),
    ("طفل", "أطفال"),
    ("يوم", "أيام"),
    ("سنة", "سنوات"),
    ("مسؤول", "مسؤولين"),
    ("دولة", "دول"),
    ("بلد", "بلدان"),
    ("مشكلة", "مشاكل"),
    ("منظمة", "منظمات"),
];

/// `العديد من الشركة`: the singular where many are meant.
fn many_of(ctx: &Ctx<'_>, at: usize, letters: &str, acc: &mut Findings<'_>) {
    let noun = at + 2;
    let many = letters
        .strip_prefix(['و', 'ف', 'ل', 'ب'])
        .unwrap_or(letters);
    let here = ctx.readings.words.get(noun);
    if !["العديد", "الكثير"].contains(&many) && !["العديد", "الكثير"].contains(&letters)
        || here.is_none_or(|it| it.barrier != Barrier::Nothing)
    {
        return;
    }
    let written = bare(ctx.word(noun));
    let (article, stem) = match written.strip_prefix("ال") {
        Some(stem) => ("ال", stem),
        None => ("", written.as_str()),
    };
    let Some((_, plural)) = MANY.iter().find(|it| it.0 == stem) else {
        return;
    };
    // العديد من دولة القانون: the first term of a construct is something else.
    if article.is_empty()
        && ctx.readings.words.get(noun + 1).is_some_and(|it| it.arabic)
        && ctx.fold(noun + 1).starts_with("ال")
    {
        return;
    }
    let right = format!("{article}{plural}");
    let span = ctx.readings.words[noun].span;
    let message = Message::new(
        format!("many are counted in the plural: {right}"),
        format!("الكثير يُعد بالجمع: {right}"),
    );
    let fix = Fix::replace(Applicability::Suggested, span, right);
    acc.add(span, message).fixes.push(fix);
}

/// Whether the noun at `word` has another plural than `regular`.
fn has_other_plural(ctx: &Ctx<'_>, word: usize, regular: &str) -> bool {
    ctx.readings
        .of(word)
        .iter()
        .any(|reading| match ctx.glossaries.lexeme(reading) {
            Some(Lexeme::Noun(noun)) => noun.plurals.iter().any(|it| it != regular),
            _ => false,
        })
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn the_unit_takes_the_gender_the_noun_has_not() {
        check(&RULE, "{ثلاثة|ثلاث} شركات {وأربع|وأربعة} أحزاب");
        check(&RULE, "قبل {خمس|خمسة} أشهر، {لثلاثة|لثلاث} سنوات");
        check(&RULE, "{ثلاثة عشرة|ثلاثة عشر} حزبا {وخمس عشر|وخمس عشرة} شركة");
        check(&RULE, "خمسة عشر يوما وثماني سنوات وستة ملايين");
        check(&RULE, "الساعة الثالثة، ثلاث شركات وخمسة أحزاب");
        check(&RULE, "مئة وخمس شركات");
    }

    #[test]
    fn tens_and_hundreds_count_in_the_singular() {
        check(&RULE, "عشرون {أحزاب|حزبا}");
        check(&RULE, "مليون {أحزاب|حزب} وخمسون {شركات|شركة}");
        check(&RULE, "عشرون حزبا ومئة شركة وبضع شركات");
    }
}
