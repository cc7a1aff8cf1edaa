//! Packages, and those that others share.

use crate::text::catalogue::names;
use crate::text::messages;

pub const PACKAGES: &str = "Pakker";
pub const PACKAGES_HINT: &str = "En pakke er et valg af katalogets forslag. Sæt kryds ved dem, der skal med. Af forslag, der ikke kan vælges sammen, tæller det, der først fik kryds.";
pub const ADD_PACKAGE: &str = "Tilføj pakke";
pub const PACKAGE_NAME: &str = "Pakkens navn";
pub const PACKAGE_PROPOSALS: &str = "Forslag i pakken";
pub const SHARE_THIS_PACKAGE: &str = "Del pakken";
pub const SHARE_FROM_EDITOR: &str = "Linket indeholder pakkens navn og forslag og ikke andet. Det åbner Råderum og virker dér, hvor kataloget ligger; den, der åbner det, kan føje pakken til. Er kataloget udgivet, kan du også sætte det, der står fra # og frem, efter adressen på den udgivne side.";
pub const SHARE_FROM_LOCAL: &str = "Råderum er åbnet fra en fil på din egen computer, så et link ville kun virke her. Send i stedet pakken som fil. Den kan åbnes dér, hvor kataloget ligger, og på den udgivne side.";

/// A package came from a file or by a link.
#[must_use]
pub fn package_taken_in(name: &str) -> String {
    match name.trim() {
        "" => "Pakken er føjet til kataloget.".to_owned(),
        name => format!("Pakken »{name}« er føjet til kataloget."),
    }
}

pub const RECEIVED_PACKAGE: &str = "Pakke fra et link";

/// The catalogue that it is of.
#[must_use]
pub fn package_of(catalogue: &str) -> String {
    format!(
        "Pakken er et valg af forslag i »{catalogue}«. Du kan føje den til katalogets egne pakker."
    )
}

pub const PACKAGE_TAKEN_BACK: &str = "Pakken er taget ud af kataloget igen.";
pub const ADD_RECEIVED: &str = "Føj pakken til kataloget";
pub const CATALOGUE_NOT_HERE: &str = "Pakken hører til et katalog, der ikke ligger i denne browser. Åbn den fil, kataloget ligger i, og åbn så linket igen.";
pub const PACKAGE_REMOVED: &str = "Pakken er fjernet. Forslagene er stadig i kataloget.";

/// `Pakke 1`, the first being 0.
#[must_use]
pub fn package_heading(place: usize) -> String {
    format!("{} {}", names::PACKAGE, place + 1)
}

/// What a package is called where several stand side by side.
#[must_use]
pub fn package_title(place: usize, name: &str) -> String {
    match name.trim() {
        "" => package_heading(place),
        name => format!("{}: {name}", package_heading(place)),
    }
}

/// How much of a package counts.
#[must_use]
pub fn package_counts(counted: usize, chosen: usize) -> String {
    if counted == chosen {
        format!("{} forslag tæller med.", messages::count(chosen))
    } else {
        format!(
            "{} af {} valgte forslag tæller med.",
            messages::count(counted),
            messages::count(chosen)
        )
    }
}

pub const NOT_COUNTED_HERE: &str = "Tæller ikke med.";
