//! The page of an action plan.

pub mod chart;
pub mod focus_areas;
pub mod forecast;
pub mod head;
pub mod key_figures;
pub mod matrix;
pub mod spread;
pub mod tabs;
pub mod updates;
