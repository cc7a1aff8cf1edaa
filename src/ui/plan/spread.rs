//! Spreading a yearly amount over the months of a row.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::UNIT;
use crate::danish::{Direction, Signs, is_turned, read_yearly_amount, says_direction};
use crate::domain::{ActionPlan, Id, Month, Remainder, Spread, Total, spread};
use crate::draft::{EntryError, can_spread, spread_over};
use crate::text;
use crate::text::{app, labels, messages};
use crate::ui::dialog::{Dialog, radio, select, text_line};
use crate::ui::editor::{Editable, Editor};
use crate::ui::view::{PRIMARY, TERTIARY, button, dynamic, text};

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
    /// A spread of what the row adds up to now in the months that are open, over those months.
    fn of(plan: &ActionPlan, row: Id, signs: Signs) -> Self {
        let first = plan.closed_through.map_or(0, |closed| closed.index() + 1);
        let row = plan.focus_area(row);
        let open = row.map(|row| Total::of(row.effects.iter().skip(first)));
        let amount = open
            .and_then(Total::amount)
            .filter(|amount| !amount.is_zero())
            .map(|amount| signs.print(amount, UNIT))
            .unwrap_or_default();
        Self {
            amount: RwSignal::new(amount),
            from: RwSignal::new(first.min(Month::December.index())),
            to: RwSignal::new(Month::December.index()),
            remainder: RwSignal::new(Remainder::Last),
        }
    }

    /// The spread that is asked for, or a sentence that says what is missing.
    fn read(self, closed: Option<Month>, signs: Signs, year: i32) -> Result<Spread, String> {
        let typed = self.amount.get();
        // What is spread over the months is the amount of a year.
        let amount = read_yearly_amount(&typed, UNIT)
            .map_err(|error| messages::entry_error(&EntryError::Number(error), year))?
            .ok_or_else(|| text::plan::spread::SPREAD_NEEDS_AMOUNT.to_owned())?;
        let is_turned = is_turned(signs, Some(Direction::Saves)) && !says_direction(&typed);
        let amount = if is_turned { -amount } else { amount };
        let month = |place: RwSignal<usize>, otherwise| {
            Month::ALL.get(place.get()).copied().unwrap_or(otherwise)
        };
        let how = Spread {
            amount,
            from: month(self.from, Month::January),
            to: month(self.to, Month::December),
            remainder: self.remainder.get(),
        };
        can_spread(&how, closed).map_err(text::plan::spread::spread_refusal)?;
        Ok(how)
    }
}

fn open(editor: Editor<ActionPlan>, row: Id, spreading: RwSignal<Option<Id>>) -> AnyView {
    let signs = editor.session.signs.get_untracked();
    let (position, closed, request, year) = editor.document.with_untracked(|plan| {
        let position = plan.position(row).unwrap_or_default();
        let request = Request::of(plan, row, signs);
        (
            position,
            plan.closed_through,
            request,
            plan.year_of_examples(),
        )
    });
    let how = Memo::new(move |_| request.read(closed, signs, year));
    let was_tried = RwSignal::new(false);
    let error = text(move || match how.get() {
        Err(error) if was_tried.get() => error,
        Ok(_) | Err(_) => String::new(),
    });
    let preview = text(move || {
        how.get()
            .map(|how| in_words(&how, signs))
            .unwrap_or_default()
    });
    let dialog = Dialog::new();
    let on_submit: Box<dyn FnMut(SubmitEvent)> = Box::new(move |event| {
        event.prevent_default();
        was_tried.set(true);
        let Ok(how) = how.get_untracked() else {
            return;
        };
        let mut is_spread = false;
        editor.edit(|plan| is_spread = spread_over(plan, row, &how).is_ok());
        editor.settle();
        dialog.close();
        if is_spread {
            editor.say_undoable(text::plan::spread::spread_done(position));
        }
    });
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
                {text::plan::spread::spread_heading(&labels::focus_area(position))}
            </h2>
            {text_line(
                "spread-amount",
                text::plan::spread::SPREAD_AMOUNT,
                Some(text::plan::spread::spread_amount_hint(signs).to_owned()),
                request.amount,
                error,
            )}
            <div class="dialog__pair">
                {select(
                    "spread-from",
                    text::plan::spread::SPREAD_FROM,
                    months.clone().into(),
                    request.from,
                )} {select("spread-to", text::plan::spread::SPREAD_TO, months.into(), request.to)}
            </div>
            <fieldset class="form-group">
                <legend class="form-label">{text::plan::spread::SPREAD_REMAINDER}</legend>
                {remainder("remainder-last", text::plan::spread::SPREAD_LAST, Remainder::Last)}
                {remainder("remainder-first", text::plan::spread::SPREAD_FIRST, Remainder::First)}
            </fieldset>
            <p class="dialog__preview">{preview}</p>
            <div class="button-group">
                <button type="submit" class=PRIMARY>
                    {text::plan::spread::SPREAD_APPLY}
                </button>
                {button(TERTIARY, app::CANCEL, move || dialog.close())}
            </div>
        </form>
    };
    dialog.draw("dialog", "spread-heading", content.into_any(), move || {
        spreading.set(None)
    })
}

/// What the months will hold: the equal parts, and the one with the remainder.
fn in_words(how: &Spread, signs: Signs) -> String {
    let parts = spread(how).unwrap_or_default();
    let part = |month: Month| {
        let part = parts.get(month.index()).copied().flatten();
        format!("{} kr.", signs.print(part.unwrap_or_default(), UNIT))
    };
    let (rest, other) = match how.remainder {
        Remainder::Last => (how.to, how.from),
        Remainder::First => (how.from, how.to),
    };
    let months = how.to.index() - how.from.index() + 1;
    text::plan::spread::spread_preview(months, &part(other), &part(rest), labels::month(rest))
}
