//! The table of a proposal: what changes in each year, what it means, and what is computed from it.

use leptos::prelude::*;

use super::{of_year, printed, year_label};
use crate::danish::{Signs, print_percent};
use crate::domain::{
    AmountRow, Entry, GrossAndNet, Proposal, ProposalField, ProposalYear, StaffRow, StatedFigure,
    Total, YEARS,
};
use crate::draft::{Form, PROPOSAL_UNIT};
use crate::text;
use crate::text::{document, explanation, labels, meaning, messages, proposal};
use crate::ui::cell::cell;
use crate::ui::editor::Editor;
use crate::ui::explain::output;
use crate::ui::messages::row_messages;
use crate::ui::outputs::meaning;
use crate::ui::outputs::{Printed, total_meaning, total_output};
use crate::ui::stated::stated_messages;
use crate::ui::view::{text, when};

/// Columns of the table: the label, the years and their sum.
const COLUMNS: usize = YEARS + 2;

/// The table.
pub fn figures(editor: Editor<Proposal>) -> AnyView {
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
            let sum = AmountRow::CHANGES.contains(&row).then_some(row);
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
    let caption = text(move || {
        let level = editor
            .document
            .with(|proposal| proposal.shown(ProposalField::PriceLevel));
        document::thousands(editor.session.signs.get(), &level)
    });
    view! {
        <section class="form-section columns__figures" aria-labelledby="figures-heading">
            <h2 class="sr-only" id="figures-heading">
                {proposal::FIGURES}
            </h2>
            <div class="table-frame" role="region" aria-labelledby="figures-caption" tabindex="0">
                <table class="table figures">
                    <caption id="figures-caption">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">
                                <span class="sr-only">{labels::ROW}</span>
                            </th>
                            {year_heads}
                            <th scope="col" class="number">
                                {labels::TOTAL}
                            </th>
                        </tr>
                    </thead>
                    <tbody>{amounts} {net_change_row(editor)} {stated_net_change(editor)}</tbody>
                    {gross_rows(editor)}
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
            <details class="details d-print-none">
                <summary class="details-summary">{text::editor::GRID_KEYS}</summary>
                <p class="details-text">
                    {text::editor::GRID_HINT} " " {explanation::EXPLAIN_HINT}
                </p>
            </details>
        </section>
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
            view! { <td>{cell} {meaning_of(editor, field)}</td> }.into_any()
        })
        .collect();
    let sum = sum_of.map(|row| {
        total_output(
            labels::of_all_years(label).into(),
            printed(editor),
            move || editor.document.with(|proposal| proposal.row_total(row)),
            editor
                .explain(move |proposal, signs| explanation::row_of_amounts(proposal, row, signs)),
        )
    });
    let stated = sum_of.map(|row| {
        stated_messages(
            editor,
            COLUMNS,
            move |proposal, signs| {
                let figure = StatedFigure::Row(row);
                stated_line(proposal, figure, signs).into_iter().collect()
            },
            |_| ().into_any(),
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
        {stated}
    }
    .into_any()
}

/// What the amount in a field means, in words; nothing where the words stand in the cell already.
fn meaning_of(editor: Editor<Proposal>, field: ProposalField) -> AnyView {
    let has_meaning = Proposal::is_change(field)
        || matches!(
            field,
            ProposalField::Staff(StaffRow::FullTimeEquivalents, _)
        );
    if !has_meaning {
        return ().into_any();
    }
    meaning(move || {
        let signs = editor.session.signs.get();
        editor
            .document
            .with(|proposal| match field {
                ProposalField::Amount(row, year) if signs != Signs::Words => proposal
                    .years
                    .get(year)
                    .and_then(|year| row.of(year).value())
                    .map(meaning::change),
                ProposalField::Staff(_, year) => proposal
                    .years
                    .get(year)
                    .and_then(|year| year.full_time_equivalents.value())
                    .map(meaning::positions),
                _ => None,
            })
            .unwrap_or_default()
    })
}

fn net_change_row(editor: Editor<Proposal>) -> AnyView {
    let net_change = move |year| of_year(editor, year, ProposalYear::net_change, Total::Blank);
    let totals: Vec<AnyView> = (0..YEARS)
        .map(|year| {
            let output = total_output(
                cell_label(editor, labels::NET_CHANGE, year),
                printed(editor),
                move || Some(net_change(year)),
                editor
                    .explain(move |proposal, signs| explanation::net_change(proposal, year, signs)),
            );
            let words = total_meaning(editor.session.signs, move || net_change(year));
            view! { <td class="number">{output} {words}</td> }.into_any()
        })
        .collect();
    let total = move || editor.document.with(Proposal::net_change_total);
    let sum = total_output(
        labels::of_all_years(labels::NET_CHANGE).into(),
        printed(editor),
        move || Some(total()),
        editor.explain(explanation::net_change_total),
    );
    view! {
        <tr class="sum">
            <th scope="row">{labels::NET_CHANGE}</th>
            {totals}
            <td class="number row-sum">{sum} {total_meaning(editor.session.signs, total)}</td>
        </tr>
    }
    .into_any()
}

/// What a source states about a sum, where the cells give something else.
fn stated_line(
    proposal: &Proposal,
    figure: StatedFigure,
    signs: Signs,
) -> Option<(ProposalField, String)> {
    let field = ProposalField::Stated(figure);
    if let Some(Entry::Unreadable(text)) = proposal.stated.of(figure) {
        return Some((field, messages::stated_unreadable(text)));
    }
    let difference = proposal.stated_difference(figure)?;
    let words = messages::stated_difference(&difference, PROPOSAL_UNIT, signs);
    Some((field, words))
}

fn stated_net_change(editor: Editor<Proposal>) -> AnyView {
    stated_messages(
        editor,
        COLUMNS,
        |proposal, signs| {
            StatedFigure::all()
                .filter(|figure| !matches!(figure, StatedFigure::Row(_)))
                .filter_map(|figure| stated_line(proposal, figure, signs))
                .collect()
        },
        |_| ().into_any(),
    )
}

/// The state's share and the gross amount, once a reimbursement rate is given.
fn gross_rows(editor: Editor<Proposal>) -> AnyView {
    let has_rate = move || {
        editor
            .document
            .with(|proposal| !proposal.reimbursement.is_blank())
    };
    when(has_rate, move || {
        let state = gross_row(editor, labels::STATE_SHARE, |figures| figures.state_share);
        let gross = gross_row(editor, labels::GROSS, |figures| figures.gross);
        view! { <tbody class="derived">{state} {gross}</tbody> }.into_any()
    })
}

fn gross_row(
    editor: Editor<Proposal>,
    label: &'static str,
    figure: fn(GrossAndNet) -> Total,
) -> AnyView {
    let output = |label, year: Option<usize>| {
        total_output(
            label,
            printed(editor),
            move || {
                let figures = editor.document.with(|proposal| match year {
                    Some(year) => proposal.gross_and_net(year),
                    None => proposal.gross_and_net_total(),
                });
                figures.map(figure)
            },
            editor.explain(move |proposal, signs| explanation::gross(proposal, year, signs)),
        )
    };
    let outputs: Vec<AnyView> = (0..YEARS)
        .map(|year| {
            let output = output(cell_label(editor, label, year), Some(year));
            view! { <td class="number">{output}</td> }.into_any()
        })
        .collect();
    let sum = output(labels::of_all_years(label).into(), None);
    view! {
        <tr>
            <th scope="row">{label}</th>
            {outputs}
            <td class="number row-sum">{sum}</td>
        </tr>
    }
    .into_any()
}

/// The budget after the change and the change in per cent, once a current budget is given.
fn budget_rows(editor: Editor<Proposal>) -> AnyView {
    let has_budget = move || {
        let is_given = |year: &ProposalYear| !Entry::is_blank(&year.current_budget);
        editor
            .document
            .with(|proposal| proposal.years.iter().any(is_given))
    };
    when(has_budget, move || {
        let after: Vec<AnyView> = (0..YEARS)
            .map(|year| {
                let output = total_output(
                    cell_label(editor, labels::BUDGET_AFTER, year),
                    Printed::Level(PROPOSAL_UNIT),
                    move || of_year(editor, year, ProposalYear::budget_after, None),
                    editor.explain(move |proposal, signs| {
                        explanation::budget_after(proposal, year, signs)
                    }),
                );
                view! { <td class="number">{output}</td> }.into_any()
            })
            .collect();
        let percent: Vec<AnyView> = (0..YEARS)
            .map(|year| {
                let figure = text(move || of_year(editor, year, percent, String::new()));
                let output = output(
                    cell_label(editor, labels::CHANGE_PERCENT, year),
                    figure,
                    false.into(),
                    editor.explain(move |proposal, signs| {
                        explanation::change_percent(proposal, year, signs)
                    }),
                );
                view! { <td class="number">{output}</td> }.into_any()
            })
            .collect();
        view! {
            <tbody class="derived">
                <tr>
                    <th scope="row">{labels::BUDGET_AFTER}</th>
                    {after}
                    <td></td>
                </tr>
                <tr>
                    <th scope="row">{labels::CHANGE_PERCENT}</th>
                    {percent}
                    <td></td>
                </tr>
            </tbody>
        }
        .into_any()
    })
}

fn percent(year: &ProposalYear) -> String {
    match year.budget_after() {
        Some(Total::Incomplete) => messages::INCOMPLETE.to_owned(),
        _ => year.change_percent().map(print_percent).unwrap_or_default(),
    }
}
