//! One layout for every glossary, so that a difference between two versions is one of content: see
//! [`format`].
//!
//! What is written is put together from the lines of the file itself, moved and indented. Nothing is
//! loaded and dumped, so comments, anchors, quotes and the words of an editor stay what they were.

use std::{cmp::Reverse, ops::Range};

use super::tree::{Node, Shape, parse};
use crate::glossary::limits;

/// The fields of a glossary, in their order.
const GLOSSARY: &[&str] = &["title", "kind", "words", "disable", "entries"];
/// The fields of an entry, in their order: what it is, what to write, who says so, what to find. The
/// sentences that show it all come last.
pub const ENTRY: &[&str] = &[
    "id",
    "extends",
    "kind",
    "type",
    "gender",
    "en",
    "also-en",
    "needs",
    "only-sense",
    "ar",
    "also",
    "feminine",
    "plural",
    "part-of-speech",
    "roles",
    "words",
    "harmless",
    "severity",
    "confidence",
    "domain",
    "note",
    "source",
    "status",
    "date",
    "by",
    "avoid",
    "avoid-en",
    "tests",
];
/// The fields of an `avoid`, in their order.
pub const AVOID: &[&str] = &[
    "find",
    "use",
    "or",
    "unless",
    "near",
    "severity",
    "confidence",
    "applicability",
    "why",
];

/// Why a file is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unformatted {
    /// It is no YAML, or more than one document.
    #[error("this is not one YAML document")]
    NotYaml,
    /// The layout would say something else. Never seen; the file is worth more than its layout.
    #[error("a layout that keeps every value was not found; write the keys one below the other")]
    Unusual,
}

/// `yaml` in the canonical layout: two columns a level, fields in order, one blank line between two
/// entries, one space after a colon or comma. Values, comments, anchors, quotes and blank lines stay;
/// a comment goes with the field below it. What is so laid out comes back the same.
///
/// # Errors
///
/// A text that is no YAML, or that cannot be laid out without changing what it says.
pub fn format(yaml: &str) -> Result<String, Unformatted> {
    let (mark, text) = match yaml.strip_prefix('\u{FEFF}') {
        Some(rest) => ("\u{FEFF}", rest),
        None => ("", yaml),
    };
    let unix = text.replace("\r\n", "\n");
    let root = parse(&unix).ok_or(Unformatted::NotYaml)?;
    let mut layout = Layout::of(&unix);
    layout.root(&root);
    let out = layout.out;
    if !says_the_same(&unix, &out) {
        return Err(Unformatted::Unusual);
    }
    let out = if text.contains("\r\n") {
        out.replace('\n', "\r\n")
    } else {
        out
    };
    Ok(format!("{mark}{out}"))
}

/// Whether two texts hold the same values, whatever the order of keys.
pub fn says_the_same(a: &str, b: &str) -> bool {
    let load = |yaml: &str| {
        let loaded = serde_saphyr::from_str_with_options::<serde_json::Value>(yaml, limits(yaml));
        loaded.ok()
    };
    let (a, b) = (load(a), load(b));
    a.is_some() && a == b
}

struct Layout<'t> {
    text: &'t str,
    /// Where each line begins and ends.
    lines: Vec<Range<usize>>,
    out: String,
}

/// A field with its lines: comments above, the line of its key, and on to `end`.
struct Chunk<'n> {
    key: &'n Node,
    value: &'n Node,
    lead: Range<usize>,
    first: usize,
    end: usize,
}

impl<'t> Layout<'t> {
    fn of(text: &'t str) -> Layout<'t> {
        let mut at = 0;
        let lines = text.split_inclusive('\n').map(|line| {
            let start = at;
            at += line.len();
            start..start + line.trim_end_matches('\n').len()
        });
        Layout {
            text,
            lines: lines.collect(),
            out: String::with_capacity(text.len() + text.len() / 16),
        }
    }

    fn line(&self, number: usize) -> &'t str {
        &self.text[self.lines[number].clone()]
    }

    fn line_of(&self, offset: usize) -> usize {
        self.lines.partition_point(|it| it.start <= offset).max(1) - 1
    }

    fn indent_of(&self, number: usize) -> usize {
        let line = self.line(number);
        line.len() - line.trim_start_matches(' ').len()
    }

    fn is_blank(&self, number: usize) -> bool {
        self.line(number).trim().is_empty()
    }

    /// The column of a place in its line, in bytes: before keys only spaces stand, and a dash.
    fn column(&self, offset: usize) -> usize {
        offset - self.lines[self.line_of(offset)].start
    }

    fn root(&mut self, root: &Node) {
        let Shape::Map(fields) = &root.shape else {
            self.out.push_str(self.text);
            return;
        };
        let first = self.line_of(root.span.start);
        for number in 0..first {
            let line = self.line(number).trim_end();
            self.push_line(0, line);
        }
        let end = self.map(fields, GLOSSARY, 0, None, root.anchored, first);
        let tail: Vec<usize> = (end..self.lines.len()).collect();
        self.comments(&tail, None);
        while self.out.ends_with("\n\n") {
            self.out.pop();
        }
    }

    /// Writes the fields of a map at column `indent`, the first behind a dash two columns before
    /// where `dash` says so. Gives the line after the last.
    fn map(
        &mut self,
        fields: &[(Node, Node)],
        order: &[&str],
        indent: usize,
        dash: Option<()>,
        anchored: bool,
        start: usize,
    ) -> usize {
        let mut chunks: Vec<Chunk<'_>> = Vec::new();
        let mut above = start;
        for (key, value) in fields {
            let first = self.line_of(key.span.start);
            let end = self
                .end_of(value, self.column(key.span.start))
                .max(first + 1);
            chunks.push(Chunk {
                key,
                value,
                lead: above.min(first)..first,
                first,
                end,
            });
            above = end;
        }
        let mut sorted: Vec<&Chunk<'_>> = chunks.iter().collect();
        // An alias must stay behind its anchor.
        if !anchored {
            let place = |it: &&Chunk<'_>| {
                let key = self.text[it.key.span.clone()].trim_matches(['"', '\'']);
                let known = order.iter().position(|name| *name == key);
                Reverse(known.map_or(0, |at| order.len() - at))
            };
            sorted.sort_by_key(place);
        }
        for (number, chunk) in sorted.into_iter().enumerate() {
            let behind_dash = dash.is_some() && number == 0;
            let column = if behind_dash { indent - 2 } else { indent };
            let lead: Vec<usize> = chunk.lead.clone().collect();
            self.comments(&lead, Some(column));
            self.spaces(column);
            if behind_dash {
                self.out.push_str("- ");
            }
            self.field(chunk, indent);
        }
        above
    }

    /// Comments and blank lines: comments at `column` if one is given, no two blank lines together.
    fn comments(&mut self, lines: &[usize], column: Option<usize>) {
        for &number in lines {
            let line = self.line(number).trim_end();
            if !line.is_empty() {
                match column {
                    Some(column) => self.push_line(column, line.trim_start()),
                    None => self.push_line(0, line),
                }
            } else if !self.out.is_empty() && !self.out.ends_with("\n\n") {
                self.out.push('\n');
            }
        }
    }

    fn push_line(&mut self, column: usize, line: &str) {
        if !line.is_empty() {
            self.spaces(column);
            self.out.push_str(line);
        }
        self.out.push('\n');
    }

    fn spaces(&mut self, count: usize) {
        self.out.extend(std::iter::repeat_n(' ', count));
    }

    /// Writes a field from its key on.
    fn field(&mut self, chunk: &Chunk<'_>, indent: usize) {
        let (key, value) = (chunk.key, chunk.value);
        let name = &self.text[key.span.clone()];
        self.out.push_str(name);
        self.out.push(':');
        let line = &self.lines[chunk.first];
        let rest = &self.text[key.span.end..line.end];
        let rest_start = key.span.end + rest.find(':').map_or(0, |it| it + 1);
        let rest = self.text[rest_start..line.end].trim();
        if !rest.is_empty() {
            self.out.push(' ');
            match self.flow(value, rest_start..line.end) {
                Some(tidy) => self.out.push_str(&tidy),
                None => self.out.push_str(rest),
            }
        }
        self.out.push('\n');
        let old = self.column(key.span.start);
        match &value.shape {
            Shape::List(items) => {
                let (order, apart) = match name {
                    "avoid" | "avoid-en" => (AVOID, false),
                    "entries" => (ENTRY, true),
                    _ => (&[][..], false),
                };
                self.list(items, order, indent + 2, chunk.first + 1, apart);
            }
            Shape::Map(fields) => {
                self.map(
                    fields,
                    &["en", "ar"],
                    indent + 2,
                    None,
                    value.anchored,
                    chunk.first + 1,
                );
            }
            Shape::BlockScalar => self.block_scalar(chunk, rest, old, indent),
            _ => self.shifted(chunk.first + 1..chunk.end, old, indent),
        }
    }

    /// The lines of a block scalar, two columns further in than its key. Where its header tells the
    /// indentation, that is relative to the key and stays so.
    fn block_scalar(&mut self, chunk: &Chunk<'_>, header: &str, old: usize, indent: usize) {
        let lines = chunk.first + 1..chunk.end;
        let told = header
            .split(" #")
            .next()
            .is_some_and(|it| it.contains(|c: char| c.is_ascii_digit()));
        let first = lines.clone().find(|it| !self.is_blank(*it));
        match first {
            Some(first) if !told => {
                let from = self.indent_of(first);
                self.shifted(lines, from, indent + 2);
            }
            _ => self.shifted(lines, old, indent),
        }
    }

    /// Lines as they are, from column `from` to column `to`.
    fn shifted(&mut self, lines: Range<usize>, from: usize, to: usize) {
        for number in lines {
            let line = self.line(number);
            let content = line.trim_start_matches(' ');
            if content.is_empty() {
                self.out.push('\n');
                continue;
            }
            let indent = line.len() - content.len();
            self.spaces((indent + to).saturating_sub(from));
            self.out.push_str(content);
            self.out.push('\n');
        }
    }

    /// Writes the items of a list, dashes at column `dash`; `apart` with a blank line between two
    /// that are written in lines. Gives the line after the last.
    fn list(
        &mut self,
        items: &[Node],
        order: &[&str],
        dash: usize,
        start: usize,
        apart: bool,
    ) -> usize {
        let mut above = start;
        let mut before: Option<&Node> = None;
        for item in items {
            let is_dash = |it: &str| it == "-" || it.starts_with("- ");
            let limit = self.line_of(item.span.start);
            let first = (above..=limit)
                .find(|it| is_dash(self.line(*it).trim()))
                .unwrap_or(limit);
            let old = self.indent_of(first);
            let end = self.end_of(item, old).max(first + 1);
            let lead: Vec<usize> = (above..first).collect();
            let in_lines = |it: &Node| matches!(it.shape, Shape::Map(_));
            let part = apart && before.is_some_and(|it| in_lines(it) && in_lines(item));
            if part && !self.out.ends_with("\n\n") {
                self.out.push('\n');
            }
            self.comments(&lead, Some(dash));
            match &item.shape {
                // The first key stands behind the dash, and nothing between.
                Shape::Map(fields)
                    if first == limit
                        && self.text[self.lines[first].start + old + 1..item.span.start]
                            .trim()
                            .is_empty() =>
                {
                    self.map(fields, order, dash + 2, Some(()), item.anchored, first);
                }
                _ => self.item(item, first, end, old, dash),
            }
            above = end;
            before = Some(item);
        }
        above
    }

    /// An item that is not laid out: its lines as they are.
    fn item(&mut self, item: &Node, first: usize, end: usize, old: usize, dash: usize) {
        let after_dash = self.lines[first].start + old + 1;
        let rest = self.text[after_dash..self.lines[first].end].trim();
        self.spaces(dash);
        self.out.push('-');
        if !rest.is_empty() {
            self.out.push(' ');
            match self.flow(item, after_dash..self.lines[first].end) {
                Some(tidy) => self.out.push_str(&tidy),
                None => self.out.push_str(rest),
            }
        }
        self.out.push('\n');
        self.shifted(first + 1..end, old, dash);
    }

    /// The rest of a line that holds a flow list or map whole, with one space after each comma and
    /// colon.
    fn flow(&self, value: &Node, rest: Range<usize>) -> Option<String> {
        let inside = rest.start <= value.span.start && value.span.end <= rest.end;
        let is_flow = matches!(value.shape, Shape::FlowList(_) | Shape::FlowMap(_));
        if !inside || !is_flow || value.anchored {
            return None;
        }
        let before = self.text[rest.start..value.span.start].trim();
        let after = self.text[value.span.end..rest.end].trim_end();
        let space = if before.is_empty() { "" } else { " " };
        Some(format!("{before}{space}{}{after}", self.tidy(value)))
    }

    fn tidy(&self, node: &Node) -> String {
        match &node.shape {
            Shape::FlowList(items) => {
                let items: Vec<String> = items.iter().map(|it| self.tidy(it)).collect();
                format!("[{}]", items.join(", "))
            }
            Shape::FlowMap(fields) => {
                let field = |it: &(Node, Node)| {
                    let value = self.tidy(&it.1);
                    let space = if value.is_empty() { "" } else { " " };
                    format!("{}:{space}{value}", self.tidy(&it.0))
                };
                let fields: Vec<String> = fields.iter().map(field).collect();
                format!("{{{}}}", fields.join(", "))
            }
            _ => self.text[node.span.clone()].to_owned(),
        }
    }

    /// The line after the last of a value whose key or dash stands at column `column`.
    fn end_of(&self, node: &Node, column: usize) -> usize {
        let last = match &node.shape {
            Shape::Map(fields) => fields.last().map(|it| {
                let column = self.column(it.0.span.start);
                self.end_of(&it.1, column)
                    .max(self.line_of(it.0.span.start) + 1)
            }),
            Shape::List(items) => items.last().map(|it| {
                let dash = self.indent_of(self.line_of(it.span.start));
                self.end_of(it, dash)
            }),
            Shape::BlockScalar => Some(self.end_of_block(node, column)),
            _ => None,
        };
        let end = node.span.end.max(node.span.start + 1) - 1;
        last.unwrap_or_else(|| self.line_of(end) + 1)
    }

    fn end_of_block(&self, node: &Node, column: usize) -> usize {
        let header = self.line_of(node.span.start);
        let sign = &self.text[node.span.start..self.lines[header].end];
        let sign = sign.split(" #").next().unwrap_or(sign);
        let mut content = None;
        let mut end = header + 1;
        for number in header + 1..self.lines.len() {
            if self.is_blank(number) {
                continue;
            }
            let indent = self.indent_of(number);
            let told = sign.contains(|c: char| c.is_ascii_digit());
            let least = if told {
                column + 1
            } else {
                *content.get_or_insert(indent)
            };
            if indent < least.max(column + 1) {
                break;
            }
            end = number + 1;
        }
        // `+` keeps the blank lines below as part of the text.
        if sign.contains('+') {
            while end < self.lines.len() && self.is_blank(end) {
                end += 1;
            }
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn formats(from: &str, to: &str) {
        let out = format(from).unwrap();
        assert_eq!(out, to, "\n{out}");
        assert_eq!(format(&out).unwrap(), out);
    }

    #[test]
    fn fields_come_in_order_with_their_comments() {
        formats(
            "# head\ntitle:   x\nentries:\n- ar: ج\n  # on the id\n  id: a   # why\n  tests: |\n     سطر\n       أعمق\n  avoid:\n  - why: {en: e,ar: \"و\"}\n    # seen often\n    find: د\n\n\n\n# next\n- en: b\n  id: b\n",
            "# head\ntitle: x\nentries:\n  # on the id\n  - id: a   # why\n    ar: ج\n    avoid:\n      # seen often\n      - find: د\n        why: {en: e, ar: \"و\"}\n    tests: |\n      سطر\n        أعمق\n\n  # next\n  - id: b\n    en: b\n",
        );
    }

    #[test]
    fn anchors_keep_their_order_and_unknown_keys_come_last() {
        formats(
            "title: x\nentries:\n  - en: &e b\n    id: a\n    note: *e\n  - zz: 1\n    id: c\n  -\n    en: d\n    id: d\n",
            "title: x\nentries:\n  - en: &e b\n    id: a\n    note: *e\n\n  - id: c\n    zz: 1\n\n  -\n    en: d\n    id: d\n",
        );
    }

    #[test]
    fn lines_of_texts_are_not_touched() {
        formats(
            "title: x\r\nentries:\r\n   - id: a\r\n     note: |2\r\n         in\r\n       out  \r\n     source: >+\r\n       s\r\n\r\n\r\n   - {id: b,ar: [ج,د] }\r\n",
            "title: x\r\nentries:\r\n  - id: a\r\n    note: |2\r\n        in\r\n      out  \r\n    source: >+\r\n      s\r\n\r\n\r\n  - {id: b, ar: [ج, د]}\r\n",
        );
    }

    fn field() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-z]{1,5}".prop_map(|it| format!("en: {it}")),
            "[a-z]{1,5}".prop_map(|it| format!("ar:   \"{it} # {it}\"   # {it}")),
            Just("note: 'a\n\n       b'".to_owned()),
            Just("also: [x,  'y, z' ,w]".to_owned()),
            Just("# comment\n    date: d".to_owned()),
            Just("\n    source: >-\n      folded\n\n      text".to_owned()),
            Just("avoid:\n    - use: u\n      find: f\n    # c\n    - find: g".to_owned()),
            Just("tests: |\n       one\n\n         # two\n    # three".to_owned()),
        ]
    }

    proptest! {
        #[test]
        fn laid_out_once_is_laid_out_for_good(
            entries in proptest::collection::vec(proptest::collection::vec(field(), 1..6), 1..4),
            blank in 0usize..3,
        ) {
            let mut yaml = "title: t\nentries:\n".to_owned();
            for (number, mut fields) in entries.into_iter().enumerate() {
                fields.sort_by_key(|it| it.trim_start().split(':').next().map(str::to_owned));
                fields.dedup_by_key(|it| it.trim_start().split(':').next().map(str::to_owned));
                yaml += &format!("  - id: e{number}\n");
                for it in fields {
                    yaml += &format!("    {it}\n");
                }
                yaml += &"\n".repeat(blank);
            }
            let once = format(&yaml).unwrap();
            prop_assert!(says_the_same(&yaml, &once));
            prop_assert_eq!(format(&once).unwrap(), once.clone());
            let comments = |it: &str| {
                let mut all: Vec<String> = it
                    .lines()
                    .filter(|it| it.trim_start().starts_with('#'))
                    .map(|it| it.trim().to_owned())
                    .collect();
                all.sort();
                all
            };
            prop_assert_eq!(comments(&once), comments(&yaml));
        }
    }
}
