//! `Regnskabstal til og med`: the last month that is realised, and whether months are locked.

use leptos::prelude::*;

use crate::domain::{ActionPlan, Month};
use crate::text::labels;
use crate::text::plan::head;
use crate::ui::dialog::choice;
use crate::ui::editor::Editor;
use crate::ui::view::{SECONDARY, button, dynamic, text, when};
use crate::web::focus;

/// The months that can be chosen: none before the last closed one, save the one that is.
fn choices(closed: Option<Month>, chosen: Option<Month>) -> Vec<Option<Month>> {
    std::iter::once(None)
        .chain(Month::ALL.into_iter().map(Some))
        .filter(|&status| status >= closed || status == chosen)
        .collect()
}

/// The choice of the month, with what locks and opens the months that have passed.
pub fn status(editor: Editor<ActionPlan>) -> AnyView {
    let document = editor.document;
    let closed = Memo::new(move |_| document.with(|plan| plan.closed_through));
    let status = Memo::new(move |_| document.with(|plan| plan.status));
    let options = Signal::derive(move || {
        let name = |status: Option<Month>| match status {
            None => head::NO_STATUS.to_owned(),
            Some(month) => labels::month(month).to_owned(),
        };
        choices(closed.get(), status.get())
            .into_iter()
            .map(name)
            .collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let choices = choices(closed.get(), status.get());
        let place = choices.iter().position(|&choice| choice == status.get());
        place.unwrap_or_default()
    });
    let choose = move |place: usize| {
        let choices = choices(closed.get_untracked(), status.get_untracked());
        let status = choices.get(place).copied();
        if let Some(status) = status {
            editor.edit(|plan| plan.status = status);
            editor.settle();
        }
    };
    let is_closed = dynamic(move || match closed.get() {
        None => ().into_any(),
        Some(closed) => view! {
            <p>
                {head::closed_months(closed)} " "
                {button(SECONDARY, head::REOPEN, move || reopen(editor, closed))}
            </p>
        }
        .into_any(),
    });
    let can_lock = when(
        move || status.get() > closed.get(),
        move || button(SECONDARY, head::LOCK, move || lock(editor)),
    );
    let printed = text(move || {
        let status = status.get().map_or(head::NO_STATUS, labels::month);
        format!("{} {status}", head::STATUS)
    });
    view! {
        <div class="plan-status d-print-none">
            {choice("status", head::STATUS, options, chosen, choose)}
            <p class="form-hint">{head::STATUS_HINT}</p>
            <div class="plan-status__lock">{is_closed} {can_lock}</div>
        </div>
        <p class="print-text" aria-hidden="true">
            {printed}
        </p>
    }
    .into_any()
}

fn reopen(editor: Editor<ActionPlan>, closed: Month) {
    set_closed(editor, None);
    editor.say_undoable(head::reopened(closed));
    focus("status");
}

fn lock(editor: Editor<ActionPlan>) {
    let status = editor.document.with_untracked(|plan| plan.status);
    set_closed(editor, status);
    if let Some(status) = status {
        editor.say_undoable(head::locked(status));
    }
    focus("status");
}

fn set_closed(editor: Editor<ActionPlan>, closed: Option<Month>) {
    // A month that is not realised any more is not closed either.
    editor.edit(|plan| plan.closed_through = closed.min(plan.status));
    editor.settle();
}
