//! Tests for imported entries that have something to avoid and no tests, as no termbase has any: see
//! [`add`].

use super::Imported;
use crate::keeping::trial::{Trial, unmarked};

/// How many entries are compiled at once.
const AT_ONCE: usize = 1000;

/// Gives entries with an `avoid` and no tests the shortest that hold: what is avoided, as the entry marks
/// it, and the term itself, which must stay silent. An `avoid` that does not find its own words, or finds
/// something in the term, is lost.
pub(super) fn add(imported: &mut Imported) {
    let mut bare: Vec<_> = imported
        .concepts
        .iter_mut()
        .filter(|it| !it.avoid.is_empty() && it.tests.is_empty())
        .collect();
    for some in bare.chunks_mut(AT_ONCE) {
        let copies: Vec<_> = some.iter().map(|it| (**it).clone()).collect();
        let trial = Trial::of(&copies).ok();
        for concept in some {
            // One broken pattern does not spoil the others of its thousand.
            let own;
            let trial = if let Some(trial) = &trial {
                trial
            } else if let Ok(alone) = Trial::of(std::slice::from_ref(concept)) {
                own = alone;
                &own
            } else {
                concept.avoid.clear();
                imported.lost.add("avoid", &concept.id);
                continue;
            };
            let mut lines = Vec::new();
            let (id, all) = (concept.id.clone(), concept.avoid.len());
            let term = concept.ar.clone();
            let silent = trial.marked(&id, &term).is_none();
            concept.avoid.retain(|avoid| {
                let marked = trial.marked(&id, &avoid.find).filter(|_| silent);
                let works = marked.is_some();
                lines.extend(marked.map(|it| it.0));
                works
            });
            for _ in concept.avoid.len()..all {
                imported.lost.add("avoid", &id);
            }
            if !concept.avoid.is_empty() {
                lines.push(unmarked(&term));
                concept.tests = lines;
            }
        }
    }
}
