//! `fasih.yaml`: as written ([`ConfigFile`]), and as meant ([`Settings`]).
//!
//! Its keys are called like the options of the command line, which win over it.

mod file;
mod load;
mod settings;

pub use file::{ConfigFile, FailOn, LanguageName, json_schema};
pub use load::load;
pub use settings::{Asked, Settings};

/// The name of the file.
pub const FILE_NAME: &str = "fasih.yaml";
