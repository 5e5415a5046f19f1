//! The grammatical features that the spelling of a noun or a verb can show.
//!
//! Tables of forms hold tens of thousands of these, so both structs pack into 16 bits.

use serde::{Deserialize, Serialize};

/// Grammatical gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gender {
    /// Masculine, and what shows no gender.
    Masculine,
    /// Feminine.
    Feminine,
}

/// Grammatical number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Number {
    /// One.
    Singular,
    /// Two.
    Dual,
    /// Three and more.
    Plural,
}

/// Grammatical case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Case {
    /// Of the subject.
    Nominative,
    /// Of the object.
    Accusative,
    /// After a preposition or a noun. Also stands for "not nominative" where the two share a form.
    Genitive,
}

/// Grammatical person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Person {
    /// Who speaks.
    First,
    /// Who is spoken to.
    Second,
    /// Who is spoken of.
    Third,
}

/// The three sets of verb forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tense {
    /// كتب
    Past,
    /// يكتب
    Present,
    /// اكتب
    Imperative,
}

/// The mood of a present verb. A past verb counts as indicative, an imperative as jussive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mood {
    /// يكتبون
    Indicative,
    /// After أن لن كي حتى: يكتبوا
    Subjunctive,
    /// After لم لا: يكتبوا, and يقل for يقول
    Jussive,
}

/// What the spelling of a noun or adjective shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NounFeatures {
    /// Of the word itself, not of what it agrees with in the plural.
    pub gender: Gender,
    /// How many.
    pub number: Number,
    /// The case the spelling shows, `None` where it shows none. Dual and sound plural have one
    /// form for accusative and genitive: that is `Genitive`.
    pub case: Option<Case>,
    /// The ن of a dual or sound plural is dropped, or أب written أبو.
    pub construct: bool,
    /// The spelling shows that the word is indefinite: an alef in the accusative (كتابا), or, with
    /// `Genitive`, the ي of a defective noun dropped (قاض).
    pub tanwin: bool,
}

/// What the spelling of a verb shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct VerbFeatures {
    /// Past, present or imperative.
    pub tense: Tense,
    /// Of the present; see [`Mood`] for the others.
    pub mood: Mood,
    /// Who.
    pub person: Person,
    /// How many.
    pub number: Number,
    /// Of the subject; masculine in the first person and the second person dual.
    pub gender: Gender,
}

impl Gender {
    fn of(bits: u16) -> Gender {
        match bits & 1 {
            0 => Gender::Masculine,
            _ => Gender::Feminine,
        }
    }
}

impl Number {
    fn of(bits: u16) -> Number {
        match bits & 3 {
            0 => Number::Singular,
            1 => Number::Dual,
            _ => Number::Plural,
        }
    }
}

impl NounFeatures {
    /// The plain singular: no case, no construct, no tanwin to be seen.
    pub const fn singular(gender: Gender) -> NounFeatures {
        NounFeatures {
            gender,
            number: Number::Singular,
            case: None,
            construct: false,
            tanwin: false,
        }
    }

    /// Packs into the lowest 7 bits.
    pub fn to_bits(self) -> u16 {
        let case = match self.case {
            None => 0,
            Some(case) => 1 + case as u16,
        };
        self.gender as u16
            | (self.number as u16) << 1
            | case << 3
            | u16::from(self.construct) << 5
            | u16::from(self.tanwin) << 6
    }

    /// The reverse of [`Self::to_bits`].
    pub fn from_bits(bits: u16) -> NounFeatures {
        NounFeatures {
            gender: Gender::of(bits),
            number: Number::of(bits >> 1),
            case: match (bits >> 3) & 3 {
                0 => None,
                1 => Some(Case::Nominative),
                2 => Some(Case::Accusative),
                _ => Some(Case::Genitive),
            },
            construct: (bits >> 5) & 1 == 1,
            tanwin: (bits >> 6) & 1 == 1,
        }
    }
}

impl VerbFeatures {
    /// A past form.
    pub const fn past(person: Person, number: Number, gender: Gender) -> VerbFeatures {
        VerbFeatures {
            tense: Tense::Past,
            mood: Mood::Indicative,
            person,
            number,
            gender,
        }
    }

    /// A present form.
    pub const fn present(
        mood: Mood,
        person: Person,
        number: Number,
        gender: Gender,
    ) -> VerbFeatures {
        VerbFeatures {
            tense: Tense::Present,
            mood,
            person,
            number,
            gender,
        }
    }

    /// Packs into the lowest 9 bits.
    pub fn to_bits(self) -> u16 {
        self.gender as u16
            | (self.number as u16) << 1
            | (self.person as u16) << 3
            | (self.tense as u16) << 5
            | (self.mood as u16) << 7
    }

    /// The reverse of [`Self::to_bits`].
    pub fn from_bits(bits: u16) -> VerbFeatures {
        VerbFeatures {
            gender: Gender::of(bits),
            number: Number::of(bits >> 1),
            person: match (bits >> 3) & 3 {
                0 => Person::First,
                1 => Person::Second,
                _ => Person::Third,
            },
            tense: match (bits >> 5) & 3 {
                0 => Tense::Past,
                1 => Tense::Present,
                _ => Tense::Imperative,
            },
            mood: match (bits >> 7) & 3 {
                0 => Mood::Indicative,
                1 => Mood::Subjunctive,
                _ => Mood::Jussive,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GENDERS: [Gender; 2] = [Gender::Masculine, Gender::Feminine];
    const NUMBERS: [Number; 3] = [Number::Singular, Number::Dual, Number::Plural];

    #[test]
    fn noun_features_survive_packing() {
        let cases = [
            None,
            Some(Case::Nominative),
            Some(Case::Accusative),
            Some(Case::Genitive),
        ];
        for gender in GENDERS {
            for number in NUMBERS {
                for case in cases {
                    for (construct, tanwin) in
                        [(false, false), (false, true), (true, false), (true, true)]
                    {
                        let features = NounFeatures {
                            gender,
                            number,
                            case,
                            construct,
                            tanwin,
                        };
                        assert_eq!(NounFeatures::from_bits(features.to_bits()), features);
                    }
                }
            }
        }
    }

    #[test]
    fn verb_features_survive_packing() {
        for gender in GENDERS {
            for number in NUMBERS {
                for person in [Person::First, Person::Second, Person::Third] {
                    for tense in [Tense::Past, Tense::Present, Tense::Imperative] {
                        for mood in [Mood::Indicative, Mood::Subjunctive, Mood::Jussive] {
                            let features = VerbFeatures {
                                tense,
                                mood,
                                person,
                                number,
                                gender,
                            };
                            assert_eq!(VerbFeatures::from_bits(features.to_bits()), features);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn any_bits_are_read() {
        for bits in 0..=u16::MAX {
            let noun = NounFeatures::from_bits(bits);
            assert_eq!(NounFeatures::from_bits(noun.to_bits()), noun);
            let verb = VerbFeatures::from_bits(bits);
            assert_eq!(VerbFeatures::from_bits(verb.to_bits()), verb);
        }
    }
}
