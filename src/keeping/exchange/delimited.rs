//! Rows of a text with delimiters, whatever the delimiter: see [`rows`].

use super::Unread;

/// The delimiters that are met, those that are the surer sign first.
const DELIMITERS: [u8; 4] = [b'\t', b';', b',', b'|'];

/// The rows of a CSV or TSV file. The delimiter is the one that the first row has most of outside of
/// quotes.
///
/// # Errors
///
/// Text that is no table.
pub(super) fn rows(text: &str) -> Result<Vec<Vec<String>>, Unread> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let records = reader.records();
    records
        .map(|it| match it {
            Ok(record) => Ok(record.iter().map(ToOwned::to_owned).collect()),
            Err(error) => Err(Unread::Table(error.to_string())),
        })
        .collect()
}

fn delimiter(text: &str) -> u8 {
    let mut counts = [0; DELIMITERS.len()];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            byte if !quoted => {
                if let Some(at) = DELIMITERS.iter().position(|it| *it == byte) {
                    counts[at] += 1;
                }
            }
            _ => {}
        }
    }
    let best = counts.iter().max().copied().unwrap_or(0);
    let at = counts.iter().position(|it| *it == best).unwrap_or(0);
    // A table of one column has none: then it does not matter.
    if best == 0 { b',' } else { DELIMITERS[at] }
}

/// The bytes of a table in UTF-8.
pub(super) fn write(rows: &[Vec<String>], delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    for row in rows {
        // Memory takes what is written to it, and the rows are of one length.
        let _ = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_told_by_the_first_row() {
        for delimiter in ["\t", ";", ",", "|"] {
            let text = format!("\u{FEFF}en{delimiter}\"a,b;c\"\r\nx{delimiter}y\r\n");
            let rows = rows(&text).unwrap();
            assert_eq!(rows, [["en", "a,b;c"], ["x", "y"]], "{delimiter:?}");
        }
    }
}
