//! How the cells of a block are read: their unit, their commas and their signs.

use rust_decimal::Decimal;

use super::unit::BlockUnit;
use crate::danish::{
    AmountUnit, cell_text, in_small_letters, print_amount, read_amount, reading, says_direction,
};
use crate::domain::Amount;
use crate::draft::copy::without_apostrophe;

/// What a comma in a block stands before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Commas {
    /// Decimals, as Danes write them.
    Decimals,
    /// Thousands, as in English.
    Thousands,
}

/// How the cells of a block are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellFormat {
    /// The unit of amounts that name none; that of their field where nothing is said.
    pub unit: Option<BlockUnit>,
    /// What commas are.
    pub commas: Commas,
    /// Whether `kr.` beside an amount says that it is in kroner, and is no mere mark of money.
    pub are_kroner: bool,
}

impl CellFormat {
    /// Returns a cell's text as somebody would type it into a field whose amounts are in `unit`.
    pub fn typed(self, text: &str, unit: Option<AmountUnit>) -> String {
        let text = self.number(text);
        let Some(unit) = unit else {
            return text;
        };
        let text = match is_in_kroner(&text) && !self.are_kroner {
            true => without_kroner(&text),
            false => text,
        };
        match self.unit {
            Some(named) if named != BlockUnit::from(unit) && !names_its_unit(&text) => {
                in_unit(&text, named).map_or(text, |amount| print_amount(amount, unit))
            }
            Some(_) | None => text,
        }
    }

    /// Returns a cell's text with Danish commas, 0 for a lone dash, and without an apostrophe before what is no formula.
    fn number(self, text: &str) -> String {
        if is_lone_dash(text) {
            return "0".to_owned();
        }
        let text = without_apostrophe(text);
        match self.commas {
            Commas::Thousands if text.chars().any(|c| c.is_ascii_digit()) => text
                .chars()
                .filter(|&c| c != ',')
                .map(|c| if c == '.' { ',' } else { c })
                .collect(),
            Commas::Decimals | Commas::Thousands => text.to_owned(),
        }
    }

    /// Returns the amount in a cell as if it were in kroner, and whether it names its own unit. `None` when it is no
    /// amount.
    pub fn amount(self, text: &str) -> Option<(Amount, bool)> {
        let text = self.number(text);
        let amount = read_amount(&text, AmountUnit::Kroner).ok().flatten()?;
        Some((amount, names_its_unit(&text)))
    }
}

/// Returns whether a text is a dash that stands for nothing, as accounts print 0: ` -   `, `–`, ` -   kr. `
pub(super) fn is_lone_dash(text: &str) -> bool {
    cell_text(text) != text
}

/// Returns whether a text is an amount, or a dash for none.
pub(super) fn is_amount(text: &str) -> bool {
    is_lone_dash(text) || matches!(read_amount(text, AmountUnit::Kroner), Ok(Some(_)))
}

/// Returns whether a cell says which sign it has.
pub(super) fn is_signed(text: &str, amount: Amount) -> bool {
    amount.is_saving() || says_direction(text) || text.trim_start().starts_with('+')
}

/// Returns whether a comma in the text is followed by exactly three digits; `None` without a comma.
pub(super) fn has_thousands_comma(text: &str) -> Option<bool> {
    let mut parts = text.split(',');
    parts.next()?;
    let after: Vec<&str> = parts.collect();
    if after.is_empty() {
        return None;
    }
    let is_group = |part: &&str| {
        let digits = part.chars().take_while(char::is_ascii_digit).count();
        digits == 3
    };
    // A point before a comma stands between thousands.
    let is_danish = text
        .find('.')
        .zip(text.find(','))
        .is_some_and(|(point, comma)| {
            point < comma
                && text
                    .get(point + 1..)
                    .is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()))
        });
    Some(after.iter().all(is_group) && !is_danish)
}

/// Returns whether commas in the text can only be between thousands.
pub(super) fn is_english(text: &str) -> bool {
    let commas = text.matches(',').count();
    commas > 1
        || matches!((text.find(','), text.rfind('.')), (Some(comma), Some(point)) if comma < point && text.get(point + 1..).is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit())))
}

/// Returns whether a text names kroner and nothing larger: `kr. -983`, `4.600,-`.
pub(super) fn is_in_kroner(text: &str) -> bool {
    let read = reading(text, AmountUnit::Thousands).ok().flatten();
    read.is_some_and(|reading| reading.is_in_kroner)
}

/// Returns an amount without what names kroner.
fn without_kroner(text: &str) -> String {
    let lower = in_small_letters(text);
    let mut text = lower.trim().to_owned();
    for word in ["kroner", "kr.", "kr", "dkk"] {
        text = text.replace(word, " ");
    }
    let text = text.trim();
    let dashes = [",-", ",\u{2013}", ",\u{2014}", ",\u{2212}"];
    let bare = dashes.iter().find_map(|dash| text.strip_suffix(dash));
    bare.unwrap_or(text).trim().to_owned()
}

fn names_its_unit(text: &str) -> bool {
    let read = |unit| read_amount(text, unit).ok().flatten();
    let (kroner, thousands) = (read(AmountUnit::Kroner), read(AmountUnit::Thousands));
    kroner.is_some() && kroner == thousands && kroner.is_some_and(|amount| !amount.is_zero())
}

fn in_unit(text: &str, unit: BlockUnit) -> Option<Amount> {
    // Read as thousands, an amount may have five decimals: those of a million may have eight.
    let amount = read_amount(text, AmountUnit::Thousands).ok().flatten();
    let by: Decimal = unit.kroner();
    match amount {
        Some(amount) if unit != BlockUnit::Kroner => {
            let thousands = by.checked_div(Decimal::ONE_THOUSAND)?;
            Amount::new(amount.kroner().checked_mul(thousands)?).ok()
        }
        Some(_) | None => read_amount(text, AmountUnit::Kroner).ok().flatten(),
    }
}
