//! The verb that was meant where a text has a verbal noun or a past verb instead of a present.

use crate::{
    arabic::{Gender, Number, Tense, Verb},
    matcher::Lexeme,
    rule::Ctx,
};

/// A verb read off a word that is not its present.
#[derive(Debug)]
pub(super) struct MeantVerb {
    /// The verb.
    pub verb: Verb,
    /// The pronoun written on the word.
    pub pronoun: &'static str,
    /// Whom the word itself tells it is said of: رفضت is said of a woman or a thing.
    pub subject: Option<(Gender, Number)>,
}

/// The verb that the word of this number, spelt `letters`, is a past form or the verbal noun of.
pub(super) fn meant_verb(ctx: &Ctx<'_>, word: usize, letters: &str) -> Option<MeantVerb> {
    let plain = |verb| MeantVerb {
        verb,
        pronoun: "",
        subject: None,
    };
    // The verbal noun of a simple verb looks like its past: `رفض`. Then nothing is known of the
    // subject.
    if let Some((_, past, present)) = VERBAL_NOUNS.iter().find(|it| it.0 == letters) {
        return Some(plain(Verb::new(*past, *present)));
    }
    // تراجع is he stepped back and she reviews: with a prefix of the present it is no sure past.
    let past = (!letters.starts_with(['أ', 'آ', 'ا', 'ن', 'ي', 'ت'])).then(|| past_verb(ctx, word));
    past.flatten().or_else(|| of_shape(letters).map(plain))
}

/// Reads the word as a past verb of the vocabulary.
fn past_verb(ctx: &Ctx<'_>, word: usize) -> Option<MeantVerb> {
    ctx.readings.of(word).iter().find_map(|reading| {
        let set = &ctx.glossaries.set_of(reading).lexicon;
        let features = set.form(reading.form).verb()?;
        let clitics = reading.clitics;
        if features.tense != Tense::Past
            || reading.weak
            || clitics.conjunction.is_some()
            || clitics.particle.is_some()
            || features.person != crate::arabic::Person::Third
        {
            return None;
        }
        let Some(Lexeme::Verb(verb)) = ctx.glossaries.lexeme(reading) else {
            return None;
        };
        let told = features.gender == Gender::Feminine || features.number != Number::Singular;
        Some(MeantVerb {
            verb: verb.clone(),
            pronoun: clitics.pronoun.map_or("", crate::arabic::Pronoun::letters),
            subject: told.then_some((features.gender, features.number)),
        })
    })
}

/// Verbal nouns that no shape tells, and nouns that dictionaries give for an English verb, with past
/// and present of the verb.
const VERBAL_NOUNS: [(&str, &str, &str); 99] = [
    ("رفض", "رفض", "يرفض"),
    ("دعم", "دعم", "يدعم"),
    ("قبول", "قبل", "يقبل"),
    ("عقد", "عقد", "يعقد"),
    ("قتل", "قتل", "يقتل"),
    ("نقل", "نقل", "ينقل"),
    ("فتح", "فتح", "يفتح"),
    ("نشر", "نشر", "ينشر"),
    ("دفع", "دفع", "يدفع"),
    ("قطع", "قطع", "يقطع"),
    ("منع", "منع", "يمنع"),
    ("طرد", "طرد", "يطرد"),
    ("كشف", "كشف", "يكشف"),
    ("ضبط", "ضبط", "يضبط"),
    ("رفع", "رفع", "يرفع"),
    ("سحب", "سحب", "يسحب"),
    ("وضع", "وضع", "يضع"),
    ("وقف", "أوقف", "يوقف"),
    ("بناء", "بنى", "يبني"),
    ("شراء", "اشترى", "يشتري"),
    ("بيع", "باع", "يبيع"),
    ("بحث", "بحث", "يبحث"),
    ("طلب", "طلب", "يطلب"),
    ("عرض", "عرض", "يعرض"),
    ("ترك", "ترك", "يترك"),
    ("دخول", "دخل", "يدخل"),
    ("خروج", "خرج", "يخرج"),
    ("وصول", "وصل", "يصل"),
    ("عودة", "عاد", "يعود"),
    ("زيارة", "زار", "يزور"),
    ("حضور", "حضر", "يحضر"),
    ("بدء", "بدأ", "يبدأ"),
    ("فوز", "فاز", "يفوز"),
    ("عمل", "عمل", "يعمل"),
    ("فعل", "فعل", "يفعل"),
    ("كتابة", "كتب", "يكتب"),
    ("قراءة", "قرأ", "يقرأ"),
    ("دراسة", "درس", "يدرس"),
    ("حماية", "حمى", "يحمي"),
    ("مساعدة", "ساعد", "يساعد"),
    ("محاربة", "حارب", "يحارب"),
    ("مراقبة", "راقب", "يراقب"),
    ("معالجة", "عالج", "يعالج"),
    ("متابعة", "تابع", "يتابع"),
    ("مواصلة", "واصل", "يواصل"),
    ("مشاركة", "شارك", "يشارك"),
    ("محاولة", "حاول", "يحاول"),
    ("مناقشة", "ناقش", "يناقش"),
    ("مواجهة", "واجه", "يواجه"),
    ("مغادرة", "غادر", "يغادر"),
    ("مقابلة", "قابل", "يقابل"),
    ("مراجعة", "راجع", "يراجع"),
    ("محاكمة", "حاكم", "يحاكم"),
    ("منح", "منح", "يمنح"),
    ("ضرب", "ضرب", "يضرب"),
    ("حصول", "حصل", "يحصل"),
    ("سقوط", "سقط", "يسقط"),
    ("لعب", "لعب", "يلعب"),
    ("طرح", "طرح", "يطرح"),
    ("خفض", "خفض", "يخفض"),
    ("هدم", "هدم", "يهدم"),
    ("قصف", "قصف", "يقصف"),
    ("شن", "شن", "يشن"),
    ("ضم", "ضم", "يضم"),
    ("حذف", "حذف", "يحذف"),
    ("خرق", "خرق", "يخرق"),
    ("فرض", "فرض", "يفرض"),
    ("ظهور", "ظهر", "يظهر"),
    ("حدوث", "حدث", "يحدث"),
    ("نجاح", "نجح", "ينجح"),
    ("فشل", "فشل", "يفشل"),
    ("دعوة", "دعا", "يدعو"),
    ("نفي", "نفى", "ينفي"),
    ("نزول", "نزل", "ينزل"),
    ("هجوم", "هاجم", "يهاجم"),
    ("صنع", "صنع", "يصنع"),
    ("جمع", "جمع", "يجمع"),
    ("إنشاء", "أنشأ", "ينشئ"),
    ("تأمين", "أمن", "يؤمن"),
    ("تعيين", "عين", "يعين"),
    ("تحسين", "حسن", "يحسن"),
    ("تمكين", "مكن", "يمكن"),
    ("لقاء", "التقى", "يلتقي"),
    ("قول", "قال", "يقول"),
    ("قرار", "قرر", "يقرر"),
    ("نقاش", "ناقش", "يناقش"),
    ("حديث", "تحدث", "يتحدث"),
    ("سفر", "سافر", "يسافر"),
    ("قتال", "قاتل", "يقاتل"),
    ("دفاع", "دافع", "يدافع"),
    ("علاج", "عالج", "يعالج"),
    ("سعي", "سعى", "يسعى"),
    ("سماح", "سمح", "يسمح"),
    ("هبوط", "هبط", "يهبط"),
    ("صعود", "صعد", "يصعد"),
    ("بقاء", "بقي", "يبقى"),
    ("رد", "رد", "يرد"),
    ("زيادة", "زاد", "يزيد"),
    ("قيادة", "قاد", "يقود"),
];

/// The verb of a verbal noun of one of the derived forms, told by its shape.
fn of_shape(noun: &str) -> Option<Verb> {
    let letters: Vec<char> = noun.chars().collect();
    let verb = |past: &[char], present: &[char]| {
        let text = |it: &[char]| it.iter().collect::<String>();
        Some(Verb::new(text(past), text(present)))
    };
    match letters[..] {
        // إعادة, إقامة
        ['إ', x, 'ا', y, 'ة'] => verb(&['أ', x, 'ا', y], &['ي', x, 'ي', y]),
        // إنهاء, إلغاء
        ['إ', x, y, 'ا', 'ء'] if x != 'ي' => verb(&['أ', x, y, 'ى'], &['ي', x, y, 'ي']),
        // إيقاف, إيصال
        ['إ', 'ي', y, 'ا', z] if z != 'ء' => verb(&['أ', 'و', y, z], &['ي', 'و', y, z]),
        // إعلان, إطلاق
        ['إ', x, y, 'ا', z] if x != 'ي' => verb(&['أ', x, y, z], &['ي', x, y, z]),
        // استعادة, استقالة
        ['ا', 'س', 'ت', x, 'ا', y, 'ة'] => {
            verb(&['ا', 'س', 'ت', x, 'ا', y], &['ي', 'س', 'ت', x, 'ي', y])
        }
        // استئناف
        ['ا', 'س', 'ت', 'ئ', y, 'ا', z] => {
            verb(&['ا', 'س', 'ت', 'أ', y, z], &['ي', 'س', 'ت', 'أ', y, z])
        }
        // استدعاء
        ['ا', 'س', 'ت', x, y, 'ا', 'ء'] => {
            verb(&['ا', 'س', 'ت', x, y, 'ى'], &['ي', 'س', 'ت', x, y, 'ي'])
        }
        // استمرار
        ['ا', 'س', 'ت', x, y, 'ا', z] if y == z => {
            verb(&['ا', 'س', 'ت', x, y], &['ي', 'س', 'ت', x, y])
        }
        // استخدام, استقبال
        ['ا', 'س', 'ت', x, y, 'ا', z] if !"وي".contains(x) => {
            verb(&['ا', 'س', 'ت', x, y, z], &['ي', 'س', 'ت', x, y, z])
        }
        // انتهاء, التقاء, اختفاء
        ['ا', x, 'ت', y, 'ا', 'ء'] => verb(&['ا', x, 'ت', y, 'ى'], &['ي', x, 'ت', y, 'ي']),
        // اختيار, احتياج
        ['ا', x, 'ت', 'ي', 'ا', z] => verb(&['ا', x, 'ت', 'ا', z], &['ي', x, 'ت', 'ا', z]),
        // انضمام, امتداد
        ['ا', a, b, y, 'ا', z] if y == z && (a == 'ن' || b == 'ت') => {
            verb(&['ا', a, b, y], &['ي', a, b, y])
        }
        // انتقاد, اعتقال; انسحاب
        ['ا', a, b, y, 'ا', z] if (a == 'ن' || b == 'ت') && y != 'ي' && z != 'ء' => {
            verb(&['ا', a, b, y, z], &['ي', a, b, y, z])
        }
        // اتخاذ, اتفاق
        ['ا', 'ت', y, 'ا', z] if z != 'ء' => verb(&['ا', 'ت', y, z], &['ي', 'ت', y, z]),
        // تغطية, تصفية
        ['ت', x, y, 'ي', 'ة'] if x != 'أ' => verb(&[x, y, 'ى'], &['ي', x, y, 'ي']),
        // تأجيل
        ['ت', 'أ', y, 'ي', z] if !"هكني".contains(z) => {
            verb(&['أ', y, z], &['ي', 'ؤ', y, z])
        }
        // تقديم, توقيع; not تعطيه, which is she gives him
        ['ت', x, y, 'ي', z] if !"هكنيا".contains(z) && x != 'س' => {
            verb(&[x, y, z], &['ي', x, y, z])
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{VERBAL_NOUNS, of_shape};

    #[test]
    fn shapes_tell_the_verb() {
        for (noun, present) in [
            ("إعلان", "يعلن"),
            ("إعادة", "يعيد"),
            ("إلغاء", "يلغي"),
            ("إيقاف", "يوقف"),
            ("استعادة", "يستعيد"),
            ("استئناف", "يستأنف"),
            ("استدعاء", "يستدعي"),
            ("استمرار", "يستمر"),
            ("استقبال", "يستقبل"),
            ("انتهاء", "ينتهي"),
            ("اختيار", "يختار"),
            ("انضمام", "ينضم"),
            ("انسحاب", "ينسحب"),
            ("اعتقال", "يعتقل"),
            ("انتشار", "ينتشر"),
            ("اتخاذ", "يتخذ"),
            ("تغطية", "يغطي"),
            ("تأجيل", "يؤجل"),
            ("تقديم", "يقدم"),
        ] {
            assert_eq!(
                of_shape(noun).map(|it| it.present).as_deref(),
                Some(present)
            );
        }
        for word in ["تعطيه", "تستعيد", "تكتب", "محافظة", "إسلام آباد"]
        {
            assert!(of_shape(word).is_none(), "{word}");
        }
    }

    #[test]
    fn no_verbal_noun_is_listed_twice() {
        for (n, it) in VERBAL_NOUNS.iter().enumerate() {
            assert!(
                VERBAL_NOUNS[..n].iter().all(|other| other.0 != it.0),
                "{}",
                it.0
            );
        }
    }
}
