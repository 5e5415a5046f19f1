//! What an editor replaced in a machine's translation: see [`substitutions`].

use std::{collections::BTreeMap, ops::Range};

use similar::{Algorithm, DiffTag, TextDiff, capture_diff_slices};

use super::{Evidence, Substitution};
use crate::arabic::{TokenKind, Words, folded, number_sentences, particle};

/// The longest stretch that is a choice of words and not a sentence written anew.
const MOST_WORDS: usize = 5;
/// How much of a paragraph must be left for the rest to be a replacement.
const LEAST_KEPT: f32 = 0.4;
/// The article, with what may stand before it: written on both sides, it belongs to neither word.
const SHARED: [&str; 9] = ["وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال", "وبال"];

/// The replacements between `mt` and `edited`, two texts of the same article called `path`, joined with
/// those in `known`.
///
/// Paragraphs are aligned, then words. A stretch of up to five words in the place of another counts, in
/// words alone; what only a sign or a seat of hamza tells apart does not.
pub fn substitutions(path: &str, mt: &str, edited: &str, known: &mut Vec<Substitution>) {
    let mut by_words: BTreeMap<(String, String), usize> = known
        .iter()
        .enumerate()
        .map(|(number, it)| ((it.old.clone(), it.new.clone()), number))
        .collect();
    let (before, after) = (paragraphs(mt), paragraphs(edited));
    for (old, new) in aligned(&before, &after) {
        for (words, evidence) in replaced(path, before[old], after[new]) {
            let number = *by_words.entry(words.clone()).or_insert_with(|| {
                known.push(Substitution {
                    old: words.0,
                    new: words.1,
                    evidence: Vec::new(),
                    left: 0,
                });
                known.len() - 1
            });
            known[number].evidence.push(evidence);
        }
    }
}

/// Counts for each of `known` how often its old words are left in `edited`.
pub(super) fn count_left(edited: &str, known: &mut [Substitution]) {
    let words: Vec<String> = tokens(edited)
        .into_iter()
        .map(|it| bare(&edited[it.span]))
        .collect();
    for it in known {
        let old = it.old.split_whitespace().chain(it.next());
        let old: Vec<String> = old.map(bare).collect();
        let left = words
            .windows(old.len().max(1))
            .filter(|it| **it == old[..])
            .count();
        it.left += left;
    }
}

fn bare(word: &str) -> String {
    let word = folded(word);
    let shared = SHARED
        .iter()
        .filter(|it| has_stem(&word, it))
        .map(|it| it.len())
        .max();
    word[shared.unwrap_or(0)..].to_owned()
}

fn has_stem(word: &str, prefix: &str) -> bool {
    word.strip_prefix(prefix)
        .is_some_and(|it| it.chars().count() >= 3)
}

/// The paragraphs with their lines.
fn paragraphs(text: &str) -> Vec<(u32, &str)> {
    let lines = (1..).zip(text.lines()).map(|it| (it.0, it.1.trim()));
    lines.filter(|it| !it.1.is_empty()).collect()
}

/// The paragraphs that belong together, by their numbers.
fn aligned(old: &[(u32, &str)], new: &[(u32, &str)]) -> Vec<(usize, usize)> {
    if old.len() == new.len() {
        return (0..old.len()).map(|it| (it, it)).collect();
    }
    let text = |it: &[(u32, &'_ str)]| it.iter().map(|it| it.1.to_owned()).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Myers, &text(old), &text(new));
    let mut pairs = Vec::new();
    for op in ops.iter().filter(|it| it.tag() == DiffTag::Replace) {
        let mut from = op.new_range().start;
        for number in op.old_range() {
            // In order, each with the likest that is left: paragraphs are split and joined, not moved.
            let ratio = |it: usize| TextDiff::from_words(old[number].1, new[it].1).ratio();
            let best = (from..op.new_range().end)
                .map(|it| (ratio(it), it))
                .max_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((ratio, it)) = best
                && ratio >= LEAST_KEPT
            {
                pairs.push((number, it));
                from = it + 1;
            }
        }
    }
    pairs
}

/// A word or mark of a paragraph.
struct Piece {
    span: Range<usize>,
    is_word: bool,
    sentence: u32,
}

fn tokens(text: &str) -> Vec<Piece> {
    let mut words = Words::scan(text);
    number_sentences(&mut words);
    let pieces = words.tokens.iter().map(|it| Piece {
        span: it.span.range(),
        is_word: matches!(it.kind, TokenKind::Arabic | TokenKind::Latin),
        sentence: it.sentence,
    });
    pieces.collect()
}

type Replaced = ((String, String), Evidence);

fn replaced(path: &str, old: (u32, &str), new: (u32, &str)) -> Vec<Replaced> {
    let (a, b) = (tokens(old.1), tokens(new.1));
    let of = |text: &str, pieces: &[Piece]| -> Vec<String> {
        pieces
            .iter()
            .map(|it| text[it.span.clone()].to_owned())
            .collect()
    };
    let ops = capture_diff_slices(Algorithm::Myers, &of(old.1, &a), &of(new.1, &b));
    if similar::diff_ratio(&ops, a.len(), b.len()) < LEAST_KEPT {
        return Vec::new();
    }
    let mut found = Vec::new();
    for op in ops.iter().filter(|it| it.tag() == DiffTag::Replace) {
        let (x, y) = (&a[op.old_range()], &b[op.new_range()]);
        let is_choice = |it: &[Piece]| it.len() <= MOST_WORDS && it.iter().all(|it| it.is_word);
        if !is_choice(x) || !is_choice(y) {
            continue;
        }
        let (from, to) = (x[0].span.start, x[x.len() - 1].span.end);
        let was = &old.1[from..to];
        let is = &new.1[y[0].span.start..y[y.len() - 1].span.end];
        if folded(was) == folded(is) {
            continue;
        }
        let sentence: Vec<&Piece> = a.iter().filter(|it| it.sentence == x[0].sentence).collect();
        let (start, end) = (
            sentence[0].span.start,
            sentence[sentence.len() - 1].span.end.max(to),
        );
        found.push((
            without_shared(was, is),
            Evidence {
                path: path.to_owned(),
                line: old.0,
                before: old.1[start..end].to_owned(),
                after: format!("{}{is}{}", &old.1[start..from], &old.1[to..end]),
                next: a
                    .get(op.old_range().end)
                    .filter(|it| it.is_word && it.sentence == x[0].sentence)
                    .map(|it| without_article(&old.1[it.span.clone()]).to_owned())
                    .filter(|it| particle(it).is_none()),
            },
        ));
    }
    found
}

fn without_article(word: &str) -> &str {
    let stem = word.strip_prefix("ال");
    stem.filter(|it| it.chars().count() >= 3).unwrap_or(word)
}

/// Both without the article that both begin with.
fn without_shared(old: &str, new: &str) -> (String, String) {
    let shared = SHARED
        .iter()
        .filter(|it| has_stem(old, it) && has_stem(new, it));
    let len = shared.map(|it| it.len()).max().unwrap_or(0);
    (old[len..].to_owned(), new[len..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_replaced_is_found_in_its_sentence() {
        let mt = "مقدمة.\nقال المتحدث إن المحطة مغلقة. ثم زار الصفقة الكبيرة.\nوقعوا للصفقة أمس.";
        let edited =
            "مقدمة.\nقال المتحدث إن المحطة مغلقة. ثم زار المعرض الكبيرة.\nوقعوا للاتفاق أمس.";
        let mut found = Vec::new();
        substitutions("a", mt, edited, &mut found);
        let words: Vec<_> = found.iter().map(|it| (&*it.old, &*it.new)).collect();
        assert_eq!(words, [("صفقة", "معرض"), ("صفقة", "اتفاق")]);
        let evidence = &found[0].evidence[0];
        assert_eq!(
            (evidence.line, &*evidence.before),
            (2, "ثم زار الصفقة الكبيرة.")
        );
        assert_eq!(evidence.after, "ثم زار المعرض الكبيرة.");
    }

    #[test]
    fn spelling_and_rewriting_are_no_choice_of_words() {
        let mut found = Vec::new();
        substitutions("a", "ذهب الى المدينة", "ذهب إلى المدينة", &mut found);
        substitutions("a", "كلام أول هنا", "جملة مختلفة تماما عنه", &mut found);
        assert_eq!(found, []);
    }

    #[test]
    fn paragraphs_that_came_or_went_do_not_shift_the_others() {
        let mt = "أول السطر هنا كلمة\nثاني السطر هنا محطة كبيرة";
        let edited = "جديد كل الجدة\nأول السطر هنا كلمة\nثاني السطر هنا منصة كبيرة";
        let mut found = Vec::new();
        substitutions("a", mt, edited, &mut found);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].new, "منصة");
        count_left("في محطة كبيرة، والمحطة القديمة", &mut found);
        assert_eq!(found[0].left, 1, "the word that followed must follow");
    }
}
