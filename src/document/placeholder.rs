//! What a program puts its own words in place of: `%s`, `%(name)s`, `%1$d`, `{0}`, `{{name}}`.

/// The length of the placeholder that `text` begins with.
pub(super) fn at(text: &str) -> Option<usize> {
    match text.as_bytes().first()? {
        b'%' => percent(text),
        b'{' => braces(text),
        _ => None,
    }
}

/// The length of the tag that `text` begins with, as `<b>` and `</a>`.
pub(super) fn tag(text: &str) -> Option<usize> {
    let name = text.strip_prefix("</").or(text.strip_prefix('<'))?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    // Long enough for a link, short enough that many unclosed ones cost little.
    const MOST: usize = 2000;
    let head = &text.as_bytes()[..text.len().min(MOST)];
    let end = memchr::memchr2(b'>', b'<', &head[1..])? + 1;
    (head[end] == b'>').then_some(end + 1)
}

/// A conversion of `printf`, or of Python with a name. A space is no flag here: `50% من` has none.
fn percent(text: &str) -> Option<usize> {
    const MOST: usize = 60;
    let bytes = &text.as_bytes()[..text.len().min(MOST)];
    let mut at = 1;
    if *bytes.get(1)? == b'%' {
        return Some(2);
    }
    if bytes[1] == b'(' {
        at = memchr::memchr(b')', bytes)? + 1;
    }
    let flag = |it: &u8| it.is_ascii_digit() || b"$-+#*.'".contains(it);
    at += bytes[at..].iter().take_while(|it| flag(it)).count();
    let length = |it: &u8| b"hlqjzt".contains(it);
    at += bytes[at..].iter().take_while(|it| length(it)).count();
    let conversion = bytes.get(at)?;
    b"diouxXeEfFgGaAcspnrL@"
        .contains(conversion)
        .then_some(at + 1)
}

/// A name or number between braces, single or double.
fn braces(text: &str) -> Option<usize> {
    const MOST: usize = 80;
    let head = &text.as_bytes()[..text.len().min(MOST)];
    let open = if head.starts_with(b"{{") { 2 } else { 1 };
    let close = memchr::memchr2(b'}', b'\n', &head[open..])? + open;
    let name = &head[open..close];
    let plain = |it: &u8| it.is_ascii_graphic() && *it != b'{' || *it == b' ';
    let closed = head[close..].starts_with(&b"}}"[..open]);
    (closed && name.iter().all(plain)).then_some(close + open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_told_from_text() {
        let read = |text: &str| at(text).map(|it| text[..it].to_owned());
        for it in [
            "%s", "%1$d", "%(name)s", "%.2f", "%%", "%ld", "{0}", "{name}", "{{ x }}", "{}",
        ] {
            assert_eq!(read(&format!("{it} نعم")).as_deref(), Some(it));
        }
        for it in ["% من", "%", "{نعم}", "{a", "{{a}", "%(a"] {
            assert_eq!(read(it), None, "{it}");
        }
        assert_eq!(tag("<a href=\"x\">نعم"), Some(12));
        assert_eq!(tag("</b>"), Some(4));
        assert_eq!(tag("< b>"), None);
        assert_eq!(tag("<b <"), None);
    }
}
