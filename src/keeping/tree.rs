//! The parts of a YAML text and where they stand, without their meaning: see [`parse`].
//!
//! The loader gives values; who lays a file out anew or says where a value is wrong needs the bytes
//! that it stands in.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span, StructureStyle};

/// A value of a YAML text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its bytes. Of a block of keys or items: from its first key or item on.
    pub span: Range<usize>,
    /// What it is.
    pub shape: Shape,
    /// An anchor or alias stands in it, so that its place in the file matters.
    pub anchored: bool,
}

/// How a value is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A word or sentence, in quotes or without; `*alias` too.
    Scalar,
    /// `|` or `>`, where it begins, and lines below.
    BlockScalar,
    /// `[a, b]`.
    FlowList(Vec<Node>),
    /// `{a: b}`.
    FlowMap(Vec<(Node, Node)>),
    /// Items, each behind a dash of its own.
    List(Vec<Node>),
    /// Keys, each on a line of its own.
    Map(Vec<(Node, Node)>),
}

/// A list or map that is not closed yet, and where it opened.
struct Open {
    children: Vec<Node>,
    is_map: bool,
    is_flow: bool,
    anchored: bool,
    start: usize,
}

/// The value that `yaml` is, or `None` where it is no YAML or holds no single value.
pub fn parse(yaml: &str) -> Option<Node> {
    let mut parser = Parser::new_from_str(yaml);
    let mut open: Vec<Open> = Vec::new();
    let mut root = None;
    while let Some(event) = parser.next_event() {
        let (event, span) = event.ok()?;
        let node = match event {
            Event::Scalar(_, style, anchor, _) => {
                let mut leaf = leaf(style, anchor, &span)?;
                if leaf.shape == Shape::BlockScalar {
                    leaf.span.start = header(yaml, leaf.span.start)?;
                }
                leaf
            }
            Event::Alias(_) => Node {
                anchored: true,
                ..leaf(ScalarStyle::Plain, 0, &span)?
            },
            Event::SequenceStart(style, anchor, _) => {
                open.push(opened(false, style, anchor, &span)?);
                continue;
            }
            Event::MappingStart(style, anchor, _) => {
                open.push(opened(true, style, anchor, &span)?);
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => closed(open.pop()?, &span)?,
            _ => continue,
        };
        match open.last_mut() {
            Some(parent) => {
                parent.anchored |= node.anchored;
                parent.children.push(node);
            }
            None if root.is_some() => return None,
            None => root = Some(node),
        }
    }
    root
}

fn leaf(style: ScalarStyle, anchor: usize, span: &Span) -> Option<Node> {
    Some(Node {
        span: span.byte_range()?,
        shape: match style {
            ScalarStyle::Literal | ScalarStyle::Folded => Shape::BlockScalar,
            _ => Shape::Scalar,
        },
        anchored: anchor > 0,
    })
}

/// Where the `|` or `>` stands that opened a block scalar whose text begins at `content`.
fn header(yaml: &str, content: usize) -> Option<usize> {
    let mut end = content;
    loop {
        let start = yaml[..end].rfind('\n').map_or(0, |it| it + 1);
        let line = &yaml[start..end];
        let line = line.split(" #").next().unwrap_or(line).trim_end();
        let bare = line.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
        if bare.ends_with(['|', '>']) {
            return Some(start + bare.len() - 1);
        }
        end = start.checked_sub(1)?;
    }
}

fn opened(is_map: bool, style: StructureStyle, anchor: usize, span: &Span) -> Option<Open> {
    Some(Open {
        children: Vec::new(),
        is_map,
        is_flow: style == StructureStyle::Flow,
        anchored: anchor > 0,
        start: span.byte_range()?.start,
    })
}

fn closed(open: Open, span: &Span) -> Option<Node> {
    let ends = |nodes: &[Node]| Some(nodes.first()?.span.start..nodes.last()?.span.end);
    let span = match ends(&open.children) {
        Some(span) if !open.is_flow => span,
        _ => open.start..span.byte_range()?.end,
    };
    let shape = if open.is_map {
        let mut children = open.children.into_iter();
        let mut fields = Vec::new();
        while let Some(key) = children.next() {
            fields.push((key, children.next()?));
        }
        if open.is_flow {
            Shape::FlowMap(fields)
        } else {
            Shape::Map(fields)
        }
    } else if open.is_flow {
        Shape::FlowList(open.children)
    } else {
        Shape::List(open.children)
    };
    Some(Node {
        span,
        shape,
        anchored: open.anchored,
    })
}

impl Node {
    /// Its fields, if it is a map.
    pub fn fields(&self) -> &[(Node, Node)] {
        match &self.shape {
            Shape::Map(fields) | Shape::FlowMap(fields) => fields,
            _ => &[],
        }
    }

    /// Its items, if it is a list.
    pub fn items(&self) -> &[Node] {
        match &self.shape {
            Shape::List(items) | Shape::FlowList(items) => items,
            _ => &[],
        }
    }

    /// The value of `key`, if it is a map that has it.
    pub fn field(&self, yaml: &str, key: &str) -> Option<&Node> {
        let mut fields = self.fields().iter();
        let found = fields.find(|it| yaml.get(it.0.span.clone()) == Some(key))?;
        Some(&found.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_where_they_stand() {
        let yaml = "# ملاحظة\ntitle: &t عنوان\nentries:\n  - id: a\n    also: [ب, \"ج د\"]\n    tests: |\n      سطر\n\n  - {id: b, ar: *t}\n";
        let root = parse(yaml).unwrap();
        let entries = root.field(yaml, "entries").unwrap().items();
        assert_eq!(entries.len(), 2);
        let also = entries[0].field(yaml, "also").unwrap();
        assert_eq!(&yaml[also.span.clone()], "[ب, \"ج د\"]");
        assert_eq!(&yaml[also.items()[1].span.clone()], "\"ج د\"");
        let tests = entries[0].field(yaml, "tests").unwrap();
        assert!(
            yaml[tests.span.clone()].starts_with('|'),
            "{:?}",
            &yaml[tests.span.clone()]
        );
        assert!(!entries[0].anchored && entries[1].anchored);
        assert_eq!(&yaml[entries[1].span.clone()], "{id: b, ar: *t}");
        assert_eq!(parse("a: [b"), None);
    }
}
