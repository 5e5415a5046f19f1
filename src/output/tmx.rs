//! TMX 1.4, the exchange format of translation memories: see [`tmx`].

use std::io;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

/// A translation memory of English and Arabic sentences.
///
/// # Panics
///
/// Never: writing to memory does not fail.
pub fn tmx(pairs: impl Iterator<Item = (String, String)>) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut writer, pairs).expect("memory takes what is written");
    let mut text = String::from_utf8(writer.into_inner()).expect("only text was written");
    text.push('\n');
    text
}

fn write(
    writer: &mut Writer<Vec<u8>>,
    pairs: impl Iterator<Item = (String, String)>,
) -> io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = BytesStart::new("tmx").with_attributes([("version", "1.4")]);
    writer.write_event(Event::Start(root))?;
    let header = BytesStart::new("header").with_attributes([
        ("creationtool", "fasih"),
        ("creationtoolversion", env!("CARGO_PKG_VERSION")),
        ("segtype", "sentence"),
        ("o-tmf", "plain text"),
        ("adminlang", "en"),
        ("srclang", "en"),
        ("datatype", "plaintext"),
    ]);
    writer.write_event(Event::Empty(header))?;
    writer.write_event(Event::Start(BytesStart::new("body")))?;
    for (source, target) in pairs {
        writer.write_event(Event::Start(BytesStart::new("tu")))?;
        for (language, text) in [("en", &source), ("ar", &target)] {
            let variant = BytesStart::new("tuv").with_attributes([("xml:lang", language)]);
            writer.write_event(Event::Start(variant))?;
            writer.write_event(Event::Start(BytesStart::new("seg")))?;
            // XML has no way to write most control characters.
            let clean: String = text.chars().filter(|it| !it.is_control()).collect();
            writer.write_event(Event::Text(BytesText::new(&clean)))?;
            writer.write_event(Event::End(BytesEnd::new("seg")))?;
            writer.write_event(Event::End(BytesEnd::new("tuv")))?;
        }
        writer.write_event(Event::End(BytesEnd::new("tu")))?;
    }
    writer.write_event(Event::End(BytesEnd::new("body")))?;
    writer.write_event(Event::End(BytesEnd::new("tmx")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_reserves_is_escaped() {
        let pair = ("A < B & C\u{7}".to_owned(), "أ < ب".to_owned());
        let text = tmx(std::iter::once(pair));
        assert!(text.contains("<seg>A &lt; B &amp; C</seg>"), "{text}");
        assert!(text.contains("<tuv xml:lang=\"ar\">"), "{text}");
    }
}
