//! The lines of a glossary, moved and indented: see [`Layout`].

use std::{cmp::Reverse, ops::Range};

use super::{AVOID, ENTRY, GLOSSARY};
use crate::keeping::tree::{Node, Shape};

/// A text on its way from the lines it has to those it gets.
pub(super) struct Layout<'t> {
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
    pub(super) fn of(text: &'t str) -> Layout<'t> {
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

    /// The text laid out, of which `root` is the value.
    pub(super) fn root(mut self, root: &Node) -> String {
        let Shape::Map(fields) = &root.shape else {
            return self.text.to_owned();
        };
        let first = self.line_of(root.span.start);
        for number in 0..first {
            let line = self.line(number).trim_end();
            self.push_line(0, line);
        }
        let end = self.map(fields, GLOSSARY, 0, false, root.anchored, first);
        let tail: Vec<usize> = (end..self.lines.len()).collect();
        self.comments(&tail, None);
        while self.out.ends_with("\n\n") {
            self.out.pop();
        }
        self.out
    }

    /// Writes the fields of a map at column `indent`, the first behind a dash two columns before
    /// where `dash` says so. Gives the line after the last.
    fn map(
        &mut self,
        fields: &[(Node, Node)],
        order: &[&str],
        indent: usize,
        dash: bool,
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
            let behind_dash = dash && number == 0;
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
        // A key behind `?` may end on a later line; such a file is left alone in the end.
        let key_end = key.span.end.min(line.end);
        let rest = &self.text[key_end..line.end];
        let rest_start = key_end + rest.find(':').map_or(0, |it| it + 1);
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
                    false,
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
                    self.map(fields, order, dash + 2, true, item.anchored, first);
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
