//! Small and capital letters of Latin, Greek and Cyrillic. The standard library knows those of every alphabet, by tables that alone
//! were a twentieth of what a first visit loads.

/// Capital letters that lie as far from each other as from their small letters.
struct Capitals {
    first: char,
    last: char,
    /// How far one is from the next.
    step: u32,
    /// How far each is from its small letter.
    to_small: u32,
}

/// Capital letters whose small letters lie in a block behind them.
const fn block(first: char, last: char, to_small: u32) -> Capitals {
    Capitals {
        first,
        last,
        step: 1,
        to_small,
    }
}

/// Capital letters that are each followed by their small letter.
const fn pairs(first: char, last: char) -> Capitals {
    Capitals {
        first,
        last,
        step: 2,
        to_small: 1,
    }
}

const CAPITALS: [Capitals; 19] = [
    block('A', 'Z', 32),
    block('À', 'Ö', 32),
    block('Ø', 'Þ', 32),
    pairs('Ā', 'Į'),
    pairs('Ĳ', 'Ķ'),
    pairs('Ĺ', 'Ň'),
    pairs('Ŋ', 'Ŷ'),
    pairs('Ź', 'Ž'),
    pairs('Ǎ', 'Ǜ'),
    pairs('Ǟ', 'Ǯ'),
    pairs('Ǹ', 'Ȟ'),
    block('Ά', 'Ά', 38),
    block('Έ', 'Ί', 37),
    block('Α', 'Ρ', 32),
    block('Σ', 'Ϋ', 32),
    block('Ѐ', 'Џ', 80),
    block('А', 'Я', 32),
    pairs('Ḁ', 'Ẕ'),
    pairs('Ạ', 'Ỿ'),
];

impl Capitals {
    fn contains(&self, letter: char) -> bool {
        let from_first = u32::from(letter).wrapping_sub(u32::from(self.first));
        (self.first..=self.last).contains(&letter) && from_first.is_multiple_of(self.step)
    }

    fn small(&self, capital: char) -> Option<char> {
        let small = char::from_u32(u32::from(capital) + self.to_small);
        small.filter(|_| self.contains(capital))
    }

    fn capital(&self, small: char) -> Option<char> {
        let capital = char::from_u32(u32::from(small).checked_sub(self.to_small)?);
        capital.filter(|&capital| self.contains(capital))
    }
}

/// Returns a letter as a small letter, and any other character as it is.
#[must_use]
pub fn small_letter(letter: char) -> char {
    let small = |capitals: &Capitals| capitals.small(letter);
    CAPITALS.iter().find_map(small).unwrap_or(letter)
}

/// Returns a text in small letters.
#[must_use]
pub fn in_small_letters(text: &str) -> String {
    text.chars().map(small_letter).collect()
}

/// Returns a text with a capital letter first.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| {
        let capital = |capitals: &Capitals| capitals.capital(letter);
        CAPITALS.iter().find_map(capital).unwrap_or(letter)
    });
    first.into_iter().chain(letters).collect()
}
