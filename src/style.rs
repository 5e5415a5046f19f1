//! The house style: what a publication may choose, and the only options that rules read.
//!
//! Every choice is between practices that are all good Arabic, so the default of each is `any`:
//! then only an article that mixes two of them hears of it, as advice.

use serde::{Deserialize, Serialize};

/// What a house has chosen. The default chooses nothing: every current practice is accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Style {
    /// Spell names as the glossary does even where it tolerates another spelling.
    pub strict_names: bool,
    /// The digits of numbers.
    pub digits: Digits,
    /// The marks around quotations.
    pub quotes: Quotes,
    /// Where the tanwin of the accusative stands when an alef follows it.
    pub tanwin: Tanwin,
    /// How a percentage is written after digits.
    pub percent: Percent,
    /// The word for a hundred.
    pub hundred: Hundred,
    /// The name of America, and what is derived from it.
    pub america: America,
    /// The letter for the g of foreign names.
    pub letter_for_g: LetterForG,
}

macro_rules! choice {
    ($(#[doc = $doc:literal])+ $name:ident {
        $($(#[doc = $value_doc:literal])+ $value:ident $written:literal $en:literal $ar:literal),+ $(,)?
    }) => {
        $(#[doc = $doc])+
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema,
        )]
        pub enum $name {
            /// Any of them.
            #[default]
            #[serde(rename = "any")]
            Any,
            $($(#[doc = $value_doc])+ #[serde(rename = $written)] $value,)+
        }

        impl Choice for $name {
            fn words(self) -> (&'static str, &'static str) {
                match self {
                    $name::Any => ("any", "أي منها"),
                    $($name::$value => ($en, $ar),)+
                }
            }
        }
    };
}

/// One of several practices, `Default` being none in particular.
pub trait Choice: Copy + Default + PartialEq {
    /// What it is called in messages, English and Arabic.
    fn words(self) -> (&'static str, &'static str);
}

choice! {
    /// The digits of numbers.
    Digits {
        /// 0123456789, as most agencies and the Maghreb write.
        European "european" "European digits (123)" "الأرقام الأوروبية (123)",
        /// ٠١٢٣٤٥٦٧٨٩, as much of the press of Egypt and the Gulf prints.
        ArabicIndic "arabic-indic" "Arabic-Indic digits (١٢٣)" "الأرقام المشرقية (١٢٣)",
    }
}

choice! {
    /// The marks around quotations.
    Quotes {
        /// «…»
        Guillemets "«»" "«…»" "«…»",
        /// “…”
        Curly "“”" "“…”" "“…”",
        /// "…"
        Straight "\"\"" "\"…\"" "\"…\"",
    }
}

choice! {
    /// Where the tanwin of the accusative stands when an alef follows it.
    Tanwin {
        /// On the letter before the alef, as in كتابًا.
        OnLetter "on-letter" "tanwin on the letter before the alef (ـًا)" "التنوين على الحرف قبل الألف (ـًا)",
        /// On the alef, as in كتاباً.
        OnAlef "on-alef" "tanwin on the alef (ـاً)" "التنوين على الألف (ـاً)",
    }
}

choice! {
    /// How a percentage is written after digits.
    Percent {
        /// 5%
        Sign "sign" "5%" "5%",
        /// 5٪
        ArabicSign "arabic-sign" "5٪" "5٪",
        /// 5 في المئة
        Words "words" "5 في المئة" "5 في المئة",
    }
}

choice! {
    /// The word for a hundred.
    Hundred {
        /// مئة, as it is said.
        Short "مئة" "مئة" "مئة",
        /// مائة, as manuscripts wrote it.
        Long "مائة" "مائة" "مائة",
    }
}

choice! {
    /// The name of America, and what is derived from it.
    America {
        /// أميركا
        Amirka "أميركا" "أميركا" "أميركا",
        /// أمريكا
        Amrika "أمريكا" "أمريكا" "أمريكا",
    }
}

choice! {
    /// The letter for the g of foreign names.
    LetterForG {
        /// غ, as in غوتيريش.
        Ghain "غ" "غ for g" "غ للحرف g",
        /// ج, as in جوتيريش.
        Jeem "ج" "ج for g" "ج للحرف g",
    }
}
