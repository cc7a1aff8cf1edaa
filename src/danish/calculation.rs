//! Arithmetic in typed text: whether there is any, and how it is printed.

use super::number::{MINUS, folded};

/// Returns whether a text is arithmetic: whether an operator stands between two numbers. It may be arithmetic that
/// cannot be read.
///
/// ```
/// use raaderum::danish::is_calculation;
///
/// assert!(is_calculation("12*450"));
/// assert!(!is_calculation("−4.600"));
/// assert!(!is_calculation("4.600,-"));
/// ```
#[must_use]
pub fn is_calculation(typed: &str) -> bool {
    print_calculation(typed).is_some()
}

/// Returns whether a text has the `=` that asks for it to be computed. The sign stands first, or after `sparer` or
/// `koster`:
///
/// ```
/// use raaderum::danish::{AmountUnit, has_equals, read_amount};
/// use raaderum::domain::Amount;
///
/// assert!(has_equals("sparer =500-200"));
/// let read = read_amount("sparer =500-200", AmountUnit::Kroner);
/// assert_eq!(read, Ok(Some(Amount::from_kroner(-300))));
/// ```
#[must_use]
pub fn has_equals(typed: &str) -> bool {
    typed.contains('=')
}

/// Prints arithmetic as it was typed, with the signs of print and spaces around them: `= 12 × 450`. `None` where the
/// text is no arithmetic.
///
/// ```
/// use raaderum::danish::print_calculation;
///
/// assert_eq!(print_calculation("=12*450").as_deref(), Some("= 12 × 450"));
/// assert_eq!(print_calculation("(1.200-300)/3").as_deref(), Some("= (1.200 − 300) / 3"));
/// assert_eq!(print_calculation("12x450").as_deref(), Some("= 12 × 450"));
/// assert_eq!(print_calculation("-4.600"), None);
/// ```
#[must_use]
pub fn print_calculation(typed: &str) -> Option<String> {
    let mut printed = String::from("= ");
    // Whether a whole number stands before what is read now, so that a minus subtracts.
    let mut follows_number = false;
    // Whether an operator waits for the number after it.
    let mut waits = false;
    let mut calculates = false;
    for character in folded(typed).trim().chars().filter(|&c| c != '=') {
        match operator(character) {
            Some(sign) if follows_number => {
                printed.truncate(printed.trim_end().len());
                printed.extend([' ', sign, ' ']);
                (follows_number, waits) = (false, true);
            }
            Some(sign) => printed.push(sign),
            None if character.is_whitespace() => {
                let word_ends = |c: char| c.is_alphanumeric() || ".,)%".contains(c);
                if printed.ends_with(word_ends) {
                    printed.push(' ');
                }
            }
            None => {
                calculates |= waits && character.is_numeric();
                follows_number |= character.is_numeric();
                follows_number &= character != '(';
                printed.push(character);
            }
        }
    }
    printed.truncate(printed.trim_end().len());
    calculates.then_some(printed)
}

/// Returns how an operator of a folded text is printed; `None` where the character is none.
fn operator(character: char) -> Option<char> {
    match character {
        '-' => Some(MINUS),
        '*' => Some('\u{D7}'),
        '+' | '/' => Some(character),
        _ => None,
    }
}
