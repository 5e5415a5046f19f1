//! Letters that cannot stand where they stand: see [`RULE`].

use super::neighbours::{letters_of, place, without_conjunction};
use crate::{
    arabic::{Pronoun, is_frequent, listed_nouns},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A word with letters that no Arabic word has in that place.
    ///
    /// ## Why
    ///
    /// ة and ى stand at the end of a word: behind them a space is missing, or a pronoun was put on
    /// without making them ت and ا. ال is written once, and a word with ال takes no pronoun.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// أعلنت {الحكومةالجديدة|الحكومة الجديدة} أن {محكمةها|محكمتها} في {الالقاهرة|القاهرة} ترفض {الخطتها|خطتها}.
    /// ```
    ///
    /// ```ar
    /// أعلنت الحكومة الجديدة أن محكمتها في القاهرة ترفض خطتها، وأن الأهداف التهمتها النيران.
    /// ```
    "grammar/impossible-letters" {
        group: Grammar,
        category: Spelling,
        severity: Minor,
        confidence: High,
        ar: "حروف لا تجتمع هكذا في كلمة",
        segment: check,
    }
}

/// The most letters of a word that one space parts from another.
const LONGEST: usize = 13;

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in 0..ctx.readings.words.len() {
        if !ctx.readings.words[word].arabic || ctx.readings.words[word].signed {
            continue;
        }
        let letters = letters_of(ctx, word);
        let right = behind_ending(&letters)
            .or_else(|| two_articles(&letters))
            .or_else(|| article_and_pronoun(&letters));
        let Some(right) = right else {
            continue;
        };
        let message = Message::fixed("no Arabic word is spelt so", "لا تُكتب كلمة عربية هكذا");
        let finding = acc.add(place(ctx, word), message);
        // A whole sentence without spaces is not mended by one.
        if right.split(' ').all(|it| it.chars().count() <= LONGEST) {
            let fix = Fix::replace(Applicability::Suggested, place(ctx, word), right);
            finding.fixes.push(fix);
        }
    }
}

/// ة inside a word: a pronoun follows, or another word. ى is left to speech and names, but for علىه.
fn behind_ending(letters: &str) -> Option<String> {
    for particle in ["على", "إلى", "لدى"] {
        if let Some(pronoun) = without_conjunction(letters).strip_prefix(particle)
            && Pronoun::of(pronoun).is_some()
        {
            let head = letters.strip_suffix(pronoun)?.strip_suffix('ى')?;
            return Some(format!("{head}ي{pronoun}"));
        }
    }
    let (before, behind) = letters.split_once('ة')?;
    if behind.is_empty() || before.chars().count() < 2 {
        return None;
    }
    let pronoun = Pronoun::of(behind).is_some();
    Some(if pronoun && !before.contains("ال") {
        format!("{before}ت{behind}")
    } else if behind.chars().count() >= 2 {
        format!("{before}ة {behind}")
    } else {
        return None;
    })
}

/// ال twice: `الالحكومة`, where the rest is a noun.
fn two_articles(letters: &str) -> Option<String> {
    let core = without_conjunction(letters);
    let core = core.strip_prefix(['ب', 'ك']).unwrap_or(core);
    let stem = core.strip_prefix("الال")?;
    let head = &letters[..letters.len() - core.len()];
    let noun = !listed_nouns(stem).is_empty() || !listed_nouns(&format!("ال{stem}")).is_empty();
    let place = matches!(stem, "قاهرة" | "رياض" | "عراق" | "أردن" | "هند" | "صين");
    (noun || place).then(|| format!("{head}ال{stem}"))
}

/// ال before a noun with a pronoun: `الحكومتها`.
fn article_and_pronoun(letters: &str) -> Option<String> {
    let core = without_conjunction(letters);
    let core = core.strip_prefix(['ب', 'ك']).unwrap_or(core);
    let stem = core.strip_prefix("ال")?;
    let ending = ["تهما", "تها", "تهم", "تنا"]
        .into_iter()
        .find(|it| stem.ends_with(it))?;
    let noun = format!("{}ة", stem.strip_suffix(ending)?);
    let head = &letters[..letters.len() - core.len()];
    // التهمتها, she devoured it: behind ال and ت a verb is as likely.
    let known = !listed_nouns(&noun).is_empty() || is_frequent(&noun) && is_frequent(stem);
    (known && !stem.starts_with('ت') && !is_frequent(core)).then(|| format!("{head}{stem}"))
}
