//! What an editor decides, and what is kept of it.

mod mending;
mod review;

pub use mending::{Refusal, mended};
pub use review::{
    Change, Decision, Review, ReviewedArticle, SCHEMA, Verdict, digest, json_schema, read,
};
