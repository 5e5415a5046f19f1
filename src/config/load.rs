//! From the text of `fasih.yaml` to its keys, or to a problem with its place.

use serde_saphyr::Error;

use super::ConfigFile;
use crate::{
    diagnostic::{Message, Problem},
    glossary::{limits, position},
};

/// Reads `yaml`, the text of `path`.
///
/// # Errors
///
/// What is wrong, with line and column: YAML that does not parse, an unknown key, a value that the
/// key does not take.
pub fn load(path: &str, yaml: &str) -> Result<ConfigFile, Problem> {
    // A file of comments is no YAML value at all, and means every default.
    let says_nothing = |line: &str| {
        let line = line.trim_start_matches('\u{FEFF}').trim();
        line.is_empty() || line.starts_with('#')
    };
    if yaml.lines().all(says_nothing) {
        return Ok(ConfigFile::default());
    }
    serde_saphyr::from_str_with_options(yaml, limits(yaml)).map_err(|error| {
        let mut problem = Problem::fatal(path, message(error.without_snippet()));
        problem.position = error.location().and_then(position);
        problem
    })
}

fn message(error: &Error) -> Message {
    match error {
        Error::SerdeUnknownField {
            field, expected, ..
        } => {
            let nearest = expected
                .iter()
                .map(|it| (strsim::damerau_levenshtein(it, field), *it))
                .min()
                .filter(|it| it.0 * 2 <= field.len());
            match nearest {
                Some((_, known)) => Message::new(
                    format!("no key is called `{field}`; did you mean `{known}`?"),
                    format!("لا مفتاح اسمه «{field}»؛ هل تقصد «{known}»؟"),
                ),
                None => Message::new(
                    format!(
                        "no key is called `{field}`; there are {}",
                        expected.join(", ")
                    ),
                    format!("لا مفتاح اسمه «{field}»؛ المفاتيح: {}", expected.join(" ")),
                ),
            }
        }
        Error::SerdeUnknownVariant {
            variant, expected, ..
        } => Message::new(
            format!("`{variant}` is none of {}", expected.join(", ")),
            format!("\u{200F}«{variant}» ليست من القيم: {}", expected.join(" ")),
        ),
        other => {
            let text = other.to_string();
            // The place is told apart from the message.
            let plain = text.split(" at line ").next().unwrap_or(&text);
            Message::new(plain, format!("تعذرت قراءة الإعدادات: {plain}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::{Hundred, LetterForG, Percent, Quotes, Style};

    #[track_caller]
    fn refused(yaml: &str, line: u32, column: u32, says: &str) {
        let problem = load("fasih.yaml", yaml).unwrap_err();
        assert!(problem.message.en.contains(says), "{problem:?}");
        assert_eq!(
            problem.position,
            Some(crate::text::Position { line, column })
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        refused(
            "ignore: [a]\nmin-severty: major\n",
            2,
            1,
            "did you mean `min-severity`?",
        );
        refused("zzzzzz: 1\n", 1, 1, "there are select, ignore");
        refused("fail-on: awful\n", 1, 10, "none of neutral, minor");
        refused("style:\n  strict-name: true\n", 2, 3, "strict-names");
        refused(
            "style:\n  digit: european\n",
            2,
            3,
            "did you mean `digits`?",
        );
        refused(
            "style:\n  digits: arabic\n",
            2,
            11,
            "`arabic` is none of any, european, arabic-indic",
        );
        refused("select: [a\n", 1, 9, "unclosed");
    }

    #[test]
    fn the_house_style_is_written_in_its_own_marks() {
        let yaml = "style:\n  quotes: «»\n  percent: words\n  hundred: مئة\n  letter-for-g: غ\n";
        let style = load("fasih.yaml", yaml).unwrap().style;
        let chosen = Style {
            quotes: Quotes::Guillemets,
            percent: Percent::Words,
            hundred: Hundred::Short,
            letter_for_g: LetterForG::Ghain,
            ..Style::default()
        };
        assert_eq!(style, chosen);
    }

    #[test]
    fn comments_alone_mean_the_defaults() {
        assert!(
            load("fasih.yaml", "\u{FEFF}# nothing yet\n\n")
                .unwrap()
                .select
                .is_empty()
        );
        assert!(load("fasih.yaml", "").unwrap().glossary.is_empty());
    }
}
