//! What documents are called, and what is done with a whole one.

use crate::danish::{Signs, in_small_letters};
use crate::domain::{ActionPlan, Catalogue, Date, Document, Proposal, limits};
use crate::text::{app, labels};

pub const ACTIONS: &str = "Handlinger";

/// Above a table of proposals: the unit, what a sign means, and the price level (`2024-pl`; empty when there is
/// none).
#[must_use]
pub fn thousands(signs: Signs, price_level: &str) -> String {
    let unit = "Beløb i hele 1.000 kr.";
    match price_level {
        "" => format!("{unit} {}", app::sign_hint(signs)),
        level => format!("{unit}, {level}. {}", app::sign_hint(signs)),
    }
}

/// What a document can be saved as, or printed on.
pub const SAVE_AS: &str = "Gem som";
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
pub(super) fn plain_name(name: &str) -> String {
    let mut plain = String::new();
    for letter in in_small_letters(name).chars() {
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

pub const EARLIER: &str = "Tidligere versioner";
