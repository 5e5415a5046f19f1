//! Tab-separated values, a row a finding, for spreadsheets and for `cut`, `awk` and the like.
//!
//! A cell holds no tab and no line end. One that a spreadsheet would take for a formula begins with
//! `'`, which spreadsheets read as "text follows"; one that begins with a quote is quoted.

use super::{
    Checked, Ending, Form,
    row::{COLUMNS, Row, rows},
};
use crate::diagnostic::Language;

/// The form `tsv`.
#[derive(Clone, Copy, Debug)]
pub struct Tsv {
    /// The language of messages. The names of columns are English always.
    pub language: Language,
}

impl Form for Tsv {
    fn start(&self) -> String {
        format!("{}\n", COLUMNS.join("\t"))
    }

    fn file(&self, checked: &Checked<'_>) -> String {
        rows(checked, self.language).iter().map(line).collect()
    }

    fn finish(&self, _: &Ending<'_>) -> String {
        String::new()
    }
}

fn line(row: &Row) -> String {
    let cells = [
        cell(&row.path),
        row.line.to_string(),
        row.column.to_string(),
        row.severity.name().to_owned(),
        row.confidence.name().to_owned(),
        row.rule.clone(),
        cell(&row.entry),
        cell(&row.found),
        cell(&row.suggestion),
        cell(&row.message),
        cell(&row.context),
    ];
    cells.join("\t") + "\n"
}

/// A text that has neither tabs nor line ends, as [`super::visible`] gives it.
fn cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@']) {
        format!("'{text}")
    } else if text.starts_with('"') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_text_to_a_spreadsheet() {
        assert_eq!(cell("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        assert_eq!(cell("-5"), "'-5");
        assert_eq!(cell("\"قال\" نعم"), "\"\"\"قال\"\" نعم\"");
        assert_eq!(cell("قال \"نعم\""), "قال \"نعم\"");
    }
}
