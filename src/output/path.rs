//! Paths as other programs name files: see [`relative`] and [`uri`].

use std::fmt::Write;

/// `path` with `/` between its parts and without a leading `./`: services that annotate a
/// repository compare it letter by letter with theirs.
pub(super) fn relative(path: &str) -> String {
    let path = if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.to_owned()
    };
    path.trim_start_matches("./").to_owned()
}

/// `path` as a URI reference of RFC 3986: every byte that is not plainly a letter is escaped.
pub(super) fn uri(path: &str) -> String {
    let path = relative(path);
    let mut out = String::with_capacity(path.len() + 16);
    let is_drive = path.as_bytes().get(1) == Some(&b':') && cfg!(windows);
    if path.starts_with('/') {
        out.push_str("file://");
    } else if is_drive {
        out.push_str("file:///");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_reference_that_nothing_can_be_smuggled_into() {
        assert_eq!(relative("./a/b.txt"), "a/b.txt");
        assert_eq!(uri("./a b/ق.txt"), "a%20b/%D9%82.txt");
        assert_eq!(uri("/tmp/x"), "file:///tmp/x");
        // No scheme, no query, no fragment.
        assert_eq!(uri("javascript:x?\"<\n#"), "javascript%3Ax%3F%22%3C%0A%23");
    }
}
