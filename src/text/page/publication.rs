//! The published catalogue, as anybody reads it.

use crate::danish::{print_date, print_number};
use crate::domain::{
    Catalogue, Date, Decided, Edition, Entry, FullTimeEquivalents, HeadCount, Total, Year,
};
use crate::text::messages::INCOMPLETE;
use crate::text::{labels, meaning};

/// While it is a proposal, on every page and every printed sheet, here and in the editor. Nothing where all is decided.
#[must_use]
pub fn decision_line(decided: Decided) -> Option<&'static str> {
    match decided {
        Decided::Nothing => Some("FORSLAG – intet er besluttet"),
        Decided::Something => Some("FORSLAG – ikke alt er besluttet"),
        Decided::Everything => None,
    }
}

/// What the page is, above its title.
pub const PUBLISHED: &str =
    "Et udgivet råderumskatalog. Du kan læse det og prøve valg af forslag, men ikke ændre det.";
/// After it, where the page is without its program.
pub const WITHOUT_PROGRAM: &str = "Du kan læse alt her. Skal du prøve valg af forslag, skal JavaScript være slået til i browseren.";
/// The heading of the page's sections.
pub const CONTENTS: &str = "Indhold";
/// Where the municipality wrote nothing.
pub const NOT_STATED: &str = "ikke oplyst";
/// The heading of what the page is.
pub const ABOUT: &str = "Hvad er det her?";
/// What a catalogue is, to somebody who has never seen one.
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
/// The heading of how a minus is read.
pub const MINUS: &str = "Sådan læses et minus";
/// How it is read.
pub const MINUS_TEXT: &str = "Et minus foran et beløb betyder, at kommunens udgift bliver mindre, eller at kommunen får flere indtægter. Uden minus koster det mere. Beløb i tabellerne er i 1.000 kr.: −450 betyder, at kommunen sparer 450.000 kr. det år.";
/// The heading of the overview.
pub const OVERVIEW: &str = "Overblik";
/// What the sums of the overview are of.
pub const LARGEST_CHOICE: &str = "Tallene er for det valg af forslag, der sparer mest, når kun forslag, der kan vælges sammen, lægges sammen. Af varianter af det samme tæller højst én med.";
/// The choice that saves most may have been missed.
pub const LARGEST_UNPROVEN: &str =
    "Så mange forslag hænger sammen, at et andet valg måske kan spare endnu mere.";
/// The heading of the list of proposals.
pub const PROPOSALS: &str = "Forslagene";
/// What the packages of a published catalogue are.
pub const PACKAGES_TEXT: &str = "En pakke er et valg af forslag, som er regnet sammen. Af forslag, der ikke kan vælges sammen, tæller kun det ene.";
/// What the list of proposals is of.
pub const EACH_PROPOSAL: &str = "Hvert forslag";
/// The row of sums.
pub const SUM: &str = "Forslagene i alt";
/// The row of what is missing to the target.
pub const MISSING: &str = "Mangler for at nå målet";
/// A year in which the target is met.
pub const MET: &str = "nået";
/// What each center carries of a sum.
pub const DEPARTMENTS_CARRY: &str = "Fordelt på centre";
/// Who is affected by a proposal.
pub const AFFECTED: &str = "Hvem berøres";
/// The share of the budget that a proposal changes.
pub const SHARE: &str = "Andel af det nuværende budget";
/// A budget is stated, and nothing is a share of it.
pub const NO_SHARE: &str = "kan ikke regnes ud";
/// The unit of the tables.
pub const IN_THOUSANDS: &str = "1.000 kr.";
/// The amounts of a proposal.
pub const AMOUNTS: &str = "Økonomi";
/// How a proposal relates to others.
pub const RELATED: &str = "Sammenhæng med andre forslag i kataloget";
/// What remains to be said of a proposal.
pub const ABOUT_PROPOSAL: &str = "Om forslaget";
/// The back of the page.
pub const TO_TOP: &str = "Til forslagene";
/// Who made the file.
pub const MADE_WITH: &str = "Lavet med Råderum. Siden henter og sender intet.";
/// Why a typed text stands where an amount should.
pub const UNREADABLE: &str = "kan ikke læses som tal";

/// What a catalogue is called; one without a title by its budget year.
#[must_use]
pub fn published_title(catalogue: &Catalogue) -> String {
    super::catalogue_title(catalogue)
}

/// `2. udgave, 22.11.2026`, or what stands on every sheet: `FORSLAG – intet er besluttet · 2. udgave, 22.11.2026`.
#[must_use]
pub fn sheet_line(edition: Edition, decided: Decided) -> String {
    let edition = super::edition(edition);
    match decision_line(decided) {
        None => edition,
        Some(line) => format!("{line} · {edition}"),
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

/// How large the need is: `Budgettet for 2027 skal sænkes med 5 mio. kr.`
#[must_use]
pub fn need(year: &str, target: Total) -> String {
    match target.amount() {
        None => format!("Måltallet for {year} {INCOMPLETE}."),
        Some(amount) if amount.is_zero() => format!("Budgettet for {year} skal ikke ændres."),
        Some(amount) if amount.is_saving() => format!(
            "Budgettet for {year} skal sænkes med {}",
            meaning::short(meaning::size(amount))
        ),
        Some(amount) => format!(
            "Budgettet for {year} kan hæves med {}",
            meaning::short(amount)
        ),
    }
}

/// What a proposal does to the budget over its years: `Sparer 2,4 mio. kr. i 2024-2027`.
#[must_use]
pub fn effect(years: &str, net_change: Total) -> String {
    let words = match net_change.amount().map(meaning::change) {
        None => return format!("Beløbet for {years} kan ikke regnes ud."),
        Some(words) if words.is_empty() => "Hverken sparer eller koster".to_owned(),
        Some(words) => capitalised(&words),
    };
    format!("{words} i {years}.")
}

fn capitalised(words: &str) -> String {
    let mut characters = words.chars();
    let first = characters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(characters).collect()
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
    format!("{caption}, {}", super::BY_DEPARTMENT)
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

// ---- a package that came by a link or as a file ----

/// It is something else.
pub const NOT_A_PACKAGE: &str =
    "Filen er ikke en pakke. Vælg en fil, som nogen har gemt med »Gem pakken som fil«.";
/// Nothing was chosen in it.
pub const PACKAGE_EMPTY: &str = "Pakken er tom: der er ingen forslag i den. Bed om at få den sendt igen, når der er valgt nogen.";
/// It was cut off, or changed on its way.
pub const PACKAGE_DAMAGED: &str = "Pakken kan ikke læses: linket eller filen er skåret over eller ændret undervejs. Bed om at få pakken sendt igen, gerne som fil.";
/// It was made by a later Råderum.
pub const PACKAGE_TOO_NEW: &str =
    "Pakken er lavet med en nyere Råderum end denne. Åbn den i den nyeste version af siden.";
/// It is of another catalogue.
pub const PACKAGE_OF_OTHER_CATALOGUE: &str =
    "Pakken hører til et andet råderumskatalog. Åbn det katalog, og åbn pakken dér.";

/// The catalogue lacks some of its proposals: how many it has, and how many it lacks.
#[must_use]
pub fn package_of_other_edition(known: usize, unknown: usize) -> String {
    let other = "Pakken er lavet til en anden udgave af kataloget";
    let count = |number: usize| print_number(number.into());
    match known {
        0 => format!(
            "{other}: ingen af dens forslag er i denne. Åbn den udgave, som pakken er lavet til."
        ),
        known => format!(
            "{other}: {} af dens {} forslag er ikke i denne. Resten er med. Åbn den udgave, som pakken er lavet til, hvis alle skal med.",
            count(unknown),
            count(known + unknown)
        ),
    }
}
