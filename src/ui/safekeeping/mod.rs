//! Where documents lie and how they are brought back. Loaded when it is first needed.

mod backup;
mod bin;
mod earlier;
mod file;
mod import;
mod room;
mod unreadable;

use leptos::prelude::*;

use super::session::Session;
use super::view::page_heading;
use crate::text::safekeeping::storage;
pub use earlier::earlier_page;
pub use file::file_line;
pub use import::import;
pub use unreadable::unreadable;

/// The page about storage, backups and the bin.
pub fn safekeeping_page(session: Session, follows_file: RwSignal<bool>) -> AnyView {
    let Session { library, .. } = session;
    library.load_all();
    view! {
        {page_heading(storage::SAFEKEEPING.to_owned().into())}
        <p class="font-lead">{storage::SAFEKEEPING_LEAD}</p>
        {room::room()}
        {file::file(session, follows_file)}
        {backup::backup(session)}
        {bin::bin(session)}
    }
    .into_any()
}
