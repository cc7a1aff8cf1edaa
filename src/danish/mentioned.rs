//! Amounts that a running text mentions.

use rust_decimal::{Decimal, RoundingStrategy};

use super::number::{AmountUnit, read_amount};
use crate::domain::{Amount, limits};

/// An amount that a text mentions, such as “6 mio. kr.”.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentioned {
    /// The words as they stand in the text.
    pub words: String,
    /// The amount they name, in kroner.
    pub amount: Amount,
    /// The precision they name it with, in kroner: `26,1 mio.` is precise to 100.000.
    pub precision: Decimal,
}

impl Mentioned {
    /// Whether this is that amount, sign apart.
    #[must_use]
    pub fn is(&self, amount: Amount) -> bool {
        amount.kroner().abs() == self.amount.kroner().abs()
    }

    /// Whether this can mean that amount, sign apart: the same at the precision of the words.
    #[must_use]
    pub fn agrees_with(&self, amount: Amount) -> bool {
        let rounded = |kroner: Decimal| {
            kroner.abs().checked_div(self.precision).map(|units| {
                units.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            })
        };
        rounded(amount.kroner()) == rounded(self.amount.kroner())
    }
}

/// The amounts that a text names with a unit of money: `6 mio. kr.`, `kr. 250.000`, `250.000 kr.`. Years,
/// paragraphs and counts have no such unit and are not amounts; nor is a number whose unit is `kr.` per
/// something smaller than 1.000.
#[must_use]
pub fn amounts_mentioned(text: &str) -> Vec<Mentioned> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words
        .iter()
        .enumerate()
        .filter_map(|(index, word)| {
            let digits = word.trim_matches(|c: char| !c.is_ascii_digit());
            if digits.is_empty() || !word.starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            let unit = words.get(index + 1).copied().unwrap_or_default();
            let unit = unit.trim_end_matches(|c: char| !c.is_alphabetic());
            let before = index
                .checked_sub(1)
                .and_then(|before| words.get(before).copied())
                .unwrap_or_default();
            let words = if word.len() > digits.len() {
                // The unit is glued to the digits, or a comma or full stop follows them: no unit word follows.
                word.trim_end_matches([',', ';', ':', ')']).to_owned()
            } else if is_scale(unit) || is_kroner(unit) {
                format!("{digits} {unit}")
            } else if is_kroner(before.trim_end_matches('.')) {
                format!("kr. {digits}")
            } else {
                return None;
            };
            let named = words.chars().any(char::is_alphabetic);
            let amount = named
                .then(|| read_amount(&words, AmountUnit::Kroner).ok().flatten())
                .flatten()?;
            let decimals = digits
                .split_once(',')
                .map_or(0, |(_, decimals)| decimals.len());
            let scale = read_amount(&words.replace(digits, "1"), AmountUnit::Kroner).ok()??;
            let fineness = (0..decimals).try_fold(scale.kroner(), |fineness, _| {
                fineness.checked_div(Decimal::TEN)
            })?;
            (amount >= Amount::from_kroner(1_000)).then_some(Mentioned {
                words,
                amount,
                // However many noughts are written, an amount is no finer than an øre.
                precision: fineness.max(Decimal::new(1, limits::AMOUNT_DECIMALS)),
            })
        })
        .collect()
}

fn is_scale(word: &str) -> bool {
    matches!(
        word.to_lowercase().replace('.', "").as_str(),
        "mio" | "mill" | "million" | "millioner" | "mia" | "milliard" | "milliarder" | "tkr"
    )
}

fn is_kroner(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "kr" | "kroner")
}
