//! لم, لن, كي and أن before a verb in the wrong mood: see [`RULE`].

use super::{
    neighbours::{WordSet, arabic_after, letters_of, place, stretch},
    weak_verbs::{jussive, without_nun},
};
use crate::{
    arabic::letters,
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A present verb that keeps after لم what it must lose there.
    ///
    /// ## Why
    ///
    /// After لم the verb is jussive: its weak letter goes (`لم ير`, `لم يكن`), and so does the ن of
    /// the plural, which goes after لن, كي and أن as well. Systems that choose each word by itself
    /// take the commonest form of the verb, the indicative.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// شهدت البلدة عاصفة {لم تُرى|لم تُرَ} من قبل، {ولم يكون|ولم يكن} أحد مستعدا.
    /// {لم يصلون|لم يصلوا} في الموعد لأنهم يريدون {أن يفوزون|أن يفوزوا} غدا.
    /// ```
    ///
    /// ```ar
    /// لم تر المدينة مثلها، ولم يتعاون معها أحد، ولن يكون ذلك سهلا.
    /// ```
    "grammar/jussive" {
        group: Grammar,
        category: Grammar,
        severity: Minor,
        confidence: High,
        ar: "مضارع لم يُجزم أو لم يُنصب بعد أداته",
        segment: check,
    }
}

static SUBORDINATING: WordSet = WordSet::new(&["لن", "كي", "لكي"]);

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in ctx.readings.governing() {
        let particle = letters_of(ctx, word);
        // لِمَ is why; so is فلم, often enough.
        let negates = matches!(&*particle, "لم" | "ولم" | "أولم" | "أفلم")
            && !ctx.word(word).contains('\u{650}');
        let subordinates = SUBORDINATING.contains_behind_conjunction(&particle);
        let that = matches!(&*particle, "أن" | "وأن" | "بأن" | "لأن")
            // أنّ goes before a noun.
            && !ctx.word(word).contains('\u{651}');
        if !(negates || subordinates || that) {
            continue;
        }
        let Some(next) = arabic_after(ctx, word, Barrier::Quote) else {
            continue;
        };
        let written = ctx.word(next);
        // A doubled letter makes another verb: يكوّن, he forms, keeps its letters.
        if written.contains('\u{651}') {
            continue;
        }
        let verb = letters_of(ctx, next);
        let mended = if negates {
            jussive(&verb, written).or_else(|| without_nun(&verb))
        } else if that && !verb.starts_with('ي') {
            // تلفزيون, تعاون: more nouns than verbs.
            None
        } else {
            without_nun(&verb)
        };
        let Some(mended) = mended else {
            continue;
        };
        let message = Message::new(
            format!(
                "after {} the verb is “{mended}”",
                letters_without_signs(&particle)
            ),
            format!(
                "الفعل بعد {} هو «{mended}»",
                letters_without_signs(&particle)
            ),
        );
        let fix = Fix::replace(Applicability::Suggested, place(ctx, next), mended);
        acc.add(stretch(ctx, word, next), message).fixes.push(fix);
    }
}

/// The particle without the و, ف or أ it carries.
fn letters_without_signs(particle: &str) -> &str {
    debug_assert!(!particle.contains(letters::is_mark));
    ["لم", "لكي", "لن", "كي", "أن"]
        .into_iter()
        .find(|it| particle.ends_with(it))
        .unwrap_or(particle)
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn only_what_surely_keeps_a_letter_is_found() {
        check(&RULE, "{لم ترى|لم تر} أحدا");
        check(&RULE, "{ولم يقبلونه|ولم يقبلوه} قط");
        check(&RULE, "{لن يقبلون|لن يقبلوا} العرض");
        check(&RULE, "لِمَ يكون ذلك");
        check(&RULE, "قال إن أن يكون حرا خير");
        check(&RULE, "لم يكوّن فريقا");
        check(&RULE, "ألم يعانون منه");
        check(&RULE, "لم، يكون");
    }
}
