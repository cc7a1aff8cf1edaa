//! Rectangles of cells: moving, filling, emptying, copying and summing.

use crate::support;

use raaderum::danish::Signs;
use raaderum::domain::{
    ActionPlan, AmountRow, Entry, Month, PlanField, Proposal, ProposalField, StaffRow,
};
use raaderum::draft::{
    Block, FillTo, Filled, Form, Movement, Order, Place, Rectangle, Selection, Size, copied_cells,
    empty, fill, fill_from, grid_size, place_of, sum_of_cells,
};
use raaderum::text::editor;
use support::{effect, paste, plan_2023, proposal, row};

fn place(row: usize, column: usize) -> Place {
    Place { row, column }
}

fn gain(year: usize) -> ProposalField {
    ProposalField::Amount(AmountRow::EstimatedGain, year)
}

fn shown<F: Form>(form: &F, fields: impl IntoIterator<Item = F::Field>) -> Vec<String> {
    fields.into_iter().map(|field| form.shown(field)).collect()
}

/// What is selected between two fields.
fn between<F: Form>(form: &F, corner: F::Field, moving: F::Field) -> Vec<Vec<F::Field>> {
    Selection::of_one(corner).stretched_to(moving).cells(form)
}

// ---- moving ----

#[test]
fn movements_stay_in_the_grid() {
    let form = proposal("Horseager");
    let size = grid_size(&form, gain(0));
    assert_eq!(
        size,
        Size {
            rows: 6,
            columns: 4
        }
    );
    let check = |from: Place, by: Movement, to: Option<Place>| {
        assert_eq!(size.moved(from, by), to, "{from:?} {by:?}");
    };
    check(place(2, 1), Movement::Up, Some(place(1, 1)));
    check(place(0, 1), Movement::Up, None);
    check(place(5, 1), Movement::Down, None);
    check(place(2, 1), Movement::Left, Some(place(2, 0)));
    check(place(2, 3), Movement::Right, None);
    check(place(2, 1), Movement::RowStart, Some(place(2, 0)));
    check(place(2, 1), Movement::RowEnd, Some(place(2, 3)));
    check(place(2, 1), Movement::GridStart, Some(place(0, 0)));
    check(place(2, 1), Movement::GridEnd, Some(place(5, 3)));
    check(place(2, 1), Movement::PageDown, Some(place(5, 1)));
    check(place(5, 1), Movement::PageUp, Some(place(0, 1)));
}

/// Only months that have passed have a realised amount, and planned and realised amounts are two grids.
#[test]
fn planned_and_realised_amounts_are_two_grids() {
    let mut plan = plan_2023();
    plan.status = Some(Month::March);
    let id = row(&plan, 1).id;
    let realised = PlanField::Realised(id, Month::January);
    let size = |field| grid_size(&plan, field);
    assert_eq!(size(effect(&plan, 1, 1)).columns, 12);
    assert_eq!(
        size(realised),
        Size {
            rows: 11,
            columns: 3
        }
    );
    assert_eq!(
        between(&plan, realised, effect(&plan, 1, 2)),
        [] as [Vec<_>; 0]
    );
    // A row that is gone takes the selection with it.
    let cells = Selection::of_one(effect(&plan, 1, 1)).stretched_to(effect(&plan, 2, 2));
    assert_eq!(cells.cells(&plan).concat().len(), 4);
    plan.focus_areas.remove(1);
    assert_eq!(cells.cells(&plan), [] as [Vec<_>; 0]);
}

// ---- filling and emptying ----

#[test]
fn filling_a_range_down_and_to_the_right() {
    let mut form = proposal("Horseager");
    let needs = |year| ProposalField::Amount(AmountRow::InvestmentNeed, year);
    let rectangle = Rectangle::between(place(2, 1), place(4, 2));
    form.enter(gain(1), "-7");
    form.enter(gain(2), "?");
    let filled = fill(&mut form, gain(0), rectangle, FillTo::Down);
    // The third row counts people.
    let expected = Filled {
        written: 2,
        locked: 0,
        unlike: 2,
    };
    assert_eq!(filled, Some(expected));
    assert_eq!(shown(&form, [needs(1), needs(2)]), ["−7", "?"]);

    let rectangle = Rectangle::between(place(2, 1), place(3, 3));
    let filled = fill(&mut form, gain(0), rectangle, FillTo::Right);
    assert_eq!(filled.map(|filled| filled.written), Some(4));
    assert_eq!(shown(&form, (1..4).chain(1..4).map(gain)), ["−7"; 6]);
    assert_eq!(form.shown(needs(3)), "−7");

    // A single row is filled from the one above.
    form.enter(gain(0), "-5");
    let rectangle = Rectangle::between(place(3, 0), place(3, 0));
    assert!(fill(&mut form, gain(0), rectangle, FillTo::Down).is_some());
    assert_eq!(form.shown(needs(0)), "−5");
    let first_row = Rectangle::between(place(0, 0), place(0, 3));
    assert_eq!(fill(&mut form, gain(0), first_row, FillTo::Down), None);
}

#[test]
fn filling_repeats_a_pattern_in_every_direction() {
    let mut form = plan_2023();
    let months = |form: &ActionPlan, of: &[u8]| {
        of.iter()
            .map(|&month| form.shown(effect(form, 5, month.into())))
            .collect::<Vec<_>>()
    };
    for (month, typed) in [(5, "1"), (6, "2")] {
        let field = effect(&form, 5, month);
        form.enter(field, typed);
    }
    let grid = effect(&form, 5, 1);
    let from = Rectangle::between(place(4, 4), place(4, 5));
    let over = Rectangle::between(place(4, 1), place(4, 8));
    assert_eq!(fill_from(&mut form, grid, from, over).written, 6);
    assert_eq!(
        months(&form, &[2, 3, 4, 5, 6, 7, 8, 9]),
        ["2", "1", "2", "1", "2", "1", "2", "1"]
    );
}

#[test]
fn closed_months_are_left_alone() {
    let mut form = plan_2023();
    form.closed_through = Some(Month::February);
    let before = form.clone();
    let cells = between(&form, effect(&form, 1, 1), effect(&form, 2, 4)).concat();
    let done = empty(&mut form, cells.iter().copied());
    assert_eq!((done.written, done.locked), (4, 4));
    let closed = |form: &ActionPlan| shown(form, [effect(form, 1, 2), effect(form, 2, 1)]);
    assert_eq!(closed(&form), closed(&before));
    assert_eq!(form.shown(effect(&form, 1, 3)), "");
    assert_eq!(
        editor::emptied(done),
        "4 celler er tømt. 4 celler ligger i lukkede måneder og er ikke ændret."
    );
    let grid = effect(&form, 1, 1);
    let rectangle = Rectangle::between(place(0, 0), place(1, 1));
    let filled = fill(&mut form, grid, rectangle, FillTo::Down).expect("two rows");
    assert_eq!((filled.written, filled.locked), (0, 2));
    assert_eq!(closed(&form), closed(&before));
}

// ---- copying ----

#[test]
fn cells_are_copied_as_numbers_in_the_signs_that_are_shown() {
    let mut form = proposal("Horseager");
    for (year, typed) in [(0, "-4.600"), (1, "-1.183,125"), (2, ""), (3, "300")] {
        form.enter(gain(year), typed);
    }
    form.enter(ProposalField::Amount(AmountRow::CurrentBudget, 0), "19.024");
    let check = |signs: Signs, expected: &str| {
        let copied = copied_cells(&form, &between(&form, gain(0), gain(3)), signs);
        assert_eq!(copied.text, expected, "{signs:?}");
    };
    check(Signs::MinusSaves, "-4600\t-1183,125\t\t300\r\n");
    check(Signs::Words, "-4600\t-1183,125\t\t300\r\n");
    check(Signs::PlusSaves, "4600\t1183,125\t\t-300\r\n");
    check(Signs::RowDecides, "4600\t1183,125\t\t-300\r\n");
    // A budget is no change, and one cell is no table.
    let budget = ProposalField::Amount(AmountRow::CurrentBudget, 0);
    let copied = copied_cells(&form, &[vec![budget]], Signs::PlusSaves);
    assert_eq!((copied.text.as_str(), copied.page), ("19024", None));
}

#[test]
fn the_table_of_a_page_has_numbers_and_no_markup_of_its_own() {
    let mut form = proposal("Horseager");
    for (year, typed) in [(0, "-4.600,5"), (1, "<b>&"), (2, ""), (3, "=1+")] {
        form.enter(gain(year), typed);
    }
    let cells = between(&form, gain(0), gain(3));
    let copied = copied_cells(&form, &cells, Signs::MinusSaves);
    assert_eq!(
        copied.page.as_deref(),
        Some(
            "<meta charset=\"utf-8\"><table lang=\"da\"><tr><td align=\"right\" sdval=\"-4600.5\" sdnum=\"1033;\">-4600,5</td>\
             <td>&lt;b&gt;&amp;</td><td></td><td>'=1+</td></tr></table>"
        )
    );
    // A spreadsheet computes nothing of what somebody wrote, and Råderum gets it back as it was.
    assert_eq!(copied.text, "-4600,5\t<b>&\t\t'=1+\r\n");
    let mut other = Proposal::blank(form.id, form.changed_at, Entry::Blank);
    let block = Block::from_clipboard(&copied.text).expect("a block");
    paste(&mut other, gain(0), &block, Signs::MinusSaves).expect("a cell");
    assert_eq!(
        shown(&other, (0..4).map(gain)),
        shown(&form, (0..4).map(gain))
    );
}

// ---- summing ----

fn said<F: Form>(form: &F, cells: &[Vec<F::Field>], signs: Signs) -> String {
    let sum = sum_of_cells(form, cells.iter().flatten().copied());
    editor::sum_of_cells(&sum, F::UNIT, signs)
}

#[test]
fn the_sum_and_mean_of_cells() {
    let mut form = proposal("Horseager");
    let all = |form: &Proposal| between(form, gain(0), gain(3));
    for (year, typed) in [(0, "-1"), (1, "-1"), (2, "-0,005"), (3, "")] {
        form.enter(gain(year), typed);
    }
    assert_eq!(
        said(&form, &all(&form), Signs::MinusSaves),
        "4 celler · sum −2,005 t.kr. · gennemsnit ca. −0,67 t.kr. · ikke talt med: 1 tom"
    );
    assert_eq!(
        said(&form, &all(&form), Signs::Words),
        "4 celler · sum sparer 2,005 t.kr. · gennemsnit ca. sparer 0,67 t.kr. · ikke talt med: 1 tom"
    );
    form.enter(gain(2), "?");
    assert_eq!(
        said(&form, &all(&form), Signs::PlusSaves),
        "4 celler · sum 2 t.kr. · gennemsnit 1 t.kr. · ikke talt med: 1 tom og 1 der ikke kan læses"
    );
    let positions = |year| ProposalField::Staff(StaffRow::FullTimeEquivalents, year);
    let mixed = between(&form, gain(0), positions(0));
    assert!(said(&form, &mixed, Signs::MinusSaves).starts_with("4 celler · ingen sum, for"));
    let of_staff = between(&form, positions(0), positions(1));
    assert_eq!(
        said(&form, &of_staff, Signs::PlusSaves),
        "2 celler · sum 2,7 årsværk · gennemsnit 1,35 årsværk"
    );
}

#[test]
fn the_sum_of_a_plan_is_in_kroner() {
    let plan = plan_2023();
    let cells = between(&plan, effect(&plan, 9, 1), effect(&plan, 9, 12));
    assert_eq!(
        said(&plan, &cells, Signs::MinusSaves),
        "12 celler · sum −999.996 kr. · gennemsnit −83.333 kr."
    );
    let blank = Selection::of_one(effect(&plan, 10, 1)).cells(&plan);
    let mut emptied = plan.clone();
    _ = empty(&mut emptied, blank.concat());
    assert_eq!(
        said(&emptied, &blank, Signs::MinusSaves),
        "1 celle · ikke talt med: 1 tom"
    );
}

#[test]
fn going_on_within_a_range_comes_to_every_cell_once() {
    let rectangle = Rectangle::between(place(3, 2), place(1, 5));
    for order in [Order::Rows, Order::Columns] {
        for is_back in [false, true] {
            let mut seen = vec![place(1, 2)];
            loop {
                let next = rectangle.after(*seen.last().expect("a place"), order, is_back);
                if next == seen[0] {
                    break;
                }
                assert!(
                    rectangle.contains(next) && !seen.contains(&next),
                    "{next:?}"
                );
                seen.push(next);
            }
            assert_eq!(seen.len(), 12, "{order:?}");
        }
    }
    assert_eq!(rectangle.places().count(), 12);
    assert_eq!(place_of(&proposal("Horseager"), gain(3)), Some(place(2, 3)));
}
