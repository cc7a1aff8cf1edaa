//! The browser: storage, saving, files, newer builds, the clock and the address line. The only code that asks it for anything.

mod clock;
mod collation;
mod download;
mod focus;
mod library;
mod offline;
mod open_file;
mod place;
mod route;
mod settings;
mod storage;

pub use clock::{milliseconds, next_budget_year, now, this_year, today};
pub use collation::DanishOrder;
pub use download::download;
pub use focus::{focus, select, set_title};
pub use library::{Library, SaveStatus, copy_of};
pub use offline::{Update, switch, updates};
pub use open_file::{Opened, open, open_beside_page};
pub use place::{Place, Wanted, place_beside};
pub use route::{Route, current_route, focus_if_navigated, go};
pub use settings::sign_setting;
pub use storage::{StorageProblem, Unreadable};
