//! The arguments of the program, and the text of its help.

use std::path::PathBuf;

use clap::{
    Args as ClapArgs, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};

use crate::{
    config::{FailOn, LanguageName},
    diagnostic::{Confidence, Severity},
    document::Format,
};

/// Checks machine-translated Arabic: flags garbled renderings and suggests fixes.
#[derive(Debug, Parser)]
#[command(name = "fasih", version, about, arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  fasih check article.ar.txt             what is wrong in an article
  fasih check --diff articles/           what fixing would change in a folder
  fasih check --fix article.ar.txt       make the fixes that are safe
  fasih report article.ar.txt -o a.html  a page on which an editor decides
  fasih explain idioms/literal           what a rule finds, and why
  fasih explain ball-in-court            what a glossary entry finds
  fasih transliterate Witkoff            how a name is spelt in Arabic

Exit status: 0 nothing found, 1 findings, 2 the run could not be done or not wholly.")]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check articles
    Check(Box<CheckArgs>),
    /// Print the sentences of a text and of its translation side by side
    Align(AlignArgs),
    /// Write a review page for an editor
    Report(Box<ReportArgs>),
    /// Make the changes that an editor decided on in a review page
    Apply(ApplyArgs),
    /// List the rules
    Rules(RulesArgs),
    /// Tell what a rule or a glossary entry finds, and why
    Explain(ExplainArgs),
    /// Spell Latin names in Arabic
    Transliterate(TransliterateArgs),
    /// Keep glossaries: lint, test, format, search, measure
    Glossary(super::glossary::GlossaryArgs),
    /// Print the script that completes arguments in a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print a JSON Schema, for editors that check YAML while it is typed
    Schema {
        /// What it describes
        of: SchemaName,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SchemaName {
    /// A glossary
    Glossary,
    /// The configuration, fasih.yaml
    Config,
    /// The decisions that a review page exports
    Review,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatName {
    /// Text for people
    #[default]
    Human,
    /// One JSON object, for programs
    Json,
    /// A JSON object a file, each on its line
    Jsonl,
    /// SARIF 2.1.0, for GitHub code scanning and editors
    Sarif,
    /// Annotations in the log of a GitHub job
    Github,
    /// The code quality report of GitLab
    Gitlab,
    /// JUnit XML, for any CI service
    Junit,
    /// Checkstyle XML, for Jenkins and review bots
    Checkstyle,
    /// The diagnostic format of reviewdog, with suggestions
    Rdjson,
    /// A table, tabs between its columns
    Tsv,
    /// A spreadsheet; needs --output
    Xlsx,
    /// Markdown, for a comment on a pull request
    Markdown,
}

/// The forms of lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// Text for people
    #[default]
    Human,
    /// One JSON array, for programs
    Json,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorName {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  fasih check articles/ 'desk/*.ar.txt'
  fasih check --glossary desk.yaml --min-severity major article.ar.txt
  fasih check --format json --ignore punctuation articles/ > report.json
  fasih check --format xlsx --output review.xlsx articles/
  fasih check --fix --unsafe-fixes - < article.txt > fixed.txt

In folders, files of a known format are read, without hidden and git-ignored ones; of tables, JSON
and YAML those that are named for Arabic (ar.json, x.ar.csv, locales/ar/menu.yml). X.en.txt beside
X.ar.txt is its source and not checked. Every line of JSONL is an article of its
own. Findings go to standard output,
errors and warnings to standard error, and also into the forms for programs.")]
// Switches of a command line are not states of a machine.
#[allow(clippy::struct_excessive_bools)]
pub(super) struct CheckArgs {
    /// Files, folders, globs, or - for standard input
    #[arg(required = true, value_name = "PATHS")]
    pub(super) paths: Vec<PathBuf>,

    /// Form of the output
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: FormatName,
    /// Format of the input [default: told by name, then by content]
    #[arg(long, value_parser = input_formats(), value_name = "FORMAT")]
    pub(super) input_format: Option<Format>,
    /// Write the output to this file, whole or not at all; - is standard output
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// The text the article was translated from, or a folder of such texts
    #[arg(long, value_name = "FILE|DIR", help_heading = "Source")]
    pub(super) source: Option<PathBuf>,
    /// Do not take X.en.txt beside X.ar.txt (or .md, .json …) as its source
    #[arg(long, conflicts_with = "source", help_heading = "Source")]
    pub(super) no_source: bool,
    /// The language of the articles: ar, en [default: told by their letters]
    #[arg(long, value_parser = languages(), value_name = "LANGUAGE", help_heading = "Source")]
    pub(super) target: Option<LanguageName>,

    /// A glossary that lies over the shipped ones; repeatable, a later one over an earlier one
    #[arg(long, value_name = "FILE", help_heading = "Choice")]
    pub(super) glossary: Vec<PathBuf>,
    /// Run only these: rules, groups, ids of glossary entries
    #[arg(
        long,
        value_name = "NAMES",
        value_delimiter = ',',
        help_heading = "Choice"
    )]
    pub(super) select: Vec<String>,
    /// Do not run these: rules, groups, ids of glossary entries
    #[arg(
        long,
        value_name = "NAMES",
        value_delimiter = ',',
        help_heading = "Choice"
    )]
    pub(super) ignore: Vec<String>,
    /// Show nothing milder [default: minor]
    #[arg(long, value_parser = severities(), value_name = "SEVERITY", help_heading = "Choice")]
    pub(super) min_severity: Option<Severity>,
    /// Show nothing less sure [default: medium]
    #[arg(long, value_parser = confidences(), value_name = "CONFIDENCE", help_heading = "Choice")]
    pub(super) min_confidence: Option<Confidence>,
    /// End with status 1 from this severity on [default: minor]
    #[arg(long, value_parser = thresholds(), value_name = "SEVERITY", help_heading = "Choice")]
    pub(super) fail_on: Option<FailOn>,

    /// Make the fixes that are safe; with standard input, print the fixed text
    #[arg(long, conflicts_with = "diff", help_heading = "Fixing")]
    pub(super) fix: bool,
    /// With --fix or --diff: also fixes that may change what the text says
    #[arg(long, help_heading = "Fixing")]
    pub(super) unsafe_fixes: bool,
    /// Print what --fix would change and change nothing; status 1 if it would
    #[arg(long, conflicts_with = "format", help_heading = "Fixing")]
    pub(super) diff: bool,

    #[command(flatten)]
    pub(super) show: ShowArgs,
    /// Read this configuration instead of the nearest fasih.yaml
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Read no fasih.yaml
    #[arg(long, conflicts_with = "config")]
    pub(super) no_config: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  fasih align article.en.txt article.ar.txt
  fasih align --format tmx article.en.txt article.ar.txt > memory.tmx

Columns of tsv: source, target, how many sentences of either side (1-1, 2-1, 0-1 …), and how much of what
can be looked for in the source stands in the target, from 0 to 1.")]
pub(super) struct AlignArgs {
    /// The English text
    pub(super) source: PathBuf,
    /// Its Arabic translation
    pub(super) target: PathBuf,
    /// Form of the output
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: PairsFormat,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

#[derive(Debug, ClapArgs)]
#[command(
    mut_arg("format", |it| it.hide(true).conflicts_with("output")),
    mut_arg("fix", |it| it.hide(true).conflicts_with("output")),
    mut_arg("unsafe_fixes", |it| it.hide(true).conflicts_with("output")),
    mut_arg("diff", |it| it.hide(true).conflicts_with("output")),
    mut_arg("fail_on", |it| it.hide(true).conflicts_with("output")),
    mut_arg("output", |it| it.required(true).value_name("FILE|DIR/").help(
        "The page to write (up to 20 articles), - for standard output, or a folder (DIR/) for an index \
         and a page for each article"
    )),
)]
pub(super) struct ReportArgs {
    #[command(flatten)]
    pub(super) check: CheckArgs,
    /// An earlier result of fasih check --format json, for the trend; repeatable, oldest first
    #[arg(long, value_name = "FILE")]
    pub(super) history: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  fasih apply --diff review.json
  fasih apply review.json

An article that has changed since the report was made is left alone (told by a hash of its content), and
so is one in which any of its changes cannot be made; the status is then 2.")]
pub(super) struct ApplyArgs {
    /// What the page exported, or - for standard input
    #[arg(value_name = "REVIEW")]
    pub(super) review: PathBuf,
    /// Print what would change and change nothing; status 1 if anything would
    #[arg(long)]
    pub(super) diff: bool,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum PairsFormat {
    /// Source and target, tabs between them, a line a pair
    #[default]
    Tsv,
    /// One JSON object, for programs
    Json,
    /// A translation memory, TMX 1.4: the pairs that have both sides
    Tmx,
}

/// How things are shown.
#[derive(Debug, ClapArgs)]
pub(super) struct ShowArgs {
    /// Language of messages [default: en]
    #[arg(long, value_parser = languages(), value_name = "LANGUAGE")]
    pub(super) language: Option<LanguageName>,
    /// Colours
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(super) color: ColorName,
}

#[derive(Debug, ClapArgs)]
pub(super) struct RulesArgs {
    /// Form of the output
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: ListFormat,
    /// Language of the summaries [default: en]
    #[arg(long, value_parser = languages(), value_name = "LANGUAGE")]
    pub(super) language: Option<LanguageName>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  fasih explain punctuation/space-before-mark
  fasih explain --glossary desk.yaml my-entry")]
pub(super) struct ExplainArgs {
    /// A rule (group/name) or the id of a glossary entry
    pub(super) name: String,
    /// A glossary to look in before the shipped ones; repeatable
    #[arg(long, value_name = "FILE")]
    pub(super) glossary: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  fasih transliterate Witkoff \"Karoline Leavitt\"
  fasih transliterate --top 1 < names.txt > names.tsv
  fasih transliterate --no-glossary --format json Zelensky

Names that the shipped glossaries know come first, then what the model takes for most probable. Every
name gets a line, also one that cannot be spelt: that is told on standard error, and the status is 2.")]
pub(super) struct TransliterateArgs {
    /// Latin names; none, or -: lines on standard input
    #[arg(value_name = "NAMES")]
    pub(super) names: Vec<String>,
    /// How many spellings of a name to give at most
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=20))]
    pub(super) top: u8,
    /// Form of the output
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) format: SpellingsFormat,
    /// Ask the model alone
    #[arg(long)]
    pub(super) no_glossary: bool,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum SpellingsFormat {
    /// The name and its spellings, tabs between them, a line a name
    #[default]
    Tsv,
    /// A JSON array, for programs
    Json,
}

/// Reads one of `values` by the name it has everywhere else.
pub(super) fn named<T: Copy + Send + Sync + 'static>(
    values: &'static [(&'static str, T)],
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(values.iter().map(|it| it.0)).map(|name| {
        let known = values.iter().find(|it| it.0 == name);
        known.expect("the parser lets nothing else through").1
    })
}

fn input_formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::names())
        .map(|name| Format::named(&name).expect("the parser lets nothing else through"))
}

pub(super) fn severities() -> impl TypedValueParser<Value = Severity> {
    named(
        const {
            &[
                ("neutral", Severity::Neutral),
                ("minor", Severity::Minor),
                ("major", Severity::Major),
                ("critical", Severity::Critical),
            ]
        },
    )
}

fn confidences() -> impl TypedValueParser<Value = Confidence> {
    named(
        const {
            &[
                ("low", Confidence::Low),
                ("medium", Confidence::Medium),
                ("high", Confidence::High),
            ]
        },
    )
}

fn thresholds() -> impl TypedValueParser<Value = FailOn> {
    named(
        const {
            &[
                ("neutral", FailOn::Neutral),
                ("minor", FailOn::Minor),
                ("major", FailOn::Major),
                ("critical", FailOn::Critical),
                ("never", FailOn::Never),
            ]
        },
    )
}

fn languages() -> impl TypedValueParser<Value = LanguageName> {
    named(const { &[("ar", LanguageName::Ar), ("en", LanguageName::En)] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_well_formed() {
        Args::command().debug_assert();
    }
}
