//! Small and capital letters.

use raaderum::danish::{capitalised, in_small_letters, small_letter};

/// Whether the capital of a letter is told by the standard library alone.
fn is_left_out(letter: char) -> bool {
    // İ and ẞ become two letters or are never first; the others stand in no language of Europe.
    !matches!(letter, '\0'..='\u{17F}' | 'Ș'..='ț' | 'Α'..='ώ' | 'А'..='џ' | 'Ạ'..='ỹ')
        || matches!(letter, 'İ' | 'Ÿ')
}

#[test]
fn a_letter_becomes_small_as_in_the_standard_library() {
    let known = ('\0'..=char::MAX).filter(|&letter| !is_left_out(letter));
    for letter in known {
        let expected: String = letter.to_lowercase().collect();
        assert_eq!(small_letter(letter).to_string(), expected, "{letter}");
    }
    // What is left out stays as it is, or becomes what the standard library says.
    for letter in '\0'..=char::MAX {
        let small = small_letter(letter);
        assert!(
            small == letter || letter.to_lowercase().eq([small]),
            "{letter}"
        );
    }
}

#[test]
fn a_text_becomes_small_letter_by_letter() {
    assert_eq!(
        in_small_letters("Ældre, ØKONOMI og Århus 2024"),
        "ældre, økonomi og århus 2024"
    );
}

#[test]
fn a_text_begins_with_a_capital_letter() {
    assert_eq!(capitalised("ældre og økonomi"), "Ældre og økonomi");
    assert_eq!(capitalised("Budget"), "Budget");
    assert_eq!(capitalised("4 medarbejdere"), "4 medarbejdere");
    assert_eq!(capitalised("ß"), "ß");
    assert_eq!(capitalised(""), "");
}
