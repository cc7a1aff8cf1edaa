//! The budget year that a new proposal or catalogue is for.

use crate::support::date;

use raaderum::domain::Year;

/// Councils adopt the budget of the next year by 15 October.
#[test]
fn the_next_budget_year_is_the_next_one_that_is_not_adopted() {
    for (today, expected) in [
        ("01.01.2026", 2027),
        ("29.02.2028", 2029),
        ("30.09.2026", 2027),
        ("15.10.2026", 2027),
        ("16.10.2026", 2028),
        ("31.10.2026", 2028),
        ("01.11.2026", 2028),
        ("31.12.2026", 2028),
        ("15.01.2027", 2028),
    ] {
        let year = Year::next_budget(date(today)).map(|year| year.number());
        assert_eq!(year, Some(expected), "{today}");
    }
    // Beyond the years that a form can be about there is none.
    assert_eq!(Year::next_budget(date("31.12.2099")), None);
}
