//! Arabic read in the wrong encoding: see [`RULE`].

use encoding_rs::{Encoding, WINDOWS_1252, WINDOWS_1256};

use crate::{
    arabic::letters,
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// Text that was read in the wrong encoding.
    ///
    /// ## Why
    ///
    /// UTF-8 that a program took for Windows-1252 or Windows-1256 turns each Arabic letter into two
    /// others. Where the bytes can be put together again, the fix is what stood there.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصل {Ø§Ù„ÙˆØ²ÙŠØ±|الوزير} إلى {ط§ظ„ظ‚ط§ظ‡ط±ط©|القاهرة} أمس.
    /// ```
    ///
    /// ```ar
    /// فاز فريق SØnderjyske على ضيفه فقط، ثم خسر.
    /// ```
    "script/mojibake" {
        group: Script,
        category: Encoding,
        severity: Major,
        confidence: High,
        ar: "نص قُرئ بترميز خاطئ",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    if !ctx.words.has_unusual_characters() {
        return;
    }
    // Both signs of broken text stand in no Arabic word: a quick way out for nearly every segment.
    let suspicious = |it: char| matches!(it, 'Ø' | 'Ù' | 'Ú' | 'Û' | 'Ã' | 'â' | 'ط' | 'ظ');
    if !ctx.text.contains(suspicious) {
        return;
    }
    let mut from = 0;
    while let Some(at) = ctx.text[from..].find(suspicious).map(|it| from + it) {
        let rest = &ctx.text[at..];
        // In a whole word a letter or a space follows; the second half of a broken letter is
        // neither.
        let second = rest.chars().nth(1);
        if second.is_none_or(|it| it.is_ascii() || letters::is_letter(it)) {
            from = at + rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let Some((len, text)) = broken(rest) else {
            from = at + rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        from = at + len;
        let span = Span::new(at..from);
        let message = Message::new(
            format!("text read in the wrong encoding: it was “{text}”"),
            format!("نص قُرئ بترميز خاطئ، وأصله «{text}»"),
        );
        let fix = Fix::replace(Applicability::Suggested, span, text);
        acc.add(span, message).fixes.push(fix);
    }
}

/// The length of the broken text that `rest` begins with, and what it was.
fn broken(rest: &str) -> Option<(usize, String)> {
    [WINDOWS_1252, WINDOWS_1256]
        .into_iter()
        .find_map(|encoding| {
            let (mut len, mut text) = run(rest, encoding)?;
            // Words of one broken stretch are one fault.
            while let Some(after) = rest[len..].strip_prefix(' ') {
                let Some((more, next)) = run(after, encoding) else {
                    break;
                };
                len += 1 + more;
                text = format!("{text} {next}");
            }
            Some((len, text))
        })
}

/// One run of characters that are single bytes of `encoding` beyond ASCII and together UTF-8.
fn run(rest: &str, encoding: &'static Encoding) -> Option<(usize, String)> {
    let mut bytes = Vec::new();
    // Characters and bytes are one to one; where each ends in the text.
    let mut ends = Vec::new();
    for (at, c) in rest.char_indices() {
        let Some(byte) = single_byte(c, encoding) else {
            break;
        };
        bytes.push(byte);
        ends.push(at + c.len_utf8());
    }
    let valid = match std::str::from_utf8(&bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?,
    };
    let text = proof(valid, encoding)?;
    Some((ends[text.len() - 1], text.to_owned()))
}

fn single_byte(c: char, encoding: &'static Encoding) -> Option<u8> {
    if c.is_ascii() {
        return None;
    }
    let mut buffer = [0; 4];
    let (bytes, _, failed) = encoding.encode(c.encode_utf8(&mut buffer));
    match bytes[..] {
        [byte] if !failed => Some(byte),
        _ => None,
    }
}

/// The beginning of `decoded` that was surely Arabic, a mark of printing or an accented letter.
///
/// The letters ط and ظ before a mark (`فقط،`) are UTF-8 too, but never three times in a row.
fn proof<'d>(decoded: &'d str, encoding: &'static Encoding) -> Option<&'d str> {
    let expected = |it: &char| {
        letters::is_script_letter(*it)
            || letters::is_mark(*it)
            || matches!(
                it,
                '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{640}' | '\u{660}'..='\u{66C}'
            )
            || matches!(it, '\u{2010}'..='\u{2026}' | '\u{C0}'..='\u{17F}' | '«' | '»')
    };
    let len: usize = decoded
        .chars()
        .take_while(expected)
        .map(char::len_utf8)
        .sum();
    let text = &decoded[..len];
    let arabic = text
        .chars()
        .filter(|it| letters::is_script_letter(*it))
        .count();
    let enough = if encoding == WINDOWS_1256 {
        arabic >= 3
    } else {
        !text.is_empty()
    };
    enough.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::broken;

    fn check(text: &str, expect: Option<&str>) {
        assert_eq!(broken(text).map(|it| it.1).as_deref(), expect, "{text}");
    }

    #[test]
    fn what_was_broken_is_mended() {
        check("Ø§Ù„Ø¹Ø§Ù„Ù… Ø§Ù„ÙŠÙˆÙ… ثم", Some("العالم اليوم"));
        check("â€œنعم", Some("“"));
        check("Ã©lys", Some("é"));
        check("ط§ظ„ظ‚ط§ظ‡ط±ط©", Some("القاهرة"));
    }

    #[test]
    fn what_is_whole_is_left() {
        check("ط، ثم", None);
        check("طظ، ثم", None);
        check("Øresund", None);
        check("âge", None);
        check("Ù", None);
    }
}
