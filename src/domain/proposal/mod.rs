//! Reduktionsforslag: its entries, and the figures that follow from them.

mod field;
mod links;
mod reimbursement;
mod stated;

pub use field::ProposalField;
pub use links::links;
pub use reimbursement::GrossAndNet;
pub use stated::{StatedFigure, StatedFigures};

use std::collections::BTreeSet;

use rust_decimal::{Decimal, RoundingStrategy};

use super::{
    Amount, AmountRole, ChangeKind, Description, Dismissal, Entry, Fields, FullTimeEquivalents,
    HeadCount, Id, ReimbursementRate, Timestamp, Total, Year,
};

/// The budget year and its three forecast years (overslagsår).
pub const YEARS: usize = 4;

/// Reduktionsforslag: one proposal to change the budget over the budget year and three forecast years.
///
/// It is filled in field by field. Amounts are typed in thousands of kroner and kept in kroner:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut proposal = lejre.blank_proposal();
/// proposal.enter(ProposalField::Amount(AmountRow::EstimatedGain, 0), "-4.600");
/// proposal.enter(ProposalField::Amount(AmountRow::InvestmentNeed, 0), "3.100");
/// assert_eq!(proposal.years[0].net_change(), Total::from(Amount::from_kroner(-1_500_000)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The document's identity.
    pub id: Id,
    /// When the document was last changed.
    pub changed_at: Timestamp,
    /// Overskrift.
    pub heading: String,
    /// Center: the municipal department.
    pub department: String,
    /// Bevilling: the budget lines concerned, one per line of text, as typed. See [`Proposal::appropriation_lines`].
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
    /// Advice that was considered and dismissed.
    pub dismissed: Vec<Dismissal>,
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

    /// Returns the section's index, 0 to 6.
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

    /// Returns what the row's amounts say.
    ///
    /// ```
    /// use raaderum::domain::{AmountRole, AmountRow};
    ///
    /// // Where a municipality prints no signs, 4.600 in this row saves …
    /// assert_eq!(AmountRow::EstimatedGain.role(), AmountRole::Saving);
    /// // … and the budget has none, whatever the convention.
    /// assert_eq!(AmountRow::CurrentBudget.role(), AmountRole::Level);
    /// ```
    #[must_use]
    pub fn role(self) -> AmountRole {
        match self {
            Self::CurrentBudget => AmountRole::Level,
            Self::OperatingChange => AmountRole::Change,
            Self::EstimatedGain => AmountRole::Saving,
            Self::InvestmentNeed => AmountRole::Cost,
        }
    }

    /// Returns this row's entry in a year.
    #[must_use]
    pub fn of(self, year: &ProposalYear) -> &Entry<Amount> {
        match self {
            Self::CurrentBudget => &year.current_budget,
            Self::OperatingChange => &year.operating_change,
            Self::EstimatedGain => &year.estimated_gain,
            Self::InvestmentNeed => &year.investment_need,
        }
    }

    /// Returns this row's entry in a year, to be changed.
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
    /// Returns Ændringsforslag i alt in kroner: operating change + estimated gain + investment need; minus = saves. The
    /// current budget is no part of it.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let isafjord = lejre.proposal("Isafjord");
    /// // -450 / -650 / -650 / -650, and no investment.
    /// assert_eq!(isafjord.years[0].net_change(), Total::from(Amount::from_kroner(-450_000)));
    /// assert_eq!(isafjord.years[1].net_change(), Total::from(Amount::from_kroner(-650_000)));
    /// ```
    ///
    /// A saving and an investment of the same size are a known zero. A column without a change is blank, also where it
    /// has a budget:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let ophold = lejre.proposal("§108");
    /// assert_eq!(ophold.years[0].net_change(), Total::ZERO);
    ///
    /// let mut year = ProposalYear::default();
    /// year.current_budget = Entry::Value(Amount::from_kroner(19_024_000));
    /// assert_eq!(year.net_change(), Total::Blank);
    /// ```
    #[must_use]
    pub fn net_change(&self) -> Total {
        Total::of(AmountRow::CHANGES.map(|row| row.of(self)))
    }

    /// Returns the budget after the change, in kroner; `None` where no current budget is given.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let horseager = lejre.proposal("Horseager");
    /// // 1.213 less 983, in thousands.
    /// assert_eq!(horseager.years[0].budget_after(), Some(Total::from(Amount::from_kroner(230_000))));
    /// assert_eq!(lejre.proposal("Isafjord").years[0].budget_after(), None);
    /// ```
    ///
    /// A budget without a change stays as it is:
    ///
    /// ```
    /// use raaderum::domain::{Amount, Entry, ProposalYear, Total};
    ///
    /// let budget = Amount::from_kroner(19_024_000);
    /// let year = ProposalYear { current_budget: Entry::Value(budget), ..ProposalYear::default() };
    /// assert_eq!(year.budget_after(), Some(Total::from(budget)));
    /// ```
    #[must_use]
    pub fn budget_after(&self) -> Option<Total> {
        Total::of_typed(&self.current_budget).map(|budget| budget + self.net_change())
    }

    /// Returns the change in per cent of the current budget, rounded to one decimal, halves away from zero; nothing
    /// else rounds a percentage. Minus = lower net expenditure. `None` where the budget or the change is unknown, or
    /// the budget is 0.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// use raaderum::danish::print_percent;
    ///
    /// let jobcenter = lejre.proposal("Jobcentret");
    /// assert_eq!(print_percent(jobcenter.years[0].change_percent().unwrap()), "−3,7 %");
    /// let horseager = lejre.proposal("Horseager");
    /// assert_eq!(print_percent(horseager.years[0].change_percent().unwrap()), "−81,0 %");
    /// assert_eq!(print_percent(horseager.years[1].change_percent().unwrap()), "−97,5 %");
    /// ```
    ///
    /// Where the budget is an income, and so negative, more income still has a minus:
    ///
    /// ```
    /// use raaderum::danish::print_percent;
    /// use raaderum::domain::{Amount, Entry, ProposalYear};
    ///
    /// let thousands = |of: i64| Entry::Value(Amount::from_kroner(of * 1_000));
    /// let more_income = ProposalYear {
    ///     current_budget: thousands(-2_000),
    ///     estimated_gain: thousands(-100),
    ///     ..ProposalYear::default()
    /// };
    /// assert_eq!(print_percent(more_income.change_percent().unwrap()), "−5,0 %");
    /// ```
    ///
    /// There are no per cent of nothing:
    ///
    /// ```
    /// use raaderum::domain::{Amount, Entry, ProposalYear};
    ///
    /// let new_task = ProposalYear {
    ///     current_budget: Entry::Value(Amount::ZERO),
    ///     operating_change: Entry::Value(Amount::from_kroner(300_000)),
    ///     ..ProposalYear::default()
    /// };
    /// assert_eq!(new_task.change_percent(), None);
    /// ```
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
    /// Returns whether no change is filled in, in any year. Text that cannot be read is filled in.
    #[must_use]
    pub fn has_no_amount(&self) -> bool {
        let is_blank = |year: &ProposalYear| {
            let mut rows = AmountRow::CHANGES.into_iter();
            rows.all(|row| row.of(year).is_blank())
        };
        self.years.iter().all(is_blank)
    }

    /// Returns Ændringsforslag i alt in each of the proposal's years, in kroner; minus = saves.
    #[must_use]
    pub fn net_change_by_year(&self) -> [Total; YEARS] {
        self.years.each_ref().map(ProposalYear::net_change)
    }

    /// Returns every text of the proposal: the head's, and the sections'.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let head = [&self.heading, &self.department, &self.appropriations];
        head.into_iter().chain(&self.sections).map(String::as_str)
    }

    /// Returns an empty form for a budget year.
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

    /// Returns the proposal with what sums over a catalogue depend on: two that differ in their texts or the time of their last
    /// change are the same.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let isafjord = lejre.proposal("Isafjord");
    /// let mut changed = isafjord.clone();
    /// changed.heading = "Isafjord lukkes".to_owned();
    /// assert_eq!(changed.for_sums(), isafjord.for_sums());
    /// assert_eq!(changed.for_sums().net_change_total(), isafjord.net_change_total());
    /// changed.enter(ProposalField::Amount(AmountRow::EstimatedGain, 0), "-500");
    /// assert_ne!(changed.for_sums(), isafjord.for_sums());
    /// ```
    #[must_use]
    pub fn for_sums(&self) -> Self {
        Self {
            department: self.department.clone(),
            kinds: self.kinds.clone(),
            price_level: self.price_level.clone(),
            years: self.years.clone(),
            ..Self::blank(self.id, Timestamp::UNIX_EPOCH, self.first_year.clone())
        }
    }

    /// Returns the proposal as it is published: what its public fields hold, and nothing else. Sums that a source
    /// stated and dismissed advice are not public.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut proposal = lejre.proposal("Isafjord");
    /// proposal.stated.net_change_total = Entry::Value(Amount::from_kroner(-2_500_000));
    /// let public = proposal.published();
    /// assert_eq!(public.heading, proposal.heading);
    /// assert_eq!(public.net_change_total(), proposal.net_change_total());
    /// assert!(public.stated.net_change_total.is_blank());
    /// ```
    #[must_use]
    pub fn published(&self) -> Self {
        let mut public = Self::blank(self.id, self.changed_at, Entry::Blank);
        public.copy_fields(self, Description::is_public);
        public
    }

    /// Returns the calendar year of a column, 0 for the budget year; `None` where the budget year is blank or cannot be
    /// read.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut proposal = lejre.blank_proposal();
    /// assert_eq!(proposal.year(3), Year::new(2027));
    /// proposal.enter(ProposalField::FirstYear, "2024-2027");
    /// assert_eq!(proposal.year(0), None);
    /// ```
    #[must_use]
    pub fn year(&self, index: usize) -> Option<Year> {
        self.first_year.value().map(|first| first.plus(index))
    }

    /// Returns the budget lines that were typed, without the empty lines between them. A line need not have a number.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut proposal = lejre.blank_proposal();
    /// proposal.enter(ProposalField::Appropriations, "3.20.35 Familiehuset\n\n Værestedet Horseager ");
    /// let lines: Vec<&str> = proposal.appropriation_lines().collect();
    /// assert_eq!(lines, ["3.20.35 Familiehuset", "Værestedet Horseager"]);
    /// ```
    pub fn appropriation_lines(&self) -> impl Iterator<Item = &str> {
        self.appropriations
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
    }

    /// Returns one row of the table added up over the four years, in kroner; `None` where the whole row is blank.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let isafjord = lejre.proposal("Isafjord");
    /// let gain = isafjord.row_total(AmountRow::EstimatedGain);
    /// assert_eq!(gain, Some(Total::from(Amount::from_kroner(-2_400_000))));
    /// assert_eq!(isafjord.row_total(AmountRow::InvestmentNeed), None);
    /// ```
    #[must_use]
    pub fn row_total(&self, row: AmountRow) -> Option<Total> {
        let mut entries = self.years.iter().map(|year| row.of(year));
        entries
            .any(|entry| !entry.is_blank())
            .then(|| Total::of(self.years.iter().map(|year| row.of(year))))
    }

    /// Returns Ændringsforslag i alt over the four years, in kroner; minus = saves.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let totals = lejre.proposals().into_values().map(Proposal::net_change_total);
    /// // All eight of Lejre: -29.932 thousand.
    /// assert_eq!(totals.sum::<Total>(), Total::from(Amount::from_kroner(-29_932_000)));
    /// ```
    ///
    /// One cell that cannot be read leaves the sum open:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut isafjord = lejre.proposal("Isafjord");
    /// isafjord.enter(ProposalField::Amount(AmountRow::EstimatedGain, 3), "ca. -650");
    /// assert_eq!(isafjord.net_change_total(), Total::Incomplete);
    /// ```
    #[must_use]
    pub fn net_change_total(&self) -> Total {
        self.years.iter().map(ProposalYear::net_change).sum()
    }

    /// Returns whether any year has an amount that changes the budget, readable or not. A current budget alone changes
    /// nothing:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut proposal = lejre.blank_proposal();
    /// proposal.enter(ProposalField::Amount(AmountRow::CurrentBudget, 0), "1.213");
    /// assert!(!proposal.has_amount());
    /// proposal.enter(ProposalField::Amount(AmountRow::EstimatedGain, 0), "1.5");
    /// assert!(proposal.has_amount());
    /// ```
    #[must_use]
    pub fn has_amount(&self) -> bool {
        !self.net_change_total().is_blank()
    }

    /// Returns the calendar years that the form covers; none where the budget year is blank or cannot be read.
    pub fn calendar_years(&self) -> impl Iterator<Item = Year> + use<'_> {
        (0..YEARS).filter_map(|index| self.year(index))
    }

    /// Returns Ændringsforslag i alt in a calendar year, in kroner; minus = saves. Incomplete where the form has
    /// amounts and no budget year that can be read. `None` where the form does not cover the year.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let isafjord = lejre.proposal("Isafjord");
    /// let change = |year| isafjord.net_change_in(Year::new(year).unwrap());
    /// assert_eq!(change(2024), Some(Total::from(Amount::from_kroner(-450_000))));
    /// assert_eq!(change(2028), None);
    /// ```
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut isafjord = lejre.proposal("Isafjord");
    /// isafjord.first_year = Entry::Blank;
    /// assert_eq!(isafjord.net_change_in(Year::new(2024).unwrap()), Some(Total::Incomplete));
    /// ```
    #[must_use]
    pub fn net_change_in(&self, year: Year) -> Option<Total> {
        if self.first_year.value().is_none() {
            return self.has_amount().then_some(Total::Incomplete);
        }
        let mut columns = self.years.iter().enumerate();
        let (_, column) = columns.find(|(index, _)| self.year(*index) == Some(year))?;
        Some(column.net_change())
    }

    /// Returns the text of a section.
    #[must_use]
    pub fn section(&self, section: Section) -> &str {
        self.sections
            .get(section.index())
            .map_or("", String::as_str)
    }
}
