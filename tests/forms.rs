//! The two forms as they were filled in: every figure that the originals print, computed again.

use crate::support;

use raaderum::domain::{
    ActionPlan, Amount, AmountRow, Entry, FocusArea, Month, Proposal, ProposalYear, Total, Year,
    net_change_by_year,
};
use support::{dec, kr, month, plan, plan_2023, proposal, proposals, row, thousand};

fn complete(amount: Amount) -> Total {
    Total::Complete(amount)
}

fn year(number: i64) -> Year {
    Year::new(number).expect("a year within bounds")
}

// ---- proposals ----

/// The proposals of Lejre in 1.000 kr.: gain, investment (`None` where the form is blank) and net change a year.
type Printed = (&'static str, [i64; 4], Option<[i64; 4]>, [i64; 4]);
const PRINTED: [Printed; 8] = [
    (
        "akut foranstaltninger",
        [-4_600; 4],
        Some([3_100; 4]),
        [-1_500; 4],
    ),
    (
        "Isafjord",
        [-450, -650, -650, -650],
        None,
        [-450, -650, -650, -650],
    ),
    (
        "tabt arbejdsfortjeneste",
        [-1_000, -2_000, -2_000, -2_000],
        Some([300; 4]),
        [-700, -1_700, -1_700, -1_700],
    ),
    ("Jobcentret", [-700; 4], None, [-700; 4]),
    ("overvåget samvær", [-1_300; 4], Some([750; 4]), [-550; 4]),
    (
        "§108",
        [-500, -1_500, -1_500, -1_500],
        Some([500; 4]),
        [0, -1_000, -1_000, -1_000],
    ),
    (
        "§104",
        [-1_000, -1_800, -1_800, -1_800],
        Some([800; 4]),
        [-200, -1_000, -1_000, -1_000],
    ),
    (
        "Horseager",
        [-983, -1_183, -1_183, -1_183],
        None,
        [-983, -1_183, -1_183, -1_183],
    ),
];

#[test]
fn the_eight_proposals() {
    assert_eq!(proposals().len(), PRINTED.len());
    for (heading, gain, investment, net) in PRINTED {
        let proposal = proposal(heading);
        let row = |row: AmountRow| proposal.years.each_ref().map(|year| row.of(year).clone());
        let gains = gain.map(|gain| Entry::Value(thousand(gain)));
        let investments = match investment {
            Some(need) => need.map(|need| Entry::Value(thousand(need))),
            None => [const { Entry::Blank }; 4],
        };
        assert_eq!(row(AmountRow::EstimatedGain), gains, "{heading}");
        assert_eq!(row(AmountRow::InvestmentNeed), investments, "{heading}");

        let sum = |years: [i64; 4]| complete(thousand(years.iter().sum()));
        let net_change = proposal.years.each_ref().map(ProposalYear::net_change);
        assert_eq!(
            net_change,
            net.map(|net| complete(thousand(net))),
            "{heading}"
        );
        assert_eq!(proposal.net_change_total(), sum(net), "{heading}");
        assert_eq!(
            proposal.row_total(AmountRow::EstimatedGain),
            Some(sum(gain)),
            "{heading}"
        );
        assert_eq!(
            proposal.row_total(AmountRow::InvestmentNeed),
            investment.map(sum),
            "{heading}"
        );
        assert_eq!(
            proposal.row_total(AmountRow::OperatingChange),
            None,
            "{heading}"
        );
        let years = [0, 1, 2, 3].map(|index| proposal.year(index));
        assert_eq!(
            years,
            [2024, 2025, 2026, 2027].map(|number| Some(year(number)))
        );
    }
}

#[test]
fn the_budget_after_a_proposal_and_the_change_in_per_cent() {
    for (heading, after, percent) in [
        ("Jobcentret", [Some(18_324); 4], [Some("-3.7"); 4]),
        (
            "Horseager",
            [Some(230), Some(30), Some(30), Some(30)],
            [Some("-81.0"), Some("-97.5"), Some("-97.5"), Some("-97.5")],
        ),
        ("Isafjord", [None; 4], [None; 4]),
    ] {
        let years = proposal(heading).years;
        let budget_after = years.each_ref().map(ProposalYear::budget_after);
        let expected = after.map(|after| after.map(|after| complete(thousand(after))));
        assert_eq!(budget_after, expected, "{heading}");
        let change = years.each_ref().map(ProposalYear::change_percent);
        assert_eq!(change, percent.map(|percent| percent.map(dec)), "{heading}");
    }
}

/// One decimal, halves away from zero; none where there is nothing to compare with.
#[test]
fn the_rounding_of_a_percentage() {
    for (budget, change, percent) in [
        ("1000", "-0.5", Some("-0.1")),
        ("1000", "-0.49", Some("0.0")),
        ("1000", "2.5", Some("0.3")),
        ("1000", "0", Some("0")),
        // Minus saves, whether the budget is an expense or an income.
        ("-2000", "-100", Some("-5")),
        ("3", "1", Some("33.3")),
        ("0", "100", None),
    ] {
        let year = ProposalYear {
            current_budget: Entry::Value(kr(budget)),
            operating_change: Entry::Value(kr(change)),
            ..ProposalYear::default()
        };
        assert_eq!(
            year.change_percent(),
            percent.map(dec),
            "{change} of {budget}"
        );
    }
}

#[test]
fn operating_change_counts_in_the_net_change() {
    let mut proposal = proposal("Jobcentret");
    proposal.years[2].operating_change = Entry::Value(thousand(150));
    assert_eq!(proposal.years[2].net_change(), complete(thousand(-550)));
    assert_eq!(
        proposal.years[2].budget_after(),
        Some(complete(thousand(18_474)))
    );
    assert_eq!(proposal.net_change_total(), complete(thousand(-2_650)));
    assert_eq!(
        proposal.row_total(AmountRow::OperatingChange),
        Some(complete(thousand(150)))
    );
    assert_eq!(
        proposal.row_total(AmountRow::CurrentBudget),
        Some(complete(thousand(4 * 19_024)))
    );
}

/// The totals of a catalogue, in 1.000 kr. by calendar year; `None` where incomplete.
fn check_catalogue(proposals: &[Proposal], expected: &[(i64, Option<i64>)]) {
    let totals: Vec<_> = net_change_by_year(proposals).into_iter().collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|&(number, net)| {
            (
                year(number),
                net.map_or(Total::Incomplete, |net| complete(thousand(net))),
            )
        })
        .collect();
    assert_eq!(totals, expected);
}

#[test]
fn the_catalogue() {
    let all = proposals();
    check_catalogue(
        &all,
        &[
            (2024, Some(-5_083)),
            (2025, Some(-8_283)),
            (2026, Some(-8_283)),
            (2027, Some(-8_283)),
        ],
    );
    let over_four_years = |total: fn(&Proposal) -> Total| all.iter().map(total).sum::<Total>();
    assert_eq!(
        over_four_years(Proposal::net_change_total),
        complete(thousand(-29_932))
    );
    let by_row = |row: AmountRow| -> [Total; 4] {
        [0, 1, 2, 3].map(|year| Total::of(all.iter().map(|proposal| row.of(&proposal.years[year]))))
    };
    let gains = [-10_533, -13_733, -13_733, -13_733].map(|net| complete(thousand(net)));
    assert_eq!(by_row(AmountRow::EstimatedGain), gains);
    assert_eq!(
        by_row(AmountRow::InvestmentNeed),
        [complete(thousand(5_450)); 4]
    );
}

/// Proposals of different budget years meet in the calendar year; one without a budget year is in none.
#[test]
fn a_catalogue_goes_by_calendar_year() {
    let this = proposal("Jobcentret");
    let mut next = proposal("Horseager");
    next.first_year = Entry::Value(year(2026));
    let mut unknown = proposal("Isafjord");
    unknown.first_year = Entry::Unreadable("næste år".to_owned());
    let mut unreadable = proposal("§108");
    unreadable.years[1].investment_need = Entry::Unreadable("?".to_owned());

    check_catalogue(&[], &[]);
    check_catalogue(
        &[this, next, unknown, unreadable],
        &[
            (2024, Some(-700)),
            (2025, None),
            (2026, Some(-700 - 983 - 1_000)),
            (2027, Some(-700 - 1_183 - 1_000)),
            (2028, Some(-1_183)),
            (2029, Some(-1_183)),
        ],
    );
}

// ---- action plans ----

/// “Indsats i alt” as printed for each row, and what row 9's cells really add up to.
const ROWS_2023: [&str; 11] = [
    "-6000000", "-1300000", "-7000000", "-5300000", "-1000000", "-1000000", "-250000", "-2700000",
    "-999996", "-250000", "-250000",
];

/// “I alt” a month as printed on the two pages, January to December.
const PAGE_1: [i64; 12] = [
    -1_799_998, -1_799_998, -1_799_998, -1_799_998, -1_799_998, -1_799_998, -2_049_998, -1_799_998,
    -1_799_998, -1_799_998, -1_799_998, -1_800_022,
];
const PAGE_2: [i64; 12] = [
    -579_170, -329_166, -329_166, -329_166, -329_166, -329_166, -329_166, -329_166, -329_166,
    -329_166, -329_166, -329_170,
];

fn month_totals(plan: &ActionPlan) -> [Total; 12] {
    Month::ALL.map(|month| plan.month_total(month))
}

/// The two printed pages added up, with so many kroner more in December.
fn both_pages(december: i64) -> [Total; 12] {
    let mut kroner: [i64; 12] = std::array::from_fn(|month| PAGE_1[month] + PAGE_2[month]);
    kroner[11] += december;
    kroner.map(|kroner| complete(Amount::from_kroner(kroner)))
}

#[test]
fn the_plan_for_2023_is_one_plan() {
    let plan = plan_2023();
    let rows: Vec<Total> = plan
        .focus_areas
        .iter()
        .map(FocusArea::planned_total)
        .collect();
    assert_eq!(rows, ROWS_2023.map(|row| complete(kr(row))));
    // The printed December of page 2 counts row 9 with the 4 kr. that its cell lacks.
    assert_eq!(month_totals(&plan), both_pages(4));
    assert_eq!(plan.planned_effect(), complete(kr("-26049996")));
    assert_eq!(plan.forecast(), Some(complete(kr("4"))));
}

#[test]
fn with_the_december_cell_of_row_9_as_printed_nothing_is_left() {
    let mut plan = plan_2023();
    plan.focus_areas[8].effects[11] = Entry::Value(kr("-83337"));
    assert_eq!(row(&plan, 9).planned_total(), complete(kr("-1000000")));
    assert_eq!(month_totals(&plan), both_pages(0));
    assert_eq!(plan.planned_effect(), complete(kr("-26050000")));
    assert_eq!(plan.forecast(), Some(complete(kr("0"))));
}

#[test]
fn the_forecasts_of_the_plans() {
    for (unit, year, effect, forecast) in [
        ("Afdeling Børn og Familie", 2022, None, "83100000"),
        ("Afdeling Børn og Familie", 2023, Some("-26049996"), "4"),
        ("Familiehusene", 2022, Some("-282000"), "1304691"),
        (
            "Familieinstitutionen Havrebjerg",
            2022,
            Some("-282000"),
            "1766567",
        ),
    ] {
        let plan = plan(unit, year);
        let effect = effect.map_or(Total::Blank, |effect| complete(kr(effect)));
        assert_eq!(plan.planned_effect(), effect, "{unit} {year}");
        assert_eq!(
            plan.forecast(),
            Some(complete(kr(forecast))),
            "{unit} {year}"
        );
        assert_eq!(plan.is_required(), Some(true), "{unit} {year}");
    }
}

#[test]
fn the_months_of_a_small_plan() {
    for unit in ["Familiehusene", "Familieinstitutionen Havrebjerg"] {
        let mut months = [Total::Blank; 12];
        months[7..11].fill(complete(kr("-2000")));
        months[11] = complete(kr("-274000"));
        assert_eq!(month_totals(&plan(unit, 2022)), months, "{unit}");
    }
}

#[test]
fn a_plan_is_required_above_100_000_kroner() {
    for (overspend, required) in [
        (Entry::Value(kr("100000")), Some(false)),
        (Entry::Value(kr("100000.01")), Some(true)),
        (Entry::Value(kr("99999.99")), Some(false)),
        (Entry::Value(kr("83100000")), Some(true)),
        (Entry::Value(kr("0")), Some(false)),
        // A minus is hardly meant.
        (Entry::Value(kr("-500000")), None),
        (Entry::Blank, None),
        (Entry::Unreadable("83 mio".to_owned()), None),
    ] {
        let mut plan = plan("Familiehusene", 2022);
        plan.overspend_at_start = overspend.clone();
        assert_eq!(plan.is_required(), required, "{overspend:?}");
    }
}

// ---- blank, zero and unreadable ----

#[test]
fn blank_counts_as_nothing_and_is_not_zero() {
    let zero = || Entry::Value(Amount::ZERO);
    assert_ne!(Entry::Blank, zero());
    let of = |current_budget: Entry<Amount>, estimated_gain: Entry<Amount>| ProposalYear {
        current_budget,
        estimated_gain,
        ..ProposalYear::default()
    };
    let gain = || Entry::Value(thousand(-450));
    assert_eq!(of(Entry::Blank, Entry::Blank).net_change(), Total::Blank);
    assert_eq!(of(Entry::Blank, gain()).budget_after(), None);
    assert_eq!(
        of(zero(), gain()).budget_after(),
        Some(complete(thousand(-450)))
    );
    assert_eq!(of(Entry::Blank, gain()).change_percent(), None);
    assert_eq!(
        of(Entry::Value(thousand(100)), zero()).change_percent(),
        Some(dec("0"))
    );
    let unchanged = of(Entry::Value(thousand(100)), Entry::Blank);
    assert_eq!(unchanged.change_percent(), None);
    assert_eq!(unchanged.budget_after(), Some(complete(thousand(100))));

    let mut plan = plan("Familiehusene", 2022);
    assert!(row(&plan, 1).effects[0].is_blank());
    plan.overspend_at_start = Entry::Blank;
    assert_eq!(plan.forecast(), None);

    let mut empty = FocusArea::blank(plan.focus_areas[0].id);
    assert!(empty.is_blank());
    assert_eq!(empty.planned_total(), Total::Blank);
    empty.effects[5] = zero();
    assert!(!empty.is_blank());
    assert_eq!(empty.planned_total(), Total::ZERO);
}

/// Every total of a proposal and its catalogue, by name.
fn proposal_figures(proposal: &Proposal) -> Vec<(String, Option<Total>)> {
    let mut figures = vec![("net".to_owned(), Some(proposal.net_change_total()))];
    for row in AmountRow::ALL {
        figures.push((format!("{row:?}"), proposal.row_total(row)));
    }
    for (index, year) in proposal.years.iter().enumerate() {
        figures.push((format!("net {index}"), Some(year.net_change())));
        figures.push((format!("after {index}"), year.budget_after()));
        // A percentage has no total: it is there or it is not.
        let percent = year
            .change_percent()
            .map(|percent| complete(kr(&percent.to_string())));
        figures.push((
            format!("percent {index}"),
            percent.or(Some(Total::Incomplete)),
        ));
    }
    for (year, total) in net_change_by_year([proposal]) {
        figures.push((format!("catalogue {}", year.number()), Some(total)));
    }
    figures
}

/// Every total of a plan, by name.
fn plan_figures(plan: &ActionPlan) -> Vec<(String, Option<Total>)> {
    let mut figures = vec![
        ("effect".to_owned(), Some(plan.planned_effect())),
        ("forecast".to_owned(), plan.forecast()),
    ];
    for (index, row) in plan.focus_areas.iter().enumerate() {
        figures.push((format!("row {}", index + 1), Some(row.planned_total())));
    }
    for month in Month::ALL {
        figures.push((format!("{month:?}"), Some(plan.month_total(month))));
    }
    figures
}

/// Exactly these figures have become incomplete; every other is what it was.
fn check_incomplete(
    before: &[(String, Option<Total>)],
    after: &[(String, Option<Total>)],
    incomplete: &[&str],
) {
    assert_eq!(before.len(), after.len());
    let mut unseen: Vec<&str> = incomplete.to_vec();
    for ((name, before), (_, after)) in before.iter().zip(after) {
        if incomplete.contains(&name.as_str()) {
            assert_eq!(*after, Some(Total::Incomplete), "{name}");
            unseen.retain(|other| other != name);
        } else {
            assert_eq!(after, before, "{name}");
        }
    }
    assert!(unseen.is_empty(), "no figures called {unseen:?}");
}

#[test]
fn an_unreadable_cell_of_a_proposal_makes_its_totals_incomplete() {
    let before = proposal_figures(&proposal("Horseager"));
    assert!(
        before
            .iter()
            .all(|(_, total)| *total != Some(Total::Incomplete))
    );
    for (row, incomplete) in [
        (
            AmountRow::CurrentBudget,
            &["CurrentBudget", "after 1", "percent 1"][..],
        ),
        (
            AmountRow::OperatingChange,
            &[
                "OperatingChange",
                "net",
                "net 1",
                "after 1",
                "percent 1",
                "catalogue 2025",
            ],
        ),
        (
            AmountRow::EstimatedGain,
            &[
                "EstimatedGain",
                "net",
                "net 1",
                "after 1",
                "percent 1",
                "catalogue 2025",
            ],
        ),
        (
            AmountRow::InvestmentNeed,
            &[
                "InvestmentNeed",
                "net",
                "net 1",
                "after 1",
                "percent 1",
                "catalogue 2025",
            ],
        ),
    ] {
        let mut proposal = proposal("Horseager");
        *row.of_mut(&mut proposal.years[1]) = Entry::Unreadable("1.5".to_owned());
        check_incomplete(&before, &proposal_figures(&proposal), incomplete);
    }
}

#[test]
fn an_unreadable_cell_of_a_plan_makes_its_totals_incomplete() {
    let unreadable = || Entry::Unreadable("#VÆRDI!".to_owned());
    let before = plan_figures(&plan_2023());

    let mut cell = plan_2023();
    cell.focus_areas[6].effects[month(2).index()] = unreadable();
    check_incomplete(
        &before,
        &plan_figures(&cell),
        &["row 7", "February", "effect", "forecast"],
    );

    let mut at_start = plan_2023();
    at_start.overspend_at_start = unreadable();
    check_incomplete(&before, &plan_figures(&at_start), &["forecast"]);

    let mut at_update = plan_2023();
    at_update.overspend_at_update = unreadable();
    check_incomplete(&before, &plan_figures(&at_update), &[]);
}
