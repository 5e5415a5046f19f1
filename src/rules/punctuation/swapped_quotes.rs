//! A closing quotation mark where the opening one belongs: see [`RULE`].

use crate::{
    arabic::{Token, TokenKind, bare, particle},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// Quotation marks the wrong way round: the words outside are quoted, those inside are not.
    ///
    /// ## Why
    ///
    /// Around a short quotation inside a longer one, systems write the closing mark first: it clings
    /// to the word before, and the opening one to the word after.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// كان لا يقول{” لا “| “لا” }صريحة، بل يماطل.
    /// وأضاف: “هذا الرجل لا يقول{” نعم “| “نعم” }أبدا، لكنه يعد بكل شيء”.
    /// ```
    ///
    /// Between two quotations the marks stand in the same way, but there each one is quoted.
    ///
    /// ```ar
    /// وصف اللقاء بأنه “جيد جدا” أو “ممتاز”، ولم يكن “انتقادا” لا “هجوما”.
    /// ```
    "punctuation/swapped-quotes" {
        group: Punctuation,
        category: Punctuation,
        severity: Major,
        confidence: High,
        ar: "علامتا اقتباس معكوستان",
        segment: check,
    }
}

/// Words that announce a quotation or need a word after them: none ends one. Particles, which do
/// not either, are known to [`particle`].
const ANNOUNCING: [&str; 42] = [
    "يقول",
    "تقول",
    "نقول",
    "أقول",
    "قال",
    "قالت",
    "قالوا",
    "يقولون",
    "يقل",
    "تقل",
    "قول",
    "بقول",
    "كلمة",
    "كلمتي",
    "عبارة",
    "مصطلح",
    "لفظ",
    "لفظة",
    "لقب",
    "شعار",
    "يسمى",
    "تسمى",
    "يدعى",
    "تدعى",
    "يسمونه",
    "يسمونها",
    "يسميه",
    "يسميها",
    "اسم",
    "باسم",
    "بعنوان",
    "بكلمة",
    "بعبارة",
    "بلقب",
    "بأنه",
    "بأنها",
    "أنه",
    "أنها",
    "ليست",
    "كانت",
    "مجرد",
    "غير",
];

/// Particles that a quotation may end with.
const MAY_END: [&str; 30] = [
    "لا",
    "ما",
    "هذا",
    "هذه",
    "ذلك",
    "تلك",
    "هنا",
    "هناك",
    "الآن",
    "هو",
    "هي",
    "هم",
    "هما",
    "هن",
    "أنا",
    "نحن",
    "أنت",
    "أنتم",
    "بعد",
    "قبل",
    "فوق",
    "تحت",
    "خلف",
    "وراء",
    "أمام",
    "دون",
    "كيف",
    "متى",
    "أين",
    "لماذا",
];

/// A quotation of more words is no word quoted inside a quotation.
const MOST_WORDS: usize = 4;

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for marks in [['“', '”'], ['«', '»'], ['"', '"']] {
        report(ctx, acc, marks);
    }
}

fn report(ctx: &Ctx<'_>, acc: &mut Findings<'_>, [open, close]: [char; 2]) {
    let tokens = &ctx.words.tokens;
    let places: Vec<usize> = (0..tokens.len())
        .filter(|it| {
            [open, close]
                .map(TokenKind::Mark)
                .contains(&tokens[*it].kind)
        })
        .collect();
    for (number, pair) in places.windows(2).enumerate() {
        let &[first, second] = pair else {
            continue;
        };
        let turned = tokens[first].kind == TokenKind::Mark(close)
            && tokens[second].kind == TokenKind::Mark(open)
            && clings_backward(tokens, first)
            && clings_forward(tokens, second);
        let words = first + 1..second;
        if !turned
            || words.is_empty()
            || words.len() > MOST_WORDS
            || !words.clone().all(|it| is_word(&tokens[it]))
        {
            continue;
        }
        // In a quotation of one word any word may stand: `“في” أو “من”`.
        let longer = first >= 2 && is_word(&tokens[first - 2]);
        let announced = longer && announces(&bare(ctx.token(&tokens[first - 1])));
        // The only two of the paragraph: no reading makes them the ends of two quotations, unless
        // those go on in the paragraphs before and after; then a verb of saying stands between.
        let alone = places.len() == 2 && open != close && number == 0;
        let speaks = words.clone().any(|it| {
            let word = bare(ctx.token(&tokens[it]));
            let word = word.trim_start_matches('و');
            SPEAKING.contains(&word)
        });
        if speaks || !(announced || (alone && words.len() <= 2)) {
            continue;
        }
        let quoted = Span::<crate::text::InSegment>::new(
            tokens[words.start].span.start()..tokens[words.end - 1].span.end(),
        );
        let span = tokens[first].span.cover(Span::new(
            tokens[second].span.start()..tokens[second + 1].span.start(),
        ));
        let message = Message::new(
            format!(
                "the quotation marks are the wrong way round: {open}{}{close}",
                ctx.at(quoted)
            ),
            format!("علامتا الاقتباس معكوستان: {open}{}{close}", ctx.at(quoted)),
        );
        let mended = format!(" {open}{}{close} ", ctx.at(quoted));
        let fix = Fix::replace(Applicability::Suggested, span, mended);
        acc.add(span, message).fixes.push(fix);
    }
}

/// Verbs that part two halves of one speech.
const SPEAKING: [&str; 16] = [
    "قال",
    "قالت",
    "قالوا",
    "يقول",
    "تقول",
    "أضاف",
    "أضافت",
    "أكد",
    "أكدت",
    "تابع",
    "تابعت",
    "أوضح",
    "أوضحت",
    "صرح",
    "صرحت",
    "كتب",
];

/// Whether `word`, by itself or behind و or ف, cannot be the last of a quotation.
fn announces(word: &str) -> bool {
    let behind = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    [word, behind]
        .iter()
        .any(|it| ANNOUNCING.contains(it) || (particle(it).is_some() && !MAY_END.contains(it)))
}

fn is_word(token: &Token) -> bool {
    !matches!(token.kind, TokenKind::Mark(_))
}

/// The mark ends the word before it, and a space follows.
fn clings_backward(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map(|it| &tokens[it]);
    let after = tokens.get(at + 1);
    !tokens[at].spaced && before.is_some_and(is_word) && after.is_some_and(|it| it.spaced)
}

/// A space stands before the mark, and it begins the word after it.
fn clings_forward(tokens: &[Token], at: usize) -> bool {
    let after = tokens.get(at + 1);
    tokens[at].spaced && after.is_some_and(|it| !it.spaced && is_word(it))
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn glued_marks_show_the_swap() {
        check(&RULE, "وهو يسمى{» قيصر «| «قيصر» }الكرملين");
        check(&RULE, "قال: \"لا يقول{\" نعم \"| \"نعم\" }صريحة\"");
        check(&RULE, "“إنه ليس{” نصرا “| “نصرا” }حقيقيا”.");
    }

    #[test]
    fn two_quotations_are_left() {
        for text in [
            "كلمتا “في” أو “من” هنا",
            "نسي ذلك” وقال “إنه بخير",
            "“هذا انتقاد” لا “هجوم”",
            "“نعم”، “لا”",
            "لا يقول” “صريح",
            "كان \"بطلا\" ثم \"خائنا\"",
        ] {
            check(&RULE, text);
        }
    }
}
