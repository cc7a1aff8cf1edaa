//! Printing numbers: `.` between thousands, `,` before decimals, and a real minus sign.

use rust_decimal::Decimal;

use super::characters::MINUS;
use super::unit::AmountUnit;
use crate::domain::{Amount, invariant};

/// Prints an amount in a unit, without naming the unit: `−1.586.691,5`.
///
/// ```
/// use raaderum::danish::{AmountUnit, print_amount};
/// use raaderum::domain::Amount;
///
/// let saving = Amount::from_kroner(-4_600_500);
/// assert_eq!(print_amount(saving, AmountUnit::Kroner), "−4.600.500");
/// assert_eq!(print_amount(saving, AmountUnit::Thousands), "−4.600,5");
/// ```
///
/// What is printed is read as the same amount:
///
/// ```
/// use raaderum::danish::{AmountUnit, print_amount, read_amount};
/// use raaderum::domain::Amount;
///
/// let half = Amount::from_kroner(500);
/// let printed = print_amount(half, AmountUnit::Thousands);
/// assert_eq!(printed, "0,5");
/// assert_eq!(read_amount(&printed, AmountUnit::Thousands), Ok(Some(half)));
/// ```
#[must_use]
pub fn print_amount(amount: Amount, unit: AmountUnit) -> String {
    print_number(in_unit(amount, unit))
}

/// Returns an amount as a number of a unit, without noughts at the end of its decimals.
///
/// ```
/// use raaderum::danish::{AmountUnit, in_unit};
/// use raaderum::domain::Amount;
///
/// let saving = Amount::from_kroner(-4_600_500);
/// assert_eq!(in_unit(saving, AmountUnit::Thousands).to_string(), "-4600.5");
/// ```
#[must_use]
pub fn in_unit(amount: Amount, unit: AmountUnit) -> Decimal {
    let number = amount.kroner().checked_div(unit.kroner());
    invariant(number, "no unit is 0 kr.")
        .unwrap_or_default()
        .normalize()
}

/// Prints a number with `.` between thousands, `,` before decimals and a real minus sign, and no more decimals than it
/// has.
///
/// ```
/// use raaderum::danish::print_number;
/// use rust_decimal::Decimal;
///
/// assert_eq!(print_number(Decimal::new(-1350, 3)), "−1,35");
/// assert_eq!(print_number(Decimal::from(19_024_000)), "19.024.000");
/// ```
#[must_use]
pub fn print_number(number: Decimal) -> String {
    print_digits(number.normalize())
}

/// Prints a percentage that was rounded to one decimal, always with that decimal: `−81,0 %`.
///
/// ```
/// use raaderum::danish::print_percent;
/// use rust_decimal::Decimal;
///
/// assert_eq!(print_percent(Decimal::from(-81)), "−81,0 %");
/// assert_eq!(print_percent(Decimal::new(-975, 1)), "−97,5 %");
/// // What is rounded to zero has no sign.
/// assert_eq!(print_percent(Decimal::new(-4, 2).round_dp(1)), "0,0 %");
/// ```
#[must_use]
pub fn print_percent(mut percent: Decimal) -> String {
    percent.rescale(1);
    format!("{} %", print_digits(percent))
}

fn print_digits(number: Decimal) -> String {
    let digits = number.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 4);
    if number.is_sign_negative() && !number.is_zero() {
        text.push(MINUS);
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push('.');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(',');
        text.push_str(fraction);
    }
    text
}
