//! The seven texts of the form.

use leptos::ev::FocusEvent;
use leptos::prelude::*;

use crate::domain::{Proposal, ProposalField, Section, links};
use crate::text::{labels, proposal};
use crate::ui::editor::Editor;
use crate::ui::form_field::form_field_called;
use crate::ui::icon;
use crate::ui::view::{dynamic, flag};
use crate::web::keep_focus_in_view;

/// The texts, in the order of the form.
pub fn sections(editor: Editor<Proposal>) -> AnyView {
    let sections: Vec<AnyView> = Section::ALL
        .into_iter()
        .map(|section| {
            let label = format!("{}) {}", section.index() + 1, labels::section(section));
            let links = (section == Section::RelevantDocuments).then(|| links_in(editor, section));
            let field = form_field_called(editor, ProposalField::Section(section), label);
            view! {
                {if is_optional(section) { folded(editor, section, field) } else { field }}
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

/// Whether many proposals do without a text.
fn is_optional(section: Section) -> bool {
    match section {
        Section::Investment | Section::RelatedContributions | Section::RelevantDocuments => true,
        Section::Summary | Section::Reduction | Section::Consequences | Section::TimeHorizon => {
            false
        }
    }
}

/// A field that is a line with its name while it is blank and nobody has been in it. The field lies in the line, so that it is reached
/// and clicked as ever; once somebody has been in it, it stays open, lest what stands below moves away under the pointer.
fn folded(editor: Editor<Proposal>, section: Section, field: AnyView) -> AnyView {
    let is_opened = RwSignal::new(false);
    let is_blank = Memo::new(move |_| {
        editor
            .document
            .with(|proposal| proposal.section(section).trim().is_empty())
    });
    let is_folded = flag(move || is_blank.get() && !is_opened.get());
    let on_focus: Box<dyn FnMut(FocusEvent)> = Box::new(move |_| {
        if is_folded.get_untracked() {
            // The line was in view; what opens from it may not be.
            keep_focus_in_view();
        }
        is_opened.set(true);
    });
    view! {
        <div class="optional" class:optional--folded=is_folded on:focusin=on_focus>
            {icon::ADD.draw()}
            {field}
        </div>
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
