//! The letters that the models of names know, by number: Latin ones with their accents, which tell
//! how a name sounds (`ć` is تش, `š` is ش), and Arabic ones. The training programs take this file by
//! path, so that weights and program count alike: a change here asks for new weights.

/// The Latin letters that stand for themselves: those that enough training names have.
pub(super) const LATIN: &str =
    "abcdefghijklmnopqrstuvwxyz'.áàâãäåăāçćčđðéèêëğíîïīıłńñóôöøōőřšşșțßúüūýžæ";

/// The Arabic letters, those of names as the news spells them.
const ARABIC: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى";

/// Rarer letters, and the commoner ones that are read for them.
const RARE: &[(&str, &str)] = &[
    ("’‘ʿʾʻʼ`´ʹ", "'"),
    ("ąảạậấầắằẵặ", "a"),
    ("ĉċ", "č"),
    ("ďḍḏ", "d"),
    ("ēėęěẽếềệểễ", "e"),
    ("ġģǧ", "ğ"),
    ("ħḥḫ", "h"),
    ("ìįĩịỉ", "i"),
    ("ķḳ", "k"),
    ("ľļĺḷ", "l"),
    ("ňņṇ", "ń"),
    ("òõơợờớởỡọỏốồổỗộ", "o"),
    ("ŕṛ", "r"),
    ("ś", "š"),
    ("ṣ", "s"),
    ("ťţṭ", "t"),
    ("ùûůűųưứừửữựụủũ", "u"),
    ("ÿỳỹỵỷ", "ý"),
    ("źżẓẕ", "z"),
    ("œ", "oe"),
    ("þ", "th"),
];

/// The number of each letter of a Latin word; what is no Latin letter is left out.
pub(super) fn latin_letters(word: &str) -> Vec<u8> {
    let mut letters = Vec::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        if let Some(at) = number(LATIN, c) {
            letters.push(at);
        } else if let Some((_, read)) = RARE.iter().find(|(rare, _)| rare.contains(c)) {
            letters.extend(read.chars().filter_map(|it| number(LATIN, it)));
        }
    }
    letters
}

/// The number of each letter of an Arabic word, `None` where one has another letter or a sign.
pub(super) fn arabic_letters(word: &str) -> Option<Vec<u8>> {
    word.chars().map(|it| number(ARABIC, it)).collect()
}

/// Appends the Arabic letter of that number.
pub(super) fn push_arabic(out: &mut String, number: u8) {
    out.extend(ARABIC.chars().nth(usize::from(number)));
}

fn number(letters: &str, c: char) -> Option<u8> {
    letters.chars().position(|it| it == c).map(|it| it as u8)
}
