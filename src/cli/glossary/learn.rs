//! `fasih glossary learn`: entries from what editors changed, confirmed by a person.

use std::{
    collections::BTreeMap,
    io::IsTerminal,
    path::{Path, PathBuf},
};

use super::{add::write, articles, ask::confirmed, growth_args::LearnArgs};
use crate::{
    cli::{
        Status,
        out::{self, Out},
    },
    diagnostic::{Language, Message, Problem},
    glossary::{Kind, load},
    keeping::{
        Concept,
        learn::{
            Held, Proposal, Rejected, Reviewed, Substitution, propose, reviewed, substitutions,
        },
        written::entry_yaml,
    },
    output::isolated,
    world,
};

/// How many sentences are shown for a change.
const MOST_SHOWN: usize = 3;

/// Runs the command.
pub(super) fn run(args: &LearnArgs, out: &mut Out) -> Status {
    let language: Language = args.show.language.map_or(Language::default(), Into::into);
    let mut problems = Vec::new();
    learn(args, language, out, &mut problems);
    out.problems(&problems, language, out::colors_errors(args.show.color));
    if problems.iter().any(|it| it.fatal) {
        Status::Failed
    } else {
        Status::Clean
    }
}

fn learn(args: &LearnArgs, language: Language, out: &mut Out, problems: &mut Vec<Problem>) {
    let mut review = Reviewed::default();
    for path in &args.review {
        let read = world::read_text(path).and_then(|json| {
            reviewed(&json, &mut review).map_err(|it| {
                let message = Message::new(
                    format!("these are no decisions of a review: {it}"),
                    format!("ليست هذه قرارات مراجعة: {it}"),
                );
                Problem::fatal(path.to_string_lossy(), message)
            })
        });
        problems.extend(read.err());
    }
    let mut found = review.edited;
    let mut edited = Vec::new();
    if let (Some(mt), Some(by_hand)) = (&args.mt, &args.edited) {
        post_edits(mt, by_hand, &mut found, &mut edited, problems);
    }
    let learnt = propose(found, review.names, &edited, args.kind, args.least as usize);
    let (default, taken) = match known(&args.to) {
        Ok(known) => known,
        Err(wrong) => return problems.extend(wrong),
    };
    let mut chosen: Vec<Concept> = Vec::new();
    let asks = !args.yes && std::io::stdin().is_terminal() && out::is_terminal();
    for proposal in &learnt.proposals {
        if taken.contains(&proposal.concept.id) {
            out.write(format!("# known already: {}\n\n", proposal.concept.id).as_bytes());
            continue;
        }
        out.write(shown(proposal, default, language).as_bytes());
        out.flush();
        if args.yes || (asks && confirmed(out, "Write it?")) {
            chosen.push(proposal.concept.clone());
        }
    }
    for held in &learnt.held {
        out.write(held_back(held, language).as_bytes());
    }
    for rejected in review
        .rejected
        .iter()
        .filter(|it| it.times >= args.least as usize)
    {
        out.write(no_fault(rejected, language).as_bytes());
    }
    let path = args.to.to_string_lossy();
    let all = learnt.proposals.len();
    let said = if all == 0 {
        Message::fixed("nothing to learn", "لا شيء يُتعلم")
    } else if chosen.is_empty() {
        Message::new(
            format!("{all} proposed, none written to {path}; --yes writes them"),
            format!("المقترح {all}، ولم يُكتب شيء في {path}؛ أضف ‎--yes لكتابتها"),
        )
    } else {
        if let Err(wrong) = write(&args.to, default.or(Some(args.kind)), &chosen) {
            return problems.extend(wrong);
        }
        let count = chosen.len();
        Message::new(
            format!("{all} proposed, {count} written to {path}"),
            format!("المقترح {all}، وكُتب منها {count} في {path}"),
        )
    };
    out.write(format!("{}\n", said.text(language)).as_bytes());
}

/// The kind of the glossary and its ids.
fn known(path: &Path) -> Result<(Option<Kind>, Vec<String>), Vec<Problem>> {
    if !path.exists() {
        return Ok((None, Vec::new()));
    }
    let text = world::read_text(path).map_err(|it| vec![it])?;
    let loaded = load(&path.to_string_lossy(), &text)?;
    let ids = loaded.glossary.entries.iter().map(|it| it.id.value.clone());
    Ok((loaded.glossary.kind, ids.collect()))
}

fn post_edits(
    mt: &Path,
    by_hand: &Path,
    found: &mut Vec<Substitution>,
    edited: &mut Vec<String>,
    problems: &mut Vec<Problem>,
) {
    for (machine, person) in pairs(mt, by_hand, problems) {
        let texts = (
            articles::text_of(&machine, problems),
            articles::text_of(&person, problems),
        );
        if let (Some(old), Some(new)) = texts {
            substitutions(&person.to_string_lossy(), &old, &new, found);
            edited.push(new);
        }
    }
}

/// The two files, or the files of the same name in the two folders.
fn pairs(mt: &Path, by_hand: &Path, problems: &mut Vec<Problem>) -> Vec<(PathBuf, PathBuf)> {
    if !mt.is_dir() {
        return vec![(mt.to_owned(), by_hand.to_owned())];
    }
    let mut files = |folder: &Path| -> BTreeMap<PathBuf, PathBuf> {
        let found = world::discover(&[folder.to_owned()], Language::Arabic);
        problems.extend(found.problems);
        let paths = found.inputs.into_iter().filter_map(|it| match it {
            world::Input::File(path) => Some(path),
            world::Input::Stdin => None,
        });
        let inside = |path: PathBuf| Some((path.strip_prefix(folder).ok()?.to_owned(), path));
        paths.filter_map(inside).collect()
    };
    let (old, mut new) = (files(mt), files(by_hand));
    let mut pairs = Vec::new();
    for (name, path) in old {
        if let Some(other) = new.remove(&name) {
            pairs.push((path, other));
        } else {
            let message = Message::fixed("has no edited text of its name", "لا نص محررا باسمه");
            problems.push(Problem::remark(path.to_string_lossy(), message));
        }
    }
    pairs
}

fn shown(proposal: &Proposal, default: Option<Kind>, language: Language) -> String {
    let mut text = evidence(&proposal.from, language);
    text += &entry_yaml(&proposal.concept, default, 2);
    text.push('\n');
    text
}

fn evidence(from: &Substitution, language: Language) -> String {
    let (old, new) = (isolated(&from.old), isolated(&from.new));
    let times = match language {
        Language::English => "times",
        Language::Arabic => "مرات",
    };
    let mut text = format!("# {old} → {new}, {} {times}\n", from.evidence.len());
    for it in from.evidence.iter().take(MOST_SHOWN) {
        let line = if it.line > 0 {
            format!(":{}", it.line)
        } else {
            String::new()
        };
        text += &format!("#   {}{line}: {}\n", it.path, isolated(&it.before));
    }
    text
}

fn held_back(held: &Held, language: Language) -> String {
    let not = match language {
        Language::English => "not proposed",
        Language::Arabic => "لم يُقترح",
    };
    format!(
        "{}#   {not}: {}\n\n",
        evidence(&held.from, language),
        held.why.text(language)
    )
}

fn no_fault(rejected: &Rejected, language: Language) -> String {
    let Rejected {
        name, times, right, ..
    } = rejected;
    let counts = Message::new(
        format!("no fault {times} times, a fault {right} times"),
        format!("غير خطأ {times} مرات، وخطأ {right} مرات"),
    );
    let mut text = format!("# {name}: {}\n", counts.text(language));
    for context in rejected.contexts.iter().take(MOST_SHOWN) {
        text += &format!("#   {}\n", isolated(context));
    }
    let advice = match (rejected.is_entry, *right) {
        (true, 0) => Message::new(
            format!("narrow it with `unless`, or switch it off: disable: [{name}]"),
            format!("ضيّقه بـ unless، أو أوقفه: \u{200F}disable: [{name}]"),
        ),
        (true, _) => Message::fixed("narrow it with `unless`", "ضيّقه بـ unless"),
        (false, _) => Message::fixed(
            "a rule without entries: --ignore switches it off",
            "قاعدة بلا مداخل: يوقفها ‎--ignore",
        ),
    };
    text + &format!("#   {}\n\n", advice.text(language))
}
