//! How much a score of a text of this length can mean: see [`Interval`].
//!
//! A short text says little of the translator. Faults are taken for rare and independent events, so the
//! count of each severity is Poisson, and the penalty is a weighted sum of Poisson counts. The interval for
//! the mean of such a sum is that of Fay and Feuer (*Confidence intervals for directly standardized rates: a
//! method based on the gamma distribution*, Statistics in Medicine 16, 1997): exact where all weights are
//! equal (it is then Garwood's of 1936), and conservative otherwise.

use statrs::distribution::{ContinuousCDF, Gamma};

use crate::diagnostic::{Diagnostic, Severity};

/// The share of such intervals that hold the true rate.
pub const LEVEL: f64 = 0.95;

/// How many faults of each severity a text has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// In the order of [`Severity::ALL`].
    pub by_severity: [u32; Severity::ALL.len()],
}

/// Bounds of a rate, in penalty points for 1,000 words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The text is at best this good.
    pub low: f64,
    /// It is at worst this bad.
    pub high: f64,
}

impl Faults {
    /// Counts `diagnostics`.
    pub fn of<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Faults {
        let mut faults = Faults::default();
        for diagnostic in diagnostics {
            faults.by_severity[diagnostic.severity as usize] += 1;
        }
        faults
    }

    /// Adds those of another text.
    pub fn add(&mut self, other: Faults) {
        for (sum, count) in self.by_severity.iter_mut().zip(other.by_severity) {
            *sum += count;
        }
    }

    /// How many there are.
    pub fn count(self) -> u32 {
        self.by_severity.iter().sum()
    }

    /// Penalty points.
    pub fn points(self) -> u32 {
        let each = Severity::ALL.into_iter().zip(self.by_severity);
        each.map(|(severity, count)| severity.points() * count)
            .sum()
    }

    /// The 95 % interval of the points for 1,000 words of a text of `words` words.
    ///
    /// The fault that was not seen but might have been weighs as much as the heaviest seen, and never less
    /// than a major one: that is Fay and Feuer's largest weight. A text without faults is not proved free of
    /// them.
    pub fn interval(self, words: usize) -> Interval {
        let mut sum = 0.0;
        let mut variance = 0.0;
        let mut heaviest = f64::from(Severity::Major.points());
        for (severity, count) in Severity::ALL.into_iter().zip(self.by_severity) {
            let (weight, count) = (f64::from(severity.points()), f64::from(count));
            sum += weight * count;
            variance += weight * weight * count;
            if count > 0.0 {
                heaviest = heaviest.max(weight);
            }
        }
        let tail = (1.0 - LEVEL) / 2.0;
        let low = if sum > 0.0 {
            quantile(tail, sum, variance)
        } else {
            0.0
        };
        let high = quantile(1.0 - tail, sum + heaviest, variance + heaviest * heaviest);
        #[allow(clippy::cast_precision_loss)]
        let thousands = words.max(1) as f64 / 1000.0;
        Interval {
            low: low / thousands,
            high: high / thousands,
        }
    }
}

/// The quantile of the gamma distribution with this mean and variance.
fn quantile(share: f64, mean: f64, variance: f64) -> f64 {
    let gamma = Gamma::new(mean * mean / variance, mean / variance);
    gamma.map_or(f64::NAN, |it| it.inverse_cdf(share))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(by_severity: [u32; 4], words: usize) -> (f64, f64) {
        let Interval { low, high } = Faults { by_severity }.interval(words);
        (
            (low * 100.0).round() / 100.0,
            (high * 100.0).round() / 100.0,
        )
    }

    #[test]
    fn faults_of_one_weight_have_the_exact_poisson_interval() {
        // Garwood's bounds for 10 events are 4.795 and 18.390, for none 0 and 3.689: here five points each.
        assert_eq!(interval([0, 0, 10, 0], 1000), (23.98, 91.95));
        assert_eq!(interval([0, 0, 0, 0], 1000), (0.0, 18.44));
    }

    #[test]
    fn a_short_text_says_less() {
        let (low, high) = interval([0, 3, 2, 0], 100);
        assert!(low < 60.0 && high > 300.0, "{low} {high}");
        let (low, high) = interval([0, 300, 200, 0], 10_000);
        assert!(low > 110.0 && high < 150.0, "{low} {high}");
    }

    #[test]
    fn a_critical_fault_widens_it() {
        let (_, without) = interval([0, 5, 4, 0], 1000);
        let (_, with) = interval([0, 0, 0, 1], 1000);
        // The same 25 points, from one event.
        assert!(with > 2.0 * without, "{without} {with}");
    }
}
