//! What proposals amount to in the years of a catalogue. Years are matched by the calendar: the budget year of a proposal
//! need not be the catalogue's.

use std::collections::BTreeSet;

use super::{Catalogue, Relation};
use crate::domain::{
    Amount, AmountRow, Entry, FullTimeEquivalents, Id, Proposal, ProposalYear, Total, YEARS,
};

/// What a proposal says of one year of a catalogue.
enum InYear<'a> {
    /// Its column of that calendar year.
    Column(&'a ProposalYear),
    /// It ends before or begins after that year.
    Outside,
    /// The budget year of one of the two is blank or cannot be read, so nobody can tell which column it is.
    NoYear,
}

impl Catalogue {
    fn column<'a>(&self, proposal: &'a Proposal, index: usize) -> InYear<'a> {
        let (Some(year), Some(_)) = (self.year(index), proposal.first_year.value()) else {
            return InYear::NoYear;
        };
        let mut columns = proposal.years.iter().enumerate();
        columns
            .find(|(column, _)| proposal.year(*column) == Some(year))
            .map_or(InYear::Outside, |(_, column)| InYear::Column(column))
    }

    /// A row of a proposal in a year of the catalogue, 0 for the budget year, in kroner. Incomplete where nobody can tell
    /// which of its columns that is.
    #[must_use]
    pub fn amount_in(&self, proposal: &Proposal, row: AmountRow, index: usize) -> Total {
        match self.column(proposal, index) {
            InYear::Column(column) => row.of(column).into(),
            InYear::Outside => Total::Blank,
            InYear::NoYear => proposal
                .row_total(row)
                .map_or(Total::Blank, |_| Total::Incomplete),
        }
    }

    /// Ændringsforslag i alt of a proposal in a year of the catalogue, 0 for the budget year, in kroner; minus = saves.
    #[must_use]
    pub fn net_change_in(&self, proposal: &Proposal, index: usize) -> Total {
        match self.column(proposal, index) {
            InYear::Column(column) => column.net_change(),
            InYear::Outside | InYear::NoYear => AmountRow::CHANGES
                .into_iter()
                .map(|row| self.amount_in(proposal, row, index))
                .sum(),
        }
    }

    /// Ændringsforslag i alt of a proposal in each of the catalogue's four years, in kroner; minus = saves.
    #[must_use]
    pub fn net_change_by_year(&self, proposal: &Proposal) -> [Total; YEARS] {
        std::array::from_fn(|index| self.net_change_in(proposal, index))
    }

    /// Ændringsforslag i alt of a proposal over the catalogue's four years, in kroner; minus = saves.
    #[must_use]
    pub fn net_change_over_all_years(&self, proposal: &Proposal) -> Total {
        (0..YEARS)
            .map(|index| self.net_change_in(proposal, index))
            .sum()
    }

    /// Ændring i antal årsværk of a proposal in a year of the catalogue, 0 for the budget year. Unreadable where nobody can
    /// tell which of its columns that is.
    pub(super) fn positions_in(
        &self,
        proposal: &Proposal,
        index: usize,
    ) -> Entry<FullTimeEquivalents> {
        let is_blank = |year: &ProposalYear| year.full_time_equivalents.is_blank();
        match self.column(proposal, index) {
            InYear::Column(column) => column.full_time_equivalents.clone(),
            InYear::Outside => Entry::Blank,
            InYear::NoYear if proposal.years.iter().all(is_blank) => Entry::Blank,
            InYear::NoYear => Entry::Unreadable(String::new()),
        }
    }

    /// Whether the amounts of a proposal lie in other years than the catalogue's, or in no year that can be told.
    #[must_use]
    pub fn has_other_years(&self, proposal: &Proposal) -> bool {
        proposal.first_year.value().is_none()
            || proposal.first_year.value() != self.first_year.value()
    }
}

/// What one proposal that counts takes from the saving of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppliedWeakening {
    /// The relation that says so.
    pub relation: Id,
    /// The proposal that weakens.
    pub from: Id,
    /// The proposal that saves less.
    pub to: Id,
    /// What it saves less in each year of the catalogue, in kroner; plus. `None` where no amount is written: then nothing is
    /// taken off the sum, and the sum may promise too much.
    pub amounts: Option<[Total; YEARS]>,
}

impl AppliedWeakening {
    pub(super) fn of(relation: &Relation) -> Self {
        let is_known = relation.weakening.iter().any(|entry| !entry.is_blank());
        Self {
            relation: relation.id,
            from: relation.from,
            to: relation.to,
            amounts: is_known.then(|| relation.weakening.each_ref().map(amount)),
        }
    }

    /// What `to` saves less in a year of the catalogue, in kroner; plus.
    pub(super) fn in_year(&self, index: usize) -> Total {
        let amounts = self.amounts.as_ref();
        let amount = amounts.and_then(|amounts| amounts.get(index));
        amount.copied().unwrap_or(Total::Blank)
    }

    /// What `to` saves less over the four years, in kroner; plus.
    #[must_use]
    pub fn over_all_years(&self) -> Total {
        (0..YEARS).map(|index| self.in_year(index)).sum()
    }
}

fn amount(entry: &Entry<Amount>) -> Total {
    entry.into()
}

/// The part of a sum that comes from one department, or from the proposals of the same kinds. The parts add up to the sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<T> {
    /// What the proposals have in common.
    pub of: T,
    /// The proposals, in the catalogue's order.
    pub proposals: Vec<Id>,
    /// Ændringsforslag i alt in each year of the catalogue with what is weakened, in kroner; minus = saves.
    pub net_change: [Total; YEARS],
}

/// The parts that weigh most, in their order and at most so many, and all others in one; none where there are no others.
#[must_use]
pub fn weightiest<T: Clone>(parts: &[Part<T>], most: usize) -> (Vec<Part<T>>, Option<Part<()>>) {
    let mut places: Vec<usize> = (0..parts.len()).collect();
    places.sort_by_key(|&place| {
        let total = parts
            .get(place)
            .and_then(|part| part.net_change_total().counted());
        // The largest first, whether it saves or costs.
        std::cmp::Reverse(total.map(|total| if total.is_saving() { -total } else { total }))
    });
    // One that would stand for itself only need not be called »others«.
    let most = if parts.len() > most {
        most.saturating_sub(1)
    } else {
        most
    };
    let chosen: BTreeSet<usize> = places.into_iter().take(most).collect();
    let (mut weighty, mut others): (Vec<Part<T>>, Option<Part<()>>) = (Vec::new(), None);
    for (place, part) in parts.iter().enumerate() {
        if chosen.contains(&place) {
            weighty.push(part.clone());
            continue;
        }
        let others = others.get_or_insert_with(|| Part {
            of: (),
            proposals: Vec::new(),
            net_change: [Total::Blank; YEARS],
        });
        others.proposals.extend(&part.proposals);
        for (sum, amount) in others.net_change.iter_mut().zip(part.net_change) {
            *sum = *sum + amount;
        }
    }
    (weighty, others)
}

impl<T> Part<T> {
    /// Ændringsforslag i alt over the four years, in kroner; minus = saves.
    #[must_use]
    pub fn net_change_total(&self) -> Total {
        self.net_change.iter().copied().sum()
    }
}
