//! Room in the browser, and backups.

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
pub const NO_DATABASE: &str = "Browserens database svarer ikke, så papirkurv og tidligere versioner kan ikke vises. Genindlæs siden, og prøv igen.";

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
