//! Everything on the screen that is neither a label of the forms nor a sentence about what was typed.

mod advice;
mod catalogue;
mod catalogue_page;
mod closing;
mod coverage;
mod explanation;
mod hearing;
mod paste;
mod plan;
mod proposal;
mod publication;
mod publishing;
mod reader;
mod safekeeping;

pub use advice::*;
pub use catalogue::*;
pub use catalogue_page::*;
pub use closing::*;
pub use coverage::*;
pub use explanation::*;
pub use hearing::*;
pub use paste::*;
pub use plan::*;
pub use proposal::*;
pub use publication::*;
pub use publishing::*;
pub use reader::*;
pub use safekeeping::*;

use super::labels;
use crate::danish::{AmountUnit, Signs, print_amount, print_number};
use crate::domain::{ActionPlan, Amount, Catalogue, Date, Document, Proposal, limits};
use crate::draft::{Corrected, Pasted};

// ---- the frame ----

pub const PRODUCT: &str = "Råderum";
/// The title of a page of that name.
#[must_use]
pub fn page_title(name: &str) -> String {
    format!("{name} – {PRODUCT}")
}

pub const PROMISE: &str = "Alt bliver i din browser og i de filer, du selv vælger";
pub const FOOTER: &str = "Råderum regner og gemmer i din egen browser og i de filer, du selv vælger. Intet sendes andre steder hen. Rydder du browserens data, forsvinder dokumenterne i den; gem dem derfor også i en fil.";
pub const ABOUT_RAADERUM: &str = "Om Råderum";

/// The version, and the code of the build, where the page tells it.
#[must_use]
pub fn version(number: &str, build: Option<&str>) -> String {
    match build {
        Some(code) => format!(
            "Version {number}, kode {code}. Koden er regnet ud af programmet: to steder med samme kode kører det samme."
        ),
        None => format!("Version {number}."),
    }
}

pub const LOADING: &str = "Indlæser …";
pub const NOT_LOADED: &str = "Denne del af Råderum kunne ikke indlæses. Er der forbindelse til serveren, er Råderum nok opdateret, siden fanen blev åbnet: genindlæs siden. Alt, hvad du har skrevet, ligger stadig her i browseren.";
pub const TRY_AGAIN: &str = "Prøv igen";
pub const SKIP_TO_CONTENT: &str = "Gå til sidens indhold";
pub const NOT_FOUND: &str = "Siden findes ikke";
pub const NO_SUCH_DOCUMENT: &str = "Dokumentet findes ikke i denne browser, eller det kan ikke læses. Er det lavet i en anden browser, så gem det som fil dér, og åbn filen her.";
pub const DOCUMENT_NOT_FOUND: &str = "Det, der er gemt i browseren, kan ikke læses lige nu, så dokumentet kan ikke findes. Det kan sagtens ligge der. Genindlæs siden, og prøv igen.";
pub const NO_SUCH_PAGE: &str = "Adressen peger ikke på noget i Råderum.";
pub const TO_OVERVIEW: &str = "Til oversigten";
pub const REDO: &str = "Annullér fortryd";

/// Says that a step was taken back, and in which field.
#[must_use]
pub fn undone(field: &str) -> String {
    format!("Fortrudt. {field}")
}

pub const NOTHING_TO_TAKE_BACK: &str =
    "Det kan ikke fortrydes: det samme er siden ændret i en anden fane.";

pub const CANNOT_TAKE_BACK: &str = "Det kan ikke fortrydes nu: dokumentet ville få flere rækker, end der er plads til. Fjern en række, og prøv igen.";

/// Says that a step was made again, and in which field.
#[must_use]
pub fn done_again(field: &str) -> String {
    format!("Fortryd er annulleret. {field}")
}

pub const UNDO: &str = "Fortryd";
pub const CLOSE: &str = "Luk";
pub const CANCEL: &str = "Annullér";

// ---- saving ----

pub const SAVED: &str = "Gemt";
pub const SAVING: &str = "Gemmer …";
pub const NOT_SAVED: &str = "Ikke gemt";
pub const FULL_HEADING: &str = "Ikke gemt: der er ikke mere plads i browseren.";
pub const FULL_TEXT: &str = "Du kan skrive videre, men luk ikke siden, før du har gemt alt som fil. Slet derefter dokumenter, du ikke bruger.";
pub const BLOCKED_HEADING: &str = "Gemmer ikke: browseren tillader ikke Råderum at gemme.";
pub const BLOCKED_TEXT: &str = "Det kan skyldes et privat vindue eller en regel på computeren. Du kan skrive, men gem alt som fil, før du lukker siden.";
pub const OCCUPIED_HEADING: &str =
    "Ikke gemt: dokumentets plads i browseren er optaget af noget, der ikke kan læses.";
pub const OCCUPIED_TEXT: &str = "En anden fane eller en nyere Råderum har skrevet der, og det bliver ikke overskrevet. Gem dit arbejde som fil, og genindlæs siden.";
pub const EXPORT_EVERYTHING: &str = "Gem alt som Råderum-fil (JSON)";
pub const DELETED_ELSEWHERE: &str =
    "Dokumentet er slettet i en anden fane. Vælg Fortryd, hvis det skal beholdes.";
pub const TOO_NEW_HEADING: &str =
    "Gemmer ikke sikkert: en nyere version af Råderum har overtaget det, der er gemt i browseren.";
pub const TOO_NEW_TEXT: &str =
    "Genindlæs siden for at bruge den nye version. Gem først alt som fil, hvis du er i tvivl.";
pub const NOT_SAFE_HEADING: &str = "Gemmer ikke sikkert: browserens database svarer ikke.";
pub const NOT_SAFE_TEXT: &str = "Det, du skriver, gemmes kun foreløbigt: går computeren eller browseren ned, kan det sidste mangle. Gem jævnligt alt som fil.";
pub const BLOCKING_HEADING: &str =
    "Gemmer ikke sikkert: en anden fane holder browserens database optaget.";
pub const BLOCKING_TEXT: &str = "Luk de andre faner med Råderum og sider fra samme server, så gemmes alt af sig selv. Indtil da gemmes det, du skriver, kun foreløbigt.";
pub const CONFLICT_COPY: &str = "Dokumentet blev ændret i to faner på én gang. Begge versioner er gemt: den ene ligger i oversigten med »(kopi)« efter navnet.";

// ---- newer builds ----

pub const UPDATE_READY: &str = "En ny version af Råderum er klar. Det, du har skrevet, gemmes først. Venter du, sker det, når alle faner med Råderum har været lukket.";
pub const UPDATE_TAKE: &str = "Tag den nye version i brug";
pub const UPDATE_LATER: &str = "Senere";
pub const UPDATE_ELSEWHERE: &str = "En ny version af Råderum er taget i brug i en anden fane. Denne fane kører videre med den hidtidige. Genindlæs den, når det passer dig.";
pub const UPDATE_RELOAD: &str = "Genindlæs siden";
pub const UPDATE_NOT_SAVED: &str =
    "Den nye version er ikke taget i brug, for noget er ikke gemt. Gem det først som fil.";

// ---- messages about fields ----

pub const ERROR: &str = "Fejl";
pub const ADVICE: &str = "Tjek";

/// The heading above the errors.
#[must_use]
pub fn error_count(count: usize) -> String {
    match count {
        1 => "1 felt kan ikke læses".to_owned(),
        count => format!("{count} felter kan ikke læses"),
    }
}

/// The heading above the advice.
#[must_use]
pub fn advice_count(count: usize) -> String {
    match count {
        1 => "Tjek: 1 ting at se på".to_owned(),
        count => format!("Tjek: {count} ting at se på"),
    }
}

// ---- the start page ----

pub const OVERVIEW_HEADING: &str = "Forslag og handleplaner";
pub const OVERVIEW_LEAD: &str = "Udfyld reduktionsforslag og handleplaner. Tallene regnes ud, mens du skriver, og alt gemmes her i browseren.";
pub const OVERVIEW_EMPTY: &str = "Her er ingen dokumenter endnu. Opret et nyt, åbn en fil, eller åbn eksemplet for at se dig omkring.";
pub const NEW_PROPOSAL: &str = "Nyt forslag";
pub const NEW_PLAN: &str = "Ny handleplan";
pub const IMPORT_JSON: &str = "Åbn fil";
pub const EXPORT_JSON: &str = "Gem som Råderum-fil (JSON)";
pub const OPEN_EXAMPLE: &str = "Åbn eksempel";
pub const DROP_HINT: &str = "Du kan også trække en fil herhen.";
pub const EXAMPLE_MISSING: &str = "Eksemplet kunne ikke indlæses. Er der forbindelse til serveren?";
pub const EXAMPLE_IS_HERE: &str = "Eksemplerne ligger her allerede.";
pub const PROPOSALS_HEADING: &str = "Reduktionsforslag";
pub const PLANS_HEADING: &str = "Handleplaner";
pub const HEADING: &str = "Overskrift";
pub const DEPARTMENT: &str = "Center";
pub const KIND: &str = labels::KINDS;
pub const PLAN: &str = "Virksomhed / område";
pub const YEAR: &str = "År";
pub const ACTIONS: &str = "Handlinger";
pub const SEARCH: &str = "Søg i forslag";
pub const ALL_DEPARTMENTS: &str = "Alle centre";
pub const ALL_KINDS: &str = "Alt";
pub const ORDER: &str = "Sortér efter";
pub const ORDER_NUMBER: &str = "Nummer";
pub const ORDER_TITLE: &str = "Overskrift";
pub const ORDER_DEPARTMENT: &str = "Center";
pub const ORDER_TOTAL: &str = "Største besparelse";
pub const ORDER_CHANGED: &str = "Senest ændret";
/// Some proposals are in no year.
#[must_use]
pub fn without_year(proposals: usize) -> String {
    match proposals {
        1 => "1 forslag uden læsbart budgetår er ikke fordelt på år.".to_owned(),
        proposals => format!(
            "{} forslag uden læsbart budgetår er ikke fordelt på år.",
            count(proposals)
        ),
    }
}

pub const SUM_OF_FOUND: &str = "Viste forslag i alt";
pub const UNREADABLE_HEADING: &str = "Noget, der er gemt i browseren, kan ikke læses";
pub const UNREADABLE_TEXT: &str =
    "Det er ladt urørt. Gem det, som det er, i en fil, hvis du vil have det undersøgt.";
pub const DOWNLOAD_AS_IS: &str = "Gem, som det er";
pub const KRONER: &str = "Beløb i kr.";

/// Above a table of proposals: the unit, what a sign means, and the price level (`2024-pl`; empty when there is
/// none).
#[must_use]
pub fn thousands(signs: Signs, price_level: &str) -> String {
    let unit = "Beløb i hele 1.000 kr.";
    match price_level {
        "" => format!("{unit} {}", sign_hint(signs)),
        level => format!("{unit}, {level}. {}", sign_hint(signs)),
    }
}

/// What the sign of a change means.
#[must_use]
pub fn sign_hint(signs: Signs) -> &'static str {
    match signs {
        Signs::MinusSaves => "Minus er en besparelse.",
        Signs::PlusSaves => "Plus er en besparelse.",
        Signs::Words => "»sparer« er en besparelse.",
        Signs::RowDecides => "Uden fortegn sparer en gevinst, og en investering koster.",
    }
}

pub const SIGNS: &str = "Fortegn";

/// A choice of the setting.
#[must_use]
pub fn signs(signs: Signs) -> &'static str {
    match signs {
        Signs::MinusSaves => "Minus sparer",
        Signs::PlusSaves => "Plus sparer",
        Signs::Words => "Kun ord",
        Signs::RowDecides => "Uden fortegn: rækken afgør",
    }
}

/// Proposals with several price levels are added up.
#[must_use]
pub fn mixed_price_levels(levels: &str) -> String {
    format!("Forslagene har forskellige prisniveauer ({levels}), så summen blander priser.")
}

/// A sum of the list.
#[must_use]
pub fn sum_of_found(column: &str) -> String {
    format!("Viste forslag {column}")
}

/// How many proposals match, and of those how many have no amount yet: `8 forslag, 1 uden beløb endnu`.
#[must_use]
pub fn found(found: usize, all: usize, without_amount: usize) -> String {
    let (found_text, all_text) = (count(found), count(all));
    let found = match found == all {
        true => format!("{all_text} forslag"),
        false => format!("{found_text} af {all_text} forslag"),
    };
    match without_amount {
        0 => found,
        without => format!("{found}, {} uden beløb endnu", count(without)),
    }
}

/// How many rows are drawn.
#[must_use]
pub fn shown_of(shown: usize) -> String {
    format!("De første {} er vist; summen gælder alle.", count(shown))
}

/// How many rows of a long list are drawn.
#[must_use]
pub fn drawn(drawn: usize, all: usize) -> String {
    format!("{} af {} er vist.", count(drawn), count(all))
}

/// Draws all rows.
#[must_use]
pub fn show_all(all: usize) -> String {
    format!("Vis alle {}", count(all))
}

/// The examples were added.
#[must_use]
pub fn example_opened(documents: usize) -> String {
    format!(
        "Eksemplet er åbnet: {} er lagt i oversigten.",
        documents_counted(documents)
    )
}

fn documents_counted(documents: usize) -> String {
    match documents {
        1 => "1 dokument".to_owned(),
        documents => format!("{} dokumenter", count(documents)),
    }
}

fn count(number: usize) -> String {
    print_number(number.into())
}

// ---- documents ----

pub const PRINT: &str = "Udskriv";
pub const DUPLICATE: &str = "Duplikér";
pub const DELETE: &str = "Slet";
pub const EXPORT_FAILED: &str = "Filen kunne ikke laves. Browseren tillod det ikke.";
pub const FILE_NAME_ALL: &str = "alt";

/// What a document is called in a list.
#[must_use]
pub fn title(document: &Document) -> String {
    match document {
        Document::Proposal(proposal) => proposal_title(proposal),
        Document::ActionPlan(plan) => plan_title(plan),
        Document::Catalogue(catalogue) => catalogue_title(catalogue),
    }
}

/// A document with the name of its form: `Reduktionsforslag: Lukning af …`.
#[must_use]
pub fn titled_kind(document: &Document) -> String {
    format!("{}: {}", labels::form(document.kind()), title(document))
}

/// What a proposal is called.
#[must_use]
pub fn proposal_title(proposal: &Proposal) -> String {
    match proposal.heading.trim() {
        "" => "Forslag uden overskrift".to_owned(),
        heading => heading.to_owned(),
    }
}

/// What a plan is called.
#[must_use]
pub fn plan_title(plan: &ActionPlan) -> String {
    [&plan.unit, &plan.department]
        .into_iter()
        .map(|text| text.trim())
        .find(|text| !text.is_empty())
        .unwrap_or("Handleplan uden navn")
        .to_owned()
}

/// What a catalogue is called.
#[must_use]
pub fn catalogue_title(catalogue: &Catalogue) -> String {
    match catalogue.title.trim() {
        "" => "Råderumskatalog uden titel".to_owned(),
        title => title.to_owned(),
    }
}

/// The name of a copy.
#[must_use]
pub fn copy_of(name: &str) -> String {
    format!("{} (kopi)", name.trim_end())
        .trim_start()
        .to_owned()
}

/// A copy was made.
#[must_use]
pub fn duplicated(title: &str) -> String {
    format!("Kopien hedder »{title}«.")
}

/// A document was deleted.
#[must_use]
pub fn deleted(title: &str) -> String {
    format!("»{title}« er slettet.")
}

/// Files were handed over. `all_can_be_read`: none is larger than what is taken in.
#[must_use]
pub fn exported(names: &[String], all_can_be_read: bool) -> String {
    let mut text = match names {
        [name] => format!("Filen {name} er lavet."),
        names => format!(
            "Dokumenterne fylder mere, end én fil kan rumme, og er delt i {} filer: {}. Spørger browseren, om siden må gemme flere filer, så sig ja. Åbn dem alle for at få alt igen.",
            names.len(),
            names.join(", ")
        ),
    };
    if !all_can_be_read {
        text.push_str(&format!(
            " Men et dokument fylder mere end {} MB, og så kan Råderum ikke åbne filen igen. Gør teksterne kortere, og gem igen.",
            limits::FILE_BYTES / 1_000_000
        ));
    }
    text
}

/// What one of several files is called after.
#[must_use]
pub fn part_of(name: &str, part: usize, parts: usize) -> String {
    format!("{part} af {parts} {name}")
}

/// A name for a file: letters, digits and hyphens only, so that every system takes it.
fn plain_name(name: &str) -> String {
    let mut plain = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'æ' => plain.push_str("ae"),
            'ø' => plain.push_str("oe"),
            'å' => plain.push_str("aa"),
            letter if letter.is_ascii_alphanumeric() => plain.push(letter),
            _ if plain.ends_with('-') || plain.is_empty() => {}
            _ => plain.push('-'),
        }
    }
    let plain: String = plain.chars().take(50).collect();
    plain.trim_end_matches('-').to_owned()
}

/// Open data was handed over, as these files.
#[must_use]
pub fn data_handed_over(names: &[&str]) -> String {
    format!(
        "{} er lavet. Spørger browseren, om siden må gemme flere filer, så sig ja: datapackage.json beskriver de andre.",
        super::messages::listed(names)
    )
}

/// The name of an exported file.
#[must_use]
pub fn file_name(name: &str, today: Date) -> String {
    let (year, month, day) = today.to_calendar_date();
    format!(
        "raaderum-{}-{year:04}-{:02}-{day:02}.json",
        plain_name(name),
        u8::from(month)
    )
}

// ---- taking in files ----

pub const IMPORT_HEADING: &str = "Åbn fil";
pub const IMPORT_NOTHING_YET: &str = "Intet er ændret endnu.";
pub const IMPORT_APPLY: &str = "Indlæs";
pub const IMPORT_REPLACE: &str = "Erstat den, der ligger her";
pub const IMPORT_KEEP_BOTH: &str = "Behold begge";
pub const IMPORT_SKIP: &str = "Spring over";

/// A file was refused.
#[must_use]
pub fn refused(file: &str) -> String {
    format!("{file} blev afvist")
}

/// So many documents are new.
#[must_use]
pub fn import_new(documents: usize) -> String {
    format!("Nye: {}", count(documents))
}

/// So many documents are here and say something else.
#[must_use]
pub fn import_changed(documents: usize) -> String {
    format!("Ændrede: {}", count(documents))
}

/// So many documents are here and say the same.
#[must_use]
pub fn import_same(documents: usize) -> String {
    format!("Uændrede, springes over: {}", count(documents))
}

/// A rescue file holds so many texts that readers of published pages chose or wrote.
#[must_use]
pub fn import_of_readers(texts: usize) -> String {
    let what = match texts {
        1 => "et valg eller et svar".to_owned(),
        texts => format!("{} valg og svar", count(texts)),
    };
    format!(
        "Filen har også {what}, som er lavet på en udgivet side. Det indlæses ikke her, men bliver i filen. Gem filen, hvis det skal bruges."
    )
}

/// The choice about a changed document.
#[must_use]
pub fn import_choice(title: &str) -> String {
    format!("Hvad skal der ske med »{title}«?")
}

/// The documents were taken in.
#[must_use]
pub fn imported(documents: usize) -> String {
    match documents {
        0 => "Intet er indlæst.".to_owned(),
        documents => format!("{} er indlæst.", documents_counted(documents)),
    }
}

/// An import was taken back, and these documents had been changed since: those that were here before, and those that
/// stay as they are.
#[must_use]
pub fn import_changed_since(mixed: &[String], kept: &[String]) -> String {
    let are_changed = |titles: &[String]| match titles {
        [title] => format!("»{title}« er ændret siden"),
        titles => format!("{} er ændret siden", documents_counted(titles.len())),
    };
    let mut sentences = vec!["Indlæsningen er fortrudt.".to_owned()];
    if !mixed.is_empty() {
        sentences.push(format!(
            "{}, og det, der er skrevet siden, er blevet stående.",
            are_changed(mixed)
        ));
    }
    if !kept.is_empty() {
        sentences.push(format!("{} og er beholdt.", are_changed(kept)));
    }
    sentences.join(" ")
}

// ---- both editors ----

pub const HEAD: &str = "Grundoplysninger";
pub const FIGURES: &str = "Økonomi og personale";
pub const DESCRIPTION: &str = "Beskrivelse";
pub const GRID_HINT: &str = "Det, du skriver i en celle, erstatter det, der står. F2, Enter eller et klik mere retter i det, og Esc fortryder. Piletaster, Tab og Enter går videre. Ctrl+R udfylder mod højre. Celler fra Excel eller Word kan sættes ind. Skriv fx 5,6 mio. eller =12*450.";

/// A block was pasted.
#[must_use]
pub fn pasted(pasted: Pasted) -> String {
    let mut text = match pasted.written {
        1 => "1 celle er sat ind".to_owned(),
        cells => format!("{} celler er sat ind", count(cells)),
    };
    match pasted.rows_added {
        0 => {}
        1 => text.push_str(", og 1 indsats er tilføjet"),
        rows => text.push_str(&format!(", og {} indsatser er tilføjet", count(rows))),
    }
    text.push('.');
    match pasted.stated {
        0 => {}
        1 => text.push_str(" Summen i det, du satte ind, er gemt ved siden af."),
        sums => text.push_str(&format!(
            " {} summer i det, du satte ind, er gemt ved siden af.",
            count(sums)
        )),
    }
    match pasted.locked {
        0 => {}
        1 => text.push_str(" 1 celle ligger i en lukket måned og er ikke ændret."),
        cells => text.push_str(&format!(
            " {} celler ligger i lukkede måneder og er ikke ændret.",
            count(cells)
        )),
    }
    match pasted.outside {
        0 => {}
        1 => text.push_str(" 1 celle lå uden for tabellen og er ikke med."),
        outside => text.push_str(&format!(
            " {} celler lå uden for tabellen og er ikke med.",
            count(outside)
        )),
    }
    text
}

/// A cell was copied to the right.
#[must_use]
pub fn filled_right(cells: usize) -> String {
    match cells {
        1 => "1 celle er udfyldt mod højre.".to_owned(),
        cells => format!("{} celler er udfyldt mod højre.", count(cells)),
    }
}

/// An amount per year was put into the years after its own too.
#[must_use]
pub fn filled_years(years: usize) -> String {
    match years {
        1 => "Beløbet er også skrevet i året efter.".to_owned(),
        years => format!("Beløbet er også skrevet i de {} år efter.", count(years)),
    }
}

/// An offer beside a message was taken.
#[must_use]
pub fn corrected(corrected: Corrected) -> String {
    let written = match corrected.written {
        1 => "1 celle er rettet.".to_owned(),
        cells => format!("{} celler er rettet.", count(cells)),
    };
    match corrected.left_out {
        0 => written,
        1 => format!("{written} Der var ikke plads til 1 tal."),
        numbers => format!("{written} Der var ikke plads til {} tal.", count(numbers)),
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
