//! Names that nothing is called by, and what was likely meant.

use crate::diagnostic::Message;

/// What a name was looked for among, in English and Arabic.
pub(super) type Among = (&'static str, &'static str);

/// Entries of glossaries.
pub(super) const ENTRY: Among = ("entry", "مدخل");
/// Rules, and entries of glossaries.
pub(super) const RULE_OR_ENTRY: Among = ("rule or entry", "قاعدة أو مدخل");
/// Whatever a rule can be chosen by.
pub(super) const SELECTOR: Among = ("rule, group or entry", "قاعدة أو مجموعة أو مدخل");

/// The name that `name` was likely meant to be.
pub(super) fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    known
        .map(|it| (strsim::damerau_levenshtein(it, name), it))
        .min()
        .filter(|it| it.0 * 3 <= name.len())
        .map(|it| it.1)
}

/// Says that nothing is called `name`.
pub(super) fn not_called(among: &Among, name: &str, suggestion: Option<&str>) -> Message {
    let (en, ar) = suggestion.map_or((String::new(), String::new()), |known| {
        (
            format!("; did you mean `{known}`?"),
            format!("؛ هل تقصد «{known}»؟"),
        )
    });
    Message::new(
        format!("no {} is called `{name}`{en}", among.0),
        format!("لا {} باسم «{name}»{ar}", among.1),
    )
}
