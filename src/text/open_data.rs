//! The names and meanings of the columns of open data. A column has the same name in every municipality and every year, so that
//! files can be put under each other.

use super::{labels, page};
use crate::domain::{Edition, Year};

/// The file with the amounts of a catalogue.
pub const AMOUNTS_FILE: &str = "beloeb";
/// The file with the proposals of a catalogue.
pub const PROPOSALS_FILE: &str = "forslag";
/// The file with the matrix of an action plan.
pub const MATRIX_FILE: &str = "indsatser";

/// The file with a catalogue and its proposals as Råderum reads them.
pub const CATALOGUE_FILE: &str = "raaderumskatalog";
/// The file with an action plan as Råderum reads it.
pub const PLAN_FILE: &str = "handleplan";
/// What those two hold.
pub const DOCUMENT_MEANING: &str = "Det samme i Råderums filformat (JSON), med alle felter, som de er skrevet. Beløb er i kroner; minus sænker kommunens nettoudgift.";

/// The name of what is described together: `raaderumskatalog-2024`
#[must_use]
pub fn package_name(of: &str, year: Option<Year>) -> String {
    match year {
        Some(year) => format!("{of}-{}", year.number()),
        None => of.to_owned(),
    }
}

/// The title of a published catalogue as open data.
#[must_use]
pub fn catalogue_title(catalogue: &str, edition: Edition) -> String {
    format!("{catalogue}, {}", page::edition(edition))
}

/// The title of the amounts of a catalogue.
#[must_use]
pub fn amounts_title(catalogue: &str) -> String {
    format!("{catalogue}: beløb pr. forslag og år")
}

/// The title of the proposals of a catalogue.
#[must_use]
pub fn proposals_title(catalogue: &str) -> String {
    format!("{catalogue}: forslag")
}

/// The title of the matrix of a plan.
#[must_use]
pub fn matrix_title(plan: &str) -> String {
    format!("{plan}: effekt pr. indsats og måned")
}

/// A column of kroner.
#[must_use]
pub fn in_kroner(label: &str) -> String {
    format!("{label} (kr.)")
}

/// The identity of a proposal.
pub const PROPOSAL_ID: &str = "Forslagsnøgle";
/// What it is.
pub const PROPOSAL_ID_MEANING: &str = "Forslagets nøgle (UUID). Den er den samme i alle udgaver.";
/// The number of a proposal in its catalogue.
pub const NUMBER: &str = "Nummer";
/// What it is.
pub const NUMBER_MEANING: &str = "Forslagets nummer i kataloget.";
/// What a proposal is called.
pub const HEADING_MEANING: &str = "Forslagets overskrift.";
/// The department of a proposal.
pub const DEPARTMENT_MEANING: &str = "Kommunens center.";
/// The appropriations of a proposal.
pub const APPROPRIATIONS_MEANING: &str = "Bevillingerne, én pr. linje.";
/// What a proposal is.
pub const KINDS_MEANING: &str = "Hvad ændringen er, adskilt af komma.";
/// The status of a proposal.
pub const STATUS_MEANING: &str = "Hvor forslaget er på vej mod en beslutning.";
/// What became of a proposal.
pub const OUTCOME_MEANING: &str = "Hvad der blev af forslaget. Tom: intet er skrevet.";
/// The variant groups of a proposal.
pub const VARIANTS: &str = "Varianter af";
/// What they are.
pub const VARIANTS_MEANING: &str =
    "Hvad forslaget er en variant af. Af varianter af det samme kan højst én vælges.";
/// Whether a proposal is in the largest choice.
pub const IN_LARGEST: &str = "I største valg";
/// What that is.
pub const IN_LARGEST_MEANING: &str = "ja, når forslaget er med i det tilladte valg, der sparer mest. Læg kun rækker med ja sammen: varianter og forslag, der ikke kan vælges sammen, må ikke tælle to gange. Overlap mellem forslag er ikke trukket fra.";
/// It is.
pub const YES: &str = "ja";
/// It is not.
pub const NO: &str = "nej";
/// The budget year of a proposal.
pub const FIRST_YEAR_MEANING: &str = "Forslagets første år; tre overslagsår følger.";
/// The place of a year in its proposal.
pub const YEAR_NUMBER: &str = "År nr.";
/// What it is.
pub const YEAR_NUMBER_MEANING: &str = "1 er budgetåret, 2 til 4 er overslagsårene.";
/// A calendar year.
pub const YEAR: &str = "År";
/// What it is.
pub const YEAR_MEANING: &str = "Kalenderåret. Tom: budgetåret er ikke skrevet.";
/// The price level of a proposal.
pub const PRICE_LEVEL_MEANING: &str = "Det år, hvis priser beløbene er i. Tom: ikke oplyst.";
/// The reimbursement rate of a proposal.
pub const REIMBURSEMENT: &str = "Refusion (pct.)";
/// What it is.
pub const REIMBURSEMENT_MEANING: &str =
    "Den andel, som staten refunderer. Beløbene er efter refusion. Tom: ikke oplyst.";
/// A current budget.
pub const BUDGET_MEANING: &str = "Nuværende budget i kroner. Tom: ikke oplyst.";
/// A change of the budget.
pub const CHANGE_MEANING: &str =
    "Kroner. Minus sænker kommunens nettoudgift, plus hæver den. Tom: ikke oplyst.";
/// The sum of the changes.
pub const NET_CHANGE_MEANING: &str = "Summen af de tre ændringer i kroner. Minus sænker kommunens nettoudgift. Tom: et af tallene kan ikke læses.";
/// How many people are affected.
pub const EMPLOYEES_MEANING: &str = "Antal medarbejdere. Tom: ikke oplyst.";
/// How many positions are changed.
pub const POSITIONS_MEANING: &str = "Årsværk. Minus nedlægges, plus oprettes. Tom: ikke oplyst.";
/// A text section.
pub const SECTION_MEANING: &str = "Tekst. Tom: ikke oplyst.";
/// What cannot be read.
pub const UNREADABLE: &str = "Kan ikke læses";
/// What it is.
pub const UNREADABLE_MEANING: &str = "Felter, hvor der står noget, som ikke er et tal, med det, der står. Deres celler er tomme. En tekst, som et regneark kunne tage for en formel, har en apostrof foran.";

/// The identity of a focus area.
pub const ROW_ID: &str = "Indsatsnøgle";
/// What it is.
pub const ROW_ID_MEANING: &str = "Indsatsens nøgle (UUID).";
/// A month, as a number.
pub const MONTH: &str = "Måned";
/// What it is.
pub const MONTH_MEANING: &str = "Måneden, 1 er januar.";
/// The place of a focus area in its plan.
pub const ROW_NUMBER_MEANING: &str = "Indsatsens nummer i handleplanen.";
/// What a focus area is called.
pub const AREA_MEANING: &str = "Indsatsområdet.";
/// A planned effect.
pub const PLANNED_MEANING: &str =
    "Planlagt effekt i kroner. Minus nedbringer merforbruget. Tom: ikke skrevet.";
/// A realised effect.
pub const REALISED_MEANING: &str =
    "Realiseret effekt i kroner. Minus har nedbragt merforbruget. Tom: ikke skrevet.";
/// What counts in a month.
pub const COUNTED: &str = "Tæller med";
/// What it is.
pub const COUNTED_MEANING: &str = "Den effekt i kroner, som prognosen regner med: realiseret til og med »Regnskabstal til og med«, planlagt derefter. Tom: ikke skrevet.";

/// The year of a plan.
pub const PLAN_YEAR_MEANING: &str = "Handleplanens år. Tom: ikke skrevet.";

/// What a text section is called, with its number: `1. Kort resumé af forslaget`.
#[must_use]
pub fn section(section: crate::domain::Section) -> String {
    format!("{}. {}", section.index() + 1, labels::section(section))
}
