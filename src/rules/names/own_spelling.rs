//! How an article itself spells a name in Arabic that stands in Latin letters elsewhere in it.

use rustc_hash::FxHashMap;

use crate::{
    arabic::{bare, skeleton},
    matcher::Known,
    names::{resembles, score_pair, skeletons},
    rule::DocumentCtx,
};

/// The least skeleton of three consonants.
const FEWEST_CONSONANTS: u64 = 0o100;

/// What [`score_pair`] gives where the word is hardly the name.
const HARDLY: f32 = -1.0;

/// The article's own spellings of Latin names.
#[derive(Debug, Default)]
pub(super) struct OwnSpellings {
    /// By the Latin word.
    known: FxHashMap<String, String>,
}

impl OwnSpellings {
    /// Looks for the Latin words `names` among the Arabic words of the document.
    pub(super) fn of<'t>(
        ctx: &DocumentCtx<'_>,
        names: impl Iterator<Item = &'t str>,
    ) -> OwnSpellings {
        let mut by_skeleton: FxHashMap<u64, Vec<&str>> = FxHashMap::default();
        for latin in names {
            for key in skeletons(latin) {
                // Two consonants are shared by too many words to tell a name.
                if key < FEWEST_CONSONANTS {
                    continue;
                }
                let names = by_skeleton.entry(key).or_default();
                if !names.contains(&latin) {
                    names.push(latin);
                }
            }
        }
        let mut best: FxHashMap<&str, (f32, String)> = FxHashMap::default();
        for (arabic, names) in candidates(ctx, &by_skeleton) {
            for latin in names {
                if resembles(latin, &arabic).is_none() {
                    continue;
                }
                // Of several words that may be the name, the one that the model would rather write.
                let score = score_pair(latin, &arabic);
                if score > HARDLY && best.get(latin).is_none_or(|it| it.0 < score) {
                    best.insert(latin, (score, arabic.clone()));
                }
            }
        }
        let known = best.into_iter();
        OwnSpellings {
            known: known.map(|it| (it.0.to_owned(), it.1.1)).collect(),
        }
    }

    /// The article's spelling of a Latin word.
    pub(super) fn find(&self, latin: &str) -> Option<&str> {
        self.known.get(latin).map(String::as_str)
    }
}

/// The Arabic words of a document that are no word of ours, so that they may be names, and whose
/// consonants are those of a Latin name; with and without a first letter that may be a clitic. In
/// the order of the text, each once.
fn candidates<'n>(
    ctx: &DocumentCtx<'_>,
    names: &'n FxHashMap<u64, Vec<&'n str>>,
) -> Vec<(String, &'n [&'n str])> {
    let mut seen = rustc_hash::FxHashSet::default();
    let mut found = Vec::new();
    for segment in &ctx.segments {
        for at in &segment.readings.words {
            // A word of ours is no name that no glossary has.
            if !at.arabic || at.known == Known::AsWord {
                continue;
            }
            let token = &segment.words.tokens[at.token as usize];
            let fold = segment.words.fold(token);
            let behind = fold.strip_prefix(['و', 'ل', 'ب', 'ف', 'ك']);
            for (fold, cut) in [Some((fold, 0)), behind.map(|it| (it, 1))]
                .into_iter()
                .flatten()
            {
                let Some(names) = names.get(&skeleton(fold)) else {
                    continue;
                };
                let word: String = bare(segment.at(token.span)).chars().skip(cut).collect();
                if !fold.starts_with("ال") && seen.insert(word.clone()) {
                    found.push((word, names.as_slice()));
                }
            }
        }
    }
    found
}
