//! What is spread, printed and read.

use proptest::prelude::*;
use proptest::sample::select;
use raaderum::danish::{
    AmountUnit, Signs, print_amount, print_date, print_number, read_amount, read_date, read_number,
};
use raaderum::domain::{Amount, Month, Remainder, Spread, spread};
use rust_decimal::Decimal;

use super::config;
use super::strategies::{amount, date, typed};
use crate::support::reading::check_number;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_parts_of_a_spread_add_up(
        amount in amount(),
        from in select(Month::ALL.to_vec()),
        to in select(Month::ALL.to_vec()),
        remainder in select(vec![Remainder::First, Remainder::Last]),
    ) {
        let how = Spread { amount, from, to, remainder };
        let Ok(parts) = spread(&how) else {
            prop_assert!(to < from);
            return Ok(());
        };
        let given: Vec<Amount> = parts.iter().copied().flatten().collect();
        prop_assert_eq!(given.len(), to.index() - from.index() + 1);
        prop_assert_eq!(given.iter().copied().sum::<Amount>(), amount);
        prop_assert!(parts[from.index()].is_some() && parts[to.index()].is_some());
        let end = match remainder {
            Remainder::First => 0,
            Remainder::Last => given.len() - 1,
        };
        for (place, part) in given.iter().enumerate().filter(|(place, _)| *place != end) {
            prop_assert!(part.kroner().is_integer(), "part {} is {:?}", place, part);
            prop_assert_eq!(part, &given[(end + 1) % given.len()]);
            // No part but the last goes past the even share, and none is of the other sign.
            let months = Decimal::from(given.len());
            prop_assert!(part.kroner().abs() * months <= amount.kroner().abs());
            prop_assert!(part.is_zero() || part.is_saving() == amount.is_saving());
        }
    }

    #[test]
    fn a_printed_amount_reads_back_the_same(amount in amount()) {
        for unit in [AmountUnit::Kroner, AmountUnit::Thousands] {
            prop_assert_eq!(read_amount(&print_amount(amount, unit), unit), Ok(Some(amount)));
        }
        let number = amount.kroner();
        prop_assert_eq!(read_number(&print_number(number)), Ok(Some(number)));
    }

    #[test]
    fn a_printed_date_reads_back_the_same(date in date()) {
        prop_assert_eq!(read_date(&print_date(date)), Ok(Some(date)));
    }

    /// Whatever is typed: no reader panics, and a number that is read lies within its limits.
    #[test]
    fn readers_take_any_text(text in typed()) {
        check_number(&text);
    }

    /// The sign in front, of a number with a unit or without, turns the amount around.
    #[test]
    fn an_amount_printed_in_a_sign_convention_reads_back(amount in amount()) {
        for unit in [AmountUnit::Kroner, AmountUnit::Thousands] {
            let read = |signs: Signs| read_amount(&signs.print(amount, unit), unit);
            prop_assert_eq!(read(Signs::MinusSaves), Ok(Some(amount)));
            prop_assert_eq!(read(Signs::Words), Ok(Some(amount)));
            prop_assert_eq!(read(Signs::PlusSaves), Ok(Some(-amount)));
        }
    }

    #[test]
    fn a_minus_in_front_negates(amount in amount(), unit in select(vec!["", " kr.", " mio."]), minus in select(vec!['-', '−', '–'])) {
        let digits = print_number(amount.kroner().abs());
        let plain = read_amount(&format!("{digits}{unit}"), AmountUnit::Thousands);
        let turned = plain.clone().map(|read| read.map(|amount| -amount));
        prop_assert_eq!(read_amount(&format!("{minus}{digits}{unit}"), AmountUnit::Thousands), turned.clone());
        prop_assert_eq!(read_amount(&format!("({digits}{unit})"), AmountUnit::Thousands), turned.clone());
        prop_assert_eq!(read_amount(&format!("{digits}{unit}{minus}"), AmountUnit::Thousands), turned);
    }
}
