//! The words of a segment as a lexicon reads them: see [`read`].

use rustc_hash::FxHashMap;

use super::lexicon::{Form, FormKind, LexemeId, Lexicon};
use crate::{
    arabic::{Clitics, Mood, Particle, Split, Tense, TokenKind, Words, governs, letters, splits},
    text::{InSegment, Span},
};

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Barrier {
    /// White space, or nothing where the script changes.
    Nothing,
    /// Quotes, brackets, signs: they do not part what belongs together.
    Quote,
    /// A comma, colon or dash.
    Comma,
    /// The end of a sentence, a semicolon, or the beginning of the segment.
    Stop,
}

/// A word of the segment: any token but a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordAt {
    /// Its token in [`Words::tokens`].
    pub token: u32,
    /// What stands before it.
    pub barrier: Barrier,
    /// Where it stands.
    pub span: Span<InSegment>,
    /// The sentence it belongs to.
    pub sentence: u32,
    /// It is written in Arabic letters.
    pub arabic: bool,
    /// It carries vowel signs or the like, so its letters are not its text.
    pub signed: bool,
    readings: (u32, u32),
}

/// One way to read a word: a form of a lexicon with clitics around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Which of the lexicons.
    pub source: u8,
    /// The word of that lexicon.
    pub lexeme: LexemeId,
    /// The form of that lexicon.
    pub form: u32,
    /// What was cut off.
    pub clitics: Clitics,
    /// So few letters are left that the clitics may be part of the word: `فكرة` is rarely `ف` +
    /// `كرة`. Enough beside other words of a pattern, never alone.
    pub weak: bool,
}

/// The words of a segment and their readings.
#[derive(Clone, Debug, Default)]
pub struct Readings {
    /// In reading order.
    pub words: Vec<WordAt>,
    readings: Vec<Reading>,
    governing: Vec<u32>,
}

impl Readings {
    /// The readings of the word of this number.
    pub fn of(&self, word: usize) -> &[Reading] {
        let (start, end) = self.words[word].readings;
        &self.readings[start as usize..end as usize]
    }

    /// The words that govern the one after them (prepositions, negations, particles of mood), in
    /// order: see [`governs`].
    pub fn governing(&self) -> impl Iterator<Item = usize> + '_ {
        self.governing.iter().map(|it| *it as usize)
    }

    /// The word that the token of this number is, unless it is a mark.
    pub fn word_of_token(&self, token: usize) -> Option<usize> {
        let at = self
            .words
            .binary_search_by_key(&token, |it| it.token as usize);
        at.ok()
    }

    /// The words of the sentence that the word of this number stands in.
    pub fn sentence_around(&self, word: usize) -> std::ops::Range<usize> {
        let sentence = self.words[word].sentence;
        let start = self.words[..word].partition_point(|it| it.sentence < sentence);
        let len = self.words[word..].partition_point(|it| it.sentence <= sentence);
        start..word + len
    }
}

/// The readings of the words of a document so far: two words in three of an article stand in it
/// before.
#[derive(Debug, Default)]
pub struct Seen<'t> {
    words: FxHashMap<&'t str, (u32, u32)>,
    readings: Vec<Reading>,
}

/// Reads each word of `words`, which were cut from `text`, with each of `lexicons`.
pub fn read<'t>(
    text: &'t str,
    words: &Words,
    lexicons: &[&Lexicon],
    seen: &mut Seen<'t>,
) -> Readings {
    let mut out = Readings {
        words: Vec::with_capacity(words.tokens.len()),
        readings: Vec::with_capacity(words.tokens.len()),
        governing: Vec::new(),
    };
    let mut barrier = Barrier::Stop;
    for (number, token) in words.tokens.iter().enumerate() {
        if let TokenKind::Mark(mark) = token.kind {
            let next = words.tokens.get(number + 1);
            // The full stop of an abbreviation parts nothing.
            let inside = mark == '.' && next.is_some_and(|it| it.sentence == token.sentence);
            barrier = barrier.max(if inside {
                Barrier::Quote
            } else {
                strength(mark)
            });
            continue;
        }
        let start = out.readings.len() as u32;
        let fold = words.fold(token);
        match token.kind {
            TokenKind::Arabic => {
                if governs(fold) {
                    out.governing.push(out.words.len() as u32);
                }
                let word = &text[token.span.range()];
                let (start, end) = *seen.words.entry(word).or_insert_with(|| {
                    let start = seen.readings.len() as u32;
                    read_word(word, fold, lexicons, &mut seen.readings);
                    (start, seen.readings.len() as u32)
                });
                let known = &seen.readings[start as usize..end as usize];
                out.readings.extend_from_slice(known);
            }
            TokenKind::Latin => {
                let clitics = Clitics::default();
                read_core(fold, &fold, clitics, lexicons, &mut out.readings);
            }
            _ => {}
        }
        out.words.push(WordAt {
            token: number as u32,
            barrier,
            span: token.span,
            sentence: token.sentence,
            arabic: token.kind == TokenKind::Arabic,
            // A fold leaves signs out and keeps the length of everything else.
            signed: fold.len() != token.span.len(),
            readings: (start, out.readings.len() as u32),
        });
        barrier = Barrier::Nothing;
    }
    out
}

fn strength(mark: char) -> Barrier {
    match mark {
        '.' | '؟' | '?' | '!' | '…' | '؛' | ';' => Barrier::Stop,
        '،' | ',' | ':' | '–' | '—' | '-' | '/' => Barrier::Comma,
        _ => Barrier::Quote,
    }
}

fn read_word(word: &str, fold: &str, lexicons: &[&Lexicon], out: &mut Vec<Reading>) {
    let teh_marbuta = fold.ends_with('ه') && {
        let letter = word.chars().rfind(|it| letters::folded(*it).is_some());
        letter == Some('ة')
    };
    for Split { clitics, core } in splits(fold, teh_marbuta) {
        let spelt = LettersFrom {
            word,
            proclitics: &fold[..core.start],
            // Without signs the word and its fold have their letters at the same bytes.
            core: (word.len() == fold.len())
                .then(|| word.get(core.clone()))
                .flatten(),
        };
        read_core(&fold[core], &spelt, clitics, lexicons, out);
    }
}

/// The letters of a word behind its proclitics, without vowel signs. Folding drops signs but never
/// reorders, so as many letters are skipped as the fold of the proclitics has.
struct LettersFrom<'w> {
    word: &'w str,
    proclitics: &'w str,
    core: Option<&'w str>,
}

/// What a core is compared with once its fold is found: the letters as the text spells them.
trait Spelt {
    fn letters(&self) -> impl Iterator<Item = char>;
    /// The same in one piece, where no vowel signs stand between.
    fn plain(&self) -> Option<&str>;
}

impl Spelt for LettersFrom<'_> {
    fn letters(&self) -> impl Iterator<Item = char> {
        let written = |it: &char| letters::folded(*it).is_some();
        let behind = self.proclitics.chars().count();
        self.word.chars().filter(written).skip(behind)
    }

    fn plain(&self) -> Option<&str> {
        self.core
    }
}

impl Spelt for &str {
    fn letters(&self) -> impl Iterator<Item = char> {
        self.chars()
    }

    fn plain(&self) -> Option<&str> {
        Some(self)
    }
}

fn read_core(
    core: &str,
    spelt: &impl Spelt,
    clitics: Clitics,
    lexicons: &[&Lexicon],
    out: &mut Vec<Reading>,
) {
    for (source, lexicon) in lexicons.iter().enumerate() {
        lexicon.look_up(core.as_bytes(), |number, form| {
            if !may_stand(&form, clitics) || !is_spelt(&form, spelt) {
                return;
            }
            let bare = clitics == Clitics::default() || clitics.article;
            out.push(Reading {
                source: source as u8,
                lexeme: form.lexeme,
                form: number,
                clitics,
                weak: !bare && core.len() <= 6,
            });
        });
    }
}

/// Whether the letters of the text may stand for those of the form: the fold is the same, but the
/// fold makes أن and إن one.
fn is_spelt(form: &Form<'_>, spelt: &impl Spelt) -> bool {
    if spelt.plain().is_some_and(|it| form.is(it)) {
        return true;
    }
    form.letters()
        .zip(spelt.letters())
        .all(|(form, text)| letters::stands_for(text, form))
}

/// Whether a form may stand with these clitics.
fn may_stand(form: &Form<'_>, clitics: Clitics) -> bool {
    let attached = match clitics.pronoun {
        None => form.free,
        Some(_) => form.bound,
    };
    let article = clitics.article || !form.articled;
    attached
        && article
        && match form.kind {
            FormKind::Noun => {
                let construct = form.noun().is_some_and(|it| it.construct || it.tanwin);
                clitics.particle != Some(Particle::Sa) && !(clitics.article && construct)
            }
            FormKind::Verb => {
                let Some(verb) = form.verb() else {
                    return false;
                };
                !clitics.article
                    && match clitics.particle {
                        None => true,
                        Some(Particle::Sa) => {
                            verb.tense == Tense::Present && verb.mood == Mood::Indicative
                        }
                        Some(Particle::La) => verb.tense == Tense::Present,
                        Some(_) => false,
                    }
            }
            FormKind::Particle => !clitics.article && clitics.particle != Some(Particle::Sa),
            FormKind::Exact => {
                !clitics.article && clitics.particle.is_none() && clitics.pronoun.is_none()
            }
            FormKind::Name => {
                clitics.article == form.articled
                    && clitics.pronoun.is_none()
                    && clitics.particle != Some(Particle::Sa)
            }
        }
}
