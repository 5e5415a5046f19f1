//! The g of foreign names by one letter and another: see [`RULE`].

use super::super::practice::{Use, report};
use crate::{
    arabic::folded,
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
    for (segment, it) in ctx.segments.iter().enumerate() {
        for name in it.names {
            let Some((practice, word)) = letter(it, name) else {
                continue;
            };
            uses.push(Use {
                practice,
                segment,
                span: it.readings.words[word].span,
            });
        }
    }
    report(ctx, acc, &uses, first.style.letter_for_g, |it, wanted| {
        let word = ctx.segments[it.segment].at(it.span);
        let (old, new) = match wanted {
            LetterForG::Jeem => ('غ', 'ج'),
            LetterForG::Ghain | LetterForG::Any => ('ج', 'غ'),
        };
        let other = word.replace(old, new.encode_utf8(&mut [0; 4]));
        Some(Fix::replace(Applicability::Suggested, it.span, other))
    });
}

/// The letter that `name` is written with, and the word with it, where its entry knows the name with
/// the other letter as well and no other word of it differs.
fn letter(ctx: &Ctx<'_>, name: &NameMatch) -> Option<(LetterForG, usize)> {
    let entry = ctx.glossaries.name(name.entry)?;
    let spellings = &entry.arabic;
    let words = name.words.clone();
    for spelling in spellings.iter().filter(|it| it.contains(['غ', 'ج'])) {
        let Some(twin) = spellings.iter().find(|it| is_twin(it, spelling)) else {
            continue;
        };
        // A surname stands for the whole name: compare from the end.
        let pairs = spelling.split(' ').rev().zip(twin.split(' ').rev());
        for (at, (part, other)) in words.clone().rev().zip(pairs) {
            if part == other || !ctx.fold(at).ends_with(&folded(part)) {
                continue;
            }
            let differs = part.chars().zip(other.chars()).find(|(a, b)| a != b)?;
            let practice = match differs.0 {
                'غ' => LetterForG::Ghain,
                _ => LetterForG::Jeem,
            };
            // A name with both letters cannot be turned letter by letter.
            let both = part.contains('غ') && part.contains('ج');
            return (!both).then_some((practice, at));
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
    }
}
