//! The pairs that are trained on: those of the train files that can be used, without any name that
//! stands in a dev file.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

use crate::letters::{LATIN, arabic_letters, latin_letters};

/// The accented letters of [`LATIN`] and what is left when a name is typed without accents.
const PLAIN: &[(&str, &str)] = &[
    ("áàâãäåăā", "a"),
    ("çćč", "c"),
    ("đð", "d"),
    ("éèêë", "e"),
    ("ğ", "g"),
    ("íîïīı", "i"),
    ("ł", "l"),
    ("ńñ", "n"),
    ("óôöøōő", "o"),
    ("ř", "r"),
    ("šşș", "s"),
    ("ț", "t"),
    ("úüū", "u"),
    ("ý", "y"),
    ("ž", "z"),
    ("ß", "ss"),
    ("æ", "ae"),
    ("'.", ""),
];

/// A name in both scripts, as numbers of letters.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub(crate) latin: Vec<u8>,
    pub(crate) arabic: Vec<u8>,
    /// The name as written, for reports.
    pub(crate) name: String,
    /// In how many of the train files it stands.
    pub(crate) sources: u8,
}

/// The files to train on.
pub(crate) const TRAIN: [&str; 2] = ["wikidata_train.tsv", "wikipedia_train.tsv"];
/// The files to choose by.
pub(crate) const DEV: [&str; 2] = ["wikidata_dev.tsv", "wikipedia_dev.tsv"];

/// What training may see of the folder `names`, sorted, each pair once.
pub(crate) fn training_pairs(names: &Path) -> io::Result<Vec<Pair>> {
    let held_out = held_out(names)?;
    let mut pairs: BTreeMap<(Vec<u8>, Vec<u8>), Pair> = BTreeMap::new();
    for file in TRAIN {
        for (latin, arabic) in read(&names.join(file))? {
            if held_out.contains(&plain(&latin)) {
                continue;
            }
            if let Some(pair) = pair(&latin, &arabic) {
                let key = (pair.latin.clone(), pair.arabic.clone());
                pairs
                    .entry(key)
                    .and_modify(|it| it.sources += 1)
                    .or_insert(pair);
            }
        }
    }
    Ok(pairs.into_values().collect())
}

/// The names of the dev files, without case and accents.
pub(crate) fn held_out(names: &Path) -> io::Result<BTreeSet<String>> {
    let mut held_out = BTreeSet::new();
    for file in DEV {
        held_out.extend(read(&names.join(file))?.iter().map(|it| plain(&it.0)));
    }
    Ok(held_out)
}

/// The pairs of a file as written.
pub(crate) fn read(path: &Path) -> io::Result<Vec<(String, String)>> {
    let text = fs::read_to_string(path)?;
    let pairs = text.lines().filter_map(|it| it.split_once('\t'));
    Ok(pairs
        .map(|(latin, arabic)| (latin.to_owned(), arabic.to_owned()))
        .collect())
}

/// A pair as numbers; `None` for what no model can learn from: foreign letters, digits, far more
/// letters on one side than on the other.
pub(crate) fn pair(latin: &str, arabic: &str) -> Option<Pair> {
    let letters = |c: char| c.is_alphabetic() || "'’‘`ʿʾʻʼ.\u{307}".contains(c);
    if !latin.chars().all(letters) {
        return None;
    }
    let name = latin.to_owned();
    let latin = latin_letters(latin);
    let mended: String = arabic
        .chars()
        .filter(|it| !matches!(it, '\u{640}' | '\u{64B}'..='\u{652}' | '\u{670}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'))
        .map(|it| match it {
            'ی' => 'ي',
            'ک' => 'ك',
            it => it,
        })
        .collect();
    let arabic = arabic_letters(&mended)?;
    let fits = (1..=24).contains(&latin.len())
        && (1..=24).contains(&arabic.len())
        && arabic.len() <= 3 * latin.len();
    fits.then_some(Pair {
        latin,
        arabic,
        name,
        sources: 1,
    })
}

/// A number that tells one list of pairs from another (FNV-1a): the weights carry that of the list
/// they were trained on.
pub(crate) fn fingerprint(pairs: &[Pair]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for pair in pairs {
        for byte in pair
            .latin
            .iter()
            .chain(&[255])
            .chain(&pair.arabic)
            .chain(&[255])
        {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash
}

/// A Latin word as it is typed without accents and apostrophes.
pub(crate) fn plain(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for at in latin_letters(word) {
        let c = LATIN
            .chars()
            .nth(usize::from(at))
            .expect("it was counted there");
        match PLAIN.iter().find(|(accented, _)| accented.contains(c)) {
            Some((_, plain)) => out.push_str(plain),
            None => out.push(c),
        }
    }
    out
}
