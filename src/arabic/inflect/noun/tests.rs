//! The forms of real nouns and adjectives, class by class.

use super::*;

fn noun(singular: &str, plurals: &[&str]) -> Noun {
    Noun {
        plurals: plurals.iter().map(ToString::to_string).collect(),
        ..Noun::regular(singular)
    }
}

#[track_caller]
fn has(noun: &Noun, texts: &[&str]) {
    let forms = noun.forms();
    for text in texts {
        assert!(
            forms.iter().any(|it| it.text == *text),
            "{text}: {forms:#?}"
        );
    }
}

#[track_caller]
fn lacks(noun: &Noun, texts: &[&str]) {
    let forms = noun.forms();
    for text in texts {
        assert!(
            !forms.iter().any(|it| it.text == *text),
            "{text}: {forms:#?}"
        );
    }
}

const SINGULAR: NounFeatures = NounFeatures::singular(Gender::Masculine);
const DUAL: NounFeatures = NounFeatures {
    number: Number::Dual,
    ..SINGULAR
};
const PLURAL: NounFeatures = NounFeatures {
    number: Number::Plural,
    ..SINGULAR
};

#[test]
fn a_noun_with_a_broken_plural() {
    let stadium = noun("ملعب", &["ملاعب"]);
    has(
        &stadium,
        &["ملعب", "ملعبا", "ملعبان", "ملعبين", "ملعبي", "ملاعب"],
    );
    lacks(&stadium, &["ملعبون", "ملعبات", "ملاعبا"]);
    let war = Noun {
        gender: Gender::Feminine,
        ..noun("حرب", &["حروب"])
    };
    has(&war, &["حربا", "حربان", "حروب", "حروبا"]);
}

#[test]
fn feminine_nouns() {
    let court = noun("محكمة", &["محاكم"]);
    has(&court, &["محكمة", "محكمتان", "محكمتي", "محاكم"]);
    lacks(&court, &["محكمات", "محكمةا"]);
    has(&noun("صفقة", &[]), &["صفقات", "صفقتين"]);
    let desert = Noun {
        gender: Gender::Feminine,
        ..noun("صحراء", &[])
    };
    has(&desert, &["صحراوان", "صحراوات"]);
    assert_eq!(Noun::regular("روسيا").gender, Gender::Feminine);
    assert_eq!(Noun::regular("قضايا").gender, Gender::Masculine);
}

#[test]
fn regular_masculine_nouns_have_both_sound_plurals() {
    let post = noun("منشور", &[]);
    has(&post, &["منشورات", "منشورون", "منشوري"]);
    assert_eq!(post.inflect(PLURAL).unwrap(), "منشورات");
    assert_eq!(noun("مراسل", &[]).inflect(PLURAL).unwrap(), "مراسلين");
    assert_eq!(noun("تصريح", &[]).inflect(PLURAL).unwrap(), "تصريحات");
    let listed = noun("مهندس", &["مهندسون"]);
    has(&listed, &["مهندسون", "مهندسين", "مهندسو", "مهندسي"]);
    lacks(&listed, &["مهندسات"]);
}

#[test]
fn defective_nouns_drop_their_yeh() {
    for given in ["قاضي", "قاض"] {
        let judge = noun(given, &["قضاة"]);
        has(&judge, &["قاضي", "قاض", "قاضيا", "قاضيان", "قضاة"]);
        lacks(&judge, &["قاضا", "قاضان"]);
        assert_eq!(judge.inflect(SINGULAR).unwrap(), "قاضي");
        let indefinite = NounFeatures {
            case: Some(Case::Genitive),
            tanwin: true,
            ..SINGULAR
        };
        assert_eq!(judge.inflect(indefinite).unwrap(), "قاض");
    }
    for lawyer in [
        noun("محامي", &[]),
        noun("محامي", &["محامون"]),
        noun("محام", &[]),
    ] {
        has(
            &lawyer,
            &["محام", "محامي", "محاميا", "محامون", "محامين", "محامو"],
        );
        lacks(&lawyer, &["محاميون"]);
    }
    has(&noun("أرض", &["أراض"]), &["أراض", "أراضي"]);
    has(&noun("مبنى", &["مباني"]), &["مبان", "مباني", "مبنيان"]);
    lacks(&noun("مالي", &[]), &["مال"]);
    lacks(&noun("كرسي", &["كراسي"]), &["كراس"]);
}

#[test]
fn adjectives_have_a_feminine() {
    let american = Noun::regular("أمريكية");
    assert_eq!(american.singular, "أمريكي");
    assert!(american.adjective);
    has(
        &american,
        &[
            "أمريكي",
            "أمريكيا",
            "أمريكيون",
            "أمريكيين",
            "أمريكية",
            "أمريكيتان",
            "أمريكيات",
        ],
    );
    let great = Noun {
        adjective: true,
        ..Noun::regular("أكبر")
    };
    assert!(great.diptote);
    has(&great, &["أكبر", "كبرى", "كبريات", "كبريان"]);
    let tanwin = |it: &NounForm| it.features.tanwin;
    assert!(!great.forms().iter().any(tanwin));
    let red = Noun {
        adjective: true,
        ..Noun::regular("أحمر")
    };
    has(&red, &["حمراء", "حمراوان", "حمراوات", "حمر"]);
    let big = Noun {
        adjective: true,
        ..Noun::regular("كبير")
    };
    has(&big, &["كبيرا", "كبيرة", "كبار", "كبيرات", "كبيرين"]);
    let feminine = NounFeatures::singular(Gender::Feminine);
    assert_eq!(big.inflect(feminine).unwrap(), "كبيرة");
    assert_eq!(big.inflect(PLURAL).unwrap(), "كبار");
}

#[test]
fn a_noun_with_a_feminine_of_its_own() {
    let minister = Noun {
        feminine: Some("وزيرة".to_owned()),
        ..noun("وزير", &["وزراء"])
    };
    has(&minister, &["وزير", "وزيرة", "وزيرات", "وزيرتان", "وزراء"]);
    lacks(&minister, &["وزيرون", "وزراءا"]);
}

#[test]
fn features_of_one_word_are_taken_over_by_another() {
    let deal = noun("اتفاق", &[]);
    assert_eq!(
        deal.inflect(NounFeatures::singular(Gender::Feminine))
            .unwrap(),
        "اتفاق"
    );
    let accusative = NounFeatures {
        case: Some(Case::Accusative),
        tanwin: true,
        ..SINGULAR
    };
    assert_eq!(deal.inflect(accusative).unwrap(), "اتفاقا");
    assert_eq!(noun("صفقة", &[]).inflect(accusative).unwrap(), "صفقة");
    assert_eq!(noun("بناء", &[]).inflect(accusative).unwrap(), "بناء");
    assert_eq!(deal.inflect(DUAL).unwrap(), "اتفاقين");
    let subject = NounFeatures {
        case: Some(Case::Nominative),
        construct: true,
        ..DUAL
    };
    assert_eq!(deal.inflect(subject).unwrap(), "اتفاقا");
    assert_eq!(Noun::regular("").inflect(SINGULAR), None);
    assert_eq!(Noun::regular("").bound(SINGULAR, None), None);
}

#[test]
fn nouns_before_a_pronoun() {
    let court = noun("محكمة", &["محاكم"]);
    assert_eq!(court.bound(SINGULAR, None).unwrap(), "محكمت");
    assert_eq!(court.bound(PLURAL, None).unwrap(), "محاكم");
    assert_eq!(court.bound(DUAL, Some(Case::Nominative)).unwrap(), "محكمتا");
    let building = noun("بناء", &[]);
    assert_eq!(building.bound(SINGULAR, None).unwrap(), "بنائ");
    assert_eq!(
        building.bound(SINGULAR, Some(Case::Nominative)).unwrap(),
        "بناؤ"
    );
    let minister = noun("وزير", &["وزراء"]);
    assert_eq!(
        minister.bound(PLURAL, Some(Case::Accusative)).unwrap(),
        "وزراء"
    );
    let reporter = noun("مراسل", &[]);
    assert_eq!(
        reporter.bound(PLURAL, Some(Case::Nominative)).unwrap(),
        "مراسلو"
    );
    assert_eq!(
        reporter.bound(PLURAL, Some(Case::Accusative)).unwrap(),
        "مراسلي"
    );
    let father = noun("أب", &["آباء"]);
    assert_eq!(
        father.bound(SINGULAR, Some(Case::Accusative)).unwrap(),
        "أبا"
    );
    has(&father, &["أبوان", "أبو", "أبي"]);
    assert_eq!(noun("قاض", &[]).bound(SINGULAR, None).unwrap(), "قاضي");
}

#[test]
fn no_form_stands_twice() {
    for word in [
        "ملعب",
        "محكمة",
        "أمريكي",
        "قاضي",
        "مستوى",
        "أب",
        "عصا",
        "شيء",
        "ة",
        "ا",
    ] {
        let forms = Noun::regular(word).forms();
        for (n, form) in forms.iter().enumerate() {
            let same = |it: &NounForm| it.text == form.text && it.features == form.features;
            assert!(!forms[..n].iter().any(same), "{form:?}");
        }
    }
}
