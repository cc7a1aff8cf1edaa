//! The unit that a table's amounts are in, as a heading or caption names it.

use rust_decimal::Decimal;

use super::headings::is_number_word;
use crate::danish::AmountUnit;

/// The unit of the amounts in a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockUnit {
    /// Kroner.
    Kroner,
    /// 1.000 kr.
    Thousands,
    /// Mio. kr.
    Millions,
    /// Mia. kr.
    Billions,
}

impl BlockUnit {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Kroner,
        Self::Thousands,
        Self::Millions,
        Self::Billions,
    ];

    /// Returns how many kroner one of it is.
    #[must_use]
    pub fn kroner(self) -> Decimal {
        Decimal::from(match self {
            Self::Kroner => 1,
            Self::Thousands => 1_000,
            Self::Millions => 1_000_000,
            Self::Billions => 1_000_000_000,
        })
    }
}

impl From<AmountUnit> for BlockUnit {
    fn from(unit: AmountUnit) -> Self {
        match unit {
            AmountUnit::Kroner => Self::Kroner,
            AmountUnit::Thousands => Self::Thousands,
        }
    }
}

/// Returns the units that a heading or caption names: `Beløb i mio. kr.`, `1.000 kr.`, `t.kr.`, `i hele kr.`. An amount
/// that a text mentions, such as `5 mio. kr.`, names none.
pub(super) fn units_in(text: &str) -> Vec<BlockUnit> {
    let words = words(text);
    let word = |index: Option<usize>| {
        let word = index.and_then(|index| words.get(index));
        word.map(String::as_str).unwrap_or_default()
    };
    let mut units = Vec::new();
    for index in 0..words.len() {
        let (before, this, after) = (
            word(index.checked_sub(1)),
            word(Some(index)),
            word(Some(index + 1)),
        );
        let is_amount = is_number_word(before) && before != "1";
        let is_of_money = is_kroner(after);
        let unit = match this {
            "1000" if is_of_money => Some(BlockUnit::Thousands),
            "1000000" if is_of_money => Some(BlockUnit::Millions),
            _ if is_amount => None,
            "mio" | "mill" | "miokr" | "million" | "millioner" => Some(BlockUnit::Millions),
            "mia" | "miakr" | "milliard" | "milliarder" => Some(BlockUnit::Billions),
            "tkr" | "tusind" | "tusinde" => Some(BlockUnit::Thousands),
            "t" if is_of_money => Some(BlockUnit::Thousands),
            _ if is_kroner(this) && !is_scale(before) && !is_number_word(after) => {
                Some(BlockUnit::Kroner)
            }
            _ => None,
        };
        units.extend(unit);
    }
    units
}

/// Returns the units that the name of a row ends with, in brackets or after a comma: `Gevinst (mio. kr.)`.
pub(super) fn units_at_end(name: &str) -> Vec<BlockUnit> {
    name.rsplit_once(['(', '['])
        .or_else(|| name.rsplit_once(','))
        .map(|(_, end)| units_in(end))
        .unwrap_or_default()
}

fn is_kroner(word: &str) -> bool {
    matches!(word, "kr" | "kroner" | "dkk")
}

/// Returns whether `kr.` after the word says nothing new.
fn is_scale(word: &str) -> bool {
    matches!(
        word,
        "1" | "1000"
            | "1000000"
            | "mio"
            | "mill"
            | "million"
            | "millioner"
            | "mia"
            | "milliard"
            | "milliarder"
            | "t"
            | "tusind"
            | "tusinde"
    )
}

/// Returns the words of a text in small letters; `1.000` and `1 000` are one.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut words: Vec<String> = Vec::new();
    for word in lower.split(|c: char| !c.is_alphanumeric()) {
        let continues = word.len() == 3 && is_number_word(word);
        match words.last_mut() {
            Some(last) if continues && is_number_word(last) => last.push_str(word),
            _ if word.is_empty() => {}
            _ => words.push(word.to_owned()),
        }
    }
    words
}
