//! Spreading a yearly amount over the months of a row.

use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;

use super::UNIT;
use crate::danish::{print_amount, read_amount};
use crate::domain::{ActionPlan, Amount, Id, Month, Remainder, Spread, spread};
use crate::draft::{EntryError, spread_over};
use crate::text::{labels, messages, page};
use crate::ui::dialog::{Dialog, radio, select};
use crate::ui::editor::Editor;
use crate::ui::view::{PRIMARY, TERTIARY, button, dynamic, flag, text};

/// The dialog, open while `spreading` names a row.
pub fn spread_dialog(editor: Editor<ActionPlan>, spreading: RwSignal<Option<Id>>) -> AnyView {
    dynamic(move || match spreading.get() {
        Some(row) => open(editor, row, spreading),
        None => ().into_any(),
    })
}

/// What is asked for in the dialog.
#[derive(Clone, Copy)]
struct Request {
    amount: RwSignal<String>,
    from: RwSignal<usize>,
    to: RwSignal<usize>,
    remainder: RwSignal<Remainder>,
}

impl Request {
    /// A spread of what the row adds up to now, over the whole year.
    fn of(row: Option<Amount>) -> Self {
        let amount = row
            .filter(|amount| !amount.is_zero())
            .map(|amount| print_amount(amount, UNIT))
            .unwrap_or_default();
        Self {
            amount: RwSignal::new(amount),
            from: RwSignal::new(Month::January.index()),
            to: RwSignal::new(Month::December.index()),
            remainder: RwSignal::new(Remainder::Last),
        }
    }

    /// The spread that is asked for, or a sentence that says what is missing.
    fn read(self) -> Result<Spread, String> {
        let amount = read_amount(&self.amount.get(), UNIT)
            .map_err(|error| messages::entry_error(&EntryError::Number(error)))?
            .ok_or_else(|| page::SPREAD_NEEDS_AMOUNT.to_owned())?;
        let month = |place: RwSignal<usize>, otherwise| {
            Month::ALL.get(place.get()).copied().unwrap_or(otherwise)
        };
        let how = Spread {
            amount,
            from: month(self.from, Month::January),
            to: month(self.to, Month::December),
            remainder: self.remainder.get(),
        };
        spread(&how).map_err(|error| messages::spread_error(error).to_owned())?;
        Ok(how)
    }
}

fn open(editor: Editor<ActionPlan>, row: Id, spreading: RwSignal<Option<Id>>) -> AnyView {
    let (position, total) = editor.document.with_untracked(|plan| {
        let total = plan.focus_area(row).and_then(|row| row.total().amount());
        (plan.position(row).unwrap_or_default(), total)
    });
    let request = Request::of(total);
    let how = Memo::new(move |_| request.read());
    let was_tried = RwSignal::new(false);
    let error = text(move || match how.get() {
        Err(error) if was_tried.get() => error,
        Ok(_) | Err(_) => String::new(),
    });
    let preview = text(move || how.get().map(|how| in_words(&how)).unwrap_or_default());
    let dialog = Dialog::new();
    let on_submit: Box<dyn FnMut(SubmitEvent)> = Box::new(move |event| {
        event.prevent_default();
        was_tried.set(true);
        let Ok(how) = how.get_untracked() else {
            return;
        };
        let mut before = None;
        editor.edit(|plan| before = spread_over(plan, row, &how).ok());
        editor.settle();
        dialog.close();
        if let Some(before) = before {
            editor.offer_undo(page::spread_done(position), before);
        }
    });
    let on_input: Box<dyn FnMut(Event)> =
        Box::new(move |event| request.amount.set(event_target_value(&event)));
    let months: Vec<String> = Month::ALL
        .into_iter()
        .map(|month| labels::month(month).to_owned())
        .collect();
    let remainder = |id: &str, label, choice| {
        radio(
            id.to_owned(),
            "remainder".to_owned(),
            label,
            choice,
            request.remainder,
        )
    };
    let content = view! {
        <form on:submit=on_submit>
            <h2 id="spread-heading">
                {page::spread_heading(&labels::focus_area(position))}
            </h2>
            <div class="form-group" class:form-error=flag(move || !error.get().is_empty())>
                <label class="form-label" for="spread-amount">
                    {page::SPREAD_AMOUNT}
                </label>
                <span class="form-hint" id="spread-hint">
                    {page::SPREAD_AMOUNT_HINT}
                </span>
                <p class="form-error-message" id="spread-error" role="alert">
                    {error}
                </p>
                <input
                    type="text"
                    class="form-input form-input--short"
                    id="spread-amount"
                    autocomplete="off"
                    autofocus
                    aria-describedby="spread-hint spread-error"
                    prop:value=request.amount
                    on:input=on_input
                />
            </div>
            <div class="dialog__pair">
                {select("spread-from", page::SPREAD_FROM, months.clone().into(), request.from)}
                {select("spread-to", page::SPREAD_TO, months.into(), request.to)}
            </div>
            <fieldset class="form-group">
                <legend class="form-label">{page::SPREAD_REMAINDER}</legend>
                {remainder("remainder-last", page::SPREAD_LAST, Remainder::Last)}
                {remainder("remainder-first", page::SPREAD_FIRST, Remainder::First)}
            </fieldset>
            <p class="dialog__preview">{preview}</p>
            <div class="button-group">
                <button type="submit" class=PRIMARY>
                    {page::SPREAD_APPLY}
                </button>
                {button(TERTIARY, page::CANCEL, move || dialog.close())}
            </div>
        </form>
    };
    dialog.draw("dialog", "spread-heading", content.into_any(), move || {
        spreading.set(None)
    })
}

/// What the months will hold: the equal parts, and the one with the remainder.
fn in_words(how: &Spread) -> String {
    let parts = spread(how).unwrap_or_default();
    let part = |month: Month| {
        let part = parts.get(month.index()).copied().flatten();
        messages::kroner(part.unwrap_or_default())
    };
    let (rest, other) = match how.remainder {
        Remainder::Last => (how.to, how.from),
        Remainder::First => (how.from, how.to),
    };
    let months = how.to.index() - how.from.index() + 1;
    page::spread_preview(months, &part(other), &part(rest), labels::month(rest))
}
