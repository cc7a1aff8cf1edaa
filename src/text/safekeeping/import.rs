//! Taking in files.

use crate::text::{messages, overview};

pub const IMPORT_HEADING: &str = "Åbn fil";
pub const IMPORT_NOTHING_YET: &str = "Intet er ændret endnu.";
pub const IMPORT_APPLY: &str = "Indlæs";
pub const IMPORT_REPLACE: &str = "Erstat den, der ligger her";
pub const IMPORT_KEEP_BOTH: &str = "Behold begge";
pub const IMPORT_SKIP: &str = "Spring over";

/// A file was refused.
#[must_use]
pub fn refused(file: &str) -> String {
    format!("{file} blev afvist")
}

/// So many documents are new.
#[must_use]
pub fn import_new(documents: usize) -> String {
    format!("Nye: {}", messages::count(documents))
}

/// So many documents are here and say something else.
#[must_use]
pub fn import_changed(documents: usize) -> String {
    format!("Ændrede: {}", messages::count(documents))
}

/// So many documents are here and say the same.
#[must_use]
pub fn import_same(documents: usize) -> String {
    format!("Uændrede, springes over: {}", messages::count(documents))
}

/// A rescue file holds so many texts that readers of published pages chose or wrote.
#[must_use]
pub fn import_of_readers(texts: usize) -> String {
    let what = match texts {
        1 => "et valg eller et svar".to_owned(),
        texts => format!("{} valg og svar", messages::count(texts)),
    };
    format!(
        "Filen har også {what}, som er lavet på en udgivet side. Det indlæses ikke her, men bliver i filen. Gem filen, hvis det skal bruges."
    )
}

/// The choice about a changed document.
#[must_use]
pub fn import_choice(title: &str) -> String {
    format!("Hvad skal der ske med »{title}«?")
}

/// The documents were taken in.
#[must_use]
pub fn imported(documents: usize) -> String {
    match documents {
        0 => "Intet er indlæst.".to_owned(),
        documents => format!("{} er indlæst.", overview::documents_counted(documents)),
    }
}

/// An import was taken back, and these documents had been changed since: those that were here before, and those that
/// stay as they are.
#[must_use]
pub fn import_changed_since(mixed: &[String], kept: &[String]) -> String {
    let are_changed = |titles: &[String]| match titles {
        [title] => format!("»{title}« er ændret siden"),
        titles => format!(
            "{} er ændret siden",
            overview::documents_counted(titles.len())
        ),
    };
    let mut sentences = vec!["Indlæsningen er fortrudt.".to_owned()];
    if !mixed.is_empty() {
        sentences.push(format!(
            "{}, og det, der er skrevet siden, er blevet stående.",
            are_changed(mixed)
        ));
    }
    if !kept.is_empty() {
        sentences.push(format!("{} og er beholdt.", are_changed(kept)));
    }
    sentences.join(" ")
}
