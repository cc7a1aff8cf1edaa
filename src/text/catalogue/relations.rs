//! Variants, and relations between proposals.

use crate::domain::RelationKind;
use crate::text::catalogue::names;
use crate::text::messages;

pub const RELATIONS: &str = "Varianter og sammenhænge";
pub const RELATIONS_HINT: &str = "Skriv her, hvilke forslag der ikke kan vælges sammen, og hvilke der hænger sammen. Det bestemmer, hvad der kan lægges sammen.";
pub const GROUPS: &str = "Varianter";

pub const GROUPS_HINT: &str =
    "Varianter er flere bud på samme forslag, fx 5, 10 og 15 %. Højst én af dem kan vælges.";

pub const ADD_GROUP: &str = "Tilføj varianter";
pub const GROUP_NAME: &str = "Hvad er de varianter af?";
pub const ADD_VARIANT: &str = "Forslag, der også er en variant";
pub const ADD: &str = "Tilføj";
pub const GROUP_REMOVED: &str = "Varianterne er fjernet. Forslagene er stadig i kataloget.";
pub const LINKS_HEADING: &str = "Sammenhænge: kræver, udelukker, overlapper";
pub const ADD_RELATION: &str = "Tilføj sammenhæng";
pub const RELATION_REMOVED: &str = "Sammenhængen er fjernet.";
pub const RELATION_FROM: &str = "Forslag";
pub const RELATION_KIND: &str = "Sammenhæng";
pub const RELATION_TO: &str = "Det andet forslag";
pub const CHOOSE_PROPOSAL: &str = "Vælg et forslag";
pub const RELATION_NEEDS_TWO: &str = "Vælg to forskellige forslag, og tilføj så sammenhængen.";
pub const IMPOSSIBLE_RELATION: &str = "De to forslag kan ikke vælges sammen, så det, der kræver det andet, kan aldrig tælle med. Ret denne sammenhæng eller den, der udelukker de to fra hinanden.";
pub const RELATION_NOTE: &str = "Begrundelse";
pub const WEAKENED_BY: &str = "Sparer mindre";

/// Above the row of what is weakened.
#[must_use]
pub fn weakening_caption(place: usize) -> String {
    format!(
        "{}: så meget mindre sparer det andet forslag, når begge vælges. Beløb i hele 1.000 kr., uden fortegn. Lad felterne stå tomme, hvis ingen ved det.",
        names::relation(place)
    )
}

/// `Varianter 1`, the first being 0.
#[must_use]
pub fn group_heading(place: usize) -> String {
    format!("Varianter {}", place + 1)
}

/// What a variant group says.
#[must_use]
pub fn group_sentence(proposals: usize) -> String {
    match proposals {
        0 | 1 => {
            "Tilføj mindst to forslag, så gælder det, at højst ét af dem kan vælges.".to_owned()
        }
        proposals => format!(
            "Højst ét af disse {} forslag kan vælges.",
            messages::count(proposals)
        ),
    }
}

/// What a relation says, in a sentence.
#[must_use]
pub fn relation_sentence(kind: RelationKind, from: &str, to: &str, is_same: bool) -> String {
    if is_same {
        return "Sammenhængen går fra et forslag til det selv og siger derfor ingenting. Vælg et andet forslag.".to_owned();
    }
    match kind {
        RelationKind::Requires => {
            format!("»{from}« kan kun vælges sammen med »{to}«.")
        }
        RelationKind::Excludes => {
            format!("Højst ét af »{from}« og »{to}« kan vælges.")
        }
        RelationKind::Weakens => {
            format!("Vælges »{from}«, sparer »{to}« mindre.")
        }
    }
}
