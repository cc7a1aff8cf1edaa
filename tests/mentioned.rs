//! Amounts that a running text mentions, and whether they can mean a given amount.

use crate::support;

use raaderum::danish::amounts_mentioned;
use support::{dec, kr};

/// A text, and for each amount in it: the words, the kroner and the precision in kroner.
fn check(text: &str, mentioned: &[(&str, &str, &str)]) {
    let found: Vec<_> = amounts_mentioned(text)
        .into_iter()
        .map(|found| (found.words, found.amount, found.precision))
        .collect();
    let expected: Vec<_> = mentioned
        .iter()
        .map(|(words, amount, precision)| ((*words).to_owned(), kr(amount), dec(precision)))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn amounts_are_found_by_their_unit_of_money() {
    check(
        "6 mio. kr. mindre i 2023",
        &[("6 mio. kr.", "6000000", "1000000")],
    );
    check(
        "Der spares 1,3 mio. kr.",
        &[("1,3 mio. kr.", "1300000", "100000")],
    );
    check(
        "26,1 mio., som besluttet",
        &[("26,1 mio.", "26100000", "100000")],
    );
    check("i alt 96 755 kr.", &[("96 755 kr.", "96755", "1")]);
    check(
        "i alt 26\u{202F}500\u{A0}t.kr.",
        &[("26 500 t.kr.", "26500000", "1000")],
    );
    check(
        "\u{202D}250.000\u{202C} kr., og 1\u{2009}250\u{2009}000,5 kr.",
        &[
            ("250.000 kr.", "250000", "1"),
            ("1 250 000,5 kr.", "1250000.5", "0.1"),
        ],
    );
    check("½ mio. kr.", &[("½ mio. kr.", "500000", "100000")]);
    check("2½ mio. kr.", &[("2½ mio. kr.", "2500000", "100000")]);
    check("i alt 4.600,-", &[("4.600,-", "4600", "1")]);
    check("i alt 250.000 kr.", &[("250.000 kr.", "250000", "1")]);
    check("i alt kr. 250.000", &[("kr. 250.000", "250000", "1")]);
    check("250 t.kr. om året", &[("250 t.kr.", "250000", "1000")]);
    check(
        "1,2 milliarder kroner",
        &[("1,2 milliarder kroner", "1200000000", "100000000")],
    );
    check("5mio. og mere", &[("5mio.", "5000000", "1000000")]);
    check("5mio. kr. og mere", &[("5mio. kr.", "5000000", "1000000")]);
    check(
        "Af 24,3 mio. kr. nås 8,5 mio. kr. inden nytår",
        &[
            ("24,3 mio. kr.", "24300000", "100000"),
            ("8,5 mio. kr.", "8500000", "100000"),
        ],
    );
}

/// A reader must see what is meant: »26,1 mio« leaves out what it is a million of. What follows the amount in its sentence
/// is not shown.
#[test]
fn an_amount_is_named_with_its_whole_unit() {
    for (text, words) in [
        ("(6 mio. kr.)", None),
        ("i alt 6 mio. kr.), som", Some("6 mio. kr.")),
        ("6 mio. kr., som", Some("6 mio. kr.")),
        ("6 mio kr om året", Some("6 mio kr")),
        ("6 millioner kroner.", Some("6 millioner kroner")),
        ("6 millioner. Kr. 5 er for lidt", Some("6 millioner")),
        ("6 mio.", Some("6 mio.")),
        ("6 mia. kr...", Some("6 mia. kr.")),
        ("250 t.kr. om året", Some("250 t.kr.")),
        ("250 tkr, som", Some("250 tkr")),
        ("250.000 kroner.", Some("250.000 kroner")),
        ("5mio, kr. 3", Some("5mio")),
    ] {
        let first = amounts_mentioned(text).into_iter().next();
        assert_eq!(first.map(|first| first.words).as_deref(), words, "{text}");
    }
}

/// Dismissed advice in files has these words; with others it would come back.
#[test]
fn dismissed_advice_is_recognised_by_the_number_and_the_word_beside_it() {
    for (text, words) in [
        ("26,1 mio. kr.", "26,1 mio"),
        ("26,1 mio., som besluttet", "26,1 mio"),
        ("250.000 kr.", "250.000 kr"),
        ("kr. 250.000", "kr. 250.000"),
        ("96 755 kr.", "96 755 kr"),
        ("½ mio. kr.", "½ mio"),
        ("250 t.kr. om året", "250 t.kr"),
        ("1,2 milliarder kroner", "1,2 milliarder"),
        ("5mio. kr.", "5mio."),
        ("5mio, som", "5mio"),
    ] {
        let [mentioned] = amounts_mentioned(text).try_into().expect("one amount");
        assert_eq!(mentioned.number_and_scale(), words, "{text}");
    }
}

#[test]
fn years_paragraphs_and_counts_are_no_amounts() {
    for text in [
        "",
        "i 2023",
        "efter § 52",
        "2-3 sager mere",
        "Reduktion på 250.000",
        "med 50 %",
        "30.000 borgere",
        "takst 450 kr. pr. dag",
        "mio. kr.",
        "den 19. september 2022",
        "Horseager 15 B",
    ] {
        check(text, &[]);
    }
}

#[test]
fn words_agree_with_an_amount_at_their_own_precision() {
    for (text, amount, agrees) in [
        ("26,1 mio. kr.", "26050000", true),
        ("26,1 mio. kr.", "-26050000", true),
        ("26,1 mio. kr.", "26149999.99", true),
        ("26,1 mio. kr.", "26150000", false),
        ("26,1 mio. kr.", "26049999.99", false),
        ("26,2 mio. kr.", "26050000", false),
        ("26,10 mio. kr.", "26050000", false),
        ("26 mio. kr.", "26050000", true),
        ("26.050.000 kr.", "26050000", true),
        ("26.050.000 kr.", "26050001", false),
        ("1 mio. kr.", "-999996", true),
        ("1.000.000 kr.", "-999996", false),
        ("6 mio. kr.", "-6000000", true),
        ("6 mio. kr.", "-600000", false),
    ] {
        let [mentioned] = amounts_mentioned(text).try_into().expect("one amount");
        assert_eq!(
            mentioned.agrees_with(kr(amount)),
            agrees,
            "{text} and {amount}"
        );
    }
}

/// Fuzzing found noughts enough to make the precision nothing, with which every amount agreed.
#[test]
fn words_are_no_finer_than_an_øre() {
    let noughts = "0".repeat(40);
    let text = format!("6,{noughts} mio. kr.");
    let [mentioned] = amounts_mentioned(&text).try_into().expect("one amount");
    assert_eq!(mentioned.precision, dec("0.01"));
    assert!(mentioned.agrees_with(kr("6000000")));
    assert!(!mentioned.agrees_with(kr("6000000.01")));
}

/// To the krone, whatever the precision of the words: this is how the 4 kr. of row 9 are found.
#[test]
fn words_are_an_amount_only_to_the_krone() {
    for (text, amount, is) in [
        ("1 mio. kr.", "-1000000", true),
        ("1 mio. kr.", "1000000", true),
        ("1 mio. kr.", "-999996", false),
        ("26,1 mio. kr.", "26050000", false),
        ("26,05 mio. kr.", "26050000", true),
        ("5,6 mio. kr.", "-5600000", true),
        ("250.000 kr.", "-250000", true),
        ("250.000 kr.", "-250000.01", false),
    ] {
        let [mentioned] = amounts_mentioned(text).try_into().expect("one amount");
        assert_eq!(mentioned.is(kr(amount)), is, "{text} and {amount}");
    }
}

/// The words that make a change readable in a field are words like any other in a text.
#[test]
fn what_an_amount_saves_or_costs_is_no_part_of_it() {
    check(
        "sparer 4,6 mio. kr.",
        &[("4,6 mio. kr.", "4600000", "100000")],
    );
    check("koster 300.000 kr.", &[("300.000 kr.", "300000", "1")]);
    check(
        "minus 4,6 mio. kr.",
        &[("4,6 mio. kr.", "4600000", "100000")],
    );
}
