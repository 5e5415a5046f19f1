//! Earlier results of `fasih check --format json`, for the trend: see [`earlier`].

use std::collections::BTreeMap;

use serde::Deserialize;

use super::score::Past;

/// What an earlier run said.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// How it is called in the plot.
    pub(super) label: String,
    /// All articles as one text.
    pub(super) all: Past,
    /// Each article.
    pub(super) by_path: BTreeMap<String, Past>,
}

#[derive(Deserialize)]
struct Results {
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    path: String,
    words: usize,
    score: Points,
}

#[derive(Deserialize)]
struct Points {
    penalty: f64,
}

/// Reads the JSON of an earlier run, to be called `label`.
///
/// # Errors
///
/// Text that is no such JSON.
pub fn earlier(label: &str, json: &str) -> Result<Earlier, String> {
    let results: Results = serde_json::from_str(json.trim_start_matches('\u{FEFF}'))
        .map_err(|error| error.to_string())?;
    let mut all = Past::default();
    let mut by_path = BTreeMap::new();
    for file in results.files {
        let past = Past {
            penalty: file.score.penalty,
            words: file.words,
        };
        all.penalty += past.penalty;
        all.words += past.words;
        by_path.insert(file.path, past);
    }
    Ok(Earlier {
        label: label.to_owned(),
        all,
        by_path,
    })
}
