//! English abbreviations of titles left in the text: see [`RULE`].

use super::neighbours::{arabic_after, is_arabic, letters_of};
use crate::{
    arabic::{Gender, TokenKind},
    diagnostic::{Applicability, Fix, Message},
    glossary::NameType,
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// An English abbreviation of a title before a name: `Rep.`, `Sen.`, or its letters in Arabic.
    ///
    /// ## Why
    ///
    /// Systems that do not know the abbreviation copy it, spell it out in Arabic letters (`سين.`) or
    /// translate it by a wrong word with the full stop still on it (`مندوب.`), which then reads as the
    /// end of the sentence.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// قال {Sen.|السيناتور} بيرني ساندرز إن {سين.|السيناتورة} إليزابيث وارن توافقه.
    /// ```
    ///
    /// ```ar
    /// قال السيناتور بيرني ساندرز إنه كان مجرد مندوب. ثم سكت.
    /// ```
    "grammar/title-remains" {
        group: Grammar,
        category: Untranslated,
        severity: Major,
        confidence: High,
        ar: "اختصار إنجليزي للقب",
        segment: check,
    }
}

/// The abbreviation in Latin letters, folded, and the title for a man and for a woman.
const LATIN: [(&str, &str, &str); 15] = [
    ("rep", "النائب", "النائبة"),
    ("sen", "السيناتور", "السيناتورة"),
    ("gov", "الحاكم", "الحاكمة"),
    ("mr", "السيد", "السيدة"),
    ("mrs", "السيدة", "السيدة"),
    ("ms", "السيدة", "السيدة"),
    ("dr", "الدكتور", "الدكتورة"),
    ("prof", "الأستاذ", "الأستاذة"),
    ("gen", "الجنرال", "الجنرال"),
    ("col", "العقيد", "العقيد"),
    ("lt", "الملازم", "الملازم"),
    ("sgt", "الرقيب", "الرقيبة"),
    ("capt", "النقيب", "النقيب"),
    ("maj", "الرائد", "الرائد"),
    ("rev", "القس", "القسيسة"),
];

/// The same in Arabic letters, always with a full stop.
const ARABIC: [(&str, &str, &str); 6] = [
    ("سين", "السيناتور", "السيناتورة"),
    ("ريب", "النائب", "النائبة"),
    ("مندوب", "النائب", "النائبة"),
    ("جوف", "الحاكم", "الحاكمة"),
    ("غوف", "الحاكم", "الحاكمة"),
    ("السيناتور", "السيناتور", "السيناتورة"),
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    for (word, at) in ctx.readings.words.iter().enumerate() {
        let token = at.token as usize;
        let stop = tokens
            .get(token + 1)
            .filter(|it| it.kind == TokenKind::Mark('.') && !it.spaced);
        let known = match tokens[token].kind {
            TokenKind::Latin => LATIN.iter().find(|it| it.0 == ctx.fold(word)),
            TokenKind::Arabic if stop.is_some() && stands_before_a_name(ctx, word) => {
                let letters = letters_of(ctx, word);
                ARABIC.iter().find(|it| it.0 == letters)
            }
            _ => None,
        };
        let Some((_, masculine, feminine)) = known else {
            continue;
        };
        // Without its stop (`Sen`, `Gen`) it may be a word or a name, but Mr and Dr are no names;
        // in Latin letters it is reported before Arabic only: a Latin phrase is another fault.
        let titles = matches!(ctx.fold(word), "mr" | "mrs" | "ms" | "dr");
        if tokens[token].kind == TokenKind::Latin
            && ((stop.is_none() && !titles) || arabic_after(ctx, word, Barrier::Stop).is_none())
        {
            continue;
        }
        let end = stop.map_or(at.span, |it| it.span);
        let span = Span::new(at.span.start()..end.end());
        let message = Message::new(
            format!(
                "“{}” is an English abbreviation of “{masculine}”",
                ctx.at(span)
            ),
            format!("«{}» اختصار إنجليزي معناه «{masculine}»", ctx.at(span)),
        );
        let title = match gender_of_name(ctx, word + 1) {
            Some(Gender::Feminine) => feminine,
            _ => masculine,
        };
        let fix = Fix::replace(Applicability::Suggested, span, *title);
        acc.add(span, message).fixes.push(fix);
    }
}

/// Whether the Arabic word cannot be the last of its sentence: it begins one or follows a verb of
/// saying, or the name of a person comes next.
fn stands_before_a_name(ctx: &Ctx<'_>, word: usize) -> bool {
    let next = word + 1;
    let follows = ctx
        .readings
        .words
        .get(next)
        .is_some_and(|_| is_arabic(ctx, next) && is_person(ctx, next));
    let opens = word.checked_sub(1).is_none_or(|before| {
        let said = [
            "قال",
            "قالت",
            "وقال",
            "وقالت",
            "أضاف",
            "وأضاف",
            "إن",
            "أن",
            "و",
        ];
        ctx.readings.words[word].barrier == Barrier::Stop
            || said.contains(&&*letters_of(ctx, before))
    });
    follows && opens
}

fn is_person(ctx: &Ctx<'_>, word: usize) -> bool {
    ctx.names_at(word).iter().any(|it| {
        let name = ctx.glossaries.name(it.entry);
        name.is_some_and(|it| it.r#type == NameType::Person)
    })
}

fn gender_of_name(ctx: &Ctx<'_>, word: usize) -> Option<Gender> {
    let named = ctx.names_at(word).iter();
    named
        .filter(|it| it.full)
        .filter_map(|it| ctx.glossaries.name(it.entry))
        .find_map(|it| it.gender)
}
