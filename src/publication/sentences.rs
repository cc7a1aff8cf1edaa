//! What is said of a choice of proposals to somebody who only reads, on a page and in a hearing answer.

use std::collections::BTreeMap;

use crate::domain::{Catalogue, Id, NotCounted, Proposal};
use crate::text::catalogue::names;
use crate::text::{document, sums};

/// Returns a proposal in a sentence: its number and what it is called. On paper, the number is the way to it.
pub(super) fn proposal_name(
    catalogue: &Catalogue,
    proposals: &BTreeMap<Id, &Proposal>,
    proposal: Id,
) -> String {
    let title = proposals.get(&proposal);
    let title = title.map(|proposal| document::proposal_title(proposal));
    names::entry_name(catalogue.number(proposal), title.as_deref())
}

/// Returns why a proposal does not count, in sentences; `name` gives the name of a proposal.
pub(super) fn why_not(
    catalogue: &Catalogue,
    not_counted: &NotCounted,
    name: &dyn Fn(Id) -> String,
) -> String {
    let reasons = sums::reasons(catalogue, not_counted, name, false);
    match reasons.as_slice() {
        [] => sums::SAVES_NOTHING_MORE.to_owned(),
        reasons => reasons.join(" "),
    }
}
