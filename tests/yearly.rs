//! Four yearly amounts in a sentence, as citizens read them beside targets per year.

use crate::support;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use raaderum::domain::{Amount, Catalogue, CombinedYear, Entry, Timestamp, Total, YEARS, Year};
use raaderum::text::publication::page;
use raaderum::text::sums;
use raaderum::text::yearly::{self, Chosen};
use support::{proposals, thousand};

fn from(year: i64) -> Entry<Year> {
    Entry::Value(Year::new(year).expect("a year"))
}

/// Four changes in whole thousands.
fn changes(thousands: [i64; YEARS]) -> [Total; YEARS] {
    thousands.map(|change| thousand(change).into())
}

fn said(thousands: [i64; YEARS]) -> String {
    yearly::change_by_year(&from(2024), &changes(thousands)).expect("known amounts")
}

#[test]
fn the_eight_proposals_of_lejre_say_what_they_do_each_year() {
    let effects = proposals().into_iter().map(|proposal| {
        let changes = proposal.net_change_by_year();
        page::effect(&proposal, &proposal.first_year, &changes)
    });
    assert_eq!(
        effects.collect::<Vec<_>>(),
        [
            "Sparer 1,5 mio. kr. om året.",
            "Sparer 450.000 kr. i 2024, derefter 650.000 kr. om året.",
            "Sparer 0,7 mio. kr. i 2024, derefter 1,7 mio. kr. om året.",
            "Sparer 700.000 kr. om året.",
            "Sparer 550.000 kr. om året.",
            "Sparer 0 i 2024, derefter 1 mio. kr. om året.",
            "Sparer 0,2 mio. kr. i 2024, derefter 1 mio. kr. om året.",
            "Sparer 983.000 kr. i 2024, derefter 1,2 mio. kr. om året.",
        ]
    );
}

#[test]
fn what_costs_first_says_so() {
    for (thousands, words) in [
        (
            [300, -1_000, -1_000, -1_000],
            "koster 0,3 mio. kr. i 2024, sparer derefter 1 mio. kr. om året",
        ),
        (
            [300, 0, -1_000, -1_000],
            "koster 0,3 mio. kr. i 2024, 0 i 2025, sparer derefter 1 mio. kr. om året",
        ),
        (
            [-200, -200, 50, 50],
            "sparer 200.000 kr. om året i 2024-2025, koster derefter 50.000 kr. om året",
        ),
        (
            [2_000, 0, 0, 0],
            "koster 2 mio. kr. i 2024, derefter 0 om året",
        ),
        (
            [0, 0, 0, -500],
            "sparer 0 om året i 2024-2026 og 500.000 kr. i 2027",
        ),
        (
            [-1_000, -2_000, -3_000, -4_550],
            "sparer 1 mio. kr. i 2024, 2 mio. kr. i 2025, 3 mio. kr. i 2026 og 4,6 mio. kr. i 2027",
        ),
        ([750, 750, 750, 750], "koster 750.000 kr. om året"),
        ([0, 0, 0, 0], "hverken sparer eller koster noget"),
    ] {
        assert_eq!(said(thousands), words);
    }
    // Without a budget year, years go by their place.
    let blank = yearly::change_by_year(&Entry::Blank, &changes([-450, -650, -650, -650]));
    assert_eq!(
        blank.as_deref(),
        Some("sparer 450.000 kr. i 1. år, derefter 650.000 kr. om året")
    );
    let mut unknown = changes([-450; YEARS]);
    unknown[2] = Total::Incomplete;
    assert_eq!(yearly::change_by_year(&from(2024), &unknown), None);
}

#[test]
fn what_must_be_found_is_said_per_year() {
    let targets = |thousands: [Option<i64>; YEARS]| {
        thousands.map(|target| target.map(|target| Total::from(thousand(target))))
    };
    for (thousands, to_be_found, needs) in [
        (
            [Some(-6_000), Some(-8_000), Some(-8_000), Some(-8_000)],
            Some("6 mio. kr. i 2024 og 8 mio. kr. om året derefter"),
            vec![
                "Budgettet skal sænkes med 6 mio. kr. i 2024 og med 8 mio. kr. hvert år fra 2025.",
            ],
        ),
        (
            [Some(-6_000); YEARS],
            Some("6 mio. kr. om året"),
            vec!["Budgettet skal sænkes med 6 mio. kr. hvert år fra 2024."],
        ),
        (
            [Some(-6_000), Some(-8_283), None, None],
            Some("6 mio. kr. i 2024 og 8,283 mio. kr. i 2025"),
            vec!["Budgettet skal sænkes med 6 mio. kr. i 2024 og med 8,283 mio. kr. i 2025."],
        ),
        (
            [Some(-6_000), Some(0), Some(500), Some(500)],
            None,
            vec![
                "Budgettet skal sænkes med 6 mio. kr. i 2024.",
                "Budgettet skal ikke ændres i 2025.",
                "Budgettet kan hæves med 500.000 kr. hvert år fra 2026.",
            ],
        ),
        ([None; YEARS], None, Vec::new()),
    ] {
        let targets = targets(thousands);
        let found = yearly::to_be_found(&from(2024), &targets);
        assert_eq!(found.as_deref(), to_be_found);
        assert_eq!(yearly::needs(&from(2024), &targets), needs);
    }
}

/// A year's sum, of which so much is what some proposals cost.
fn year(net_change: i64, cost: i64, target: Option<i64>) -> CombinedYear {
    CombinedYear {
        year: None,
        operating_change: thousand(0).into(),
        estimated_gain: thousand(net_change).into(),
        investment_need: thousand(0).into(),
        weakening: thousand(0).into(),
        net_change: thousand(net_change).into(),
        saving: thousand(net_change - cost).into(),
        cost: thousand(cost).into(),
        full_time_equivalents: None,
        full_time_equivalents_stated: 0,
        target: target.map(|target| thousand(target).into()),
    }
}

#[test]
fn all_that_can_be_chosen_is_beside_each_target() {
    let said = |chosen: Chosen, years: [(i64, i64, Option<i64>); YEARS]| {
        let years = years.map(|(change, cost, target)| year(change, cost, target));
        yearly::most_saved(&from(2024), &years, chosen).expect("known amounts")
    };
    let saves = [
        (-4_600, 0, Some(-6_000)),
        (-8_283, 0, Some(-8_000)),
        (-8_283, 0, None),
        (-8_283, 0, None),
    ];
    let of_years = "sparer kommunen 4,6 mio. kr. i 2024: 1,4 mio. kr. for lidt. I 2025 sparer den 8,3 mio. kr.: 283.000 kr. mere end måltallet. I 2026-2027 sparer den 8,3 mio. kr. om året.";
    assert_eq!(
        said(Chosen::All, saves),
        format!("Vælges alt, der kan vælges sammen, {of_years}")
    );
    // What saves nothing more could be chosen too: then it is not all.
    assert_eq!(
        said(Chosen::Some, saves),
        format!("Vælges de forslag, der tilsammen sparer mest, {of_years}")
    );
    // Something in it costs, and in some years the whole does.
    assert_eq!(
        said(
            Chosen::All,
            [
                (500, 1_500, Some(0)),
                (0, 1_500, None),
                (-4_000, 0, None),
                (-4_000, 0, None)
            ]
        ),
        "Vælges alt, der kan vælges sammen, koster det kommunen 0,5 mio. kr. i 2024: 500.000 kr. for lidt. I 2025 hverken sparer eller koster det noget. I 2026-2027 sparer den 4 mio. kr. om året. Det, som nogle af forslagene koster, er trukket fra."
    );
    assert_eq!(
        said(
            Chosen::All,
            [
                (0, 0, None),
                (-1_000, 0, None),
                (300, 300, None),
                (-1_000, 0, None)
            ]
        ),
        "Vælges alt, der kan vælges sammen, hverken sparer eller koster det kommunen noget i 2024. I 2025 sparer den 1 mio. kr. I 2026 koster det 0,3 mio. kr. I 2027 sparer den 1 mio. kr. Det, som nogle af forslagene koster, er trukket fra."
    );
    assert_eq!(
        said(Chosen::None, [(0, 0, Some(-6_000)); YEARS]),
        "Intet valg af forslagene sparer noget over de fire år tilsammen."
    );
    let mut unknown = [(); YEARS].map(|()| year(-1, 0, None));
    unknown[1].net_change = Total::Incomplete;
    assert_eq!(yearly::most_saved(&from(2024), &unknown, Chosen::All), None);
}

#[test]
fn a_picture_rounds_and_the_table_beside_it_does_not() {
    let year = year(-4_532, 0, Some(-6_000));
    assert_eq!(sums::total_words(year.net_change), "sparer 4,5 mio. kr.");
    assert_eq!(sums::against_target_rounded(&year), "mangler 1,5 mio. kr.");
    assert_eq!(sums::against_target(&year), "mangler 1,468 mio. kr.");
    let beyond = self::year(-8_283, 0, Some(-6_000));
    assert_eq!(
        sums::against_target_rounded(&beyond),
        "måltallet er nået med 2,3 mio. kr. i overskud"
    );
    assert_eq!(
        sums::against_target(&beyond),
        "måltallet er nået med 2,283 mio. kr. i overskud"
    );
    let mut catalogue = Catalogue::blank(support::numbered(1), Timestamp::UNIX_EPOCH, from(2024));
    catalogue.title = "Katalog".to_owned();
    assert_eq!(
        sums::bars_in_words(&catalogue, &[year]),
        "2024: sparer 4,5 mio. kr., mangler 1,5 mio. kr."
    );
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2026),
        ..ProptestConfig::default()
    })]

    /// Each year is in the sentence in its own amount, and no amount is a sum of several years.
    #[test]
    fn a_sentence_names_amounts_of_years_and_no_sums(
        thousands in prop::array::uniform4(prop_oneof![Just(0_i64), Just(-1_000), Just(300), -9_999_i64..9_999])
    ) {
        let words = said(thousands);
        let million = thousands.iter().any(|change| change.abs() >= 1_000);
        let expected: Vec<String> = thousands
            .iter()
            .filter(|&&change| change != 0)
            .map(|&change| raaderum::text::meaning::rounded_among(thousand(change.abs()), million))
            .collect();
        for amount in &expected {
            prop_assert!(words.contains(amount.as_str()), "{} in {}", amount, words);
        }
        // A year is never in two amounts.
        prop_assert!(words.matches("kr.").count() <= expected.len(), "{}", words);
        let has = |is: fn(i64) -> bool| thousands.iter().any(|&change| is(change));
        prop_assert_eq!(words.contains("sparer ") && words != "hverken sparer eller koster noget", has(|change| change < 0));
        prop_assert_eq!(words.contains("koster ") && words != "hverken sparer eller koster noget", has(|change| change > 0));
    }

    /// Rounding goes to the nearest tenth of a million, and says below a million what there is to the krone.
    #[test]
    fn rounding_is_never_further_off_than_half_a_step(kroner in -2_000_000_000_i64..2_000_000_000) {
        let amount = Amount::from_kroner(kroner);
        let off = amount.rounded_millions() * support::dec("1000000") - amount.kroner();
        prop_assert!(off.abs() <= support::dec("50000"));
        let words = raaderum::text::meaning::rounded(amount);
        prop_assert_eq!(words.contains("mio."), kroner.abs() >= 1_000_000, "{}", words);
    }
}
