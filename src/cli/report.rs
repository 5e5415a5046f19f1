//! `fasih report`: pages on which an editor decides.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    Status,
    args::ReportArgs,
    check::prepare,
    out::{self, Out},
    sources::Sources,
};
use crate::{
    diagnostic::{Language, Message, Problem},
    document::{Document, Format},
    engine::Linter,
    output::report::{self, Article, Earlier, MOST, Reviewed, SourceText},
    world::{self, Input},
};

/// Articles that are held at once when each has a page of its own.
const AT_ONCE: usize = 16;

/// Runs the command.
pub(super) fn run(args: &ReportArgs, out: &mut Out) -> Status {
    let found = world::discover(&args.check.paths, Language::Arabic);
    let mut problems = found.problems;
    let prepared = prepare(&args.check, &found.inputs, &mut problems);
    let history = history(&args.history, &mut problems);
    // The language of the page is that of its readers, and they can switch it.
    let page_language = args
        .check
        .show
        .language
        .map_or(Language::Arabic, Into::into);
    let mut language = args
        .check
        .show
        .language
        .map_or(Language::default(), Into::into);
    if let Some((settings, (linter, sources))) = &prepared {
        language = settings.language;
        let desk = Desk {
            linter,
            sources,
            history: &history,
            language: page_language,
        };
        let output = args.check.output.as_deref().unwrap_or(Path::new("-"));
        let written = if is_folder(output) {
            desk.folder(&found.inputs, output, &mut problems)
        } else {
            desk.page(&found.inputs, output, out, &mut problems)
        };
        match written {
            Ok(said) => out.write(said.text(language).as_bytes()),
            Err(problem) => problems.push(problem),
        }
    }
    out.problems(
        &problems,
        language,
        out::colors_errors(args.check.show.color),
    );
    if problems.iter().any(|it| it.fatal) {
        Status::Failed
    } else {
        Status::Clean
    }
}

fn is_folder(output: &Path) -> bool {
    let named = output.as_os_str().as_encoded_bytes();
    named.ends_with(b"/") || named.ends_with(b"\\") || output.is_dir()
}

fn history(paths: &[PathBuf], problems: &mut Vec<Problem>) -> Vec<Earlier> {
    let mut history = Vec::new();
    for path in paths {
        let label = path.file_stem().unwrap_or_default().to_string_lossy();
        let read = world::read_text(path).and_then(|json| {
            report::earlier(&label, &json).map_err(|error| {
                let message = Message::new(
                    format!("is no result of fasih check --format json: {error}"),
                    format!("ليس من نتائج fasih check --format json: {error}"),
                );
                Problem::fatal(path.to_string_lossy(), message)
            })
        });
        match read {
            Ok(earlier) => history.push(earlier),
            Err(problem) => problems.push(problem),
        }
    }
    history
}

/// What all pages of a run have in common.
struct Desk<'r> {
    linter: &'r Linter,
    sources: &'r Sources,
    history: &'r [Earlier],
    language: Language,
}

impl Desk<'_> {
    /// One page of all articles.
    fn page(
        &self,
        inputs: &[Input],
        output: &Path,
        out: &mut Out,
        problems: &mut Vec<Problem>,
    ) -> Result<Message, Problem> {
        if inputs.len() > MOST {
            let count = inputs.len();
            let message = Message::new(
                format!(
                    "{count} articles are too many for one page (at most {MOST}); name a folder: --output DIR/"
                ),
                format!(
                    "‏{count} مقالًا أكثر مما تسعه صفحة واحدة (حتى {MOST})؛ سمِّ مجلدًا: ‎--output DIR/"
                ),
            );
            return Err(Problem::fatal("", message));
        }
        let articles = self.articles(inputs, problems);
        let page = report::page(&articles, self.history, self.language);
        if output == Path::new("-") {
            out.write(page.as_bytes());
            return Ok(Message::fixed("", ""));
        }
        world::publish(output, page.as_bytes())?;
        let findings: usize = articles.iter().map(Article::findings).sum();
        Ok(written(output, articles.len(), findings))
    }

    /// An index and a page for each article; no more articles are held than are at work.
    fn folder(
        &self,
        inputs: &[Input],
        output: &Path,
        problems: &mut Vec<Problem>,
    ) -> Result<Message, Problem> {
        let mut names = BTreeSet::from(["index.html".to_owned()]);
        let mut rows = Vec::new();
        let mut findings = 0;
        for some in inputs.chunks(AT_ONCE) {
            let articles = self.articles_named(some, problems);
            let mut pages = Vec::new();
            for (input, article) in articles {
                let name = page_name(&input, &mut names);
                findings += article.findings();
                rows.push(report::row(&article, &href(&name), None));
                pages.push((name, article));
            }
            pages
                .par_iter()
                .map(|(name, article)| {
                    let page = report::page(std::slice::from_ref(article), &[], self.language);
                    world::publish(&output.join(name), page.as_bytes())
                })
                .collect::<Result<(), Problem>>()?;
        }
        let index = report::index(&rows, self.history, self.language);
        let path = output.join("index.html");
        world::publish(&path, index.as_bytes())?;
        Ok(written(&path, rows.len(), findings))
    }

    fn articles(&self, inputs: &[Input], problems: &mut Vec<Problem>) -> Vec<Article> {
        let named = self.articles_named(inputs, problems).into_iter();
        named.map(|it| it.1).collect()
    }

    /// The articles that can be read, each with its file.
    fn articles_named(
        &self,
        inputs: &[Input],
        problems: &mut Vec<Problem>,
    ) -> Vec<(Input, Article)> {
        let done: Vec<_> = inputs.par_iter().map(|it| self.article(it)).collect();
        let mut articles = Vec::new();
        for (input, (article, wrong)) in inputs.iter().zip(done) {
            problems.extend(wrong);
            articles.extend(article.map(|it| (input.clone(), it)));
        }
        articles
    }

    fn article(&self, input: &Input) -> (Option<Article>, Vec<Problem>) {
        let (path, shown, bytes) = match input {
            Input::Stdin => (None, world::STDIN.to_owned(), world::read_stdin()),
            Input::File(path) => (
                Some(path.as_path()),
                path.to_string_lossy().into_owned(),
                world::read(path),
            ),
        };
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(problem) => return (None, vec![problem]),
        };
        let (document, mut problems) =
            Document::parse(&shown, bytes.clone(), Format::of(&shown, &bytes));
        let source = self.sources.source(path).unwrap_or_else(|wrong| {
            // The article by itself can still be reviewed.
            problems.extend(wrong);
            None
        });
        let report = self
            .linter
            .check(&document, source.as_ref().map(|it| &it.document));
        problems.extend(report.problems.iter().map(|it| Problem {
            path: shown.clone(),
            ..it.clone()
        }));
        let article = Article::of(
            &Reviewed {
                path: &shown,
                bytes: &bytes,
                document: &document,
                report: &report,
                source: source.as_ref().map(|it| SourceText {
                    path: &it.path,
                    document: &it.document,
                }),
            },
            self.linter.glossaries(),
        );
        (Some(article), problems)
    }
}

/// `a.ar.txt` has the page `a.ar.html`, a second of the name `a.ar-2.html`.
fn page_name(input: &Input, taken: &mut BTreeSet<String>) -> String {
    let stem = match input {
        Input::Stdin => "stdin".to_owned(),
        Input::File(path) => path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
    };
    let mut name = format!("{stem}.html");
    let mut number = 1;
    while !taken.insert(name.clone()) {
        number += 1;
        name = format!("{stem}-{number}.html");
    }
    name
}

/// A file name as a relative link.
fn href(name: &str) -> String {
    let mut link = String::from("./");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b".-_".contains(&byte) {
            link.push(char::from(byte));
        } else {
            link += &format!("%{byte:02X}");
        }
    }
    link
}

fn written(path: &Path, articles: usize, findings: usize) -> Message {
    let path = path.to_string_lossy();
    let path = crate::output::visible(&path);
    Message::new(
        format!(
            "{path}: {articles} article{}, {findings} finding{}\n",
            s(articles),
            s(findings)
        ),
        format!("{path}: المقالات {articles}، الملاحظات {findings}\n"),
    )
}

fn s(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_called_like_their_articles_and_linked_safely() {
        let mut taken = BTreeSet::new();
        let mut name = |path: &str| page_name(&Input::File(path.into()), &mut taken);
        assert_eq!(name("x/a.ar.txt"), "a.ar.html");
        assert_eq!(name("y/a.ar.txt"), "a.ar-2.html");
        assert_eq!(href("a \"b.html"), "./a%20%22b.html");
    }
}
