//! The g of foreign names by one letter and another: see [`RULE`].

use super::super::practice::{Use, report};
use crate::{
    diagnostic::{Applicability, Fix},
    glossary::NameMatch,
    rule::{Ctx, DocumentCtx, Findings, rule},
    style::LetterForG,
};

rule! {
    /// The g of foreign names now written `غ` and now `ج`, or not as the house style has it.
    ///
    /// ## Why
    ///
    /// The Levant and most agencies write `غوتيريش`, Egypt writes `جوتيريش`. An article keeps to one. Only
    /// names that the glossaries know in both spellings count. A house may say which it wants in
    /// `style: {letter-for-g: …}`.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصل أنطونيو غوتيريش إلى واشنطن وزار الكونغرس ثم {البنتاجون|البنتاغون}.
    /// ```
    ///
    /// ```ar
    /// وصل أنطونيو جوتيريش إلى واشنطن وزار الكونجرس.
    /// ```
    "names/letter-for-g" {
        group: Names,
        category: Spelling,
        severity: Neutral,
        confidence: High,
        ar: "حرف g في الأسماء الأجنبية غين تارة وجيم تارة",
        document: check,
    }
}

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let Some(first) = ctx.segments.first() else {
        return;
    };
    let mut uses = Vec::new();
    let mut others = Vec::new();
    for (segment, it) in ctx.segments.iter().enumerate() {
        for name in it.names {
            let Some(found) = letter(it, name) else {
                continue;
            };
            uses.push(Use {
                practice: found.practice,
                segment,
                span: it.readings.words[found.word].span,
            });
            others.push(found.other);
        }
    }
    let other = |it: &Use<LetterForG>| {
        let same = |of: &Use<LetterForG>| of.segment == it.segment && of.span == it.span;
        uses.iter().position(same).map(|at| others[at].clone())
    };
    report(ctx, acc, &uses, first.style.letter_for_g, |it, _| {
        Some(Fix::replace(Applicability::Suggested, it.span, other(it)?))
    });
}

/// A word of a name whose g is written with a letter of choice.
struct Written {
    practice: LetterForG,
    word: usize,
    /// The word with the other letter.
    other: String,
}

/// The first word of `name` that its entry knows with the other letter as well.
fn letter(ctx: &Ctx<'_>, name: &NameMatch) -> Option<Written> {
    let entry = ctx.glossaries.name(name.entry)?;
    // An acronym may be spelt like a word: إيجاد is IGAD and “finding”.
    let acronym = |it: &String| it.chars().all(|it| it.is_ascii_uppercase());
    if entry.latin.first().is_some_and(acronym) {
        return None;
    }
    let spellings = &entry.arabic;
    for spelling in spellings.iter().filter(|it| it.contains(['غ', 'ج'])) {
        let Some(twin) = spellings.iter().find(|it| is_twin(it, spelling)) else {
            continue;
        };
        // A surname stands for the whole name: compare from the end.
        let pairs = spelling.split(' ').rev().zip(twin.split(' ').rev());
        for (word, (part, other)) in name.words.clone().rev().zip(pairs) {
            let Some(clitics) = ctx.word(word).strip_suffix(part).filter(|_| part != other) else {
                continue;
            };
            let differs = part.chars().zip(other.chars()).find(|(a, b)| a != b)?;
            return Some(Written {
                practice: match differs.0 {
                    'غ' => LetterForG::Ghain,
                    _ => LetterForG::Jeem,
                },
                word,
                other: format!("{clitics}{other}"),
            });
        }
    }
    None
}

/// Whether two spellings differ in nothing but these letters.
fn is_twin(a: &str, b: &str) -> bool {
    let same = |(a, b): (char, char)| a == b || matches!((a, b), ('غ', 'ج') | ('ج', 'غ'));
    a != b && a.chars().count() == b.chars().count() && a.chars().zip(b.chars()).all(same)
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check_in, RULE};
    use crate::style::{LetterForG, Style};

    #[test]
    fn the_house_decides() {
        let style = Style {
            letter_for_g: LetterForG::Jeem,
            ..Style::default()
        };
        check_in(
            &RULE,
            &style,
            "في {الكونغرس|الكونجرس} {والبنتاغون|والبنتاجون}",
        );
        check_in(&RULE, &style, "في الكونجرس مع بغداد");
        let ghain = Style {
            letter_for_g: LetterForG::Ghain,
            ..Style::default()
        };
        check_in(&RULE, &ghain, "من أجل إيجاد حل");
    }
}
