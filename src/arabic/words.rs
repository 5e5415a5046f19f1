//! Words: a scan over the bytes of a text that cuts it into what rules look at.
//!
//! Our own rather than `unicode-segmentation`, for two reasons. Speed: most bytes of an Arabic text
//! are two-byte letters, which the loop here passes without decoding (measured in the benches
//! against a plain scan). And Arabic news joins scripts that UAX #29 keeps together: `لـ32` is a
//! preposition and a number, `الـAPI` an article and an acronym, so a word ends where the script
//! changes.

use super::letters;
use crate::text::{InSegment, Span};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters of the Arabic script, with their signs.
    Arabic,
    /// Letters of the Latin script.
    Latin,
    /// Letters of another script.
    Foreign,
    /// Digits of any system, with separators between them: `3.5`, `1,234`, `10:30`, `٣٫٥`.
    Number,
    /// One mark, symbol or control character.
    Mark(char),
}

/// A word, a number or a mark of a segment. White space is no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span<InSegment>,
    /// What it is made of.
    pub kind: TokenKind,
    /// White space or the segment's start stands before it.
    pub spaced: bool,
    /// The sentence it belongs to, counted from 0: see [`super::sentences`].
    pub sentence: u32,
    fold: (u32, u32),
}

/// The tokens of one segment, with the folds of its words.
#[derive(Debug, Default, Clone)]
pub struct Words {
    /// In the order of the text.
    pub tokens: Vec<Token>,
    folds: String,
    unusual: bool,
}

impl Words {
    /// Cuts `text` into tokens. The sentence of each is still 0.
    pub fn scan(text: &str) -> Words {
        let mut words = Words::default();
        words.rescan(text);
        words
    }

    /// Cuts `text`, reusing the memory of an earlier scan.
    pub fn rescan(&mut self, text: &str) {
        self.tokens.clear();
        self.folds.clear();
        // A word and its space are eleven bytes on average; a little more room than that needs.
        self.tokens.reserve(text.len() / 8);
        self.folds.reserve(text.len());
        let mut scan = Scan {
            text,
            bytes: text.as_bytes(),
            at: 0,
            unusual: false,
        };
        let mut spaced = true;
        while scan.at < scan.bytes.len() {
            let start = scan.at;
            let byte = scan.bytes[start];
            let kind = match byte {
                b' ' | b'\t' | b'\n' | b'\r' => {
                    scan.at += 1;
                    spaced = true;
                    continue;
                }
                b'0'..=b'9' => scan.number(),
                b'a'..=b'z' | b'A'..=b'Z' => scan.foreign(),
                0..=0x7F => {
                    scan.at += 1;
                    TokenKind::Mark(char::from(byte))
                }
                _ => {
                    // Letters of the Arabic alphabet need no decoding.
                    let letter = is_alphabet(byte, scan.bytes.get(start + 1).copied());
                    let c = if letter { 'ا' } else { scan.char_at(start) };
                    scan.unusual |= !letter && !is_everyday(c);
                    if letter || letters::is_script_letter(c) {
                        let fold_start = self.folds.len() as u32;
                        scan.arabic(&mut self.folds);
                        self.tokens.push(Token {
                            span: Span::new(start..scan.at),
                            kind: TokenKind::Arabic,
                            spaced,
                            sentence: 0,
                            fold: (fold_start, self.folds.len() as u32),
                        });
                        spaced = false;
                        continue;
                    }
                    if c.is_whitespace() || c == '\u{200B}' {
                        scan.at += c.len_utf8();
                        spaced = true;
                        continue;
                    }
                    if c.is_numeric() && digit_value(c).is_some() {
                        scan.number()
                    } else if c.is_alphabetic() {
                        scan.foreign()
                    } else {
                        scan.at += c.len_utf8();
                        TokenKind::Mark(c)
                    }
                }
            };
            let fold_start = self.folds.len() as u32;
            if matches!(kind, TokenKind::Latin) {
                fold_latin(&text[start..scan.at], &mut self.folds);
            }
            self.tokens.push(Token {
                span: Span::new(start..scan.at),
                kind,
                spaced,
                sentence: 0,
                fold: (fold_start, self.folds.len() as u32),
            });
            spaced = false;
        }
        self.unusual = scan.unusual;
    }

    /// Whether some character is none that everyday Arabic news is written with: ASCII, the letters
    /// and vowel signs of Arabic, its marks, quotation marks and dashes. The rules that look for
    /// stray characters have nothing to do where there is none.
    pub fn has_unusual_characters(&self) -> bool {
        self.unusual
    }

    /// The fold of a token: for Arabic as [`super::fold`] has it, for Latin in lower case without
    /// accents, empty for the rest.
    pub fn fold(&self, token: &Token) -> &str {
        &self.folds[token.fold.0 as usize..token.fold.1 as usize]
    }
}

/// Whether two bytes are a letter of the Arabic alphabet: U+0621–U+063A and U+0641–U+064A are D8 A1 –
/// D8 BA and D9 81 – D9 8A.
fn is_alphabet(lead: u8, low: Option<u8>) -> bool {
    matches!(
        (lead, low),
        (0xD8, Some(0xA1..=0xBA)) | (0xD9, Some(0x81..=0x8A))
    )
}

/// See [`Words::has_unusual_characters`].
fn is_everyday(c: char) -> bool {
    letters::is_letter(c)
        || matches!(c, '\u{0}'..='\u{7E}' | '\u{64B}'..='\u{652}' | '،' | '؛' | '؟' | '“' | '”' | '‘' | '’' | '«' | '»' | '…' | '–' | '—' | '\u{A0}' | '٪')
}

/// Appends `word` in lower case and without accents, as far as Latin-1 and Latin Extended-A go.
pub fn fold_latin(word: &str, out: &mut String) {
    for c in word.chars() {
        match c {
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            'a'..='z' => out.push(c),
            '’' | '\'' => {}
            _ => match unaccented(c) {
                Some(base) => out.push_str(base),
                None => out.extend(c.to_lowercase()),
            },
        }
    }
}

/// The plain letters that stand for an accented one when a name is typed without accents.
fn unaccented(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' | 'ĉ' | 'Ĉ' | 'ċ' | 'Ċ' => "c",
        'ď' | 'Ď' | 'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ė' | 'Ė' | 'ę' | 'Ę' | 'ě' | 'Ě' => "e",
        'ğ' | 'Ğ' | 'ġ' | 'Ġ' | 'ģ' | 'Ģ' => "g",
        'ħ' | 'Ħ' => "h",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'į' | 'Į' | 'ı' | 'İ' => "i",
        'ķ' | 'Ķ' => "k",
        'ł' | 'Ł' | 'ľ' | 'Ľ' | 'ļ' | 'Ļ' | 'ĺ' | 'Ĺ' => "l",
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' | 'ņ' | 'Ņ' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'Ō' | 'ő' | 'Ő' => "o",
        'œ' | 'Œ' => "oe",
        'ř' | 'Ř' | 'ŕ' | 'Ŕ' => "r",
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => "s",
        'ß' => "ss",
        'ť' | 'Ť' | 'ţ' | 'Ţ' | 'ț' | 'Ț' => "t",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ů' | 'Ů' | 'ű' | 'Ű' | 'ų' | 'Ų' => "u",
        'ý' | 'ÿ' | 'Ý' => "y",
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => "z",
        _ => return None,
    })
}

/// The value of a digit of any of the systems that Arabic-script texts use.
pub fn digit_value(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '\u{660}'..='\u{669}' => Some(c as u32 - 0x660),
        '\u{6F0}'..='\u{6F9}' => Some(c as u32 - 0x6F0),
        _ => None,
    }
}

struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    unusual: bool,
}

impl Scan<'_> {
    fn char_at(&self, at: usize) -> char {
        self.text[at..]
            .chars()
            .next()
            .expect("the scan stops on character boundaries before the end")
    }

    /// Passes an Arabic word and appends its fold.
    fn arabic(&mut self, folds: &mut String) {
        loop {
            // Letters that fold to themselves, of which nearly all text is made.
            let start = self.at;
            while let (Some(lead), Some(low)) =
                (self.bytes.get(self.at), self.bytes.get(self.at + 1))
                && matches!(
                    (lead, low),
                    (0xD8, 0xA7 | 0xA8 | 0xAA..=0xBA) | (0xD9, 0x81..=0x88 | 0x8A)
                )
            {
                self.at += 2;
            }
            folds.push_str(&self.text[start..self.at]);
            match (self.bytes.get(self.at), self.bytes.get(self.at + 1)) {
                (Some(lead), Some(_)) if *lead >= 0xD8 => {
                    let c = self.char_at(self.at);
                    let inside = letters::is_script_letter(c)
                        || letters::is_mark(c)
                        || c == letters::TATWEEL
                        || (letters::is_invisible(c)
                            && self.text[self.at + c.len_utf8()..]
                                .starts_with(letters::is_script_letter));
                    if !inside {
                        return;
                    }
                    self.unusual |= !is_everyday(c);
                    folds.extend(letters::folded(c));
                    self.at += c.len_utf8();
                }
                _ => return,
            }
        }
    }

    /// Passes a word of another script; an apostrophe between letters belongs to it.
    fn foreign(&mut self) -> TokenKind {
        let mut latin = true;
        while let Some(c) = self.text[self.at..].chars().next() {
            let letter = c.is_ascii_alphabetic()
                || (c as u32 >= 0x80 && c.is_alphabetic() && !letters::is_script_letter(c))
                || matches!(c, '\u{300}'..='\u{36F}');
            if letter {
                self.unusual |= !c.is_ascii();
                latin &= (c as u32) < 0x250 || matches!(c as u32, 0x300..=0x36F | 0x1E00..=0x1EFF);
            } else {
                let apostrophe = matches!(c, '\'' | '’');
                let then = self.text[self.at + c.len_utf8()..].chars().next();
                if !apostrophe || !then.is_some_and(|it| (it as u32) < 0x250 && it.is_alphabetic())
                {
                    break;
                }
            }
            self.at += c.len_utf8();
        }
        if latin {
            TokenKind::Latin
        } else {
            TokenKind::Foreign
        }
    }

    /// Passes digits, with one separator at a time between them.
    fn number(&mut self) -> TokenKind {
        let mut rest = self.text[self.at..].chars().peekable();
        while let Some(c) = rest.next() {
            let separator = matches!(c, '.' | ',' | ':' | '/' | '٫' | '٬');
            let goes_on = rest.peek().is_some_and(|it| digit_value(*it).is_some());
            if digit_value(c).is_none() && !(separator && goes_on) {
                break;
            }
            self.unusual |= !c.is_ascii();
            self.at += c.len_utf8();
        }
        TokenKind::Number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let words = Words::scan(text);
        let found: Vec<&str> = words
            .tokens
            .iter()
            .map(|it| &text[it.span.range()])
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_word_ends_where_the_script_changes() {
        check("لـ32 شخصًا", &["لـ", "32", "شخصًا"]);
        check("الـAPI الجديد", &["الـ", "API", "الجديد"]);
        check(
            "بنسبة 3.5%، أي 1,234.",
            &["بنسبة", "3.5", "%", "،", "أي", "1,234", "."],
        );
        check("Trump's O’Rourke", &["Trump's", "O’Rourke"]);
        check("قال:“نعم”", &["قال", ":", "“", "نعم", "”"]);
    }

    #[test]
    fn signs_and_invisible_characters_stay_inside_their_word() {
        check(
            "م\u{200F}حمد\u{200F} وصل",
            &["م\u{200F}حمد", "\u{200F}", "وصل"],
        );
        let words = Words::scan("تُــرى");
        assert_eq!(words.fold(&words.tokens[0]), "تري");
        let words = Words::scan("Mélanie");
        assert_eq!(words.fold(&words.tokens[0]), "melanie");
    }

    proptest! {
        #[test]
        fn tokens_cover_all_but_white_space(text in "\\PC{0,40}") {
            let words = Words::scan(&text);
            let mut at = 0;
            for token in &words.tokens {
                prop_assert!(token.span.start() >= at && !token.span.is_empty());
                let between = &text[at..token.span.start()];
                prop_assert!(between.chars().all(|c| c.is_whitespace() || c == '\u{200B}'), "{between:?}");
                let word = &text[token.span.range()];
                if token.kind == TokenKind::Arabic {
                    prop_assert_eq!(words.fold(token), super::super::folded(word));
                }
                at = token.span.end();
            }
        }
    }
}
