//! A checked article as the page holds it: once as paragraphs to read, once as data to decide on.

use std::{collections::BTreeMap, ops::Range};

use serde::Serialize;

use super::{
    diff::{self, Run},
    score::ByCategory,
    utf16::Utf16,
};
use crate::{
    diagnostic::{Diagnostic, Message, PlacedFix},
    document::{Document, Segment},
    engine::Report,
    glossary::{Glossaries, Kind},
    keeping::digest,
    output::escape::is_unseen,
    text::{InSegment, Span},
};

/// An article as it was checked.
#[derive(Clone, Copy, Debug)]
pub struct Reviewed<'a> {
    /// The file, as the user named it.
    pub path: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// The same as read.
    pub document: &'a Document,
    /// What was found.
    pub report: &'a Report,
    /// What it was translated from.
    pub source: Option<SourceText<'a>>,
}

/// A source as read.
#[derive(Clone, Copy, Debug)]
pub struct SourceText<'a> {
    /// The file.
    pub path: &'a str,
    /// Its text.
    pub document: &'a Document,
}

/// An article as the page holds it.
#[derive(Debug)]
pub struct Article {
    pub(super) path: String,
    pub(super) words: usize,
    pub(super) faults: ByCategory,
    /// How often each rule found something.
    pub(super) rules: BTreeMap<&'static str, u32>,
    pub(super) entries: BTreeMap<String, Entry>,
    pub(super) paragraphs: Vec<Paragraph>,
    /// Paragraph answers paragraph.
    pub(super) paired: bool,
    pub(super) data: Data,
}

/// A paragraph as it is read before any decision.
#[derive(Debug, Serialize)]
pub(super) struct Paragraph {
    runs: Vec<Marked>,
    source: Vec<String>,
}

/// A stretch of a paragraph, flagged or not.
#[derive(Debug, Serialize)]
struct Marked {
    finding: Option<usize>,
    severity: &'static str,
    parts: Vec<Part>,
}

/// Text as it is, or the name of a character that nobody sees.
#[derive(Debug, Serialize)]
struct Part {
    hidden: bool,
    text: String,
}

/// What the script works on. Offsets count UTF-16 units; those called `bytes` count bytes of the file.
#[derive(Debug, Serialize)]
pub(super) struct Data {
    pub(super) path: String,
    sha256: String,
    encoding: String,
    /// The file begins with a byte order mark.
    mark: bool,
    /// Bytes of it could not be decoded: it cannot be written from `text`.
    broken: bool,
    /// The file, decoded.
    text: String,
    segments: Vec<Part16>,
    findings: Vec<Finding>,
    pub(super) source: Option<Source>,
}

/// A segment: its place in the text, and its prose where that is another.
#[derive(Debug, Serialize)]
struct Part16 {
    at: [u32; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    prose: Option<String>,
    /// Paragraphs of the source that it answers.
    source: Vec<usize>,
}

/// The whole source, paragraph by paragraph.
#[derive(Debug, Serialize)]
pub(super) struct Source {
    path: String,
    paragraphs: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Finding {
    fingerprint: String,
    rule: &'static str,
    entry: Option<String>,
    severity: &'static str,
    confidence: &'static str,
    category: &'static str,
    message: Both,
    segment: usize,
    line: u32,
    at: [u32; 2],
    bytes: [usize; 2],
    found: String,
    fixes: Vec<Fix>,
}

#[derive(Debug, Serialize)]
struct Fix {
    title: Both,
    applicability: &'static str,
    edits: Vec<Edit>,
    diff: Vec<Run>,
}

#[derive(Debug, Serialize)]
struct Edit {
    at: [u32; 2],
    bytes: [usize; 2],
    text: String,
}

/// A glossary entry, in short.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Entry {
    en: String,
    ar: String,
    kind: Kind,
}

/// A message in both languages.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Both {
    pub(super) ar: String,
    pub(super) en: String,
}

impl From<&Message> for Both {
    fn from(it: &Message) -> Both {
        Both {
            ar: it.ar.to_string(),
            en: it.en.to_string(),
        }
    }
}

impl Article {
    /// The article for a page. `glossaries` are those it was checked with.
    pub fn of(reviewed: &Reviewed<'_>, glossaries: &Glossaries) -> Article {
        let Reviewed {
            document, report, ..
        } = *reviewed;
        let diagnostics = &report.diagnostics;
        let mut rules: BTreeMap<&'static str, u32> = BTreeMap::new();
        for it in diagnostics {
            *rules.entry(it.origin.rule).or_default() += 1;
        }
        let source = reviewed.source.map(source);
        let whole = source.as_ref().map_or(0, |it| it.paragraphs.len());
        let paired = whole > 0 && whole == document.segments.len();
        Article {
            path: reviewed.path.to_owned(),
            words: report.words,
            faults: ByCategory::of(diagnostics),
            rules,
            entries: entries(diagnostics, glossaries),
            paragraphs: paragraphs(document, diagnostics, source.as_ref().filter(|_| paired)),
            paired,
            data: Data {
                path: reviewed.path.to_owned(),
                sha256: digest(reviewed.bytes),
                encoding: document.encoding().to_string(),
                mark: [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF"]
                    .iter()
                    .any(|it| reviewed.bytes.starts_with(it)),
                broken: document.is_broken(),
                text: document.text().to_owned(),
                segments: segments(document, paired),
                findings: findings(document, diagnostics),
                source,
            },
        }
    }

    /// How many findings it has.
    pub fn findings(&self) -> usize {
        self.data.findings.len()
    }
}

fn source(of: SourceText<'_>) -> Source {
    let paragraphs = of.document.segments.iter();
    Source {
        path: of.path.to_owned(),
        paragraphs: paragraphs
            .map(|it| of.document.prose(it).to_owned())
            .collect(),
    }
}

fn entries(diagnostics: &[Diagnostic], glossaries: &Glossaries) -> BTreeMap<String, Entry> {
    let mut wanted: Vec<&str> = diagnostics
        .iter()
        .filter_map(|it| it.origin.entry.as_deref())
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return BTreeMap::new();
    }
    let known = glossaries.entries().map(|it| it.1);
    known
        .filter(|it| wanted.binary_search(&&*it.id).is_ok())
        .map(|it| {
            let entry = Entry {
                en: it.en.clone(),
                ar: it.ar.clone(),
                kind: it.kind,
            };
            (it.id.to_string(), entry)
        })
        .collect()
}

fn paragraphs(
    document: &Document,
    diagnostics: &[Diagnostic],
    paired: Option<&Source>,
) -> Vec<Paragraph> {
    let mut next = 0;
    let segments = document.segments.iter().enumerate();
    segments
        .map(|(number, segment)| {
            let first = next;
            while diagnostics.get(next).is_some_and(|it| it.segment <= number) {
                next += 1;
            }
            let here = (first..next).zip(&diagnostics[first..next]);
            Paragraph {
                runs: runs(document.prose(segment), here),
                source: paired.map_or(Vec::new(), |it| vec![it.paragraphs[number].clone()]),
            }
        })
        .collect()
}

fn runs<'d>(prose: &str, found: impl Iterator<Item = (usize, &'d Diagnostic)>) -> Vec<Marked> {
    let plain = |range: Range<usize>| Marked {
        finding: None,
        severity: "",
        parts: parts(&prose[range]),
    };
    let mut runs = Vec::new();
    let mut at = 0;
    for (number, diagnostic) in found {
        let range = diagnostic.within.range();
        if range.start > at {
            runs.push(plain(at..range.start));
        }
        runs.push(Marked {
            finding: Some(number),
            severity: diagnostic.severity.name(),
            parts: parts(&prose[range.clone()]),
        });
        at = range.end;
    }
    if at < prose.len() {
        runs.push(plain(at..prose.len()));
    }
    runs
}

/// `text` with what nobody sees, or what would turn the line around, written as a name of its own.
fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut kept = 0;
    for (at, c) in text.char_indices() {
        if c == '\t' || !is_unseen(c) {
            continue;
        }
        if at > kept {
            parts.push(shown(&text[kept..at]));
        }
        parts.push(Part {
            hidden: true,
            text: format!("U+{:04X}", u32::from(c)),
        });
        kept = at + c.len_utf8();
    }
    if kept < text.len() {
        parts.push(shown(&text[kept..]));
    }
    parts
}

fn shown(text: &str) -> Part {
    Part {
        hidden: false,
        text: text.to_owned(),
    }
}

fn segments(document: &Document, paired: bool) -> Vec<Part16> {
    let places = Utf16::of(document.text());
    let segments = document.segments.iter().enumerate();
    segments
        .map(|(number, segment)| Part16 {
            at: places.range(segment.span.range()),
            prose: (!segment.is_verbatim()).then(|| document.prose(segment).to_owned()),
            source: if paired { vec![number] } else { Vec::new() },
        })
        .collect()
}

fn findings(document: &Document, diagnostics: &[Diagnostic]) -> Vec<Finding> {
    let mut places: Option<(usize, Utf16<'_>)> = None;
    diagnostics
        .iter()
        .map(|it| {
            let segment = &document.segments[it.segment];
            let prose = document.prose(segment);
            // Findings of a segment come one after another.
            if places.as_ref().is_none_or(|known| known.0 != it.segment) {
                places = Some((it.segment, Utf16::of(prose)));
            }
            let (_, places) = places.as_ref().expect("it was just made");
            finding(document, segment, it, places)
        })
        .collect()
}

fn finding(document: &Document, segment: &Segment, it: &Diagnostic, places: &Utf16<'_>) -> Finding {
    let prose = document.prose(segment);
    Finding {
        fingerprint: it.fingerprint.clone(),
        rule: it.origin.rule,
        entry: it.origin.entry.as_deref().map(str::to_owned),
        severity: it.severity.name(),
        confidence: it.confidence.name(),
        category: it.category.name(),
        message: Both::from(&it.message),
        segment: it.segment,
        line: it.start.line,
        at: places.range(it.within.range()),
        bytes: [it.span.start(), it.span.end()],
        found: it.found.clone(),
        fixes: it
            .fixes
            .iter()
            .map(|fix| self::fix(prose, fix, places))
            .collect(),
    }
}

fn fix(prose: &str, fix: &PlacedFix, places: &Utf16<'_>) -> Fix {
    let within = |span: &Span<InSegment>| span.range();
    let changes: Vec<(Range<usize>, &str)> = fix
        .within
        .iter()
        .zip(&fix.replacements)
        .map(|(span, text)| (within(span), text.as_str()))
        .collect();
    Fix {
        title: Both::from(&fix.title),
        applicability: fix.applicability.name(),
        diff: diff::words(prose, &changes),
        edits: changes
            .iter()
            .zip(&fix.edits)
            .map(|((range, text), edit)| Edit {
                at: places.range(range.clone()),
                bytes: [edit.span.start(), edit.span.end()],
                text: (*text).to_owned(),
            })
            .collect(),
    }
}
