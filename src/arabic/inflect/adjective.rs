//! Adjectives: their feminine, their broken plurals, the elative, the adjective of relation.

use super::{but_last, last_two, length};

/// Feminines that are not made with ة: the elatives in use, and colours and defects.
const FEMININES: [(&str, &str); 39] = [
    ("أول", "أولى"),
    ("آخر", "أخرى"),
    ("أكبر", "كبرى"),
    ("أصغر", "صغرى"),
    ("أعظم", "عظمى"),
    ("أعلى", "عليا"),
    ("أدنى", "دنيا"),
    ("أقصى", "قصوى"),
    ("أوسط", "وسطى"),
    ("أفضل", "فضلى"),
    ("أحسن", "حسنى"),
    ("أمثل", "مثلى"),
    ("أيمن", "يمنى"),
    ("أيسر", "يسرى"),
    ("أحمر", "حمراء"),
    ("أخضر", "خضراء"),
    ("أزرق", "زرقاء"),
    ("أصفر", "صفراء"),
    ("أسود", "سوداء"),
    ("أبيض", "بيضاء"),
    ("أسمر", "سمراء"),
    ("أشقر", "شقراء"),
    ("أعمى", "عمياء"),
    ("أعرج", "عرجاء"),
    ("أعزل", "عزلاء"),
    ("أعور", "عوراء"),
    ("أبكم", "بكماء"),
    ("أصم", "صماء"),
    ("أجوف", "جوفاء"),
    ("أحمق", "حمقاء"),
    ("أرعن", "رعناء"),
    ("أهوج", "هوجاء"),
    ("أملس", "ملساء"),
    ("أجرد", "جرداء"),
    ("أغر", "غراء"),
    ("أصلع", "صلعاء"),
    ("أعوج", "عوجاء"),
    ("أحدب", "حدباء"),
    ("أبلق", "بلقاء"),
];

/// Broken plurals of frequent adjectives. What is not here takes the sound plural.
const PLURALS: [(&str, &[&str]); 40] = [
    ("كبير", &["كبار"]),
    ("صغير", &["صغار"]),
    ("جديد", &["جدد"]),
    ("قديم", &["قدامى", "قدماء"]),
    ("طويل", &["طوال"]),
    ("قصير", &["قصار"]),
    ("كثير", &["كثار"]),
    ("قوي", &["أقوياء"]),
    ("غني", &["أغنياء"]),
    ("ذكي", &["أذكياء"]),
    ("بريء", &["أبرياء"]),
    ("ضعيف", &["ضعفاء", "ضعاف"]),
    ("فقير", &["فقراء"]),
    ("عظيم", &["عظماء", "عظام"]),
    ("كريم", &["كرماء", "كرام"]),
    ("غريب", &["غرباء"]),
    ("قريب", &["أقرباء"]),
    ("شديد", &["أشداء"]),
    ("عزيز", &["أعزاء"]),
    ("مريض", &["مرضى"]),
    ("جريح", &["جرحى"]),
    ("قتيل", &["قتلى"]),
    ("أسير", &["أسرى"]),
    ("ميت", &["موتى", "أموات"]),
    ("حي", &["أحياء"]),
    ("حر", &["أحرار"]),
    ("شاب", &["شباب", "شبان"]),
    ("بطيء", &["بطاء"]),
    ("أجنبي", &["أجانب"]),
    ("عربي", &["عرب"]),
    ("أحمر", &["حمر"]),
    ("أخضر", &["خضر"]),
    ("أزرق", &["زرق"]),
    ("أصفر", &["صفر"]),
    ("أسود", &["سود"]),
    ("أبيض", &["بيض"]),
    ("أول", &["أوائل"]),
    ("أكبر", &["أكابر"]),
    ("أعزل", &["عزل"]),
    ("أعمى", &["عميان"]),
];

/// The feminine of an adjective, or of the name of a person: وزيرة, صحفية, بطيئة, كبرى, حمراء.
pub fn feminine(masculine: &str) -> String {
    if let Some((_, feminine)) = FEMININES.iter().find(|(it, _)| *it == masculine) {
        return (*feminine).to_owned();
    }
    let stem = but_last(masculine);
    match last_two(masculine) {
        (Some('ة'), _) => masculine.to_owned(),
        (Some('ء'), Some('ا')) => format!("{masculine}ة"),
        (Some('ء'), _) => format!("{stem}ئة"),
        (Some('ى'), _) => format!("{stem}اة"),
        _ => format!("{masculine}ة"),
    }
}

/// The broken plurals of a masculine adjective; none where it takes the sound plural.
pub fn adjective_plurals(masculine: &str) -> &'static [&'static str] {
    PLURALS
        .iter()
        .find(|(it, _)| *it == masculine)
        .map_or(&[], |(_, plurals)| plurals)
}

/// The elative of an adjective, where its shape has one: كبير gives أكبر, شديد أشد, قوي أقوى,
/// صعب أصعب. `None` for participles and adjectives of relation, which take أكثر.
pub fn elative(positive: &str) -> Option<String> {
    match positive {
        "مهم" | "هام" => return Some("أهم".to_owned()),
        "عال" | "عالي" => return Some("أعلى".to_owned()),
        "جيد" | "حسن" => return Some("أحسن".to_owned()),
        "حر" | "حي" | "ميت" | "أول" | "آخر" => return None,
        _ => {}
    }
    let letters: Vec<char> = positive.chars().collect();
    let (first, rest) = letters.split_first()?;
    // Two hamzas in a row are written آ.
    let head = match first {
        'أ' => "آ".to_owned(),
        'ا' | 'إ' | 'آ' => return None,
        _ => format!("أ{first}"),
    };
    match *rest {
        [a, 'ي', b] if a == b => Some(format!("{head}{a}")),
        [a, 'ي', 'ء'] => Some(format!("{head}{a}أ")),
        [a, 'ي', b] => Some(format!("{head}{a}{b}")),
        [a, 'ي' | 'و'] => Some(format!("{head}{a}ى")),
        [a, b] if !"اويىةء".contains(a) && !"اةىء".contains(b) => {
            Some(format!("{head}{a}{b}"))
        }
        _ => None,
    }
}

/// The adjective of relation: فرنسا gives فرنسي, القاهرة قاهري, إيطاليا إيطالي.
pub fn nisba(noun: &str) -> String {
    let noun = match noun.strip_prefix("ال") {
        Some(rest) if length(rest) > 2 => rest,
        _ => noun,
    };
    let stem = but_last(noun);
    match last_two(noun) {
        (Some('ا'), Some('ي')) => stem.to_owned(),
        (Some('ة'), Some('ي')) if length(noun) > 4 => stem.to_owned(),
        (Some('ة'), _) => format!("{stem}ي"),
        (Some('ا'), _) if length(noun) > 3 => format!("{stem}ي"),
        (Some('ى' | 'ا'), _) if length(noun) == 3 => format!("{stem}وي"),
        (Some('ي'), _) if length(noun) > 3 => noun.to_owned(),
        (Some('ء'), Some('ا')) => format!("{stem}ئي"),
        _ => format!("{noun}ي"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feminines() {
        for (masculine, expect) in [
            ("جديد", "جديدة"),
            ("أكبر", "كبرى"),
            ("أحمر", "حمراء"),
            ("بطيء", "بطيئة"),
            ("عالي", "عالية"),
            ("بناء", "بناءة"),
            ("فتى", "فتاة"),
            ("وزيرة", "وزيرة"),
        ] {
            assert_eq!(feminine(masculine), expect);
        }
    }

    #[test]
    fn elatives() {
        for (positive, expect) in [
            ("كبير", Some("أكبر")),
            ("شديد", Some("أشد")),
            ("قوي", Some("أقوى")),
            ("بطيء", Some("أبطأ")),
            ("أليم", Some("آلم")),
            ("صعب", Some("أصعب")),
            ("مهم", Some("أهم")),
            ("أمريكي", None),
            ("متطور", None),
            ("", None),
        ] {
            assert_eq!(elative(positive).as_deref(), expect, "{positive}");
        }
    }

    #[test]
    fn adjectives_of_relation() {
        for (noun, expect) in [
            ("سويسرا", "سويسري"),
            ("سياسة", "سياسي"),
            ("سورية", "سوري"),
            ("كندا", "كندي"),
            ("نفط", "نفطي"),
            ("قضاء", "قضائي"),
            ("ألبانيا", "ألباني"),
        ] {
            assert_eq!(nisba(noun), expect);
        }
    }
}
