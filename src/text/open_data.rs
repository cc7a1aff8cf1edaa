//! The names and meanings of the columns of open data. A column has the same name in every municipality and every year, so that
//! files can be put under each other.

use super::labels;
use crate::domain::Year;

pub const AMOUNTS_FILE: &str = "beloeb";
pub const PROPOSALS_FILE: &str = "forslag";
pub const MATRIX_FILE: &str = "indsatser";

pub const CATALOGUE_FILE: &str = "raaderumskatalog";
pub const PLAN_FILE: &str = "handleplan";
pub const DOCUMENT_MEANING: &str = "Det samme i Råderums filformat (JSON), med alle felter, som de er skrevet. Beløb er i kroner; minus sænker kommunens nettoudgift.";

/// The name of what is described together: `raaderumskatalog-2024`
#[must_use]
pub fn package_name(of: &str, year: Option<Year>) -> String {
    match year {
        Some(year) => format!("{of}-{}", year.number()),
        None => of.to_owned(),
    }
}

/// The title of a published catalogue as open data; `edition` tells which it is.
#[must_use]
pub fn catalogue_title(catalogue: &str, edition: &str) -> String {
    format!("{catalogue}, {edition}")
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

pub const PROPOSAL_ID: &str = "Forslagsnøgle";
pub const PROPOSAL_ID_MEANING: &str = "Forslagets nøgle (UUID). Den er den samme i alle udgaver.";
pub const NUMBER: &str = "Nummer";
pub const NUMBER_MEANING: &str = "Forslagets nummer i kataloget.";
pub const HEADING_MEANING: &str = "Forslagets overskrift.";
pub const DEPARTMENT_MEANING: &str = "Kommunens center.";
pub const APPROPRIATIONS_MEANING: &str = "Bevillingerne, én pr. linje.";
pub const KINDS_MEANING: &str = "Hvad ændringen er, adskilt af komma.";
pub const STATUS_MEANING: &str = "Hvor forslaget er på vej mod en beslutning.";
pub const OUTCOME_MEANING: &str = "Hvad der blev af forslaget. Tom: intet er skrevet.";
pub const VARIANTS: &str = "Varianter af";
pub const VARIANTS_MEANING: &str =
    "Hvad forslaget er en variant af. Af varianter af det samme kan højst én vælges.";
pub const IN_LARGEST: &str = "Med i det valg, der sparer mest";
pub const IN_LARGEST_MEANING: &str = "ja, når forslaget er med i det tilladte valg, der sparer mest. Læg kun rækker med ja sammen: varianter og forslag, der ikke kan vælges sammen, må ikke tælle to gange. Overlap mellem forslag er ikke trukket fra.";
pub const YES: &str = "ja";
pub const NO: &str = "nej";
pub const FIRST_YEAR_MEANING: &str = "Forslagets første år; tre overslagsår følger.";
pub const YEAR_NUMBER: &str = "År nr.";
pub const YEAR_NUMBER_MEANING: &str = "1 er budgetåret, 2 til 4 er overslagsårene.";
pub const YEAR: &str = "År";
pub const YEAR_MEANING: &str = "Kalenderåret. Tom: budgetåret er ikke skrevet.";
pub const PRICE_LEVEL_MEANING: &str = "Det år, hvis priser beløbene er i. Tom: ikke oplyst.";
pub const REIMBURSEMENT: &str = "Refusion (pct.)";
pub const REIMBURSEMENT_MEANING: &str =
    "Den andel, som staten refunderer. Beløbene er efter refusion. Tom: ikke oplyst.";
pub const BUDGET_MEANING: &str = "Nuværende budget i kroner. Tom: ikke oplyst.";
pub const CHANGE_MEANING: &str =
    "Kroner. Minus sænker kommunens nettoudgift, plus hæver den. Tom: ikke oplyst.";
pub const NET_CHANGE_MEANING: &str = "Summen af de tre ændringer i kroner. Minus sænker kommunens nettoudgift. Tom: et af tallene kan ikke læses.";
pub const EMPLOYEES_MEANING: &str = "Antal medarbejdere. Tom: ikke oplyst.";
pub const POSITIONS_MEANING: &str = "Årsværk, som de er skrevet. Minus nedlægges, plus oprettes; i et forslag, der kun sparer, kan minus være glemt. Tom: ikke oplyst.";
pub const SECTION_MEANING: &str = "Tekst. Tom: ikke oplyst.";
pub const UNREADABLE: &str = "Kan ikke læses";
pub const UNREADABLE_MEANING: &str = "Felter, hvor der står noget, som ikke er et tal, med det, der står. Deres celler er tomme. En tekst, som et regneark kunne tage for en formel, har en apostrof foran.";

pub const ROW_ID: &str = "Indsatsnøgle";
pub const ROW_ID_MEANING: &str = "Indsatsens nøgle (UUID).";
pub const MONTH: &str = "Måned";
pub const MONTH_MEANING: &str = "Måneden, 1 er januar.";
pub const ROW_NUMBER_MEANING: &str = "Indsatsens nummer i handleplanen.";
pub const AREA_MEANING: &str = "Indsatsområdet.";
pub const PLANNED_MEANING: &str =
    "Planlagt effekt i kroner. Minus nedbringer merforbruget. Tom: ikke skrevet.";
pub const REALISED_MEANING: &str =
    "Realiseret effekt i kroner. Minus har nedbragt merforbruget. Tom: ikke skrevet.";
pub const COUNTED: &str = "Tæller med";
pub const COUNTED_MEANING: &str = "Den effekt i kroner, som prognosen regner med: realiseret til og med »Regnskabstal til og med«, planlagt derefter. Tom: ikke skrevet.";

pub const PLAN_YEAR_MEANING: &str = "Handleplanens år. Tom: ikke skrevet.";

/// What a text section is called, with its number: `1. Kort resumé af forslaget`.
#[must_use]
pub fn section(section: crate::domain::Section) -> String {
    format!("{}. {}", section.index() + 1, labels::section(section))
}

/// Open data was handed over, as these files.
#[must_use]
pub fn data_handed_over(names: &[&str]) -> String {
    format!(
        "{} er lavet. Spørger browseren, om siden må gemme flere filer, så sig ja: datapackage.json beskriver de andre.",
        super::messages::listed(names)
    )
}

pub const OPEN_DATA: &str = "Gem tallene";
pub const OPEN_DATA_TEXT: &str = "Forslagene og deres beløb som filer, der kan åbnes i et regneark (CSV) eller læses af et program (JSON). Beløb er i kroner. datapackage.json beskriver kolonnerne.";

/// A button that hands over a file.
#[must_use]
pub fn fetch_file(name: &str) -> String {
    format!("Gem {name}")
}
