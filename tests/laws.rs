//! The laws of DESIGN §5 as property tests: whatever the text, nothing panics, every place is in
//! the file, and no fix does what a fix must not.

use std::sync::OnceLock;

use fasih::{
    arabic::digit_value,
    diagnostic::{Applicability, Confidence, Severity},
    document::{Document, Format},
    engine::{Linter, Report, Thresholds, fix},
    text::{Encoding, apply, encode},
};
use proptest::prelude::*;

fn linter() -> &'static Linter {
    static LINTER: OnceLock<Linter> = OnceLock::new();
    LINTER.get_or_init(|| {
        Linter::shipped().with_thresholds(Thresholds {
            severity: Severity::Neutral,
            confidence: Confidence::Low,
        })
    })
}

fn check(bytes: &[u8]) -> (Document, Report) {
    let (document, _) = Document::parse("", bytes.to_vec(), Format::Plain);
    let report = linter().check(&document, None);
    (document, report)
}

/// Texts that hold faults: pieces of garbled news in any order, with any marks between.
fn garbled() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "الكرة في محكمة روسيا",
        "وبمحكمتها",
        "صفقة وقف إطلاق النار التي تعرضها بكين",
        "هذه الصفقة",
        "قال Zelensky",
        "و Macron",
        "لـWitkoff",
        "السكرتير الصحفي للبيت الأبيض كارولين ليفيت",
        "قال وزير الخارجية الكندي مايلاني جولي",
        "وسوف “رفض” الاقتراح",
        "لم تُرى منذ",
        "هو الحزب الوحيد الذي",
        "يسحب الأمور",
        "لا يقول” لا “صريح",
        "5000 دولار",
        "٣٫٥ مليار",
        "30 يومًا",
        "«نعم ،»",
        "م\u{200F}حمد",
        "کتاب",
        "محــمد",
        "U.S.",
        "د. سعاد",
        "100%",
        "\u{202E}",
        "\u{FFFD}",
        "👍",
        "(الناتو",
        "“”",
        "“فاز” \"وخسر”",
        "5 %",
        "%5 في المئة",
        "١,٢٣٤.٥ ثم ٢0٢4",
        "فبراير 24، 2022",
        "10:30 PM",
        "&quot;",
        "مساءاً",
        "كُُتب سعيدًابذلك",
        "\u{64E}",
        "--",
        "....",
        "؟؟.",
        "فقالوا، لن نرحل",
        "لـ 70",
        "ينتهي.\".",
        "عام1965  وعاش",
        "\" خطوة أولى \"",
        "«سرا».وتابع",
    ]);
    let joint = prop::sample::select(vec![
        " ", " ، ", "، ", ". ", " . ", "\n", "\r\n", " ؟", "” ", " “", ",", " و ",
    ]);
    prop::collection::vec((piece, joint), 1..14).prop_map(|pairs| {
        let pieces = pairs.iter().flat_map(|it| [it.0, it.1]);
        pieces.collect::<String>()
    })
}

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(digit_value).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_checked_and_every_place_is_in_the_file(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let (_, report) = check(&bytes);
        for it in &report.diagnostics {
            prop_assert!(it.span.end() <= bytes.len());
            for edit in it.fixes.iter().flat_map(|it| &it.edits) {
                prop_assert!(edit.span.end() <= bytes.len());
            }
        }
    }

    #[test]
    fn places_lie_on_character_boundaries(text in garbled()) {
        let (_, report) = check(text.as_bytes());
        for it in &report.diagnostics {
            prop_assert_eq!(text.get(it.span.range()), Some(it.found.as_str()));
            for edit in it.fixes.iter().flat_map(|it| &it.edits) {
                prop_assert!(text.get(edit.span.range()).is_some());
            }
        }
    }

    #[test]
    fn findings_do_not_overlap(text in garbled()) {
        let (_, report) = check(text.as_bytes());
        for pair in report.diagnostics.windows(2) {
            prop_assert!(pair[0].span.end() <= pair[1].span.start());
        }
    }

    #[test]
    fn a_fix_changes_nothing_outside_its_edits(text in garbled()) {
        let (_, report) = check(text.as_bytes());
        for fix in report.diagnostics.iter().flat_map(|it| &it.fixes) {
            let fixed = apply(text.as_bytes(), &fix.edits);
            prop_assert!(String::from_utf8(fixed.clone()).is_ok());
            let (mut old, mut new) = (0, 0);
            for edit in &fix.edits {
                let kept = edit.span.start() - old;
                prop_assert_eq!(&text.as_bytes()[old..old + kept], &fixed[new..new + kept]);
                old = edit.span.end();
                new += kept + edit.bytes.len();
            }
            prop_assert_eq!(&text.as_bytes()[old..], &fixed[new..]);
        }
    }

    #[test]
    fn no_fix_changes_the_value_of_a_number(text in garbled()) {
        let (_, report) = check(text.as_bytes());
        for fix in report.diagnostics.iter().flat_map(|it| &it.fixes) {
            let fixed = String::from_utf8(apply(text.as_bytes(), &fix.edits)).unwrap();
            prop_assert_eq!(digits(&text), digits(&fixed));
        }
    }

    #[test]
    fn no_safe_fix_changes_a_latin_word_or_a_letter_of_a_quotation(text in "(قال|شئ|Gogle|نعم|کتاب|،| ){1,8}") {
        let text = format!("وقال “{text}” ثم ذهب ، و Zelensky");
        let (_, report) = check(text.as_bytes());
        let letters = |text: &str| text.chars().filter(|it| it.is_alphabetic()).collect::<String>();
        let quoted = |text: &str| {
            let inside = text.split('“').nth(1).and_then(|it| it.split('”').next());
            letters(inside.unwrap_or_default())
        };
        let latin = |text: &str| text.chars().filter(char::is_ascii_alphabetic).collect::<String>();
        for fix in report.diagnostics.iter().flat_map(|it| &it.fixes) {
            if fix.applicability == Applicability::Safe {
                let fixed = String::from_utf8(apply(text.as_bytes(), &fix.edits)).unwrap();
                prop_assert_eq!(quoted(&text), quoted(&fixed));
                prop_assert_eq!(latin(&text), latin(&fixed));
            }
        }
    }

    #[test]
    fn fixing_twice_is_fixing_once(text in garbled(), unsafe_too in any::<bool>()) {
        let once = fix(linter(), "", text.into_bytes(), Format::Plain, None, unsafe_too);
        let twice = fix(linter(), "", once.bytes.clone(), Format::Plain, None, unsafe_too);
        prop_assert_eq!(String::from_utf8_lossy(&once.bytes), String::from_utf8_lossy(&twice.bytes));
    }

    #[test]
    fn every_encoding_gives_the_same_findings(text in garbled()) {
        let (_, plain) = check(text.as_bytes());
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1256] {
            let mark: &[u8] = match encoding {
                Encoding::Utf16Le => b"\xFF\xFE",
                Encoding::Utf16Be => b"\xFE\xFF",
                _ => b"",
            };
            let Ok(bytes) = encode(&text, encoding) else { continue };
            let bytes = [mark, &bytes].concat();
            let (document, report) = check(&bytes);
            if document.encoding() != encoding {
                // Too short to be told from another encoding.
                continue;
            }
            prop_assert_eq!(report.diagnostics.len(), plain.diagnostics.len());
            for (a, b) in report.diagnostics.iter().zip(&plain.diagnostics) {
                prop_assert_eq!(&a.found, &b.found);
                let found = encode(&a.found, encoding).unwrap();
                prop_assert_eq!(&bytes[a.span.range()], &*found);
            }
        }
    }
}
