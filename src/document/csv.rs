//! Tables: a row a unit, its columns told by the names in the first row (`target`, `source`, `id`
//! and their like) or, without such a row, by their script.

use std::ops::Range;

use super::{
    Escape, Parsed, Segment,
    literal::{Kind, Literal, Unit},
    script::is_arabic,
};

/// What a table's columns are called, in small letters.
pub(super) const TARGET: [&str; 5] = ["target", "ar", "arabic", "translation", "العربية"];
pub(super) const SOURCE: [&str; 3] = ["source", "en", "english"];
pub(super) const ID: [&str; 2] = ["id", "key"];

/// How many rows are looked at to tell which column is the Arabic one.
const SAMPLE: usize = 200;

/// The rows of a table whose fields end at tabs.
pub(super) fn parse_tsv(text: &str) -> Parsed {
    parse_separated(text, b'\t')
}

/// The rows of a table whose fields end at commas, or at semicolons where the first row has more
/// of them, as spreadsheets write where the comma is the decimal sign.
pub(super) fn parse(text: &str) -> Parsed {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: u8| memchr::memchr_iter(mark, first.as_bytes()).count();
    parse_separated(
        text,
        if count(b';') > count(b',') {
            b';'
        } else {
            b','
        },
    )
}

fn parse_separated(text: &str, separator: u8) -> Parsed {
    let mut parsed = Parsed::default();
    let mut table = Table {
        text,
        separator,
        at: 0,
    };
    let mut sample = Vec::new();
    while sample.len() < SAMPLE
        && let Some(row) = table.row(&mut parsed)
    {
        sample.push(row);
    }
    let (columns, has_header) = Columns::of(text, &sample);
    for row in sample.iter().skip(usize::from(has_header)) {
        columns.read(text, separator, row, &mut parsed.segments);
    }
    drop(sample);
    while let Some(row) = table.row(&mut parsed) {
        columns.read(text, separator, &row, &mut parsed.segments);
    }
    parsed
}

/// A field of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Field {
    /// Its content, without quotation marks around it.
    span: Range<usize>,
    quoted: bool,
}

impl Field {
    fn literal(&self, text: &str) -> Literal {
        let mut literal = Literal::default();
        let mut at = self.span.start;
        if self.quoted {
            let content = &text.as_bytes()[..self.span.end];
            while let Some(mark) = memchr::memchr(b'"', &content[at..]) {
                literal.keep(text, at..at + mark);
                at += mark;
                // The scan of the row took only doubled ones for content.
                literal.replace(at..at + 2, "\"");
                at += 2;
            }
        }
        literal.keep(text, at..self.span.end);
        literal
    }

    fn escape(&self, text: &str, separator: u8) -> Escape {
        if self.quoted {
            Escape::Doubled('"')
        } else if text[self.span.clone()].contains('"') {
            // What stands before the mark may be deleted: then it would open a quotation.
            Escape::Refused
        } else {
            Escape::Cell(char::from(separator))
        }
    }
}

struct Table<'t> {
    text: &'t str,
    separator: u8,
    at: usize,
}

impl Table<'_> {
    /// The fields of the next row that is not empty.
    fn row(&mut self, parsed: &mut Parsed) -> Option<Vec<Field>> {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b'\n' | b'\r')) {
            self.at += 1;
        }
        bytes.get(self.at)?;
        let mut fields = Vec::new();
        loop {
            fields.push(self.field(parsed));
            match bytes.get(self.at) {
                Some(it) if *it == self.separator => self.at += 1,
                _ => return Some(fields),
            }
        }
    }

    /// The field that begins here; reading goes on at the separator or line end behind it.
    fn field(&mut self, parsed: &mut Parsed) -> Field {
        let bytes = self.text.as_bytes();
        let start = self.at;
        if bytes.get(start) == Some(&b'"') {
            match self.closing(start + 1) {
                Some(end) if self.ends_field(end + 1) => {
                    self.at = end + 1;
                    return Field {
                        span: start + 1..end,
                        quoted: true,
                    };
                }
                // A quotation at the start of a field that is not quoted.
                Some(_) => {}
                None if self.separator == b'\t' => {}
                None => parsed.broke(
                    start,
                    "a quoted field that is not closed; it is read to the end of its line",
                    "حقل بين علامتي تنصيص لم يُغلق؛ قُرئ إلى نهاية سطره",
                ),
            }
        }
        let rest = &bytes[start..];
        let len = memchr::memchr3(self.separator, b'\n', b'\r', rest).unwrap_or(rest.len());
        self.at = start + len;
        Field {
            span: start..self.at,
            quoted: false,
        }
    }

    /// The first quotation mark from `at` on that is not doubled.
    fn closing(&self, mut at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        loop {
            at += memchr::memchr(b'"', &bytes[at..])?;
            if bytes.get(at + 1) != Some(&b'"') {
                return Some(at);
            }
            at += 2;
        }
    }

    fn ends_field(&self, at: usize) -> bool {
        let next = self.text.as_bytes().get(at);
        next.is_none_or(|it| *it == self.separator || matches!(it, b'\n' | b'\r'))
    }
}

/// Which column is what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Columns {
    target: usize,
    source: Option<usize>,
    id: Option<usize>,
}

impl Columns {
    /// Told by the first rows, and whether the first names them.
    fn of(text: &str, rows: &[Vec<Field>]) -> (Columns, bool) {
        let named = rows.first().and_then(|it| Columns::named(text, it));
        let header = named.is_some();
        let (target, source, id) = named.unwrap_or_default();
        let rows = &rows[usize::from(header)..];
        let taken = |it: usize| [target, source, id].contains(&Some(it));
        let widest = rows.iter().map(Vec::len).max().unwrap_or(1);
        let most = |wanted: fn(&str) -> bool, free: &dyn Fn(usize) -> bool| {
            let count = |column: usize| {
                let fields = rows.iter().filter_map(|it| it.get(column));
                fields.filter(|it| wanted(&text[it.span.clone()])).count()
            };
            let columns = (0..widest.min(100)).filter(|it| free(*it)).rev();
            columns
                .max_by_key(|it| count(*it))
                .filter(|it| count(*it) > 0)
        };
        // A table without a word of Arabic is a source, and read as what it is.
        let target = target
            .or_else(|| most(is_arabic, &|it| !taken(it)))
            .or(source)
            .unwrap_or(0);
        let is_foreign = |it: &str| it.contains(char::is_alphabetic) && !is_arabic(it);
        let source = match source {
            None if !header => most(is_foreign, &|it| it != target),
            _ => source.filter(|it| *it != target),
        };
        (Columns { target, source, id }, header)
    }

    /// The columns that `header` names, if it names any.
    fn named(
        text: &str,
        header: &[Field],
    ) -> Option<(Option<usize>, Option<usize>, Option<usize>)> {
        let names = header
            .iter()
            .map(|it| text[it.span.clone()].trim().to_lowercase());
        let names: Vec<String> = names.collect();
        let find = |known: &[&str]| names.iter().position(|it| known.contains(&it.as_str()));
        let found = (find(&TARGET), find(&SOURCE), find(&ID));
        (found != (None, None, None)).then_some(found)
    }

    fn read(self, text: &str, separator: u8, row: &[Field], segments: &mut Vec<Segment>) {
        let Some(target) = row.get(self.target) else {
            return;
        };
        let content = |column: Option<usize>| {
            let literal = row.get(column?)?.literal(text);
            Some(literal.into_text()).filter(|it| !it.trim().is_empty())
        };
        let unit = Unit {
            id: content(self.id),
            source: content(self.source),
        };
        let escape = target.escape(text, separator);
        let literal = target.literal(text);
        literal.segments(text, Kind::Message, &unit, |_| escape, segments);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::trial::prose;

    type Row<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

    #[track_caller]
    fn check(parsed: &Parsed, text: &str, expect: &[Row<'_>]) {
        let found = prose(text, parsed).into_iter().zip(&parsed.segments);
        let found: Vec<Row<'_>> = found
            .map(|(prose, it)| (prose, it.source.as_deref(), it.unit.as_deref()))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn columns_are_told_by_name() {
        let text =
            "id,English,note,Arabic\r\n7,\"Yes, \"\"sir\"\"\",x,\"نعم، \"\"سيدي\"\"\"\r\n8,,,لا\n";
        check(
            &parse(text),
            text,
            &[
                ("نعم، \"سيدي\"", Some("Yes, \"sir\""), Some("7")),
                ("لا", None, Some("8")),
            ],
        );
    }

    #[test]
    fn columns_without_names_are_told_by_script() {
        let text = "Yes\tنعم\nNo\tلا\n";
        check(
            &parse_tsv(text),
            text,
            &[("نعم", Some("Yes"), None), ("لا", Some("No"), None)],
        );
        let text = "نعم\nلا";
        check(
            &parse(text),
            text,
            &[("نعم", None, None), ("لا", None, None)],
        );
        let text = "key;en\na;Yes";
        check(&parse(text), text, &[("Yes", None, Some("a"))]);
    }

    #[test]
    fn quotation_marks_that_quote_no_field_are_text() {
        let text = "\"نعم\" قال\tYes\n\"لا\tNo";
        check(
            &parse_tsv(text),
            text,
            &[
                ("\"نعم\" قال", Some("Yes"), None),
                ("\"لا", Some("No"), None),
            ],
        );
        assert_eq!(parse_tsv(text).segments[0].escape, Escape::Refused);
    }

    #[test]
    fn a_field_that_is_not_closed_is_read_to_its_line_end() {
        let text = "ar,en\n\"نعم,Yes\nلا,No\n";
        let parsed = parse(text);
        check(
            &parsed,
            text,
            &[("\"نعم", Some("Yes"), None), ("لا", Some("No"), None)],
        );
        assert_eq!(parsed.broken[0].0, 6);
    }

    #[test]
    fn a_field_of_several_lines_is_as_many_segments() {
        let text = "ar,en\n\"أول\nثان\",\"one\ntwo\"\n";
        check(
            &parse(text),
            text,
            &[("أول", Some("one"), None), ("ثان", Some("two"), None)],
        );
    }
}
