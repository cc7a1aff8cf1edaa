//! What cells of a grid come to: their sum and their mean.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Form;
use crate::danish::{AmountUnit, in_unit};
use crate::domain::{Amount, Entry, Slot};

/// A mean that has no end is rounded to so many decimals.
const DECIMALS: u32 = 2;

/// What several cells come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellSum {
    /// How many cells there are.
    pub cells: usize,
    /// How many of them are blank. They count in nothing.
    pub blank: usize,
    /// How many cannot be read. They count in nothing either.
    pub unreadable: usize,
    /// The sum and the mean of the others; `None` where there are none, or they are numbers of several kinds.
    pub figures: Option<Figures>,
}

/// A sum and a mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// What is summed.
    pub kind: Summed,
    /// The sum. An amount is in kroner.
    pub sum: Decimal,
    /// The mean. An amount is in kroner.
    pub mean: Decimal,
    /// Whether the mean was rounded.
    pub is_rounded: bool,
}

/// What is summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Summed {
    /// Amounts whose sign says that something saves or costs.
    Changes,
    /// Amounts that say how much there is.
    Levels,
    /// Numbers of people.
    People,
    /// Changes in positions.
    Positions,
}

/// Returns what cells come to.
pub fn sum_of_cells<F: Form>(form: &F, cells: impl IntoIterator<Item = F::Field>) -> CellSum {
    let mut found = CellSum {
        cells: 0,
        blank: 0,
        unreadable: 0,
        figures: None,
    };
    let mut numbers: Vec<(Summed, Decimal)> = Vec::new();
    for field in cells {
        found.cells += 1;
        let amounts = if F::is_change(field) {
            Summed::Changes
        } else {
            Summed::Levels
        };
        let number = match form.slot(field) {
            Some(Slot::Amount(entry)) => number(entry, amounts, |amount| amount.kroner()),
            Some(Slot::People(entry)) => number(entry, Summed::People, |it| it.people().into()),
            Some(Slot::Positions(entry)) => number(entry, Summed::Positions, |it| it.positions()),
            // A grid has no cells of other kinds.
            Some(_) | None => Ok(None),
        };
        match number {
            Ok(Some(number)) => numbers.push(number),
            Ok(None) => found.blank += 1,
            Err(Unreadable) => found.unreadable += 1,
        }
    }
    found.figures = figures(&numbers, F::UNIT);
    found
}

/// What is in a cell cannot be read.
struct Unreadable;

fn number<T: Copy>(
    entry: &Entry<T>,
    kind: Summed,
    number: impl Fn(T) -> Decimal,
) -> Result<Option<(Summed, Decimal)>, Unreadable> {
    match entry {
        Entry::Blank => Ok(None),
        Entry::Value(value) => Ok(Some((kind, number(*value)))),
        Entry::Unreadable(_) => Err(Unreadable),
    }
}

fn figures(numbers: &[(Summed, Decimal)], unit: AmountUnit) -> Option<Figures> {
    let (kind, _) = *numbers.first()?;
    if numbers.iter().any(|(other, _)| *other != kind) {
        return None;
    }
    let mut sum = Decimal::ZERO;
    for (_, number) in numbers {
        sum = sum.checked_add(*number)?;
    }
    let count = Decimal::from(numbers.len());
    let (mean, is_rounded) = mean(kind, sum, count, unit)?;
    Some(Figures {
        kind,
        sum: sum.normalize(),
        mean: mean.normalize(),
        is_rounded,
    })
}

/// The mean, and whether it was rounded: an amount is exact to the øre, whatever unit it is shown in.
fn mean(kind: Summed, sum: Decimal, count: Decimal, unit: AmountUnit) -> Option<(Decimal, bool)> {
    let mean = sum.checked_div(count)?;
    let round = |number: Decimal| {
        number.round_dp_with_strategy(DECIMALS, RoundingStrategy::MidpointAwayFromZero)
    };
    let fine = round(mean);
    let is_exact = fine.checked_mul(count) == Some(sum);
    let mean = match kind {
        _ if is_exact => fine,
        Summed::People | Summed::Positions => fine,
        Summed::Changes | Summed::Levels => {
            let one = in_unit(Amount::from_kroner(1), unit);
            round(mean.checked_mul(one)?).checked_div(one)?
        }
    };
    Some((mean, !is_exact))
}
