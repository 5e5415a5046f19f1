//! The encodings an article comes in, and the way between its bytes and the text we read.
//!
//! Arabic files from newsrooms are UTF-8 nearly always, UTF-16 from some office programs, and
//! windows-1256 from old content systems. All three are read; places found in the text are turned
//! back into bytes of the file by an [`OffsetMap`], so that a fix changes only its own bytes.

use std::{borrow::Cow, fmt};

use super::{InDecoded, InFile, MapBuilder, OffsetMap, Span};

/// How the bytes of a file stand for text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// With or without a byte order mark.
    Utf8,
    /// Little endian.
    Utf16Le,
    /// Big endian.
    Utf16Be,
    /// The Arabic code page of Windows.
    Windows1256,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Windows1256 => "windows-1256",
        })
    }
}

/// A file's text as decoded, and the way back to its bytes.
#[derive(Debug)]
pub struct Decoded {
    /// The text, in UTF-8, without a byte order mark. What could not be decoded is U+FFFD.
    pub text: String,
    /// What the bytes were.
    pub encoding: Encoding,
    /// Byte offsets in the file of what could not be decoded.
    pub broken: Vec<usize>,
    map: Map,
}

#[derive(Debug)]
enum Map {
    /// The text is the file from this byte on.
    Shifted(usize),
    Table(OffsetMap<InFile, InDecoded>),
}

impl Decoded {
    /// Text that was never encoded, as what is read from an archive.
    pub fn of_text(text: String) -> Decoded {
        Decoded {
            text,
            encoding: Encoding::Utf8,
            broken: Vec::new(),
            map: Map::Shifted(0),
        }
    }

    /// The bytes of the file that `span` of the text was read from.
    pub fn in_file(&self, span: Span<InDecoded>) -> Span<InFile> {
        match &self.map {
            Map::Shifted(by) => Span::new(span.start() + by..span.end() + by),
            Map::Table(map) => map.to_a(span),
        }
    }

    /// The byte of the text that byte `at` of the file was read to.
    pub fn in_text(&self, at: usize) -> usize {
        match &self.map {
            Map::Shifted(by) => at.saturating_sub(*by),
            Map::Table(map) => map.to_b(at),
        }
    }
}

/// Recognises the encoding of `bytes` and decodes them. Never fails: what is no text in the
/// encoding that fits best is listed in [`Decoded::broken`] and read as U+FFFD.
pub fn decode(bytes: Vec<u8>) -> Decoded {
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => return decode_utf16(&bytes, Encoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => return decode_utf16(&bytes, Encoding::Utf16Be, 2),
        _ => {}
    }
    if let Some(encoding) = utf16_without_mark(&bytes) {
        return decode_utf16(&bytes, encoding, 0);
    }
    let skip = if bytes.starts_with(b"\xEF\xBB\xBF") {
        3
    } else {
        0
    };
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => {
            return Decoded {
                text: if skip == 0 {
                    text
                } else {
                    text[skip..].to_owned()
                },
                encoding: Encoding::Utf8,
                broken: Vec::new(),
                map: Map::Shifted(skip),
            };
        }
        Err(wrong) => wrong.into_bytes(),
    };
    if skip == 0 && is_windows_1256(&bytes) {
        decode_windows_1256(&bytes)
    } else {
        decode_broken_utf8(&bytes, skip)
    }
}

/// Text without a mark is UTF-16 when most of its first units are Latin or Arabic in one byte
/// order: no UTF-8 or windows-1256 article has a zero or a 06 in every second byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(1024) & !1];
    if head.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let units = head.len() / 2;
    let high = |parity: usize| {
        let page = |it: &&u8| matches!(**it, 0 | 6 | 0x20);
        head.iter().skip(parity).step_by(2).filter(page).count()
    };
    let zeros = head.iter().filter(|it| matches!(**it, 0 | 6)).count();
    if zeros * 4 < units {
        return None;
    }
    match (high(1) * 10 >= units * 9, high(0) * 10 >= units * 9) {
        (true, false) => Some(Encoding::Utf16Le),
        (false, true) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn decode_utf16(bytes: &[u8], encoding: Encoding, skip: usize) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut map = MapBuilder::default();
    let mut broken = Vec::new();
    if skip > 0 {
        map.gap(skip);
    }
    let body = &bytes[skip..];
    let unit = |pair: [u8; 2]| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes(pair),
        _ => u16::from_le_bytes(pair),
    };
    let units = body
        .chunks_exact(2)
        .map(|it| unit(it.try_into().expect("chunks of two")));
    let mut at = skip;
    for decoded in char::decode_utf16(units) {
        let (c, len) = if let Ok(c) = decoded {
            (c, c.len_utf16() * 2)
        } else {
            broken.push(at);
            (char::REPLACEMENT_CHARACTER, 2)
        };
        text.push(c);
        map.replaced(len, c.len_utf8());
        at += len;
    }
    if body.len() % 2 == 1 {
        broken.push(bytes.len() - 1);
        text.push(char::REPLACEMENT_CHARACTER);
        map.replaced(1, 3);
    }
    Decoded {
        text,
        encoding,
        broken,
        map: Map::Table(map.finish()),
    }
}

fn decode_broken_utf8(bytes: &[u8], skip: usize) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut map = MapBuilder::default();
    let mut broken = Vec::new();
    if skip > 0 {
        map.gap(skip);
    }
    let mut at = skip;
    for chunk in bytes[skip..].utf8_chunks() {
        if !chunk.valid().is_empty() {
            text.push_str(chunk.valid());
            map.kept(chunk.valid().len());
            at += chunk.valid().len();
        }
        if !chunk.invalid().is_empty() {
            broken.push(at);
            text.push(char::REPLACEMENT_CHARACTER);
            map.replaced(chunk.invalid().len(), 3);
            at += chunk.invalid().len();
        }
    }
    Decoded {
        text,
        encoding: Encoding::Utf8,
        broken,
        map: Map::Table(map.finish()),
    }
}

/// Bytes that are no UTF-8 are windows-1256 when they read as Arabic there: most of the bytes over
/// 7F are Arabic letters and marks of that page, and hardly any stretch of them is valid UTF-8.
fn is_windows_1256(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let high = head.iter().filter(|it| **it >= 0x80).count();
    let arabic = head
        .iter()
        .filter(|it| matches!(**it, 0xA1 | 0xBA | 0xBF | 0xC1..=0xD6 | 0xD8..=0xDF | 0xE1 | 0xE3..=0xE6 | 0xEC | 0xED | 0xF0..=0xF3 | 0xF5 | 0xF6 | 0xF8 | 0xFA))
        .count();
    let valid: usize = head
        .utf8_chunks()
        .map(|it| it.valid().bytes().filter(|b| *b >= 0x80).count())
        .sum();
    high >= 2 && arabic * 10 >= high * 8 && valid * 4 < high
}

fn decode_windows_1256(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len() * 2);
    let mut map = MapBuilder::default();
    let table = windows_1256();
    for byte in bytes {
        let c = table[usize::from(*byte)];
        text.push(c);
        if c.is_ascii() {
            map.kept(1);
        } else {
            map.replaced(1, c.len_utf8());
        }
    }
    Decoded {
        text,
        encoding: Encoding::Windows1256,
        broken: Vec::new(),
        map: Map::Table(map.finish()),
    }
}

/// The characters of the 256 bytes. Every byte of this page has one.
fn windows_1256() -> [char; 256] {
    std::array::from_fn(|it| {
        let byte = [it as u8];
        let (text, _) = encoding_rs::WINDOWS_1256.decode_without_bom_handling(&byte);
        text.chars().next().expect("one character a byte")
    })
}

/// A character that an encoding has no bytes for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{encoding} cannot hold {character:?}")]
pub struct Unencodable {
    /// The character.
    pub character: char,
    /// The encoding of the file.
    pub encoding: Encoding,
}

/// `text` in the bytes of `encoding`.
///
/// # Errors
///
/// The first character that the encoding cannot hold; nothing is ever replaced by `?`.
pub fn encode(text: &str, encoding: Encoding) -> Result<Cow<'_, [u8]>, Unencodable> {
    match encoding {
        Encoding::Utf8 => Ok(Cow::Borrowed(text.as_bytes())),
        Encoding::Utf16Le => Ok(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        Encoding::Utf16Be => Ok(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        Encoding::Windows1256 => {
            let table = windows_1256();
            let byte = |character: char| {
                let at = table.iter().position(|it| *it == character);
                at.map(|it| it as u8).ok_or(Unencodable {
                    character,
                    encoding,
                })
            };
            text.chars().map(byte).collect()
        }
    }
}

/// The text that [`encode`] wrote as `bytes`.
pub fn written(bytes: &[u8], encoding: Encoding) -> String {
    let utf16 = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .map(|it| unit(it.try_into().expect("chunks of two")))
            .collect();
        String::from_utf16_lossy(&units)
    };
    match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
        Encoding::Utf16Le => utf16(u16::from_le_bytes),
        Encoding::Utf16Be => utf16(u16::from_be_bytes),
        Encoding::Windows1256 => {
            let table = windows_1256();
            bytes.iter().map(|it| table[usize::from(*it)]).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ARTICLE: &str = "قال الوزير إن الحرب انتهت، وأضاف: “نعم” 100%.\r\nثم سكت.\n";

    /// `needle` of the text stands in the file where `encode` would put it.
    #[track_caller]
    fn check(bytes: &[u8], encoding: Encoding, needle: &str) {
        let decoded = decode(bytes.to_vec());
        assert_eq!(decoded.encoding, encoding);
        assert!(decoded.broken.is_empty());
        let at = decoded.text.find(needle).unwrap();
        let span = decoded.in_file(Span::new(at..at + needle.len()));
        assert_eq!(&bytes[span.range()], &*encode(needle, encoding).unwrap());
        assert_eq!(written(&bytes[span.range()], encoding), needle);
        assert_eq!(decoded.in_text(span.start()), at);
        assert_eq!(decoded.in_text(span.end()), at + needle.len());
    }

    #[test]
    fn every_encoding_is_recognised_and_keeps_its_offsets() {
        for encoding in [
            Encoding::Utf8,
            Encoding::Utf16Le,
            Encoding::Utf16Be,
            Encoding::Windows1256,
        ] {
            let bytes = encode(ARTICLE, encoding).unwrap().into_owned();
            check(&bytes, encoding, "الحرب");
        }
        let marked = [b"\xEF\xBB\xBF", ARTICLE.as_bytes()].concat();
        check(&marked, Encoding::Utf8, "انتهت،");
        for (mark, encoding) in [
            (b"\xFF\xFE", Encoding::Utf16Le),
            (b"\xFE\xFF", Encoding::Utf16Be),
        ] {
            let body = encode(ARTICLE, encoding).unwrap();
            check(&[mark.as_slice(), &*body].concat(), encoding, "سكت");
        }
    }

    #[test]
    fn a_broken_byte_is_reported_where_it_stands_and_the_rest_is_read() {
        let bytes = [ARTICLE.as_bytes(), b"\xC3", ARTICLE.as_bytes()].concat();
        let decoded = decode(bytes);
        assert_eq!(decoded.encoding, Encoding::Utf8);
        assert_eq!(decoded.broken, [ARTICLE.len()]);
        assert_eq!(decoded.text.matches("الوزير").count(), 2);
    }

    #[test]
    fn what_a_page_cannot_hold_is_refused_not_replaced() {
        let wrong = encode("قال 🎉", Encoding::Windows1256).unwrap_err();
        assert_eq!(wrong.character, '🎉');
    }

    proptest! {
        #[test]
        fn any_bytes_decode_and_every_character_has_a_place(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let decoded = decode(bytes.clone());
            let mut last = 0;
            for (at, c) in decoded.text.char_indices() {
                let span = decoded.in_file(Span::new(at..at + c.len_utf8()));
                prop_assert!(span.start() >= last && span.end() <= bytes.len());
                last = span.start();
            }
        }
    }
}
