//! Near misses of the names that the glossaries know: see [`RULE`].

use crate::{
    arabic::join,
    diagnostic::{Applicability, Confidence, Fix, Message},
    glossary::NameType,
    rule::{Ctx, Findings, near_given_name, rule},
};

rule! {
    /// A near miss of a name that the glossaries know.
    ///
    /// ## Why
    ///
    /// A name spelt by ear is another person to the reader, and to every search. A name counts as
    /// misspelt only beside the rest of it: a given name before its surname that is a letter or two
    /// away from the person's own.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصلت {مايلاني|ميلاني} جولي إلى القمة.
    /// ```
    ///
    /// Other people of that surname, and spellings that the glossary tolerates, stay.
    ///
    /// ```ar
    /// وصلت أنجلينا جولي إلى المهرجان، وقال فولوديمير زيلنسكي إنه مستعد.
    /// ```
    "names/misspelled" {
        group: Names,
        category: Spelling,
        severity: Major,
        confidence: High,
        ar: "اسم معروف كُتب بغير رسمه",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for found in ctx.names.iter().filter(|it| !it.full) {
        let Some(name) = ctx.glossaries.name(found.entry) else {
            continue;
        };
        if name.r#type != NameType::Person {
            continue;
        }
        let Some(miss) = near_given_name(ctx, found.words.start, name) else {
            continue;
        };
        let span = ctx.readings.words[miss.word].span;
        let text = ctx.at(span);
        let approved = name.arabic.first().map_or("", String::as_str);
        let message = Message::new(
            format!("“{text}”: this name is spelt {approved}"),
            format!("«{text}»: يُكتب هذا الاسم {approved}"),
        );
        let spelt = join(miss.clitics, &miss.given, &miss.given);
        let entry = ctx.glossaries.entry(found.entry).id.clone();
        let finding = acc.add_of(span, message, entry);
        finding
            .fixes
            .push(Fix::replace(Applicability::Suggested, span, spelt));
        if miss.distance > 4 {
            finding.confidence = Confidence::Medium;
        }
    }
}
