//! A comma where a colon introduces speech: see [`RULE`].

use crate::{
    arabic::{TokenKind, bare},
    diagnostic::{Applicability, Fix, Message, Severity},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A comma where a colon introduces speech.
    ///
    /// ## Why
    ///
    /// English writes `he will say, we are leaving`; in Arabic a colon stands before the words that are
    /// spoken. Reported are a comma behind a verb of saying and its subject where the first person
    /// follows, and one behind `سيقول` where nothing else in the sentence can be what will be said.
    /// Where quotation marks follow, which say the same as the colon, it is advice.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// سألناهم عن السبب فقالوا{،|:} لم نجد عملا.
    /// وعندئذ سيقول المدرب{،|:} الفريق لم يكن مستعدا.
    /// ```
    ///
    /// ```ar
    /// كما قال الوزير، لن نغير رأينا.
    /// سيقول المدرب، بعد المباراة، إن الفريق لم يكن مستعدا.
    /// ```
    "punctuation/speech-comma" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: Medium,
        ar: "فاصلة في موضع النقطتين قبل الكلام المنقول",
        segment: check,
    }
}

/// Verbs that speech follows, without conjunction and س.
const SAYING: [&str; 30] = [
    "قال",
    "قالت",
    "قالوا",
    "قلت",
    "قلنا",
    "يقول",
    "تقول",
    "يقولون",
    "أقول",
    "نقول",
    "أضاف",
    "أضافت",
    "يضيف",
    "تابع",
    "تابعت",
    "صرح",
    "صرحت",
    "كتب",
    "كتبت",
    "سأل",
    "سألت",
    "صاح",
    "صاحت",
    "هتف",
    "هتفت",
    "رد",
    "ردت",
    "أجاب",
    "أجابت",
    "أجابوا",
];

/// Those whose ending or prefix is their subject.
const OWN_SUBJECT: [&str; 7] = ["قالوا", "قلت", "قلنا", "يقولون", "أقول", "نقول", "أجابوا"];

/// Words that begin a sentence in the first person.
const FIRST_PERSON: [&str; 17] = [
    "أنا",
    "نحن",
    "إني",
    "إنني",
    "إننا",
    "لدي",
    "لدينا",
    "عندي",
    "عندنا",
    "لست",
    "لسنا",
    "كنت",
    "كنا",
    "دعونا",
    "أعتقد",
    "أظن",
    "أريد",
];

/// Words that a verb of the first person may follow.
const BEFORE_VERB: [&str; 5] = ["لن", "لم", "لا", "سوف", "قد"];

/// Words before a verb of saying that make what was said stand elsewhere.
const AS: [&str; 10] = [
    "كما",
    "وكما",
    "مثلما",
    "حسبما",
    "وفقما",
    "ما",
    "مما",
    "وما",
    "لما",
    "ماذا",
];

/// More words are no subject.
const MOST_WORDS: usize = 4;

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    for verb in 0..words.len() {
        let spelt = ctx.word(verb);
        let behind = spelt.trim_start_matches(['و', 'ف']);
        let (is_future, stem) = match behind.strip_prefix('س') {
            Some(stem) if stem.starts_with(['ي', 'ت', 'ن', 'أ']) => (true, stem),
            _ => (false, behind),
        };
        if !SAYING.contains(&stem) || is_reported_elsewhere(ctx, verb) {
            continue;
        }
        // The subject: words up to the first mark, which must be the comma.
        let Some(end) = (verb + 1..words.len()).find(|it| words[*it].barrier != Barrier::Nothing)
        else {
            continue;
        };
        let subject = verb + 1..end;
        let comma = words[end - 1].token as usize + 1;
        let tokens = &ctx.words.tokens;
        if subject.len() > MOST_WORDS
            || tokens[comma].kind != TokenKind::Mark('،')
            || words[end].sentence != words[verb].sentence
            || subject.clone().any(|it| completes(ctx.word(it)))
        {
            continue;
        }
        let quoted = matches!(
            tokens.get(comma + 1).map(|it| it.kind),
            Some(TokenKind::Mark('“' | '«' | '"'))
        );
        let has_subject = !subject.is_empty();
        // Verbs whose ending is their subject take no other.
        let complete = has_subject && OWN_SUBJECT.contains(&stem);
        let speaks = !complete
            && subject.len() <= 3
            && is_first_person(ctx, end)
            && !goes_on_behind_comma(ctx, end);
        let nothing_else = is_future && !says_what(ctx, end);
        if !(quoted || speaks || nothing_else) {
            continue;
        }
        let span = tokens[comma].span;
        let message = Message::fixed(
            "a colon introduces speech, not a comma",
            "تسبق الكلامَ المنقول نقطتان لا فاصلة",
        );
        let fix = Fix::replace(Applicability::Suggested, span, ":");
        let finding = acc.add(span, message);
        finding.fixes.push(fix);
        // Quotation marks say the same as the colon.
        if quoted {
            finding.severity = Severity::Neutral;
        }
    }
}

fn is_reported_elsewhere(ctx: &Ctx<'_>, verb: usize) -> bool {
    let before = verb.checked_sub(1).map(|it| bare(ctx.word(it)));
    before.is_some_and(|it| AS.contains(&it.as_str()))
}

/// A word that begins what was said, or an object that stands for it.
fn completes(word: &str) -> bool {
    let word = word.trim_start_matches(['و', 'ف']);
    matches!(
        word,
        "إن" | "أن"
            | "بأن"
            | "إنه"
            | "إنها"
            | "إنهم"
            | "ذلك"
            | "هذا"
            | "عن"
            | "شيئا"
            | "نعم"
            | "لا"
    )
}

/// Whether the sentence goes on, from the word of this number, with what is said.
fn says_what(ctx: &Ctx<'_>, from: usize) -> bool {
    let mut rest = from..ctx.readings.sentence_around(from).end;
    rest.len() < 3 || rest.any(|it| completes_or_reports(ctx.word(it)))
}

/// Whether what is said follows an insertion between two commas.
fn goes_on_behind_comma(ctx: &Ctx<'_>, from: usize) -> bool {
    let words = &ctx.readings.words;
    let mut rest = from..ctx.readings.sentence_around(from).end;
    rest.any(|it| {
        words[it].barrier == Barrier::Comma && it > from && completes_or_reports(ctx.word(it))
    })
}

fn completes_or_reports(word: &str) -> bool {
    completes(word) || word.starts_with("إن")
}

/// Whether the word of this number, or the verb behind it, is in the first person.
fn is_first_person(ctx: &Ctx<'_>, at: usize) -> bool {
    let word = bare(ctx.word(at));
    if FIRST_PERSON.contains(&word.as_str()) {
        return true;
    }
    // لا أحد and لا أمل are nouns: with أ a verb has another letter.
    let is_verb = |it: &str| {
        let letters = it.chars().count();
        (it.starts_with('ن') && letters >= 3) || (it.starts_with('أ') && letters >= 4)
    };
    let next = ctx
        .readings
        .words
        .get(at + 1)
        .filter(|it| it.barrier == Barrier::Nothing);
    if BEFORE_VERB.contains(&word.as_str()) && next.is_some() {
        return is_verb(&bare(ctx.word(at + 1)));
    }
    // سنفعل، سأفعل: no other words begin so but years.
    let future = word.strip_prefix('س').is_some_and(is_verb) && word.chars().count() >= 5;
    future && !word.starts_with("سنو")
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn speech_follows_the_comma() {
        check(&RULE, "وقال الرئيس{،|:} «سنعود غدا»");
        check(&RULE, "فيقولون{،|:} نحن هنا");
        check(&RULE, "قال أحمد{،|:} سنسافر غدا");
    }

    #[test]
    fn other_commas_are_left() {
        for text in [
            "قال الوزير، الذي زار القاهرة أمس، إنه متفائل",
            "قالت الشركة، أمس، إن المشروع انتهى",
            "هذا ما سيقول الخبراء، ونحن نعرفه جيدا",
            "قال ذلك، سننتظر",
            "قال الخبير، لا أعرف متى، إن الجسر آمن",
            "قال المدرب، سنوات بعد اعتزاله، إن اللعبة تغيرت",
            "قال الوزير إنه سيعود، لن ننتظر",
        ] {
            check(&RULE, text);
        }
    }
}
