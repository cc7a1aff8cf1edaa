//! A package that came by a link or as a file.

use crate::text::messages;

pub const NOT_A_PACKAGE: &str =
    "Filen er ikke en pakke. Vælg en fil, som nogen har gemt med »Gem pakken som fil«.";

pub const PACKAGE_EMPTY: &str = "Pakken er tom: der er ingen forslag i den. Bed om at få den sendt igen, når der er valgt nogen.";
pub const PACKAGE_DAMAGED: &str = "Pakken kan ikke læses: linket eller filen er skåret over eller ændret undervejs. Bed om at få pakken sendt igen, gerne som fil.";

pub const PACKAGE_TOO_NEW: &str =
    "Pakken er lavet med en nyere Råderum end denne. Åbn den i den nyeste version af siden.";

pub const PACKAGE_OF_OTHER_CATALOGUE: &str =
    "Pakken hører til et andet råderumskatalog. Åbn det katalog, og åbn pakken dér.";

/// The catalogue lacks some of its proposals: how many it has, and how many it lacks.
#[must_use]
pub fn package_of_other_edition(known: usize, unknown: usize) -> String {
    let other = "Pakken er lavet til en anden udgave af kataloget";
    match known {
        0 => format!(
            "{other}: ingen af dens forslag er i denne. Åbn den udgave, som pakken er lavet til."
        ),
        known => format!(
            "{other}: {} af dens {} forslag er ikke i denne. Resten er med. Åbn den udgave, som pakken er lavet til, hvis alle skal med.",
            messages::count(unknown),
            messages::count(known + unknown)
        ),
    }
}
