//! Which of several texts is the Arabic one, where nothing but its letters tells.

/// Whether most letters of `text` are Arabic.
pub(super) fn is_arabic(text: &str) -> bool {
    let (mut arabic, mut other) = (0, 0);
    for c in text.chars().filter(|it| it.is_alphabetic()) {
        match c {
            '\u{600}'..='\u{6FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' => {
                arabic += 1;
            }
            _ => other += 1,
        }
    }
    arabic > other
}
