//! What choices of a catalogue's proposals amount to, wherever it is shown: in the editor and in the published page.

mod bars;
mod comparison;
mod meters;
mod sentences;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

pub use bars::bars;
pub use comparison::{NamedPackage, comparison};
pub use meters::meters;
pub use sentences::{Level, not_counted, notes, reasons, sentences, why_not_counted};
pub use table::{parts, sums_table};

use super::explain::Explain;
use super::outputs::Printed;
use super::view::text;
use crate::danish::Signs;
use crate::domain::{
    Catalogue, CatalogueField, Combination, Document, Id, Proposal, YEARS, combine, proposals_in,
};
use crate::draft::{Form, PROPOSAL_UNIT};
use crate::text::catalogue::names;
use crate::text::{document, explanation, labels, sums};

/// A catalogue that is shown, with the proposals that are here.
#[derive(Clone, Copy)]
pub struct ShownCatalogue {
    /// The catalogue.
    pub catalogue: Signal<Catalogue>,
    /// The documents that are here.
    pub documents: Signal<BTreeMap<Id, Document>>,
    /// How signs are shown.
    pub signs: RwSignal<Signs>,
    /// What the proposals that are here are called.
    pub titles: Memo<BTreeMap<Id, String>>,
    /// The proposals of which readers cannot tell whether positions are created or cut. In the editor, the advice beside the field
    /// says so.
    pub positions_without_sign: StoredValue<BTreeSet<Id>>,
    /// The numbers of the catalogue's proposals.
    numbers: Memo<BTreeMap<Id, usize>>,
    /// What sums depend on: it stays the same while somebody writes texts or chooses proposals.
    basis: Memo<Basis>,
}

/// What sums over a catalogue depend on.
#[derive(Clone, PartialEq)]
struct Basis {
    catalogue: Catalogue,
    proposals: BTreeMap<Id, Proposal>,
}

impl ShownCatalogue {
    /// A catalogue among documents.
    pub fn new(
        catalogue: Signal<Catalogue>,
        documents: Signal<BTreeMap<Id, Document>>,
        signs: RwSignal<Signs>,
    ) -> Self {
        let titles = Memo::new(move |_| {
            documents.with(|documents| {
                let proposals = proposals_in(documents).into_iter();
                proposals
                    .map(|(id, proposal)| (id, document::proposal_title(proposal)))
                    .collect()
            })
        });
        let basis = Memo::new(move |_| {
            documents.with(|documents| {
                let proposals = proposals_in(documents).into_iter();
                Basis {
                    catalogue: catalogue.with(Catalogue::for_sums),
                    proposals: proposals
                        .map(|(id, proposal)| (id, proposal.for_sums()))
                        .collect(),
                }
            })
        });
        let numbers = Memo::new(move |_| {
            basis.with(|Basis { catalogue, .. }| {
                let entries = catalogue.entries.iter().map(|entry| entry.proposal);
                entries.zip(1..).collect()
            })
        });
        Self {
            catalogue,
            documents,
            signs,
            titles,
            positions_without_sign: StoredValue::new(BTreeSet::new()),
            numbers,
            basis,
        }
    }

    /// Explains the net change of a choice in a year, or over all of them.
    pub fn explain(self, combination: Memo<Combination>, year: Option<usize>) -> Explain {
        std::sync::Arc::new(move || {
            let signs = self.signs.get();
            self.with(|catalogue, proposals| {
                combination
                    .with(|sums| explanation::combination(catalogue, proposals, sums, year, signs))
            })
        })
    }

    /// Looks at the catalogue with the proposals that are here.
    pub fn with<T>(self, look: impl FnOnce(&Catalogue, &BTreeMap<Id, &Proposal>) -> T) -> T {
        self.documents.with(|documents| {
            self.catalogue
                .with(|catalogue| look(catalogue, &proposals_in(documents)))
        })
    }

    /// The same for a sum: of both there is only what sums depend on, and nothing is looked at anew while that stays the same.
    pub fn sum<T>(self, look: impl FnOnce(&Catalogue, &BTreeMap<Id, &Proposal>) -> T) -> T {
        self.basis.with(
            |Basis {
                 catalogue,
                 proposals,
             }| {
                let proposals = proposals.iter().map(|(&id, proposal)| (id, proposal));
                look(catalogue, &proposals.collect())
            },
        )
    }

    /// The same for the figures of one of the proposals. `None` where that is not here.
    pub fn figures_of<T>(self, id: Id, look: impl FnOnce(&Catalogue, &Proposal) -> T) -> Option<T> {
        self.basis
            .with(|basis| Some(look(&basis.catalogue, basis.proposals.get(&id)?)))
    }

    /// Looks at the catalogue and one of the proposals. `None` where that is not here.
    pub fn with_proposal<T>(
        self,
        id: Id,
        look: impl FnOnce(&Catalogue, &Proposal) -> T,
    ) -> Option<T> {
        self.documents.with(|documents| match documents.get(&id) {
            Some(Document::Proposal(proposal)) => {
                Some(self.catalogue.with(|catalogue| look(catalogue, proposal)))
            }
            Some(Document::ActionPlan(_) | Document::Catalogue(_)) | None => None,
        })
    }

    /// What the catalogue makes of a choice of proposals.
    pub fn combined(
        self,
        chosen: impl Fn() -> Vec<Id> + Send + Sync + 'static,
    ) -> Memo<Combination> {
        Memo::new(move |_| {
            let chosen = chosen();
            self.sum(|catalogue, proposals| combine(catalogue, proposals, &chosen))
        })
    }

    /// A proposal in a sentence: its number and what it is called.
    pub fn name(self, proposal: Id) -> String {
        let number = self.numbers.with(|numbers| numbers.get(&proposal).copied());
        self.titles
            .with(|titles| names::entry_name(number, titles.get(&proposal).map(String::as_str)))
    }

    /// Above a table of amounts: what it is of, the unit and the catalogue's price level.
    pub fn caption(self, what: Signal<String>) -> Signal<String> {
        let Self {
            catalogue, signs, ..
        } = self;
        text(move || {
            let level = catalogue.with(|catalogue| catalogue.shown(CatalogueField::PriceLevel));
            sums::caption(&what.get(), signs.get(), &level)
        })
    }

    /// How changes are printed.
    pub fn printed(self) -> Printed {
        Printed::Change(PROPOSAL_UNIT, self.signs)
    }

    /// The heads of the columns of years.
    pub fn year_heads(self) -> Vec<AnyView> {
        let heads = (0..YEARS).map(|year| {
            view! {
                <th scope="col" class="number">
                    {self.year_label(year)}
                </th>
            }
            .into_any()
        });
        heads.collect()
    }

    /// The head of a year's column.
    pub fn year_label(self, year: usize) -> Signal<String> {
        let catalogue = self.catalogue;
        text(move || catalogue.with(|catalogue| labels::year_column(&catalogue.first_year, year)))
    }

    /// The head of the column of all years.
    pub fn all_years(self) -> Signal<String> {
        let catalogue = self.catalogue;
        text(move || catalogue.with(|catalogue| labels::all_years(&catalogue.first_year)))
    }
}
