//! How often each rule speaks on human text, and the page about the rules that says so.
//!
//! The human text is not ours and stays in `../shared`; `docs/rates.tsv` keeps what was counted there, so
//! that `docs/rules.md` can be written anywhere. `UPDATE=1 cargo test --test rates` writes both.

use std::{cell::OnceCell, collections::BTreeMap, fmt::Write, fs, path::PathBuf};

use fasih::{
    arabic::{Words, number_sentences},
    bundled,
    diagnostic::{Confidence, Severity},
    document::{Document, Format},
    engine::{Linter, Thresholds},
    glossary::Glossaries,
    rule::{Ctx, Group},
    rules::{self, HABITS},
    style::Style,
};

fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn updating() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// A rate for people to read.
fn per_thousand(count: usize, words: usize) -> f64 {
    1000.0 * f64::from(count as u32) / f64::from(words.max(1) as u32)
}

/// The articles of one set of human translations.
struct Set {
    name: &'static str,
    articles: Vec<String>,
}

impl Set {
    fn words(&self) -> usize {
        let words = |it: &String| it.split_whitespace().count();
        self.articles.iter().map(words).sum()
    }
}

/// NTREX and PUD, without the lines that are known to be faulty.
fn human_text() -> Option<[Set; 2]> {
    let eval = home().join("../shared/eval");
    if !eval.exists() {
        assert!(
            std::env::var_os("FASIH_REQUIRE_ALL").is_none(),
            "../shared is not here, and FASIH_REQUIRE_ALL asks for it"
        );
        println!("skipped: ../shared is not here");
        return None;
    }
    let read = |path: &str| fs::read_to_string(eval.join(path)).unwrap();
    let faults = read("ntrex/faults.txt") + &read("pud/faults.txt");
    let grouped = |lines: Vec<(String, String)>| {
        let mut articles: Vec<(String, String)> = Vec::new();
        for (article, line) in lines {
            if faults.lines().any(|it| it == line) {
                continue;
            }
            match articles.last_mut() {
                Some((last, text)) if *last == article => *text += &format!("{line}\n\n"),
                _ => articles.push((article, format!("{line}\n\n"))),
            }
        }
        articles.into_iter().map(|it| it.1).collect()
    };
    let (names, lines) = (read("ntrex/dev.docs"), read("ntrex/dev.ar.txt"));
    let ntrex = names.lines().zip(lines.lines());
    let ntrex = ntrex.map(|(name, line)| (name.to_owned(), line.to_owned()));
    let table = read("pud/dev.tsv");
    let pud = table.lines().filter_map(|row| {
        let mut columns = row.split('\t');
        let (id, arabic) = (columns.next()?, columns.nth(1)?);
        // Latin commas are the corpus's own, not the translators'.
        Some((id[..6].to_owned(), arabic.replace(", ", "، ")))
    });
    Some([
        Set {
            name: "ntrex",
            articles: grouped(ntrex.collect()),
        },
        Set {
            name: "pud",
            articles: grouped(pud.collect()),
        },
    ])
}

/// Findings of one rule: on each set, and of them all those shown at default settings.
type Row = [usize; 3];

const HEADER: &str = "rule\tntrex\tpud\tshown";

fn measured(sets: &[Set; 2]) -> BTreeMap<String, Row> {
    let everything = Thresholds {
        severity: Severity::Neutral,
        confidence: Confidence::Low,
    };
    let linter = Linter::shipped().with_thresholds(everything);
    let usual = Thresholds::default();
    let mut rows: BTreeMap<String, Row> =
        rules::all().map(|it| (it.id.to_owned(), [0; 3])).collect();
    for (column, set) in sets.iter().enumerate() {
        for article in &set.articles {
            let (document, _) = Document::parse("", article.clone().into_bytes(), Format::Plain);
            for it in linter.check(&document, None).diagnostics {
                let row = rows.get_mut(it.origin.rule).expect("a registered rule");
                row[column] += 1;
                let shown = it.severity >= usual.severity && it.confidence >= usual.confidence;
                row[2] += usize::from(shown);
            }
        }
    }
    rows
}

/// `docs/rates.tsv`: the words of both sets, and a row for each rule.
fn recorded() -> (usize, BTreeMap<String, Row>) {
    let text = fs::read_to_string(home().join("docs/rates.tsv")).unwrap_or_default();
    let mut words = 0;
    let mut rows = BTreeMap::new();
    for line in text.lines().skip(1) {
        let mut columns = line.split('\t');
        let rule = columns.next().unwrap_or_default();
        let numbers: Vec<usize> = columns.map(|it| it.parse().unwrap_or(0)).collect();
        match (rule, &numbers[..]) {
            ("words", [ntrex, pud, _]) => words = ntrex + pud,
            (_, &[ntrex, pud, shown]) => {
                rows.insert(rule.to_owned(), [ntrex, pud, shown]);
            }
            _ => panic!("docs/rates.tsv: {line}"),
        }
    }
    (words, rows)
}

/// The page: a section for each group, a part for each rule.
fn page() -> String {
    let (words, rates) = recorded();
    let mut page = String::from(
        "# Rules\n\n\
         Generated from the rules themselves: `UPDATE=1 cargo test --test rates` writes this page. In the examples,\n\
         `{found|fix}` marks what is found and what mends it, best first; text without marks is left alone.\n\n",
    );
    let _ = writeln!(
        page,
        "Human text is {words} words of professional translation, NTREX-128 and PUD, checked without a source. A\n\
         rule's rate counts everything it says there, advice and doubtful findings too, and what is left at default\n\
         settings. Lines whose errors are known were left out; what is found in the rest is a false alarm or an error\n\
         that nobody has listed yet.\n"
    );
    for group in Group::ALL {
        let _ = writeln!(page, "## {}\n\n{}\n", group.name(), group.summary().trim());
        for rule in rules::all().filter(|it| it.group == *group) {
            let _ = writeln!(page, "### {}\n", rule.id);
            for line in rule.docs.lines() {
                let line = line.strip_prefix(' ').unwrap_or(line);
                // Its headings are parts of a part here.
                let deeper = if line.starts_with("## ") { "##" } else { "" };
                let _ = writeln!(page, "{deeper}{line}");
            }
            let _ = writeln!(
                page,
                "\nIn Arabic: {}. Severity {}, confidence {}, {}.",
                rule.ar, rule.severity, rule.confidence, rule.category
            );
            let [ntrex, pud, shown] = rates.get(rule.id).copied().unwrap_or_default();
            let _ = writeln!(
                page,
                "On human text {:.2} per 1,000 words, {:.2} at default settings.\n",
                per_thousand(ntrex + pud, words),
                per_thousand(shown, words)
            );
        }
    }
    page
}

#[test]
fn the_table_and_the_page_about_the_rules_are_current() {
    // In one test, since the page quotes the table.
    if let Some(sets) = human_text() {
        no_rule_is_louder(&sets);
    }
    let path = home().join("docs/rules.md");
    let page = page();
    if updating() {
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == page,
        "docs/rules.md is not what the rules say: run `UPDATE=1 cargo test --test rates`"
    );
}

/// Fails where a rule shows more on human text at default settings than `docs/rates.tsv` has; less is no
/// fault, and the table is written anew now and then.
fn no_rule_is_louder(sets: &[Set; 2]) {
    let measured = measured(sets);
    if updating() {
        let [ntrex, pud] = [sets[0].words(), sets[1].words()];
        let mut text = format!("{HEADER}\nwords\t{ntrex}\t{pud}\t0\n");
        for rule in rules::all() {
            let [ntrex, pud, shown] = measured[rule.id];
            let _ = writeln!(text, "{}\t{ntrex}\t{pud}\t{shown}", rule.id);
        }
        fs::write(home().join("docs/rates.tsv"), text).unwrap();
    }
    let (_, recorded) = recorded();
    // Advice and doubtful findings are counted for the page alone.
    let louder: Vec<String> = measured
        .iter()
        .filter_map(|(rule, [.., now])| {
            let [.., then] = recorded.get(rule).copied().unwrap_or_default();
            (*now > then).then(|| format!("{rule}: {now}, recorded {then}"))
        })
        .collect();
    assert!(
        louder.is_empty(),
        "look at what is new, then run `UPDATE=1 cargo test --test rates`:\n{}",
        louder.join("\n")
    );
}

#[test]
fn the_rates_of_turns_of_translation_are_those_of_human_text() {
    let Some(sets) = human_text() else {
        return;
    };
    let glossaries = Glossaries::new(vec![bundled::compiled()], &rustc_hash::FxHashSet::default());
    let style = Style::default();
    let mut wrong = Vec::new();
    for habit in HABITS {
        let (mut count, mut words, mut most) = (0, 0, 0.0_f64);
        for article in sets.iter().flat_map(|it| &it.articles) {
            let (mut here, len) = (0, article.split_whitespace().count());
            for text in article.lines() {
                let mut cut = Words::scan(text);
                number_sentences(&mut cut);
                let readings = glossaries.read([(text, &cut)]);
                let (matches, names) = glossaries.find(&readings[0]);
                let people = OnceCell::new();
                here += habit
                    .places(&Ctx {
                        text,
                        words: &cut,
                        readings: &readings[0],
                        matches: &matches,
                        names: &names,
                        glossaries: &glossaries,
                        style: &style,
                        people: &people,
                    })
                    .len();
            }
            count += here;
            words += len;
            if len >= 150 {
                most = most.max(per_thousand(here, len));
            }
        }
        let usual = per_thousand(count, words);
        println!(
            "{}: {count} in {words} words, {usual:.2} per 1,000, at most {most:.2}",
            habit.en
        );
        // The constants are rounded, and the list of faulty lines may grow.
        let fits =
            (habit.usual - usual).abs() < 0.1 && habit.most >= most && habit.most - most < 0.5;
        if !fits {
            wrong.push(format!("{}: usual {usual:.2}, most {most:.2}", habit.en));
        }
    }
    assert!(
        wrong.is_empty(),
        "src/rules/calques/habits.rs says otherwise:\n{}",
        wrong.join("\n")
    );
    assert!(
        !sets.iter().any(|it| it.articles.is_empty()),
        "{}",
        sets[0].name
    );
}
