//! Files of earlier versions: see [`read_version`].

use std::{path::Path, process::Command};

use super::read_text;
use crate::diagnostic::{Message, Problem};

/// The text of the file at `name`, or where there is none and it is `REVISION:PATH`, that of the file in
/// that revision of the repository here. A path that begins with `./` counts from here, another from
/// the top of the repository, as git has it.
///
/// # Errors
///
/// What [`read_text`] refuses, and what git says.
pub fn read_version(name: &str) -> Result<String, Problem> {
    let path = Path::new(name);
    let is_revision = name
        .split_once(':')
        .is_some_and(|it| it.0.len() > 1 && !it.1.is_empty());
    if path.exists() || !is_revision {
        return read_text(path);
    }
    let wrong = |says: &str| {
        let message = Message::new(
            format!("no such file, and git knows no such revision: {says}"),
            format!("لا ملف بهذا الاسم، ولا يعرف git هذه المراجعة: {says}"),
        );
        Problem::fatal(name, message)
    };
    // What begins with a dash would be an option.
    if name.starts_with('-') {
        return Err(wrong("a revision does not begin with a dash"));
    }
    let output = Command::new("git")
        .args(["show", name])
        .output()
        .map_err(|it| wrong(&it.to_string()))?;
    if !output.status.success() {
        return Err(wrong(String::from_utf8_lossy(&output.stderr).trim()));
    }
    String::from_utf8(output.stdout).map_err(|_| wrong("the file is no UTF-8"))
}
