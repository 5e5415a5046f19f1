//! A glossary as a termbase: see [`write`].

use std::fmt::Write;

use quick_xml::escape::escape;

use super::Form;
use crate::{
    glossary::GenderName,
    keeping::concept::{Avoided, Concept},
    pattern::{Element, Mode, parse},
};

/// What a termbase holds of an entry.
pub(super) fn held(concept: &Concept) -> Concept {
    let words = |texts: &[String]| texts.iter().map(|it| clean(it)).collect();
    let text = |it: &Option<String>| it.as_deref().map(clean);
    Concept {
        id: concept.id.clone(),
        gender: concept.gender,
        en: clean(&concept.en),
        also_en: words(&concept.also_en),
        ar: clean(&concept.ar),
        also: words(&concept.also),
        part_of_speech: text(&concept.part_of_speech),
        domain: text(&concept.domain),
        note: text(&concept.note),
        source: text(&concept.source),
        date: text(&concept.date),
        by: text(&concept.by),
        avoid: concept
            .avoid
            .iter()
            .filter(|it| is_term(it, &concept.ar))
            .cloned()
            .collect(),
        ..Concept::default()
    }
}

/// Whether an `avoid` says no more than that this term is not to be used, but the approved one.
fn is_term(avoid: &Avoided, ar: &str) -> bool {
    let plain = Avoided::new(avoid.find.clone(), ar) == *avoid;
    let words = |it: &Element| matches!(it, Element::Word(word) if word.mode == Mode::Inflected);
    plain
        && parse(&avoid.find).is_ok_and(|it| it.elements.iter().all(words))
        && !avoid.find.contains(['<', '>'])
}

/// What XML cannot hold is left out.
fn clean(text: &str) -> String {
    text.chars()
        .filter(|it| !it.is_control() || matches!(it, '\n' | '\t'))
        .collect()
}

/// The names of data categories: how they are written depends on the style.
struct Writer {
    xml: String,
    form: Form,
}

/// The bytes of the termbase. `concepts` are what a termbase holds.
pub(super) fn write(title: &str, concepts: &[Concept], form: Form) -> Vec<u8> {
    let mut writer = Writer {
        xml: String::with_capacity(1000 + 600 * concepts.len()),
        form,
    };
    let title = clean(title);
    let title = escape(&title);
    let what = match form {
        Form::Tbx2 => ["martif type=\"TBX-Basic\" xml:lang=\"en\"", "martif"],
        Form::Tbx3Dca => [
            "tbx style=\"dca\" type=\"TBX-Basic\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\"",
            "tbx",
        ],
        _ => [
            "tbx style=\"dct\" type=\"TBX-Basic\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\" xmlns:min=\"http://www.tbxinfo.net/ns/min\" xmlns:basic=\"http://www.tbxinfo.net/ns/basic\"",
            "tbx",
        ],
    };
    let header = if form == Form::Tbx2 {
        "martifHeader"
    } else {
        "tbxHeader"
    };
    let _ = write!(
        writer.xml,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{}>\n<{header}><fileDesc><titleStmt><title>{title}</title></titleStmt><sourceDesc><p>{title}</p></sourceDesc></fileDesc></{header}>\n<text><body>\n",
        what[0]
    );
    for concept in concepts {
        writer.concept(concept);
    }
    let _ = writeln!(writer.xml, "</body></text>\n</{}>", what[1]);
    writer.xml.into_bytes()
}

impl Writer {
    fn concept(&mut self, concept: &Concept) {
        let (entry, language) = match self.form {
            Form::Tbx2 => ("termEntry", "langSet"),
            _ => ("conceptEntry", "langSec"),
        };
        // An id of XML begins with a letter or `_`.
        let digit = concept.id.starts_with(|it: char| !it.is_ascii_alphabetic());
        let mark = if digit { "_" } else { "" };
        let _ = writeln!(self.xml, "<{entry} id=\"{mark}{}\">", escape(&concept.id));
        self.data("descrip", "min", "subjectField", concept.domain.as_ref());
        self.data("admin", "basic", "source", concept.source.as_ref());
        if concept.date.is_some() || concept.by.is_some() {
            self.xml += "<transacGrp>";
            let done = "modification".to_owned();
            self.data("transac", "basic", "transactionType", Some(&done));
            self.data(
                "transacNote",
                "basic",
                "responsibility",
                concept.by.as_ref(),
            );
            if let Some(date) = &concept.date {
                let _ = write!(self.xml, "<date>{}</date>", escape(date));
            }
            self.xml += "</transacGrp>\n";
        }
        if let Some(note) = &concept.note {
            let _ = writeln!(self.xml, "<note>{}</note>", escape(note));
        }
        if !concept.en.is_empty() || !concept.also_en.is_empty() {
            let _ = writeln!(self.xml, "<{language} xml:lang=\"en\">");
            self.term(&concept.en, "preferredTerm-admn-sts", None);
            for term in &concept.also_en {
                self.term(term, "admittedTerm-admn-sts", None);
            }
            let _ = writeln!(self.xml, "</{language}>");
        }
        let _ = writeln!(self.xml, "<{language} xml:lang=\"ar\">");
        self.term(&concept.ar, "preferredTerm-admn-sts", Some(concept));
        for term in &concept.also {
            self.term(term, "admittedTerm-admn-sts", None);
        }
        for avoid in &concept.avoid {
            self.term(&avoid.find, "deprecatedTerm-admn-sts", None);
        }
        let _ = writeln!(self.xml, "</{language}>\n</{entry}>");
    }

    fn term(&mut self, term: &str, status: &str, of: Option<&Concept>) {
        if term.is_empty() {
            return;
        }
        let section = if self.form == Form::Tbx2 {
            "tig"
        } else {
            "termSec"
        };
        let _ = write!(self.xml, "<{section}><term>{}</term>", escape(term));
        if let Some(concept) = of {
            self.data(
                "termNote",
                "min",
                "partOfSpeech",
                concept.part_of_speech.as_ref(),
            );
            let gender = concept.gender.map(|it| match it {
                GenderName::Male => "masculine".to_owned(),
                GenderName::Female => "feminine".to_owned(),
            });
            self.data("termNote", "basic", "grammaticalGender", gender.as_ref());
        }
        self.data(
            "termNote",
            "min",
            "administrativeStatus",
            Some(&status.to_owned()),
        );
        let _ = writeln!(self.xml, "</{section}>");
    }

    /// A data category, as an element of its own or as the type of a general one.
    fn data(&mut self, element: &str, module: &str, category: &str, value: Option<&String>) {
        let Some(value) = value else { return };
        let value = escape(value);
        let _ = match self.form {
            Form::Tbx3Dct => write!(
                self.xml,
                "<{module}:{category}>{value}</{module}:{category}>"
            ),
            _ => write!(
                self.xml,
                "<{element} type=\"{category}\">{value}</{element}>"
            ),
        };
    }
}
