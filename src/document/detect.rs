//! Which format a file is in: told by its name, then by its content. See [`Format::of`].

use super::Format;
use crate::text::decode;

/// What `--input-format` calls a format.
const NAMES: [(&str, Format); 14] = [
    ("csv", Format::Csv),
    ("docx", Format::Docx),
    ("html", Format::Html),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("markdown", Format::Markdown),
    ("plain", Format::Plain),
    ("po", Format::Po),
    ("srt", Format::Srt),
    ("tmx", Format::Tmx),
    ("tsv", Format::Tsv),
    ("vtt", Format::Vtt),
    ("xliff", Format::Xliff),
    ("yaml", Format::Yaml),
];

/// How names of files end.
const EXTENSIONS: [(&str, Format); 26] = [
    ("arb", Format::Json),
    ("csv", Format::Csv),
    ("docx", Format::Docx),
    ("htm", Format::Html),
    ("html", Format::Html),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
    ("markdown", Format::Markdown),
    ("md", Format::Markdown),
    ("mxliff", Format::Xliff),
    ("ndjson", Format::Jsonl),
    ("po", Format::Po),
    ("pot", Format::Po),
    ("sdlxliff", Format::Xliff),
    ("srt", Format::Srt),
    ("tab", Format::Tsv),
    ("text", Format::Plain),
    ("tmx", Format::Tmx),
    ("tsv", Format::Tsv),
    ("txt", Format::Plain),
    ("vtt", Format::Vtt),
    ("xhtml", Format::Html),
    ("xlf", Format::Xliff),
    ("xliff", Format::Xliff),
    ("yaml", Format::Yaml),
    ("yml", Format::Yaml),
];

/// Whether a text begins like one of a format.
type Looks = fn(&str) -> bool;

/// How much of a file is looked at.
const HEAD: usize = 4096;

impl Format {
    /// What formats are called on the command line.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|it| it.0)
    }

    /// The format of this name.
    pub fn named(name: &str) -> Option<Format> {
        NAMES.iter().find(|it| it.0 == name).map(|it| it.1)
    }

    /// The format of the file at `path`, whose content is `bytes`: as its name ends, else as it
    /// begins, else plain text.
    pub fn of(path: &str, bytes: &[u8]) -> Format {
        Format::of_path(path)
            .or_else(|| Format::of_content(bytes))
            .unwrap_or_default()
    }

    /// The format that a name ends for.
    pub fn of_path(path: &str) -> Option<Format> {
        let extension = path.rsplit_once('.')?.1;
        let found = EXTENSIONS
            .iter()
            .find(|it| it.0.eq_ignore_ascii_case(extension));
        found.map(|it| it.1)
    }

    /// Whether a file of this name is read where only its folder was named: one of a known format.
    /// Tables, JSON and YAML are most often no articles; of them only those are read whose name or
    /// folder says that they are Arabic: `ar.json`, `app_ar.arb`, `x.ar.csv`, `locales/ar/menu.yml`.
    pub fn is_article(path: &str) -> bool {
        let data = match Format::of_path(path) {
            None => return false,
            Some(format) => matches!(
                format,
                Format::Csv | Format::Json | Format::Jsonl | Format::Tsv | Format::Yaml
            ),
        };
        let mut parts = path.rsplit(['/', '\\']);
        let name = parts.next().unwrap_or_default();
        let mut words = name.split(['.', '_']).filter(|it| !it.is_empty());
        !data || words.any(is_arabic) || parts.any(is_arabic)
    }

    /// The format that `bytes` begin like.
    fn of_content(bytes: &[u8]) -> Option<Format> {
        if bytes.starts_with(b"PK\x03\x04") {
            return Some(Format::Docx);
        }
        let head = decode(bytes[..bytes.len().min(HEAD)].to_vec()).text;
        // The formats that tell themselves come first.
        let looks: [(Format, Looks); 11] = [
            (Format::Xliff, super::xliff::looks_like),
            (Format::Tmx, super::tmx::looks_like),
            (Format::Po, super::po::looks_like),
            (Format::Vtt, |it| it.starts_with("WEBVTT")),
            (Format::Srt, looks_like_srt),
            (Format::Jsonl, looks_like_jsonl),
            (Format::Json, looks_like_json),
            (Format::Tsv, |it| looks_like_table(it, &['\t'])),
            (Format::Html, super::html::looks_like),
            (Format::Csv, |it| looks_like_table(it, &[',', ';'])),
            (Format::Markdown, super::markdown::looks_like),
        ];
        looks.into_iter().find(|it| (it.1)(&head)).map(|it| it.0)
    }
}

/// Whether a word of a name is the tag of Arabic (BCP 47), as `ar`, `ar-EG`.
fn is_arabic(word: &str) -> bool {
    let language = word.split('-').next().unwrap_or_default();
    language.eq_ignore_ascii_case("ar")
}

fn looks_like_srt(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    let number = lines.next().unwrap_or_default();
    let numbered = !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit());
    numbered && lines.next().is_some_and(|it| it.contains(" --> "))
}

/// The first line is an object with a target; where it is longer than what is looked at, as much of
/// it as there is.
fn looks_like_jsonl(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default().trim_end();
    let whole = line.ends_with('}') || line.len() + 8 > text.len();
    line.starts_with('{') && line.contains("\"target\"") && whole
}

fn looks_like_json(text: &str) -> bool {
    let text = text.trim_start();
    let inside = text.strip_prefix(['{', '[']).map(str::trim_start);
    inside.is_some_and(|it| it.starts_with(['"', '{']))
}

/// The first line names a target, and a source or a key.
fn looks_like_table(text: &str, separators: &[char]) -> bool {
    let first = text.lines().next().unwrap_or_default();
    let names = first
        .split(separators)
        .map(|it| it.trim_matches(['"', ' ']));
    let names: Vec<String> = names.map(str::to_lowercase).collect();
    let has = |known: &[&str]| names.iter().any(|it| known.contains(&it.as_str()));
    has(&super::csv::TARGET) && (has(&super::csv::SOURCE) || has(&super::csv::ID))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_format_before_the_content() {
        assert_eq!(Format::of("a/x.ar.TXT", b"WEBVTT"), Format::Plain);
        assert_eq!(Format::of("app_ar.arb", b""), Format::Json);
        assert_eq!(Format::of("x.ndjson", b""), Format::Jsonl);
        for (name, format) in NAMES {
            assert_eq!(Format::named(name), Some(format));
        }
    }

    #[test]
    fn content_tells_the_format_where_the_name_does_not() {
        #[track_caller]
        fn check(content: &str, format: Format) {
            assert_eq!(Format::of("<stdin>", content.as_bytes()), format);
        }
        check("قال الوزير نعم.", Format::Plain);
        check(
            "{\"id\": 1, \"target\": \"نعم\"}\n{\"id\": 2}",
            Format::Jsonl,
        );
        check("{\n  \"target\": \"نعم\"\n}", Format::Json);
        check("[\"نعم\"]", Format::Json);
        check("{نعم} قال", Format::Plain);
        check("\u{FEFF}WEBVTT\n", Format::Vtt);
        check("1\n00:00:01,000 --> 00:00:02,000\nنعم", Format::Srt);
        check("id,Source,Target\n", Format::Csv);
        check("en\tar\n", Format::Tsv);
        check("العربية، اللغة", Format::Plain);
        check("PK\u{3}\u{4}", Format::Docx);
    }

    #[test]
    fn data_is_an_article_where_its_name_says_arabic() {
        for path in [
            "x.txt",
            "x.docx",
            "ar.json",
            "a/app_ar.arb",
            "ar-EG/x.yml",
            "x.ar.csv",
        ] {
            assert!(Format::is_article(path), "{path}");
        }
        for path in [
            "package.json",
            "en.json",
            "market.csv",
            "x.rs",
            "locales/en/x.yml",
            "ar",
        ] {
            assert!(!Format::is_article(path), "{path}");
        }
    }
}
