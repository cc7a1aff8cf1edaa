//! What several tests share: short words for exact amounts, and the example documents by name.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests; each uses a part of it"
)]

use raaderum::domain::{ActionPlan, Amount, Document, FocusArea, Month, Proposal};
use raaderum::example;
use rust_decimal::Decimal;

/// A decimal from its digits, with a point.
pub fn dec(digits: &str) -> Decimal {
    Decimal::from_str_exact(digits).expect("a decimal number")
}

/// An amount from its kroner, with a point before the øre.
pub fn kr(kroner: &str) -> Amount {
    Amount::new(dec(kroner)).expect("an amount within bounds")
}

/// Whole thousands of kroner, as the proposals print them.
pub fn thousand(thousands: i64) -> Amount {
    Amount::from_kroner(thousands * 1_000)
}

/// The eight proposals of the examples.
pub fn proposals() -> Vec<Proposal> {
    let documents = example::documents().expect("the examples");
    let proposals = documents.into_iter().filter_map(|document| match document {
        Document::Proposal(proposal) => Some(proposal),
        Document::ActionPlan(_) => None,
    });
    proposals.collect()
}

/// The four plans of the examples.
pub fn plans() -> Vec<ActionPlan> {
    let documents = example::documents().expect("the examples");
    let plans = documents.into_iter().filter_map(|document| match document {
        Document::ActionPlan(plan) => Some(plan),
        Document::Proposal(_) => None,
    });
    plans.collect()
}

/// The one example proposal whose heading contains these words.
pub fn proposal(words: &str) -> Proposal {
    let mut found = proposals();
    found.retain(|proposal| proposal.heading.contains(words));
    assert_eq!(found.len(), 1, "proposals called {words}");
    found.remove(0)
}

/// The one example plan of a unit in a year.
pub fn plan(unit: &str, year: u16) -> ActionPlan {
    let mut found = plans();
    found.retain(|plan| plan.unit == unit && plan.year.value().map(|y| y.number()) == Some(year));
    assert_eq!(found.len(), 1, "plans of {unit} in {year}");
    found.remove(0)
}

/// The plan of Børn og Familie for 2023: the one with eleven rows that was printed on two pages.
pub fn plan_2023() -> ActionPlan {
    plan("Afdeling Børn og Familie", 2023)
}

/// A row of a plan, by the number printed before it.
pub fn row(plan: &ActionPlan, number: usize) -> &FocusArea {
    plan.focus_areas.get(number - 1).expect("a row")
}

/// A month by its number, 1 for January.
pub fn month(number: usize) -> Month {
    *Month::ALL.get(number - 1).expect("a month")
}
