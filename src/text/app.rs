//! The frame around every page: its head and foot, and what is said when something is not saved.

use crate::danish::Signs;

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
/// To the first cell of a document's table.
pub const SKIP_TO_FIGURES: &str = "Gå til tallene";
pub const NOT_FOUND: &str = "Siden findes ikke";
pub const NO_SUCH_DOCUMENT: &str = "Dokumentet findes ikke i denne browser, eller det kan ikke læses. Er det lavet i en anden browser, så gem det som fil dér, og åbn filen her.";
pub const DOCUMENT_NOT_FOUND: &str = "Det, der er gemt i browseren, kan ikke læses lige nu, så dokumentet kan ikke findes. Det kan sagtens ligge der. Genindlæs siden, og prøv igen.";
pub const NO_SUCH_PAGE: &str = "Adressen peger ikke på noget i Råderum.";
pub const TO_OVERVIEW: &str = "Til oversigten";
/// The way back, in the bar.
pub const OVERVIEW: &str = "Oversigt";

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

pub const CLOSE: &str = "Luk";
pub const CANCEL: &str = "Annullér";
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

pub const CALENDAR: &str = "Vælg i kalender";

/// What a screen reader says of the button that opens the calendar beside a field.
#[must_use]
pub fn choose_date(field: &str) -> String {
    format!("{CALENDAR}: {field}")
}
