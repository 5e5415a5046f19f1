//! Character references of HTML: `&nbsp;`, `&#160;`, `&#xA0;`.

use std::borrow::Cow;

use quick_xml::escape::resolve_html5_entity;

/// The reference that `text` begins with: its length in bytes and what it stands for; `None` where
/// its `&` is one.
pub(super) fn html(text: &str) -> Option<(usize, Cow<'static, str>)> {
    let rest = text.strip_prefix('&')?;
    if let Some(number) = rest.strip_prefix('#') {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(it) => (it, 16),
            None => (number, 10),
        };
        let len = digits
            .bytes()
            .take_while(|it| char::from(*it).is_digit(radix))
            .count();
        if len == 0 {
            return None;
        }
        let (digits, after) = digits.split_at(len);
        let written = text.len() - after.len() + usize::from(after.starts_with(';'));
        return Some((written, numbered(digits, radix)));
    }
    let len = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, after) = rest.split_at(len);
    let value = resolve_html5_entity(name)?;
    if after.starts_with(';') {
        return Some((len + 2, Cow::Borrowed(value)));
    }
    // Names of Latin-1 were once written without the semicolon, and are still read.
    let old = value.chars().all(|it| it <= '\u{FF}') && !after.starts_with('=');
    old.then_some((len + 1, Cow::Borrowed(value)))
}

/// The character of a number; the sign of what cannot be shown where there is none.
fn numbered(digits: &str, radix: u32) -> Cow<'static, str> {
    let number = u32::from_str_radix(digits, radix).ok();
    let c = number.filter(|it| *it != 0).and_then(char::from_u32);
    Cow::Owned(c.unwrap_or(char::REPLACEMENT_CHARACTER).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_as_browsers_read_them() {
        let read = |text| html(text).map(|it| (it.0, it.1.into_owned()));
        assert_eq!(read("&nbsp;ا"), Some((6, "\u{A0}".to_owned())));
        assert_eq!(read("&amp ا"), Some((4, "&".to_owned())));
        assert_eq!(read("&#x627;"), Some((7, "ا".to_owned())));
        assert_eq!(read("&#1575 "), Some((6, "ا".to_owned())));
        assert_eq!(read("&#99999999;").unwrap().1, "\u{FFFD}");
        assert_eq!(read("& ا"), None);
        assert_eq!(read("&none;"), None);
    }
}
