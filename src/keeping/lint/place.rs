//! From lines and columns, as the loader tells them, to bytes and back: see [`Places`].

use super::Remark;
use crate::{
    diagnostic::{Confidence, Diagnostic, Message, Origin, PlacedFix},
    engine::Fingerprints,
    text::{Edit, InDecoded, LineIndex, Position, Span},
};

/// The lines of a glossary file.
pub(super) struct Places<'t> {
    text: &'t str,
    index: LineIndex,
    starts: Vec<usize>,
}

impl<'t> Places<'t> {
    pub(super) fn of(text: &'t str) -> Places<'t> {
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()) {
            if text.as_bytes()[at] == b'\n' || text.as_bytes().get(at + 1) != Some(&b'\n') {
                starts.push(at + 1);
            }
        }
        Places {
            text,
            index: LineIndex::new(text),
            starts,
        }
    }

    /// The byte at `position`, or the end of the text.
    fn offset(&self, position: Position) -> usize {
        let line = position.line as usize - 1;
        let Some(&start) = self.starts.get(line) else {
            return self.text.len();
        };
        let rest = &self.text[start..];
        let ahead = position.column as usize - 1;
        start + rest.char_indices().nth(ahead).map_or(rest.len(), |it| it.0)
    }

    /// `value` as it is written at `position`: in quotes it stands a byte further on.
    pub(super) fn value(&self, position: Position, value: &str) -> Span<InDecoded> {
        let at = self.offset(position);
        let rest = &self.text[at..];
        for quote in [0, 1] {
            if !value.is_empty() && rest.get(quote..).is_some_and(|it| it.starts_with(value)) {
                return Span::new(at + quote..at + quote + value.len());
            }
        }
        self.word_at(position)
    }

    /// The rest of the line at `position`.
    pub(super) fn word_at(&self, position: Position) -> Span<InDecoded> {
        let at = self.offset(position);
        let rest = &self.text[at..];
        let line = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
        Span::new(at..at + line.trim_end().len())
    }

    /// `remark` as every form of output reads it, in a file that has `before` bytes before the text.
    pub(super) fn diagnostic(
        &self,
        remark: Remark,
        before: usize,
        fingerprints: &mut Fingerprints,
    ) -> Diagnostic {
        let range = remark.span.range();
        let in_file = Span::new(before + range.start..before + range.end);
        let found = self.text[range.clone()].to_owned();
        let start = self.index.position(self.text, range.start);
        let line = self.starts[start.line as usize - 1];
        let rest = &self.text[line..];
        let prose = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
        let in_line = range.start - line..(range.end - line).min(prose.len());
        let fix = remark.fix.map(|(applicability, text)| PlacedFix {
            title: match (found.as_str(), text.as_str()) {
                (old, "") => Message::new(format!("delete “{old}”"), format!("احذف «{old}»")),
                (old, new) => {
                    Message::new(format!("“{old}” → “{new}”"), format!("«{old}» ← «{new}»"))
                }
            },
            applicability,
            refused: None,
            edits: vec![Edit {
                span: in_file,
                bytes: text.clone().into_bytes(),
            }],
            replacements: vec![text],
            within: vec![Span::new(in_line.clone())],
        });
        Diagnostic {
            origin: Origin {
                rule: remark.check,
                entry: remark.entry.map(Into::into),
            },
            severity: remark.severity,
            confidence: Confidence::High,
            category: remark.category,
            message: remark.message,
            segment: 0,
            source: None,
            within: Span::new(in_line.clone()),
            span: in_file,
            start,
            end: self.index.position(self.text, range.end),
            found,
            unit: None,
            fixes: fix.into_iter().collect(),
            fingerprint: fingerprints.of(remark.check, prose, in_line),
        }
    }
}
