use super::{Amount, Month};

/// The month that takes the remainder where an amount does not divide evenly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Remainder {
    /// The last month, as in most of the originals.
    #[default]
    Last,
    /// The first month.
    First,
}

/// An amount that is to be spread over consecutive months, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// The whole amount, in kroner.
    pub amount: Amount,
    /// The first month that gets a part.
    pub from: Month,
    /// The last month that gets a part.
    pub to: Month,
    /// The month that takes the remainder.
    pub remainder: Remainder,
}

/// The reason why an amount cannot be spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpreadError {
    /// The last month lies before the first.
    MonthsReversed,
}

/// Spreads a yearly amount over months by the rule that the original plans follow: each month gets the amount divided
/// by the number of months, truncated toward zero to whole kroner, and one end takes the remainder. Returns the part of
/// each month of the year, in kroner, which together give the amount exactly; `None` for a month outside the range.
///
/// ```
/// use raaderum::domain::{Amount, Month, Remainder, Spread, spread};
///
/// // Row 2 of Slagelse's plan for 2023: 11 × −108.333 and −108.337.
/// let year = Spread {
///     amount: Amount::from_kroner(-1_300_000),
///     from: Month::January,
///     to: Month::December,
///     remainder: Remainder::Last,
/// };
/// let parts = spread(&year).unwrap();
/// assert_eq!(parts[0], Some(Amount::from_kroner(-108_333)));
/// assert_eq!(parts[11], Some(Amount::from_kroner(-108_337)));
/// assert_eq!(parts.into_iter().flatten().sum::<Amount>(), year.amount);
/// ```
///
/// Row 10 has its remainder first:
///
/// ```
/// # use raaderum::domain::{Amount, Month, Remainder, Spread, spread};
/// let year = Spread {
///     amount: Amount::from_kroner(-250_000),
///     from: Month::January,
///     to: Month::December,
///     remainder: Remainder::First,
/// };
/// let parts = spread(&year).unwrap();
/// assert_eq!(parts[0], Some(Amount::from_kroner(-20_837)));
/// assert_eq!(parts[1], Some(Amount::from_kroner(-20_833)));
/// ```
///
/// Less than a krone a month goes to one month whole, and the others get 0, not nothing:
///
/// ```
/// # use raaderum::domain::{Amount, Month, Remainder, Spread, spread};
/// let small = Spread {
///     amount: Amount::from_kroner(-4),
///     from: Month::August,
///     to: Month::December,
///     remainder: Remainder::Last,
/// };
/// let parts = spread(&small).unwrap();
/// assert_eq!(parts[Month::July.index()], None);
/// assert_eq!(parts[Month::August.index()], Some(Amount::ZERO));
/// assert_eq!(parts[Month::December.index()], Some(Amount::from_kroner(-4)));
/// ```
///
/// Øre do not get lost: they are in the remainder.
///
/// ```
/// # use raaderum::domain::{Amount, Month, Remainder, Spread, spread};
/// # use rust_decimal::Decimal;
/// let with_øre = Spread {
///     amount: Amount::new(Decimal::new(-1_000_50, 2)).unwrap(),
///     from: Month::November,
///     to: Month::December,
///     remainder: Remainder::Last,
/// };
/// let [.., november, december] = spread(&with_øre).unwrap();
/// assert_eq!(november, Some(Amount::from_kroner(-500)));
/// assert_eq!(december.unwrap().kroner().to_string(), "-500.5");
/// ```
///
/// # Errors
/// [`SpreadError::MonthsReversed`]:
///
/// ```
/// # use raaderum::domain::{Amount, Month, Remainder, Spread, SpreadError, spread};
/// let reversed = Spread {
///     amount: Amount::from_kroner(-250_000),
///     from: Month::December,
///     to: Month::August,
///     remainder: Remainder::Last,
/// };
/// assert_eq!(spread(&reversed), Err(SpreadError::MonthsReversed));
/// ```
pub fn spread(spread: &Spread) -> Result<[Option<Amount>; 12], SpreadError> {
    if spread.to < spread.from {
        return Err(SpreadError::MonthsReversed);
    }
    let months = spread.to.index() - spread.from.index() + 1;
    let each = spread.amount.whole_share(months);
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
