//! From what the user named to the files to check: see [`discover`].

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use globset::{GlobBuilder, GlobMatcher};
use ignore::WalkBuilder;

use super::{
    read::cannot_read,
    source::{is_source_of_a_pair, paired_source},
};
use crate::{
    diagnostic::{Language, Message, Problem},
    document::Format,
};

/// An article to check.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file, as the user named it or as its folder was named.
    File(PathBuf),
}

/// What there is to check.
#[derive(Debug, Default)]
pub struct Found {
    /// In the order of their paths, each once.
    pub inputs: Vec<Input>,
    /// What was named and is not there.
    pub problems: Vec<Problem>,
}

/// Finds what `paths` name: files, folders, globs, `-` for standard input.
///
/// Folders are read without hidden files and without what `.gitignore` and `.ignore` name; in them
/// only articles of a known format count ([`Format::is_article`]). The source of a pair (`X.en.txt`
/// beside `X.ar.txt`, where targets are in Arabic) is never an article to check, even where it is
/// named.
pub fn discover(paths: &[PathBuf], target: Language) -> Found {
    let mut found = Found::default();
    // By the file itself, so that two names of one file are one article.
    let mut files: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
    for path in paths {
        if path.as_os_str() == "-" {
            if found.inputs.is_empty() {
                found.inputs.push(Input::Stdin);
            }
            continue;
        }
        let named = match fs::metadata(path) {
            Ok(known) if known.is_dir() => below(path, None, &mut found.problems),
            Ok(_) => vec![path.clone()],
            Err(error) => match glob(path) {
                Some(Ok((folder, glob))) => below(&folder, Some(&glob), &mut found.problems),
                Some(Err(problem)) => {
                    found.problems.push(problem);
                    continue;
                }
                None => {
                    let problem = cannot_read(&path.to_string_lossy(), &error);
                    found.problems.push(problem);
                    continue;
                }
            },
        };
        if named.is_empty() {
            let message = Message::fixed(
                "no article here: in folders, files of a known format are read (.txt, .docx, .srt …), \
                 and of tables, JSON and YAML those that are named for Arabic (ar.json, x.ar.csv)",
                "لا مقال هنا: تُقرأ في المجلدات الملفات ذات الصيغ المعروفة (‎.txt و.docx و.srt …‎)، \
                 ومن الجداول وJSON وYAML ما يدل اسمه على العربية (ar.json وx.ar.csv)",
            );
            found
                .problems
                .push(Problem::fatal(path.to_string_lossy(), message));
        }
        for path in named {
            if !is_source_of_a_pair(&path, target) {
                let real = path.canonicalize().unwrap_or_else(|_| path.clone());
                files.entry(real).or_insert(path);
            }
        }
    }
    if files.is_empty() && found.inputs.is_empty() && found.problems.is_empty() {
        let message = Message::fixed(
            "nothing to check: X.en.txt beside X.ar.txt is its source (with --target en, the reverse)",
            "لا شيء للفحص: الملف X.en.txt إلى جانب X.ar.txt هو أصله (والعكس مع --target en)",
        );
        let path = paths.first().map_or("".into(), |it| it.to_string_lossy());
        found.problems.push(Problem::fatal(path, message));
    }
    let mut files: Vec<Input> = files.into_values().map(Input::File).collect();
    files.sort();
    found.inputs.extend(files);
    found
}

/// Whether the file at `path` is one of `inputs`, or the source beside one.
pub fn is_among(path: &Path, inputs: &[Input]) -> bool {
    let Ok(real) = path.canonicalize() else {
        return false;
    };
    let is_it = |other: &Path| other.canonicalize().is_ok_and(|it| it == real);
    inputs.iter().any(|it| match it {
        Input::Stdin => false,
        Input::File(input) => {
            let source = |language| paired_source(input, language).is_some_and(|it| is_it(&it));
            is_it(input) || source(Language::Arabic) || source(Language::English)
        }
    })
}

/// The articles below `folder`, those that `glob` matches where there is one.
fn below(folder: &Path, glob: Option<&Glob>, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    // A folder outside of any repository may have a `.gitignore` of its own.
    for entry in WalkBuilder::new(folder).require_git(false).build() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let shown = folder.to_string_lossy();
                let message = Message::new(
                    format!("cannot be searched: {error}"),
                    format!("تعذر البحث فيه: {error}"),
                );
                problems.push(Problem::fatal(shown, message));
                continue;
            }
        };
        // Links are left alone: what they lead to is checked where it stands, or is not ours.
        if !entry.file_type().is_some_and(|it| it.is_file()) {
            continue;
        }
        let path = entry.into_path();
        let path = path.strip_prefix("./").map(Path::to_owned).unwrap_or(path);
        let known = Format::is_article(&path.to_string_lossy());
        let wanted = match glob {
            Some(glob) => glob.matcher.is_match(&path) && (known || glob.names_an_extension),
            None => known,
        };
        if wanted {
            files.push(path);
        }
    }
    files
}

struct Glob {
    matcher: GlobMatcher,
    /// `*.rst` asks for files that `*` does not.
    names_an_extension: bool,
}

/// A path with wildcards as the folder to search and the glob to search it for.
fn glob(path: &Path) -> Option<Result<(PathBuf, Glob), Problem>> {
    let text = path.to_str()?;
    let text = text.strip_prefix("./").unwrap_or(text);
    let wild = text.find(['*', '?', '['])?;
    let folder = text[..wild].rfind('/').map_or(".", |it| match it {
        0 => "/",
        it => &text[..it],
    });
    let extension = text.rsplit_once('.').map_or("", |it| it.1);
    let names_an_extension = !extension.is_empty() && extension.chars().all(char::is_alphanumeric);
    // `*` stays inside a folder, as in a shell.
    match GlobBuilder::new(text).literal_separator(true).build() {
        Ok(glob) => Some(Ok((
            PathBuf::from(folder),
            Glob {
                matcher: glob.compile_matcher(),
                names_an_extension,
            },
        ))),
        Err(error) => {
            let message = Message::new(
                format!("no file of this name, and no glob: {}", error.kind()),
                format!("لا ملف بهذا الاسم، وليس نمطًا صحيحًا: {}", error.kind()),
            );
            Some(Err(Problem::fatal(text, message)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[&str]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for file in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "out.txt\n").unwrap();
        }
        root
    }

    #[track_caller]
    fn finds(root: &tempfile::TempDir, paths: &[&str], wanted: &[&str]) {
        let paths: Vec<PathBuf> = paths.iter().map(|it| root.path().join(it)).collect();
        let found = discover(&paths, Language::Arabic);
        assert_eq!(found.problems, []);
        let names: Vec<String> = found
            .inputs
            .iter()
            .map(|it| match it {
                Input::File(path) => path.strip_prefix(root.path()).unwrap(),
                Input::Stdin => Path::new("-"),
            })
            .map(|it| it.to_string_lossy().into_owned())
            .collect();
        assert_eq!(names, wanted);
    }

    #[test]
    fn folders_and_globs_are_searched_in_order_without_what_is_hidden_or_ignored() {
        let files = [
            "b.txt",
            "a/z.TXT",
            "a/note.rst",
            ".h.txt",
            "out.txt",
            ".gitignore",
            "x.ar.txt",
            "x.en.txt",
        ];
        let root = tree(&files);
        finds(
            &root,
            &["", "b.txt", "a/../b.txt"],
            &["a/z.TXT", "b.txt", "x.ar.txt"],
        );
        finds(&root, &["*.txt"], &["b.txt", "x.ar.txt"]);
        finds(&root, &["**/*.rst"], &["a/note.rst"]);
        finds(&root, &["a/*"], &["a/z.TXT"]);
        finds(&root, &["x.en.txt", "b.txt"], &["b.txt"]);
    }

    #[test]
    fn what_is_not_there_is_told() {
        let root = tree(&["a/note.rst", "x.ar.txt", "x.en.txt"]);
        let says = |path: &str| {
            let found = discover(&[root.path().join(path)], Language::Arabic);
            assert_eq!(found.inputs, []);
            found.problems[0].message.en.clone().into_owned()
        };
        assert!(says("a").contains("no article here"));
        assert!(says("*.csv").contains("no article here"));
        assert!(says("c").contains("no such file"));
        assert!(says("a/{b[").contains("no glob"));
        assert!(says("x.en.txt").contains("is its source"));
    }
}
