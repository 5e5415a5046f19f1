//! What the command line and `fasih.yaml` come to together: see [`settings`].

use std::path::{Path, PathBuf};

use super::{
    args::CheckArgs,
    unknown::{SELECTOR, not_called},
};
use crate::{
    config::{self, Asked, Settings},
    diagnostic::Problem,
    engine::Linter,
    world::{self, Input},
};

/// The settings of a run. The command line wins over the file; `--ignore` and `--glossary` add to
/// what the file says, the others replace it.
pub(super) fn settings(args: &CheckArgs, inputs: &[Input]) -> Result<Settings, Problem> {
    let mut settings = match config_path(args, inputs) {
        Some(path) => {
            let text = world::read_text(&path)?;
            let shown = path.to_string_lossy();
            Settings::of(&shown, config::load(&shown, &text)?)
        }
        None => Settings::default(),
    };
    let asked = |names: &[String]| -> Vec<Asked> {
        let named = names.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
        named.map(Asked::on_the_command_line).collect()
    };
    if !args.select.is_empty() {
        settings.select = asked(&args.select);
    }
    settings.ignore.extend(asked(&args.ignore));
    let glossaries = args.glossary.iter().map(|it| it.to_string_lossy());
    settings
        .glossaries
        .extend(glossaries.map(Asked::on_the_command_line));
    if let Some(severity) = args.min_severity {
        settings.thresholds.severity = severity;
    }
    if let Some(confidence) = args.min_confidence {
        settings.thresholds.confidence = confidence;
    }
    settings.fail_on = args.fail_on.unwrap_or(settings.fail_on);
    if let Some(language) = args.show.language {
        settings.language = language.into();
    }
    Ok(settings)
}

/// The configuration that was named, or the nearest one above the first article.
fn config_path(args: &CheckArgs, inputs: &[Input]) -> Option<PathBuf> {
    if args.no_config {
        return None;
    }
    if args.config.is_some() {
        return args.config.clone();
    }
    world::config_above(match inputs.first() {
        Some(Input::File(path)) => path,
        Some(Input::Stdin) | None => Path::new("."),
    })
}

/// `linter` with the choice of rules and the thresholds of `settings`, or each name that is none.
pub(super) fn configured(linter: Linter, settings: &Settings) -> Result<Linter, Vec<Problem>> {
    let names = |asked: &[Asked]| asked.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
    let chosen = linter
        .with_style(settings.style.clone())
        .with_thresholds(settings.thresholds)
        .with_selection(&names(&settings.select), &names(&settings.ignore));
    chosen.map_err(|unknown| {
        let asked = settings.select.iter().chain(&settings.ignore);
        let wrong = asked.filter(|it| it.name == unknown.name);
        let suggestion = unknown.suggestion.as_deref();
        let message = not_called(&SELECTOR, &unknown.name, suggestion);
        wrong
            .take(1)
            .map(|it| it.problem(message.clone()))
            .collect()
    })
}
