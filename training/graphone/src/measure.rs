//! How the model does on the dev files: names that no train file has, exact first spelling and exact
//! among the first three.

use std::{collections::BTreeSet, io, path::Path};

use crate::{letters, ngram::Ngram, pairs};

/// Tells the figures on standard error.
pub fn report(bytes: &[u8], names: &Path) -> io::Result<()> {
    let model = Ngram::from_bytes(bytes).expect("it was just written");
    let mut seen = BTreeSet::new();
    for file in pairs::TRAIN {
        seen.extend(pairs::read(&names.join(file))?.into_iter().map(|it| it.0));
    }
    for file in pairs::DEV {
        let mut dev = pairs::read(&names.join(file))?;
        dev.retain(|it| !seen.contains(&it.0));
        let (mut first, mut three) = (0, 0);
        for (latin, arabic) in &dev {
            let expected = letters::arabic_letters(arabic);
            let found = model.spellings(&letters::latin_letters(latin), 12);
            let at = found.iter().position(|it| Some(&it.0) == expected.as_ref());
            first += usize::from(at == Some(0));
            three += usize::from(at.is_some_and(|it| it < 3));
        }
        let share = |of: usize| 100.0 * of as f64 / dev.len() as f64;
        eprintln!(
            "{file}: {} unseen names, first {:.2} %, in three {:.2} %",
            dev.len(),
            share(first),
            share(three)
        );
    }
    Ok(())
}
