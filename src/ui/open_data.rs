//! Open data, handed over file by file.

use leptos::prelude::*;

use super::notices::Notices;
use super::view::{SECONDARY, click};
use crate::publication::DataFile;
use crate::text::{document, open_data};
use crate::web::download;

/// A button for each of these files. `files` makes them anew when one is asked for; `None` when that cannot be done.
pub fn open_data_buttons(
    names: Vec<String>,
    files: impl Fn() -> Option<Vec<DataFile>> + Copy + 'static,
    notices: Notices,
) -> AnyView {
    let buttons: Vec<AnyView> = names
        .into_iter()
        .map(|name| {
            let wanted = name.clone();
            let hand_over = move || {
                let file = files().into_iter().flatten();
                let mut file = file.filter(|file| file.name == wanted);
                let is_handed_over = file
                    .next()
                    .is_some_and(|file| download(&file.name, &file.text, file.media_type).is_ok());
                if !is_handed_over {
                    notices.say(document::EXPORT_FAILED.to_owned());
                }
            };
            view! {
                <button type="button" class=SECONDARY on:click=click(hand_over)>
                    {open_data::fetch_file(&name)}
                </button>
            }
            .into_any()
        })
        .collect();
    view! { <div class="button-group d-print-none">{buttons}</div> }.into_any()
}

/// Hands all of these files over, and says so. `files` makes them; `None` when that cannot be done.
pub fn hand_over_data(files: Option<Vec<DataFile>>, notices: Notices) {
    let files = files.unwrap_or_default();
    let mut handed_over = files
        .iter()
        .map(|file| download(&file.name, &file.text, file.media_type));
    let is_done = !files.is_empty() && handed_over.all(|one| one.is_ok());
    notices.say(if is_done {
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        open_data::data_handed_over(&names)
    } else {
        document::EXPORT_FAILED.to_owned()
    });
}
