//! English words left in Latin letters: see [`RULE`].

use super::{
    english::english,
    latin_name::{report, spellings},
    latin_runs::{Glossed, PieceKind, latin_words, pieces, translation},
    own_spelling::OwnSpellings,
};
use crate::rule::{Ctx, DocumentCtx, Findings, rule};

rule! {
    /// An English word or acronym left standing in Arabic text.
    ///
    /// ## Why
    ///
    /// Translation programs copy what they do not know: coinages, titles of programmes, whole phrases,
    /// acronyms. Arabic news translates them or spells them out; it keeps in Latin letters only what it
    /// has told in Arabic beside it, a quoted title, and the codes of science and trade.
    ///
    /// The fix is the Arabic that is settled for the word, or its spelling where it is a name. A word
    /// after a noun that names a work or a product (*film*, *hotel*, *model*), or after *called*, and an acronym that
    /// the article itself puts in brackets after its Arabic, have low confidence.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// أطلقت الشركة {chatbot|روبوت محادثة} جديدا، وتراجعت أسهم {Magnificent Seven|السبعة الكبار}.
    /// ```
    ///
    /// ```ar
    /// ناقش الوزراء مستقبل {AI|الذكاء الاصطناعي}، وكتب الرئيس على {X|إكس} أن المحادثات جيدة.
    /// ```
    ///
    /// ```ar
    /// يحدد فحص DNA هوية الضحية، ونشرت منظمة (CEA) تقريرا بعنوان "New Energy" على موقع cea.org.
    /// ```
    "names/latin-word" {
        group: Names,
        category: Untranslated,
        severity: Minor,
        confidence: Medium,
        ar: "كلمة إنجليزية تُركت بالحروف اللاتينية",
        document: check,
    }
}

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let glossed = Glossed::of(ctx);
    for (segment, it) in ctx.segments.iter().enumerate() {
        acc.in_segment(segment);
        for piece in pieces(it, &glossed) {
            if matches!(piece.kind, PieceKind::English) {
                let words = latin_words(it, &piece.tokens);
                report(it, &piece, &arabic(it, &words), None, acc);
            }
        }
    }
}

/// The Arabic of left-over words: their translation; the gazetteer's word for an acronym; the
/// sounds of a name.
fn arabic(ctx: &Ctx<'_>, words: &[&str]) -> Vec<String> {
    if let Some(settled) = translation(words) {
        return vec![settled.to_owned()];
    }
    let folds: Vec<String> = words.iter().map(|it| it.to_lowercase()).collect();
    let folds: Vec<&str> = folds.iter().map(String::as_str).collect();
    let known = ctx.glossaries.latin_name(&folds);
    if let Some(name) = known.filter(|it| it.words == words.len()) {
        return vec![name.arabic];
    }
    let capital = |it: &&str| it.chars().next().is_some_and(char::is_uppercase);
    let acronym = |it: &&str| it.chars().all(char::is_uppercase);
    let sounds = |it: &&str| english(&it.to_lowercase()).is_some_and(|it| it.sound.is_some());
    let name = words.iter().all(capital) && !words.iter().any(acronym);
    if name && (words.len() == 1 || words.iter().any(sounds)) {
        spellings(words, &OwnSpellings::default())
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::trial::check;
    use super::RULE;

    #[test]
    fn words_phrases_and_acronyms_are_left_over() {
        check(&RULE, "أنشأ الفريق {podcast|بودكاست} جديدا عن الحرب.");
        check(&RULE, "واجه مشروع {Megabill|مشروع القانون الضخم} معارضة.");
        check(&RULE, "نقلت الخبر شبكة {CBS|سي بي إس} أمس.");
        check(
            &RULE,
            "رفض {House Republicans|جمهوريو مجلس النواب} التسوية.",
        );
        check(&RULE, "كتب الوزير {the deal is dead} على صفحته.");
        check(&RULE, "ونشر حسابه على {X|إكس} صورة.");
    }

    #[test]
    fn codes_units_and_what_is_told_in_brackets_stay() {
        for text in [
            "يحدد فحص DNA هوية الضحية، ويقيس GPS المسافة.",
            "أعلن اتحاد الصناعات (BDI) خطته، وقال BDI إنه متفائل.",
            "صدر كتاب بعنوان \"The Long Game\" في لندن.",
            "الحرف X من حروف اللاتينية.",
            "اشترك عبر news@example.com أو #BreakingNews.",
        ] {
            // The second line has a low finding, which the user does not see.
            let found = super::super::super::trial::marked_by(&RULE, text);
            assert!(found == text || text.contains("BDI"), "{found}");
        }
    }
}
