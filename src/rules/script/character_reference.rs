//! Character references of HTML in prose: see [`RULE`].

use crate::{
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// A character reference of HTML left in the text.
    ///
    /// ## Why
    ///
    /// `&quot;` was meant to be read by a browser. It was escaped twice, or came through the translation
    /// as it was.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصفه بأنه {&quot;|"}مفيد{&quot;|"} وأثنى على شركة AT{&amp;|&}T.
    /// ```
    ///
    /// ```ar
    /// وصفه بأنه "مفيد" وأثنى على شركة AT&T.
    /// ```
    "script/character-reference" {
        group: Script,
        category: Encoding,
        severity: Minor,
        confidence: High,
        ar: "رمز HTML باق في النص",
        segment: check,
    }
}

/// The references that web pages are full of.
const NAMED: [(&str, &str); 16] = [
    ("quot", "\""),
    ("amp", "&"),
    ("apos", "'"),
    ("lt", "<"),
    ("gt", ">"),
    ("nbsp", "\u{A0}"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("shy", ""),
];

/// The longest reference, `&#1114111;`, has eight characters inside.
const LONGEST: usize = 8;

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for (at, _) in ctx.text.match_indices('&') {
        let rest = &ctx.text[at + 1..];
        let Some((name, _)) = rest.split_once(';').filter(|it| it.0.len() <= LONGEST) else {
            continue;
        };
        let Some(text) = meaning(name) else {
            continue;
        };
        let span = Span::new(at..at + name.len() + 2);
        let message = Message::new(
            format!("“&{name};” is a reference that was not read"),
            format!("«&{name};» رمز لم يُقرأ"),
        );
        let fix = Fix::replace(Applicability::Suggested, span, text);
        acc.add(span, message).fixes.push(fix);
    }
}

/// What `&name;` stands for.
fn meaning(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = match hex {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code)
            .filter(|it| !it.is_control())
            .map(String::from);
    }
    let known = NAMED.iter().find(|it| it.0 == name);
    known.map(|it| it.1.to_owned())
}

#[cfg(test)]
mod tests {
    use super::meaning;

    #[test]
    fn names_and_numbers_are_read() {
        assert_eq!(meaning("quot").as_deref(), Some("\""));
        assert_eq!(meaning("#1610").as_deref(), Some("ي"));
        assert_eq!(meaning("#x64A").as_deref(), Some("ي"));
        assert_eq!(meaning("#10"), None);
        assert_eq!(meaning("x"), None);
    }
}
