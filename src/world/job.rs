//! What a CI service takes from a job beside its output: see [`add_to_job_summary`].

use std::{fs::File, io::Write};

use crate::diagnostic::{Message, Problem};

/// Adds Markdown to the summary of the job that runs on GitHub; does nothing elsewhere.
///
/// # Errors
///
/// GitHub names a file that cannot be written to.
pub fn add_to_job_summary(markdown: &str) -> Result<(), Problem> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|it| !it.is_empty()) else {
        return Ok(());
    };
    let file = File::options().append(true).create(true).open(&path);
    let written = file.and_then(|mut it| it.write_all(markdown.as_bytes()));
    written.map_err(|error| {
        let message = Message::new(
            format!("the summary of the job cannot be written: {error}"),
            format!("تعذرت كتابة ملخص المهمة: {error}"),
        );
        Problem::remark(path.to_string_lossy(), message)
    })
}
