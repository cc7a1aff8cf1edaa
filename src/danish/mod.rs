//! How Danes write numbers and dates: reading what somebody typed, and printing it back.

mod date;
mod mentioned;
mod number;
mod signs;

pub use date::{DateError, print_date, read_date};
pub use mentioned::{Mentioned, amounts_mentioned};
pub use number::{
    AmountUnit, MINUS, NumberError, print_amount, print_number, print_percent, read_amount,
    read_number, says_direction,
};
pub use signs::{Direction, Signs, is_turned, opposite};
