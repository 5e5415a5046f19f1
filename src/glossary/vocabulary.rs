//! The words whose inflection is known: see [`Vocabulary`].

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{load::place, schema::Word};
use crate::{
    arabic::{Gender, Noun, Verb, particle},
    diagnostic::{Message, Problem},
    matcher::Lexeme,
    pattern::{Mode, WordPattern},
};

/// The `words:` of every glossary in use, to be looked up by any of their written forms.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Vocabulary {
    nouns: Vec<Noun>,
    verbs: Vec<Verb>,
    #[serde(skip)]
    by_form: FxHashMap<String, usize>,
    #[serde(skip)]
    by_past: FxHashMap<String, usize>,
}

impl Vocabulary {
    /// Adds `word`; a later word replaces an earlier one of the same spelling.
    ///
    /// # Errors
    ///
    /// A word that says too little or too much.
    pub fn add(&mut self, path: &str, word: &Word) -> Result<(), Problem> {
        match (&word.verb, &word.noun, &word.adjective) {
            (Some(verb), None, None) => {
                let Some(present) = &word.present else {
                    let message = Message::new(
                        format!("the verb {} needs its `present`", verb.value),
                        format!("الفعل {} يحتاج إلى مضارعه (present)", verb.value),
                    );
                    return Err(Problem::fatal(path, message).at(place(verb)));
                };
                let mut made = Verb::new(&verb.value, present);
                made.jussive.clone_from(&word.jussive);
                self.add_verb(made);
                Ok(())
            }
            (None, Some(noun), None) => {
                self.add_noun(noun_of(&noun.value, word, false));
                Ok(())
            }
            (None, None, Some(adjective)) => {
                self.add_noun(noun_of(&adjective.value, word, true));
                Ok(())
            }
            _ => {
                let message = Message::fixed(
                    "a word is one of `verb`, `noun` or `adjective`",
                    "الكلمة إما فعل (verb) أو اسم (noun) أو صفة (adjective)",
                );
                let at = [&word.verb, &word.noun, &word.adjective]
                    .into_iter()
                    .find_map(Option::as_ref)
                    .map(place);
                let mut problem = Problem::fatal(path, message);
                problem.position = at;
                Err(problem)
            }
        }
    }

    /// Adds the words of `other`.
    pub fn extend(&mut self, other: Vocabulary) {
        other.nouns.into_iter().for_each(|it| self.add_noun(it));
        other.verbs.into_iter().for_each(|it| self.add_verb(it));
    }

    /// Makes the look-ups anew, after the words were read from a file.
    #[must_use]
    pub fn indexed(self) -> Vocabulary {
        let mut indexed = Vocabulary::default();
        indexed.extend(self);
        indexed
    }

    fn add_noun(&mut self, noun: Noun) {
        let number = match self.by_form.get(&noun.singular) {
            // The same word again, better described; a plural of another word stays that word's.
            Some(&known) if self.nouns[known].singular == noun.singular => {
                self.nouns[known] = noun;
                known
            }
            _ => {
                self.nouns.push(noun);
                self.nouns.len() - 1
            }
        };
        let noun = &self.nouns[number];
        self.by_form.insert(noun.singular.clone(), number);
        for form in noun.plurals.iter().chain(&noun.feminine) {
            self.by_form.entry(form.clone()).or_insert(number);
        }
    }

    fn add_verb(&mut self, verb: Verb) {
        if let Some(&known) = self.by_past.get(&verb.past) {
            self.verbs[known] = verb;
        } else {
            self.by_past.insert(verb.past.clone(), self.verbs.len());
            self.verbs.push(verb);
        }
    }

    /// Every word, with the key it goes by in a lexicon.
    pub fn lexemes(&self) -> impl Iterator<Item = (String, Lexeme)> + '_ {
        let nouns = self
            .nouns
            .iter()
            .map(|it| (noun_key(it), Lexeme::Noun(it.clone())));
        let verbs = self
            .verbs
            .iter()
            .map(|it| (format!("~{}", it.past), Lexeme::Verb(it.clone())));
        nouns.chain(verbs)
    }

    /// The noun or adjective that `word` is a citation form of.
    pub fn noun(&self, word: &str) -> Option<&Noun> {
        self.by_form.get(word).map(|it| &self.nouns[*it])
    }

    /// The word a pattern or replacement means, with its key; `None` for a verb that no `words:`
    /// lists.
    pub fn resolve(&self, word: &WordPattern) -> Option<(String, Lexeme)> {
        let text = word.text.as_str();
        match word.mode {
            Mode::Conjugated => {
                let verb = &self.verbs[*self.by_past.get(text)?];
                Some((format!("~{text}"), Lexeme::Verb(verb.clone())))
            }
            Mode::Exact => Some((format!("={text}"), Lexeme::Exact(text.to_owned()))),
            Mode::Inflected => Some(self.resolve_inflected(text)),
        }
    }

    fn resolve_inflected(&self, text: &str) -> (String, Lexeme) {
        if !text.chars().any(crate::arabic::letters::is_script_letter) {
            let mut fold = String::new();
            crate::arabic::fold_latin(text, &mut fold);
            return (format!("={fold}"), Lexeme::Exact(fold));
        }
        if let Some(noun) = self.noun(text) {
            return (noun_key(noun), Lexeme::Noun(noun.clone()));
        }
        if let Some(bound) = particle(text) {
            let bound = (!bound.is_empty()).then(|| bound.to_owned());
            return (format!("-{text}"), Lexeme::Particle(text.to_owned(), bound));
        }
        let stem = without_article(text);
        let of_feminine = || {
            let noun = self.noun(stem.strip_suffix('ة')?)?;
            // محكمة is no feminine of محكم: only adjectives lose their ة.
            noun.adjective.then_some(noun)
        };
        // A regular plural is not listed; the noun it is a plural of may be.
        let of_plural = || {
            let stem = stem.strip_suffix("ات")?;
            let noun = self.noun(&format!("{stem}ة")).or_else(|| self.noun(stem))?;
            (!noun.adjective && noun.plurals.is_empty()).then_some(noun)
        };
        if let Some(noun) = self.noun(stem).or_else(of_feminine).or_else(of_plural) {
            return (noun_key(noun), Lexeme::Noun(noun.clone()));
        }
        let noun = Noun::regular(stem);
        (noun_key(&noun), Lexeme::Noun(noun))
    }
}

/// `word` without the article it is written with.
pub(super) fn without_article(word: &str) -> &str {
    match word.strip_prefix("ال") {
        Some(stem) if stem.chars().count() >= 2 => stem,
        _ => word,
    }
}

fn noun_key(noun: &Noun) -> String {
    noun.singular.clone()
}

fn noun_of(singular: &str, word: &Word, adjective: bool) -> Noun {
    let mut noun = Noun::regular(singular);
    // What is declared is what was meant, whatever its ending suggests.
    singular.clone_into(&mut noun.singular);
    noun.adjective = adjective;
    noun.plurals.clone_from(&word.plural);
    noun.feminine.clone_from(&word.feminine);
    noun.diptote = word.diptote;
    noun.declared = true;
    noun.gender = match word.gender {
        Some(gender) => gender.into(),
        None if adjective => Gender::Masculine,
        None if singular.ends_with('ة') => Gender::Feminine,
        None => Gender::Masculine,
    };
    noun
}
