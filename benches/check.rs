//! What checking costs, beside a plain scan of the same text in the same run.
//!
//! `cargo bench` prints two things. First the ratios that the project promises, measured by itself
//! over the human texts of `../shared/eval` (or over our own corpus where they are not here): the
//! whole check against a `daachorse` scan for 10,000 phrases, and the check with 20,000 entries against
//! the check with 1,000. Then divan's own table. Lines are shuffled anew in each round, so that
//! nothing is cached from run to run.

#![allow(clippy::cast_precision_loss)]

use std::{collections::BTreeSet, fs, path::Path, time::Instant};

use daachorse::CharwiseDoubleArrayAhoCorasick;
use fasih::{
    bundled,
    document::{Document, Format},
    engine::Linter,
    glossary::{Compiled, Glossaries, Vocabulary, compile, load},
};

fn main() {
    let text = human_text();
    let shown = text.len() as f64 / 1e6;
    println!("text: {shown:.2} MB of {} lines", text.lines().count());
    ratio_to_scan(&text);
    growth(&text);
    divan::main();
}

/// Every line of the human texts once.
fn human_text() -> String {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval");
    let mut lines: BTreeSet<String> = BTreeSet::new();
    if let Ok(text) = fs::read_to_string(shared.join("ntrex/dev.ar.txt")) {
        lines.extend(text.lines().map(ToOwned::to_owned));
    }
    if let Ok(text) = fs::read_to_string(shared.join("pud/dev.tsv")) {
        lines.extend(
            text.lines()
                .filter_map(|it| it.split('\t').nth(2))
                .map(ToOwned::to_owned),
        );
    }
    if lines.is_empty() {
        println!("../shared is not here: measuring on our own corpus, which is small and garbled");
        let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/sample.ar.txt");
        lines.extend(
            fs::read_to_string(corpus)
                .unwrap()
                .lines()
                .map(ToOwned::to_owned),
        );
    }
    lines.into_iter().collect::<Vec<_>>().join("\n")
}

/// The lines in another order, by a fixed generator seeded with the round.
fn shuffled(text: &str, round: u64) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let mut state = round.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    for at in (1..lines.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        lines.swap(at, (state % (at as u64 + 1)) as usize);
    }
    lines.join("\n")
}

/// Seconds of the best of `rounds`, each over lines in another order.
fn best(text: &str, rounds: u64, mut work: impl FnMut(Vec<u8>)) -> f64 {
    (1..=rounds)
        .map(|round| {
            let bytes = shuffled(text, round).into_bytes();
            let start = Instant::now();
            work(bytes);
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min)
}

fn check(linter: &Linter, bytes: Vec<u8>) {
    let (document, _) = Document::parse("", bytes, Format::Plain);
    divan::black_box(linter.check(&document, None));
}

/// 10,000 phrases of one to three words, from the text's own words and the shipped vocabulary.
fn phrases(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut phrases: BTreeSet<String> = BTreeSet::new();
    let mut at = 0;
    // Far apart and reordered, so that few of them stand in the text as they are.
    while phrases.len() < 10_000 && at < 1_000_000_000 {
        at += 7919;
        let pick = |n: usize| words[(at * (n + 3) + n * 104_729) % words.len()];
        let phrase = match at % 3 {
            0 => pick(1).to_owned(),
            1 => format!("{} {}", pick(1), pick(2)),
            _ => format!("{} {} {}", pick(1), pick(2), pick(3)),
        };
        if phrase.chars().count() >= 6 {
            phrases.insert(phrase);
        }
    }
    phrases.into_iter().collect()
}

fn ratio_to_scan(text: &str) {
    let scanner: CharwiseDoubleArrayAhoCorasick<u32> =
        CharwiseDoubleArrayAhoCorasick::new(phrases(text)).unwrap();
    let linter = Linter::shipped();
    let scan = best(text, 15, |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        divan::black_box(scanner.find_iter(&text).count());
    });
    let checked = best(text, 15, |bytes| check(&linter, bytes));
    let speed = |seconds: f64| text.len() as f64 / 1e6 / seconds;
    println!(
        "check {:.1} MB/s, daachorse scan for 10,000 phrases {:.0} MB/s: ratio {:.1} (at most 10, aim 5)",
        speed(checked),
        speed(scan),
        checked / scan
    );
}

/// A glossary of `count` entries whose words are made up of Arabic syllables, with context words of
/// the language, as real entries have.
fn made_up(count: usize) -> Compiled {
    const ROOTS: [&str; 28] = [
        "كت", "قر", "در", "سم", "فه", "عل", "نظ", "جل", "وق", "رس", "حس", "صد", "طر", "ضم", "ظل",
        "غر", "خب", "شك", "ذه", "زر", "بل", "تج", "ثب", "هد", "لز", "من", "نق", "مد",
    ];
    let mut yaml = String::from("title: made up\nkind: idiom\nentries:\n");
    for n in 0..count {
        let word = |salt: usize| {
            let x = n * 31 + salt * 17;
            format!(
                "{}ا{}{}",
                ROOTS[x % 28],
                ROOTS[(x / 28) % 28],
                ROOTS[(x / 784) % 28]
            )
        };
        let context = ["في", "على", "من", "إلى"][n % 4];
        yaml += &format!(
            "  - id: e{n}\n    en: e\n    ar: ج\n    avoid:\n      - find: {} {context} <{}>\n        use: {}\n",
            word(1),
            word(2),
            word(3)
        );
    }
    let loaded = load("made-up.yaml", &yaml).unwrap();
    let (compiled, problems) = compile(&[loaded], &Vocabulary::default());
    assert!(problems.is_empty());
    compiled
}

fn growth(text: &str) {
    let linter = |count| {
        let nothing_disabled = rustc_hash::FxHashSet::default();
        Linter::new(Glossaries::new(vec![made_up(count)], &nothing_disabled))
    };
    let (small, large) = (linter(1_000), linter(20_000));
    // In turns, so that the noise of the machine falls on both.
    let (mut with_small, mut with_large) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..5 {
        with_small = with_small.min(best(text, 3, |bytes| check(&small, bytes)));
        with_large = with_large.min(best(text, 3, |bytes| check(&large, bytes)));
    }
    println!(
        "20,000 entries cost {:+.0} % over 1,000 (at most +25 %)",
        100.0 * (with_large / with_small - 1.0)
    );
}

#[divan::bench]
fn check_human_text(bencher: divan::Bencher<'_, '_>) {
    let (text, linter) = (human_text(), Linter::shipped());
    bencher
        .counter(divan::counter::BytesCount::of_str(&text))
        .with_inputs(|| text.clone().into_bytes())
        .bench_values(|bytes| check(&linter, bytes));
}

#[divan::bench]
fn load_shipped_glossaries() -> Compiled {
    bundled::compiled()
}
