//! Where documents lie and how they are brought back. Loaded when it is first needed.

mod backup;
mod bin;
mod earlier;
mod file;
mod import;
mod room;
mod unreadable;

use leptos::prelude::*;

use super::notices::Notices;
use super::view::page_heading;
use crate::text::safekeeping::storage;
use crate::web::Library;
pub use earlier::earlier_page;
pub use file::file_line;
pub use import::import;
pub use unreadable::unreadable;

/// The page about storage, backups and the bin.
pub fn safekeeping_page(
    library: Library,
    notices: Notices,
    follows_file: RwSignal<bool>,
) -> AnyView {
    library.load_all();
    view! {
        {page_heading(storage::SAFEKEEPING.to_owned().into())}
        <p class="font-lead">{storage::SAFEKEEPING_LEAD}</p>
        {room::room()}
        {file::file(library, notices, follows_file)}
        {backup::backup(library, notices)}
        {bin::bin(library, notices)}
    }
    .into_any()
}
