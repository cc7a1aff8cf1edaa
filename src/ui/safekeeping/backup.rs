//! Backups: one file with every document.

use leptos::prelude::*;

use crate::text::safekeeping::storage;
use crate::ui::document_actions::export_all;
use crate::ui::session::Session;
use crate::ui::view::{PRIMARY, button, dynamic};
use crate::web::{last_backup, moment_in_words};

/// The section about backups.
pub fn backup(session: Session) -> AnyView {
    // Counts the backups that were made while the page is open.
    let made = RwSignal::new(0_u32);
    let last = dynamic(move || {
        made.track();
        let last = last_backup().map(moment_in_words);
        let said = last.map_or_else(
            || storage::NO_BACKUP.to_owned(),
            |moment| storage::last_backup(&moment),
        );
        view! { <p>{said}</p> }.into_any()
    });
    let back_up = move || {
        export_all(session);
        made.update(|count| *count += 1);
    };
    view! {
        <section aria-labelledby="backup-heading">
            <h2 id="backup-heading">{storage::BACKUP}</h2>
            <p>{storage::BACKUP_TEXT}</p>
            {last}
            {button(PRIMARY, storage::BACK_UP, back_up)}
        </section>
    }
    .into_any()
}
