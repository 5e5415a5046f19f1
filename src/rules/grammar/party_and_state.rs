//! `د-ماساتشوستس`: see [`RULE`].

use super::neighbours::{letters_of, stretch};
use crate::{
    arabic::{Gender, TokenKind},
    diagnostic::{Applicability, Fix, Message},
    glossary::NameType,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// The letter of an American party and a state, spelt in Arabic letters.
    ///
    /// ## Why
    ///
    /// `D-Mass.` behind a politician's name is the party and the state. In Arabic neither letter nor
    /// abbreviation means anything.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// قالت إليزابيث وارن ({د-ماساتشوستس|ديمقراطية من ماساتشوستس}) وتيد كروز ({ر-تكساس|جمهوري من تكساس}) ذلك.
    /// ```
    ///
    /// ```ar
    /// قالت إليزابيث وارن (ديمقراطية من ماساتشوستس) ذلك، وسافر على خط القاهرة-تكساس.
    /// ```
    "grammar/party-and-state" {
        group: Grammar,
        category: Untranslated,
        severity: Major,
        confidence: High,
        ar: "حرف حزب أمريكي مع ولاية",
        segment: check,
    }
}

/// What stands for the party, and the party in masculine and feminine.
const PARTIES: [(&str, &str, &str); 6] = [
    ("د", "ديمقراطي", "ديمقراطية"),
    ("دي", "ديمقراطي", "ديمقراطية"),
    ("ديم", "ديمقراطي", "ديمقراطية"),
    ("ر", "جمهوري", "جمهورية"),
    ("آر", "جمهوري", "جمهورية"),
    ("ج", "جمهوري", "جمهورية"),
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    for (word, at) in ctx.readings.words.iter().enumerate() {
        let token = at.token as usize;
        let hyphen = tokens
            .get(token + 1)
            .is_some_and(|it| matches!(it.kind, TokenKind::Mark('-' | '–' | '.')) && !it.spaced);
        if !hyphen || !at.arabic {
            continue;
        }
        let letters = letters_of(ctx, word);
        let Some((_, masculine, feminine)) = PARTIES.iter().find(|it| it.0 == letters) else {
            continue;
        };
        let state = word + 1;
        let place = ctx.names.iter().find(|it| {
            let name = ctx.glossaries.name(it.entry);
            it.words.start == state && name.is_some_and(|it| it.r#type == NameType::Place)
        });
        let Some(place) = place else {
            continue;
        };
        let woman = ctx
            .persons()
            .iter()
            .any(|it| it.words.end == word && it.gender == Gender::Feminine);
        let party = if woman { feminine } else { masculine };
        let last = place.words.end - 1;
        let name = ctx.at(stretch(ctx, state, last));
        let right = format!("{party} من {name}");
        let span = stretch(ctx, word, last);
        let message = Message::new(
            format!("a party and a state: {right}"),
            format!("حزب وولاية: {right}"),
        );
        acc.add(span, message)
            .fixes
            .push(Fix::replace(Applicability::Suggested, span, right));
    }
}
