//! Prose whose line ends and indentation are those of the file and not of the text: see [`Flow`].

use std::ops::Range;

use super::{
    Escape, Segment,
    prose::{OBJECT, Prose},
};
use crate::text::Span;

/// What white space in the file means in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Spaces {
    /// Any run of it is one space, as in HTML.
    #[default]
    Collapse,
    /// A run that breaks the line is one space, as where an XML file is indented; another run is
    /// what it is.
    Unbreak,
    /// What it is.
    Keep,
}

/// Writes prose, with one space for a run of white space, and none at its start and end.
#[derive(Debug, Default)]
pub(super) struct Flow {
    prose: Prose,
    spaces: Spaces,
    /// White space that is written when something follows it.
    pending: Option<Range<usize>>,
    /// The end of the last comment in it.
    reached: usize,
}

impl Flow {
    pub(super) fn new(spaces: Spaces) -> Flow {
        Flow {
            spaces,
            ..Flow::default()
        }
    }

    /// Copies the text of `span`, white space apart.
    pub(super) fn text(&mut self, file: &str, span: Range<usize>) {
        let mut at = span.start;
        while at < span.end {
            let rest = &file.as_bytes()[at..span.end];
            let white = rest.iter().take_while(|it| is_white(**it)).count();
            if white > 0 {
                self.white(file, at..at + white);
                at += white;
                continue;
            }
            let len = rest.iter().position(|it| is_white(*it));
            let word = at..at + len.unwrap_or(rest.len());
            self.settle(file);
            at = word.end;
            self.prose.keep(file, word);
        }
    }

    /// Writes `text` for `span`, as for a character reference.
    pub(super) fn replace(&mut self, file: &str, span: Range<usize>, text: &str) {
        self.settle(file);
        self.prose.replace(span, text);
    }

    /// Writes `text` for `span`, which no fix may change.
    pub(super) fn hold(&mut self, file: &str, span: Range<usize>, text: &str) {
        self.settle(file);
        self.prose.hold(span, text);
    }

    /// Writes the sign of something that is no prose and must stay.
    pub(super) fn object(&mut self, file: &str, span: Range<usize>) {
        self.hold(file, span, OBJECT);
    }

    /// Takes `span` for white space: a line end of the file, or what stands for one.
    pub(super) fn white(&mut self, file: &str, span: Range<usize>) {
        let breaks = || file.as_bytes()[span.clone()].iter().any(|it| *it != b' ');
        match self.spaces {
            Spaces::Keep => self.prose.keep(file, span),
            Spaces::Unbreak if !breaks() => {
                self.settle(file);
                self.prose.keep(file, span);
            }
            _ if self.prose.text().is_empty() || self.pending.is_some() => {}
            _ => self.pending = Some(span),
        }
    }

    /// What has been written.
    pub(super) fn written(&self) -> &str {
        self.prose.text()
    }

    /// The segment; `None` where there is no prose.
    pub(super) fn segment(self, escape: Escape) -> Option<Segment> {
        let mut segment = self.prose.segment(escape)?;
        let end = segment.span.end().max(self.reached);
        segment.span = Span::new(segment.span.start()..end);
        Some(segment)
    }

    /// Takes a comment that ends at `end` into what has begun, so that it covers that.
    pub(super) fn reach(&mut self, end: usize) {
        if !self.prose.text().is_empty() {
            self.reached = end;
        }
    }

    fn settle(&mut self, file: &str) {
        if let Some(run) = self.pending.take() {
            if &file[run.clone()] == " " {
                self.prose.keep(file, run);
            } else {
                self.prose.replace(run, " ");
            }
        }
    }
}

/// White space of HTML and XML. A no-break space is a letter to them.
fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0C)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_what_its_format_makes_of_it() {
        let file = " قال \n  الوزير  نعم ";
        let written = |spaces| {
            let mut flow = Flow::new(spaces);
            flow.text(file, 0..file.len());
            flow.written().to_owned()
        };
        assert_eq!(written(Spaces::Collapse), "قال الوزير نعم");
        assert_eq!(written(Spaces::Unbreak), " قال الوزير  نعم ");
        assert_eq!(written(Spaces::Keep), file);
    }
}
