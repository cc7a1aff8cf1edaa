//! What stands below a field's label, to say how it is filled in.

use super::plan::updates::date_hint;
use crate::domain::{CatalogueField, HeadField, PlanField, ProposalField};

const FIRST_YEAR: &str = "De tre følgende år er overslagsår.";
const APPROPRIATIONS: &str = "Én pr. linje, fx 3.20.35 Familiehuset";
const KINDS: &str = "Sæt kryds, gerne flere";
const REIMBURSEMENT: &str = "Statens andel, fx 50 %. Tabellens beløb er kommunens egne (netto).";
const KRONER: &str = "Beløb i kr., fx 1.586.691 eller 26,1 mio.";
const CARRIED_OVER: &str = "Lægges oven i årets merforbrug, når det skal dækkes, fx 1.200.000";
const APPROPRIATION: &str = "Det beløb, byrådet søges om, fx 14,5 mio.";
const FINANCING: &str = "Hvor pengene skal komme fra";
const STAGE: &str = "Hvor budgettet er nået til, fx Høring";

/// Returns the hint to a field of a proposal; `year` is that of the examples in it.
#[must_use]
pub fn proposal_field(field: ProposalField, year: i32) -> Option<String> {
    let hint = match field {
        ProposalField::Appropriations => APPROPRIATIONS,
        ProposalField::Kinds => KINDS,
        ProposalField::FirstYear => FIRST_YEAR,
        ProposalField::PriceLevel => return Some(price_level_hint(year)),
        ProposalField::Reimbursement => REIMBURSEMENT,
        ProposalField::Heading
        | ProposalField::Department
        | ProposalField::Amount(..)
        | ProposalField::Stated(_)
        | ProposalField::Staff(..)
        | ProposalField::Section(_) => return None,
    };
    Some(hint.to_owned())
}

/// Returns the hint to a field of a plan; `year` is that of the examples in it.
#[must_use]
pub fn plan_field(field: PlanField, year: i32) -> Option<String> {
    let PlanField::Head(field) = field else {
        return None;
    };
    let hint = match field {
        HeadField::StartedOn | HeadField::UpdatedOn => return Some(date_hint(year)),
        HeadField::OverspendAtStart | HeadField::OverspendAtUpdate => KRONER,
        HeadField::CarriedOver => CARRIED_OVER,
        HeadField::Appropriation => APPROPRIATION,
        HeadField::AppropriationFinancing => FINANCING,
        HeadField::Year
        | HeadField::Department
        | HeadField::DepartmentResponsible
        | HeadField::Unit
        | HeadField::UnitResponsible
        | HeadField::Cause
        | HeadField::CaseNumber => return None,
    };
    Some(hint.to_owned())
}

/// Returns the hint to a field of a catalogue; `year` is that of the examples in it.
#[must_use]
pub fn catalogue_field(field: CatalogueField, year: i32) -> Option<String> {
    let hint = match field {
        CatalogueField::FirstYear => FIRST_YEAR,
        CatalogueField::Stage => STAGE,
        CatalogueField::PriceLevel => return Some(price_level_hint(year)),
        CatalogueField::HearingFrom | CatalogueField::HearingTo => return Some(date_hint(year)),
        CatalogueField::Title
        | CatalogueField::Municipality
        | CatalogueField::Introduction
        | CatalogueField::Target(_)
        | CatalogueField::Outcome(_)
        | CatalogueField::GroupName(_)
        | CatalogueField::Weakening(..)
        | CatalogueField::Note(_)
        | CatalogueField::PackageName(_) => return None,
    };
    Some(hint.to_owned())
}

/// How the price level is typed, with a year as the example.
#[must_use]
pub fn price_level_hint(year: i32) -> String {
    format!("Det år, hvis priser beløbene er i, fx {year}-pl")
}
