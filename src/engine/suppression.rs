//! `fasih: ignore[…]`: what an author asked to be left alone.

use crate::{
    diagnostic::{Finding, Message, Problem},
    document::Document,
    rule::Rule,
};

/// The directives of a document, and what each has silenced.
#[derive(Debug)]
pub(super) struct Suppressions<'d> {
    document: &'d Document,
    /// Of each name of each directive, how much it silenced.
    used: Vec<Vec<usize>>,
}

impl<'d> Suppressions<'d> {
    pub(super) fn of(document: &'d Document) -> Suppressions<'d> {
        let used = document.directives.iter();
        Suppressions {
            document,
            used: used.map(|it| vec![0; it.names.len()]).collect(),
        }
    }

    /// Whether a directive covers the finding.
    pub(super) fn silence(&mut self, rule: &Rule, segment: usize, finding: &Finding) -> bool {
        let mut silenced = false;
        for (directive, used) in self.document.directives.iter().zip(&mut self.used) {
            if !self.document.covers(directive, segment) {
                continue;
            }
            for (name, used) in directive.names.iter().zip(used) {
                let entry = finding.entry.as_deref() == Some(name);
                if entry || rule.is_selected_by(name) {
                    *used += 1;
                    silenced = true;
                }
            }
        }
        silenced
    }

    /// How many findings were silenced, counted once for each name that did.
    pub(super) fn count(&self) -> usize {
        self.used.iter().flatten().sum()
    }

    /// A remark on each name that silenced nothing.
    pub(super) fn unused(&self, document: &Document) -> Vec<Problem> {
        let mut found = Vec::new();
        for (directive, used) in document.directives.iter().zip(&self.used) {
            for (name, _) in directive.names.iter().zip(used).filter(|it| *it.1 == 0) {
                let message = Message::new(
                    format!("`fasih: ignore[{name}]` suppresses nothing; take it out"),
                    format!("‏«fasih: ignore[{name}]» لا يُسكت شيئًا؛ احذفه"),
                );
                let at = document.position(directive.span.start());
                found.push(Problem::remark("", message).at(at));
            }
        }
        found
    }
}
