//! Writing what did not need to exist before: see [`publish`].

use std::{fs, io::Write, path::Path};

use crate::diagnostic::{Message, Problem};

/// Writes `bytes` to `path`, whole or not at all: beside it first, then renamed over it. The folders above
/// it are made.
///
/// # Errors
///
/// Whatever the system refuses.
pub fn publish(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let failed = |error: std::io::Error| {
        let message = Message::new(
            format!("cannot be written: {error}"),
            format!("تعذرت الكتابة: {error}"),
        );
        Problem::fatal(path.to_string_lossy(), message)
    };
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder).map_err(failed)?;
    let mut builder = tempfile::Builder::new();
    // What the user's umask lets through, as for any new file.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut beside = builder.tempfile_in(folder).map_err(failed)?;
    beside.write_all(bytes).map_err(failed)?;
    beside.persist(path).map_err(|it| failed(it.error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_made_and_files_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/page.html");
        publish(&path, b"one").unwrap();
        publish(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
        assert!(publish(folder.path(), b"a folder").is_err());
    }
}
