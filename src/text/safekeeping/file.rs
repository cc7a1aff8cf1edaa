//! The file on the computer or a shared drive.

use crate::text::document;
use crate::text::safekeeping::storage::SAFEKEEPING;

pub const SHARED_FILE: &str = "Fil på computeren eller fællesdrevet";
pub const SHARED_FILE_TEXT: &str = "Knyt alle dokumenter til én fil, for eksempel på afdelingens fællesdrev. Så gemmer Råderum i filen, mens du arbejder, og indlæser det, som andre har skrevet i den. Dokumenterne ligger stadig også her i browseren.";
pub const SHARED_FILE_UNSUPPORTED: &str = "Denne browser kan ikke gemme direkte i en fil; det kan Chrome og Edge. Brug i stedet »Tag sikkerhedskopi« herunder, og åbn filen igen med »Åbn fil« på forsiden.";
pub const OPEN_FILE: &str = "Knyt til en fil";
pub const SAVE_TO_NEW_FILE: &str = "Knyt til en ny fil";
pub const SAVE_FILE_NOW: &str = "Gem nu";
pub const UNTIE_FILE: &str = "Løsn fra filen";
pub const RESUME_FILE: &str = "Genoptag gem i filen";
pub const SHARED_FILE_NAME: &str = "raaderum.json";
pub const SHARED_FILE_FOLLOWED: &str = "Der gemmes i filen et par sekunder efter, at du holder op med at skrive. Hvad andre ændrer i den, indlæses af sig selv; hvem der ændrede det, kan Råderum ikke se.";
pub const UNTIED: &str = "Dokumenterne er løsnet fra filen. Den er, som den sidst blev gemt, og dokumenterne ligger stadig her.";
pub const FILE_NOT_SEEN: &str = "Filen læses …";

pub const KEPT_HERE_MEANWHILE: &str =
    "Det, du skriver, gemmes imens her i browseren og kommer med i filen bagefter.";

pub const OFFER_AFTERWARDS: &str = "Alle, der kan åbne filen, kan læse dokumenterne i den.";
pub const OFFER_ACCEPT: &str = "Læg sammen, og knyt til filen";

/// What tying the documents to a file that holds something would mean.
#[must_use]
pub fn offer_heading(file: &str) -> String {
    format!("Filen »{file}« og dokumenterne her lægges sammen")
}

fn documents(count: usize) -> String {
    match count {
        1 => "1 dokument".to_owned(),
        _ => format!("{count} dokumenter"),
    }
}

/// What becomes of which documents, one sentence each.
#[must_use]
pub fn offer_parts(new: usize, same: usize, different: usize, only_here: usize) -> Vec<String> {
    let mut parts = Vec::new();
    if new > 0 {
        parts.push(format!("{} i filen kommer ind her.", documents(new)));
    }
    if only_here > 0 {
        parts.push(format!("{} her kommer med i filen.", documents(only_here)));
    }
    if same > 0 {
        parts.push(format!("{} er ens begge steder.", documents(same)));
    }
    if different > 0 {
        parts.push(format!(
            "{} siger noget andet i filen end her: den version, der er ændret sidst, bliver stående, og den anden lægges ved siden af som kopi.",
            documents(different)
        ));
    }
    parts
}

/// How many documents the file will hold.
#[must_use]
pub fn offer_total(count: usize) -> String {
    format!("Bagefter ligger {} både her og i filen.", documents(count))
}

/// The file that the documents are tied to.
#[must_use]
pub fn tied_to(file: &str) -> String {
    format!("Dokumenterne er knyttet til filen »{file}«.")
}

/// When the file was last seen to hold what is here.
#[must_use]
pub fn file_same_at(moment: &str) -> String {
    format!("Alt er gemt i filen: {moment}.")
}

/// What was taken in from the file last, and when.
#[must_use]
pub fn last_file_news(moment: &str, news: &str) -> String {
    format!("Sidst indlæst, {moment}: {news}")
}

/// What others had written in the file, when it was taken in.
#[must_use]
pub fn file_news(
    added: usize,
    changed: usize,
    removed: Vec<String>,
    copies: Vec<String>,
) -> String {
    let mut sentences = Vec::new();
    match (added, changed) {
        (0, 0) => {}
        (_, 0) => sentences.push(format!("{} er kommet til i filen.", documents(added))),
        (0, _) => sentences.push(format!("{} er ændret i filen.", documents(changed))),
        (1, _) => sentences.push(format!(
            "{} er ændret i filen, og 1 er kommet til.",
            documents(changed)
        )),
        (_, _) => sentences.push(format!(
            "{} er ændret i filen, og {added} er kommet til.",
            documents(changed)
        )),
    }
    match removed.as_slice() {
        [] => {}
        [one] => sentences.push(format!(
            "»{one}« er slettet i filen og ligger nu i papirkurven."
        )),
        more => sentences.push(format!(
            "{} er slettet i filen og ligger nu i papirkurven.",
            documents(more.len())
        )),
    }
    for title in copies {
        sentences.push(format!(
            "»{title}« er ændret både her og i filen. Begge versioner er gemt: den ene hedder »{}«.",
            document::copy_of(&title)
        ));
    }
    sentences.join(" ")
}

/// Nothing is written to the file at the moment.
#[must_use]
pub fn not_in_file(file: &str) -> String {
    format!("Der gemmes ikke i filen »{file}« lige nu. Se hvorfor under »{SAFEKEEPING}«.")
}

/// The same, in a line beside what can be done about it.
#[must_use]
pub fn not_in_file_line(file: &str) -> String {
    format!("Der gemmes ikke i filen »{file}« lige nu.")
}

/// A file that was chosen and cannot be used.
#[must_use]
pub fn file_not_used(file: &str) -> String {
    match file {
        "" => "Filen kan ikke bruges".to_owned(),
        _ => format!("»{file}« kan ikke bruges"),
    }
}

pub const FILE_NOT_ALLOWED: &str =
    "Browseren skal have lov af dig igen, før Råderum kan læse og skrive filen.";

pub const FILE_MISSING: &str = "Filen kan ikke findes. Måske er den flyttet, omdøbt eller slettet, eller også er drevet ikke tilsluttet. Råderum prøver igen af sig selv.";
pub const FILE_LOCKED: &str = "Filen er optaget eller skrivebeskyttet. Måske har et andet program den åben. Råderum prøver igen af sig selv.";

pub const FILE_FAILED: &str =
    "Filen kunne ikke skrives. Den er, som den var. Råderum prøver igen af sig selv.";

pub const FILE_NOT_WHOLE: &str = "Det, der er gemt i browseren, kan ikke læses helt. Filen røres ikke, så intet forsvinder fra den. Genindlæs siden.";

/// What the file holds cannot be read.
#[must_use]
pub fn file_refused(reason: &str) -> String {
    format!("Filen kan ikke læses og bliver derfor ikke skrevet over. {reason}")
}

/// The documents do not fit into a file.
#[must_use]
pub fn file_too_much(reason: &str) -> String {
    format!("Dokumenterne kan ikke være i filen, som er, som den var. {reason}")
}
