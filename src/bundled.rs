//! The shipped glossaries, compiled when the program was built and part of it.

use crate::glossary::{Compiled, Loaded, load};

/// What `build.rs` made of `glossaries/`. The tables in it are read where they lie.
static BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/glossaries.bin"));

// `FILES: &[(path, yaml)]`: the glossaries as written.
include!(concat!(env!("OUT_DIR"), "/glossary_files.rs"));

/// The shipped glossaries, ready to run.
///
/// # Panics
///
/// Never: the bytes are those that this build wrote.
pub fn compiled() -> Compiled {
    Compiled::from_bytes(BLOB).expect("the build wrote what it reads")
}

/// The shipped glossaries as written: path and YAML.
pub fn files() -> &'static [(&'static str, &'static str)] {
    FILES
}

/// The shipped glossary that declares entry `id`, parsed.
pub fn declaring(id: &str) -> Option<Loaded> {
    let line = format!("- id: {id}");
    let ends = |rest: &str| rest.starts_with(['\n', '\r', ' ']) || rest.is_empty();
    let (path, yaml) = FILES.iter().find(|(_, yaml)| {
        yaml.match_indices(&line)
            .any(|(at, _)| ends(&yaml[at + line.len()..]))
    })?;
    load(path, yaml).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::{Vocabulary, compile, lint};

    #[test]
    fn the_blob_is_what_the_files_compile_to() {
        let loaded: Vec<Loaded> = FILES
            .iter()
            .map(|(path, yaml)| load(path, yaml).unwrap())
            .collect();
        assert_eq!(lint(&loaded), []);
        let (fresh, problems) = compile(&loaded, &Vocabulary::default());
        assert_eq!(problems, []);
        assert!(
            fresh.to_bytes() == BLOB,
            "the blob was built from other files"
        );
        assert_eq!(compiled().to_bytes(), BLOB);
    }
}
