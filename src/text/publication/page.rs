//! The published catalogue, as anybody reads it.

use rust_decimal::Decimal;

use crate::danish::{capitalised, print_date, print_number, print_percent};
use crate::domain::{
    AmountRow, Catalogue, Date, Decided, Edition, Entry, FullTimeEquivalents, HeadCount, Proposal,
    Section, Total, YEARS, Year,
};
use crate::text::catalogue::{head, publish};
use crate::text::{document, labels, meaning, sums, yearly};

/// What is to be decided, above the title: what must be found, among how many proposals, and how far the decision is. `to_be_found`
/// is `6 mio. kr. i 2024 og 8 mio. kr. om året derefter`; `None` where no target says what must be found.
#[must_use]
pub fn lead(
    to_be_found: Option<&str>,
    budget_years: &str,
    proposals: usize,
    decided: Decided,
) -> String {
    let need = match to_be_found {
        Some(amounts) => yearly::ended(&format!("Byrådet skal finde {amounts}")),
        None => format!("Byrådet skal beslutte budgettet for {budget_years}."),
    };
    let choice = match (proposals, decided) {
        (1, Decided::Everything) => "Her er det forslag, de tog stilling til.".to_owned(),
        (1, _) => "Her er det forslag, de tager stilling til.".to_owned(),
        (number, Decided::Everything) => format!(
            "Her er de {} forslag, de valgte imellem.",
            print_number(number.into())
        ),
        (number, _) => format!(
            "Her er de {} forslag, de vælger imellem.",
            print_number(number.into())
        ),
    };
    let state = match decided {
        Decided::Nothing => "Intet er besluttet.",
        Decided::Something => "Nogle af dem er besluttet.",
        Decided::Everything => "De er afgjort.",
    };
    format!("{need} {choice} {state}")
}

pub const WITHOUT_PROGRAM: &str = "Du kan læse alt her. Skal du prøve valg af forslag, skal JavaScript være slået til i browseren.";
pub const CONTENTS: &str = "Indhold";
pub const NOT_STATED: &str = "ikke oplyst";
pub const ABOUT: &str = "Hvad er det her?";
pub const ABOUT_TEXT: &str = "Et råderumskatalog samler forslag, der kan ændre kommunens budget. Politikerne vælger blandt dem, når de forhandler budgettet.";

/// After it: how far this one is.
#[must_use]
pub fn about_decided(decided: Decided) -> &'static str {
    match decided {
        Decided::Nothing => {
            "Et forslag i kataloget er ikke en beslutning, og ikke alle forslag bliver til noget."
        }
        Decided::Something => {
            "Nogle af forslagene er besluttet, andre er ikke. Ved hvert forslag står, hvor langt det er."
        }
        Decided::Everything => {
            "Forslagene i dette katalog er afgjort. Ved hvert forslag står, hvad det blev til."
        }
    }
}

pub const MINUS: &str = "Sådan læses et minus";
pub const MINUS_TEXT: &str = "Et minus foran et beløb betyder, at kommunens udgift bliver mindre, eller at kommunen får flere indtægter. Uden minus koster det mere. Beløb i tabellerne er i 1.000 kr.: −450 betyder, at kommunen sparer 450.000 kr. det år.";
pub const OVERVIEW: &str = "Overblik";
pub const ALL_CHOSEN_INCOMPLETE: &str =
    "Hvad forslagene højst kan spare tilsammen, kan ikke regnes ud for alle år.";
pub const ALL_CHOSEN_COUNTS: &str = "Kan forslag ikke vælges sammen, er de talt med, som tilsammen sparer mest. Af varianter af det samme er det højst én.";
pub const COSTING: &str = "Forslag, der koster";

pub const COSTING_TEXT: &str =
    "Disse forslag koster kommunen penge i et eller flere år. Byrådet kan vælge dem alligevel.";

/// After one that is in the sums of the overview, and after one that is not.
#[must_use]
pub fn is_in_overview(is_counted: bool) -> &'static str {
    match is_counted {
        true => "talt med ovenfor",
        false => "ikke talt med ovenfor",
    }
}

pub const SAVING_ROW: &str = "Heraf sparer forslag";
pub const COSTING_ROW: &str = "Heraf koster forslag";

pub const LARGEST_UNPROVEN: &str =
    "Så mange forslag hænger sammen, at et andet valg måske kan spare endnu mere.";

pub const PROPOSALS: &str = "Forslagene";
pub const PACKAGES_TEXT: &str = "En pakke er et valg af forslag, som er regnet sammen. Af forslag, der ikke kan vælges sammen, tæller kun det ene.";
pub const EACH_PROPOSAL: &str = "Hvert forslag";
pub const DEPARTMENTS_CARRY: &str = "Fordelt på centre";
pub const AFFECTED: &str = "Berørte medarbejdere";
pub const NO_BUDGET: &str = "Det nuværende budget er ikke oplyst.";
pub const NO_SHARE: &str = "Hvor meget budgettet ændres i procent, kan ikke regnes ud.";
pub const IN_THOUSANDS: &str = "1.000 kr.";
pub const AMOUNTS: &str = "Økonomi";
pub const RELATED: &str = "Sammenhæng med andre forslag i kataloget";
pub const ABOUT_PROPOSAL: &str = "Om forslaget";
pub const TO_TOP: &str = "Til forslagene";

pub const CODE_TEXT: &str =
    "Koden er regnet ud af indholdet: to filer med samme kode siger det samme.";

pub const MADE_WITH: &str = "Lavet med Råderum. Siden henter og sender intet.";
pub const UNREADABLE: &str = "kan ikke læses som tal";

/// What a catalogue is called; one without a title by its budget year.
#[must_use]
pub fn published_title(catalogue: &Catalogue) -> String {
    document::catalogue_title(catalogue)
}

/// Which edition it is (`label`), or what stands on every sheet: `FORSLAG – intet er besluttet · 2. udgave, 22.11.2026 kl. 14.05,
/// kode 7f3a-91c2`.
#[must_use]
pub fn sheet_line(label: String, decided: Decided) -> String {
    match publish::decision_line(decided) {
        None => label,
        Some(line) => format!("{line} · {label}"),
    }
}

/// `Høring fra 01.09.2026 til 22.09.2026`; nothing where no day is known.
#[must_use]
pub fn hearing(from: &Entry<Date>, to: &Entry<Date>) -> Option<String> {
    match (from.value(), to.value()) {
        (Some(from), Some(to)) => Some(format!(
            "Høring fra {} til {}",
            print_date(from),
            print_date(to)
        )),
        (Some(from), None) => Some(format!("Høring fra {}", print_date(from))),
        (None, Some(to)) => Some(format!("Høring til {}", print_date(to))),
        (None, None) => None,
    }
}

/// What a proposal does to the budget, year by year: `Sparer 1,5 mio. kr. om året.` The changes are those of four years from
/// `first_year` on, which need not be the proposal's own.
#[must_use]
pub fn effect(proposal: &Proposal, first_year: &Entry<Year>, changes: &[Total; YEARS]) -> String {
    if proposal.has_no_amount() {
        return "Intet beløb er oplyst.".to_owned();
    }
    yearly_change(first_year, changes)
}

/// What proposals do to the budget together, year by year.
#[must_use]
pub fn yearly_change(first_year: &Entry<Year>, changes: &[Total; YEARS]) -> String {
    match yearly::change_by_year(first_year, changes) {
        None => format!(
            "Beløbet for {} kan ikke regnes ud.",
            labels::all_years(first_year)
        ),
        Some(words) => yearly::ended(&capitalised(&words)),
    }
}

/// A text section of a proposal as a citizen reads it; the form's own names are in the data.
#[must_use]
pub fn public_section(section: Section) -> &'static str {
    match section {
        Section::Summary => "Kort fortalt",
        Section::Reduction => "Hvad der foreslås",
        Section::Investment => "Hvad der skal investeres",
        Section::Consequences => "Konsekvenser",
        Section::TimeHorizon => "Hvornår det sker",
        Section::RelatedContributions => "Sammenhæng med andre bidrag",
        Section::RelevantDocuments => "Dokumenter",
    }
}

/// A row of amounts as a citizen reads it.
#[must_use]
pub fn public_amount_row(row: AmountRow) -> &'static str {
    match row {
        AmountRow::CurrentBudget => "Budget i dag",
        AmountRow::OperatingChange => "Ændring i den daglige drift",
        AmountRow::EstimatedGain => "Besparelse eller merindtægt",
        AmountRow::InvestmentNeed => "Investering",
    }
}

/// The price level as a citizen reads it: `2024-pl (beløbene er i 2024-priser)`; nothing where it is not stated.
#[must_use]
pub fn public_price_level(level: &Entry<Year>) -> String {
    level.value().map_or_else(String::new, |year| {
        let year = year.number();
        format!("{year}-pl (beløbene er i {year}-priser)")
    })
}

/// By how much a proposal changes a budget of net expenditure, or of net revenue: `Budgettet falder med 97,5 %`. `percent` is minus
/// where net expenditure falls.
#[must_use]
pub fn budget_changes(percent: Decimal, is_revenue: bool) -> String {
    let size = print_percent(percent.abs());
    match (is_revenue, percent.is_sign_negative()) {
        _ if percent.is_zero() => "Budgettet ændres med 0 %".to_owned(),
        (false, true) => format!("Budgettet falder med {size}"),
        (false, false) => format!("Budgettet stiger med {size}"),
        (true, true) => format!("Indtægten stiger med {size}"),
        (true, false) => format!("Indtægten falder med {size}"),
    }
}

/// How many people are affected: `12 medarbejdere`.
#[must_use]
pub fn employees(people: HeadCount) -> String {
    match people.people() {
        1 => "1 medarbejder".to_owned(),
        number => format!("{} medarbejdere", print_number(number.into())),
    }
}

/// How many positions are changed: `2 årsværk nedlægges`. Nothing is something that was written, too.
#[must_use]
pub fn positions_changed(change: FullTimeEquivalents) -> String {
    match meaning::positions(change) {
        words if words.is_empty() => "ingen ændring i antal årsværk".to_owned(),
        words => words,
    }
}

/// What is so in a year, or in all years from one to another: `12 medarbejdere i 2024-2026`.
#[must_use]
pub fn in_years(words: &str, from: &str, to: &str) -> String {
    if from == to {
        format!("{words} i {from}")
    } else {
        format!("{words} i {from}-{to}")
    }
}

/// `Er en variant af »Rengøring«. Af forslaget og disse kan højst ét vælges:`, above the other variants.
#[must_use]
pub fn variants_of(group: &str) -> String {
    match group.trim() {
        "" => "Af forslaget og disse kan højst ét vælges:".to_owned(),
        group => format!("Er en variant af »{group}«. Af forslaget og disse kan højst ét vælges:"),
    }
}

/// The caption of the table of a proposal.
#[must_use]
pub fn table_caption(title: &str) -> String {
    format!("{title}: beløb i {IN_THOUSANDS}")
}

/// The caption of a table of centers, by that of the table above it.
#[must_use]
pub fn by_department(caption: &str) -> String {
    format!("{caption}, {}", sums::BY_DEPARTMENT)
}

/// What the state pays of a proposal's amounts, and whose amounts the page has.
#[must_use]
pub fn reimbursed(share: &str) -> String {
    format!("Staten betaler {share}. Beløbene her er kommunens egne (netto).")
}

/// The caption of the overview.
#[must_use]
pub fn overview_caption(first_year: &Entry<Year>) -> String {
    format!(
        "{} {}, beløb i {IN_THOUSANDS}",
        labels::NET_CHANGE,
        labels::all_years(first_year)
    )
}

/// The name of the file: by its title, its edition, and the code of what it says.
#[must_use]
pub fn published_file_name(catalogue: &Catalogue, edition: Edition, code: &str) -> String {
    const KIND: &str = "raaderumskatalog";
    let title = document::plain_name(&document::catalogue_title(catalogue));
    let title = match title.strip_prefix(KIND) {
        Some(rest) => format!("{KIND}{rest}"),
        None => format!("{KIND}-{title}"),
    };
    format!("{title}-{}-udgave-{code}.html", edition.number())
}

/// What search engines and the like say of the page; `label` tells which edition it is.
#[must_use]
pub fn published_description(catalogue: &Catalogue, label: &str) -> String {
    let municipality = catalogue.municipality.trim();
    let parts = [head::catalogue_kicker(catalogue), municipality.to_owned()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}. {label}.", parts.join(", "))
}
