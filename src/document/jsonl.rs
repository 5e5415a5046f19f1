//! JSONL: an object a line, `{"id": …, "target": …, "source": …}`, each a document of its own. Other
//! fields are left alone.

use super::{
    Escape, Parsed,
    json_reader::{Event, Reader, Stop},
    literal::{Kind, Literal, Unit},
};

/// The targets of all lines, beside their sources.
pub(super) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let mut start = 0;
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            one(text, start..start + line.len(), &mut parsed);
        }
        start += line.len() + 1;
    }
    parsed
}

/// What a line holds.
#[derive(Default)]
struct Line {
    id: Option<String>,
    target: Option<Literal>,
    source: Option<String>,
}

fn one(text: &str, span: std::ops::Range<usize>, parsed: &mut Parsed) {
    let mut line = Line::default();
    if let Err(stop) = line.read(&text[..span.end], span.start) {
        parsed.broke(stop.at, stop.en, stop.ar);
        // Half a line is checked where its target was read.
        if line.target.is_none() {
            return;
        }
    }
    parsed.id.clone_from(&line.id);
    let Some(target) = line.target else {
        parsed.broke(
            span.start,
            "no `target` in this line: nothing to check",
            "لا حقل target في هذا السطر: لا شيء يُفحص",
        );
        return;
    };
    let unit = Unit {
        id: line.id,
        source: line.source.filter(|it| !it.trim().is_empty()),
    };
    let segments = &mut parsed.segments;
    target.segments(text, Kind::Text, &unit, |_| Escape::Quoted, segments);
}

impl Line {
    fn read(&mut self, text: &str, at: usize) -> Result<(), Stop> {
        let mut reader = Reader::new(text, at);
        let mut depth = 0;
        let mut key = String::new();
        while let Some(event) = reader.next()? {
            match event {
                Event::Open { array } => {
                    if depth == 0 && array {
                        return Err(Stop {
                            at,
                            en: "a line of JSONL is an object, between braces",
                            ar: "سطر JSONL كائن بين قوسين معقوفين",
                        });
                    }
                    depth += 1;
                }
                Event::Close => depth -= 1,
                Event::Key(it) if depth == 1 => key = it,
                Event::String(literal) if depth == 1 => match key.as_str() {
                    "id" => self.id = Some(literal.into_text()),
                    "target" => self.target = Some(literal),
                    "source" => self.source = Some(literal.into_text()),
                    _ => {}
                },
                Event::Word(span) if depth == 1 && key == "id" => {
                    self.id = Some(text[span].to_owned());
                }
                Event::Key(_) | Event::String(_) | Event::Word(_) => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::trial::prose;

    #[test]
    fn a_line_is_a_unit() {
        let text = "{\"id\": 7, \"target\": \"أول\\nثان\", \"source\": \"one\\ntwo\", \"x\": {\"target\": 1}}\r\n\n\
                    {\"source\": \"a\"}\n[1]\n{\"target\": \"ثالث\", \"id\": \"ب\"";
        let parsed = parse(text);
        assert_eq!(prose(text, &parsed), ["أول", "ثان", "ثالث"]);
        let units: Vec<_> = parsed
            .segments
            .iter()
            .map(|it| it.unit.as_deref())
            .collect();
        assert_eq!(units, [Some("7"), Some("7"), Some("ب")]);
        assert_eq!(parsed.segments[1].source.as_deref(), Some("two"));
        let broken: Vec<&str> = parsed.broken.iter().map(|it| &*it.1.en).collect();
        assert!(broken[0].contains("target") && broken[1].contains("object"));
        assert!(broken[2].contains("ends"));
    }
}
