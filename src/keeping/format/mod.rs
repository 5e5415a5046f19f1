//! One layout for every glossary, so that a difference between two versions is one of content: see
//! [`format`].
//!
//! What is written is put together from the lines of the file itself, moved and indented. Nothing is
//! loaded and dumped, so comments, anchors, quotes and the words of an editor stay what they were.

mod layout;

use super::tree::parse;
use crate::glossary::limits;
use layout::Layout;

/// The fields of a glossary, in their order.
const GLOSSARY: &[&str] = &["title", "kind", "words", "disable", "entries"];
/// The fields of an entry, in their order: what it is, what to write, who says so, what to find. The
/// sentences that show it all come last.
pub const ENTRY: &[&str] = &[
    "id",
    "extends",
    "kind",
    "type",
    "gender",
    "en",
    "also-en",
    "needs",
    "only-sense",
    "ar",
    "also",
    "feminine",
    "plural",
    "part-of-speech",
    "roles",
    "words",
    "harmless",
    "severity",
    "confidence",
    "domain",
    "note",
    "source",
    "status",
    "date",
    "by",
    "avoid",
    "avoid-en",
    "tests",
];
/// The fields of an `avoid`, in their order.
pub const AVOID: &[&str] = &[
    "find",
    "use",
    "or",
    "unless",
    "near",
    "severity",
    "confidence",
    "applicability",
    "why",
];

/// Why a file is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unformatted {
    /// It is no YAML, or more than one document.
    #[error("this is not one YAML document")]
    NotYaml,
    /// The layout would say something else. Never seen; the file is worth more than its layout.
    #[error("a layout that keeps every value was not found; write the keys one below the other")]
    Unusual,
}

/// `yaml` in the canonical layout: two columns a level, fields in order, one blank line between two
/// entries, one space after a colon or comma. Values, comments, anchors, quotes and blank lines stay;
/// a comment goes with the field below it. What is so laid out comes back the same.
///
/// # Errors
///
/// A text that is no YAML, or that cannot be laid out without changing what it says.
pub fn format(yaml: &str) -> Result<String, Unformatted> {
    let (mark, text) = match yaml.strip_prefix('\u{FEFF}') {
        Some(rest) => ("\u{FEFF}", rest),
        None => ("", yaml),
    };
    let unix = text.replace("\r\n", "\n");
    let root = parse(&unix).ok_or(Unformatted::NotYaml)?;
    let out = Layout::of(&unix).root(&root);
    if !says_the_same(&unix, &out) {
        return Err(Unformatted::Unusual);
    }
    let out = if text.contains("\r\n") {
        out.replace('\n', "\r\n")
    } else {
        out
    };
    Ok(format!("{mark}{out}"))
}

/// Whether two texts hold the same values, whatever the order of keys.
pub fn says_the_same(a: &str, b: &str) -> bool {
    let load = |yaml: &str| {
        let loaded = serde_saphyr::from_str_with_options::<serde_json::Value>(yaml, limits(yaml));
        loaded.ok()
    };
    let (a, b) = (load(a), load(b));
    a.is_some() && a == b
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn formats(from: &str, to: &str) {
        let out = format(from).unwrap();
        assert_eq!(out, to, "\n{out}");
        assert_eq!(format(&out).unwrap(), out);
    }

    #[test]
    fn fields_come_in_order_with_their_comments() {
        formats(
            "# head\ntitle:   x\nentries:\n- ar: ج\n  # on the id\n  id: a   # why\n  tests: |\n     سطر\n       أعمق\n  avoid:\n  - why: {en: e,ar: \"و\"}\n    # seen often\n    find: د\n\n\n\n# next\n- en: b\n  id: b\n",
            "# head\ntitle: x\nentries:\n  # on the id\n  - id: a   # why\n    ar: ج\n    avoid:\n      # seen often\n      - find: د\n        why: {en: e, ar: \"و\"}\n    tests: |\n      سطر\n        أعمق\n\n  # next\n  - id: b\n    en: b\n",
        );
    }

    #[test]
    fn anchors_keep_their_order_and_unknown_keys_come_last() {
        formats(
            "title: x\nentries:\n  - en: &e b\n    id: a\n    note: *e\n  - zz: 1\n    id: c\n  -\n    en: d\n    id: d\n",
            "title: x\nentries:\n  - en: &e b\n    id: a\n    note: *e\n\n  - id: c\n    zz: 1\n\n  -\n    en: d\n    id: d\n",
        );
    }

    #[test]
    fn lines_of_texts_are_not_touched() {
        formats(
            "title: x\r\nentries:\r\n   - id: a\r\n     note: |2\r\n         in\r\n       out  \r\n     source: >+\r\n       s\r\n\r\n\r\n   - {id: b,ar: [ج,د] }\r\n",
            "title: x\r\nentries:\r\n  - id: a\r\n    note: |2\r\n        in\r\n      out  \r\n    source: >+\r\n      s\r\n\r\n\r\n  - {id: b, ar: [ج, د]}\r\n",
        );
    }

    fn field() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-z]{1,5}".prop_map(|it| format!("en: {it}")),
            "[a-z]{1,5}".prop_map(|it| format!("ar:   \"{it} # {it}\"   # {it}")),
            Just("note: 'a\n\n       b'".to_owned()),
            Just("also: [x,  'y, z' ,w]".to_owned()),
            Just("# comment\n    date: d".to_owned()),
            Just("\n    source: >-\n      folded\n\n      text".to_owned()),
            Just("avoid:\n    - use: u\n      find: f\n    # c\n    - find: g".to_owned()),
            Just("tests: |\n       one\n\n         # two\n    # three".to_owned()),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// Whatever YAML allows: the layout says the same, or the file is left alone.
        #[test]
        fn odd_texts_are_kept_or_left(text in "([a-c?'\"\\[{&*|>-]|: |\n|\n  |\n- |, | #|[]}]|é|\t){0,24}") {
            let yaml = format!("a: b\n{text}\n");
            if let Ok(once) = format(&yaml) {
                prop_assert!(says_the_same(&yaml, &once), "{once}");
                prop_assert_eq!(format(&once).unwrap(), once.clone());
            }
        }
    }

    proptest! {
        #[test]
        fn laid_out_once_is_laid_out_for_good(
            entries in proptest::collection::vec(proptest::collection::vec(field(), 1..6), 1..4),
            blank in 0usize..3,
        ) {
            let mut yaml = "title: t\nentries:\n".to_owned();
            for (number, mut fields) in entries.into_iter().enumerate() {
                fields.sort_by_key(|it| it.trim_start().split(':').next().map(str::to_owned));
                fields.dedup_by_key(|it| it.trim_start().split(':').next().map(str::to_owned));
                yaml += &format!("  - id: e{number}\n");
                for it in fields {
                    yaml += &format!("    {it}\n");
                }
                yaml += &"\n".repeat(blank);
            }
            let once = format(&yaml).unwrap();
            prop_assert!(says_the_same(&yaml, &once));
            prop_assert_eq!(format(&once).unwrap(), once.clone());
            let comments = |it: &str| {
                let mut all: Vec<String> = it
                    .lines()
                    .filter(|it| it.trim_start().starts_with('#'))
                    .map(|it| it.trim().to_owned())
                    .collect();
                all.sort();
                all
            };
            prop_assert_eq!(comments(&once), comments(&yaml));
        }
    }
}
