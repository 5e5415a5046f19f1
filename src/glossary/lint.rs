//! What an entry must have besides the right shape: see [`lint`].

use rustc_hash::FxHashMap;

use super::{
    load::{Loaded, place},
    schema::{Entry, Kind, NameType},
};
use crate::{
    diagnostic::{Confidence, Message, Problem},
    marked,
    text::Position,
};

/// A line of an entry's `tests`.
#[derive(Clone, Debug)]
pub struct TestLine<'e> {
    /// The English of `English => Arabic`.
    pub source: Option<&'e str>,
    /// The marked text.
    pub marked: &'e str,
    /// Where the line stands in its file.
    pub position: Position,
}

/// The lines of an entry's `tests`.
pub fn test_lines(entry: &Entry) -> Vec<TestLine<'_>> {
    let Some(tests) = &entry.tests else {
        return Vec::new();
    };
    let block = place(tests);
    let lines = tests.value.lines().enumerate();
    lines
        .filter(|it| !it.1.trim().is_empty())
        .map(|(number, line)| {
            let (source, marked) = match line.split_once(" => ") {
                Some((source, marked)) => (Some(source.trim()), marked),
                None => (None, line),
            };
            TestLine {
                source,
                marked: marked.trim(),
                position: Position {
                    line: block.line + number as u32,
                    column: 1,
                },
            }
        })
        .collect()
}

/// What is wrong with `glossaries` that can be seen without running them.
pub fn lint(glossaries: &[Loaded]) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut ids: FxHashMap<&str, (&str, Position)> = FxHashMap::default();
    for loaded in glossaries {
        for entry in &loaded.glossary.entries {
            let at = place(&entry.id);
            if let Some((path, first)) = ids.insert(&entry.id.value, (&loaded.path, at)) {
                let id = &entry.id.value;
                let message = Message::new(
                    format!("the id `{id}` is taken: {path}, line {}", first.line),
                    format!("المعرّف «{id}» مستعمل من قبل: {path}، السطر {}", first.line),
                );
                found.push(Problem::fatal(&loaded.path, message).at(at));
            }
            let kind = entry.kind.or(loaded.glossary.kind).unwrap_or(Kind::Term);
            lint_entry(&loaded.path, entry, kind, &mut found);
        }
    }
    found
}

fn lint_entry(path: &str, entry: &Entry, kind: Kind, found: &mut Vec<Problem>) {
    let id = &entry.id.value;
    let mut report = |at: Position, en: String, ar: String| {
        found.push(Problem::fatal(path, Message::new(en, ar)).at(at));
    };
    let at = place(&entry.id);
    let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(kebab) {
        report(
            at,
            format!("the id `{id}` is not in kebab-case: small Latin letters, digits and hyphens"),
            format!("المعرّف «{id}» يجب أن يكون من أحرف لاتينية صغيرة وأرقام وواصلات"),
        );
    }
    let extends = entry.extends.is_some();
    if entry.ar.as_ref().is_none_or(|it| it.value.is_empty()) && !extends {
        report(
            at,
            format!("`{id}` has no `ar`: the Arabic to write"),
            format!("لا يذكر «{id}» المقابل العربي (ar)"),
        );
    }
    if kind == Kind::Name
        && entry.r#type.unwrap_or(NameType::Person) == NameType::Person
        && entry.gender.is_none()
        && !extends
    {
        report(
            at,
            format!("`{id}` is a person without `gender`"),
            format!("«{id}» شخص لم يُذكر جنسه (gender)"),
        );
    }
    let mut firing = false;
    let mut silent = false;
    for line in test_lines(entry) {
        match marked::strip(line.marked) {
            Ok(bare) if bare.marks.is_empty() => silent = true,
            Ok(_) => firing = true,
            Err(error) => report(line.position, error.to_string(), error.to_string()),
        }
    }
    if !entry.avoid.is_empty() && !firing && !extends {
        report(
            at,
            format!("no test shows what `{id}` finds: add a sentence with {{found|fix}}"),
            format!("لا اختبار يبيّن ما يجده «{id}»: أضف جملة فيها {{found|fix}}"),
        );
    }
    let must_be_silent = !entry.avoid.is_empty() || entry.harmless.is_some();
    if must_be_silent && !silent && !extends {
        report(
            at,
            format!("no test shows what `{id}` leaves alone: add a sentence without marks"),
            format!("لا اختبار يبيّن ما يسكت عنه «{id}»: أضف جملة بلا علامات"),
        );
    }
    if entry.harmless.is_some() && !entry.avoid.is_empty() {
        report(
            at,
            format!("`{id}` is `harmless` and has an `avoid`; it can be one of them"),
            format!("«{id}» موصوف بأنه harmless وله avoid؛ لا يجتمعان"),
        );
    }
    for avoid in entry.avoid.iter().chain(&entry.avoid_en) {
        let confidence = avoid.confidence.or(entry.confidence);
        if !avoid.near.is_empty() && confidence != Some(Confidence::Low) {
            report(
                place(&avoid.find),
                "`near` is allowed only with `confidence: low`; use words that stand beside it"
                    .to_owned(),
                "لا يُقبل near إلا مع confidence: low؛ استعمل كلمات تجاوره".to_owned(),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::load;

    #[track_caller]
    fn check(yaml: &str, line: u32, says: &str) {
        let loaded = load("g.yaml", yaml).unwrap();
        let found = lint(&[loaded]);
        let hit = found.iter().any(|it| {
            it.message.en.contains(says) && it.position.is_some_and(|it| it.line == line)
        });
        assert!(hit, "{says}: {found:?}");
    }

    #[test]
    fn entries_without_evidence_are_refused() {
        let head = "title: x\nentries:\n  - id: a\n    en: b\n    ar: ج\n";
        let avoid = "    avoid:\n      - find: د\n        use: ج\n";
        check(
            &format!("{head}{avoid}    tests: |\n      سطر\n"),
            3,
            "no test shows what `a` finds",
        );
        check(
            &format!("{head}{avoid}    tests: |\n      {{د|ج}}\n"),
            3,
            "leaves alone",
        );
        check(
            &format!("{head}    tests: |\n      سطر\n      {{د|ج\n"),
            8,
            "never closes",
        );
        check("title: x\nentries:\n  - id: A b\n    ar: ج\n", 3, "kebab");
        check(
            "title: x\nentries:\n  - {id: a, ar: ج}\n  - {id: a, ar: ج}\n",
            4,
            "is taken",
        );
    }
}
