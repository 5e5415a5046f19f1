//! The test pairs of the morphology research: calls in its notation, computed with this layer.

use super::clitics::{Clitics, Conjunction, Particle, join};
use super::features::Case;
use super::inflect::{
    defective_masculine_plural, dual, feminine, nisba, sound_feminine_plural,
    sound_masculine_plural, with_tanwin,
};
use super::pronouns::{Pronoun, particle_with_pronoun, possessed, verb_before_pronoun};

/// One call to be computed: `name(argument, …)`, nested, with `+` between texts.
struct Reader<'t> {
    rest: &'t str,
}

impl<'t> Reader<'t> {
    fn skip(&mut self, expect: char) -> bool {
        self.rest = self.rest.trim_start();
        let Some(rest) = self.rest.strip_prefix(expect) else {
            return false;
        };
        self.rest = rest;
        true
    }

    fn until(&mut self, end: impl Fn(char) -> bool) -> &'t str {
        let at = self.rest.find(end).expect("the call goes on");
        let (head, rest) = self.rest.split_at(at);
        self.rest = rest;
        head
    }

    fn value(&mut self) -> String {
        let mut value = self.term();
        while self.skip('+') {
            value += &self.term();
        }
        value
    }

    fn term(&mut self) -> String {
        if self.skip('\'') {
            let text = self.until(|it| it == '\'').to_owned();
            self.skip('\'');
            return text;
        }
        let name = self.until(|it| matches!(it, '(' | ')' | ',' | ' '));
        if !self.skip('(') {
            return name.to_owned();
        }
        let mut arguments = Vec::new();
        while !self.skip(')') {
            arguments.push(self.value());
            self.skip(',');
        }
        call(name, &arguments)
    }
}

fn call(name: &str, arguments: &[String]) -> String {
    let argument = |at: usize| arguments.get(at).map_or("", String::as_str);
    let word = argument(0);
    let case = |at| match argument(at) {
        "acc" => Case::Accusative,
        "gen" => Case::Genitive,
        _ => Case::Nominative,
    };
    let construct = argument(2) == "True";
    let pronoun = || Pronoun::of(argument(1)).expect("a pronoun");
    match name {
        "proclitic" => join(proclitics(word), argument(1), ""),
        "add_def" => {
            let article = Clitics {
                article: true,
                ..Clitics::NONE
            };
            join(article, word, "")
        }
        "poss" => possessed(word, pronoun(), case(2)),
        "dual" => dual(word, case(1), construct),
        "smp" => sound_masculine_plural(word, case(1), construct),
        "smp_defective" => defective_masculine_plural(word, case(1), construct),
        "sfp" => sound_feminine_plural(word),
        "fem" => feminine(word),
        "tanwin_fath" => with_tanwin(word),
        "nisba" => nisba(word),
        "prep_pron" => particle_with_pronoun(word, pronoun()),
        "verb_obj" => {
            let object = match pronoun() {
                Pronoun::Ya => Pronoun::Ni,
                other => other,
            };
            let suffix = Clitics {
                pronoun: Some(object),
                ..Clitics::NONE
            };
            join(suffix, word, &verb_before_pronoun(word))
        }
        "verb_future" => join(proclitics("س"), word, ""),
        _ => panic!("no function {name}"),
    }
}

fn proclitics(letters: &str) -> Clitics {
    let mut clitics = Clitics::NONE;
    for letter in letters.chars() {
        match letter {
            'و' => clitics.conjunction = Some(Conjunction::Wa),
            'ف' => clitics.conjunction = Some(Conjunction::Fa),
            'ب' => clitics.particle = Some(Particle::Ba),
            'ل' => clitics.particle = Some(Particle::La),
            'ك' => clitics.particle = Some(Particle::Ka),
            'س' => clitics.particle = Some(Particle::Sa),
            _ => panic!("no proclitic {letter}"),
        }
    }
    clitics
}

#[test]
fn every_pair_comes_out() {
    let pairs = include_str!("../../tests/data/morphology_pairs.tsv");
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in pairs.lines().skip(1) {
        let (expression, surface) = line.split_once('\t').expect("two columns");
        let found = Reader { rest: expression }.value();
        if found != surface {
            wrong.push(format!("{expression}: {found}, not {surface}"));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(count, 139);
}
