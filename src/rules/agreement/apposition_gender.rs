//! What is said of a person right after the name, in the gender of another: see [`RULE`].

use super::holder::{first_word, in_gender, other_title, saying_verb_of};
use crate::{
    arabic::{Gender, Number, bare, finite_verb, other_gender, saying_verb},
    diagnostic::{Applicability, Confidence, Fix, Message, Replacement},
    matcher::Barrier,
    rule::{Ctx, Findings, Person, rule},
};

rule! {
    /// A pronoun, relative pronoun or office behind a person's name in another gender than the person.
    ///
    /// ## Why
    ///
    /// `…, who`, `…, a Turkish national`, `…, the owner of` show no gender in English. Only people
    /// whose full name the gazetteer gives are looked at, where the name is the subject of its clause: behind
    /// another noun (`حكومة ميركل التي`) the pronoun may mean that.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// قالت كارولين ليفيت، {وهو|وهي} {+مواطن|مواطنة} {+أمريكي|أمريكية}، إنها راضية.
    /// ```
    ///
    /// ```ar
    /// وأكدت ميلاني جولي، {الذي|التي} {+قال|قالت} ذلك أمس، أن كارولين ليفيت، {المتحدث|المتحدثة} {+الرسمي|الرسمية} باسم البيت الأبيض، وافقت.
    /// ```
    ///
    /// ```ar
    /// قالت كارولين ليفيت، وهي مواطنة أمريكية، ما نفاه غيرها، وهو ما أثار الجدل. وحكومة ميلاني جولي الذي استقال رئيسها.
    /// ```
    "agreement/apposition-gender" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: High,
        ar: "وصف بعد الاسم لا يطابق جنس صاحبه",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for person in ctx.persons() {
        let at = person.words.end;
        let Some(word) = ctx.readings.words.get(at) else {
            continue;
        };
        // A given name that men do not bear tells a woman; one that women do not, less.
        let told = person.certain || person.gender == Gender::Feminine;
        if !told || !word.arabic || word.barrier > Barrier::Comma {
            continue;
        }
        let Some(edits) = mended(ctx, person, at) else {
            continue;
        };
        if !is_subject(ctx, person) {
            continue;
        }
        let first = &edits[0];
        let (written, right) = (ctx.at(first.span), first.text.clone());
        let message = match person.gender {
            Gender::Feminine => Message::new(
                format!("“{written}” is said of a woman: {right}"),
                format!("«{written}» وصف لامرأة: {right}"),
            ),
            Gender::Masculine => Message::new(
                format!("“{written}” is said of a man: {right}"),
                format!("«{written}» وصف لرجل: {right}"),
            ),
        };
        let span = first.span;
        let finding = acc.add(span, message);
        if !person.certain {
            finding.confidence = Confidence::Medium;
        }
        finding.fixes.push(Fix {
            title: None,
            applicability: Applicability::Suggested,
            edits,
        });
    }
}

/// What mends the words behind the name, the first of which is the one that is wrong.
fn mended(ctx: &Ctx<'_>, person: &Person, at: usize) -> Option<Vec<Replacement>> {
    let to = person.gender;
    let letters = bare(ctx.word(at));
    let place = |word: usize| ctx.readings.words[word].span;
    let edit = |word: usize, text: String| Replacement {
        span: place(word),
        text,
    };
    match letters.as_str() {
        "وهو" | "وهي" => {
            let other = other_gender(&letters, to)?;
            // وهو ما, وهو أمر refer to what was said: only what is said of people counts.
            let said = beside(ctx, at + 1).and_then(|it| other_title(ctx.word(it), to))?;
            let mut edits = vec![edit(at, other), edit(at + 1, said)];
            edits.extend(relation(ctx, at + 2, to).map(|it| edit(at + 2, it)));
            Some(edits)
        }
        "الذي" | "التي" => {
            let mut edits = vec![edit(at, other_gender(&letters, to)?)];
            if let Some(verb) = beside(ctx, at + 1)
                && let fold = ctx.fold(verb)
                && let Some(says) = saying_verb(fold).filter(|it| it.gender != to)
                && let Some(right) = in_gender(says, fold, to)
            {
                edits.push(edit(verb, right.to_owned()));
            }
            Some(edits)
        }
        _ => {
            if let Some(right) = own_verb(ctx, person, at) {
                return Some(vec![edit(at, right)]);
            }
            let comma = ctx.readings.words[at].barrier == Barrier::Comma;
            let named = ctx
                .persons()
                .iter()
                .any(|it| (at..at + 7).contains(&it.words.start));
            if !comma || named {
                return None;
            }
            let office = match (letters.as_str(), to) {
                ("صاحب", Gender::Feminine) => "صاحبة".to_owned(),
                ("صاحبة", Gender::Masculine) => "صاحب".to_owned(),
                _ => other_title(ctx.word(at), to)?,
            };
            let mut edits = vec![edit(at, office)];
            edits.extend(relation(ctx, at + 1, to).map(|it| edit(at + 1, it)));
            Some(edits)
        }
    }
}

/// The verb directly behind a name at the head of its clause, in the gender of the person, where it is in the other.
fn own_verb(ctx: &Ctx<'_>, person: &Person, at: usize) -> Option<String> {
    /// Spelt like passives: `يُعتقد أن`, `يُذكر أن`.
    const PASSIVE: [&str; 8] = [
        "يعتقد",
        "يذكر",
        "يتوقع",
        "يظن",
        "يقال",
        "يرجح",
        "يقدر",
        "يزعم",
    ];
    let letters = bare(ctx.word(at));
    let headed =
        ctx.readings.words[at].barrier == Barrier::Nothing && saying_verb_of(ctx, person).is_none();
    let verb = finite_verb(&letters)
        .filter(|it| headed && !it.noun_too && !PASSIVE.contains(&letters.as_str()))?;
    let wrong = verb.features.number == Number::Singular && verb.features.gender != person.gender;
    wrong.then(|| verb.singular(person.gender))
}

/// The word of this number, where nothing stands between it and the one before.
fn beside(ctx: &Ctx<'_>, word: usize) -> Option<usize> {
    let at = ctx.readings.words.get(word)?;
    (at.arabic && at.barrier == Barrier::Nothing).then_some(word)
}

/// The adjective of relation at `word` in gender `to`, where it is in the other.
fn relation(ctx: &Ctx<'_>, word: usize, to: Gender) -> Option<String> {
    let letters = bare(ctx.word(beside(ctx, word)?));
    let long = letters.chars().count() >= 5;
    match to {
        Gender::Feminine if long && letters.ends_with('ي') => Some(format!("{letters}ة")),
        Gender::Masculine if long && letters.ends_with("ية") => {
            letters.strip_suffix('ة').map(str::to_owned)
        }
        _ => None,
    }
}

/// Whether the name, or the office before it, is the subject of its clause.
fn is_subject(ctx: &Ctx<'_>, person: &Person) -> bool {
    let start = first_word(ctx, person);
    if ctx.readings.words[start].barrier == Barrier::Stop || saying_verb_of(ctx, person).is_some() {
        return true;
    }
    let Some(before) = start.checked_sub(1) else {
        return true;
    };
    let fold = ctx.fold(before);
    let core = fold.strip_prefix(['و', 'ف']).unwrap_or(fold);
    matches!(core, "ان" | "لان" | "لكن" | "كان" | "كانت")
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn only_what_is_said_of_the_person_counts() {
        check(&RULE, "كارولين ليفيت، {صاحب|صاحبة} الفكرة، غائبة");
        check(&RULE, "إن دونالد ترامب، {التي|الذي} فاز، سيحضر");
        check(&RULE, "قالت كارولين ليفيت، وهو أمر متوقع، إنها راضية");
        check(&RULE, "فريق كارولين ليفيت الذي خسر");
        check(&RULE, "اللقاء مع كارولين ليفيت الذي جرى أمس");
        check(&RULE, "قالت كارولين ليفيت، المتحدثة باسم الوزارة، ذلك");
        check(&RULE, "أكد أن كارولين ليفيت {قال|قالت} ذلك");
        check(&RULE, "القاضية هانا دوغان، {الذي|التي} {+قال|قالت} ذلك");
        check(&RULE, "ما أعلنته كارولين ليفيت قال عنه الوزير إنه خطأ");
    }
}
