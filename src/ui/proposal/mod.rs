//! The page of one proposal: Reduktionsforslag.

mod figures;
mod follow_up;

use leptos::ev::Event;
use leptos::prelude::*;

use super::document_actions::document_menus;
use super::editor::{Editable, Editor, grid_parts};
use super::form_field::{form_field, form_field_called};
use super::messages::field_messages;
use super::outputs::Printed;
use super::problems::problem_summary;
use super::session::Session;
use super::summary_bar::{BarFigure, summary_bar};
use super::view::{dynamic, flag, page_heading, text};
use crate::domain::{
    ChangeKind, Document, Proposal, ProposalField, ProposalYear, Section, Total, YEARS, links,
};
use crate::draft::{Form, PROPOSAL_UNIT};
use crate::text;
use crate::text::{document, labels, proposal};
use figures::figures;
use follow_up::follow_up;

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
            {figures(editor)}
            {sections(editor)}
            {follow_up(editor)}
        </article>
        {grid_parts(editor)}
        <p class="sr-only" role="status">
            {editor.announcement}
        </p>
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

fn head(editor: Editor<Proposal>) -> AnyView {
    view! {
        <section class="form-section form-section--head" aria-label=text::editor::HEAD>
            {form_field(editor, ProposalField::Heading)}
            {form_field(editor, ProposalField::Department)}
            {form_field(editor, ProposalField::Appropriations)}
            {kinds(editor)}
        </section>
    }
    .into_any()
}

fn kinds(editor: Editor<Proposal>) -> AnyView {
    let name = Proposal::name(ProposalField::Kinds);
    let messages = field_messages(&name, editor.problems);
    let described_by = editor.field(ProposalField::Kinds).described_by();
    let hint = Proposal::hint(ProposalField::Kinds, 0);
    let boxes: Vec<AnyView> = ChangeKind::ALL
        .into_iter()
        .map(|kind| kind_box(editor, kind))
        .collect();
    view! {
        <div class="form-group field kinds">
            <fieldset id=name tabindex="-1" aria-describedby=described_by>
                <legend class="form-label">{labels::KINDS}</legend>
                <span class="form-hint">{hint}</span>
                {messages}
                <div class="kinds__boxes">{boxes}</div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn kind_box(editor: Editor<Proposal>, kind: ChangeKind) -> AnyView {
    let id = format!("kind-{kind:?}").to_ascii_lowercase();
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

fn sections(editor: Editor<Proposal>) -> AnyView {
    let sections: Vec<AnyView> = Section::ALL
        .into_iter()
        .map(|section| {
            let label = format!("{}) {}", section.index() + 1, labels::section(section));
            let links = (section == Section::RelevantDocuments).then(|| links_in(editor, section));
            let field = form_field_called(editor, ProposalField::Section(section), label);
            view! {
                {field}
                {links}
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="form-section form-section--text" aria-labelledby="description-heading">
            <h2 class="sr-only" id="description-heading">
                {proposal::DESCRIPTION}
            </h2>
            {sections}
        </section>
    }
    .into_any()
}

/// The addresses in a section, to be followed.
fn links_in(editor: Editor<Proposal>, section: Section) -> AnyView {
    let found = Memo::new(move |_| {
        editor.document.with(|proposal| {
            links(proposal.section(section))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
    });
    dynamic(move || {
        let found = found.get();
        if found.is_empty() {
            return ().into_any();
        }
        let lines: Vec<AnyView> = found
            .into_iter()
            .map(|address| {
                let href = address.clone();
                view! {
                    <li>
                        <a href=href target="_blank" rel="noopener noreferrer">
                            {address}
                            <span class="sr-only">{proposal::OPENS_IN_NEW_TAB}</span>
                        </a>
                    </li>
                }
                .into_any()
            })
            .collect();
        view! {
            <nav class="links d-print-none" aria-label=proposal::LINKS>
                <ul>{lines}</ul>
            </nav>
        }
        .into_any()
    })
}
