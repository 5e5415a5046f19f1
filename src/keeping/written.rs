//! An entry as the YAML a person would have written: see [`entry_yaml`].

use std::fmt::Write;

use serde_json::{Map, Value};

use super::concept::{Concept, FIELDS};
use crate::glossary::Kind;

/// A glossary of `concepts`, its title and the kind of most of them at its head.
pub fn glossary_yaml(title: &str, kind: Option<Kind>, concepts: &[Concept]) -> String {
    let mut yaml = format!("title: {}\n", scalar(title, false));
    if let Some(kind) = kind {
        let _ = writeln!(yaml, "kind: {}", kind_name(kind));
    }
    if concepts.is_empty() {
        yaml += "entries: []\n";
        return yaml;
    }
    yaml += "entries:\n";
    for (number, concept) in concepts.iter().enumerate() {
        if number > 0 {
            yaml.push('\n');
        }
        yaml += &entry_yaml(concept, kind, 2);
    }
    yaml
}

/// The item of `entries:` that says what `concept` says, its dash `indent` columns in. A kind that
/// the glossary has as its `default` is not said again.
pub fn entry_yaml(concept: &Concept, default: Option<Kind>, indent: usize) -> String {
    let mut fields = concept.fields();
    if concept.kind == default {
        fields.remove("kind");
    }
    let mut yaml = String::new();
    for name in FIELDS {
        let Some(value) = fields.get(name) else {
            continue;
        };
        let edge = if yaml.is_empty() { "- " } else { "  " };
        let _ = write!(yaml, "{:indent$}{edge}", "");
        field(&mut yaml, name, value, indent + 2);
    }
    yaml
}

/// The YAML of one field of an entry without what stands before its name, its end of line included.
pub fn field(yaml: &mut String, name: &str, value: &Value, indent: usize) {
    let _ = write!(yaml, "{name}:");
    match (name, value) {
        ("tests", Value::Array(lines)) if lines.iter().all(is_plain_line) => {
            yaml.push_str(" |\n");
            for line in lines.iter().filter_map(Value::as_str) {
                let _ = writeln!(yaml, "{:indent$}  {line}", "");
            }
        }
        ("tests", Value::Array(lines)) => {
            let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
            let _ = writeln!(yaml, " {}", double_quoted(&lines.join("\n")));
        }
        ("avoid" | "avoid-en", Value::Array(items)) => {
            yaml.push('\n');
            for item in items.iter().filter_map(Value::as_object) {
                let _ = write!(yaml, "{:indent$}  - ", "");
                avoid(yaml, item, indent + 4);
            }
        }
        ("words", Value::Array(items)) => {
            yaml.push('\n');
            for item in items {
                let _ = writeln!(yaml, "{:indent$}  - {}", "", flow(item));
            }
        }
        (_, Value::String(text)) => {
            let _ = writeln!(yaml, " {}", scalar(text, false));
        }
        _ => {
            let _ = writeln!(yaml, " {}", flow(value));
        }
    }
}

fn avoid(yaml: &mut String, item: &Map<String, Value>, indent: usize) {
    const ORDER: [&str; 9] = [
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
    let mut first = true;
    for name in ORDER {
        let Some(value) = item.get(name) else {
            continue;
        };
        if !first {
            let _ = write!(yaml, "{:indent$}", "");
        }
        first = false;
        let _ = match value {
            Value::String(text) => writeln!(yaml, "{name}: {}", scalar(text, false)),
            value => writeln!(yaml, "{name}: {}", flow(value)),
        };
    }
}

/// A value on one line.
fn flow(value: &Value) -> String {
    match value {
        Value::String(text) => scalar(text, true),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(flow).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) => {
            // The word itself first, as its forms hang on it.
            let lead = |name: &str| match name {
                "verb" | "noun" | "adjective" | "title" | "en" => 0,
                "present" | "from" => 1,
                _ => 2,
            };
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_by_key(|it| lead(it.0));
            let items = sorted
                .into_iter()
                .map(|it| format!("{}: {}", it.0, flow(it.1)));
            format!("{{{}}}", items.collect::<Vec<_>>().join(", "))
        }
        value => value.to_string(),
    }
}

/// A text as a YAML scalar, in quotes where it would be read as something else; `inside` a list or
/// map on one line, commas and brackets end it too.
pub fn scalar(text: &str, inside: bool) -> String {
    if text.chars().any(char::is_control) {
        return double_quoted(text);
    }
    if is_plain(text, inside) {
        return text.to_owned();
    }
    match (text.contains('\''), text.contains('"')) {
        (false, _) => format!("'{text}'"),
        (true, false) if !text.contains('\\') => format!("\"{text}\""),
        _ => double_quoted(text),
    }
}

fn is_plain(text: &str, inside: bool) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    let marks_something = "-?:,[]{}#&*!|>'\"%@`".contains(first);
    let ends_early = text.contains(": ")
        || text.contains(" #")
        || text.ends_with(':')
        || (inside && text.contains([',', '[', ']', '{', '}', ':']));
    let spaced = text.trim() != text;
    !(marks_something || ends_early || spaced || is_no_text(text))
}

/// What YAML takes for nothing, a truth value or a number.
fn is_no_text(text: &str) -> bool {
    const WORDS: [&str; 13] = [
        "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "<<",
    ];
    WORDS.iter().any(|it| text.eq_ignore_ascii_case(it))
        || (text.starts_with(|it: char| it.is_ascii_digit() || "+.".contains(it))
            && text
                .chars()
                .all(|it| it.is_ascii_hexdigit() || "+-._:xoXOT".contains(it)))
}

fn is_plain_line(line: &Value) -> bool {
    line.as_str().is_some_and(|it| {
        !it.trim().is_empty() && it.trim() == it && !it.chars().any(char::is_control)
    })
}

fn double_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", c as u32);
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The name of a kind in YAML.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Idiom => "idiom",
        Kind::Sense => "sense",
        Kind::Term => "term",
        Kind::Calque => "calque",
        Kind::Title => "title",
        Kind::Name => "name",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bundled, glossary::load};
    use proptest::prelude::*;

    #[track_caller]
    fn comes_back(concept: &Concept) {
        let yaml = glossary_yaml("x", None, std::slice::from_ref(concept));
        let loaded = load("g.yaml", &yaml).unwrap_or_else(|it| panic!("{it:?}\n{yaml}"));
        let back = Concept::from(&loaded.glossary.entries[0]);
        assert_eq!(&back, concept, "{yaml}");
    }

    #[test]
    fn every_shipped_entry_is_written_as_it_reads() {
        for (path, yaml) in bundled::files() {
            let entries = load(path, yaml).unwrap().glossary.entries;
            let concepts: Vec<Concept> = entries.iter().map(Concept::from).collect();
            let written = glossary_yaml("x", None, &concepts);
            let back = load(path, &written).unwrap().glossary.entries;
            let back: Vec<Concept> = back.iter().map(Concept::from).collect();
            assert_eq!(back, concepts, "{path}");
        }
    }

    #[test]
    fn a_person_would_have_written_it_so() {
        let concept = Concept {
            id: "no".into(),
            en: "no".into(),
            also_en: vec!["nay, nay".into()],
            ar: "لا".into(),
            avoid: vec![super::super::Avoided::new("<كلا> ثم", "لا")],
            tests: vec!["{كلا|لا} ثم".into(), "لا".into()],
            ..Concept::default()
        };
        insta::assert_snapshot!(entry_yaml(&concept, None, 2), @r"
          - id: 'no'
            en: 'no'
            also-en: ['nay, nay']
            ar: لا
            avoid:
              - find: <كلا> ثم
                use: لا
            tests: |
              {كلا|لا} ثم
              لا
        ");
    }

    proptest! {
        #[test]
        fn any_text_comes_back(en in "\\PC{1,20}", also in "[ -~]{1,12}", note in "[a-z\n\"' #:\\\\]{1,12}") {
            let text = |it: &str| it.trim_matches(|c: char| c.is_whitespace() || crate::arabic::letters::is_invisible(c)).to_owned();
            let both = |it: &str| it.contains('"') && it.contains(['\'', '\n']) || it.contains('\\');
            // A `#` behind an escaped quote is refused by the loader, whoever writes it.
            prop_assume!(![&en, &also, &note].iter().any(|it| it.contains('#') && both(it)));
            let concept = Concept {
                id: "a".into(),
                en: text(&en),
                also_en: [text(&also)].into_iter().filter(|it| !it.is_empty()).collect(),
                note: Some(note),
                ..Concept::default()
            };
            comes_back(&concept);
        }
    }
}
