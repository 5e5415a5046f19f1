//! The arguments of the commands that take glossaries to other forms and versions: import, export, diff,
//! merge.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use super::growth_args::kinds;
use crate::{cli::args::ShowArgs, glossary::Kind, keeping::exchange::Form};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FormName {
    /// TBX-Basic, version 3, data categories as elements
    Tbx,
    /// TBX-Basic, version 3, data categories as attributes
    TbxDca,
    /// TBX-Basic, version 2 (martif)
    Tbx2,
    /// Comma-separated values
    Csv,
    /// Tab-separated values
    Tsv,
    /// A spreadsheet; read only
    Xlsx,
}

impl From<FormName> for Form {
    fn from(it: FormName) -> Form {
        match it {
            FormName::Tbx => Form::Tbx3Dct,
            FormName::TbxDca => Form::Tbx3Dca,
            FormName::Tbx2 => Form::Tbx2,
            FormName::Csv => Form::Csv,
            FormName::Tsv => Form::Tsv,
            FormName::Xlsx => Form::Xlsx,
        }
    }
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  fasih glossary import terms.tbx --to terms.yaml
  fasih glossary import desk.xlsx --to desk.yaml --kind name

TBX of version 2 or 3 in either style; CSV and TSV with any delimiter, in UTF-8, UTF-16 or windows-1256;
the first sheet of a spreadsheet. The first row of a table names its columns (docs/glossaries.md). What
an entry cannot hold is listed.")]
pub(super) struct ImportArgs {
    /// The file
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// The glossary to write; - for standard output
    #[arg(long, value_name = "FILE")]
    pub(super) to: PathBuf,
    /// Its form; told by the extension where it is not given
    #[arg(long, value_enum, value_name = "FORM")]
    pub(super) form: Option<FormName>,
    /// What the entries are about that do not say
    #[arg(long, value_parser = kinds(), default_value = "term", value_name = "KIND")]
    pub(super) kind: Kind,
    /// The title of the glossary; the name of the file where it is not given
    #[arg(long)]
    pub(super) title: Option<String>,
    /// Write over a glossary that is there
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  fasih glossary export desk.yaml names.yaml --to desk.tbx
  fasih glossary export desk.yaml --form tbx2 --to - | tbx2po -

What the form cannot hold is listed.")]
pub(super) struct ExportArgs {
    /// Glossaries
    #[arg(required = true, value_name = "FILES")]
    pub(super) files: Vec<PathBuf>,
    /// The file to write; - for standard output
    #[arg(long, value_name = "FILE")]
    pub(super) to: PathBuf,
    /// Its form; told by the extension where it is not given
    #[arg(long, value_enum, value_name = "FORM")]
    pub(super) form: Option<FormName>,
    /// Write over a file that is there
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// Text for people
    #[default]
    Human,
    /// For a pull request
    Markdown,
    /// A JSON array, for programs
    Json,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  fasih glossary diff old.yaml new.yaml
  fasih glossary diff HEAD~1:./desk.yaml desk.yaml --format markdown

Status 1 where they differ.")]
pub(super) struct DiffArgs {
    /// The old version: a file, or REVISION:PATH of the git repository here
    #[arg(value_name = "OLD")]
    pub(super) old: String,
    /// The new version
    #[arg(value_name = "NEW")]
    pub(super) new: String,
    /// Form of the output
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: DiffFormat,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
As the merge driver of git, in .gitattributes and the configuration:
  glossaries/*.yaml merge=fasih
  git config merge.fasih.driver 'fasih glossary merge %O %A %B --marker-size %L --name %P'

The merged glossary takes the place of OURS. Status 0: merged; 1: with conflicts, between markers; 129: not
merged, OURS is as it was.")]
pub(super) struct MergeArgs {
    /// What both come from
    #[arg(value_name = "BASE")]
    pub(super) base: PathBuf,
    /// Our version, which the merged one replaces
    #[arg(value_name = "OURS")]
    pub(super) ours: PathBuf,
    /// Their version
    #[arg(value_name = "THEIRS")]
    pub(super) theirs: PathBuf,
    /// How long conflict markers are
    #[arg(long, value_name = "N", default_value_t = 7)]
    pub(super) marker_size: u8,
    /// What the glossary is called in messages
    #[arg(long, value_name = "PATH")]
    pub(super) name: Option<String>,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}
