//! From what was replaced to entries that would have replaced it: see [`propose`].

use super::{Substitution, post_edit::count_left};
use crate::{
    arabic::{GivenName, folded, given_name},
    diagnostic::Message,
    glossary::{GenderName, Kind, NameType},
    keeping::{
        concept::{Avoided, Concept, id_for},
        trial::{Trial, unmarked},
    },
};

/// How many sentences become tests of an entry.
const MOST_TESTS: usize = 3;

const RIVALS: Message = Message::fixed(
    "editors wrote different words for it",
    "كتب المحررون بدله كلمات مختلفة",
);
const LEFT: Message = Message::fixed(
    "editors left the same words elsewhere",
    "ترك المحررون الكلمات نفسها في مواضع أخرى",
);
const NO_PATTERN: Message = Message::fixed(
    "no pattern makes just this change",
    "لا نمط يُحدث هذا التغيير وحده",
);
const UNKNOWN_NAME: Message = Message::fixed(
    "a name whose type and gender are not known: use `fasih glossary add`",
    "اسم لا يُعرف نوعه ولا جنسه: استعمل ‎fasih glossary add",
);

/// An entry that would have made the same change.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The entry, with tests that hold.
    pub concept: Concept,
    /// What it was learnt from.
    pub from: Substitution,
}

/// A change that is no entry, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// What was replaced.
    pub from: Substitution,
    /// Why nothing is proposed.
    pub why: Message,
}

/// What was learnt.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Learnt {
    /// The most often seen first.
    pub proposals: Vec<Proposal>,
    /// What was seen as often and is left to a person.
    pub held: Vec<Held>,
}

/// Proposes entries of `kind` for what was replaced `least` times or more and never left; `edited` are the
/// texts that editors were content with.
pub fn propose(
    mut found: Vec<Substitution>,
    names: Vec<Substitution>,
    edited: &[String],
    kind: Kind,
    least: usize,
) -> Learnt {
    found.retain(|it| it.evidence.len() >= least);
    for text in edited {
        count_left(text, &mut found);
    }
    found.sort_by(|a, b| {
        b.evidence
            .len()
            .cmp(&a.evidence.len())
            .then_with(|| a.old.cmp(&b.old))
    });
    let mut learnt = Learnt::default();
    for from in &found {
        // One word, two cures: which is meant where, a person must say.
        let rivals = found.iter().filter(|it| it.old == from.old).count();
        let why = if rivals > 1 {
            Some(RIVALS)
        } else if from.left > 0 {
            Some(LEFT)
        } else {
            None
        };
        match why {
            Some(why) => learnt.hold(from, why),
            None => match entry(from, kind) {
                Some(concept) => learnt.proposals.push(Proposal {
                    concept,
                    from: from.clone(),
                }),
                None => learnt.hold(from, NO_PATTERN),
            },
        }
    }
    for from in names.into_iter().filter(|it| it.evidence.len() >= least) {
        match name(&from) {
            Ok(concept) => learnt.proposals.push(Proposal { concept, from }),
            Err(why) => learnt.hold(&from, why),
        }
    }
    unique_ids(&mut learnt.proposals);
    learnt
}

impl Learnt {
    fn hold(&mut self, from: &Substitution, why: Message) {
        self.held.push(Held {
            from: from.clone(),
            why,
        });
    }
}

/// The entry that replaces what the editor replaced: as words in any form where that works in every
/// sentence, else in this form alone; before the word that followed each time, if one did.
fn entry(from: &Substitution, kind: Kind) -> Option<Concept> {
    let exact: Vec<String> = from
        .old
        .split_whitespace()
        .map(|it| format!("={it}"))
        .collect();
    let latin = from.old.chars().any(|it| it.is_ascii_alphabetic());
    let mut patterns = vec![from.old.clone()];
    if !latin {
        patterns.push(exact.join(" "));
        if let Some(next) = from.next() {
            let within = patterns.iter().map(|it| format!("<{it}> {next}"));
            patterns = within.collect();
        }
    }
    let base = Concept {
        id: format!("learnt-{}", latin_id(&from.old)),
        kind: Some(kind),
        ar: from.new.clone(),
        note: Some(noted(from)),
        source: Some("post-edit".to_owned()),
        ..Concept::default()
    };
    patterns.into_iter().find_map(|find| {
        let mut concept = Concept {
            avoid: vec![Avoided::new(find, from.new.clone())],
            ..base.clone()
        };
        let trial = Trial::of(std::slice::from_ref(&concept)).ok()?;
        let mut tests = Vec::new();
        let mut silent = None;
        for evidence in &from.evidence {
            let (line, fixed) = trial.marked(&concept.id, evidence.before.trim())?;
            if fixed != evidence.after.trim() {
                return None;
            }
            if tests.len() < MOST_TESTS && !tests.contains(&line) {
                tests.push(line);
            }
            silent =
                silent.or_else(|| trial.marked(&concept.id, &fixed).is_none().then_some(fixed));
        }
        tests.push(unmarked(&silent?));
        concept.tests = tests;
        Some(concept)
    })
}

fn name(from: &Substitution) -> Result<Concept, Message> {
    let gender = match from
        .new
        .split_whitespace()
        .next()
        .and_then(|it| given_name(&folded(it)))
    {
        Some(GivenName::Female) => GenderName::Female,
        Some(GivenName::Male) => GenderName::Male,
        _ => return Err(UNKNOWN_NAME),
    };
    Ok(Concept {
        id: id_for(&from.old),
        kind: Some(Kind::Name),
        r#type: Some(NameType::Person),
        gender: Some(gender),
        en: from.old.clone(),
        ar: from.new.clone(),
        note: Some(noted(from)),
        source: Some("review".to_owned()),
        ..Concept::default()
    })
}

fn noted(from: &Substitution) -> String {
    let mut files: Vec<&str> = from.evidence.iter().map(|it| it.path.as_str()).collect();
    files.dedup();
    let shown = files.iter().take(3).copied().collect::<Vec<_>>().join(", ");
    let more = if files.len() > 3 { ", …" } else { "" };
    format!("replaced {} times: {shown}{more}", from.evidence.len())
}

/// Arabic in Latin letters, for ids alone: one letter for one.
fn latin_id(arabic: &str) -> String {
    let letter = |c: char| match c {
        'ا' | 'أ' | 'إ' | 'آ' | 'ى' | 'ع' | 'ة' => "a",
        'ب' => "b",
        'ت' | 'ط' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' | 'ه' => "h",
        'خ' => "kh",
        'د' | 'ض' => "d",
        'ذ' | 'ظ' => "dh",
        'ر' => "r",
        'ز' => "z",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'و' | 'ؤ' => "w",
        'ي' | 'ئ' => "y",
        _ => "",
    };
    let mut id = String::new();
    for c in arabic.chars() {
        if c.is_whitespace() {
            id.push('-');
        } else if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else {
            id += letter(c);
        }
    }
    id.trim_matches('-').to_owned()
}

fn unique_ids(proposals: &mut [Proposal]) {
    let mut taken = rustc_hash::FxHashSet::default();
    for it in proposals {
        let stem = it.concept.id.clone();
        let mut count = 2;
        while !taken.insert(it.concept.id.clone()) {
            it.concept.id = format!("{stem}-{count}");
            count += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::substitutions, *};

    fn learnt(pairs: &[(&str, &str)]) -> Learnt {
        let mut found = Vec::new();
        for (number, (mt, edited)) in pairs.iter().enumerate() {
            substitutions(&format!("{number}.txt"), mt, edited, &mut found);
        }
        let edited: Vec<String> = pairs.iter().map(|it| it.1.to_owned()).collect();
        propose(found, Vec::new(), &edited, Kind::Term, 2)
    }

    #[test]
    fn what_is_replaced_twice_becomes_an_entry_with_tests() {
        let learnt = learnt(&[
            (
                "افتتح الوزير مصنع الرقائق الكبير في الجنوب",
                "افتتح الوزير مصنع الشرائح الكبير في الجنوب",
            ),
            (
                "تراجعت أسعار الرقائق في الأسواق أمس",
                "تراجعت أسعار الشرائح في الأسواق أمس",
            ),
        ]);
        let [proposal] = &learnt.proposals[..] else {
            panic!("{learnt:?}")
        };
        insta::assert_snapshot!(crate::keeping::written::entry_yaml(
            &proposal.concept,
            Some(Kind::Term),
            2
        ));
    }

    #[test]
    fn the_word_that_follows_each_time_is_part_of_the_pattern() {
        let learnt = learnt(&[
            (
                "باعت الخزانة الروابط الخضراء أمس",
                "باعت الخزانة السندات الخضراء أمس",
            ),
            ("ارتفع عائد روابط خضراء", "ارتفع عائد سندات خضراء"),
            ("أرسل الموقع روابط جديدة", "أرسل الموقع روابط جديدة"),
        ]);
        assert_eq!(
            learnt.proposals[0].concept.avoid[0].find, "<روابط> خضراء",
            "{learnt:?}"
        );
    }

    #[test]
    fn what_is_left_elsewhere_is_left_to_a_person() {
        let learnt = learnt(&[
            (
                "وصف الطبيب رقائق جديدة للمريض",
                "وصف الطبيب شرائح جديدة للمريض",
            ),
            ("باع المتجر رقائق كثيرة أمس", "باع المتجر شرائح كثيرة أمس"),
            ("أكل الطفل رقائق البطاطس", "أكل الطفل رقائق البطاطس"),
        ]);
        assert_eq!(learnt.proposals, []);
        assert_eq!(learnt.held[0].why, LEFT);
    }
}
