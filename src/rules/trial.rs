//! One rule over one text, for the tests beside the rules.

use std::sync::OnceLock;

use crate::{
    align::{self, Concepts, Source, Target},
    arabic::{Words, number_sentences},
    bundled,
    diagnostic::Finding,
    glossary::Glossaries,
    marked,
    rule::{Ctx, DocumentCtx, Findings, PairCtx, Rule, Scope},
    style::Style,
};

/// The shipped glossaries, decoded once for all tests.
fn shipped() -> &'static Glossaries {
    static SHIPPED: OnceLock<Glossaries> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        Glossaries::new(vec![bundled::compiled()], &rustc_hash::FxHashSet::default())
    })
}

/// `text`, one segment, with what `rule` alone finds in it marked.
pub(super) fn marked_by(rule: &'static Rule, text: &str) -> String {
    marked_in(rule, &Style::default(), text)
}

/// The same in a house style.
fn marked_in(rule: &'static Rule, style: &Style, text: &str) -> String {
    let glossaries = shipped();
    let mut words = Words::scan(text);
    number_sentences(&mut words);
    let readings = glossaries.read([(text, &words)]);
    let (matches, names) = glossaries.find(&readings[0]);
    let people = std::cell::OnceCell::new();
    let ctx = Ctx {
        text,
        words: &words,
        readings: &readings[0],
        matches: &matches,
        names: &names,
        glossaries,
        style,
        people: &people,
    };
    let mut findings = Findings::of(rule);
    match rule.scope {
        Scope::Segment(check) => check(&ctx, &mut findings),
        Scope::Document(check) => {
            let segments = vec![ctx];
            check(&DocumentCtx { segments }, &mut findings);
        }
        Scope::Pair(_) => panic!("{} looks at a text and its source", rule.id),
    }
    let found: Vec<Finding> = findings.finish().into_iter().map(|it| it.1).collect();
    marked::mark(text, &found)
}

/// Checks that `rule` marks `pair`, `English => marked Arabic`, in its bare text.
#[track_caller]
pub(super) fn check_pair(rule: &'static Rule, pair: &str) {
    let (source, marked) = pair.split_once(" => ").expect("a pair has its arrow");
    let bare = marked::strip(marked).expect("the test is marked text");
    assert_eq!(marked_beside(rule, &bare.text, source), marked);
}

/// `text` with what `rule` alone finds in it beside `source` marked.
fn marked_beside(rule: &'static Rule, text: &str, source: &str) -> String {
    let Scope::Pair(check) = rule.scope else {
        panic!("{} looks at no pairs", rule.id)
    };
    let glossaries = shipped();
    let mut words = Words::scan(text);
    number_sentences(&mut words);
    let readings = &glossaries.read([(text, &words)])[0];
    let (matches, names) = glossaries.find(readings);
    let style = Style::default();
    let people = std::cell::OnceCell::new();
    let ctx = Ctx {
        text,
        words: &words,
        readings,
        matches: &matches,
        names: &names,
        glossaries,
        style: &style,
        people: &people,
    };
    let document = DocumentCtx {
        segments: vec![ctx],
    };
    let source = Source::read([source]);
    let mut target = Target::default();
    target.push(text, &words, readings, &names);
    let alignment = align::align(&source, &target, glossaries);
    let concepts = Concepts::of(glossaries);
    let pair = PairCtx::new(&document, &source, &target, &alignment, &concepts);
    let mut findings = Findings::of(rule);
    check(&pair, &mut findings);
    let found: Vec<Finding> = findings.finish().into_iter().map(|it| it.1).collect();
    marked::mark(text, &found)
}

/// Checks that `rule` marks `marked` in its bare text.
#[track_caller]
pub(super) fn check(rule: &'static Rule, marked: &str) {
    check_in(rule, &Style::default(), marked);
}

/// The same in a house style.
#[track_caller]
pub(super) fn check_in(rule: &'static Rule, style: &Style, marked: &str) {
    let bare = marked::strip(marked).expect("the test is marked text");
    assert_eq!(marked_in(rule, style, &bare.text), marked);
}
