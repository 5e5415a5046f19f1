//! A termbase as entries, whichever version and style it is written in: see [`read`].

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};

use super::{Imported, Lost, Unread, table::gender_called};
use crate::keeping::concept::{Avoided, Concept};

/// An open element.
struct Open {
    /// Its name, or the `type` of a general element: the data category.
    category: String,
    text: String,
}

/// A term of one language.
#[derive(Default)]
struct Term {
    text: String,
    status: String,
    gender: Option<String>,
    part_of_speech: Option<String>,
    other: Vec<String>,
}

/// What is read of the entry that is open.
#[derive(Default)]
struct Entry {
    concept: Concept,
    notes: Vec<String>,
    language: String,
    terms: Vec<(String, Term)>,
    in_term: bool,
    other: Vec<String>,
}

/// Reads a termbase of TBX-Basic, or what of another dialect is the same.
///
/// # Errors
///
/// XML that is broken, and XML without entries of terms.
pub(super) fn read(xml: &str) -> Result<Imported, Unread> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{FEFF}'));
    let mut imported = Imported::default();
    let mut stack: Vec<Open> = Vec::new();
    let mut entry: Option<Entry> = None;
    let mut has_body = false;
    loop {
        let broken = |reader: &Reader<&[u8]>, message: String| {
            let at = usize::try_from(reader.error_position())
                .unwrap_or(0)
                .min(xml.len());
            Unread::Xml {
                line: 1 + memchr::memchr_iter(b'\n', &xml.as_bytes()[..at]).count() as u32,
                message,
            }
        };
        let event = reader
            .read_event()
            .map_err(|it| broken(&reader, it.to_string()))?;
        match event {
            Event::Start(start) => {
                let name = start.local_name().into_inner().to_owned();
                has_body |= matches!(name.as_str(), "martif" | "tbx" | "TBX");
                opened(&name, &start, &mut entry);
                stack.push(Open {
                    category: attribute(&start, "type")
                        .filter(|_| is_general(&name))
                        .unwrap_or(name),
                    text: String::new(),
                });
            }
            Event::Empty(start) => {
                let name = start.local_name().into_inner().to_owned();
                if let Some(entry) = &mut entry {
                    entry.other.push(format!("<{name}/>"));
                }
            }
            Event::Text(text) => {
                if let Some(open) = stack.last_mut() {
                    open.text += &text.xml10_content();
                }
            }
            Event::CData(text) => {
                if let Some(open) = stack.last_mut() {
                    open.text += &text.xml10_content();
                }
            }
            Event::GeneralRef(reference) => {
                let text = match reference.resolve_char_ref() {
                    Ok(Some(c)) => Some(c.to_string()),
                    _ => resolve_predefined_entity(&reference.clone().into_inner())
                        .map(ToOwned::to_owned),
                };
                let (Some(text), Some(open)) = (text, stack.last_mut()) else {
                    let name = reference.into_inner();
                    return Err(broken(&reader, format!("`&{name};` is not known")));
                };
                open.text += &text;
            }
            Event::End(end) => {
                let name = end.local_name().into_inner().to_owned();
                let Some(open) = stack.pop() else { continue };
                // Marks inside a text (`hi`, `foreign`) are part of it.
                if matches!(name.as_str(), "hi" | "foreign" | "ph" | "sc" | "ec") {
                    if let Some(outer) = stack.last_mut() {
                        outer.text += &open.text;
                    }
                    continue;
                }
                if matches!(name.as_str(), "termEntry" | "conceptEntry") {
                    if let Some(entry) = entry.take() {
                        entry.finish(&mut imported);
                    }
                } else if let Some(entry) = &mut entry {
                    entry.close(&open.category, open.text.trim());
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if let Some(open) = stack.last() {
        return Err(Unread::Xml {
            line: 1 + memchr::memchr_iter(b'\n', xml.as_bytes()).count() as u32,
            message: format!("`{}` never closes", open.category),
        });
    }
    if !has_body {
        return Err(Unread::NoTermbase);
    }
    Ok(imported)
}

/// An element whose data category is its `type`.
fn is_general(name: &str) -> bool {
    matches!(
        name,
        "descrip"
            | "admin"
            | "termNote"
            | "transac"
            | "transacNote"
            | "descripNote"
            | "adminNote"
            | "xref"
            | "ref"
    )
}

fn opened(name: &str, start: &BytesStart<'_>, entry: &mut Option<Entry>) {
    match (name, entry) {
        ("termEntry" | "conceptEntry", entry) => {
            let id = attribute(start, "id").unwrap_or_default();
            *entry = Some(Entry {
                concept: Concept {
                    id: id.strip_prefix('_').unwrap_or(&id).to_owned(),
                    ..Concept::default()
                },
                ..Entry::default()
            });
        }
        ("langSet" | "langSec", Some(entry)) => {
            let language = attribute(start, "xml:lang").or_else(|| attribute(start, "lang"));
            entry.language = language.unwrap_or_default().to_lowercase();
        }
        ("tig" | "ntig" | "termSec", Some(entry)) => {
            entry.terms.push((entry.language.clone(), Term::default()));
            entry.in_term = true;
        }
        _ => {}
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start
        .attributes()
        .flatten()
        .find(|it| it.key.into_inner() == name)?;
    found
        .normalized_value(XmlVersion::Implicit1_0)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

impl Entry {
    /// Takes what the element of `category` said.
    fn close(&mut self, category: &str, text: &str) {
        if matches!(category, "tig" | "ntig" | "termSec") {
            self.in_term = false;
            return;
        }
        // Groups have no text of their own.
        if text.is_empty() {
            return;
        }
        let text = text.to_owned();
        let term = self
            .terms
            .last_mut()
            .filter(|_| self.in_term)
            .map(|it| &mut it.1);
        match (category, term) {
            ("term", Some(term)) => term.text = text,
            ("administrativeStatus" | "normativeAuthorization", Some(term)) => term.status = text,
            ("grammaticalGender", Some(term)) => term.gender = Some(text),
            ("partOfSpeech", Some(term)) => term.part_of_speech = Some(text),
            ("subjectField", _) => set(
                &mut self.concept.domain,
                text,
                "subjectField",
                &mut self.other,
            ),
            ("source", None) => set(&mut self.concept.source, text, "source", &mut self.other),
            ("date", None) => set(&mut self.concept.date, text, "date", &mut self.other),
            ("responsibility", None) => set(
                &mut self.concept.by,
                text,
                "responsibility",
                &mut self.other,
            ),
            ("note" | "definition", None) => self.notes.push(text),
            // Which transaction it was, an entry does not say.
            ("transactionType", None) => {}
            (category, Some(term)) => term.other.push(category.to_owned()),
            (category, None) => self.other.push(category.to_owned()),
        }
    }

    fn finish(mut self, imported: &mut Imported) {
        let mut concept = std::mem::take(&mut self.concept);
        if !self.notes.is_empty() {
            concept.note = Some(self.notes.join("\n"));
        }
        let lost = &mut imported.lost;
        let place = concept.id.clone();
        for other in &self.other {
            lost.add(other, &place);
        }
        let (mut english, mut arabic) = (Vec::new(), Vec::new());
        for (language, term) in self.terms {
            if term.text.is_empty() {
                continue;
            }
            for other in &term.other {
                lost.add(other, &place);
            }
            match language.split(['-', '_']).next() {
                Some("en") => english.push(term),
                Some("ar") => arabic.push(term),
                _ => lost.add(&format!("terms in `{language}`"), &place),
            }
        }
        take_english(&mut concept, english, lost);
        take_arabic(&mut concept, arabic, lost);
        if concept.ar.is_empty() {
            lost.add("entries without Arabic", &place);
        } else {
            imported.concepts.push(concept);
        }
    }
}

fn set(field: &mut Option<String>, text: String, name: &str, other: &mut Vec<String>) {
    if field.is_none() {
        *field = Some(text);
    } else {
        other.push(format!("a second {name}"));
    }
}

/// What a status comes to: the approved term, an accepted one, or one to avoid.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Preferred,
    Admitted,
    Deprecated,
}

fn rank(status: &str) -> Rank {
    let status = status.to_ascii_lowercase();
    let has = |it: &str| status.starts_with(it);
    if ["deprecated", "superseded", "obsolete", "forbidden"]
        .into_iter()
        .any(has)
    {
        Rank::Deprecated
    } else if has("admitted") {
        Rank::Admitted
    } else {
        Rank::Preferred
    }
}

fn take_english(concept: &mut Concept, terms: Vec<Term>, lost: &mut Lost) {
    let mut terms: Vec<Term> = terms;
    terms.sort_by_key(|it| rank(&it.status));
    for term in terms {
        if rank(&term.status) == Rank::Deprecated {
            lost.add("deprecated English terms", &concept.id);
        } else if concept.en.is_empty() {
            concept.en = term.text;
        } else {
            concept.also_en.push(term.text);
        }
        if term.gender.is_some() {
            lost.add("gender of English terms", &concept.id);
        }
        if concept.part_of_speech.is_none() {
            concept.part_of_speech = term.part_of_speech;
        }
    }
}

fn take_arabic(concept: &mut Concept, mut terms: Vec<Term>, lost: &mut Lost) {
    terms.sort_by_key(|it| rank(&it.status));
    for term in terms {
        if let Some(gender) = &term.gender {
            match gender_called(gender) {
                Some(known) if concept.ar.is_empty() => concept.gender = Some(known),
                _ => lost.add(&format!("gender `{gender}` of a term"), &concept.id),
            }
        }
        if let Some(part) = term.part_of_speech {
            match &concept.part_of_speech {
                _ if concept.ar.is_empty() => concept.part_of_speech = Some(part),
                Some(known) if *known == part => {}
                _ => lost.add("part of speech of a further term", &concept.id),
            }
        }
        if rank(&term.status) == Rank::Deprecated {
            if concept.ar.is_empty() {
                lost.add("deprecated terms without another", &concept.id);
            } else {
                concept
                    .avoid
                    .push(Avoided::new(term.text, concept.ar.clone()));
            }
        } else if concept.ar.is_empty() {
            concept.ar = term.text;
        } else {
            concept.also.push(term.text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_write_is_read_and_the_rest_listed() {
        let xml = r#"<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><text><body>
          <termEntry id="T-1"><descripGrp><descrip type="definition">a &lt;pause&gt;</descrip></descripGrp>
            <langSet xml:lang="en-US"><ntig><termGrp><term>cease<hi>fire</hi></term><termNote type="termType">fullForm</termNote></termGrp></ntig></langSet>
            <langSet xml:lang="fr"><tig><term>trêve</term></tig></langSet>
            <langSet xml:lang="ar"><tig><term>سلام</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
              <tig><term>هدنة</term><termNote type="grammaticalGender">feminine</termNote></tig></langSet>
          </termEntry></body></text></martif>"#;
        let imported = read(xml).unwrap();
        let [concept] = &imported.concepts[..] else {
            panic!()
        };
        assert_eq!(
            (concept.en.as_str(), concept.ar.as_str()),
            ("ceasefire", "هدنة")
        );
        assert_eq!(concept.note.as_deref(), Some("a <pause>"));
        assert_eq!(concept.avoid, [Avoided::new("سلام", "هدنة")]);
        let lost: Vec<&str> = imported.lost.iter().map(|it| it.0).collect();
        assert_eq!(lost, ["termType", "terms in `fr`"]);
    }

    #[test]
    fn broken_and_other_xml_is_refused_with_its_line() {
        let wrong = read("<martif>\n<text>\n</body></martif>").unwrap_err();
        assert!(matches!(wrong, Unread::Xml { line: 3, .. }), "{wrong:?}");
        assert_eq!(read("<xliff/>"), Err(Unread::NoTermbase));
        assert!(matches!(
            read("<martif>&bomb;</martif>"),
            Err(Unread::Xml { .. })
        ));
        assert!(matches!(read("<martif><text>"), Err(Unread::Xml { .. })));
    }
}
