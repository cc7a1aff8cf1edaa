use rust_decimal::Decimal;

use super::{Amount, Month};

/// Where the remainder of a spread goes when the amount does not divide evenly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Remainder {
    /// In the last month, as most of the originals do.
    #[default]
    Last,
    /// In the first month.
    First,
}

/// An amount spread over consecutive months, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// The whole amount, in kroner.
    pub amount: Amount,
    /// The first month that gets a part.
    pub from: Month,
    /// The last month that gets a part.
    pub to: Month,
    /// Which of them takes the remainder.
    pub remainder: Remainder,
}

/// Why an amount cannot be spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpreadError {
    /// The last month lies before the first.
    MonthsReversed,
}

/// Spreads a yearly amount over months by the rule that the original plans follow: whole kroner, each month
/// the amount divided by the number of months and truncated toward zero, the rest in one end. The parts
/// always add up to the amount exactly. Months outside the range get `None`.
///
/// # Errors
/// [`SpreadError::MonthsReversed`].
pub fn spread(spread: &Spread) -> Result<[Option<Amount>; 12], SpreadError> {
    if spread.to < spread.from {
        return Err(SpreadError::MonthsReversed);
    }
    let months = spread.to.index() - spread.from.index() + 1;
    let each = spread
        .amount
        .kroner()
        .checked_div(Decimal::from(months))
        .unwrap_or_default()
        .trunc();
    let each = Amount::nearest(each).unwrap_or_default();
    let others: Amount = std::iter::repeat_n(each, months - 1).sum();
    let rest = spread.amount - others;
    let takes_rest = match spread.remainder {
        Remainder::Last => spread.to,
        Remainder::First => spread.from,
    };
    Ok(Month::ALL.map(|month| {
        (spread.from..=spread.to)
            .contains(&month)
            .then_some(if month == takes_rest { rest } else { each })
    }))
}
