//! What the source of a pasted table states about its own sums. Kept beside the cells, never computed with.

use super::{AmountRow, Proposal, ProposalYear, YEARS};
use crate::domain::{Amount, Entry, StatedDifference, Total};

/// A sum of the proposal's table that the source of a pasted table can state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StatedFigure {
    /// A row of changes over all years.
    Row(AmountRow),
    /// Ændringsforslag i alt in a year, counted from 0.
    NetChange(usize),
    /// Ændringsforslag i alt over all years.
    NetChangeTotal,
}

impl StatedFigure {
    /// Returns every figure, in the order of the form.
    pub fn all() -> impl Iterator<Item = Self> {
        AmountRow::CHANGES
            .into_iter()
            .map(Self::Row)
            .chain((0..YEARS).map(Self::NetChange))
            .chain(std::iter::once(Self::NetChangeTotal))
    }
}

/// The sums that a source states, in kroner.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatedFigures {
    /// The rows of [`AmountRow::CHANGES`] over all years.
    pub rows: [Entry<Amount>; AmountRow::CHANGES.len()],
    /// Ændringsforslag i alt in each year.
    pub net_change: [Entry<Amount>; YEARS],
    /// Ændringsforslag i alt over all years.
    pub net_change_total: Entry<Amount>,
}

impl StatedFigures {
    /// Returns what is stated about a figure; `None` where the form has no such figure.
    #[must_use]
    pub fn of(&self, figure: StatedFigure) -> Option<&Entry<Amount>> {
        match figure {
            StatedFigure::Row(row) => self.rows.get(index_of(row)?),
            StatedFigure::NetChange(year) => self.net_change.get(year),
            StatedFigure::NetChangeTotal => Some(&self.net_change_total),
        }
    }

    /// Returns what is stated about a figure, to be changed; `None` where the form has no such figure.
    pub fn of_mut(&mut self, figure: StatedFigure) -> Option<&mut Entry<Amount>> {
        match figure {
            StatedFigure::Row(row) => self.rows.get_mut(index_of(row)?),
            StatedFigure::NetChange(year) => self.net_change.get_mut(year),
            StatedFigure::NetChangeTotal => Some(&mut self.net_change_total),
        }
    }
}

fn index_of(row: AmountRow) -> Option<usize> {
    AmountRow::CHANGES.iter().position(|&other| other == row)
}

impl Proposal {
    /// Returns what the source states about a figure beside what the cells give, in kroner; `None` where they agree, or
    /// one of them is unknown.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// // A printed sum that took the year heading 2024 in.
    /// let mut isafjord = lejre.proposal("Isafjord");
    /// isafjord.stated.rows[1] = Entry::Value(Amount::from_kroner(-2_397_976));
    /// let difference = isafjord.stated_difference(StatedFigure::Row(AmountRow::EstimatedGain)).unwrap();
    /// assert_eq!(difference.computed, Amount::from_kroner(-2_400_000));
    /// assert_eq!(difference.difference(), Amount::from_kroner(2_024));
    /// ```
    ///
    /// Of a sum that nothing is stated about, nothing differs:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let isafjord = lejre.proposal("Isafjord");
    /// assert_eq!(isafjord.stated_difference(StatedFigure::NetChangeTotal), None);
    /// ```
    #[must_use]
    pub fn stated_difference(&self, figure: StatedFigure) -> Option<StatedDifference> {
        let computed = match figure {
            StatedFigure::Row(row) => self.row_total(row).unwrap_or(Total::Blank),
            StatedFigure::NetChange(year) => self.years.get(year).map(ProposalYear::net_change)?,
            StatedFigure::NetChangeTotal => self.net_change_total(),
        };
        StatedDifference::between(self.stated.of(figure)?, computed)
    }
}
