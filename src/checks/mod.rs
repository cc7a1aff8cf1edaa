//! The checks: what a filled-in form says that its author probably did not mean. They advise; they never block
//! anything and never change what was typed. The words are in `text`.

mod plan;
mod proposal;

use crate::danish::Mentioned;
use crate::domain::Amount;

/// One piece of advice, and the field it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice<F> {
    /// Where it belongs.
    pub field: F,
    /// What was noticed.
    pub reason: AdviceReason,
}

/// What was noticed. The numbers are those of the list “Mistakes in the originals” in the domain notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdviceReason {
    /// No kind is ticked.
    NoKind,
    /// A budget line without a number in front (8).
    AppropriationWithoutNumber(String),
    /// No current budget, so the change cannot be weighed against it (8).
    NoCurrentBudget,
    /// A gain without a minus: it would be a cost.
    GainIsPositive,
    /// An investment with a minus: it would be a saving.
    InvestmentIsNegative,
    /// A saving without an investment, whose positions have no minus (5).
    PositionsOfACutArePositive,
    /// Nothing about the consequences (8).
    NoConsequences,
    /// Nothing about the time horizon (8).
    NoTimeHorizon,
    /// A date in another year than the plan's (4): the year of the date, and the plan's.
    DateOutsideYear(u16, u16),
    /// Updated before it began.
    UpdatedBeforeStart,
    /// Effects, but nothing to subtract them from.
    NoOverspendAtStart,
    /// An overspend above the limit, and no effect at all (6).
    NoEffect,
    /// An effect that makes the overspend larger.
    EffectIsPositive,
    /// The goal names an amount that is not the row's (1, 9).
    GoalNamesAnotherAmount(Mentioned, Amount),
    /// The cause names nearly the overspend at start, but not that amount (9).
    CauseNamesAnotherAmount(Mentioned, Amount),
}

impl<F> Advice<F> {
    fn new(field: F, reason: AdviceReason) -> Self {
        Self { field, reason }
    }
}

/// A form that can be checked.
pub trait Checked {
    /// A place in the form.
    type Field: Copy + Eq + Send + Sync + 'static;

    /// What was noticed in the document, in the order of the form. An untouched form gives no advice.
    fn advice(&self) -> Vec<Advice<Self::Field>>;
}
