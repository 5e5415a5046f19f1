//! Numbers of an English text: digits, words, magnitudes, percentages, months and days.

use super::words::{English, EnglishKind};
use crate::quantity::{Counting, Quantity};

/// The numbers of a segment, in order.
pub fn numbers(text: &str, english: &English) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < english.tokens.len() {
        if let Some(quantity) = calendar(english, at).or_else(|| number(text, english, at)) {
            at = quantity.tokens.end;
            found.push(quantity);
        } else {
            at += 1;
        }
    }
    found
}

fn calendar(english: &English, at: usize) -> Option<Quantity> {
    if !english.tokens[at].capital {
        return None;
    }
    let fold = english.fold(at);
    let month = MONTHS.iter().position(|it| it.contains(&fold));
    let beside_number = |it: Option<usize>| {
        it.and_then(|it| english.tokens.get(it))
            .is_some_and(|it| it.kind == EnglishKind::Number)
    };
    // `May` and `March` are words, `Mar` and `Dec` names, unless a number stands beside them.
    let sure = fold.len() > 5 || matches!(fold, "april" | "june" | "july");
    let before = at.checked_sub(1).map_or("", |it| english.fold(it));
    let dated = beside_number(at.checked_sub(1))
        || beside_number(Some(at + 1))
        || matches!(
            before,
            "in" | "since" | "until" | "last" | "next" | "by" | "early" | "late"
        );
    let (value, counting) = match month {
        Some(month) if sure || dated => (month + 1, Counting::Month),
        _ => (
            DAYS.iter().position(|it| it.contains(&fold))? + 1,
            Counting::Weekday,
        ),
    };
    Some(Quantity {
        value: f64::from(value as u32),
        counting,
        digits: false,
        tokens: at..at + 1,
    })
}

fn number(text: &str, english: &English, start: usize) -> Option<Quantity> {
    let tokens = &english.tokens;
    let mut at = start;
    let digits = tokens[start].kind == EnglishKind::Number;
    let mut counting = Counting::Things;
    let mut value = if digits {
        at += 1;
        let written = &text[tokens[start].span.range()];
        let value = digits_value(written)?;
        if let Some(suffix) = tokens
            .get(at)
            .filter(|it| !it.spaced && it.kind == EnglishKind::Word)
        {
            match (english.fold(at), suffix.capital) {
                ("st" | "nd" | "rd" | "th", _) => {
                    counting = Counting::Ordinal;
                    at += 1;
                }
                ("m" | "mn", _) => return Some(scaled(value, 1e6, start..at + 1)),
                ("bn" | "b", _) => return Some(scaled(value, 1e9, start..at + 1)),
                ("k", _) => return Some(scaled(value, 1e3, start..at + 1)),
                ("tn", _) => return Some(scaled(value, 1e12, start..at + 1)),
                _ => {}
            }
        }
        value
    } else {
        let (value, ordinal, end) = spelt(english, start)?;
        if ordinal {
            counting = Counting::Ordinal;
        }
        at = end;
        value
    };
    // `3.5 billion`, `2-million`.
    if digits {
        let behind_hyphen = usize::from(is_mark(english, at, '-'));
        let word = at + behind_hyphen;
        if word < tokens.len()
            && let Some((_, scale)) = MAGNITUDES.iter().find(|it| it.0 == english.fold(word))
        {
            value *= scale;
            at = word + 1;
        }
    }
    let percent = is_mark(english, at, '%')
        || (at < tokens.len() && matches!(english.fold(at), "percent" | "percentage" | "pct"))
        || (at + 1 < tokens.len() && english.fold(at) == "per" && english.fold(at + 1) == "cent");
    if percent {
        counting = Counting::Percent;
    }
    Some(Quantity {
        value,
        counting,
        digits,
        tokens: start..at,
    })
}

fn scaled(value: f64, by: f64, tokens: std::ops::Range<usize>) -> Quantity {
    Quantity {
        value: value * by,
        counting: Counting::Things,
        digits: true,
        tokens,
    }
}

fn is_mark(english: &English, at: usize, mark: char) -> bool {
    english
        .tokens
        .get(at)
        .is_some_and(|it| it.kind == EnglishKind::Mark(mark))
}

/// The value of digits with separators; of a time or a date none.
fn digits_value(written: &str) -> Option<f64> {
    if written.contains([':', '/']) || written.matches('.').count() > 1 {
        return None;
    }
    written.replace(',', "").parse().ok()
}

/// A number in words that begins at `start`: its value, whether it tells a place in a row, its end.
fn spelt(english: &English, start: usize) -> Option<(f64, bool, usize)> {
    let (mut total, mut part) = (0.0, 0.0);
    let mut at = start;
    let mut seen = false;
    let mut ordinal = false;
    let article = matches!(english.fold(start), "a" | "an");
    // `half a million`: what the half is of is not worth a guess.
    if start > 0 && english.fold(start - 1) == "half" {
        return None;
    }
    if article {
        // `a dozen`, `a hundred`, `a million`; not `a`.
        let next = if start + 1 < english.tokens.len() {
            english.fold(start + 1)
        } else {
            ""
        };
        if !matches!(
            next,
            "dozen" | "hundred" | "thousand" | "million" | "billion" | "trillion"
        ) {
            return None;
        }
        part = 1.0;
        at += 1;
    }
    while at < english.tokens.len() && !ordinal {
        let token = &english.tokens[at];
        if seen
            && token.kind == EnglishKind::Mark('-')
            && !token.spaced
            && at + 1 < english.tokens.len()
            && small(english.fold(at + 1)).is_some()
        {
            at += 1;
            continue;
        }
        let fold = english.fold(at);
        if let Some((value, is_ordinal)) = small(fold) {
            // `two three` are two numbers.
            if seen && (part % 10.0 > 0.0 || (value >= 10.0 && part % 100.0 > 0.0)) {
                break;
            }
            part += value;
            ordinal = is_ordinal;
        } else if fold == "hundred" && (seen || article) {
            part = part.max(1.0) * 100.0;
        } else if fold == "dozen" {
            part = part.max(1.0) * 12.0;
        } else if let Some((_, scale)) = MAGNITUDES
            .iter()
            .find(|it| it.0 == fold && (seen || article))
        {
            total += part.max(1.0) * scale;
            part = 0.0;
        } else if fold == "and"
            && seen
            && at + 1 < english.tokens.len()
            && small(english.fold(at + 1)).is_some()
            && total + part >= 100.0
        {
            at += 1;
            continue;
        } else {
            break;
        }
        seen = true;
        at += 1;
    }
    // `one` counts less often than it points: "the one", "no one", "one of".
    let value = total + part;
    (seen && (value > 1.0 || ordinal)).then_some((value, ordinal, at))
}

fn small(word: &str) -> Option<(f64, bool)> {
    let cardinal = CARDINALS.iter().find(|it| it.0 == word);
    let ordinal = || ORDINALS.iter().find(|it| it.0 == word);
    match (cardinal, ordinal()) {
        (Some(it), _) => Some((it.1, false)),
        (None, Some(it)) => Some((it.1, true)),
        (None, None) => None,
    }
}

const MAGNITUDES: [(&str, f64); 9] = [
    ("thousand", 1e3),
    ("million", 1e6),
    ("millions", 1e6),
    ("billion", 1e9),
    ("billions", 1e9),
    ("trillion", 1e12),
    ("bn", 1e9),
    ("mn", 1e6),
    ("hundred", 1e2),
];

const CARDINALS: [(&str, f64); 27] = [
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

const ORDINALS: [(&str, f64); 10] = [
    ("third", 3.0),
    ("fourth", 4.0),
    ("fifth", 5.0),
    ("sixth", 6.0),
    ("seventh", 7.0),
    ("eighth", 8.0),
    ("ninth", 9.0),
    ("tenth", 10.0),
    ("eleventh", 11.0),
    ("twelfth", 12.0),
];

const MONTHS: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

const DAYS: [&[&str]; 7] = [
    &["sunday"],
    &["monday"],
    &["tuesday"],
    &["wednesday"],
    &["thursday"],
    &["friday"],
    &["saturday"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[(f64, Counting)]) {
        let english = English::scan(text);
        let found: Vec<(f64, Counting)> = numbers(text, &english)
            .iter()
            .map(|it| (it.value, it.counting))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        use Counting::{Month, Ordinal, Percent, Things, Weekday};
        check(
            "3.5 billion dollars, $1,200, 20m",
            &[(3.5e9, Things), (1200.0, Things), (2e7, Things)],
        );
        check(
            "twenty-five percent and a dozen",
            &[(25.0, Percent), (12.0, Things)],
        );
        check("two hundred and six thousand", &[(206_000.0, Things)]);
        check(
            "on Friday, March 3, the 5th",
            &[(6.0, Weekday), (3.0, Month), (3.0, Things), (5.0, Ordinal)],
        );
        check("He may march on in March; one of them", &[(3.0, Month)]);
        check("half a million, several hundred", &[]);
    }
}
