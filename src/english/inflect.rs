//! From an English lemma to its forms, and back to what a form says: what a replacement needs that
//! must stand as the words it replaces stood.

use super::lemma::IRREGULAR;

/// What an inflected word adds to its lemma.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The lemma itself.
    Base,
    /// An `s`: the plural of a noun, or the third person of a verb.
    S,
    /// The past of a verb.
    Past,
    /// Its past participle.
    Participle,
    /// `-ing`.
    Ing,
}

/// What `word` adds to its `lemma`, both in lower case. `after_auxiliary`: a form of `be` or `have` stands
/// before it.
pub fn form_of(word: &str, lemma: &str, after_auxiliary: bool) -> Form {
    let past = if after_auxiliary {
        Form::Participle
    } else {
        Form::Past
    };
    if word == lemma {
        Form::Base
    } else if matches!(word, "was" | "were") {
        past
    } else if PLURALS.contains(&(word, lemma)) || word.ends_with('s') {
        Form::S
    } else if word.ends_with("ing") {
        Form::Ing
    } else if word.ends_with("ed") || IRREGULAR.contains(&(word, lemma)) {
        past
    } else {
        Form::Base
    }
}

/// `lemma` in this form.
pub fn inflected(lemma: &str, form: Form) -> String {
    let of_lemma = || {
        let forms = IRREGULAR.iter().filter(|it| it.1 == lemma).map(|it| it.0);
        forms.filter(|it| !it.ends_with("ing") && !it.ends_with('s'))
    };
    match (form, lemma) {
        (Form::S, "be") => return "is".to_owned(),
        (Form::S, "have") => return "has".to_owned(),
        (Form::S, "do") => return "does".to_owned(),
        (Form::S, "go") => return "goes".to_owned(),
        (Form::Past, "be") => return "were".to_owned(),
        (Form::Participle, "be") => return "been".to_owned(),
        _ => {}
    }
    match form {
        Form::Base => lemma.to_owned(),
        Form::S => match PLURALS.iter().find(|it| it.1 == lemma) {
            Some((plural, _)) => (*plural).to_owned(),
            None => with_s(lemma),
        },
        Form::Past | Form::Participle if UNCHANGED.contains(&lemma) => lemma.to_owned(),
        Form::Past => of_lemma()
            .next()
            .map_or_else(|| with_ed(lemma), str::to_owned),
        Form::Participle => of_lemma()
            .next_back()
            .map_or_else(|| with_ed(lemma), str::to_owned),
        Form::Ing => with_ing(lemma),
    }
}

/// Whether the past of this verb is its lemma.
pub fn is_unchanged(lemma: &str) -> bool {
    UNCHANGED.contains(&lemma)
}

/// Plurals that no rule gives, with their singulars.
const PLURALS: [(&str, &str); 9] = [
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("people", "person"),
    ("policemen", "policeman"),
    ("crises", "crisis"),
    ("lives", "life"),
    ("spokesmen", "spokesman"),
    ("clergymen", "clergyman"),
];

/// Verbs whose past is their lemma.
const UNCHANGED: [&str; 15] = [
    "upset", "put", "set", "cut", "hit", "let", "cost", "shut", "read", "quit", "shed", "spread",
    "cast", "burst", "hurt",
];

fn with_s(lemma: &str) -> String {
    let hisses = ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|it| lemma.ends_with(it));
    match lemma.strip_suffix('y').filter(|it| ends_in_consonant(it)) {
        Some(stem) => format!("{stem}ies"),
        None if hisses => format!("{lemma}es"),
        None => format!("{lemma}s"),
    }
}

fn with_ed(lemma: &str) -> String {
    if lemma.ends_with('e') {
        format!("{lemma}d")
    } else if let Some(stem) = lemma.strip_suffix('y').filter(|it| ends_in_consonant(it)) {
        format!("{stem}ied")
    } else {
        format!("{}ed", doubled(lemma))
    }
}

fn with_ing(lemma: &str) -> String {
    if let Some(stem) = lemma.strip_suffix("ie") {
        format!("{stem}ying")
    } else if let Some(stem) = lemma
        .strip_suffix('e')
        .filter(|it| it.len() > 1 && !it.ends_with('e'))
    {
        format!("{stem}ing")
    } else {
        format!("{}ing", doubled(lemma))
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn ends_in_consonant(stem: &str) -> bool {
    stem.chars().next_back().is_some_and(|it| !is_vowel(it))
}

/// `stop` before `ed` is `stopp`: one vowel between single consonants, in a word of one syllable.
fn doubled(lemma: &str) -> String {
    let letters: Vec<char> = lemma.chars().collect();
    let vowels = letters.iter().filter(|it| is_vowel(**it)).count();
    if let [.., before, vowel, last] = letters.as_slice()
        && vowels == 1
        && !is_vowel(*before)
        && is_vowel(*vowel)
        && !is_vowel(*last)
        && !matches!(last, 'w' | 'x' | 'y')
    {
        return format!("{lemma}{last}");
    }
    lemma.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_put_into_the_form_of_another() {
        for (lemma, form, expect) in [
            ("stress", Form::S, "stresses"),
            ("stress", Form::Past, "stressed"),
            ("stop", Form::Ing, "stopping"),
            ("condemn", Form::Ing, "condemning"),
            ("give", Form::Participle, "given"),
            ("give", Form::Past, "gave"),
            ("put", Form::Past, "put"),
            ("country", Form::S, "countries"),
            ("person", Form::S, "people"),
            ("agree", Form::Ing, "agreeing"),
            ("die", Form::Past, "died"),
            ("have", Form::S, "has"),
        ] {
            assert_eq!(inflected(lemma, form), expect);
        }
    }

    #[test]
    fn a_form_says_what_it_adds() {
        assert_eq!(form_of("confirmed", "confirm", false), Form::Past);
        assert_eq!(form_of("taken", "take", true), Form::Participle);
        assert_eq!(form_of("operations", "operation", false), Form::S);
        assert_eq!(form_of("people", "person", false), Form::S);
        assert_eq!(form_of("warn", "warn", false), Form::Base);
    }
}
