//! What the table of the plan and the texts of its rows share.

use leptos::prelude::*;

use super::opened::Opened;
use super::row_problems::RowProblems;
use crate::domain::Id;
use crate::ui::rows::Rows;

/// What every row's texts and buttons are drawn with.
#[derive(Clone, Copy)]
pub struct RowTexts {
    pub rows: Rows,
    pub opened: Opened,
    pub problems: RowProblems,
    /// The row whose amount is being spread.
    pub spreading: RwSignal<Option<Id>>,
}
