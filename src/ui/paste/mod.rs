//! Pasting a block of cells: what reads it, asks about it and writes it into a form. It is a part of the program of its own,
//! which is loaded when somebody pastes.

mod dialog;

use std::sync::Arc;

use leptos::prelude::AnyView;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::danish::Signs;
use crate::domain::{
    ActionPlan, Catalogue, CatalogueField, Fields, PlanField, Proposal, ProposalField,
};
use crate::draft::{Answers, Block, Form, paste_as};
use crate::text::paste;
use crate::web::{Copied, block_in};

/// A form that blocks are pasted into.
pub trait Pasteable: Form + Clone + Send + Sync + 'static {
    /// What the row and the column of a field are called.
    fn place(&self, field: Self::Field) -> (String, String);

    /// What of the part that was loaded is about this form.
    fn of(part: Part) -> PasteInto<Self>;
}

type Paste<F> = fn(&F, <F as Fields>::Field, &Copied, Signs) -> Option<Outcome<F>>;

/// What pastes into a form.
pub struct PasteInto<F: Form> {
    /// What becomes of what was copied and is pasted into a cell, in a convention of signs; the form stays as it is. `None`
    /// when that is no cell of a grid.
    pub paste: Paste<F>,
    /// Draws the dialog in which a block is asked about.
    pub ask: fn(Asking<F>) -> AnyView,
}

impl<F: Form> Clone for PasteInto<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Form> Copy for PasteInto<F> {}

/// What becomes of something that is pasted.
pub enum Outcome<F> {
    /// All of it is certain.
    Pasted {
        /// The form with it.
        document: F,
        /// What is said about it.
        said: String,
    },
    /// Something is to be asked about first.
    Asks(Block),
}

/// A block that is asked about.
pub struct Asking<F: Form> {
    /// The form as it is now, which is tracked.
    pub document: Arc<dyn Fn() -> F + Send + Sync>,
    /// The cell that the block is pasted into.
    pub start: F::Field,
    /// The block.
    pub block: Block,
    /// The convention in which signs are read.
    pub signs: Signs,
    /// Takes the form with the block in it, and what is said about that.
    pub apply: Box<dyn Fn(F, String)>,
    /// The dialog is closed, by whatever means.
    pub on_close: Box<dyn Fn()>,
}

/// What pastes into each form.
#[derive(Clone, Copy)]
pub struct Part {
    proposal: PasteInto<Proposal>,
    plan: PasteInto<ActionPlan>,
    catalogue: PasteInto<Catalogue>,
}

#[wasm_split(pasting, fallible)]
fn load_part() -> Result<Part, SplitLoaderError> {
    Ok(Part {
        proposal: paste_into(),
        plan: paste_into(),
        catalogue: paste_into(),
    })
}

/// Loads what pastes into a form. `None` when it cannot be had.
pub async fn load<F: Pasteable>() -> Option<PasteInto<F>> {
    let part = match load_part().await {
        Ok(part) => part,
        // The connection may have been away for a moment.
        Err(_) => load_part().await.ok()?,
    };
    Some(F::of(part))
}

fn paste_into<F: Pasteable>() -> PasteInto<F> {
    PasteInto {
        paste,
        ask: dialog::ask,
    }
}

fn paste<F: Form + Clone>(
    form: &F,
    start: F::Field,
    copied: &Copied,
    signs: Signs,
) -> Option<Outcome<F>> {
    let block = block_in(copied);
    let mut document = form.clone();
    let found = paste_as(&mut document, start, &block, signs, &Answers::default())?;
    Some(if found.questions.is_empty() {
        Outcome::Pasted {
            document,
            said: paste::pasted_all(found.pasted, &found.left_out, found.first_year),
        }
    } else {
        Outcome::Asks(block)
    })
}

impl Pasteable for Proposal {
    fn place(&self, field: ProposalField) -> (String, String) {
        paste::place_in_proposal(self, field)
    }

    fn of(part: Part) -> PasteInto<Self> {
        part.proposal
    }
}

impl Pasteable for ActionPlan {
    fn place(&self, field: PlanField) -> (String, String) {
        paste::place_in_plan(self, field)
    }

    fn of(part: Part) -> PasteInto<Self> {
        part.plan
    }
}

impl Pasteable for Catalogue {
    fn place(&self, field: CatalogueField) -> (String, String) {
        paste::place_in_catalogue(self, field)
    }

    fn of(part: Part) -> PasteInto<Self> {
        part.catalogue
    }
}
