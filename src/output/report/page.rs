//! Puts a page together from its template, style, script and data: see [`page`] and [`index`].

use std::{collections::BTreeMap, sync::LazyLock};

use base64::{Engine, engine::general_purpose::STANDARD};
use minijinja::{
    Environment, context,
    value::{Kwargs, Serde},
};
use serde::Serialize;

use super::{
    article::{Article, Both, Data, Entry, Paragraph, Source},
    history::Earlier,
    overview::{Overview, Row, row, summary},
    policy::{embedded, policy},
    score::ScoreView,
    words,
};
use crate::diagnostic::Language;

/// The most articles in one page: more are slow to open.
pub const MOST: usize = 20;

/// The script, one subject a file; all of it runs in one scope.
pub(super) const SCRIPT: &str = concat!(
    "\"use strict\";\n(() => {\n",
    include_str!("script/words.js"),
    include_str!("script/state.js"),
    include_str!("script/mending.js"),
    include_str!("script/paragraph.js"),
    include_str!("script/card.js"),
    include_str!("script/list.js"),
    include_str!("script/decide.js"),
    include_str!("script/files.js"),
    include_str!("script/keys.js"),
    include_str!("script/start.js"),
    "})();\n",
);

/// Runs before the text is read: what needs scripts is shown, and what tells that there are none is not.
const FIRST: &str = "document.documentElement.classList.add(\"scripted\")";

static FONT: &[u8] =
    include_bytes!("../../../data/fonts/noto-naskh-arabic-arabic-wght-normal.woff2");

static STYLE: LazyLock<String> =
    LazyLock::new(|| include_str!("report.css").replace("@FONT@", &STANDARD.encode(FONT)));

static POLICY: LazyLock<String> = LazyLock::new(|| policy(&STYLE, &[FIRST, SCRIPT]));

/// The environment of each language.
static ARABIC: LazyLock<Environment<'static>> = LazyLock::new(|| environment(Language::Arabic));
static ENGLISH: LazyLock<Environment<'static>> = LazyLock::new(|| environment(Language::English));

fn environment(language: Language) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.add_function("t", move |key: &str, arguments: Kwargs| {
        words::filled(language, key, &arguments)
    });
    environment
        .add_template("page.html", include_str!("template.html"))
        .expect("the template is part of the program");
    environment
}

/// What the template shows of an article.
#[derive(Serialize)]
struct Sheet<'a> {
    name: &'a str,
    score: ScoreView,
    paragraphs: &'a [Paragraph],
    source: Option<&'a Source>,
    /// Each paragraph of the source stands below its translation.
    paired: bool,
}

/// What the script reads.
#[derive(Serialize)]
struct Everything<'a> {
    fasih: &'static str,
    schema: u32,
    language: &'static str,
    words: &'static serde_json::Map<String, serde_json::Value>,
    rules: BTreeMap<&'static str, Both>,
    entries: BTreeMap<&'a str, &'a Entry>,
    articles: Vec<&'a Data>,
}

/// One page of `articles`, with an overview where there are several or `history`.
pub fn page(articles: &[Article], history: &[Earlier], language: Language) -> String {
    let several = articles.len() > 1 || !history.is_empty();
    let overview = several.then(|| {
        let numbered = articles.iter().enumerate();
        let rows: Vec<Row> = numbered
            .map(|(number, it)| row(it, &format!("#article-{number}"), Some(number)))
            .collect();
        Overview::of(&rows, history, words::text(language, "now"))
    });
    let title = match articles {
        [one] => one.path.as_str(),
        _ => words::text(language, "overview"),
    };
    rendered(title, overview.as_ref(), articles, language)
}

/// The overview of a folder of pages, whose links are those of `rows`.
pub fn index(rows: &[Row], history: &[Earlier], language: Language) -> String {
    let overview = Overview::of(rows, history, words::text(language, "now"));
    let title = words::text(language, "overview");
    rendered(title, Some(&overview), &[], language)
}

fn rendered(
    title: &str,
    overview: Option<&Overview>,
    articles: &[Article],
    language: Language,
) -> String {
    let rules = articles.iter().flat_map(|it| it.rules.keys());
    let entries = articles.iter().flat_map(|it| &it.entries);
    let everything = Everything {
        fasih: env!("CARGO_PKG_VERSION"),
        schema: crate::keeping::SCHEMA,
        language: words::code(language),
        words: words::all(),
        rules: rules.map(|it| (*it, summary(it))).collect(),
        entries: entries.map(|(id, it)| (id.as_str(), it)).collect(),
        articles: articles.iter().map(|it| &it.data).collect(),
    };
    let sheets: Vec<Sheet<'_>> = articles
        .iter()
        .map(|it| Sheet {
            name: &it.path,
            score: it.faults.score(it.words),
            paragraphs: &it.paragraphs,
            source: it.data.source.as_ref(),
            paired: it.paired,
        })
        .collect();
    let (environment, dir, other) = match language {
        Language::Arabic => (&*ARABIC, "rtl", "en"),
        Language::English => (&*ENGLISH, "ltr", "ar"),
    };
    let template = environment.get_template("page.html");
    let page = template.and_then(|it| {
        it.render(context! {
            lang => words::code(language),
            dir,
            other,
            title => format!("{title} · {}", words::text(language, "brand")),
            version => env!("CARGO_PKG_VERSION"),
            policy => POLICY.as_str(),
            css => STYLE.as_str(),
            first => FIRST,
            js => SCRIPT,
            data => embedded(&everything),
            overview => Serde(overview),
            articles => Serde(sheets),
        })
    });
    page.expect("the template fits its data: tests render every part of it")
}
