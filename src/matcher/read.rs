//! The words of segments as lexicons read them: see [`read`].

use std::{borrow::Cow, sync::Arc};

use rustc_hash::FxHashMap;

use super::{
    lexicon::{Form, FormKind, LexemeId, Lexicon},
    shape::{shape, without_conjunction},
};
use crate::{
    arabic::{
        Clitics, Mood, Number, Particle, Split, Tense, TokenKind, Words, bare, governs, letters,
        splits,
    },
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

/// What glossaries know of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// Nothing.
    #[default]
    Not,
    /// It is a word of a name, and nothing else.
    AsName,
    /// It is a word of the language.
    AsWord,
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
    /// What glossaries know of it, unless clitics have to be cut off a word too short for it.
    pub known: Known,
    shape: u64,
    readings: (u32, u32),
}

impl WordAt {
    /// Whether the word can be one of those that `mask` was made of, by [`shape`]: its letters, or
    /// those behind و or ف.
    pub fn may_be_of(&self, mask: u64) -> bool {
        self.shape & mask != 0
    }
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
    /// What kind of word it is.
    pub kind: FormKind,
    /// What was cut off.
    pub clitics: Clitics,
    /// So few letters are left that the clitics may be part of the word: `فكرة` is rarely `ف` +
    /// `كرة`. Enough beside other words of a pattern, never alone.
    pub weak: bool,
    waits: bool,
    /// A dual or plural that was made of a noun no list declares: the word may be another.
    guessed: bool,
}

/// The words of a segment and their readings.
#[derive(Clone, Debug, Default)]
pub struct Readings {
    /// In reading order.
    pub words: Vec<WordAt>,
    /// Of the whole document: two words in three of an article stand in it before.
    readings: Arc<Vec<Reading>>,
    governing: Vec<u32>,
    waited_for: Vec<u32>,
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

    /// The words that a pattern waits for, in order.
    pub(super) fn waited_for(&self) -> impl Iterator<Item = usize> + '_ {
        self.waited_for.iter().map(|it| *it as usize)
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

/// Reads each word of the segments of a document, texts with the words cut from them, with each of
/// `lexicons`.
pub fn read<'t>(
    segments: impl IntoIterator<Item = (&'t str, &'t Words)>,
    lexicons: &[&Lexicon],
) -> Vec<Readings> {
    let mut reader = Reader {
        lexicons,
        seen: FxHashMap::default(),
        readings: Vec::new(),
    };
    let mut all: Vec<Readings> = segments
        .into_iter()
        .map(|(text, words)| reader.read(text, words))
        .collect();
    let readings = Arc::new(reader.readings);
    for segment in &mut all {
        segment.readings = Arc::clone(&readings);
    }
    all
}

/// The readings of the words of a document so far.
struct Reader<'t, 'l> {
    lexicons: &'l [&'l Lexicon],
    seen: FxHashMap<&'t str, Spelling>,
    readings: Vec<Reading>,
}

/// What is the same wherever a spelling stands.
#[derive(Clone, Copy, Default)]
struct Spelling {
    readings: (u32, u32),
    shape: u64,
    known: Known,
    waits: bool,
    governs: bool,
}

impl<'t> Reader<'t, '_> {
    fn read(&mut self, text: &'t str, words: &'t Words) -> Readings {
        let mut out = Readings {
            words: Vec::with_capacity(words.tokens.len()),
            ..Readings::default()
        };
        let mut barrier = Barrier::Stop;
        for (number, token) in words.tokens.iter().enumerate() {
            if let TokenKind::Mark(mark) = token.kind {
                let next = words.tokens.get(number + 1);
                // The full stop of an abbreviation parts nothing, nor the hyphen of a compound.
                let inside = match mark {
                    '.' => next.is_some_and(|it| it.sentence == token.sentence),
                    '-' => !token.spaced && next.is_some_and(|it| !it.spaced),
                    _ => false,
                };
                barrier = barrier.max(if inside {
                    Barrier::Quote
                } else {
                    strength(mark)
                });
                continue;
            }
            let word = &text[token.span.range()];
            let fold = words.fold(token);
            let spelling = match token.kind {
                TokenKind::Arabic | TokenKind::Latin | TokenKind::Number => {
                    match self.seen.get(word) {
                        Some(known) => *known,
                        None => self.spell(word, fold, token.kind),
                    }
                }
                _ => Spelling::default(),
            };
            if spelling.governs {
                out.governing.push(out.words.len() as u32);
            }
            if spelling.waits {
                out.waited_for.push(out.words.len() as u32);
            }
            out.words.push(WordAt {
                token: number as u32,
                barrier,
                span: token.span,
                sentence: token.sentence,
                arabic: token.kind == TokenKind::Arabic,
                // A fold leaves signs out and keeps the length of everything else.
                signed: fold.len() != token.span.len(),
                known: spelling.known,
                shape: spelling.shape,
                readings: spelling.readings,
            });
            barrier = Barrier::Nothing;
        }
        out
    }

    /// Reads a spelling that has not been seen.
    fn spell(&mut self, word: &'t str, fold: &str, kind: TokenKind) -> Spelling {
        let start = self.readings.len();
        let mut spelling = Spelling::default();
        if kind == TokenKind::Arabic {
            read_word(word, fold, self.lexicons, &mut self.readings);
            let letters = if word.len() == fold.len() {
                Cow::Borrowed(word)
            } else {
                Cow::Owned(bare(word))
            };
            spelling.shape =
                shape(letters.as_bytes()) | shape(without_conjunction(&letters).as_bytes());
            spelling.governs = governs(fold);
        } else {
            let fold = if kind == TokenKind::Latin { fold } else { word };
            let clitics = Clitics::default();
            read_core(fold, &fold, clitics, self.lexicons, &mut self.readings);
        }
        let here = &self.readings[start..];
        spelling.readings = (start as u32, self.readings.len() as u32);
        let strong = |kinds: &[FormKind]| {
            let mut sure = here.iter().filter(|it| !it.weak && !it.guessed);
            sure.any(|it| kinds.contains(&it.kind))
        };
        // A list of given names in a pattern spells them exactly.
        spelling.known = if strong(&[FormKind::Noun, FormKind::Verb, FormKind::Particle]) {
            Known::AsWord
        } else if strong(&[FormKind::Name]) {
            Known::AsName
        } else if strong(&[FormKind::Exact]) {
            Known::AsWord
        } else {
            Known::Not
        };
        spelling.waits = here.iter().any(|it| it.waits);
        self.seen.insert(word, spelling);
        spelling
    }
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
                kind: form.kind,
                clitics,
                weak: !bare && core.len() <= 6,
                waits: form.waits(),
                guessed: !form.is_declared()
                    && form.noun().is_some_and(|it| it.number != Number::Singular),
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
        None => form.free(),
        Some(_) => form.bound(),
    };
    let article = clitics.article || !form.articled();
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
                clitics.article == form.articled()
                    && clitics.pronoun.is_none()
                    && clitics.particle != Some(Particle::Sa)
            }
        }
}
