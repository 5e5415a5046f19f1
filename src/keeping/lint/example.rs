//! A text that a pattern finds, for a person and for the matcher: see [`examples`].

use crate::pattern::{Item, Part, parse, parse_template};

/// What stands for the words that `$1` takes: any name that is no word of a glossary.
const ANYONE: &str = "فلان";

/// Texts that show what `pattern` finds: each way through it with the first of every choice, and each
/// other choice once. Gaps are left out. At most thirty-two, which no pattern of ours needs.
pub(super) fn examples(pattern: &str) -> Vec<String> {
    const MOST: usize = 32;
    let ways = parse(pattern).ok().and_then(|it| it.linear().ok());
    let mut texts = Vec::new();
    for way in ways.into_iter().flatten() {
        texts.push(spelt(&way.items, None));
        for (place, item) in way.items.iter().enumerate() {
            if let Item::Words(words) = item {
                texts.extend((1..words.len()).map(|it| spelt(&way.items, Some((place, it)))));
            }
        }
        if texts.len() >= MOST {
            texts.truncate(MOST);
            break;
        }
    }
    texts
}

fn spelt(items: &[Item], other: Option<(usize, usize)>) -> String {
    let mut words = Vec::new();
    for (place, item) in items.iter().enumerate() {
        match item {
            Item::Words(choice) => {
                let chosen = other.filter(|it| it.0 == place).map_or(0, |it| it.1);
                words.push(choice[chosen].text.as_str());
            }
            Item::Capture(_) => words.push(ANYONE),
            Item::Gap(_) => {}
        }
    }
    words.join(" ")
}

/// An approved form as a text has it: without its signs, and a word where `$1` stands.
pub(super) fn approved(form: &str) -> Option<String> {
    let template = parse_template(form).ok()?;
    let words = template.parts.iter().map(|it| match it {
        Part::Word(word) => word.text.as_str(),
        Part::Captured(_) => ANYONE,
    });
    Some(words.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_of_a_pattern_is_shown() {
        assert_eq!(
            examples("<~سحب> ... (العملية|الأمور) $1"),
            ["سحب العملية فلان", "سحب الأمور فلان"]
        );
        assert_eq!(examples("أ (ب ج)?"), ["أ ب ج", "أ"]);
        assert_eq!(approved("~أطال ^أمد $1").as_deref(), Some("أطال أمد فلان"));
    }
}
