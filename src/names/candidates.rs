//! The Arabic spellings of any Latin name: see [`candidates`], and [`score_pair`] for a given one.
//!
//! Four models spell each word: two n-gram models, of single letters and of pairs, and two neural
//! ones, of which one works from the beginning of a word and one from its end. Each says how probable its spellings are; the sum over
//! the models decides. The weights are read when the first name needs them.

use std::sync::OnceLock;

use super::{
    letters::{arabic_letters, latin_letters, push_arabic},
    ngram::{Ngram, log_sum},
    parts::{Part, parts},
    recurrent::Recurrent,
};
use crate::arabic::bare;

static NGRAM: &[u8] = include_bytes!("weights/graphone.bin");
static PAIRS: &[u8] = include_bytes!("weights/pairs.bin");
static FORWARDS: &[u8] = include_bytes!("weights/forwards.bin");
static BACKWARDS: &[u8] = include_bytes!("weights/backwards.bin");

/// Longer words are no names.
const MOST_LETTERS: usize = 40;
/// Names of more words are none.
const MOST_WORDS: usize = 12;
/// How many beginnings of a spelling an n-gram model pursues at once.
const NGRAM_BEAM: usize = 12;
/// How many a neural model does.
const NEURAL_BEAM: usize = 5;
/// What the word of an n-gram model counts, and that of each neural one; chosen on the dev files.
const NGRAM_SHARE: f32 = 0.125;
const NEURAL_SHARE: f32 = 0.375;

/// A spelling of a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The spelling.
    pub arabic: String,
    /// How probable it is that the news spells the name so, from 0 to 1.
    pub score: f32,
}

/// The `top` most probable Arabic spellings of a Latin name, the best first.
///
/// Words are spelt one by one; what belongs together in Arabic is put together (`al-Sharaa` is
/// الشرع, `bin Salman` بن سلمان, `Abdel Fattah` عبد الفتاح), digits stay. The list is empty where
/// nothing of the name is Latin, where it has letters of other scripts beside them, and where it is
/// longer than names are.
pub fn candidates(latin: &str, top: usize) -> Vec<Candidate> {
    let Some(parts) = parts(latin).filter(|it| it.len() <= MOST_WORDS) else {
        return Vec::new();
    };
    let mut whole = vec![Candidate {
        arabic: String::new(),
        score: 1.0,
    }];
    for part in parts {
        let of_part = match part {
            Part::Fixed(arabic) => vec![Candidate { arabic, score: 1.0 }],
            Part::Word(word) => spellings(&word),
            Part::WithArticle(word) => spellings(&word).into_iter().map(with_article).collect(),
        };
        let mut longer = Vec::with_capacity(whole.len() * of_part.len());
        for before in &whole {
            longer.extend(of_part.iter().map(|it| Candidate {
                arabic: match before.arabic.as_str() {
                    "" => it.arabic.clone(),
                    before => format!("{before} {}", it.arabic),
                },
                score: before.score * it.score,
            }));
        }
        best_first(&mut longer);
        longer.truncate(top.max(3));
        whole = longer;
    }
    whole.retain(|it| !it.arabic.is_empty());
    whole.truncate(top);
    whole
}

/// How well `arabic` spells the Latin name: the logarithm of the probability that the name is
/// spelt so, per letter of the spelling. 0 is best; below about -1 it is hardly the name.
/// Negative infinity where no letters correspond, or there are none.
pub fn score_pair(latin: &str, arabic: &str) -> f32 {
    let arabic = bare(arabic);
    let latin = latin.split(|it: char| !it.is_alphabetic() && !"'’‘ʿʾʻʼ`.".contains(it));
    let latin: Vec<Vec<u8>> = latin
        .map(latin_letters)
        .filter(|it| !it.is_empty())
        .collect();
    let spelt = arabic
        .split(|it: char| it.is_whitespace() || it == '-')
        .filter(|it| !it.is_empty());
    let Some(spelt) = spelt.map(arabic_letters).collect::<Option<Vec<_>>>() else {
        return f32::NEG_INFINITY;
    };
    let letters: usize = spelt.iter().map(Vec::len).sum();
    let score: f32 = if latin.len() == spelt.len() {
        latin
            .iter()
            .zip(&spelt)
            .map(|(latin, arabic)| log_prob(latin, arabic))
            .sum()
    } else {
        log_prob(&latin.concat(), &spelt.concat())
    };
    if letters == 0 {
        f32::NEG_INFINITY
    } else {
        score.min(0.0) / f32::from(u16::try_from(letters).unwrap_or(u16::MAX))
    }
}

fn log_prob(latin: &[u8], arabic: &[u8]) -> f32 {
    if latin.len() > MOST_LETTERS || arabic.len() > MOST_LETTERS {
        return f32::NEG_INFINITY;
    }
    let ngram = &models().ngram;
    let all = ngram
        .spellings(latin, NGRAM_BEAM)
        .into_iter()
        .map(|it| it.1)
        .reduce(log_sum);
    match (ngram.log_prob(latin, arabic), all) {
        (Some(pair), Some(all)) => pair - all,
        _ => f32::NEG_INFINITY,
    }
}

/// The spellings of one word, the best first; none where it has no Latin letter or too many.
fn spellings(word: &str) -> Vec<Candidate> {
    let latin = latin_letters(word);
    if latin.is_empty() || latin.len() > MOST_LETTERS {
        return Vec::new();
    }
    let models = models();
    let mut sums: Vec<(Vec<u8>, f32)> = Vec::new();
    let mut add = |spellings: Vec<(Vec<u8>, f32)>, share: f32| {
        let all = spellings
            .iter()
            .map(|it| it.1)
            .reduce(log_sum)
            .unwrap_or_default();
        for (arabic, log_prob) in spellings {
            let score = share * (log_prob - all).exp();
            match sums.iter_mut().find(|it| it.0 == arabic) {
                Some(same) => same.1 += score,
                None => sums.push((arabic, score)),
            }
        }
    };
    for ngram in [&models.ngram, &models.pairs] {
        add(ngram.spellings(&latin, NGRAM_BEAM), NGRAM_SHARE);
    }
    for network in &models.networks {
        add(network.spellings(&latin, NEURAL_BEAM), NEURAL_SHARE);
    }
    let spelt = |letters: &[u8]| {
        let mut arabic = String::with_capacity(2 * letters.len());
        for letter in letters {
            push_arabic(&mut arabic, *letter);
        }
        arabic
    };
    let mut found: Vec<Candidate> = sums
        .iter()
        .map(|(letters, score)| Candidate {
            arabic: spelt(letters),
            score: *score,
        })
        .collect();
    best_first(&mut found);
    found
}

fn with_article(mut spelling: Candidate) -> Candidate {
    if !spelling.arabic.starts_with("ال") {
        spelling.arabic.insert_str(0, "ال");
    }
    spelling
}

fn best_first(candidates: &mut [Candidate]) {
    candidates.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| a.arabic.cmp(&b.arabic))
    });
}

#[derive(Debug)]
struct Models {
    ngram: Ngram,
    pairs: Ngram,
    networks: [Recurrent; 2],
}

fn models() -> &'static Models {
    static MODELS: OnceLock<Models> = OnceLock::new();
    MODELS.get_or_init(|| Models {
        ngram: Ngram::from_bytes(NGRAM).expect("the weights are whole"),
        pairs: Ngram::from_bytes(PAIRS).expect("the weights are whole"),
        networks: [FORWARDS, BACKWARDS]
            .map(|it| Recurrent::from_bytes(it).expect("the weights are whole")),
    })
}

/// The number of the list of pairs that each of the shipped weights was trained on: the training
/// programs write it, and a test compares it with that of the list they would train on now.
pub fn fingerprints() -> [u64; 4] {
    let models = models();
    let [forwards, backwards] = &models.networks;
    [
        models.ngram.fingerprint,
        models.pairs.fingerprint,
        forwards.fingerprint,
        backwards.fingerprint,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn best(latin: &str) -> String {
        candidates(latin, 1)
            .first()
            .map_or(String::new(), |it| it.arabic.clone())
    }

    #[test]
    fn names_are_spelt_as_the_news_spells_them() {
        for (latin, arabic) in [
            ("Zelensky", "زيلينسكي"),
            ("WITKOFF", "ويتكوف"),
            ("Mélanie Joly", "ميلاني جولي"),
            ("bin Laden", "بن لادن"),
            ("al-Sharif", "الشريف"),
        ] {
            assert_eq!(best(latin), arabic, "{latin}");
        }
    }

    #[test]
    fn candidates_come_best_first_and_their_probabilities_are_such() {
        let three = candidates("Leavitt", 3);
        assert_eq!(three.len(), 3);
        assert!(three.is_sorted_by(|a, b| a.score >= b.score));
        assert!(three.iter().map(|it| it.score).sum::<f32>() <= 1.001);
        assert_eq!(candidates("Leavitt", 0), []);
        assert_eq!(candidates("Leavitt", 1), three[..1]);
    }

    // Infinity is exact.
    #[allow(clippy::float_cmp)]
    #[test]
    fn what_is_no_latin_name_has_no_candidates() {
        for name in [
            "",
            "  ",
            "🙂",
            "Путин",
            "ترامب",
            "-",
            "Putin Путин",
            &"x".repeat(10_000),
            &"ab ".repeat(5_000),
        ] {
            assert_eq!(candidates(name, 3), [], "{name:.20}");
            assert_eq!(score_pair(name, ""), f32::NEG_INFINITY);
        }
        assert_eq!(score_pair("Putin", "Путин"), f32::NEG_INFINITY);
        assert_eq!(
            score_pair("Putin", &"بوتين".repeat(2000)),
            f32::NEG_INFINITY
        );
    }

    #[test]
    fn a_spelling_scores_better_than_a_misspelling_and_that_better_than_another_name() {
        for (latin, good, bad, other) in [
            ("Broadcom", "برودكوم", "بوردمكوم", "مايكروسوفت"),
            ("Mélanie", "ميلاني", "مايلاني", "ستيفاني"),
            ("Steve Witkoff", "ستيف ويتكوف", "ستيف وتيكوف", "ماركو روبيو"),
        ] {
            let score = |arabic| score_pair(latin, arabic);
            assert!(
                score(good) > score(bad),
                "{latin} {} {}",
                score(good),
                score(bad)
            );
            assert!(
                score(bad) >= score(other),
                "{latin} {} {}",
                score(bad),
                score(other)
            );
            assert!(score(good) > -1.0, "{latin} {}", score(good));
        }
    }
}
