//! Planned and realised amounts, mending, and updates that are closed.

use std::fmt::Debug;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use raaderum::danish::Signs;
use raaderum::domain::{
    ActionPlan, Amount, ClosedUpdate, Date, Document, Entry, Fields, Id, Month, PlanField,
    Remainder, Spread, Timestamp, Total, Year, limits,
};
use raaderum::draft::{Block, Form, fill_right, mend, spread_over};
use raaderum::file;

use super::config;
use super::entering::{block, plan_table};
use super::strategies::{amount, date, make_readable, month, plan, readable_plan, text, typed};
use crate::support::paste;

// ---- planned and realised ----

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_forecast_is_the_start_and_what_every_row_is_expected_to_give(
        plan in prop_oneof![plan(), readable_plan()],
    ) {
        let rows: Total = plan.focus_areas.iter().map(|row| row.expected_total(plan.status)).sum();
        prop_assert_eq!(plan.expected_effect(), rows);
        let start = Total::of_typed(&plan.overspend_at_start);
        prop_assert_eq!(plan.forecast(), start.map(|start| start + rows));
        let months: Total = Month::ALL.into_iter().map(|month| plan.counted_in(month)).sum();
        prop_assert_eq!(months, rows);
        if let Some(status) = plan.status {
            prop_assert_eq!(plan.follow_up(status).expected, rows);
        } else {
            prop_assert_eq!(plan.planned_effect(), rows);
        }
    }

    #[test]
    fn the_line_ends_at_the_forecast(plan in prop_oneof![plan(), readable_plan()]) {
        let line = plan.month_by_month();
        prop_assert_eq!(line.is_some(), plan.forecast().is_some());
        let Some(line) = line else { return Ok(()) };
        prop_assert_eq!(line.len(), 13);
        prop_assert_eq!(Some(line[12].expected), plan.forecast());
        let start = Total::from(&plan.overspend_at_start);
        prop_assert_eq!(line[12].planned, start + plan.planned_effect());
        prop_assert_eq!((line[0].planned, line[0].expected), (start, start));
    }

    /// When the months that are left give what is needed, and are written down, the year ends at zero.
    #[test]
    fn what_is_needed_ends_the_year_at_zero(mut plan in readable_plan()) {
        plan.focus_areas.truncate(1);
        let Some(needed) = plan.needed() else { return Ok(()) };
        let first = plan.status.map_or(0, |status| status.index() + 1);
        prop_assert_eq!(needed.months, 12 - first);
        let others: Amount = std::iter::repeat_n(needed.each, needed.months - 1).sum();
        prop_assert_eq!(others + needed.last, needed.total);
        let Some(row) = plan.focus_areas.first_mut() else { return Ok(()) };
        for (place, effect) in row.effects.iter_mut().enumerate().skip(first) {
            *effect = Entry::Value(if place == 11 { needed.last } else { needed.each });
        }
        prop_assert_eq!(plan.forecast(), Some(Total::ZERO));
    }

    #[test]
    fn mending_gives_what_the_source_states(
        mut plan in plan(),
        which in any::<Index>(),
        december in prop::option::of(amount()),
    ) {
        if plan.focus_areas.is_empty() {
            return Ok(());
        }
        let place = which.index(plan.focus_areas.len());
        // One in many arbitrary rows is readable as a whole: make this one so.
        plan.focus_areas[place].effects.iter_mut().for_each(make_readable);
        if let Some(stated) = december {
            plan.focus_areas[place].stated_total = Entry::Value(stated);
        }
        let (id, before) = (plan.focus_areas[place].id, plan.clone());
        let possible = plan.focus_areas[place].mended_december().is_some();
        if mend(&mut plan, id) {
            prop_assert!(possible && !before.is_closed(Month::December));
            let row = &mut plan.focus_areas[place];
            prop_assert_eq!(row.planned_total(), Total::from(&row.stated_total));
            prop_assert_eq!(row.stated_difference(), None);
            row.effects[11] = before.focus_areas[place].effects[11].clone();
        } else {
            prop_assert!(!possible || before.is_closed(Month::December));
        }
        prop_assert_eq!(plan, before);
    }
}

// ---- closed updates ----

/// Something that somebody does with a plan.
#[derive(Debug, Clone)]
enum Step {
    Enter(Index, String),
    Paste(Index, String, Signs),
    Fill(Index),
    Spread(Index, Spread),
    Mend(Index),
    Close(Date, String),
    Status(Option<Month>),
    Reopen,
    Remove(Index),
    File,
}

fn step() -> BoxedStrategy<Step> {
    let months = || select(Month::ALL.to_vec());
    let how = (amount(), months(), months()).prop_map(|(amount, from, to)| Spread {
        amount,
        from,
        to,
        remainder: Remainder::Last,
    });
    let close = (date(), text()).prop_map(|(on, note)| Step::Close(on, note));
    let pasted = prop_oneof![block(), plan_table()];
    prop_oneof![
        3 => (any::<Index>(), typed()).prop_map(|(field, typed)| Step::Enter(field, typed)),
        2 => (any::<Index>(), pasted, select(Signs::ALL.to_vec()))
            .prop_map(|(start, block, signs)| Step::Paste(start, block, signs)),
        1 => any::<Index>().prop_map(Step::Fill),
        1 => (any::<Index>(), how).prop_map(|(row, how)| Step::Spread(row, how)),
        1 => any::<Index>().prop_map(Step::Mend),
        2 => close,
        2 => month().prop_map(Step::Status),
        1 => Just(Step::Reopen),
        1 => any::<Index>().prop_map(Step::Remove),
        1 => Just(Step::File),
    ]
    .boxed()
}

/// Does a step, as far as it can be done.
fn take(plan: &mut ActionPlan, step: Step) {
    let row = |plan: &ActionPlan, which: Index| {
        let rows = &plan.focus_areas;
        (!rows.is_empty()).then(|| rows[which.index(rows.len())].id)
    };
    match step {
        Step::Enter(which, typed) => {
            let field = *which.get(&Fields::fields(plan));
            plan.enter(field, &typed);
        }
        Step::Paste(which, text, signs) => {
            let start = *which.get(&Fields::fields(plan));
            if let Some(block) = Block::from_clipboard(&text) {
                paste(plan, start, &block, signs);
            }
        }
        Step::Fill(which) => _ = fill_right(plan, *which.get(&Fields::fields(plan))),
        Step::Spread(which, how) => {
            if let Some(id) = row(plan, which) {
                _ = spread_over(plan, id, &how);
            }
        }
        Step::Mend(which) => {
            if let Some(id) = row(plan, which) {
                mend(plan, id);
            }
        }
        Step::Close(on, note) => _ = plan.close_update(on, note),
        Step::Status(status) => plan.status = status,
        Step::Reopen => plan.closed_through = None,
        Step::Remove(which) => {
            if let Some(id) = row(plan, which) {
                plan.focus_areas.retain(|row| row.id != id);
            }
        }
        Step::File => {
            let document = Document::from(plan.clone());
            let text = file::write([&document]).expect("JSON");
            let read = file::read(&text).expect("a file of ours");
            assert_eq!(read, [document], "through a file");
            if let Some(Document::ActionPlan(read)) = read.into_iter().next() {
                *plan = read;
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_closed_update_never_changes(
        start in amount(),
        rows in prop::collection::vec("-?[1-9][0-9]{0,5}", 12),
        steps in prop::collection::vec(step(), 1..12),
    ) {
        let year = Entry::Value(Year::new(2023).expect("a year"));
        let mut plan = ActionPlan::blank(Id::random(), Timestamp::UNIX_EPOCH, year);
        plan.overspend_at_start = Entry::Value(start);
        plan.status = Some(Month::March);
        let id = plan.focus_areas[0].id;
        for (month, typed) in Month::ALL.into_iter().zip(&rows) {
            plan.enter(PlanField::Effect(id, month), typed);
        }
        let day = Date::from_ordinal_date(1970, 1).expect("a date");
        let forecast = plan.forecast().and_then(Total::amount);
        let effect = plan.expected_effect().amount();
        if plan.close_update(day, "Første".to_owned()).is_err() {
            // Only where the sum is larger than an amount can be.
            let bound = Amount::from_kroner(limits::AMOUNT_KRONER);
            prop_assert!(forecast > Some(bound) || forecast < Some(-bound));
            return Ok(());
        }
        let first = plan.updates.all()[0].clone();
        prop_assert_eq!((Some(first.effect()), Some(first.forecast())), (effect, forecast));
        prop_assert_eq!((first.closed_on(), first.status()), (day, Some(Month::March)));
        let mut closed = vec![first];
        for step in steps {
            let (before, locked) = (plan.clone(), plan.closed_through);
            let reopens = matches!(step, Step::Reopen);
            take(&mut plan, step);
            // Those that were closed stand, and at most one has come.
            let (old, new) = plan.updates.all().split_at(closed.len());
            prop_assert_eq!(old, closed.as_slice());
            prop_assert!(new.len() <= 1);
            closed.extend(new.to_vec());
            // Until somebody opens them, locked months hold what they held.
            if !reopens {
                prop_assert!(plan.closed_through >= locked);
                for row in &plan.focus_areas {
                    let Some(stood) = before.focus_area(row.id) else { continue };
                    for month in Month::ALL.into_iter().filter(|&month| before.is_closed(month)) {
                        prop_assert_eq!(row.effect(month), stood.effect(month));
                        prop_assert_eq!(row.realised_in(month), stood.realised_in(month));
                    }
                }
            }
            let dates: Vec<Date> = closed.iter().map(ClosedUpdate::closed_on).collect();
            prop_assert!(dates.is_sorted());
        }
    }
}
