//! The advice beside the fields: which of the originals' mistakes are noticed, and where.

use crate::support;

use std::collections::BTreeSet;
use std::fmt::Debug;

use raaderum::checks::{Advice, AdviceReason, Checked, copied_from, doubtful_signs};
use raaderum::danish::Mentioned;
use raaderum::domain::{
    ActionPlan, AmountRow, ChangeKind, Dismissal, Document, Entry, FocusArea, FormField, HeadField,
    Id, PlanField, Proposal, ProposalField, RowText, Section, StaffRow, Timestamp,
};
use raaderum::draft::Form;
use raaderum::file;
use raaderum::text::{labels, messages};
use support::{dec, effect, head, kr, month, plan, plan_2023, proposal, row};

use AdviceReason::*;

fn advice<C: Checked>(form: &C) -> Vec<(C::Field, AdviceReason)> {
    let advice = form.advice().into_iter();
    advice.map(|advice| (advice.field, advice.reason)).collect()
}

/// A copy of a form with these texts typed into it.
fn typed<F, T>(form: &F, typed: &[(T, &str)]) -> F
where
    F: Form<Field = T> + Clone,
    T: Copy,
{
    let mut form = form.clone();
    for (field, text) in typed {
        form.enter(*field, text);
    }
    form
}

/// Types into a copy of a form, and compares the advice that it then gives.
fn check<F, T>(form: &F, texts: &[(T, &str)], expected: &[(T, AdviceReason)])
where
    F: Form<Field = T> + Checked + Clone,
    T: Copy + Debug + PartialEq,
{
    assert_eq!(advice(&typed(form, texts)), expected, "after {texts:?}");
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

fn mentioned(words: &str, amount: &str, precision: &str) -> Mentioned {
    Mentioned {
        words: words.to_owned(),
        amount: kr(amount),
        precision: dec(precision),
    }
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
                // The text names 30.000 kr. of rent, and that is by chance the budget of 2025 after the change.
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
    let expected = [
        (
            head(HeadField::Cause),
            CauseNamesAnotherAmount(
                mentioned("26,1 mio. kr.", "26100000", "100000"),
                kr("26050000"),
            ),
        ),
        (
            PlanField::Text(row(&plan_2023, 9).id, RowText::Goal),
            GoalNamesAnotherAmount(mentioned("1 mio. kr.", "1000000", "1000000"), kr("-999996")),
        ),
        // 1 mio. kr. spread in the same way as in row 5.
        (
            effect(&plan_2023, 6, 1),
            SameAmountsAsRow(4, row(&plan_2023, 5).id),
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

/// The plan of 2023 with row 9 mended, without the cause that rounds, and with the rest of 1 mio. kr. in another
/// month in each of the three rows that have it: nothing to advise.
fn sound_plan() -> ActionPlan {
    let mut plan = plan_2023();
    for (cell, typed) in [
        (effect(&plan, 9, 7), "-83.337"),
        (effect(&plan, 6, 1), "-83.337"),
        (effect(&plan, 6, 12), "-83.333"),
    ] {
        plan.enter(cell, typed);
    }
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
        (amount(OperatingChange, 2), "700"),
    ];
    check(&form, &adds_up_to_zero, &[]);
    check(&form, &[(amount(CurrentBudget, 2), "0")], &[]);
    check(&form, &[(amount(CurrentBudget, 2), "?")], &[]);

    let gain = |year| (amount(EstimatedGain, year), GainIsPositive);
    // A gain that became a cost no longer explains why positions are removed.
    let no_saving = (positions(1), PositionsOfAnExpansionAreNegative);
    check(
        &form,
        &[(amount(EstimatedGain, 1), "700")],
        &[gain(1), no_saving],
    );
    check(
        &form,
        &[(amount(EstimatedGain, 1), "700"), (positions(1), "1,3")],
        &[gain(1)],
    );
    check(&form, &[(amount(EstimatedGain, 1), "0")], &[]);
    let need = |year| (amount(InvestmentNeed, year), InvestmentIsNegative);
    check(&form, &[(amount(InvestmentNeed, 3), "-0,5")], &[need(3)]);
    let not_ticked = (ProposalField::Kinds, InvestmentNotTicked);
    check(
        &form,
        &[(amount(InvestmentNeed, 3), "750")],
        std::slice::from_ref(&not_ticked),
    );
    check(&form, &[(amount(InvestmentNeed, 3), "0")], &[]);

    let plus = |year| [(positions(year), PositionsOfACutArePositive)];
    check(&form, &[(positions(3), "1,35")], &plus(3));
    check(&form, &[(positions(3), "0")], &[]);
    check(
        &form,
        &[(positions(3), "1,35"), (amount(InvestmentNeed, 3), "300")],
        &[not_ticked],
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
    let effect = |number, of| effect(&form, number, of);
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
        Some(("6 mio. kr.", "6000000", "1000000")),
    );
    check_goal(
        "Omkring 26 mio. kr.",
        Some(("26 mio. kr.", "26000000", "1000000")),
    );
    check_goal(
        "26,1 mio. kr.",
        Some(("26,1 mio. kr.", "26100000", "100000")),
    );
    check_goal(
        "26,2 mio. kr.",
        Some(("26,2 mio. kr.", "26200000", "100000")),
    );
    check_goal(
        "26,10 mio. kr.",
        Some(("26,10 mio. kr.", "26100000", "10000")),
    );
    check_goal("kr. 26.050.001", Some(("kr. 26.050.001", "26050001", "1")));
    // The first of several, if none is the row's.
    check_goal(
        "2 mio. kr. nu og 3 mio. kr. senere",
        Some(("2 mio. kr.", "2000000", "1000000")),
    );
}

#[test]
fn a_goal_is_compared_only_with_a_known_effect() {
    let form = sound_plan();
    let id = row(&form, 1).id;
    let goal = (PlanField::Text(id, RowText::Goal), "Der spares 5 mio. kr.");
    let mentioned = Mentioned {
        words: "5 mio. kr.".to_owned(),
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

// ---- the coach ----

#[test]
fn positions_of_a_cut_that_lack_their_minus() {
    // Mistake 5: Jobcentret (1,3) and Horseager (1,35); Isafjord prints −1 for the same thing.
    for (heading, is_noticed) in [
        ("Jobcentret", true),
        ("Horseager", true),
        ("Isafjord", false),
    ] {
        let advice = advice(&proposal(heading));
        let expected = (positions(0), PositionsOfACutArePositive);
        assert_eq!(advice.contains(&expected), is_noticed, "{heading}");
    }
}

#[test]
fn positions_of_an_expansion_that_have_a_minus() {
    use AmountRow::{EstimatedGain, InvestmentNeed, OperatingChange};
    let mut form = sound_proposal();
    form.kinds.insert(ChangeKind::Investment);
    let costs = [
        (amount(EstimatedGain, 1), ""),
        (amount(InvestmentNeed, 1), "300"),
    ];
    let form = typed(&form, &costs);
    let noticed = (positions(1), PositionsOfAnExpansionAreNegative);
    check(&form, &[], std::slice::from_ref(&noticed));
    check(&form, &[(positions(1), "1,3")], &[]);
    check(&form, &[(positions(1), "")], &[]);
    check(&form, &[(positions(1), "0")], &[]);
    // A proposal that also saves can do so by removing positions.
    check(&form, &[(amount(EstimatedGain, 1), "-1")], &[]);
    check(&form, &[(amount(OperatingChange, 1), "-300")], &[]);
    check(&form, &[(amount(OperatingChange, 1), "?")], &[]);
    // One that costs nothing is no expansion.
    check(
        &form,
        &[
            (amount(InvestmentNeed, 1), "0"),
            (amount(InvestmentNeed, 0), "1"),
        ],
        &[],
    );
    let moved = [
        (amount(InvestmentNeed, 1), "0"),
        (amount(OperatingChange, 1), "1"),
        (amount(InvestmentNeed, 0), "1"),
    ];
    check(&form, &moved, &[noticed]);
}

#[test]
fn an_investment_and_its_tick_belong_together() {
    let form = sound_proposal();
    let mut ticked = form.clone();
    ticked.kinds.insert(ChangeKind::Investment);
    let need = |year| amount(AmountRow::InvestmentNeed, year);
    let without_amount = (need(0), InvestmentWithoutAmount);
    for typed in ["", "0", "?"] {
        check(
            &ticked,
            &[(need(3), typed)],
            std::slice::from_ref(&without_amount),
        );
    }
    check(&ticked, &[(need(3), "0,5")], &[]);
    let not_ticked = (ProposalField::Kinds, InvestmentNotTicked);
    check(&form, &[(need(3), "0,5")], &[not_ticked]);
    // A need with a minus is another mistake.
    check(
        &form,
        &[(need(3), "-0,5")],
        &[(need(3), InvestmentIsNegative)],
    );
    let both = [without_amount, (need(3), InvestmentIsNegative)];
    check(&ticked, &[(need(3), "-0,5")], &both);
    // Of the examples, those that invest are ticked.
    for form in support::proposals() {
        let advice = advice(&form);
        let is_about_it =
            |reason: &AdviceReason| matches!(reason, InvestmentWithoutAmount | InvestmentNotTicked);
        assert!(!advice.iter().any(|(_, reason)| is_about_it(reason)));
    }
}

#[test]
fn a_saving_larger_than_the_budget() {
    use AmountRow::{CurrentBudget, EstimatedGain, OperatingChange};
    // Jobcentret saves 700 of 19.024.
    let form = sound_proposal();
    let noticed = |year| [(amount(CurrentBudget, year), SavingExceedsBudget)];
    check(&form, &[(amount(EstimatedGain, 2), "-19.024")], &[]);
    check(
        &form,
        &[(amount(EstimatedGain, 2), "-19.024,01")],
        &noticed(2),
    );
    check(&form, &[(amount(CurrentBudget, 1), "699,99")], &noticed(1));
    check(&form, &[(amount(CurrentBudget, 1), "700")], &[]);
    // The whole change counts.
    check(
        &form,
        &[
            (amount(CurrentBudget, 1), "699"),
            (amount(OperatingChange, 1), "1"),
        ],
        &[],
    );
    // A budget of nothing, of an income, and one that is unknown.
    for budget in ["0", "-100", "?"] {
        check(&form, &[(amount(CurrentBudget, 1), budget)], &[]);
    }
    let unknown = [
        (amount(CurrentBudget, 1), "1"),
        (amount(EstimatedGain, 1), "?"),
    ];
    check(&form, &unknown, &[]);
    // Horseager closes almost all of it.
    let horseager = advice(&proposal("Horseager"));
    assert!(
        !horseager
            .iter()
            .any(|(_, reason)| *reason == SavingExceedsBudget)
    );
}

#[test]
fn a_text_that_names_an_amount_which_is_not_in_the_table() {
    let form = sound_proposal();
    let names = |of, words: &str, amount: &str, precision: &str| {
        [(
            section(of),
            TextNamesAnotherAmount(mentioned(words, amount, precision)),
        )]
    };
    let summary = section(Section::Summary);
    check(
        &form,
        &[(summary, "Der spares 0,8 mio. kr. om året.")],
        &names(Section::Summary, "0,8 mio. kr.", "800000", "100000"),
    );
    // Typed, of all years, computed, and the budget with and without the change.
    for known in [
        "700.000 kr.",
        "0,7 mio. kr.",
        "2,8 mio. kr.",
        "19,024 mio. kr.",
        "18.324.000 kr.",
    ] {
        check(&form, &[(summary, known)], &[]);
    }
    // One that is known explains the others.
    check(
        &form,
        &[(summary, "Af 5 mio. kr. spares 0,7 mio. kr.")],
        &[],
    );
    check(
        &form,
        &[(summary, "Budgettet skal holdes i 2024 for 30.000 borgere.")],
        &[],
    );
    // To the krone, and each of them: dismissing one does not hide another.
    let both = [
        names(Section::Summary, "700.001 kr.", "700001", "1"),
        names(Section::Summary, "5 mio. kr.", "5000000", "1000000"),
    ];
    check(
        &form,
        &[(summary, "700.001 kr. nu og 5 mio. kr. senere")],
        &both.concat(),
    );
    for of in [Section::Reduction, Section::Investment] {
        let noticed = names(of, "5 mio. kr.", "5000000", "1000000");
        check(&form, &[(section(of), "Det koster 5 mio. kr.")], &noticed);
    }
    // The other texts tell about other things.
    for of in [
        Section::Consequences,
        Section::TimeHorizon,
        Section::RelatedContributions,
        Section::RelevantDocuments,
    ] {
        check(&form, &[(section(of), "Det koster 5 mio. kr.")], &[]);
    }
    // With a rate of reimbursement, the gross amounts are known too.
    let gross = [
        (summary, "Brutto 1,4 mio. kr."),
        (ProposalField::Reimbursement, "50 %"),
    ];
    check(&form, &gross, &[]);
    check(
        &form,
        &gross[..1],
        &names(Section::Summary, "1,4 mio. kr.", "1400000", "100000"),
    );
    // Nothing to compare with.
    let mut empty = form.clone();
    empty.years = Default::default();
    check(&empty, &[(summary, "Der spares 5 mio. kr.")], &[]);
}

#[test]
fn a_supplementary_appropriation() {
    use HeadField::{Appropriation, AppropriationFinancing};
    let form = sound_plan();
    let without = || (head(AppropriationFinancing), AppropriationWithoutFinancing);
    let negative = || (head(Appropriation), AppropriationIsNegative);
    let financed = (head(AppropriationFinancing), "Kassebeholdningen");
    check(&form, &[(head(Appropriation), "14,5 mio.")], &[without()]);
    check(&form, &[(head(Appropriation), "14,5 mio."), financed], &[]);
    check(&form, &[(head(Appropriation), "?")], &[without()]);
    check(
        &form,
        &[(head(Appropriation), "-1")],
        &[negative(), without()],
    );
    check(
        &form,
        &[(head(Appropriation), "-1"), financed],
        &[negative()],
    );
    check(&form, &[(head(Appropriation), "0"), financed], &[]);
    check(&form, &[financed], &[]);
    let blank = (head(AppropriationFinancing), " \n");
    check(&form, &[(head(Appropriation), "1"), blank], &[without()]);
}

// ---- copies ----

#[test]
fn a_row_with_the_amounts_of_another_row() {
    let form = sound_plan();
    let noticed = |number, of| {
        let other = row(&form, of + 1).id;
        (effect(&form, number, 1), SameAmountsAsRow(of, other))
    };
    // Row 10 and row 11 take 250.000 in different months.
    check(&form, &[], &[]);
    let rest_in_december = [
        (effect(&form, 6, 1), "-83.333"),
        (effect(&form, 6, 12), "-83.337"),
    ];
    check(&form, &rest_in_december, &[noticed(6, 4)]);
    let mut three = typed(&form, &rest_in_december);
    three.focus_areas[8].effects = three.focus_areas[4].effects.clone();
    // The first one that has them is named.
    check(&three, &[], &[noticed(6, 4), noticed(9, 4)]);
    let elsewhere = [
        (effect(&form, 6, 11), "-83.337"),
        (effect(&form, 6, 12), "-83.333"),
    ];
    check(&three, &elsewhere, &[noticed(9, 4)]);
    // Rows without amounts have nothing in common.
    let mut blank = form.clone();
    for row in &mut blank.focus_areas[..3] {
        row.goal.clear();
        row.effects = Default::default();
    }
    check(&blank, &[], &[]);
    check(
        &blank,
        &[(effect(&form, 1, 1), "0"), (effect(&form, 2, 1), "0")],
        &[],
    );
}

#[test]
fn a_row_with_a_sentence_of_another_row() {
    let form = sound_plan();
    let text = |number, text| PlanField::Text(row(&form, number).id, text);
    let same = |number, of: RowText, other, sentence: &str| {
        (text(number, of), SameTextAsRow(other, sentence.to_owned()))
    };
    let sentence = "Teamlederne bevilger fortsat.";
    let copied = [
        (
            text(3, RowText::Action),
            "Teamlederne bevilger fortsat. Sagerne ses efter.",
        ),
        (
            text(8, RowText::Action),
            " Der bruges vederlag.\nTeamlederne bevilger fortsat.",
        ),
    ];
    check(&form, &copied, &[same(8, RowText::Action, 2, sentence)]);
    check(&form, &copied[..1], &[]);
    // 25 characters; a shorter text can be the same by chance.
    let goals = |goal: &'static str| {
        [
            (text(3, RowText::Goal), goal),
            (text(4, RowText::Goal), goal),
        ]
    };
    let long = "Udgiften skal ned i 2023.";
    assert_eq!(long.chars().count(), 25);
    check(&form, &goals(long), &[same(4, RowText::Goal, 2, long)]);
    check(&form, &goals("Udgiften skal ned i 202."), &[]);
    // An area or a consequence can well be the same, and a goal can be what another row does.
    for of in [RowText::Area, RowText::Consequences] {
        check(&form, &[(text(3, of), long), (text(4, of), long)], &[]);
    }
    check(
        &form,
        &[
            (text(3, RowText::Goal), long),
            (text(4, RowText::Action), long),
        ],
        &[],
    );
    // A full stop in the middle of a sentence does not end it.
    let middles = [
        (
            text(3, RowText::Goal),
            "Opgjort den 19. september var der to børn i huset.",
        ),
        (
            text(4, RowText::Goal),
            "Opgjort den 20. september var der to børn i huset.",
        ),
    ];
    check(&form, &middles, &[]);
}

fn copies(plan: &ActionPlan, other: &ActionPlan) -> Vec<(PlanField, AdviceReason)> {
    let copies = copied_from(plan, other, &other.unit).into_iter();
    copies.map(|advice| (advice.field, advice.reason)).collect()
}

#[test]
fn two_plans_that_were_copied_from_one_another() {
    // Mistake 7: the same amounts, and the same sentence among others.
    let [familiehusene, havrebjerg] =
        ["Familiehusene", "Familieinstitutionen Havrebjerg"].map(|unit| plan(unit, 2022));
    let sentence = "Opgjort den 19. september 2022 havde stedet to børn.";
    for (plan, other) in [(&familiehusene, &havrebjerg), (&havrebjerg, &familiehusene)] {
        let expected = [
            (effect(plan, 1, 1), SameAmountsAsPlan(other.unit.clone())),
            (
                head(HeadField::Cause),
                SameTextAsPlan(other.unit.clone(), sentence.to_owned()),
            ),
        ];
        assert_eq!(copies(plan, other), expected);
        assert_eq!(copies(plan, plan), []);
    }
    // One amount or one word less, and it is no copy.
    let mut changed = havrebjerg.clone();
    changed.enter(effect(&changed, 1, 8), "-2.001");
    changed.cause = changed.cause.replace("to børn", "tre børn");
    assert_eq!(copies(&familiehusene, &changed), []);
    assert_eq!(copies(&changed, &familiehusene), []);
    // A row without amounts between them changes nothing.
    let mut moved = havrebjerg.clone();
    moved.focus_areas.insert(1, FocusArea::blank(Id::random()));
    assert_eq!(copies(&moved, &familiehusene).len(), 2);
    // The other plans have nothing in common.
    for other in [plan_2023(), plan("Afdeling Børn og Familie", 2022)] {
        assert_eq!(copies(&familiehusene, &other), []);
        assert_eq!(copies(&other, &familiehusene), []);
    }
}

/// The month only says where the row begins: it is the row that is copied.
#[test]
fn a_row_with_the_amounts_of_another_is_named_without_a_month() {
    let plan = plan_2023();
    let place = effect(&plan, 6, 1);
    let other = row(&plan, 5).id;
    for (reason, label) in [
        (SameAmountsAsRow(4, other), "Indsats 6"),
        (EffectIsPositive, "Indsats 6 januar"),
    ] {
        let advice = Advice {
            field: place,
            reason,
        };
        assert_eq!(labels::plan_advice(&plan, &advice), label);
    }
}

#[test]
fn plans_without_amounts_or_long_texts_are_no_copies() {
    let mut one = support::empty_plan("1");
    let mut other = support::empty_plan("2");
    assert_eq!(copies(&one, &other), []);
    for plan in [&mut one, &mut other] {
        plan.cause = "Stigende udgifter 2023.".to_owned();
        plan.enter(effect(plan, 1, 1), "0");
    }
    assert_eq!(copies(&one, &other), []);
    for plan in [&mut one, &mut other] {
        plan.focus_areas[0].consequences = "Borgerne mister et åbent sted.".to_owned();
    }
    let place = PlanField::Text(one.focus_areas[0].id, RowText::Consequences);
    let sentence = "Borgerne mister et åbent sted.".to_owned();
    let expected = [(place, SameTextAsPlan(String::new(), sentence))];
    assert_eq!(copies(&one, &other), expected);
    // The identity tells a plan from its copy.
    other = other.clone();
    other.id = one.id;
    assert_eq!(copies(&one, &other), []);
}

// ---- dismissing ----

/// One of each reason, with its code and its detail.
fn every_reason() -> Vec<(AdviceReason, &'static str, &'static str)> {
    let six = || mentioned("6 mio. kr.", "6000000", "1000000");
    vec![
        (NoKind, "no_kind", ""),
        (
            AppropriationWithoutNumber("Isafjord".to_owned()),
            "appropriation_without_number",
            "Isafjord",
        ),
        (NoCurrentBudget, "no_current_budget", ""),
        (GainIsPositive, "gain_is_positive", ""),
        (InvestmentIsNegative, "investment_is_negative", ""),
        (InvestmentWithoutAmount, "investment_without_amount", ""),
        (InvestmentNotTicked, "investment_not_ticked", ""),
        (SavingExceedsBudget, "saving_exceeds_budget", ""),
        (
            PositionsOfACutArePositive,
            "positions_of_a_cut_are_positive",
            "",
        ),
        (
            PositionsOfAnExpansionAreNegative,
            "positions_of_an_expansion_are_negative",
            "",
        ),
        (NoConsequences, "no_consequences", ""),
        (NoTimeHorizon, "no_time_horizon", ""),
        (
            TextNamesAnotherAmount(six()),
            "text_names_another_amount",
            "6 mio",
        ),
        (
            DateOutsideYear(2022, 2023),
            "date_outside_year",
            "2022 / 2023",
        ),
        (UpdatedBeforeStart, "updated_before_start", ""),
        (NoOverspendAtStart, "no_overspend_at_start", ""),
        (
            OverspendMayBeMillions(kr("26.1")),
            "overspend_may_be_millions",
            "26,1",
        ),
        (
            OverspendIsNegative(kr("-26050000")),
            "overspend_is_negative",
            "−26.050.000",
        ),
        (
            TargetIsPositive(vec![kr("5"), kr("6000000")]),
            "target_is_positive",
            "5 / 6.000.000",
        ),
        (NoEffect, "no_effect", ""),
        (EffectIsPositive, "effect_is_positive", ""),
        (
            NotReported(vec![month(1), month(12)]),
            "not_reported",
            "1 12",
        ),
        (
            GoalNamesAnotherAmount(six(), kr("-999996")),
            "goal_names_another_amount",
            "6 mio / −999.996",
        ),
        (
            CauseNamesAnotherAmount(six(), kr("26050000")),
            "cause_names_another_amount",
            "6 mio / 26.050.000",
        ),
        (
            SameAmountsAsRow(4, id()),
            "same_amounts_as_row",
            "00000000-0000-4000-8000-000000000005",
        ),
        (
            SameTextAsRow(4, "Samme".to_owned()),
            "same_text_as_row",
            "Samme",
        ),
        (
            SameAmountsAsPlan("Havrebjerg".to_owned()),
            "same_amounts_as_plan",
            "Havrebjerg",
        ),
        (
            SameTextAsPlan("Havrebjerg".to_owned(), "Samme".to_owned()),
            "same_text_as_plan",
            "Samme",
        ),
        (
            AppropriationWithoutFinancing,
            "appropriation_without_financing",
            "",
        ),
        (AppropriationIsNegative, "appropriation_is_negative", ""),
    ]
}

/// Dismissed advice is recognised by them in files: these words never change.
#[test]
fn the_codes_of_advice_are_frozen() {
    let mut codes = BTreeSet::new();
    for (reason, code, detail) in every_reason() {
        assert_eq!(reason.code(), code);
        assert_eq!(reason.detail(), detail, "{code}");
        assert!(codes.insert(code), "{code} is there twice");
        let sentence = messages::advice(&reason);
        assert!(sentence.ends_with(['.', '?']), "{sentence}");
    }
    assert_eq!(codes.len(), 30);
}

#[test]
fn dismissed_advice_is_recognised_until_its_detail_changes() {
    let mut form = sound_plan();
    let goal = PlanField::Text(row(&form, 1).id, RowText::Goal);
    form.enter(goal, "Der spares 5 mio. kr.");
    let [noticed] = form.advice().try_into().expect("one piece of advice");
    let dismissal = noticed.dismissed(|field| field.name(), "Resten spares i 2024".to_owned());
    assert_eq!(
        dismissal,
        Dismissal {
            advice: "goal_names_another_amount".to_owned(),
            field: goal.name(),
            detail: "5 mio / −6.000.000".to_owned(),
            reason: "Resten spares i 2024".to_owned(),
        }
    );
    form.dismissed_mut()
        .expect("a form that keeps them")
        .push(dismissal);
    // Dismissing changes nothing about what is noticed; the page asks which of it was dismissed.
    let open = |form: &ActionPlan| {
        let advice = form.advice().into_iter();
        let is_open = |advice: &Advice<PlanField>| {
            let name = |field: &PlanField| field.name();
            !form
                .dismissed()
                .iter()
                .any(|other| advice.is_dismissed_by(other, name))
        };
        advice.filter(is_open).collect::<Vec<_>>()
    };
    assert_eq!(form.advice(), [noticed]);
    assert_eq!(open(&form), []);
    // Other words, another sum, another field or another thing are new advice.
    let mut words = form.clone();
    words.enter(goal, "Der spares 4 mio. kr.");
    assert_eq!(open(&words).len(), 1);
    let mut sum = form.clone();
    sum.enter(effect(&form, 1, 1), "-500.001");
    assert_eq!(open(&sum).len(), 1);
    let mut place = form.clone();
    place.enter(
        PlanField::Text(row(&form, 3).id, RowText::Goal),
        "Der spares 5 mio. kr.",
    );
    assert_eq!(open(&place).len(), 1);
    let mut thing = form.clone();
    thing.enter(effect(&form, 11, 3), "4");
    assert_eq!(open(&thing).len(), 1);
    // What is noticed again is still dismissed.
    words.enter(goal, "Der spares 5 mio. kr.");
    assert_eq!(open(&words), []);
    // A plan keeps it in a file, and a change in it is a change.
    let document = Document::from(form.clone());
    let read = file::read(&file::write([&document]).unwrap());
    assert_eq!(read, Ok(vec![document.clone()]));
    form.dismissed_mut()
        .expect("a form that keeps them")
        .clear();
    assert!(!document.says_the_same_as(&form.into()));
}

#[test]
fn each_part_of_a_dismissal_tells_advice_apart() {
    let form = proposal("Jobcentret");
    let [noticed] = form.advice().try_into().expect("one piece of advice");
    let name = |field: &ProposalField| field.name();
    let dismissal = noticed.dismissed(name, "Nye stillinger".to_owned());
    assert!(noticed.is_dismissed_by(&dismissal, name));
    for change in [
        |dismissal: &mut Dismissal| dismissal.advice.push('s'),
        |dismissal: &mut Dismissal| dismissal.field.push('0'),
        |dismissal: &mut Dismissal| dismissal.detail.push('0'),
    ] {
        let mut other = dismissal.clone();
        change(&mut other);
        assert!(!noticed.is_dismissed_by(&other, name), "{other:?}");
    }
    // The reason is only told.
    let told = Dismissal {
        reason: String::new(),
        ..dismissal
    };
    assert!(noticed.is_dismissed_by(&told, name));
}

fn id() -> Id {
    Id::parse("00000000-0000-4000-8000-000000000005").expect("an identity")
}

#[test]
fn the_new_advice_is_told_in_words() {
    for (reason, sentence) in [
        (
            NotReported(vec![month(1), month(2), month(3)]),
            "Der er planlagt en effekt, men intet er meldt for januar, februar og marts. Det tæller som 0, til det er skrevet; skriv 0, hvis der intet kom.",
        ),
        (
            SameAmountsAsRow(4, id()),
            "Beløbene er de samme som i indsats 5. Er de kopieret, tælles besparelsen to gange.",
        ),
        (
            TextNamesAnotherAmount(mentioned("5,6 mio. kr.", "5600000", "100000")),
            "Teksten nævner »5,6 mio. kr.«, men det beløb står ikke i tabellen. Læserne ser begge tal. Hvilket gælder?",
        ),
        (
            SameTextAsPlan("Havrebjerg".to_owned(), "x".to_owned()),
            "Samme tekst står i handleplanen for »Havrebjerg«. Er den kopieret, passer den så også her?",
        ),
    ] {
        assert_eq!(messages::advice(&reason), sentence);
    }
}

/// A line of a text can have a million characters; a sentence about it is still a sentence.
#[test]
fn a_long_line_is_quoted_by_its_beginning() {
    let (short, long) = ("æ".repeat(100), "æ".repeat(101));
    for reason in [
        AppropriationWithoutNumber as fn(String) -> AdviceReason,
        SameAmountsAsPlan,
        |plan| SameTextAsPlan(plan, "x".to_owned()),
    ] {
        let sentence = |text: &str| messages::advice(&reason(text.to_owned()));
        assert!(sentence(&short).contains(&format!("»{short}«")));
        assert!(sentence(&long).contains(&format!("»{short}…«")));
    }
}

// ---- signs ----

#[test]
fn a_sign_is_doubtful_until_somebody_has_looked_at_it() {
    let name = |field: &ProposalField| Proposal::name(*field);
    assert_eq!(doubtful_signs(&proposal("Isafjord")), []);
    let mut proposal = proposal("Jobcentret");
    // Each year, not only the first.
    let positions = |year| ProposalField::Staff(StaffRow::FullTimeEquivalents, year);
    assert_eq!(doubtful_signs(&proposal), [0, 1, 2, 3].map(positions));
    for advice in proposal.advice() {
        let dismissal = advice.dismissed(name, "Stillingerne er nye.".to_owned());
        proposal.dismissed = vec![dismissal];
        let is_about_a_sign = advice.reason == PositionsOfACutArePositive;
        assert_eq!(doubtful_signs(&proposal).is_empty(), is_about_a_sign);
    }
    proposal.dismissed.clear();
    proposal.years[1].full_time_equivalents = Entry::Blank;
    proposal.years[2].estimated_gain = Entry::Value(kr("700000"));
    let gain = ProposalField::Amount(AmountRow::EstimatedGain, 2);
    assert_eq!(
        doubtful_signs(&proposal),
        [gain, positions(0), positions(3)]
    );
}
