//! The many characters that one number is written with, folded into few.

/// The minus sign that is printed. Hyphen, minus and dashes are all read as minus.
pub const MINUS: char = '\u{2212}';

/// A space between words or groups of digits.
pub(super) const SPACE: char = ' ';
/// What stands between lines or cells: no group of digits continues behind it.
pub(super) const BREAK: char = '\n';

/// Returns a text without format characters, in which every dash is `-`, every sign for times `*`, every space
/// [`SPACE`], and every line break or tab [`BREAK`]. An `x` that stands alone behind a digit is a sign for times.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut follows_digit = false;
    let mut rest = text.chars().filter(|&character| !is_format(character));
    while let Some(character) = rest.next() {
        let is_times = matches!(character, 'x' | 'X') && follows_digit && {
            let is_apart = !folded.ends_with(char::is_alphabetic);
            let next = rest.clone().next();
            let is_last = rest.clone().all(char::is_whitespace);
            is_apart && !is_last && !next.is_some_and(char::is_alphabetic)
        };
        folded.push(if is_times { '*' } else { plain(character) });
        follows_digit |= character.is_numeric();
    }
    folded
}

/// Returns a text without format characters and without spaces around it, as it is quoted in a message.
pub(super) fn quoted(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(|&character| !is_format(character))
        .collect();
    visible.trim().to_owned()
}

fn plain(character: char) -> char {
    match character {
        '\u{2010}'..='\u{2015}' | MINUS | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{D7}' | '\u{B7}' | '\u{2217}' | '\u{22C5}' | '\u{2715}' | '\u{2716}' => '*',
        '\t' | '\u{A}'..='\u{D}' | '\u{85}' | '\u{2028}' | '\u{2029}' => BREAK,
        space if space.is_whitespace() => SPACE,
        other => other,
    }
}

/// Returns whether a character is of Unicode's general category Cf (format). Such a character is not seen, and comes
/// along when a number is copied from a calculator or a PDF file; it is no part of the number:
///
/// ```
/// use raaderum::danish::{AmountUnit, is_format, read_amount};
/// use raaderum::domain::Amount;
///
/// // As the Windows calculator copies it.
/// let copied = "\u{202d}4.600\u{202c}";
/// assert!(copied.starts_with(is_format));
/// assert_eq!(read_amount(copied, AmountUnit::Kroner), Ok(Some(Amount::from_kroner(4_600))));
/// ```
#[must_use]
pub fn is_format(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{600}'..='\u{605}'
            | '\u{61C}'
            | '\u{6DD}'
            | '\u{70F}'
            | '\u{890}'..='\u{891}'
            | '\u{8E2}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{110BD}'
            | '\u{110CD}'
            | '\u{13430}'..='\u{1343F}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0001}'
            | '\u{E0020}'..='\u{E007F}'
    )
}
