//! JSON read from left to right with the places of its strings, which `serde_json` does not give.
//! Nothing recurses.

use std::ops::Range;

use super::literal::Literal;

/// As deep as `serde_json` reads.
const DEEPEST: usize = 128;

/// What comes next.
#[derive(Debug)]
pub(super) enum Event {
    /// `{`, or `[` where `array`.
    Open { array: bool },
    /// A key of an object; a value follows.
    Key(String),
    /// A string that is a value.
    String(Literal),
    /// A number, `true`, `false` or `null`.
    Word(Range<usize>),
    /// `}` or `]`.
    Close,
}

/// Where and why reading ended before the file did.
#[derive(Debug)]
pub(super) struct Stop {
    pub(super) at: usize,
    pub(super) en: &'static str,
    pub(super) ar: &'static str,
}

/// What may stand at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expect {
    Value,
    /// A value, or the end of the array that has just begun.
    FirstItem,
    Key,
    /// A key, or the end of the object that has just begun.
    FirstKey,
    /// A comma or the end of what is open; the end of the file where nothing is.
    After,
}

/// Reads one JSON value.
pub(super) struct Reader<'t> {
    text: &'t str,
    at: usize,
    expect: Expect,
    /// Of each open bracket whether it is an array's.
    open: Vec<bool>,
}

impl<'t> Reader<'t> {
    /// Reads `text` from byte `at`.
    pub(super) fn new(text: &'t str, at: usize) -> Reader<'t> {
        let (expect, open) = (Expect::Value, Vec::new());
        Reader {
            text,
            at,
            expect,
            open,
        }
    }

    /// What comes next; nothing at the end of the text.
    pub(super) fn next(&mut self) -> Result<Option<Event>, Stop> {
        loop {
            let white = |it: &&u8| matches!(it, b' ' | b'\t' | b'\n' | b'\r');
            let rest = &self.text.as_bytes()[self.at..];
            self.at += rest.iter().take_while(white).count();
            let byte = self.text.as_bytes().get(self.at).copied();
            let array = self.open.last().copied();
            match (self.expect, byte) {
                (Expect::After, None) if array.is_none() => return Ok(None),
                (_, None) => {
                    return Err(
                        self.stop("the JSON ends before it is whole", "ينتهي JSON قبل تمامه")
                    );
                }
                (Expect::After, Some(b',')) if array.is_some() => {
                    self.at += 1;
                    self.expect = match array {
                        Some(true) => Expect::Value,
                        _ => Expect::Key,
                    };
                }
                (Expect::After | Expect::FirstKey, Some(b'}')) if array == Some(false) => {
                    return Ok(Some(self.close()));
                }
                (Expect::After | Expect::FirstItem, Some(b']')) if array == Some(true) => {
                    return Ok(Some(self.close()));
                }
                (Expect::After, Some(_)) if array.is_none() => {
                    return Err(self.stop("text after the end of the JSON", "نص بعد نهاية JSON"));
                }
                (Expect::After, Some(_)) => {
                    return Err(self.stop(
                        "a comma or a closing bracket is missing here",
                        "تنقص هنا فاصلة أو قوس إغلاق",
                    ));
                }
                (Expect::Key | Expect::FirstKey, Some(b'"')) => return self.key().map(Some),
                (Expect::Key | Expect::FirstKey, Some(_)) => {
                    return Err(self.stop(
                        "a key between quotation marks is missing here",
                        "ينقص هنا مفتاح بين علامتي تنصيص",
                    ));
                }
                (Expect::Value | Expect::FirstItem, Some(byte)) => {
                    return self.value(byte).map(Some);
                }
            }
        }
    }

    fn close(&mut self) -> Event {
        self.at += 1;
        self.open.pop();
        self.expect = Expect::After;
        Event::Close
    }

    fn key(&mut self) -> Result<Event, Stop> {
        let key = self.string()?.into_text();
        let rest = self.text[self.at..].trim_start_matches([' ', '\t', '\n', '\r']);
        self.at = self.text.len() - rest.len();
        if !rest.starts_with(':') {
            return Err(self.stop(
                "a colon is missing after the key",
                "تنقص نقطتان بعد المفتاح",
            ));
        }
        self.at += 1;
        self.expect = Expect::Value;
        Ok(Event::Key(key))
    }

    fn value(&mut self, byte: u8) -> Result<Event, Stop> {
        let start = self.at;
        if byte == b'"' {
            let literal = self.string()?;
            self.expect = Expect::After;
            return Ok(Event::String(literal));
        }
        if matches!(byte, b'{' | b'[') {
            if self.open.len() == DEEPEST {
                return Err(self.stop(
                    "nested deeper than 128 levels; from here on nothing is read",
                    "تداخل أعمق من 128 مستوى؛ لا يُقرأ شيء من هنا",
                ));
            }
            let array = byte == b'[';
            self.at += 1;
            self.open.push(array);
            self.expect = if array {
                Expect::FirstItem
            } else {
                Expect::FirstKey
            };
            return Ok(Event::Open { array });
        }
        let plain = |it: &&u8| it.is_ascii_alphanumeric() || b"+-.".contains(it);
        let rest = &self.text.as_bytes()[start..];
        let word = &rest[..rest.iter().take_while(plain).count()];
        let digit = |it: &u8| it.is_ascii_digit() || b"+-.eE".contains(it);
        let number = word
            .first()
            .is_some_and(|it| it.is_ascii_digit() || *it == b'-');
        if !(number && word.iter().all(digit) || [&b"true"[..], b"false", b"null"].contains(&word))
        {
            return Err(self.stop("a value is missing here", "تنقص هنا قيمة"));
        }
        self.at += word.len();
        self.expect = Expect::After;
        Ok(Event::Word(start..self.at))
    }

    /// Reads a string from its opening quotation mark to behind its closing one.
    fn string(&mut self) -> Result<Literal, Stop> {
        let mut literal = Literal::default();
        let opening = self.at;
        let bytes = self.text.as_bytes();
        let mut at = opening + 1;
        loop {
            let special = |it: &u8| matches!(it, b'"' | b'\\') || *it < b' ';
            let plain = bytes[at..].iter().position(special);
            let end = at + plain.unwrap_or(bytes.len() - at);
            literal.keep(self.text, at..end);
            at = end;
            match bytes.get(at) {
                Some(b'"') => {
                    self.at = at + 1;
                    return Ok(literal);
                }
                Some(b'\\') => {
                    let Some((len, c)) = escaped(&self.text[at..]) else {
                        self.at = at;
                        return Err(self.stop("no escape of JSON", "ليس من رموز الهروب في JSON"));
                    };
                    literal.replace(at..at + len, c.encode_utf8(&mut [0; 4]));
                    at += len;
                }
                Some(_) => {
                    self.at = at;
                    return Err(self.stop(
                        "a line end or control character inside a string",
                        "نهاية سطر أو حرف تحكم داخل سلسلة",
                    ));
                }
                None => {
                    self.at = opening;
                    return Err(self.stop("a string that is not closed", "سلسلة لم تُغلق"));
                }
            }
        }
    }

    fn stop(&self, en: &'static str, ar: &'static str) -> Stop {
        Stop {
            at: self.at,
            en,
            ar,
        }
    }
}

/// The escape that `text` begins with: its length and what it stands for. Half of a surrogate pair
/// is the sign of what cannot be shown.
fn escaped(text: &str) -> Option<(usize, char)> {
    let c = match text.as_bytes().get(1)? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{C}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => {
            let first = unit(text, 2)?;
            let low = || unit(text.get(6..)?.strip_prefix("\\u")?, 0).filter(|it| is_low(*it));
            return match (first, low()) {
                (0xD800..0xDC00, Some(low)) => {
                    let code = 0x1_0000 + ((first - 0xD800) << 10) + (low - 0xDC00);
                    Some((12, char::from_u32(code)?))
                }
                _ => Some((
                    6,
                    char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER),
                )),
            };
        }
        _ => return None,
    };
    Some((2, c))
}

fn is_low(unit: u32) -> bool {
    (0xDC00..0xE000).contains(&unit)
}

/// Four hexadecimal digits at `at`.
fn unit(text: &str, at: usize) -> Option<u32> {
    let digits = text.get(at..at + 4)?;
    let hexadecimal = digits.bytes().all(|it| it.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| hexadecimal)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The strings and words of `text`, and where and why reading ended.
    fn read(text: &str) -> (Vec<String>, Option<(usize, &'static str)>) {
        let mut reader = Reader::new(text, 0);
        let mut values = Vec::new();
        loop {
            match reader.next() {
                Ok(Some(Event::String(literal))) => values.push(literal.into_text()),
                Ok(Some(Event::Word(span))) => values.push(text[span].to_owned()),
                Ok(Some(_)) => {}
                Ok(None) => return (values, None),
                Err(stop) => return (values, Some((stop.at, stop.en))),
            }
        }
    }

    #[test]
    fn escapes_say_what_they_stand_for() {
        let (values, end) =
            read(r#" {"k": ["\u0627\"\n", "\ud83d\ude00\ud83d", -1.5e3, true, {}]} "#);
        assert_eq!(values, ["ا\"\n", "😀\u{FFFD}", "-1.5e3", "true"]);
        assert_eq!(end, None);
    }

    #[test]
    fn reading_ends_where_the_text_is_no_json() {
        #[track_caller]
        fn check(text: &str, at: usize, says: &str) {
            let (place, why) = read(text).1.unwrap();
            assert_eq!(place, at, "{why}");
            assert!(why.contains(says), "{why}");
        }
        check(r#"{"a": 1 "b": 2}"#, 8, "comma");
        check(r#"{"a": 1,}"#, 8, "key");
        check(r#"{"a" 1}"#, 5, "colon");
        check(r#"["a", ]"#, 6, "value");
        check(r#"["a""#, 4, "ends");
        check(r#"["a"#, 1, "not closed");
        check("[\"a\n\"]", 3, "line end");
        check(r#"["\x"]"#, 2, "escape");
        check("{} x", 3, "after the end");
        check(&"[".repeat(100_000), 128, "deeper");
    }
}
