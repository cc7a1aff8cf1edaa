use super::{AmountRow, Proposal, Section, StaffRow, StatedFigure, YEARS};
use crate::domain::{
    AmountRole, Audience, Description, FieldKind, Fields, FormField, Period, Slot, SlotMut,
};

/// A place in the proposal form that somebody fills in. Years are counted from 0, the budget year.
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
    /// Every field, in the order of the form.
    pub fn all() -> impl Iterator<Item = Self> {
        let head = [
            Self::Heading,
            Self::Department,
            Self::Appropriations,
            Self::Kinds,
            Self::FirstYear,
            Self::PriceLevel,
            Self::Reimbursement,
        ];
        let amounts = AmountRow::ALL
            .into_iter()
            .flat_map(|row| (0..YEARS).map(move |year| Self::Amount(row, year)));
        let staff = StaffRow::ALL
            .into_iter()
            .flat_map(|row| (0..YEARS).map(move |year| Self::Staff(row, year)));
        head.into_iter()
            .chain(amounts)
            .chain(StatedFigure::all().map(Self::Stated))
            .chain(staff)
            .chain(Section::ALL.into_iter().map(Self::Section))
    }
}

impl FormField for ProposalField {
    fn describe(self) -> Description {
        use Audience::{Public, Staff};
        let text = |name| Description::new(name, FieldKind::Text, Public);
        let stated = |name, role| {
            let kind = FieldKind::Amount(role, Period::Whole);
            Description::new(name, kind, Staff).stated()
        };
        match self {
            Self::Heading => text("heading"),
            Self::Department => text("department"),
            Self::Appropriations => text("appropriations"),
            Self::Kinds => Description::new("kinds", FieldKind::ChangeKinds, Public),
            Self::FirstYear => Description::new("first-year", FieldKind::Year, Public),
            Self::PriceLevel => Description::new("price-level", FieldKind::PriceLevel, Public),
            Self::Reimbursement => Description::new("reimbursement", FieldKind::Rate, Public),
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
            Self::Section(section) => text("section").numbered(section.index() + 1),
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
            ProposalField::Heading => Slot::Text(&self.heading),
            ProposalField::Department => Slot::Text(&self.department),
            ProposalField::Appropriations => Slot::Text(&self.appropriations),
            ProposalField::Kinds => Slot::ChangeKinds(&self.kinds),
            ProposalField::FirstYear => Slot::Year(&self.first_year),
            ProposalField::PriceLevel => Slot::Year(&self.price_level),
            ProposalField::Reimbursement => Slot::Rate(&self.reimbursement),
            ProposalField::Amount(row, year) => Slot::Amount(row.of(self.years.get(year)?)),
            ProposalField::Stated(figure) => Slot::Amount(self.stated.of(figure)?),
            ProposalField::Staff(StaffRow::EmployeesAffected, year) => {
                Slot::People(&self.years.get(year)?.employees_affected)
            }
            ProposalField::Staff(StaffRow::FullTimeEquivalents, year) => {
                Slot::Positions(&self.years.get(year)?.full_time_equivalents)
            }
            ProposalField::Section(section) => Slot::Text(self.sections.get(section.index())?),
        })
    }

    fn slot_mut(&mut self, field: ProposalField) -> Option<SlotMut<'_>> {
        Some(match field {
            ProposalField::Heading => SlotMut::Text(&mut self.heading),
            ProposalField::Department => SlotMut::Text(&mut self.department),
            ProposalField::Appropriations => SlotMut::Text(&mut self.appropriations),
            ProposalField::Kinds => SlotMut::ChangeKinds(&mut self.kinds),
            ProposalField::FirstYear => SlotMut::Year(&mut self.first_year),
            ProposalField::PriceLevel => SlotMut::Year(&mut self.price_level),
            ProposalField::Reimbursement => SlotMut::Rate(&mut self.reimbursement),
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
        })
    }
}
