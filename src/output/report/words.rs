//! The words of the interface, in both languages: see [`text`]. They stand in `strings.json`, which the page
//! carries too.

use std::sync::LazyLock;

use minijinja::value::{Kwargs, Value};
use serde_json::{Map, Value as Json};

use crate::diagnostic::Language;

static WORDS: LazyLock<Map<String, Json>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("strings.json")).expect("the file of words is JSON")
});

/// All words: key, language, text.
pub(super) fn all() -> &'static Map<String, Json> {
    &WORDS
}

/// The code of `language`.
pub(super) fn code(language: Language) -> &'static str {
    match language {
        Language::Arabic => "ar",
        Language::English => "en",
    }
}

/// The words called `key`; the key itself where there are none.
pub(super) fn text(language: Language, key: &str) -> &str {
    let found = WORDS.get(key).and_then(|it| it[code(language)].as_str());
    found.unwrap_or(key)
}

/// The same with each `{name}` replaced by the argument of that name.
pub(super) fn filled(language: Language, key: &str, arguments: &Kwargs) -> String {
    let mut said = text(language, key).to_owned();
    for name in arguments.args() {
        let value: Value = arguments.get(name).unwrap_or_default();
        said = said.replace(&format!("{{{name}}}"), &value.to_string());
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands between `before` and the next `after` in `text`.
    fn between<'t>(text: &'t str, before: &str, after: &str) -> Vec<&'t str> {
        let parts = text.split(before).skip(1);
        parts.filter_map(|it| it.split(after).next()).collect()
    }

    #[test]
    fn every_key_has_both_languages_and_the_same_places() {
        for (key, words) in all() {
            let places = |code: &str| {
                let mut places = between(words[code].as_str().unwrap(), "{", "}");
                places.sort_unstable();
                places
            };
            assert_eq!(places("ar"), places("en"), "{key}");
        }
    }

    #[test]
    fn every_key_that_the_page_asks_for_is_there() {
        let template = include_str!("template.html");
        let script = crate::output::report::page::SCRIPT;
        let mut asked = between(template, "data-t=\"", "\"");
        asked.extend(between(template, "data-l=\"", "\""));
        asked.extend(between(script, "say(\"", "\""));
        asked.extend(between(script, "announce(\"", "\""));
        let unknown = asked
            .iter()
            .filter(|it| !it.contains("{{") && !it.ends_with('.'));
        for key in unknown {
            assert!(all().contains_key(*key), "{key}");
        }
    }
}
