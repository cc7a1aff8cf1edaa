//! Printing numbers: `.` between thousands, `,` before decimals, and a real minus sign.

use rust_decimal::Decimal;

use super::characters::MINUS;
use super::unit::AmountUnit;
use crate::domain::Amount;

/// Prints an amount in a unit, without naming the unit: `−1.586.691,5`.
#[must_use]
pub fn print_amount(amount: Amount, unit: AmountUnit) -> String {
    let number = amount
        .kroner()
        .checked_div(unit.kroner())
        .unwrap_or_default();
    print_number(number)
}

/// Prints a number with `.` between thousands, `,` before decimals and a real minus sign, and no more decimals
/// than it has.
#[must_use]
pub fn print_number(number: Decimal) -> String {
    print_digits(number.normalize())
}

/// Prints a percentage that was rounded to one decimal, with that decimal: `−81,0 %`.
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
