//! Exact numbers.

use raaderum::domain::Document;
use raaderum::example;
use raaderum::file::{self, Reason};

use super::{outcome, refuse, value};

/// An amount as it stands in a file: its kroner, or `None` where it is out of bounds.
fn check_amount(json: &str, kroner: Option<&str>) {
    let text = example::FILE.replacen("-4600000", json, 1);
    let read = file::read(&text);
    let Some(kroner) = kroner else {
        let place = "proposals[0].years[0].estimated_gain";
        assert_eq!(
            outcome(read),
            refuse(place, Reason::AmountOutOfBounds),
            "{json}"
        );
        return;
    };
    let Document::Proposal(proposal) = &read.expect(json)[0] else {
        panic!("no proposal");
    };
    let gain = &proposal.years[0].estimated_gain;
    assert_eq!(*gain, value(kroner), "{json}");
    // It is written as plain digits, and nothing about them is rounded.
    let written = file::write(&[Document::from(proposal.clone())]).unwrap();
    let line = format!("          \"estimated_gain\": {kroner},\n");
    assert!(written.contains(&line), "{json} is not written as {kroner}");
}

#[test]
fn amounts_are_read_digit_for_digit() {
    for (json, kroner) in [
        ("0", "0"),
        ("-0", "0"),
        ("0.07", "0.07"),
        ("0.1", "0.1"),
        ("0.10", "0.1"),
        ("-0.29", "-0.29"),
        ("123456789012.34", "123456789012.34"),
        ("999999999999.99", "999999999999.99"),
        ("1000000000000", "1000000000000"),
        ("-1000000000000", "-1000000000000"),
        ("1e3", "1000"),
        ("1E3", "1000"),
        ("1.5e+3", "1500"),
        ("1000e-3", "1"),
        ("1e12", "1000000000000"),
        ("12.3456e2", "1234.56"),
        ("1.0000000000000000000000000000", "1"),
    ] {
        check_amount(json, Some(kroner));
    }
}

#[test]
fn amounts_out_of_bounds_are_refused_and_never_rounded() {
    for json in [
        "1000000000000.01",
        "-1000000000001",
        "1e13",
        "1e400",
        "-1e400",
        "1e99999999999",
        "1e4294967299",
        "1e-4294967299",
        "0.001",
        "-0.005",
        "1e-3",
        "1e-400",
        "1234567890123456789012345",
        "12345678901234567890123456789012345678901234567890",
        "0.10000000000000000555",
        "9007199254740993e-5",
        "4.9999999999999999999999999999999999999",
        "0.00000000000000000000000000000000000001",
        // A mantissa longer than the decimal type, with an exponent.
        "5.0000000000000000000000000000001e0",
        "0.50000000000000000000000000000001e1",
        "4.99999999999999999999999999999999999e0",
    ] {
        check_amount(json, None);
    }
}
