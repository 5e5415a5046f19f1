//! Numbers as a text means them, whatever the language writes them with: `three and a half billion`,
//! `3.5 مليار`. What the scans of both languages give, and a comparison takes.

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counting {
    /// Things, or nothing in particular.
    Things,
    /// Parts of a hundred.
    Percent,
    /// Months of the year, January is 1.
    Month,
    /// Days of the week, Sunday is 1.
    Weekday,
    /// Places in a row.
    Ordinal,
}

/// A number in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// What it comes to.
    pub value: f64,
    /// What it counts.
    pub counting: Counting,
    /// It is written in digits (with or without a word for its magnitude).
    pub digits: bool,
    /// The tokens it is written with.
    pub tokens: std::ops::Range<usize>,
}

impl Quantity {
    /// Whether both come to the same value.
    pub fn equals(&self, other: &Quantity) -> bool {
        same(self.value, other.value)
    }
}

/// Whether two values are the same but for rounding of the arithmetic.
pub fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}
