//! How well the distance of two Arabic spellings tells one name from two, on names that its costs
//! were not chosen on.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use fasih::{
    arabic::folded,
    names::{skeletons, spelling_distance},
};

/// Spellings, in Latin and in Arabic.
type Pair = (String, String);

/// The pairs of those files of `../shared/names`; `None` where they are not here.
fn pairs(files: [&str; 2]) -> Option<Vec<Pair>> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/names");
    let mut pairs = Vec::new();
    for file in files {
        let Ok(text) = fs::read_to_string(shared.join(file)) else {
            assert!(
                std::env::var_os("FASIH_REQUIRE_ALL").is_none(),
                "{file} is not here"
            );
            eprintln!("skipped: {file} is not here");
            return None;
        };
        let rows = text.lines().filter_map(|line| line.split_once('\t'));
        pairs.extend(rows.map(|(latin, arabic)| (latin.to_owned(), arabic.trim().to_owned())));
    }
    Some(pairs)
}

/// Two Arabic spellings of one Latin name, at least one of them from a dev file, that differ in more
/// than hamza and ى.
fn equal<'p>(dev: &'p [Pair], train: &'p [Pair]) -> Vec<(&'p str, &'p str)> {
    let mut by_latin: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (latin, arabic) in train {
        by_latin.entry(latin).or_default().push(arabic);
    }
    let mut found = BTreeSet::new();
    for (latin, arabic) in dev {
        let others = by_latin.get(latin.as_str()).into_iter().flatten();
        found.extend(others.map(|it| (arabic.as_str(), *it)));
        by_latin.entry(latin).or_default().push(arabic);
    }
    found.retain(|(one, other)| folded(one) != folded(other));
    found.into_iter().collect()
}

/// The Arabic spellings of two names that differ by a letter in Latin, and in their consonants: what
/// a reader confuses at a glance.
fn confusable(pairs: &[Pair]) -> Vec<(&str, &str)> {
    let mut by_rest: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, (latin, _)) in pairs.iter().enumerate() {
        let letters: Vec<char> = latin.chars().collect();
        if letters.len() < 4 {
            continue;
        }
        for left_out in 0..letters.len() {
            let rest = letters.iter().enumerate().filter(|it| it.0 != left_out);
            by_rest
                .entry(rest.map(|it| it.1).collect())
                .or_default()
                .push(n);
        }
    }
    let mut found = BTreeSet::new();
    for same in by_rest.values() {
        for (n, &one) in same.iter().enumerate() {
            for &other in &same[n + 1..] {
                let keys = skeletons(&pairs[one].0);
                let shares = |key: &u64| keys.contains(key);
                if !skeletons(&pairs[other].0).iter().any(shares) {
                    found.insert((one, other));
                }
            }
        }
    }
    let arabic = |n: usize| pairs[n].1.as_str();
    let mut found: Vec<_> = found
        .iter()
        .map(|it| (arabic(it.0), arabic(it.1)))
        .collect();
    // Some pairs are rendered alike all the same: nothing can tell these.
    found.retain(|(one, other)| folded(one) != folded(other));
    found
}

/// How probable it is that an equal pair scores higher than a confusable one: the area under the
/// ROC curve.
fn area(equal: &[f64], confusable: &[f64]) -> f64 {
    let mut confusable = confusable.to_vec();
    confusable.sort_by(f64::total_cmp);
    let wins = |score: &f64| {
        let below = confusable.partition_point(|it| it < score);
        let up_to = confusable.partition_point(|it| it <= score);
        number(below + up_to) / 2.0
    };
    let sum: f64 = equal.iter().map(wins).sum();
    sum / number(equal.len() * confusable.len())
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("there are not that many"))
}

fn ours(pair: &(&str, &str)) -> f64 {
    let letters = pair.0.chars().count().max(pair.1.chars().count());
    1.0 - f64::from(spelling_distance(pair.0, pair.1)) / number(10 * letters)
}

fn plain(pair: &(&str, &str)) -> f64 {
    strsim::normalized_damerau_levenshtein(pair.0, pair.1)
}

#[test]
fn the_distance_of_spellings_tells_equal_names_from_confusable_ones() {
    let (Some(dev), Some(train)) = (
        pairs(["wikidata_dev.tsv", "wikipedia_dev.tsv"]),
        pairs(["wikidata_train.tsv", "wikipedia_train.tsv"]),
    ) else {
        return;
    };
    let (equal, confusable) = (equal(&dev, &train), confusable(&dev));
    assert!(equal.len() > 300, "{} equal pairs", equal.len());
    assert!(confusable.len() > 1000, "{} confusable", confusable.len());
    let measure = |score: fn(&(&str, &str)) -> f64| {
        let scores = |pairs: &[(&str, &str)]| pairs.iter().map(score).collect::<Vec<_>>();
        area(&scores(&equal), &scores(&confusable))
    };
    let (ours, plain) = (measure(ours), measure(plain));
    println!(
        "{} equal and {} confusable pairs: AUC {ours:.3}, plain edit distance {plain:.3}",
        equal.len(),
        confusable.len()
    );
    assert!(ours >= 0.88, "{ours}");
    assert!(ours > plain + 0.05, "{ours} {plain}");
}
