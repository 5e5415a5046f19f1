//! The neural model of names: it reads the Latin letters in both directions and writes, letter by
//! letter, the few Arabic letters that stand for each, mindful of what it has written.
//!
//! Two layers of gated recurrent units read, one writes; `training/neural/train.py` describes and
//! trains the same network. A model may work from the end of the name to its beginning.

use super::{
    bytes::Bytes,
    matrix::{Matrix, exp, sigmoid, tanh},
    ngram::log_sum,
};

/// What weights of this kind begin with.
const MAGIC: &[u8] = b"FNR1";
/// Beginnings this much less probable than the best (as a logarithm) are not pursued.
const HOPELESS: f32 = 6.0;

/// The model, ready to use.
#[derive(Debug)]
pub(super) struct Recurrent {
    /// The list of names it was trained on, by a number.
    pub(super) fingerprint: u64,
    backwards: bool,
    /// What stands for one Latin letter.
    chunks: Vec<Vec<u8>>,
    hidden: usize,
    /// The first layer in both directions: what each letter brings in is known beforehand.
    one: [(Vec<Vec<f32>>, Gates); 2],
    /// The second: what comes in, and its bias.
    two: [(Matrix, Vec<f32>, Gates); 2],
    /// What the chunk written last brings in, the bias with it; last, that of the beginning.
    written: Vec<Vec<f32>>,
    embedding: usize,
    into_decoder: Matrix,
    decoder: Gates,
    out: Matrix,
    out_bias: Vec<f32>,
}

/// The part of a layer that its own state goes through.
#[derive(Debug)]
struct Gates {
    size: usize,
    again: Matrix,
    /// The bias inside the reset gate.
    bias: Vec<f32>,
}

impl Gates {
    fn read(bytes: &mut Bytes, size: usize, inputs: usize) -> Option<(Matrix, Vec<f32>, Gates)> {
        let into = Matrix::read(bytes, 3 * size, inputs)?;
        let again = Matrix::read(bytes, 3 * size, size)?;
        let bias = bytes.floats(3 * size)?;
        let gates = Gates {
            size,
            again,
            bias: bytes.floats(size)?,
        };
        Some((into, bias, gates))
    }

    /// The states after `states`, in their place; `inputs` holds what comes in for each, `sums`
    /// is memory to use again.
    fn step(&self, inputs: &[f32], states: &mut [f32], sums: &mut Vec<f32>) {
        let size = self.size;
        sums.clear();
        sums.resize(states.len() * 3, 0.0);
        self.again.add_products(0, size, states, sums);
        let each = inputs
            .chunks_exact(3 * size)
            .zip(sums.chunks_exact(3 * size));
        for (state, (input, sum)) in states.chunks_exact_mut(size).zip(each) {
            let (reset_in, rest) = input.split_at(size);
            let (update_in, new_in) = rest.split_at(size);
            let (reset, rest) = sum.split_at(size);
            let (update, new) = rest.split_at(size);
            for n in 0..size {
                let reset = sigmoid(reset_in[n] + reset[n]);
                let update = sigmoid(update_in[n] + update[n]);
                let new = tanh(new_in[n] + reset * (new[n] + self.bias[n]));
                state[n] = new + update * (state[n] - new);
            }
        }
    }
}

/// What was written for a beginning of the name.
#[derive(Clone)]
struct Hypothesis {
    state: Vec<f32>,
    last: usize,
    chunks: Vec<u16>,
    score: f32,
}

impl Recurrent {
    /// Reads the model; `None` where the bytes are none.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Recurrent> {
        let mut bytes = Bytes(bytes.strip_prefix(MAGIC)?);
        let fingerprint = bytes.long()?;
        let backwards = bytes.byte()? != 0;
        let (letters, embedding) = (bytes.short()?, bytes.short()?);
        let (hidden, decoder, count) = (bytes.short()?, bytes.short()?, bytes.short()?);
        let mut chunks = Vec::with_capacity(count);
        for _ in 0..count {
            let len = usize::from(bytes.byte()?);
            chunks.push(bytes.take(len)?.to_vec());
        }
        let letter = Matrix::read(&mut bytes, letters, embedding)?;
        let table = |of: &Matrix, rows: usize, into: &Matrix, bias: &[f32]| -> Vec<Vec<f32>> {
            let mut all = bias.repeat(rows);
            let embeddings: Vec<f32> = (0..rows).flat_map(|it| of.row(it)).collect();
            into.add_products(0, embedding, &embeddings, &mut all);
            all.chunks_exact(bias.len()).map(<[f32]>::to_vec).collect()
        };
        let mut one = || {
            let (into, bias, gates) = Gates::read(&mut bytes, hidden, embedding)?;
            Some((table(&letter, letters, &into, &bias), gates))
        };
        let one = [one()?, one()?];
        let two = [
            Gates::read(&mut bytes, hidden, 2 * hidden)?,
            Gates::read(&mut bytes, hidden, 2 * hidden)?,
        ];
        let written = Matrix::read(&mut bytes, count + 1, embedding)?;
        let (into_decoder, bias, gates) = Gates::read(&mut bytes, decoder, embedding + 2 * hidden)?;
        let out = Matrix::read(&mut bytes, count, decoder)?;
        Some(Recurrent {
            fingerprint,
            backwards,
            chunks,
            hidden,
            one,
            two,
            written: table(&written, count + 1, &into_decoder, &bias),
            embedding,
            into_decoder,
            decoder: gates,
            out,
            out_bias: bytes.floats(count)?,
        })
    }

    /// The most probable spellings of a name, the best first, each with the logarithm of its
    /// probability. No more than `beam` beginnings are pursued at once.
    pub(super) fn spellings(&self, latin: &[u8], beam: usize) -> Vec<(Vec<u8>, f32)> {
        let mut latin = latin.to_vec();
        if self.backwards {
            latin.reverse();
        }
        let mut found: Vec<(Vec<u8>, f32)> = Vec::new();
        for hypothesis in self.write(&self.read(&latin), latin.len(), beam) {
            let mut chunks = hypothesis.chunks;
            if self.backwards {
                chunks.reverse();
            }
            let chunks = chunks.iter().flat_map(|it| &self.chunks[usize::from(*it)]);
            let arabic: Vec<u8> = chunks.copied().collect();
            match found.iter_mut().find(|it| it.0 == arabic) {
                Some(same) => same.1 = log_sum(same.1, hypothesis.score),
                None => found.push((arabic, hypothesis.score)),
            }
        }
        found.retain(|it| !it.0.is_empty());
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        found
    }

    /// What every letter of the name brings into the decoder.
    fn read(&self, latin: &[u8]) -> Vec<f32> {
        let size = self.hidden;
        let mut sums = Vec::new();
        let mut outputs = vec![0.0; latin.len() * 2 * size];
        for (direction, (letters, gates)) in self.one.iter().enumerate() {
            let mut state = vec![0.0; size];
            for at in order(latin.len(), direction) {
                gates.step(&letters[usize::from(latin[at])], &mut state, &mut sums);
                outputs[(2 * at + direction) * size..][..size].copy_from_slice(&state);
            }
        }
        let below = outputs.clone();
        for (direction, (into, bias, gates)) in self.two.iter().enumerate() {
            let mut inputs = bias.repeat(latin.len());
            into.add_products(0, 2 * size, &below, &mut inputs);
            let mut state = vec![0.0; size];
            for at in order(latin.len(), direction) {
                gates.step(&inputs[at * 3 * size..][..3 * size], &mut state, &mut sums);
                outputs[(2 * at + direction) * size..][..size].copy_from_slice(&state);
            }
        }
        let mut inputs = vec![0.0; latin.len() * 3 * self.decoder.size];
        self.into_decoder
            .add_products(self.embedding, 2 * size, &outputs, &mut inputs);
        inputs
    }

    fn write(&self, inputs: &[f32], letters: usize, beam: usize) -> Vec<Hypothesis> {
        let size = self.decoder.size;
        let mut sums = Vec::new();
        let mut beginnings = vec![Hypothesis {
            state: vec![0.0; size],
            last: self.chunks.len(),
            chunks: Vec::new(),
            score: 0.0,
        }];
        for input in inputs.chunks_exact(3 * size).take(letters) {
            let mut all = Vec::with_capacity(beginnings.len() * 3 * size);
            let mut states = Vec::with_capacity(beginnings.len() * size);
            for it in &beginnings {
                all.extend(input.iter().zip(&self.written[it.last]).map(|(a, b)| a + b));
                states.extend_from_slice(&it.state);
            }
            self.decoder.step(&all, &mut states, &mut sums);
            let mut logits = self.out_bias.repeat(beginnings.len());
            self.out.add_products(0, size, &states, &mut logits);
            let mut next: Vec<(f32, usize, usize)> = Vec::new();
            for (n, logits) in logits.chunks_exact(self.chunks.len()).enumerate() {
                let most = logits.iter().copied().fold(f32::MIN, f32::max);
                let sum: f32 = logits.iter().map(|it| exp(it - most)).sum();
                let before = beginnings[n].score - most - sum.ln();
                next.extend(
                    logits
                        .iter()
                        .enumerate()
                        .map(|(chunk, it)| (before + it, n, chunk)),
                );
            }
            let best_first = |a: &(f32, usize, usize), b: &(f32, usize, usize)| {
                b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2)))
            };
            if next.len() > beam {
                next.select_nth_unstable_by(beam, best_first);
                next.truncate(beam);
            }
            next.sort_by(best_first);
            let best = next.first().map_or(0.0, |it| it.0);
            next.retain(|it| it.0 > best - HOPELESS);
            beginnings = next
                .into_iter()
                .map(|(score, n, chunk)| {
                    let mut chunks = beginnings[n].chunks.clone();
                    chunks.push(chunk as u16);
                    Hypothesis {
                        state: states[n * size..][..size].to_vec(),
                        last: chunk,
                        chunks,
                        score,
                    }
                })
                .collect();
        }
        beginnings
    }
}

/// The places of a name of `len` letters, from its beginning or from its end.
fn order(len: usize, direction: usize) -> impl Iterator<Item = usize> {
    (0..len).map(move |it| if direction == 0 { it } else { len - 1 - it })
}
