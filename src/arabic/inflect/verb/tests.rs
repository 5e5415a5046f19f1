//! The forms of real verbs, class by class.

use super::*;

/// Past: he, she, they two (m, f), they (m, f), you, we.
const PAST: [(Person, Number, Gender); 8] = [
    (Person::Third, Number::Singular, Gender::Masculine),
    (Person::Third, Number::Singular, Gender::Feminine),
    (Person::Third, Number::Dual, Gender::Masculine),
    (Person::Third, Number::Dual, Gender::Feminine),
    (Person::Third, Number::Plural, Gender::Masculine),
    (Person::Third, Number::Plural, Gender::Feminine),
    (Person::Second, Number::Singular, Gender::Masculine),
    (Person::First, Number::Plural, Gender::Masculine),
];

#[track_caller]
fn past(verb: (&str, &str), expect: &str) {
    let verb = Verb::new(verb.0, verb.1);
    let found: Vec<String> = PAST
        .iter()
        .map(|it| verb.conjugate(VerbFeatures::past(it.0, it.1, it.2)))
        .collect();
    assert_eq!(found.join(" "), expect);
}

/// Present: I; you (f); they two, they (m), they (f); after لم: he, they (m), you (f).
#[track_caller]
fn present(verb: (&str, &str), expect: &str) {
    use Gender::{Feminine, Masculine};
    use Mood::{Indicative, Jussive};
    use Number::{Dual, Plural, Singular};
    use Person::{First, Second, Third};
    let verb = Verb::new(verb.0, verb.1);
    let found: Vec<String> = [
        (Indicative, First, Singular, Masculine),
        (Indicative, Second, Singular, Feminine),
        (Indicative, Third, Dual, Masculine),
        (Indicative, Third, Plural, Masculine),
        (Indicative, Third, Plural, Feminine),
        (Jussive, Third, Singular, Masculine),
        (Jussive, Third, Plural, Masculine),
        (Jussive, Second, Singular, Feminine),
    ]
    .iter()
    .map(|it| verb.conjugate(VerbFeatures::present(it.0, it.1, it.2, it.3)))
    .collect();
    assert_eq!(found.join(" "), expect);
}

#[test]
fn sound() {
    past(("كتب", "يكتب"), "كتب كتبت كتبا كتبتا كتبوا كتبن كتبت كتبنا");
    present(
        ("كتب", "يكتب"),
        "أكتب تكتبين يكتبان يكتبون يكتبن يكتب يكتبوا تكتبي",
    );
    past(
        ("أعلن", "يعلن"),
        "أعلن أعلنت أعلنا أعلنتا أعلنوا أعلن أعلنت أعلنا",
    );
    past(
        ("أثبت", "يثبت"),
        "أثبت أثبتت أثبتا أثبتتا أثبتوا أثبتن أثبت أثبتنا",
    );
    past(
        ("استقبل", "يستقبل"),
        "استقبل استقبلت استقبلا استقبلتا استقبلوا استقبلن استقبلت استقبلنا",
    );
    past(
        ("اتصل", "يتصل"),
        "اتصل اتصلت اتصلا اتصلتا اتصلوا اتصلن اتصلت اتصلنا",
    );
    past(
        ("استمع", "يستمع"),
        "استمع استمعت استمعا استمعتا استمعوا استمعن استمعت استمعنا",
    );
    present(
        ("تعاون", "يتعاون"),
        "أتعاون تتعاونين يتعاونان يتعاونون يتعاون يتعاون يتعاونوا تتعاوني",
    );
}

#[test]
fn doubled() {
    past(("مد", "يمد"), "مد مدت مدا مدتا مدوا مددن مددت مددنا");
    present(("مد", "يمد"), "أمد تمدين يمدان يمدون يمددن يمد يمدوا تمدي");
    past(
        ("أعد", "يعد"),
        "أعد أعدت أعدا أعدتا أعدوا أعددن أعددت أعددنا",
    );
    past(
        ("اهتم", "يهتم"),
        "اهتم اهتمت اهتما اهتمتا اهتموا اهتممن اهتممت اهتممنا",
    );
    past(
        ("استمر", "يستمر"),
        "استمر استمرت استمرا استمرتا استمروا استمررن استمررت استمررنا",
    );
    past(("ظن", "يظن"), "ظن ظنت ظنا ظنتا ظنوا ظنن ظننت ظننا");
}

#[test]
fn hollow() {
    past(("قال", "يقول"), "قال قالت قالا قالتا قالوا قلن قلت قلنا");
    present(
        ("قال", "يقول"),
        "أقول تقولين يقولان يقولون يقلن يقل يقولوا تقولي",
    );
    past(("كان", "يكون"), "كان كانت كانا كانتا كانوا كن كنت كنا");
    present(
        ("نام", "ينام"),
        "أنام تنامين ينامان ينامون ينمن ينم يناموا تنامي",
    );
    present(
        ("باع", "يبيع"),
        "أبيع تبيعين يبيعان يبيعون يبعن يبع يبيعوا تبيعي",
    );
    past(
        ("أطال", "يطيل"),
        "أطال أطالت أطالا أطالتا أطالوا أطلن أطلت أطلنا",
    );
    present(
        ("أطال", "يطيل"),
        "أطيل تطيلين يطيلان يطيلون يطلن يطل يطيلوا تطيلي",
    );
    past(
        ("اختار", "يختار"),
        "اختار اختارت اختارا اختارتا اختاروا اخترن اخترت اخترنا",
    );
    present(
        ("استطاع", "يستطيع"),
        "أستطيع تستطيعين يستطيعان يستطيعون يستطعن يستطع يستطيعوا تستطيعي",
    );
}

#[test]
fn defective() {
    past(("دعا", "يدعو"), "دعا دعت دعوا دعتا دعوا دعون دعوت دعونا");
    present(
        ("دعا", "يدعو"),
        "أدعو تدعين يدعوان يدعون يدعون يدع يدعوا تدعي",
    );
    past(("رمى", "يرمي"), "رمى رمت رميا رمتا رموا رمين رميت رمينا");
    present(
        ("رمى", "يرمي"),
        "أرمي ترمين يرميان يرمون يرمين يرم يرموا ترمي",
    );
    past(("رأى", "يرى"), "رأى رأت رأيا رأتا رأوا رأين رأيت رأينا");
    present(("رأى", "يرى"), "أرى ترين يريان يرون يرين ير يروا تري");
    past(("بقي", "يبقى"), "بقي بقيت بقيا بقيتا بقوا بقين بقيت بقينا");
    present(
        ("بقي", "يبقى"),
        "أبقى تبقين يبقيان يبقون يبقين يبق يبقوا تبقي",
    );
    past(
        ("أعطى", "يعطي"),
        "أعطى أعطت أعطيا أعطتا أعطوا أعطين أعطيت أعطينا",
    );
    past(
        ("اشترى", "يشتري"),
        "اشترى اشترت اشتريا اشترتا اشتروا اشترين اشتريت اشترينا",
    );
    present(
        ("انتهى", "ينتهي"),
        "أنتهي تنتهين ينتهيان ينتهون ينتهين ينته ينتهوا تنتهي",
    );
    past(
        ("أحيا", "يحيي"),
        "أحيا أحيت أحييا أحيتا أحيوا أحيين أحييت أحيينا",
    );
}

#[test]
fn assimilated() {
    past(("وصل", "يصل"), "وصل وصلت وصلا وصلتا وصلوا وصلن وصلت وصلنا");
    present(("وقف", "يقف"), "أقف تقفين يقفان يقفون يقفن يقف يقفوا تقفي");
}

#[test]
fn hamzated() {
    present(
        ("أخذ", "يأخذ"),
        "آخذ تأخذين يأخذان يأخذون يأخذن يأخذ يأخذوا تأخذي",
    );
    present(
        ("أكد", "يؤكد"),
        "أؤكد تؤكدين يؤكدان يؤكدون يؤكدن يؤكد يؤكدوا تؤكدي",
    );
    past(("قرأ", "يقرأ"), "قرأ قرأت قرآ قرأتا قرأوا قرأن قرأت قرأنا");
    present(
        ("قرأ", "يقرأ"),
        "أقرأ تقرئين يقرآن يقرؤون يقرأن يقرأ يقرؤوا تقرئي",
    );
    past(("جاء", "يجيء"), "جاء جاءت جاءا جاءتا جاؤوا جئن جئت جئنا");
    present(
        ("جاء", "يجيء"),
        "أجيء تجيئين يجيئان يجيئون يجئن يجئ يجيئوا تجيئي",
    );
    past(
        ("أضاء", "يضيء"),
        "أضاء أضاءت أضاءا أضاءتا أضاؤوا أضأن أضأت أضأنا",
    );
    past(("ساء", "يسوء"), "ساء ساءت ساءا ساءتا ساؤوا سؤن سؤت سؤنا");
    present(
        ("شاء", "يشاء"),
        "أشاء تشائين يشاءان يشاؤون يشأن يشأ يشاؤوا تشائي",
    );
    present(
        ("أنشأ", "ينشئ"),
        "أنشئ تنشئين ينشئان ينشئون ينشئن ينشئ ينشئوا تنشئي",
    );
    past(("سأل", "يسأل"), "سأل سألت سألا سألتا سألوا سألن سألت سألنا");
}

#[test]
fn imperatives() {
    for (past, present, expect) in [
        ("كتب", "يكتب", "اكتب اكتبي اكتبوا"),
        ("قال", "يقول", "قل قولي قولوا"),
        ("وصل", "يصل", "صل صلي صلوا"),
        ("مد", "يمد", "مد مدي مدوا"),
        ("أعلن", "يعلن", "أعلن أعلني أعلنوا"),
        ("أعطى", "يعطي", "أعط أعطي أعطوا"),
        ("دعا", "يدعو", "ادع ادعي ادعوا"),
        ("انتظر", "ينتظر", "انتظر انتظري انتظروا"),
        ("أخذ", "يأخذ", "خذ خذي خذوا"),
        ("أكد", "يؤكد", "أكد أكدي أكدوا"),
        ("آمن", "يؤمن", "آمن آمني آمنوا"),
        ("آخذ", "يؤاخذ", "آخذ آخذي آخذوا"),
        ("هدد", "يهدد", "هدد هددي هددوا"),
        ("قاتل", "يقاتل", "قاتل قاتلي قاتلوا"),
        ("تكلم", "يتكلم", "تكلم تكلمي تكلموا"),
        ("أعد", "يعد", "أعد أعدي أعدوا"),
    ] {
        let verb = Verb::new(past, present);
        let found: Vec<String> = [
            (Number::Singular, Gender::Masculine),
            (Number::Singular, Gender::Feminine),
            (Number::Plural, Gender::Masculine),
        ]
        .into_iter()
        .map(|(number, gender)| {
            verb.conjugate(VerbFeatures {
                tense: Tense::Imperative,
                mood: Mood::Jussive,
                person: Person::Second,
                number,
                gender,
            })
        })
        .collect();
        assert_eq!(found.join(" "), expect);
    }
}

#[track_caller]
fn has_bound(verb: &Verb, text: &str, bound: &str) {
    let forms = verb.forms();
    let found = forms.iter().any(|it| it.text == text && it.bound == bound);
    assert!(found, "{text} {bound}");
}

#[test]
fn forms_before_a_pronoun() {
    let read = Verb::new("قرأ", "يقرأ");
    has_bound(&read, "يقرأ", "يقرؤ");
    has_bound(&read, "يقرأ", "يقرأ");
    has_bound(&read, "أقرأ", "أقرؤ");
    has_bound(&Verb::new("أنشأ", "ينشئ"), "أنشأ", "أنشأ");
    has_bound(&Verb::new("رأى", "يرى"), "رأيتم", "رأيتمو");
    has_bound(&Verb::new("رأى", "يرى"), "يرى", "يرا");
    has_bound(&Verb::new("قتل", "يقتل"), "قتلوا", "قتلو");
    has_bound(&Verb::new("ختم", "يختم"), "ختم", "ختم");
    has_bound(&Verb::new("أساء", "يسيء"), "يسيء", "يسيئ");
    let they = VerbFeatures::past(Person::Third, Number::Plural, Gender::Masculine);
    assert_eq!(Verb::new("أعطى", "يعطي").bound(they), "أعطو");
}

#[test]
fn spelling_variants_stand_beside_the_usual_form() {
    let started = Verb::new("بدأ", "يبدأ").forms();
    for text in ["بدأوا", "بدؤوا", "يبدؤون", "يبدأون"] {
        assert!(started.iter().any(|it| it.text == text), "{text}");
    }
    let came = Verb::new("جاء", "يجيء").forms();
    for text in ["جاؤوا", "جاءوا"] {
        assert!(came.iter().any(|it| it.text == text), "{text}");
    }
    let saw = Verb::new("رأى", "يرى").forms();
    assert!(!saw.iter().any(|it| it.text == "رؤوا"));
}

#[test]
fn a_given_jussive_counts() {
    let verb = Verb {
        jussive: Some("يك".to_owned()),
        ..Verb::new("كان", "يكون")
    };
    let she = VerbFeatures::present(
        Mood::Jussive,
        Person::Third,
        Number::Singular,
        Gender::Feminine,
    );
    assert_eq!(verb.conjugate(she), "تك");
}

#[test]
fn forms_agree_with_conjugate_and_stand_once() {
    for (past, present) in [("قال", "يقول"), ("بدأ", "يبدأ"), ("دعا", "يدعو"), ("", "")]
    {
        let verb = Verb::new(past, present);
        let forms = verb.forms();
        for (n, form) in forms.iter().enumerate() {
            let first = forms
                .iter()
                .find(|it| it.features == form.features)
                .unwrap();
            assert_eq!(first.text, verb.conjugate(form.features));
            let same = |it: &VerbForm| it.text == form.text && it.features == form.features;
            assert!(!forms[..n].iter().any(same), "{form:?}");
        }
    }
}
