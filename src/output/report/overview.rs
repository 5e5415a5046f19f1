//! Several articles side by side: see [`Overview`].

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    article::{Article, Both},
    history::Earlier,
    score::{ByCategory, ScoreView, tenths},
};
use crate::{rule, rules};

/// An article in the table: what is kept of it when its page is written.
#[derive(Debug)]
pub struct Row {
    path: String,
    /// Its page, or its place in this one.
    href: String,
    /// Its number in this page.
    index: Option<usize>,
    words: usize,
    faults: ByCategory,
    rules: BTreeMap<&'static str, u32>,
}

/// What the overview shows.
#[derive(Debug, Serialize)]
pub(super) struct Overview {
    score: ScoreView,
    rows: Vec<RowView>,
    frequent: Vec<Frequent>,
    trend: Option<Trend>,
    /// There are earlier results to compare with.
    earlier: bool,
}

#[derive(Debug, Serialize)]
struct RowView {
    name: String,
    href: String,
    index: Option<usize>,
    score: ScoreView,
    change: String,
}

#[derive(Debug, Serialize)]
struct Frequent {
    rule: &'static str,
    name: &'static str,
    summary: Both,
    findings: u32,
    share: f64,
}

#[derive(Debug, Serialize)]
struct Trend {
    points: Vec<Point>,
    line: String,
    grid: Vec<Grid>,
}

#[derive(Debug, Serialize)]
struct Point {
    x: f64,
    y: f64,
    value: f64,
    label: String,
    short: String,
}

#[derive(Debug, Serialize)]
struct Grid {
    y: f64,
    value: u32,
}

/// The rules shown as most frequent.
const FREQUENT: usize = 10;

/// The line of `article` in the overview, with a link to `href`.
pub fn row(article: &Article, href: &str, index: Option<usize>) -> Row {
    Row {
        path: article.path.clone(),
        href: href.to_owned(),
        index,
        words: article.words,
        faults: article.faults.clone(),
        rules: article.rules.clone(),
    }
}

impl Overview {
    /// The overview of `rows`, beside `history`, oldest first; `now` is what this run is called there.
    pub(super) fn of(rows: &[Row], history: &[Earlier], now: &str) -> Overview {
        let mut all = ByCategory::default();
        let mut words = 0;
        let mut rules: BTreeMap<&'static str, u32> = BTreeMap::new();
        for row in rows {
            all.add(&row.faults);
            words += row.words;
            for (rule, count) in &row.rules {
                *rules.entry(rule).or_default() += count;
            }
        }
        let score = all.score(words);
        let mut views: Vec<RowView> = rows.iter().map(|it| view(it, history)).collect();
        views.sort_by(|a, b| a.score.value.total_cmp(&b.score.value));
        Overview {
            trend: trend(history, &score, now),
            score,
            rows: views,
            frequent: frequent(rules),
            earlier: !history.is_empty(),
        }
    }
}

fn view(row: &Row, history: &[Earlier]) -> RowView {
    let score = row.faults.score(row.words);
    let before = history
        .iter()
        .rev()
        .find_map(|it| it.by_path.get(&row.path));
    let change = before.map_or_else(
        || "–".to_owned(),
        |it| format!("{:+.1}", tenths(score.value - it.value())),
    );
    RowView {
        name: row.path.clone(),
        href: row.href.clone(),
        index: row.index,
        score,
        change,
    }
}

fn frequent(rules: BTreeMap<&'static str, u32>) -> Vec<Frequent> {
    let mut counted: Vec<(&'static str, u32)> = rules.into_iter().collect();
    counted.sort_by_key(|it| std::cmp::Reverse(it.1));
    let most = counted.first().map_or(1, |it| it.1.max(1));
    counted
        .into_iter()
        .take(FREQUENT)
        .map(|(id, findings)| Frequent {
            rule: id,
            name: id,
            summary: summary(id),
            findings,
            share: tenths(100.0 * f64::from(findings) / f64::from(most)),
        })
        .collect()
}

/// What the rule called `id` finds.
pub(super) fn summary(id: &str) -> Both {
    let known = rules::called(id);
    Both {
        ar: known.map_or(id, |it| it.ar).to_owned(),
        en: known.map_or(id, |it| rule::summary(it.docs)).to_owned(),
    }
}

/// A line plot, 600 units wide: value up, runs from left to right.
fn trend(history: &[Earlier], score: &ScoreView, now: &str) -> Option<Trend> {
    if history.is_empty() {
        return None;
    }
    let before = history.iter().map(|it| (it.label.clone(), it.all.value()));
    let values: Vec<(String, f64)> = before.chain([(now.to_owned(), score.value)]).collect();
    let lowest = values.iter().map(|it| it.1).fold(100.0, f64::min);
    // The axis begins at a full ten below the lowest value: it need not begin at 0, and says so.
    let floor = ((lowest / 10.0).floor() * 10.0).min(90.0);
    let y = |value: f64| tenths(150.0 - 125.0 * (value - floor) / (100.0 - floor));
    let last = values.len() - 1;
    #[allow(clippy::cast_precision_loss)]
    let points: Vec<Point> = values
        .into_iter()
        .enumerate()
        .map(|(number, (label, value))| Point {
            x: tenths(70.0 + 490.0 * number as f64 / last as f64),
            y: y(value),
            value,
            short: label.chars().take(14).collect(),
            label,
        })
        .collect();
    let line = points.iter().map(|it| format!("{},{}", it.x, it.y));
    #[allow(clippy::cast_sign_loss)]
    let grid = [floor, f64::midpoint(floor, 100.0), 100.0].map(|value| Grid {
        y: y(value),
        value: value as u32,
    });
    Some(Trend {
        line: line.collect::<Vec<_>>().join(" "),
        points,
        grid: grid.into(),
    })
}
