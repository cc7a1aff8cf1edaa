//! Spreading a yearly amount over months, by the rule that the original plans follow.

use crate::support;

use raaderum::domain::{Amount, Remainder, Spread, SpreadError, spread};
use support::{kr, month};

/// An amount, the first and the last month (1 for January), and the parts from the first month to the last.
fn check(amount: &str, months: (usize, usize), remainder: Remainder, parts: &[&str]) {
    let (from, to) = months;
    let how = Spread {
        amount: kr(amount),
        from: month(from),
        to: month(to),
        remainder,
    };
    let mut expected = [None; 12];
    for (place, part) in expected.iter_mut().skip(from - 1).zip(parts) {
        *place = Some(kr(part));
    }
    assert_eq!(spread(&how), Ok(expected), "{amount} over {from}-{to}");
    let sum: Amount = parts.iter().map(|part| kr(part)).sum();
    assert_eq!(sum, kr(amount), "the table's own parts of {amount}");
    assert_eq!(
        parts.len(),
        to - from + 1,
        "the table's own months of {amount}"
    );
}

/// So many equal parts, and one more.
fn then<'a>(count: usize, each: &'a str, last: &'a str) -> Vec<&'a str> {
    let mut parts = vec![each; count];
    parts.push(last);
    parts
}

/// One part, and so many equal ones.
fn first<'a>(first: &'a str, count: usize, each: &'a str) -> Vec<&'a str> {
    let mut parts = vec![first];
    parts.extend(vec![each; count]);
    parts
}

const YEAR: (usize, usize) = (1, 12);

#[test]
fn the_rows_of_the_plan_for_2023() {
    use Remainder::{First, Last};
    check("-6000000", YEAR, Last, &["-500000"; 12]);
    check("-1300000", YEAR, Last, &then(11, "-108333", "-108337"));
    check("-7000000", YEAR, Last, &then(11, "-583333", "-583337"));
    check("-5300000", YEAR, Last, &then(11, "-441666", "-441674"));
    check("-1000000", YEAR, Last, &then(11, "-83333", "-83337"));
    check("-2700000", YEAR, First, &["-225000"; 12]);
    check("-250000", YEAR, First, &first("-20837", 11, "-20833"));
    check("-250000", (7, 7), Last, &["-250000"]);
    check("-250000", (1, 1), First, &["-250000"]);
}

#[test]
fn some_months_of_the_year() {
    use Remainder::{First, Last};
    check("-10000", (8, 12), Last, &["-2000"; 5]);
    check("100", (4, 6), Last, &["33", "33", "34"]);
    check("100", (4, 6), First, &["34", "33", "33"]);
    check("-272000", (12, 12), First, &["-272000"]);
}

#[test]
fn amounts_that_do_not_divide() {
    use Remainder::{First, Last};
    check("0", YEAR, Last, &["0"; 12]);
    check("5", YEAR, Last, &then(11, "0", "5"));
    check("-5", YEAR, First, &first("-5", 11, "0"));
    check("100.5", (1, 3), Last, &["33", "33", "34.5"]);
    check("-0.75", (1, 4), First, &["-0.75", "0", "0", "0"]);
    check("-1000000.01", YEAR, Last, &then(11, "-83333", "-83337.01"));
    check("11.99", (2, 12), Last, &then(10, "1", "1.99"));
    check(
        "1000000000000",
        YEAR,
        Last,
        &then(11, "83333333333", "83333333337"),
    );
}

#[test]
fn months_cannot_be_reversed() {
    for (from, to) in [(12, 1), (2, 1), (8, 7)] {
        let how = Spread {
            amount: kr("-1300000"),
            from: month(from),
            to: month(to),
            remainder: Remainder::Last,
        };
        assert_eq!(
            spread(&how),
            Err(SpreadError::MonthsReversed),
            "{from}-{to}"
        );
    }
}
