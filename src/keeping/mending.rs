//! Makes the changes that an editor decided on: see [`mended`].

use super::review::{Change, ReviewedArticle, digest};
use crate::{
    diagnostic::Message,
    document::{Document, Format, Segment},
    text::{Edit, Encoding, InFile, Span, apply, conflict, encode},
};

/// Why nothing was changed in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The file is not the one that was reviewed.
    Changed,
    /// A change lies outside the text, or within a character of it.
    Misplaced(Change),
    /// Two changes want the same text.
    Conflict(Change, Change),
    /// The encoding or the format of the file cannot hold the new text.
    Unwritable(Change),
}

/// The bytes of the file with the accepted and typed changes of `article` made. Nothing else in the file
/// changes, and the same change decided on twice is made once.
///
/// # Errors
///
/// Any change that cannot be made: then none is.
pub fn mended(article: &ReviewedArticle, bytes: &[u8], format: Format) -> Result<Vec<u8>, Refusal> {
    if digest(bytes) != article.sha256 {
        return Err(Refusal::Changed);
    }
    let (document, _) = Document::parse(&article.path, bytes.to_vec(), format);
    let segments: Vec<(Span<InFile>, &Segment)> = document
        .segments
        .iter()
        .map(|it| {
            let all = Span::new(0..document.prose(it).len());
            (document.place(it, all).0, it)
        })
        .collect();
    let mut made: Vec<(Edit, &Change)> = Vec::new();
    for change in article.decisions.iter().flat_map(|it| &it.edits) {
        let edit = edit(change, bytes, document.encoding(), &segments)?;
        if made.iter().any(|it| it.0 == edit) {
            continue;
        }
        if let Some((_, other)) = made.iter().find(|it| conflict(it.0.span, edit.span)) {
            return Err(Refusal::Conflict((*other).clone(), change.clone()));
        }
        made.push((edit, change));
    }
    let edits: Vec<Edit> = made.into_iter().map(|it| it.0).collect();
    Ok(apply(bytes, &edits))
}

fn edit(
    change: &Change,
    bytes: &[u8],
    encoding: Encoding,
    segments: &[(Span<InFile>, &Segment)],
) -> Result<Edit, Refusal> {
    let misplaced = || Refusal::Misplaced(change.clone());
    let Change { start, end, .. } = *change;
    if start > end || end > bytes.len() {
        return Err(misplaced());
    }
    let whole = [start, end]
        .into_iter()
        .all(|it| is_boundary(bytes, it, encoding));
    let span = Span::new(start..end);
    let next = segments.partition_point(|it| it.0.start() <= start);
    let within = segments[..next].last().filter(|it| it.0.contains(span));
    let (_, segment) = within.filter(|_| whole).ok_or_else(misplaced)?;
    let unwritable = || Refusal::Unwritable(change.clone());
    let written = segment.escape.write(&change.replacement);
    let written = written.ok_or_else(unwritable)?;
    let written = encode(&written, encoding).map_err(|_| unwritable())?;
    Ok(Edit {
        span,
        bytes: written.into_owned(),
    })
}

/// Whether a character may begin at `at`.
fn is_boundary(bytes: &[u8], at: usize, encoding: Encoding) -> bool {
    match encoding {
        Encoding::Utf8 => bytes.get(at).is_none_or(|it| it & 0xC0 != 0x80),
        // The first of a file's units begins its mark.
        Encoding::Utf16Le | Encoding::Utf16Be => at.is_multiple_of(2),
        Encoding::Windows1256 => true,
    }
}

impl Refusal {
    /// What to tell the user.
    pub fn message(&self) -> Message {
        match self {
            Refusal::Changed => Message::fixed(
                "has changed since the report was made; nothing was applied (make a new report)",
                "تغيّر الملف منذ إعداد التقرير؛ لم يُطبَّق شيء (أعد إعداد التقرير)",
            ),
            Refusal::Misplaced(it) => Message::new(
                format!(
                    "the review changes bytes {}..{}, which are no text of the file; nothing was applied",
                    it.start, it.end
                ),
                format!(
                    "تغيّر المراجعة البايتات {}..{}، وليست من نص الملف؛ لم يُطبَّق شيء",
                    it.start, it.end
                ),
            ),
            Refusal::Conflict(a, b) => Message::new(
                format!(
                    "two decisions change the same text (bytes {}..{} and {}..{}); nothing was applied",
                    a.start, a.end, b.start, b.end
                ),
                format!(
                    "قراران يغيّران النص نفسه (البايتات {}..{} و{}..{})؛ لم يُطبَّق شيء",
                    a.start, a.end, b.start, b.end
                ),
            ),
            Refusal::Unwritable(it) => Message::new(
                format!(
                    "the file cannot hold “{}” at byte {}; nothing was applied",
                    it.replacement, it.start
                ),
                format!(
                    "لا يتسع الملف لـ«{}» عند البايت {}؛ لم يُطبَّق شيء",
                    it.replacement, it.start
                ),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeping::{Decision, Verdict};

    const TEXT: &str = "الكرة في محكمة روسيا.\nثم سكت.";

    fn change(found: &str, replacement: &str) -> Change {
        let start = TEXT.find(found).unwrap();
        Change {
            start,
            end: start + found.len(),
            replacement: replacement.to_owned(),
        }
    }

    fn article(edits: Vec<Change>) -> ReviewedArticle {
        let decision = Decision {
            fingerprint: String::new(),
            rule: "idioms/literal".to_owned(),
            entry: None,
            start: 0,
            end: 0,
            found: String::new(),
            context: String::new(),
            decision: Verdict::Accept,
            replacement: None,
            edits,
        };
        ReviewedArticle {
            path: "a.txt".to_owned(),
            sha256: digest(TEXT.as_bytes()),
            decisions: vec![decision],
        }
    }

    fn apply_all(edits: Vec<Change>) -> Result<String, Refusal> {
        let bytes = mended(&article(edits), TEXT.as_bytes(), Format::Plain)?;
        Ok(String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn changes_are_made_and_the_same_one_once() {
        let both = vec![
            change("سكت", "صمت"),
            change("محكمة", "ملعب"),
            change("محكمة", "ملعب"),
        ];
        assert_eq!(apply_all(both).unwrap(), "الكرة في ملعب روسيا.\nثم صمت.");
    }

    #[test]
    fn a_file_that_has_changed_is_left_alone() {
        let article = article(vec![change("محكمة", "ملعب")]);
        let refused = mended(&article, b"other", Format::Plain);
        assert_eq!(refused, Err(Refusal::Changed));
    }

    #[test]
    fn a_change_that_is_none_of_ours_is_refused() {
        let outside = |start, end| Change {
            start,
            end,
            replacement: String::new(),
        };
        let lines = TEXT.find('\n').unwrap();
        for wrong in [
            outside(0, TEXT.len() + 1),
            outside(1, 2),
            outside(4, 2),
            outside(lines, lines + 1),
            outside(usize::MAX, usize::MAX),
        ] {
            let refused = apply_all(vec![wrong.clone()]);
            assert_eq!(refused, Err(Refusal::Misplaced(wrong)));
        }
        let twice = vec![change("محكمة", "ملعب"), change("محكمة روسيا", "ملعبها")];
        assert!(matches!(apply_all(twice), Err(Refusal::Conflict(..))));
    }

    #[test]
    fn text_that_the_encoding_lacks_is_refused() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(TEXT);
        let mut article = article(vec![Change {
            start: 0,
            end: 5,
            replacement: "漢".to_owned(),
        }]);
        article.sha256 = digest(&bytes);
        let refused = mended(&article, &bytes, Format::Plain);
        assert!(
            matches!(refused, Err(Refusal::Unwritable(_))),
            "{refused:?}"
        );
    }
}
