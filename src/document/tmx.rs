//! Translation memories (TMX): a segment for each Arabic variant of a unit, with the variant of
//! the source language beside it.

use super::{
    Directive, Parsed,
    flow::Spaces,
    language::is_arabic,
    xml::{Content, Element, Piece, Role, Xml},
};
use crate::{diagnostic::Message, text::Span};

/// The Arabic of a memory.
pub(super) fn parse(text: &str) -> Parsed {
    let mut reader = Reader {
        xml: Xml::new(text),
        parsed: Parsed::default(),
        root: false,
        source_language: String::new(),
        open: Vec::new(),
        unit: None,
        pending: Vec::new(),
    };
    while let Some((span, piece)) = reader.xml.next() {
        match piece {
            Piece::Open(element) => {
                let Some(()) = reader.open(&element) else {
                    break;
                };
            }
            Piece::Close => reader.close(),
            Piece::Comment => {
                let directive = Directive::on_line(&text[span.clone()], Span::new(span));
                reader.directives().extend(directive);
            }
            _ => {}
        }
    }
    reader.finish()
}

/// Whether `text` begins as a memory does.
pub(super) fn looks_like(text: &str) -> bool {
    let head = &text.as_bytes()[..text.len().min(4096)];
    text.trim_start().starts_with('<') && memchr::memmem::find(head, b"<tmx").is_some()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Root,
    Unit,
    Variant,
}

struct Reader<'t> {
    xml: Xml<'t>,
    parsed: Parsed,
    /// The `tmx` element has been read.
    root: bool,
    source_language: String,
    open: Vec<Level>,
    unit: Option<Unit>,
    /// Directives between units.
    pending: Vec<Directive>,
}

struct Unit {
    id: Option<String>,
    source_language: String,
    variants: Vec<Variant>,
    directives: Vec<Directive>,
}

struct Variant {
    language: String,
    spaces: Spaces,
    content: Option<Content>,
}

impl<'t> Reader<'t> {
    fn directives(&mut self) -> &mut Vec<Directive> {
        match &mut self.unit {
            Some(unit) => &mut unit.directives,
            None => &mut self.pending,
        }
    }

    /// `None` where the file breaks.
    fn open(&mut self, element: &Element<'t>) -> Option<()> {
        let level = match element.name {
            "tmx" => {
                self.root = true;
                Level::Root
            }
            "body" => Level::Root,
            "header" => {
                self.source_language = element.attribute("srclang").unwrap_or_default();
                return self.xml.skip(element);
            }
            "tu" => {
                self.end_unit();
                let language = element.attribute("srclang");
                self.unit = Some(Unit {
                    id: element.attribute("tuid"),
                    source_language: language.unwrap_or_else(|| self.source_language.clone()),
                    variants: Vec::new(),
                    directives: std::mem::take(&mut self.pending),
                });
                Level::Unit
            }
            "tuv" => {
                // `lang` is that of TMX 1.1.
                let language = element.attribute("xml:lang").or(element.attribute("lang"));
                if let Some(unit) = &mut self.unit {
                    unit.variants.push(Variant {
                        language: language.unwrap_or_default(),
                        spaces: element.spaces().unwrap_or(Spaces::Unbreak),
                        content: None,
                    });
                }
                Level::Variant
            }
            "seg" => {
                let variant = self.unit.as_mut().and_then(|it| it.variants.last_mut());
                let spaces = variant.as_ref().map(|it| it.spaces);
                let spaces = element.spaces().or(spaces).unwrap_or_default();
                let content = self.xml.content(element, spaces, role)?;
                if let Some(variant) = variant {
                    variant.content.get_or_insert(content);
                }
                return Some(());
            }
            "note" => {
                let note = self.xml.content(element, Spaces::Unbreak, role)?;
                let directive =
                    Directive::on_line(note.flow.written().trim(), Span::new(note.span));
                self.directives().extend(directive);
                return Some(());
            }
            _ => return self.xml.skip(element),
        };
        if !element.empty {
            self.open.push(level);
        }
        Some(())
    }

    fn close(&mut self) {
        if self.open.pop() == Some(Level::Unit) {
            self.end_unit();
        }
    }

    fn end_unit(&mut self) {
        let Some(unit) = self.unit.take() else {
            return;
        };
        let source = unit.source();
        let first = self.parsed.segments.len();
        for variant in unit.variants {
            let content = variant.content.filter(|_| is_arabic(&variant.language));
            let segment = content.and_then(|it| it.flow.segment(it.escape));
            if let Some(mut segment) = segment {
                segment.unit.clone_from(&unit.id);
                segment.source.clone_from(&source);
                self.parsed.segments.push(segment);
            }
        }
        self.parsed.cover(first, unit.directives);
    }

    fn finish(mut self) -> Parsed {
        self.end_unit();
        let pending = std::mem::take(&mut self.pending);
        self.parsed.cover(self.parsed.segments.len(), pending);
        if !self.root {
            let message = Message::fixed(
                "this is not TMX: it has no element `tmx`",
                "‏ليس هذا ملف TMX: لا عنصر «tmx» فيه",
            );
            self.parsed.broken.push((0, message));
        }
        self.xml.finish(&mut self.parsed);
        self.parsed
    }
}

impl Unit {
    /// The text in the language of the source; the first that is not Arabic where any may be the
    /// source; nothing where the Arabic is.
    fn source(&self) -> Option<String> {
        let primary = |it: &str| {
            let subtag = it.split(['-', '_']).next().unwrap_or_default();
            subtag.to_ascii_lowercase()
        };
        let wanted = primary(&self.source_language);
        if is_arabic(&wanted) {
            return None;
        }
        let mut others = self.variants.iter().filter(|it| !is_arabic(&it.language));
        let named = others.clone().find(|it| primary(&it.language) == wanted);
        let any = wanted.is_empty() || wanted == "*all*";
        let found = named.or_else(|| others.next().filter(|_| any))?;
        Some(found.content.as_ref()?.flow.written().to_owned())
    }
}

fn role(element: &Element<'_>) -> Role {
    match element.name {
        "hi" => Role::Through,
        "bpt" | "ept" | "it" | "ut" => Role::Mark,
        _ => Role::Object,
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{prose, silenced};
    use super::*;

    const MEMORY: &str = r#"<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">
<header srclang="en-US" segtype="sentence"/><body>
<tu tuid="1"><note>fasih: ignore[a/b]</note><prop type="x">لا</prop>
<tuv xml:lang="fr"><seg>Non</seg></tuv>
<tuv xml:lang="AR-SA"><seg>قال <bpt i="1">&lt;b></bpt>نعم<ept i="1">&lt;/b></ept> <ph x="2">{0}</ph></seg></tuv>
<tuv xml:lang="en"><seg>He said yes</seg></tuv></tu>
<tu srclang="ar"><tuv xml:lang="ar"><seg>أصل</seg></tuv><tuv xml:lang="en"><seg>Origin</seg></tuv></tu>
<tu srclang="*all*"><tuv lang="ar"><seg>أي</seg></tuv><tuv lang="de"><seg>Jede</seg></tuv></tu></body></tmx>"#;

    #[test]
    fn arabic_variants_are_segments_with_their_source() {
        let parsed = parse(MEMORY);
        assert!(parsed.broken.is_empty());
        assert_eq!(prose(MEMORY, &parsed), ["قال نعم \u{FFFC}", "أصل", "أي"]);
        let about: Vec<_> = parsed
            .segments
            .iter()
            .map(|it| (it.unit.as_deref(), it.source.as_deref()))
            .collect();
        assert_eq!(
            about,
            [
                (Some("1"), Some("He said yes")),
                (None, None),
                (None, Some("Jede")),
            ]
        );
        assert_eq!(silenced(MEMORY, &parsed), ["قال نعم \u{FFFC}"]);
    }

    #[test]
    fn units_before_a_break_are_read() {
        let text = &MEMORY[..MEMORY.find("Origin").unwrap()];
        let parsed = parse(text);
        assert_eq!(prose(text, &parsed), ["قال نعم \u{FFFC}", "أصل"]);
        assert_eq!(parsed.broken.len(), 1);
    }
}
