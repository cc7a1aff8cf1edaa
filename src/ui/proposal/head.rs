//! The head of the form: what the proposal is called, where it belongs, and what its amounts are.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::domain::{ChangeKind, Proposal, ProposalField};
use crate::draft::Form;
use crate::text;
use crate::text::labels;
use crate::ui::editor::{Editable, Editor};
use crate::ui::form_field::form_field;
use crate::ui::messages::field_messages;
use crate::ui::view::flag;

/// Its fields, in rows as compact as the window lets them be.
pub fn head(editor: Editor<Proposal>) -> AnyView {
    view! {
        <section class="form-section form-section--head" aria-label=text::editor::HEAD>
            {form_field(editor, ProposalField::Heading)}
            {form_field(editor, ProposalField::Department)}
            {form_field(editor, ProposalField::Appropriations)}
            {kinds(editor)}
            {form_field(editor, ProposalField::FirstYear)}
            {form_field(editor, ProposalField::PriceLevel)}
            {form_field(editor, ProposalField::Reimbursement)}
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
