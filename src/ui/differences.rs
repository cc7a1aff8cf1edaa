//! What differs between two states of something, as a table.

use leptos::prelude::*;

use crate::text::differences;
use crate::text::differences::Difference;

/// The places that differ, each with what stood there and what stands there now. `id` is that of the caption; `then` and `today`
/// name the two states.
pub fn difference_table(
    id: &str,
    caption: String,
    then: &'static str,
    today: &'static str,
    differences: Vec<Difference>,
) -> AnyView {
    let rows: Vec<AnyView> = differences
        .into_iter()
        .map(|difference| {
            view! {
                <tr>
                    <th scope="row">{difference.label}</th>
                    <td data-column=then>{value(difference.then)}</td>
                    <td data-column=today>{value(difference.today)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="table-frame" role="region" aria-labelledby=id.to_owned() tabindex="0">
            <table class="table">
                <caption id=id.to_owned()>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{differences::FIELD}</th>
                        <th scope="col">{then}</th>
                        <th scope="col">{today}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn value(shown: String) -> AnyView {
    if shown.is_empty() {
        view! { <em>{differences::BLANK}</em> }.into_any()
    } else {
        view! { <span class="earlier__value">{shown}</span> }.into_any()
    }
}
