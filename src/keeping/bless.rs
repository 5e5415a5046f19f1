//! Tests rewritten to what was found: see [`bless`].

use crate::engine::Failure;

/// A glossary with other tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blessed {
    /// Its text.
    pub text: String,
    /// How many lines of it changed.
    pub written: usize,
}

/// The text of a glossary with what `failures` found in the place of what they wanted. Only the marked
/// text of a line that stands as it was read is written, so a test in quotes or in one line with its
/// key is left as it is.
pub fn bless(yaml: &str, failures: &[&Failure]) -> Blessed {
    let mut written = 0;
    let lines = yaml.split_inclusive('\n').enumerate();
    let text = lines.map(|(number, line)| {
        let here = |it: &&&Failure| it.position.line as usize == number + 1;
        let Some(failure) = failures.iter().find(here) else {
            return line.to_owned();
        };
        let content = line.trim_end();
        let Some(before) = content.strip_suffix(failure.wanted.as_str()) else {
            return line.to_owned();
        };
        // A line by itself, or the Arabic behind its English.
        if !before.trim().is_empty() && !before.ends_with(" => ") {
            return line.to_owned();
        }
        written += 1;
        format!("{before}{}{}", failure.found, &line[content.len()..])
    });
    let text = text.collect();
    Blessed { text, written }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Position;

    #[test]
    fn only_lines_that_stand_as_they_were_read_change() {
        let failure = |line, wanted: &str, found: &str| Failure {
            path: "g.yaml".to_owned(),
            entry: "a".to_owned(),
            position: Position { line, column: 1 },
            wanted: wanted.to_owned(),
            found: found.to_owned(),
        };
        let yaml = "tests: |\n  أ {ب}  \r\n  En. => ج\ntests: ج\n";
        let failures = [
            failure(2, "أ {ب}", "أ {ب|د}"),
            failure(3, "ج", "{ج}"),
            failure(4, "ج", "{ج}"),
        ];
        let blessed = bless(yaml, &failures.iter().collect::<Vec<_>>());
        assert_eq!(blessed.written, 2);
        assert_eq!(
            blessed.text,
            "tests: |\n  أ {ب|د}  \r\n  En. => {ج}\ntests: ج\n"
        );
    }
}
