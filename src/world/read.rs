//! Reading files, whole and up to a limit.

use std::{
    fs::File,
    io::{self, BufRead, Read},
    path::Path,
};

use super::STDIN;
use crate::diagnostic::{Message, Problem};

/// Places in a text are counted in 32 bits, and decoding may double a file.
const MOST: u64 = 2 << 30;

/// The bytes of the file at `path`.
///
/// # Errors
///
/// A file that is not there, cannot be read, is a folder, or is larger than 2 GiB.
pub fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    let shown = path.to_string_lossy();
    let failed = |error: &io::Error| cannot_read(&shown, error);
    let file = File::open(path).map_err(|it| failed(&it))?;
    let known = file.metadata().map_err(|it| failed(&it))?;
    if known.is_dir() {
        let message = Message::fixed("this is a folder, not a file", "هذا مجلد لا ملف");
        return Err(Problem::fatal(shown, message));
    }
    // Told by its size before a byte of it is read.
    if known.len() > MOST {
        return Err(too_large(&shown));
    }
    limited(file, known.len(), &shown)
}

/// The bytes of standard input.
///
/// # Errors
///
/// Input that cannot be read or is larger than 2 GiB.
pub fn read_stdin() -> Result<Vec<u8>, Problem> {
    limited(io::stdin().lock(), 0, STDIN)
}

/// What a person answers: a line of standard input, without its end, or nothing at its end.
pub fn read_line() -> String {
    let mut line = String::new();
    // An answer that cannot be read is none.
    let _ = io::stdin().lock().read_line(&mut line);
    line.trim().to_owned()
}

/// The text of a file that must be UTF-8: a glossary, a configuration.
///
/// # Errors
///
/// The same as for [`read`], and bytes that are no UTF-8.
pub fn read_text(path: &Path) -> Result<String, Problem> {
    let bytes = read(path)?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let message = Message::new(
            format!("byte {at} is not valid UTF-8; save the file as UTF-8"),
            format!("البايت {at} غير صالح في ترميز UTF-8؛ احفظ الملف بترميز UTF-8"),
        );
        Problem::fatal(path.to_string_lossy(), message)
    })
}

fn limited(from: impl Read, expected: u64, shown: &str) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    // What is no regular file, or grows while it is read, has no size to be refused by.
    from.take(MOST + 1)
        .read_to_end(&mut bytes)
        .map_err(|it| cannot_read(shown, &it))?;
    if bytes.len() as u64 > MOST {
        return Err(too_large(shown));
    }
    Ok(bytes)
}

fn too_large(shown: &str) -> Problem {
    let message = Message::fixed(
        "larger than 2 GiB; split the file",
        "أكبر من 2 غيبيبايت؛ قسّم الملف",
    );
    Problem::fatal(shown, message)
}

/// What the system says, in our two languages where it is one of the usual things.
pub(super) fn cannot_read(shown: &str, error: &io::Error) -> Problem {
    let message = match error.kind() {
        io::ErrorKind::NotFound => {
            Message::fixed("no such file or folder", "لا ملف ولا مجلد بهذا الاسم")
        }
        io::ErrorKind::PermissionDenied => Message::fixed("may not be read", "لا إذن بقراءته"),
        _ => Message::new(
            format!("cannot be read: {error}"),
            format!("تعذرت قراءته: {error}"),
        ),
    };
    Problem::fatal(shown, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_over_the_limit_is_refused_unread() {
        let file = tempfile::NamedTempFile::new().unwrap();
        // Sparse: it takes no room.
        file.as_file().set_len(MOST + 1).unwrap();
        let problem = read(file.path()).unwrap_err();
        assert!(problem.message.en.contains("2 GiB"), "{problem:?}");
    }

    #[test]
    fn what_is_no_file_is_told() {
        let folder = tempfile::tempdir().unwrap();
        assert!(
            read(folder.path())
                .unwrap_err()
                .message
                .en
                .contains("folder")
        );
        let missing = read(&folder.path().join("x")).unwrap_err();
        assert!(missing.message.en.contains("no such file"));
    }
}
