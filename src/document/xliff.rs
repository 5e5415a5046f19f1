//! XLIFF 1.2, 2.0 and 2.1: a segment for each target, with its source and the id of its unit.
//!
//! Tags within a text that format it are left out, tags that stand for something are objects that
//! no fix may touch. Units that are not to be translated, proposals (`alt-trans`, `matches`) and
//! targets that wait for a translator are not checked, nor are files into another language.

use super::{
    Directive, Parsed,
    flow::Spaces,
    language::is_foreign,
    xml::{Element, Piece, Role, Xml},
};
use crate::{diagnostic::Message, text::Span};

/// The targets of an XLIFF file.
pub(super) fn parse(text: &str) -> Parsed {
    let mut reader = Reader {
        xml: Xml::new(text),
        parsed: Parsed::default(),
        prefix: None,
        scopes: Vec::new(),
        unit: None,
        pending: Vec::new(),
        source: None,
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

/// Whether `text` begins as an XLIFF file does.
pub(super) fn looks_like(text: &str) -> bool {
    let head = &text.as_bytes()[..text.len().min(4096)];
    text.trim_start().starts_with('<')
        && ["<xliff", ":xliff "]
            .iter()
            .any(|it| memchr::memmem::find(head, it.as_bytes()).is_some())
}

struct Reader<'t> {
    xml: Xml<'t>,
    parsed: Parsed,
    /// What stands before the names of XLIFF's own elements; nothing until the first is read.
    prefix: Option<&'t str>,
    /// Of each element that is open.
    scopes: Vec<Scope>,
    unit: Option<Unit>,
    /// Directives between units.
    pending: Vec<Directive>,
    source: Option<String>,
}

/// What an element says of those in it.
#[derive(Clone, Copy)]
struct Scope {
    unit: bool,
    /// Into Arabic, and to be translated.
    read: bool,
    spaces: Spaces,
}

struct Unit {
    id: Option<String>,
    /// The number of its first segment.
    first: usize,
    directives: Vec<Directive>,
}

impl<'t> Reader<'t> {
    /// Where a directive belongs that stands here.
    fn directives(&mut self) -> &mut Vec<Directive> {
        match &mut self.unit {
            Some(unit) => &mut unit.directives,
            None => &mut self.pending,
        }
    }

    /// `None` where the file breaks.
    fn open(&mut self, element: &Element<'t>) -> Option<()> {
        let name = if let Some(prefix) = self.prefix {
            element.name.strip_prefix(prefix)
        } else {
            let root = element.name.strip_suffix("xliff");
            self.prefix = root.filter(|it| it.is_empty() || it.ends_with(':'));
            self.prefix.map(|_| "xliff")
        };
        let around = self.scopes.last().copied().unwrap_or(Scope {
            unit: false,
            read: true,
            spaces: Spaces::Unbreak,
        });
        let spaces = element.spaces().unwrap_or(around.spaces);
        match name.unwrap_or_default() {
            name @ ("xliff" | "file" | "body" | "group" | "unit" | "trans-unit" | "segment"
            | "notes") => {
                if element.empty {
                    return Some(());
                }
                let translated = element.attribute("translate");
                let mut read = around.read && translated.as_deref() != Some("no");
                let language = match name {
                    "xliff" => element.attribute("trgLang"),
                    "file" => element.attribute("target-language"),
                    _ => None,
                };
                read &= !language.is_some_and(|it| is_foreign(&it));
                let unit = matches!(name, "unit" | "trans-unit");
                if unit {
                    self.end_unit();
                    self.unit = Some(Unit {
                        id: element.attribute("id"),
                        first: self.parsed.segments.len(),
                        directives: std::mem::take(&mut self.pending),
                    });
                }
                if unit || name == "segment" {
                    self.source = None;
                }
                self.scopes.push(Scope { unit, read, spaces });
                Some(())
            }
            "source" => {
                let content = self.xml.content(element, spaces, role)?;
                self.source = Some(content.flow.written().to_owned());
                Some(())
            }
            "target" => {
                let waits = element.attribute("state").as_deref() == Some("needs-translation");
                let content = self.xml.content(element, spaces, role)?;
                let segment = content.flow.segment(content.escape);
                if let (Some(unit), Some(mut segment)) = (&self.unit, segment)
                    && around.read
                    && !waits
                {
                    segment.unit.clone_from(&unit.id);
                    segment.source.clone_from(&self.source);
                    self.parsed.segments.push(segment);
                }
                Some(())
            }
            "note" => {
                let note = self.xml.content(element, Spaces::Unbreak, role)?;
                let directive =
                    Directive::on_line(note.flow.written().trim(), Span::new(note.span));
                self.directives().extend(directive);
                Some(())
            }
            _ if element.empty => Some(()),
            _ => self.xml.skip(element),
        }
    }

    fn close(&mut self) {
        if self.scopes.pop().is_some_and(|it| it.unit) {
            self.end_unit();
        }
    }

    fn end_unit(&mut self) {
        if let Some(unit) = self.unit.take() {
            self.parsed.cover(unit.first, unit.directives);
        }
    }

    fn finish(mut self) -> Parsed {
        self.end_unit();
        let pending = std::mem::take(&mut self.pending);
        self.parsed.cover(self.parsed.segments.len(), pending);
        if self.prefix.is_none() {
            let message = Message::fixed(
                "this is not XLIFF: its first element is not `xliff`",
                "‏ليس هذا ملف XLIFF: عنصره الأول ليس «xliff»",
            );
            self.parsed.broken.push((0, message));
        }
        self.xml.finish(&mut self.parsed);
        self.parsed
    }
}

/// The elements of both versions within a text.
fn role(element: &Element<'_>) -> Role {
    match element.name.rsplit(':').next().unwrap_or_default() {
        "g" | "pc" => Role::Through,
        "mrk" => {
            let kept = element.attribute("mtype").as_deref() == Some("protected")
                || element.attribute("translate").as_deref() == Some("no");
            if kept { Role::Object } else { Role::Through }
        }
        // Halves of a pair, and annotations.
        "bpt" | "ept" | "it" | "bx" | "ex" | "sc" | "ec" | "sm" | "em" => Role::Mark,
        // `x`, `ph`, `cp`, and what we do not know.
        _ => Role::Object,
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{prose, silenced};
    use super::*;

    type Row<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

    #[track_caller]
    fn check(text: &str, expect: &[Row<'_>]) {
        let parsed = parse(text);
        assert!(parsed.broken.is_empty(), "{:?}", parsed.broken);
        let prose = prose(text, &parsed);
        let segments = prose.iter().zip(&parsed.segments);
        let rows: Vec<Row<'_>> = segments
            .map(|(prose, it)| (*prose, it.unit.as_deref(), it.source.as_deref()))
            .collect();
        assert_eq!(rows, expect);
    }

    #[test]
    fn targets_of_the_first_version() {
        check(
            r#"<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en" target-language="ar"><header><note>لا</note></header><body>
<group id="g"><trans-unit id="1"><source>Say <x id="1"/> <g id="2">now</g></source>
<target state="translated">قل <x id="1"/> <g id="2">الآن</g> <bpt id="3">&lt;b&gt;</bpt>نعم<ept id="3">&lt;/b&gt;</ept></target>
<alt-trans><source>no</source><target>لا</target></alt-trans></trans-unit></group>
<trans-unit id="2" translate="no"><source>no</source><target>لا</target></trans-unit>
<trans-unit id="3"><source>no</source><target state="needs-translation">لا</target></trans-unit>
<trans-unit id="4"><source>&amp; so</source><target>و&amp; هكذا
      نعم</target></trans-unit></body></file>
<file original="b" source-language="ar" target-language="en"><body><trans-unit id="5"><source>نعم</source><target>لا</target></trans-unit></body></file></xliff>"#,
            &[
                ("قل \u{FFFC} الآن نعم", Some("1"), Some("Say \u{FFFC} now")),
                ("و& هكذا نعم", Some("4"), Some("& so")),
            ],
        );
    }

    #[test]
    fn targets_of_the_second_version() {
        check(
            r#"<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:m" version="2.0" srcLang="en" trgLang="ar-EG">
<x:file id="f"><x:unit id="u"><mtc:matches><mtc:match><x:source>no</x:source><x:target>لا</x:target></mtc:match></mtc:matches>
<x:segment id="s1" state="initial"><x:source>One <x:ph id="1"/>.</x:source><x:target>واحد <x:ph id="1"/>.</x:target></x:segment>
<x:ignorable><x:source> </x:source><x:target> </x:target></x:ignorable>
<x:segment><x:source>Two <x:pc id="2">b</x:pc></x:source><x:target>اثنان <x:mrk id="m" translate="no">لا</x:mrk> <x:pc id="2">ب</x:pc></x:target></x:segment></x:unit></x:file></x:xliff>"#,
            &[
                ("واحد \u{FFFC}.", Some("u"), Some("One \u{FFFC}.")),
                ("اثنان \u{FFFC} ب", Some("u"), Some("Two b")),
            ],
        );
    }

    #[test]
    fn notes_and_comments_silence_their_unit() {
        let text = "<xliff><file><body><!-- fasih: ignore[a/b] --><trans-unit id='1'><target>أول</target></trans-unit>\
                    <trans-unit id='2'><target>ثان</target><note>fasih: ignore[c/d]</note></trans-unit>\
                    <trans-unit id='3'><target/><note>fasih: ignore[e/f]</note></trans-unit>\
                    <trans-unit id='4'><target>رابع</target></trans-unit></body></file></xliff>";
        let parsed = parse(text);
        assert_eq!(silenced(text, &parsed), ["أول", "ثان"]);
        assert_eq!(parsed.directives.len(), 3);
    }

    #[test]
    fn units_before_a_break_are_read() {
        let text = "<xliff><file><body><trans-unit id='1'><target>أول</target></trans-unit><trans-unit id='2'><target>ثان</trans-unit>";
        let parsed = parse(text);
        assert_eq!(prose(text, &parsed), ["أول"]);
        assert_eq!(parsed.broken.len(), 1);
        assert_eq!(parse("<html></html>").broken[0].0, 0);
    }
}
