//! Writes a pattern back in its canonical spelling.

use std::fmt;

use super::{Element, LONGEST_GAP, Mode, Pattern, WordPattern};

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.focus == (0..self.elements.len());
        for (n, element) in self.elements.iter().enumerate() {
            if n > 0 {
                f.write_str(" ")?;
            }
            // A focus on everything is what a pattern without a focus means, but for brackets an
            // author may have written it: kept where a capture or several words make it telling.
            if n == self.focus.start && (!whole || self.elements.len() > 1) {
                f.write_str("<")?;
            }
            write!(f, "{element}")?;
            if n + 1 == self.focus.end && (!whole || self.elements.len() > 1) {
                f.write_str(">")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Element::Word(word) => write!(f, "{word}"),
            Element::OneOf(branches) => show_branches(f, branches),
            Element::Optional(branches) => {
                show_branches(f, branches)?;
                f.write_str("?")
            }
            Element::Gap(LONGEST_GAP) => f.write_str("..."),
            Element::Gap(most) => write!(f, "..{most}"),
            Element::Capture(number) => write!(f, "${number}"),
        }
    }
}

impl fmt::Display for WordPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.mode {
            Mode::Inflected => "",
            Mode::Conjugated => "~",
            Mode::Exact => "=",
        };
        write!(f, "{sign}{}", self.text)
    }
}

fn show_branches(f: &mut fmt::Formatter<'_>, branches: &[Vec<Element>]) -> fmt::Result {
    f.write_str("(")?;
    for (n, branch) in branches.iter().enumerate() {
        if n > 0 {
            f.write_str("|")?;
        }
        for (m, element) in branch.iter().enumerate() {
            if m > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{element}")?;
        }
    }
    f.write_str(")")
}
