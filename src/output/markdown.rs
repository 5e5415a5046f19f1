//! Markdown, for a comment on a pull request: a table of counts, then the findings by file with
//! the words around them.
//!
//! GitHub and GitLab refuse long comments, so what does not fit is left out and counted. Nothing of
//! an article works as Markdown, HTML, a link or a mention. Arabic stands in `<bdi>`, and between
//! isolates for services that drop the tag.

use std::fmt::Write;

use super::{
    Binding, Checked, Ending, Form, Tally, isolated,
    markdown_text::{escaped, right_to_left, shown},
    row::replacement,
    snippet::{Cropped, Snippets, ellipses},
    wording::{fix_name, severity_name},
};
use crate::diagnostic::{Diagnostic, Language, Message, PlacedFix, Problem, Severity};

/// The form `markdown`. Its pieces are a heading and findings, between [`ITEM`]s, which are bound
/// to a comment at the end.
#[derive(Clone, Copy, Debug)]
pub struct Markdown {
    /// The language of messages.
    pub language: Language,
}

/// Characters of a comment at most. GitHub takes 65,536.
const MOST: usize = 65_000;
/// Room for the line that tells what was left out.
const LAST_LINE: usize = 200;
/// Problems that are told at most; all of them stand on the error stream.
const MOST_PROBLEMS: usize = 20;
/// Ends a heading or a finding in a piece. No text that is safe to show holds it.
const ITEM: char = '\u{1E}';

impl Form for Markdown {
    fn start(&self) -> String {
        String::new()
    }

    fn file(&self, checked: &Checked<'_>) -> String {
        let findings = &checked.report.diagnostics;
        if findings.is_empty() {
            return String::new();
        }
        let mut out = format!("\n### {}{ITEM}", bdi(&isolated(checked.path)));
        let mut snippets = Snippets::of(checked.document);
        for it in findings {
            out += &self.finding(it, &snippets.crop(it));
            out.push(ITEM);
        }
        out
    }

    fn finish(&self, _: &Ending<'_>) -> String {
        String::new()
    }

    fn binding(&self) -> Option<&dyn Binding> {
        Some(self)
    }
}

impl Binding for Markdown {
    fn bind(&self, files: &[String], ending: &Ending<'_>) -> Result<Vec<u8>, Message> {
        let mut out = self.summary(ending);
        let mut room = MOST - LAST_LINE - out.chars().count().min(MOST - LAST_LINE);
        let mut left_out = 0;
        for file in files {
            let mut items = file.split_terminator(ITEM);
            let Some(mut heading) = items.next() else {
                continue;
            };
            for finding in items {
                let length = heading.chars().count() + finding.chars().count() + 2;
                if left_out > 0 || length > room {
                    left_out += 1;
                    continue;
                }
                room -= length;
                out += heading;
                if !heading.is_empty() {
                    out.push_str("\n\n");
                }
                heading = "";
                out += finding;
            }
        }
        if left_out > 0 {
            out += &match self.language {
                Language::English => format!(
                    "\n_{left_out} more findings are left out: a comment may not be longer._\n"
                ),
                Language::Arabic => {
                    format!("\n_نتائج أخرى لم تُذكر: {left_out}؛ لا يتسع لها تعليق واحد._\n")
                }
            };
        }
        if self.language == Language::Arabic {
            out = format!("<div dir=\"rtl\">\n\n{out}\n</div>\n");
        }
        Ok(out.into_bytes())
    }
}

impl Markdown {
    /// What a run comes to, without its findings: the head of a comment, or the summary of a job.
    pub fn summary(self, ending: &Ending<'_>) -> String {
        let mut out = String::from("## fasih\n\n");
        out += &self.counts(ending.tally);
        let problems = ending.problems;
        if !problems.is_empty() {
            out.push('\n');
        }
        for it in problems.iter().take(MOST_PROBLEMS) {
            out += &self.problem(it);
        }
        if problems.len() > MOST_PROBLEMS {
            let more = problems.len() - MOST_PROBLEMS;
            let _ = match self.language {
                Language::English => writeln!(out, "- {more} more errors and warnings"),
                Language::Arabic => writeln!(out, "- أخطاء وتحذيرات أخرى: {more}"),
            };
        }
        out
    }

    fn counts(self, tally: &Tally) -> String {
        let score = tally.score().value;
        let (words, files) = (tally.words, tally.files);
        let heads = match self.language {
            Language::English => ["findings", "files", "words", "score"],
            Language::Arabic => ["النتائج", "الملفات", "الكلمات", "الدرجة"],
        };
        let mut names = vec![heads[0].to_owned()];
        let mut counts = vec![tally.findings().to_string()];
        for (severity, count) in tally.severities().rev() {
            // Neutral advice is not shown unless it is asked for.
            if severity > Severity::Neutral || count > 0 {
                names.push(severity_name(severity, self.language).to_owned());
                counts.push(count.to_string());
            }
        }
        names.extend(heads[1..].iter().map(|it| (*it).to_owned()));
        counts.extend([files.to_string(), words.to_string(), format!("{score:.1}")]);
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        let rule = vec!["---:".to_owned(); names.len()];
        [line(&names), line(&rule), line(&counts)].concat()
    }

    fn finding(self, it: &Diagnostic, line: &Cropped<'_>) -> String {
        let mut out = format!(
            "- **{}** `{}`",
            severity_name(it.severity, self.language),
            it.origin.rule
        );
        if let Some(entry) = &it.origin.entry {
            let _ = write!(out, " ({})", escaped(entry));
        }
        let _ = write!(out, ", {}:{}: ", it.start.line, it.start.column);
        let _ = writeln!(
            out,
            "{}",
            shown(it.message.text(self.language), self.language)
        );
        // A replacement of the words found is seen in their line.
        let seen = it.fixes.first().and_then(|fix| in_line(it, fix));
        let _ = writeln!(out, "  > {}", context(line, seen));
        for fix in it.fixes.iter().skip(usize::from(seen.is_some())) {
            let title = fix.title.text(self.language);
            if !title.is_empty() {
                let kind = fix_name(fix.applicability, self.language);
                let _ = writeln!(out, "  >\n  > {kind}: {}", shown(title, self.language));
            }
        }
        out
    }

    fn problem(self, it: &Problem) -> String {
        let mut out = String::from("- ");
        if !it.path.is_empty() {
            out += &bdi(&isolated(&it.path));
            if let Some(at) = it.position {
                let _ = write!(out, ":{}:{}", at.line, at.column);
            }
            out.push_str(": ");
        }
        let kind = match (it.fatal, self.language) {
            (true, Language::English) => "error",
            (false, Language::English) => "warning",
            (true, Language::Arabic) => "خطأ",
            (false, Language::Arabic) => "تحذير",
        };
        let _ = writeln!(
            out,
            "**{kind}** {}",
            shown(it.message.text(self.language), self.language)
        );
        out
    }
}

/// The replacement by `fix`, where the line shows all that it does.
fn in_line<'d>(it: &Diagnostic, fix: &'d PlacedFix) -> Option<&'d str> {
    let visible = |text: &str| !text.trim().is_empty();
    replacement(it, fix).filter(|new| visible(&it.found) && visible(new))
}

/// The words around a finding, with the finding in bold or struck out before what replaces it.
fn context(line: &Cropped<'_>, new: Option<&str>) -> String {
    let text = |it: &str| escaped(&super::visible(it));
    let (open, close) = ellipses(line.cut);
    let (before, after) = (text(line.before), text(line.after));
    let found = match (text(line.found), new) {
        (found, Some(new)) => format!("<del>{found}</del> <ins>{}</ins>", text(new)),
        (found, None) if found.trim().is_empty() => format!("<b>‸</b>{found}"),
        (found, None) => format!("<b>{found}</b>"),
    };
    right_to_left(&format!("{open}{before}{found}{after}{close}"))
}

/// Text of any direction that is safe to show.
fn bdi(text: &str) -> String {
    format!("<bdi>{}</bdi>", escaped(text))
}
