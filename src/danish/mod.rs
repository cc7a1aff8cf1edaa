//! How Danes write numbers and dates: reading what was typed, and printing it.

mod calculation;
mod date;
mod direction;
mod letter_case;
mod mentioned;
mod month;
mod number;
mod signs;

pub use calculation::{has_equals, is_calculation, print_calculation};
pub use date::{DateError, print_date, print_time, read_date, read_date_on, read_time};
pub use direction::Direction;
pub use letter_case::{capitalised, in_small_letters, small_letter};
pub use mentioned::{Mentioned, amounts_mentioned};
pub use month::{month_beginning, month_name, month_short};
pub use number::{
    AmountUnit, MINUS, NotComputed, NumberError, Reading, cell_text, footnote_of, in_unit,
    is_format, print_amount, print_number, print_percent, read_amount, read_number,
    read_yearly_amount, reading, says_direction, says_per_year,
};
pub use signs::{Signs, is_turned};
