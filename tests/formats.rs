//! Formats of documents: what is found in real files, and the laws of fixes as property tests, with
//! other parsers than ours as judges.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
    sync::OnceLock,
};

use fasih::{
    document::{Document, Format, Segment},
    engine::{Linter, fix},
    text::{Edit, InSegment, Span, apply, encode},
};
use proptest::{prelude::*, sample::Index};

const FORMATS: [Format; 5] = [
    Format::Html,
    Format::Markdown,
    Format::Po,
    Format::Tmx,
    Format::Xliff,
];

fn linter() -> &'static Linter {
    static LINTER: OnceLock<Linter> = OnceLock::new();
    LINTER.get_or_init(Linter::shipped)
}

fn parse(bytes: &[u8], format: Format) -> Document {
    Document::parse("", bytes.to_vec(), format).0
}

fn sample(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/formats");
    fs::read_to_string(folder.join(name)).unwrap()
}

/// What is found in a sample, a finding a line: its line, unit, words and fix.
fn found(text: &str, format: Format) -> String {
    let (document, problems) = Document::parse("", text.as_bytes().to_vec(), format);
    assert!(problems.is_empty(), "{problems:?}");
    let report = linter().check(&document, None);
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    let mut rows = String::new();
    for it in &report.diagnostics {
        let fix = it.fixes.first();
        let replacement = fix.map_or(String::new(), |it| it.replacements.join("+"));
        let unit = it.unit.as_deref().unwrap_or("-");
        let unit: String = unit.chars().take(20).collect();
        let line = it.start.line;
        rows += &format!(
            "{line} {}: {} ({}|{replacement})\n",
            unit.escape_debug(),
            it.origin.rule,
            it.found
        );
    }
    rows + &format!("{} words, {} suppressed", report.words, report.suppressed)
}

/// Every fix of a sample made, and nothing but the text changed.
#[track_caller]
fn mended(text: &str, format: Format) -> String {
    let fixed = fix(linter(), "", text.as_bytes().to_vec(), format, None, true);
    assert!(fixed.applied > 0);
    judge(text.as_bytes(), &fixed.bytes, format);
    String::from_utf8(fixed.bytes).unwrap()
}

/// Asserts by another parser than ours that `new` has the structure of `old`.
#[track_caller]
fn judge(old: &[u8], new: &[u8], format: Format) {
    let text = |bytes| std::str::from_utf8(bytes).unwrap();
    match format {
        Format::Html => assert_eq!(tags(text(old)), tags(text(new))),
        Format::Markdown => assert_eq!(blocks(text(old)), blocks(text(new))),
        Format::Tmx | Format::Xliff => assert_eq!(elements(text(old)), elements(text(new))),
        Format::Po => check_po(new),
        // tests/formats_data.rs is about the others.
        _ => {}
    }
}

/// The tags of an HTML file, by html5gum.
fn tags(text: &str) -> Vec<String> {
    let tokens = html5gum::Tokenizer::new(text);
    tokens
        .filter_map(|token| match token.unwrap() {
            html5gum::Token::StartTag(it) => {
                let names = it.attributes.keys();
                let names: Vec<_> = names.map(|it| String::from_utf8_lossy(it)).collect();
                let name = String::from_utf8_lossy(&it.name);
                Some(format!("<{name} {}>", names.join(" ")))
            }
            html5gum::Token::EndTag(it) => Some(String::from_utf8_lossy(&it.name).into_owned()),
            html5gum::Token::Comment(it) => Some(String::from_utf8_lossy(&it).into_owned()),
            _ => None,
        })
        .collect()
}

/// The elements of an XML file and their attributes, by roxmltree.
fn elements(text: &str) -> Vec<String> {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..roxmltree::ParsingOptions::default()
    };
    let tree = roxmltree::Document::parse_with_options(text, options).unwrap();
    let nodes = tree.descendants().filter(roxmltree::Node::is_element);
    nodes
        .map(|it| {
            format!(
                "{:?} {:?}",
                it.tag_name(),
                it.attributes().collect::<Vec<_>>()
            )
        })
        .collect()
}

/// The elements of a Markdown file, text apart, by pulldown-cmark alone.
fn blocks(text: &str) -> Vec<String> {
    use pulldown_cmark::{Event, Options, Parser};
    let events = Parser::new_ext(text, Options::ENABLE_TABLES);
    events
        .filter_map(|event| match event {
            Event::Text(_) | Event::SoftBreak => None,
            it => Some(format!("{it:?}")),
        })
        .collect()
}

/// Asserts that msgfmt takes a catalogue.
#[track_caller]
fn check_po(catalogue: &[u8]) {
    let msgfmt = Command::new("msgfmt")
        .args(["--check", "-o", "/dev/null", "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut msgfmt) = msgfmt else {
        assert!(
            std::env::var_os("FASIH_REQUIRE_ALL").is_none(),
            "msgfmt is not here"
        );
        println!("skipped: msgfmt is not here");
        return;
    };
    // It may end before it has read all.
    let _ = msgfmt.stdin.take().unwrap().write_all(catalogue);
    let said = msgfmt.wait_with_output().unwrap();
    let wrong = String::from_utf8_lossy(&said.stderr);
    assert!(said.status.success(), "msgfmt: {wrong}");
}

#[test]
fn samples_are_checked_by_their_prose() {
    for (name, format) in [
        ("page.html", Format::Html),
        ("article.md", Format::Markdown),
        ("site.po", Format::Po),
        ("memory.tmx", Format::Tmx),
        ("toolkit.xlf", Format::Xliff),
        ("okapi.xlf", Format::Xliff),
        ("version2.xlf", Format::Xliff),
    ] {
        let text = sample(name);
        assert_eq!(Format::of("article", text.as_bytes()), format, "{name}");
        let name = name.replace('.', "_");
        insta::assert_snapshot!(format!("{name}_found"), found(&text, format));
        insta::assert_snapshot!(format!("{name}_mended"), mended(&text, format));
    }
}

#[test]
fn a_fix_over_a_tag_or_a_placeholder_is_shown_and_not_made() {
    let text = "<p>الكرة في <b>م</b>حكمة روسيا</p>";
    let document = parse(text.as_bytes(), Format::Html);
    let report = linter().check(&document, None);
    assert_eq!(report.diagnostics[0].found, "محكمة");
    assert!(report.diagnostics[0].fixes[0].edits.is_empty());
    let fixed = fix(
        linter(),
        "",
        text.as_bytes().to_vec(),
        Format::Html,
        None,
        true,
    );
    assert_eq!(fixed.bytes, text.as_bytes());
}

/// A document of each format around pieces of prose, which are escaped as the format needs.
fn document(format: Format, pieces: &[String]) -> String {
    let markup = |it: &String| it.replace('&', "&amp;").replace('<', "&lt;");
    match format {
        Format::Html => pieces
            .iter()
            .map(|it| {
                format!(
                    "<p title='كذا &amp; كذا'>{}</p>\n",
                    markup(it).replace(' ', " <b>و</b>\n ")
                )
            })
            .collect::<Vec<_>>()
            .concat(),
        Format::Markdown => pieces
            .iter()
            .map(|it| {
                let quoted: String = it
                    .chars()
                    .flat_map(|c| {
                        let escape = c.is_ascii_punctuation().then_some('\\');
                        escape.into_iter().chain([c])
                    })
                    .collect();
                format!("> - كذا *{quoted}* و[كذا](a.b)\n>   نعم `لا`\n\n")
            })
            .collect::<Vec<_>>()
            .concat(),
        Format::Po => {
            let header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n";
            let messages = pieces.iter().enumerate().map(|(number, it)| {
                let it = it.replace('\\', "\\\\").replace('"', "\\\"");
                format!("#, c-format\nmsgid \"{number} %d\"\nmsgstr \"{it} \"\n\"%d كذا\"\n\n")
            });
            header.to_owned() + &messages.collect::<String>()
        }
        Format::Tmx => {
            let units = pieces.iter().map(|it| {
                format!("<tu><tuv xml:lang='en'><seg>a</seg></tuv><tuv xml:lang='ar'><seg>{} <ph>{{0}}</ph> كذا</seg></tuv></tu>", markup(it))
            });
            format!(
                "<tmx><header srclang='en'/><body>{}</body></tmx>",
                units.collect::<String>()
            )
        }
        Format::Xliff => {
            let units = pieces.iter().enumerate().map(|(number, it)| {
                format!("<trans-unit id='{number}'><source>a</source><target>{} <g id='1'>كذا</g><x id='2'/></target></trans-unit>", markup(it))
            });
            format!(
                "<xliff version='1.2'><file><body>{}</body></file></xliff>",
                units.collect::<String>()
            )
        }
        _ => pieces.join("\n"),
    }
}

fn prose() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "قال",
        "الوزير",
        "«نعم»",
        "أ&ب",
        "a<b",
        "5%",
        "\"له\"",
        "c:\\d",
        "*هو*",
        "[1]",
        "_",
        "#",
        "|",
        "،",
    ]);
    prop::collection::vec(word, 1..6).prop_map(|it| it.join(" "))
}

/// What a fix may write: words, and whatever could mean something in a format.
fn replacement() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "ملعب", " ", "&", "&lt;", "<", "</p>", "]]>", "\"", "'", "\\", "\\n", "%d", "{0}", "*",
        "`", "[", "](x)", "|", "#", "- ", "\n", "\u{1}", "<!--",
    ]);
    prop::collection::vec(piece, 0..4).prop_map(|it| it.concat())
}

/// Bytes that hold pieces of every format in any order.
fn soup() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        "<",
        ">",
        "</",
        "/>",
        "<p>",
        "<p ",
        "</p>",
        "<b>",
        "</b>",
        "<br>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<script>",
        "</script",
        "<title>",
        "<code>",
        "<img alt=",
        "title=\"",
        "'",
        "\"",
        "=",
        "&",
        "&amp;",
        "&#x627;",
        "&nbsp",
        "&#0;",
        ";",
        "<!DOCTYPE",
        "[",
        "<xliff version='2.0'>",
        "<file>",
        "<unit id='1'>",
        "<trans-unit>",
        "<source>",
        "<target>",
        "</target>",
        "<g>",
        "<x/>",
        "<mrk translate='no'>",
        "<tmx>",
        "<tu>",
        "<tuv xml:lang='ar'>",
        "<seg>",
        "</seg>",
        "</tu>",
        "msgid \"",
        "msgstr \"",
        "msgstr[1] \"",
        "msgctxt ",
        "#, fuzzy",
        "#~",
        "# fasih: ignore[a]",
        "\\",
        "\\n",
        "%d",
        "{0}",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        " ",
        "    ",
        "---\n",
        "+++\n",
        "title: ",
        "# ",
        "> ",
        "- ",
        "1. ",
        "٣. ",
        "*",
        "**",
        "_",
        "`",
        "```",
        "](",
        "![",
        "|",
        "|-|-|",
        "[^1]",
        "\\*",
        "<http://a.b>",
        "قال",
        "الكرة في محكمة روسيا",
        " ، ",
        "نعم",
        "\u{FEFF}",
        "\u{A0}",
        "👍",
        "\0",
    ]);
    let bytes = prop::collection::vec(any::<u8>(), 0..3);
    let part = prop_oneof![20 => piece.prop_map(|it| it.as_bytes().to_vec()), 1 => bytes];
    prop::collection::vec(part, 0..40).prop_map(|it| it.concat())
}

/// The edit of the file that writes `text` for `span` of a segment, where it may be made.
fn edit(document: &Document, segment: &Segment, span: Span<InSegment>, text: &str) -> Option<Edit> {
    let written = document.write(segment, span, text)?;
    Some(Edit {
        span: document.place(segment, span).0,
        bytes: encode(&written, document.encoding()).unwrap().into_owned(),
    })
}

/// A word of a segment, chosen by `index`.
fn word(prose: &str, index: &Index) -> Span<InSegment> {
    let words: Vec<&str> = prose.split_whitespace().collect();
    let word = index.get(&words);
    let start = word.as_ptr() as usize - prose.as_ptr() as usize;
    Span::new(start..start + word.len())
}

/// The prose as the rules see it, white space at its ends apart: an edit at an end may move it.
fn all_prose(document: &Document) -> Vec<String> {
    let segments = document.segments.iter();
    segments
        .map(|it| document.prose(it).trim().to_owned())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_read_and_every_place_is_in_the_file(bytes in soup()) {
        for format in FORMATS {
            let document = parse(&bytes, format);
            let file_is_text = std::str::from_utf8(&bytes);
            for segment in &document.segments {
                let text = document.text();
                prop_assert!(text.get(segment.span.range()).is_some());
                let prose = document.prose(segment);
                for (at, c) in prose.char_indices() {
                    let (place, start, end) = document.place(segment, Span::new(at..at + c.len_utf8()));
                    prop_assert!(place.end() <= bytes.len() && start <= end);
                    if let Ok(file) = file_is_text {
                        prop_assert!(file.get(place.range()).is_some());
                    }
                }
            }
            for directive in &document.directives {
                prop_assert!(document.text().get(directive.span.range()).is_some());
            }
        }
    }

    #[test]
    fn any_bytes_are_fixed_without_an_end_of_the_file_lost(bytes in soup()) {
        for format in FORMATS {
            let report = linter().check(&parse(&bytes, format), None);
            for it in &report.diagnostics {
                for fix in it.fixes.iter().filter(|it| !it.edits.is_empty()) {
                    let fixed = apply(&bytes, &fix.edits);
                    let first = fix.edits.first().unwrap().span.start();
                    let last = fix.edits.last().unwrap().span.end();
                    prop_assert_eq!(&fixed[..first], &bytes[..first]);
                    prop_assert!(fixed.ends_with(&bytes[last..]));
                }
            }
            if report.diagnostics.is_empty() {
                let fixed = fix(linter(), "", bytes.clone(), format, None, true);
                prop_assert_eq!(&fixed.bytes, &bytes);
            }
        }
    }

    #[test]
    fn a_fix_writes_what_it_says_and_nothing_else(
        pieces in prop::collection::vec(prose(), 1..4),
        text in replacement(),
        which in any::<Index>(),
        chosen in any::<Index>(),
    ) {
        for format in FORMATS.into_iter().filter(|it| *it != Format::Po) {
            written(format, &pieces, &text, which, chosen)?;
        }
    }

    #[test]
    fn a_word_written_for_itself_changes_no_byte(
        pieces in prop::collection::vec(prose(), 1..4),
        which in any::<Index>(),
        chosen in any::<Index>(),
    ) {
        for format in FORMATS {
            let file = document(format, &pieces);
            let document = parse(file.as_bytes(), format);
            let segment = which.get(&document.segments);
            let prose = document.prose(segment);
            let span = word(prose, &chosen);
            let same = &prose[span.range()];
            if let Some(edit) = edit(&document, segment, span, same) {
                let verbatim = file[edit.span.range()] == *same;
                let fixed = apply(file.as_bytes(), &[edit]);
                prop_assert!(!verbatim || format == Format::Markdown || fixed == file.as_bytes());
                prop_assert_eq!(all_prose(&parse(&fixed, format)), all_prose(&document));
            }
        }
    }

    #[test]
    fn tags_and_text_of_html_are_those_another_parser_sees(pieces in prop::collection::vec(
        prop::sample::select(vec![
            "<", "<p>", "</p>", "<b class='x>y'>", "</b >", "<br/>", "<a href=\"<p>\">", "<!-- x -->", "<!-->", "<!x>", "<?x>",
            "</>", "</ x>", "< b", "<1", "&amp;", "&nbsp;", "& ", "&#1604;", "<title>", "</title>", "<i a=1 b = '2' c>",
            "<p a=>", "<p =x>", "قال", "نعم", " ", "\n", ">", "\"", "'", "<p", "<!--",
        ]), 0..30)) {
        let file = pieces.concat();
        let bare = |text: &str| {
            text.chars().filter(|it| !it.is_whitespace() && *it != '\u{FFFC}').collect::<String>()
        };
        let mut theirs = String::new();
        let mut emitter = html5gum::DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in html5gum::Tokenizer::new_with_emitter(&file, emitter) {
            if let html5gum::Token::String(it) = token.unwrap() {
                theirs.push_str(&String::from_utf8_lossy(&it));
            }
        }
        let document = parse(file.as_bytes(), Format::Html);
        let ours: String = document.segments.iter().map(|it| document.prose(it)).collect();
        prop_assert_eq!(bare(&ours), bare(&theirs), "{}", file);
    }
}

proptest! {
    // Each case runs another program.
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_fix_of_a_catalogue_writes_what_it_says(
        pieces in prop::collection::vec(prose(), 1..4),
        text in replacement(),
        which in any::<Index>(),
        chosen in any::<Index>(),
    ) {
        // A `%` alone is no valid translation of a message with a format.
        let pieces: Vec<String> = pieces.iter().map(|it| it.replace('%', "٪")).collect();
        written(Format::Po, &pieces, &text, which, chosen)?;
    }
}

/// Writes `text` for a word of a document, and asserts that it is there, that all else is as it
/// was, and that the file is still one of its format.
fn written(
    format: Format,
    pieces: &[String],
    text: &str,
    which: Index,
    chosen: Index,
) -> Result<(), TestCaseError> {
    let file = document(format, pieces);
    let before = parse(file.as_bytes(), format);
    let number = which.index(before.segments.len());
    let segment = &before.segments[number];
    let prose = before.prose(segment);
    let span = word(prose, &chosen);
    let Some(edit) = edit(&before, segment, span, text) else {
        return Ok(());
    };
    let fixed = apply(file.as_bytes(), &[edit]);
    judge(file.as_bytes(), &fixed, format);
    let squeezed = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut expect = all_prose(&before);
    expect[number] = [&prose[..span.start()], text, &prose[span.end()..]].concat();
    let expect: Vec<String> = expect
        .iter()
        .map(|it| squeezed(it))
        .filter(|it| !it.is_empty())
        .collect();
    let after = all_prose(&parse(&fixed, format));
    let after: Vec<String> = after.iter().map(|it| squeezed(it)).collect();
    prop_assert_eq!(after, expect, "{}", String::from_utf8_lossy(&fixed));
    Ok(())
}
