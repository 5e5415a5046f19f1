//! ب, ل and ك by themselves: see [`RULE`].

use super::neighbours::{arabic_after, letters_of, place, stretch};
use crate::{
    arabic::{Clitics, Conjunction, Particle, join, letters},
    diagnostic::{Applicability, Confidence, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// ب, ل or ك with a space before an Arabic word.
    ///
    /// ## Why
    ///
    /// The prepositions of one letter are written onto their word; ل and the article merge (`للحكومة`).
    /// Systems that translate separated tokens leave them alone, with or without a stretching stroke.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// رحب {ب القرار|بالقرار} وقدم {لـ الحكومة|للحكومة} شكره.
    /// ```
    ///
    /// Letters of lists and groups and initials stay alone.
    ///
    /// ```ar
    /// فاز منتخب المجموعة ب أمس، كما ذكرت أ ف ب نقلا عن اللجنة.
    /// ```
    "grammar/detached-preposition" {
        group: Grammar,
        category: Spelling,
        severity: Minor,
        confidence: High,
        ar: "حرف جر منفصل عن الكلمة التي بعده",
        segment: check,
    }
}

/// What a letter after it names one of.
const LETTERED: [&str; 34] = [
    "مجموعة",
    "فئة",
    "خطة",
    "درجة",
    "نوع",
    "قسم",
    "سلسلة",
    "فرقة",
    "مستوى",
    "وثيقة",
    "ملحق",
    "بند",
    "فقرة",
    "صنف",
    "خيار",
    "فريق",
    "باب",
    "مادة",
    "فيروس",
    "كبد",
    "إنفلونزا",
    "طبقة",
    "طراز",
    "جزء",
    "حرف",
    "منتخب",
    "مقعد",
    "بوابة",
    "مبنى",
    "جناح",
    "صالة",
    "فيتامين",
    "رمز",
    "نقطة",
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in ctx.readings.governing() {
        let written = ctx.word(word);
        let stretched = written.ends_with(letters::TATWEEL);
        let Some(clitics) = clitics(written.trim_end_matches(letters::TATWEEL)) else {
            continue;
        };
        let Some(next) = arabic_after(ctx, word, Barrier::Nothing) else {
            continue;
        };
        let (own, after) = (place(ctx, word), place(ctx, next));
        let gap = &ctx.text[own.end()..after.start()];
        let follower = letters_of(ctx, next);
        let most = if stretched { 2 } else { 3 };
        if gap.is_empty() || gap.contains(['\n', '\r']) || follower.chars().count() < most {
            continue;
        }
        if !stretched && (is_label(ctx, word) || clitics.conjunction.is_some()) {
            continue;
        }
        let joined = join(clitics, ctx.word(next), "");
        let message = Message::new(
            format!("“{written}” is written onto the word after it"),
            format!("تتصل «{written}» بالكلمة التي بعدها"),
        );
        let place = stretch(ctx, word, next);
        let finding = acc.add(place, message);
        if !stretched {
            finding.confidence = Confidence::Medium;
        }
        let applicability = if stretched {
            Applicability::Safe
        } else {
            Applicability::Suggested
        };
        finding
            .fixes
            .push(Fix::replace(applicability, place, joined));
    }
}

/// The preposition that `letter` is, with the و or ف before it.
fn clitics(letter: &str) -> Option<Clitics> {
    let (conjunction, letter) = match letter.strip_prefix('و') {
        Some(rest) => (Some(Conjunction::Wa), rest),
        None => (None, letter),
    };
    let particle = match letter {
        "ب" => Particle::Ba,
        "ل" => Particle::La,
        "ك" => Particle::Ka,
        _ => return None,
    };
    Some(Clitics {
        conjunction,
        particle: Some(particle),
        ..Clitics::NONE
    })
}

/// Whether the letter names something: first in its paragraph or bracket, after a short word (an
/// initial), or after what comes in groups.
fn is_label(ctx: &Ctx<'_>, word: usize) -> bool {
    let here = ctx.readings.words[word];
    if word == 0 || here.barrier > Barrier::Nothing {
        return true;
    }
    let before = letters_of(ctx, word - 1);
    let noun = before.trim_start_matches(['و', 'ب', 'ل']);
    let noun = noun.strip_prefix("ال").unwrap_or(noun);
    before.chars().count() <= 2
        || LETTERED
            .iter()
            .any(|it| *it == noun || before.ends_with(it))
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn prepositions_are_joined_and_labels_are_not() {
        check(&RULE, "شكرا {لـ اللجنة|للجنة}");
        check(&RULE, "نظر {ل اتفاق|لاتفاق} جديد");
        check(&RULE, "مرحبا {وبـ القادمين|وبالقادمين}");
        for text in [
            "فيتامين ب المركب",
            "الخطة ب للشركة، التهاب الكبد ب المزمن",
            "ب السؤال الثاني",
            "بيان أ ف ب الأخير",
            "ك روني",
            "قال لـ “الشروق”، و ب 20 دولارا",
        ] {
            check(&RULE, text);
        }
    }
}
