//! The page of one proposal: Reduktionsforslag.

use leptos::ev::Event;
use leptos::prelude::*;

use super::document_actions::document_actions;
use super::editor::Editor;
use super::field::{Layout, cell, field_messages, labelled_field, row_messages};
use super::notices::Notices;
use super::outputs::{optional_total_output, output, total_output, total_text};
use super::problems::problem_summary;
use super::summary_bar::{BarFigure, summary_bar};
use super::view::{flag, page_heading, text, when};
use crate::danish::print_percent;
use crate::domain::{
    AmountRow, ChangeKind, Document, Proposal, ProposalField, ProposalYear, Section, StaffRow,
    Total, YEARS,
};
use crate::draft::{Form, PROPOSAL_UNIT};
use crate::text::{labels, messages, page};
use crate::web::Library;

/// Columns of the table: the label, the years and their sum.
const COLUMNS: usize = YEARS + 2;

/// The editor of a proposal.
pub fn proposal_page(proposal: Proposal, library: Library, notices: Notices) -> AnyView {
    let editor = Editor::new(proposal, library, notices);
    let document = editor.document;
    let title = text(move || document.with(page::proposal_title));
    let kicker =
        text(move || document.with(|proposal| page::proposal_kicker(&proposal.first_year)));
    let current = move || Document::from(document.get_untracked());
    view! {
            {summary_bar(title, bar_figures(editor), library)}
            <article class="form-page form-page--proposal">
                <p class="form-page__kind">{kicker}</p>
    {page_heading(title)}
                {document_actions(current, library, notices)}
                {problem_summary(editor.problems)}
                {head(editor)}
                {figures_table(editor)}
                {sections(editor)}
            </article>
            <p class="sr-only" role="status">
                {editor.announcement}
            </p>
        }
    .into_any()
}

fn bar_figures(editor: Editor<Proposal>) -> Vec<BarFigure> {
    let years = (0..YEARS).map(|year| {
        let total = move || Some(of_year(editor, year, ProposalYear::net_change, Total::ZERO));
        BarFigure::new(year_label(editor, year), PROPOSAL_UNIT, total)
    });
    let all_years = text(move || {
        editor
            .document
            .with(|proposal| labels::all_years(&proposal.first_year))
    });
    let sum = BarFigure::new(all_years, PROPOSAL_UNIT, move || {
        Some(editor.document.with(Proposal::net_change_total))
    });
    years.chain([sum.main()]).collect()
}

/// The head of a year's column.
fn year_label(editor: Editor<Proposal>, year: usize) -> Signal<String> {
    text(move || {
        editor
            .document
            .with(|proposal| labels::year_column(&proposal.first_year, year))
    })
}

fn head(editor: Editor<Proposal>) -> AnyView {
    let field = move |field, hint, layout| {
        let label = editor
            .document
            .with_untracked(|proposal| labels::proposal_field(proposal, field));
        labelled_field(&editor.field(field), label, hint, layout)
    };
    view! {
        <section class="form-section form-section--head" aria-label=page::HEAD>
            {field(ProposalField::Heading, None, Layout::Line)}
            {field(ProposalField::Department, None, Layout::Line)}
            {field(ProposalField::Appropriations, Some(page::APPROPRIATIONS_HINT), Layout::Area)}
            {kinds(editor)}
        </section>
    }
    .into_any()
}

fn kinds(editor: Editor<Proposal>) -> AnyView {
    let name = Proposal::name(ProposalField::Kinds);
    let messages = field_messages(&name, editor.problems);
    let described_by = editor.field(ProposalField::Kinds).described_by();
    let boxes: Vec<AnyView> = ChangeKind::ALL
        .into_iter()
        .map(|kind| kind_box(editor, kind))
        .collect();
    view! {
        <div class="form-group field kinds">
            <fieldset id=name tabindex="-1" aria-describedby=described_by>
                <legend class="form-label">{labels::KINDS}</legend>
                <span class="form-hint">{page::KINDS_HINT}</span>
                {messages}
                <div class="kinds__boxes">{boxes}</div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn kind_box(editor: Editor<Proposal>, kind: ChangeKind) -> AnyView {
    let id = format!("kind-{kind:?}").to_lowercase();
    let is_ticked = flag(move || {
        editor
            .document
            .with(|proposal| proposal.kinds.contains(&kind))
    });
    let on_change: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let is_ticked = event_target_checked(&event);
        editor.edit(|proposal| {
            if is_ticked {
                proposal.kinds.insert(kind);
            } else {
                proposal.kinds.remove(&kind);
            }
        });
        editor.settle();
    });
    view! {
        <div class="form-group-checkbox">
            <input
                type="checkbox"
                class="form-checkbox"
                id=id.clone()
                prop:checked=is_ticked
                on:change=on_change
            />
            <label for=id>{labels::kind(kind)}</label>
        </div>
    }
    .into_any()
}

/// A label that names a row and a year.
fn cell_label(editor: Editor<Proposal>, row: &'static str, year: usize) -> Signal<String> {
    text(move || {
        editor
            .document
            .with(|proposal| format!("{row} {}", labels::year_column(&proposal.first_year, year)))
    })
}

fn figures_table(editor: Editor<Proposal>) -> AnyView {
    let year_heads: Vec<AnyView> = (0..YEARS)
        .map(|year| {
            let head = year_label(editor, year);
            view! {
                <th scope="col" class="number">
                    {head}
                </th>
            }
            .into_any()
        })
        .collect();
    let amounts: Vec<AnyView> = AmountRow::ALL
        .into_iter()
        .map(|row| {
            let fields = std::array::from_fn(|year| ProposalField::Amount(row, year));
            // A budget is a level: four of them add up to nothing that anybody asks for.
            let sum = (row != AmountRow::CurrentBudget).then_some(row);
            input_row(editor, labels::amount_row(row), fields, sum)
        })
        .collect();
    let staff: Vec<AnyView> = StaffRow::ALL
        .into_iter()
        .map(|row| {
            let fields = std::array::from_fn(|year| ProposalField::Staff(row, year));
            input_row(editor, labels::staff_row(row), fields, None)
        })
        .collect();
    let first_year = labelled_field(
        &editor.field(ProposalField::FirstYear),
        page::FIRST_YEAR.to_owned(),
        Some(page::FIRST_YEAR_HINT),
        Layout::Short,
    );
    view! {
        <section class="form-section" aria-labelledby="figures-heading">
            <h2 class="sr-only" id="figures-heading">
                {page::FIGURES}
            </h2>
            {first_year}
            <div class="table-frame" role="region" aria-labelledby="figures-caption" tabindex="0">
                <table class="table figures">
                    <caption id="figures-caption">{page::THOUSANDS}</caption>
                    <thead>
                        <tr>
                            <th scope="col">
                                <span class="sr-only">{page::ROW}</span>
                            </th>
                            {year_heads}
                            <th scope="col" class="number">
                                {labels::TOTAL}
                            </th>
                        </tr>
                    </thead>
                    <tbody>{amounts} {net_change_row(editor)}</tbody>
                    {budget_rows(editor)}
                    <tbody>
                        <tr class="subheading">
                            <th scope="rowgroup" colspan=COLUMNS.to_string()>
                                {labels::STAFF}
                            </th>
                        </tr>
                        {staff}
                    </tbody>
                </table>
            </div>
            <p class="form-hint d-print-none">{page::GRID_HINT}</p>
        </section>
    }
    .into_any()
}

/// A row of inputs, with the sum of an amount over the years. Head counts and positions are not added up: the
/// same people would be counted four times.
fn input_row(
    editor: Editor<Proposal>,
    label: &'static str,
    fields: [ProposalField; YEARS],
    sum_of: Option<AmountRow>,
) -> AnyView {
    let cells: Vec<AnyView> = fields
        .into_iter()
        .enumerate()
        .map(|(year, field)| {
            let cell = cell(&editor.field(field), cell_label(editor, label, year));
            view! { <td>{cell}</td> }.into_any()
        })
        .collect();
    let sum = sum_of.map(|row| {
        optional_total_output(
            labels::of_all_years(label).into(),
            PROPOSAL_UNIT,
            move || editor.document.with(|proposal| proposal.row_total(row)),
        )
    });
    let names = fields.into_iter().map(Proposal::name).collect();
    view! {
        <tr>
            <th scope="row">{label}</th>
            {cells}
            <td class="number row-sum">{sum}</td>
        </tr>
        {row_messages(names, editor.problems, COLUMNS)}
    }
    .into_any()
}

fn net_change_row(editor: Editor<Proposal>) -> AnyView {
    let totals: Vec<AnyView> = (0..YEARS)
        .map(|year| {
            let label = cell_label(editor, labels::NET_CHANGE, year);
            let total = move || of_year(editor, year, ProposalYear::net_change, Total::ZERO);
            let output = total_output(label, PROPOSAL_UNIT, total);
            view! { <td class="number">{output}</td> }.into_any()
        })
        .collect();
    let sum = total_output(
        labels::of_all_years(labels::NET_CHANGE).into(),
        PROPOSAL_UNIT,
        move || editor.document.with(Proposal::net_change_total),
    );
    view! {
        <tr class="sum">
            <th scope="row">{labels::NET_CHANGE}</th>
            {totals}
            <td class="number row-sum">{sum}</td>
        </tr>
    }
    .into_any()
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

/// The budget after the change and the change in per cent, once a current budget is given.
fn budget_rows(editor: Editor<Proposal>) -> AnyView {
    let has_budget = move || {
        editor.document.with(|proposal| {
            proposal
                .years
                .iter()
                .any(|year| !year.current_budget.is_blank())
        })
    };
    when(has_budget, move || {
        let after = derived_row(editor, labels::BUDGET_AFTER, |year| {
            year.budget_after()
                .map(|total| total_text(total, PROPOSAL_UNIT))
        });
        let percent = derived_row(editor, labels::CHANGE_PERCENT, |year| {
            match year.budget_after() {
                Some(Total::Incomplete) => Some(messages::INCOMPLETE.to_owned()),
                _ => year.change_percent().map(print_percent),
            }
        });
        view! { <tbody class="derived">{after} {percent}</tbody> }.into_any()
    })
}

fn derived_row(
    editor: Editor<Proposal>,
    label: &'static str,
    figure: fn(&ProposalYear) -> Option<String>,
) -> AnyView {
    let outputs: Vec<AnyView> = (0..YEARS)
        .map(|year| {
            let figure = text(move || of_year(editor, year, figure, None).unwrap_or_default());
            let output = output(cell_label(editor, label, year), figure, false.into());
            view! { <td class="number">{output}</td> }.into_any()
        })
        .collect();
    view! {
        <tr>
            <th scope="row">{label}</th>
            {outputs}
            <td></td>
        </tr>
    }
    .into_any()
}

fn sections(editor: Editor<Proposal>) -> AnyView {
    let sections: Vec<AnyView> = Section::ALL
        .into_iter()
        .map(|section| {
            let label = format!("{}) {}", section.index() + 1, labels::section(section));
            let field = editor.field(ProposalField::Section(section));
            labelled_field(&field, label, None, Layout::Area)
        })
        .collect();
    view! {
        <section class="form-section form-section--text" aria-labelledby="description-heading">
            <h2 class="sr-only" id="description-heading">
                {page::DESCRIPTION}
            </h2>
            {sections}
        </section>
    }
    .into_any()
}
