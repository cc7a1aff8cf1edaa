//! What is said about a text that was typed, and the ways out that are offered: each by one click.

use crate::support;

use raaderum::checks::{AdviceReason, Checked};
use raaderum::danish::{NotComputed, NumberError, Signs};
use raaderum::domain::{
    AmountRow, CatalogueField, HeadField, PlanField, Proposal, ProposalField, StaffRow, YEARS,
};
use raaderum::draft::{
    Corrected, Correction, EntryError, Form, Remark, Remarks, correct, enter_in, filled_years,
    shown_in,
};
use raaderum::text::{editor, messages, offers};
use support::reading::{blank_catalogue, blank_plan, blank_proposal};
use support::{effect, head, thousand};

fn gain(year: usize) -> ProposalField {
    ProposalField::Amount(AmountRow::EstimatedGain, year)
}

/// What a row of a form shows.
fn shown<F: Form>(form: &F, field: impl Fn(usize) -> F::Field) -> [String; YEARS] {
    std::array::from_fn(|year| form.shown(field(year)))
}

/// The labels of what is offered where a text cannot be read.
fn offered<F: Form>(form: &F, field: F::Field) -> Vec<String> {
    let error = form.error(field).expect("an error");
    let offers = offers::for_error(&error).into_iter();
    offers.map(|offer| offer.label).collect()
}

/// Types into a field and takes the first thing that is offered where it cannot be read.
fn take_offer<F: Form>(form: &mut F, field: F::Field, typed: &str) -> Corrected {
    enter_in(form, field, typed, Signs::MinusSaves);
    let error = form.error(field).expect("an error");
    let offer = offers::for_error(&error).remove(0);
    correct(form, field, &offer.correction, Signs::MinusSaves)
}

#[test]
fn what_is_refused_can_be_computed_by_one_click() {
    let mut proposal = blank_proposal();
    for (typed, label, shows) in [
        (
            "2,5-3,5 mio.",
            "Regn det ud: =2,5 mio. − 3,5 mio.",
            "−1.000",
        ),
        ("120-50", "Regn det ud: =120−50", "70"),
        ("2024-2027", "Regn det ud: =2024−2027", "−3"),
        (" -   ", "Skriv 0", "0"),
        ("-0,51)", "Skriv −0,5", "−0,5"),
    ] {
        enter_in(&mut proposal, gain(0), typed, Signs::MinusSaves);
        assert_eq!(proposal.shown(gain(0)), typed);
        assert_eq!(offered(&proposal, gain(0)), [label]);
        take_offer(&mut proposal, gain(0), typed);
        assert_eq!(proposal.shown(gain(0)), shows, "{typed}");
    }
    for typed in ["abc", "1.5", "12 %", "01-01-2024", "ca. 300", "--4"] {
        enter_in(&mut proposal, gain(0), typed, Signs::MinusSaves);
        assert_eq!(offered(&proposal, gain(0)), Vec::<String>::new(), "{typed}");
    }
}

/// The sentence says what this very text looks like.
#[test]
fn a_refusal_names_what_the_text_looks_like() {
    let mut proposal = blank_proposal();
    for (typed, words) in [
        ("2,5-3,5 mio.", "»2,5-3,5 mio.« ligner et interval"),
        ("2024\u{2013}2027", "»2024–2027« ligner årstal"),
        ("120-50", "»120-50« ligner et regnestykke"),
        ("01-01-2024", "»01-01-2024« ligner en dato"),
        ("-120 -160", "Her står 2 tal efter hinanden: −120 | −160."),
        ("ca. 300", "»ca.« siger, at tallet ikke er præcist"),
        ("12 %", "Procent kan ikke stå her"),
        ("…", "»…« er ikke en del af et tal"),
        ("-", "En streg alene er ikke et tal"),
    ] {
        for field in [
            gain(0),
            ProposalField::Staff(StaffRow::FullTimeEquivalents, 0),
        ] {
            if typed.contains("mio.") && field != gain(0) {
                continue;
            }
            enter_in(&mut proposal, field, typed, Signs::MinusSaves);
            let said = messages::entry_error(&proposal.error(field).expect("an error"), 2024);
            assert!(said.starts_with(words), "{said}");
        }
    }
}

#[test]
fn a_row_of_numbers_is_put_into_the_cells_from_there_on() {
    let mut proposal = blank_proposal();
    let row = "-120 -160 -160 -160";
    let corrected = take_offer(&mut proposal, gain(0), row);
    assert_eq!(shown(&proposal, gain), ["−120", "−160", "−160", "−160"]);
    assert_eq!(editor::corrected(corrected), "4 celler er rettet.");

    let corrected = take_offer(&mut proposal, gain(2), row);
    assert_eq!(shown(&proposal, gain), ["−120", "−160", "−120", "−160"]);
    assert_eq!((corrected.written, corrected.left_out), (2, 2));
    assert_eq!(
        editor::corrected(corrected),
        "2 celler er rettet. Der var ikke plads til 2 tal."
    );

    // As it is typed where plus saves.
    let numbers = Correction::OneInEachCell(vec!["120".to_owned(), "-5".to_owned()]);
    correct(&mut proposal, gain(0), &numbers, Signs::PlusSaves);
    assert_eq!(shown(&proposal, gain), ["−120", "5", "−120", "−160"]);

    let mut plan = blank_plan();
    let january = effect(&plan, 1, 1);
    take_offer(&mut plan, january, "-1 -2 -3");
    assert_eq!(plan.shown(effect(&plan, 1, 3)), "−3");
}

#[test]
fn a_budget_year_of_several_years_offers_the_first() {
    let mut proposal = blank_proposal();
    let year = ProposalField::FirstYear;
    for typed in ["2024-2027", "2024\u{2013}27", "2024/25"] {
        proposal.enter(year, typed);
        let error = EntryError::SeveralYears(typed.to_owned());
        assert_eq!(proposal.error(year), Some(error));
        assert_eq!(offered(&proposal, year), ["Skriv 2024"]);
        take_offer(&mut proposal, year, typed);
        assert_eq!(proposal.shown(year), "2024");
    }
    let mut plan = blank_plan();
    take_offer(&mut plan, PlanField::Head(HeadField::Year), "2023-24");
    assert_eq!(plan.shown(PlanField::Head(HeadField::Year)), "2023");
}

#[test]
fn an_amount_per_year_fills_the_years_after_it() {
    let mut proposal = blank_proposal();
    enter_in(&mut proposal, gain(0), "-7", Signs::MinusSaves);
    let typed = "-500.000 kr. om året";
    enter_in(&mut proposal, gain(1), typed, Signs::MinusSaves);
    assert_eq!(shown(&proposal, gain), ["−7", "−500", "−500", "−500"]);
    assert_eq!(filled_years(&proposal, gain(1), typed), 2);
    assert_eq!(
        editor::filled_years(2),
        "Beløbet er også skrevet i de 2 år efter."
    );
    enter_in(&mut proposal, gain(3), "-5 årligt", Signs::MinusSaves);
    assert_eq!(shown(&proposal, gain), ["−7", "−500", "−500", "−5"]);
    assert_eq!(filled_years(&proposal, gain(3), "-5 årligt"), 0);
    assert_eq!(filled_years(&proposal, gain(0), "-5"), 0);

    enter_in(&mut proposal, gain(0), "8 per år", Signs::PlusSaves);
    assert_eq!(shown(&proposal, gain), ["−8"; 4].map(str::to_owned));

    let mut catalogue = blank_catalogue();
    let target = CatalogueField::Target;
    enter_in(
        &mut catalogue,
        target(0),
        "-1 mio. pr. år",
        Signs::MinusSaves,
    );
    assert_eq!(shown(&catalogue, target), ["−1.000"; 4].map(str::to_owned));

    // A month is no year.
    let mut plan = blank_plan();
    let february = effect(&plan, 1, 2);
    enter_in(&mut plan, february, "500 per år", Signs::MinusSaves);
    let error = EntryError::Number(NumberError::PerYear);
    assert_eq!(plan.error(february), Some(error));
    assert_eq!(plan.shown(effect(&plan, 1, 3)), "");
}

/// What is said about a text right after it was typed.
fn said<F: Form>(form: &mut F, field: F::Field, typed: &str) -> Vec<Remark> {
    let signs = Signs::MinusSaves;
    enter_in(form, field, typed, signs);
    let mut remarks = Remarks::default();
    remarks.typed(form, field, typed, signs);
    let standing = remarks.standing(form, signs);
    assert!(standing.iter().all(|(about, _)| *about == field));
    let standing = standing.into_iter();
    standing.map(|(_, remark)| remark.clone()).collect()
}

#[test]
fn what_may_be_meant_otherwise_is_asked_about() {
    let mut proposal = blank_proposal();
    let thousands = |other: &str| vec![Remark::Thousands(other.to_owned())];
    let few = |other: &str| vec![Remark::FewKroner(other.to_owned())];
    let part = |other: &str| vec![Remark::Fraction(other.to_owned())];
    let positions = ProposalField::Staff(StaffRow::FullTimeEquivalents, 0);
    let rate = ProposalField::Reimbursement;
    for (field, typed, remarks) in [
        (gain(0), "4,600", thousands("4.600")),
        (gain(0), "-4,600", thousands("-4.600")),
        (gain(0), "sparer 12,000", thousands("sparer 12.000")),
        (positions, "1,350", thousands("1.350")),
        (gain(0), "kr. -1.183", few("−1.183")),
        (gain(0), "983 kr.", few("983")),
        (gain(0), "sparer 983 kr.", few("sparer 983")),
        (gain(0), "4.600,-", few("4.600")),
        (gain(0), "4.600*", vec![Remark::Footnote("*".to_owned())]),
        (
            positions,
            "-1,35 1)",
            vec![Remark::Footnote("1)".to_owned())],
        ),
        (gain(0), "4,600 mia.", vec![]),
        (rate, "½", part("50 %")),
        (rate, "1/4", part("25 %")),
        (rate, "0,33", part("33 %")),
        (rate, "½ %", vec![]),
        (rate, "0,5 pct.", vec![]),
        (rate, "0", vec![]),
        (rate, "1", vec![]),
        (rate, "50*", vec![Remark::Footnote("*".to_owned())]),
        // As clear as it can be said.
        (gain(0), "4,605", vec![]),
        (gain(0), "0,480", vec![]),
        (gain(0), "4,60", vec![]),
        (gain(0), "=4,600", vec![]),
        (gain(0), "4,600 mio.", vec![]),
        (gain(0), "4.600", vec![]),
        (gain(0), "30.000 kr.", vec![]),
        (gain(0), "5 t.kr.", vec![]),
        (gain(0), "0 kr.", vec![]),
        (gain(0), "4,600,", vec![]),
        (ProposalField::Heading, "4,600", vec![]),
        (ProposalField::Heading, "5*", vec![]),
    ] {
        assert_eq!(said(&mut proposal, field, typed), remarks, "{typed}");
    }
    // In a plan kroner are kroner.
    let mut plan = blank_plan();
    let january = effect(&plan, 1, 1);
    let row = "108 333 108 333";
    let numbers = row.split(' ').map(str::to_owned).collect();
    assert_eq!(said(&mut plan, january, row), [Remark::Row(numbers)]);
    assert_eq!(said(&mut plan, january, "1 586 691"), []);
    assert_eq!(said(&mut plan, head(HeadField::OverspendAtStart), row), []);
    assert_eq!(
        said(&mut plan, head(HeadField::OverspendAtStart), "983 kr."),
        []
    );
    for (typed, other) in [
        ("4,600 kr.", "4.600 kr."),
        ("kr. 4,600", "kr. 4.600"),
        ("-4,600 kr.,-", "-4.600 kr.,-"),
    ] {
        assert_eq!(said(&mut plan, january, typed), thousands(other));
    }
    let offered = offers::for_remark(&thousands("-4.600")[0]);
    let labels: Vec<&str> = offered.iter().map(|offer| offer.label.as_str()).collect();
    assert_eq!(labels, ["Skriv −4.600", "Det er rigtigt"]);
    correct(
        &mut proposal,
        gain(0),
        &offered[0].correction,
        Signs::MinusSaves,
    );
    assert_eq!(proposal.shown(gain(0)), "−4.600");

    said(&mut proposal, rate, "½");
    assert_eq!(proposal.shown(rate), "0,5 %");
    assert_eq!(
        messages::remark(&part("50 %")[0]),
        "Det er læst som under 1 %. Er det en andel af det hele, så skal der stå 50 %."
    );
    let offered = offers::for_remark(&part("50 %")[0]);
    correct(
        &mut proposal,
        rate,
        &offered[0].correction,
        Signs::MinusSaves,
    );
    assert_eq!(proposal.shown(rate), "50 %");
}

/// A question stands until it is answered or the field is typed into again, and while its answer would mean the same.
#[test]
fn a_remark_stands_until_it_is_answered() {
    let mut proposal = blank_proposal();
    let mut remarks = Remarks::default();
    let signs = Signs::MinusSaves;
    let type_in = |proposal: &mut Proposal, field, typed: &str, remarks: &mut Remarks| {
        enter_in(proposal, field, typed, signs);
        remarks.typed(proposal, field, typed, signs);
    };
    type_in(&mut proposal, gain(0), "4,600", &mut remarks);
    type_in(&mut proposal, gain(1), "5*", &mut remarks);
    assert_eq!(remarks.standing(&proposal, signs).len(), 2);
    assert_eq!(remarks.standing(&proposal, Signs::PlusSaves), []);

    // What is undone has nothing to be asked about, until it is done again.
    let before = proposal.clone();
    enter_in(&mut proposal, gain(0), "7", signs);
    assert_eq!(remarks.standing(&proposal, signs).len(), 1);
    assert_eq!(remarks.standing(&before, signs).len(), 2);

    type_in(&mut proposal, gain(0), "4,605", &mut remarks);
    assert_eq!(remarks.standing(&proposal, signs).len(), 1);
    remarks.answer(&Proposal::name(gain(1)));
    assert_eq!(remarks, Remarks::default());
}

#[test]
fn an_overspend_that_lacks_its_unit_or_has_a_minus_is_asked_about() {
    let mut plan = blank_plan();
    for field in [HeadField::OverspendAtStart, HeadField::OverspendAtUpdate] {
        let field = head(field);
        for (typed, corrected) in [
            ("26,1", vec!["26.100.000"]),
            ("-26.050.000", vec!["26.050.000"]),
            ("-26,1", vec!["−26.100.000", "26,1"]),
            ("26", vec![]),
            ("1.000,5", vec![]),
            ("26,1 mio.", vec![]),
        ] {
            plan.enter(field, typed);
            let asked: Vec<AdviceReason> = plan
                .advice()
                .into_iter()
                .filter(|advice| advice.field == field)
                .map(|advice| advice.reason)
                .collect();
            let offers = asked.iter().flat_map(offers::for_advice);
            let amounts: Vec<_> = offers
                .map(|offer| {
                    let mut plan = plan.clone();
                    correct(&mut plan, field, &offer.correction, Signs::PlusSaves);
                    plan.shown(field)
                })
                .collect();
            assert_eq!(amounts, corrected, "{typed}");
        }
        plan.enter(field, "");
    }
}

#[test]
fn a_positive_target_is_asked_about_once() {
    let mut catalogue = blank_catalogue();
    assert_eq!(catalogue.advice(), []);
    let target = CatalogueField::Target;
    for (year, typed) in ["-5", "1.500", "2.000", ""].into_iter().enumerate() {
        catalogue.enter(target(year), typed);
    }
    let advice = catalogue.advice();
    assert_eq!(advice.len(), 1);
    assert_eq!(advice[0].field, target(1));
    let costs = vec![thousand(1_500), thousand(2_000)];
    assert_eq!(advice[0].reason, AdviceReason::TargetIsPositive(costs));
    let offer = offers::for_advice(&advice[0].reason).remove(0);
    assert_eq!(offer.label, "Vend fortegnet");
    let corrected = correct(&mut catalogue, target(1), &offer.correction, Signs::Words);
    assert_eq!(corrected.written, 2);
    let shown = shown(&catalogue, target);
    assert_eq!(shown, ["−5", "−1.500", "−2.000", ""]);
    assert_eq!(shown_in(&catalogue, target(1), Signs::PlusSaves), "1.500");
    assert_eq!(catalogue.advice(), []);
}

#[test]
fn what_cannot_be_computed_offers_nothing() {
    let range = NumberError::Range(NotComputed {
        typed: "1 til 2".to_owned(),
        calculation: None,
    });
    assert_eq!(offers::for_error(&EntryError::Number(range)), []);
    assert_eq!(offers::for_error(&EntryError::TextTooLong), []);
}
