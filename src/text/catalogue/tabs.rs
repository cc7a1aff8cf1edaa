//! The tabs of the page.

pub const TABS: &str = "Katalogets dele";
pub const PROPOSALS: &str = "Forslag";
pub const RELATIONS: &str = "Sammenhænge";
pub const PACKAGES: &str = "Pakker";
pub const PUBLISH: &str = "Udgiv";
pub const DETAILS: &str = "Oplysninger";
