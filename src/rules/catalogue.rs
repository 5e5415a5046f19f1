//! The patterns of faults that the project started from, each with the rule that finds it: a bad example that is found and mended, and a good
//! one that is left alone.
//!
//! The ids are those of the catalogue of faults measured on native news before the rules were written:
//! G grammar, A agreement of verbs, T titles, N nouns and adjectives, C counting, O spelling, S phrases.

use super::{
    called,
    trial::{check, marked_by},
};

/// Id, rule, marked bad example, good example.
const PATTERNS: [(&str, &str, &str, &str); 42] = [
    (
        "G01",
        "grammar/future-particle",
        "{سوف القرار يدخل|سوف يدخل القرار} حيز التنفيذ",
        "سوف يدخل القرار حيز التنفيذ",
    ),
    (
        "G03",
        "grammar/negation-mood",
        "{لم قال|لم يقل} الوزير ذلك",
        "لم يقل الوزير ذلك",
    ),
    (
        "G05",
        "grammar/negation-mood",
        "{لن رفض|لن يرفض|لن ترفض} الوزير ذلك",
        "لن يرفض الوزير ذلك",
    ),
    (
        "G06",
        "grammar/jussive",
        "{لم يكون|لم يكن} هناك اتفاق",
        "لم يكن هناك اتفاق",
    ),
    (
        "G07",
        "grammar/jussive",
        "{لن يقبلون|لن يقبلوا} العرض",
        "لن يقبلوا العرض",
    ),
    (
        "G08",
        "grammar/jussive",
        "يريد اللاعبون {أن يفوزون|أن يفوزوا}",
        "يريد اللاعبون أن يفوزوا",
    ),
    (
        "G10",
        "grammar/preposition-before-verb",
        "{في يجب} أن نعمل",
        "يجب أن نعمل",
    ),
    (
        "G11",
        "grammar/doubled-preposition",
        "وصل {في إلى|إلى|في} القاهرة",
        "وصل إلى القاهرة",
    ),
    (
        "G12",
        "grammar/saying-particle",
        "{قال أنه|قال إنه} سيحضر",
        "قال إنه سيحضر",
    ),
    (
        "A01",
        "agreement/verb-subject",
        "{قال|قالت} الوزارة إن الأمر انتهى",
        "قالت الوزارة إن الأمر انتهى",
    ),
    (
        "A02",
        "agreement/verb-subject",
        "{قالت|قال} الوزير إنه سيحضر",
        "قال الوزير إنه سيحضر",
    ),
    (
        "A03",
        "agreement/verb-subject",
        "{قال|قالت} المتحدثة باسم الخارجية ذلك",
        "قالت المتحدثة باسم الخارجية ذلك",
    ),
    (
        "A04",
        "agreement/verb-subject",
        "{قالوا|قال} المسؤولون ذلك",
        "قال المسؤولون ذلك",
    ),
    (
        "A05",
        "grammar/sound-plural-case",
        "قال {المسؤولين|المسؤولون} ذلك",
        "قال المسؤولون ذلك",
    ),
    (
        "A06",
        "grammar/sound-plural-case",
        "أكد أن {المسؤولون|المسؤولين} حضروا",
        "أكد أن المسؤولين حضروا",
    ),
    (
        "A07",
        "grammar/sound-plural-case",
        "من {المواطنون|المواطنين}",
        "من المواطنين",
    ),
    (
        "A08",
        "grammar/sound-plural-case",
        "شكر {للمواطنون|للمواطنين}",
        "شكر للمواطنين",
    ),
    (
        "T01",
        "agreement/title-gender",
        "{وزير الخارجية الكندي|وزيرة الخارجية الكندية} ميلاني جولي",
        "وزيرة الخارجية الكندية ميلاني جولي",
    ),
    (
        "T03",
        "grammar/definite-construct",
        "حضر {الوزير|وزير} الخارجية",
        "حضر وزير الخارجية",
    ),
    (
        "N01",
        "agreement/demonstrative",
        "{هذا|هذه} الحكومة",
        "هذه الحكومة",
    ),
    (
        "N02",
        "agreement/demonstrative",
        "{هذه|هذا} القرار",
        "هذا القرار",
    ),
    (
        "N03",
        "agreement/adjective-gender",
        "في المرة {الأول|الأولى}",
        "في المرة الأولى",
    ),
    (
        "N04",
        "agreement/adjective-gender",
        "في الأسبوع {الثانية|الثاني}",
        "في الأسبوع الثاني",
    ),
    (
        "N05",
        "agreement/adjective-gender",
        "في الحكومة {الجديد|الجديدة}",
        "في الحكومة الجديدة",
    ),
    (
        "N06",
        "agreement/adjective-gender",
        "من الشركات {الأمريكيين|الأمريكية}",
        "من الشركات الأمريكية",
    ),
    (
        "N07",
        "agreement/both",
        "{كلا|كلتا} الدولتين",
        "كلتا الدولتين",
    ),
    (
        "N08",
        "agreement/one-of",
        "{أحد|إحدى} الشركات",
        "إحدى الشركات",
    ),
    ("N09", "agreement/one-of", "{إحدى|أحد} الأحزاب", "أحد الأحزاب"),
    (
        "N10",
        "grammar/article-on-ghayr",
        "العمل {الغير قانوني|غير القانوني}",
        "العمل غير القانوني",
    ),
    (
        "N11",
        "grammar/double-comparative",
        "هذا {أكثر أفضل|أفضل}",
        "هذا أفضل",
    ),
    (
        "C01",
        "agreement/counted-noun",
        "مرت 5 {سنة|سنوات}",
        "مرت 5 سنوات",
    ),
    (
        "C02",
        "agreement/counted-noun",
        "مرت 15 {أيام|يوما}",
        "مر 15 يوما",
    ),
    (
        "C03",
        "agreement/number-word",
        "مرت {ثلاثة|ثلاث} سنوات",
        "مرت ثلاث سنوات",
    ),
    (
        "C04",
        "agreement/number-word",
        "مرت {ثلاث|ثلاثة} أيام",
        "مرت ثلاثة أيام",
    ),
    (
        "C05",
        "agreement/number-word",
        "{ثلاثة عشرة|ثلاث عشرة} دولة",
        "ثلاث عشرة دولة",
    ),
    (
        "C06",
        "agreement/number-word",
        "حضر مئة {أشخاص|شخص}",
        "حضر مئة شخص",
    ),
    (
        "C07",
        "agreement/number-word",
        "قتل {اثنين أشخاص|شخصين}",
        "قتل شخصين",
    ),
    (
        "C08",
        "agreement/number-word",
        "حدث ذلك عدة {مرة|مرات}",
        "حدث ذلك عدة مرات",
    ),
    (
        "C09",
        "agreement/number-word",
        "مر عشرون {أيام|يوما}",
        "مر عشرون يوما",
    ),
    (
        "S10",
        "grammar/complex-preposition",
        "{رغم من|على الرغم من} ذلك",
        "على الرغم من ذلك",
    ),
    (
        "S11",
        "grammar/complex-preposition",
        "{وفقا إلى التقرير|وفقا للتقرير}",
        "وفقا للتقرير",
    ),
    (
        "S20",
        "agreement/number-word",
        "العديد من {الشركة|الشركات}",
        "العديد من الشركات",
    ),
];

#[test]
fn every_pattern_of_the_catalogue_is_found_and_its_good_form_left_alone() {
    let mut wrong = Vec::new();
    for (id, rule, bad, good) in PATTERNS {
        let rule = called(rule).unwrap_or_else(|| panic!("{id}: no rule {rule}"));
        let bare = crate::marked::strip(bad).expect("marked text").text;
        for (text, expect) in [(bare.as_str(), bad), (good, good)] {
            let found = marked_by(rule, text);
            if found != expect {
                wrong.push(format!("{id}: {found} for {expect}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn spelling_patterns_are_found() {
    let rule = called("grammar/impossible-letters").expect("a rule");
    check(rule, "{محكمةها|محكمتها}"); // O01
    check(rule, "{علىه|عليه}"); // O02
    check(rule, "{الالحكومة|الحكومة}"); // O04
    check(rule, "{الحكومتها|حكومتها}"); // O08
    let rule = called("agreement/relative-pronoun").expect("a rule");
    check(rule, "{اللذين|الذين} يعملون هنا"); // O15
}
