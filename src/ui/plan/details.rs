//! The tab `Oplysninger`: the head of the form.

use leptos::prelude::*;

use super::UNIT;
use crate::danish::{print_amount, print_date};
use crate::domain::{ActionPlan, HeadField, PlanField};
use crate::text;
use crate::text::labels;
use crate::text::plan::head;
use crate::ui::editor::Editor;
use crate::ui::form_field::form_field;
use crate::ui::view::dynamic;

/// The fields of the head, and the case.
pub fn details(editor: Editor<ActionPlan>) -> AnyView {
    let field = move |field| form_field(editor, PlanField::Head(field));
    view! {
        <section
            class="form-section form-section--head form-section--pairs"
            aria-label=text::editor::HEAD
        >
            {field(HeadField::Year)}
            <p class="form-page__note">{head::PLAN_NOTE}</p>
            {field(HeadField::Department)}
            {field(HeadField::DepartmentResponsible)}
            {field(HeadField::Unit)}
            {field(HeadField::UnitResponsible)}
            {field(HeadField::StartedOn)}
            {field(HeadField::OverspendAtStart)}
            {last_update(editor)}
            {field(HeadField::CarriedOver)}
            <div class="form-section__wide">{field(HeadField::Cause)}</div>
            {field(HeadField::CaseNumber)}
        </section>
    }
    .into_any()
}

/// The last update: typed until the first one is closed, and then what was closed last.
fn last_update(editor: Editor<ActionPlan>) -> AnyView {
    let last = Memo::new(move |_| editor.document.with(|plan| plan.updates.last().cloned()));
    dynamic(move || {
        let Some(last) = last.get() else {
            return view! {
                {form_field(editor, PlanField::Head(HeadField::UpdatedOn))}
                {form_field(editor, PlanField::Head(HeadField::OverspendAtUpdate))}
            }
            .into_any();
        };
        view! {
            {frozen(HeadField::UpdatedOn, print_date(last.closed_on()))}
            {frozen(HeadField::OverspendAtUpdate, print_amount(last.forecast(), UNIT))}
        }
        .into_any()
    })
}

/// A field that fills itself.
fn frozen(field: HeadField, value: String) -> AnyView {
    view! {
        <div class="form-group field">
            <span class="form-label">{labels::head(field)}</span>
            <span class="form-hint">{head::FROM_LAST_UPDATE}</span>
            <p class="frozen">{value}</p>
        </div>
    }
    .into_any()
}
