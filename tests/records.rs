//! Records: what is known of one without reading it, what is stored next, and what several tabs lose to each other:
//! nothing.

mod any_stamp;
mod next;
mod pending;
mod rescue_files;
mod stamps;
mod tabs;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use raaderum::domain::{Document, ProposalField, Timestamp};
use raaderum::draft::Form;
use raaderum::file::{self, Reason, Refusal};
use raaderum::record::{Key, Stamp, Standing};

use crate::support::proposal;

const STANDINGS: [Standing; 3] = [Standing::Saved, Standing::Deleted, Standing::SetAside];

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(seconds).expect("a moment")
}

/// The 22nd of November 2026 at ten.
fn now() -> Timestamp {
    moment(1_795_341_600)
}

fn isafjord() -> Document {
    proposal("Isafjord").into()
}

fn with(document: &Document, texts: &[(ProposalField, &str)]) -> Document {
    let Document::Proposal(mut proposal) = document.clone() else {
        panic!("a plan");
    };
    for &(field, typed) in texts {
        proposal.enter(field, typed);
    }
    proposal.into()
}

fn heading(document: &Document, heading: &str) -> Document {
    with(document, &[(ProposalField::Heading, heading)])
}

fn text_of(document: &Document) -> String {
    file::write([document]).expect("JSON")
}

fn stamp_of(document: &Document, revision: u64, standing: Standing) -> Stamp {
    let text = text_of(document);
    Stamp::of(&text, Key::of(document), revision, now(), standing)
}

fn whole(reason: Reason) -> Refusal {
    Refusal::whole(reason)
}

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2023),
        ..ProptestConfig::default()
    }
}
