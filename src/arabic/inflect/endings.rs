//! The endings of nouns, on the letters they are added to: dual, sound plurals, tanwin.

use super::super::features::Case;
use super::{but_last, last_two, length};

/// Letters that do not join to the next, so that ء after one stays on the line.
const NON_CONNECTORS: [char; 5] = ['د', 'ذ', 'ر', 'ز', 'و'];

/// The dual: ملعبان, ملعبين; in construct ملعبا, ملعبي.
pub fn dual(noun: &str, case: Case, construct: bool) -> String {
    let nominative = case == Case::Nominative;
    let stem = but_last(noun);
    let mut out = String::with_capacity(noun.len() + 6);
    let mut ending = if nominative { 'ا' } else { 'ي' };
    match last_two(noun) {
        (Some('ة'), _) => out.extend([stem, "ت"]),
        (Some('ى'), _) => out.extend([stem, "ي"]),
        (Some('ا'), _) if length(noun) == 3 => out.extend([stem, "و"]),
        // كاميرا: كاميرتان
        (Some('ا'), Some(before)) if before != 'ي' => out.extend([stem, "ت"]),
        // Two alefs never meet.
        (Some('أ'), _) if nominative => {
            out.push_str(stem);
            ending = 'آ';
        }
        (Some('ء'), Some(before)) if before != 'ا' && !NON_CONNECTORS.contains(&before) => {
            out.extend([stem, "ئ"]);
        }
        _ => out.push_str(noun),
    }
    out.push(ending);
    if !construct {
        out.push('ن');
    }
    out
}

/// The sound masculine plural: مراسلون, مراسلين; in construct مراسلو, مراسلي.
pub fn sound_masculine_plural(noun: &str, case: Case, construct: bool) -> String {
    let nominative = case == Case::Nominative;
    let stem = but_last(noun);
    let mut out = String::with_capacity(noun.len() + 4);
    match last_two(noun) {
        (Some('ى'), _) => out.push_str(stem),
        (Some('ء'), Some('ا')) | (Some('أ'), _) => {
            out.extend([stem, if nominative { "ؤ" } else { "ئ" }]);
        }
        (Some('ء'), Some('ي')) => out.extend([stem, "ئ"]),
        _ => out.push_str(noun),
    }
    out.push(if nominative { 'و' } else { 'ي' });
    if !construct {
        out.push('ن');
    }
    out
}

/// The same of a defective noun, given with or without its ي: محامون.
pub fn defective_masculine_plural(noun: &str, case: Case, construct: bool) -> String {
    sound_masculine_plural(noun.strip_suffix('ي').unwrap_or(noun), case, construct)
}

/// The sound feminine plural: محكمات, إجراءات, مستشفيات, منشآت.
pub fn sound_feminine_plural(noun: &str) -> String {
    let stem = but_last(noun);
    let (ending, base) = match last_two(noun) {
        (Some('ة'), Some('ا')) => {
            let base = but_last(stem);
            let yeh = matches!(noun, "فتاة" | "نواة" | "وفاة")
                || (noun.starts_with('م') && length(noun) >= 6);
            (if yeh { "يات" } else { "وات" }, base)
        }
        (Some('ة'), Some('أ')) => ("آت", but_last(stem)),
        (Some('أ'), _) => ("آت", stem),
        (Some('ء'), Some(before)) if before != 'ا' && !NON_CONNECTORS.contains(&before) => {
            ("ئات", stem)
        }
        (Some('ى'), _) => ("يات", stem),
        (Some('ا'), Some('ي')) => ("ت", noun),
        (Some('ة' | 'ا'), _) => ("ات", stem),
        _ => ("ات", noun),
    };
    format!("{base}{ending}")
}

/// The indefinite accusative as written: كتابا, شيئا; unchanged where the word takes no alef.
pub fn with_tanwin(noun: &str) -> String {
    let stem = but_last(noun);
    match last_two(noun) {
        (None | Some('ة' | 'ى' | 'ا' | 'أ' | 'آ'), _) | (Some('ء'), Some('ا')) => {
            noun.to_owned()
        }
        (Some('ء'), Some(before)) if !NON_CONNECTORS.contains(&before) => format!("{stem}ئا"),
        _ => format!("{noun}ا"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_meet_alef_and_hamza() {
        let nominative = |noun| dual(noun, Case::Nominative, false);
        assert_eq!(nominative("عصا"), "عصوان");
        assert_eq!(nominative("فتى"), "فتيان");
        assert_eq!(nominative("كاميرا"), "كاميرتان");
        assert_eq!(nominative("خطأ"), "خطآن");
        assert_eq!(dual("خطأ", Case::Genitive, true), "خطأي");
        assert_eq!(
            sound_masculine_plural("بريء", Case::Genitive, false),
            "بريئين"
        );
        assert_eq!(sound_feminine_plural("كاميرا"), "كاميرات");
        assert_eq!(sound_feminine_plural("وفاة"), "وفيات");
        assert_eq!(sound_feminine_plural("بيئة"), "بيئات");
        assert_eq!(sound_feminine_plural("مبدأ"), "مبدآت");
        assert_eq!(sound_feminine_plural("عبء"), "عبئات");
        assert_eq!(with_tanwin("قضايا"), "قضايا");
        assert_eq!(with_tanwin("شاطئ"), "شاطئا");
        assert_eq!(with_tanwin(""), "");
    }
}
