use super::{AmountRow, Section, StaffRow, StatedFigure, YEARS};

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

    /// A name for the field, unique in the form: letters, digits and hyphens. Dismissed advice names its field so
    /// in files, too: a name never changes.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Heading => "heading".to_owned(),
            Self::Department => "department".to_owned(),
            Self::Appropriations => "appropriations".to_owned(),
            Self::Kinds => "kinds".to_owned(),
            Self::FirstYear => "first-year".to_owned(),
            Self::PriceLevel => "price-level".to_owned(),
            Self::Reimbursement => "reimbursement".to_owned(),
            Self::Amount(row, year) => format!("{}-{year}", amount_row(row)),
            Self::Stated(StatedFigure::Row(row)) => format!("stated-{}", amount_row(row)),
            Self::Stated(StatedFigure::NetChange(year)) => format!("stated-net-change-{year}"),
            Self::Stated(StatedFigure::NetChangeTotal) => "stated-net-change".to_owned(),
            Self::Staff(StaffRow::EmployeesAffected, year) => format!("employees-affected-{year}"),
            Self::Staff(StaffRow::FullTimeEquivalents, year) => {
                format!("full-time-equivalents-{year}")
            }
            Self::Section(section) => format!("section-{}", section.index() + 1),
        }
    }
}

fn amount_row(row: AmountRow) -> &'static str {
    match row {
        AmountRow::CurrentBudget => "current-budget",
        AmountRow::OperatingChange => "operating-change",
        AmountRow::EstimatedGain => "estimated-gain",
        AmountRow::InvestmentNeed => "investment-need",
    }
}
