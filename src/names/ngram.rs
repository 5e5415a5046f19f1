//! The n-gram model of names: which units of a few Latin letters with the Arabic ones that stand for
//! them (`sh`–ش, `o`–و, `e`–nothing) follow each other, and how often.
//!
//! It finds spellings of a Latin name ([`Ngram::spellings`]) and says how probable a given one is
//! ([`Ngram::log_prob`]). The n-grams are a trie, level by level, in the form of a back-off model:
//! what was not seen after a context is asked of the shorter context, at a cost. The training
//! program takes this file by path; `training/README.md` tells the format.

use super::bytes::Bytes;

/// Beginnings this much less probable than the best (as a logarithm) are not pursued.
const HOPELESS: f32 = 9.0;

/// The unit that stands for the end of a name, and before it for its beginning.
pub(super) const EDGE: u16 = 0;
/// What weights of this kind begin with.
pub(super) const MAGIC: &[u8; 4] = b"FNG1";
/// In how many steps a probability and a back-off weight are stored, a natural logarithm each.
pub(super) const PROB_STEPS: f32 = 16.0;
pub(super) const BACK_OFF_STEPS: f32 = 32.0;

/// The model, ready to use.
#[derive(Debug)]
pub(super) struct Ngram {
    /// The list of names it was trained on, by a number.
    pub(super) fingerprint: u64,
    units: Vec<Unit>,
    /// The numbers of the units that begin with each Latin letter.
    by_letter: Vec<Vec<u16>>,
    levels: Vec<Level>,
}

#[derive(Debug, Default)]
struct Unit {
    latin: Vec<u8>,
    arabic: Vec<u8>,
}

/// The n-grams of one length. Those that continue node `n` of the level before stand together, at
/// `starts[n]..starts[n + 1]`, in the order of their last units.
#[derive(Debug, Default)]
struct Level {
    starts: Vec<u32>,
    last: Vec<u16>,
    probs: Vec<f32>,
    back_offs: Vec<f32>,
}

/// What was read so far: the longest n-gram of the model that ends here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
struct Context {
    /// Nodes of the last one, two, … units, the shortest first.
    nodes: [u32; 5],
    len: u8,
}

/// A beginning of a name and of its spelling.
#[derive(Clone, Debug)]
struct Hypothesis {
    context: Context,
    arabic: Vec<u8>,
    score: f32,
}

impl Ngram {
    /// Reads the model; `None` where the bytes are none.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Ngram> {
        let mut bytes = Bytes(bytes.strip_prefix(MAGIC)?);
        let fingerprint = bytes.long()?;
        let order = usize::from(bytes.byte()?);
        let count = bytes.number()?;
        let mut units = Vec::with_capacity(count as usize);
        for _ in 0..count {
            let lengths = bytes.byte()?;
            units.push(Unit {
                latin: bytes.take(usize::from(lengths >> 4))?.to_vec(),
                arabic: bytes.take(usize::from(lengths & 15))?.to_vec(),
            });
        }
        let mut by_letter = vec![Vec::new(); 256];
        for (n, unit) in (0..).zip(&units) {
            if let Some(first) = unit.latin.first() {
                by_letter[usize::from(*first)].push(n);
            }
        }
        let mut levels: Vec<Level> = Vec::new();
        for n in 0..order {
            let parents = levels.last().map_or(1, |it| it.last.len());
            let mut level = Level::default();
            level.starts.push(0);
            for _ in 0..parents {
                let mut last = 0;
                for _ in 0..bytes.number()? {
                    last += bytes.number()?;
                    level.last.push(u16::try_from(last).ok()?);
                }
                level.starts.push(level.last.len() as u32);
            }
            let count = level.last.len();
            let probs = bytes.take(count)?;
            level.probs = probs
                .iter()
                .map(|it| -f32::from(*it) / PROB_STEPS)
                .collect();
            if n + 1 < order {
                let back_offs = bytes.take(count)?;
                level.back_offs = back_offs
                    .iter()
                    .map(|it| -f32::from(*it) / BACK_OFF_STEPS)
                    .collect();
            }
            levels.push(level);
        }
        Some(Ngram {
            fingerprint,
            units,
            by_letter,
            levels,
        })
    }

    /// The most probable spellings of a name, the best first, each with the logarithm of its
    /// probability together with the name's. No more than `beam` beginnings are pursued at once.
    pub(super) fn spellings(&self, latin: &[u8], beam: usize) -> Vec<(Vec<u8>, f32)> {
        let mut at: Vec<Vec<Hypothesis>> = vec![Vec::new(); latin.len() + 1];
        at[0].push(self.beginning());
        // The best score that reaches each place so far.
        let mut best = vec![f32::NEG_INFINITY; latin.len() + 1];
        for n in 0..latin.len() {
            let mut here = std::mem::take(&mut at[n]);
            prune(&mut here, beam);
            for hypothesis in &here {
                for &unit in &self.by_letter[usize::from(latin[n])] {
                    let it = &self.units[usize::from(unit)];
                    if !latin[n..].starts_with(&it.latin) {
                        continue;
                    }
                    let (log_prob, context) = self.step(&hypothesis.context, unit);
                    let to = n + it.latin.len();
                    let score = hypothesis.score + log_prob;
                    if score < best[to] - HOPELESS {
                        continue;
                    }
                    best[to] = best[to].max(score);
                    let mut arabic = Vec::with_capacity(hypothesis.arabic.len() + 4);
                    arabic.extend_from_slice(&hypothesis.arabic);
                    arabic.extend_from_slice(&it.arabic);
                    at[to].push(Hypothesis {
                        context,
                        arabic,
                        score,
                    });
                }
            }
        }
        let mut whole = at.pop().unwrap_or_default();
        for hypothesis in &mut whole {
            hypothesis.score += self.step(&hypothesis.context, EDGE).0;
            hypothesis.context = Context::default();
        }
        prune(&mut whole, beam);
        whole.retain(|it| !it.arabic.is_empty());
        whole.into_iter().map(|it| (it.arabic, it.score)).collect()
    }

    /// The logarithm of the probability of a name together with this spelling of it, all ways to
    /// cut them into units summed; `None` where there is none.
    pub(super) fn log_prob(&self, latin: &[u8], arabic: &[u8]) -> Option<f32> {
        let width = arabic.len() + 1;
        let mut at: Vec<Vec<(Context, f32)>> = vec![Vec::new(); (latin.len() + 1) * width];
        at[0].push((self.beginning().context, 0.0));
        for n in 0..latin.len() {
            for m in 0..width {
                let here = std::mem::take(&mut at[n * width + m]);
                for (context, score) in here {
                    for &unit in &self.by_letter[usize::from(latin[n])] {
                        let it = &self.units[usize::from(unit)];
                        if latin[n..].starts_with(&it.latin) && arabic[m..].starts_with(&it.arabic)
                        {
                            let (log_prob, context) = self.step(&context, unit);
                            let to = &mut at[(n + it.latin.len()) * width + m + it.arabic.len()];
                            let score = score + log_prob;
                            match to.iter_mut().find(|it| it.0 == context) {
                                Some(same) => same.1 = log_sum(same.1, score),
                                None => to.push((context, score)),
                            }
                        }
                    }
                }
            }
        }
        let ends = at.pop()?.into_iter();
        ends.map(|(context, score)| score + self.step(&context, EDGE).0)
            .reduce(log_sum)
    }

    fn beginning(&self) -> Hypothesis {
        Hypothesis {
            context: self.step(&Context::default(), EDGE).1,
            arabic: Vec::new(),
            score: 0.0,
        }
    }

    /// How probable `unit` is after `context`, and the context after it.
    fn step(&self, context: &Context, unit: u16) -> (f32, Context) {
        let mut next = Context::default();
        let mut log_prob = None;
        let mut back_off = 0.0;
        // From the longest context to none: what is found gives the probability where it is the
        // first, and the context of what follows.
        for len in (0..=usize::from(context.len)).rev() {
            let parent = if len == 0 { 0 } else { context.nodes[len - 1] };
            if let Some(node) = self.child(len, parent, unit) {
                log_prob.get_or_insert(back_off + self.levels[len].probs[node as usize]);
                if len + 1 < self.levels.len() {
                    next.nodes[len] = node;
                    next.len = next.len.max(len as u8 + 1);
                }
            }
            if len > 0 && log_prob.is_none() {
                back_off += self.levels[len - 1].back_offs[parent as usize];
            }
        }
        (log_prob.unwrap_or(-20.0), next)
    }

    /// The n-gram that continues node `parent`, which has `len` units, by `unit`.
    fn child(&self, len: usize, parent: u32, unit: u16) -> Option<u32> {
        let level = self.levels.get(len)?;
        let start = level.starts[parent as usize] as usize;
        let end = level.starts[parent as usize + 1] as usize;
        if len == 0 {
            // Every unit stands there.
            return (usize::from(unit) < end).then_some(u32::from(unit));
        }
        let found = level.last[start..end].binary_search(&unit).ok()?;
        Some((start + found) as u32)
    }
}

/// Keeps the best `beam`, the best first; what reads and continues alike is one, its probabilities
/// summed.
fn prune(hypotheses: &mut Vec<Hypothesis>, beam: usize) {
    let by_score = |a: &Hypothesis, b: &Hypothesis| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| a.arabic.cmp(&b.arabic))
    };
    if hypotheses.len() > 4 * beam {
        hypotheses.select_nth_unstable_by(4 * beam, by_score);
        hypotheses.truncate(4 * beam);
    }
    hypotheses.sort_by(by_score);
    let mut kept: Vec<Hypothesis> = Vec::with_capacity(beam);
    for it in hypotheses.drain(..) {
        let same = kept
            .iter()
            .position(|same| same.context == it.context && same.arabic == it.arabic);
        if let Some(same) = same {
            kept[same].score = log_sum(kept[same].score, it.score);
        } else if kept.len() < beam {
            kept.push(it);
        }
    }
    kept.sort_by(by_score);
    *hypotheses = kept;
}

/// The logarithm of the sum of what two logarithms stand for.
pub(super) fn log_sum(a: f32, b: f32) -> f32 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    high + (low - high).exp().ln_1p()
}
