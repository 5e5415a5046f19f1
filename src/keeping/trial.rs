//! Trying an entry before it is written: what it finds in a sentence, as the line of its tests. See
//! [`Trial`].

use rustc_hash::FxHashSet;

use super::{concept::Concept, written::glossary_yaml};
use crate::{
    bundled,
    diagnostic::{Confidence, Finding, Problem, Severity},
    engine::{Failure, Linter, Thresholds, self_test},
    glossary::{Glossaries, Loaded, compile, lint, load},
    marked,
};

/// Entries at work, each to be tried alone.
pub struct Trial {
    loaded: Loaded,
    linter: Linter,
}

/// Why entries cannot be tried.
pub type Wrong = Vec<Problem>;

impl Trial {
    /// Compiles `concepts` beside the words of the shipped glossaries.
    ///
    /// # Errors
    ///
    /// What is wrong with their patterns.
    pub fn of(concepts: &[Concept]) -> Result<Trial, Wrong> {
        let yaml = glossary_yaml("trial", None, concepts);
        let loaded = load("", &yaml)?;
        let shipped = bundled::compiled();
        let (own, problems) = compile(std::slice::from_ref(&loaded), shipped.vocabulary());
        if !problems.is_empty() {
            return Err(problems);
        }
        // The entries stand over the shipped ones, as they will when they are used.
        let glossaries = Glossaries::new(vec![shipped, own], &FxHashSet::default());
        let thresholds = Thresholds {
            severity: Severity::Neutral,
            confidence: Confidence::Low,
        };
        let linter = Linter::new(glossaries).with_thresholds(thresholds);
        Ok(Trial { loaded, linter })
    }

    fn alone(&self, id: &str) -> Option<Linter> {
        let selected = self.linter.clone();
        selected.with_selection(&[id.to_owned()], &[]).ok()
    }

    /// `sentence` with what entry `id` finds in it marked, and the sentence as its fixes make it;
    /// nothing where it finds nothing.
    pub fn marked(&self, id: &str, sentence: &str) -> Option<(String, String)> {
        let linter = self.alone(id)?;
        let found: Vec<Finding> = linter
            .check_text(sentence)
            .into_iter()
            .map(|it| it.1)
            .collect();
        if found.is_empty() {
            return None;
        }
        let line = marked::mark(sentence, &found);
        let fixed = fixed(&line)?;
        Some((line, fixed))
    }

    /// What is missing in the entries, before they are run.
    pub fn lint(&self) -> Vec<Problem> {
        lint(std::slice::from_ref(&self.loaded))
    }

    /// The lines of their tests that do not come back.
    pub fn failures(&self) -> Vec<Failure> {
        let mut failures = Vec::new();
        for entry in &self.loaded.glossary.entries {
            let Some(linter) = self.alone(&entry.id.value) else {
                continue;
            };
            let mut alone = self.loaded.clone();
            alone.glossary.entries = vec![entry.clone()];
            failures.extend(self_test(&alone, |_| &linter));
        }
        failures
    }
}

/// A marked line with the first fix of every mark made.
pub fn fixed(line: &str) -> Option<String> {
    let bare = marked::strip(line).ok()?;
    let mut text = bare.text.clone();
    for mark in bare.marks.iter().rev() {
        text.replace_range(mark.span.range(), mark.fixes.first()?);
    }
    Some(text)
}

/// A line of tests from text that stands for itself.
pub fn unmarked(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.trim().chars() {
        if matches!(c, '{' | '|' | '}' | '\\') {
            line.push('\\');
        }
        line.push(c);
    }
    line
}

/// What is wrong with the tests that a person gave for `concept`, or with the ones it is given here:
/// each bare sentence that it fires in is marked as it marks it, and where no sentence stays silent the
/// mended text of one is added.
///
/// # Errors
///
/// Patterns that cannot be read, and an `avoid` that none of the sentences makes fire.
pub fn with_tests(concept: &Concept) -> Result<Concept, Untested> {
    if concept.avoid.is_empty() {
        return Ok(concept.clone());
    }
    let trial = Trial::of(std::slice::from_ref(concept)).map_err(Untested::Wrong)?;
    let mut lines = Vec::new();
    let mut silent = false;
    let mut mended = Vec::new();
    for line in &concept.tests {
        let is_marked = marked::strip(line).is_ok_and(|it| !it.marks.is_empty());
        let bare = marked::strip(line).map_or_else(|_| line.clone(), |it| it.text);
        match trial.marked(&concept.id, &bare) {
            Some((found, fixed)) if !is_marked || found == *line => {
                lines.push(found);
                mended.push(fixed);
            }
            Some((found, _)) => {
                return Err(Untested::Other {
                    wanted: line.clone(),
                    found,
                });
            }
            None if is_marked => {
                return Err(Untested::Other {
                    wanted: line.clone(),
                    found: bare,
                });
            }
            None => {
                silent = true;
                lines.push(line.clone());
            }
        }
    }
    if mended.is_empty() {
        return Err(Untested::Silent);
    }
    if !silent {
        let quiet = mended
            .iter()
            .find(|it| trial.marked(&concept.id, it).is_none());
        lines.push(unmarked(quiet.ok_or(Untested::Restless)?));
    }
    Ok(Concept {
        tests: lines,
        ..concept.clone()
    })
}

/// Why an entry has no tests that hold.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Untested {
    /// It cannot be run.
    #[error("{}", .0.first().map_or("it cannot be run", |it| &it.message.en))]
    Wrong(Wrong),
    /// It finds nothing.
    #[error("no test shows what it finds: give a sentence that has what is to be avoided")]
    Silent,
    /// It finds something in its own cure.
    #[error("it finds something in the text that it has mended; narrow the pattern")]
    Restless,
    /// It finds something else than was said.
    #[error("a test does not hold: wanted {wanted}, found {found}")]
    Other {
        /// As given.
        wanted: String,
        /// As it is.
        found: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeping::Avoided;

    fn avoiding(find: &str, r#use: &str, tests: &[&str]) -> Concept {
        Concept {
            id: "trial-entry".into(),
            en: "trial".into(),
            ar: r#use.into(),
            avoid: vec![Avoided::new(find, r#use)],
            tests: tests.iter().map(|it| (*it).to_owned()).collect(),
            ..Concept::default()
        }
    }

    #[test]
    fn a_sentence_becomes_a_test_that_fires_and_one_that_is_silent() {
        let concept = avoiding("صندوق الشرب", "صندوق السيادة", &["أعلن صندوق الشرب أرباحه"]);
        let tested = with_tests(&concept).unwrap();
        assert_eq!(
            tested.tests,
            [
                "أعلن {صندوق الشرب|صندوق السيادة} أرباحه",
                "أعلن صندوق السيادة أرباحه"
            ]
        );
    }

    #[test]
    fn a_test_that_does_not_hold_is_told() {
        let silent = avoiding("صندوق الشرب", "صندوق", &["أعلن البنك أرباحه"]);
        assert_eq!(with_tests(&silent), Err(Untested::Silent));
        let other = avoiding("صندوق الشرب", "صندوق", &["{أعلن|قال} البنك"]);
        assert!(matches!(with_tests(&other), Err(Untested::Other { .. })));
        let broken = avoiding("(صندوق", "صندوق", &["صندوق"]);
        assert!(matches!(with_tests(&broken), Err(Untested::Wrong(_))));
    }
}
