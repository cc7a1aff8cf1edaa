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
    /// The budget year of one of the two is blank or cannot be read, so its column is unknown.
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

    /// Returns a row of a proposal in a year of the catalogue, 0 for the budget year, in kroner. Incomplete where the
    /// row has an entry and the budget year of the proposal or the catalogue is unknown.
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

    /// Returns Ændringsforslag i alt of a proposal in a year of the catalogue, 0 for the budget year, in kroner; minus
    /// = saves.
    ///
    /// Years are matched by the calendar. The second year of a proposal for 2024 is the first of a catalogue for 2025:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut catalogue = lejre.catalogue();
    /// let isafjord = lejre.proposal("Isafjord");
    /// assert_eq!(catalogue.net_change_in(&isafjord, 0), Total::from(Amount::from_kroner(-450_000)));
    /// catalogue.enter(CatalogueField::FirstYear, "2025");
    /// assert_eq!(catalogue.net_change_in(&isafjord, 0), Total::from(Amount::from_kroner(-650_000)));
    /// // The proposal ends with 2027.
    /// assert_eq!(catalogue.net_change_in(&isafjord, 3), Total::Blank);
    /// ```
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

    /// Returns Ændringsforslag i alt of a proposal in each of the catalogue's four years, in kroner; minus = saves.
    #[must_use]
    pub fn net_change_by_year(&self, proposal: &Proposal) -> [Total; YEARS] {
        std::array::from_fn(|index| self.net_change_in(proposal, index))
    }

    /// Returns Ændringsforslag i alt of a proposal over the catalogue's four years, in kroner; minus = saves. What the
    /// proposal has in other years is not in it:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut catalogue = lejre.catalogue();
    /// catalogue.enter(CatalogueField::FirstYear, "2025");
    /// let isafjord = lejre.proposal("Isafjord");
    /// let here = catalogue.net_change_over_all_years(&isafjord);
    /// assert_eq!(here, Total::from(Amount::from_kroner(-1_950_000)));
    /// assert_eq!(isafjord.net_change_total(), Total::from(Amount::from_kroner(-2_400_000)));
    /// ```
    #[must_use]
    pub fn net_change_over_all_years(&self, proposal: &Proposal) -> Total {
        (0..YEARS)
            .map(|index| self.net_change_in(proposal, index))
            .sum()
    }

    /// Returns Ændring i antal årsværk of a proposal in a year of the catalogue, 0 for the budget year. Unreadable
    /// where the column is unknown.
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

    /// Returns whether the amounts of a proposal are in other years than the catalogue's, or in years that are unknown.
    #[must_use]
    pub fn has_other_years(&self, proposal: &Proposal) -> bool {
        proposal.first_year.value().is_none()
            || proposal.first_year.value() != self.first_year.value()
    }
}

/// What one proposal that counts takes from the saving of another that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppliedWeakening {
    /// The relation that says so.
    pub relation: Id,
    /// The proposal that weakens.
    pub from: Id,
    /// The proposal that saves less.
    pub to: Id,
    /// What it saves less in each year of the catalogue, in kroner; plus. `None` where no amount is written: then
    /// nothing is taken off the sum, and the sum may promise too much.
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

    /// Returns what `to` saves less in a year of the catalogue, in kroner; plus.
    pub(super) fn in_year(&self, index: usize) -> Total {
        let amounts = self.amounts.as_ref();
        let amount = amounts.and_then(|amounts| amounts.get(index));
        amount.copied().unwrap_or(Total::Blank)
    }

    /// Returns what `to` saves less over the four years, in kroner; plus.
    #[must_use]
    pub fn over_all_years(&self) -> Total {
        (0..YEARS).map(|index| self.in_year(index)).sum()
    }
}

/// Returns what is taken off a saving; incomplete where it is written with a minus, which is refused where it is typed and would
/// add to the saving.
fn amount(entry: &Entry<Amount>) -> Total {
    match entry {
        Entry::Value(amount) if amount.is_saving() => Total::Incomplete,
        entry => entry.into(),
    }
}

/// The part of a sum that comes from one department, or from the proposals of the same kinds. The parts add up to the sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<T> {
    /// The department, or the kinds of change, that the proposals share.
    pub of: T,
    /// The proposals, in the catalogue's order.
    pub proposals: Vec<Id>,
    /// Ændringsforslag i alt in each year of the catalogue with what is weakened, in kroner; minus = saves.
    pub net_change: [Total; YEARS],
}

/// Returns the parts with the largest sums over the four years, at most `most` of them and in the order of `parts`, and
/// all others in one part; `None` where there are no others. Savings and costs weigh the same.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let part = |of, kroner| {
///     let mut net_change = [Total::Blank; YEARS];
///     net_change[0] = Total::from(Amount::from_kroner(kroner));
///     Part { of, proposals: Vec::new(), net_change }
/// };
/// let parts = [part("CJS", -9_000), part("Skole", -100), part("Vej", 8_000), part("Kultur", -50)];
/// let (largest, others) = weightiest(&parts, 3);
/// let names: Vec<&str> = largest.iter().map(|part| part.of).collect();
/// assert_eq!(names, ["CJS", "Vej"]);
/// assert_eq!(others.unwrap().net_change_total(), Total::from(Amount::from_kroner(-150)));
/// // Four parts fit in four places: none is called »others«.
/// assert_eq!(weightiest(&parts, 4).1, None);
/// ```
#[must_use]
pub fn weightiest<T: Clone>(parts: &[Part<T>], most: usize) -> (Vec<Part<T>>, Option<Part<()>>) {
    let mut indices: Vec<usize> = (0..parts.len()).collect();
    indices.sort_by_key(|&index| {
        let total = parts
            .get(index)
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
    let chosen: BTreeSet<usize> = indices.into_iter().take(most).collect();
    let (mut weighty, mut others): (Vec<Part<T>>, Option<Part<()>>) = (Vec::new(), None);
    for (index, part) in parts.iter().enumerate() {
        if chosen.contains(&index) {
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
    /// Returns Ændringsforslag i alt over the four years, in kroner; minus = saves.
    #[must_use]
    pub fn net_change_total(&self) -> Total {
        self.net_change.iter().copied().sum()
    }
}
