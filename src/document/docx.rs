//! DOCX, the files of Word: read, and never written. The text is that of the document, one paragraph a
//! line, then of its headers, footers and notes; places are places in that text, and the unit of a
//! paragraph is its part and number. Deleted text and the codes of fields are left out.

use std::io::{Cursor, Read};

use quick_xml::{
    Reader,
    events::{BytesRef, Event},
};
use zip::ZipArchive;

use super::{Escape, Parsed, Segment};
use crate::{
    diagnostic::Message,
    text::{Span, decode},
};

/// The most bytes that the parts of a document may come to when they are inflated.
const MOST: u64 = 256 << 20;

/// What is in a file.
#[derive(Debug, Default)]
pub(super) struct Extract {
    /// A paragraph a line.
    pub(super) text: String,
    pub(super) parsed: Parsed,
}

/// The paragraphs in `bytes`.
pub(super) fn read(bytes: Vec<u8>) -> Extract {
    let mut extract = Extract::default();
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => {
            let message = Message::new(
                format!("no DOCX: it cannot be opened as a ZIP archive: {error}"),
                format!("ليس ملف DOCX: لا يُفتح بوصفه أرشيف ZIP: {error}"),
            );
            extract.parsed.broken.push((0, message));
            return extract;
        }
    };
    let mut names: Vec<String> = archive
        .file_names()
        .filter_map(|it| part(&it.ok()?).map(str::to_owned))
        .collect();
    // The document itself first.
    names.sort_by_key(|it| (it != "document", it.clone()));
    if names.first().is_none_or(|it| it != "document") {
        let message = Message::fixed(
            "no DOCX: there is no word/document.xml in it",
            "ليس ملف DOCX: لا يوجد فيه word/document.xml",
        );
        extract.parsed.broken.push((0, message));
    }
    let mut left = MOST;
    for name in names {
        let at = extract.text.len();
        match inflate(&mut archive, &name, left) {
            Ok(xml) => {
                left -= xml.len() as u64;
                extract.part(&name, xml);
            }
            Err(message) => extract.parsed.broken.push((at, message)),
        }
    }
    extract
}

/// The name of a part with text, without its folder and ending.
fn part(path: &str) -> Option<&str> {
    let name = path.strip_prefix("word/")?.strip_suffix(".xml")?;
    let kind = name.trim_end_matches(|it: char| it.is_ascii_digit());
    ["document", "header", "footer", "footnotes", "endnotes"]
        .contains(&kind)
        .then_some(name)
}

/// The bytes of a part, of which no more than `left` are made.
fn inflate(
    archive: &mut ZipArchive<Cursor<Vec<u8>>>,
    name: &str,
    left: u64,
) -> Result<Vec<u8>, Message> {
    let failed = |error: &dyn std::fmt::Display| {
        Message::new(
            format!("word/{name}.xml cannot be read: {error}"),
            format!("تعذرت قراءة word/{name}.xml: {error}"),
        )
    };
    let file = archive.by_name(&format!("word/{name}.xml"));
    let file = file.map_err(|it| failed(&it))?;
    let mut xml = Vec::new();
    file.take(left + 1)
        .read_to_end(&mut xml)
        .map_err(|it| failed(&it))?;
    if xml.len() as u64 > left {
        return Err(Message::new(
            format!("refused: it inflates to more than {} MiB", MOST >> 20),
            format!("رُفض: حجمه بعد فك الضغط أكثر من {} ميبيبايت", MOST >> 20),
        ));
    }
    Ok(xml)
}

/// A paragraph that is open; one may stand in a text box of another.
#[derive(Debug)]
struct Paragraph {
    number: usize,
    text: String,
}

impl Extract {
    fn part(&mut self, name: &str, xml: Vec<u8>) {
        // UTF-16 is allowed in XML.
        let xml = decode(xml).text;
        let mut reader = Reader::from_str(&xml);
        let mut open: Vec<Paragraph> = Vec::new();
        let mut count = 0;
        // Elements that are left out with all that is in them, and whether a text is open.
        let mut skipped = 0usize;
        let mut in_text = false;
        loop {
            match reader.read_event() {
                Ok(Event::Start(it)) => match it.local_name().as_ref() {
                    _ if skipped > 0 => skipped += 1,
                    // What older programs show in place of the choice before it.
                    "Fallback" => skipped = 1,
                    "p" if it.name().as_ref() == "w:p" => {
                        count += 1;
                        open.push(Paragraph {
                            number: count,
                            text: String::new(),
                        });
                    }
                    "t" => in_text = true,
                    _ => {}
                },
                Ok(Event::Empty(it)) if skipped == 0 => {
                    let written = match it.name().as_ref() {
                        "w:p" => {
                            count += 1;
                            ""
                        }
                        "w:tab" | "w:br" | "w:cr" => " ",
                        "w:noBreakHyphen" => "\u{2011}",
                        _ => "",
                    };
                    write(&mut open, written);
                }
                Ok(Event::End(_)) if skipped > 0 => skipped -= 1,
                Ok(Event::End(it)) => match it.name().as_ref() {
                    "w:p" => self.paragraph(name, open.pop()),
                    _ => in_text &= it.local_name().as_ref() != "t",
                },
                Ok(Event::Text(it)) if in_text && skipped == 0 => {
                    write(&mut open, &it.xml10_content());
                }
                Ok(Event::GeneralRef(it)) if in_text && skipped == 0 => {
                    write(&mut open, &referred(&it));
                }
                Ok(Event::CData(it)) if in_text && skipped == 0 => {
                    write(&mut open, &it.xml10_content());
                }
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(error) => {
                    let at = reader.error_position();
                    let message = Message::new(
                        format!("word/{name}.xml is no XML from byte {at} on: {error}"),
                        format!("‏word/{name}.xml ليس XML سليمًا من البايت {at}: {error}"),
                    );
                    self.parsed.broken.push((self.text.len(), message));
                    break;
                }
            }
        }
        for paragraph in open {
            self.paragraph(name, Some(paragraph));
        }
    }

    /// Writes a paragraph down, if there is anything in it.
    fn paragraph(&mut self, part: &str, paragraph: Option<Paragraph>) {
        let Some(Paragraph { number, text }) = paragraph else {
            return;
        };
        if text.trim().is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(&text);
        self.parsed.segments.push(Segment {
            span: Span::new(start..self.text.len()),
            unit: Some(match part {
                "document" => format!("paragraph {number}"),
                _ => format!("{part} paragraph {number}"),
            }),
            source: None,
            escape: Escape::Refused,
            derived: None,
        });
        self.text.push('\n');
    }
}

/// A line end in a text is white space.
fn write(open: &mut [Paragraph], text: &str) {
    if let Some(paragraph) = open.last_mut() {
        let plain = text.split(['\n', '\r']);
        for (number, line) in plain.enumerate() {
            paragraph.text.push_str(if number > 0 { " " } else { "" });
            paragraph.text.push_str(line);
        }
    }
}

/// What `&amp;` or `&#1575;` stands for. Entities of its own a part of a DOCX has none.
fn referred(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    let known = quick_xml::escape::resolve_xml_entity(reference);
    known.unwrap_or("\u{FFFD}").to_owned()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, xml) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(xml.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn units(extract: &Extract) -> Vec<(&str, &str)> {
        let segments = extract.parsed.segments.iter();
        segments
            .map(|it| (it.unit.as_deref().unwrap(), &extract.text[it.span.range()]))
            .collect()
    }

    #[test]
    fn paragraphs_are_numbered_part_by_part() {
        let document = "<w:document><w:body><w:p><w:r><w:t>قال &amp;</w:t></w:r><w:r><w:tab/>\
                        <w:t xml:space=\"preserve\">نعم</w:t></w:r></w:p><w:p/>\
                        <w:p><w:del><w:r><w:delText>حُذف</w:delText></w:r></w:del>\
                        <w:r><w:instrText>PAGE</w:instrText><w:t>ثان</w:t></w:r></w:p></w:body></w:document>";
        let header = "<w:hdr><w:p><w:r><w:t>رأس</w:t></w:r></w:p></w:hdr>";
        let extract = read(zipped(&[
            ("word/header1.xml", header),
            ("word/document.xml", document),
            ("word/styles.xml", header),
        ]));
        assert_eq!(
            units(&extract),
            [
                ("paragraph 1", "قال & نعم"),
                ("paragraph 3", "ثان"),
                ("header1 paragraph 1", "رأس"),
            ]
        );
        assert!(extract.parsed.broken.is_empty());
    }

    #[test]
    fn a_text_box_is_read_once() {
        let document = "<w:p><w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>صندوق</w:t></w:r></w:p>\
                        </mc:Choice><mc:Fallback><w:p><w:r><w:t>صندوق</w:t></w:r></w:p></mc:Fallback>\
                        </mc:AlternateContent><w:t>حوله</w:t></w:r></w:p>";
        let extract = read(zipped(&[("word/document.xml", document)]));
        assert_eq!(
            units(&extract),
            [("paragraph 2", "صندوق"), ("paragraph 1", "حوله")]
        );
    }

    #[test]
    fn what_reads_before_a_break_is_read() {
        let extract = read(zipped(&[(
            "word/document.xml",
            "<w:p><w:t>نص</w:t></w:p><w:p></w:x>",
        )]));
        assert_eq!(units(&extract), [("paragraph 1", "نص")]);
        assert!(extract.parsed.broken[0].1.en.contains("no XML"));
        assert!(
            read(b"PK".to_vec()).parsed.broken[0]
                .1
                .en
                .contains("no DOCX")
        );
        assert!(read(zipped(&[])).parsed.broken[0].1.en.contains("no DOCX"));
    }

    #[test]
    fn a_bomb_is_refused() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", SimpleFileOptions::default())
            .unwrap();
        let block = vec![b' '; 1 << 20];
        for _ in 0..=MOST >> 20 {
            zip.write_all(&block).unwrap();
        }
        let bomb = zip.finish().unwrap().into_inner();
        assert!(bomb.len() < 1 << 20);
        let extract = read(bomb);
        assert!(extract.parsed.broken[0].1.en.contains("256 MiB"));
        assert!(extract.text.is_empty());
    }
}
