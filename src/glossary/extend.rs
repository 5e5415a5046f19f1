//! `extends: id`: an entry that changes single fields of a shipped one. See [`extend`].

use super::{
    load::{Loaded, place},
    schema::Entry,
};
use crate::diagnostic::{Message, Problem};

/// Gives every entry of `glossary` that extends another the fields it does not set, from the entry
/// that `declaring` finds in the glossary it stands in. An id that nothing declares is a problem,
/// and its entry is left out: half an entry would find something else than its author meant.
pub fn extend(
    mut glossary: Loaded,
    declaring: impl Fn(&str) -> Option<Loaded>,
) -> (Loaded, Vec<Problem>) {
    let mut problems = Vec::new();
    let path = glossary.path.clone();
    glossary.glossary.entries.retain_mut(|entry| {
        let Some(extends) = entry.extends.clone() else {
            return true;
        };
        let base = declaring(&extends.value).and_then(|it| {
            let kind = it.glossary.kind;
            let mut entries = it.glossary.entries.into_iter();
            let mut base = entries.find(|it| it.id.value == extends.value)?;
            base.kind = base.kind.or(kind);
            Some(base)
        });
        if let Some(base) = base {
            fill(entry, base);
            return true;
        }
        let message = Message::new(
            format!("`extends`: no shipped entry is called `{}`", extends.value),
            format!(
                "\u{200F}extends: لا مدخل مرفقًا بالبرنامج اسمه «{}»",
                extends.value
            ),
        );
        problems.push(Problem::fatal(&path, message).at(place(&extends)));
        false
    });
    (glossary, problems)
}

/// Takes from `base` what `entry` leaves open.
fn fill(entry: &mut Entry, base: Entry) {
    macro_rules! take {
        (option: $($option:ident),+; list: $($list:ident),+ $(,)?) => {
            $(if entry.$option.is_none() { entry.$option = base.$option; })+
            $(if entry.$list.is_empty() { entry.$list = base.$list; })+
        };
    }
    // An entry that is harmless, or avoids something, takes back what its base said of the other.
    let (judged, flags) = (entry.harmless.is_some(), !entry.avoid.is_empty());
    take! {
        option: kind, ar, tests, severity, confidence, harmless, r#type, gender, feminine,
            part_of_speech, status, domain, note, source, date, by;
        list: en, also_en, needs, also, words, avoid, avoid_en, plural, roles,
    }
    if judged {
        entry.avoid.clear();
    }
    if flags {
        entry.harmless = None;
    }
    entry.only_sense |= base.only_sense;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::{Kind, load};

    fn base(id: &str) -> Option<Loaded> {
        let yaml = "title: x\nkind: idiom\nentries:\n  - id: a\n    en: one\n    ar: واحد\n    avoid:\n      - {find: أحد, use: واحد}\n";
        (id == "a").then(|| load("shipped.yaml", yaml).unwrap())
    }

    #[test]
    fn what_is_not_set_is_taken_over() {
        let yaml = "title: y\nentries:\n  - {id: a, extends: a, severity: minor}\n";
        let (made, problems) = extend(load("g.yaml", yaml).unwrap(), base);
        assert_eq!(problems, []);
        let entry = &made.glossary.entries[0];
        assert_eq!((entry.en.as_str(), entry.kind), ("one", Some(Kind::Idiom)));
        assert_eq!(entry.avoid[0].find.value, "أحد");
        assert!(entry.severity.is_some());
    }

    #[test]
    fn an_entry_declared_harmless_avoids_nothing() {
        let yaml = "title: y\nentries:\n  - {id: a, extends: a, harmless: good Arabic}\n";
        let (made, _) = extend(load("g.yaml", yaml).unwrap(), base);
        assert!(made.glossary.entries[0].avoid.is_empty());
    }

    #[test]
    fn an_unknown_base_is_told_with_its_place() {
        let yaml = "title: y\nentries:\n  - id: a\n    extends: b\n";
        let (made, problems) = extend(load("g.yaml", yaml).unwrap(), base);
        assert!(made.glossary.entries.is_empty());
        assert_eq!(problems[0].position.unwrap().line, 4);
    }
}
