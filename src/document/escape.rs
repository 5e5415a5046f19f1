//! How a format writes text that would mean something else as it is: see [`Escape`].

use std::borrow::Cow;

/// How a replacement is written into the file that a segment came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Escape {
    /// As it is.
    #[default]
    Verbatim,
}

impl Escape {
    /// `text` as the file has it; `None` where the format cannot hold it at this place.
    pub fn write(self, text: &str) -> Option<Cow<'_, str>> {
        match self {
            Escape::Verbatim => Some(Cow::Borrowed(text)),
        }
    }
}
