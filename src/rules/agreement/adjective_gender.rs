//! An adjective in another gender or number than its noun: see [`RULE`].

use super::nouns::{adjective, bare_adjective, definite, indefinite, of_possessed, stands_free};
use crate::{
    arabic::{Gender, NounKind, Number},
    diagnostic::{Applicability, Confidence, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// An adjective that does not agree with the noun directly before it.
    ///
    /// ## Why
    ///
    /// Translation that replaces a noun by one of another gender leaves the adjective as it was. The
    /// adjective behind a construct may belong to its first term, so only a noun that stands behind a
    /// preposition, a verb or at the head of its sentence is looked at, and only adjectives whose
    /// gender their spelling shows. Plurals of things take the feminine singular.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// دخلت القوات في المرحلة {الجديد|الجديدة} من الصراع {السياسية|السياسي} على السلطة {التنفيذي|التنفيذية}.
    /// ```
    ///
    /// ```ar
    /// في المرة {الأول|الأولى} تحدث عن الشركات {الأمريكيين|الأمريكية}.
    /// ```
    ///
    /// ```ar
    /// قال رئيس الحكومة الجديد إن المرحلة الجديدة من الصراع السياسي بدأت، وشكر صناع السيارات الأوروبيين.
    /// ```
    "agreement/adjective-gender" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: High,
        ar: "صفة لا تطابق موصوفها",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    for at in ctx.readings.governing() {
        without_article(ctx, at, acc);
    }
    for at in 0..words.len().saturating_sub(1) {
        let next = &words[at + 1];
        let fold = ctx.fold(at);
        let definite_noun = fold.contains("ال") || fold.contains("لل");
        if next.barrier != Barrier::Nothing || !definite_noun || !ctx.fold(at + 1).starts_with("ال")
        {
            continue;
        }
        let Some(found) = adjective(ctx, at + 1) else {
            continue;
        };
        let Some(noun) = definite(ctx, at) else {
            continue;
        };
        let Some(gender) = noun.concord() else {
            continue;
        };
        let right = match found.number {
            Number::Singular if found.gender != gender => found.other,
            // الشركات الأمريكيين: people's plural beside things.
            Number::Plural if noun.is_things() && found.gender == Gender::Masculine => {
                of_things(ctx.word(at + 1))
            }
            _ => continue,
        };
        let Some(right) = right.filter(|_| stands_free(ctx, at, noun)) else {
            continue;
        };
        // الرئيسة الأمريكي جو بايدن: the title is wrong, and another rule says so.
        let named = ctx
            .persons()
            .iter()
            .any(|it| it.gender == found.gender && (at + 2..at + 7).contains(&it.words.start));
        if named && noun.kind == Some(NounKind::Human) {
            continue;
        }
        let written = ctx.word(at);
        let message = Message::new(
            format!("the adjective agrees with “{written}”: {right}"),
            format!("الصفة تطابق «{written}»: {right}"),
        );
        let fix = Fix::replace(Applicability::Suggested, next.span, right);
        acc.add(next.span, message).fixes.push(fix);
    }
}

/// A noun and an adjective of relation, neither with ال, behind the preposition at `at`.
fn without_article(ctx: &Ctx<'_>, at: usize, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    let (noun, described) = (at + 1, at + 2);
    let beside = |word: usize| {
        let word = words.get(word)?;
        (word.arabic && word.barrier == Barrier::Nothing).then_some(())
    };
    let prepositions = ["في", "من", "الي", "علي", "عن", "مع"];
    if !prepositions.iter().any(|it| ctx.fold(at).ends_with(it))
        || beside(noun).and_then(|()| beside(described)).is_none()
    {
        return;
    }
    if let Some(found) = adjective(ctx, described) {
        // عن هاتفها الجديد: the pronoun makes the noun definite.
        let wanted = of_possessed(ctx, noun).filter(|it| *it != found.gender);
        if let (Some(_), Some(right), Number::Singular) = (wanted, found.other, found.number) {
            report(ctx, noun, described, right, acc);
        }
        return;
    }
    let Some(head) = indefinite(ctx, noun)
        .filter(|it| it.number == Number::Singular && it.kind != Some(NounKind::Place))
    else {
        return;
    };
    let Some((gender, right)) = bare_adjective(ctx, described) else {
        return;
    };
    if gender == head.gender {
        return;
    }
    report(ctx, noun, described, right, acc);
}

fn report(ctx: &Ctx<'_>, noun: usize, described: usize, right: String, acc: &mut Findings<'_>) {
    let written = ctx.word(noun);
    let message = Message::new(
        format!("the adjective agrees with “{written}”: {right}"),
        format!("الصفة تطابق «{written}»: {right}"),
    );
    let span = ctx.readings.words[described].span;
    let fix = Fix::replace(Applicability::Suggested, span, right);
    let finding = acc.add(span, message);
    finding.confidence = Confidence::Medium;
    finding.fixes.push(fix);
}

/// The feminine singular of a sound masculine plural.
fn of_things(plural: &str) -> Option<String> {
    let bare = crate::arabic::bare(plural);
    let stem = bare
        .strip_suffix("ين")
        .or_else(|| bare.strip_suffix("ون"))?;
    Some(format!("{stem}ة"))
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn a_noun_that_stands_free_is_agreed_with() {
        check(&RULE, "في الحكومة {الجديد|الجديدة}");
        check(&RULE, "في الأسبوع {الثانية|الثاني} من الشهر");
        check(&RULE, "إلى البرلمان {الأوروبية|الأوروبي}");
        check(&RULE, "للمرة {الثاني|الثانية}");
        check(&RULE, "عن القرارات {الدوليين|الدولية}");
        check(&RULE, "بالحرب {العالمي|العالمية}");
    }

    #[test]
    fn neither_needs_an_article() {
        check(
            &RULE,
            "في خطة {اقتصادي|اقتصادية} جديدة، وفي مؤتمر {سياسية|سياسي}",
        );
        check(&RULE, "في خطة اقتصادية، وفي مدينة ميامي، وفي ولاية ميسوري");
        check(
            &RULE,
            "على خطة {جديد|جديدة} وفي وقت {مبكرة|مبكر} وفي وقت مبكر",
        );
        check(&RULE, "عن هاتفها {الجديدة|الجديد} وعن شركتها الجديدة");
        check(&RULE, "رئيس شركة أمريكي، ومن رئيس شركة أمريكي");
    }

    #[test]
    fn the_first_term_of_a_construct_may_have_its_own() {
        check(&RULE, "رئيس الحكومة الجديد");
        check(&RULE, "في وزارة الدفاع الأمريكية");
        check(&RULE, "وزير الخارجية الأمريكي");
        check(&RULE, "في الشركات الأمريكية");
        check(&RULE, "من الحرس الثوري، وفي المدينة الأكبر");
        check(&RULE, "في المدينة، الرئيس");
    }
}
