//! The figures of the page as open data.

use leptos::prelude::*;

use super::state::Reader;
use crate::publication::{PositionsWithoutSign, Publication, open_data, open_data_names};
use crate::text;
use crate::ui::open_data::open_data_buttons;

const HEADING: &str = "open-data";

/// The section. In a page whose catalogue has no edition, which was not published, no file can be made.
pub fn data(reader: Reader) -> AnyView {
    let files = move || {
        let publication = reader.shown.with(|catalogue, proposals| {
            let entries = catalogue.entries.iter();
            let proposals = entries.filter_map(|entry| proposals.get(&entry.proposal).copied());
            Some(Publication {
                edition: catalogue.edition?,
                catalogue: catalogue.clone(),
                proposals: proposals.cloned().collect(),
                published_at: reader.published_at,
                // No table says more of a sign than the figure.
                positions_without_sign: PositionsWithoutSign::new(),
            })
        })?;
        open_data(&publication).ok()
    };
    view! {
        <section class="form-section d-print-none" aria-labelledby=HEADING>
            <h2 id=HEADING>{text::open_data::OPEN_DATA}</h2>
            <p>{text::open_data::OPEN_DATA_TEXT}</p>
            {open_data_buttons(open_data_names(), files, reader.notices)}
        </section>
    }
    .into_any()
}
