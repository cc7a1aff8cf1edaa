use super::{AmountRow, Proposal, Section, StaffRow, StatedFigure, YEARS};
use crate::domain::Audience::{Public, Staff};
use crate::domain::field::{Access, Row, described, row_of};
use crate::domain::{AmountRole, Description, FieldKind, Fields, FormField, Period, Slot, SlotMut};
use ProposalField as F;

/// A field of the proposal form. Years are counted from 0, the budget year.
///
/// ```
/// use raaderum::domain::{AmountRow, FormField, ProposalField, Section};
///
/// // Names stand in files with dismissed advice, so they never change. Sections are counted from 1, as on the form.
/// assert_eq!(ProposalField::Amount(AmountRow::EstimatedGain, 3).name(), "estimated-gain-3");
/// assert_eq!(ProposalField::Section(Section::Summary).name(), "section-1");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProposalField {
    /// Overskrift.
    Heading,
    /// Center.
    Department,
    /// Bevilling.
    Appropriations,
    /// Ændringen vedrører.
    Kinds,
    /// The budget year.
    FirstYear,
    /// Prisniveau.
    PriceLevel,
    /// Refusion.
    Reimbursement,
    /// An amount of the table.
    Amount(AmountRow, usize),
    /// A sum, as the source of a pasted table states it.
    Stated(StatedFigure),
    /// A figure under Personalekonsekvenser.
    Staff(StaffRow, usize),
    /// A text section.
    Section(Section),
}

impl ProposalField {
    /// Returns every field, in the order of the form.
    ///
    /// ```
    /// use raaderum::domain::{AmountRow, ProposalField};
    ///
    /// let all: Vec<ProposalField> = ProposalField::all().collect();
    /// assert_eq!(all.first(), Some(&ProposalField::Heading));
    /// let amounts = all.iter().filter(|field| matches!(field, ProposalField::Amount(..)));
    /// assert_eq!(amounts.count(), 4 * AmountRow::ALL.len());
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        let head = HEAD.iter().map(|row| row.field);
        let amounts = AmountRow::ALL
            .into_iter()
            .flat_map(|row| (0..YEARS).map(move |year| Self::Amount(row, year)));
        let staff = StaffRow::ALL
            .into_iter()
            .flat_map(|row| (0..YEARS).map(move |year| Self::Staff(row, year)));
        head.chain(amounts)
            .chain(StatedFigure::all().map(Self::Stated))
            .chain(staff)
            .chain(Section::ALL.into_iter().map(Self::Section))
    }

    /// Returns the fields of a year's column of the tables, in the order of the form.
    ///
    /// ```
    /// use raaderum::domain::{AmountRow, ProposalField, StaffRow};
    ///
    /// let mut column = ProposalField::of_year(3);
    /// assert_eq!(column.next(), Some(ProposalField::Amount(AmountRow::CurrentBudget, 3)));
    /// assert_eq!(column.last(), Some(ProposalField::Staff(StaffRow::FullTimeEquivalents, 3)));
    /// ```
    pub fn of_year(year: usize) -> impl Iterator<Item = Self> {
        let amounts = AmountRow::ALL.map(|row| Self::Amount(row, year));
        let staff = StaffRow::ALL.map(|row| Self::Staff(row, year));
        amounts.into_iter().chain(staff)
    }
}

/// The fields that are there once.
static HEAD: &[Row<Proposal, ProposalField>] = &[
    Row::new(
        F::Heading,
        "heading",
        FieldKind::Line,
        Public,
        Access::Text(|of| &of.heading, |of| &mut of.heading),
    ),
    Row::new(
        F::Department,
        "department",
        FieldKind::Line,
        Public,
        Access::Text(|of| &of.department, |of| &mut of.department),
    ),
    Row::new(
        F::Appropriations,
        "appropriations",
        FieldKind::Text,
        Public,
        Access::Text(|of| &of.appropriations, |of| &mut of.appropriations),
    ),
    Row::new(
        F::Kinds,
        "kinds",
        FieldKind::ChangeKinds,
        Public,
        Access::ChangeKinds(|of| &of.kinds, |of| &mut of.kinds),
    ),
    Row::new(
        F::FirstYear,
        "first-year",
        FieldKind::Year,
        Public,
        Access::Year(|of| &of.first_year, |of| &mut of.first_year),
    ),
    Row::new(
        F::PriceLevel,
        "price-level",
        FieldKind::PriceLevel,
        Public,
        Access::Year(|of| &of.price_level, |of| &mut of.price_level),
    ),
    Row::new(
        F::Reimbursement,
        "reimbursement",
        FieldKind::Rate,
        Public,
        Access::Rate(|of| &of.reimbursement, |of| &mut of.reimbursement),
    ),
];

impl FormField for ProposalField {
    fn describe(self) -> Description {
        let stated = |name, role| {
            let kind = FieldKind::Amount(role, Period::Whole);
            Description::new(name, kind, Staff).stated()
        };
        match self {
            Self::Amount(row, year) => {
                let name = match row {
                    AmountRow::CurrentBudget => "current-budget",
                    AmountRow::OperatingChange => "operating-change",
                    AmountRow::EstimatedGain => "estimated-gain",
                    AmountRow::InvestmentNeed => "investment-need",
                };
                let kind = FieldKind::Amount(row.role(), Period::BudgetYear);
                Description::new(name, kind, Public).numbered(year)
            }
            Self::Stated(StatedFigure::Row(row)) => {
                let name = match row {
                    AmountRow::CurrentBudget => "stated-current-budget",
                    AmountRow::OperatingChange => "stated-operating-change",
                    AmountRow::EstimatedGain => "stated-estimated-gain",
                    AmountRow::InvestmentNeed => "stated-investment-need",
                };
                stated(name, row.role())
            }
            Self::Stated(StatedFigure::NetChange(year)) => {
                stated("stated-net-change", AmountRole::Change).numbered(year)
            }
            Self::Stated(StatedFigure::NetChangeTotal) => {
                stated("stated-net-change", AmountRole::Change)
            }
            Self::Staff(row, year) => {
                let (name, kind) = match row {
                    StaffRow::EmployeesAffected => ("employees-affected", FieldKind::People),
                    StaffRow::FullTimeEquivalents => {
                        ("full-time-equivalents", FieldKind::Positions)
                    }
                };
                Description::new(name, kind, Public).numbered(year)
            }
            Self::Section(section) => {
                let number = section.index() + 1;
                Description::new("section", FieldKind::Text, Public).numbered(number)
            }
            once => described(HEAD, once),
        }
    }
}

impl Fields for Proposal {
    type Field = ProposalField;

    fn fields(&self) -> Vec<ProposalField> {
        ProposalField::all().collect()
    }

    fn slot(&self, field: ProposalField) -> Option<Slot<'_>> {
        Some(match field {
            ProposalField::Amount(row, year) => Slot::Amount(row.of(self.years.get(year)?)),
            ProposalField::Stated(figure) => Slot::Amount(self.stated.of(figure)?),
            ProposalField::Staff(StaffRow::EmployeesAffected, year) => {
                Slot::People(&self.years.get(year)?.employees_affected)
            }
            ProposalField::Staff(StaffRow::FullTimeEquivalents, year) => {
                Slot::Positions(&self.years.get(year)?.full_time_equivalents)
            }
            ProposalField::Section(section) => Slot::Text(self.sections.get(section.index())?),
            once => row_of(HEAD, once)?.slot(self),
        })
    }

    fn slot_mut(&mut self, field: ProposalField) -> Option<SlotMut<'_>> {
        Some(match field {
            ProposalField::Amount(row, year) => {
                SlotMut::Amount(row.of_mut(self.years.get_mut(year)?))
            }
            ProposalField::Stated(figure) => SlotMut::Amount(self.stated.of_mut(figure)?),
            ProposalField::Staff(StaffRow::EmployeesAffected, year) => {
                SlotMut::People(&mut self.years.get_mut(year)?.employees_affected)
            }
            ProposalField::Staff(StaffRow::FullTimeEquivalents, year) => {
                SlotMut::Positions(&mut self.years.get_mut(year)?.full_time_equivalents)
            }
            ProposalField::Section(section) => {
                SlotMut::Text(self.sections.get_mut(section.index())?)
            }
            once => row_of(HEAD, once)?.slot_mut(self),
        })
    }
}
