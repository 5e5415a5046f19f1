//! Cutting the clitics off a word that no glossary knows.
//!
//! [`super::splits`] gives every cut that the order of clitics allows; here one is chosen. A closed table
//! answers for particles, whose stems are too short for statistics. For all other words each cut is
//! weighed: how often such clitics stand before and behind words, and how much speaks for what is left being a
//! word. That is not its frequency, for forms with clitics are frequent as well: it is whether those
//! forms exist that a shorter reading does not explain. `وزير` is a word because `الوزير` is; `وقال` is و and
//! `قال` because there is no `الوقال`.

use super::{frequency::frequency, nouns::listed_nouns};

/// A word cut into its parts. ال is no part: it stays on the stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segmented<'w> {
    /// What stands before the stem: up to two letters, each a word of its own.
    pub proclitics: &'w str,
    /// What is left, with ال where it has it, spelt as before a pronoun.
    pub stem: &'w str,
    /// The pronoun, or nothing.
    pub enclitic: &'w str,
}

impl<'w> Segmented<'w> {
    fn cut(word: &'w str, before: usize, behind: usize) -> Segmented<'w> {
        let end = word.len() - behind;
        Segmented {
            proclitics: &word[..before],
            stem: &word[before..end],
            enclitic: &word[end..],
        }
    }

    /// The parts in reading order, none of them empty.
    pub fn parts(&self) -> Vec<&'w str> {
        let mut parts: Vec<&str> = Vec::with_capacity(4);
        let mut rest = self.proclitics;
        while let Some(c) = rest.chars().next() {
            let (first, behind) = rest.split_at(c.len_utf8());
            parts.push(first);
            rest = behind;
        }
        parts.extend(
            [self.stem, self.enclitic]
                .into_iter()
                .filter(|it| !it.is_empty()),
        );
        parts
    }
}

/// What stands before words, with the share of words it stands before.
const PROCLITICS: [(&str, f64); 15] = [
    ("", 0.8),
    ("و", 0.06),
    ("ف", 0.006),
    ("ب", 0.035),
    ("ل", 0.035),
    ("ك", 0.004),
    ("س", 0.006),
    ("وب", 0.004),
    ("ول", 0.004),
    ("وك", 0.0005),
    ("وس", 0.002),
    ("فب", 0.0004),
    ("فل", 0.0005),
    ("فك", 0.0001),
    ("فس", 0.0004),
];

/// Pronouns behind words, with the share of words they stand behind.
const ENCLITICS: [(&str, f64); 12] = [
    ("", 0.93),
    ("ه", 0.02),
    ("ها", 0.02),
    ("هم", 0.006),
    ("هما", 0.001),
    ("هن", 0.0005),
    ("ي", 0.003),
    ("نا", 0.003),
    ("ك", 0.001),
    ("كم", 0.0005),
    ("كما", 0.0001),
    ("ني", 0.0005),
];

/// The frequency of a form that is not among the frequent ones.
const UNSEEN: f64 = 3e-9;
/// How much likelier a stem is that the list of nouns knows.
const LISTED: f64 = 8.0;
/// How much likelier a cut is that leaves three letters or more.
const LONG_ENOUGH: f64 = 12.0;
/// What a word in ا has of the weight of the word without it: the indefinite accusative.
const ACCUSATIVE: f64 = 0.3;

/// Two letters have four bytes.
const TWO: usize = 4;

/// Cuts `word`, Arabic letters without signs, the likeliest way.
pub fn segment(word: &str) -> Segmented<'_> {
    if let Some((before, behind)) = particle_cut(word) {
        return Segmented::cut(word, before, behind);
    }
    let mut best = (f64::NEG_INFINITY, 0, 0);
    for (proclitic, before) in PROCLITICS {
        let Some(rest) = word.strip_prefix(proclitic) else {
            continue;
        };
        if proclitic.ends_with('س') && !rest.starts_with(['ي', 'ت', 'ن', 'أ']) {
            continue;
        }
        let mut weigh = |weight: f64, behind: usize| {
            let score = (before * weight).ln();
            if score > best.0 {
                best = (score, proclitic.len(), behind);
            }
        };
        if proclitic.ends_with('ل') {
            // ل and ال are written لل.
            if let Some(core) = rest.strip_prefix('ل').filter(|it| it.len() >= TWO) {
                let (_, none) = ENCLITICS[0];
                weigh(none * weight_of(&format!("ال{core}")), 0);
                weigh(none * weight_of(&format!("ال{rest}")), 0);
            }
            if rest.starts_with("ال") {
                continue;
            }
        }
        for (enclitic, behind) in ENCLITICS {
            let Some(stem) = rest.strip_suffix(enclitic).filter(|it| it.len() >= TWO) else {
                continue;
            };
            let bound = !enclitic.is_empty();
            let definite = stem.starts_with("ال") && stem.len() > 2 * TWO;
            if bound && (definite || stem.ends_with(['ة', 'ى'])) {
                continue;
            }
            let cut = bound || !proclitic.is_empty();
            let short = if cut && stem.len() == TWO {
                1.0
            } else {
                LONG_ENOUGH
            };
            for form in restored(stem, bound) {
                weigh(behind * short * weight_of(&form), enclitic.len());
            }
        }
    }
    Segmented::cut(word, best.1, best.2)
}

/// What the word may be without the pronoun behind it.
fn restored(stem: &str, bound: bool) -> Vec<String> {
    let mut forms = vec![stem.to_owned()];
    if !bound {
        return forms;
    }
    for (written, free) in [('ت', "ة"), ('ا', "ى"), ('ؤ', "ء"), ('ئ', "ء"), ('ي', "ى")] {
        if let Some(head) = stem.strip_suffix(written) {
            forms.push(format!("{head}{free}"));
        }
    }
    if stem.ends_with('و') {
        forms.push(format!("{stem}ا"));
    }
    forms
}

/// How much speaks for `form` being a word without clitics.
fn weight_of(form: &str) -> f64 {
    let own = evidence(form);
    let accusative = form
        .strip_suffix('ا')
        .filter(|it| it.len() > TWO && !form.starts_with("ال"))
        .map_or(0.0, |it| ACCUSATIVE * evidence(it));
    let stem = form.strip_prefix("ال").unwrap_or(form);
    let known = !listed_nouns(stem).is_empty();
    own.max(accusative) * if known { LISTED } else { 1.0 }
}

/// The frequency of a form, as far as no shorter reading explains it.
fn evidence(form: &str) -> f64 {
    let own = frequency(form);
    let with = |before: &str| frequency(&format!("{before}{form}"));
    if form.len() > 2 * TWO
        && let Some(stem) = form.strip_prefix("ال")
    {
        // A word with ال takes no pronoun, and what stands before it shows.
        let all = own + with("و") + with("ب") + frequency(&format!("لل{stem}"));
        return all * 0.8 + UNSEEN * 0.01;
    }
    let first = form.chars().next().unwrap_or_default();
    let behind_seen = form.strip_prefix('س');
    let may_begin = matches!(first, 'و' | 'ف' | 'ب' | 'ل' | 'ك')
        || behind_seen.is_some_and(|it| it.starts_with(['ي', 'ت', 'ن']));
    let may_end = ENCLITICS
        .iter()
        .any(|(it, _)| !it.is_empty() && form.strip_suffix(it).is_some_and(|it| it.len() >= TWO));
    if !may_begin && !may_end {
        let around = with("و") + with("ب") + with("ل") + with("ال") * 0.2;
        return own + 0.3 * around + UNSEEN * 0.01;
    }
    let mut expected = vec![
        (with("ال"), 0.5),
        (with("وال"), 0.04),
        (with("بال"), 0.03),
        (with("لل"), 0.03),
    ];
    if may_begin && !may_end {
        expected.extend([(with("ب"), 0.03), (with("ل"), 0.03)]);
        if matches!(first, 'ب' | 'ل' | 'ك') {
            expected.extend([(with("ي"), 0.15), (with("ت"), 0.1)]);
        }
        if matches!(first, 'و' | 'ف') {
            expected.extend([(with("و"), 0.07), (with("ف"), 0.005)]);
        }
    } else if may_end && !may_begin {
        let bound = match form.strip_suffix('ة') {
            Some(head) => format!("{head}ت"),
            None => form.to_owned(),
        };
        for (pronoun, share) in [("ها", 0.03), ("ه", 0.03), ("هم", 0.008)] {
            expected.push((frequency(&format!("{bound}{pronoun}")), share));
        }
    }
    let seen: f64 = expected.iter().filter(|it| it.0 > 0.0).map(|_| 1.0).sum();
    let sum: f64 = expected.iter().map(|it| it.0).sum();
    let shares: f64 = expected.iter().map(|it| it.1).sum();
    let estimate = sum / shares * (seen / (seen + 1.0));
    ((own + UNSEEN) * (estimate + UNSEEN)).sqrt()
}

/// Pronouns behind particles.
const PRONOUNS: [&str; 10] = ["ه", "ها", "هم", "هما", "هن", "نا", "ي", "ك", "كم", "كما"];

/// Particles as they stand before pronouns.
const BOUND: [&str; 33] = [
    "ب", "ل", "علي", "إلي", "الي", "في", "من", "عن", "مع", "لدي", "أن", "إن", "ان", "لكن", "بين",
    "عند", "كأن", "لعل", "حول", "بعد", "قبل", "ضد", "نحو", "دون", "غير", "وحد", "نفس", "أمام",
    "خلال", "عبر", "ضمن", "تجاه", "كلي",
];

/// Particles and small words that are whole, whatever they begin and end with.
const WHOLE: [&str; 65] = [
    "في",
    "لكن",
    "لك",
    "علي",
    "إلي",
    "كان",
    "كما",
    "كي",
    "لكي",
    "بين",
    "بينما",
    "بعد",
    "بعدما",
    "بل",
    "لا",
    "لم",
    "لن",
    "لو",
    "ليس",
    "كل",
    "كذلك",
    "لدى",
    "سوف",
    "فيما",
    "فقط",
    "فوق",
    "فضلا",
    "وفق",
    "وسط",
    "وراء",
    "كيف",
    "لماذا",
    "لولا",
    "بيد",
    "كلا",
    "كلما",
    "كافة",
    "ليست",
    "لقد",
    "لعل",
    "ليت",
    "لما",
    "كأن",
    "بلى",
    "فور",
    "سبق",
    "سوى",
    "حيث",
    "منذ",
    "لذا",
    "كذا",
    "لذلك",
    "هنا",
    "هناك",
    "بدلا",
    "فحسب",
    "وفقا",
    "وحدة",
    "والد",
    "والدة",
    "بعض",
    "كلاهما",
    "تجاه",
    "لاحقا",
    "بعيدا",
];

/// One proclitic before a small word.
const WITH_ONE: [&str; 84] = [
    "ولا",
    "ولم",
    "ولن",
    "وقد",
    "وهو",
    "وهي",
    "وهم",
    "وفي",
    "ومن",
    "وما",
    "وأن",
    "وإن",
    "ولو",
    "وكل",
    "وإذا",
    "وعن",
    "ومع",
    "وذلك",
    "وهذا",
    "وهذه",
    "وكان",
    "وكانت",
    "ولكن",
    "وليس",
    "وبين",
    "وحيث",
    "والتي",
    "والذي",
    "والذين",
    "وكما",
    "وكلما",
    "وبعد",
    "وقبل",
    "وعلى",
    "وإلى",
    "وعند",
    "ومنذ",
    "وحتى",
    "وثم",
    "وإنما",
    "وإذ",
    "وعندما",
    "ولما",
    "وهناك",
    "وتلك",
    "وأي",
    "وربما",
    "ولقد",
    "فقد",
    "فإن",
    "فهو",
    "فهي",
    "فإذا",
    "فلا",
    "فلم",
    "فلن",
    "فهل",
    "فهذا",
    "فمن",
    "فما",
    "فهناك",
    "بأن",
    "لأن",
    "بما",
    "بذلك",
    "بهذا",
    "بهذه",
    "لهذا",
    "لهذه",
    "بدون",
    "بلا",
    "لمن",
    "بمن",
    "لعدم",
    "بعدم",
    "بغير",
    "لغير",
    "لكل",
    "بكل",
    "لأي",
    "بأي",
    "بشأن",
    "بحيث",
    "بسبب",
];

/// Where a particle with its clitics is cut, in bytes from its beginning and its end.
fn particle_cut(word: &str) -> Option<(usize, usize)> {
    if let Some(cut) = plain_particle(word) {
        return Some(cut);
    }
    for first in ["و", "ف", "ب", "ل"] {
        let Some(rest) = word.strip_prefix(first) else {
            continue;
        };
        let conjunction = matches!(first, "و" | "ف");
        // بأنه, لأنها: only أن stands behind a preposition.
        if !conjunction && !rest.starts_with("أن") && !rest.starts_with("إن") {
            continue;
        }
        if let Some((before, behind)) = plain_particle(rest)
            && (conjunction || before == 0)
        {
            return Some((first.len() + before, behind));
        }
    }
    None
}

fn plain_particle(word: &str) -> Option<(usize, usize)> {
    if WHOLE.contains(&word) {
        return Some((0, 0));
    }
    if WITH_ONE.contains(&word) {
        return Some(('و'.len_utf8(), 0));
    }
    for before in ["ل", "ب"] {
        // لأنه, بأنه
        if let Some(rest) = word.strip_prefix(before)
            && let Some(pronoun) = rest.strip_prefix("أن")
            && PRONOUNS.contains(&pronoun)
        {
            return Some((before.len(), pronoun.len()));
        }
    }
    PRONOUNS
        .iter()
        .find(|pronoun| {
            word.strip_suffix(**pronoun)
                .is_some_and(|it| BOUND.contains(&it))
        })
        .map(|it| (0, it.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clitics_are_cut_and_letters_of_the_word_are_not() {
        for (word, parts) in [
            ("وقال", "و+قال"),
            ("وزير", "وزير"),
            ("وبحكومتها", "و+ب+حكومت+ها"),
            ("للحكومة", "ل+لحكومة"),
            ("سيقول", "س+يقول"),
            ("سياسة", "سياسة"),
            ("فكرة", "فكرة"),
            ("كتاب", "كتاب"),
            ("كتابهم", "كتاب+هم"),
            ("بيان", "بيان"),
            ("عليهم", "علي+هم"),
            ("لأنه", "ل+أن+ه"),
            ("والتي", "و+التي"),
            ("له", "ل+ه"),
            ("الحكومة", "الحكومة"),
        ] {
            assert_eq!(segment(word).parts().join("+"), parts);
        }
    }

    #[test]
    fn anything_is_cut_into_what_it_was() {
        for word in [
            "",
            "و",
            "وو",
            "لل",
            "ووووووو",
            "abc",
            "لله",
            "ﻻ",
            "اااااااااااااااااااا",
        ] {
            assert_eq!(segment(word).parts().concat(), word);
        }
    }
}
