//! Where the sources of a run stand: see [`Sources`].

use std::path::{Path, PathBuf};

use super::args::CheckArgs;
use crate::{
    diagnostic::{Language, Message, Problem},
    document::{Document, Format},
    world::{self, Input},
};

/// How the source of an article is found.
#[derive(Debug)]
pub(super) enum Sources {
    /// It is not asked for.
    None,
    /// By the name of the article, which is in this language.
    Paired(Language),
    /// The user named it, or a folder of them.
    Given(PathBuf, Language),
}

impl Sources {
    /// As the arguments say.
    ///
    /// # Errors
    ///
    /// One source for several articles.
    pub(super) fn of(args: &CheckArgs, inputs: &[Input]) -> Result<Sources, Problem> {
        let language = args.target.map_or(Language::Arabic, Into::into);
        match &args.source {
            None if args.no_source => Ok(Sources::None),
            None => Ok(Sources::Paired(language)),
            Some(given) if inputs.len() > 1 && given.is_file() => {
                let message = Message::fixed(
                    "one source cannot belong to several articles; name a folder of sources",
                    "لا يكون أصل واحد لعدة مقالات؛ سمِّ مجلدًا للأصول",
                );
                Err(Problem::fatal(given.to_string_lossy(), message))
            }
            Some(given) => Ok(Sources::Given(given.clone(), language)),
        }
    }

    /// The source of the article at `target` (nothing: standard input), read.
    pub(super) fn source(&self, target: Option<&Path>) -> Result<Option<Source>, Vec<Problem>> {
        let path = match (self, target) {
            (Sources::None, _) | (Sources::Paired(_), None) => return Ok(None),
            (Sources::Paired(language), Some(target)) => {
                let Some(path) = world::paired_source(target, *language) else {
                    return Ok(None);
                };
                path
            }
            (Sources::Given(given, language), target) => {
                let target = target.unwrap_or(Path::new(world::STDIN));
                world::given_source(given, target, *language).map_err(|it| vec![it])?
            }
        };
        let bytes = world::read(&path).map_err(|it| vec![it])?;
        let path = path.to_string_lossy().into_owned();
        let format = Format::of(&path, &bytes);
        let (document, problems) = Document::parse(&path, bytes, format);
        if problems.is_empty() {
            Ok(Some(Source { path, document }))
        } else {
            Err(problems)
        }
    }
}

/// The source of an article.
#[derive(Debug)]
pub(super) struct Source {
    /// Its file.
    pub(super) path: String,
    /// Its text.
    pub(super) document: Document,
}
