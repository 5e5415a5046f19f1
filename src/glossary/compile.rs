//! From entries to what runs: patterns parsed, words inflected, targets numbered.

use rustc_hash::FxHashSet;

use super::{
    compiled::{
        Compiled, CompiledAvoid, CompiledEntry, Focuses, Name, Replacing, ReplacingPart, Target,
    },
    english::english_avoid,
    load::{Loaded, place},
    schema::{Avoid, Entry, Kind, NameType},
    vocabulary::{Vocabulary, without_article},
};
use crate::{
    arabic::{folded, particle, particles},
    diagnostic::{Applicability, Confidence, Message, Problem, Severity},
    matcher::{Lexeme, LexemeId, LexiconBuilder, Place, ProgramBuilder},
    pattern::{Element, Item, Linear, Part, PatternError, WordPattern, parse, parse_template},
};

/// Compiles `glossaries` with `known`, the words that other glossaries declare.
///
/// What is wrong is reported with its place, and the entry it is wrong in left out; the rest works.
pub fn compile(glossaries: &[Loaded], known: &Vocabulary) -> (Compiled, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut vocabulary = known.clone().indexed();
    let mut own = Vocabulary::default();
    for loaded in glossaries {
        let of_entries = loaded.glossary.entries.iter().flat_map(|it| &it.words);
        for word in loaded.glossary.words.iter().chain(of_entries) {
            match vocabulary.add(&loaded.path, word) {
                Ok(()) => problems.extend(own.add(&loaded.path, word).err()),
                Err(problem) => problems.push(problem),
            }
        }
    }
    let mut compiler = Compiler {
        vocabulary: &vocabulary,
        words: LexiconBuilder::default(),
        ways: Vec::new(),
        targets: Vec::new(),
        focuses: Vec::new(),
        entries: Vec::new(),
        names: Vec::new(),
        problems,
    };
    for (key, lexeme) in own.lexemes() {
        compiler.words.add(key, || lexeme);
    }
    for loaded in glossaries {
        for entry in &loaded.glossary.entries {
            let kind = entry.kind.or(loaded.glossary.kind).unwrap_or(Kind::Term);
            compiler.entry(&loaded.path, entry, kind);
        }
    }
    compiler.finish(own)
}

struct Compiler<'v> {
    vocabulary: &'v Vocabulary,
    words: LexiconBuilder,
    ways: Vec<(u32, Vec<Place>, std::ops::Range<usize>)>,
    targets: Vec<Target>,
    /// The focuses of ways alone, with the avoids they belong to.
    focuses: Vec<((u32, u16), Vec<Place>)>,
    entries: Vec<CompiledEntry>,
    names: Vec<Name>,
    problems: Vec<Problem>,
}

impl Compiler<'_> {
    fn entry(&mut self, path: &str, entry: &Entry, kind: Kind) {
        let number = self.entries.len() as u32;
        let ar = entry.ar.as_ref().map_or("", |it| it.value.as_str());
        let name = (kind == Kind::Name).then(|| self.name(number, entry, ar));
        let mut avoids = Vec::new();
        for avoid in &entry.avoid {
            let (targets, ways) = (self.targets.len(), self.ways.len());
            match self.avoid(path, number, avoids.len() as u16, entry, avoid, kind) {
                Ok(avoid) => avoids.push(avoid),
                Err(problem) => {
                    // Its patterns go with it: a target must not point at an avoid that is not there.
                    let failed = (number, avoids.len() as u16);
                    self.focuses.retain(|it| it.0 != failed);
                    self.targets.truncate(targets);
                    self.ways.truncate(ways);
                    self.problems.push(problem);
                }
            }
        }
        let mut avoid_en = Vec::with_capacity(entry.avoid_en.len());
        for avoid in &entry.avoid_en {
            match english_avoid(entry, avoid, defaults(kind)) {
                Ok(compiled) => avoid_en.push(compiled),
                Err((at, wrong)) => self.problems.push(pattern_problem(path, at, &wrong)),
            }
        }
        self.entries.push(CompiledEntry {
            id: entry.id.value.as_str().into(),
            kind,
            en: entry.en.clone(),
            also_en: entry.also_en.clone(),
            needs: entry.needs.iter().map(|it| it.value.clone()).collect(),
            only_sense: entry.only_sense,
            ar: ar.to_owned(),
            also: entry.also.clone(),
            avoid: avoids,
            avoid_en,
            name,
        });
    }

    fn avoid(
        &mut self,
        path: &str,
        entry_number: u32,
        number: u16,
        entry: &Entry,
        avoid: &Avoid,
        kind: Kind,
    ) -> Result<CompiledAvoid, Problem> {
        let mut replacements = Vec::new();
        for template in avoid.r#use.iter().chain(&avoid.or) {
            let parsed = parse_template(&template.value);
            let parsed = parsed.map_err(|it| pattern_problem(path, place(template), &it))?;
            let parts = parsed.parts.into_iter().map(|it| self.part(it));
            let parts: Option<Vec<_>> = parts.collect();
            let Some(parts) = parts else {
                return Err(unknown_verb(path, place(template), &template.value));
            };
            replacements.push(Replacing {
                parts,
                carrier: parsed.carrier.map(|it| it as u8),
            });
        }
        self.pattern(path, &avoid.find, Target::Avoid(entry_number, number))?;
        let mut aside = |patterns: &[serde_saphyr::Spanned<String>]| {
            let add = |it| self.pattern(path, it, Target::Aside);
            patterns.iter().map(add).collect::<Result<Vec<_>, _>>()
        };
        let (unless, near) = (aside(&avoid.unless)?, aside(&avoid.near)?);
        let (severity, confidence) = defaults(kind);
        let focus = parse(&avoid.find.value).map_or_else(|_| Vec::new(), focus_words);
        let plural = |word: &WordPattern| {
            let stem = without_article(&word.text);
            let noun = self.vocabulary.noun(stem);
            noun.is_some_and(|it| it.plurals.iter().any(|it| it == stem) && it.singular != stem)
        };
        Ok(CompiledAvoid {
            replacements,
            definite: focus
                .iter()
                .any(|it| particle(&it.text).is_none() && without_article(&it.text) != it.text),
            plural: focus.iter().any(plural),
            unless,
            near,
            severity: avoid.severity.or(entry.severity).unwrap_or(severity),
            confidence: avoid.confidence.or(entry.confidence).unwrap_or(confidence),
            applicability: avoid.applicability.unwrap_or(Applicability::Suggested),
            why: avoid.why.as_ref().map(|it| (it.en.clone(), it.ar.clone())),
        })
    }

    /// Adds the ways of a pattern and gives the number of its target.
    fn pattern(
        &mut self,
        path: &str,
        text: &serde_saphyr::Spanned<String>,
        target: Target,
    ) -> Result<u32, Problem> {
        let wrong = |it: &PatternError| pattern_problem(path, place(text), it);
        let pattern = parse(&text.value).map_err(|it| wrong(&it))?;
        let ways = pattern.linear().map_err(|it| {
            wrong(&PatternError {
                offset: 0,
                message: format!("{it}: `{}`", text.value),
            })
        })?;
        let number = self.targets.len() as u32;
        let mut made = Vec::new();
        for way in ways {
            match self.way(&way) {
                Some(places) => {
                    if let Target::Avoid(entry, avoid) = target {
                        self.focus((entry, avoid), &places[way.focus.clone()]);
                    }
                    made.push((number, places, way.focus));
                }
                None => return Err(unknown_verb(path, place(text), &text.value)),
            }
        }
        self.ways.extend(made);
        self.targets.push(target);
        Ok(number)
    }

    /// Keeps the focus of a way of `avoid`, unless it is made of particles, which stand everywhere.
    fn focus(&mut self, avoid: (u32, u16), focus: &[Place]) {
        let tells = |it: &LexemeId| {
            let lexeme = self.words.lexeme(*it);
            !matches!(lexeme, Lexeme::Particle(..) | Lexeme::Exact(_))
        };
        let place_tells = |it: &Place| matches!(it, Place::Set(ids) if ids.iter().all(tells));
        let captures = focus.iter().any(|it| matches!(it, Place::Capture(_)));
        let known = (avoid, focus.to_vec());
        let mut mine = self.focuses.iter().rev().take_while(|it| it.0 == avoid);
        if focus.iter().any(place_tells) && !captures && !mine.any(|it| *it == known) {
            self.focuses.push(known);
        }
    }

    fn way(&mut self, way: &Linear) -> Option<Vec<Place>> {
        let place = |item: &Item| {
            Some(match item {
                Item::Gap(most) => Place::Gap(*most),
                Item::Capture(kept) => Place::Capture(*kept),
                Item::Words(words) => {
                    let ids: Option<Vec<_>> = words.iter().map(|it| self.word(it)).collect();
                    Place::Set(ids?)
                }
            })
        };
        way.items.iter().map(place).collect()
    }

    fn word(&mut self, word: &WordPattern) -> Option<LexemeId> {
        let (key, lexeme) = self.vocabulary.resolve(word)?;
        Some(self.words.add(key, || lexeme))
    }

    fn part(&mut self, part: Part) -> Option<ReplacingPart> {
        Some(match part {
            Part::Captured(number) => ReplacingPart::Captured(number),
            Part::Word(word) => {
                let (key, lexeme) = self.vocabulary.resolve(&word)?;
                match lexeme {
                    Lexeme::Noun(_) => {
                        ReplacingPart::Noun(word.text, self.words.add(key, || lexeme))
                    }
                    Lexeme::Verb(_) => ReplacingPart::Verb(self.words.add(key, || lexeme)),
                    _ => ReplacingPart::Fixed(word.text),
                }
            }
        })
    }

    fn name(&mut self, entry: u32, written: &Entry, ar: &str) -> u32 {
        let number = self.names.len() as u32;
        let r#type = written.r#type.unwrap_or(NameType::Person);
        let arabic: Vec<String> = std::iter::once(ar)
            .chain(written.also.iter().map(String::as_str))
            .filter(|it| !it.is_empty())
            .map(ToOwned::to_owned)
            .collect();
        for spelling in &arabic {
            let words: Vec<&str> = spelling.split_whitespace().collect();
            self.name_way(Target::FullName(entry), &words);
        }
        if let (NameType::Person, [_, .., last]) =
            (r#type, ar.split_whitespace().collect::<Vec<_>>().as_slice())
        {
            self.name_way(Target::Surname(entry), &[last]);
        }
        let latin = std::iter::once(&written.en).chain(&written.also_en);
        self.names.push(Name {
            entry,
            r#type,
            gender: written.gender.map(Into::into),
            latin: latin.filter(|it| !it.is_empty()).cloned().collect(),
            arabic,
        });
        number
    }

    fn name_way(&mut self, target: Target, words: &[&str]) {
        if words.is_empty() {
            return;
        }
        let mut places = Vec::new();
        for word in words {
            let key = format!("#{word}");
            let id = self.words.add(key, || Lexeme::Name((*word).to_owned()));
            places.push(Place::Set(vec![id]));
        }
        let number = self.targets.len() as u32;
        let focus = 0..places.len();
        self.ways.push((number, places, focus));
        self.targets.push(target);
    }

    fn finish(mut self, own: Vocabulary) -> (Compiled, Vec<Problem>) {
        let mut program = ProgramBuilder::default();
        self.ways.sort_by_key(|it| it.0);
        for (target, places, focus) in self.ways {
            program.add(target, places, focus);
        }
        for (number, target) in self.targets.iter().enumerate() {
            if *target == Target::Aside {
                program.set_aside(number as u32);
            }
        }
        // By folds: a text is looked up by them, so the name علي is met wherever على stands.
        let common: FxHashSet<String> = particles().chain(COMMON).map(folded).collect();
        let is_common = |id: LexemeId| match self.words.lexeme(id) {
            Lexeme::Noun(noun) => common.contains(&folded(&noun.singular)),
            Lexeme::Particle(..) => true,
            Lexeme::Exact(text) | Lexeme::Name(text) => {
                let fold = folded(text);
                common.contains(&fold) || common.contains(without_article(&fold))
            }
            Lexeme::Verb(verb) => common.contains(&folded(&verb.past)),
        };
        let program = program.finish(self.words.len(), is_common);
        let mut focuses = ProgramBuilder::default();
        let mut focus_targets: Vec<(u32, u16)> = Vec::new();
        for (avoid, places) in self.focuses {
            if focus_targets.last() != Some(&avoid) {
                focus_targets.push(avoid);
            }
            let focus = 0..places.len();
            focuses.add(focus_targets.len() as u32 - 1, places, focus);
        }
        let focuses = Focuses {
            program: focuses.finish(self.words.len(), is_common),
            targets: focus_targets,
        };
        let lexicon = self.words.finish(|it| program.is_waiting_for(it));
        let lexemes = (0..self.words.len() as u32)
            .map(|it| self.words.lexeme(LexemeId(it)).clone())
            .collect();
        let mut compiled = Compiled::new(
            self.entries,
            self.targets,
            program,
            lexicon,
            lexemes,
            self.names,
            own,
        );
        compiled.focuses = focuses;
        (compiled, self.problems)
    }
}

/// The words of the focus of a pattern, all alternatives, in reading order.
fn focus_words(pattern: crate::pattern::Pattern) -> Vec<WordPattern> {
    fn collect(elements: impl IntoIterator<Item = Element>, words: &mut Vec<WordPattern>) {
        for element in elements {
            match element {
                Element::Word(word) => words.push(word),
                Element::OneOf(branches) | Element::Optional(branches) => {
                    collect(branches.into_iter().flatten(), words);
                }
                Element::Gap(_) | Element::Capture(_) => {}
            }
        }
    }
    let mut words = Vec::new();
    let focus = pattern.focus.clone();
    let elements = pattern.elements.into_iter();
    collect(elements.skip(focus.start).take(focus.len()), &mut words);
    words
}

/// Words that stand in most articles: a pattern that waited at one of them would be tried all the
/// time.
const COMMON: [&str; 132] = [
    "قال",
    "كان",
    "أكد",
    "أعلن",
    "أضاف",
    "تم",
    "كل",
    "بعض",
    "غير",
    "أي",
    "عام",
    "يوم",
    "سنة",
    "شهر",
    "أسبوع",
    "وقت",
    "رئيس",
    "وزير",
    "دولة",
    "حكومة",
    "بلد",
    "مدينة",
    "منطقة",
    "عالم",
    "شركة",
    "شخص",
    "رجل",
    "طفل",
    "امرأة",
    "عمل",
    "عدد",
    "مليون",
    "مليار",
    "دولار",
    "بيت",
    "مجلس",
    "حزب",
    "حرب",
    "قوة",
    "قانون",
    "قرار",
    "اتفاق",
    "أمن",
    "سلام",
    "جيش",
    "شعب",
    "حق",
    "أمر",
    "شيء",
    "طريق",
    "جزء",
    "مرة",
    "نهاية",
    "بداية",
    "جديد",
    "كبير",
    "أول",
    "آخر",
    "واحد",
    "خاص",
    "أمريكي",
    "روسي",
    "دولي",
    "سياسي",
    "عسكري",
    "اقتصادي",
    "اجتماعي",
    "وطني",
    "عالمي",
    "حالي",
    "ماضي",
    "سابق",
    "أبيض",
    "فريق",
    "لاعب",
    "مباراة",
    "حياة",
    "بيان",
    "لقاء",
    "اجتماع",
    "مشروع",
    "برنامج",
    "نظام",
    "وضع",
    "دور",
    "حال",
    "اسم",
    "رأي",
    "حين",
    "نفس",
    "مع",
    "صحيفة",
    "أكثر",
    "اتحاد",
    "التي",
    "الذي",
    "الذين",
    "ترك",
    "أرض",
    "بشكل",
    "مملكة",
    "بلغ",
    "عدم",
    "حدث",
    "أوروبي",
    "لعب",
    "شيوخ",
    "تلقى",
    "شأن",
    "أعلى",
    "لا",
    "وصول",
    "أحد",
    "ولايات",
    "قاد",
    "رأى",
    "مثل",
    "قدم",
    "عرض",
    "أمام",
    "فقط",
    "أساس",
    "عاد",
    "قائد",
    "محاولة",
    "تواصل",
    "رفض",
    "خروج",
    "أطلق",
    "ساعة",
    "سي",
    "ثاني",
];

/// How bad and how sure findings of a kind are, where the entry does not say.
fn defaults(kind: Kind) -> (Severity, Confidence) {
    match kind {
        Kind::Idiom | Kind::Sense | Kind::Name => (Severity::Major, Confidence::High),
        Kind::Term | Kind::Title => (Severity::Major, Confidence::Medium),
        Kind::Calque => (Severity::Minor, Confidence::Medium),
    }
}

fn pattern_problem(path: &str, at: crate::text::Position, error: &PatternError) -> Problem {
    let message = Message::new(
        error.message.clone(),
        format!("النمط غير صحيح: {}", error.message),
    );
    Problem::fatal(path, message).at(at)
}

fn unknown_verb(path: &str, at: crate::text::Position, pattern: &str) -> Problem {
    let message = Message::new(
        format!("a verb marked ~ stands in no `words:`; add it with its present: `{pattern}`"),
        format!("فعل معلَّم بـ ~ لا يرد في words؛ أضفه مع مضارعه: «{pattern}»"),
    );
    Problem::fatal(path, message).at(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        arabic::{Words, number_sentences},
        glossary::{Glossaries, load},
    };

    /// What a user gets of a glossary with a mistake: the mistake told, and the rest at work.
    #[test]
    fn a_mistake_in_one_avoid_leaves_the_others_at_work() {
        let yaml = "title: x\nkind: sense\nentries:\n  - id: a\n    en: b\n    ar: ج\n    avoid:\n      \
                    - find: كلمة خاطئة\n        use: صواب\n        unless: [\"(\"]\n      \
                    - find: كلمة أخرى\n        use: صواب\n";
        let loaded = load("g.yaml", yaml).unwrap();
        let (compiled, problems) = compile(&[loaded], &Vocabulary::default());
        assert_eq!(problems.len(), 1, "{problems:?}");
        let glossaries = Glossaries::new(vec![compiled], &rustc_hash::FxHashSet::default());
        let text = "هذه كلمة خاطئة وهذه كلمة أخرى";
        let mut words = Words::scan(text);
        number_sentences(&mut words);
        let readings = glossaries.read([(text, &words)]);
        let (found, _) = glossaries.find(&readings[0]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].avoid, 0);
        assert_eq!(glossaries.avoid(&found[0]).replacements.len(), 1);
    }
}
