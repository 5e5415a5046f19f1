//! From an English word to the words it may be a form of.
//!
//! Without a dictionary no one can tell that `leaves` is of `leave` and of `leaf`: every lemma the
//! spelling allows is offered, and whoever asks looks them up.

/// The lemmas that `word`, in lower case and without apostrophes, may have; itself first.
pub fn lemmas(word: &str) -> Vec<String> {
    let mut found = vec![word.to_owned()];
    let mut add = |lemma: String| {
        if lemma.chars().count() > 1 && !found.contains(&lemma) {
            found.push(lemma);
        }
    };
    for (form, lemma) in IRREGULAR {
        if *form == word {
            add((*lemma).to_owned());
        }
    }
    if let Some(stem) = word.strip_suffix("ies") {
        add(format!("{stem}y"));
        add(format!("{stem}ie"));
    } else if let Some(stem) = word.strip_suffix("ves") {
        add(format!("{stem}f"));
        add(format!("{stem}fe"));
        add(format!("{stem}ve"));
    } else if let Some(stem) = word.strip_suffix("es") {
        add(stem.to_owned());
        add(format!("{stem}e"));
    } else if let Some(stem) = word.strip_suffix('s').filter(|it| !it.ends_with('s')) {
        add(stem.to_owned());
    }
    if let Some(stem) = word.strip_suffix("ied") {
        add(format!("{stem}y"));
    } else if let Some(stem) = word.strip_suffix("ed") {
        verb(stem, &mut add);
    }
    if let Some(stem) = word.strip_suffix("ying") {
        add(format!("{stem}ie"));
    }
    if let Some(stem) = word.strip_suffix("ing") {
        verb(stem, &mut add);
    }
    for suffix in ["er", "est"] {
        if let Some(stem) = word.strip_suffix(suffix).filter(|it| it.len() > 2) {
            verb(stem, &mut add);
            if let Some(stem) = stem.strip_suffix('i') {
                add(format!("{stem}y"));
            }
        }
    }
    if let Some(stem) = word.strip_suffix("ly").filter(|it| it.len() > 2) {
        add(stem.to_owned());
        if let Some(stem) = stem.strip_suffix('i') {
            add(format!("{stem}y"));
        }
    }
    found
}

/// Whether `word` may be a form of `lemma`. Both in lower case.
pub fn is_form_of(word: &str, lemma: &str) -> bool {
    // Most words share nothing: irregular forms at least keep the first letter, or are listed.
    word == lemma
        || IRREGULAR.contains(&(word, lemma))
        || (word.len() > 3
            && word.as_bytes()[0] == *lemma.as_bytes().first().unwrap_or(&0)
            && lemmas(word).iter().any(|it| it == lemma))
}

/// What a stem before `ed`, `ing` may come from: `agree`, `make`, `stop`.
fn verb(stem: &str, add: &mut impl FnMut(String)) {
    if stem.len() < 2 {
        return;
    }
    add(stem.to_owned());
    add(format!("{stem}e"));
    let mut back = stem.chars().rev();
    if let (Some(a), Some(b)) = (back.next(), back.next())
        && a == b
    {
        add(stem[..stem.len() - a.len_utf8()].to_owned());
    }
}

/// Forms that no rule gives.
pub(super) const IRREGULAR: &[(&str, &str)] = &[
    ("am", "be"),
    ("is", "be"),
    ("are", "be"),
    ("was", "be"),
    ("were", "be"),
    ("been", "be"),
    ("being", "be"),
    ("has", "have"),
    ("had", "have"),
    ("does", "do"),
    ("did", "do"),
    ("done", "do"),
    ("goes", "go"),
    ("went", "go"),
    ("gone", "go"),
    ("said", "say"),
    ("made", "make"),
    ("took", "take"),
    ("taken", "take"),
    ("came", "come"),
    ("saw", "see"),
    ("seen", "see"),
    ("knew", "know"),
    ("known", "know"),
    ("got", "get"),
    ("gotten", "get"),
    ("gave", "give"),
    ("given", "give"),
    ("found", "find"),
    ("thought", "think"),
    ("told", "tell"),
    ("became", "become"),
    ("left", "leave"),
    ("felt", "feel"),
    ("brought", "bring"),
    ("began", "begin"),
    ("begun", "begin"),
    ("kept", "keep"),
    ("held", "hold"),
    ("wrote", "write"),
    ("written", "write"),
    ("stood", "stand"),
    ("heard", "hear"),
    ("meant", "mean"),
    ("met", "meet"),
    ("ran", "run"),
    ("paid", "pay"),
    ("sat", "sit"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("lay", "lie"),
    ("led", "lead"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("lost", "lose"),
    ("fell", "fall"),
    ("fallen", "fall"),
    ("sent", "send"),
    ("built", "build"),
    ("drew", "draw"),
    ("drawn", "draw"),
    ("broke", "break"),
    ("broken", "break"),
    ("spent", "spend"),
    ("drove", "drive"),
    ("driven", "drive"),
    ("bought", "buy"),
    ("wore", "wear"),
    ("worn", "wear"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("rose", "rise"),
    ("risen", "rise"),
    ("ate", "eat"),
    ("eaten", "eat"),
    ("drank", "drink"),
    ("drunk", "drink"),
    ("sang", "sing"),
    ("sung", "sing"),
    ("shook", "shake"),
    ("shaken", "shake"),
    ("caught", "catch"),
    ("taught", "teach"),
    ("fought", "fight"),
    ("sought", "seek"),
    ("sold", "sell"),
    ("won", "win"),
    ("shot", "shoot"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("flew", "fly"),
    ("flown", "fly"),
    ("struck", "strike"),
    ("stricken", "strike"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("tore", "tear"),
    ("torn", "tear"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("hid", "hide"),
    ("hidden", "hide"),
    ("froze", "freeze"),
    ("frozen", "freeze"),
    ("forgot", "forget"),
    ("forgotten", "forget"),
    ("rode", "ride"),
    ("ridden", "ride"),
    ("bore", "bear"),
    ("born", "bear"),
    ("borne", "bear"),
    ("dealt", "deal"),
    ("dug", "dig"),
    ("fed", "feed"),
    ("fled", "flee"),
    ("hung", "hang"),
    ("laid", "lay"),
    ("lent", "lend"),
    ("lit", "light"),
    ("slept", "sleep"),
    ("slid", "slide"),
    ("stuck", "stick"),
    ("swept", "sweep"),
    ("swung", "swing"),
    ("understood", "understand"),
    ("withdrew", "withdraw"),
    ("withdrawn", "withdraw"),
    ("undertook", "undertake"),
    ("overcame", "overcome"),
    ("oversaw", "oversee"),
    ("sank", "sink"),
    ("sunk", "sink"),
    ("shrank", "shrink"),
    ("shrunk", "shrink"),
    ("swam", "swim"),
    ("swum", "swim"),
    ("woke", "wake"),
    ("wound", "wind"),
    ("bound", "bind"),
    ("bled", "bleed"),
    ("bred", "breed"),
    ("crept", "creep"),
    ("dying", "die"),
    ("lying", "lie"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("people", "person"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("mice", "mouse"),
    ("geese", "goose"),
    ("media", "medium"),
    ("data", "datum"),
    ("crises", "crisis"),
    ("analyses", "analysis"),
    ("bases", "basis"),
    ("criteria", "criterion"),
    ("phenomena", "phenomenon"),
    ("policemen", "policeman"),
    ("lives", "life"),
    ("wives", "wife"),
    ("better", "good"),
    ("best", "good"),
    ("worse", "bad"),
    ("worst", "bad"),
    ("more", "many"),
    ("most", "many"),
    ("less", "little"),
    ("least", "little"),
    ("further", "far"),
    ("farther", "far"),
    ("wont", "will"),
    ("cant", "can"),
    ("could", "can"),
    ("would", "will"),
    ("might", "may"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lemma_the_spelling_allows_is_offered() {
        for (word, lemma) in [
            ("dragged", "drag"),
            ("making", "make"),
            ("agreed", "agree"),
            ("parties", "party"),
            ("leaves", "leaf"),
            ("leaves", "leave"),
            ("taken", "take"),
            ("classes", "class"),
            ("bigger", "big"),
            ("heavily", "heavy"),
            ("women", "woman"),
        ] {
            assert!(is_form_of(word, lemma), "{word} {lemma}");
        }
        assert!(!is_form_of("press", "pres"));
    }
}
