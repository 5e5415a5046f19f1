//! Turns of translation in number: see [`RULE`].

use super::habits::HABITS;
use crate::{
    diagnostic::Message,
    rule::{DocumentCtx, Findings, rule},
};

rule! {
    /// A turn of translated Arabic far more often than in human text.
    ///
    /// ## Why
    ///
    /// `تم` with a verbal noun, `من قبل` before an agent, `بشكل` with an adjective: each is Arabic, and
    /// native news has them now and then. Systems reach for them whenever English has a passive or an
    /// adverb, and the article reads like a report of an office. Each turn is counted over the article
    /// and reported once, at its first place, when the article has it more often than any of the human
    /// articles that were measured; the message gives both rates, per 1,000 words.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// {تم افتتاح} المتحف أمس، وتم عرض اللوحات، وتم توزيع الهدايا، ثم تم تكريم الفائزين وتم إغلاق القاعة.
    /// ```
    ///
    /// ```ar
    /// تم افتتاح المتحف أمس، وعرضت اللوحات، ووزعت الهدايا، ثم كرم الفائزون وأغلقت القاعة.
    /// ```
    "calques/density" {
        group: Calques,
        category: Unidiomatic,
        severity: Minor,
        confidence: Medium,
        ar: "تركيب من تراكيب الترجمة يكثر كثرة لافتة",
        document: check,
    }
}

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let words: usize = ctx
        .segments
        .iter()
        .map(|it| it.text.split_whitespace().count())
        .sum();
    for habit in HABITS {
        let mut first = None;
        let mut count = 0;
        for (segment, it) in ctx.segments.iter().enumerate() {
            let places = habit.places(it);
            count += places.len();
            first = first.or_else(|| places.first().map(|it| (segment, *it)));
        }
        let Some((segment, span)) = first else {
            continue;
        };
        let rate = 1000.0 * f64::from(count as u32) / f64::from(words.max(1) as u32);
        if count < habit.fewest || rate <= habit.most {
            continue;
        }
        let (usual, most) = (habit.usual, habit.most);
        let message = Message::new(
            format!(
                "{} {count} times in this article, {rate:.1} per 1,000 words; human text has {usual}, \
                 at most {most} in one article; better {}",
                habit.en, habit.instead.0
            ),
            format!(
                "{}: {count} مرات في هذا المقال، أي {rate:.1} في كل ألف كلمة، وفي النص البشري {usual}، وأكثرها في \
                 مقال واحد {most}؛ والأفضل {}",
                habit.ar, habit.instead.1
            ),
        );
        acc.in_segment(segment);
        acc.add(span, message);
    }
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn each_turn_is_reported_once() {
        check(
            &RULE,
            "قتل {من قبل الجيش} وجرح من قبل الشرطة وأسر من قبل القوات وطرد من قبل السلطات",
        );
        check(
            &RULE,
            "تحسن {بشكل كبير} وتغير بصورة واضحة ونما بشكل سريع وعمل بطريقة جيدة",
        );
    }

    #[test]
    fn words_that_only_look_alike_are_not_counted() {
        check(
            &RULE,
            "لم أره من قبل، ولا من قبل أن يأتي، ولا من قبل ذلك، ولا من قبل. تم ذلك وتم لهم ما أرادوا",
        );
    }
}
