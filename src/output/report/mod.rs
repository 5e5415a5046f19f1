//! The editor's review report: one page of HTML that holds everything it needs, and asks the network for
//! nothing.
//!
//! [`Article::of`] turns a checked article into what the page shows, [`page`] writes one page of up to
//! [`MOST`] articles, [`index`] the overview of a folder of pages. What the page exports is read by
//! [`crate::keeping`].

mod article;
mod diff;
mod history;
mod overview;
mod page;
mod policy;
mod score;
mod utf16;
mod words;

pub use article::{Article, Reviewed, SourceText};
pub use history::{Earlier, earlier};
pub use overview::{Row, row};
pub use page::{MOST, index, page};
