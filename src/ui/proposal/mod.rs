//! The page of one proposal: Reduktionsforslag.

mod figures;
mod follow_up;
mod head;
mod sections;

use leptos::prelude::*;

use super::document_actions::document_menus;
use super::editor::{Editor, grid_parts};
use super::outputs::Printed;
use super::problems::problem_summary;
use super::session::Session;
use super::summary_bar::{BarFigure, summary_bar};
use super::view::{page_heading, text};
use crate::domain::{Document, Proposal, ProposalYear, Total, YEARS};
use crate::draft::PROPOSAL_UNIT;
use crate::text::{document, labels, proposal};
use crate::web::{has_two_columns, keep_columns_in_order};
use figures::figures;
use follow_up::follow_up;
use head::head;
use sections::sections;

/// The editor of a proposal.
pub fn proposal_page(proposal: Proposal, session: Session) -> AnyView {
    let editor = Editor::new(proposal, session);
    let document = editor.document;
    let title = text(move || document.with(document::proposal_title));
    let kicker =
        text(move || document.with(|proposal| proposal::proposal_kicker(&proposal.first_year)));
    let current = move || Document::from(document.get_untracked());
    let menus = move || document_menus(Vec::new(), current, session);
    view! {
        {summary_bar(title, move || bar_figures(editor), menus, editor)}
        <article class="form-page form-page--proposal">
            <p class="form-page__kind">{kicker}</p>
            {page_heading(title)}
            {problem_summary(editor)}
            {head(editor)}
            {columns(editor)}
            {follow_up(editor)}
        </article>
        {grid_parts(editor)}
        <p class="sr-only" role="status">
            {editor.announcement}
        </p>
    }
    .into_any()
}

/// The element id of the columns.
const COLUMNS: &str = "proposal-columns";

/// The texts with the figures beside them, or below the figures where there is one column. They stand in the page as they are seen, for
/// whoever goes through it with Tab or hears it.
fn columns(editor: Editor<Proposal>) -> AnyView {
    let (texts, figures) = (sections(editor), figures(editor));
    let in_order = if has_two_columns() {
        [texts, figures]
    } else {
        [figures, texts]
    };
    keep_columns_in_order(COLUMNS);
    view! {
        <div class="columns" id=COLUMNS>
            {in_order.into_iter().collect_view()}
        </div>
    }
    .into_any()
}

fn bar_figures(editor: Editor<Proposal>) -> Vec<BarFigure> {
    let printed = printed(editor);
    let years = (0..YEARS).map(|year| {
        let total = move || {
            Some(of_year(
                editor,
                year,
                ProposalYear::net_change,
                Total::Blank,
            ))
        };
        BarFigure::new(year_label(editor, year), printed, total)
    });
    let all_years = text(move || {
        editor
            .document
            .with(|proposal| labels::all_years(&proposal.first_year))
    });
    let sum = BarFigure::new(all_years, printed, move || {
        Some(editor.document.with(Proposal::net_change_total))
    });
    years.chain([sum.main()]).collect()
}

/// How the changes of a proposal are printed.
fn printed(editor: Editor<Proposal>) -> Printed {
    Printed::Change(PROPOSAL_UNIT, editor.session.signs)
}

fn of_year<T>(
    editor: Editor<Proposal>,
    year: usize,
    figure: impl Fn(&ProposalYear) -> T,
    otherwise: T,
) -> T {
    editor
        .document
        .with(|proposal| proposal.years.get(year).map_or(otherwise, figure))
}

/// The head of a year's column.
fn year_label(editor: Editor<Proposal>, year: usize) -> Signal<String> {
    text(move || {
        editor
            .document
            .with(|proposal| labels::year_column(&proposal.first_year, year))
    })
}
