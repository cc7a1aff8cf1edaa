//! Choosing a date in the browser's own calendar, beside the input that it can be typed in.

use leptos::ev::Event;
use leptos::prelude::*;

use super::icon::CALENDAR;
use super::view::click;
use crate::danish::{print_date, read_date};
use crate::text::app;
use crate::web::{can_show_calendar, input_of, show_calendar};

/// A button that opens the calendar at the date that stands in an input, which has this id and label. `choose` takes the date that is
/// chosen, as it is printed. Nothing where the browser has no calendar to open.
pub fn calendar(id: &str, label: &str, value: Signal<String>, choose: Callback<String>) -> AnyView {
    if !can_show_calendar() {
        return ().into_any();
    }
    let id = format!("{id}-calendar");
    let opened = id.clone();
    let open = click(move || show_calendar(&opened, &value.get_untracked()));
    let chosen: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let date = input_of(&event).and_then(|input| read_date(&input.value()).ok().flatten());
        if let Some(date) = date {
            choose.run(print_date(date));
        }
    });
    let name = app::choose_date(label);
    view! {
        <span class="calendar d-print-none">
            <button type="button" class="icon-button" title=app::CALENDAR on:click=open>
                {CALENDAR.draw()}
                <span class="sr-only">{name}</span>
            </button>
            <input
                type="date"
                class="calendar__date"
                id=id
                tabindex="-1"
                aria-hidden="true"
                on:change=chosen
            />
        </span>
    }
    .into_any()
}
