//! Sharing it, and a package that was received.

use crate::text::reader::own_package::OWN_PACKAGE;

pub const PACKAGE_REPLACED: &str = "Dit valg er skiftet ud.";
pub const RECEIVED_HEADING: &str = "Du har fået en pakke";
pub const SHARE_PACKAGE: &str = "Del din pakke";
pub const SHARE_TEXT: &str = "Linket indeholder navnet og de forslag, du har valgt, og ikke andet. Den, der åbner det, ser din pakke og kan ændre sin egen kopi.";
pub const SHARE_LOCAL: &str = "Siden er åbnet fra en fil på din egen computer, så linket virker kun her. Skal andre se pakken, så send dem filen med pakken, eller åbn siden på kommunens hjemmeside først.";
pub const COPIED: &str = "Kopieret.";
pub const NOT_COPIED: &str = "Browseren vil ikke kopiere. Teksten er markeret: tryk Ctrl+C, eller hold fingeren på den og vælg kopiér.";
pub const OPEN_PACKAGE: &str = "Åbn en pakke fra en fil";

pub const OWN_UNTOUCHED: &str = "Dit eget valg er urørt. Nedenfor kan du se de to side om side.";
pub const TAKE_OVER: &str = "Brug den i stedet for mit valg";
pub const LEAVE_RECEIVED: &str = "Luk den igen";

/// What a received package is called beside others.
#[must_use]
pub fn received_title(name: &str) -> String {
    match name.trim() {
        "" => "Modtaget".to_owned(),
        name => format!("Modtaget: {name}"),
    }
}

/// What the reader's package is called beside others.
#[must_use]
pub fn own_title(name: &str) -> String {
    match name.trim() {
        "" => OWN_PACKAGE.to_owned(),
        name => format!("{OWN_PACKAGE}: {name}"),
    }
}

pub const BEGIN_WITH: &str = "Begynd med denne";
pub const PUBLISHED_PACKAGES: &str = "Pakker i kataloget";
