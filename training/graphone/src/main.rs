//! Trains the n-gram model of names, and aligns the pairs that the neural ones are trained on.

mod align;
#[path = "../../../src/names/bytes.rs"]
#[allow(dead_code)]
mod bytes;
mod kneser_ney;
#[path = "../../../src/names/letters.rs"]
#[allow(dead_code)]
mod letters;
mod measure;
#[path = "../../../src/names/ngram.rs"]
#[allow(dead_code)]
mod ngram;
mod pairs;

use std::{collections::BTreeMap, env, fmt::Write, fs, io, path::Path, process::ExitCode};

use align::{Cut, Shape, Unit};
use pairs::Pair;

/// How often the expectations are computed.
const ROUNDS: usize = 12;
/// The longest n-grams.
const ORDER: usize = 3;
/// Units of the n-gram model are expected at least so often in all pairs.
const RAREST: f64 = 5.0;

/// The units of the n-gram models: one Latin letter and what stands for it, or one or two.
const LETTERS: Shape = Shape {
    latin: 1,
    arabic: 3,
    rarest: RAREST,
};
const PAIRS: Shape = Shape {
    latin: 2,
    arabic: 2,
    rarest: RAREST,
};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args[..] {
        ["align", names, aligned] => write_alignment(Path::new(names), Path::new(aligned)),
        ["ngram", names, weights] => write_model(Path::new(names), LETTERS, Path::new(weights)),
        ["pairs", names, weights] => write_model(Path::new(names), PAIRS, Path::new(weights)),
        _ => {
            eprintln!(
                "usage: train-graphone align NAMES ALIGNED | ngram NAMES WEIGHTS | pairs NAMES WEIGHTS"
            );
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the pairs with the Arabic letters that stand for each Latin one, by number: Latin letters,
/// chunks, log-probability per letter, number of sources, name.
fn write_alignment(names: &Path, aligned: &Path) -> io::Result<()> {
    let pairs = read(names)?;
    let (units, cuts) = align::align(
        &pairs,
        Shape {
            latin: 1,
            arabic: 3,
            rarest: 0.0,
        },
        ROUNDS,
    );
    let numbers = |it: &[u8]| it.iter().map(u8::to_string).collect::<Vec<_>>().join(" ");
    let mut out = format!("# {:016x}\n", pairs::fingerprint(&pairs));
    for (pair, cut) in pairs.iter().zip(&cuts) {
        let Some(cut) = cut else { continue };
        let chunks = cut
            .units
            .iter()
            .map(|it| numbers(&units[*it as usize].arabic));
        let chunks = chunks.collect::<Vec<_>>().join(",");
        let score = cut.log_prob / pair.latin.len() as f64;
        let latin = numbers(&pair.latin);
        let _ = writeln!(
            out,
            "{latin}\t{chunks}\t{score:.3}\t{}\t{}",
            pair.sources, pair.name
        );
    }
    fs::write(aligned, out)
}

fn write_model(names: &Path, shape: Shape, weights: &Path) -> io::Result<()> {
    let pairs = read(names)?;
    let (units, cuts) = align::align(&pairs, shape, ROUNDS);
    let (units, cut) = renumbered(&units, &cuts);
    let bytes = kneser_ney::train(&cut, &units, ORDER, pairs::fingerprint(&pairs));
    fs::write(weights, &bytes)?;
    eprintln!(
        "{} names, {} units, {} bytes",
        cut.len(),
        units.len(),
        bytes.len()
    );
    measure::report(&bytes, names)
}

fn read(names: &Path) -> io::Result<Vec<Pair>> {
    let pairs = pairs::training_pairs(names)?;
    eprintln!("{} pairs, {:016x}", pairs.len(), pairs::fingerprint(&pairs));
    Ok(pairs)
}

/// The units that the cuts use, after the edge, in an order that does not depend on chance.
fn renumbered(units: &[Unit], cuts: &[Option<Cut>]) -> (Vec<Unit>, Vec<Vec<u16>>) {
    let used = cuts.iter().flatten().flat_map(|it| &it.units);
    let mut numbers: BTreeMap<&Unit, u16> = used.map(|it| (&units[*it as usize], 0)).collect();
    let mut kept = vec![Unit::default()];
    for (unit, number) in &mut numbers {
        *number = kept.len() as u16;
        kept.push((*unit).clone());
    }
    let number = |it: &u32| numbers[&units[*it as usize]];
    let cut = cuts
        .iter()
        .flatten()
        .map(|it| it.units.iter().map(number).collect());
    (kept, cut.collect())
}
