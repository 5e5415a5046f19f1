//! HTML: the text between tags, and the attributes that readers see.
//!
//! A block element (a paragraph, a cell, a heading) is a segment; elements within a line are not.
//! What is no prose is left out: scripts, style sheets, code, `translate="no"`, and elements whose
//! `lang` is not Arabic (that of the root says what a template was made for, and is not asked).

use rustc_hash::FxHashMap;
use std::ops::Range;

use super::{
    Directive, Escape, Parsed,
    flow::Flow,
    language::is_foreign,
    reference,
    tags::{Tag, Tags, Token, Value},
};
use crate::text::Span;

/// The segments of an HTML file.
pub(super) fn parse(text: &str) -> Parsed {
    let mut reader = Reader::new(text);
    reader.read(0..text.len());
    let mut parsed = reader.finish();
    parsed.arrange();
    parsed
}

/// Whether `text` begins as an HTML file does.
pub(super) fn looks_like(text: &str) -> bool {
    let head = text.trim_start();
    let begins = |with: &str| {
        let start = head.as_bytes().get(..with.len());
        start.is_some_and(|it| it.eq_ignore_ascii_case(with.as_bytes()))
    };
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<div",
        "<p>",
        "<p ",
        "<article",
    ]
    .iter()
    .any(|it| begins(it))
}

/// Elements within a line. An element we do not know is one too, as browsers have it.
const BLOCKS: [&str; 69] = [
    "address",
    "article",
    "aside",
    "base",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "meta",
    "nav",
    "noscript",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "script",
    "section",
    "select",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "video",
    "xmp",
];

/// Elements whose text is no prose.
const SKIPPED: [&str; 14] = [
    "code", "kbd", "math", "object", "pre", "samp", "script", "style", "svg", "textarea", "tt",
    "var", "xmp", "iframe",
];

/// Elements without an end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "source",
    "track", "wbr",
];

/// Names of `meta` whose content people read.
const META: [&str; 6] = [
    "description",
    "og:title",
    "og:description",
    "og:image:alt",
    "twitter:title",
    "twitter:description",
];

/// Reads stretches of one file.
pub(super) struct Reader<'t> {
    file: &'t str,
    parsed: Parsed,
    flow: Flow,
    /// The names of the elements that are open.
    open: Vec<String>,
    /// How many elements of each name are open, so that an end tag without a start costs nothing.
    counts: FxHashMap<String, usize>,
    skipping: Option<Skipped>,
}

/// An element that is left out.
struct Skipped {
    start: usize,
    /// How many elements are open around it.
    depth: usize,
    block: bool,
}

impl<'t> Reader<'t> {
    pub(super) fn new(file: &'t str) -> Reader<'t> {
        Reader {
            file,
            parsed: Parsed::default(),
            flow: Flow::default(),
            open: Vec::new(),
            counts: FxHashMap::default(),
            skipping: None,
        }
    }

    /// Reads `span` of the file.
    pub(super) fn read(&mut self, span: Range<usize>) {
        for token in Tags::new(self.file, span) {
            match token {
                Token::Text(span) => {
                    if self.reads() {
                        text(&mut self.flow, self.file, span);
                    }
                }
                Token::Raw => {}
                Token::Comment(span) => {
                    let comment = &self.file[span.clone()];
                    self.flow.reach(span.end);
                    let directive = Directive::on_line(comment, Span::new(span));
                    self.parsed.directives.extend(directive);
                }
                Token::Open(tag) => self.open(&tag),
                Token::Close(span, name) => self.close(&span, &name),
                Token::Broken(at) => self.parsed.broke(
                    at,
                    "the file ends inside a tag or a comment that begins here",
                    "ينتهي الملف داخل وسم أو تعليق يبدأ هنا",
                ),
            }
        }
    }

    /// What has been read, not yet arranged.
    pub(super) fn finish(mut self) -> Parsed {
        self.end_segment();
        self.parsed
    }

    fn reads(&self) -> bool {
        self.skipping.is_none()
    }

    fn end_segment(&mut self) {
        let flow = std::mem::take(&mut self.flow);
        self.parsed.segments.extend(flow.segment(Escape::Markup));
    }

    fn open(&mut self, tag: &Tag<'t>) {
        let name = tag.name.as_str();
        let block = BLOCKS.contains(&name);
        if block {
            self.end_implied(name);
        }
        if self.skipping.is_none() {
            if block {
                self.end_segment();
            }
            self.attributes(tag);
        }
        if VOID.contains(&name) {
            if !block && name != "wbr" && self.reads() {
                self.flow.object(self.file, tag.span.clone());
            }
            return;
        }
        if tag.closed && (name == "svg" || name == "math" || self.skipping.is_some()) {
            // Of foreign elements only, `/>` is an end.
            return;
        }
        if self.skipping.is_none() && (SKIPPED.contains(&name) || !Self::is_read(tag)) {
            self.skipping = Some(Skipped {
                start: tag.span.start,
                depth: self.open.len(),
                block,
            });
        }
        *self.counts.entry(tag.name.clone()).or_default() += 1;
        self.open.push(tag.name.clone());
    }

    /// Whether the tag of an element leaves its text to be read: it is to be translated, and not in
    /// another language.
    fn is_read(tag: &Tag<'_>) -> bool {
        let value = |name: &str| tag.attribute(name).map(|it| it.text);
        let classes = value("class").unwrap_or_default();
        if value("translate").is_some_and(|it| it.eq_ignore_ascii_case("no"))
            || classes
                .split_ascii_whitespace()
                .any(|it| it == "notranslate")
        {
            return false;
        }
        let language = value("lang").or(value("xml:lang"));
        match language {
            Some(it) if tag.name != "html" => !is_foreign(it),
            _ => true,
        }
    }

    /// Ends what the start of a block ends without saying so.
    fn end_implied(&mut self, name: &str) {
        while let Some(top) = self.open.last() {
            let ends = match top.as_str() {
                "p" => true,
                "li" => name == "li",
                "dt" | "dd" => matches!(name, "dt" | "dd"),
                "td" | "th" => matches!(name, "td" | "th" | "tr"),
                "tr" => name == "tr",
                "option" => matches!(name, "option" | "optgroup"),
                "head" => name == "body",
                _ => false,
            };
            if !ends || name == "br" {
                return;
            }
            let top = top.clone();
            self.pop(&top, None);
        }
    }

    fn close(&mut self, span: &Range<usize>, name: &str) {
        if self.skipping.is_none() && BLOCKS.contains(&name) {
            self.end_segment();
        }
        if self.counts.get(name).copied().unwrap_or_default() > 0 {
            while !self.pop(name, Some(span.end)) {}
        }
    }

    /// Takes the innermost element off, and says whether it is called `name`.
    fn pop(&mut self, name: &str, end: Option<usize>) -> bool {
        let Some(element) = self.open.pop() else {
            return true;
        };
        if let Some(count) = self.counts.get_mut(&element) {
            *count -= 1;
        }
        if let Some(skipped) = self.skipping.take_if(|it| it.depth == self.open.len())
            && let Some(end) = end
            && !skipped.block
        {
            self.flow.object(self.file, skipped.start..end);
        }
        element == name
    }

    /// The attributes of a tag that people read are segments of their own.
    fn attributes(&mut self, tag: &Tag<'t>) {
        if !self.reads() || !Self::is_read(tag) {
            return;
        }
        let named = tag.attribute("name").or(tag.attribute("property"));
        let meta = tag.name == "meta" && named.is_some_and(|it| META.contains(&it.text));
        let shown = ["alt", "title", "aria-label", "placeholder"].into_iter();
        let values = shown
            .chain(meta.then_some("content"))
            .filter_map(|it| tag.attribute(it));
        for value in values {
            self.parsed.segments.extend(attribute(self.file, value));
        }
    }
}

fn attribute(file: &str, value: Value<'_>) -> Option<super::Segment> {
    let mut flow = Flow::default();
    text(&mut flow, file, value.start..value.start + value.text.len());
    flow.segment(if value.quoted {
        Escape::Attribute
    } else {
        Escape::Bare
    })
}

/// Writes text with its character references undone.
pub(super) fn text(flow: &mut Flow, file: &str, span: Range<usize>) {
    let mut at = span.start;
    while at < span.end {
        let found = memchr::memchr(b'&', &file.as_bytes()[at..span.end]);
        let next = found.map_or(span.end, |it| at + it);
        flow.text(file, at..next);
        at = next;
        if at == span.end {
            return;
        }
        if let Some((len, text)) = reference::html(&file[at..span.end]) {
            flow.replace(file, at..at + len, &text);
            at += len;
        } else {
            // One that is no reference must not become one.
            flow.hold(file, at..at + 1, "&");
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{prose, silenced};
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        assert_eq!(prose(text, &parse(text)), expect);
    }

    #[test]
    fn blocks_end_a_segment_and_elements_within_a_line_do_not() {
        check(
            "<h1>عنوان</h1>\n<p>قال <b>الوزي</b>ر\n   <a href='x'>نعم</a><p>ثان<br>ثالث</p>",
            &["عنوان", "قال الوزير نعم", "ثان", "ثالث"],
        );
    }

    #[test]
    fn what_is_no_prose_is_left_out() {
        check(
            "<script>var a = '<p>لا</p>';</script><style>p {}</style><pre>لا</pre><p>شغّل <code>لا</code> الآن</p>\
             <p translate=no>لا <b>لا</b></p><p lang=en>no</p><div class='a notranslate'>لا</div><!-- <p>لا</p> --><p>نعم",
            &["شغّل \u{FFFC} الآن", "نعم"],
        );
        check("<html lang=en><p>نعم</html>", &["نعم"]);
    }

    #[test]
    fn attributes_that_readers_see_are_segments() {
        check(
            "<p>قال <img src=a alt='صورة &quot;له&quot;' title=عنوان> نعم</p><meta name=description content='وصف'>",
            &["قال \u{FFFC} نعم", "صورة \"له\"", "عنوان", "وصف"],
        );
    }

    #[test]
    fn references_are_read_and_lead_back() {
        check(
            "<p>قال&nbsp;&laquo;نعم&raquo; &amp; &#1604;&#x627; & كذا</p>",
            &["قال\u{A0}«نعم» & لا & كذا"],
        );
    }

    #[test]
    fn a_comment_covers_the_text_after_it_or_around_it() {
        let text = "<p>أول</p><!-- fasih: ignore[a/b] --><p><img alt='صورة'>ثان</p>\
                    <p>ثالث نعم <!-- fasih: ignore[c/d] --></p><p>رابع";
        assert_eq!(silenced(text, &parse(text)), ["\u{FFFC}ثان", "ثالث نعم"]);
    }

    #[test]
    fn a_file_that_ends_inside_a_tag_is_read_to_there() {
        let text = "<p>نعم</p><p title='لا";
        let parsed = parse(text);
        assert_eq!(prose(text, &parsed), ["نعم"]);
        assert_eq!(parsed.broken[0].0, text.find("<p title").unwrap());
    }
}
