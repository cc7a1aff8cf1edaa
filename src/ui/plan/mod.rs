//! The page of one action plan: Handleplan.

mod chart;
mod focus_areas;
mod follow_up;
mod forecast;
mod matrix;
mod pick;
mod spread;
mod status;
mod updates;

use std::time::Duration;

use leptos::prelude::*;

use super::document_actions::document_actions_with;
use super::editor::{Editor, paste_dialog};
use super::form_field::form_field;
use super::open_data::open_data_button;
use super::outputs::Printed;
use super::problems::problem_summary;
use super::rows::Rows;
use super::session::Session;
use super::summary_bar::{BarFigure, summary_bar};
use super::view::{dynamic, page_heading, text};
use crate::danish::{AmountUnit, print_amount, print_date};
use crate::domain::{ActionPlan, Document, HeadField, PlanField, Total};
use crate::publication::plan_open_data;
use crate::text;
use crate::text::plan::head;
use crate::text::{document, labels, messages};
use chart::chart;
use focus_areas::focus_areas;
use follow_up::follow_up;
use forecast::forecast;
use matrix::matrix;
use status::status;
use updates::updates;

/// Plans are typed and shown in kroner.
const UNIT: AmountUnit = AmountUnit::Kroner;

/// How long the page has been there before other plans are read.
const OTHERS_AFTER: Duration = Duration::from_millis(300);

/// How the effects of a plan are printed.
fn printed(editor: Editor<ActionPlan>) -> Printed {
    Printed::Change(UNIT, editor.session.signs)
}

/// The editor of a plan.
pub fn plan_page(plan: ActionPlan, session: Session) -> AnyView {
    let Session {
        library, notices, ..
    } = session;
    let editor = Editor::new(plan, session);
    // After the page is there: other plans are only read to see whether one was copied from another.
    set_timeout(
        move || {
            library.load_plans_with("");
            editor.settle();
        },
        OTHERS_AFTER,
    );
    let document = editor.document;
    let title = text(move || document.with(document::plan_title));
    let kicker = text(move || document.with(|plan| text::plan::matrix::plan_kicker(&plan.year)));
    let current = move || Document::from(document.get_untracked());
    let csv = open_data_button(
        head::PLAN_CSV,
        move || document.with_untracked(plan_open_data).ok(),
        notices,
    );
    let rows = rows(editor);
    view! {
        {summary_bar(title, bar_figures(editor), editor)}
        <article class="form-page form-page--plan">
            <p class="form-page__kind">{kicker}</p>
            {page_heading(title)}
            {document_actions_with(csv, current, session)}
            {problem_summary(editor)}
            {head(editor)}
            {focus_areas(editor, rows)}
            {matrix(editor, rows, status(editor))}
            {follow_up(editor, rows)}
            {chart(editor)}
            {forecast(editor)}
            {updates(editor)}
            {case_number(editor)}
        </article>
        {paste_dialog(editor)}
        <p class="sr-only" role="status">
            {editor.announcement}
        </p>
    }
    .into_any()
}

fn bar_figures(editor: Editor<ActionPlan>) -> Vec<BarFigure> {
    let figure = |label: &str, printed, total: fn(&ActionPlan) -> Option<Total>| {
        let total = move || editor.document.with(total);
        BarFigure::new(label.to_owned().into(), printed, total)
    };
    let level = Printed::Level(UNIT);
    vec![
        figure(text::plan::forecast::BAR_START, level, |plan| {
            Total::of_typed(&plan.overspend_at_start)
        }),
        figure(text::plan::forecast::BAR_EFFECT, printed(editor), |plan| {
            Some(plan.expected_effect())
        }),
        figure(
            text::plan::forecast::BAR_FORECAST,
            level,
            ActionPlan::forecast,
        )
        .main(),
    ]
}

/// The rows of the plan, in order.
fn rows(editor: Editor<ActionPlan>) -> Rows {
    let document = editor.document;
    Rows::new(move || document.with(|plan| plan.focus_areas.iter().map(|row| row.id).collect()))
}

fn head(editor: Editor<ActionPlan>) -> AnyView {
    let field = move |field| form_field(editor, PlanField::Head(field));
    let is_required = Memo::new(move |_| editor.document.with(ActionPlan::is_required));
    let class = text(move || {
        let class = match is_required.get() {
            Some(true) => "requirement requirement--required",
            Some(false) | None => "requirement",
        };
        class.to_owned()
    });
    let requirement = text(move || messages::plan_required(is_required.get()));
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
            <div>{field(HeadField::OverspendAtStart)} <p class=class>{requirement}</p></div>
            {last_update(editor)}
            {field(HeadField::CarriedOver)}
            <div class="form-section__wide">{field(HeadField::Cause)}</div>
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

fn case_number(editor: Editor<ActionPlan>) -> AnyView {
    let label = labels::head(HeadField::CaseNumber);
    view! {
        <section class="form-section" aria-label=label>
            {form_field(editor, PlanField::Head(HeadField::CaseNumber))}
        </section>
    }
    .into_any()
}
