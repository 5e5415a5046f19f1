//! The house style: what a publication may choose, and the only options that rules read.

use serde::{Deserialize, Serialize};

/// What a house has chosen. The default chooses nothing: every current practice is accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Style {
    /// Spell names as the glossary does even where it tolerates another spelling.
    pub strict_names: bool,
}
