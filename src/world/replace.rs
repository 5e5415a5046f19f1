//! Writing a file anew, whole or not at all: see [`replace`].

use std::{fs, io::Write, path::Path};

use super::update::Lock;
use crate::diagnostic::{Message, Problem};

/// How the names of files begin that are written beside others.
pub(super) const TEMPORARY: &str = ".fasih-";

/// Puts `bytes` in the place of the file at `path`.
///
/// They are written beside it, synced and renamed over it, so that a crash leaves the old file or
/// the new one and never half of one. A symlink stays a link: the file it leads to is replaced.
/// Permissions are kept.
///
/// # Errors
///
/// A file that is read-only, though renaming over it would work, and whatever the system refuses.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let _lock = Lock::of(path)?;
    beside(path, bytes)
}

/// The same for who holds the lock.
pub(super) fn beside(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let failed = |error: std::io::Error| {
        let message = Message::new(
            format!("cannot be written: {error}; nothing was changed"),
            format!("تعذرت الكتابة: {error}؛ لم يُغيَّر شيء"),
        );
        Problem::fatal(path.to_string_lossy(), message)
    };
    let real = fs::canonicalize(path).map_err(failed)?;
    let known = fs::metadata(&real).map_err(failed)?;
    if known.permissions().readonly() {
        let message = Message::fixed(
            "is read-only; nothing was fixed in it",
            "ملف للقراءة فقط؛ لم يُصلَح فيه شيء",
        );
        return Err(Problem::fatal(path.to_string_lossy(), message));
    }
    let folder = real.parent().unwrap_or(Path::new("."));
    let mut beside = tempfile::Builder::new()
        .prefix(TEMPORARY)
        .tempfile_in(folder)
        .map_err(failed)?;
    beside.write_all(bytes).map_err(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        // An administrator who fixes a writer's file does not take it away from the writer. Others
        // may not give files away; theirs are their own already.
        let _ = fchown(beside.as_file(), Some(known.uid()), Some(known.gid()));
    }
    let file = beside.as_file();
    file.set_permissions(known.permissions()).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    beside.persist(&real).map_err(|it| failed(it.error))?;
    // The name is on the disk only when the folder is.
    #[cfg(unix)]
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_read_only_file_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let problem = replace(&path, b"new").unwrap_err();
        assert!(problem.message.en.contains("read-only"));
        assert_eq!(fs::read(&path).unwrap(), b"old");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_are_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        replace(&link, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o640
        );
        // Nothing is left beside it.
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
