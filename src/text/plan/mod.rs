//! The page of an action plan.

pub mod chart;
pub mod focus_areas;
pub mod forecast;
pub mod head;
pub mod matrix;
pub mod spread;
pub mod updates;
