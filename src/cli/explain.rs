//! `fasih explain`: the page of a rule, or what a glossary entry says.

use std::fmt::Write;

use super::{
    Status,
    args::ExplainArgs,
    glossaries::read,
    out::{self, Out},
    unknown::{RULE_OR_ENTRY, nearest, not_called},
};
use crate::{
    bundled,
    config::Asked,
    diagnostic::{Language, Problem},
    glossary::{Entry, Kind, Loaded, place, test_lines},
    output::{isolated, visible},
    rule::Rule,
    rules,
};

/// Runs the command.
pub(super) fn run(args: &ExplainArgs, out: &mut Out) -> Status {
    let language: Language = args.show.language.map_or(Language::default(), Into::into);
    let asked: Vec<Asked> = args
        .glossary
        .iter()
        .map(|it| Asked::on_the_command_line(it.to_string_lossy()))
        .collect();
    let (own, mut problems) = read(&asked);
    // What lies over the others is what the run would use.
    let found = own
        .iter()
        .rev()
        .find_map(|it| entry_page(it, &args.name, language));
    let page = found
        .or_else(|| rules::called(&args.name).map(|it| rule_page(it, language)))
        .or_else(|| entry_page(&bundled::declaring(&args.name)?, &args.name, language));
    match page {
        Some(page) => out.write(page.as_bytes()),
        None => problems.push(unknown(&args.name, &own)),
    }
    out.problems(&problems, language, out::colors_errors(args.show.color));
    if problems.iter().any(|it| it.fatal) {
        Status::Failed
    } else {
        Status::Clean
    }
}

fn rule_page(rule: &Rule, language: Language) -> String {
    let mut page = format!("# {}\n\n", rule.id);
    if language == Language::Arabic {
        let _ = writeln!(page, "{}\n", isolated(rule.ar));
    }
    for line in rule.docs.lines() {
        let _ = writeln!(page, "{}", line.strip_prefix(' ').unwrap_or(line));
    }
    let (severity, confidence, category) = (rule.severity, rule.confidence, rule.category);
    let _ = writeln!(
        page,
        "\nSeverity {severity}, confidence {confidence}, {category}."
    );
    page
}

fn entry_page(loaded: &Loaded, id: &str, language: Language) -> Option<String> {
    let entry = loaded
        .glossary
        .entries
        .iter()
        .find(|it| it.id.value == id)?;
    let kind = entry.kind.or(loaded.glossary.kind).unwrap_or(Kind::Term);
    let mut page = format!("# {id}\n\n{} in {}", kind_name(kind), visible(&loaded.path));
    // The fields of an extended entry stand in two files: its own place is the one to edit.
    let _ = writeln!(page, ", line {}\n", place(&entry.id).line);
    facts(&mut page, entry);
    for avoid in &entry.avoid {
        let _ = write!(page, "\nAvoid   {}", isolated(&avoid.find.value));
        for new in avoid.r#use.iter().chain(&avoid.or) {
            let _ = write!(page, " → {}", isolated(&new.value));
        }
        page.push('\n');
        let aside = [("unless", &avoid.unless), ("near", &avoid.near)];
        for (word, patterns) in aside.into_iter().filter(|it| !it.1.is_empty()) {
            let patterns: Vec<_> = patterns.iter().map(|it| isolated(&it.value)).collect();
            let _ = writeln!(page, "        {word} {}", patterns.join(", "));
        }
        if let Some(why) = &avoid.why {
            let why = match language {
                Language::English => visible(&why.en).into_owned(),
                Language::Arabic => isolated(&why.ar),
            };
            let _ = writeln!(page, "        {why}");
        }
    }
    let tests = test_lines(entry);
    if !tests.is_empty() {
        page += "\nTests\n";
    }
    for line in tests {
        let source = line
            .source
            .map_or(String::new(), |it| format!("{} => ", visible(it)));
        let _ = writeln!(page, "    {source}{}", isolated(line.marked));
    }
    Some(page)
}

/// What stands in the entry about the concept, a line each.
fn facts(page: &mut String, entry: &Entry) {
    let arabic = entry.ar.as_ref().map(|it| &it.value);
    let lines = [
        ("English", Some(&entry.en), entry.also_en.as_slice()),
        ("Arabic", arabic, entry.also.as_slice()),
        ("Allowed", entry.harmless.as_ref(), &[]),
        ("Note", entry.note.as_ref(), &[]),
        ("From", entry.source.as_ref(), &[]),
    ];
    for (name, first, rest) in lines {
        let values = first.into_iter().chain(rest).filter(|it| !it.is_empty());
        let values: Vec<String> = values.map(|it| isolated(it)).collect();
        if !values.is_empty() {
            let _ = writeln!(page, "{name:<7} {}", values.join(", "));
        }
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Idiom => "Idiom",
        Kind::Sense => "Sense",
        Kind::Term => "Term",
        Kind::Calque => "Calque",
        Kind::Title => "Title",
        Kind::Name => "Name",
    }
}

fn unknown(name: &str, own: &[Loaded]) -> Problem {
    let shipped = bundled::compiled();
    let own = own.iter().flat_map(|it| &it.glossary.entries);
    let known = rules::all()
        .flat_map(|it| [it.id, it.name()])
        .chain(own.map(|it| it.id.value.as_str()))
        .chain(shipped.entries.iter().map(|it| &*it.id));
    let message = not_called(&RULE_OR_ENTRY, name, nearest(name, known));
    Problem::fatal("", message)
}
