//! Numbers of an Arabic text: digits of every system, words in any gender and case, magnitudes, duals,
//! percentages, months of both calendars of names, days.

use super::words::{TokenKind, Words, digit_value};
use crate::quantity::{Counting, Quantity, same};

/// The numbers of a segment, in order. A dual (`عامين`) is none: see [`is_dual`].
pub fn numbers(text: &str, words: &Words) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.tokens.len() {
        if let Some(quantity) = calendar(words, at).or_else(|| number(text, words, at)) {
            at = quantity.tokens.end;
            found.push(quantity);
        } else {
            at += 1;
        }
    }
    found
}

/// Whether a folded word may be a noun in the dual: `عامين`, `المليونان`.
pub fn is_dual(fold: &str) -> bool {
    let stem = fold.strip_suffix("ين").or_else(|| fold.strip_suffix("ان"));
    // Before another noun the dual ends in ا or ي: `عاما الحرب`; too many words do.
    stem.is_some_and(|it| it.chars().count() >= 2)
        || fold.ends_with("تا") && fold.chars().count() > 4
        || fold.ends_with("تي") && fold.chars().count() > 4
}

fn calendar(words: &Words, at: usize) -> Option<Quantity> {
    let fold = bare(words.fold(&words.tokens[at]));
    let position = |table: &[&[&str]]| table.iter().position(|it| it.contains(&fold));
    let next = words.tokens.get(at + 1).map_or("", |it| words.fold(it));
    let two = TWO_WORD_MONTHS
        .iter()
        .find(|it| it.0 == fold && it.1 == next);
    let (value, counting, end) = if let Some((_, _, month)) = two {
        (*month, Counting::Month, at + 2)
    } else if let Some(month) = position(&MONTHS) {
        (month + 1, Counting::Month, at + 1)
    } else {
        let day = position(&DAYS)?;
        (day + 1, Counting::Weekday, at + 1)
    };
    Some(Quantity {
        value: f64::from(value as u32),
        counting,
        digits: false,
        tokens: at..end,
    })
}

fn number(text: &str, words: &Words, start: usize) -> Option<Quantity> {
    let token = &words.tokens[start];
    let digits = token.kind == TokenKind::Number;
    let (mut value, ordinal, mut at) = if digits {
        (digits_value(&text[token.span.range()])?, false, start + 1)
    } else {
        spelt(words, start)?
    };
    if digits
        && let Some((scale, _)) = words
            .tokens
            .get(at)
            .and_then(|it| magnitude(bare(words.fold(it))))
    {
        value *= scale;
        at += 1;
    }
    let before = start.checked_sub(1).map(|it| words.tokens[it].kind);
    let behind_sign = digits && matches!(before, Some(TokenKind::Mark('%' | '٪')));
    let sign = percent_sign(words, at);
    at += sign;
    let percent = sign > 0 || behind_sign;
    let counting = match (percent, ordinal) {
        (true, _) => Counting::Percent,
        (false, true) => Counting::Ordinal,
        (false, false) => Counting::Things,
    };
    Some(Quantity {
        value,
        counting,
        digits,
        tokens: start..at,
    })
}

/// How many tokens at this place say “percent”: `%`, `بالمئة`, `في المئة`.
fn percent_sign(words: &Words, at: usize) -> usize {
    let fold = |at: usize| words.tokens.get(at).map_or("", |it| words.fold(it));
    let kind = words.tokens.get(at).map(|it| it.kind);
    if matches!(kind, Some(TokenKind::Mark('%' | '٪'))) || matches!(fold(at), "بالميه" | "بالمايه")
    {
        1
    } else if fold(at) == "في" && is_hundred(fold(at + 1)) {
        2
    } else {
        0
    }
}

fn digits_value(written: &str) -> Option<f64> {
    if written.contains([':', '/']) {
        return None;
    }
    // `1.234.567` groups by stops; `3.5` and `3,5` do not, `1,234` does.
    let separators: Vec<char> = written
        .chars()
        .filter(|it| digit_value(*it).is_none())
        .collect();
    let grouped = |mark: char| {
        let mut parts = written.split(mark);
        let first = parts.next().map_or(0, |it| it.chars().count());
        first <= 3
            && parts.all(|it| it.chars().filter(|it| digit_value(*it).is_some()).count() == 3)
    };
    let mut plain = String::new();
    for c in written.chars() {
        match (c, digit_value(c)) {
            (_, Some(value)) => plain.push(char::from_digit(value, 10)?),
            ('٬', _) => {}
            (',', _) if separators.iter().filter(|it| **it == ',').count() > 1 || grouped(',') => {}
            ('.', _) if separators.iter().filter(|it| **it == '.').count() > 1 => {}
            _ => plain.push('.'),
        }
    }
    plain.parse().ok()
}

/// A number in words that begins at `start`: its value, whether it tells a place, its end.
fn spelt(words: &Words, start: usize) -> Option<(f64, bool, usize)> {
    let (mut total, mut part) = (0.0, 0.0);
    let mut at = start;
    let mut ordinal = false;
    while let Some(token) = words
        .tokens
        .get(at)
        .filter(|it| it.kind == TokenKind::Arabic)
    {
        let whole = words.fold(token);
        // و joins the parts: `مئة وخمسة وعشرون`.
        let joined = whole
            .strip_prefix('و')
            .filter(|it| at > start && value_of(it).is_some());
        if at > start && joined.is_none() && magnitude(whole).is_none() && !follows(whole) {
            break;
        }
        let word = joined.unwrap_or_else(|| bare(whole));
        if let Some((scale, count)) = magnitude(word) {
            let plain = at == start;
            // `الملايين` by themselves are no number.
            if plain
                && word.starts_with(['ا', 'م'])
                && matches!(word, "الاف" | "ملايين" | "مليارات" | "الوف" | "ميات")
            {
                return None;
            }
            if joined.is_some() && total <= 0.0 && part > 0.0 && part < 100.0 {
                break;
            }
            total += if part > 0.0 {
                part * scale
            } else {
                count * scale
            };
            part = 0.0;
        } else if let Some((value, is_ordinal)) = value_of(word) {
            if joined.is_none()
                && at > start
                && part > 0.0
                && !same(value, 10.0)
                && !same(value, 100.0)
            {
                break;
            }
            // Of two numbers joined by و (`خمسة وستة`) the second begins anew.
            if joined.is_some()
                && part % 100.0 > 0.0
                && !(part % 100.0 < 10.0 && (20.0..100.0).contains(&value))
            {
                break;
            }
            if value >= 100.0 && part > 0.0 && part < 10.0 && joined.is_none() {
                part *= value;
            } else {
                part += value;
            }
            ordinal = is_ordinal;
        } else {
            break;
        }
        at += 1;
    }
    let value = total + part;
    (at > start && value > 1.0).then_some((value, ordinal, at))
}

/// A word that goes on with a number without و: `خمسة عشر`, `ثلاث مئة`.
fn follows(word: &str) -> bool {
    matches!(word, "عشر" | "عشره") || is_hundred(word)
}

fn is_hundred(word: &str) -> bool {
    matches!(word, "ميه" | "مايه" | "الميه" | "المايه")
}

/// What stands behind ب ل ال and the like, where that leaves a word of numbers.
fn bare(fold: &str) -> &str {
    for proclitic in ["وال", "بال", "لل", "ال", "و", "ب", "ل", "ف", "ك"] {
        if let Some(rest) = fold.strip_prefix(proclitic)
            && rest.chars().count() > 2
            && (value_of(rest).is_some() || magnitude(rest).is_some() || is_calendar(rest))
        {
            return rest;
        }
    }
    // للجمعة is ل + الجمعة.
    fold
}

fn is_calendar(word: &str) -> bool {
    MONTHS.iter().chain(&DAYS).any(|it| it.contains(&word))
        || TWO_WORD_MONTHS.iter().any(|it| it.0 == word)
}

/// The scale of a word of magnitude, and how many of them it means by itself.
fn magnitude(word: &str) -> Option<(f64, f64)> {
    let found = MAGNITUDES.iter().find(|it| it.1.contains(&word));
    if let Some((scale, _)) = found {
        return Some((*scale, 1.0));
    }
    MAGNITUDES
        .iter()
        .find(|(_, forms)| {
            let stem = word
                .strip_suffix("ين")
                .or_else(|| word.strip_suffix("ان"))
                .or_else(|| word.strip_suffix('ا'))
                .or_else(|| word.strip_suffix('ي'));
            stem == Some(forms[0])
        })
        .map(|(scale, _)| (*scale, if word.ends_with('ا') { 1.0 } else { 2.0 }))
}

fn value_of(word: &str) -> Option<(f64, bool)> {
    if let Some((value, _)) = CARDINALS.iter().find(|it| it.1.contains(&word)) {
        return Some((*value, false));
    }
    // خمسمئة, ثلاثمائة
    for hundred in ["ميه", "مايه"] {
        if let Some(stem) = word.strip_suffix(hundred).filter(|it| !it.is_empty()) {
            let (value, _) = CARDINALS[..9].iter().find(|it| it.1.contains(&stem))?;
            return Some((value * 100.0, false));
        }
    }
    ORDINALS
        .iter()
        .find(|it| it.1.contains(&word))
        .map(|it| (it.0, true))
}

const MAGNITUDES: [(f64, &[&str]); 5] = [
    (1e3, &["الف", "الاف", "الفا", "الوف"]),
    (1e6, &["مليون", "ملايين", "مليونا"]),
    (1e9, &["مليار", "مليارات", "بليون", "بلايين"]),
    (1e12, &["تريليون", "تريليونات", "ترليون"]),
    (1e2, &["ميات"]),
];

/// By their folds.
const CARDINALS: [(f64, &[&str]); 20] = [
    (
        2.0,
        &[
            "اثنان",
            "اثنين",
            "اثنتان",
            "اثنتين",
            "اثنا",
            "اثني",
            "اثنتا",
            "اثنتي",
        ],
    ),
    (3.0, &["ثلاث", "ثلاثه"]),
    (4.0, &["اربع", "اربعه"]),
    (5.0, &["خمس", "خمسه"]),
    (6.0, &["ست", "سته"]),
    (7.0, &["سبع", "سبعه"]),
    (8.0, &["ثمان", "ثماني", "ثمانيه"]),
    (9.0, &["تسع", "تسعه"]),
    (10.0, &["عشر", "عشره"]),
    (20.0, &["عشرون", "عشرين"]),
    (30.0, &["ثلاثون", "ثلاثين"]),
    (40.0, &["اربعون", "اربعين"]),
    (50.0, &["خمسون", "خمسين"]),
    (60.0, &["ستون", "ستين"]),
    (70.0, &["سبعون", "سبعين"]),
    (80.0, &["ثمانون", "ثمانين"]),
    (90.0, &["تسعون", "تسعين"]),
    (100.0, &["ميه", "مايه"]),
    (
        200.0,
        &["ميتان", "ميتين", "مايتان", "مايتين", "ميتا", "ميتي"],
    ),
    (12.0, &["دزينه"]),
];

const ORDINALS: [(f64, &[&str]); 9] = [
    (2.0, &["ثاني", "ثانيه"]),
    (3.0, &["ثالث", "ثالثه"]),
    (4.0, &["رابع", "رابعه"]),
    (5.0, &["خامس", "خامسه"]),
    (6.0, &["سادس", "سادسه"]),
    (7.0, &["سابع", "سابعه"]),
    (8.0, &["ثامن", "ثامنه"]),
    (9.0, &["تاسع", "تاسعه"]),
    (10.0, &["عاشر", "عاشره"]),
];

const MONTHS: [&[&str]; 12] = [
    &["يناير"],
    &["فبراير", "شباط"],
    &["مارس", "اذار"],
    &["ابريل", "نيسان"],
    &["مايو", "ايار"],
    &["يونيو", "يونيه", "حزيران"],
    &["يوليو", "يوليه", "تموز"],
    &["اغسطس"],
    &["سبتمبر", "ايلول"],
    &["اكتوبر"],
    &["نوفمبر"],
    &["ديسمبر"],
];

const TWO_WORD_MONTHS: [(&str, &str, usize); 4] = [
    ("كانون", "الثاني", 1),
    ("تشرين", "الاول", 10),
    ("تشرين", "الثاني", 11),
    ("كانون", "الاول", 12),
];

const DAYS: [&[&str]; 7] = [
    &["الاحد"],
    &["الاثنين", "الاثنان"],
    &["الثلاثاء"],
    &["الاربعاء"],
    &["الخميس"],
    &["الجمعه"],
    &["السبت"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[(f64, Counting)]) {
        let words = Words::scan(text);
        let found: Vec<(f64, Counting)> = numbers(text, &words)
            .iter()
            .map(|it| (it.value, it.counting))
            .collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        use Counting::{Month, Ordinal, Percent, Things, Weekday};
        check(
            "٣٫٥ مليار دولار و1,200",
            &[(3.5e9, Things), (1200.0, Things)],
        );
        check("خمسة وعشرين بالمئة", &[(25.0, Percent)]);
        check("مئتان وستة آلاف", &[(206_000.0, Things)]);
        check("ثلاثمائة ألف جندي", &[(300_000.0, Things)]);
        check("خمسة عشر يوما", &[(15.0, Things)]);
        check("مليونا شخص، مليوني شخص", &[(1e6, Things), (2e6, Things)]);
        check(
            "يوم الجمعة 3 كانون الثاني",
            &[(6.0, Weekday), (3.0, Things), (1.0, Month)],
        );
        check("المرتبة الثالثة في مارس", &[(3.0, Ordinal), (3.0, Month)]);
        check("ملايين الأشخاص وآلاف البيوت", &[]);
        check("15 في المائة، 20%", &[(15.0, Percent), (20.0, Percent)]);
    }
}
