//! Message catalogues of gettext: a segment for each translation, with its source beside it.
//!
//! The plural forms of a message are segments of one unit. A `fuzzy` message is checked without
//! its source: the source has changed since. Obsolete messages are left out, and so is everything
//! where the header names another language than Arabic.

use std::ops::Range;

use super::{
    Directive, Escape, Parsed,
    flow::{Flow, Spaces},
    language::is_foreign,
    placeholder,
};
use crate::text::Span;

/// The translations of a catalogue.
pub(super) fn parse(text: &str) -> Parsed {
    let mut reader = Reader {
        file: text,
        parsed: Parsed::default(),
        message: Message::default(),
        foreign: false,
    };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        reader.line(start, line.trim_end_matches(['\n', '\r']));
        start += line.len();
    }
    reader.end_message();
    reader.parsed
}

/// Whether `text` holds messages of gettext.
pub(super) fn looks_like(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_start).take(200);
    let id = lines.any(|it| it.starts_with("msgid \"") || it.starts_with("msgctxt \""));
    id && lines.any(|it| it.starts_with("msgstr \"") || it.starts_with("msgstr["))
}

struct Reader<'t> {
    file: &'t str,
    parsed: Parsed,
    message: Message,
    /// The header names another language than Arabic.
    foreign: bool,
}

/// A message as far as it has been read. Strings are the places between the quotes of each line.
#[derive(Default)]
struct Message {
    context: Option<Vec<Range<usize>>>,
    id: Option<Vec<Range<usize>>>,
    plural: Option<Vec<Range<usize>>>,
    forms: Vec<Vec<Range<usize>>>,
    /// What a line that is only a string continues.
    last: Option<Field>,
    fuzzy: bool,
    format: bool,
    directives: Vec<Directive>,
}

#[derive(Clone, Copy)]
enum Field {
    Context,
    Id,
    Plural,
    Form,
}

impl Reader<'_> {
    fn line(&mut self, start: usize, line: &str) {
        let indented = line.len() - line.trim_start().len();
        let (at, line) = (start + indented, line.trim());
        if let Some(comment) = line.strip_prefix('#') {
            self.comment(at, line, comment);
            return;
        }
        if line.starts_with('"') {
            match self.message.last {
                Some(field) => self.string(at, line, field),
                None => self.broke(at),
            }
            return;
        }
        let len = line.find(|c: char| c.is_whitespace() || c == '"');
        let (keyword, rest) = line.split_at(len.unwrap_or(line.len()));
        let field = match keyword {
            "" => return,
            // The messages after it go into a catalogue of this name.
            "domain" => return self.end_message(),
            "msgctxt" => Field::Context,
            "msgid" => Field::Id,
            "msgid_plural" => Field::Plural,
            it if it == "msgstr" || it.starts_with("msgstr[") => Field::Form,
            _ => return self.broke(at),
        };
        // A message begins with its context or its id.
        let begins = match field {
            Field::Context => true,
            Field::Id => self.message.id.is_some(),
            Field::Plural | Field::Form => false,
        };
        if begins && self.message.last.is_some() {
            self.end_message();
        }
        match field {
            Field::Context => self.message.context = Some(Vec::new()),
            Field::Id => self.message.id = Some(Vec::new()),
            Field::Plural => self.message.plural = Some(Vec::new()),
            Field::Form => self.message.forms.push(Vec::new()),
        }
        self.message.last = Some(field);
        let value = rest.trim_start();
        self.string(at + line.len() - value.len(), value, field);
    }

    fn comment(&mut self, at: usize, line: &str, comment: &str) {
        if !self.message.forms.is_empty() {
            self.end_message();
        }
        match comment.bytes().next() {
            // Obsolete; the message before.
            Some(b'~' | b'|') => {}
            Some(b',') => {
                let mut flags = comment[1..].split(',').map(str::trim);
                let all: Vec<&str> = flags.by_ref().collect();
                self.message.fuzzy |= all.contains(&"fuzzy");
                self.message.format |= all
                    .iter()
                    .any(|it| it.ends_with("-format") && !it.starts_with("no-"));
            }
            _ => {
                let directive = Directive::on_line(line, Span::new(at..at + line.len()));
                self.message.directives.extend(directive);
            }
        }
    }

    /// Adds a quoted string to a field of the message.
    fn string(&mut self, at: usize, quoted: &str, field: Field) {
        let Some(inner) = quoted.strip_prefix('"').and_then(|it| it.strip_suffix('"')) else {
            return self.broke(at);
        };
        // A quote within, or a last one that is escaped.
        let mut escaped = false;
        for byte in inner.bytes() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => return self.broke(at),
                _ => {}
            }
        }
        if escaped {
            return self.broke(at);
        }
        let span = at + 1..at + 1 + inner.len();
        let message = &mut self.message;
        let strings = match field {
            Field::Context => message.context.as_mut(),
            Field::Id => message.id.as_mut(),
            Field::Plural => message.plural.as_mut(),
            Field::Form => message.forms.last_mut(),
        };
        if let Some(it) = strings {
            it.push(span);
        }
    }

    fn broke(&mut self, at: usize) {
        self.message.last = None;
        self.parsed.broke(
            at,
            "this line is not one of a message catalogue; the messages around it are checked",
            "ليس هذا السطر من سطور ملفات الرسائل؛ فُحصت الرسائل حوله",
        );
    }

    fn end_message(&mut self) {
        let message = std::mem::take(&mut self.message);
        let id = message.id.as_deref().map(|it| plain(self.file, it));
        let context = message.context.as_deref().map(|it| plain(self.file, it));
        if context.is_none() && id.as_deref() == Some("") {
            let header = message.forms.first().map(|it| plain(self.file, it));
            let header = header.unwrap_or_default();
            let language = header.lines().find_map(|it| it.strip_prefix("Language:"));
            self.foreign = language.is_some_and(is_foreign);
            return;
        }
        let first = self.parsed.segments.len();
        if let Some(id) = id.filter(|_| !self.foreign) {
            let plural = message.plural.as_deref().map(|it| plain(self.file, it));
            let unit = match context {
                Some(context) => format!("{context}|{id}"),
                None => id.clone(),
            };
            // Where there are several forms Arabic's are counted: zero, one, two and on.
            let one = usize::from(message.forms.len() > 2);
            for (number, form) in message.forms.iter().enumerate() {
                let mut flow = Flow::new(Spaces::Keep);
                write(&mut flow, self.file, form, message.format);
                let Some(mut segment) = flow.segment(Escape::Po) else {
                    continue;
                };
                segment.unit = Some(unit.clone());
                let source = plural.as_ref().filter(|_| number != one).unwrap_or(&id);
                segment.source = (!message.fuzzy).then(|| source.clone());
                self.parsed.segments.push(segment);
            }
        }
        self.parsed.cover(first, message.directives);
    }
}

/// The text of a string, its escapes undone.
fn plain(file: &str, lines: &[Range<usize>]) -> String {
    let mut written = String::new();
    for line in lines {
        let mut rest = &file[line.clone()];
        while let Some(at) = rest.find('\\') {
            written.push_str(&rest[..at]);
            let (len, c) = escape(&rest[at..]);
            written.extend(c);
            rest = &rest[at + len..];
        }
        written.push_str(rest);
    }
    written
}

/// Writes a translation: escapes undone, placeholders and line ends held, tags left out.
fn write(flow: &mut Flow, file: &str, lines: &[Range<usize>], format: bool) {
    for line in lines {
        let mut at = line.start;
        let mut kept = at;
        while at < line.end {
            let rest = &file[at..line.end];
            let placeholder = || if format { placeholder::at(rest) } else { None };
            if rest.starts_with('\\') {
                flow.text(file, kept..at);
                let (len, c) = escape(rest);
                match c {
                    Some(c @ ('"' | '\\')) => {
                        flow.replace(file, at..at + len, c.encode_utf8(&mut [0; 4]));
                    }
                    Some(c) => flow.hold(file, at..at + len, c.encode_utf8(&mut [0; 4])),
                    None => flow.object(file, at..at + len),
                }
                at += len;
                kept = at;
            } else if let Some(len) = placeholder() {
                flow.text(file, kept..at);
                flow.object(file, at..at + len);
                at += len;
                kept = at;
            } else if let Some(len) = placeholder::tag(rest) {
                flow.text(file, kept..at);
                at += len;
                kept = at;
            } else {
                at += rest.chars().next().map_or(1, char::len_utf8);
            }
        }
        flow.text(file, kept..line.end);
    }
}

/// The escape that `text` begins with: its length, and what it stands for.
fn escape(text: &str) -> (usize, Option<char>) {
    let Some(second) = text[1..].chars().next() else {
        return (1, None);
    };
    let c = match second {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '"' | '\\' => second,
        _ => return (1 + second.len_utf8(), None),
    };
    (2, Some(c))
}

#[cfg(test)]
mod tests {
    use super::super::trial::{prose, silenced};
    use super::*;

    const CATALOGUE: &str = r#"
msgid ""
msgstr ""
"Language: ar\n"

# fasih: ignore[a/b]
#. for the front page
#, fuzzy, c-format
msgctxt "menu"
msgid "Open %d <b>\"files\"</b>\n"
msgstr ""
"افتح "
"%d <b>\"ملفات\"</b>\n"

# fasih: ignore[c/d]
msgid "one file"
msgid_plural "many files"
msgstr[0] "لا ملفات"
msgstr[1] "ملف"
msgstr[2] "ملفان"
#~ msgid "old"
#~ msgstr "قديم"
"#;

    #[test]
    fn each_form_is_a_segment_with_its_source() {
        let parsed = parse(CATALOGUE);
        assert!(parsed.broken.is_empty());
        assert_eq!(
            prose(CATALOGUE, &parsed),
            ["افتح \u{FFFC} \"ملفات\"\n", "لا ملفات", "ملف", "ملفان"]
        );
        let about: Vec<_> = parsed
            .segments
            .iter()
            .map(|it| (it.unit.as_deref().unwrap(), it.source.as_deref()))
            .collect();
        assert_eq!(
            about,
            [
                ("menu|Open %d <b>\"files\"</b>\n", None),
                ("one file", Some("many files")),
                ("one file", Some("one file")),
                ("one file", Some("many files")),
            ]
        );
        assert_eq!(
            silenced(CATALOGUE, &parsed),
            ["افتح \u{FFFC} \"ملفات\"\n", "لا ملفات"]
        );
    }

    #[test]
    fn a_catalogue_of_another_language_has_nothing_to_check() {
        let parsed = parse(&CATALOGUE.replace("Language: ar", "Language: fr"));
        assert!(parsed.segments.is_empty());
    }

    #[test]
    fn a_broken_line_breaks_its_message_only() {
        let text = "msgid \"a\"\nmsgstr \"أ\"\n\nmsgid \"b\nmsgstr \"ب\"\nmsgfoo \"c\"\nmsgid \"d\"\nmsgstr \"د\"\n";
        let parsed = parse(text);
        assert_eq!(prose(text, &parsed), ["أ", "ب", "د"]);
        let places: Vec<&str> = parsed.broken.iter().map(|it| &text[it.0..][..2]).collect();
        assert_eq!(places, ["\"b", "ms"]);
    }
}
