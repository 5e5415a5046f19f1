//! The linter: glossaries, a house style and a choice of rules, ready to check documents.

use std::{
    cell::OnceCell,
    sync::{Arc, OnceLock},
};

use rustc_hash::FxHashMap;

use super::{
    english::language_of,
    fingerprint::Fingerprints,
    informed,
    laws::Laws,
    overlap,
    score::{Score, word_count},
    suppression::Suppressions,
};
use crate::{
    align::{self, Alignment, Concepts, Source, Target},
    arabic::{Words, number_sentences},
    bundled,
    diagnostic::{
        Confidence, Diagnostic, Finding, Fix, Language, Message, Origin, PlacedFix, Problem,
        Severity,
    },
    document::{Document, Segment},
    glossary::{Glossaries, Match, NameMatch},
    matcher::Readings,
    phrases::Phrases,
    rule::{Ctx, DocumentCtx, Findings, PairCtx, Person, Rule, Scope},
    rules,
    style::Style,
    text::{Edit, encode},
};

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// Nothing milder is shown.
    pub severity: Severity,
    /// Nothing less sure is shown.
    pub confidence: Confidence,
}

impl Default for Thresholds {
    fn default() -> Self {
        Thresholds {
            severity: Severity::Minor,
            confidence: Confidence::Medium,
        }
    }
}

/// A name on the command line or in a configuration that is no rule, group or entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no rule, group or entry is called `{name}`{}", suggestion.as_ref().map_or(String::new(), |it| format!("; did you mean `{it}`?")))]
pub struct UnknownSelector {
    /// What was asked for.
    pub name: String,
    /// The nearest name there is.
    pub suggestion: Option<String>,
}

/// Checks documents.
#[derive(Clone, Debug)]
pub struct Linter {
    /// Shared: a linter with another choice of rules is cheap.
    pub(super) glossaries: Arc<Glossaries>,
    style: Style,
    pub(super) rules: Vec<&'static Rule>,
    /// Entries whose findings are not shown, or the only ones that are.
    ignored_entries: Vec<String>,
    selected_entries: Vec<String>,
    thresholds: Thresholds,
    /// The language of the targets; told by their letters where it is not given.
    target: Option<Language>,
    /// What entries avoid in English, read when the first English target is checked.
    pub(super) phrases: Arc<OnceLock<Phrases>>,
    /// The English of the entries, indexed when the first source is compared.
    concepts: Arc<OnceLock<Concepts>>,
}

/// What is found in a document.
#[derive(Debug)]
pub struct Report {
    /// In the order of the text; none overlaps another.
    pub diagnostics: Vec<Diagnostic>,
    /// Remarks on the document itself: suppressions that suppress nothing.
    pub problems: Vec<Problem>,
    /// Runs between white space.
    pub words: usize,
    /// Findings that a directive of the document silenced.
    pub suppressed: usize,
    /// The quality of the text.
    pub score: Score,
}

/// A finding, the rule that made it, and the number of its segment.
pub(super) type Found = (&'static Rule, usize, Finding);

/// What is left of the findings in a document, each with the sentences of the source that it belongs to,
/// where they are known.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) found: Vec<(Found, Option<String>)>,
    problems: Vec<Problem>,
    suppressed: usize,
}

/// A segment cut, read and searched.
pub(super) struct Analysed {
    pub(super) words: Words,
    pub(super) readings: Readings,
    matches: Vec<Match>,
    pub(super) names: Vec<NameMatch>,
    people: OnceCell<Vec<Person>>,
}

impl Linter {
    /// A linter with the shipped glossaries and every rule.
    pub fn shipped() -> Linter {
        let nothing_disabled = rustc_hash::FxHashSet::default();
        Linter::new(Glossaries::new(
            vec![bundled::compiled()],
            &nothing_disabled,
        ))
    }

    /// A linter with every rule.
    pub fn new(glossaries: Glossaries) -> Linter {
        Linter {
            glossaries: Arc::new(glossaries),
            style: Style::default(),
            rules: rules::all().collect(),
            ignored_entries: Vec::new(),
            selected_entries: Vec::new(),
            thresholds: Thresholds::default(),
            target: None,
            phrases: Arc::default(),
            concepts: Arc::default(),
        }
    }

    /// The same for targets of this language; for targets of either, told by their letters, where none is
    /// given.
    #[must_use]
    pub fn with_target(mut self, target: Option<Language>) -> Linter {
        self.target = target;
        self
    }

    /// The same with a house style.
    #[must_use]
    pub fn with_style(mut self, style: Style) -> Linter {
        self.style = style;
        self
    }

    /// The same with other thresholds.
    #[must_use]
    pub fn with_thresholds(mut self, thresholds: Thresholds) -> Linter {
        self.thresholds = thresholds;
        self
    }

    /// The same with only what `select` names (everything where it is empty) and without what
    /// `ignore` names: rules, groups, `all`, or ids of entries.
    ///
    /// # Errors
    ///
    /// A name that is none of these.
    pub fn with_selection(
        mut self,
        select: &[String],
        ignore: &[String],
    ) -> Result<Linter, UnknownSelector> {
        let mut rules: Vec<&'static Rule> = if select.is_empty() {
            rules::all().collect()
        } else {
            Vec::new()
        };
        for name in select {
            let chosen: Vec<_> = rules::all().filter(|it| it.is_selected_by(name)).collect();
            if chosen.is_empty() {
                self.entry_called(name)?;
                self.selected_entries.push(name.clone());
                rules.extend(rules::all().filter(|it| it.is_driven_by_glossaries()));
            }
            rules.extend(chosen);
        }
        for name in ignore {
            if rules::all().any(|it| it.is_selected_by(name)) {
                rules.retain(|it| !it.is_selected_by(name));
            } else {
                self.entry_called(name)?;
                self.ignored_entries.push(name.clone());
            }
        }
        // In the order of the registry, each once.
        self.rules = rules::all()
            .filter(|it| rules.iter().any(|chosen| chosen.id == it.id))
            .collect();
        Ok(self)
    }

    fn entry_called(&self, name: &str) -> Result<(), UnknownSelector> {
        if self.glossaries.entries().any(|it| *it.1.id == *name) {
            return Ok(());
        }
        let rules = rules::all().map(|it| it.id);
        let groups = crate::rule::Group::ALL.iter().map(|it| it.name());
        let entries = self.glossaries.entries().map(|it| &*it.1.id);
        let nearest = rules
            .chain(groups)
            .chain(entries)
            .map(|it| (strsim::damerau_levenshtein(it, name), it))
            .min();
        Err(UnknownSelector {
            name: name.to_owned(),
            suggestion: nearest
                .filter(|it| it.0 * 3 <= name.len())
                .map(|it| it.1.to_owned()),
        })
    }

    /// The rules that run.
    pub fn rules(&self) -> &[&'static Rule] {
        &self.rules
    }

    /// The glossaries in use.
    pub fn glossaries(&self) -> &Glossaries {
        &self.glossaries
    }

    /// Checks `target`, with `source` beside it where there is one: then the rules that compare the two
    /// run too, and what the source says makes other findings surer or less sure. A source of another
    /// text is a problem of the report, and not compared.
    pub fn check(&self, target: &Document, source: Option<&Document>) -> Report {
        let Outcome {
            found,
            problems,
            suppressed,
        } = self.findings(target, source);
        let mut fingerprints = Fingerprints::default();
        let mut diagnostics: Vec<Diagnostic> = found
            .into_iter()
            .map(|((rule, segment, finding), said)| {
                let diagnostic = place(target, segment, rule, finding, &mut fingerprints);
                Diagnostic {
                    source: said,
                    ..diagnostic
                }
            })
            .collect();
        // A segment may stand inside another, as the text of an image does.
        diagnostics.sort_by_key(|it| it.span);
        let segments = target.segments.iter();
        let words = segments.map(|it| word_count(target.prose(it))).sum();
        let score = Score::of(&diagnostics, words);
        Report {
            diagnostics,
            problems,
            words,
            suppressed,
            score,
        }
    }

    /// What is found in one text taken as one segment, in order, resolved.
    pub fn check_text(&self, text: &str) -> Vec<(&'static Rule, Finding)> {
        let (document, _) =
            Document::parse("", text.as_bytes().to_vec(), crate::document::Format::Plain);
        let offset = |segment: usize| document.segments[segment].span.start();
        let found = self.findings(&document, None).found.into_iter();
        found
            .map(|((rule, segment, finding), _)| (rule, shifted(finding, offset(segment))))
            .collect()
    }

    /// Every segment of `document`, in Arabic, read.
    pub(super) fn analysed(&self, document: &Document) -> Vec<Analysed> {
        let cut: Vec<Words> = document
            .segments
            .iter()
            .map(|it| {
                let mut words = Words::scan(document.prose(it));
                number_sentences(&mut words);
                words
            })
            .collect();
        let texts = document.segments.iter().map(|it| document.prose(it));
        let readings = self.glossaries.read(texts.zip(&cut));
        cut.into_iter()
            .zip(readings)
            .map(|(words, readings)| {
                let (matches, names) = self.glossaries.find(&readings);
                Analysed {
                    words,
                    readings,
                    matches,
                    names,
                    people: OnceCell::new(),
                }
            })
            .collect()
    }

    /// What is found in `target` beside `source`, each text taken as one segment or several, in order.
    pub fn check_pair(&self, target: &str, source: &str) -> Vec<(&'static Rule, Finding)> {
        let parse = |text: &str| {
            Document::parse("", text.as_bytes().to_vec(), crate::document::Format::Plain).0
        };
        let (document, source) = (parse(target), parse(source));
        let offset = |segment: usize| document.segments[segment].span.start();
        let found = self.findings(&document, Some(&source)).found.into_iter();
        found
            .map(|((rule, segment, finding), _)| (rule, shifted(finding, offset(segment))))
            .collect()
    }

    /// Findings as shown: above the thresholds, not suppressed, none overlapping another.
    fn findings(&self, document: &Document, source: Option<&Document>) -> Outcome {
        match self.target.unwrap_or_else(|| language_of(document, source)) {
            Language::English => self.english_findings(document, source),
            Language::Arabic => self.arabic_findings(document, source),
        }
    }

    fn arabic_findings(&self, document: &Document, source: Option<&Document>) -> Outcome {
        let analysed = self.analysed(document);
        let segments: Vec<Ctx<'_>> = document
            .segments
            .iter()
            .zip(&analysed)
            .map(|(segment, it)| Ctx {
                text: document.prose(segment),
                words: &it.words,
                readings: &it.readings,
                matches: &it.matches,
                names: &it.names,
                glossaries: &self.glossaries,
                style: &self.style,
                people: &it.people,
            })
            .collect();
        let whole = DocumentCtx { segments };
        // The units of a bilingual file have sources of their own; one without keeps its place.
        let of_units = source.is_none() && document.segments.iter().any(|it| it.source.is_some());
        let source = match source {
            Some(it) => Some(Source::read(
                it.segments.iter().map(|segment| it.prose(segment)),
            )),
            None if of_units => Some(Source::read(
                document
                    .segments
                    .iter()
                    .map(|it| it.source.as_deref().unwrap_or_default()),
            )),
            None => None,
        };
        let mut target = Target::default();
        if source.is_some() {
            for it in &whole.segments {
                target.push(it.text, it.words, it.readings, it.names);
            }
        }
        let alignment = match &source {
            Some(it) if of_units => align::align_units(it, &target, &self.glossaries),
            Some(it) => align::align(it, &target, &self.glossaries),
            None => Alignment::default(),
        };
        let pair = source.as_ref().filter(|_| alignment.belongs).map(|it| {
            let concepts = self.concepts.get_or_init(|| Concepts::of(&self.glossaries));
            PairCtx::new(&whole, it, &target, &alignment, concepts)
        });
        let mut found: Vec<Found> = Vec::new();
        for rule in &self.rules {
            let mut findings = Findings::of(rule);
            match rule.scope {
                Scope::Segment(check) => {
                    for (number, ctx) in whole.segments.iter().enumerate() {
                        findings.in_segment(number);
                        check(ctx, &mut findings);
                    }
                }
                Scope::Document(check) => check(&whole, &mut findings),
                Scope::Pair(check) => {
                    if let Some(pair) = &pair {
                        check(pair, &mut findings);
                    }
                }
            }
            let mut found_here = findings.finish();
            if let Some(pair) = &pair {
                found_here.retain_mut(|(segment, it)| informed::weigh(pair, *segment, it));
            }
            let found_here = found_here.into_iter();
            found.extend(
                found_here
                    .filter(|it| self.shows(&it.1))
                    .map(|(segment, finding)| (*rule, segment, finding)),
            );
        }
        let foreign = source.is_some() && !alignment.belongs;
        let words = |segment: usize| whole.segments[segment].words;
        let mut outcome = Self::settle(document, found, words, foreign);
        if let Some(pair) = &pair {
            for (it, said) in &mut outcome.found {
                *said = pair.source_of(it.1, it.2.span);
            }
        }
        outcome
    }

    /// Takes from what was `found` what a directive silences, what breaks a law, and what overlaps a better
    /// finding. `words` are those of the segment of a number; `foreign`: the source is of another text.
    pub(super) fn settle<'w>(
        document: &Document,
        mut found: Vec<Found>,
        words: impl Fn(usize) -> &'w Words,
        foreign: bool,
    ) -> Outcome {
        let mut suppressions = Suppressions::of(document);
        found.retain(|(rule, segment, finding)| !suppressions.silence(rule, *segment, finding));
        let suppressed = suppressions.count();
        let mut problems = suppressions.unused(document);
        if foreign {
            problems.push(foreign_source());
        }
        let mut laws: FxHashMap<usize, Laws<'_>> = FxHashMap::default();
        for (_, segment, finding) in &mut found {
            let text = document.prose(&document.segments[*segment]);
            let laws = laws
                .entry(*segment)
                .or_insert_with(|| Laws::of(text, words(*segment)));
            laws.enforce(finding);
        }
        let found = overlap::resolve(found).into_iter();
        Outcome {
            found: found.map(|it| (it, None)).collect(),
            problems,
            suppressed,
        }
    }

    pub(super) fn shows(&self, finding: &Finding) -> bool {
        let entry = finding.entry.as_deref();
        let is = |names: &[String]| entry.is_some_and(|it| names.iter().any(|name| name == it));
        finding.severity >= self.thresholds.severity
            && finding.confidence >= self.thresholds.confidence
            && !is(&self.ignored_entries)
            && (self.selected_entries.is_empty() || entry.is_none() || is(&self.selected_entries))
    }
}

/// Told instead of what comparing with a source of another text would give.
fn foreign_source() -> Problem {
    let message = Message::fixed(
        "the source does not belong to this text; it was checked alone",
        "الأصل ليس أصل هذا النص؛ فُحص النص وحده",
    );
    Problem::remark("", message)
}

/// Moves a finding of a segment to its place in the text that the segment is cut from.
fn shifted(mut finding: Finding, by: usize) -> Finding {
    use crate::text::Span;
    let shift = |span: Span<_>| Span::new(span.start() + by..span.end() + by);
    finding.span = shift(finding.span);
    for edit in finding.fixes.iter_mut().flat_map(|it| &mut it.edits) {
        edit.span = shift(edit.span);
    }
    finding
}

fn place(
    document: &Document,
    number: usize,
    rule: &'static Rule,
    finding: Finding,
    fingerprints: &mut Fingerprints,
) -> Diagnostic {
    let segment = &document.segments[number];
    let prose = document.prose(segment);
    let (span, start, end) = document.place(segment, finding.span);
    let found = prose[finding.span.range()].to_owned();
    let fingerprint = fingerprints.of(rule.id, prose, finding.span.range());
    Diagnostic {
        origin: Origin {
            rule: rule.id,
            entry: finding.entry,
        },
        severity: finding.severity,
        confidence: finding.confidence,
        category: rule.category,
        message: finding.message,
        span,
        start,
        end,
        segment: number,
        within: finding.span,
        found,
        unit: segment.unit.clone(),
        source: None,
        fixes: finding
            .fixes
            .into_iter()
            .map(|it| place_fix(document, segment, it))
            .collect(),
        fingerprint,
    }
}

/// A fix in the bytes of the file. One that the encoding cannot hold is shown and says so.
fn place_fix(document: &Document, segment: &Segment, mut fix: Fix) -> PlacedFix {
    fix.edits.sort();
    let prose = document.prose(segment);
    let described = fix
        .edits
        .iter()
        .map(|it| match (&prose[it.span.range()], it.text.as_str()) {
            ("", new) => Message::new(format!("insert “{new}”"), format!("أضف «{new}»")),
            (old, "") => Message::new(format!("delete “{old}”"), format!("احذف «{old}»")),
            (old, new) => Message::new(format!("“{old}” → “{new}”"), format!("«{old}» ← «{new}»")),
        })
        .reduce(|a, b| Message::new(format!("{}; {}", a.en, b.en), format!("{}؛ {}", a.ar, b.ar)));
    let title = fix
        .title
        .or(described)
        .unwrap_or_else(|| Message::fixed("", ""));
    let encoding = document.encoding();
    let mut edits = Vec::new();
    let mut replacements = Vec::new();
    for edit in &fix.edits {
        let Some(written) = document.write(segment, edit.span, &edit.text) else {
            return PlacedFix {
                title: Message::new(
                    format!("{} (the file cannot hold it here; not applied)", title.en),
                    format!("{} (لا يتسع له موضعه من الملف؛ لا يُطبَّق)", title.ar),
                ),
                applicability: crate::diagnostic::Applicability::Display,
                refused: None,
                replacements: Vec::new(),
                edits: Vec::new(),
                within: Vec::new(),
            };
        };
        match encode(&written, encoding) {
            Ok(bytes) => {
                edits.push(Edit {
                    span: document.place(segment, edit.span).0,
                    bytes: bytes.into_owned(),
                });
                replacements.push(edit.text.clone());
            }
            Err(error) => {
                return PlacedFix {
                    title: Message::new(
                        format!("{} ({error}; not applied)", title.en),
                        format!(
                            "{} (لا يستوعب {encoding} «{}»؛ لا يُطبَّق)",
                            title.ar, error.character
                        ),
                    ),
                    applicability: crate::diagnostic::Applicability::Display,
                    refused: Some(error.character),
                    replacements: Vec::new(),
                    edits: Vec::new(),
                    within: Vec::new(),
                };
            }
        }
    }
    PlacedFix {
        title,
        applicability: fix.applicability,
        refused: None,
        replacements,
        edits,
        within: fix.edits.iter().map(|it| it.span).collect(),
    }
}
