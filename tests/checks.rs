//! The advice beside the fields: its details, copies of other plans, dismissing and signs. What is noticed, and where,
//! stands in `regler/raad.md`.

use crate::support;

use std::collections::BTreeSet;

use raaderum::checks::{Advice, AdviceReason, Checked, copied_from, doubtful_signs};
use raaderum::danish::Mentioned;
use raaderum::domain::{
    ActionPlan, AmountRow, Dismissal, Document, Entry, FocusArea, FormField, HeadField, Id,
    PlanField, ProposalField, RowText, Section, StaffRow,
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

fn mentioned(words: &str, amount: &str, precision: &str) -> Mentioned {
    Mentioned {
        words: words.to_owned(),
        amount: kr(amount),
        precision: dec(precision),
    }
}

// ---- the examples ----

/// Beside what it says, advice carries what tells it apart when it is dismissed.
#[test]
fn advice_carries_its_details() {
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
        (
            effect(&plan_2023, 6, 1),
            SameAmountsAsRow(4, row(&plan_2023, 5).id),
        ),
    ];
    assert_eq!(advice(&plan_2023), expected);
    let mut text = proposal("Jobcentret");
    let summary = ProposalField::Section(Section::Summary);
    text.enter(summary, "700.001 kr. nu og 5 mio. kr. senere");
    let told = |words, amount, precision| {
        let mentioned = mentioned(words, amount, precision);
        (summary, TextNamesAnotherAmount(mentioned))
    };
    let found = advice(&text);
    assert!(found.contains(&told("700.001 kr.", "700001", "1")));
    assert!(found.contains(&told("5 mio. kr.", "5000000", "1000000")));
}

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

#[test]
fn a_plan_without_rows_is_told_at_its_overspend() {
    let mut form = plan("Afdeling Børn og Familie", 2022);
    form.focus_areas.clear();
    let at_start = head(HeadField::OverspendAtStart);
    assert_eq!(advice(&form), [(at_start, NoEffect)]);
}

// ---- copies ----

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
    let dismissal = noticed.dismissed("Resten spares i 2024".to_owned());
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
            !form
                .dismissed()
                .iter()
                .any(|other| advice.is_dismissed_by(other))
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
    let dismissal = noticed.dismissed("Nye stillinger".to_owned());
    assert!(noticed.is_dismissed_by(&dismissal));
    for change in [
        |dismissal: &mut Dismissal| dismissal.advice.push('s'),
        |dismissal: &mut Dismissal| dismissal.field.push('0'),
        |dismissal: &mut Dismissal| dismissal.detail.push('0'),
    ] {
        let mut other = dismissal.clone();
        change(&mut other);
        assert!(!noticed.is_dismissed_by(&other), "{other:?}");
    }
    // The reason is only told.
    let told = Dismissal {
        reason: String::new(),
        ..dismissal
    };
    assert!(noticed.is_dismissed_by(&told));
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
    assert_eq!(doubtful_signs(&proposal("Isafjord")), []);
    let mut proposal = proposal("Jobcentret");
    // Each year, not only the first.
    let positions = |year| ProposalField::Staff(StaffRow::FullTimeEquivalents, year);
    assert_eq!(doubtful_signs(&proposal), [0, 1, 2, 3].map(positions));
    for advice in proposal.advice() {
        let dismissal = advice.dismissed("Stillingerne er nye.".to_owned());
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
