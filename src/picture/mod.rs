//! Where things lie in a picture: whole thousandths of its width and height, so that a picture is the same wherever
//! it is drawn.

mod bars;
mod curve;

pub use bars::{Bar, Bars, Saving, reach, reached, savings};
pub use curve::{Curve, FULL, across};
