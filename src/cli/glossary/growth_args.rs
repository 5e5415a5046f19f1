//! The arguments of the commands that find new entries: add, learn, mine.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum, builder::TypedValueParser};

use crate::{
    cli::args::{ShowArgs, named},
    glossary::{GenderName, Kind, NameType},
};

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  fasih glossary add --to desk.yaml --en 'sovereign fund' --ar 'صندوق سيادي' \\
      --avoid 'صندوق الملك => صندوق سيادي' --test 'أعلن صندوق الملك أرباحه'
  fasih glossary add --to names.yaml --kind name --type person --gender male --en 'Steve Witkoff'
  fasih glossary add --to desk.yaml --interactive

A sentence after --test is marked as the entry marks it. An entry that avoids something must find it in
one of them; the mended sentence becomes the test that stays silent. Without --ar, spellings of a name
are proposed.")]
pub(super) struct AddArgs {
    /// The glossary; a new one where there is none
    #[arg(long, value_name = "FILE")]
    pub(super) to: PathBuf,
    /// The id; made from the English where it is not given
    #[arg(long)]
    pub(super) id: Option<String>,
    /// What the entry is about; what its glossary is about where it is not given
    #[arg(long, value_parser = kinds(), value_name = "KIND")]
    pub(super) kind: Option<Kind>,
    /// The English
    #[arg(long)]
    pub(super) en: Option<String>,
    /// Other English; repeatable
    #[arg(long, value_name = "EN")]
    pub(super) also_en: Vec<String>,
    /// The approved Arabic
    #[arg(long)]
    pub(super) ar: Option<String>,
    /// Other accepted Arabic; repeatable
    #[arg(long, value_name = "AR")]
    pub(super) also: Vec<String>,
    /// A pattern to avoid and what to write for it, `FIND => USE`; repeatable
    #[arg(long, value_name = "FIND => USE")]
    pub(super) avoid: Vec<String>,
    /// English that must stand in the source; repeatable
    #[arg(long, value_name = "EN")]
    pub(super) needs: Vec<String>,
    /// A sentence, bare or marked; repeatable
    #[arg(long, value_name = "SENTENCE")]
    pub(super) test: Vec<String>,
    /// Of a name: what it names
    #[arg(long, value_parser = types(), value_name = "TYPE")]
    pub(super) r#type: Option<NameType>,
    /// Of a person, or of the head noun
    #[arg(long, value_parser = genders(), value_name = "GENDER")]
    pub(super) gender: Option<GenderName>,
    /// For people who keep the glossary
    #[arg(long)]
    pub(super) note: Option<String>,
    /// Where the rendering is taken from
    #[arg(long)]
    pub(super) source: Option<String>,
    /// The subject field
    #[arg(long)]
    pub(super) domain: Option<String>,
    /// Who writes it
    #[arg(long)]
    pub(super) by: Option<String>,
    /// When it is written
    #[arg(long)]
    pub(super) date: Option<String>,
    /// Ask for what is not given, and before writing
    #[arg(long)]
    pub(super) interactive: bool,
    /// Print the entry and write nothing
    #[arg(long, conflicts_with = "interactive")]
    pub(super) dry_run: bool,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  fasih glossary learn --to desk.yaml --review review.json
  fasih glossary learn --to desk.yaml --mt mt/ --edited edited/
  fasih glossary learn --to desk.yaml --mt a.mt.txt --edited a.txt --yes

Of two folders, files of the same name belong together. Each proposal is shown with its evidence; on a
terminal you are asked for each, elsewhere nothing is written without --yes.")]
pub(super) struct LearnArgs {
    /// The glossary that entries are written to; a new one where there is none
    #[arg(long, value_name = "FILE")]
    pub(super) to: PathBuf,
    /// The decisions of a review, review.json; repeatable
    #[arg(long, value_name = "FILE", required_unless_present = "mt")]
    pub(super) review: Vec<PathBuf>,
    /// What the machine wrote: a file or folder
    #[arg(long, value_name = "PATH", requires = "edited")]
    pub(super) mt: Option<PathBuf>,
    /// What the editor made of it
    #[arg(long, value_name = "PATH", requires = "mt")]
    pub(super) edited: Option<PathBuf>,
    /// What new entries are about
    #[arg(long, value_parser = kinds(), default_value = "term", value_name = "KIND")]
    pub(super) kind: Kind,
    /// How often a change must have been made
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) least: u32,
    /// Write every proposal without asking
    #[arg(long)]
    pub(super) yes: bool,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum OreFormat {
    /// A line a find, tabs between its columns, their names first
    #[default]
    Tsv,
    /// A JSON array, for programs
    Json,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  fasih glossary mine articles/ > finds.tsv
  fasih glossary mine --against written-by-people/ --top 100 articles/

Names in Latin letters that recur, with the spelling of the glossaries or of the model; names spelt in
several ways; and, with --against, words far more frequent than in those texts. The best of each come
first.")]
pub(super) struct MineArgs {
    /// Articles, folders of them, globs
    #[arg(required = true, value_name = "PATHS")]
    pub(super) paths: Vec<PathBuf>,
    /// Texts by people, to tell what is frequent; repeatable
    #[arg(long, value_name = "PATH")]
    pub(super) against: Vec<PathBuf>,
    /// A glossary that lies over the shipped ones; repeatable
    #[arg(long, value_name = "FILE")]
    pub(super) glossary: Vec<PathBuf>,
    /// How often something must stand in the articles
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) least: u32,
    /// How many finds of each sort to show at most
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub(super) top: usize,
    /// Form of the output
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: OreFormat,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

pub(super) fn kinds() -> impl TypedValueParser<Value = Kind> {
    named(
        const {
            &[
                ("idiom", Kind::Idiom),
                ("sense", Kind::Sense),
                ("term", Kind::Term),
                ("calque", Kind::Calque),
                ("title", Kind::Title),
                ("name", Kind::Name),
            ]
        },
    )
}

fn types() -> impl TypedValueParser<Value = NameType> {
    named(
        const {
            &[
                ("person", NameType::Person),
                ("organisation", NameType::Organisation),
                ("place", NameType::Place),
                ("product", NameType::Product),
            ]
        },
    )
}

fn genders() -> impl TypedValueParser<Value = GenderName> {
    named(const { &[("male", GenderName::Male), ("female", GenderName::Female)] })
}
