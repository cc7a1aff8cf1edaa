//! Packages, and those that others share.

use std::collections::BTreeMap;

use crate::danish::Direction;
use crate::domain::{Catalogue, Id, Relation, RelationKind, Total};
use crate::text::catalogue::names;
use crate::text::{labels, meaning, messages, sums};

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

/// What a proposal changes in the first year and in all of them, beside its name:
/// `sparer 700.000 kr. i 2024, 2,8 mio. kr. over fire år`
#[must_use]
pub fn amount_in_words(catalogue: &Catalogue, first: Total, all: Total) -> String {
    let (Some(in_first), Some(in_all)) = (first.counted(), all.amount()) else {
        return sums::total_words(all);
    };
    if first == Total::Blank {
        return format!("{} over fire år", sums::bar_words(in_all));
    }
    let year = labels::year_column(&catalogue.first_year, 0);
    let is_alike = Direction::of(in_first) == Direction::of(in_all);
    let over_all = match is_alike && !in_all.is_zero() {
        true => meaning::rounded(meaning::size(in_all)),
        false => sums::bar_words(in_all),
    };
    format!(
        "{} i {year}, {over_all} over fire år",
        sums::bar_words(in_first)
    )
}

/// What the catalogue says of each proposal that matters before it is chosen, in a few words each: `variant af »Personale«`,
/// `kræver nr. 2`, `udelukker nr. 5`.
#[must_use]
pub fn ties(catalogue: &Catalogue) -> BTreeMap<Id, Vec<String>> {
    let mut ties = BTreeMap::<Id, Vec<String>>::new();
    let mut tie = |of: Id, words: String| ties.entry(of).or_default().push(words);
    for group in &catalogue.variant_groups {
        let words = match group.name.trim() {
            "" => "en af flere varianter".to_owned(),
            name => format!("variant af »{name}«"),
        };
        if group.proposals.len() > 1 {
            for &variant in &group.proposals {
                tie(variant, words.clone());
            }
        }
    }
    for &Relation { kind, from, to, .. } in &catalogue.relations {
        if from == to {
            continue;
        }
        let other = |id| match catalogue.number(id) {
            Some(number) => format!("nr. {}", messages::count(number)),
            None => "et forslag uden for kataloget".to_owned(),
        };
        let is_here = |id| catalogue.number(id).is_some();
        let verb = labels::relation(kind);
        // What is outside the catalogue cannot be chosen: only whoever requires it is held up by that.
        if kind == RelationKind::Requires || is_here(to) {
            tie(from, format!("{verb} {}", other(to)));
        }
        if kind != RelationKind::Requires && is_here(from) {
            tie(to, format!("{verb} {}", other(from)));
        }
    }
    ties
}

pub const NOT_COUNTED_HERE: &str = "Tæller ikke med.";
