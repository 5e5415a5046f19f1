//! Changing a file by what stands in it, while nobody else does: see [`update`].

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};

use super::{
    read_text,
    replace::{TEMPORARY, beside},
};
use crate::diagnostic::{Message, Problem};

/// Reads the text at `path`, has `change` make another of it, and puts that in its place, whole or not
/// at all. Another process that updates a file of the same folder waits until it is done, and so
/// starts from what this one wrote. What a process that was killed left beside it is removed.
///
/// # Errors
///
/// What [`read_text`] and [`super::replace`] refuse, and what `change` says; the file is as it was then.
pub fn update<T>(
    path: &Path,
    change: impl FnOnce(&str) -> Result<(String, T), Vec<Problem>>,
) -> Result<T, Vec<Problem>> {
    let one = |it: Problem| vec![it];
    let _lock = Lock::of(path).map_err(one)?;
    let text = read_text(path).map_err(one)?;
    let (new, result) = change(&text)?;
    if new != text {
        beside(path, new.as_bytes()).map_err(one)?;
    }
    Ok(result)
}

/// Writes a file that is not there yet, whole or not at all.
///
/// # Errors
///
/// A file that is there, unless `over` says that it may be, and whatever the system refuses.
pub fn create(path: &Path, bytes: &[u8], over: bool) -> Result<(), Problem> {
    let _lock = Lock::of(path)?;
    if path.exists() {
        if over {
            return beside(path, bytes);
        }
        let message = Message::fixed(
            "is there already; say --force to write it anew",
            "موجود من قبل؛ أضف --force لكتابته من جديد",
        );
        return Err(Problem::fatal(path.to_string_lossy(), message));
    }
    let failed = |error: std::io::Error| {
        let message = Message::new(
            format!("cannot be written: {error}"),
            format!("تعذرت الكتابة: {error}"),
        );
        Problem::fatal(path.to_string_lossy(), message)
    };
    let mut file = tempfile::Builder::new()
        .prefix(TEMPORARY)
        .tempfile_in(folder_of(path))
        .map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A temporary file is its writer's alone; this one is as any other.
        let ordinary = fs::Permissions::from_mode(0o644);
        file.as_file().set_permissions(ordinary).map_err(failed)?;
    }
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|it| failed(it.error))?;
    Ok(())
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// The right to write in a folder; given back when it is dropped, or the process ends.
#[derive(Debug)]
pub(super) struct Lock {
    _held: File,
}

impl Lock {
    /// Waits for the lock of the folder that the file at `path` really stands in.
    pub(super) fn of(path: &Path) -> Result<Lock, Problem> {
        let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let folder = folder_of(&real);
        let failed = |error: std::io::Error| {
            let message = Message::new(
                format!("cannot be locked: {error}; nothing was changed"),
                format!("تعذر قفله: {error}؛ لم يُغيَّر شيء"),
            );
            Problem::fatal(path.to_string_lossy(), message)
        };
        // A folder can be locked itself, so that no lock file is left in it; where it cannot, a file
        // beside the others' temporary ones is.
        #[cfg(unix)]
        let held = File::open(&folder).map_err(failed)?;
        #[cfg(not(unix))]
        let held = {
            use std::hash::{Hash, Hasher};
            let mut hasher = rustc_hash::FxHasher::default();
            folder.hash(&mut hasher);
            let name = format!("fasih-{:016x}.lock", hasher.finish());
            File::create(std::env::temp_dir().join(name)).map_err(failed)?
        };
        match held.lock() {
            Ok(()) => {}
            // A file system without locks: renaming alone keeps files whole.
            Err(error) if error.kind() == std::io::ErrorKind::Unsupported => {}
            Err(error) => return Err(failed(error)),
        }
        remove_leftovers(&folder);
        Ok(Lock { _held: held })
    }
}

/// Removes what writers left that were killed: nobody else writes now.
fn remove_leftovers(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(TEMPORARY) {
            // One that stays does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_writers_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "").unwrap();
        fs::write(folder.path().join(format!("{TEMPORARY}dead")), "x").unwrap();
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let path = &path;
                scope.spawn(move || {
                    for line in 0..10 {
                        let add = |text: &str| Ok((format!("{text}{writer} {line}\n"), ()));
                        update(path, add).unwrap();
                    }
                });
            }
        });
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().count(), 40);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_refused_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        create(&path, b"old", false).unwrap();
        assert!(create(&path, b"new", false).is_err());
        let refused = update(&path, |_| -> Result<(String, ()), _> { Err(Vec::new()) });
        assert!(refused.is_err());
        assert_eq!(fs::read(&path).unwrap(), b"old");
        create(&path, b"new", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }
}
