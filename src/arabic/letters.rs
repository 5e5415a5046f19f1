//! What single characters of Arabic writing are.

/// The letters of Arabic proper: hamza to yeh, without tatweel.
pub fn is_letter(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{63A}' | '\u{641}'..='\u{64A}' | '\u{671}')
}

/// A letter of the Arabic script, Persian, Urdu and presentation forms among them.
pub fn is_script_letter(c: char) -> bool {
    is_letter(c)
        || matches!(c, '\u{66E}'..='\u{66F}' | '\u{672}'..='\u{6D3}' | '\u{6D5}' | '\u{6EE}' | '\u{6EF}' | '\u{6FA}'..='\u{6FC}' | '\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8B4}' | '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}')
}

/// Vowel signs and the like, which are written over and under letters: harakat, tanwin, shadda,
/// sukun, dagger alef, Quranic marks.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{610}'..='\u{61A}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}')
}

/// The stretching stroke.
pub const TATWEEL: char = '\u{640}';

/// Controls of the bidirectional algorithm: marks, embeddings, overrides, isolates.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters without a shape: bidi controls, joiners, zero-width spaces, the byte order mark.
pub fn is_invisible(c: char) -> bool {
    is_bidi_control(c)
        || matches!(
            c,
            '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' | '\u{180E}'
        )
}

/// The letter that stands for `c` in a fold, or `None` for what a fold leaves out.
///
/// Hamza seats are dropped, ى is read as ي, ة as ه, the Persian letters that only look foreign as
/// their Arabic sisters. ء alone stays: it is a letter of its own.
pub fn folded(c: char) -> Option<char> {
    Some(match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' | 'ی' => 'ي',
        'ة' | 'ہ' | 'ۂ' | 'ۃ' | 'ە' => 'ه',
        'ک' => 'ك',
        TATWEEL => return None,
        c if is_mark(c) || is_invisible(c) => return None,
        c => c,
    })
}

/// Whether a text letter may stand for the letter of a correctly spelt form with the same fold:
/// the bare letter for one that carries a hamza or dots, and a wrongly added seat on a bare alef,
/// but never one hamza seat for another (أن is not إن) nor a dotted ة for ه.
pub fn stands_for(text: char, form: char) -> bool {
    text == form
        || match form {
            'أ' | 'إ' | 'آ' => matches!(text, 'ا' | 'ٱ'),
            'ا' => matches!(text, 'أ' | 'إ' | 'ٱ'),
            'ؤ' => text == 'و',
            'ئ' | 'ى' => matches!(text, 'ي' | 'ی' | 'ى'),
            'ي' => matches!(text, 'ى' | 'ی'),
            'ة' => matches!(text, 'ه' | 'ۃ'),
            'ه' => matches!(text, 'ہ' | 'ە'),
            'ك' => text == 'ک',
            _ => false,
        }
}
