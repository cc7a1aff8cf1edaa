//! The browser: storage, saving, files, the clock and the address line. The only code that asks it for anything.

mod clock;
mod collation;
mod crash;
mod download;
mod focus;
mod library;
mod open_file;
mod route;
mod storage;

pub use clock::{milliseconds, next_budget_year, now, this_year, today};
pub use collation::DanishOrder;
pub use crash::report_crashes;
pub use download::download;
pub use focus::{focus, select, set_title};
pub use library::{Library, SaveStatus, copy_of};
pub use open_file::{Opened, open, open_beside_page};
pub use route::{Route, current_route, go};
pub use storage::{StorageProblem, Unreadable};
