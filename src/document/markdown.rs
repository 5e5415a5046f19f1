//! Markdown (CommonMark with tables, footnotes and strikethrough) and its front matter.
//!
//! Read are paragraphs, headings, items, cells, the text of links and blocks of HTML; left out are
//! code, the targets of links, images and addresses.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{Directive, Escape, Parsed, flow::Flow, front_matter, html};
use crate::text::Span;

/// The parser keeps some fifty bytes for a byte of markup: what is longer than this is cut.
const MOST_BYTES: usize = 32 << 20;

/// The segments of a Markdown file.
pub(super) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let body = front_matter::read(text, &mut parsed);
    let mut end = text.len();
    if end - body > MOST_BYTES {
        let line_ends = memchr::memrchr(b'\n', &text.as_bytes()[..body + MOST_BYTES]);
        end = line_ends
            .filter(|it| *it > body)
            .unwrap_or(body + MOST_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        parsed.broke(
            end,
            "Markdown is read up to 32 MiB; the rest of the file is not checked",
            "يُقرأ من Markdown ما لا يزيد على 32 ميبيبايت؛ لم تُفحص بقية الملف",
        );
    }
    let mut reader = Reader {
        file: text,
        parsed,
        flow: Flow::default(),
        skipped: 0,
        label: false,
        read_to: body,
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM;
    for (event, range) in Parser::new_ext(&text[body..end], options).into_offset_iter() {
        reader.event(&event, body + range.start..body + range.end);
    }
    reader.end_segment();
    let mut parsed = reader.parsed;
    parsed.directives.sort_by_key(|it| it.span);
    parsed.arrange();
    parsed
}

/// Whether `text` has what no plain text has: front matter, a heading, a link, a fence.
pub(super) fn looks_like(text: &str) -> bool {
    let lines = || text.lines().take(500);
    let heading = |it: &str| {
        let title = it.trim_start_matches('#');
        let depth = it.len() - title.len();
        (1..=6).contains(&depth) && title.starts_with(' ') && !title.contains("fasih:")
    };
    let link = |it: &str| it.contains("](http") || it.contains("](/") || it.contains("](#");
    front_matter::span(text).is_some()
        || lines().any(|it| heading(it) || link(it) || it.starts_with("```"))
}

struct Reader<'t> {
    file: &'t str,
    parsed: Parsed,
    flow: Flow,
    /// How many elements are open from the outermost one that is left out.
    skipped: usize,
    /// The text is the label that a link is found by.
    label: bool,
    /// The end of the inline piece before.
    read_to: usize,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(_) if self.skipped > 0 => self.skipped += 1,
            Event::End(_) if self.skipped > 0 => self.skipped -= 1,
            _ if self.skipped > 0 => {}
            Event::Start(tag) => self.start(tag, range),
            Event::End(
                TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Superscript
                | TagEnd::Subscript,
            )
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
            Event::End(TagEnd::Link) => self.label = false,
            Event::End(_) | Event::Rule => self.end_segment(),
            Event::Text(text) => self.text(text, range),
            Event::SoftBreak => {
                self.flow.white(self.file, range.clone());
                self.read_to = range.end;
            }
            Event::HardBreak => self.flow.hold(self.file, range, "\n"),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.flow.object(self.file, range);
            }
            Event::InlineHtml(tag) | Event::Html(tag) => {
                if tag.starts_with("<br") {
                    self.flow.hold(self.file, range, "\n");
                } else {
                    self.flow.reach(range.end);
                    let directive = Directive::on_line(tag, Span::new(range));
                    self.parsed.directives.extend(directive);
                }
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {}
            Tag::Image { .. } => {
                self.skipped = 1;
                self.flow.object(self.file, range);
            }
            Tag::Link { link_type, .. } => match link_type {
                LinkType::Autolink | LinkType::Email => {
                    self.skipped = 1;
                    self.flow.object(self.file, range);
                }
                LinkType::Collapsed
                | LinkType::CollapsedUnknown
                | LinkType::Shortcut
                | LinkType::ShortcutUnknown => self.label = true,
                _ => {}
            },
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.end_segment();
                self.skipped = 1;
            }
            Tag::HtmlBlock => {
                self.end_segment();
                self.skipped = 1;
                let mut reader = html::Reader::new(self.file);
                reader.read(range);
                // A block may end inside an element, or a tag, that another goes on with.
                let block = reader.finish();
                self.parsed.segments.extend(block.segments);
                self.parsed.directives.extend(block.directives);
            }
            _ => self.end_segment(),
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let file = self.file;
        let written = &file[range.clone()];
        let mut at = range.start;
        let starts_line = self.flow.written().is_empty() || self.read_to_line_end();
        let escaped = self.read_to < at
            && file.as_bytes()[at - 1] == b'\\'
            && text.starts_with(|c: char| c.is_ascii_punctuation());
        self.read_to = range.end;
        if written != text {
            self.flow.replace(file, range, text);
            return;
        }
        if self.label {
            self.flow.hold(file, range, text);
            return;
        }
        if escaped {
            self.flow.replace(file, at - 1..at + 1, &text[..1]);
            at += 1;
        } else if starts_line && let Some(len) = numeral(text) {
            self.flow.hold(file, at..at + len, &text[..len]);
            at += len;
        }
        self.flow.text(file, at..range.end);
    }

    fn read_to_line_end(&self) -> bool {
        self.read_to > 0 && matches!(self.file.as_bytes()[self.read_to - 1], b'\n' | b'\r')
    }

    fn end_segment(&mut self) {
        let flow = std::mem::take(&mut self.flow);
        self.parsed.segments.extend(flow.segment(Escape::Markdown));
    }
}

/// The length of a number in other digits than ours that a line begins with, where it would
/// begin a list in ours: `٣. نعم`.
fn numeral(text: &str) -> Option<usize> {
    let after = text.trim_start_matches(|c: char| c.is_numeric() && !c.is_ascii());
    let len = text.len() - after.len();
    (len > 0 && after.starts_with(['.', ')'])).then_some(len)
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
    fn blocks_are_segments() {
        check(
            "# عنوان *مهم*\n\nقال الوزير\nإن **الأمر** كذا\n\n- أول\n  - ثان\n- [ ] ثالث\n\n> قول\n> طويل\n\n| أ | ب |\n|---|---|\n| ج \\| د | ه |\n",
            &[
                "عنوان مهم",
                "قال الوزير إن الأمر كذا",
                "أول",
                "ثان",
                "ثالث",
                "قول طويل",
                "أ",
                "ب",
                "ج | د",
                "ه",
            ],
        );
    }

    #[test]
    fn what_is_no_prose_is_left_out() {
        check(
            "قال [نعم](http://a.b \"لا\") و`لا` و![لا](a.png) <http://a.b> &laquo;ها&raquo; \\*لا\\*\n\n```\nلا\n```\n\n    لا\n\n[x]: http://a.b\n",
            &["قال نعم و\u{FFFC} و\u{FFFC} \u{FFFC} «ها» *لا*"],
        );
    }

    #[test]
    fn blocks_of_html_are_read_as_html() {
        let text = "<!-- fasih: ignore[a/b] -->\n\nأول\n\n<div dir=\"rtl\"><p>ثان</p>\n<script>لا</script></div>\n\nثالث<br>نعم <!-- fasih: ignore[c/d] -->\n";
        check(text, &["أول", "ثان", "ثالث\nنعم"]);
        assert_eq!(silenced(text, &parse(text)), ["أول", "ثالث\nنعم"]);
    }

    #[test]
    fn a_label_and_a_number_that_would_begin_a_list_are_held() {
        let text = "انظر [الباب]\n\n[الباب]: http://a.b\n\n٣. نعم\n";
        let parsed = parse(text);
        assert_eq!(prose(text, &parsed), ["انظر الباب", "٣. نعم"]);
        let whole = |number: usize, word: &str| {
            let derived = parsed.segments[number].derived.as_ref().unwrap();
            let at = derived.text.find(word).unwrap();
            derived.map.is_whole(Span::new(at..at + word.len()))
        };
        assert!(whole(0, "انظر") && !whole(0, "الباب"));
        assert!(whole(1, "نعم") && !whole(1, "٣"));
    }

    #[test]
    fn what_looks_like_markdown_is_no_plain_text() {
        assert!(looks_like("---\ntitle: a\n---\n"));
        assert!(looks_like("نص\n\n## عنوان\n") && looks_like("انظر [نعم](https://a.b)"));
        assert!(!looks_like("# fasih: ignore[a/b]\nنص\n") && !looks_like("#وسم نص"));
    }
}
