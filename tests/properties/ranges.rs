//! Rectangles of cells that are copied, filled, emptied and summed.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use raaderum::danish::{AmountUnit, Signs, in_unit};
use raaderum::domain::{
    ActionPlan, Amount, AmountRow, Catalogue, CatalogueField, Content, Entry, Fields, Month,
    PlanField, Proposal, ProposalField,
};
use raaderum::draft::{
    Answers, Block, BlockUnit, Commas, FillTo, Form, Place, Rectangle, Selection, Summed,
    copied_cells, empty, field_at, fill, grid_size, paste_as, sum_of_cells,
};

use super::config;
use super::strategies::{catalogue, plan, proposal, readable_plan, readable_proposal};

/// Two corners of a grid.
fn corners() -> impl Strategy<Value = [Index; 4]> {
    any::<[Index; 4]>()
}

/// The rectangle between two corners of the grid that a field is a cell of.
fn rectangle<F: Form>(form: &F, grid: F::Field, corners: &[Index; 4]) -> Rectangle {
    let size = grid_size(form, grid);
    let place = |row: &Index, column: &Index| Place {
        row: row.index(size.rows),
        column: column.index(size.columns),
    };
    Rectangle::between(
        place(&corners[0], &corners[1]),
        place(&corners[2], &corners[3]),
    )
}

fn cells<F: Form>(form: &F, grid: F::Field, rectangle: Rectangle) -> Vec<Vec<F::Field>> {
    let at = |place| field_at(form, grid, place).expect("a cell");
    let selection = Selection::of_one(at(rectangle.first())).stretched_to(at(rectangle.last()));
    selection.cells(form)
}

fn contents<F: Form>(form: &F, cells: &[Vec<F::Field>]) -> Vec<Content> {
    let content = |&field: &F::Field| Content::from(form.slot(field).expect("a field"));
    cells.iter().flatten().map(content).collect()
}

/// What is copied from a form is pasted into another one as the same values.
fn check_copy<F: Form + Clone>(
    form: &mut F,
    mut other: F,
    grid: F::Field,
    corners: &[Index; 4],
    signs: Signs,
) -> Result<(), TestCaseError> {
    let rectangle = rectangle(form, grid, corners);
    let cells = cells(form, grid, rectangle);
    // What cannot be read is no value, and may look like the name of a row.
    for &field in cells.iter().flatten() {
        if form.error(field).is_some() {
            form.enter(field, "");
        }
    }
    let copied = copied_cells(form, &cells, signs);
    let start = field_at(form, grid, rectangle.first()).expect("a cell");
    let block = Block::from_clipboard(&copied.text);
    prop_assert_eq!(block.is_some(), copied.page.is_some());
    let block = block.unwrap_or_else(|| Block::of_one_cell(&copied.text));
    // What may be asked about a block of numbers, answered as it is.
    let answers = Answers {
        unit: F::unit(start).map(BlockUnit::from),
        commas: Some(Commas::Decimals),
        signs: Some(signs),
        ..Answers::default()
    };
    let pasted = paste_as(&mut other, start, &block, signs, &answers).expect("a cell");
    prop_assert_eq!(pasted.pasted.outside, 0);
    prop_assert_eq!(contents(&other, &cells), contents(form, &cells));
    Ok(())
}

fn signs() -> impl Strategy<Value = Signs> {
    select(Signs::ALL.to_vec())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_copied_from_a_proposal_is_pasted_as_the_same_values(
        mut form in readable_proposal(), corners in corners(), signs in signs(),
    ) {
        let other = Proposal::blank(form.id, form.changed_at, form.first_year.clone());
        let grid = ProposalField::Amount(AmountRow::EstimatedGain, 0);
        check_copy(&mut form, other, grid, &corners, signs)?;
    }

    #[test]
    fn what_is_copied_from_a_plan_is_pasted_as_the_same_values(
        mut form in readable_plan(), corners in corners(), signs in signs(), is_realised: bool,
    ) {
        form.closed_through = None;
        form.status = Some(Month::December);
        let Some(row) = form.focus_areas.first().map(|row| row.id) else { return Ok(()) };
        let mut other = form.clone();
        for row in &mut other.focus_areas {
            row.effects = Default::default();
            row.realised = Default::default();
        }
        let grid = if is_realised {
            PlanField::Realised(row, Month::January)
        } else {
            PlanField::Effect(row, Month::January)
        };
        check_copy(&mut form, other, grid, &corners, signs)?;
    }

    #[test]
    fn what_is_copied_from_the_targets_is_pasted_as_the_same_values(
        mut form in catalogue(), corners in corners(), signs in signs(),
    ) {
        let other = Catalogue { targets: Default::default(), ..form.clone() };
        check_copy(&mut form, other, CatalogueField::Target(0), &corners, signs)?;
    }

    #[test]
    fn emptying_and_filling_change_nothing_else_and_nothing_closed(
        form in plan(), corners in corners(), to in select(vec![None, Some(FillTo::Down), Some(FillTo::Right)]),
    ) {
        let Some(row) = form.focus_areas.first().map(|row| row.id) else { return Ok(()) };
        let grid = PlanField::Effect(row, Month::January);
        let rectangle = rectangle(&form, grid, &corners);
        let chosen = cells(&form, grid, rectangle);
        let mut changed = form.clone();
        match to {
            None => _ = empty(&mut changed, chosen.iter().flatten().copied()),
            Some(to) => _ = fill(&mut changed, grid, rectangle, to),
        }
        let whole = grid_size(&form, grid).all().expect("a grid");
        for field in cells(&form, grid, whole).concat() {
            let one = [vec![field]];
            // A single column fills what is to its right, too.
            let is_free = chosen.iter().flatten().any(|&other| other == field)
                || (to == Some(FillTo::Right) && rectangle.size().columns == 1);
            if form.is_locked(field) || !is_free {
                prop_assert_eq!(contents(&changed, &one), contents(&form, &one));
            } else if to.is_none() {
                prop_assert_eq!(changed.shown(field), "");
            }
        }
        let rest = ActionPlan { focus_areas: form.focus_areas.clone(), ..changed };
        prop_assert_eq!(rest, form);
    }

    #[test]
    fn the_sum_is_that_of_the_cells_that_can_be_read(form in proposal(), corners in corners()) {
        let grid = ProposalField::Amount(AmountRow::EstimatedGain, 0);
        let cells = cells(&form, grid, rectangle(&form, grid, &corners)).concat();
        let found = sum_of_cells(&form, cells.iter().copied());
        let is_blank = |&&field: &&_| {
            let content = form.slot(field).map(Content::from);
            matches!(content, Some(
                Content::Amount(Entry::Blank) | Content::People(Entry::Blank) | Content::Positions(Entry::Blank)
            ))
        };
        let blank = cells.iter().filter(is_blank).count();
        prop_assert_eq!((found.cells, found.blank), (cells.len(), blank));
        let Some(figures) = found.figures else { return Ok(()) };
        if matches!(figures.kind, Summed::Changes | Summed::Levels) {
            let amounts: Vec<Amount> = cells.iter().filter_map(|&field| form.amount(field)).collect();
            let sum: Amount = amounts.iter().copied().sum();
            prop_assert_eq!(figures.sum, sum.kroner());
            prop_assert_eq!(found.cells, amounts.len() + found.blank + found.unreadable);
            let cents = in_unit(Amount::of_sum(figures.mean), AmountUnit::Thousands);
            prop_assert!(!figures.is_rounded || cents.normalize().scale() <= 2);
        }
    }
}
