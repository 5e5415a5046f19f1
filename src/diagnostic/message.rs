//! Messages as data, in the two languages of our users.

use std::borrow::Cow;

/// The language messages are shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Arabic.
    Arabic,
}

/// One message in both languages. Which one a user reads is decided by the renderer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Message {
    /// In English.
    pub en: Cow<'static, str>,
    /// In Arabic.
    pub ar: Cow<'static, str>,
}

impl Message {
    /// A message of fixed words.
    pub const fn fixed(en: &'static str, ar: &'static str) -> Message {
        Message {
            en: Cow::Borrowed(en),
            ar: Cow::Borrowed(ar),
        }
    }

    /// A message put together from the text at hand.
    pub fn new(en: impl Into<String>, ar: impl Into<String>) -> Message {
        Message {
            en: Cow::Owned(en.into()),
            ar: Cow::Owned(ar.into()),
        }
    }

    /// What a reader of `language` reads.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Arabic => &self.ar,
        }
    }
}
