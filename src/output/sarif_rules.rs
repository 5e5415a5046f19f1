//! The rules as SARIF describes them: what a reader of a result is shown of its rule.

use serde::Serialize;

use super::{level::Level, sarif::level};
use crate::{
    diagnostic::{Confidence, Language},
    rule::{Rule, summary},
    rules,
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Described {
    id: &'static str,
    name: &'static str,
    short_description: Text,
    help: Page,
    default_configuration: Defaults,
    properties: Tags,
}

/// A plain message.
#[derive(Serialize)]
pub(super) struct Text {
    text: String,
}

/// A page, for viewers that know Markdown and for others.
#[derive(Serialize)]
struct Page {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Defaults {
    level: &'static str,
}

#[derive(Serialize)]
struct Tags {
    tags: [&'static str; 2],
    /// As GitHub ranks rules.
    precision: &'static str,
}

impl Text {
    /// In a message of SARIF braces stand for arguments and square brackets for links.
    pub(super) fn of(text: &str) -> Text {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '{' => out.push_str("{{"),
                '}' => out.push_str("}}"),
                '[' => out.push_str("\\["),
                ']' => out.push_str("\\]"),
                c => out.push(c),
            }
        }
        Text { text: out }
    }
}

/// Every rule, in the order of the documentation.
pub(super) fn rules(language: Language) -> Vec<Described> {
    rules::all().map(|it| described(it, language)).collect()
}

fn described(rule: &Rule, language: Language) -> Described {
    let summary = match language {
        Language::English => summary(rule.docs),
        Language::Arabic => rule.ar,
    };
    // A doc comment begins each line with a blank.
    let lines = rule.docs.lines();
    let page: Vec<&str> = lines.map(|it| it.strip_prefix(' ').unwrap_or(it)).collect();
    let page = page.join("\n");
    Described {
        id: rule.id,
        name: rule.name(),
        short_description: Text::of(summary),
        help: Page {
            text: Text::of(&page).text,
            markdown: page,
        },
        default_configuration: Defaults {
            level: level(Level::of(rule.severity)),
        },
        properties: Tags {
            tags: [rule.group.name(), rule.category.name()],
            precision: match rule.confidence {
                Confidence::High => "high",
                Confidence::Medium => "medium",
                Confidence::Low => "low",
            },
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_holds_no_argument_and_no_link() {
        let text = Text::of("“{0}” [here](https://x)").text;
        assert_eq!(text, "“{{0}}” \\[here\\](https://x)");
    }
}
