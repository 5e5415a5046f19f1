//! Which text of a file is Arabic, told by its language tag (BCP 47, as `ar-EG` or `ar_EG`).

/// Whether `tag` names Arabic of any country.
pub(super) fn is_arabic(tag: &str) -> bool {
    let primary = tag.split(['-', '_']).next().unwrap_or_default().trim();
    ["ar", "ara", "arb"]
        .iter()
        .any(|it| it.eq_ignore_ascii_case(primary))
}

/// Whether `tag` names a language, and another than Arabic.
pub(super) fn is_foreign(tag: &str) -> bool {
    !tag.trim().is_empty() && !is_arabic(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_subtag_counts() {
        assert!(is_arabic("ar") && is_arabic("AR-eg") && is_arabic("ar_SA"));
        assert!(is_foreign("en") && is_foreign("arc"));
        assert!(!is_foreign("") && !is_foreign("ar"));
    }
}
