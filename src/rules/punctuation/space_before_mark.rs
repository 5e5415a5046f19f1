//! Spaces before marks that follow their word directly: see [`RULE`].

use crate::{
    arabic::{Token, TokenKind},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// A space before a mark that follows its word directly.
    ///
    /// ## Why
    ///
    /// The commas, stops and question marks of Arabic stand at the end of their word, as in English.
    /// Translation systems that work on separated tokens leave a space there, and the mark then goes
    /// to the next line by itself.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// في ذلك الوقت{ |}، قال الوزير{ |}: متى تنتهي الحرب{ |}؟
    /// ```
    ///
    /// A mark that begins a number or a name of a file, and dots that stand for words left out, keep
    /// their space.
    ///
    /// ```ar
    /// ارتفع السهم .5 نقطة، ثم ... توقف.
    /// ```
    "punctuation/space-before-mark" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "مسافة قبل علامة تتصل بالكلمة التي قبلها",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    for (at, token) in tokens.iter().enumerate().skip(1) {
        let TokenKind::Mark(mark) = token.kind else {
            continue;
        };
        if !token.spaced || !follows_directly(mark) {
            continue;
        }
        let before = &tokens[at - 1];
        let next = tokens.get(at + 1);
        if matches!(mark, '.' | ':' | '!') && begins_something(token, next) {
            continue;
        }
        // A mark after a mark is another fault, or a smiley; `" ،` after a closing quote is this one.
        if let TokenKind::Mark(other) = before.kind
            && !matches!(other, '"' | '”' | '“' | '»' | '’' | ')' | ']' | '%' | '٪')
        {
            continue;
        }
        let gap = Span::new(before.span.end()..token.span.start());
        if ctx.at(gap).contains(['\n', '\r']) {
            continue;
        }
        let message = Message::new(
            format!("no space before “{mark}”"),
            format!("لا مسافة قبل «{mark}»"),
        );
        let fix = Fix::replace(Applicability::Safe, gap, "");
        acc.add(gap, message).fixes.push(fix);
    }
}

fn follows_directly(mark: char) -> bool {
    matches!(mark, '،' | '؛' | '؟' | '.' | ':' | '!')
}

/// `.5`, `.NET`, `:smile:`, `...`: the mark goes with what follows.
fn begins_something(token: &Token, next: Option<&Token>) -> bool {
    next.is_some_and(|it| {
        !it.spaced
            && (it.span.start() == token.span.end())
            && match it.kind {
                TokenKind::Mark(mark) => matches!(mark, '.' | '/' | ')' | '('),
                TokenKind::Arabic => false,
                _ => true,
            }
    })
}
