//! Every rule against the examples of its own page.
//!
//! The law: checking the bare text of an example with that rule alone, and marking what is found,
//! gives the example back.

use fasih::{
    bundled,
    diagnostic::{Confidence, Finding, Severity},
    engine::{Linter, Thresholds},
    glossary::Glossaries,
    marked,
    rule::{Rule, examples, summary},
    rules,
};

/// A linter with `rule` alone that shows everything it says.
fn linter(rule: &Rule) -> Linter {
    let glossaries = Glossaries::new(vec![bundled::compiled()], &rustc_hash::FxHashSet::default());
    Linter::new(glossaries)
        .with_selection(&[rule.id.to_owned()], &[])
        .expect("the rule is registered")
        .with_thresholds(Thresholds {
            severity: Severity::Neutral,
            confidence: Confidence::Low,
        })
}

/// What is wrong with the page of `rule`.
fn faults(rule: &Rule) -> Vec<String> {
    let linter = linter(rule);
    let mut faults = Vec::new();
    let (mut firing, mut silent) = (false, false);
    for example in examples(rule.docs) {
        // `English => Arabic`: an example of a rule that compares the two.
        let (source, example) = match example.split_once(" => ") {
            Some((source, marked)) => (Some(source.to_owned()), marked.to_owned()),
            None => (None, example),
        };
        let bare = match marked::strip(&example) {
            Ok(bare) => bare,
            Err(error) => {
                faults.push(format!("{}: {error}", rule.id));
                continue;
            }
        };
        if bare.marks.is_empty() {
            silent = true;
        } else {
            firing = true;
        }
        let found = match &source {
            Some(source) => linter.check_pair(&bare.text, source),
            None => linter.check_text(&bare.text),
        };
        let found: Vec<Finding> = found.into_iter().map(|it| it.1).collect();
        let again = marked::mark(&bare.text, &found);
        if again != example {
            faults.push(format!("{}:\n  page  {example}\n  found {again}", rule.id));
        }
        for finding in &found {
            if finding.message.en.is_empty() || finding.message.ar.is_empty() {
                faults.push(format!("{}: a message without words", rule.id));
            }
        }
    }
    if !firing {
        faults.push(format!("{}: no example where it finds something", rule.id));
    }
    if !silent {
        faults.push(format!("{}: no example where it stays silent", rule.id));
    }
    if rule.ar.is_empty() || summary(rule.docs).is_empty() {
        faults.push(format!("{}: no summary", rule.id));
    }
    if !rule.docs.contains("## Why") || !rule.docs.contains("## Examples") {
        faults.push(format!("{}: a page says why and gives examples", rule.id));
    }
    faults
}

#[test]
fn every_rule_keeps_what_its_page_promises() {
    let faults: Vec<String> = rules::all().flat_map(faults).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn rules_are_called_by_their_group_and_registered_once() {
    let all: Vec<&Rule> = rules::all().collect();
    for (number, rule) in all.iter().enumerate() {
        let group = rule.id.split_once('/').map(|it| it.0);
        assert_eq!(group, Some(rule.group.name()), "{}", rule.id);
        assert!(
            all[..number].iter().all(|it| it.id != rule.id),
            "{} twice",
            rule.id
        );
    }
    assert!(
        all.is_sorted_by_key(|it| it.group),
        "groups stand in their order"
    );
}
