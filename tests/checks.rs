//! The advice beside the fields: which of the originals' mistakes are noticed, and where.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

mod support;

use std::fmt::Debug;

use raaderum::checks::{AdviceReason, Checked};
use raaderum::danish::Mentioned;
use raaderum::domain::{
    ActionPlan, AmountRow, Entry, HeadField, Id, PlanField, Proposal, ProposalField, RowText,
    Section, StaffRow, Timestamp,
};
use raaderum::draft::Form;
use support::{dec, kr, month, plan, plan_2023, proposal, row};

use AdviceReason::*;

fn advice<C: Checked>(form: &C) -> Vec<(C::Field, AdviceReason)> {
    let advice = form.advice().into_iter();
    advice.map(|advice| (advice.field, advice.reason)).collect()
}

/// Types into a copy of a form, and compares the advice that it then gives.
fn check<F, T>(form: &F, typed: &[(T, &str)], expected: &[(T, AdviceReason)])
where
    F: Form<Field = T> + Checked<Field = T> + Clone,
    T: Copy + Debug + PartialEq,
{
    let mut form = form.clone();
    for (field, text) in typed {
        form.enter(*field, text);
    }
    assert_eq!(advice(&form), expected, "after {typed:?}");
}

fn amount(row: AmountRow, year: usize) -> ProposalField {
    ProposalField::Amount(row, year)
}

fn positions(year: usize) -> ProposalField {
    ProposalField::Staff(StaffRow::FullTimeEquivalents, year)
}

fn section(section: Section) -> ProposalField {
    ProposalField::Section(section)
}

fn head(field: HeadField) -> PlanField {
    PlanField::Head(field)
}

// ---- the examples ----

#[test]
fn the_advice_on_the_eight_proposals() {
    let no_budget = |year| (amount(AmountRow::CurrentBudget, year), NoCurrentBudget);
    let no_horizon = || (section(Section::TimeHorizon), NoTimeHorizon);
    let cut_with_a_plus = || (positions(0), PositionsOfACutArePositive);
    let horseager =
        "Værestedet Horseager – Team Bostøtte (Sociale tilbud til psykisk handicappede)";
    for (heading, expected) in [
        // Four new colleagues, but it also invests: no mistake.
        ("akut foranstaltninger", vec![no_budget(0), no_horizon()]),
        ("Isafjord", vec![no_budget(0)]),
        ("tabt arbejdsfortjeneste", vec![no_budget(0), no_horizon()]),
        ("Jobcentret", vec![cut_with_a_plus()]),
        ("overvåget samvær", vec![no_budget(0)]),
        // Nothing changes in 2024, so 2025 is the first year that lacks its budget.
        ("§108", vec![no_budget(1), no_horizon()]),
        ("§104", vec![no_budget(0), no_horizon()]),
        (
            "Horseager",
            vec![
                (
                    ProposalField::Appropriations,
                    AppropriationWithoutNumber(horseager.to_owned()),
                ),
                cut_with_a_plus(),
            ],
        ),
    ] {
        assert_eq!(advice(&proposal(heading)), expected, "{heading}");
    }
}

#[test]
fn the_advice_on_the_four_plans() {
    let plan_2022 = plan("Afdeling Børn og Familie", 2022);
    let first_cell = PlanField::Effect(row(&plan_2022, 1).id, month(1));
    assert_eq!(advice(&plan_2022), [(first_cell, NoEffect)]);
    // Every goal names its row's amount to the krone, save row 9, whose cells miss it by 4 kr.; and the cause
    // rounds the overspend at start.
    let plan_2023 = plan_2023();
    let mentioned = |words: &str, amount, precision| Mentioned {
        words: words.to_owned(),
        amount: kr(amount),
        precision: dec(precision),
    };
    let expected = [
        (
            head(HeadField::Cause),
            CauseNamesAnotherAmount(mentioned("26,1 mio", "26100000", "100000"), kr("26050000")),
        ),
        (
            PlanField::Text(row(&plan_2023, 9).id, RowText::Goal),
            GoalNamesAnotherAmount(mentioned("1 mio", "1000000", "1000000"), kr("-999996")),
        ),
    ];
    assert_eq!(advice(&plan_2023), expected);
    assert_eq!(advice(&plan("Familiehusene", 2022)), []);
    assert_eq!(advice(&plan("Familieinstitutionen Havrebjerg", 2022)), []);
}

#[test]
fn an_untouched_form_gives_none() {
    let now = Timestamp::UNIX_EPOCH;
    let proposal = Proposal::blank(Id::random(), now, Entry::Blank);
    let only_headed = [
        (ProposalField::Heading, "Lukning af Værestedet Horseager"),
        (ProposalField::Appropriations, "Værestedet Horseager"),
        (ProposalField::FirstYear, "2024"),
        (section(Section::Summary), "  \n"),
    ];
    check(&proposal, &[], &[]);
    check(&proposal, &only_headed, &[]);
    let plan = ActionPlan::blank(Id::random(), now, Entry::Blank);
    check(&plan, &[], &[]);
    check(&plan, &[(head(HeadField::Year), "2023")], &[]);
}

// ---- one mistake at a time ----

/// The plan of 2023 with row 9 mended and without the cause that rounds: nothing to advise.
fn sound_plan() -> ActionPlan {
    let mut plan = plan_2023();
    let row_9 = row(&plan, 9).id;
    plan.enter(PlanField::Effect(row_9, month(12)), "-83.337");
    plan.enter(head(HeadField::Cause), "");
    plan
}

/// Jobcentret with the minus that it lacks: nothing to advise.
fn sound_proposal() -> Proposal {
    let mut proposal = proposal("Jobcentret");
    for year in 0..4 {
        proposal.enter(positions(year), "-1,3");
    }
    proposal
}

#[test]
fn the_mistakes_of_a_proposal() {
    use AmountRow::{CurrentBudget, EstimatedGain, InvestmentNeed, OperatingChange};
    let form = sound_proposal();
    check(&form, &[], &[]);

    let unnumbered = |line: &str| {
        (
            ProposalField::Appropriations,
            AppropriationWithoutNumber(line.to_owned()),
        )
    };
    let lines = "3.20.35 Familiehuset\n\n  Isafjord  \n6 Voksne\nÅben café 2";
    check(
        &form,
        &[(ProposalField::Appropriations, lines)],
        &[unnumbered("Isafjord"), unnumbered("Åben café 2")],
    );
    check(&form, &[(ProposalField::Appropriations, "")], &[]);

    // Only the first year that lacks it is pointed at, and only where something changes.
    let no_budget = |year| [(amount(CurrentBudget, year), NoCurrentBudget)];
    check(&form, &[(amount(CurrentBudget, 2), "")], &no_budget(2));
    let two_years = [
        (amount(CurrentBudget, 3), ""),
        (amount(CurrentBudget, 1), ""),
    ];
    check(&form, &two_years, &no_budget(1));
    let nothing_changes = [
        (amount(CurrentBudget, 2), ""),
        (amount(EstimatedGain, 2), ""),
    ];
    check(&form, &nothing_changes, &[]);
    let adds_up_to_zero = [
        (amount(CurrentBudget, 2), ""),
        (amount(InvestmentNeed, 2), "700"),
    ];
    check(&form, &adds_up_to_zero, &[]);
    check(&form, &[(amount(CurrentBudget, 2), "0")], &[]);
    check(&form, &[(amount(CurrentBudget, 2), "?")], &[]);

    let gain = |year| (amount(EstimatedGain, year), GainIsPositive);
    check(&form, &[(amount(EstimatedGain, 1), "700")], &[gain(1)]);
    check(&form, &[(amount(EstimatedGain, 1), "0")], &[]);
    let need = |year| (amount(InvestmentNeed, year), InvestmentIsNegative);
    check(&form, &[(amount(InvestmentNeed, 3), "-0,5")], &[need(3)]);
    check(&form, &[(amount(InvestmentNeed, 3), "750")], &[]);

    check(&form, &[(amount(InvestmentNeed, 3), "0")], &[]);

    let plus = |year| [(positions(year), PositionsOfACutArePositive)];
    check(&form, &[(positions(3), "1,35")], &plus(3));
    check(&form, &[(positions(3), "0")], &[]);
    check(
        &form,
        &[(positions(3), "1,35"), (amount(InvestmentNeed, 3), "300")],
        &[],
    );
    check(
        &form,
        &[(positions(3), "1,35"), (amount(OperatingChange, 3), "300")],
        &[],
    );
    check(
        &form,
        &[(positions(3), "1,35"), (amount(OperatingChange, 3), "-300")],
        &plus(3),
    );
    check(
        &form,
        &[(positions(3), "1,35"), (amount(EstimatedGain, 3), "")],
        &[],
    );
    check(
        &form,
        &[(positions(3), "1,35"), (amount(EstimatedGain, 3), "0")],
        &[],
    );

    for (of, reason) in [
        (Section::Consequences, NoConsequences),
        (Section::TimeHorizon, NoTimeHorizon),
    ] {
        for empty in ["", " \n\u{A0}"] {
            check(
                &form,
                &[(section(of), empty)],
                &[(section(of), reason.clone())],
            );
        }
    }
    for optional in [
        Section::Summary,
        Section::Reduction,
        Section::Investment,
        Section::RelatedContributions,
        Section::RelevantDocuments,
    ] {
        check(&form, &[(section(optional), "")], &[]);
    }
}

#[test]
fn a_proposal_without_a_kind() {
    let mut form = sound_proposal();
    form.kinds.clear();
    assert_eq!(advice(&form), [(ProposalField::Kinds, NoKind)]);
}

/// A text or an amount is enough to be looked at.
#[test]
fn a_proposal_that_has_just_begun() {
    let form = Proposal::blank(Id::random(), Timestamp::UNIX_EPOCH, Entry::Blank);
    let no_kind = (ProposalField::Kinds, NoKind);
    let no_consequences = (section(Section::Consequences), NoConsequences);
    let no_horizon = (section(Section::TimeHorizon), NoTimeHorizon);
    let begun = [no_kind, no_consequences, no_horizon.clone()];
    check(
        &form,
        &[(section(Section::Summary), "Isafjord lukkes.")],
        &begun,
    );
    check(&form, &[(amount(AmountRow::CurrentBudget, 3), "0")], &begun);
    check(
        &form,
        &[(section(Section::Consequences), "Klager")],
        &[(ProposalField::Kinds, NoKind), no_horizon],
    );
}

/// All at once, in the order of the form.
#[test]
fn the_order_of_advice_on_a_proposal() {
    let mut form = Proposal::blank(Id::random(), Timestamp::UNIX_EPOCH, Entry::Blank);
    for (field, typed) in [
        (ProposalField::Appropriations, "Isafjord"),
        (amount(AmountRow::EstimatedGain, 0), "450"),
        (amount(AmountRow::InvestmentNeed, 0), "-1"),
        (amount(AmountRow::EstimatedGain, 1), "-450"),
        (positions(1), "1"),
    ] {
        form.enter(field, typed);
    }
    assert_eq!(
        advice(&form),
        [
            (
                ProposalField::Appropriations,
                AppropriationWithoutNumber("Isafjord".to_owned())
            ),
            (ProposalField::Kinds, NoKind),
            (amount(AmountRow::CurrentBudget, 0), NoCurrentBudget),
            (amount(AmountRow::EstimatedGain, 0), GainIsPositive),
            (amount(AmountRow::InvestmentNeed, 0), InvestmentIsNegative),
            (positions(1), PositionsOfACutArePositive),
            (section(Section::Consequences), NoConsequences),
            (section(Section::TimeHorizon), NoTimeHorizon),
        ]
    );
}

#[test]
fn the_dates_of_a_plan() {
    use HeadField::{StartedOn, UpdatedOn, Year};
    let form = sound_plan();
    let outside = |field, dated| (head(field), DateOutsideYear(dated, 2023));
    check(
        &form,
        &[
            (head(StartedOn), "1.1.2023"),
            (head(UpdatedOn), "31.12.2023"),
        ],
        &[],
    );
    check(
        &form,
        &[(head(StartedOn), "31.12.2022")],
        &[outside(StartedOn, 2022)],
    );
    check(
        &form,
        &[(head(UpdatedOn), "1.1.2024")],
        &[outside(UpdatedOn, 2024)],
    );
    let backwards = (head(UpdatedOn), UpdatedBeforeStart);
    check(
        &form,
        &[
            (head(StartedOn), "3.10.2023"),
            (head(UpdatedOn), "2.10.2023"),
        ],
        std::slice::from_ref(&backwards),
    );
    check(
        &form,
        &[
            (head(StartedOn), "3.10.2023"),
            (head(UpdatedOn), "3.10.2023"),
        ],
        &[],
    );
    check(
        &form,
        &[
            (head(StartedOn), "3.10.2023"),
            (head(UpdatedOn), "31.12.2022"),
        ],
        &[outside(UpdatedOn, 2022), backwards],
    );
    check(
        &form,
        &[(head(StartedOn), "31.12.2022"), (head(Year), "")],
        &[],
    );
    check(
        &form,
        &[(head(StartedOn), "31.12.2022"), (head(Year), "23")],
        &[],
    );
}

#[test]
fn a_plan_without_effect_or_overspend() {
    let at_start = head(HeadField::OverspendAtStart);
    let form = plan("Afdeling Børn og Familie", 2022);
    let first_cell = PlanField::Effect(row(&form, 1).id, month(1));
    let other_cell = PlanField::Effect(row(&form, 3).id, month(8));
    check(&form, &[(at_start, "100.000")], &[]);
    check(
        &form,
        &[(at_start, "100.000,01")],
        &[(first_cell, NoEffect)],
    );
    check(&form, &[(at_start, "")], &[]);
    check(&form, &[(other_cell, "-2.000")], &[]);
    check(&form, &[(other_cell, "?")], &[]);
    let no_overspend = [(at_start, NoOverspendAtStart)];
    check(
        &form,
        &[(other_cell, "-2.000"), (at_start, "")],
        &no_overspend,
    );
    check(&form, &[(other_cell, "-2.000"), (at_start, "?")], &[]);

    let mut no_rows = form;
    no_rows.focus_areas.clear();
    assert_eq!(advice(&no_rows), [(at_start, NoEffect)]);
}

#[test]
fn an_effect_that_makes_the_overspend_larger() {
    let mut form = sound_plan();
    for row in &mut form.focus_areas {
        row.goal.clear();
    }
    let effect = |number, of| PlanField::Effect(row(&form, number).id, month(of));
    let positive = |number, of| (effect(number, of), EffectIsPositive);
    check(
        &form,
        &[
            (effect(11, 6), "1"),
            (effect(11, 3), "0,01"),
            (effect(6, 12), "1"),
        ],
        &[positive(6, 12), positive(11, 3)],
    );
    check(&form, &[(effect(11, 6), "0")], &[]);
}

/// A plan of one row with an effect of −26.050.000, and a goal.
fn check_goal(goal: &str, noticed: Option<(&str, &str, &str)>) {
    let mut form = plan("Afdeling Børn og Familie", 2022);
    form.focus_areas.truncate(1);
    let row = form.focus_areas[0].id;
    let place = PlanField::Text(row, RowText::Goal);
    let expected: Vec<_> = noticed
        .into_iter()
        .map(|(words, amount, precision)| {
            let mentioned = Mentioned {
                words: words.to_owned(),
                amount: kr(amount),
                precision: dec(precision),
            };
            (place, GoalNamesAnotherAmount(mentioned, kr("-26050000")))
        })
        .collect();
    let typed = [
        (PlanField::Effect(row, month(4)), "-26.050.000"),
        (place, goal),
    ];
    check(&form, &typed, &expected);
}

#[test]
fn a_goal_that_names_another_amount() {
    check_goal("En reduktion på 26,05 mio. kr.", None);
    check_goal("En reduktion på 26.050.000 kr.", None);
    check_goal("Budgettet skal holdes i 2023.", None);
    check_goal("Af 84,4 mio. kr. spares 26,05 mio. kr.", None);
    check_goal("", None);
    check_goal(
        "Der spares 6 mio. kr. i 2023",
        Some(("6 mio", "6000000", "1000000")),
    );
    check_goal(
        "Omkring 26 mio. kr.",
        Some(("26 mio", "26000000", "1000000")),
    );
    check_goal("26,1 mio. kr.", Some(("26,1 mio", "26100000", "100000")));
    check_goal("26,2 mio. kr.", Some(("26,2 mio", "26200000", "100000")));
    check_goal("26,10 mio. kr.", Some(("26,10 mio", "26100000", "10000")));
    check_goal("kr. 26.050.001", Some(("kr. 26.050.001", "26050001", "1")));
    // The first of several, if none is the row's.
    check_goal(
        "2 mio. kr. nu og 3 mio. kr. senere",
        Some(("2 mio", "2000000", "1000000")),
    );
}

#[test]
fn a_goal_is_compared_only_with_a_known_effect() {
    let form = sound_plan();
    let id = row(&form, 1).id;
    let goal = (PlanField::Text(id, RowText::Goal), "Der spares 5 mio. kr.");
    let mentioned = Mentioned {
        words: "5 mio".to_owned(),
        amount: kr("5000000"),
        precision: dec("1000000"),
    };
    let noticed = (goal.0, GoalNamesAnotherAmount(mentioned, kr("-6000000")));
    check(&form, &[goal], &[noticed]);
    check(&form, &[goal, (PlanField::Effect(id, month(1)), "?")], &[]);
    let mut blank = form.clone();
    blank.focus_areas[0].effects = Default::default();
    check(&blank, &[goal], &[]);
}
