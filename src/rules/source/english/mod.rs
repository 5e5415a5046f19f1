//! What the rules about a source look at where the target is English and the source Arabic.

pub(super) mod arabic_left;
pub(super) mod end_mark;
pub(super) mod gaps;
pub(super) mod negation;
pub(super) mod number;
pub(super) mod placeholder;
pub(super) mod repeated;
pub(super) mod wrong_name;
