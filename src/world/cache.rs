//! What was computed once and can be computed again: see [`cached`].

use std::{env, fs, hash::Hasher, path::PathBuf};

use super::update::create;

/// The most files that are kept; the oldest go.
const MOST: usize = 32;

/// The bytes that [`keep_cached`] kept under `key`, as they were; nothing where there are none or they
/// were damaged.
pub fn cached(key: &str) -> Option<Vec<u8>> {
    let mut bytes = fs::read(folder()?.join(key)).ok()?;
    let end = bytes.len().checked_sub(8)?;
    let sum = u64::from_le_bytes(bytes[end..].try_into().ok()?);
    bytes.truncate(end);
    (sum == checksum(&bytes)).then_some(bytes)
}

/// Keeps `bytes` under `key`, a file name. Where that cannot be done it is not: it costs time, no more.
pub fn keep_cached(key: &str, bytes: &[u8]) {
    let Some(folder) = folder() else { return };
    if fs::create_dir_all(&folder).is_err() {
        return;
    }
    let summed = [bytes, &checksum(bytes).to_le_bytes()].concat();
    let _ = create(&folder.join(key), &summed, true);
    remove_oldest(&folder);
}

/// `FASIH_CACHE` (empty: none is kept), or the user's folder for such things.
fn folder() -> Option<PathBuf> {
    if let Some(own) = env::var_os("FASIH_CACHE") {
        return (!own.is_empty()).then(|| PathBuf::from(own));
    }
    let of = |name: &str| {
        env::var_os(name)
            .filter(|it| !it.is_empty())
            .map(PathBuf::from)
    };
    let base = if cfg!(windows) {
        of("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        of("HOME").map(|it| it.join("Library/Caches"))
    } else {
        of("XDG_CACHE_HOME").or_else(|| of("HOME").map(|it| it.join(".cache")))
    };
    base.map(|it| it.join("fasih"))
}

/// Tells bytes from damaged ones; nobody is to be kept from forging them.
fn checksum(bytes: &[u8]) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(bytes);
    hasher.finish()
}

fn remove_oldest(folder: &std::path::Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let mut files: Vec<_> = entries
        .flatten()
        .filter_map(|it| Some((it.metadata().ok()?.modified().ok()?, it.path())))
        .collect();
    files.sort();
    for (_, path) in files.iter().rev().skip(MOST) {
        let _ = fs::remove_file(path);
    }
}

/// Tells this program from every other build of it: its size, and when it was written.
pub fn program_stamp() -> [u8; 24] {
    let mut stamp = [0; 24];
    let known = env::current_exe().and_then(fs::metadata);
    if let Ok(known) = known {
        let written = known.modified().ok();
        let since = written.and_then(|it| it.duration_since(std::time::UNIX_EPOCH).ok());
        stamp[..8].copy_from_slice(&known.len().to_le_bytes());
        stamp[8..].copy_from_slice(&since.map_or(0, |it| it.as_nanos()).to_le_bytes());
    }
    stamp
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_noticed() {
        assert_ne!(checksum(b"glossary"), checksum(b"glossarz"));
        assert_ne!(program_stamp(), [0; 24]);
        assert_eq!(cached("no such key"), None);
    }
}
