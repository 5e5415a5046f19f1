//! Closed classes that agree in gender: see [`other_gender`].

use super::Gender;

/// Masculine and feminine of demonstratives and relative pronouns, with the proclitics that
/// texts write on them.
const PAIRS: [(&str, &str); 12] = [
    ("هذا", "هذه"),
    ("ذلك", "تلك"),
    ("الذي", "التي"),
    ("اللذان", "اللتان"),
    ("اللذين", "اللتين"),
    ("هذان", "هاتان"),
    ("هذين", "هاتين"),
    ("ذاك", "تيك"),
    ("للذي", "للتي"),
    ("أحد", "إحدى"),
    ("كلا", "كلتا"),
    ("هو", "هي"),
];

/// `word` in gender `to`, where it is of the other gender; with the و ف ب ل ك it carries.
pub fn other_gender(word: &str, to: Gender) -> Option<String> {
    let swap = |word: &str| {
        PAIRS.iter().find_map(|(masculine, feminine)| match to {
            Gender::Masculine => (word == *feminine).then_some(*masculine),
            Gender::Feminine => (word == *masculine).then_some(*feminine),
        })
    };
    if let Some(other) = swap(word) {
        return Some(other.to_owned());
    }
    // One or two proclitics: `وهذه`, `لهذا`, `وبهذه`.
    let mut starts = word.char_indices().skip(1).map(|it| it.0);
    for _ in 0..2 {
        let at = starts.next()?;
        let (clitics, rest) = word.split_at(at);
        if !clitics
            .chars()
            .all(|it| matches!(it, 'و' | 'ف' | 'ب' | 'ل' | 'ك'))
        {
            return None;
        }
        if let Some(other) = swap(rest) {
            return Some(format!("{clitics}{other}"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proclitics_stay() {
        assert_eq!(
            other_gender("هذه", Gender::Masculine).as_deref(),
            Some("هذا")
        );
        assert_eq!(
            other_gender("ولهذا", Gender::Feminine).as_deref(),
            Some("ولهذه")
        );
        assert_eq!(
            other_gender("والتي", Gender::Masculine).as_deref(),
            Some("والذي")
        );
        assert_eq!(other_gender("هذه", Gender::Feminine), None);
        assert_eq!(other_gender("كتاب", Gender::Feminine), None);
    }
}
