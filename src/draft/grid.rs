//! Filling a grid to the right, spreading and mending.

use super::Form;
use crate::domain::{
    ActionPlan, Amount, Content, Entry, FocusArea, Id, Month, PlanField, Spread, SpreadError,
    spread,
};

/// Copies a cell into every cell to its right that is not locked. Gives how many; `None` when the field is no cell or the
/// last of its row.
pub fn fill_right<F: Form>(form: &mut F, field: F::Field) -> Option<usize> {
    let (row, column) = form.position(field)?;
    let content = Content::from(form.slot(field)?);
    let to_the_right: Vec<F::Field> = (column + 1..)
        .map_while(|column| form.cell(field, row, column))
        .filter(|&field| !form.is_locked(field))
        .collect();
    for &field in &to_the_right {
        form.put(field, content.clone());
    }
    (!to_the_right.is_empty()).then_some(to_the_right.len())
}

/// Why an amount cannot be spread over the months of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpreadRefusal {
    /// The months themselves are no range.
    Months(SpreadError),
    /// The range begins in a month that is closed; the last closed month.
    Closed(Month),
}

/// Spreads an amount over the months of a row; months outside the range are left alone.
///
/// # Errors
/// [`SpreadRefusal`], and the row is as it was.
pub fn spread_over(plan: &mut ActionPlan, row: Id, how: &Spread) -> Result<(), SpreadRefusal> {
    let parts = can_spread(how, plan.closed_through)?;
    for (month, part) in Month::ALL.into_iter().zip(parts) {
        if let Some(part) = part {
            let part = Content::Amount(Entry::Value(part));
            plan.put(PlanField::Effect(row, month), part);
        }
    }
    Ok(())
}

/// Returns what each month gets of an amount that is spread, in a plan whose months are closed up to `closed`.
///
/// # Errors
/// [`SpreadRefusal`].
pub fn can_spread(
    how: &Spread,
    closed: Option<Month>,
) -> Result<[Option<Amount>; 12], SpreadRefusal> {
    let parts = spread(how).map_err(SpreadRefusal::Months)?;
    match closed.filter(|&closed| how.from <= closed) {
        Some(closed) => Err(SpreadRefusal::Closed(closed)),
        None => Ok(parts),
    }
}

/// Puts what a row lacks of the total that its source states into December. Returns whether it did: not when nothing is
/// lacking, or December is locked or cannot be read.
pub fn mend(plan: &mut ActionPlan, row: Id) -> bool {
    let december = PlanField::Effect(row, Month::December);
    let mended = plan
        .focus_area(row)
        .and_then(FocusArea::mended_december)
        .filter(|_| !plan.is_locked(december));
    if let Some(mended) = mended {
        plan.put(december, Content::Amount(Entry::Value(mended)));
    }
    mended.is_some()
}
