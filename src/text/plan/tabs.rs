//! The tabs of the page.

pub const TABS: &str = "Handleplanens dele";
pub const PLAN: &str = "Plan";
pub const FOLLOW_UP: &str = "Opfølgning";
pub const FORECAST: &str = "Prognose og dækning";
pub const UPDATES: &str = "Opdateringer";
pub const DETAILS: &str = "Oplysninger";
