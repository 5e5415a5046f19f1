//! Files: the only module that touches the disk. What it finds there it gives away as bytes, and
//! what goes wrong as [`crate::diagnostic::Problem`]s.

mod config;
mod discovery;
mod draft;
mod job;
mod read;
mod replace;
mod source;

pub use config::config_above;
pub use discovery::{Found, Input, discover, is_among};
pub use draft::Draft;
pub use job::add_to_job_summary;
pub use read::{read, read_stdin, read_text};
pub use replace::replace;
pub use source::{given_source, paired_source};

/// How standard input is called in what is shown.
pub const STDIN: &str = "<stdin>";
