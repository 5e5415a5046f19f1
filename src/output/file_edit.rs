//! Fixes as changes to the text of the file, for programs that make them: see [`FileEdit`].
//!
//! A rule replaces prose; in the file that prose may be escaped. What a program is told here is what
//! must stand in the file.

use crate::{
    diagnostic::PlacedFix,
    document::Document,
    text::{Edit, InFile, Position, Span, written},
};

/// One change, with its place in every count that programs use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FileEdit {
    /// Bytes of the file.
    pub(super) span: Span<InFile>,
    pub(super) start: Position,
    pub(super) end: Position,
    /// What takes their place.
    pub(super) text: String,
}

/// The edits of `fix`, none where it is words only.
pub(super) fn edits(document: &Document, fix: &PlacedFix) -> Vec<FileEdit> {
    let edits = fix.edits.iter();
    edits.map(|it| file_edit(document, it)).collect()
}

/// The edits of `fix` as one, with what stands between them kept: for programs that take several
/// edits for alternatives.
pub(super) fn as_one(document: &Document, fix: &PlacedFix) -> Option<FileEdit> {
    let (first, last) = (fix.edits.first()?, fix.edits.last()?);
    let mut text = String::new();
    let mut at = first.span.start();
    for edit in &fix.edits {
        text += document.text_in_file(Span::new(at..edit.span.start()));
        text += &written(&edit.bytes, document.encoding());
        at = edit.span.end();
    }
    let span = Span::new(first.span.start()..last.span.end());
    Some(placed(document, span, text))
}

fn file_edit(document: &Document, edit: &Edit) -> FileEdit {
    let text = written(&edit.bytes, document.encoding());
    placed(document, edit.span, text)
}

fn placed(document: &Document, span: Span<InFile>, text: String) -> FileEdit {
    FileEdit {
        span,
        start: document.position_in_file(span.start()),
        end: document.position_in_file(span.end()),
        text,
    }
}
