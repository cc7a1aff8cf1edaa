//! What holds for any number that people type, and what is known of a text beside its number. What each text is read as,
//! and how numbers are printed, stands in `regler/tal.md`.

use crate::support;

use proptest::prelude::*;
use raaderum::danish::{AmountUnit, NumberError, cell_text, read_amount, read_number, reading};
use raaderum::draft::{Correction, EntryError};
use raaderum::text::offers;
use support::{dec, kr};

#[test]
fn an_amount_per_year_is_known_as_one() {
    for typed in ["500.000 per år", "500.000 årligt*", "½ mio. årligt"] {
        let read = reading(typed, AmountUnit::Kroner).unwrap().unwrap();
        assert_eq!(read.amount, kr("500000"), "{typed}");
        assert!(read.is_per_year, "{typed}");
        assert_eq!(read.footnote.is_some(), typed.contains('*'), "{typed}");
    }
}

/// What else a text says is told to whoever wrote it.
#[test]
fn what_is_no_part_of_the_number_is_told() {
    let read = |typed| reading(typed, AmountUnit::Thousands).unwrap().unwrap();
    assert_eq!(read("4.600 kr. 1)").footnote.as_deref(), Some("1)"));
    assert!(read("=5").is_calculated && read("450*12").is_calculated);
    assert!(!read("4.600").is_calculated && !read("4600-").is_calculated);
    assert!(read("kr. -1.183").is_in_kroner && read("4.600,-").is_in_kroner);
    assert!(!read("-1.183").is_in_kroner && !read("1 mio. kr.").is_in_kroner);
}

#[test]
fn a_text_can_be_too_long_for_a_number() {
    let padded = |spaces: usize| format!("{}7", " ".repeat(spaces));
    assert_eq!(read_number(&padded(199)), Ok(Some(dec("7"))));
    for (typed, error) in [
        (padded(200), NumberError::TooLong),
        ("æ".repeat(201), NumberError::TooLong),
        ("(".repeat(200), NumberError::Unfinished),
    ] {
        for unit in [AmountUnit::Kroner, AmountUnit::Thousands] {
            assert_eq!(read_amount(&typed, unit), Err(error.clone()));
        }
        assert_eq!(read_number(&typed), Err(error));
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

/// What is offered to be computed instead.
fn computations(error: &NumberError) -> Vec<String> {
    let offers = offers::for_error(&EntryError::Number(error.clone())).into_iter();
    let texts = offers.filter_map(|offer| match offer.correction {
        Correction::Type(text) => Some(text),
        _ => None,
    });
    texts.filter(|text| text.contains('=')).collect()
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

    /// What one click computes is what the same text gives with `=` before it, or is asked about there too.
    #[test]
    fn what_is_offered_is_what_an_equals_sign_gives(
        left in written_number(),
        left_unit in prop_oneof![3 => Just(""), 1 => Just(" kr."), 1 => Just(" mio.")],
        operator in prop_oneof![Just("-"), Just(" - "), Just("–"), Just(" + "), Just("/"), Just(" / ")],
        right in written_number(),
        right_unit in prop_oneof![Just(""), Just(" kr."), Just(" t.kr."), Just(" mio."), Just(" mia. kr.")],
    ) {
        let text = format!("{left}{left_unit}{operator}{right}{right_unit}");
        for unit in [AmountUnit::Kroner, AmountUnit::Thousands] {
            let offered = |text: &str| match read_amount(text, unit) {
                Err(error) => computations(&error),
                Ok(_) => Vec::new(),
            };
            let asked = offered(&text);
            match read_amount(&format!("={text}"), unit) {
                Ok(computed) => for offer in asked {
                    prop_assert_eq!(&read_amount(&offer, unit), &Ok(computed), "{} offered {}", text, offer);
                },
                Err(_) => {
                    let with_equals = offered(&format!("={text}"));
                    for offer in asked {
                        // What is too large is no more than that.
                        let can_be_read = read_amount(&offer, unit).is_ok();
                        prop_assert!(!can_be_read || with_equals.contains(&offer), "{} offered {}", text, offer);
                    }
                }
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
