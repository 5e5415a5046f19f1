//! Where the configuration of a file stands: see [`config_above`].

use std::path::{Component, Path, PathBuf};

use crate::config::FILE_NAME;

/// The nearest `fasih.yaml` in the folder of `path` (in `path` itself where it is a folder) or one
/// above it. Nothing leads above a path that does not exist.
pub fn config_above(path: &Path) -> Option<PathBuf> {
    let folder = if path.is_dir() { path } else { path.parent()? };
    let here = |folder: &Path| {
        let path = folder.join(FILE_NAME);
        path.is_file().then_some(path)
    };
    // Asked for as it was named where that finds it, so that messages name it the same way. What
    // stands before a `..` is not above it.
    let named = !folder.components().any(|it| it == Component::ParentDir);
    let found = named.then(|| folder.ancestors().find_map(here)).flatten();
    if let Some(path) = found {
        return Some(path.strip_prefix(".").map(Path::to_owned).unwrap_or(path));
    }
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    folder.canonicalize().ok()?.ancestors().find_map(here)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_nearest_one_above_is_found() {
        let root = tempfile::tempdir().unwrap();
        let deep = root.path().join("a/b");
        fs::create_dir_all(&deep).unwrap();
        fs::write(root.path().join(FILE_NAME), "").unwrap();
        let found = config_above(&deep.join("x.txt")).unwrap();
        assert_eq!(found, root.path().join(FILE_NAME));
        let found = config_above(&deep.join("../x.txt")).unwrap();
        assert_eq!(found, root.path().canonicalize().unwrap().join(FILE_NAME));
        fs::write(deep.join(FILE_NAME), "").unwrap();
        assert_eq!(config_above(&deep), Some(deep.join(FILE_NAME)));
    }
}
