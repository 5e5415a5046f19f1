//! The laws of the formats that hold data: tables, messages, subtitles, Word, JSONL. Whatever the
//! bytes, nothing panics and every place is in the file; a fix changes its span and nothing else,
//! and another program's reader still reads the file.

use std::{process::Command, time::Instant};

use fasih::{
    document::{Document, Format},
    engine::{Linter, fix},
    text::{Edit, Encoding, Span, apply},
};
use proptest::prelude::*;
use serde_json::Value;

const FORMATS: [Format; 8] = [
    Format::Csv,
    Format::Docx,
    Format::Json,
    Format::Jsonl,
    Format::Srt,
    Format::Tsv,
    Format::Vtt,
    Format::Yaml,
];

/// Reads `bytes`, and asks for the place of every word of every segment.
fn every_place_is_in_the_file(bytes: &[u8], format: Format) {
    let (document, problems) = Document::parse("x", bytes.to_vec(), format);
    let text = document.text();
    for segment in &document.segments {
        assert!(text.get(segment.span.range()).is_some(), "{segment:?}");
        let prose = document.prose(segment);
        let mut at = 0;
        for word in prose.split_inclusive(char::is_whitespace) {
            let span = Span::new(at..at + word.len());
            at += word.len();
            let (place, start, end) = document.place(segment, span);
            assert!(start <= end);
            let len = if format == Format::Docx {
                text.len()
            } else {
                bytes.len()
            };
            assert!(place.end() <= len, "{place:?} of {len}");
            if document.encoding() == Encoding::Utf8 && format != Format::Docx {
                let before = std::str::from_utf8(&bytes[..place.start()]);
                assert!(before.is_err() == std::str::from_utf8(bytes).is_err() || before.is_ok());
            }
        }
    }
    for directive in &document.directives {
        assert!(text.get(directive.span.range()).is_some());
    }
    assert!(problems.len() < 100);
}

/// The file with `to` for `from` in every segment whose format can hold it.
fn replaced(file: &str, format: Format, from: &str, to: &str) -> String {
    let (document, _) = Document::parse("x", file.as_bytes().to_vec(), format);
    let mut edits = Vec::new();
    for segment in &document.segments {
        for (at, _) in document.prose(segment).match_indices(from) {
            let span = Span::new(at..at + from.len());
            if let Some(bytes) = document.write(segment, span, to) {
                edits.push(Edit {
                    span: document.place(segment, span).0,
                    bytes: bytes.as_bytes().to_vec(),
                });
            }
        }
    }
    String::from_utf8(apply(file.as_bytes(), &edits)).unwrap()
}

/// `value` with `to` for `from` in its strings, but not in keys.
fn replaced_in(value: &Value, from: &str, to: &str) -> Value {
    match value {
        Value::String(it) => Value::String(it.replace(from, to)),
        Value::Array(items) => items.iter().map(|it| replaced_in(it, from, to)).collect(),
        Value::Object(items) => {
            let items = items.iter();
            Value::Object(
                items
                    .map(|it| (it.0.clone(), replaced_in(it.1, from, to)))
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

/// The word that is replaced, and what takes its place.
const WORD: &str = "محكمة";
const WORDS: [&str; 4] = ["ملعب", "محكمة", "قال \"نعم\" 'لا' \\ ,;", "أ & ب"];

/// Text of words and of what means something in one format or another.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        WORD,
        WORD,
        "قال",
        " ",
        " ",
        "«",
        "\"",
        "'",
        "''",
        "\\",
        "\\n",
        "\n",
        "\t",
        ",",
        ";",
        ":",
        ": ",
        " #",
        "- ",
        "{name}",
        "%s",
        "<b>",
        "</b>",
        "{",
        "}",
        "&amp;",
        "&",
        "😀",
        "\u{A0}",
        "x",
        "12",
        "{n, plural, one {محكمة} other {#}}",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|it| it.concat())
}

fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => text().prop_map(Value::String),
        1 => Just(Value::Bool(true)),
        1 => any::<i32>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            prop::collection::btree_map("[a-c\"\\\\ق]{0,3}", inner, 0..5)
                .prop_map(|it| Value::Object(it.into_iter().collect())),
        ]
    })
}

/// Every letter that is not ASCII as an escape.
fn escaped(json: &str) -> String {
    let unit = |it: &mut u16| format!("\\u{it:04x}");
    let escape = |c: char| {
        if c.is_ascii() {
            c.to_string()
        } else {
            c.encode_utf16(&mut [0; 2]).iter_mut().map(unit).collect()
        }
    };
    json.chars().map(escape).collect()
}

/// Words in a row, broken into lines where the style allows.
fn words() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(
        prop::sample::select(vec![WORD, "قال", "نعم", "الوزير"]),
        1..8,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in FORMATS {
            every_place_is_in_the_file(&bytes, format);
            every_place_is_in_the_file(&[b"PK\x03\x04", &bytes[..]].concat(), format);
        }
    }

    #[test]
    fn any_text_is_read(parts in prop::collection::vec(prop_oneof![
        text(),
        prop::sample::select(vec![
            "{\"target\": \"", "\"}", "[\"", "\\ud800", "\\u0627", "1\n", "00:01.000 --> 00:02.000\n", "WEBVTT\n\n",
            "NOTE fasih: ignore[a]\n", "# fasih: ignore[a]\n", "a: |2\n  ", "b: >-\n ", "- 'x", "? ", "*a", "&a ",
            "ar,en\n", "\r\n", "\r", "\u{FEFF}", "!!str ", "---\n", "\"\"",
        ]).prop_map(str::to_owned),
    ], 0..12)) {
        let file = parts.concat();
        for format in FORMATS {
            every_place_is_in_the_file(file.as_bytes(), format);
        }
    }

    #[test]
    fn json_reads_as_before_but_for_the_word(tree in tree(), pretty: bool, ascii: bool,
                                             to in prop::sample::select(WORDS.to_vec())) {
        let json = if pretty { serde_json::to_string_pretty(&tree) } else { serde_json::to_string(&tree) };
        let json = if ascii { escaped(&json.unwrap()) } else { json.unwrap() };
        let (_, problems) = Document::parse("x", json.clone().into_bytes(), Format::Json);
        prop_assert_eq!(problems, []);
        let new = replaced(&json, Format::Json, WORD, to);
        let read: Value = serde_json::from_str(&new).unwrap();
        prop_assert_eq!(read, replaced_in(&tree, WORD, to));
        if to == WORD && !ascii {
            prop_assert_eq!(new, json);
        }
    }

    #[test]
    fn jsonl_reads_as_before_but_for_the_word(texts in prop::collection::vec(text(), 1..5),
                                              to in prop::sample::select(WORDS.to_vec())) {
        let line = |it: &String| serde_json::json!({"id": WORD, "target": it, "source": it}).to_string();
        let lines: Vec<String> = texts.iter().map(line).collect();
        let new = replaced(&lines.join("\n"), Format::Jsonl, WORD, to);
        let read: Vec<Value> = new.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
        for (value, text) in read.iter().zip(&texts) {
            prop_assert_eq!(value["target"].as_str().unwrap(), text.replace(WORD, to));
            prop_assert_eq!((&value["id"], &value["source"]), (&WORD.into(), &text.as_str().into()));
        }
        prop_assert_eq!(read.len(), texts.len());
    }

    #[test]
    fn a_table_reads_as_before_but_for_the_word(texts in prop::collection::vec(text(), 1..6), always: bool,
                                                separator in prop::sample::select(vec![b',', b';', b'\t']),
                                                to in prop::sample::select(WORDS.to_vec())) {
        let style = if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
        let mut writer = csv::WriterBuilder::new().delimiter(separator).quote_style(style).from_writer(vec![]);
        writer.write_record(["key", "English", "Arabic"]).unwrap();
        for text in &texts {
            writer.write_record([WORD, text, text]).unwrap();
        }
        let table = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let format = if separator == b'\t' { Format::Tsv } else { Format::Csv };
        let new = replaced(&table, format, WORD, to);
        let read = |table: &str| -> Vec<csv::StringRecord> {
            let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(table.as_bytes());
            reader.records().map(Result::unwrap).collect()
        };
        let (old, read) = (read(&table), read(&new));
        prop_assert_eq!(old.len(), read.len());
        for (old, read) in old.iter().zip(&read) {
            prop_assert_eq!((&old[0], &old[1]), (&read[0], &read[1]));
            // A field that is not quoted cannot hold a quotation mark.
            let refused = to.contains('"') && read[2] == old[2];
            prop_assert!(refused || read[2] == old[2].replace(WORD, to), "{:?} {:?}", old, read);
        }
        if to == WORD {
            prop_assert_eq!(new, table);
        }
    }

    #[test]
    fn yaml_reads_as_before_but_for_the_word(scalars in prop::collection::vec((words(), 0u8..7, any::<u8>()), 1..6),
                                             to in prop::sample::select(WORDS.to_vec())) {
        let mut yaml = String::from("# محكمة\n");
        for (number, (words, style, breaks)) in scalars.iter().enumerate() {
            // A space or a line end after each word but the last.
            let joined = |by: &str| {
                let gap = |it: usize| if breaks >> (it % 8) & 1 == 1 { by } else { " " };
                let word = |it: (usize, &&str)| format!("{}{}", if it.0 == 0 { "" } else { gap(it.0) }, it.1);
                words.iter().enumerate().map(word).collect::<String>()
            };
            let folded = joined("\n   ");
            yaml += &match style {
                0 => format!("k{number}: {folded}\n"),
                1 => format!("k{number}: 'x''{folded}'\n"),
                2 => format!("k{number}: \"\\u0627\\\" {folded} \\\n  \\n{WORD}\"\n"),
                3 => format!("k{number}: |\n   {folded}\n\n"),
                4 => format!("k{number}: >-\n   {folded}\n   # {WORD}\n"),
                5 => format!("k{number}:\n- {folded}\n- [{WORD}, '{WORD}', {{z: {WORD}}}]\n"),
                _ => format!("k{number}: |2+\n    {folded}\n\n"),
            };
        }
        let read = |yaml: &str| serde_saphyr::from_str::<Value>(yaml).map_err(|it| format!("{it}\n{yaml}"));
        let old = read(&yaml).unwrap();
        let new = replaced(&yaml, Format::Yaml, WORD, to);
        let read = read(&new).unwrap();
        if to == WORD {
            prop_assert_eq!(&new, &yaml);
        }
        for (key, value) in old.as_object().unwrap() {
            let wanted = replaced_in(value, WORD, to);
            // Where a style cannot hold a mark it stays as it was.
            let refused = to.contains(['"', '&']) && same_shape(&read[key], value, &wanted);
            prop_assert!(refused || read[key] == wanted, "{yaml}\n{new}");
        }
    }

    #[test]
    fn subtitles_keep_their_lines(texts in prop::collection::vec(words(), 1..5), vtt: bool,
                                  to in prop::sample::select(WORDS.to_vec())) {
        let mut file = String::from(if vtt { "WEBVTT\n\n" } else { "" });
        for (number, words) in texts.iter().enumerate() {
            let (first, rest) = words.split_at(words.len() / 2);
            let lines = [first.join(" "), format!("<i>{}</i>", rest.join(" "))];
            let lines: Vec<&str> = lines.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
            file += &format!("{number}\n00:00:01.000 --> 00:00:02.000\n{}\n\n", lines.join("\n"));
        }
        let format = if vtt { Format::Vtt } else { Format::Srt };
        let new = replaced(&file, format, WORD, to);
        let to = if vtt { to.replace('&', "&amp;") } else { to.to_owned() };
        prop_assert_eq!(new, file.replace(WORD, &to));
    }
}

/// Whether every string of `read` is that of `old` or of `new`.
fn same_shape(read: &Value, old: &Value, new: &Value) -> bool {
    match (read, old, new) {
        (Value::Array(read), Value::Array(old), Value::Array(new)) => {
            let all = read.iter().zip(old.iter().zip(new));
            read.len() == old.len() && all.into_iter().all(|it| same_shape(it.0, it.1.0, it.1.1))
        }
        (Value::Object(read), Value::Object(old), Value::Object(new)) => {
            read.len() == old.len()
                && read
                    .iter()
                    .all(|(key, it)| same_shape(it, &old[key], &new[key]))
        }
        (Value::String(read), Value::String(old), Value::String(new)) => {
            // A literal block may hold it in some lines.
            let lines = read.lines().zip(old.lines().zip(new.lines()));
            lines.into_iter().all(|it| it.0 == it.1.0 || it.0 == it.1.1)
        }
        _ => read == old,
    }
}

/// Every change, and no other, is made in the file.
#[track_caller]
fn check(linter: &Linter, name: &str, old: &str, changes: &[(&str, &str)]) {
    let format = Format::of_path(name).unwrap();
    let fixed = fix(linter, name, old.as_bytes().to_vec(), format, None, true);
    let mut wanted = old.to_owned();
    for (from, to) in changes {
        assert!(wanted.contains(from), "{name}: {from}");
        wanted = wanted.replace(from, to);
    }
    assert_eq!(String::from_utf8(fixed.bytes).unwrap(), wanted, "{name}");
}

#[test]
fn samples_are_fixed_in_their_places() {
    let linter = Linter::shipped();
    let read = |name: &str| {
        let path = format!("{}/tests/data/formats/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap()
    };
    let court = ("محكمة روسيا", "ملعب روسيا");
    let comma = (" ،", "،");
    let question = (" ؟", "؟");
    check(
        &linter,
        "messages.ar.json",
        &read("messages.ar.json"),
        &[("محكمة {team}", "ملعب {team}"), comma],
    );
    check(
        &linter,
        "messages.ar.yml",
        &read("messages.ar.yml"),
        &[court, comma],
    );
    check(
        &linter,
        "table.ar.csv",
        &read("table.ar.csv"),
        &[court, comma],
    );
    check(&linter, "table.ar.tsv", &read("table.ar.tsv"), &[court]);
    check(
        &linter,
        "film.ar.srt",
        &read("film.ar.srt"),
        &[court, question],
    );
    check(&linter, "talk.ar.vtt", &read("talk.ar.vtt"), &[court]);
    check(
        &linter,
        "articles.jsonl",
        &read("articles.jsonl"),
        &[court, comma],
    );
}

#[test]
fn findings_name_their_unit_and_their_source() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/formats/table.ar.csv"
    );
    let bytes = std::fs::read(path).unwrap();
    let (document, problems) = Document::parse("table.ar.csv", bytes, Format::Csv);
    assert_eq!(problems, []);
    let source = document.segments[0].source.as_deref();
    assert_eq!(source, Some("The ball is in Russia's court, he said"));
    let report = Linter::shipped().check(&document, None);
    let units: Vec<_> = report
        .diagnostics
        .iter()
        .map(|it| it.unit.as_deref())
        .collect();
    assert_eq!(units, [Some("1"), Some("2")]);
}

#[test]
fn hostile_files_end_soon() {
    let start = Instant::now();
    // A line of 100 MB, and of 8 MB where a debug build would take a minute for more.
    for (format, before, after, words) in [
        (Format::Json, "[\"", "\"]", 14 << 20),
        (Format::Csv, "", "", 1 << 20),
        (Format::Jsonl, "{\"target\": \"", "\"}", 1 << 20),
        (Format::Tsv, "", "", 1 << 20),
        (Format::Srt, "", "", 1 << 20),
        (Format::Yaml, "- ", "", 1 << 20),
    ] {
        let file = format!("{before}{}{after}", "قال ".repeat(words));
        let (document, _) = Document::parse("x", file.into_bytes(), format);
        assert_eq!(document.segments.len(), 1, "{format:?}");
    }
    for open in [
        "[",
        "{\"a\":",
        "{",
        "<",
        "\"",
        "{a,plural,",
        "{\\",
        "- ",
        "'",
        "&amp",
        "a: &a [*a,",
    ] {
        let many = open.repeat(1 << 17);
        for format in FORMATS {
            Document::parse("x", many.clone().into_bytes(), format);
        }
        let inside = serde_json::to_string(&many).unwrap();
        Document::parse("x", inside.into_bytes(), Format::Json);
    }
    // What is quadratic would take hours.
    let taken = start.elapsed();
    assert!(taken.as_secs() < 300, "{taken:?}");
}

/// Whether `program` runs; a test that needs it says so and ends.
fn there_is(program: &str, args: &[&str]) -> bool {
    let ran = Command::new(program).args(args).output();
    let runs = ran.is_ok_and(|it| it.status.success());
    if !runs {
        let missing = format!("{program} {} does not run", args.join(" "));
        assert!(std::env::var_os("FASIH_REQUIRE_ALL").is_none(), "{missing}");
        eprintln!("skipped: {missing}");
    }
    runs
}

#[test]
fn what_python_docx_writes_is_read() {
    let python = std::env::var("FASIH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    if !there_is(&python, &["-c", "import docx"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.docx");
    let script = "
import sys, docx
d = docx.Document()
d.add_heading('خبر عاجل', 1)
p = d.add_paragraph('أصبحت الكرة ')
p.add_run('الآن').bold = True
p.add_run(' في محكمة روسيا')
t = d.add_table(rows=1, cols=2)
t.cell(0, 0).text = 'خلية'
t.cell(0, 1).text = 'قال & نعم <لا>'
d.sections[0].header.paragraphs[0].text = 'رأس الصفحة'
d.save(sys.argv[1])
";
    let ran = Command::new(python)
        .args(["-c", script])
        .arg(&path)
        .status();
    assert!(ran.unwrap().success());
    let bytes = std::fs::read(&path).unwrap();
    let (document, problems) = Document::parse("a.docx", bytes.clone(), Format::of("a", &bytes));
    assert_eq!(problems, []);
    let segments = document.segments.iter();
    let read: Vec<(&str, &str)> = segments
        .map(|it| (it.unit.as_deref().unwrap(), document.prose(it)))
        .collect();
    assert_eq!(
        read,
        [
            ("paragraph 1", "خبر عاجل"),
            ("paragraph 2", "أصبحت الكرة الآن في محكمة روسيا"),
            ("paragraph 3", "خلية"),
            ("paragraph 4", "قال & نعم <لا>"),
            ("header1 paragraph 1", "رأس الصفحة"),
        ]
    );
    let linter = Linter::shipped();
    let report = linter.check(&document, None);
    assert_eq!(report.diagnostics[0].unit.as_deref(), Some("paragraph 2"));
    assert_eq!(report.diagnostics[0].start.line, 2);
    let fixed = fix(&linter, "a.docx", bytes.clone(), Format::Docx, None, true);
    assert_eq!((fixed.applied, fixed.bytes), (0, bytes));
}
