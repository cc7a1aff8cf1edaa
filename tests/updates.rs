//! Closed updates: what they freeze, in which order they come, and the months that they lock.

use crate::support;

use raaderum::danish::Signs;
use raaderum::domain::{
    ActionPlan, CloseError, ClosedUpdate, Document, Entry, Fields, HeadField, Month, PlanField,
    Remainder, RowText, Spread, SpreadError, Total, limits,
};
use raaderum::draft::{Form, SpreadRefusal, enter_in, errors, fill_right, mend, spread_over};
use raaderum::file;
use raaderum::text;
use raaderum::text::plan::{spread, updates};
use support::{
    PAGE_1, block, complete, date, effect, head, kr, last_updated_on, month, months_shown, paste,
    pasted, plan_2023, plan_of, realised, row, taken_back, type_months,
};

/// The plan of Slagelse for 2023 with the first quarter realised as planned, save row 1, which gave 50.000 less in
/// March.
fn first_quarter() -> ActionPlan {
    let mut plan = plan_2023();
    plan.status = Some(Month::March);
    for row in &mut plan.focus_areas {
        row.realised[..3].clone_from_slice(&row.effects[..3]);
    }
    plan.enter(realised(&plan, 1, 3), "-450.000");
    plan
}

fn close(plan: &mut ActionPlan, on: &str, note: &str) -> Result<(), CloseError> {
    plan.close_update(date(on), note.to_owned())
}

fn update(
    on: &str,
    status: Option<Month>,
    effect: &str,
    forecast: &str,
    note: &str,
) -> ClosedUpdate {
    ClosedUpdate::new(date(on), status, kr(effect), kr(forecast), note.to_owned())
}

// ---- what is frozen ----

#[test]
fn closing_an_update_freezes_it_as_it_is() {
    let mut plan = first_quarter();
    assert_eq!(close(&mut plan, "31.3.2023", "Første kvartal"), Ok(()));
    let first = update(
        "31.3.2023",
        Some(Month::March),
        "-25999996",
        "50004",
        "Første kvartal",
    );
    assert_eq!(plan.updates.all(), std::slice::from_ref(&first));

    // Whatever happens afterwards, it stands.
    plan.status = Some(Month::April);
    plan.enter(head(HeadField::OverspendAtStart), "30.000.000");
    plan.focus_areas.truncate(2);
    assert_eq!(plan.updates.all(), std::slice::from_ref(&first));
    assert_eq!(close(&mut plan, "30.4.2023", ""), Ok(()));
    let second = update("30.4.2023", Some(Month::April), "-6641667", "23358333", "");
    assert_eq!(plan.updates.all(), [first, second.clone()]);
    assert_eq!(plan.updates.last(), Some(&second));
}

/// Each line of the history has the month that it was about, and only updates and today have one.
#[test]
fn the_history_tells_how_far_each_update_had_come() {
    let mut plan = first_quarter();
    assert_eq!(close(&mut plan, "31.3.2023", ""), Ok(()));
    plan.status = Some(Month::April);
    let mut months: Vec<Option<Month>> = plan.history().iter().map(|line| line.status).collect();
    let now = months.pop().expect("a line for now");
    let closed = months.pop().expect("a line for the update");
    assert_eq!((closed, now), (Some(Month::March), Some(Month::April)));
    assert!(months.iter().all(Option::is_none), "{months:?}");
}

#[test]
fn a_closed_update_says_what_it_froze() {
    let closed = update(
        "31.3.2023",
        Some(Month::March),
        "-26049996",
        "4",
        "Første kvartal",
    );
    assert_eq!(closed.closed_on(), date("31.3.2023"));
    assert_eq!(closed.status(), Some(Month::March));
    assert_eq!(closed.effect(), kr("-26049996"));
    assert_eq!(closed.forecast(), kr("4"));
    assert_eq!(closed.note(), "Første kvartal");
}

/// A plan can be updated before anything is realised. Then no month is locked.
#[test]
fn an_update_without_a_status_locks_nothing() {
    let mut plan = plan_2023();
    assert_eq!(close(&mut plan, "3.1.2023", ""), Ok(()));
    assert_eq!(
        plan.updates.all(),
        [update("3.1.2023", None, "-26049996", "4", "")]
    );
    assert_eq!(plan.closed_through, None);
    assert!(!Month::ALL.iter().any(|&month| plan.is_closed(month)));
}

#[test]
fn the_last_closed_update_takes_the_place_of_what_was_typed() {
    let mut plan = first_quarter();
    assert_eq!(plan.overspend_at_last_update(), None);
    assert_eq!(last_updated_on(&plan), None);
    plan.enter(head(HeadField::OverspendAtUpdate), "1.000.000");
    plan.enter(head(HeadField::UpdatedOn), "28.2.2023");
    assert_eq!(plan.overspend_at_last_update(), Some(complete("1000000")));
    assert_eq!(last_updated_on(&plan), Some(date("28.2.2023")));
    plan.enter(head(HeadField::OverspendAtUpdate), "?");
    assert_eq!(plan.overspend_at_last_update(), Some(Total::Incomplete));
    // It could not be mended once a closed update stands in its place.
    let refused = close(&mut plan, "31.3.2023", "");
    assert_eq!(refused, Err(CloseError::Incomplete));
    plan.enter(head(HeadField::OverspendAtUpdate), "1.000.000");

    close(&mut plan, "31.3.2023", "").unwrap();
    assert_eq!(plan.overspend_at_last_update(), Some(complete("50004")));
    assert_eq!(last_updated_on(&plan), Some(date("31.3.2023")));
    // What was typed is kept.
    assert_eq!(plan.shown(head(HeadField::UpdatedOn)), "28.02.2023");
    plan.enter(realised(&plan, 1, 4), "-400.000");
    plan.status = Some(Month::April);
    close(&mut plan, "30.4.2023", "").unwrap();
    assert_ne!(plan.overspend_at_last_update(), Some(complete("50004")));
}

#[test]
fn whether_a_plan_is_required_depends_on_the_last_closed_update() {
    let mut plan = plan_of("100.000", &["-1"]);
    assert_eq!(plan.is_required(), Some(false));
    plan.enter(effect(&plan, 1, 12), "100.000");
    close(&mut plan, "31.3.2023", "").unwrap();
    assert_eq!(plan.is_required(), Some(true));
    plan.enter(effect(&plan, 1, 12), "-1");
    assert_eq!(plan.is_required(), Some(true));
    close(&mut plan, "30.4.2023", "").unwrap();
    assert_eq!(plan.is_required(), Some(false));
}

// ---- what cannot be closed ----

/// Closing is refused, and the plan is as it was.
fn check_refused(plan: &ActionPlan, on: &str, note: String, error: CloseError) {
    let mut tried = plan.clone();
    assert_eq!(tried.close_update(date(on), note), Err(error));
    assert_eq!(tried, *plan, "{error:?}");
}

#[test]
fn an_update_needs_a_forecast() {
    let at_start = head(HeadField::OverspendAtStart);
    let mut plan = first_quarter();
    plan.enter(at_start, "");
    check_refused(&plan, "31.3.2023", String::new(), CloseError::NoForecast);
    plan.enter(at_start, "?");
    check_refused(&plan, "31.3.2023", String::new(), CloseError::Incomplete);
    plan.enter(at_start, "26.050.000");
    plan.enter(effect(&plan, 11, 12), "?");
    check_refused(&plan, "31.3.2023", String::new(), CloseError::Incomplete);
    // A planned month that has passed is no part of the forecast.
    plan.enter(effect(&plan, 11, 12), "");
    plan.enter(effect(&plan, 11, 3), "?");
    assert_eq!(close(&mut plan, "31.3.2023", ""), Ok(()));
}

#[test]
fn an_update_cannot_hold_more_than_an_amount_can_be() {
    let bound = limits::AMOUNT_KRONER.to_string();
    let plan = plan_of(&bound, &[&format!("{bound} .")]);
    check_refused(&plan, "31.3.2023", String::new(), CloseError::TooLarge);
    let plan = plan_of(&bound, &[&format!("-{bound} -{bound} .")]);
    check_refused(&plan, "31.3.2023", String::new(), CloseError::TooLarge);
    let mut plan = plan_of(&bound, &["0"]);
    assert_eq!(close(&mut plan, "31.3.2023", ""), Ok(()));
}

#[test]
fn updates_come_in_the_order_of_their_dates() {
    let mut plan = first_quarter();
    close(&mut plan, "31.3.2023", "").unwrap();
    let last = date("31.3.2023");
    check_refused(
        &plan,
        "30.3.2023",
        String::new(),
        CloseError::BeforeLast(last),
    );
    check_refused(
        &plan,
        "31.12.2022",
        String::new(),
        CloseError::BeforeLast(last),
    );
    // Two on one day are possible.
    assert_eq!(close(&mut plan, "31.3.2023", "Rettet"), Ok(()));
    assert_eq!(close(&mut plan, "1.4.2023", ""), Ok(()));
    assert_eq!(plan.updates.all().len(), 3);
}

#[test]
fn an_update_and_a_plan_have_their_limits() {
    let plan = first_quarter();
    let long = "æ".repeat(limits::TEXT_CHARACTERS + 1);
    check_refused(&plan, "31.3.2023", long, CloseError::NoteTooLong);
    let mut full = plan.clone();
    for _ in 0..limits::UPDATES {
        assert_eq!(close(&mut full, "31.3.2023", ""), Ok(()));
    }
    check_refused(&full, "31.3.2023", String::new(), CloseError::TooMany);
    // Characters are counted, not bytes.
    let mut plan = plan;
    let fits = "æ".repeat(limits::TEXT_CHARACTERS);
    assert_eq!(plan.close_update(date("31.3.2023"), fits), Ok(()));
    // And a file takes what a plan can have.
    for document in [Document::from(plan), Document::from(full)] {
        let text = file::write([&document]).unwrap();
        assert_eq!(file::read(&text), Ok(vec![document]));
    }
}

#[test]
fn every_refusal_says_what_to_do() {
    for (error, sentence) in [
        (
            CloseError::NoForecast,
            "Skriv først det forventede merforbrug ved opstart. Uden det er der intet at gemme.",
        ),
        (
            CloseError::Incomplete,
            "Et felt kan ikke læses, så resultatet kan ikke regnes ud. Ret det først.",
        ),
        (
            CloseError::TooLarge,
            "Summen er for stor til at blive gemt. Tjek antallet af nuller.",
        ),
        (
            CloseError::BeforeLast(date("31.3.2023")),
            "Datoen ligger før sidste opdatering, 31.03.2023. Skriv en senere dato.",
        ),
        (
            CloseError::NoteTooLong,
            "Bemærkningen er for lang. Forkort den til højst 1.000.000 tegn.",
        ),
        (
            CloseError::TooMany,
            "En handleplan kan højst have 400 opdateringer. Fortsæt i en ny.",
        ),
    ] {
        assert_eq!(updates::close_error(error), sentence);
    }
}

// ---- the months that it locks ----

/// The first quarter, closed.
fn closed() -> ActionPlan {
    let mut plan = first_quarter();
    close(&mut plan, "31.3.2023", "").unwrap();
    plan
}

#[test]
fn closing_locks_the_months_that_are_realised() {
    let mut plan = closed();
    assert_eq!(plan.closed_through, Some(Month::March));
    for month in Month::ALL {
        assert_eq!(plan.is_closed(month), month <= Month::March, "{month:?}");
    }
    // An update with an earlier status opens nothing.
    plan.status = Some(Month::February);
    close(&mut plan, "1.4.2023", "").unwrap();
    assert_eq!(plan.closed_through, Some(Month::March));
    plan.status = None;
    close(&mut plan, "2.4.2023", "").unwrap();
    assert_eq!(plan.closed_through, Some(Month::March));
    plan.status = Some(Month::May);
    assert_eq!(plan.closed_through, Some(Month::March));
    close(&mut plan, "31.5.2023", "").unwrap();
    assert_eq!(plan.closed_through, Some(Month::May));
}

#[test]
fn a_locked_cell_takes_nothing_and_every_other_field_does() {
    let plan = closed();
    let fields = Fields::fields(&plan);
    let mut locked = 0;
    for field in fields {
        let mut typed = plan.clone();
        enter_in(&mut typed, field, "-7", Signs::PlusSaves);
        typed.enter(field, "-8");
        let should_be = match field {
            PlanField::Effect(_, month) | PlanField::Realised(_, month) => month <= Month::March,
            _ => false,
        };
        assert_eq!(plan.is_locked(field), should_be, "{field:?}");
        assert_eq!(typed == plan, should_be, "{field:?}");
        locked += usize::from(should_be);
    }
    assert_eq!(locked, 11 * 2 * 3);
}

#[test]
fn a_paste_skips_locked_cells_and_counts_them() {
    let mut plan = closed();
    let before = plan.clone();
    let start = effect(&plan, 1, 2);
    let done = pasted(&mut plan, start, "-1\t-2\t-3\t-4\n\t \t-5");
    assert_eq!(
        months_shown(&plan, 1)[..5],
        ["−500.000", "−500.000", "−500.000", "−3", "−4"]
    );
    assert_eq!(months_shown(&plan, 2)[1..4], ["−108.333", "−108.333", "−5"]);
    // Blank cells that would have emptied a locked month are not worth a word.
    assert_eq!((done.written, done.locked, done.outside), (3, 2, 0));
    assert_eq!(
        text::paste::pasted(done),
        "3 celler er sat ind. 2 celler ligger i låste måneder og er ikke ændret."
    );

    let start = effect(&plan, 1, 1);
    let done = pasted(&mut plan, start, PAGE_1);
    // Row 7 is blank in the first quarter.
    assert_eq!((done.locked, done.written), (6 * 3, 7 * 9));
    let start = realised(&plan, 1, 1);
    let done = pasted(&mut plan, start, "-1\t-2\t-3\n-4\t-5\t-6");
    assert_eq!((done.locked, done.written), (6, 0));
    let quarter = |plan: &ActionPlan| {
        let rows = plan.focus_areas.iter();
        let rows = rows.map(|row| (row.effects[..3].to_vec(), row.realised.clone()));
        rows.collect::<Vec<_>>()
    };
    assert_eq!(quarter(&plan), quarter(&before));
}

#[test]
fn filling_to_the_right_skips_locked_cells() {
    let mut plan = closed();
    let start = effect(&plan, 1, 1);
    assert_eq!(fill_right(&mut plan, start), Some(9));
    let mut planned = closed();
    planned.closed_through = Some(Month::December);
    let start = effect(&planned, 1, 1);
    assert_eq!(fill_right(&mut planned, start), None);
    // All months that have passed are locked.
    let start = realised(&plan, 1, 1);
    assert_eq!(fill_right(&mut plan, start), None);
    plan.status = Some(Month::May);
    assert_eq!(fill_right(&mut plan, start), Some(2));
    let realised = &row(&plan, 1).realised;
    assert!(realised[3] == realised[0] && realised[4] == realised[0]);
}

#[test]
fn an_amount_is_spread_over_months_that_are_open() {
    let mut plan = closed();
    let before = plan.clone();
    let id = row(&plan, 2).id;
    let mut how = Spread {
        amount: kr("-900"),
        from: Month::March,
        to: Month::December,
        remainder: Remainder::Last,
    };
    let refusal = SpreadRefusal::Closed(Month::March);
    assert_eq!(spread_over(&mut plan, id, &how), Err(refusal));
    assert_eq!(plan, before);
    assert_eq!(
        spread::spread_refusal(refusal),
        "Månederne til og med marts er lukket. Vælg en senere første måned, eller genåbn månederne."
    );
    how.from = Month::April;
    spread_over(&mut plan, id, &how).expect("a spread");
    assert_eq!(months_shown(&plan, 2)[2..4], ["−108.333", "−100"]);
    // What is no range at all is refused as such.
    (how.from, how.to) = (Month::February, Month::January);
    let reversed = SpreadRefusal::Months(SpreadError::MonthsReversed);
    assert_eq!(spread_over(&mut plan, id, &how), Err(reversed));
    assert_eq!(
        spread::spread_refusal(reversed),
        "Den sidste måned ligger før den første. Byt dem om."
    );
}

/// Taking back something that was done before the update was closed leaves what is locked by now.
#[test]
fn an_undo_does_not_reach_behind_a_closed_update() {
    let mut plan = first_quarter();
    let before = plan.clone();
    let start = effect(&plan, 1, 3);
    pasted(&mut plan, start, "-1\t-2");
    let after = plan.clone();
    close(&mut plan, "31.3.2023", "").unwrap();
    let Document::ActionPlan(back) = taken_back(&before, &after, &plan) else {
        panic!("a plan");
    };
    assert_eq!(months_shown(&back, 1)[2..4], ["−1", "−500.000"]);
    assert_eq!(back.closed_through, plan.closed_through);
}

#[test]
fn months_that_were_opened_again_take_what_is_typed() {
    let mut plan = closed();
    let frozen = plan.updates.clone();
    plan.closed_through = None;
    let march = realised(&plan, 1, 3);
    plan.enter(march, "-500.000");
    assert_eq!(row(&plan, 1).realised[2], Entry::Value(kr("-500000")));
    assert_eq!(plan.forecast(), Some(complete("4")));
    // The update stays as it was closed.
    assert_eq!(plan.updates, frozen);
    assert_eq!(plan.overspend_at_last_update(), Some(complete("50004")));
    close(&mut plan, "3.4.2023", "Marts er rettet").unwrap();
    assert_eq!(plan.closed_through, Some(Month::March));
    plan.enter(march, "-1");
    assert_eq!(row(&plan, 1).realised[2], Entry::Value(kr("-500000")));
}

#[test]
fn mending_waits_for_an_open_december() {
    let mut plan = plan_of("0", &["-100"]);
    let id = row(&plan, 1).id;
    plan.enter(PlanField::StatedTotal(id), "-1.204");
    plan.closed_through = Some(Month::December);
    assert!(!mend(&mut plan, id));
    plan.closed_through = None;
    assert!(mend(&mut plan, id));
}

#[test]
fn locked_months_and_the_history_survive_a_file() {
    let mut plan = closed();
    let area = PlanField::Text(row(&plan, 1).id, RowText::Area);
    plan.enter(area, "Familiebehandling, fortsat");
    type_months(&mut plan, 2, "?", PlanField::Realised);
    let document = Document::from(plan.clone());
    let read = file::read(&file::write([&document]).unwrap());
    assert_eq!(read, Ok(vec![document]));
    // The locked months did not take what was typed into all of them, and later ones are not realised yet.
    assert_eq!(errors(&plan).len(), 0);
    plan.status = Some(Month::December);
    assert_eq!(errors(&plan).len(), 9);
}

#[test]
fn a_table_does_not_get_past_a_lock_in_another_sign_convention() {
    let mut plan = closed();
    let before = plan.clone();
    let start = effect(&plan, 1, 1);
    let done = paste(&mut plan, start, &block("1\t2\t3"), Signs::PlusSaves).expect("a cell");
    assert_eq!((done.locked, done.written), (3, 0));
    assert_eq!(plan, before);
    assert_eq!(
        row(&plan, 1).effects[month(1).index()],
        Entry::Value(kr("-500000"))
    );
}
