//! From the text of a glossary file to entries, or to problems with their places.

use serde_saphyr::{Location, Options, Spanned, budget::Budget};

use super::schema::Glossary;
use crate::{
    arabic::letters,
    diagnostic::{Message, Problem},
    text::Position,
};

/// A glossary as read, with the file it stands in.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The file, as the user named it.
    pub path: String,
    /// What stands in it.
    pub glossary: Glossary,
}

/// Reads `yaml`, the text of `path`.
///
/// # Errors
///
/// What is wrong, each with its line and column: YAML that does not parse, an unknown key, a value
/// that a `#` cuts off, a tag.
pub fn load(path: &str, yaml: &str) -> Result<Loaded, Vec<Problem>> {
    let traps = traps(path, yaml);
    if !traps.is_empty() {
        return Err(traps);
    }
    match serde_saphyr::from_str_with_options::<Glossary>(yaml, limits(yaml)) {
        Ok(mut glossary) => {
            trim_invisible(&mut glossary);
            Ok(Loaded {
                path: path.to_owned(),
                glossary,
            })
        }
        Err(error) => {
            let position = error.location().and_then(position);
            let error = error.without_snippet().to_string();
            let plain = error.split(" at line ").next().unwrap_or(&error).to_owned();
            let mut problem = Problem::fatal(
                path,
                Message::new(plain.clone(), format!("تعذرت قراءة المسرد: {plain}")),
            );
            problem.position = position;
            Err(vec![problem])
        }
    }
}

/// Limits that grow with the file: what a person writes is read whatever its size, a bomb is not.
pub fn limits(yaml: &str) -> Options {
    let mut budget = Budget::default();
    budget.max_events = 1000 + yaml.len();
    budget.max_nodes = 1000 + yaml.len();
    budget.max_total_scalar_bytes = 1000 + 2 * yaml.len();
    let mut options = Options::default();
    options.budget = Some(budget);
    options
}

/// The place of a value in its file, where the parser knows it.
pub fn position(location: Location) -> Option<Position> {
    let line = u32::try_from(location.line()).ok()?;
    let column = u32::try_from(location.column()).ok()?;
    (line > 0).then_some(Position { line, column })
}

/// The place of a value in its file.
pub fn place<T>(value: &Spanned<T>) -> Position {
    position(value.referenced).unwrap_or(Position { line: 1, column: 1 })
}

/// What is legal YAML and yet never meant: a value that ` #` cuts off, and tags.
fn traps(path: &str, yaml: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    // The indentation of the key that opened a block of literal text, while in the block.
    let mut block: Option<usize> = None;
    for (number, line) in yaml.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        if line.trim().is_empty() {
            continue;
        }
        if block.is_some_and(|it| indent > it) {
            continue;
        }
        block = None;
        let content = line.trim_start();
        if content.starts_with('#') {
            continue;
        }
        let at = |byte: usize| Position {
            line: number as u32 + 1,
            column: line[..byte].chars().count() as u32 + 1,
        };
        let mut quote = None;
        let mut before = ' ';
        let mut value_starts = true;
        for (byte, c) in line.char_indices() {
            match quote {
                Some(open) => quote = (c != open).then_some(open),
                None if matches!(c, '"' | '\'') && value_starts => quote = Some(c),
                None if c == '!' && value_starts => {
                    let message = Message::fixed(
                        "a tag has no place in a glossary; put a value that begins with `!` in quotes",
                        "لا مكان للوسوم في المسرد؛ ضع القيمة التي تبدأ بـ ! بين علامتي اقتباس",
                    );
                    found.push(Problem::fatal(path, message).at(at(byte)));
                    break;
                }
                None if c == '#' && before.is_whitespace() => {
                    let cut = line[..byte].trim_end();
                    if !cut.ends_with([':', '-', '|', '>', ']', '}', '"', '\'']) {
                        let message = Message::fixed(
                            "this `#` cuts the value off; put the value in quotes, or the comment on a line of its own",
                            "علامة # تقطع القيمة هنا؛ ضع القيمة بين علامتي اقتباس أو اجعل التعليق في سطر مستقل",
                        );
                        found.push(Problem::fatal(path, message).at(at(byte)));
                    }
                    break;
                }
                None => {}
            }
            value_starts = matches!(c, '[' | '{' | ',')
                || (c.is_whitespace()
                    && (value_starts || matches!(before, ':' | '-') || before == ' '));
            before = c;
        }
        let bare = line.split(" #").next().unwrap_or(line).trim_end();
        if bare.ends_with(['|', '>'])
            || bare.ends_with("|-")
            || bare.ends_with("|+")
            || bare.ends_with(">-")
        {
            // A list item's key is indented by its dash as well.
            let dashes = content.len() - content.trim_start_matches(['-', ' ']).len();
            block = Some(indent + dashes);
        }
    }
    found
}

/// Drops controls and white space at the edges of values, where a copy from a document leaves them.
fn trim_invisible(glossary: &mut Glossary) {
    fn clean(text: &mut String) {
        let trimmed = text.trim_matches(|c: char| c.is_whitespace() || letters::is_invisible(c));
        if trimmed.len() != text.len() {
            *text = trimmed.to_owned();
        }
    }
    clean(&mut glossary.title);
    for entry in &mut glossary.entries {
        clean(&mut entry.en);
        if let Some(ar) = &mut entry.ar {
            clean(&mut ar.value);
        }
        entry.also.iter_mut().for_each(clean);
        entry.also_en.iter_mut().for_each(clean);
        for avoid in entry.avoid.iter_mut().chain(&mut entry.avoid_en) {
            clean(&mut avoid.find.value);
            if let Some(r#use) = &mut avoid.r#use {
                clean(&mut r#use.value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(yaml: &str, line: u32, column: u32, says: &str) {
        let problems = load("g.yaml", yaml).unwrap_err();
        let first = &problems[0];
        assert!(first.message.en.contains(says), "{first:?}");
        assert_eq!(first.position, Some(Position { line, column }), "{first:?}");
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        refused("title: x\nentries:\n  - id: a\n    arr: d\n", 4, 5, "arr");
        refused(
            "title: x\nentries:\n  - id: a\n    ar: كلمة # x\n",
            4,
            14,
            "cuts the value",
        );
        refused("title: !x y\n", 1, 8, "tag");
        refused("title: [x\n", 1, 8, "string");
    }

    #[test]
    fn comments_and_hashes_that_cut_nothing_are_read() {
        let yaml = "# a\ntitle: 'x # y'  # b\nentries: # c\n  - id: a\n    tests: |\n      نص # نص\n      {أ|ب}! ج\n    ar: \"ا\"\n";
        let loaded = load("g.yaml", yaml).unwrap();
        assert_eq!(loaded.glossary.title, "x # y");
        let tests = loaded.glossary.entries[0].tests.as_ref().unwrap();
        assert_eq!(tests.value, "نص # نص\n{أ|ب}! ج\n");
    }

    #[test]
    fn a_bomb_is_refused() {
        let mut yaml = "title: &a [x,x,x,x,x,x,x,x,x]\n".to_owned();
        for n in 1..9 {
            yaml += &format!("k{n}: &a{n} [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n");
        }
        assert!(load("g.yaml", &yaml).is_err());
    }
}
