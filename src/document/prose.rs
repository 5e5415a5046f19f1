//! Prose that is not a plain stretch of its file: escapes undone, tags left out. See [`Prose`].

use super::{Derived, Escape, Segment};
use crate::text::{InDecoded, InSegment, MapBuilder, Span};

/// Writes the prose of a segment down while its format reads the file from left to right, and keeps
/// the way back.
#[derive(Debug, Default)]
pub(super) struct Prose {
    text: String,
    map: MapBuilder<InDecoded, InSegment>,
    /// Where the first piece was read from.
    start: Option<usize>,
    /// Where the file has been read to.
    at: usize,
}

/// Stands in prose for what is no prose but must stay, as a placeholder or an image: no letter and
/// no mark of punctuation.
pub(super) const OBJECT: &str = "\u{FFFC}";

impl Prose {
    /// Copies `span` of `file`; what lies between is left out.
    pub(super) fn keep(&mut self, file: &str, span: std::ops::Range<usize>) {
        self.skip_to(span.start);
        self.map.kept(span.len());
        self.text.push_str(&file[span.clone()]);
        self.at = span.end;
    }

    /// Writes `text` for `span` of the file, as `&` for `&amp;`.
    pub(super) fn replace(&mut self, span: std::ops::Range<usize>, text: &str) {
        self.skip_to(span.start);
        self.map.replaced(span.len(), text.len());
        self.text.push_str(text);
        self.at = span.end;
    }

    /// Writes `text` for `span` of the file, which no fix may change or delete.
    pub(super) fn hold(&mut self, span: std::ops::Range<usize>, text: &str) {
        self.skip_to(span.start);
        self.map.held(span.len(), text.len());
        self.text.push_str(text);
        self.at = span.end;
    }

    /// What has been written.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The segment, whose fixes are written with `escape`; `None` where it holds nothing but white
    /// space and objects.
    pub(super) fn segment(self, escape: Escape) -> Option<Segment> {
        let prose = |c: char| !c.is_whitespace() && !OBJECT.contains(c);
        self.text.contains(prose).then(|| Segment {
            span: Span::new(self.start.unwrap_or_default()..self.at),
            unit: None,
            source: None,
            escape,
            derived: Some(Derived {
                text: self.text,
                map: self.map.finish(),
            }),
        })
    }

    fn skip_to(&mut self, start: usize) {
        self.start.get_or_insert(start);
        if start > self.at {
            self.map.gap(start - self.at);
            self.at = start;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_is_in_no_stretch_that_a_fix_may_replace() {
        let file = "قال {0} نعم";
        let at = |text: &str| file.find(text).unwrap();
        let mut prose = Prose::default();
        prose.keep(file, 0..at("{"));
        prose.hold(at("{")..at("{") + 3, OBJECT);
        prose.keep(file, at(" نعم")..file.len());
        let derived = prose.segment(Escape::Verbatim).unwrap().derived.unwrap();
        let whole = |text: &str| {
            let start = derived.text.find(text).unwrap();
            derived.map.is_whole(Span::new(start..start + text.len()))
        };
        assert!(whole("قال ") && whole(" نعم"));
        assert!(!whole(OBJECT) && !whole("قال \u{FFFC} نعم"));
    }

    #[test]
    fn a_place_leads_back_to_what_it_was_written_for() {
        let file = "<p>قال &amp; <b>كتب</b></p>";
        let at = |text: &str| file.find(text).unwrap();
        let mut prose = Prose::default();
        prose.keep(file, at("قال")..at("&amp;"));
        prose.replace(at("&amp;")..at("&amp;") + 5, "&");
        prose.keep(file, at(" <b>")..at("<b>"));
        prose.keep(file, at("كتب")..at("</b>"));
        let segment = prose.segment(Escape::Verbatim).unwrap();
        let derived = segment.derived.unwrap();
        assert_eq!(derived.text, "قال & كتب");
        let back = |text: &str| {
            let start = derived.text.find(text).unwrap();
            let span = derived.map.to_a(Span::new(start..start + text.len()));
            &file[span.range()]
        };
        assert_eq!(back("&"), "&amp;");
        assert_eq!(back("كتب"), "كتب");
        assert_eq!(&file[segment.span.range()], "قال &amp; <b>كتب");
        assert!(Prose::default().segment(Escape::Verbatim).is_none());
    }
}
