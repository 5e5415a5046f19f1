//! XML as pieces with their places, for the formats that are XML: see [`Xml`].
//!
//! Entities that a file declares are never expanded, so none can grow: a reference to one is an
//! object in the text.

use std::ops::Range;

use quick_xml::{
    Reader,
    escape::{resolve_xml_entity, unescape},
    events::{BytesStart, Event},
};

use super::{
    Escape, Parsed,
    flow::{Flow, Spaces},
};
use crate::diagnostic::Message;

/// The pieces of an XML file, from left to right.
pub(super) struct Xml<'t> {
    file: &'t str,
    reader: Reader<&'t [u8]>,
    /// How many elements are open.
    depth: usize,
    broken: Option<(usize, Message)>,
}

/// A piece of an XML file.
pub(super) enum Piece<'t> {
    Open(Element<'t>),
    /// The name of an end tag; an element without content has none.
    Close,
    Text,
    /// The place of the text of a CDATA section.
    Cdata(Range<usize>),
    /// The name or number of a character reference.
    Reference(&'t str),
    Comment,
    /// A declaration, a doctype, a processing instruction.
    Other,
}

/// A start tag.
pub(super) struct Element<'t> {
    /// With its prefix.
    pub(super) name: &'t str,
    /// Without content: it has no end tag.
    pub(super) empty: bool,
    tag: BytesStart<'t>,
}

/// What an element within a text is to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Its text is text.
    Through,
    /// It is no text and hides none, as a mark of formatting.
    Mark,
    /// It stands for something that must stay.
    Object,
}

/// The text of an element.
pub(super) struct Content {
    pub(super) flow: Flow,
    pub(super) escape: Escape,
    pub(super) span: Range<usize>,
}

impl Element<'_> {
    /// The value of an attribute, with its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.tag.attributes();
        // Looking for one that is there twice would compare each with each.
        let attributes = attributes.with_checks(false);
        let found = attributes
            .map_while(Result::ok)
            .find(|it| it.key.into_inner() == name)?;
        let read = unescape(&found.value).map(std::borrow::Cow::into_owned);
        Some(read.unwrap_or_else(|_| found.value.clone().into_owned()))
    }

    /// What `xml:space` makes of white space in it, where it says so.
    pub(super) fn spaces(&self) -> Option<Spaces> {
        Some(match self.attribute("xml:space")?.as_str() {
            "preserve" => Spaces::Keep,
            _ => Spaces::Unbreak,
        })
    }
}

impl<'t> Xml<'t> {
    pub(super) fn new(file: &'t str) -> Xml<'t> {
        Xml {
            file,
            reader: Reader::from_str(file),
            depth: 0,
            broken: None,
        }
    }

    /// Notes in `parsed` where the file could not be read on.
    pub(super) fn finish(self, parsed: &mut Parsed) {
        parsed.broken.extend(self.broken);
    }

    fn position(&self) -> usize {
        let at = self.reader.buffer_position();
        usize::try_from(at).map_or(self.file.len(), |it| it.min(self.file.len()))
    }

    /// The next piece and its place; `None` at the end, or where the file is no XML.
    pub(super) fn next(&mut self) -> Option<(Range<usize>, Piece<'t>)> {
        if self.broken.is_some() {
            return None;
        }
        let start = self.position();
        let event = match self.reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                self.break_at(start, &error.to_string());
                return None;
            }
        };
        let span = start..self.position();
        let Some(text) = self.file.get(span.clone()) else {
            self.break_at(start, "unreadable");
            return None;
        };
        let piece = match event {
            Event::Eof => {
                if self.depth > 0 {
                    self.break_at(self.file.len(), "the file ends inside an element");
                }
                return None;
            }
            Event::Start(tag) => {
                self.depth += 1;
                Piece::Open(element(text, tag, false))
            }
            Event::Empty(tag) => Piece::Open(element(text, tag, true)),
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::Close
            }
            Event::Text(_) => Piece::Text,
            Event::CData(_) => {
                // `<![CDATA[` and `]]>`.
                Piece::Cdata(span.start + 9..(span.end - 3).max(span.start + 9))
            }
            Event::GeneralRef(_) => Piece::Reference(text.trim_matches(['&', ';'])),
            Event::Comment(_) => Piece::Comment,
            Event::Decl(_) | Event::PI(_) | Event::DocType(_) => Piece::Other,
        };
        Some((span, piece))
    }

    fn break_at(&mut self, at: usize, why: &str) {
        let at = (0..=at.min(self.file.len()))
            .rev()
            .find(|it| self.file.is_char_boundary(*it));
        let message = Message::new(
            format!("not well-formed XML ({why}); what stands before is checked"),
            format!("‏XML غير سليم البنية ({why})؛ فُحص ما قبله"),
        );
        self.broken = Some((at.unwrap_or_default(), message));
    }

    /// Reads on to the end of the element just opened.
    pub(super) fn skip(&mut self, element: &Element<'_>) -> Option<()> {
        self.content(element, Spaces::Keep, |_| Role::Mark)
            .map(|_| ())
    }

    /// The text of the element just opened; `None` where the file breaks within it.
    pub(super) fn content(
        &mut self,
        element: &Element<'_>,
        spaces: Spaces,
        role: impl Fn(&Element<'_>) -> Role,
    ) -> Option<Content> {
        let file = self.file;
        let start = self.position();
        let mut content = Content {
            flow: Flow::new(spaces),
            escape: Escape::Markup,
            span: start..start,
        };
        if element.empty {
            return Some(content);
        }
        let outside = self.depth - 1;
        // Where an element began whose text is left out, how deep, and whether an object stands
        // for it.
        let mut hidden: Option<(usize, usize, bool)> = None;
        loop {
            let (span, piece) = self.next()?;
            match piece {
                Piece::Open(inner) if hidden.is_none() => match (role(&inner), inner.empty) {
                    (Role::Object, true) => content.flow.object(file, span),
                    (Role::Through, _) | (Role::Mark, true) => {}
                    (it, false) => {
                        hidden = Some((span.start, self.depth, it == Role::Object));
                    }
                },
                Piece::Close if self.depth == outside => {
                    content.span.end = span.start;
                    return Some(content);
                }
                Piece::Close => {
                    if let Some((start, _, object)) = hidden.take_if(|it| it.1 > self.depth)
                        && object
                    {
                        content.flow.object(file, start..span.end);
                    }
                }
                _ if hidden.is_some() => {}
                Piece::Text => content.flow.text(file, span),
                Piece::Cdata(inner) => {
                    // Between the signs of a section nothing can be escaped.
                    content.escape = Escape::Bare;
                    content.flow.text(file, inner);
                }
                Piece::Reference(name) => match resolve(name) {
                    Some(text) => content.flow.replace(file, span, &text),
                    None => content.flow.object(file, span),
                },
                Piece::Open(_) | Piece::Comment | Piece::Other => {}
            }
        }
    }
}

fn element<'t>(text: &'t str, tag: BytesStart<'t>, empty: bool) -> Element<'t> {
    let len = tag.name().into_inner().len();
    Element {
        name: text.get(1..1 + len).unwrap_or_default(),
        empty,
        tag,
    }
}

/// What a reference stands for, by its name or number; nothing where the file declares it.
fn resolve(name: &str) -> Option<String> {
    let Some(number) = name.strip_prefix('#') else {
        return resolve_xml_entity(name).map(str::to_owned);
    };
    let code = match number.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    let c = code.ok().filter(|it| *it != 0).and_then(char::from_u32)?;
    Some(c.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<String>, Option<usize>) {
        let mut xml = Xml::new(text);
        let written = loop {
            match xml.next() {
                Some((_, Piece::Open(element))) => {
                    let content = xml.content(&element, Spaces::Keep, |it| match it.name {
                        "x" => Role::Object,
                        "c" => Role::Mark,
                        _ => Role::Through,
                    });
                    break content.map(|it| it.flow.written().to_owned());
                }
                Some(_) => {}
                None => break None,
            }
        };
        while xml.next().is_some() {}
        (written, xml.broken.map(|it| it.0))
    }

    #[test]
    fn elements_in_a_text_are_what_their_role_says() {
        let text = "<?xml version='1.0'?><a>قا<b>ل</b><c>لا<x/></c> <x>لا<b>لا</b></x><!-- لا --> &amp;&#x627;<![CDATA[<و>]]></a>";
        assert_eq!(read(text).0.as_deref(), Some("قال \u{FFFC} &ا<و>"));
    }

    #[test]
    fn an_entity_of_the_file_is_not_expanded() {
        let text = "<!DOCTYPE a [<!ENTITY b 'بببب'><!ENTITY c '&b;&b;'>]><a>نعم &c;</a>";
        assert_eq!(read(text), (Some("نعم \u{FFFC}".to_owned()), None));
    }

    #[test]
    fn what_is_no_xml_breaks_at_its_place() {
        assert_eq!(read("<a>نعم</b>").1, Some("<a>نعم".len()));
        assert_eq!(read("<a>نعم").1, Some("<a>نعم".len()));
        assert_eq!(read("<a>نعم</a><b").1, Some("<a>نعم</a>".len()));
    }
}
