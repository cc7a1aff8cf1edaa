//! The names of the forms' fields, rows and columns, as printed on the originals.

use crate::checks::{Advice, AdviceReason};
use crate::danish::{self, AmountUnit, month_name, print_amount};
use crate::domain::{
    ActionPlan, Amount, AmountRow, Catalogue, CatalogueField, ChangeKind, DocumentKind, Entry,
    HeadField, Month, PlanField, Proposal, ProposalField, ProposalStatus, RelationKind, RowText,
    Section, StaffRow, StatedFigure, Year,
};

/// The name of the form, or of the catalogue.
#[must_use]
pub fn form(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Proposal => "Reduktionsforslag",
        DocumentKind::ActionPlan => "Handleplan",
        DocumentKind::Catalogue => "Råderumskatalog",
    }
}

/// A row of amounts.
#[must_use]
pub fn amount_row(row: AmountRow) -> &'static str {
    match row {
        AmountRow::CurrentBudget => "Nuværende budget",
        AmountRow::OperatingChange => "Budgetændring – drift",
        AmountRow::EstimatedGain => "Estimeret gevinst",
        AmountRow::InvestmentNeed => "Investeringsbehov",
    }
}

pub const NET_CHANGE: &str = "Ændringsforslag i alt";
pub const BUDGET_AFTER: &str = "Budget efter ændring";
pub const CHANGE_PERCENT: &str = "Ændring i procent";
pub const STAFF: &str = "Personalekonsekvenser";
pub const KINDS: &str = "Ændringen vedrører";

/// A row under Personalekonsekvenser.
#[must_use]
pub fn staff_row(row: StaffRow) -> &'static str {
    match row {
        StaffRow::EmployeesAffected => "Berørte antal medarbejdere",
        StaffRow::FullTimeEquivalents => "Ændring i antal årsværk",
    }
}

/// What a proposal is.
#[must_use]
pub fn kind(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Efficiency => "Effektivisering",
        ChangeKind::Investment => "Investering",
        ChangeKind::Saving => "Besparelse",
        ChangeKind::AdditionalRevenue => "Merindtægt",
    }
}

/// A text section of a proposal, without its number.
#[must_use]
pub fn section(section: Section) -> &'static str {
    match section {
        Section::Summary => "Kort resumé af forslaget",
        Section::Reduction => "Reduktionsforslag",
        Section::Investment => "Investeringsbehov (evt.)",
        Section::Consequences => "Konsekvenser ved forslaget",
        Section::TimeHorizon => "Tidshorisont",
        Section::RelatedContributions => "Sammenhæng til andre bidrag (evt.)",
        Section::RelevantDocuments => "Relevante dokumenter",
    }
}

/// A field of a plan's head.
#[must_use]
pub fn head(field: HeadField) -> &'static str {
    match field {
        HeadField::Year => "Handleplan for året",
        HeadField::Department => DEPARTMENT,
        HeadField::DepartmentResponsible => "Ansvarlig for centeret",
        HeadField::Unit => "Virksomhed / område",
        HeadField::UnitResponsible => "Ansvarlig for virksomheden / området",
        HeadField::StartedOn => "Opstart af handleplan",
        HeadField::OverspendAtStart => "Forventet merforbrug ved opstart af handleplan",
        HeadField::UpdatedOn => "Opdateret",
        HeadField::OverspendAtUpdate => "Forventet merforbrug ved sidste opdatering",
        HeadField::CarriedOver => "Overført merforbrug fra sidste år",
        HeadField::Cause => "Årsag til merforbrug",
        HeadField::Appropriation => "Ansøgt tillægsbevilling",
        HeadField::AppropriationFinancing => "Finansiering af tillægsbevillingen",
        HeadField::CaseNumber => "Sagsnummer",
    }
}

pub const TO_COVER: &str = "At dække i alt";
pub const REMAINING: &str = "Mangler efter tillægsbevilling";
pub const PLANNED: &str = "Planlagt";
pub const REALISED: &str = "Realiseret";
pub const DEVIATION: &str = "Afvigelse";
pub const EXPECTED: &str = "Forventet hele året";
pub const PRICE_LEVEL: &str = "Prisniveau";
pub const REIMBURSEMENT: &str = "Refusion";
pub const STATE_SHARE: &str = "Statens andel";
pub const GROSS: &str = "Brutto";

pub const FORECAST: &str = "Forventet merforbrug efter denne opdatering";

/// A text of a focus area.
#[must_use]
pub fn row_text(text: RowText) -> &'static str {
    match text {
        RowText::Area => "Indsatsområde",
        RowText::Goal => "Konkrete mål",
        RowText::Action => "Handling og indsats",
        RowText::Consequences => "Konsekvenser",
    }
}

/// A month.
#[must_use]
pub fn month(month: Month) -> &'static str {
    month_name(month)
}

/// A month at the head of a column.
#[must_use]
pub fn month_short(month: Month) -> &'static str {
    danish::month_short(month)
}

/// `Indsats 1`, the first being 0.
#[must_use]
pub fn focus_area(position: usize) -> String {
    format!("Indsats {}", position + 1)
}

pub const ALL_FOCUS_AREAS: &str = "Alle indsatser";
pub const TOTAL: &str = "i alt";

/// The head of a proposal's column: the year, or its place while the budget year cannot be read.
#[must_use]
pub fn year_column(first_year: &Entry<Year>, index: usize) -> String {
    match first_year.value() {
        Some(first) => first.plus(index).number().to_string(),
        None => format!("{}. år", index + 1),
    }
}

/// The head of the sum column: `2024-2027`.
#[must_use]
pub fn all_years(first_year: &Entry<Year>) -> String {
    match first_year.value() {
        Some(first) => format!("{}-{}", first.number(), first.plus(3).number()),
        None => "i alt".to_owned(),
    }
}

/// The sum of a row over the four years. The name does not contain that of a single year's figure, so that who
/// looks for the one does not find the other.
#[must_use]
pub fn of_all_years(row: &str) -> String {
    format!("{row}, alle år")
}

/// A field of a proposal as the summary of errors and advice names it.
#[must_use]
pub fn proposal_field(proposal: &Proposal, field: ProposalField) -> String {
    let column = |label: &str, year| format!("{label} {}", year_column(&proposal.first_year, year));
    match field {
        ProposalField::Heading => HEADING.to_owned(),
        ProposalField::Department => DEPARTMENT.to_owned(),
        ProposalField::Appropriations => APPROPRIATIONS.to_owned(),
        ProposalField::Kinds => KINDS.to_owned(),
        ProposalField::FirstYear => FIRST_YEAR.to_owned(),
        ProposalField::PriceLevel => PRICE_LEVEL.to_owned(),
        ProposalField::Reimbursement => REIMBURSEMENT.to_owned(),
        ProposalField::Stated(StatedFigure::Row(row)) => stated(&of_all_years(amount_row(row))),
        ProposalField::Stated(StatedFigure::NetChange(year)) => stated(&column(NET_CHANGE, year)),
        ProposalField::Stated(StatedFigure::NetChangeTotal) => stated(&of_all_years(NET_CHANGE)),
        ProposalField::Amount(row, year) => column(amount_row(row), year),
        ProposalField::Staff(row, year) => column(staff_row(row), year),
        ProposalField::Section(section_of_form) => section(section_of_form).to_owned(),
    }
}

/// `Indsats 1 realiseret i marts`: no other name contains it.
#[must_use]
pub fn realised(row: &str, of_year: Month) -> String {
    format!("{row} realiseret i {}", month(of_year))
}

/// A sum as the source of a pasted table states it.
fn stated(figure: &str) -> String {
    format!("Indsat sum: {figure}")
}

/// A field of a plan as the summary of errors and advice names it.
#[must_use]
pub fn plan_field(plan: &ActionPlan, field: PlanField) -> String {
    let position = match field {
        PlanField::Head(_) => None,
        PlanField::Text(row, _)
        | PlanField::Effect(row, _)
        | PlanField::Realised(row, _)
        | PlanField::StatedTotal(row) => plan.position(row),
    };
    let row = focus_area(position.unwrap_or_default());
    match field {
        PlanField::Head(field) => head(field).to_owned(),
        PlanField::Text(_, text) => format!("{row}: {}", row_text(text)),
        PlanField::Effect(_, of_year) => format!("{row} {}", month(of_year)),
        PlanField::Realised(_, of_year) => realised(&row, of_year),
        PlanField::StatedTotal(_) => stated(&format!("{row} {TOTAL}")),
    }
}

/// What advice about a plan is about, as the summary names it. Amounts that are those of another row are about the whole
/// row: the month in which its amounts begin says nothing.
#[must_use]
pub fn plan_advice(plan: &ActionPlan, advice: &Advice<PlanField>) -> String {
    match (advice.field, &advice.reason) {
        (PlanField::Effect(row, _), AdviceReason::SameAmountsAsRow(..)) => {
            focus_area(plan.position(row).unwrap_or_default())
        }
        (field, _) => plan_field(plan, field),
    }
}

pub const STATUS: &str = "Status";
pub const OUTCOME: &str = "Hvad blev der af det?";
pub const TARGET: &str = "Måltal";
pub const WEAKENING: &str = "Forslagene overlapper hinanden";
pub const FIRST_YEAR: &str = "Budgetår";
pub const DEPARTMENT: &str = "Center";
pub const HEADING: &str = "Overskrift";
pub const APPROPRIATIONS: &str = "Bevilling";

/// Where a proposal is on its way to a decision.
#[must_use]
pub fn status(status: ProposalStatus) -> &'static str {
    match status {
        ProposalStatus::Draft => "kladde",
        ProposalStatus::Proposed => "til behandling",
        ProposalStatus::Consultation => "i høring",
        ProposalStatus::Amended => "ændret",
        ProposalStatus::Adopted => "vedtaget",
        ProposalStatus::PartlyAdopted => "delvist vedtaget",
        ProposalStatus::Cancelled => "annulleret",
    }
}

/// How one proposal relates to another; it stands between the two.
#[must_use]
pub fn relation(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Requires => "kræver",
        RelationKind::Excludes => "udelukker",
        RelationKind::Weakens => "overlapper",
    }
}

/// A field of a catalogue as the summary of errors names it. Rows are counted from 1: proposals by their number in the
/// catalogue, the others by their place in their list.
#[must_use]
pub fn catalogue_field(catalogue: &Catalogue, field: CatalogueField) -> String {
    let column =
        |label: &str, year| format!("{label} {}", year_column(&catalogue.first_year, year));
    let numbered = |label: &str, place: Option<usize>| match place {
        Some(place) => format!("{label} {}", place + 1),
        None => label.to_owned(),
    };
    let relation = |id| {
        let mut relations = catalogue.relations.iter();
        numbered(
            "Sammenhæng",
            relations.position(|relation| relation.id == id),
        )
    };
    match field {
        CatalogueField::Title => "Titel".to_owned(),
        CatalogueField::Municipality => "Kommune".to_owned(),
        CatalogueField::FirstYear => FIRST_YEAR.to_owned(),
        CatalogueField::Stage => "Fase".to_owned(),
        CatalogueField::PriceLevel => PRICE_LEVEL.to_owned(),
        CatalogueField::HearingFrom => "Høring fra".to_owned(),
        CatalogueField::HearingTo => "Høring til".to_owned(),
        CatalogueField::Introduction => "Indledning".to_owned(),
        CatalogueField::Target(year) => column(TARGET, year),
        CatalogueField::Outcome(proposal) => {
            let place = catalogue.number(proposal).map(|number| number - 1);
            format!("{}: {OUTCOME}", numbered("Forslag", place))
        }
        CatalogueField::GroupName(id) => {
            let mut groups = catalogue.variant_groups.iter();
            numbered("Varianter", groups.position(|group| group.id == id))
        }
        CatalogueField::Weakening(id, year) => column(&format!("{}: overlap", relation(id)), year),
        CatalogueField::Note(id) => format!("{}: begrundelse", relation(id)),
        CatalogueField::PackageName(id) => {
            let mut packages = catalogue.packages.iter();
            numbered("Pakke", packages.position(|package| package.id == id))
        }
    }
}

/// Screen readers skip the sign that is printed.
pub(super) fn spoken(amount: Amount, unit: AmountUnit) -> String {
    if amount.is_saving() {
        format!("minus {}", print_amount(-amount, unit))
    } else {
        print_amount(amount, unit)
    }
}

pub const ROW: &str = "Post";
