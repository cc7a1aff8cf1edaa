//! The checks: what a filled-in form says that its author probably did not mean. They advise; they never block
//! anything and never change what was typed. Advice can be dismissed, with a reason. The words are in `text`.

mod catalogue;
mod copies;
mod plan;
mod proposal;
mod reason;
mod sentences;

pub use copies::copied_from;
pub use proposal::doubtful_signs;
pub use reason::AdviceReason;

use crate::domain::{Dismissal, Fields, FormField};

/// One piece of advice, and the field it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice<F> {
    /// Where it belongs.
    pub field: F,
    /// What was noticed.
    pub reason: AdviceReason,
}

impl<F: FormField> Advice<F> {
    fn new(field: F, reason: AdviceReason) -> Self {
        Self { field, reason }
    }

    /// Returns whether this is what somebody dismissed.
    #[must_use]
    pub fn is_dismissed_by(&self, dismissal: &Dismissal) -> bool {
        dismissal.advice == self.reason.code()
            && dismissal.field == self.field.name()
            && dismissal.detail == self.reason.detail()
    }

    /// Returns what is kept of the advice when somebody dismisses it, with the reason given.
    #[must_use]
    pub fn dismissed(&self, reason: String) -> Dismissal {
        Dismissal {
            advice: self.reason.code().to_owned(),
            field: self.field.name(),
            detail: self.reason.detail(),
            reason,
        }
    }
}

/// A form that can be checked.
pub trait Checked: Fields {
    /// Returns what was noticed in the document, in the order of the form, dismissed or not. An untouched form gives no
    /// advice.
    fn advice(&self) -> Vec<Advice<Self::Field>>;

    /// Returns what somebody has dismissed.
    fn dismissed(&self) -> &[Dismissal];

    /// Returns the same, to be changed; `None` for a form that keeps none, and then gives no advice.
    fn dismissed_mut(&mut self) -> Option<&mut Vec<Dismissal>>;
}
