//! Files made to exhaust a parser: each ends in bounded time, and what can be read is read.

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use fasih::{
    diagnostic::Problem,
    document::{Document, Format},
    engine::Linter,
};

const FORMATS: [Format; 5] = [
    Format::Html,
    Format::Markdown,
    Format::Po,
    Format::Tmx,
    Format::Xliff,
];

const LEVELS: usize = 100_000;

/// Far more than a debug build takes on a slow machine, far less than what grows with the square.
const LONG: Duration = Duration::from_mins(1);

#[track_caller]
fn read(text: String, format: Format) -> (Document, Vec<Problem>) {
    let start = Instant::now();
    let read = Document::parse("", text.into_bytes(), format);
    assert!(start.elapsed() < LONG, "{:?}", start.elapsed());
    read
}

/// `prose` as the one text of a file.
fn around(format: Format, prose: &str) -> String {
    match format {
        Format::Html => format!("<p>{prose}</p>"),
        Format::Po => format!("msgid \"a\"\nmsgstr \"{prose}\"\n"),
        Format::Tmx => {
            format!("<tmx><body><tu><tuv xml:lang='ar'><seg>{prose}</seg></tuv></tu></body></tmx>")
        }
        Format::Xliff => {
            format!(
                "<xliff><file><trans-unit id='1'><target>{prose}</target></trans-unit></file></xliff>"
            )
        }
        // tests/formats_data.rs is about the others.
        _ => prose.to_owned(),
    }
}

fn prose(document: &Document) -> String {
    let segments = document.segments.iter();
    segments.map(|it| document.prose(it)).collect()
}

#[test]
fn deep_nesting_is_read_and_checked() {
    for (format, open, close) in [
        (Format::Html, "<div>", "</div>"),
        (Format::Html, "<b>", "</b>"),
        (Format::Html, "<p>", ""),
        (Format::Html, "<div>", "</b>"),
        (Format::Markdown, "> ", ""),
        (Format::Markdown, "- ", ""),
        (Format::Markdown, "[", "](a)"),
        (Format::Markdown, "*", "*"),
        (Format::Markdown, "<div>", "</div>"),
        (Format::Xliff, "<g>", "</g>"),
        (Format::Tmx, "<hi>", "</hi>"),
    ] {
        let nested = format!("{}نعم{}", open.repeat(LEVELS), close.repeat(LEVELS));
        let (document, problems) = read(around(format, &nested), format);
        assert!(problems.is_empty(), "{problems:?}");
        assert!(prose(&document).contains("نعم"), "{open}");
        let start = Instant::now();
        Linter::shipped().check(&document, None);
        assert!(start.elapsed() < LONG, "{open}: {:?}", start.elapsed());
    }
}

#[test]
fn entities_do_not_grow() {
    let mut text = "<!DOCTYPE xliff [<!ENTITY e0 'ضحك'>".to_owned();
    for level in 1..40 {
        let inner = format!("&e{};", level - 1).repeat(10);
        write!(text, "<!ENTITY e{level} '{inner}'>").unwrap();
    }
    text += "]>";
    text += &around(Format::Xliff, "نعم &e39; لا");
    let (document, problems) = read(text, Format::Xliff);
    assert!(problems.is_empty());
    assert_eq!(prose(&document), "نعم \u{FFFC} لا");
}

#[test]
fn what_opens_and_never_closes_costs_little() {
    for piece in [
        "<",
        "<p ",
        "<p title='",
        "<!--",
        "<![CDATA[",
        "<a b=c ",
        "</",
        "<script>",
        "<title>",
        "&",
        "&#",
        "&a",
        "msgid \"",
        "\"",
        "msgstr \"a\"\n",
        "#, \n",
        "<x ",
        "[",
        "![",
        "](",
        "`",
        "``` ",
        "*_",
        "<b>*",
        "|",
        "|-",
        "> > ",
        "[^a]: ",
        "\\",
        "{",
        "%(",
        "<tu>",
        "<target>",
        "<trans-unit>",
        "<!-- fasih: ignore[a] -->",
        "# fasih: ignore[a]\n",
        "\r",
        "\0",
    ] {
        for format in FORMATS {
            let file = around(format, &piece.repeat(LEVELS / 2));
            let half = (0..=file.len() / 2)
                .rfind(|it| file.is_char_boundary(*it))
                .unwrap();
            read(file[..half].to_owned(), format);
        }
    }
}

#[test]
fn a_line_of_megabytes_is_read() {
    let words = "قال الوزير &amp; نعم ".repeat((10 << 20) / 35);
    for format in FORMATS {
        let (document, problems) = read(around(format, &words), format);
        assert!(problems.is_empty());
        assert_eq!(document.segments.len(), 1);
    }
}

#[test]
fn markdown_of_more_than_its_limit_is_read_to_there() {
    let text = "قال الوزير نعم\n\n".repeat((33 << 20) / 28);
    let (document, problems) = read(text, Format::Markdown);
    assert_eq!(problems.len(), 1);
    let break_at = problems[0].position.unwrap();
    assert_eq!(
        u32::try_from(document.segments.len()).unwrap(),
        break_at.line / 2
    );
}
