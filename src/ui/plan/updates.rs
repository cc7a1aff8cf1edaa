//! The history of a plan, and closing an update.

use leptos::prelude::*;

use super::UNIT;
use crate::danish::{print_amount, print_date, read_date_on};
use crate::domain::{ActionPlan, HistoryEntry, HistoryKind, Total};
use crate::draft::EntryError;
use crate::text::plan::{forecast, head, updates};
use crate::text::{app, labels, messages};
use crate::ui::dialog::{Dialog, date_line, text_area};
use crate::ui::editor::{Editable, Editor};
use crate::ui::outputs::Printed;
use crate::ui::view::{PRIMARY, SECONDARY, TERTIARY, button, dynamic, text};
use crate::web::{focus, today};

/// How the forecast moved from update to update, with the button that closes the one that is being made.
pub fn updates(editor: Editor<ActionPlan>) -> AnyView {
    let closing = RwSignal::new(false);
    let history = Memo::new(move |_| editor.document.with(ActionPlan::history));
    let rows = dynamic(move || {
        let rows: Vec<AnyView> = history
            .get()
            .into_iter()
            .map(|entry| row(editor, entry))
            .collect();
        rows.into_any()
    });
    let dialog = dynamic(move || {
        if closing.get() {
            close_dialog(editor, closing)
        } else {
            ().into_any()
        }
    });
    view! {
        <section class="form-section" aria-labelledby="updates-heading">
            <h2 id="updates-heading" tabindex="-1">
                {updates::UPDATES}
            </h2>
            <div class="table-frame" role="region" aria-labelledby="updates-caption" tabindex="0">
                <table class="table figures figures--updates">
                    <caption id="updates-caption">{updates::UPDATES_CAPTION}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{updates::UPDATE}</th>
                            <th scope="col">{head::STATUS}</th>
                            <th scope="col" class="number">
                                {updates::UPDATE_EFFECT}
                            </th>
                            <th scope="col" class="number">
                                {forecast::BAR_FORECAST}
                            </th>
                            <th scope="col" class="number">
                                {updates::MOVED}
                            </th>
                            <th scope="col">{updates::NOTE}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="d-print-none">
                {button(SECONDARY, updates::CLOSE_UPDATE, move || closing.set(true))}
            </p>
            {dialog}
        </section>
    }
    .into_any()
}

fn row(editor: Editor<ActionPlan>, entry: HistoryEntry) -> AnyView {
    let name = match entry.kind {
        HistoryKind::Start => updates::AT_START,
        HistoryKind::Typed => updates::TYPED_UPDATE,
        HistoryKind::Closed => updates::UPDATE,
        HistoryKind::Now => updates::NOW,
    };
    let name = match entry.on {
        Some(date) => format!("{name} {}", print_date(date)),
        None => name.to_owned(),
    };
    let class = match entry.kind {
        HistoryKind::Now => "sum",
        HistoryKind::Start | HistoryKind::Typed | HistoryKind::Closed => "",
    };
    let level = Printed::Level(UNIT);
    let effect = text(move || super::printed(editor).optional(entry.effect));
    view! {
        <tr class=class>
            <th scope="row">{name}</th>
            <td>{entry.status.map(labels::month)}</td>
            <td class="number">{effect}</td>
            <td class="number">{level.total(entry.forecast)}</td>
            <td class="number">{entry.moved.map(moved)}</td>
            <td class="note">{entry.note}</td>
        </tr>
    }
    .into_any()
}

/// How the forecast moved, with its sign.
fn moved(moved: Total) -> String {
    match moved {
        Total::Blank => String::new(),
        Total::Incomplete => messages::INCOMPLETE.to_owned(),
        Total::Complete(amount) if amount.is_zero() || amount.is_saving() => {
            print_amount(amount, UNIT)
        }
        Total::Complete(amount) => format!("+{}", print_amount(amount, UNIT)),
    }
}

/// Which rows were not reported, and what their months count as; nothing where all were.
fn not_reported(counts: String, rows: Vec<AnyView>) -> AnyView {
    if counts.is_empty() {
        return ().into_any();
    }
    let rows = (!rows.is_empty()).then(|| view! { <ul>{rows}</ul> }.into_any());
    view! {
        <div class="message message--advice">
            <p>{counts}</p>
            {rows}
        </div>
    }
    .into_any()
}

fn close_dialog(editor: Editor<ActionPlan>, closing: RwSignal<bool>) -> AnyView {
    let proposed = editor
        .document
        .with_untracked(|plan| plan.proposed_closing_date(today()));
    let date = RwSignal::new(print_date(proposed));
    let (counts, unreported) = editor
        .document
        .with_untracked(|plan| (updates::closing_counts(plan), plan.unreported()));
    let unreported: Vec<AnyView> = unreported
        .iter()
        .map(|row| view! { <li>{updates::closing_unreported(row)}</li> }.into_any())
        .collect();
    let note = RwSignal::new(String::new());
    let error = RwSignal::new(String::new());
    let year = editor.document.with_untracked(ActionPlan::year_of_examples);
    let dialog = Dialog::new();
    let apply = move || {
        let on = match read_date_on(&date.get_untracked(), today()) {
            Ok(Some(on)) => on,
            Ok(None) => {
                error.set(updates::CLOSE_UPDATE_NEEDS_DATE.to_owned());
                return;
            }
            Err(reason) => {
                error.set(messages::entry_error(&EntryError::Date(reason), year));
                return;
            }
        };
        let mut closed = Ok(());
        let note = note.get_untracked().trim().to_owned();
        editor.edit(|plan| closed = plan.close_update(on, note));
        editor.settle();
        if let Err(reason) = closed {
            error.set(updates::close_error(reason));
            return;
        }
        dialog.close();
        editor.say_undoable(updates::update_closed(on));
        focus("updates-heading");
    };
    let outside = text(move || {
        let dated = read_date_on(&date.get(), today())
            .ok()
            .flatten()
            .map(|date| date.year());
        let year = editor.document.with(|plan| plan.year.value());
        match (dated, year.map(|year| year.number())) {
            (Some(dated), Some(year)) if dated != i32::from(year) => {
                updates::close_update_outside_year(dated, year)
            }
            _ => String::new(),
        }
    });
    let content = view! {
        <h2 id="close-update-heading">{updates::CLOSE_UPDATE_APPLY}</h2>
        {not_reported(counts, unreported)}
        <p>{updates::CLOSE_UPDATE_TEXT}</p>
        {date_line(
            "close-update-date",
            updates::CLOSE_UPDATE_DATE,
            updates::date_hint(year),
            date,
            error.into(),
        )}
        <p class="message message--advice" role="status">
            {outside}
        </p>
        {text_area("close-update-note", updates::NOTE, None, note, RwSignal::new(None))}
        <div class="button-group">
            {button(PRIMARY, updates::CLOSE_UPDATE_APPLY, apply)}
            {button(TERTIARY, app::CANCEL, move || dialog.close())}
        </div>
    };
    dialog.draw(
        "dialog",
        "close-update-heading",
        content.into_any(),
        move || {
            closing.set(false);
        },
    )
}
