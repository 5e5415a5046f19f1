//! The arithmetic of the neural model: products of matrices, and the functions of its gates. Both
//! are written so that the compiler makes vector instructions of them.

use super::bytes::Bytes;

/// Rows that are worked on together: each is a lane of the vectors.
const LANES: usize = 16;

/// A matrix. It is stored row by row with a byte a number and a scale a row; read, it stands in
/// blocks of [`LANES`] rows, column by column.
#[derive(Debug)]
pub(super) struct Matrix {
    rows: usize,
    columns: usize,
    blocks: Vec<[f32; LANES]>,
}

impl Matrix {
    pub(super) fn read(bytes: &mut Bytes, rows: usize, columns: usize) -> Option<Matrix> {
        let mut blocks = vec![[0.0; LANES]; rows.div_ceil(LANES) * columns];
        for row in 0..rows {
            let scale = bytes.float()?;
            let block = &mut blocks[row / LANES * columns..][..columns];
            for (column, weight) in block.iter_mut().zip(bytes.take(columns)?) {
                column[row % LANES] = scale * f32::from(weight.cast_signed());
            }
        }
        Some(Matrix {
            rows,
            columns,
            blocks,
        })
    }

    /// The numbers of a row.
    pub(super) fn row(&self, row: usize) -> impl Iterator<Item = f32> {
        let block = &self.blocks[row / LANES * self.columns..][..self.columns];
        block.iter().map(move |it| it[row % LANES])
    }

    /// Adds the product with each vector of `inputs`, which stand one after another, to the vectors
    /// of `sums`. Only the columns from `first` on are taken, `width` of them, as an input has.
    pub(super) fn add_products(
        &self,
        first: usize,
        width: usize,
        inputs: &[f32],
        sums: &mut [f32],
    ) {
        for (block, columns) in self.blocks.chunks_exact(self.columns).enumerate() {
            let columns = &columns[first..first + width];
            let rows = block * LANES..self.rows.min((block + 1) * LANES);
            for (input, sums) in inputs
                .chunks_exact(width)
                .zip(sums.chunks_exact_mut(self.rows))
            {
                let products = products(columns, input);
                for (sum, product) in sums[rows.clone()].iter_mut().zip(products) {
                    *sum += product;
                }
            }
        }
    }
}

fn products(columns: &[[f32; LANES]], input: &[f32]) -> [f32; LANES] {
    let mut sums = [0.0; LANES];
    for (column, number) in columns.iter().zip(input) {
        for (sum, weight) in sums.iter_mut().zip(column) {
            *sum += weight * number;
        }
    }
    sums
}

/// e to the power of `x`, to five digits, for `x` between -60 and 60.
pub(super) fn exp(x: f32) -> f32 {
    /// Adding it leaves the whole part of a small number in the lowest bits.
    const ROUND: f32 = 12_582_912.0;
    let power = x.clamp(-60.0, 60.0) * std::f32::consts::LOG2_E;
    let rounded = power + ROUND;
    let rest = power - (rounded - ROUND);
    let fraction = 1.0
        + rest
            * (std::f32::consts::LN_2
                + rest
                    * (0.240_226_5
                        + rest * (0.055_504_1 + rest * (0.009_618_1 + rest * 0.001_333_4))));
    f32::from_bits(fraction.to_bits().wrapping_add(rounded.to_bits() << 23))
}

pub(super) fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

pub(super) fn tanh(x: f32) -> f32 {
    1.0 - 2.0 / (1.0 + exp(2.0 * x))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_functions_are_those_of_the_library() {
        for n in -200_i16..=200 {
            let x = f32::from(n) / 10.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-5, "{x}");
            assert!((tanh(x) - x.tanh()).abs() < 1e-5, "{x}");
        }
    }
}
