//! Reads a pattern: see [`parse`].

use super::{Element, LONGEST_GAP, Mode, Pattern, WordPattern};

/// Why a pattern cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct PatternError {
    /// Byte of the pattern.
    pub offset: usize,
    /// What is wrong there and what to do.
    pub message: String,
}

/// Reads `text` as a pattern.
///
/// # Errors
///
/// An empty pattern, unbalanced brackets, more than one focus or one inside brackets, a sign without
/// its word, a number of `$` outside 1–9, a gap at either end (it would match anything).
pub fn parse(text: &str) -> Result<Pattern, PatternError> {
    let mut parser = Parser { text, at: 0 };
    let (elements, focus) = parser.top()?;
    if elements.is_empty() {
        return Err(parser.wrong(0, "the pattern is empty"));
    }
    let gap = |it: Option<&Element>| matches!(it, Some(Element::Gap(_)));
    if gap(elements.first()) || gap(elements.last()) {
        return Err(parser.wrong(
            0,
            "a gap stands between words, not at the edge of a pattern",
        ));
    }
    let word = |it: &Element| matches!(it, Element::Word(_) | Element::OneOf(_));
    if !elements.iter().any(word) {
        return Err(parser.wrong(0, "a pattern needs a word that is not optional"));
    }
    let focus = focus.unwrap_or(0..elements.len());
    if focus.is_empty() {
        return Err(parser.wrong(0, "the focus <…> is empty"));
    }
    Ok(Pattern { elements, focus })
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl Parser<'_> {
    fn wrong(&self, offset: usize, message: &str) -> PatternError {
        PatternError {
            offset,
            message: format!("{message}: `{}`", self.text),
        }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn eat(&mut self, wanted: char) -> bool {
        let there = self.peek() == Some(wanted);
        if there {
            self.at += wanted.len_utf8();
        }
        there
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += self.peek().map_or(0, char::len_utf8);
        }
    }

    /// The whole pattern, with its focus.
    fn top(&mut self) -> Result<(Vec<Element>, Option<std::ops::Range<usize>>), PatternError> {
        let mut elements = Vec::new();
        let mut opened: Option<usize> = None;
        let mut focus = None;
        loop {
            self.skip_space();
            let at = self.at;
            match self.peek() {
                None if opened.is_some() => {
                    return Err(self.wrong(at, "the focus opens with < and never closes"));
                }
                None => return Ok((elements, focus)),
                Some('<') => {
                    if opened.is_some() || focus.is_some() {
                        return Err(self.wrong(at, "a pattern has one focus <…>"));
                    }
                    self.at += 1;
                    opened = Some(elements.len());
                }
                Some('>') => {
                    let Some(start) = opened.take() else {
                        return Err(self.wrong(at, "> closes a focus that never opened"));
                    };
                    self.at += 1;
                    focus = Some(start..elements.len());
                }
                Some(_) => elements.push(self.element()?),
            }
        }
    }

    fn element(&mut self) -> Result<Element, PatternError> {
        let at = self.at;
        match self.peek() {
            Some('(') => {
                let branches = self.branches()?;
                Ok(if self.eat('?') {
                    Element::Optional(branches)
                } else {
                    Element::OneOf(branches)
                })
            }
            Some(')' | '|') => Err(self.wrong(at, "a bracket or bar without its `(`")),
            Some('$') => {
                self.at += 1;
                match self.peek().and_then(|it| it.to_digit(10)) {
                    Some(number @ 1..=9) => {
                        self.at += 1;
                        Ok(Element::Capture(number as u8))
                    }
                    _ => Err(self.wrong(at, "$ takes a digit from 1 to 9")),
                }
            }
            Some('.') => self.gap(),
            _ => self.word().map(Element::Word),
        }
    }

    fn gap(&mut self) -> Result<Element, PatternError> {
        let at = self.at;
        let rest = &self.text[at..];
        if rest.starts_with("...") {
            self.at += 3;
            return Ok(Element::Gap(LONGEST_GAP));
        }
        let digits: String = rest
            .chars()
            .skip(2)
            .take_while(char::is_ascii_digit)
            .collect();
        match digits.parse() {
            Ok(most @ 1..=9) if rest.starts_with("..") => {
                self.at += 2 + digits.len();
                Ok(Element::Gap(most))
            }
            _ => Err(self.wrong(at, "a gap is `...`, or `..` with a digit from 1 to 9")),
        }
    }

    /// `(a|b c|d)`, the bracket not yet read.
    fn branches(&mut self) -> Result<Vec<Vec<Element>>, PatternError> {
        let open = self.at;
        self.at += 1;
        let mut branches = vec![Vec::new()];
        loop {
            self.skip_space();
            let at = self.at;
            match self.peek() {
                None => return Err(self.wrong(open, "the bracket never closes")),
                Some('<' | '>') => {
                    return Err(self.wrong(at, "the focus stands outside brackets"));
                }
                Some('|') => {
                    self.at += 1;
                    branches.push(Vec::new());
                }
                Some(')') => {
                    self.at += 1;
                    break;
                }
                Some(_) => {
                    let element = self.element()?;
                    branches.last_mut().expect("one is open").push(element);
                }
            }
        }
        if branches.iter().any(Vec::is_empty) {
            return Err(self.wrong(open, "an alternative is empty; write `(…)?` for an option"));
        }
        Ok(branches)
    }

    fn word(&mut self) -> Result<WordPattern, PatternError> {
        let at = self.at;
        let mode = if self.eat('~') {
            Mode::Conjugated
        } else if self.eat('=') {
            Mode::Exact
        } else {
            Mode::Inflected
        };
        let start = self.at;
        while let Some(c) = self.peek() {
            if c.is_whitespace() || matches!(c, '(' | ')' | '|' | '<' | '>' | '$' | '?') {
                break;
            }
            if matches!(c, '~' | '=' | '^' | '{' | '}') {
                return Err(self.wrong(self.at, &format!("`{c}` has no place inside a word")));
            }
            self.at += c.len_utf8();
        }
        if start == self.at {
            return Err(self.wrong(at, "a sign without its word"));
        }
        Ok(WordPattern {
            text: self.text[start..self.at].to_owned(),
            mode,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_pattern_is_read_and_shown_as_written() {
        for text in [
            "الكرة ... في <محكمة>",
            "<~سحب> (العملية|الأمور)",
            "<~قال (وظيفة|منصب) $1 (الاجتماعية)?>",
            "<=كلمة ..2 (على منصة|في) (X|إكس)>",
        ] {
            assert_eq!(parse(text).unwrap().to_string(), text);
        }
        assert_eq!(parse("الكرة ... في <محكمة>").unwrap().focus, 3..4);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let place = |text: &str| parse(text).unwrap_err().offset;
        assert_eq!(place(""), 0);
        assert_eq!(place("أ (ب|ج"), "أ ".len());
        assert_eq!(place("أ <ب"), "أ <ب".len());
        assert_eq!(place("<أ> <ب>"), "<أ> ".len());
        assert_eq!(place("أ $0"), "أ ".len());
        assert_eq!(place("أ ~"), "أ ".len());
        assert_eq!(place("أ (|ب)"), "أ ".len());
        assert!(parse("... أ").is_err());
        assert!(parse("(أ)?").is_err());
        assert!(parse("(أ <ب>)").is_err());
    }

    proptest! {
        #[test]
        fn any_text_parses_or_fails_and_shows_what_it_read(text in "[كت ()<>|?~=$1.^]{0,14}") {
            if let Ok(pattern) = parse(&text) {
                prop_assert_eq!(parse(&pattern.to_string()).unwrap(), pattern);
            }
        }
    }
}
