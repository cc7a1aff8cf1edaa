//! The pages about where documents lie: storage, backups, the bin, and earlier states.

use crate::domain::DocumentKind;
use crate::text::labels;

pub const SAFEKEEPING: &str = "Opbevaring og sikkerhedskopi";
pub const SAFEKEEPING_LEAD: &str = "Dine dokumenter ligger i denne browser på denne computer. Her ser du, hvor sikkert de ligger, og hvordan du tager dem med dig eller deler dem i en fil.";
pub const ROOM: &str = "Opbevaring i browseren";
pub const ROOM_WARNING: &str = "Rydder du browserens data (»browserdata«, »cookies og websteddata«), forsvinder dokumenterne, også dem i papirkurven. Tag derfor jævnligt en sikkerhedskopi.";
pub const ROOM_UNKNOWN: &str = "Browseren oplyser ikke, hvor meget der er brugt.";
pub const PERSISTENT: &str =
    "Dokumenterne er beskyttet mod automatisk oprydning, også når computeren mangler plads.";
pub const NOT_PERSISTENT: &str =
    "Dokumenterne er ikke beskyttet: mangler computeren plads, kan browseren rydde dem væk.";
pub const ASK_TO_PERSIST: &str = "Beskyt dokumenterne mod automatisk oprydning";
pub const PERSIST_REFUSED: &str = "Browseren afviste det. Det ændrer sig ofte, når siden er installeret som app eller sat som bogmærke. Indtil da er sikkerhedskopien din forsikring.";
pub const ROOM_SHORT: &str = "Der er næsten ikke mere plads. Tøm papirkurven, eller slet dokumenter, du ikke bruger, når du har taget en sikkerhedskopi.";
pub const BACKUP: &str = "Sikkerhedskopi";
pub const BACKUP_TEXT: &str = "En sikkerhedskopi er én fil med alle dokumenter, som de er nu; papirkurven og tidligere versioner er ikke med. Den kan åbnes igen her eller i en anden browser med »Åbn fil« på forsiden.";
pub const BACK_UP: &str = "Tag sikkerhedskopi";
pub const NO_BACKUP: &str = "Der er ikke taget en sikkerhedskopi fra denne browser.";
pub const BIN: &str = "Papirkurv";
pub const BIN_TEXT: &str = "Slettede dokumenter ligger her, til du tømmer papirkurven.";
pub const BIN_EMPTY: &str = "Papirkurven er tom.";
pub const RESTORE: &str = "Gendan";
pub const EMPTY_BIN: &str = "Tøm papirkurven";
pub const EMPTY_BIN_SURE: &str =
    "Dokumenterne og deres tidligere versioner fjernes for altid. Det kan ikke fortrydes.";
pub const EMPTY_BIN_YES: &str = "Fjern for altid";
pub const BIN_EMPTIED: &str = "Papirkurven er tømt.";
pub const DELETED_AT: &str = "Slettet";
pub const NO_DATABASE: &str = "Browserens database svarer ikke, så papirkurv og tidligere versioner kan ikke vises. Genindlæs siden, og prøv igen.";

pub const EARLIER: &str = "Tidligere versioner";
pub const EARLIER_LEAD: &str = "Råderum gemmer undervejs: for den sidste time hvert femte minut, for det sidste døgn hver time, for de sidste to måneder hver dag og derefter hver uge. Vælg en version for at se, hvad der er anderledes i dag.";
pub const NO_EARLIER: &str = "Der er endnu ingen tidligere versioner af dokumentet.";
pub const THEN: &str = "Dengang";
pub const TODAY: &str = "I dag";
pub const FIELD: &str = "Felt";
pub const NO_DIFFERENCE: &str = "Versionen siger det samme som dokumentet i dag.";
pub const OTHER_DIFFERENCE: &str = "Det, der er anderledes, vises ikke her: en begrundelse for, at noget er i orden, eller en indsat sum.";
pub const CLOSED_MONTHS: &str = "Lukket til og med";
pub const ROWS_IN_ORDER: &str = "Indsatser i rækkefølge";
pub const ROWS_FROM_PROPOSALS: &str = "Indsatser fra forslag";
pub const STATED_SUMS: &str = "Indsatte sumrækker";
pub const DISMISSED_ADVICE: &str = "Set på og i orden";
pub const BRING_STATE_BACK: &str = "Gendan denne version";
pub const STATE_AS_COPY: &str = "Læg den ved siden af som kopi";
pub const STATE_SET_ASIDE: &str = "lagt til side for en anden version";
pub const STATE_DELETED: &str = "da det blev slettet";
pub const STATE_IS_BACK: &str =
    "Versionen er gendannet. Det, der stod før, ligger under tidligere versioner.";
pub const STATE_GONE: &str = "Versionen gemmes ikke længere.";
pub const STATE_UNREADABLE: &str = "Versionen kan ikke læses.";
pub const DELETED_SINCE: &str = "Dokumentet er slettet siden.";
pub const BLANK: &str = "tomt";
pub const TO_DOCUMENT: &str = "Til dokumentet";

/// A record in the browser's storage, as far as it tells what it is and when it was stored.
#[must_use]
pub fn record(kind: Option<DocumentKind>, moment: Option<&str>) -> String {
    let kind = kind.map_or("Ukendt indhold", labels::form);
    match moment {
        Some(moment) => format!("{kind}, gemt {moment}"),
        None => kind.to_owned(),
    }
}

/// A change in the browser's storage that was not stored, as far as it tells which form it is of.
#[must_use]
pub fn pending_record(kind: Option<DocumentKind>) -> String {
    let kind = kind.map_or("Ukendt indhold", labels::form);
    format!("{kind}, en ændring, der ikke nåede at blive gemt")
}

/// What the button that hands over a record says to a screen reader.
#[must_use]
pub fn download_as_is(record: &str) -> String {
    format!("{}: {record}", super::DOWNLOAD_AS_IS)
}

/// The heading of the page of earlier states.
#[must_use]
pub fn earlier_heading(title: &str) -> String {
    format!("{EARLIER}: {title}")
}

/// In how many places two states differ.
#[must_use]
pub fn differences(count: usize) -> String {
    match count {
        1 => "1 sted er anderledes i dag".to_owned(),
        _ => format!("{count} steder er anderledes i dag"),
    }
}

/// How much is used, in whole bytes.
#[must_use]
pub fn room_used(used: u64, available: u64) -> String {
    format!("Brugt: {} af {}.", bytes(used), bytes(available))
}

fn bytes(bytes: u64) -> String {
    match bytes / 100_000 {
        0 => format!("{} KB", bytes.div_ceil(1_000)),
        tenths @ 1..10_000 => format!("{},{} MB", tenths / 10, tenths % 10),
        tenths => format!("{},{} GB", tenths / 10_000, tenths / 1_000 % 10),
    }
}

/// When the last backup was made.
#[must_use]
pub fn last_backup(moment: &str) -> String {
    format!("Sidste sikkerhedskopi: {moment}.")
}

/// Reminds of a backup that is so many days old, or was never made in so many days.
#[must_use]
pub fn backup_is_old(days: i64, is_made: bool) -> String {
    if is_made {
        format!("Sidste sikkerhedskopi er {days} dage gammel, og der er arbejdet siden.")
    } else {
        format!("Der er arbejdet her i {days} dage uden sikkerhedskopi.")
    }
}

/// What the button that brings a document back says to a screen reader.
#[must_use]
pub fn bring_back(title: &str) -> String {
    format!("{RESTORE}: {title}")
}

/// A document was brought back from the bin.
#[must_use]
pub fn brought_back(title: &str) -> String {
    format!("»{title}« er gendannet fra papirkurven.")
}

// ---- the file on the computer or a shared drive ----

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
            super::copy_of(&title)
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
