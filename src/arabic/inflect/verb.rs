//! Verbs: all persons of past, present and imperative, from the past and the present.
//!
//! The two spellings given tell the class: which weak letter or hamza stands where, whether the
//! last radical is double. Doubling is not written, so a few classes are told by shape (امتد is
//! double, اتصل is not) with the exceptions listed.

use super::super::features::{Gender, Mood, Number, Person, Tense, VerbFeatures};
use super::super::pronouns::verb_bound;
use super::{but_last, last_two, length, without_middle};
use serde::{Deserialize, Serialize};

/// A verb as a dictionary has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verb {
    /// He did.
    pub past: String,
    /// He does.
    pub present: String,
    /// After لم, where it is not what the present tells.
    pub jussive: Option<String>,
}

/// One form of a verb, correctly spelt, without clitics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbForm {
    /// The spelling.
    pub text: String,
    /// What it stands for: one spelling often stands for several.
    pub features: VerbFeatures,
    /// The spelling before an object pronoun.
    pub bound: String,
}

/// What happens to the last radical when an ending begins with a consonant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Nothing, or what the last letter tells.
    Plain,
    /// It is written twice: مد, مددت.
    Doubled,
    /// The long vowel before it goes: قال, قلت.
    Hollow,
}

/// Verbs in استـ of five letters whose س is a radical: استمع is not doubled, استمر is.
const WITH_OWN_SEEN: [&str; 8] = [
    "استمع",
    "استلم",
    "استند",
    "استبق",
    "استتر",
    "استعر",
    "استلب",
    "استرق",
];

/// Verbs of four radicals that double the last.
const LONG_DOUBLED: [&str; 6] = ["اطمأن", "اقشعر", "اشمأز", "اضمحل", "اكفهر", "اشرأب"];

/// Endings after a consonant, with the person they are of.
const fn consonant_ending(person: Person, number: Number, gender: Gender) -> &'static str {
    match (person, number, gender) {
        (Person::First | Person::Second, Number::Singular, _) => "ت",
        (Person::First, _, _) => "نا",
        (Person::Second, Number::Dual, _) => "تما",
        (Person::Second, Number::Plural, Gender::Masculine) => "تم",
        (Person::Second, Number::Plural, Gender::Feminine) => "تن",
        (Person::Third, _, _) => "ن",
    }
}

/// The stem and an ending: where both have the letter, doubling it is not written (أعلنا, أثبت).
fn with_consonant_ending(stem: &str, ending: &str) -> String {
    let merges = ending
        .chars()
        .next()
        .is_some_and(|it| "تن".contains(it) && stem.ends_with(it));
    let stem = if merges { but_last(stem) } else { stem };
    format!("{stem}{ending}")
}

/// The vowel that an ending of the present begins with: it seats a final hamza.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Vowel {
    /// و of the plural
    U,
    /// ي of the feminine
    I,
    /// ا of the dual
    A,
}

impl Verb {
    /// A verb whose jussive follows from its present.
    pub fn new(past: impl Into<String>, present: impl Into<String>) -> Verb {
        Verb {
            past: past.into(),
            present: present.into(),
            jussive: None,
        }
    }

    /// Every written form, for matching; spelling variants (بدأوا, بدؤوا) stand beside each other.
    /// A first person and a second person dual are given once, as masculine.
    pub fn forms(&self) -> Vec<VerbForm> {
        let mut forms: Vec<VerbForm> = Vec::with_capacity(64);
        for features in every_features() {
            let text = self.conjugate(features);
            if features.tense == Tense::Imperative && length(&text) < 2 {
                continue;
            }
            for text in variants(&text).into_iter().chain([text]).rev() {
                let known = |it: &VerbForm| it.features == features && it.text == text;
                if !forms.iter().any(known) {
                    let bound = bound(&text, features);
                    forms.push(VerbForm {
                        text,
                        features,
                        bound,
                    });
                }
            }
        }
        forms
    }

    /// The usual spelling for these features.
    pub fn conjugate(&self, features: VerbFeatures) -> String {
        let VerbFeatures {
            mood,
            person,
            number,
            gender,
            ..
        } = features;
        match features.tense {
            Tense::Past => self.past_form(person, number, gender),
            Tense::Present => {
                let body = self.present_body(mood, person, number, gender);
                with_prefix(prefix(person, number, gender), &body)
            }
            Tense::Imperative => self.imperative(number, gender),
        }
    }

    /// The spelling for these features before an object pronoun.
    pub fn bound(&self, features: VerbFeatures) -> String {
        bound(&self.conjugate(features), features)
    }

    fn class(&self) -> Class {
        let letters: Vec<char> = self.past.chars().collect();
        let doubled = match letters[..] {
            [.., 'ا' | 'ى' | 'ي' | 'ء' | 'أ' | 'ئ' | 'ؤ'] => false,
            // V and VI keep their و in تعاون, so تراص can only be doubled.
            ['ت', _, 'ا', _] | [_, _] => true,
            [.., 'ا', _] => return Class::Hollow,
            // أعد, يعد; but أكل, يأكل
            ['أ', a, b] => self.present.chars().skip(1).eq([a, b]),
            ['ا', second, _, _] => !matches!(second, 'ت' | 'ط' | 'د' | 'ذ' | 'ث'),
            ['ا', 'س', 'ت', _, _] => !WITH_OWN_SEEN.contains(&self.past.as_str()),
            _ => LONG_DOUBLED.contains(&self.past.as_str()),
        };
        if doubled {
            Class::Doubled
        } else {
            Class::Plain
        }
    }

    fn past_form(&self, person: Person, number: Number, gender: Gender) -> String {
        let past = self.past.as_str();
        let stem = but_last(past);
        let (last, before) = last_two(past);
        let she = || match last {
            Some('ى' | 'ا') => format!("{stem}ت"),
            _ => format!("{past}ت"),
        };
        match (person, number, gender) {
            (Person::Third, Number::Singular, Gender::Masculine) => past.to_owned(),
            (Person::Third, Number::Singular, Gender::Feminine) => she(),
            (Person::Third, Number::Dual, Gender::Feminine) => she() + "ا",
            (Person::Third, Number::Dual, Gender::Masculine) => match last {
                Some('ى') => format!("{stem}يا"),
                Some('ا') => format!("{stem}{}ا", self.weak_radical()),
                Some('أ') => format!("{stem}آ"),
                _ => format!("{past}ا"),
            },
            (Person::Third, Number::Plural, Gender::Masculine) => match (last, before) {
                (Some('ى' | 'ا' | 'ي'), _) => format!("{stem}وا"),
                (Some('ء'), Some('ا')) => format!("{stem}ؤوا"),
                _ => format!("{past}وا"),
            },
            _ => with_consonant_ending(&self.past_stem(), consonant_ending(person, number, gender)),
        }
    }

    /// What the past is before an ending that begins with a consonant.
    fn past_stem(&self) -> String {
        let past = self.past.as_str();
        let stem = but_last(past);
        match last_two(past) {
            (Some('ى'), _) => format!("{stem}ي"),
            (Some('ا'), _) => format!("{stem}{}", self.weak_radical()),
            (Some('ء'), Some('ا')) => {
                let base = but_last(stem);
                let seat = match last_two(&self.present) {
                    (_, Some('و')) => 'ؤ',
                    // جاء: جئت; but أضاء: أضأت
                    _ if length(base) == 1 => 'ئ',
                    _ => 'أ',
                };
                format!("{base}{seat}")
            }
            (Some(last), _) => match self.class() {
                Class::Plain => past.to_owned(),
                Class::Doubled => format!("{past}{last}"),
                Class::Hollow => without_middle(past),
            },
            _ => String::new(),
        }
    }

    /// What a final ا of the past stands for: و in دعا, ي in أحيا.
    fn weak_radical(&self) -> char {
        if length(&self.past) == 3 && !self.present.ends_with(['ي', 'ى', 'ا']) {
            'و'
        } else {
            'ي'
        }
    }

    /// The present without its prefix.
    fn present_stem(&self) -> &str {
        without_first(&self.present)
    }

    fn present_body(&self, mood: Mood, person: Person, number: Number, gender: Gender) -> String {
        let indicative = mood == Mood::Indicative;
        match (person, number, gender) {
            (Person::Second | Person::Third, Number::Dual, _) => {
                let mut body = self.before_vowel(Vowel::A);
                // Two alefs never meet: يقرآن.
                if body.ends_with('أ') {
                    body.pop();
                    body.push('آ');
                } else {
                    body.push('ا');
                }
                body + if indicative { "ن" } else { "" }
            }
            (Person::Second | Person::Third, Number::Plural, Gender::Masculine) => {
                self.before_vowel(Vowel::U) + if indicative { "ون" } else { "وا" }
            }
            (Person::Second, Number::Singular, Gender::Feminine) => {
                self.before_vowel(Vowel::I) + if indicative { "ين" } else { "ي" }
            }
            (Person::Second | Person::Third, Number::Plural, Gender::Feminine) => {
                with_consonant_ending(&self.before_nun(), "ن")
            }
            _ if mood == Mood::Jussive => self.jussive_stem(),
            _ => self.present_stem().to_owned(),
        }
    }

    /// The present stem before ون, ين or ان.
    fn before_vowel(&self, vowel: Vowel) -> String {
        let present = self.present_stem();
        let stem = but_last(present);
        let end = match last_two(present) {
            (Some('ى' | 'ا'), _) if vowel == Vowel::A => "ي",
            (Some('و' | 'ي'), _) if vowel == Vowel::A => return present.to_owned(),
            (Some('و' | 'ي' | 'ى' | 'ا'), _) => "",
            (Some('ء'), Some('ي')) => "ئ",
            (Some('أ' | 'ء'), _) if vowel == Vowel::U => "ؤ",
            (Some('أ' | 'ء' | 'ؤ'), _) if vowel == Vowel::I => "ئ",
            _ => return present.to_owned(),
        };
        format!("{stem}{end}")
    }

    /// The present stem before the ن of the feminine plural.
    fn before_nun(&self) -> String {
        let present = self.present_stem();
        match last_two(present) {
            (Some('ى' | 'ا'), _) => format!("{}ي", but_last(present)),
            (Some('و' | 'ي'), _) => present.to_owned(),
            (Some(last), _) if self.class() == Class::Doubled => format!("{present}{last}"),
            _ => self.jussive_stem(),
        }
    }

    /// The jussive without prefix and ending: the weak letter is gone.
    fn jussive_stem(&self) -> String {
        if let Some(jussive) = &self.jussive {
            return without_first(jussive).to_owned();
        }
        let present = self.present_stem();
        let stem = but_last(present);
        match last_two(present) {
            (Some('و' | 'ي' | 'ى' | 'ا'), _) => stem.to_owned(),
            (Some('ء'), Some('ا')) => format!("{}أ", but_last(stem)),
            (Some('ء'), Some('ي')) => format!("{}ئ", but_last(stem)),
            (Some('ء'), Some('و')) => format!("{}ؤ", but_last(stem)),
            (_, Some('و' | 'ي' | 'ا')) if self.class() == Class::Hollow => {
                without_middle(present)
            }
            _ => present.to_owned(),
        }
    }

    /// The imperative: the jussive of the second person without its prefix, with an alef where two
    /// consonants would begin it.
    fn imperative(&self, number: Number, gender: Gender) -> String {
        let body = self.present_body(Mood::Jussive, Person::Second, number, gender);
        let past = self.past.as_str();
        let present = self.present_stem();
        let first = past.chars().next();
        let letters = length(past);
        let hollow = self.class() == Class::Hollow || (letters == 3 && past.ends_with("اء"));
        // هدد writes both of its equal radicals, so there is a vowel between them.
        let (last, before) = last_two(past);
        let second_form = letters == 3 && last == before;
        let fourth_form = first == Some('أ')
            && !present.starts_with(['أ', 'ؤ'])
            && (letters > 3 || self.class() == Class::Doubled);
        match first {
            // آمن, يؤمن; آخذ, يؤاخذ
            Some('آ') => {
                let rest = without_first(&body);
                format!("آ{}", rest.strip_prefix('ا').unwrap_or(rest))
            }
            // أكد, يؤكد
            Some('أ') if present.starts_with('ؤ') => format!("أ{}", without_first(&body)),
            // خذ, كل, مر
            Some('أ') if matches!(past, "أخذ" | "أكل" | "أمر") => {
                without_first(&body).to_owned()
            }
            Some('أ') if letters == 3 && present.starts_with('أ') => {
                format!("ائ{}", without_first(&body))
            }
            Some('أ') if fourth_form => format!("أ{body}"),
            Some('ا') => format!("ا{body}"),
            // صل, قف: the present has lost its و.
            Some('و') if letters == 3 && length(present) == 2 => body,
            _ if past == "رأى" || letters != 3 || hollow || second_form => body,
            _ => format!("ا{body}"),
        }
    }
}

/// The prefix of a present.
const fn prefix(person: Person, number: Number, gender: Gender) -> char {
    match (person, number, gender) {
        (Person::First, Number::Singular, _) => 'أ',
        (Person::First, _, _) => 'ن',
        (Person::Third, _, Gender::Masculine) | (Person::Third, Number::Plural, _) => 'ي',
        _ => 'ت',
    }
}

/// Two hamzas on alef in a row are written آ.
fn with_prefix(prefix: char, body: &str) -> String {
    match body.strip_prefix('أ') {
        Some(rest) if prefix == 'أ' => format!("آ{rest}"),
        _ => format!("{prefix}{body}"),
    }
}

fn without_first(word: &str) -> &str {
    let mut chars = word.chars();
    chars.next();
    chars.as_str()
}

/// Every set of features that has a form of its own.
fn every_features() -> impl Iterator<Item = VerbFeatures> {
    let sets = [
        (Tense::Past, Mood::Indicative),
        (Tense::Present, Mood::Indicative),
        (Tense::Present, Mood::Subjunctive),
        (Tense::Present, Mood::Jussive),
        (Tense::Imperative, Mood::Jussive),
    ];
    let persons = [Person::Third, Person::Second, Person::First];
    let numbers = [Number::Singular, Number::Dual, Number::Plural];
    let genders = [Gender::Masculine, Gender::Feminine];
    sets.into_iter().flat_map(move |(tense, mood)| {
        persons.into_iter().flat_map(move |person| {
            numbers.into_iter().flat_map(move |number| {
                genders.into_iter().filter_map(move |gender| {
                    let feminine = gender == Gender::Feminine;
                    let exists = match (person, number) {
                        (Person::First, Number::Dual) => false,
                        (Person::First, _) | (Person::Second, Number::Dual) => !feminine,
                        _ => true,
                    };
                    let exists = exists && (tense != Tense::Imperative || person == Person::Second);
                    exists.then_some(VerbFeatures {
                        tense,
                        mood,
                        person,
                        number,
                        gender,
                    })
                })
            })
        })
    })
}

/// Other accepted spellings of a form: the seat of a hamza before the و of the plural and the ي of
/// the feminine is written in more than one way.
fn variants(text: &str) -> Option<String> {
    let pairs = [
        ("أوا", "ؤوا"),
        ("اؤوا", "اءوا"),
        ("اؤون", "اءون"),
        ("وؤوا", "وءوا"),
        ("وؤون", "وءون"),
        ("ؤون", "أون"),
        ("ؤوا", "أوا"),
    ];
    pairs.iter().find_map(|(usual, other)| {
        let stem = text.strip_suffix(usual)?;
        (length(stem) >= 2 || usual.starts_with(['ا', 'و'])).then(|| format!("{stem}{other}"))
    })
}

/// The spelling of a form before a pronoun.
fn bound(text: &str, features: VerbFeatures) -> String {
    let second = features.person == Person::Second && features.gender == Gender::Masculine;
    if features.tense == Tense::Past && features.number == Number::Plural && second {
        return format!("{text}و");
    }
    let raised = features.tense == Tense::Present && features.mood == Mood::Indicative;
    verb_bound(text, raised)
}

#[cfg(test)]
mod tests;
