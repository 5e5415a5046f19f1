//! HTML cut into tags and text, tolerantly and with their places: see [`Tags`].
//!
//! A tokenizer of our own, since a fix must change its own bytes only: the parsers there are give
//! text with its character references undone, and no way back. It follows the tokenizer of the
//! HTML standard in what is a tag, a comment or text; `tests/formats.rs` holds it against another.

use std::ops::Range;

/// A piece of an HTML file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// Text, its character references as written.
    Text(Range<usize>),
    /// The text of an element that holds no markup: a script, a style sheet.
    Raw,
    /// A comment with its signs.
    Comment(Range<usize>),
    Open(Tag<'t>),
    /// The place of an end tag and its name, in small letters.
    Close(Range<usize>, String),
    /// A tag or comment that the file ends in.
    Broken(usize),
}

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    pub(super) span: Range<usize>,
    /// In small letters.
    pub(super) name: String,
    /// Ends in `/>`.
    pub(super) closed: bool,
    attributes: Vec<Attribute<'t>>,
}

#[derive(Debug, PartialEq, Eq)]
struct Attribute<'t> {
    name: &'static str,
    value: Value<'t>,
}

/// The value of an attribute, its character references as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Value<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) quoted: bool,
}

/// The attributes that say something of text; others are not kept.
const KNOWN: [&str; 12] = [
    "alt",
    "title",
    "aria-label",
    "placeholder",
    "lang",
    "xml:lang",
    "translate",
    "class",
    "name",
    "property",
    "content",
    "dir",
];

/// Elements whose text is no markup and holds no character references.
const RAW: [&str; 7] = [
    "script",
    "style",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
];

/// Elements whose text is no markup.
const TEXT_ONLY: [&str; 2] = ["title", "textarea"];

/// The tokens of a stretch of a file.
#[derive(Debug)]
pub(super) struct Tags<'t> {
    file: &'t str,
    at: usize,
    end: usize,
    /// The element whose text is no markup.
    inside: Option<String>,
}

impl<'t> Tag<'t> {
    pub(super) fn attribute(&self, name: &str) -> Option<Value<'t>> {
        let found = self.attributes.iter().find(|it| it.name == name);
        found.map(|it| it.value)
    }
}

impl<'t> Tags<'t> {
    pub(super) fn new(file: &'t str, span: Range<usize>) -> Tags<'t> {
        Tags {
            file,
            at: span.start,
            end: span.end,
            inside: None,
        }
    }

    fn rest(&self) -> &'t str {
        &self.file[self.at..self.end]
    }

    /// Moves `len` bytes on, and says over which.
    fn take(&mut self, len: usize) -> Range<usize> {
        let span = self.at..self.at + len;
        self.at = span.end;
        span
    }

    /// The text of an element that holds no markup, to its end tag or the end of the file.
    fn unmarked(&mut self, name: &str) -> Option<Token<'t>> {
        let rest = self.rest();
        let close = memchr::memchr_iter(b'<', rest.as_bytes()).find(|at| {
            let after = rest.as_bytes()[at + 1..].strip_prefix(b"/");
            after.is_some_and(|it| {
                let (head, tail) = it.split_at(name.len().min(it.len()));
                let ends = tail.first().is_none_or(|it| b" \t\n\r\x0C/>".contains(it));
                ends && head.eq_ignore_ascii_case(name.as_bytes())
            })
        });
        let span = self.take(close.unwrap_or(rest.len()));
        if span.is_empty() {
            return None;
        }
        Some(if RAW.contains(&name) {
            Token::Raw
        } else {
            Token::Text(span)
        })
    }

    /// What begins with `<` here; `None` where that is text.
    fn markup(&mut self) -> Option<Token<'t>> {
        let rest = self.rest();
        let start = self.at;
        if let Some(comment) = rest.strip_prefix("<!--") {
            // `<!-->` and `<!--->` are whole.
            let len = if comment.starts_with('>') {
                Some(5)
            } else if comment.starts_with("->") {
                Some(6)
            } else {
                let close = memchr::memmem::find(comment.as_bytes(), b"-->");
                close.map(|it| 4 + it + 3)
            };
            return Some(match len {
                Some(len) => Token::Comment(self.take(len)),
                None => self.broken(start),
            });
        }
        let second = *rest.as_bytes().get(1)?;
        let third = rest.as_bytes().get(2);
        match second {
            b'!' | b'?' => Some(self.bogus(start)),
            b'/' if third.is_some_and(u8::is_ascii_alphabetic) => {
                self.take(2);
                let name = self.name();
                // An end tag may carry attributes, which say nothing.
                Some(match self.attributes() {
                    Some(_) => Token::Close(start..self.at, name),
                    None => self.broken(start),
                })
            }
            b'/' if third.is_some() => Some(self.bogus(start)),
            it if it.is_ascii_alphabetic() => {
                self.take(1);
                let name = self.name();
                let Some((attributes, closed)) = self.attributes() else {
                    return Some(self.broken(start));
                };
                if RAW.contains(&&*name) || TEXT_ONLY.contains(&&*name) {
                    self.inside = Some(name.clone());
                }
                Some(Token::Open(Tag {
                    span: start..self.at,
                    name,
                    closed,
                    attributes,
                }))
            }
            _ => None,
        }
    }

    /// A doctype, a processing instruction: to the next `>`.
    fn bogus(&mut self, start: usize) -> Token<'t> {
        match memchr::memchr(b'>', self.rest().as_bytes()) {
            Some(at) => Token::Comment(self.take(at + 1)),
            None => self.broken(start),
        }
    }

    /// The file ends inside a tag: nothing after its start is read.
    fn broken(&mut self, start: usize) -> Token<'t> {
        self.at = self.end;
        Token::Broken(start)
    }

    fn name(&mut self) -> String {
        let rest = self.rest().as_bytes();
        let len = rest.iter().position(|it| b" \t\n\r\x0C/>".contains(it));
        let span = self.take(len.unwrap_or(rest.len()));
        self.file[span].to_ascii_lowercase()
    }

    /// The attributes to the end of the tag, and whether it ends in `/>`; `None` where it does not
    /// end.
    fn attributes(&mut self) -> Option<(Vec<Attribute<'t>>, bool)> {
        let mut known: Vec<Attribute<'t>> = Vec::new();
        loop {
            let bytes = self.rest().as_bytes();
            let skipped = bytes.iter().position(|it| !b" \t\n\r\x0C/".contains(it))?;
            let closed = skipped > 0 && bytes[skipped - 1] == b'/';
            self.take(skipped);
            if bytes[skipped] == b'>' {
                self.take(1);
                return Some((known, closed));
            }
            let bytes = self.rest().as_bytes();
            // A `=` in front belongs to the name.
            let len = 1 + bytes[1..]
                .iter()
                .position(|it| b" \t\n\r\x0C/>=".contains(it))?;
            let name = self.take(len);
            let name = &self.file.as_bytes()[name];
            let bytes = self.rest().as_bytes();
            let white = bytes.iter().position(|it| !b" \t\n\r\x0C".contains(it))?;
            if bytes[white] != b'=' {
                continue;
            }
            self.take(white + 1);
            let value = self.value()?;
            let known_name = KNOWN
                .iter()
                .find(|it| name.eq_ignore_ascii_case(it.as_bytes()));
            if let Some(name) = known_name
                && known.iter().all(|it| it.name != *name)
            {
                known.push(Attribute { name, value });
            }
        }
    }

    fn value(&mut self) -> Option<Value<'t>> {
        let bytes = self.rest().as_bytes();
        let white = bytes.iter().position(|it| !b" \t\n\r\x0C".contains(it))?;
        self.take(white);
        let bytes = self.rest().as_bytes();
        let quoted = matches!(bytes[0], b'"' | b'\'');
        let span = if quoted {
            let quote = self.take(1).start;
            let quote = self.file.as_bytes()[quote];
            let len = memchr::memchr(quote, self.rest().as_bytes())?;
            let span = self.take(len);
            self.take(1);
            span
        } else {
            let len = bytes.iter().position(|it| b" \t\n\r\x0C>".contains(it))?;
            self.take(len)
        };
        Some(Value {
            start: span.start,
            text: &self.file[span],
            quoted,
        })
    }
}

impl<'t> Iterator for Tags<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        if let Some(name) = self.inside.take()
            && let Some(token) = self.unmarked(&name)
        {
            return Some(token);
        }
        if self.at == self.end {
            return None;
        }
        let start = self.at;
        if self.rest().starts_with('<')
            && let Some(token) = self.markup()
        {
            return Some(token);
        }
        // Text to the next `<` that begins something.
        let mut next = start + 1;
        while let Some(at) = memchr::memchr(b'<', &self.file.as_bytes()[next..self.end]) {
            let after = self.file.as_bytes()[next + at + 1..self.end].first();
            if after.is_some_and(|it| it.is_ascii_alphabetic() || b"/!?".contains(it)) {
                self.at = next + at;
                return Some(Token::Text(start..self.at));
            }
            next += at + 1;
        }
        self.at = self.end;
        Some(Token::Text(start..self.end))
    }
}
