//! What the shipped glossaries hold: how many entries of each kind, how much of the English of news
//! they cover, and that each pattern finds every form of its head word.

use std::{collections::BTreeSet, fmt::Write, fs, path::Path};

use fasih::{
    arabic::{Clitics, Conjunction, Particle, Words, join, number_sentences},
    bundled,
    glossary::{Entry, Glossaries, Kind, Loaded, Vocabulary, load},
    matcher::Lexeme,
    pattern::{Item, Linear, parse},
};

fn loaded() -> Vec<Loaded> {
    let files = bundled::files().iter();
    files
        .map(|(path, yaml)| load(path, yaml).expect("the build read it"))
        .collect()
}

fn kind(loaded: &Loaded, entry: &Entry) -> Option<Kind> {
    entry.kind.or(loaded.glossary.kind)
}

#[test]
fn there_are_as_many_entries_as_the_project_promises() {
    let all = loaded();
    let count = |wanted: &[Kind]| {
        let entries = all
            .iter()
            .flat_map(|it| it.glossary.entries.iter().map(move |entry| (it, entry)));
        entries
            .filter(|(it, entry)| kind(it, entry).is_some_and(|it| wanted.contains(&it)))
            .filter(|(_, entry)| !entry.avoid.is_empty() || entry.harmless.is_some())
            .count()
    };
    let reversed = all
        .iter()
        .flat_map(|it| &it.glossary.entries)
        .filter(|it| !it.avoid_en.is_empty())
        .count();
    let counts = [
        ("idioms", count(&[Kind::Idiom]), 600),
        ("senses", count(&[Kind::Sense]), 450),
        ("terms and titles", count(&[Kind::Term, Kind::Title]), 400),
        ("calques", count(&[Kind::Calque]), 120),
        ("entries for English targets", reversed, 150),
    ];
    for (what, found, least) in counts {
        println!("{found} {what}");
        assert!(found >= least, "{found} {what}, at least {least} wanted");
    }
}

/// Forms of a pattern's head word, with the clitics that news writes onto them.
fn inflected(lexeme: &Lexeme) -> BTreeSet<String> {
    let with = |conjunction, particle, article| Clitics {
        conjunction,
        particle,
        article,
        pronoun: None,
    };
    let wa = Some(Conjunction::Wa);
    let mut forms = BTreeSet::new();
    match lexeme {
        Lexeme::Noun(noun) => {
            for form in noun.forms() {
                let mut add = |clitics| forms.insert(join(clitics, &form.text, &form.text));
                add(Clitics::NONE);
                add(with(wa, None, false));
                add(with(None, Some(Particle::Ba), false));
                if !form.features.construct && !form.features.tanwin {
                    add(with(None, None, true));
                    add(with(wa, Some(Particle::Ba), true));
                    add(with(None, Some(Particle::La), true));
                }
            }
        }
        Lexeme::Verb(verb) => {
            for form in verb.forms() {
                forms.insert(form.text.clone());
                forms.insert(join(with(wa, None, false), &form.text, &form.text));
            }
        }
        Lexeme::Particle(..) | Lexeme::Exact(_) | Lexeme::Name(_) => {}
    }
    forms
}

/// Texts of a way through a pattern, one for each form of the head word: the first of the focus.
fn texts(way: &Linear, vocabulary: &Vocabulary) -> Vec<String> {
    let head = way
        .focus
        .clone()
        .find(|it| matches!(way.items[*it], Item::Words(_)));
    let Some(head) = head else { return Vec::new() };
    let Item::Words(alternatives) = &way.items[head] else {
        return Vec::new();
    };
    let Some((_, lexeme)) = vocabulary.resolve(&alternatives[0]) else {
        return Vec::new();
    };
    inflected(&lexeme)
        .into_iter()
        .map(|form| {
            let mut text = String::new();
            for (at, item) in way.items.iter().enumerate() {
                match item {
                    Item::Words(_) if at == head => write!(text, " {form}").unwrap(),
                    Item::Words(words) => write!(text, " {}", words[0].text).unwrap(),
                    Item::Capture(_) => text.push_str(" فلان"),
                    Item::Gap(_) => {}
                }
            }
            text
        })
        .collect()
}

#[test]
fn every_form_of_a_head_word_is_found() {
    let compiled = bundled::compiled();
    let vocabulary = compiled.vocabulary().clone().indexed();
    let glossaries = Glossaries::new(vec![bundled::compiled()], &rustc_hash::FxHashSet::default());
    let mut tried = 0;
    let mut missed: Vec<String> = Vec::new();
    for loaded in loaded() {
        for entry in &loaded.glossary.entries {
            for (number, avoid) in entry.avoid.iter().enumerate() {
                // What must stand elsewhere in the sentence is not in these texts.
                if !avoid.near.is_empty() {
                    continue;
                }
                let pattern = parse(&avoid.find.value).expect("the build parsed it");
                let ways = pattern.linear().expect("the build spelt it out");
                let texts = texts(&ways[0], &vocabulary);
                let alone = ways[0].items.len() == 1;
                for text in texts {
                    // Three letters behind a clitic are no sign of a word by themselves.
                    if alone && text.trim().chars().count() <= 5 {
                        continue;
                    }
                    tried += 1;
                    let mut words = Words::scan(&text);
                    number_sentences(&mut words);
                    let readings = glossaries.read([(text.as_str(), &words)]);
                    let (matches, _) = glossaries.find(&readings[0]);
                    let found = matches.iter().any(|it| {
                        let id = &glossaries.entry(it.entry).id;
                        **id == *entry.id.value && usize::from(it.avoid) == number
                    });
                    if !found && avoid.unless.is_empty() {
                        missed.push(format!(
                            "{}: `{}` misses{text}",
                            entry.id.value, avoid.find.value
                        ));
                    }
                }
            }
        }
    }
    println!("{tried} forms tried");
    assert!(tried > 20_000, "only {tried} forms tried");
    assert!(
        missed.is_empty(),
        "{} forms missed, as:\n{}",
        missed.len(),
        missed[..missed.len().min(60)].join("\n")
    );
}

/// The English of the entries: of those that avoid something, and of the harmless ones.
fn english() -> (Vec<BTreeSet<String>>, Vec<BTreeSet<String>>) {
    let mut avoided = Vec::new();
    let mut harmless = Vec::new();
    for loaded in loaded() {
        for entry in &loaded.glossary.entries {
            if kind(&loaded, entry) == Some(Kind::Name) {
                continue;
            }
            let to = if entry.harmless.is_some() {
                &mut harmless
            } else {
                &mut avoided
            };
            let needs = entry.needs.iter().map(|it| &it.value);
            for text in std::iter::once(&entry.en)
                .chain(&entry.also_en)
                .chain(needs)
            {
                to.push(lemmas(text));
            }
        }
    }
    (avoided, harmless)
}

/// The words of an English expression without what varies: pronouns, articles, endings.
fn lemmas(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| {
            !matches!(
                *it,
                "" | "a"
                    | "an"
                    | "the"
                    | "s"
                    | "to"
                    | "be"
                    | "one"
                    | "someone"
                    | "something"
                    | "his"
                    | "her"
                    | "its"
                    | "their"
                    | "your"
                    | "my"
            )
        })
        .map(stem)
        .collect()
}

fn stem(word: &str) -> String {
    let cut = ["ies", "ing", "ed", "es", "s", "e", "y"]
        .iter()
        .find_map(|it| word.strip_suffix(it).filter(|it| it.len() >= 3));
    let cut = cut.unwrap_or(word);
    let mut letters: Vec<char> = cut.chars().collect();
    let doubled = letters.len() > 3 && letters[letters.len() - 1] == letters[letters.len() - 2];
    if doubled {
        letters.pop();
    }
    letters.into_iter().collect()
}

/// Of the first 300 lines of an inventory: how many are covered, and by harmless entries only.
#[test]
fn the_english_of_news_is_covered() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/inventories");
    let (avoided, harmless) = english();
    for (file, least) in [
        ("english_idioms.tsv", 270),
        ("english_polysemous_words.tsv", 240),
    ] {
        let Ok(inventory) = fs::read_to_string(folder.join(file)) else {
            println!("skipped: ../shared is not here");
            return;
        };
        let (mut covered, mut only_harmless, mut weight, mut harmless_weight) = (0, 0, 0.0, 0.0);
        let mut missing = Vec::new();
        for line in inventory.lines().skip(1).take(300) {
            let mut fields = line.split('\t');
            let expression = fields.next().unwrap_or_default();
            let count: f64 = fields.next().and_then(|it| it.parse().ok()).unwrap_or(0.0);
            let wanted = lemmas(expression);
            let has = |all: &[BTreeSet<String>]| all.iter().any(|it| wanted.is_subset(it));
            let (bad, good) = (has(&avoided), has(&harmless));
            if bad || good {
                covered += 1;
                weight += count;
            } else {
                missing.push(expression.to_owned());
            }
            if good && !bad {
                only_harmless += 1;
                harmless_weight += count;
            }
        }
        println!(
            "{file}: {covered} of 300 covered, {only_harmless} of them harmless ({:.0} % of the covered, {:.0} % by frequency); missing: {}",
            100.0 * f64::from(only_harmless) / f64::from(covered),
            100.0 * harmless_weight / weight,
            missing.join(", ")
        );
        assert!(covered >= least, "{file}: only {covered} of 300 covered");
        assert!(f64::from(only_harmless) <= 0.4 * f64::from(covered));
    }
}
