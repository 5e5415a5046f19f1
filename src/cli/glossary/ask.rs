//! Questions to the person at the terminal.

use std::io::BufRead;

use crate::cli::out::Out;

/// Asks `question` on standard error and gives the line that is answered, without its edges; nothing at the
/// end of the input.
pub(super) fn ask(out: &mut Out, question: &str) -> Option<String> {
    out.warn(question);
    let mut line = String::new();
    match std::io::stdin().lock().read_line(&mut line) {
        Ok(0) | Err(_) => None,
        Ok(_) => Some(line.trim().to_owned()),
    }
}

/// Asks a question that is answered by yes or no; anything but yes is no.
pub(super) fn confirmed(out: &mut Out, question: &str) -> bool {
    let answer = ask(out, &format!("{question} [y/N] "));
    answer.is_some_and(|it| matches!(it.to_lowercase().as_str(), "y" | "yes" | "نعم"))
}
