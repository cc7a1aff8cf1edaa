//! What people type into number fields, and how numbers are printed back.

use crate::support;

use raaderum::danish::{
    AmountUnit, NumberError, print_amount, print_number, print_percent, read_amount, read_number,
};
use rust_decimal::Decimal;
use support::{dec, kr};

/// What a field makes of a text: kroner in a field of money, the bare number in a plain one.
#[derive(Debug, PartialEq)]
enum Read {
    Is(&'static str),
    Blank,
    No(NumberError),
}
use Read::{Blank, Is, No};

fn check_read(typed: &str, field: &str, read: Result<Option<Decimal>, NumberError>, want: &Read) {
    let want = match want {
        Is(digits) => Ok(Some(dec(digits))),
        Blank => Ok(None),
        No(error) => Err(error.clone()),
    };
    assert_eq!(read, want, "{typed:?} in a {field} field");
}

/// The same text in the three kinds of field: of kroner, of 1.000 kr. and of plain numbers.
fn check(typed: &str, kroner: &Read, thousands: &Read, number: &Read) {
    let amount = |unit| read_amount(typed, unit).map(|read| read.map(|amount| amount.kroner()));
    check_read(typed, "kroner", amount(AmountUnit::Kroner), kroner);
    check_read(typed, "1.000 kr.", amount(AmountUnit::Thousands), thousands);
    check_read(typed, "number", read_number(typed), number);
}

fn check_rows(rows: &[(&str, Read, Read, Read)]) {
    for (typed, kroner, thousands, number) in rows {
        check(typed, kroner, thousands, number);
    }
}

/// A text that no kind of field takes, for the same reason.
fn check_refused(rows: &[(&str, NumberError)]) {
    for (typed, error) in rows {
        let no = No(error.clone());
        check(typed, &no, &no, &no);
    }
}

fn unknown(text: &str) -> NumberError {
    NumberError::Unknown(text.to_owned())
}

fn grouping(text: &str) -> NumberError {
    NumberError::Grouping(text.to_owned())
}

fn commas(text: &str) -> NumberError {
    NumberError::Commas(text.to_owned())
}

const NO_UNIT: Read = No(NumberError::UnitNotAllowed);

/// Every row of the table “What the user may type” in the domain notes.
#[test]
fn what_the_user_may_type() {
    check_rows(&[
        ("1.213", Is("1213"), Is("1213000"), Is("1213")),
        ("-4.600", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("\u{2212}4.600", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("\u{2013}4.600", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("+4", Is("4"), Is("4000"), Is("4")),
        ("kr. 1.586.691", Is("1586691"), Is("1586691"), NO_UNIT),
        ("kr.83.100.000", Is("83100000"), Is("83100000"), NO_UNIT),
        ("30.000 kr.", Is("30000"), Is("30000"), NO_UNIT),
        ("1,35", Is("1.35"), Is("1350"), Is("1.35")),
        ("5,6 mio.", Is("5600000"), Is("5600000"), NO_UNIT),
        ("5,6 mio. kr.", Is("5600000"), Is("5600000"), NO_UNIT),
        ("250 t.kr.", Is("250000"), Is("250000"), NO_UNIT),
        ("1,2 mia.", Is("1200000000"), Is("1200000000"), NO_UNIT),
        ("=12*450", Is("5400"), Is("5400000"), Is("5400")),
        ("450*12", Is("5400"), Is("5400000"), Is("5400")),
        ("(1.200-300)/3", Is("300"), Is("300000"), Is("300")),
        ("4600-", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("(4.600)", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("", Blank, Blank, Blank),
        ("   ", Blank, Blank, Blank),
        ("\u{A0}\u{202F} ", Blank, Blank, Blank),
    ]);
    check_refused(&[
        ("1.5", grouping("1.5")),
        ("1,2,3", commas("1,2,3")),
        ("12.34.567", grouping("12.34.567")),
        ("abc", unknown("abc")),
        ("1e5", unknown("1e5")),
        ("--4", NumberError::TwoSigns),
    ]);
}

#[test]
fn plain_digits_points_and_commas() {
    check_rows(&[
        ("0", Is("0"), Is("0"), Is("0")),
        ("-0", Is("0"), Is("0"), Is("0")),
        ("0,5", Is("0.5"), Is("500"), Is("0.5")),
        ("1,50", Is("1.5"), Is("1500"), Is("1.5")),
        ("1,000", Is("1"), Is("1000"), Is("1")),
        ("19024", Is("19024"), Is("19024000"), Is("19024")),
        (
            "1.586.691,25",
            Is("1586691.25"),
            Is("1586691250"),
            Is("1586691.25"),
        ),
        ("007", Is("7"), Is("7000"), Is("7")),
        // Copied from a page or a sheet: no-break, thin and zero-width spaces around the number.
        ("\u{A0}1.213\u{200B}", Is("1213"), Is("1213000"), Is("1213")),
        ("- 4.600", Is("-4600"), Is("-4600000"), Is("-4600")),
    ]);
}

/// A unit that stands in the text wins over the field's own, wherever it stands and however it is spelt.
#[test]
fn a_unit_wins_over_the_fields_own() {
    for (typed, kroner) in [
        ("4.600 kr", "4600"),
        ("4.600 KR.", "4600"),
        ("4.600 kroner", "4600"),
        ("4.600kr.", "4600"),
        ("4.600 DKK", "4600"),
        ("kr 4.600", "4600"),
        ("kr. -4.600", "-4600"),
        ("-kr. 4.600", "-4600"),
        ("-4.600 kr.", "-4600"),
        ("250 tkr", "250000"),
        ("250 t. kr.", "250000"),
        ("250 tusind", "250000"),
        ("5,6mio", "5600000"),
        ("5,6 mio.kr.", "5600000"),
        ("5,6 mill. kr.", "5600000"),
        ("5,6 millioner kroner", "5600000"),
        ("1 million", "1000000"),
        ("kr. 5,6 mio.", "5600000"),
        ("-1,2 mia. kr.", "-1200000000"),
        ("1,2 milliarder", "1200000000"),
        ("1 milliard", "1000000000"),
        ("26,1 mio. kr. - 50.000 kr.", "26050000"),
        ("450 kr. * 12", "5400"),
        ("(1.200-300) kr.", "900"),
        ("(5 mio. + 3 mio.) kr.", "8000000"),
        ("1 mio. + (1.200-300) kr.", "1000900"),
        ("((1 mio.) + (2 mio.)) kr.", "3000000"),
        ("3*(1 mio. + 500 t.kr.)", "4500000"),
    ] {
        check(typed, &Is(kroner), &Is(kroner), &NO_UNIT);
    }
    // What names no unit stays in the field's own, beside what names one.
    check("2 mio. + 300", &Is("2000300"), &Is("2300000"), &NO_UNIT);
}

#[test]
fn ledgers_print_minus_behind_or_in_brackets() {
    check_rows(&[
        ("4.600,50-", Is("-4600.5"), Is("-4600500"), Is("-4600.5")),
        ("4600 -", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("4600\u{2212}", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("( 4.600 )", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("(-4.600)", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("4.600 kr.-", Is("-4600"), Is("-4600"), NO_UNIT),
        ("kr. 4.600-", Is("-4600"), Is("-4600"), NO_UNIT),
        ("kr. (4.600)", Is("-4600"), Is("-4600"), NO_UNIT),
        ("(kr. 4.600)", Is("-4600"), Is("-4600"), NO_UNIT),
        ("(4.600 kr.)", Is("-4600"), Is("-4600"), NO_UNIT),
        ("(4.600) kr.", Is("-4600"), Is("-4600"), NO_UNIT),
        ("(4,6 mio.)", Is("-4600000"), Is("-4600000"), NO_UNIT),
        ("(4,6) mio. kr.", Is("-4600000"), Is("-4600000"), NO_UNIT),
        ("(4,6 mio.) kr.", Is("-4600000"), Is("-4600000"), NO_UNIT),
        // Only a number that stands alone: in a calculation brackets are brackets.
        ("=(4.600)", Is("4600"), Is("4600000"), Is("4600")),
        ("(4.600)+100", Is("4700"), Is("4700000"), Is("4700")),
        ("((4.600))", Is("4600"), Is("4600000"), Is("4600")),
        ("-(4.600)", Is("-4600"), Is("-4600000"), Is("-4600")),
    ]);
    check_refused(&[
        ("-4600-", NumberError::Unfinished),
        ("(4600)-", NumberError::Unfinished),
        ("=4600-", NumberError::Unfinished),
        ("4600--", NumberError::TwoSigns),
    ]);
}

#[test]
fn arithmetic_follows_the_usual_rules() {
    for (typed, number) in [
        ("1+2*3", "7"),
        ("(1+2)*3", "9"),
        ("10-4-3", "3"),
        ("100/10/5", "2"),
        ("12/4*3", "9"),
        ("2*(3+4*(5-3))", "22"),
        ("-2*3", "-6"),
        ("4*-3", "-12"),
        ("-(-4)", "4"),
        ("= 1.200 + 300", "1500"),
        ("12\u{D7}450", "5400"),
        ("12\u{B7}450", "5400"),
        ("10\u{2013}4", "6"),
        ("1,5*4", "6"),
        ("=7", "7"),
    ] {
        let kroner = read_amount(typed, AmountUnit::Kroner).map(|read| read.map(|a| a.kroner()));
        check_read(typed, "kroner", kroner, &Is(number));
        check_read(typed, "number", read_number(typed), &Is(number));
    }
}

/// A calculation is rounded, an amount to the øre and a number to four decimals, halves away from zero; what is
/// simply typed never is.
#[test]
fn only_calculations_are_rounded() {
    check_rows(&[
        ("=1000/3", Is("333.33"), Is("333333.33"), Is("333.3333")),
        ("=2000/3", Is("666.67"), Is("666666.67"), Is("666.6667")),
        ("=0,01/2", Is("0.01"), Is("5"), Is("0.005")),
        ("=-0,01/2", Is("-0.01"), Is("-5"), Is("-0.005")),
        ("1/3*3", Is("1"), Is("1000"), Is("1")),
        (
            "=0,005",
            No(NumberError::TooManyDecimals(2)),
            Is("5"),
            Is("0.005"),
        ),
    ]);
}

#[test]
fn mistakes_are_named() {
    check_refused(&[
        (".5", grouping(".5")),
        (",5", grouping(",5")),
        ("5,", grouping("5,")),
        ("5.", grouping("5.")),
        ("1234.567", grouping("1234.567")),
        ("1.2345", grouping("1.2345")),
        ("1.000,5.0", grouping("1.000,5.0")),
        ("1,213.50", grouping("1,213.50")),
        ("1,,5", commas("1,,5")),
        ("12 stk.", unknown("stk.")),
        ("5 %", unknown("%")),
        ("#VÆRDI!", unknown("#")),
        ("½", unknown("½")),
        ("5 €", unknown("€")),
        ("4==4", unknown("=")),
        ("+-4", NumberError::TwoSigns),
        ("4+-3", NumberError::TwoSigns),
        ("4*--3", NumberError::TwoSigns),
        ("=", NumberError::Unfinished),
        ("-", NumberError::Unfinished),
        ("4+", NumberError::Unfinished),
        ("*4", NumberError::Unfinished),
        ("4**2", NumberError::Unfinished),
        ("(4", NumberError::Unfinished),
        ("(4+3", NumberError::Unfinished),
        ("4)", NumberError::Unfinished),
        ("()", NumberError::Unfinished),
        ("1 213", NumberError::NothingBetween),
        ("2(3)", NumberError::NothingBetween),
        ("(2)(3)", NumberError::NothingBetween),
        ("1/0", NumberError::DivisionByZero),
        ("5/(3-3)", NumberError::DivisionByZero),
    ]);
    let in_money = |typed, error: NumberError| {
        check(typed, &No(error.clone()), &No(error), &NO_UNIT);
    };
    in_money("kr.", NumberError::Unfinished);
    in_money("mio.", NumberError::Unfinished);
    in_money("mio. 5", NumberError::Unfinished);
    in_money("kr. kr. 5", NumberError::Unfinished);
    in_money("kr. --5", NumberError::TwoSigns);
    in_money("2 mio. 3", NumberError::NothingBetween);
    in_money("(4,6 mio.) mio.", NumberError::NothingBetween);
}

#[test]
fn the_limits_of_an_amount() {
    const TOO_LARGE: Read = No(NumberError::TooLarge);
    const TOO_FINE: Read = No(NumberError::TooManyDecimals(2));
    let million_million = Is("1000000000000");
    let check_money = |typed, kroner: &Read, thousands: &Read| {
        let amount = |unit| read_amount(typed, unit).map(|read| read.map(|a| a.kroner()));
        check_read(typed, "kroner", amount(AmountUnit::Kroner), kroner);
        check_read(typed, "1.000 kr.", amount(AmountUnit::Thousands), thousands);
    };
    check_money("1.000.000.000.000", &million_million, &TOO_LARGE);
    check_money("-1.000.000.000.000", &Is("-1000000000000"), &TOO_LARGE);
    check_money("1.000.000.000", &Is("1000000000"), &million_million);
    check_money("1.000 mia.", &million_million, &million_million);
    check_money("1.000.000.000.000,01", &TOO_LARGE, &TOO_LARGE);
    check_money("-1.000.000.000.001", &TOO_LARGE, &TOO_LARGE);
    check_money("1.000.000.001", &Is("1000000001"), &TOO_LARGE);
    check_money("999.999.999.999,99", &Is("999999999999.99"), &TOO_LARGE);
    check_money("1.001 mia.", &TOO_LARGE, &TOO_LARGE);
    check_money("1000000*1000000", &million_million, &TOO_LARGE);
    check_money("1000000*1000001", &TOO_LARGE, &TOO_LARGE);
    check_money("999999999999999*999999999999999", &TOO_LARGE, &TOO_LARGE);
    check_money("1,25", &Is("1.25"), &Is("1250"));
    check_money("1,255", &TOO_FINE, &Is("1255"));
    check_money("0,00001", &TOO_FINE, &Is("0.01"));
    check_money("0,000001", &TOO_FINE, &TOO_FINE);
    check_money("1,0000000000001", &TOO_FINE, &TOO_FINE);
    check_money("1,234 kr.", &TOO_FINE, &TOO_FINE);
    check_money("0,0000001 mio.", &Is("0.1"), &Is("0.1"));

    let digits = |count| "9".repeat(count);
    assert_eq!(read_number(&digits(15)), Ok(Some(dec(&digits(15)))));
    assert_eq!(read_number(&digits(16)), Err(NumberError::TooLarge));

    let padded = |spaces: usize| format!("{}7", " ".repeat(spaces));
    assert_eq!(read_number(&padded(199)), Ok(Some(dec("7"))));
    check_refused(&[
        (&padded(200), NumberError::TooLong),
        (&"æ".repeat(201), NumberError::TooLong),
        (&"(".repeat(200), NumberError::Unfinished),
    ]);
}

#[test]
fn numbers_are_printed_the_danish_way() {
    for (number, printed) in [
        ("0", "0"),
        ("-0", "0"),
        ("5", "5"),
        ("999", "999"),
        ("1000", "1.000"),
        ("-1000", "\u{2212}1.000"),
        ("100000", "100.000"),
        ("1586691", "1.586.691"),
        ("-26049996", "\u{2212}26.049.996"),
        ("1000000000000", "1.000.000.000.000"),
        ("1.35", "1,35"),
        ("1.50", "1,5"),
        ("1234.5678", "1.234,5678"),
        ("-0.05", "\u{2212}0,05"),
        ("-81.0", "\u{2212}81"),
    ] {
        assert_eq!(print_number(dec(number)), printed, "{number}");
    }
}

#[test]
fn amounts_are_printed_in_the_fields_unit() {
    for (kroner, in_kroner, in_thousands) in [
        ("0", "0", "0"),
        ("-4600000", "\u{2212}4.600.000", "\u{2212}4.600"),
        ("500", "500", "0,5"),
        ("1586691.5", "1.586.691,5", "1.586,6915"),
        ("0.01", "0,01", "0,00001"),
        (
            "-1000000000000",
            "\u{2212}1.000.000.000.000",
            "\u{2212}1.000.000.000",
        ),
    ] {
        assert_eq!(print_amount(kr(kroner), AmountUnit::Kroner), in_kroner);
        assert_eq!(
            print_amount(kr(kroner), AmountUnit::Thousands),
            in_thousands
        );
    }
}

#[test]
fn percentages_are_printed_with_one_decimal() {
    for (percent, printed) in [
        ("-81", "\u{2212}81,0 %"),
        ("-97.5", "\u{2212}97,5 %"),
        ("0", "0,0 %"),
        ("1234.5", "1.234,5 %"),
    ] {
        assert_eq!(print_percent(dec(percent)), printed);
    }
}
