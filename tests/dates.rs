//! Dates as people type them, and how they are printed back.

use raaderum::danish::{DateError, print_date, read_date, read_date_on};

/// Typed text, and the date as it is printed back.
fn check(typed: &str, printed: Result<Option<&str>, DateError>) {
    let read = read_date(typed).map(|date| date.map(print_date));
    assert_eq!(
        read,
        printed.map(|date| date.map(str::to_owned)),
        "{typed:?}"
    );
}

#[test]
fn dates_are_read_and_printed() {
    for typed in [
        "3.10.2022",
        "03.10.2022",
        "03-10-2022",
        "3/10 2022",
        "3/10-2022",
        "3. 10. 2022",
        " 3 10 2022 ",
        "2022-10-03",
        "\u{A0}3.10.2022",
        "\u{202D}3.10.2022\u{202C}",
        "3\u{2013}10\u{2013}2022",
        "3/10\u{202F}2022",
        "3.\u{AD}10.2022\u{200E}",
        "3.10.22",
        "03-10-22",
        "3. oktober 2022",
        "3 okt 22",
        "3. OKT. 2022",
        "den 3. oktober 2022",
        "d. 3/10-22",
        "03102022",
    ] {
        check(typed, Ok(Some("03.10.2022")));
    }
    check("29.2.2024", Ok(Some("29.02.2024")));
    check("1.1.1970", Ok(Some("01.01.1970")));
    check("31.12.2100", Ok(Some("31.12.2100")));
    check("1.1.98", Ok(Some("01.01.1998")));
    check("1.1.70", Ok(Some("01.01.1970")));
    check("31/12-69", Ok(Some("31.12.2069")));
    check("", Ok(None));
    check(" \u{A0}", Ok(None));
}

#[test]
fn what_is_no_date_is_refused() {
    for typed in [
        "i går",
        "3.10",
        "031022",
        "3.10.022",
        "3. oktober",
        "3. ok 2022",
        "3. oktoberfest 2022",
        "oktober 2022",
        "den 3.10",
        "2022 oktober",
        "3.10.2022.1",
        "2022",
        "003.10.2022",
        "3.010.2022",
        "10/2022",
        "+3.10.2022",
        "٣.10.2022",
    ] {
        check(typed, Err(DateError::Unknown));
    }
    for typed in [
        "31.4.2023",
        "29.2.2023",
        "0.1.2023",
        "1.0.2023",
        "1.13.2023",
        "32.1.2023",
        "31.12.1969",
        "1.1.2101",
    ] {
        check(typed, Err(DateError::NotInCalendar));
    }
}

#[test]
fn days_are_told_from_today() {
    let today = read_date("1.3.2024").unwrap().unwrap();
    let on = |typed: &str| read_date_on(typed, today).map(|date| date.map(print_date));
    for (typed, printed) in [
        ("i dag", "01.03.2024"),
        ("Idag", "01.03.2024"),
        (" i\u{A0}går ", "29.02.2024"),
        ("I MORGEN", "02.03.2024"),
        ("3/10 22", "03.10.2022"),
    ] {
        assert_eq!(on(typed), Ok(Some(printed.to_owned())), "{typed:?}");
    }
    assert_eq!(on(""), Ok(None));
    assert_eq!(on("i overmorgen"), Err(DateError::Unknown));
}
