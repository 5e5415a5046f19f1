//! Words of the wrong sense, told by the source: see [`RULE`].

use crate::{
    glossary::Kind,
    rule::{Findings, PairCtx, rule},
    rules::entries,
};

rule! {
    /// A word rendered in a sense that it does not have in the source.
    ///
    /// ## Why
    ///
    /// A post on a platform is no job, and a market rally no gathering. In the Arabic alone only what
    /// stands beside a word can give such a slip away; with the source beside it the English says which
    /// sense was meant. An entry of a glossary names the English that is needed (`needs`), or says that its
    /// English has one sense only.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// The minister deleted his post on Facebook an hour later. => حذف الوزير {وظيفته|منشوره} بعد ساعة من نشرها.
    /// ```
    ///
    /// The same word stays where the source means just that.
    ///
    /// ```ar
    /// The minister left his post an hour later. => ترك الوزير وظيفته بعد ساعة.
    /// ```
    "source/wrong-sense" {
        group: Source,
        category: Mistranslation,
        severity: Major,
        confidence: High,
        ar: "كلمة نُقلت بغير معناها في الأصل",
        pair: check,
    }
}

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    entries::report_beside(ctx, acc, |it| {
        matches!(it, Kind::Sense | Kind::Term | Kind::Title)
    });
}
