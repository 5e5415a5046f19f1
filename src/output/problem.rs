//! What a user wrote wrong outside the articles, and files that cannot be read: a line each.

use std::fmt::Write;

use super::{bidi, escape::visible, isolate};
use crate::diagnostic::{Language, Problem};

/// `path:line:column: error: message`, for the error stream.
pub fn written(problem: &Problem, language: Language, color: bool) -> String {
    let mut line = String::new();
    if !problem.path.is_empty() {
        line += &visible(&problem.path);
        line.push(':');
        if let Some(at) = problem.position {
            let _ = write!(line, "{}:{}:", at.line, at.column);
        }
        line.push(' ');
    }
    let label = match (problem.fatal, language) {
        (true, Language::English) => "error",
        (false, Language::English) => "warning",
        (true, Language::Arabic) => "خطأ",
        (false, Language::Arabic) => "تحذير",
    };
    let label = isolate(label);
    match (color, problem.fatal) {
        (false, _) => line += &label,
        (true, true) => line.extend(["\x1b[1;31m", &label, "\x1b[0m"]),
        (true, false) => line.extend(["\x1b[1;33m", &label, "\x1b[0m"]),
    }
    line += ": ";
    line += &message(problem.message.text(language), language);
    line.push('\n');
    line
}

/// The problems that are about a file, with its path, those that follow each other together.
pub(super) fn by_file(problems: &[Problem]) -> impl Iterator<Item = (&str, &[Problem])> {
    let files = problems.chunk_by(|a, b| a.path == b.path);
    files
        .map(|it| (it[0].path.as_str(), it))
        .filter(|it| !it.0.is_empty())
}

/// A message, safe to show and in order. An Arabic one is isolated whole, since it stands behind a
/// path in Latin letters.
pub(super) fn message(text: &str, language: Language) -> String {
    // Our own Arabic messages that begin with a Latin word carry a mark for it.
    let text = visible(text.trim_start_matches('\u{200F}'));
    match language {
        Language::English => isolate(&text),
        // The mark, again: an isolate takes the direction of its first letter.
        Language::Arabic => format!("{}\u{200F}{text}{}", bidi::OPEN, bidi::CLOSE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diagnostic::Message, text::Position};

    #[test]
    fn a_problem_is_one_line_whatever_stands_in_it() {
        let message = Message::new("bad\u{202E}\nvalue “قال”", "قيمة خاطئة");
        let position = Position { line: 2, column: 7 };
        let problem = Problem::fatal("a\x1b.yaml", message).at(position);
        assert_eq!(
            written(&problem, Language::English, false),
            "a\\u{1B}.yaml:2:7: error: bad\\u{202E}\\nvalue “\u{2068}قال\u{2069}”\n"
        );
        let arabic = written(&problem, Language::Arabic, false);
        assert_eq!(
            arabic,
            "a\\u{1B}.yaml:2:7: \u{2068}خطأ\u{2069}: \u{2068}\u{200F}قيمة خاطئة\u{2069}\n"
        );
    }
}
