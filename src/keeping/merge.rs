//! Merging two versions of a glossary that come from one: see [`merge`].

use std::ops::Range;

use serde_json::{Map, Value};

use super::{
    concept::Concept,
    layout::{Field, Item, Layout, Unusual},
};
use crate::{
    diagnostic::Problem,
    glossary::{Loaded, load},
};

/// A merged glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Its text, conflict markers in it where there are conflicts.
    pub text: String,
    /// What both changed, each in its own way: `entry` or `entry: field`.
    pub conflicts: Vec<String>,
}

/// How conflicts are written.
#[derive(Clone, Debug)]
pub struct Markers<'m> {
    /// How many characters a marker has; git asks for 7 unless told otherwise.
    pub size: usize,
    /// What our side is called.
    pub ours: &'m str,
    /// What their side is called.
    pub theirs: &'m str,
}

/// Why a merge was not done.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Unmerged {
    /// A version is no glossary.
    #[error("a version cannot be read as a glossary")]
    Unreadable(Vec<Problem>),
    /// A version's lines cannot be told apart.
    #[error("{0}: {1}")]
    Unusual(String, Unusual),
}

/// A version of the glossary, taken apart.
struct Version<'t> {
    text: &'t str,
    layout: Layout,
    values: Vec<Map<String, Value>>,
}

impl<'t> Version<'t> {
    fn of(path: &str, text: &'t str) -> Result<Version<'t>, Unmerged> {
        let loaded: Loaded = load(path, text).map_err(Unmerged::Unreadable)?;
        let layout =
            Layout::of(text, &loaded).map_err(|it| Unmerged::Unusual(path.to_owned(), it))?;
        let entries = loaded.glossary.entries.iter();
        let values = entries.map(|it| Concept::from(it).fields()).collect();
        Ok(Version {
            text,
            layout,
            values,
        })
    }

    fn number(&self, id: &str) -> Option<usize> {
        self.layout.items.iter().position(|it| it.id == id)
    }

    fn slice(&self, range: &Range<usize>) -> &'t str {
        &self.text[range.clone()]
    }

    fn entry(&self, number: usize) -> Entry<'_> {
        Entry {
            text: self.slice(&self.layout.items[number].span),
            item: &self.layout.items[number],
            whole: self.text,
            values: &self.values[number],
        }
    }
}

#[derive(Clone, Copy)]
struct Entry<'v> {
    text: &'v str,
    item: &'v Item,
    whole: &'v str,
    values: &'v Map<String, Value>,
}

impl<'v> Entry<'v> {
    fn field(&self, name: &str) -> Option<&'v Field> {
        self.item.fields.iter().find(|it| it.name == name)
    }

    fn field_text(&self, name: &str) -> &'v str {
        self.field(name)
            .map_or("", |it| &self.whole[it.span.clone()])
    }

    fn says_the_same(&self, other: Entry<'_>, name: &str) -> bool {
        self.values.get(name) == other.values.get(name)
    }
}

/// Merges `ours` and `theirs`, two versions of `base`: by entry, and inside an entry by field. Markers
/// stand only around a field that both changed to different values.
///
/// # Errors
///
/// A version that cannot be read: nothing is merged then.
pub fn merge(
    base: (&str, &str),
    ours: (&str, &str),
    theirs: (&str, &str),
    markers: &Markers<'_>,
) -> Result<Merged, Unmerged> {
    let base = Version::of(base.0, base.1)?;
    let ours = Version::of(ours.0, ours.1)?;
    let theirs = Version::of(theirs.0, theirs.1)?;
    let mut merging = Merging {
        markers,
        merged: Merged {
            text: String::new(),
            conflicts: Vec::new(),
        },
    };
    merging.lines(
        "head",
        base.slice(&base.layout.head),
        ours.slice(&ours.layout.head),
        theirs.slice(&theirs.layout.head),
    );
    for id in order(&ours, &theirs) {
        let of = |it: &Version<'_>| it.number(&id);
        let entry = (of(&base), of(&ours), of(&theirs));
        match entry {
            (Some(b), Some(o), Some(t)) => {
                merging.entry(&id, Some(base.entry(b)), ours.entry(o), theirs.entry(t));
            }
            (None, Some(o), Some(t)) => {
                merging.entry(&id, None, ours.entry(o), theirs.entry(t));
            }
            (b, Some(o), None) => {
                let unchanged = b.is_some_and(|b| base.values[b] == ours.values[o]);
                match b {
                    None => merging.push(ours.entry(o).text),
                    // They removed what we left alone.
                    Some(_) if unchanged => {}
                    Some(_) => merging.conflict(&id, ours.entry(o).text, ""),
                }
            }
            (b, None, Some(t)) => {
                let unchanged = b.is_some_and(|b| base.values[b] == theirs.values[t]);
                match b {
                    None => merging.push(theirs.entry(t).text),
                    Some(_) if unchanged => {}
                    Some(_) => merging.conflict(&id, "", theirs.entry(t).text),
                }
            }
            (_, None, None) => {}
        }
    }
    merging.lines(
        "tail",
        base.slice(&base.layout.tail),
        ours.slice(&ours.layout.tail),
        theirs.slice(&theirs.layout.tail),
    );
    Ok(merging.merged)
}

/// The ids in the order of ours; what only they have comes after what it comes after there.
fn order(ours: &Version<'_>, theirs: &Version<'_>) -> Vec<String> {
    let mut ids: Vec<String> = ours.layout.items.iter().map(|it| it.id.clone()).collect();
    let known: rustc_hash::FxHashSet<String> = ids.iter().cloned().collect();
    let mut before: Option<&str> = None;
    for item in &theirs.layout.items {
        if !known.contains(&item.id) {
            let at = before.and_then(|id| ids.iter().position(|it| it == id));
            ids.insert(at.map_or(0, |it| it + 1), item.id.clone());
        }
        before = Some(&item.id);
    }
    ids
}

struct Merging<'m> {
    markers: &'m Markers<'m>,
    merged: Merged,
}

impl Merging<'_> {
    /// Adds lines; a last line without an end gets one, as others may follow.
    fn push(&mut self, text: &str) {
        let all = &mut self.merged.text;
        if !text.is_empty() && !all.is_empty() && !all.ends_with('\n') {
            all.push('\n');
        }
        *all += text;
    }

    fn conflict(&mut self, what: &str, ours: &str, theirs: &str) {
        let Markers {
            size,
            ours: our_name,
            theirs: their_name,
        } = *self.markers;
        let marker = |c: &str| c.repeat(size);
        self.push(&format!("{} {our_name}\n", marker("<")));
        self.push(ours);
        self.push(&format!("{}\n", marker("=")));
        self.push(theirs);
        self.push(&format!("{} {their_name}\n", marker(">")));
        self.merged.conflicts.push(what.to_owned());
    }

    fn entry(&mut self, id: &str, base: Option<Entry<'_>>, ours: Entry<'_>, theirs: Entry<'_>) {
        let unchanged =
            |it: Entry<'_>| base.is_some_and(|base| base.text.trim_end() == it.text.trim_end());
        if ours.text.trim_end() == theirs.text.trim_end() || unchanged(theirs) {
            return self.push(ours.text);
        }
        if unchanged(ours) {
            return self.push(theirs.text);
        }
        if ours.item.fields.is_empty() || theirs.item.fields.is_empty() {
            // An entry on one line: by what it says, or not at all.
            let says = |it: Entry<'_>| base.is_some_and(|base| base.values == it.values);
            return match (ours.values == theirs.values || says(theirs), says(ours)) {
                (true, _) => self.push(ours.text),
                (_, true) => self.push(theirs.text),
                _ => self.conflict(id, ours.text, theirs.text),
            };
        }
        self.push(&ours.whole[ours.item.span.start..ours.item.body.start]);
        let mut names: Vec<&str> = ours.item.fields.iter().map(|it| &*it.name).collect();
        let mut before: Option<&str> = None;
        for field in &theirs.item.fields {
            if !names.contains(&&*field.name) {
                let at = before.and_then(|it| names.iter().position(|name| *name == it));
                names.insert(at.map_or(names.len(), |it| it + 1), &field.name);
            }
            before = Some(&field.name);
        }
        for name in names {
            self.field(id, name, base, ours, theirs);
        }
    }

    fn field(
        &mut self,
        id: &str,
        name: &str,
        base: Option<Entry<'_>>,
        ours: Entry<'_>,
        theirs: Entry<'_>,
    ) {
        let (our_text, their_text) = (ours.field_text(name), theirs.field_text(name));
        let base_text = base.map_or("", |it| it.field_text(name));
        let same = |a: &str, b: &str| a.trim() == b.trim();
        let unchanged = |it: Entry<'_>, text: &str| {
            same(text, base_text)
                || base
                    .is_some_and(|base| base.says_the_same(it, name) && !it.item.fields.is_empty())
        };
        // A comment that one of them changed goes with the value that did not.
        if same(our_text, their_text) || same(their_text, base_text) {
            self.push(our_text);
        } else if same(our_text, base_text) {
            self.push(their_text);
        } else if ours.says_the_same(theirs, name) || unchanged(theirs, their_text) {
            self.push(our_text);
        } else if unchanged(ours, our_text) {
            self.push(their_text);
        } else {
            self.conflict(&format!("{id}: {name}"), our_text, their_text);
        }
    }

    /// Merges the lines outside of entries: title, kind, words. Words that both added are kept, in any
    /// order, as a list of words has none.
    fn lines(&mut self, what: &str, base: &str, ours: &str, theirs: &str) {
        if ours == theirs || theirs == base {
            return self.push(ours);
        }
        if ours == base {
            return self.push(theirs);
        }
        let (base, ours, theirs) = (lines(base), lines(ours), lines(theirs));
        let our_hunks = hunks(&base, &ours);
        let their_hunks = hunks(&base, &theirs);
        let (mut at, mut i, mut j) = (0, 0, 0);
        while let Some(start) = [our_hunks.get(i), their_hunks.get(j)]
            .into_iter()
            .flatten()
            .map(|it| it.0.start)
            .min()
        {
            // A group is what overlaps or touches, however many changes of either side it takes.
            let (first_ours, first_theirs) = (i, j);
            let mut end = start;
            loop {
                if let Some(hunk) = our_hunks.get(i).filter(|it| it.0.start <= end) {
                    end = end.max(hunk.0.end);
                    i += 1;
                } else if let Some(hunk) = their_hunks.get(j).filter(|it| it.0.start <= end) {
                    end = end.max(hunk.0.end);
                    j += 1;
                } else {
                    break;
                }
            }
            self.push(&base[at..start].concat());
            let (my, your) = (&our_hunks[first_ours..i], &their_hunks[first_theirs..j]);
            let x = applied(&base, start..end, &ours, my);
            let y = applied(&base, start..end, &theirs, your);
            let items = |it: &[&str]| it.iter().all(|it| it.trim_start().starts_with("- "));
            if your.is_empty() || x == y {
                self.push(&x.concat());
            } else if my.is_empty() {
                self.push(&y.concat());
            } else if start == end && items(&x) && items(&y) {
                self.push(&x.concat());
                let new: Vec<&str> = y.into_iter().filter(|it| !x.contains(it)).collect();
                self.push(&new.concat());
            } else {
                self.conflict(what, &x.concat(), &y.concat());
            }
            at = end;
        }
        self.push(&base[at..].concat());
    }
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// A range of old lines, and the range of new lines in its place.
type Hunk = (Range<usize>, Range<usize>);

fn hunks(old: &[&str], new: &[&str]) -> Vec<Hunk> {
    let ops = similar::capture_diff_slices(similar::Algorithm::Myers, old, new);
    let changed = ops.iter().filter(|it| it.tag() != similar::DiffTag::Equal);
    changed.map(|it| (it.old_range(), it.new_range())).collect()
}

/// The lines `range` of `old` with `hunks` made in them.
fn applied<'t>(
    old: &[&'t str],
    range: Range<usize>,
    new: &[&'t str],
    hunks: &[Hunk],
) -> Vec<&'t str> {
    let mut lines = Vec::new();
    let mut at = range.start;
    for (from, to) in hunks {
        lines.extend(&old[at..from.start]);
        lines.extend(&new[to.clone()]);
        at = from.end;
    }
    lines.extend(&old[at..range.end]);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "title: x\nwords:\n  - {noun: ا, plural: [ب]}\nentries:\n  - id: a\n    en: one\n    ar: واحد\n\n  - id: b\n    en: two\n    ar: اثنان\n";
    const MARKERS: Markers<'_> = Markers {
        size: 7,
        ours: "ours",
        theirs: "theirs",
    };

    fn merged(ours: &str, theirs: &str) -> Merged {
        merge(("b", BASE), ("o", ours), ("t", theirs), &MARKERS).unwrap()
    }

    #[test]
    fn different_fields_of_one_entry_merge() {
        let ours = BASE
            .replace("en: one", "en: one more")
            .replace("  - {noun", "  - {noun: ك}\n  - {noun");
        let theirs =
            BASE.replace("ar: واحد", "ar: أحد\n    also: [فرد]") + "\n  - id: c\n    ar: ثلاثة\n";
        let done = merged(&ours, &theirs);
        assert_eq!(done.conflicts, Vec::<String>::new());
        insta::assert_snapshot!(done.text);
        // It is the same from their side, but for the order of what both added.
        assert_eq!(
            merged(&theirs, &ours).text.lines().count(),
            done.text.lines().count()
        );
    }

    #[test]
    fn one_field_changed_by_both_is_a_conflict_around_it_alone() {
        let done = merged(&BASE.replace("واحد", "أحد"), &BASE.replace("واحد", "فرد"));
        assert_eq!(done.conflicts, ["a: ar"]);
        let conflict = "    en: one\n<<<<<<< ours\n    ar: أحد\n=======\n    ar: فرد\n>>>>>>> theirs\n\n  - id: b\n";
        assert!(done.text.contains(conflict), "{}", done.text);
    }

    #[test]
    fn a_new_layout_is_no_change() {
        let done = merged(
            &BASE.replace("ar: واحد", "ar: 'واحد'"),
            &BASE.replace("واحد", "فرد"),
        );
        assert_eq!(done.conflicts, Vec::<String>::new());
        assert!(done.text.contains("ar: فرد"));
    }

    #[test]
    fn removed_and_changed_is_a_conflict_removed_and_left_is_not() {
        let without = BASE.split("\n  - id: b").next().unwrap();
        let done = merged(without, BASE);
        assert!(done.conflicts.is_empty() && !done.text.contains("id: b"));
        let done = merged(without, &BASE.replace("اثنان", "زوج"));
        assert_eq!(done.conflicts, ["b"]);
    }

    #[test]
    fn words_that_both_added_are_kept() {
        let add = |word: &str| BASE.replace("entries:", &format!("  - {{noun: {word}}}\nentries:"));
        let done = merged(&add("ج"), &add("د"));
        assert!(done.conflicts.is_empty(), "{done:?}");
        assert!(done.text.contains("{noun: ج}") && done.text.contains("{noun: د}"));
    }
}
