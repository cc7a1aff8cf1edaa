//! The coach: advice, and what was dismissed.

/// Puts advice aside.
pub const DISMISS: &str = "Afvis råd";
/// The heading of the dialog.
pub const DISMISS_HEADING: &str = "Hvorfor gælder rådet ikke her?";
/// A field of the dialog.
pub const DISMISS_REASON: &str = "Begrundelse";
/// What happens with the reason.
pub const DISMISS_HINT: &str =
    "Begrundelsen gemmes i dokumentet og følger med, når det eksporteres.";
/// A reason is missing.
pub const DISMISS_NEEDS_REASON: &str = "Skriv en begrundelse, så andre kan forstå det.";
/// No more can be kept.
pub const DISMISS_FULL: &str =
    "Dokumentet kan ikke rumme flere afviste råd. Vis først nogle af dem igen.";
/// Advice was put aside.
pub const DISMISSED: &str = "Rådet er afvist.";
/// Brings advice back.
pub const BRING_BACK: &str = "Vis rådet igen";

/// The heading above what was dismissed.
#[must_use]
pub fn dismissed_count(count: usize) -> String {
    match count {
        1 => "1 afvist råd".to_owned(),
        count => format!("{count} afviste råd"),
    }
}

/// Why it was dismissed.
#[must_use]
pub fn dismissed_because(reason: &str) -> String {
    format!("Afvist: {reason}")
}
