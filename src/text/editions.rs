//! Two editions of a published catalogue, compared.

use crate::text::messages;

pub const COMPARE_EDITIONS: &str = "Sammenlign med en anden udgave";
pub const COMPARE_TEXT: &str = "Vælg filen med en anden udgave af dette katalog. Filen bliver på din computer. Så kan du se, hvilke forslag der er nye, ændrede eller trukket tilbage.";
pub const CHOOSE_EDITION: &str = "Fil med en anden udgave";
pub const NO_EDITION: &str = "Filen er ikke et udgivet råderumskatalog. Vælg den fil, som kommunen udgav (den ender på .html), eller kataloget som JSON.";

pub const OTHER_CATALOGUE: &str =
    "Filen er et andet råderumskatalog end dette. Vælg en anden udgave af det samme katalog.";

pub const SAME_EDITION: &str = "De to udgaver siger det samme.";
pub const COMPARED_UNIT: &str = "Beløb er i hele 1.000 kr.";

/// One of two editions with the same number: that of this page, and that of the file.
#[must_use]
pub fn told_apart(edition: &str, is_here: bool) -> String {
    match is_here {
        true => format!("{edition} (denne side)"),
        false => format!("{edition} (filen)"),
    }
}

/// Which is compared with which.
#[must_use]
pub fn compared_editions(then: &str, today: &str) -> String {
    format!("Fra {then} til {today}")
}

/// What a comparison found: how many proposals are new, changed and withdrawn, and whether the catalogue itself is changed.
#[must_use]
pub fn told_editions(new: usize, changed: usize, withdrawn: usize, is_catalogue: bool) -> String {
    if (new, changed, withdrawn) == (0, 0, 0) {
        return match is_catalogue {
            true => "Forslagene er de samme. Selve kataloget er ændret.".to_owned(),
            false => SAME_EDITION.to_owned(),
        };
    }
    let some = |number: usize, one: &str, more: &str| match number {
        0 => format!("ingen {more}"),
        1 => format!("1 {one}"),
        number => format!("{} {more}", messages::count(number)),
    };
    let proposals = format!(
        "Forslag: {}, {} og {}.",
        some(new, "nyt", "nye"),
        some(changed, "ændret", "ændrede"),
        some(withdrawn, "trukket tilbage", "trukket tilbage"),
    );
    match is_catalogue {
        true => format!("{proposals} Selve kataloget er også ændret."),
        false => proposals,
    }
}

pub const AS_IT_IS_NOW: &str = "kataloget, som det ville blive udgivet nu";
pub const NO_NUMBER: &str = "en fil uden udgave";
pub const BEFORE: &str = "Før";
pub const AFTER: &str = "Efter";
pub const NEW_PROPOSALS: &str = "Nye forslag";
pub const WITHDRAWN_PROPOSALS: &str = "Trukket tilbage";
pub const CHANGED_PROPOSALS: &str = "Ændrede forslag";
pub const CHANGED_CATALOGUE: &str = "Ændret i selve kataloget";
