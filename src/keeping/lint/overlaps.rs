//! Patterns that find one text: one of the two is idle, or which of the cures a reader gets is chance.

use rustc_hash::FxHashMap;

use super::{Context, Remark, example::examples};
use crate::{
    arabic::{Words, number_sentences},
    diagnostic::{Category, Message, Severity},
    glossary::{Avoid, EntryRef, Glossaries, Match, place},
};

/// An avoid: its entry, and its number there.
type AvoidRef = (EntryRef, u16);

/// How another avoid meets the examples of one.
#[derive(Default)]
struct Meeting {
    /// Examples that it finds.
    times: usize,
    /// Examples in which it flags the same words.
    same_focus: usize,
    /// The first of them.
    text: String,
}

pub(super) fn check(context: &Context<'_>, remarks: &mut Vec<Remark>) {
    let mut texts = Vec::new();
    let mut owners: Vec<AvoidRef> = Vec::new();
    for (at, _, entry) in context.entries() {
        // Where a pattern was refused, the numbers of the others are not those of the file.
        if context.glossaries.entry(at).avoid.len() != entry.avoid.len() {
            continue;
        }
        for (number, avoid) in entry.avoid.iter().enumerate() {
            for text in examples(&avoid.find.value) {
                texts.push(text);
                owners.push((at, number as u16));
            }
        }
    }
    // What it finds of its own examples, and who else does. In the order of the files.
    let mut own: FxHashMap<AvoidRef, usize> = FxHashMap::default();
    let mut meetings: FxHashMap<(AvoidRef, AvoidRef), Meeting> = FxHashMap::default();
    read_all(context.glossaries, &texts, |number, matches| {
        let owner = owners[number];
        let Some(mine) = matches.iter().find(|it| (it.entry, it.avoid) == owner) else {
            return;
        };
        *own.entry(owner).or_default() += 1;
        for other in matches {
            let (a, b) = (&mine.hit.focus, &other.hit.focus);
            if (other.entry, other.avoid) == owner || a.end <= b.start || b.end <= a.start {
                continue;
            }
            let meeting = meetings
                .entry((owner, (other.entry, other.avoid)))
                .or_default();
            if meeting.times == 0 {
                meeting.text.clone_from(&texts[number]);
            }
            meeting.times += 1;
            meeting.same_focus += usize::from(a == b);
        }
    });
    let covers = |one: AvoidRef, other: AvoidRef| {
        let meeting = meetings.get(&(one, other));
        meeting.is_some_and(|it| own.get(&one) == Some(&it.same_focus))
    };
    for ((mine, other), meeting) in &meetings {
        let Some((file, entry)) = context.entry(mine.0) else {
            continue;
        };
        let avoid = &entry.avoid[usize::from(mine.1)];
        let is_covered = covers(*mine, *other);
        // Of two that meet, the later one is told.
        let mutual = meetings.contains_key(&(*other, *mine));
        let later = mine > other;
        if is_covered && covers(*other, *mine) && !later {
            continue;
        }
        let theirs = context.glossaries.entry(other.0);
        let theirs_avoid = &theirs.avoid[usize::from(other.1)];
        let mine_avoid = &context.glossaries.entry(mine.0).avoid[usize::from(mine.1)];
        let one_cure = mine_avoid.replacements == theirs_avoid.replacements
            || written_use(context, *other) == first_use(avoid);
        // What finds less, or tells it less loudly, takes nothing from the other.
        let as_strong = theirs_avoid.unless.is_empty()
            && theirs_avoid.near.is_empty()
            && theirs_avoid.confidence >= mine_avoid.confidence
            && theirs_avoid.severity >= mine_avoid.severity;
        let name = if mine.0 == other.0 {
            format!("avoid {} of the entry", other.1 + 1)
        } else {
            format!("`{}`", theirs.id)
        };
        let text = &meeting.text;
        let (check, severity, message) = if is_covered && one_cure && as_strong {
            (
                "glossary/shadowed-pattern",
                Severity::Minor,
                Message::new(
                    format!("finds nothing that {name} does not find: both match “{text}”"),
                    format!("لا يجد ما لا يجده {name}: كلاهما يطابق «{text}»"),
                ),
            )
        } else if one_cure || (mutual && !later) {
            continue;
        } else {
            // A surer or a longer finding wins, so the other cure is never chance.
            let ranked = (mine_avoid.confidence, mine_avoid.severity)
                != (theirs_avoid.confidence, theirs_avoid.severity)
                || meeting.same_focus == 0;
            let severity = if ranked || mine.0 == other.0 {
                Severity::Neutral
            } else {
                Severity::Minor
            };
            (
                "glossary/overlapping-patterns",
                severity,
                Message::new(
                    format!("{name} matches the same and writes something else: “{text}”"),
                    format!("يطابق {name} النص نفسه ويقترح غيره: «{text}»"),
                ),
            )
        };
        remarks.push(Remark {
            file,
            check,
            entry: Some(entry.id.value.clone()),
            severity,
            category: Category::WrongTerm,
            span: context.places[file].value(place(&avoid.find), &avoid.find.value),
            message,
            fix: None,
        });
    }
}

fn first_use(avoid: &Avoid) -> Option<&str> {
    avoid.r#use.as_ref().map(|it| it.value.as_str())
}

/// The cure of an avoid that is among the files checked. Numbers of words differ between two sets,
/// what is written does not.
fn written_use<'g>(context: &Context<'g>, at: AvoidRef) -> Option<&'g str> {
    let (_, entry) = context.entry(at.0)?;
    first_use(entry.avoid.get(usize::from(at.1))?)
}

/// Reads each of `texts` as a sentence of its own and tells what the avoids of `glossaries` match in
/// it.
pub(super) fn read_all(
    glossaries: &Glossaries,
    texts: &[String],
    mut found: impl FnMut(usize, &[Match]),
) {
    // As many at a time as an article has: the readings of all would be held together.
    const SOME: usize = 512;
    for (nth, some) in texts.chunks(SOME).enumerate() {
        let cut: Vec<Words> = some
            .iter()
            .map(|text| {
                let mut words = Words::scan(text);
                number_sentences(&mut words);
                words
            })
            .collect();
        let readings = glossaries.read(some.iter().map(String::as_str).zip(&cut));
        for (number, readings) in readings.iter().enumerate() {
            let (matches, _) = glossaries.find(readings);
            if !matches.is_empty() {
                found(nth * SOME + number, &matches);
            }
        }
    }
}
