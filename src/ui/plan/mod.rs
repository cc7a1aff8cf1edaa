//! The page of one action plan: Handleplan.

mod chart;
mod details;
mod focus_areas;
mod follow_up;
mod forecast;
mod key_figures;
mod matrix;
mod months;
mod opened;
mod pick;
mod realised;
mod row_problems;
mod row_texts;
mod sheet;
mod spread;
mod status;
mod updates;

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::document_actions::{Export, document_menus};
use super::editor::{Editor, grid_parts};
use super::open_data::hand_over_data;
use super::outputs::Printed;
use super::problems::problem_summary;
use super::rows::Rows;
use super::session::Session;
use super::summary_bar::{BarFigure, summary_bar};
use super::tabs::{DrawnTab, Tab, Tabs};
use super::view::{page_heading, text};
use crate::danish::AmountUnit;
use crate::domain::{ActionPlan, Document, Total};
use crate::publication::plan_open_data;
use crate::text;
use crate::text::commands::Command;
use crate::text::document;
use crate::text::plan::tabs;
use crate::web::{PlanTab, when_asked_to_show};
use chart::{Line, chart, line};
use details::details;
use follow_up::follow_up;
use forecast::forecast;
use key_figures::{head_line, key_figures};
use opened::{Opened, row_of_texts};
use row_problems::RowProblems;
use sheet::sheet;
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
    let menus = move || {
        let csv: Export = (
            Command::SaveCsv,
            Rc::new(move || {
                hand_over_data(document.with_untracked(plan_open_data).ok(), notices);
            }),
        );
        document_menus(vec![csv], current, session)
    };
    let line = line(editor);
    view! {
        {summary_bar(title, move || bar_figures(editor), menus, editor)}
        <article class="form-page form-page--tabbed form-page--plan">
            <p class="form-page__kind">{kicker}</p>
            {page_heading(title)}
            {key_figures(editor, line)}
            <div class="page-notes">{head_line(editor)} {problem_summary(editor)}</div>
            {parts(editor, line)}
        </article>
        {grid_parts(editor)}
        <p class="sr-only" role="status">
            {editor.announcement}
        </p>
    }
    .into_any()
}

impl DrawnTab for PlanTab {
    fn drawn(self) -> Tab {
        let (name, label) = match self {
            Self::Plan => ("plan", tabs::PLAN),
            Self::FollowUp => ("follow-up", tabs::FOLLOW_UP),
            Self::Forecast => ("forecast", tabs::FORECAST),
            Self::Updates => ("updates", tabs::UPDATES),
            Self::Details => ("details", tabs::DETAILS),
        };
        Tab {
            name,
            label,
            below: "",
        }
    }
}

/// The tabs with their panels, which stand in the order of the paper.
fn parts(editor: Editor<ActionPlan>, line: Line) -> AnyView {
    let shown = Tabs::<PlanTab>::of(editor.document.with_untracked(|plan| plan.id));
    let rows = rows(editor);
    let opened = Opened::new(rows);
    let problems = RowProblems::new(editor);
    when_asked_to_show(move |hidden| match row_of_texts(hidden) {
        Some(row) => opened.show(row),
        None => shown.show(hidden),
    });
    view! {
        {shown.list(tabs::TABS)}
        {shown
            .panel(
                PlanTab::Forecast,
                view! {
                    <div class="plan-forecast">{chart(editor, line)} {forecast(editor)}</div>
                }
                    .into_any(),
            )}
        {shown.panel(PlanTab::Details, details(editor))}
        {shown.panel(PlanTab::Plan, sheet(editor, rows, opened, problems))}
        {shown.panel(PlanTab::FollowUp, follow_up(editor, rows, problems))}
        {shown.panel(PlanTab::Updates, updates(editor))}
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
