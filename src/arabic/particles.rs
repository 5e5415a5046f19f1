//! The closed class: words that take clitics but no number, gender or article of their own.

/// Particles, pronouns, demonstratives and prepositions, each with the spelling it has before a
/// pronoun suffix (empty: it takes none).
const PARTICLES: [(&str, &str); 108] = [
    ("في", "في"),
    ("من", "من"),
    ("على", "علي"),
    ("إلى", "إلي"),
    ("عن", "عن"),
    ("مع", "مع"),
    ("لدى", "لدي"),
    ("بين", "بين"),
    ("عند", "عند"),
    ("حول", "حول"),
    ("قبل", "قبل"),
    ("بعد", "بعد"),
    ("ضد", "ضد"),
    ("دون", "دون"),
    ("بدون", "بدون"),
    ("تحت", "تحت"),
    ("فوق", "فوق"),
    ("أمام", "أمام"),
    ("خلف", "خلف"),
    ("وراء", "وراء"),
    ("خلال", "خلال"),
    ("عبر", "عبر"),
    ("نحو", "نحو"),
    ("لأجل", "لأجل"),
    ("بشأن", "بشأن"),
    ("سوى", "سوا"),
    ("منذ", ""),
    ("مذ", ""),
    ("حتى", ""),
    ("بلا", ""),
    ("إلا", ""),
    ("أن", "أن"),
    ("إن", "إن"),
    ("لأن", "لأن"),
    ("لكن", "لكن"),
    ("كأن", "كأن"),
    ("لعل", "لعل"),
    ("ليت", "ليت"),
    ("بأن", "بأن"),
    ("أو", ""),
    ("أم", ""),
    ("ثم", ""),
    ("بل", ""),
    ("لا", ""),
    ("لم", ""),
    ("لن", ""),
    ("ما", ""),
    ("هل", ""),
    ("قد", ""),
    ("لقد", ""),
    ("سوف", ""),
    ("كي", ""),
    ("لكي", ""),
    ("إذا", ""),
    ("إذ", ""),
    ("لو", ""),
    ("لولا", ""),
    ("كما", ""),
    ("حيث", ""),
    ("عندما", ""),
    ("حينما", ""),
    ("بينما", ""),
    ("طالما", ""),
    ("كلما", ""),
    ("ريثما", ""),
    ("بعدما", ""),
    ("قبلما", ""),
    ("لما", ""),
    ("مهما", ""),
    ("أينما", ""),
    ("كيف", ""),
    ("متى", ""),
    ("أين", ""),
    ("لماذا", ""),
    ("ماذا", ""),
    ("هذا", ""),
    ("هذه", ""),
    ("ذلك", ""),
    ("تلك", ""),
    ("هؤلاء", ""),
    ("أولئك", ""),
    ("هذان", ""),
    ("هذين", ""),
    ("هاتان", ""),
    ("هاتين", ""),
    ("الذي", ""),
    ("التي", ""),
    ("الذين", ""),
    ("اللذان", ""),
    ("اللذين", ""),
    ("اللتان", ""),
    ("اللتين", ""),
    ("اللاتي", ""),
    ("اللواتي", ""),
    ("هو", ""),
    ("هي", ""),
    ("هم", ""),
    ("هما", ""),
    ("هن", ""),
    ("أنا", ""),
    ("نحن", ""),
    ("أنت", ""),
    ("أنتم", ""),
    ("ليس", ""),
    ("الآن", ""),
    ("هنا", ""),
    ("هناك", ""),
    ("فيما", ""),
];

/// The spelling of `word` before a pronoun suffix, if it is a particle; empty where it takes none.
pub fn particle(word: &str) -> Option<&'static str> {
    let found = PARTICLES.iter().find(|it| it.0 == word);
    found.map(|it| it.1)
}

/// Whether `fold`, a folded word, is one that governs the word after it: a preposition, a negation, a
/// particle of mood, or one of the letters that are written onto a word and sometimes stand apart;
/// with or without و or ف.
///
/// Every word of every text is asked, so that the rules about such words look at them alone.
pub fn governs(fold: &str) -> bool {
    // Five letters at most: حتي behind a conjunction has four.
    fold.len() <= 10 && (is_governing(fold) || is_governing(behind_conjunction(fold)))
}

fn behind_conjunction(fold: &str) -> &str {
    fold.strip_prefix(['و', 'ف']).unwrap_or(fold)
}

fn is_governing(fold: &str) -> bool {
    matches!(
        fold,
        "و" | "ف"
            | "ب"
            | "ل"
            | "ك"
            | "س"
            | "لم"
            | "لن"
            | "كي"
            | "ان"
            | "في"
            | "من"
            | "عن"
            | "سوف"
            | "لكي"
            | "حتي"
            | "علي"
            | "الي"
            | "مع"
            | "لان"
            | "بان"
            | "اولم"
            | "افلم"
    )
}

/// Every particle, as spelt.
pub fn particles() -> impl Iterator<Item = &'static str> {
    PARTICLES.iter().map(|it| it.0)
}
