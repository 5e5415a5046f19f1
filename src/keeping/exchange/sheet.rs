//! Rows of a spreadsheet: see [`rows`].

use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};

use super::Unread;

/// The rows of the first sheet that has any.
///
/// # Errors
///
/// Bytes that are no spreadsheet.
pub(super) fn rows(bytes: Vec<u8>) -> Result<Vec<Vec<String>>, Unread> {
    let wrong = |it: calamine::Error| Unread::Spreadsheet(it.to_string());
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(wrong)?;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(wrong)?;
        if range.is_empty() {
            continue;
        }
        return Ok(range
            .rows()
            .map(|row| row.iter().map(cell).collect())
            .collect());
    }
    Ok(Vec::new())
}

fn cell(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        // A year is no 2024.0.
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        // A day, not the time of it.
        Data::DateTimeIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        data => data.to_string(),
    }
}
