//! Brackets without a partner: see [`RULE`].

use crate::{
    arabic::{Token, TokenKind},
    diagnostic::Message,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A bracket without its partner.
    ///
    /// ## Why
    ///
    /// Something was lost with the other bracket, or the one that is left came along with text that
    /// was cut. Labels of lists (`1)`) and faces are left.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// زار الوفد مقر الحلف {(}الناتو في بروكسل.
    /// وقعت الشركة العقد (أمس{]}.
    /// ```
    ///
    /// ```ar
    /// زار الوفد مقر الحلف (الناتو) لسببين: 1) الدفاع، و2) الميزانية.
    /// ```
    "punctuation/unbalanced-bracket" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: Medium,
        ar: "قوس بلا نظيره",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut lone = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let partner = match token.kind {
            _ if is_face(tokens, at) => continue,
            TokenKind::Mark(mark @ ('(' | '[')) => {
                open.push((at, mark));
                continue;
            }
            TokenKind::Mark(')') => '(',
            TokenKind::Mark(']') => '[',
            _ => continue,
        };
        match open.last() {
            Some((_, mark)) if *mark == partner => {
                open.pop();
            }
            // One of the wrong kind closes what is open, and is the wrong one of the two.
            Some(_) => {
                open.pop();
                lone.push(at);
            }
            None if !labels(ctx, at) => lone.push(at),
            None => {}
        }
    }
    lone.extend(open.into_iter().map(|it| it.0));
    lone.sort_unstable();
    for at in lone {
        let message = Message::fixed("a bracket without its partner", "قوس بلا نظيره");
        acc.add(tokens[at].span, message);
    }
}

/// `:)` and its like.
fn is_face(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map(|it| tokens[it].kind);
    !tokens[at].spaced && matches!(before, Some(TokenKind::Mark(':' | ';' | '-' | '=')))
}

/// The bracket ends a number or letter that labels an item of a list.
fn labels(ctx: &Ctx<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|it| &ctx.words.tokens[it]) else {
        return false;
    };
    before.kind == TokenKind::Number || ctx.token(before).trim_end_matches('ـ').chars().count() == 1
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn pairs_labels_and_faces_are_left() {
        check(&RULE, "أ) النص [المرفق (الأول)] :)");
        check(&RULE, "النص الأول{)} ثم الثاني");
    }
}
