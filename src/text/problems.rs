//! Errors and advice beside the fields, and advice that was dismissed.

pub const DISMISS: &str = "Det er i orden her";
pub const DISMISS_HEADING: &str = "Hvorfor er det i orden her?";
pub const DISMISS_REASON: &str = "Begrundelse";

pub const DISMISS_HINT: &str =
    "Begrundelsen gemmes i dokumentet og følger med, når det gemmes som fil.";

pub const DISMISS_NEEDS_REASON: &str = "Skriv en begrundelse, så andre kan forstå det.";

pub const DISMISS_FULL: &str =
    "Dokumentet kan ikke rumme flere begrundelser. Sæt først nogle af punkterne tilbage.";

pub const DISMISSED: &str = "Det er noteret som i orden.";
pub const BRING_BACK: &str = "Se på det igen";

/// The heading above what was dismissed.
#[must_use]
pub fn dismissed_count(count: usize) -> String {
    match count {
        1 => "Tjek: 1 ting er i orden her".to_owned(),
        count => format!("Tjek: {count} ting er i orden her"),
    }
}

/// Why it was dismissed.
#[must_use]
pub fn dismissed_because(reason: &str) -> String {
    format!("I orden: {reason}")
}

pub const ERROR: &str = "Fejl";
pub const ADVICE: &str = "Tjek";

/// The heading above the errors.
#[must_use]
pub fn error_count(count: usize) -> String {
    match count {
        1 => "1 felt kan ikke læses".to_owned(),
        count => format!("{count} felter kan ikke læses"),
    }
}

/// The heading above the advice.
#[must_use]
pub fn advice_count(count: usize) -> String {
    match count {
        1 => "Tjek: 1 ting at se på".to_owned(),
        count => format!("Tjek: {count} ting at se på"),
    }
}
