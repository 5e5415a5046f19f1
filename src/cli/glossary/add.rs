//! `fasih glossary add`: an entry, from flags or by questions, with a test that fires.

use std::path::Path;

use super::{
    ask::{ask, confirmed},
    growth_args::AddArgs,
};
use crate::{
    cli::{
        Status,
        out::{self, Out},
    },
    diagnostic::{Language, Message, Problem},
    glossary::{Kind, load},
    keeping::{
        Avoided, Concept,
        concept::id_for,
        insert::{Refused, insert},
        trial::{Untested, with_tests},
        written::{entry_yaml, glossary_yaml},
    },
    names, world,
};

/// How many spellings of a name are proposed.
const CANDIDATES: usize = 4;

/// Runs the command.
pub(super) fn run(args: &AddArgs, out: &mut Out) -> Status {
    let language: Language = args.show.language.map_or(Language::default(), Into::into);
    let problems = match added(args, out) {
        Ok(()) => return Status::Clean,
        Err(problems) => problems,
    };
    out.problems(&problems, language, out::colors_errors(args.show.color));
    Status::Failed
}

fn added(args: &AddArgs, out: &mut Out) -> Result<(), Vec<Problem>> {
    let path = args.to.to_string_lossy().into_owned();
    let one = |message: Message| vec![Problem::fatal(&path, message)];
    let default = if args.to.exists() {
        let text = world::read_text(&args.to).map_err(|it| vec![it])?;
        load(&path, &text)?.glossary.kind
    } else {
        args.kind
    };
    let mut concept = given(args).map_err(one)?;
    concept.kind = args.kind.or(default);
    if args.interactive {
        complete(&mut concept, out);
    }
    if concept.id.is_empty() {
        concept.id = id_for(&concept.en);
    }
    if let Some(message) = missing(&concept) {
        return Err(one(message));
    }
    let concept = with_tests(&concept).map_err(|it| one(untested(&it)))?;
    let shown = entry_yaml(&concept, default, 2);
    if args.dry_run {
        out.write(shown.as_bytes());
        return Ok(());
    }
    if args.interactive {
        out.warn(format!("\n{shown}\n"));
        if !confirmed(out, &format!("Write it to {path}?")) {
            return Ok(());
        }
    }
    write(&args.to, default, std::slice::from_ref(&concept))?;
    out.write(format!("{path}: added `{}`\n", concept.id).as_bytes());
    Ok(())
}

/// What the flags say.
fn given(args: &AddArgs) -> Result<Concept, Message> {
    let mut concept = Concept {
        id: args.id.clone().unwrap_or_default(),
        r#type: args.r#type,
        gender: args.gender,
        en: args.en.clone().unwrap_or_default(),
        also_en: args.also_en.clone(),
        needs: args.needs.clone(),
        ar: args.ar.clone().unwrap_or_default(),
        also: args.also.clone(),
        note: args.note.clone(),
        source: args.source.clone(),
        domain: args.domain.clone(),
        by: args.by.clone(),
        date: args.date.clone(),
        tests: args.test.clone(),
        ..Concept::default()
    };
    for avoid in &args.avoid {
        let Some((find, r#use)) = avoid.split_once("=>") else {
            return Err(Message::new(
                format!("`--avoid {avoid}` does not say what to write: FIND => USE"),
                format!("لا يذكر ‎--avoid {avoid} ما يُكتب بدله: FIND => USE"),
            ));
        };
        concept.avoid.push(Avoided::new(find.trim(), r#use.trim()));
    }
    Ok(concept)
}

/// Asks for what is not given.
fn complete(concept: &mut Concept, out: &mut Out) {
    if concept.en.is_empty() {
        concept.en = ask(out, "English: ").unwrap_or_default();
    }
    if concept.ar.is_empty() {
        let known = if concept.kind == Some(Kind::Name) {
            names::candidates(&concept.en, CANDIDATES)
        } else {
            Vec::new()
        };
        for (number, candidate) in (1..).zip(&known) {
            out.warn(format!("  {number}  {}\n", candidate.arabic));
        }
        let question = if known.is_empty() {
            "Arabic: "
        } else {
            "Arabic, or a number: "
        };
        let answer = ask(out, question).unwrap_or_default();
        let chosen = answer
            .parse::<usize>()
            .ok()
            .and_then(|it| known.get(it.wrapping_sub(1)));
        concept.ar = chosen.map_or(answer, |it| it.arabic.clone());
    }
    if concept.avoid.is_empty() && concept.kind != Some(Kind::Name) {
        let find = ask(out, "Arabic to avoid (nothing: none): ").unwrap_or_default();
        if !find.is_empty() {
            concept.avoid.push(Avoided::new(find, concept.ar.clone()));
        }
    }
    if !concept.avoid.is_empty() && concept.tests.is_empty() {
        concept.tests = ask(out, "A sentence that has it: ")
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect();
    }
}

/// What an entry must have before it is tried.
fn missing(concept: &Concept) -> Option<Message> {
    if concept.ar.is_empty() {
        let spellings = names::candidates(&concept.en, CANDIDATES);
        let spellings: Vec<&str> = spellings.iter().map(|it| it.arabic.as_str()).collect();
        return Some(
            if concept.kind == Some(Kind::Name) && !spellings.is_empty() {
                let list = spellings.join("، ");
                Message::new(
                    format!("choose the spelling with --ar; the model proposes {list}"),
                    format!("اختر الرسم بالخيار ‎--ar؛ يقترح النموذج: {list}"),
                )
            } else {
                Message::fixed(
                    "`--ar` is missing: the Arabic to write",
                    "ينقص ‎--ar: العربية التي تُكتب",
                )
            },
        );
    }
    let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if concept.id.is_empty() || !concept.id.chars().all(kebab) {
        return Some(Message::fixed(
            "`--id` is missing: small Latin letters, digits and hyphens",
            "ينقص ‎--id: أحرف لاتينية صغيرة وأرقام وواصلات",
        ));
    }
    None
}

fn untested(error: &Untested) -> Message {
    let ar = match error {
        Untested::Wrong(problems) => problems.first().map_or("", |it| &it.message.ar).to_owned(),
        Untested::Silent => "لا اختبار يبيّن ما يجده المدخل: أعط جملة فيها ما يُتجنب".to_owned(),
        Untested::Restless => "يجد المدخل شيئا في النص بعد إصلاحه؛ ضيّق النمط".to_owned(),
        Untested::Other { wanted, found } => {
            format!("لا يصح الاختبار: المطلوب {wanted} والموجود {found}")
        }
    };
    Message::new(error.to_string(), ar)
}

/// Writes entries into the glossary at `path`, a new one where there is none.
pub(super) fn write(
    path: &Path,
    kind: Option<Kind>,
    concepts: &[Concept],
) -> Result<(), Vec<Problem>> {
    let shown = path.to_string_lossy();
    if !path.exists() {
        let title = path
            .file_stem()
            .map_or("glossary".into(), |it| it.to_string_lossy());
        let yaml = glossary_yaml(&title, kind, concepts);
        return world::create(path, yaml.as_bytes(), false).map_err(|it| vec![it]);
    }
    world::update(path, |text| match insert(&shown, text, concepts) {
        Ok(text) => Ok((text, ())),
        Err(Refused::Unreadable(problems)) => Err(problems),
        Err(refused) => Err(vec![Problem::fatal(&*shown, refusal(&refused))]),
    })
}

fn refusal(refused: &Refused) -> Message {
    let ar = match refused {
        Refused::Taken(id) => format!("المعرّف «{id}» مستعمل؛ غيّر ذلك المدخل أو اختر معرّفا آخر"),
        Refused::Duplicate(id) => format!("المدخل «{id}» يقول هذا من قبل"),
        _ => "تعذرت الكتابة في موضعها؛ أضف المدخل بيدك".to_owned(),
    };
    Message::new(refused.to_string(), ar)
}
