//! Clitics: the little words that are written onto others, cut off and put back.
//!
//! Before a word stand, in this order, (و|ف), (ب|ك|ل|س) and ال; after it a pronoun. [`splits`] cuts
//! a folded word in every way these orders allow and leaves the choice to who looks the core up: it
//! only slices, for it runs on every word of every text. Tables hold the spelling a word has before
//! a pronoun (محكمت) beside the free one, so nothing need be restored. [`join`] writes.

use super::features::Case;
use super::pronouns::{Pronoun, before_pronoun};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What can stand first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Conjunction {
    /// و
    Wa,
    /// ف
    Fa,
}

/// What can stand between conjunction and article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Particle {
    /// ب
    Ba,
    /// ل
    La,
    /// ك
    Ka,
    /// س, before present verbs only
    Sa,
}

/// The clitics of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Clitics {
    /// و or ف
    pub conjunction: Option<Conjunction>,
    /// ب ل ك or س
    pub particle: Option<Particle>,
    /// ال; excludes a pronoun
    pub article: bool,
    /// The suffix.
    pub pronoun: Option<Pronoun>,
}

impl Conjunction {
    /// As it is written.
    pub const fn letter(self) -> char {
        match self {
            Conjunction::Wa => 'و',
            Conjunction::Fa => 'ف',
        }
    }
}

impl Particle {
    /// As it is written.
    pub const fn letter(self) -> char {
        match self {
            Particle::Ba => 'ب',
            Particle::La => 'ل',
            Particle::Ka => 'ك',
            Particle::Sa => 'س',
        }
    }
}

impl Clitics {
    /// None at all.
    pub const NONE: Clitics = Clitics {
        conjunction: None,
        particle: None,
        article: false,
        pronoun: None,
    };

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// Whether there is ال and nothing else.
    pub fn is_only_article(self) -> bool {
        let article = Clitics {
            article: true,
            ..Self::NONE
        };
        self == article
    }

    /// Packs into the lowest 10 bits.
    pub fn to_bits(self) -> u16 {
        self.conjunction.map_or(0, |it| 1 + it as u16)
            | self.particle.map_or(0, |it| 1 + it as u16) << 2
            | u16::from(self.article) << 5
            | self.pronoun.map_or(0, |it| 1 + it as u16) << 6
    }

    /// The reverse of [`Self::to_bits`].
    pub fn from_bits(bits: u16) -> Clitics {
        Clitics {
            conjunction: match bits & 3 {
                1 => Some(Conjunction::Wa),
                2 => Some(Conjunction::Fa),
                _ => None,
            },
            particle: match (bits >> 2) & 7 {
                1 => Some(Particle::Ba),
                2 => Some(Particle::La),
                3 => Some(Particle::Ka),
                4 => Some(Particle::Sa),
                _ => None,
            },
            article: (bits >> 5) & 1 == 1,
            pronoun: usize::from((bits >> 6) & 15)
                .checked_sub(1)
                .and_then(|it| Pronoun::ALL.get(it).copied()),
        }
    }
}

/// One way to cut a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// What was cut off.
    pub clitics: Clitics,
    /// What is left: bytes of the fold.
    pub core: Range<usize>,
}

/// The ways to cut a word: see [`splits`].
#[derive(Clone, Debug)]
pub struct Splits {
    /// What can be cut off in front, with where the core then begins.
    starts: [(Clitics, usize); 4],
    /// What can be cut off behind, with where the core then ends.
    ends: [(Option<Pronoun>, usize); 3],
    start_count: u8,
    end_count: u8,
    start: u8,
    end: u8,
}

/// Every letter of a fold has two bytes or more; a core has at least two letters.
const LETTER: usize = 2;
const SHORTEST_CORE: usize = 2 * LETTER;

/// Every way to cut clitics off a folded word, the whole word first.
///
/// `ends_in_teh_marbuta`: the last ه of the fold stands for ة, so there is no pronoun. As ل and ال
/// are written لل, للملعب is cut as ل + ال + ملعب and as ل + لملعب; the latter also stands for a
/// definite word in ل (للجنة is ل + لجنة and ل + اللجنة alike, without `article`).
pub fn splits(fold: &str, ends_in_teh_marbuta: bool) -> Splits {
    let mut splits = Splits {
        starts: [(Clitics::NONE, 0); 4],
        ends: [(None, fold.len()); 3],
        start_count: 1,
        end_count: 1,
        start: 0,
        end: 0,
    };
    if fold.len() > SHORTEST_CORE {
        splits.find_starts(fold);
        if !ends_in_teh_marbuta {
            splits.find_ends(fold);
        }
    }
    splits
}

impl Splits {
    fn add_start(&mut self, clitics: Clitics, start: usize) {
        self.starts[usize::from(self.start_count)] = (clitics, start);
        self.start_count += 1;
    }

    fn add_end(&mut self, pronoun: Pronoun, length: usize) {
        let end = self.ends[0].1 - length * LETTER;
        self.ends[usize::from(self.end_count)] = (Some(pronoun), end);
        self.end_count += 1;
    }

    /// At most three: the conjunction, the particle, the article after it.
    fn find_starts(&mut self, fold: &str) {
        let mut clitics = Clitics::NONE;
        let mut at = 0;
        let mut rest = fold.chars();
        let mut first = rest.next();
        clitics.conjunction = match first {
            Some('و') => Some(Conjunction::Wa),
            Some('ف') => Some(Conjunction::Fa),
            _ => None,
        };
        if clitics.conjunction.is_some() {
            at += LETTER;
            self.add_start(clitics, at);
            first = rest.next();
        }
        let second = rest.next();
        clitics.particle = match (first, second) {
            (Some('ا'), Some('ل')) => {
                clitics.article = true;
                self.add_start(clitics, at + 2 * LETTER);
                return;
            }
            (Some('ب'), _) => Some(Particle::Ba),
            (Some('ك'), _) => Some(Particle::Ka),
            (Some('ل'), _) => Some(Particle::La),
            (Some('س'), Some('ي' | 'ت' | 'ن' | 'ا')) => Some(Particle::Sa),
            _ => return,
        };
        at += LETTER;
        self.add_start(clitics, at);
        clitics.article = true;
        match (first, second) {
            (Some('ل'), Some('ل')) => self.add_start(clitics, at + LETTER),
            (Some('ب' | 'ك'), Some('ا')) if rest.next() == Some('ل') => {
                self.add_start(clitics, at + 2 * LETTER);
            }
            _ => {}
        }
    }

    fn find_ends(&mut self, fold: &str) {
        let mut back = fold.chars().rev();
        match (back.next(), back.next()) {
            (Some('ه'), _) => self.add_end(Pronoun::Ha, 1),
            (Some('ا'), Some('ه')) => self.add_end(Pronoun::HaFem, 2),
            (Some('ا'), Some('ن')) => self.add_end(Pronoun::Na, 2),
            (Some('ا'), Some('م')) => match back.next() {
                Some('ه') => self.add_end(Pronoun::Huma, 3),
                Some('ك') => self.add_end(Pronoun::Kuma, 3),
                _ => {}
            },
            (Some('م'), Some('ه')) => self.add_end(Pronoun::Hum, 2),
            (Some('ن'), Some('ه')) => self.add_end(Pronoun::Hunna, 2),
            (Some('م'), Some('ك')) => self.add_end(Pronoun::Kum, 2),
            (Some('ن'), Some('ك')) => self.add_end(Pronoun::Kunna, 2),
            (Some('ك'), _) => self.add_end(Pronoun::Ka, 1),
            (Some('ي'), before) => {
                self.add_end(Pronoun::Ya, 1);
                if before == Some('ن') {
                    self.add_end(Pronoun::Ni, 2);
                }
            }
            _ => {}
        }
    }
}

impl Iterator for Splits {
    type Item = Split;

    fn next(&mut self) -> Option<Split> {
        while self.start < self.start_count {
            let (mut clitics, start) = self.starts[usize::from(self.start)];
            let (pronoun, end) = self.ends[usize::from(self.end)];
            let whole = self.start == 0 && self.end == 0;
            self.end += 1;
            if self.end == self.end_count || clitics.article {
                self.end = 0;
                self.start += 1;
            }
            if whole || end >= start + SHORTEST_CORE {
                clitics.pronoun = pronoun;
                return Some(Split {
                    clitics,
                    core: start..end,
                });
            }
        }
        None
    }
}

/// Beginnings of verbal nouns whose ال is their own: ل + التزام is لالتزام, not للتزام.
const OWN_AL: [&str; 20] = [
    "التزام",
    "التقاء",
    "التقائ",
    "التقاؤ",
    "التحاق",
    "التفاف",
    "التفات",
    "التماس",
    "التباس",
    "التهام",
    "التهاب",
    "التواء",
    "التوائ",
    "التئام",
    "التقاط",
    "التصاق",
    "التحام",
    "التجاء",
    "التجائ",
    "التياع",
];

/// Spells a word with its clitics.
///
/// `free` is the word as it stands alone, `bound` as it stands before a pronoun and used only
/// there; a pronoun leaves no room for the article. Before ي the caller gives the genitive `bound`
/// (see [`super::possessed`]). A `free` that has ال of its own, a name or a relative pronoun, is
/// joined to ل like any definite word: للذي, لله, للقاهرة.
pub fn join(clitics: Clitics, free: &str, bound: &str) -> String {
    let mut out = String::with_capacity(free.len() + 16);
    out.extend(clitics.conjunction.map(Conjunction::letter));
    out.extend(clitics.particle.map(Particle::letter));
    if let Some(pronoun) = clitics.pronoun {
        pronoun.write_after(bound, &mut out);
        return out;
    }
    let after_la = clitics.particle == Some(Particle::La);
    if clitics.article {
        match (after_la, free.starts_with('ل')) {
            (true, true) => {}
            (true, false) => out.push('ل'),
            (false, _) => out.push_str("ال"),
        }
        out.push_str(free);
        return out;
    }
    match free.strip_prefix("ال") {
        Some(rest) if after_la && !OWN_AL.iter().any(|it| free.starts_with(it)) => {
            // Never three lams: الليل is لليل.
            if !rest.starts_with('ل') {
                out.push('ل');
            }
            out.push_str(rest);
        }
        _ => out.push_str(free),
    }
    out
}

/// Spells a noun that has no form table with its clitics, in this case.
pub fn join_noun(clitics: Clitics, noun: &str, case: Case) -> String {
    let case = match clitics.pronoun {
        Some(Pronoun::Ya) => Case::Genitive,
        _ => case,
    };
    let bound = before_pronoun(noun, Some(case));
    join(clitics, noun, bound.first().map_or(noun, String::as_str))
}

#[cfg(test)]
mod tests {
    use super::super::inflect::Noun;
    use super::*;
    use crate::arabic::folded;
    use proptest::prelude::*;

    #[track_caller]
    fn check(word: &str, expect: &[(&str, &str)]) {
        let fold = folded(word);
        let found: Vec<(String, &str)> = splits(&fold, word.ends_with('ة'))
            .map(|it| (marked(it.clitics), &fold[it.core]))
            .collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(it, core)| (&**it, *core)).collect();
        assert_eq!(found, expect, "{word}");
    }

    /// Clitics around a dash.
    fn marked(clitics: Clitics) -> String {
        let mut out = String::new();
        out.extend(clitics.conjunction.map(Conjunction::letter));
        out.extend(clitics.particle.map(Particle::letter));
        out.push_str(if clitics.article { "ال-" } else { "-" });
        out.push_str(clitics.pronoun.map_or("", Pronoun::letters));
        out
    }

    #[test]
    fn words_are_cut_in_every_way() {
        check(
            "وبمحكمتها",
            &[
                ("-", "وبمحكمتها"),
                ("-ها", "وبمحكمت"),
                ("و-", "بمحكمتها"),
                ("و-ها", "بمحكمت"),
                ("وب-", "محكمتها"),
                ("وب-ها", "محكمت"),
            ],
        );
        check(
            "للملعب",
            &[("-", "للملعب"), ("ل-", "لملعب"), ("لال-", "ملعب")],
        );
        check("للجنة", &[("-", "للجنه"), ("ل-", "لجنه"), ("لال-", "جنه")]);
        check("المحكمة", &[("-", "المحكمه"), ("ال-", "محكمه")]);
        check("محكمة", &[("-", "محكمه")]);
        check(
            "بالحرب",
            &[("-", "بالحرب"), ("ب-", "الحرب"), ("بال-", "حرب")],
        );
        check("سيقول", &[("-", "سيقول"), ("س-", "يقول")]);
        check("سلام", &[("-", "سلام")]);
        check("ضربني", &[("-", "ضربني"), ("-ي", "ضربن"), ("-ني", "ضرب")]);
        check("له", &[("-", "له")]);
        check("لله", &[("-", "لله"), ("-ه", "لل"), ("ل-", "له")]);
        check("", &[("-", "")]);
    }

    #[test]
    fn lam_and_the_article() {
        let la = Clitics {
            particle: Some(Particle::La),
            ..Clitics::NONE
        };
        let la_al = Clitics {
            article: true,
            ..la
        };
        let plain = |clitics, word| join(clitics, word, word);
        assert_eq!(plain(la_al, "اتفاق"), "للاتفاق");
        assert_eq!(plain(la_al, "لجنة"), "للجنة");
        assert_eq!(plain(la, "لجنة"), "للجنة");
        assert_eq!(plain(la, "الله"), "لله");
        assert_eq!(plain(la, "الذي"), "للذي");
        assert_eq!(plain(la, "القاهرة"), "للقاهرة");
        assert_eq!(plain(la, "التزامات"), "لالتزامات");
        assert_eq!(plain(la_al, "التزام"), "للالتزام");
        assert_eq!(plain(la, "أمر"), "لأمر");
    }

    #[test]
    fn what_was_read_off_one_word_is_written_on_another() {
        let fold = folded("وبمحكمتها");
        let split = splits(&fold, false)
            .find(|it| &fold[it.core.clone()] == "محكمت")
            .unwrap();
        assert_eq!(join_noun(split.clitics, "ملعب", Case::Genitive), "وبملعبها");
        let fold = folded("للصفقة");
        let split = splits(&fold, true)
            .find(|it| &fold[it.core.clone()] == "صفقه")
            .unwrap();
        assert_eq!(join_noun(split.clitics, "اتفاق", Case::Genitive), "للاتفاق");
        let his = Clitics {
            pronoun: Some(Pronoun::Ha),
            ..Clitics::NONE
        };
        assert_eq!(join_noun(his, "محكمة", Case::Nominative), "محكمته");
        assert_eq!(join_noun(his, "بناء", Case::Genitive), "بنائه");
    }

    #[test]
    fn clitics_survive_packing() {
        for bits in 0..1 << 10 {
            let clitics = Clitics::from_bits(bits);
            assert_eq!(Clitics::from_bits(clitics.to_bits()), clitics);
        }
        let full = Clitics {
            conjunction: Some(Conjunction::Fa),
            particle: Some(Particle::Sa),
            article: true,
            pronoun: Some(Pronoun::Kunna),
        };
        assert_eq!(Clitics::from_bits(full.to_bits()), full);
    }

    /// Any clitics a noun can have.
    fn noun_clitics() -> impl Strategy<Value = Clitics> {
        let pronoun = (0..Pronoun::ALL.len()).prop_map(|it| Pronoun::ALL[it]);
        let particle = [Particle::Ba, Particle::La, Particle::Ka];
        (
            0..3_usize,
            0..4_usize,
            any::<bool>(),
            proptest::option::of(pronoun),
        )
            .prop_map(move |(conjunction, at, article, pronoun)| Clitics {
                conjunction: [None, Some(Conjunction::Wa), Some(Conjunction::Fa)][conjunction],
                particle: particle.get(at).copied(),
                article: article && pronoun.is_none(),
                pronoun,
            })
    }

    /// Whether `splits` finds these clitics and this core in the joined word.
    fn found_again(clitics: Clitics, free: &str, bound: &str) -> bool {
        let word = join(clitics, free, bound);
        let fold = folded(&word);
        let core = folded(if clitics.pronoun.is_some() {
            bound
        } else {
            free
        });
        // للجنة does not show whether the article is there.
        let hidden =
            clitics.article && clitics.particle == Some(Particle::La) && free.starts_with('ل');
        let expect = Clitics {
            article: clitics.article && !hidden,
            ..clitics
        };
        splits(&fold, word.ends_with('ة')).any(|it| it.clitics == expect && fold[it.core] == core)
    }

    /// Whether two readings are written alike by rule, so that no cut can tell.
    fn merged(clitics: Clitics, free: &str, bound: &str) -> bool {
        (clitics.pronoun == Some(Pronoun::Ya) && bound.ends_with('ي'))
            || (clitics.particle == Some(Particle::La) && free.starts_with("ال"))
    }

    const REAL: [&str; 16] = [
        "محكمة",
        "ملعب",
        "بناء",
        "مستوى",
        "أب",
        "قاضي",
        "لجنة",
        "شيء",
        "مبدأ",
        "جزء",
        "قناة",
        "منشور",
        "أمريكي",
        "وزير",
        "فريق",
        "صحراء",
    ];

    proptest! {
        #[test]
        fn parts_cover_the_word_in_order(word in "[ء-غف-ي]{0,12}") {
            let fold = folded(&word);
            for (n, split) in splits(&fold, word.ends_with('ة')).enumerate() {
                let core = &fold[split.core.clone()];
                prop_assert!((n == 0) == split.clitics.is_empty());
                prop_assert!(n == 0 || core.chars().count() >= 2);
                let before = &fold[..split.core.start];
                let particle = split.clitics.particle.map(Particle::letter);
                let mut expect: String = split.clitics.conjunction.map(Conjunction::letter)
                    .into_iter().chain(particle).collect();
                if split.clitics.article {
                    expect.push_str(if particle == Some('ل') { "ل" } else { "ال" });
                }
                prop_assert_eq!(before, expect);
                let after = &fold[split.core.end..];
                prop_assert_eq!(after, split.clitics.pronoun.map_or("", Pronoun::letters));
            }
        }

        #[test]
        fn no_two_splits_are_the_same(word in "[اولبكسفهني]{0,9}") {
            let all: Vec<Split> = splits(&word, false).collect();
            for (n, split) in all.iter().enumerate() {
                prop_assert!(!all[..n].contains(split));
            }
        }

        #[test]
        fn joined_forms_are_found_again(at in 0..REAL.len(), clitics in noun_clitics()) {
            for form in Noun::regular(REAL[at]).forms() {
                for bound in &form.bound {
                    if !merged(clitics, &form.text, bound) {
                        prop_assert!(found_again(clitics, &form.text, bound), "{form:?}");
                    }
                }
                if form.bound.is_empty() && clitics.pronoun.is_none() {
                    prop_assert!(found_again(clitics, &form.text, ""), "{form:?}");
                }
            }
        }

        #[test]
        fn any_joined_letters_are_found_again(
            word in "[ء-غف-ي]{2,8}",
            clitics in noun_clitics(),
            case in 0..3_usize,
        ) {
            let case = [Case::Nominative, Case::Accusative, Case::Genitive][case];
            for bound in before_pronoun(&word, Some(case)) {
                if !merged(clitics, &word, &bound) {
                    prop_assert!(found_again(clitics, &word, &bound));
                }
            }
        }
    }
}
