//! What people type into number fields, and how numbers are printed back.

use crate::support;

use proptest::prelude::*;
use raaderum::danish::{
    AmountUnit, NotComputed, NumberError, cell_text, footnote_of, print_amount, print_number,
    print_percent, read_amount, read_number, read_yearly_amount, reading,
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

fn row(numbers: &[&str]) -> NumberError {
    NumberError::Row(numbers.iter().map(|&number| number.to_owned()).collect())
}

fn not_computed(typed: &str, calculation: &str) -> NotComputed {
    NotComputed {
        typed: typed.to_owned(),
        calculation: Some(calculation.to_owned()),
    }
}

fn range(typed: &str, calculation: &str) -> NumberError {
    NumberError::Range(not_computed(typed, calculation))
}

fn years(typed: &str, calculation: &str) -> NumberError {
    NumberError::Years(not_computed(typed, calculation))
}

fn subtraction(typed: &str, calculation: &str) -> NumberError {
    NumberError::Subtraction(not_computed(typed, calculation))
}

fn date(typed: &str) -> NumberError {
    NumberError::Date(typed.to_owned())
}

/// Every row of the table “What the user may type” in the domain notes that is read.
#[test]
fn what_the_user_may_type() {
    check_rows(&[
        ("1.213", Is("1213"), Is("1213000"), Is("1213")),
        ("-4.600", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("\u{2212}4.600", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("\u{2013}4.600", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("\u{2014}4.600", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("+4", Is("4"), Is("4000"), Is("4")),
        ("96 755", Is("96755"), Is("96755000"), Is("96755")),
        ("96\u{A0}755", Is("96755"), Is("96755000"), Is("96755")),
        ("96\u{202F}755", Is("96755"), Is("96755000"), Is("96755")),
        ("96\u{2009}755", Is("96755"), Is("96755000"), Is("96755")),
        (
            "-96\u{202F}755",
            Is("-96755"),
            Is("-96755000"),
            Is("-96755"),
        ),
        (
            "1 586 691,5",
            Is("1586691.5"),
            Is("1586691500"),
            Is("1586691.5"),
        ),
        ("kr. 1.586.691", Is("1586691"), Is("1586691"), NO_UNIT),
        ("kr.83.100.000", Is("83100000"), Is("83100000"), NO_UNIT),
        ("30.000 kr.", Is("30000"), Is("30000"), NO_UNIT),
        ("30 000 kr.", Is("30000"), Is("30000"), NO_UNIT),
        ("4.600,-", Is("4600"), Is("4600"), NO_UNIT),
        ("4.600,\u{2013}", Is("4600"), Is("4600"), NO_UNIT),
        ("1,35", Is("1.35"), Is("1350"), Is("1.35")),
        ("½ mio.", Is("500000"), Is("500000"), NO_UNIT),
        ("½", Is("0.5"), Is("500"), Is("0.5")),
        ("¼", Is("0.25"), Is("250"), Is("0.25")),
        ("¾", Is("0.75"), Is("750"), Is("0.75")),
        ("2½ mio.", Is("2500000"), Is("2500000"), NO_UNIT),
        ("2 ½ mio. kr.", Is("2500000"), Is("2500000"), NO_UNIT),
        ("-1¼", Is("-1.25"), Is("-1250"), Is("-1.25")),
        ("½mio.", Is("500000"), Is("500000"), NO_UNIT),
        ("5,6 mio.", Is("5600000"), Is("5600000"), NO_UNIT),
        ("5,6 mio. kr.", Is("5600000"), Is("5600000"), NO_UNIT),
        ("35 mio", Is("35000000"), Is("35000000"), NO_UNIT),
        ("250 t.kr.", Is("250000"), Is("250000"), NO_UNIT),
        ("1,2 mia.", Is("1200000000"), Is("1200000000"), NO_UNIT),
        ("=12*450", Is("5400"), Is("5400000"), Is("5400")),
        ("450*12", Is("5400"), Is("5400000"), Is("5400")),
        ("(1.200-300)/3", Is("300"), Is("300000"), Is("300")),
        ("=3-2", Is("1"), Is("1000"), Is("1")),
        (
            "26,1 mio. kr. - 50.000 kr.",
            Is("26050000"),
            Is("26050000"),
            NO_UNIT,
        ),
        ("4600-", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("(4.600)", Is("-4600"), Is("-4600000"), Is("-4600")),
        (
            "\u{202D}4.600\u{202C}",
            Is("4600"),
            Is("4600000"),
            Is("4600"),
        ),
        ("\u{200E}-4.600", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("-\u{2060}4.600", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("4.\u{AD}600", Is("4600"), Is("4600000"), Is("4600")),
        ("\u{FEFF}4.600", Is("4600"), Is("4600000"), Is("4600")),
        ("0,480*", Is("0.48"), Is("480"), Is("0.48")),
        ("4.600¹", Is("4600"), Is("4600000"), Is("4600")),
        ("4.600 ²", Is("4600"), Is("4600000"), Is("4600")),
        ("-4.600³", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("4.600 1)", Is("4600"), Is("4600000"), Is("4600")),
        ("(4.600) 1)", Is("-4600"), Is("-4600000"), Is("-4600")),
        ("", Blank, Blank, Blank),
        ("   ", Blank, Blank, Blank),
        ("\u{A0}\u{202F} ", Blank, Blank, Blank),
        ("\u{202D}\u{202C}", Blank, Blank, Blank),
    ]);
}

/// Every row of that table that is refused. Each refusal says what this text looks like.
#[test]
fn what_is_refused_says_what_it_looks_like() {
    check_refused(&[
        ("12 13", row(&["12", "13"])),
        ("2024-2027", years("2024-2027", "=2024-2027")),
        ("2024\u{2013}2027", years("2024\u{2013}2027", "=2024-2027")),
        ("2024-27", years("2024-27", "=2024-27")),
        ("2024/25", years("2024/25", "=2024/25")),
        ("120-50", subtraction("120-50", "=120-50")),
        ("10\u{2013}4", subtraction("10\u{2013}4", "=10-4")),
        ("10-4-3", subtraction("10-4-3", "=10-4-3")),
        ("4-5000.600", grouping("5000.600")),
        ("1-2", range("1-2", "=1-2")),
        ("2,5 - 3,5", range("2,5 - 3,5", "=2,5 - 3,5")),
        ("(120-150)", subtraction("(120-150)", "=(120-150)")),
        (
            "-120 -160 -160 -160",
            row(&["-120", "-160", "-160", "-160"]),
        ),
        ("-983 -1.183", row(&["-983", "-1.183"])),
        ("120 -50", row(&["120", "-50"])),
        ("+120 +160", row(&["+120", "+160"])),
        ("-120 +160", row(&["-120", "+160"])),
        ("96  755", row(&["96", "755"])),
        ("96\t755", row(&["96", "755"])),
        ("96\n755", row(&["96", "755"])),
        ("1.213 500", row(&["1.213", "500"])),
        ("01-01-2024", date("01-01-2024")),
        ("1/1-2024", date("1/1-2024")),
        ("1/3-23", date("1/3-23")),
        ("01.01.2024", date("01.01.2024")),
        ("2024-01-01", date("2024-01-01")),
        ("3/10 2022", date("3/10 2022")),
        ("1. januar 2024", date("1. januar 2024")),
        ("3. okt. 2022", date("3. okt. 2022")),
        ("1 januar 2024", date("1 januar 2024")),
        ("ca. 300", NumberError::Approximate("ca.".to_owned())),
        ("1.5", grouping("1.5")),
        ("1,2,3", commas("1,2,3")),
        ("12.34.567", grouping("12.34.567")),
        ("abc", unknown("abc")),
        ("1e5", unknown("1e5")),
        ("--4", NumberError::TwoSigns),
        ("12 %", NumberError::Percent),
        ("…", unknown("…")),
        ("-0,51)", NumberError::GluedMark("-0,5".to_owned())),
        (" -   ", NumberError::LoneDash),
        ("\u{2013}", NumberError::LoneDash),
        ("2,5½", unknown("2,5½")),
        ("450*12*", NumberError::Unfinished),
    ]);
    let in_money = |typed, error: NumberError| {
        check(typed, &No(error.clone()), &No(error), &NO_UNIT);
    };
    in_money(
        "2,5-3,5 mio.",
        range("2,5-3,5 mio.", "=2,5 mio. - 3,5 mio."),
    );
    in_money(
        "2,5-3,5 mio. kr.",
        range("2,5-3,5 mio. kr.", "=2,5 mio. kr. - 3,5 mio. kr."),
    );
    in_money(
        "1\u{2013}2 mio.",
        range("1\u{2013}2 mio.", "=1 mio. - 2 mio."),
    );
    in_money("100-120,-", range("100-120,-", "=100,- - 120,-"));
    in_money(
        "(1.200-300) kr.",
        subtraction("(1.200-300) kr.", "=(1.200-300) kr."),
    );
    in_money("-1,2 mio. -1,3 mio.", row(&["-1,2 mio.", "-1,3 mio."]));
    in_money("kr. -5 kr. -6", row(&["kr. -5", "kr. -6"]));
    let dash = |typed| {
        check(
            typed,
            &No(NumberError::LoneDash),
            &No(NumberError::LoneDash),
            &No(NumberError::LoneDash),
        )
    };
    dash(" -   kr. ");
    // What the offer types is read.
    for (typed, kroner) in [
        ("=2,5 mio. - 3,5 mio.", "-1000000"),
        ("=100,- - 120,-", "-20"),
        ("=2024-2027", "-3"),
    ] {
        let read = read_amount(typed, AmountUnit::Kroner).map(|read| read.map(|a| a.kroner()));
        check_read(typed, "kroner", read, &Is(kroner));
    }
    let money = read_amount("sparer 2,5-3,5 mio.", AmountUnit::Thousands);
    let calculation = "sparer =2,5 mio. - 3,5 mio.";
    assert_eq!(money, Err(range("sparer 2,5-3,5 mio.", calculation)));
}

/// Spaces that would make a number too large stand between numbers.
#[test]
fn unsigned_numbers_in_a_row_are_not_one_number() {
    let of_thousands = |typed| read_amount(typed, AmountUnit::Thousands);
    let saved = "450 650 650 650";
    assert_eq!(of_thousands(saved), Err(row(&["450", "650", "650", "650"])));
    let many = "108 333 108 333 108 333";
    assert_eq!(
        read_amount(many, AmountUnit::Kroner),
        Err(row(&["108", "333", "108", "333", "108", "333"]))
    );
    assert_eq!(
        read_number(many),
        Err(row(&["108", "333", "108", "333", "108", "333"]))
    );
}

#[test]
fn an_amount_per_year_belongs_in_a_years_column() {
    for typed in [
        "500.000 per år",
        "500.000 pr. år",
        "500.000 årligt",
        "500.000 om året",
        "500.000 OM ÅRET",
        "500.000\u{A0}per\u{A0}år",
        "500.000 per år*",
        "500.000* per år",
        "½ mio. årligt",
        "500.000 kr./år",
    ] {
        let read = reading(typed, AmountUnit::Kroner).unwrap().unwrap();
        assert_eq!(read.amount, kr("500000"), "{typed}");
        assert!(read.is_per_year, "{typed}");
        assert_eq!(read.footnote.is_some(), typed.contains('*'), "{typed}");
        let yearly = read_yearly_amount(typed, AmountUnit::Kroner);
        assert_eq!(yearly, Ok(Some(kr("500000"))), "{typed}");
        let elsewhere = read_amount(typed, AmountUnit::Kroner);
        assert_eq!(elsewhere, Err(NumberError::PerYear), "{typed}");
    }
    assert_eq!(read_number("5 årligt"), Err(NumberError::PerYear));
    assert_eq!(read_number("årligt"), Err(unknown("årligt")));
}

/// What else a text says is told to whoever wrote it.
#[test]
fn what_is_no_part_of_the_number_is_told() {
    let read = |typed| reading(typed, AmountUnit::Thousands).unwrap().unwrap();
    for (typed, mark) in [
        ("0,480*", "*"),
        ("4.600 **", "**"),
        ("4.600¹", "¹"),
        ("4.600 ¹²", "¹²"),
        ("4.600²)", "²)"),
        ("4.600 12)", "12)"),
        ("4.600 kr. 1)", "1)"),
        ("4.600,-*", "*"),
    ] {
        assert_eq!(read(typed).footnote.as_deref(), Some(mark), "{typed}");
        assert_eq!(footnote_of(typed).as_deref(), Some(mark), "{typed}");
    }
    for typed in ["4.600", "450*12", "(4.600)", "=(2*3)"] {
        assert_eq!(read(typed).footnote, None, "{typed}");
    }
    assert!(read("=5").is_calculated && read("450*12").is_calculated);
    assert!(!read("4.600").is_calculated && !read("4600-").is_calculated);
    assert!(read("kr. -1.183").has_unit && read("4.600,-").has_unit);
    assert!(!read("-1.183").has_unit);
}

/// A dash alone is nothing in a table, and only there.
#[test]
fn a_lone_dash_in_a_block_is_zero() {
    for dash in [
        " -   ",
        "\u{2013}",
        "\u{2014}",
        " -   kr. ",
        "kr. -",
        "\u{202D}-\u{202C}",
        "-\u{A0}kr.",
    ] {
        assert_eq!(cell_text(dash), "0", "{dash:?}");
    }
    for other in [
        "", "  ", "-4", "--", "kr.", "4.600-", "4.600,-", "abc", "- -",
    ] {
        assert_eq!(cell_text(other), other);
    }
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
        ("=(1.200-300) kr.", "900"),
        ("4.600,- kr.", "4600"),
        ("kr. 4.600,-", "4600"),
        ("-4.600,-", "-4600"),
        ("(4.600,-)", "-4600"),
        ("4.600,--", "4600"),
        ("26,1 mio. kr. -50.000 kr.", "26050000"),
        ("4.600,- - 600,-", "4000"),
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
        ("=10-4-3", "3"),
        ("100/10/5", "2"),
        ("12/4*3", "9"),
        ("2*(3+4*(5-3))", "22"),
        ("-2*3", "-6"),
        ("4*-3", "-12"),
        ("-(-4)", "4"),
        ("= 1.200 + 300", "1500"),
        ("12\u{D7}450", "5400"),
        ("12\u{B7}450", "5400"),
        ("=10\u{2013}4", "6"),
        ("1200 +300", "1500"),
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
        ("5 %", NumberError::Percent),
        ("#VÆRDI!", unknown("#")),
        ("5 €", unknown("€")),
        ("4==4", unknown("=")),
        ("+-4", NumberError::TwoSigns),
        ("4+-3", NumberError::TwoSigns),
        ("4*--3", NumberError::TwoSigns),
        ("=", NumberError::Unfinished),
        ("-", NumberError::LoneDash),
        ("4+", NumberError::Unfinished),
        ("*4", NumberError::Unfinished),
        ("4**2", NumberError::Unfinished),
        ("(4", NumberError::Unfinished),
        ("(4+3", NumberError::Unfinished),
        ("4)", NumberError::Unfinished),
        ("()", NumberError::Unfinished),
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

/// A number as people write it, with thousands grouped in one way or another, or a unit-less fraction.
fn written_number() -> impl Strategy<Value = String> {
    prop_oneof![
        "[1-9][0-9]{0,5}",
        "[1-9][0-9]{0,2}(\\.[0-9]{3}){1,2}",
        "[1-9][0-9]{0,2}([ \u{A0}\u{202F}\u{2009}][0-9]{3}){1,2}",
        "[0-9]{1,3},[0-9]{1,2}",
        "[0-9]{0,2}[½¼¾]",
    ]
}

const DASHES: &str = "[-\u{2010}-\u{2015}\u{2212}\u{FF0D}]";

proptest! {
    /// No text with two numbers and a bare dash between them is a value, unless it begins with `=` or each has its own
    /// unit.
    #[test]
    fn a_bare_dash_between_numbers_is_not_computed(
        sign in "[-+]?",
        left in written_number(),
        dash in DASHES,
        (before, behind) in ("[ \u{A0}]?", "[ \u{A0}]?"),
        right in written_number(),
        unit in prop_oneof![Just(""), Just(" mio."), Just(" kr."), Just(",-"), Just(" %"), Just("*"), Just(" 1)"), Just(" årligt")],
        more in prop_oneof![Just(""), Just("+3"), Just("*2"), Just(" - 4"), Just(" -4")],
    ) {
        let text = format!("{sign}{left}{before}{dash}{behind}{right}{unit}{more}");
        for unit in [AmountUnit::Kroner, AmountUnit::Thousands] {
            let read = reading(&text, unit);
            prop_assert!(read.is_err(), "{text:?}: {read:?}");
        }
        prop_assert!(read_number(&text).is_err(), "{text:?}");
    }

    /// The same text is computed when it says so itself.
    #[test]
    fn a_dash_is_computed_where_the_text_says_so(
        left in written_number(),
        dash in DASHES,
        right in written_number(),
        unit in prop_oneof![Just(" kr."), Just(" t.kr."), Just(",-")],
    ) {
        let number = |text: &str| read_amount(text, AmountUnit::Kroner).unwrap().unwrap();
        // `2,5,-` is no number.
        let unit = if unit == ",-" && format!("{left}{right}").contains([',', '½', '¼', '¾']) { " kr." } else { unit };
        for unit in ["", unit] {
            let text = format!("={left}{unit} {dash} {right}{unit}");
            let read = reading(&text, AmountUnit::Kroner).unwrap().unwrap();
            prop_assert!(read.is_calculated);
            let parts = [&left, &right].map(|part| number(&format!("{part}{unit}")));
            prop_assert_eq!(read.amount.kroner(), parts[0].kroner() - parts[1].kroner());
            let bare = read_amount(&text[1..], AmountUnit::Kroner);
            match unit {
                "" => prop_assert!(bare.is_err(), "{text:?}"),
                _ => prop_assert_eq!(bare, Ok(Some(read.amount))),
            }
        }
    }

    /// What is not seen changes nothing, wherever it stands.
    #[test]
    fn format_characters_change_nothing(
        text in prop_oneof![
            written_number(),
            written_number().prop_map(|number| format!("-{number} mio. kr.")),
            Just("=12*450".to_owned()),
            Just("2,5-3,5 mio.".to_owned()),
            Just("-120 -160".to_owned()),
            Just("sparer 4.600,-".to_owned()),
            Just("4.600 1)".to_owned()),
            Just("01-01-2024".to_owned()),
            Just(" -   kr. ".to_owned()),
            Just("500.000 om året".to_owned()),
            Just("abc".to_owned()),
        ],
        marks in prop::collection::vec(
            (any::<prop::sample::Index>(), prop::sample::select(vec![
                '\u{202D}', '\u{202C}', '\u{200E}', '\u{200B}', '\u{2060}', '\u{AD}', '\u{FEFF}', '\u{61C}', '\u{2066}',
            ])),
            1..5,
        ),
    ) {
        let mut marked: Vec<char> = text.chars().collect();
        for (place, mark) in marks {
            let place = place.index(marked.len() + 1);
            marked.insert(place, mark);
        }
        let marked: String = marked.into_iter().collect();
        prop_assert_eq!(reading(&marked, AmountUnit::Kroner), reading(&text, AmountUnit::Kroner));
        prop_assert_eq!(read_number(&marked), read_number(&text));
        prop_assert_eq!(cell_text(&marked) == "0", cell_text(&text) == "0");
    }
}
