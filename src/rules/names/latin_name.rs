//! Names left in Latin letters: see [`RULE`].

use super::{
    english::english,
    latin_runs::{
        Glossed, Piece, PieceKind, clitic_before, is_acronym, latin_words, pieces, translation,
    },
    own_spelling::OwnSpellings,
};
use crate::{
    arabic::join,
    diagnostic::{Applicability, Confidence, Fix, Message, Severity},
    glossary::{EntryRef, NameType},
    names::candidates,
    rule::{Ctx, DocumentCtx, Findings, rule},
    text::{InSegment, Span},
};

rule! {
    /// A name left in Latin letters inside Arabic text.
    ///
    /// ## Why
    ///
    /// Translation programs copy a name that they do not know, and often one that they spelt in Arabic a
    /// line before. The fix is the spelling of the glossary, or the one that the article itself uses
    /// elsewhere, or what a model of spelling makes of the name: one where the model is sure, three
    /// where it is not. What Arabic news writes in Latin letters stays: a name in brackets after its Arabic,
    /// a quoted title, handles, addresses, product codes.
    ///
    /// A name is told by a title, a verb of saying, or a noun like *company* beside it, or by being of
    /// several words; where nothing tells, the confidence is low.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// قال {Zelensky|زيلينسكي} إن بلاده مستعدة.
    /// ```
    ///
    /// A conjunction or preposition that stood apart is joined to the name.
    ///
    /// ```ar
    /// اتفق ستارمر {و Macron|وماكرون} على موعد.
    /// ```
    ///
    /// A name that no glossary has, spelt in Arabic in another paragraph:
    ///
    /// ```ar
    /// وصل المبعوث هربرت تورنكفيست إلى المدينة.
    /// وقال {Tornkvist|تورنكفيست} إنه متفائل.
    /// ```
    ///
    /// A name that nothing spells but the model:
    ///
    /// ```ar
    /// اشترت شركة {Zentrix|زنتريكس|زينتريكس|زنتركس} مصنعا جديدا.
    /// ```
    ///
    /// ```ar
    /// قال الرئيس فولوديمير زيلينسكي (Volodymyr Zelensky) في موقع zelensky.com إن الـAPI جاهز.
    /// ```
    "names/latin-name" {
        group: Names,
        category: Untranslated,
        severity: Major,
        confidence: High,
        ar: "اسم تُرك بالحروف اللاتينية",
        document: check,
    }
}

/// How probable the model's best spelling must be to stand alone.
const SURE: f32 = 0.7;
/// How many spellings are offered where the model is not sure.
const OFFERED: usize = 3;

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let glossed = Glossed::of(ctx);
    let mut unknown: Vec<(usize, Piece)> = Vec::new();
    for (segment, it) in ctx.segments.iter().enumerate() {
        acc.in_segment(segment);
        for piece in pieces(it, &glossed) {
            match &piece.kind {
                PieceKind::Known(name) => {
                    let spelt = [name.arabic.clone()];
                    report(it, &piece, &spelt, Some(name.entry), acc);
                }
                PieceKind::Name => unknown.push((segment, piece)),
                PieceKind::English => {}
            }
        }
    }
    if unknown.is_empty() {
        return;
    }
    let names = unknown
        .iter()
        .flat_map(|(segment, piece)| latin_words(&ctx.segments[*segment], &piece.tokens));
    let own = OwnSpellings::of(ctx, names);
    for (segment, mut piece) in unknown {
        let here = &ctx.segments[segment];
        acc.in_segment(segment);
        let words = latin_words(here, &piece.tokens);
        if words.iter().any(|it| own.find(it).is_some()) {
            piece.confidence = Confidence::Medium;
        }
        report(here, &piece, &spellings(&words, &own), None, acc);
    }
}

/// The Arabic of a name: what the English list has for the whole; else word by word, the best first: of its words the article's own spelling, that
/// of the English list, or the model's. Where the model is not sure of a word, its next best
/// spellings of the whole follow.
pub(super) fn spellings(words: &[&str], own: &OwnSpellings) -> Vec<String> {
    if let Some(settled) = translation(words) {
        return vec![settled.to_owned()];
    }
    let mut best: Vec<String> = Vec::new();
    let mut doubtful: Option<(usize, Vec<String>)> = None;
    let mut least = SURE;
    for word in words {
        let settled = own
            .find(word)
            .or_else(|| english(&word.to_lowercase()).and_then(|it| it.sound));
        if let Some(settled) = settled {
            best.push(settled.to_owned());
            continue;
        }
        // Letters are named one by one, or the letters are read as a word: nobody can tell.
        if is_acronym(word) {
            return Vec::new();
        }
        let mut spelt = candidates(word, OFFERED).into_iter();
        let Some(first) = spelt.next() else {
            return Vec::new();
        };
        if first.score < least {
            least = first.score;
            doubtful = Some((best.len(), spelt.map(|it| it.arabic).collect()));
        }
        best.push(first.arabic);
    }
    let mut whole = vec![best.join(" ")];
    if let Some((place, others)) = doubtful {
        for other in others {
            best[place] = other;
            whole.push(best.join(" "));
        }
    }
    whole
}

/// Reports the name, with the clitic that stands before it, apart or joined by a tatweel. Without a
/// spelling the finding has no fix.
pub(super) fn report(
    ctx: &Ctx<'_>,
    piece: &Piece,
    spelt: &[String],
    entry: Option<EntryRef>,
    acc: &mut Findings<'_>,
) {
    let all = &ctx.words.tokens;
    let tokens = &piece.tokens;
    let name: Span<InSegment> = all[tokens.start].span.cover(all[tokens.end - 1].span);
    let clitic = clitic_before(ctx, tokens.start);
    let span = clitic.map_or(name, |it| it.0.cover(name));
    let latin = ctx.at(name);
    let message = match spelt.first() {
        Some(arabic) => Message::new(
            format!("“{latin}” stands in Latin letters; in Arabic it is {arabic}"),
            format!("بقي «{latin}» بالحروف اللاتينية؛ يُكتب {arabic}"),
        ),
        None => Message::new(
            format!("“{latin}” stands in Latin letters"),
            format!("بقي «{latin}» بالحروف اللاتينية"),
        ),
    };
    let finding = acc.add(span, message);
    for arabic in spelt {
        let text = clitic.map_or_else(|| arabic.clone(), |it| join(it.1, arabic, arabic));
        let fix = Fix::replace(Applicability::Suggested, span, text);
        finding.fixes.push(fix);
    }
    finding.confidence = piece.confidence;
    if let Some(entry) = entry {
        finding.entry = Some(ctx.glossaries.entry(entry).id.clone());
        // Brands are kept in Latin letters on purpose now and then; people and places are not.
        let r#type = ctx.glossaries.name(entry).map(|it| it.r#type);
        if !matches!(r#type, Some(NameType::Person | NameType::Place)) {
            finding.severity = Severity::Minor;
            finding.confidence = piece.confidence.min(Confidence::Medium);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::trial::check;
    use super::RULE;

    #[test]
    fn names_keep_their_clitics() {
        check(&RULE, "اتفق ستارمر {وMacron|وماكرون} على موعد.");
        check(&RULE, "وأرسل القصر رسالة {لـZelensky|لزيلينسكي} أمس.");
        check(&RULE, "اتفق ستارمر {و Macron|وماكرون} على موعد.");
    }

    #[test]
    fn a_list_of_names_is_one_though_nothing_tells_what_they_are() {
        check(
            &RULE,
            "حضر الحفل {Brandt|براندت|برانت|براند}، {Kessler|كيسلر}، {Vogel|فوغل|فوجل|فوغيل}، وغيرهم.",
        );
    }

    #[test]
    fn what_is_meant_to_be_latin_stays() {
        for text in [
            "نشرت الشركة (Zentrix) تقريرها على موقع zentrix.com أو عبر @Zentrix.",
            "عرض المهرجان فيلم \"Johnny Storm\" أمس.",
            "وأضافت «Reuters» أن الطائرة من طراز A320 هبطت.",
            "يبلغ طولها 15 km وتزن 20 kg.",
            "تبيع AT&T هواتف Q7 في السوق.",
        ] {
            check(&RULE, text);
        }
    }
}
