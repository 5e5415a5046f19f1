//! `الذي` behind a feminine noun, `الذين` behind things: see [`RULE`].

use super::nouns::{Known, adjective, definite, stands_free};
use crate::{
    arabic::{Gender, NounKind, Number, bare, finite_verb_behind},
    diagnostic::{Applicability, Confidence, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A relative pronoun that does not agree with the noun before it.
    ///
    /// ## Why
    ///
    /// English has one `that` for all. The pronoun may belong to a noun further back (`رئيس الحكومة
    /// الذي`), so only a noun that stands behind a preposition, a verb or at the head of its sentence
    /// is looked at, where no other noun of the pronoun's own gender stands in the clause before it. Plurals
    /// of things take `التي`.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// انتهت الحرب {الذي|التي} دامت عامين، وتحدث عن الشركات {الذين|التي} أغلقت.
    /// ```
    ///
    /// ```ar
    /// تحدث عن البيان الصادر عن الوزارة الذي أكد ذلك، وعن صناع السيارات الذين خسروا، وعن الحرب التي انتهت.
    /// ```
    "agreement/relative-pronoun" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: High,
        ar: "اسم موصول لا يطابق ما قبله",
        segment: check,
    }
}

/// How far back a noun is looked for that the pronoun may belong to.
const REACH: usize = 7;

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    for at in 0..words.len() {
        dual_of_many(ctx, at, acc);
        if at == 0 || words[at].barrier != Barrier::Nothing {
            continue;
        }
        let gender = match ctx.fold(at) {
            "الذي" | "الذين" => Gender::Masculine,
            "التي" => Gender::Feminine,
            _ => continue,
        };
        let plural = ctx.fold(at) == "الذين";
        // One adjective may stand between.
        let described = at >= 2
            && words[at - 1].barrier == Barrier::Nothing
            && adjective(ctx, at - 1).is_some();
        let head = if described { at - 2 } else { at - 1 };
        let Some(noun) = definite(ctx, head) else {
            continue;
        };
        let right = match (noun.concord(), plural) {
            // الذين behind one thing: `الفريق الذين`, said of those in it, is not rare.
            (Some(_), true) if noun.is_things() => "التي",
            (Some(it), false) if it != gender && noun.number == Number::Singular => pronoun(it),
            (Some(Gender::Feminine), false) if gender == Gender::Masculine => "التي",
            _ => continue,
        };
        if !stands_free(ctx, head, noun) || has_other(ctx, head, gender, plural) {
            continue;
        }
        let written = ctx.word(head);
        let message = Message::new(
            format!("the pronoun agrees with “{written}”: {right}"),
            format!("الاسم الموصول يطابق «{written}»: {right}"),
        );
        let fix = Fix::replace(Applicability::Suggested, words[at].span, right);
        let finding = acc.add(words[at].span, message);
        if described || noun.kind == Some(NounKind::Human) {
            finding.confidence = Confidence::Medium;
        }
        finding.fixes.push(fix);
    }
}

/// `اللذين`, said of two, before a plural verb.
fn dual_of_many(ctx: &Ctx<'_>, at: usize, acc: &mut Findings<'_>) {
    let fold = ctx.fold(at);
    if !fold.ends_with("اللذين") && !fold.ends_with("اللذان") {
        return;
    }
    let Some(next) = ctx.readings.words.get(at + 1) else {
        return;
    };
    let verb = ctx.fold(at + 1);
    let own_nun = ["كون", "عاون", "هاون"].iter().any(|it| verb.ends_with(it));
    let plural = verb.starts_with('ي') && verb.ends_with("ون") && verb.chars().count() >= 5;
    if next.barrier != Barrier::Nothing || !plural || own_nun {
        return;
    }
    let letters = bare(ctx.word(at));
    let Some(before) = letters
        .strip_suffix("اللذين")
        .or_else(|| letters.strip_suffix("اللذان"))
    else {
        return;
    };
    let right = format!("{before}الذين");
    let message = Message::new(
        format!("the verb is plural, so is the pronoun: {right}"),
        format!("الفعل بعده جمع: {right}"),
    );
    let span = ctx.readings.words[at].span;
    let fix = Fix::replace(Applicability::Suggested, span, right);
    acc.add(span, message).fixes.push(fix);
}

const fn pronoun(gender: Gender) -> &'static str {
    match gender {
        Gender::Masculine => "الذي",
        Gender::Feminine => "التي",
    }
}

/// Whether a word of the clause before `head` may be what the pronoun belongs to: a word with ال that
/// is not known to be of another gender, or a first term of a construct that is not.
fn has_other(ctx: &Ctx<'_>, head: usize, gender: Gender, plural: bool) -> bool {
    let words = &ctx.readings.words;
    let mut at = head;
    for _ in 0..REACH {
        if words[at].barrier >= Barrier::Comma {
            return false;
        }
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        at = before;
        if !words[at].arabic {
            return true;
        }
        let fold = ctx.fold(at);
        let letters = bare(ctx.word(at));
        if finite_verb_behind(&letters).is_some_and(|(_, it)| !it.noun_too) {
            return false;
        }
        let article = ["ال", "وال", "بال", "لل", "وبال", "ولل"]
            .iter()
            .any(|it| fold.starts_with(it));
        if article {
            let known: Option<Known> = definite(ctx, at);
            let fits =
                known.is_none_or(|it| it.number == Number::Plural || plural || it.gender == gender);
            if fits {
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn the_nearest_noun_decides_where_no_other_may() {
        check(&RULE, "في الحكومة {الذي|التي} شكلها");
        check(&RULE, "في الاجتماع {التي|الذي} عقد أمس");
        check(&RULE, "عن القرارات {الذين|التي} صدرت");
        check(&RULE, "من الأزمة السياسية {الذي|التي} بدأت أمس");
        check(&RULE, "ستنهي الحرب {الذي|التي} بدأت قبل عام");
        check(&RULE, "رئيس الحكومة الذي استقال");
        check(&RULE, "الرد على الرسالة الذي جاء أمس");
        check(&RULE, "أصحاب الشركات الذين حضروا");
        check(&RULE, "من الفريق الذين حضروا");
        check(&RULE, "في اليوم الذي مضى، وفي السنة التي مضت");
    }
}
