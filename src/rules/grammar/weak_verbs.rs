//! Present verbs whose spelling changes after لم: their weak letter goes.
//!
//! Closed lists of the verbs that news uses. A stem is the present without its prefix.

/// Present stems with a long vowel in the middle, and what they are after لم. Left out: stems that
/// are also those of a verb that keeps its letter (يقيم, he stays or he evaluates).
const HOLLOW: [(&str, &str); 44] = [
    ("كون", "كن"),
    ("قول", "قل"),
    ("عود", "عد"),
    ("قوم", "قم"),
    ("فوز", "فز"),
    ("موت", "مت"),
    ("دوم", "دم"),
    ("ذوق", "ذق"),
    ("طول", "طل"),
    ("زال", "زل"),
    ("كاد", "كد"),
    ("نال", "نل"),
    ("خاف", "خف"),
    ("نام", "نم"),
    ("قال", "قل"),
    ("عاد", "عد"),
    ("صاب", "صب"),
    ("تاح", "تح"),
    ("باع", "بع"),
    ("دان", "دن"),
    ("ريد", "رد"),
    ("جيب", "جب"),
    ("بيع", "بع"),
    ("عيش", "عش"),
    ("زيد", "زد"),
    ("ضيف", "ضف"),
    ("شير", "شر"),
    ("صيب", "صب"),
    ("ثير", "ثر"),
    ("دين", "دن"),
    ("عيد", "عد"),
    ("طيق", "طق"),
    ("فيد", "فد"),
    ("تيح", "تح"),
    ("زيل", "زل"),
    ("ستطيع", "ستطع"),
    ("ستجيب", "ستجب"),
    ("ستفيد", "ستفد"),
    ("ستعيد", "ستعد"),
    ("ستقيل", "ستقل"),
    ("حتاج", "حتج"),
    ("ختار", "ختر"),
    ("زداد", "زدد"),
    ("نهار", "نهر"),
];

/// Present stems that end in ي or و. Those that end in ى need no list: no present verb that keeps
/// it can stand after لم.
const FINAL_WEAK: [&str; 72] = [
    "أتي",
    "عطي",
    "نتهي",
    "جري",
    "كتفي",
    "شتري",
    "مضي",
    "بني",
    "عني",
    "لتقي",
    "ؤدي",
    "رمي",
    "قضي",
    "ختفي",
    "كفي",
    "حمي",
    "بدي",
    "عاني",
    "نوي",
    "لغي",
    "لبي",
    "بالي",
    "غطي",
    "وصي",
    "دعي",
    "جدي",
    "نفي",
    "سمي",
    "ستدعي",
    "ستثني",
    "خفي",
    "بقي",
    "دلي",
    "نهي",
    "ستولي",
    "حتوي",
    "نقضي",
    "ستوفي",
    "كتسي",
    "رتدي",
    "قتني",
    "نحني",
    "ختبي",
    "عتني",
    "نتمي",
    "حتمي",
    "كتوي",
    "رتقي",
    "هتدي",
    "عتدي",
    "بدو",
    "دعو",
    "نمو",
    "علو",
    "خلو",
    "شكو",
    "رجو",
    "تلو",
    "غزو",
    "سمو",
    "صحو",
    "عفو",
    "حذو",
    "دنو",
    "طفو",
    "محو",
    "لهو",
    "ربو",
    "بكي",
    "حكي",
    "مشي",
    "ستشري",
];

/// Present stems in ن whose ون is no ending: يتعاون.
const WITH_OWN_NUN: [&str; 7] = ["عاون", "تعاون", "هاون", "تهاون", "تكون", "تلون", "تمون"];

const PREFIXES: [char; 4] = ['ي', 'ت', 'ن', 'أ'];

/// What a present verb that kept its weak letter is after لم; `None` for any other word.
/// `signs`: the text writes vowel signs on it, so the short vowel that is left is written too.
pub(super) fn jussive(letters: &str, written: &str) -> Option<String> {
    let prefix = letters.chars().next().filter(|it| PREFIXES.contains(it))?;
    let stem = &letters[prefix.len_utf8()..];
    if let Some((_, short)) = HOLLOW.iter().find(|it| it.0 == stem) {
        return Some(format!("{prefix}{short}"));
    }
    let weak = stem.chars().next_back()?;
    let known = match weak {
        // يخبرنى is Egyptian for يخبرني, where ي is the object.
        'ى' => !stem.ends_with("نى") || IN_NA.contains(&stem),
        'ي' | 'و' => FINAL_WEAK.contains(&stem),
        _ => false,
    };
    if !known || stem.chars().count() < 2 {
        return None;
    }
    let (kept, _) = written.rsplit_once(weak)?;
    let signs = kept.chars().any(crate::arabic::letters::is_mark);
    let vowel = match weak {
        _ if !signs => "",
        'ى' => "\u{64E}",
        'ي' => "\u{650}",
        _ => "\u{64F}",
    };
    // The vowel before the weak letter may be written already.
    let bare = kept.trim_end_matches(['\u{64E}', '\u{650}', '\u{64F}']);
    Some(if signs {
        format!("{bare}{vowel}")
    } else {
        kept.to_owned()
    })
}

/// Whether the present without its prefix ends in a weak ي or و: `لتقي`.
pub(super) fn is_final_weak(stem: &str) -> bool {
    FINAL_WEAK.contains(&stem)
}

/// Stems in نى that are no verb with an object.
const IN_NA: [&str; 9] = [
    "تمنى",
    "تبنى",
    "عنى",
    "بنى",
    "جنى",
    "فنى",
    "تسنى",
    "توانى",
    "تدنى",
];

/// The form without its ن of a present verb in ون, with the object pronoun it may have.
pub(super) fn without_nun(letters: &str) -> Option<String> {
    let prefix = letters
        .chars()
        .next()
        .filter(|it| matches!(it, 'ي' | 'ت'))?;
    let stem = &letters[prefix.len_utf8()..];
    for object in ["", "ه", "ها", "هم"] {
        let Some(verb) = stem
            .strip_suffix(object)
            .and_then(|it| it.strip_suffix('ن'))
        else {
            continue;
        };
        let whole = &stem[..stem.len() - object.len()];
        let body = verb.strip_suffix('و')?;
        // Nothing ends in يون but adjectives of origin: يمنيون.
        if body.chars().count() < 2 || body.ends_with('ي') || WITH_OWN_NUN.contains(&whole) {
            return None;
        }
        let ending = if object.is_empty() { "ا" } else { object };
        return Some(format!("{prefix}{verb}{ending}"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_letters_go() {
        for (written, expect) in [
            ("ترى", Some("تر")),
            ("تُرى", Some("تُرَ")),
            ("يَبقى", Some("يَبقَ")),
            ("يكون", Some("يكن")),
            ("أستطيع", Some("أستطع")),
            ("تنتهي", Some("تنته")),
            ("يبدو", Some("يبد")),
            ("يخبرنى", None),
            ("يخبرني", None),
            ("يقيم", None),
            ("يكتب", None),
            ("يكن", None),
        ] {
            let letters = crate::arabic::bare(written);
            assert_eq!(jussive(&letters, written).as_deref(), expect, "{written}");
        }
    }

    #[test]
    fn the_nun_of_the_plural_goes() {
        for (word, expect) in [
            ("يصلون", Some("يصلوا")),
            ("يقبلونه", Some("يقبلوه")),
            ("يتعاون", None),
            ("يكون", None),
            ("يصون", None),
            ("يمنيون", None),
            ("يحزن", None),
        ] {
            assert_eq!(without_nun(word).as_deref(), expect, "{word}");
        }
    }
}
