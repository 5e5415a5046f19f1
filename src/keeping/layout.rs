//! Where the entries of a glossary and their fields stand in its text, so that one is written, moved or
//! merged and every other byte stays: see [`Layout`].

use std::ops::Range;

use crate::glossary::{Loaded, place};

/// The lines of a glossary, taken apart. Head, items and tail are the whole text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What stands before the first entry, the line `entries:` included.
    pub head: Range<usize>,
    /// The entries, in order; each ends where the next begins.
    pub items: Vec<Item>,
    /// What stands after the last entry.
    pub tail: Range<usize>,
    /// The column of the dashes; `None` without entries.
    pub indent: Option<usize>,
}

/// The lines of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// All of it: comments above, fields, blank lines below.
    pub span: Range<usize>,
    /// The line of its dash to the end of its last line.
    pub body: Range<usize>,
    /// Where a comment that stands directly above begins; the dash where there is none.
    pub lead: usize,
    /// Its fields, in order; together they are the body. Empty for an entry on one line.
    pub fields: Vec<Field>,
}

/// The lines of a field of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its lines, comments above it included.
    pub span: Range<usize>,
}

/// Why the lines of a glossary cannot be told apart though it can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the entries do not stand one below the other, each with a dash of its own")]
pub struct Unusual;

struct Line<'t> {
    start: usize,
    end: usize,
    text: &'t str,
}

impl Line<'_> {
    fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    fn is_comment(&self) -> bool {
        self.text.trim_start().starts_with('#')
    }

    fn is_item(&self) -> bool {
        let rest = self.text.trim_start_matches(' ');
        rest == "-" || rest.starts_with("- ")
    }
}

impl Layout {
    /// The layout of `text`, which was read as `loaded`.
    ///
    /// # Errors
    ///
    /// Entries in a way of writing in which lines are not theirs alone: all in one line, for example.
    pub fn of(text: &str, loaded: &Loaded) -> Result<Layout, Unusual> {
        let lines = lines(text);
        let opens = |it: &Line| {
            it.text.strip_prefix("entries:").is_some_and(|rest| {
                let rest = rest.trim();
                rest.is_empty() || rest.starts_with('#')
            })
        };
        let Some(opened) = lines.iter().position(opens) else {
            return if loaded.glossary.entries.is_empty() {
                Ok(Layout {
                    head: 0..text.len(),
                    items: Vec::new(),
                    tail: text.len()..text.len(),
                    indent: None,
                })
            } else {
                Err(Unusual)
            };
        };
        let content = |it: &&Line| !it.is_blank() && !it.is_comment();
        let indent = lines[opened + 1..]
            .iter()
            .find(content)
            .filter(|it| it.is_item())
            .map(Line::indent);
        let Some(indent) = indent else {
            let at = lines[opened].end;
            let empty = loaded.glossary.entries.is_empty();
            return empty
                .then_some(Layout {
                    head: 0..at,
                    items: Vec::new(),
                    tail: at..text.len(),
                    indent: None,
                })
                .ok_or(Unusual);
        };
        let ends = |it: &Line| {
            !it.is_blank()
                && !it.is_comment()
                && (it.indent() < indent || (it.indent() == indent && !it.is_item()))
        };
        let end = lines[opened + 1..]
            .iter()
            .position(ends)
            .map_or(lines.len(), |it| opened + 1 + it);
        let starts: Vec<usize> = (opened + 1..end)
            .filter(|it| lines[*it].is_item() && lines[*it].indent() == indent)
            .collect();
        if starts.len() != loaded.glossary.entries.len() {
            return Err(Unusual);
        }
        let mut items = Vec::with_capacity(starts.len());
        for (number, (&start, entry)) in starts.iter().zip(&loaded.glossary.entries).enumerate() {
            let next = starts.get(number + 1).copied().unwrap_or(end);
            let last = (start..next)
                .rev()
                .find(|it| !lines[*it].is_blank() && !outer_comment(&lines[*it], indent))
                .unwrap_or(start);
            let line = place(&entry.id).line as usize;
            if !(start..=last).contains(&(line - 1)) {
                return Err(Unusual);
            }
            let lead = (opened + 1..start)
                .rev()
                .take_while(|it| lines[*it].is_comment() && outer_comment(&lines[*it], indent))
                .last()
                .unwrap_or(start);
            items.push(Item {
                id: entry.id.value.clone(),
                span: lines[start].start..lines[last].end,
                body: lines[start].start..lines[last].end,
                lead: lines[lead].start,
                fields: fields(&lines[start..=last], indent),
            });
        }
        // What stands between two entries goes with the second, blank lines and all.
        let head = lines[opened].end;
        for number in 0..items.len() {
            let start = if number == 0 {
                head
            } else {
                items[number - 1].span.end
            };
            items[number].span.start = start;
        }
        let tail = items.last().map_or(head, |it| it.span.end);
        Ok(Layout {
            head: 0..head,
            items,
            tail: tail..text.len(),
            indent: Some(indent),
        })
    }

    /// The entry called `id`.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|it| it.id == id)
    }
}

/// A comment that stands as far out as the entries, and so is no part of the one before it.
fn outer_comment(line: &Line, indent: usize) -> bool {
    line.is_comment() && line.indent() <= indent
}

/// The fields of an item. A line deeper than the names of fields belongs to the field it follows.
fn fields(lines: &[Line], indent: usize) -> Vec<Field> {
    let after_dash = &lines[0].text[indent + 1..];
    let column = lines[0].text.len() - after_dash.trim_start_matches(' ').len();
    if after_dash.trim_start().starts_with('{') || after_dash.trim().is_empty() {
        return Vec::new();
    }
    let mut fields: Vec<Field> = Vec::new();
    // Comments before a field go with it.
    let mut from: Option<usize> = None;
    for (number, line) in lines.iter().enumerate() {
        let is_outermost = line.indent() == column && !line.is_comment() && !line.is_blank();
        let named = (number == 0 || is_outermost).then(|| &line.text[column..]);
        let name = named
            .and_then(|it| it.split_once(':'))
            .map(|it| it.0.trim());
        if let Some(name) = name {
            let start = from.take().unwrap_or(line.start);
            if let Some(last) = fields.last_mut() {
                last.span.end = start;
            }
            fields.push(Field {
                name: name.trim_matches(['"', '\'']).to_owned(),
                span: start..line.end,
            });
        } else if line.is_comment() && line.indent() <= column {
            from.get_or_insert(line.start);
        } else {
            from = None;
        }
    }
    if let (Some(last), Some(line)) = (fields.last_mut(), lines.last()) {
        last.span.end = line.end;
    }
    fields
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let from = start;
            start += line.len();
            Line {
                start: from,
                end: start,
                text: line.trim_end_matches(['\n', '\r']),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bundled, glossary::load};

    fn of(yaml: &str) -> Layout {
        Layout::of(yaml, &load("g.yaml", yaml).unwrap()).unwrap()
    }

    #[test]
    fn every_byte_of_the_shipped_glossaries_has_its_place() {
        for (path, yaml) in bundled::files() {
            let layout = Layout::of(yaml, &load(path, yaml).unwrap()).unwrap();
            let mut at = layout.head.end;
            for item in &layout.items {
                assert_eq!(item.span.start, at, "{path}: {}", item.id);
                assert!(item.lead >= item.span.start && item.lead <= item.body.start);
                let mut inside = item.body.start;
                for field in &item.fields {
                    assert_eq!(field.span.start, inside, "{path}: {}", item.id);
                    inside = field.span.end;
                }
                if !item.fields.is_empty() {
                    assert_eq!(inside, item.body.end, "{path}: {}", item.id);
                }
                at = item.span.end;
            }
            assert_eq!(at..yaml.len(), layout.tail);
        }
    }

    #[test]
    fn comments_go_with_what_they_stand_above() {
        let yaml = "title: x\nentries: # ours\n  # A\n\n  # of a\n  - id: a\n    # of en\n    en: b\n    ar: ج\n    tests: |\n      # نص\n\n      ج\n\n  # B\n  - {id: b, ar: د}\ndisable: [z]\n";
        let layout = of(yaml);
        let [a, b] = &layout.items[..] else { panic!() };
        assert_eq!(&yaml[a.lead..a.body.start], "  # of a\n");
        let names: Vec<&str> = a.fields.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["id", "en", "ar", "tests"]);
        assert_eq!(&yaml[a.fields[1].span.clone()], "    # of en\n    en: b\n");
        assert!(yaml[a.body.clone()].ends_with("ج\n"));
        assert_eq!(
            (b.fields.len(), &yaml[b.lead..b.body.start]),
            (0, "  # B\n")
        );
        assert_eq!(&yaml[layout.tail], "disable: [z]\n");
    }

    #[test]
    fn what_shares_its_lines_is_refused() {
        let yaml = "title: x\nentries: [{id: a, ar: ج}]\n";
        assert_eq!(Layout::of(yaml, &load("g", yaml).unwrap()), Err(Unusual));
    }
}
