//! The browser: storage, saving, files, newer builds, the clock and the address line. The only code that asks it for anything.

mod build;
mod calculations;
mod calendar;
mod cells;
mod clipboard;
mod clock;
mod collation;
mod columns;
mod database;
mod download;
mod file_handle;
mod focus;
mod library;
mod local_storage;
mod menu;
mod offline;
mod open_file;
mod page_tab;
mod place;
mod pointer;
mod published;
mod publishing;
mod reader;
mod route;
mod selection;
mod settings;
mod shared_file;
mod start_page;
mod tab_address;
mod tabs;
mod thrown;

pub use crate::record::StorageProblem;
pub use build::build_name;
pub use calculations::{keep_calculations, kept_calculations};
pub use calendar::{can_show_calendar, show_calendar};
pub use cells::{
    cell_of, enter_anew, focused_cell, is_editing, is_on_handle, put_on_clipboard,
    scroll_into_view, set_editing, show_selected,
};
pub use clipboard::{Copied, block_in, copied, repeated};
pub use clock::{
    after, milliseconds, moment_in_words, next_budget_year, now, this_year, time_of_day, today,
};
pub use collation::DanishOrder;
pub use columns::{has_two_columns, keep_columns_in_order};
pub use database::{Room, ask_to_persist, storage_room};
pub use download::{HTML, JSON, TEXT, download};
pub use focus::{
    focus, focus_first_cell, focus_from_outside, focus_if_lost, focus_in_place, focused,
    give_back_focus, is_dialog_open, is_on_page, keep_focus_in_view, select, select_text,
    set_title, when_asked_to_show,
};
pub use library::{Deleted, Library, SaveStatus, copy_of};
pub use local_storage::Unreadable;
pub use menu::{
    InMenu, close_menu, close_menus, focus_in_menu, is_menu_open, is_still_in_menu, open_menu,
};
pub use offline::{Update, take_into_use, updates};
pub use open_file::{Opened, open, open_beside_page, read_file};
pub use page_tab::{CatalogueTab, PageTab, PlanTab};
pub use place::{Place, Wanted, place_beside};
pub use pointer::{watch_pointer, when_pointer_is_up};
pub use published::{before_mounting, published};
pub use publishing::{preview, published_file};
pub use reader::{
    Kept, address_with, attribute, copy_text, forget_package_in_address, is_local, mark,
    missed_place, mount_in, package_in_address, print_only, reveal, say_text_only,
};
pub use route::{Route, current_route, focus_in_late_page, go, reload};
pub use selection::{
    has_focus, has_window_focus, input_of, is_all_selected, put_caret_at_end, select_all,
};
pub use settings::{
    first_saved_at, has_single_keys, last_backup, last_handed_over, remember_backup,
    remember_handed_over, remember_single_keys, shared_file_name, sign_setting,
};
pub use shared_file::{FileOffer, FileProblem, FileStatus, SharedFile, TiedFile};
pub use start_page::{Sought, come_back_to_start_page, show_sought_in_address, sought_in_address};
pub use tab_address::{Visit, current_tab, go_to_tab, show_tab_in_address};
