//! Reduktionsforslag: its entries, and the figures that follow from them.

mod field;
mod links;
mod reimbursement;
mod stated;

pub use field::ProposalField;
pub use links::links;
pub use reimbursement::{GrossAndNet, ReimbursementRate};
pub use stated::{StatedFigure, StatedFigures};

use std::collections::BTreeSet;

use rust_decimal::{Decimal, RoundingStrategy};

use super::{
    Amount, AmountRole, Description, Dismissal, Entry, Fields, FullTimeEquivalents, HeadCount, Id,
    Timestamp, Total, Year,
};

/// The budget year and its three forecast years (overslagsår).
pub const YEARS: usize = 4;

/// Reduktionsforslag: one proposal to change the budget over the budget year and three forecast years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The document's identity.
    pub id: Id,
    /// When somebody last changed it.
    pub changed_at: Timestamp,
    /// Overskrift.
    pub heading: String,
    /// Center: the municipal department.
    pub department: String,
    /// Bevilling: the budget lines concerned, one a line of text, as typed. See
    /// [`Proposal::appropriation_lines`].
    pub appropriations: String,
    /// Ændringen vedrører: any number of kinds.
    pub kinds: BTreeSet<ChangeKind>,
    /// The budget year; the forecast years follow it.
    pub first_year: Entry<Year>,
    /// Prisniveau: the year in whose prices the amounts are, `2024-pl`.
    pub price_level: Entry<Year>,
    /// Refusion: the share that the state reimburses. The amounts of the table are net of it.
    pub reimbursement: Entry<ReimbursementRate>,
    /// The figures, the budget year first.
    pub years: [ProposalYear; YEARS],
    /// Sums that the source of a pasted table stated.
    pub stated: StatedFigures,
    /// The seven text sections.
    pub sections: [String; Section::ALL.len()],
    /// Advice that somebody has weighed and put aside.
    pub dismissed: Vec<Dismissal>,
}

/// Ændringen vedrører: what a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Effektivisering.
    Efficiency,
    /// Investering.
    Investment,
    /// Besparelse.
    Saving,
    /// Merindtægt.
    AdditionalRevenue,
}

impl ChangeKind {
    /// In the form's order.
    pub const ALL: [Self; 4] = [
        Self::Efficiency,
        Self::Investment,
        Self::Saving,
        Self::AdditionalRevenue,
    ];
}

/// A text section of a proposal, numbered 1 to 7 on the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// Kort resumé af forslaget.
    Summary,
    /// Reduktionsforslag.
    Reduction,
    /// Investeringsbehov (evt.).
    Investment,
    /// Konsekvenser ved forslaget.
    Consequences,
    /// Tidshorisont.
    TimeHorizon,
    /// Sammenhæng til andre bidrag (evt.).
    RelatedContributions,
    /// Relevante dokumenter.
    RelevantDocuments,
}

impl Section {
    /// In the form's order.
    pub const ALL: [Self; 7] = [
        Self::Summary,
        Self::Reduction,
        Self::Investment,
        Self::Consequences,
        Self::TimeHorizon,
        Self::RelatedContributions,
        Self::RelevantDocuments,
    ];

    /// The section's place, 0 to 6.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }
}

/// One year's column of a proposal. Amounts in kroner; minus = lower net expenditure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProposalYear {
    /// Nuværende budget.
    pub current_budget: Entry<Amount>,
    /// Budgetændring – drift.
    pub operating_change: Entry<Amount>,
    /// Estimeret gevinst, normally negative.
    pub estimated_gain: Entry<Amount>,
    /// Investeringsbehov, normally positive.
    pub investment_need: Entry<Amount>,
    /// Berørte antal medarbejdere.
    pub employees_affected: Entry<HeadCount>,
    /// Ændring i antal årsværk; minus = positions removed.
    pub full_time_equivalents: Entry<FullTimeEquivalents>,
}

/// A row of the table that holds amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AmountRow {
    /// Nuværende budget.
    CurrentBudget,
    /// Budgetændring – drift.
    OperatingChange,
    /// Estimeret gevinst.
    EstimatedGain,
    /// Investeringsbehov.
    InvestmentNeed,
}

impl AmountRow {
    /// In the form's order.
    pub const ALL: [Self; 4] = [
        Self::CurrentBudget,
        Self::OperatingChange,
        Self::EstimatedGain,
        Self::InvestmentNeed,
    ];

    /// The rows that change the budget, and add up to Ændringsforslag i alt.
    pub const CHANGES: [Self; 3] = [
        Self::OperatingChange,
        Self::EstimatedGain,
        Self::InvestmentNeed,
    ];

    /// What the row's amounts say.
    #[must_use]
    pub fn role(self) -> AmountRole {
        match self {
            Self::CurrentBudget => AmountRole::Level,
            Self::OperatingChange => AmountRole::Change,
            Self::EstimatedGain => AmountRole::Saving,
            Self::InvestmentNeed => AmountRole::Cost,
        }
    }

    /// This row's entry in a year.
    #[must_use]
    pub fn of(self, year: &ProposalYear) -> &Entry<Amount> {
        match self {
            Self::CurrentBudget => &year.current_budget,
            Self::OperatingChange => &year.operating_change,
            Self::EstimatedGain => &year.estimated_gain,
            Self::InvestmentNeed => &year.investment_need,
        }
    }

    /// This row's entry in a year, to be changed.
    pub fn of_mut(self, year: &mut ProposalYear) -> &mut Entry<Amount> {
        match self {
            Self::CurrentBudget => &mut year.current_budget,
            Self::OperatingChange => &mut year.operating_change,
            Self::EstimatedGain => &mut year.estimated_gain,
            Self::InvestmentNeed => &mut year.investment_need,
        }
    }
}

/// A row of the table under Personalekonsekvenser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StaffRow {
    /// Berørte antal medarbejdere.
    EmployeesAffected,
    /// Ændring i antal årsværk.
    FullTimeEquivalents,
}

impl StaffRow {
    /// In the form's order.
    pub const ALL: [Self; 2] = [Self::EmployeesAffected, Self::FullTimeEquivalents];
}

impl ProposalYear {
    /// Ændringsforslag i alt: operating change + estimated gain + investment need, in kroner.
    #[must_use]
    pub fn net_change(&self) -> Total {
        Total::of(AmountRow::CHANGES.map(|row| row.of(self)))
    }

    /// The budget after the change, in kroner; `None` where no current budget is given.
    #[must_use]
    pub fn budget_after(&self) -> Option<Total> {
        Total::of_typed(&self.current_budget).map(|budget| budget + self.net_change())
    }

    /// The change in per cent of the current budget, to one decimal, halves away from zero: the only place
    /// where a percentage is rounded. Minus = lower net expenditure, also where the budget is an income. `None` where
    /// the budget or the change is unknown, or the budget is 0.
    #[must_use]
    pub fn change_percent(&self) -> Option<Decimal> {
        let budget = self.current_budget.value()?.kroner();
        let change = self.net_change().amount()?.kroner();
        let share = change.checked_div(budget.abs())?;
        let percent = share.checked_mul(Decimal::ONE_HUNDRED)?;
        Some(percent.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero))
    }
}

impl Proposal {
    /// Whether none of its changes is filled in, in any year.
    #[must_use]
    pub fn has_no_amount(&self) -> bool {
        let is_blank = |year: &ProposalYear| {
            let mut rows = AmountRow::CHANGES.into_iter();
            rows.all(|row| row.of(year).is_blank())
        };
        self.years.iter().all(is_blank)
    }

    /// Ændringsforslag i alt in each of its years, in kroner; minus = saves.
    #[must_use]
    pub fn net_change_by_year(&self) -> [Total; YEARS] {
        self.years.each_ref().map(ProposalYear::net_change)
    }

    /// Everything that is written in it: the head, and the text sections.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let head = [&self.heading, &self.department, &self.appropriations];
        head.into_iter().chain(&self.sections).map(String::as_str)
    }

    /// An empty form for a budget year.
    #[must_use]
    pub fn blank(id: Id, changed_at: Timestamp, first_year: Entry<Year>) -> Self {
        Self {
            id,
            changed_at,
            heading: String::new(),
            department: String::new(),
            appropriations: String::new(),
            kinds: BTreeSet::new(),
            first_year,
            price_level: Entry::Blank,
            reimbursement: Entry::Blank,
            years: Default::default(),
            stated: StatedFigures::default(),
            sections: Default::default(),
            dismissed: Vec::new(),
        }
    }

    /// Returns the proposal as everybody may read it: what the fields for everybody say, and nothing else.
    #[must_use]
    pub fn published(&self) -> Self {
        let mut public = Self::blank(self.id, self.changed_at, Entry::Blank);
        public.copy_fields(self, Description::is_public);
        public
    }

    /// The year of a column, if the budget year can be read.
    #[must_use]
    pub fn year(&self, index: usize) -> Option<Year> {
        self.first_year.value().map(|first| first.plus(index))
    }

    /// The budget lines that were typed, without the empty lines between them.
    pub fn appropriation_lines(&self) -> impl Iterator<Item = &str> {
        self.appropriations
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
    }

    /// One row of the table added up over the four years, in kroner; `None` while the whole row is blank.
    #[must_use]
    pub fn row_total(&self, row: AmountRow) -> Option<Total> {
        let mut entries = self.years.iter().map(|year| row.of(year));
        entries
            .any(|entry| !entry.is_blank())
            .then(|| Total::of(self.years.iter().map(|year| row.of(year))))
    }

    /// Ændringsforslag i alt over the four years, in kroner.
    #[must_use]
    pub fn net_change_total(&self) -> Total {
        self.years.iter().map(ProposalYear::net_change).sum()
    }

    /// Whether any year has an amount that changes the budget, read or not. A current budget alone changes nothing.
    #[must_use]
    pub fn has_amount(&self) -> bool {
        !self.net_change_total().is_blank()
    }

    /// The calendar years that the form covers; none while the budget year is blank or cannot be read.
    pub fn calendar_years(&self) -> impl Iterator<Item = Year> + use<'_> {
        (0..YEARS).filter_map(|index| self.year(index))
    }

    /// Ændringsforslag i alt in a calendar year, in kroner. Incomplete where there are amounts, and nobody can tell which
    /// years they belong to. `None` where the form does not cover the year.
    #[must_use]
    pub fn net_change_in(&self, year: Year) -> Option<Total> {
        if self.first_year.value().is_none() {
            return self.has_amount().then_some(Total::Incomplete);
        }
        let mut columns = self.years.iter().enumerate();
        let (_, column) = columns.find(|(index, _)| self.year(*index) == Some(year))?;
        Some(column.net_change())
    }

    /// The text of a section.
    #[must_use]
    pub fn section(&self, section: Section) -> &str {
        self.sections
            .get(section.index())
            .map_or("", String::as_str)
    }
}
