//! The reader's own package.

use crate::domain::{Catalogue, Combination};
use crate::text::catalogue::{head, packages};
use crate::text::{document, messages, yearly};

pub const TRY_YOURSELF: &str = "Prøv selv: din pakke";
pub const TRY_TEXT: &str = "Vælg forslag i listen, og se her, om de når måltallet. Dit valg gemmes kun i din egen browser. Ingen andre kan se det, og siden sender intet.";
pub const NOTHING_CHOSEN: &str = "Du har ikke valgt nogen forslag endnu.";
pub const OWN_PACKAGE: &str = "Din pakke";
pub const OWN_NAME: &str = "Navn på din pakke";
pub const OWN_NAME_HINT: &str = "Højst 200 tegn. Navnet følger med, når du deler pakken.";
pub const CHOSEN: &str = "Det har du valgt";
pub const TAKE_OUT: &str = "Fjern";
pub const BEGIN_AGAIN: &str = "Fjern alle";
pub const ALL_TAKEN_OUT: &str = "Alle forslag er fjernet fra din pakke.";
pub const PRINT_PACKAGE: &str = "Udskriv din pakke";
pub const KEPT_UNREADABLE: &str = "Dit tidligere valg kan ikke læses her. Det er lagt til side i browseren, og du kan vælge på ny.";
pub const SAME_PACKAGE: &str = "Pakken er den samme som din.";
pub const NOT_KEPT: &str = "Din browser gemmer ikke noget for denne side. Dit valg og det, du skriver, forsvinder, når du lukker den: del eller gem det, før du lukker.";

/// What was just chosen, or taken out, why it does not count, and where that leads.
#[must_use]
pub fn chosen(
    name: &str,
    is_chosen: bool,
    why_not: Option<&str>,
    catalogue: &Catalogue,
    sums: &Combination,
) -> String {
    let verb = if is_chosen { "Valgt" } else { "Fjernet" };
    let targets = head::against_targets(catalogue, &sums.years);
    let rest = if targets.is_empty() {
        packages::package_counts(
            sums.counted.len(),
            sums.counted.len() + sums.not_counted.len(),
        )
    } else {
        yearly::ended(&targets.join(", "))
    };
    match why_not {
        None => format!("{verb}: {} {rest}", yearly::ended(name)),
        Some(why) => format!(
            "{verb}: {} {} {why} {rest}",
            yearly::ended(name),
            packages::NOT_COUNTED_HERE
        ),
    }
}

/// What does not count any more because of something else.
#[must_use]
pub fn count_no_longer(names: &[String]) -> String {
    format!("Tæller ikke længere med: {}.", names.join("; "))
}

/// On paper, above a reader's package: whose it is.
#[must_use]
pub fn whose_package(catalogue: &Catalogue) -> String {
    let of = match catalogue.municipality.trim() {
        "" => document::catalogue_title(catalogue),
        municipality => format!("{}, {municipality}", document::catalogue_title(catalogue)),
    };
    format!("En læsers eget valg mellem forslagene i {of}. Pakken er ikke kommunens.")
}

/// It was taken over at once, since nothing was chosen.
#[must_use]
pub fn taken_over(name: &str, proposals: usize) -> String {
    format!(
        "{} Den er nu dit valg; du kan ændre den, som du vil.",
        received(name, proposals)
    )
}

/// A package came by a link or from a file.
#[must_use]
pub fn received(name: &str, proposals: usize) -> String {
    match name.trim() {
        "" => format!(
            "Du har fået en pakke med {}.",
            messages::proposals_in_words(proposals)
        ),
        name => format!(
            "Du har fået pakken »{name}« med {}.",
            messages::proposals_in_words(proposals)
        ),
    }
}
