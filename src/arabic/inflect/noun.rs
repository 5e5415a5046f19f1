//! Nouns and adjectives: every written form of one, and the form for given features.

use super::super::features::{Case, Gender, NounFeatures, Number};
use super::super::pronouns::{before_pronoun, five_ending, is_one_of_five};
use super::adjective::{adjective_plurals, feminine};
use super::endings::{
    defective_masculine_plural, dual, sound_feminine_plural, sound_masculine_plural, with_tanwin,
};
use super::{but_last, last_two, length};
use serde::{Deserialize, Serialize};

/// A noun or an adjective as a dictionary has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Noun {
    /// Without ال; of an adjective the masculine. A defective noun with its ي (قاضي) or without.
    pub singular: String,
    /// Of the singular.
    pub gender: Gender,
    /// Broken or irregular plurals, the usual one first; empty if the plural is regular.
    pub plurals: Vec<String>,
    /// The feminine, where the word has one that is not made by rule, or names a person.
    pub feminine: Option<String>,
    /// It agrees with a noun, so it has a feminine.
    pub adjective: bool,
    /// It never takes the alef of the indefinite accusative in the singular.
    pub diptote: bool,
    /// A list of words describes it; the gender and plurals of any other are guessed.
    pub declared: bool,
}

/// One form of a noun, correctly spelt, without ال and clitics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounForm {
    /// The spelling.
    pub text: String,
    /// What it shows.
    pub features: NounFeatures,
    /// The spellings before a pronoun suffix; empty where it takes none.
    pub bound: Vec<String>,
}

/// Nouns in CāCi whose ي is that of relation, so that it is never dropped: مالي is not مال.
const NOT_DEFECTIVE: [&str; 16] = [
    "مالي", "عادي", "مادي", "ذاتي", "ناري", "حالي", "نازي", "قاري", "غازي", "باري", "خامي", "ناتي",
    "هادي", "شادي", "رامي", "فادي",
];

/// Participles and verbal nouns that end in a weak ي, which قاض and تحد drop.
const DEFECTIVE: [&str; 62] = [
    "محامي",
    "موازي",
    "مساوي",
    "مشتري",
    "معتدي",
    "منتهي",
    "متعدي",
    "متبقي",
    "متتالي",
    "متوازي",
    "متساوي",
    "متدني",
    "متنامي",
    "معادي",
    "مناوي",
    "منافي",
    "مؤدي",
    "معطي",
    "مغني",
    "مفتي",
    "مكتفي",
    "متخفي",
    "مربي",
    "موالي",
    "متقصي",
    "متردي",
    "مستدعي",
    "منحني",
    "تحدي",
    "تبني",
    "تخلي",
    "تعدي",
    "تصدي",
    "تدني",
    "تلقي",
    "تمني",
    "تفشي",
    "تردي",
    "تنحي",
    "تأني",
    "تجلي",
    "توخي",
    "تولي",
    "ترقي",
    "تقصي",
    "تفادي",
    "تعاطي",
    "تداعي",
    "توالي",
    "تلاقي",
    "تراخي",
    "تعافي",
    "تنامي",
    "تهاوي",
    "تباهي",
    "تلاشي",
    "تسامي",
    "تغاضي",
    "تمادي",
    "توازي",
    "تساوي",
    "تفاني",
];

/// Nouns in CāCi that are also given without the ي.
const SHORT_DEFECTIVE: [&str; 11] = [
    "قاض", "واد", "ناد", "راع", "داع", "هاو", "ثان", "عال", "تال", "ماض", "جان",
];

/// Plurals in CaCāCC, written with four letters, which take no alef like all of their pattern.
const SHORT_DIPTOTES: [&str; 6] = ["مواد", "مهام", "مضار", "دواب", "خواص", "حواس"];

impl Noun {
    /// A noun that no list knows: its gender is told by its ending, its plural is regular. A word
    /// in ـي or ـية after at least four letters is an adjective of relation, kept in the masculine.
    pub fn regular(word: &str) -> Noun {
        let relation = [("ية", but_last(word)), ("ي", word)]
            .into_iter()
            .find(|(ending, _)| word.ends_with(ending));
        if let Some((_, masculine)) = relation
            && length(masculine) >= 5
            && !DEFECTIVE.contains(&masculine)
        {
            return Noun {
                singular: masculine.to_owned(),
                gender: Gender::Masculine,
                plurals: Vec::new(),
                feminine: None,
                adjective: true,
                diptote: false,
                declared: false,
            };
        }
        // Countries and disciplines: روسيا, تكنولوجيا. Shorter words are plurals: قضايا.
        let foreign = word.ends_with("يا") && length(word) >= 5 && !is_broken_in_aya(word);
        Noun {
            singular: word.to_owned(),
            gender: if word.ends_with('ة') || foreign {
                Gender::Feminine
            } else {
                Gender::Masculine
            },
            plurals: Vec::new(),
            feminine: None,
            adjective: false,
            diptote: is_elative(word),
            declared: false,
        }
    }

    /// Every written form, for matching: each spelling once for each set of features it shows.
    pub fn forms(&self) -> Vec<NounForm> {
        let mut forms = Forms::default();
        let gender = self.gender;
        let stem = self.defective_stem();
        let singular = match stem {
            Some(stem) => format!("{stem}ي"),
            None => self.singular.clone(),
        };
        forms.singular(&singular, gender, !self.diptote);
        if let Some(stem) = stem {
            forms.shortened(stem, NounFeatures::singular(gender));
        }
        forms.dual(&singular, gender);

        for plural in self.plurals() {
            if plural == sound_masculine_plural(&singular, Case::Nominative, false) {
                forms.masculine_plural(&singular);
            } else if plural == defective_masculine_plural(&singular, Case::Nominative, false) {
                forms.masculine_plural(but_last(&singular));
            } else {
                forms.plural(plural, &self.singular, gender);
            }
        }
        let feminine = match &self.feminine {
            Some(feminine) => Some(feminine.clone()),
            None if self.adjective && gender == Gender::Masculine => Some(feminine(&singular)),
            None => None,
        };
        if self.plurals.is_empty() {
            // مستوى has no plural of persons.
            if gender == Gender::Masculine && !singular.ends_with('ى') {
                forms.masculine_plural(stem.unwrap_or(&singular));
            }
            if gender == Gender::Feminine || feminine.is_none() {
                forms.plural(&feminine_plural(&singular, gender), "", gender);
            }
        }
        if let Some(feminine) = feminine {
            let gender = Gender::Feminine;
            forms.singular(&feminine, gender, true);
            forms.dual(&feminine, gender);
            forms.plural(&feminine_plural(&feminine, gender), "", gender);
        }
        forms.0
    }

    /// The best spelling for these features: what the word cannot show is left out, and a gender
    /// it does not have is not asked of it. `None` only for an empty word.
    pub fn inflect(&self, features: NounFeatures) -> Option<String> {
        self.best(features, |_| true).map(|it| it.text)
    }

    /// The spelling for these features before a pronoun. `case` is what the place asks for, else
    /// that of the features counts, else the genitive, which most nouns with a pronoun stand in.
    pub fn bound(&self, features: NounFeatures, case: Option<Case>) -> Option<String> {
        let case = case.or(features.case);
        let wanted = NounFeatures {
            case,
            construct: true,
            tanwin: false,
            ..features
        };
        let form = self.best(wanted, |it| !it.bound.is_empty())?;
        match form.bound.len() {
            1 => form.bound.into_iter().next(),
            _ => before_pronoun(&form.text, Some(case.unwrap_or(Case::Genitive)))
                .into_iter()
                .next(),
        }
    }

    /// The form that shows the fewest wrong features.
    fn best(&self, wanted: NounFeatures, fits: impl Fn(&NounForm) -> bool) -> Option<NounForm> {
        if self.singular.is_empty() {
            return None;
        }
        let doubtful = self.doubtful_plural();
        self.forms()
            .into_iter()
            .filter(fits)
            .min_by_key(|form| cost(form, wanted, doubtful))
    }

    /// The listed plurals, or those every adjective of its kind has.
    fn plurals(&self) -> Vec<&str> {
        if self.plurals.is_empty() && self.adjective {
            return adjective_plurals(&self.singular).to_vec();
        }
        self.plurals.iter().map(String::as_str).collect()
    }

    /// A masculine noun without a listed plural has both sound ones in [`Self::forms`]; this is
    /// the one not to write.
    fn doubtful_plural(&self) -> Option<Sound> {
        if !self.plurals.is_empty() || self.gender == Gender::Feminine {
            return None;
        }
        if self.adjective || self.feminine.is_some() {
            return None;
        }
        let letters: Vec<char> = self.singular.chars().collect();
        let person = match letters[..] {
            _ if self.singular == "مسؤول" => true,
            // مراسل, مهندس; not منشور, مشروع
            ['م', .., before, _] => before != 'و' && before != 'ا',
            // لاعب, كاتب
            [_, 'ا', _, _] => true,
            _ => self.defective_stem().is_some_and(|it| !it.starts_with('ت')),
        };
        Some(if person {
            Sound::Feminine
        } else {
            Sound::Masculine
        })
    }

    /// The word without the weak ي that it drops when indefinite, if it is of that kind.
    fn defective_stem(&self) -> Option<&str> {
        let word = self.singular.as_str();
        let Some(stem) = word.strip_suffix('ي') else {
            let short = SHORT_DEFECTIVE.contains(&word)
                || DEFECTIVE
                    .iter()
                    .any(|it| but_last(it) == word && length(word) > 3);
            return short.then_some(word);
        };
        let active =
            length(stem) == 3 && stem.chars().nth(1) == Some('ا') && !NOT_DEFECTIVE.contains(&word);
        (active || DEFECTIVE.contains(&word)).then_some(stem)
    }
}

/// The two sound plurals.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sound {
    Masculine,
    Feminine,
}

/// How badly a form fits: number before gender before the smaller signs.
fn cost(form: &NounForm, wanted: NounFeatures, doubtful: Option<Sound>) -> u32 {
    let shown = form.features;
    let mut cost = 0;
    if shown.number != wanted.number {
        cost += 100;
    }
    if shown.gender != wanted.gender {
        cost += 50;
    }
    if shown.number == Number::Plural && doubtful.is_some() {
        let sound = if form.text.ends_with("ات") {
            Sound::Feminine
        } else {
            Sound::Masculine
        };
        if doubtful == Some(sound) {
            cost += 30;
        }
    }
    cost += match (shown.tanwin, wanted.tanwin) {
        // Never invented.
        (true, false) => 40,
        (false, true) => 2,
        _ => 0,
    };
    if shown.construct != wanted.construct {
        cost += 10;
    }
    // One form serves accusative and genitive of dual and sound plural.
    let oblique = |case: Case| match case {
        Case::Accusative if shown.number != Number::Singular && !shown.tanwin => Case::Genitive,
        _ => case,
    };
    cost + match (shown.case, wanted.case.map(oblique)) {
        (a, b) if a == b => 0,
        (None, _) | (Some(Case::Genitive), None) => 1,
        (Some(_), None) => 2,
        // قاض is no accusative and قاضيا no genitive.
        _ if shown.tanwin => 40,
        _ => 5,
    }
}

/// The forms found so far.
#[derive(Default)]
struct Forms(Vec<NounForm>);

impl Forms {
    fn add(&mut self, text: String, features: NounFeatures, bound: Vec<String>) {
        let known = |it: &NounForm| it.features == features && it.text == text;
        if !self.0.iter().any(known) {
            self.0.push(NounForm {
                text,
                features,
                bound,
            });
        }
    }

    /// A singular: plain, with tanwin, and the three of أب.
    fn singular(&mut self, word: &str, gender: Gender, tanwin: bool) {
        let features = NounFeatures::singular(gender);
        self.add(word.to_owned(), features, before_pronoun(word, None));
        if tanwin {
            self.tanwin(word, features);
        }
        if is_one_of_five(word) {
            for case in [Case::Nominative, Case::Accusative, Case::Genitive] {
                let features = NounFeatures {
                    case: Some(case),
                    construct: true,
                    ..features
                };
                self.add(format!("{word}{}", five_ending(case)), features, Vec::new());
            }
        }
    }

    fn tanwin(&mut self, word: &str, features: NounFeatures) {
        let text = with_tanwin(word);
        if text != word {
            let features = NounFeatures {
                case: Some(Case::Accusative),
                tanwin: true,
                ..features
            };
            self.add(text, features, Vec::new());
        }
    }

    /// A defective noun without its ي.
    fn shortened(&mut self, stem: &str, features: NounFeatures) {
        let features = NounFeatures {
            case: Some(Case::Genitive),
            tanwin: true,
            ..features
        };
        self.add(stem.to_owned(), features, Vec::new());
    }

    fn dual(&mut self, word: &str, gender: Gender) {
        let stem = match word.strip_suffix("اء") {
            Some(stem) if gender == Gender::Feminine => format!("{stem}او"),
            _ if is_one_of_five(word) => format!("{word}و"),
            _ => word.to_owned(),
        };
        self.with_and_without_nun(Number::Dual, gender, |case, construct| {
            dual(&stem, case, construct)
        });
    }

    fn masculine_plural(&mut self, stem: &str) {
        self.with_and_without_nun(Number::Plural, Gender::Masculine, |case, construct| {
            sound_masculine_plural(stem, case, construct)
        });
    }

    /// The four forms of a number that shows case and drops its ن.
    fn with_and_without_nun(
        &mut self,
        number: Number,
        gender: Gender,
        spell: impl Fn(Case, bool) -> String,
    ) {
        for case in [Case::Nominative, Case::Genitive] {
            for construct in [false, true] {
                let text = spell(case, construct);
                let features = NounFeatures {
                    gender,
                    number,
                    case: Some(case),
                    construct,
                    tanwin: false,
                };
                let bound = if construct {
                    vec![text.clone()]
                } else {
                    Vec::new()
                };
                self.add(text, features, bound);
            }
        }
    }

    /// A broken plural of `singular`, or any plural in ات.
    fn plural(&mut self, plural: &str, singular: &str, gender: Gender) {
        let features = NounFeatures {
            number: Number::Plural,
            ..NounFeatures::singular(gender)
        };
        let long = restored_plural(plural, singular);
        let text = long.as_deref().unwrap_or(plural);
        self.add(text.to_owned(), features, before_pronoun(text, None));
        if long.is_some() {
            self.shortened(but_last(text), features);
        } else if is_triptote_plural(plural) {
            self.tanwin(plural, features);
        }
    }
}

/// The plural in ات of a singular: a feminine in اء turns its hamza to و.
fn feminine_plural(singular: &str, gender: Gender) -> String {
    match singular.strip_suffix("اء") {
        Some(stem) if gender == Gender::Feminine => format!("{stem}اوات"),
        _ => sound_feminine_plural(singular),
    }
}

/// A plural like أراض, مبان, أياد, given with or without its weak ي, with the ي. Where the
/// singular ends in ي or ية (كرسي, أغنية) the ي is double and never dropped.
fn restored_plural(plural: &str, singular: &str) -> Option<String> {
    if !singular.ends_with("ية") && !singular.ends_with('ي') {
        let letters: Vec<char> = plural.chars().collect();
        if let [_, _, 'ا', _, 'ي'] = letters[..] {
            return Some(plural.to_owned());
        }
    }
    let short = [
        "أراض", "مبان", "معان", "ليال", "أياد", "نواد", "مساع", "دواع", "أهال", "مراع", "ثوان",
        "نواح",
    ];
    short.contains(&plural).then(|| format!("{plural}ي"))
}

/// Whether a plural takes the alef of the indefinite accusative: all but those in ات and those of
/// the pattern of مدارس and مفاتيح.
fn is_triptote_plural(plural: &str) -> bool {
    let letters: Vec<char> = plural.chars().collect();
    match letters[..] {
        [.., 'ا', 'ت'] => matches!(plural, "أصوات" | "أوقات" | "أموات" | "أبيات" | "أقوات"),
        [_, _, 'ا', _, _] | [_, _, 'ا', _, 'ي', _] => false,
        _ => !SHORT_DIPTOTES.contains(&plural),
    }
}

/// قضايا and the like: five letters, the third an alef.
fn is_broken_in_aya(word: &str) -> bool {
    length(word) == 5 && word.chars().nth(2) == Some('ا')
}

/// Whether a word looks like أكبر: such words are diptotes.
fn is_elative(word: &str) -> bool {
    let long = |it: char| matches!(it, 'ا' | 'و' | 'ي' | 'ى' | 'ة' | 'ء');
    let tail = last_two(word);
    word.starts_with('أ')
        && length(word) == 4
        && !tail.0.is_some_and(long)
        && !tail.1.is_some_and(long)
}

#[cfg(test)]
mod tests;
