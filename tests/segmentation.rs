//! How often clitics are cut right, measured on the dev part of Arabic PUD (Universal Dependencies), which stands beside the
//! project: without it the test is skipped with a plain word (and fails under `FASIH_REQUIRE_ALL=1`).

use std::{fs, path::Path};

use fasih::arabic::{bare, segment};

#[test]
fn clitics_of_97_words_in_100_are_cut_right() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval/pud/dev.seg.tsv");
    let Ok(table) = fs::read_to_string(&path) else {
        let required = std::env::var_os("FASIH_REQUIRE_ALL").is_some_and(|it| it == "1");
        assert!(!required, "{} is not there", path.display());
        eprintln!("skipped: {} is not there", path.display());
        return;
    };
    let (mut all, mut right) = (0_u32, 0_u32);
    let (mut with, mut with_right) = (0_u32, 0_u32);
    for line in table.lines() {
        // Sentence, word, its parts joined by +; the parts keep their vowel signs.
        let columns: Vec<&str> = line.split('\t').collect();
        let [_, word, parts] = columns[..] else {
            panic!("three columns: {line}");
        };
        let word = bare(word);
        if !word.chars().all(fasih::arabic::letters::is_letter) || word.is_empty() {
            continue;
        }
        let parts: Vec<String> = parts
            .split('+')
            .map(bare)
            .filter(|it| !it.is_empty())
            .collect();
        let is_right = segment(&word).parts() == parts;
        all += 1;
        right += u32::from(is_right);
        if parts.len() > 1 {
            with += 1;
            with_right += u32::from(is_right);
        }
    }
    let share = |part: u32, whole: u32| 100.0 * f64::from(part) / f64::from(whole.max(1));
    println!(
        "clitics: {right} of {all} words cut right ({:.2} %), {with_right} of {with} that carry one ({:.1} %)",
        share(right, all),
        share(with_right, with)
    );
    assert!(all > 5000, "only {all} words");
    assert!(share(right, all) >= 97.0);
}
