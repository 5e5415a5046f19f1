//! What a rule is. The rules themselves are in `crate::rules`.
//!
//! A rule is a static value in a file of its own, whose doc comment is its page and whose examples
//! are its tests. It looks at a segment ([`Ctx`]) or at all segments of a document
//! ([`DocumentCtx`]), or at a document beside its source ([`PairCtx`]), some at an English target too
//! ([`EnglishCtx`]), and says what it finds to [`Findings`].

mod context;
mod docs;
mod english;
mod pair;
mod persons;

pub use context::{Ctx, DocumentCtx, Findings};
pub use docs::{examples, summary};
pub use english::{ArabicSource, EnglishCtx};
pub use pair::{PairCtx, Paired};
pub use persons::{NearMiss, Person, near_given_name};

use crate::diagnostic::{Category, Confidence, Severity};

/// A rule: what it is called, what it says of itself, and how it looks.
#[derive(Debug)]
pub struct Rule {
    /// `group/name`, as on the command line and in the names of folder and file.
    pub id: &'static str,
    /// Its group.
    pub group: Group,
    /// Its doc comment, in Markdown. The first line is the summary.
    pub docs: &'static str,
    /// The summary in Arabic.
    pub ar: &'static str,
    /// What kind of fault it finds.
    pub category: Category,
    /// How bad its findings are, unless it says otherwise.
    pub severity: Severity,
    /// How sure its findings are, unless it says otherwise.
    pub confidence: Confidence,
    /// What it looks at.
    pub scope: Scope,
    /// How it looks at an English target, where it can.
    pub english: Option<fn(&EnglishCtx<'_>, &mut Findings<'_>)>,
}

impl Rule {
    /// The name without the group.
    pub fn name(&self) -> &'static str {
        self.id.split_once('/').map_or(self.id, |it| it.1)
    }

    /// Whether its findings come from entries of glossaries.
    pub fn is_driven_by_glossaries(&self) -> bool {
        self.group.is_driven_by_glossaries() || self.id == "names/translated"
    }

    /// Whether `selector` means this rule: its id, its group, or `all`.
    pub fn is_selected_by(&self, selector: &str) -> bool {
        selector == "all" || selector == self.id || selector == self.group.name()
    }
}

/// What a rule looks at, and the function that looks.
#[derive(Clone, Copy, Debug)]
pub enum Scope {
    /// One segment at a time.
    Segment(fn(&Ctx<'_>, &mut Findings<'_>)),
    /// All segments of a document together.
    Document(fn(&DocumentCtx<'_>, &mut Findings<'_>)),
    /// A document beside its source; not run where there is none.
    Pair(fn(&PairCtx<'_>, &mut Findings<'_>)),
}

macro_rules! groups {
    ($($(#[doc = $doc:literal])+ $group:ident $name:literal),+ $(,)?) => {
        /// The groups of rules.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Group {
            $($(#[doc = $doc])+ $group,)+
        }

        impl Group {
            /// Every group, in the order of the documentation.
            pub const ALL: &[Group] = &[$(Group::$group),+];

            /// Its name on the command line and in the names of rules.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Group::$group => $name,)+
                }
            }

            /// What its rules are about.
            pub const fn summary(self) -> &'static str {
                match self {
                    $(Group::$group => concat!($($doc),+),)+
                }
            }
        }
    };
}

groups! {
    /// Names of people, places and organisations.
    Names "names",
    /// Figures of speech rendered word for word.
    Idioms "idioms",
    /// Words taken in the wrong sense.
    Senses "senses",
    /// Terms with an approved rendering.
    Terms "terms",
    /// Turns of English in Arabic words.
    Calques "calques",
    /// Offices and ranks.
    Titles "titles",
    /// Agreement in gender and number.
    Agreement "agreement",
    /// Grammar.
    Grammar "grammar",
    /// Marks of punctuation.
    Punctuation "punctuation",
    /// Characters.
    Script "script",
    /// What only the source can tell.
    Source "source",
}

impl Group {
    /// Whether the findings of all its rules come from entries of glossaries.
    pub fn is_driven_by_glossaries(self) -> bool {
        matches!(
            self,
            Group::Idioms | Group::Senses | Group::Terms | Group::Calques | Group::Titles
        )
    }
}

/// Declares the rule of a file, from its doc comment and its facts.
macro_rules! rule {
    ($(#[doc = $doc:literal])+ $id:literal {
        group: $group:ident,
        category: $category:ident,
        severity: $severity:ident,
        confidence: $confidence:ident,
        ar: $ar:literal,
        $scope:ident: $check:expr
        $(, english: $english:expr)? $(,)?
    }) => {
        $(#[doc = $doc])+
        pub(super) static RULE: $crate::rule::Rule = $crate::rule::Rule {
            id: $id,
            group: $crate::rule::Group::$group,
            docs: concat!($($doc, "\n"),+),
            ar: $ar,
            category: $crate::diagnostic::Category::$category,
            severity: $crate::diagnostic::Severity::$severity,
            confidence: $crate::diagnostic::Confidence::$confidence,
            scope: $crate::rule::rule!(@scope $scope $check),
            english: $crate::rule::rule!(@english $($english)?),
        };
    };
    (@english) => { None };
    (@english $check:expr) => { Some($check) };
    (@scope segment $check:expr) => { $crate::rule::Scope::Segment($check) };
    (@scope document $check:expr) => { $crate::rule::Scope::Document($check) };
    (@scope pair $check:expr) => { $crate::rule::Scope::Pair($check) };
}
pub(crate) use rule;
