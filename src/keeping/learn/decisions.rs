//! What a review teaches: see [`reviewed`].

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Evidence, Substitution};

/// What is read of `review.json`. Readers ignore unknown fields.
#[derive(Debug, Deserialize)]
struct Review {
    schema: u32,
    articles: Vec<Article>,
}

#[derive(Debug, Deserialize)]
struct Article {
    path: String,
    decisions: Vec<Decision>,
}

#[derive(Debug, Deserialize)]
struct Decision {
    rule: String,
    #[serde(default)]
    entry: Option<String>,
    found: String,
    context: String,
    decision: Verdict,
    #[serde(default)]
    replacement: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Verdict {
    Accept,
    Reject,
    Edit,
}

/// What editors decided, sorted by what can be learnt of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reviewed {
    /// Words that an editor replaced by others than were suggested.
    pub edited: Vec<Substitution>,
    /// Latin names, with the spelling that an editor accepted or wrote.
    pub names: Vec<Substitution>,
    /// Findings that an editor took for no fault, by entry or rule.
    pub rejected: Vec<Rejected>,
}

/// How the findings of an entry, or of a rule without entries, fared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rejected {
    /// The entry or rule.
    pub name: String,
    /// It is an entry, which a glossary can switch off.
    pub is_entry: bool,
    /// How many were no fault.
    pub times: usize,
    /// How many were one.
    pub right: usize,
    /// Sentences in which it should have been silent.
    pub contexts: Vec<String>,
}

/// Reads the decisions of `json`, a `review.json`.
///
/// # Errors
///
/// JSON of another shape, or of a later version.
pub fn reviewed(json: &str, known: &mut Reviewed) -> Result<(), String> {
    let review: Review = serde_json::from_str(json).map_err(|it| it.to_string())?;
    if review.schema != 1 {
        return Err(format!(
            "version {} of the form is not known",
            review.schema
        ));
    }
    let mut verdicts: BTreeMap<String, Rejected> = BTreeMap::new();
    for rejected in std::mem::take(&mut known.rejected) {
        verdicts.insert(rejected.name.clone(), rejected);
    }
    for article in review.articles {
        for decision in article.decisions {
            let name = decision
                .entry
                .clone()
                .unwrap_or_else(|| decision.rule.clone());
            let verdict = verdicts.entry(name.clone()).or_default();
            verdict.name = name;
            verdict.is_entry = decision.entry.is_some();
            if decision.decision == Verdict::Reject {
                verdict.times += 1;
                verdict.contexts.push(decision.context);
                continue;
            }
            verdict.right += 1;
            let Some(new) = decision.replacement.filter(|it| !it.trim().is_empty()) else {
                continue;
            };
            let latin = decision.found.chars().any(|it| it.is_ascii_alphabetic());
            let list = match (latin, decision.decision) {
                (true, _) if decision.entry.is_none() => &mut known.names,
                (false, Verdict::Edit) => &mut known.edited,
                _ => continue,
            };
            let evidence = Evidence {
                path: article.path.clone(),
                line: 0,
                after: decision.context.replacen(&decision.found, &new, 1),
                before: decision.context,
                next: None,
            };
            let same = |it: &&mut Substitution| it.old == decision.found && it.new == new;
            match list.iter_mut().find(same) {
                Some(it) => it.evidence.push(evidence),
                None => list.push(Substitution {
                    old: decision.found,
                    new,
                    evidence: vec![evidence],
                    left: 0,
                }),
            }
        }
    }
    known.rejected = verdicts.into_values().collect();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_are_sorted_by_what_they_teach() {
        let decision = |rule: &str, entry: &str, found: &str, verdict: &str, new: &str| {
            format!(
                r#"{{"fingerprint":"f","rule":"{rule}","entry":{entry},"start":0,"end":1,"found":"{found}","context":"قال {found} هنا","decision":"{verdict}","replacement":{new},"later":1}}"#
            )
        };
        let decisions = [
            decision("idioms/literal", "\"a\"", "محكمة", "edit", "\"مرمى\""),
            decision("idioms/literal", "\"a\"", "محكمة", "reject", "null"),
            decision(
                "names/latin-name",
                "null",
                "Witkoff",
                "accept",
                "\"ويتكوف\"",
            ),
        ];
        let json = format!(
            r#"{{"fasih":"0.1.0","schema":1,"articles":[{{"path":"a.txt","sha256":"","decisions":[{}]}}]}}"#,
            decisions.join(",")
        );
        let mut found = Reviewed::default();
        reviewed(&json, &mut found).unwrap();
        assert_eq!(found.edited[0].evidence[0].after, "قال مرمى هنا");
        assert_eq!(
            (&*found.names[0].old, &*found.names[0].new),
            ("Witkoff", "ويتكوف")
        );
        let a = &found.rejected[0];
        assert_eq!((&*a.name, a.times, a.right), ("a", 1, 1));
        assert!(reviewed(&json.replace("\"schema\":1", "\"schema\":2"), &mut found).is_err());
    }
}
