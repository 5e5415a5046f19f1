//! The alignment against human translations, line by line the same in both languages.
//!
//! The texts belong to others and stand beside the project, not in it; where they are absent the tests
//! say so and pass, unless `FASIH_REQUIRE_ALL=1`.

use std::{fs, ops::Range, path::PathBuf};

use fasih::{
    document::{Document, Format},
    engine::{Linter, Pairing, SentencePair},
};

/// The lines of a human translation, English and Arabic.
fn lines() -> Option<Vec<(String, String)>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/eval/ntrex");
    let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
    let (Some(english), Some(arabic)) = (read("dev.en.txt"), read("dev.ar.txt")) else {
        let wanted = std::env::var("FASIH_REQUIRE_ALL").is_ok_and(|it| it == "1");
        assert!(!wanted, "no texts at {}", folder.display());
        println!("skipped: no texts at {}", folder.display());
        return None;
    };
    let pairs = english.lines().zip(arabic.lines());
    Some(
        pairs
            .map(|(en, ar)| (en.trim().to_owned(), ar.trim().to_owned()))
            .collect(),
    )
}

/// Lines as one paragraph, and where each lies in it.
fn joined<'l>(lines: impl Iterator<Item = &'l str>) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut places = Vec::new();
    for line in lines {
        if !text.is_empty() {
            text.push(' ');
        }
        places.push(text.len()..text.len() + line.len());
        text += line;
    }
    (text, places)
}

fn aligned(english: &str, arabic: &str, linter: &Linter) -> Pairing {
    let document = |text: &str| Document::parse("", text.as_bytes().to_vec(), Format::Plain).0;
    linter.align(&document(arabic), &document(english))
}

/// How many bytes of `line` the places cover.
fn covered<'p>(line: &Range<usize>, places: impl Iterator<Item = &'p Range<usize>>) -> usize {
    places
        .map(|it| {
            it.end
                .min(line.end)
                .saturating_sub(it.start.max(line.start))
        })
        .sum()
}

fn ranges(places: &[(usize, fasih::text::Span<fasih::text::InSegment>)]) -> Vec<Range<usize>> {
    places.iter().map(|it| it.1.range()).collect()
}

/// Whether the pairs that hold most of the one line hold most of the other, and the reverse.
fn is_recovered(pairs: &[SentencePair], english: &Range<usize>, arabic: &Range<usize>) -> bool {
    let (mut met, mut of_english, mut of_arabic) = (0, 0, 0);
    for pair in pairs {
        let en = covered(english, ranges(&pair.source).iter());
        let ar = covered(arabic, ranges(&pair.target).iter());
        of_english += en;
        of_arabic += ar;
        if en > 0 && ar > 0 {
            met += en + ar;
        }
    }
    10 * met >= 9 * (of_english + of_arabic)
}

#[test]
fn the_sentences_of_a_paragraph_find_their_translations() {
    let Some(lines) = lines() else { return };
    let linter = Linter::shipped();
    let (mut recovered, mut all) = (0, 0);
    for run in lines.chunks(20) {
        let (english, en_places) = joined(run.iter().map(|it| it.0.as_str()));
        let (arabic, ar_places) = joined(run.iter().map(|it| it.1.as_str()));
        let pairing = aligned(&english, &arabic, &linter);
        assert!(pairing.belongs, "not taken for a translation: {english}");
        for (number, (en, ar)) in en_places.iter().zip(&ar_places).enumerate() {
            all += 1;
            if is_recovered(&pairing.pairs, en, ar) {
                recovered += 1;
            } else {
                println!("lost: {}\n      {}", run[number].0, run[number].1);
            }
        }
    }
    println!("{recovered} of {all} recovered");
    assert!(100 * recovered >= 97 * all, "{recovered} of {all}");
}

/// A sequence of numbers that looks random and is the same in every run.
fn noise(state: &mut u64) -> u64 {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

/// Whether a sentence of the source begins, or ends, at this byte.
fn bounds(pairing: &Pairing, at: usize, edge: fn(&Range<usize>) -> usize) -> bool {
    pairing
        .pairs
        .iter()
        .flat_map(|it| ranges(&it.source))
        .any(|it| edge(&it) == at)
}

#[test]
fn sentences_that_are_left_out_are_found() {
    let Some(lines) = lines() else { return };
    let linter = Linter::shipped();
    let (mut deleted, mut found, mut said, mut rightly) = (0, 0, 0, 0);
    for (seed, run) in (1..=3).flat_map(|seed| lines.chunks(20).map(move |run| (seed, run))) {
        // A state of its own for each run: what is deleted in one does not hang on the others.
        let mut state = seed + run[0].0.len() as u64 * 1000;
        let kept: Vec<bool> = run
            .iter()
            .map(|_| !noise(&mut state).is_multiple_of(20))
            .collect();
        let (english, places) = joined(run.iter().map(|it| it.0.as_str()));
        let remaining = run.iter().zip(&kept).filter(|it| *it.1);
        let (arabic, _) = joined(remaining.map(|it| it.0.1.as_str()));
        let pairing = aligned(&english, &arabic, &linter);
        let left_out: Vec<Range<usize>> = pairing
            .pairs
            .iter()
            .filter(|it| it.target.is_empty())
            .flat_map(|it| ranges(&it.source))
            .collect();
        let of_deleted = |it: &Range<usize>| {
            places
                .iter()
                .zip(&kept)
                .any(|(line, kept)| !kept && 2 * covered(it, std::iter::once(line)) >= it.len())
        };
        for (line, kept) in places.iter().zip(&kept) {
            // A headline without a full stop runs into the next line: no sentence of its own to find.
            let stands_alone = bounds(&pairing, line.start, |it| it.start)
                && bounds(&pairing, line.end, |it| it.end);
            if !kept && stands_alone {
                deleted += 1;
                found += usize::from(2 * covered(line, left_out.iter()) >= line.len());
            }
        }
        for it in &left_out {
            said += 1;
            if of_deleted(it) {
                rightly += 1;
            } else {
                println!("wrongly: {}", &english[it.clone()]);
            }
        }
    }
    println!("{found} of {deleted} found, {rightly} of {said} rightly");
    assert!(100 * found >= 85 * deleted, "{found} of {deleted}");
    assert!(100 * rightly >= 85 * said, "{rightly} of {said}");
}

#[test]
fn a_source_of_another_text_is_recognised() {
    let Some(lines) = lines() else { return };
    let linter = Linter::shipped();
    let runs: Vec<&[(String, String)]> = lines.chunks(20).collect();
    let mut taken = 0;
    for (number, run) in runs.iter().enumerate() {
        let other = runs[(number + runs.len() / 2) % runs.len()];
        let (english, _) = joined(run.iter().map(|it| it.0.as_str()));
        let (arabic, _) = joined(other.iter().map(|it| it.1.as_str()));
        taken += usize::from(aligned(&english, &arabic, &linter).belongs);
    }
    println!("{taken} of {} taken for translations", runs.len());
    assert!(20 * taken <= runs.len(), "{taken} of {}", runs.len());
}
