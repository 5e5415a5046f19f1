//! Pronoun suffixes, and how the word before one changes its spelling.
//!
//! The letters of a pronoun never change; the end of the word does, by its letter and, for a final
//! hamza, by its case: بناء gives بناؤه, بنائه and بناءه.

use super::features::{Case, Gender, Number, Person};
use serde::{Deserialize, Serialize};

/// A pronoun written onto the end of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Pronoun {
    /// ه, his
    Ha,
    /// ها, her
    HaFem,
    /// هم, their, of men
    Hum,
    /// هما, their, of two
    Huma,
    /// هن, their, of women
    Hunna,
    /// ي, my
    Ya,
    /// ني, me
    Ni,
    /// نا, our
    Na,
    /// ك, your, of one
    Ka,
    /// كم, your, of men
    Kum,
    /// كما, your, of two
    Kuma,
    /// كن, your, of women
    Kunna,
}

impl Pronoun {
    /// All of them, in the order of their bits.
    pub const ALL: [Pronoun; 12] = [
        Pronoun::Ha,
        Pronoun::HaFem,
        Pronoun::Hum,
        Pronoun::Huma,
        Pronoun::Hunna,
        Pronoun::Ya,
        Pronoun::Ni,
        Pronoun::Na,
        Pronoun::Ka,
        Pronoun::Kum,
        Pronoun::Kuma,
        Pronoun::Kunna,
    ];

    /// As it is written.
    pub const fn letters(self) -> &'static str {
        match self {
            Pronoun::Ha => "ه",
            Pronoun::HaFem => "ها",
            Pronoun::Hum => "هم",
            Pronoun::Huma => "هما",
            Pronoun::Hunna => "هن",
            Pronoun::Ya => "ي",
            Pronoun::Ni => "ني",
            Pronoun::Na => "نا",
            Pronoun::Ka => "ك",
            Pronoun::Kum => "كم",
            Pronoun::Kuma => "كما",
            Pronoun::Kunna => "كن",
        }
    }

    /// The pronoun that is written so.
    pub fn of(letters: &str) -> Option<Pronoun> {
        Self::ALL.into_iter().find(|it| it.letters() == letters)
    }

    /// The gender it shows, if it shows one.
    pub const fn gender(self) -> Option<Gender> {
        match self {
            Pronoun::Ha | Pronoun::Hum | Pronoun::Kum => Some(Gender::Masculine),
            Pronoun::HaFem | Pronoun::Hunna | Pronoun::Kunna => Some(Gender::Feminine),
            _ => None,
        }
    }

    /// How many it stands for; نا is also said of two.
    pub const fn number(self) -> Number {
        match self {
            Pronoun::Ha | Pronoun::HaFem | Pronoun::Ya | Pronoun::Ni | Pronoun::Ka => {
                Number::Singular
            }
            Pronoun::Huma | Pronoun::Kuma => Number::Dual,
            _ => Number::Plural,
        }
    }

    /// Whom it stands for.
    pub const fn person(self) -> Person {
        match self {
            Pronoun::Ya | Pronoun::Ni | Pronoun::Na => Person::First,
            Pronoun::Ka | Pronoun::Kum | Pronoun::Kuma | Pronoun::Kunna => Person::Second,
            _ => Person::Third,
        }
    }

    /// A third person in this gender and number; first and second person stay what they are.
    #[must_use]
    pub const fn with(self, gender: Gender, number: Number) -> Pronoun {
        match (self.person(), number, gender) {
            (Person::Third, Number::Singular, Gender::Masculine) => Pronoun::Ha,
            (Person::Third, Number::Singular, Gender::Feminine) => Pronoun::HaFem,
            (Person::Third, Number::Dual, _) => Pronoun::Huma,
            (Person::Third, Number::Plural, Gender::Masculine) => Pronoun::Hum,
            (Person::Third, Number::Plural, Gender::Feminine) => Pronoun::Hunna,
            _ => self,
        }
    }

    /// Writes it after a word that has its spelling before a pronoun: a ي after ي is not doubled.
    pub(super) fn write_after(self, bound: &str, out: &mut String) {
        out.push_str(bound);
        if self != Pronoun::Ya || !bound.ends_with('ي') {
            out.push_str(self.letters());
        }
    }
}

/// The spellings of a noun before a pronoun: one where the case is given or does not matter, else
/// those of nominative, genitive and accusative, without repetition.
pub fn before_pronoun(noun: &str, case: Option<Case>) -> Vec<String> {
    let Some(case) = case else {
        let mut all = Vec::with_capacity(3);
        for case in [Case::Nominative, Case::Genitive, Case::Accusative] {
            let spelling = before_pronoun_in(noun, case);
            if !all.contains(&spelling) {
                all.push(spelling);
            }
        }
        return all;
    };
    vec![before_pronoun_in(noun, case)]
}

fn before_pronoun_in(noun: &str, case: Case) -> String {
    if is_one_of_five(noun) {
        return format!("{noun}{}", five_ending(case));
    }
    let mut back = noun.chars().rev();
    let (last, before) = (back.next(), back.next());
    let stem = back_by_one(noun);
    let seat = |nominative, genitive, accusative| match case {
        Case::Nominative => nominative,
        Case::Genitive => genitive,
        Case::Accusative => accusative,
    };
    let end = match (last, before) {
        (Some('ة'), _) => 'ت',
        (Some('ى'), _) => 'ا',
        (Some('ء'), Some('ي')) => 'ئ',
        (Some('ء'), Some('و')) => seat('ء', 'ئ', 'ء'),
        (Some('ء'), Some('ا' | 'د' | 'ذ' | 'ر' | 'ز')) => seat('ؤ', 'ئ', 'ء'),
        (Some('ء'), Some(_)) => seat('ؤ', 'ئ', 'ئ'),
        (Some('أ'), Some(_)) if noun.chars().nth(2).is_some() => seat('ؤ', 'ئ', 'أ'),
        _ => return noun.to_owned(),
    };
    format!("{stem}{end}")
}

/// Whether `noun` is one of those whose case is a long vowel in construct and before a pronoun.
pub(super) fn is_one_of_five(noun: &str) -> bool {
    matches!(noun, "أب" | "أخ" | "حم")
}

/// The long vowel that shows the case of one of the five nouns.
pub(super) const fn five_ending(case: Case) -> char {
    match case {
        Case::Nominative => 'و',
        Case::Accusative => 'ا',
        Case::Genitive => 'ي',
    }
}

/// A noun with a pronoun. Before ي the case does not show: a final hamza always sits on ئ.
pub fn possessed(noun: &str, pronoun: Pronoun, case: Case) -> String {
    let case = match pronoun {
        Pronoun::Ya => Case::Genitive,
        _ => case,
    };
    let mut out = String::with_capacity(noun.len() + 6);
    pronoun.write_after(&before_pronoun_in(noun, case), &mut out);
    out
}

/// The spelling of a verb form before a pronoun, as far as the letters tell: قتلوا gives قتلو, يرى
/// يرا, رأيتم رأيتمو, يقرأ يقرؤ. Where the features are known, [`super::VerbForm::bound`] is surer:
/// it tells أقرأ from أنشأ and لن يقرأه from يقرؤه.
pub fn verb_before_pronoun(form: &str) -> String {
    let present = form.starts_with(['ي', 'ت', 'ن']);
    let letters = form.chars().count();
    if form.ends_with("تم") && letters >= 4 && !form.starts_with('ي') {
        return format!("{form}و");
    }
    verb_bound(form, present && letters > 3)
}

/// The spelling of a verb form, not of the second person plural past, before a pronoun.
/// `raised`: it ends in the u of the indicative, which takes a final hamza to ؤ.
pub(super) fn verb_bound(form: &str, raised: bool) -> String {
    let stem = back_by_one(form);
    if form.ends_with("وا") {
        stem.to_owned()
    } else if form.ends_with('ى') {
        format!("{stem}ا")
    } else if form.ends_with("يء") {
        format!("{stem}ئ")
    } else if raised && (form.ends_with('أ') || form.ends_with("اء")) {
        format!("{stem}ؤ")
    } else {
        form.to_owned()
    }
}

/// A particle with a pronoun: عليها, إلي, منا, له, فيه.
pub fn particle_with_pronoun(particle: &str, pronoun: Pronoun) -> String {
    let bound = match (particle, pronoun) {
        ("على" | "إلى" | "لدى", _) => format!("{}ي", back_by_one(particle)),
        ("من" | "عن", Pronoun::Na) => back_by_one(particle).to_owned(),
        // ء of وراء, إزاء, أثناء: these stand in the accusative.
        _ => before_pronoun_in(particle, Case::Accusative),
    };
    let mut out = String::with_capacity(bound.len() + 6);
    pronoun.write_after(&bound, &mut out);
    out
}

/// `word` without its last letter.
fn back_by_one(word: &str) -> &str {
    let mut chars = word.chars();
    chars.next_back();
    chars.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_of_unknown_case_has_all_its_spellings() {
        assert_eq!(before_pronoun("بناء", None), ["بناؤ", "بنائ", "بناء"]);
        assert_eq!(before_pronoun("محكمة", None), ["محكمت"]);
        assert_eq!(before_pronoun("مستوى", None), ["مستوا"]);
        assert_eq!(before_pronoun("أب", None), ["أبو", "أبي", "أبا"]);
        assert_eq!(before_pronoun("عبء", None), ["عبؤ", "عبئ"]);
        assert_eq!(before_pronoun("ضوء", None), ["ضوء", "ضوئ"]);
        assert_eq!(before_pronoun("مبدأ", None), ["مبدؤ", "مبدئ", "مبدأ"]);
        assert_eq!(before_pronoun("شاطئ", None), ["شاطئ"]);
        assert_eq!(before_pronoun("", None), [""]);
    }

    #[test]
    fn my_is_written_once() {
        let my = |noun| possessed(noun, Pronoun::Ya, Case::Nominative);
        assert_eq!(my("محامي"), "محامي");
        assert_eq!(my("بناء"), "بنائي");
        assert_eq!(my("مستوى"), "مستواي");
        assert_eq!(my("أخ"), "أخي");
    }

    #[test]
    fn verbs_before_a_pronoun() {
        let pairs = [
            ("قتلوا", "قتلو"),
            ("يرى", "يرا"),
            ("رأيتم", "رأيتمو"),
            ("قرأ", "قرأ"),
            ("يقرأ", "يقرؤ"),
            ("أنشأ", "أنشأ"),
            ("جاء", "جاء"),
            ("يشاء", "يشاؤ"),
            ("يسيء", "يسيئ"),
            ("ختم", "ختم"),
            ("يختم", "يختم"),
            ("أعلن", "أعلن"),
        ];
        for (form, bound) in pairs {
            assert_eq!(verb_before_pronoun(form), bound);
        }
    }

    #[test]
    fn particles_with_a_pronoun() {
        let pairs = [
            ("على", Pronoun::HaFem, "عليها"),
            ("إلى", Pronoun::Ya, "إلي"),
            ("من", Pronoun::Na, "منا"),
            ("عن", Pronoun::Ya, "عني"),
            ("في", Pronoun::Ya, "في"),
            ("ب", Pronoun::Hum, "بهم"),
            ("وراء", Pronoun::Ha, "وراءه"),
            ("مع", Pronoun::Na, "معنا"),
        ];
        for (particle, pronoun, expect) in pairs {
            assert_eq!(particle_with_pronoun(particle, pronoun), expect);
        }
    }

    #[test]
    fn a_third_person_changes_its_gender_and_number() {
        for pronoun in Pronoun::ALL {
            assert_eq!(Pronoun::of(pronoun.letters()), Some(pronoun));
            let same = pronoun.with(
                pronoun.gender().unwrap_or(Gender::Masculine),
                pronoun.number(),
            );
            assert_eq!(same, pronoun);
        }
        assert_eq!(
            Pronoun::HaFem.with(Gender::Masculine, Number::Singular),
            Pronoun::Ha
        );
        assert_eq!(
            Pronoun::Na.with(Gender::Masculine, Number::Singular),
            Pronoun::Na
        );
    }
}
