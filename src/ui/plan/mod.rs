//! The page of one action plan: Handleplan.

mod focus_areas;
mod forecast;
mod matrix;
mod spread;

use leptos::prelude::*;

use super::document_actions::document_actions;
use super::editor::Editor;
use super::field::{Layout, labelled_field};
use super::notices::Notices;
use super::problems::problem_summary;
use super::summary_bar::{BarFigure, summary_bar};
use super::view::{RowKey, page_heading, text};
use crate::danish::AmountUnit;
use crate::domain::{ActionPlan, Document, HeadField, Id, PlanField, Total};
use crate::text::{labels, messages, page};
use crate::web::Library;
use focus_areas::focus_areas;
use forecast::forecast;
use matrix::matrix;

/// Plans are typed and shown in kroner.
const UNIT: AmountUnit = AmountUnit::Kroner;

/// The editor of a plan.
pub fn plan_page(plan: ActionPlan, library: Library, notices: Notices) -> AnyView {
    let editor = Editor::new(plan, library, notices);
    let document = editor.document;
    let title = text(move || document.with(page::plan_title));
    let kicker = text(move || document.with(|plan| page::plan_kicker(&plan.year)));
    let current = move || Document::from(document.get_untracked());
    let rows = rows(editor);
    view! {
            {summary_bar(title, bar_figures(editor), library)}
            <article class="form-page form-page--plan">
                <p class="form-page__kind">{kicker}</p>
    {page_heading(title)}
                {document_actions(current, library, notices)}
                {problem_summary(editor.problems)}
                {head(editor)}
                {focus_areas(editor, rows)}
                {matrix(editor, rows)}
                {forecast(editor)}
                {case_number(editor)}
            </article>
            <p class="sr-only" role="status">
                {editor.announcement}
            </p>
        }
    .into_any()
}

fn bar_figures(editor: Editor<ActionPlan>) -> Vec<BarFigure> {
    let figure = |label: &str, total: fn(&ActionPlan) -> Option<Total>| {
        let total = move || editor.document.with(total);
        BarFigure::new(label.to_owned().into(), UNIT, total)
    };
    vec![
        figure(page::BAR_START, |plan| {
            (!plan.overspend_at_start.is_blank()).then(|| Total::from(&plan.overspend_at_start))
        }),
        figure(page::BAR_EFFECT, |plan| Some(plan.total_effect())),
        figure(page::BAR_FORECAST, ActionPlan::forecast).main(),
    ]
}

/// The rows of the plan, in order.
#[derive(Clone, Copy)]
struct Rows(Memo<Vec<Id>>);

fn rows(editor: Editor<ActionPlan>) -> Rows {
    Rows(Memo::new(move |_| {
        editor
            .document
            .with(|plan| plan.focus_areas.iter().map(|row| row.id).collect())
    }))
}

impl Rows {
    fn count(self) -> usize {
        self.0.with(Vec::len)
    }

    fn keys(self) -> Signal<Vec<RowKey>> {
        Signal::derive(move || self.0.with(|ids| ids.iter().map(|&id| (id, 0)).collect()))
    }

    /// The place of a row, 0 for the first.
    fn position(self, id: Id) -> Memo<usize> {
        Memo::new(move |_| {
            self.0
                .with(|ids| ids.iter().position(|&other| other == id))
                .unwrap_or_default()
        })
    }
}

fn head(editor: Editor<ActionPlan>) -> AnyView {
    let field = move |field, hint, layout| {
        let label = labels::head(field).to_owned();
        labelled_field(&editor.field(PlanField::Head(field)), label, hint, layout)
    };
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
        <section class="form-section form-section--head form-section--pairs" aria-label=page::HEAD>
            {field(HeadField::Year, None, Layout::Short)}
            <p class="form-page__note">{page::PLAN_NOTE}</p>
            {field(HeadField::Department, None, Layout::Line)}
            {field(HeadField::DepartmentResponsible, None, Layout::Line)}
            {field(HeadField::Unit, None, Layout::Line)}
            {field(HeadField::UnitResponsible, None, Layout::Line)}
            {field(HeadField::StartedOn, Some(page::DATE_HINT), Layout::Short)}
            <div>
                {field(HeadField::OverspendAtStart, Some(page::KRONER_HINT), Layout::Short)}
                <p class=class>{requirement}</p>
            </div>
            {field(HeadField::UpdatedOn, Some(page::DATE_HINT), Layout::Short)}
            {field(HeadField::OverspendAtUpdate, Some(page::KRONER_HINT), Layout::Short)}
            <div class="form-section__wide">{field(HeadField::Cause, None, Layout::Area)}</div>
        </section>
    }
    .into_any()
}

fn case_number(editor: Editor<ActionPlan>) -> AnyView {
    let label = labels::head(HeadField::CaseNumber);
    let field = editor.field(PlanField::Head(HeadField::CaseNumber));
    view! {
        <section class="form-section" aria-label=label>
            {labelled_field(&field, label.to_owned(), None, Layout::Line)}
        </section>
    }
    .into_any()
}
