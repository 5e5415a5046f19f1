//! What keeps a page harmless, whatever an article says: the Content-Security-Policy and the escaping of data.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::output::escape::visible_json;

/// A policy under which nothing is loaded, and only this style and these scripts run.
pub(super) fn policy(css: &str, scripts: &[&str]) -> String {
    let hash = |text: &str| {
        format!(
            "'sha256-{}'",
            STANDARD.encode(Sha256::digest(text.as_bytes()))
        )
    };
    let scripts: Vec<String> = scripts.iter().map(|it| hash(it)).collect();
    format!(
        "default-src 'none'; style-src {}; script-src {}; font-src data:; \
         base-uri 'none'; form-action 'none'",
        hash(css),
        scripts.join(" ")
    )
}

/// `value` as JSON that may stand inside a `<script>`: no character of it means anything to HTML, and none
/// is unseen.
pub(super) fn embedded<T: Serialize>(value: &T) -> String {
    let json = serde_json::to_string(value).expect("plain data is JSON");
    let mut out = String::with_capacity(json.len() + json.len() / 32);
    // Outside of strings JSON has none of these.
    for c in visible_json(json).chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_leave_its_element() {
        let text = "</script><script>alert(1)</script><!-- \u{2028}\u{202E}\0&amp;";
        let json = embedded(&text);
        assert!(
            !json.contains(['<', '>', '&', '\u{2028}', '\u{202E}', '\0']),
            "{json}"
        );
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
