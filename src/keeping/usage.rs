//! What of the glossaries stands in a text: see [`usage`].

use rustc_hash::FxHashMap;

use crate::{
    arabic::{Words, number_sentences},
    document::Document,
    glossary::{EntryRef, Glossaries},
};

/// How often each entry that stands in some text stands there.
pub type Usage = FxHashMap<EntryRef, usize>;

/// Counts what `document` holds of `glossaries`: the Arabic that an entry avoids, and names, however
/// spelt. What a rule would make of it is not asked, so a harmless use counts too.
pub fn usage(glossaries: &Glossaries, document: &Document) -> Usage {
    let prose = |it| document.prose(it);
    let cut: Vec<Words> = document
        .segments
        .iter()
        .map(|it| {
            let mut words = Words::scan(prose(it));
            number_sentences(&mut words);
            words
        })
        .collect();
    let mut found = Usage::default();
    for readings in glossaries.read(document.segments.iter().map(prose).zip(&cut)) {
        let (matches, names) = glossaries.find(&readings);
        let entries = matches.iter().map(|it| it.entry);
        for entry in entries.chain(names.iter().map(|it| it.entry)) {
            *found.entry(entry).or_default() += 1;
        }
    }
    found
}

/// Whether an entry has anything that can be found in a text.
pub fn can_be_found(glossaries: &Glossaries, entry: EntryRef) -> bool {
    let it = glossaries.entry(entry);
    !it.avoid.is_empty() || it.name.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Format, engine::Linter};

    #[test]
    fn avoided_arabic_and_names_are_counted() {
        let linter = Linter::shipped();
        let glossaries = linter.glossaries();
        let text = "أصبحت الكرة الآن في محكمة روسيا. روسيا ترد.";
        let (document, _) = Document::parse("a", text.as_bytes().to_vec(), Format::Plain);
        let found = usage(glossaries, &document);
        let count = |id: &str| {
            let of = found.iter().find(|it| &*glossaries.entry(*it.0).id == id);
            of.map_or(0, |it| *it.1)
        };
        assert_eq!(count("ball-in-court"), 1);
        assert_eq!(count("russia"), 2);
    }
}
