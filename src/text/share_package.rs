//! Giving a package to others, by a link or as a file.

pub const PACKAGE_LINK: &str = "Link til din pakke";
pub const COPY_LINK: &str = "Kopiér link";
pub const SAVE_PACKAGE: &str = "Gem pakken som fil";
pub const PACKAGE_FILE: &str = "pakke";
pub const FILE_NOT_READ: &str = "Filen kan ikke læses. Prøv at vælge den igen.";
