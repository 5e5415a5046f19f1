//! A spreadsheet, for a review by people who read neither terminals nor JSON: a row a finding.
//!
//! The sheet runs from right to left. Its header stays in sight and filters; texts are wrapped;
//! a severity is told by a word and by a colour. Texts are written as texts, so no cell is ever a
//! formula.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use super::{
    Binding, Checked, Ending, Form,
    row::{COLUMNS, Row, rows},
    wording::severity_name,
};
use crate::diagnostic::{Confidence, Language, Message, Severity};

/// The form `xlsx`. Its pieces are rows as JSON, which are bound to a workbook at the end.
#[derive(Clone, Copy, Debug)]
pub struct Xlsx {
    /// The language of messages and headings.
    pub language: Language,
}

/// What a sheet holds at most, the header apart.
const MOST_ROWS: usize = 1_048_575;
/// What a cell holds at most, in UTF-16 units.
const MOST_UNITS: usize = 32_767;

impl Form for Xlsx {
    fn start(&self) -> String {
        String::new()
    }

    fn file(&self, checked: &Checked<'_>) -> String {
        let rows = rows(checked, self.language);
        let lines = rows
            .iter()
            .map(|it| serde_json::to_string(it).expect("plain data is JSON") + "\n");
        lines.collect()
    }

    fn finish(&self, _: &Ending<'_>) -> String {
        String::new()
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
    }
}

impl Binding for Xlsx {
    fn bind(&self, files: &[String], _: &Ending<'_>) -> Result<Vec<u8>, Message> {
        let lines = files.iter().flat_map(|it| it.lines());
        let rows = lines.map(|it| serde_json::from_str(it).expect("written by `file`"));
        let failed = |error: XlsxError| {
            Message::new(
                format!("the spreadsheet cannot be made: {error}"),
                format!("تعذر إنشاء الجدول: {error}"),
            )
        };
        self.workbook(rows.collect()).map_err(failed)
    }
}

impl Xlsx {
    fn workbook(self, mut rows: Vec<Row>) -> Result<Vec<u8>, XlsxError> {
        let left_out = rows.len().saturating_sub(MOST_ROWS);
        if left_out > 0 {
            // One row says so.
            rows.truncate(MOST_ROWS - 1);
        }
        let formats = Formats::new(self.language);
        let mut workbook = Workbook::new();
        // The same findings give the same file: its date is not that of the run.
        let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
        let sheet = workbook.add_worksheet();
        sheet.set_name("fasih")?.set_right_to_left(true);
        for (column, (heading, width)) in self.headings().into_iter().enumerate() {
            let column = column as u16;
            sheet.write_string_with_format(0, column, heading, &formats.heading)?;
            sheet.set_column_width(column, width)?;
        }
        for (at, row) in rows.iter().enumerate() {
            self.row(sheet, at as u32 + 1, row, &formats)?;
        }
        if left_out > 0 {
            let words = match self.language {
                Language::English => format!("{} more findings", left_out + 1),
                Language::Arabic => format!("نتائج أخرى: {}", left_out + 1),
            };
            sheet.write_string_with_format(MOST_ROWS as u32, 0, words, &formats.latin)?;
        }
        let last = rows.len().max(1) as u32;
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofilter(0, 0, last, COLUMNS.len() as u16 - 1)?;
        // A sheet of paper is as wide as the table.
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        workbook.save_to_buffer()
    }

    /// The headings with the widths of their columns, in digits.
    fn headings(self) -> [(&'static str, f64); COLUMNS.len()] {
        const WIDTHS: [f64; COLUMNS.len()] = [
            24.0, 7.0, 7.0, 11.0, 11.0, 26.0, 22.0, 22.0, 26.0, 48.0, 64.0,
        ];
        let names = match self.language {
            Language::English => COLUMNS,
            Language::Arabic => [
                "الملف",
                "السطر",
                "العمود",
                "الخطورة",
                "الثقة",
                "القاعدة",
                "المدخل",
                "الموجود",
                "المقترح",
                "البيان",
                "السياق",
            ],
        };
        std::array::from_fn(|it| (names[it], WIDTHS[it]))
    }

    fn row(
        self,
        sheet: &mut Worksheet,
        at: u32,
        row: &Row,
        formats: &Formats,
    ) -> Result<(), XlsxError> {
        let confidence = confidence_name(row.confidence, self.language);
        let severity = severity_name(row.severity, self.language);
        let texts: [(u16, &str, &Format); 9] = [
            (0, &row.path, &formats.latin),
            (3, severity, formats.severity(row.severity)),
            (4, confidence, &formats.words),
            (5, &row.rule, &formats.latin),
            (6, &row.entry, &formats.latin),
            (7, &row.found, &formats.arabic),
            (8, &row.suggestion, &formats.arabic),
            (9, &row.message, &formats.words),
            (10, &row.context, &formats.arabic),
        ];
        for (column, text, format) in texts {
            sheet.write_string_with_format(at, column, cut(text), format)?;
        }
        sheet.write_number_with_format(at, 1, row.line, &formats.number)?;
        sheet.write_number_with_format(at, 2, row.column, &formats.number)?;
        Ok(())
    }
}

fn confidence_name(confidence: Confidence, language: Language) -> &'static str {
    match (confidence, language) {
        (it, Language::English) => it.name(),
        (Confidence::Low, Language::Arabic) => "منخفضة",
        (Confidence::Medium, Language::Arabic) => "متوسطة",
        (Confidence::High, Language::Arabic) => "عالية",
    }
}

/// As much of `text` as a cell holds.
fn cut(text: &str) -> &str {
    let mut units = 0;
    let mut too_many = |c: &char| {
        units += c.len_utf16();
        units > MOST_UNITS
    };
    let end = text
        .char_indices()
        .find(|(_, c)| too_many(c))
        .map_or(text.len(), |it| it.0);
    &text[..end]
}

/// How cells look.
struct Formats {
    heading: Format,
    number: Format,
    /// Text of the article.
    arabic: Format,
    /// Names: paths, rules, entries.
    latin: Format,
    /// In the language of messages.
    words: Format,
    /// In the order of [`Severity::ALL`].
    severities: [Format; Severity::ALL.len()],
}

impl Formats {
    fn new(language: Language) -> Formats {
        const LEFT_TO_RIGHT: u8 = 1;
        const RIGHT_TO_LEFT: u8 = 2;
        let cell = || {
            Format::new()
                .set_align(FormatAlign::Top)
                .set_border(FormatBorder::Hair)
        };
        let text = |direction| cell().set_text_wrap().set_reading_direction(direction);
        let own = match language {
            Language::English => LEFT_TO_RIGHT,
            Language::Arabic => RIGHT_TO_LEFT,
        };
        // Dark words on a light ground: both are seen in print, and by those who see no colours.
        let severity = |ground: u32, ink: u32| {
            text(own)
                .set_bold()
                .set_background_color(Color::RGB(ground))
                .set_font_color(Color::RGB(ink))
        };
        Formats {
            heading: text(own)
                .set_bold()
                .set_background_color(Color::RGB(0x1F_3A_5F))
                .set_font_color(Color::White),
            number: cell(),
            arabic: text(RIGHT_TO_LEFT),
            latin: text(LEFT_TO_RIGHT),
            words: text(own),
            severities: [
                severity(0xDD_EB_F7, 0x1F_3A_5F),
                severity(0xFF_F2_CC, 0x5F_48_00),
                severity(0xF8_D7_DA, 0x7A_10_1C),
                severity(0xE6_D3_F0, 0x4A_14_6B),
            ],
        }
    }

    fn severity(&self, severity: Severity) -> &Format {
        &self.severities[severity as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_longer_than_a_cell_is_cut_between_characters() {
        assert_eq!(cut("قصير"), "قصير");
        let long = "🎉".repeat(MOST_UNITS);
        let kept = cut(&long);
        assert_eq!(kept.encode_utf16().count(), MOST_UNITS - 1);
    }
}
