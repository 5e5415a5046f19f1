//! Where the source of a translation stands: named by the user, or by its own name.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Language, Message, Problem};

/// `path` with the language `to` in its name in place of `from`: `x.ar.txt`, `app_ar.arb`,
/// `ar.json`.
fn renamed(path: &Path, from: &str, to: &str) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let (rest, extension) = name.rsplit_once('.')?;
    let stem = rest.strip_suffix(from)?;
    let named = stem.is_empty() || (stem.len() > 1 && stem.ends_with(['.', '_', '-']));
    named.then(|| path.with_file_name(format!("{stem}{to}.{extension}")))
}

/// How file names call a target in this language, and its source.
const fn names(target: Language) -> (&'static str, &'static str) {
    match target {
        Language::Arabic => ("ar", "en"),
        Language::English => ("en", "ar"),
    }
}

/// `X.en.txt` that stands beside `X.ar.txt`, the target; the other way where targets are English.
pub fn paired_source(target: &Path, language: Language) -> Option<PathBuf> {
    let (target_name, source_name) = names(language);
    beside(target, target_name, source_name)
}

/// Whether `path` is `X.en.txt` beside `X.ar.txt`: only ever the source of that.
pub(super) fn is_source_of_a_pair(path: &Path, language: Language) -> bool {
    let (target_name, source_name) = names(language);
    beside(path, source_name, target_name).is_some()
}

fn beside(path: &Path, from: &str, to: &str) -> Option<PathBuf> {
    renamed(path, from, to).filter(|it| it.is_file())
}

/// The source of `target` where `--source` names `given`: the file itself, or the one in the folder
/// that is called like the target or like its pair.
///
/// # Errors
///
/// Nothing is there under any of these names.
pub fn given_source(given: &Path, target: &Path, language: Language) -> Result<PathBuf, Problem> {
    let (target_name, source_name) = names(language);
    if !given.exists() {
        let message = Message::fixed("no such file or folder", "لا ملف ولا مجلد بهذا الاسم");
        return Err(Problem::fatal(given.to_string_lossy(), message));
    }
    if !given.is_dir() {
        return Ok(given.to_owned());
    }
    let name = target.file_name().unwrap_or_default();
    let mut names = vec![PathBuf::from(name)];
    if let Some(pair) = renamed(Path::new(name), target_name, source_name) {
        names.insert(0, pair);
    }
    if let (Some(stem), Some(extension)) = (target.file_stem(), target.extension()) {
        let (stem, extension) = (stem.to_string_lossy(), extension.to_string_lossy());
        names.push(match stem.strip_suffix(&format!(".{target_name}")) {
            Some(stem) => format!("{stem}.{extension}").into(),
            None => format!("{stem}.{source_name}.{extension}").into(),
        });
    }
    let paths = names.iter().map(|it| given.join(it));
    paths.into_iter().find(|it| it.is_file()).ok_or_else(|| {
        let tried: Vec<_> = names.iter().map(|it| it.to_string_lossy()).collect();
        let (given, tried) = (given.to_string_lossy(), tried.join(", "));
        let message = Message::new(
            format!("its source is not in {given}: looked for {tried}"),
            format!("لا يوجد أصله في {given}: بُحث عن {tried}"),
        );
        Problem::fatal(target.to_string_lossy(), message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Arabic, English};
    use std::fs;

    #[test]
    fn a_pair_is_told_by_its_names() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let files = [
            "x.ar.txt",
            "x.en.txt",
            "y.en.txt",
            "ar.json",
            "en.json",
            "app_ar.arb",
            "app_en.arb",
        ];
        for name in files {
            fs::write(path(name), "").unwrap();
        }
        assert_eq!(
            paired_source(&path("x.ar.txt"), Arabic),
            Some(path("x.en.txt"))
        );
        assert_eq!(
            paired_source(&path("x.en.txt"), English),
            Some(path("x.ar.txt"))
        );
        assert!(is_source_of_a_pair(&path("x.en.txt"), Arabic));
        assert!(is_source_of_a_pair(&path("x.ar.txt"), English));
        assert!(!is_source_of_a_pair(&path("y.en.txt"), Arabic));
        assert_eq!(paired_source(&path("y.txt"), Arabic), None);
        assert_eq!(
            paired_source(&path("ar.json"), Arabic),
            Some(path("en.json"))
        );
        assert_eq!(
            paired_source(&path("app_ar.arb"), Arabic),
            Some(path("app_en.arb"))
        );
    }

    #[test]
    fn a_folder_of_sources_is_searched_by_name() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("x.en.txt"), "").unwrap();
        let found =
            given_source(folder.path(), Path::new("ar/x.ar.txt"), Language::Arabic).unwrap();
        assert_eq!(found, folder.path().join("x.en.txt"));
        assert!(given_source(folder.path(), Path::new("x.txt"), Language::Arabic).is_ok());
        assert!(given_source(folder.path(), Path::new("z.txt"), Language::Arabic).is_err());
        assert!(given_source(Path::new("not-here"), Path::new("z.txt"), Language::Arabic).is_err());
    }
}
