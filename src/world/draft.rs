//! Output to a file that is there whole or not at all: see [`Draft`].

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use crate::diagnostic::{Message, Problem};

/// A file that is being written. It takes its name with [`Draft::finish`]; dropped before that, it
/// leaves what stood there.
#[derive(Debug)]
pub struct Draft {
    shown: String,
    to: To,
}

#[derive(Debug)]
enum To {
    /// Written beside `path` and renamed over it.
    Beside {
        path: PathBuf,
        file: BufWriter<NamedTempFile>,
    },
    /// A device or a pipe, which no file may take the place of.
    Device(BufWriter<File>),
}

impl Draft {
    /// Begins the file that will be called `path`. A link stays one: the file it leads to is
    /// written. One that is there keeps its permissions.
    ///
    /// # Errors
    ///
    /// A folder, a file that is read-only, a folder that is not there or may not be written to.
    pub fn begin(path: &Path) -> Result<Draft, Problem> {
        let shown = path.to_string_lossy().into_owned();
        let to = To::of(path).map_err(|it| it.problem(&shown))?;
        Ok(Draft { shown, to })
    }

    /// Adds `bytes` at the end.
    ///
    /// # Errors
    ///
    /// Whatever the system refuses: a full disk.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        let written = match &mut self.to {
            To::Beside { file, .. } => file.write_all(bytes),
            To::Device(file) => file.write_all(bytes),
        };
        written.map_err(|it| Refused::System(it).problem(&self.shown))
    }

    /// Gives the file its name.
    ///
    /// # Errors
    ///
    /// Whatever the system refuses.
    pub fn finish(self) -> Result<(), Problem> {
        let Draft { shown, to } = self;
        to.finish()
            .map_err(|it| Refused::System(it).problem(&shown))
    }
}

enum Refused {
    ReadOnly,
    Folder,
    System(io::Error),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Refused {
        Refused::System(error)
    }
}

impl Refused {
    fn problem(&self, shown: &str) -> Problem {
        let message = match self {
            Refused::ReadOnly => Message::fixed(
                "is read-only; the output was not written",
                "ملف للقراءة فقط؛ لم تُكتب النتائج",
            ),
            Refused::Folder => Message::fixed(
                "is a folder; name a file for the output",
                "هذا مجلد؛ سمِّ ملفًا للنتائج",
            ),
            Refused::System(error) => Message::new(
                format!("the output cannot be written: {error}"),
                format!("تعذرت كتابة النتائج: {error}"),
            ),
        };
        Problem::fatal(shown, message)
    }
}

impl To {
    fn of(path: &Path) -> Result<To, Refused> {
        let known = match fs::metadata(path) {
            Ok(known) => Some(known),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        let path = match &known {
            Some(known) if known.is_dir() => return Err(Refused::Folder),
            Some(known) if !known.is_file() => {
                let device = File::options().write(true).open(path)?;
                return Ok(To::Device(BufWriter::new(device)));
            }
            Some(known) if known.permissions().readonly() => return Err(Refused::ReadOnly),
            Some(_) => fs::canonicalize(path)?,
            None => path.to_owned(),
        };
        let folder = match path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let mut builder = tempfile::Builder::new();
        builder.prefix(".fasih-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // As the system makes new files, not readable by their owner alone.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(folder)?;
        if let Some(known) = known {
            file.as_file().set_permissions(known.permissions())?;
        }
        let file = BufWriter::new(file);
        Ok(To::Beside { path, file })
    }

    fn finish(self) -> io::Result<()> {
        match self {
            To::Device(mut file) => file.flush(),
            To::Beside { path, file } => {
                let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.as_file().sync_all()?;
                file.persist(path).map_err(|it| it.error)?;
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_there_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        fs::write(&path, "old").unwrap();
        let mut draft = Draft::begin(&path).unwrap();
        draft.write(b"half").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"old");
        drop(draft);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        let mut draft = Draft::begin(&path).unwrap();
        draft.write(b"new").unwrap();
        draft.finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        // Nothing is left beside it.
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_devices_and_permissions_stay() {
        use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        let mut draft = Draft::begin(&link).unwrap();
        draft.write(b"new").unwrap();
        draft.finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);

        let null = Path::new("/dev/null");
        let mut draft = Draft::begin(null).unwrap();
        draft.write(b"new").unwrap();
        draft.finish().unwrap();
        assert!(fs::metadata(null).unwrap().file_type().is_char_device());
    }

    #[test]
    fn what_cannot_be_written_is_told_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let says = |path: &Path| Draft::begin(path).unwrap_err().message.en;
        assert!(says(folder.path()).contains("is a folder"));
        assert!(says(&folder.path().join("no/x")).contains("cannot be written"));
        let path = folder.path().join("a");
        fs::write(&path, "old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert!(says(&path).contains("read-only"));
    }
}
