//! Files: the only module that touches the disk. What it finds there it gives away as bytes, and
//! what goes wrong as [`crate::diagnostic::Problem`]s.

mod cache;
mod config;
mod discovery;
mod draft;
mod git;
mod glossary_files;
mod job;
mod lines;
mod publish;
mod read;
mod replace;
mod source;
mod update;

pub use cache::{cached, keep_cached, program_stamp};
pub use config::config_above;
pub use discovery::{Found, Input, discover, is_among};
pub use draft::Draft;
pub use git::read_version;
pub use glossary_files::glossary_files;
pub use job::add_to_job_summary;
pub use lines::{Line, Lines};
pub use publish::publish;
pub use read::{read, read_line, read_stdin, read_text};
pub use replace::replace;
pub use source::{given_source, paired_source};
pub use update::{create, update};

/// How standard input is called in what is shown.
pub const STDIN: &str = "<stdin>";
