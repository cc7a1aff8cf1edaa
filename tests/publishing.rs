//! The file in which a catalogue is published, and what is said before.

use crate::support;

use std::collections::BTreeMap;

use raaderum::domain::{
    AmountRow, Catalogue, CatalogueField, Document, Edition, Id, Proposal, ProposalField,
    ProposalStatus, StatedFigures, limits,
};
use raaderum::draft::Form;
use raaderum::file;
use raaderum::publication::{Publication, publish};
use raaderum::text::catalogue::names;
use raaderum::text::publication::page;
use support::{catalogue_of, date, proposals};

fn edition(number: u32) -> Edition {
    Edition::new(number, date("22.11.2026")).expect("an edition")
}

/// A catalogue of the eight examples, of which the second is a draft.
fn lejre() -> (Catalogue, Vec<Proposal>) {
    let mut proposals = proposals();
    proposals[1].heading = "Hemmelig kladde".to_owned();
    let mut catalogue = catalogue_of(&proposals);
    for (place, entry) in catalogue.entries.iter_mut().enumerate() {
        if place != 1 {
            entry.status = ProposalStatus::Consultation;
        }
    }
    (catalogue, proposals)
}

fn published(catalogue: &Catalogue, proposals: &[Proposal]) -> Publication {
    let by_id: BTreeMap<Id, &Proposal> = proposals.iter().map(|one| (one.id, one)).collect();
    publish(catalogue, &by_id, edition(1), false).0
}

#[test]
fn the_data_of_the_file_is_what_is_public_in_the_public_format() {
    let (catalogue, proposals) = lejre();
    let publication = published(&catalogue, &proposals);
    let data = publication.file().expect("a file").data;
    assert!(!data.contains("Hemmelig kladde") && !data.contains(&proposals[1].id.to_string()));
    let mut read = file::read(&data).expect("it can be read");
    let place = read
        .iter()
        .position(|document| matches!(document, Document::Catalogue(_)))
        .expect("the catalogue");
    let Document::Catalogue(kept) = read.remove(place) else {
        panic!("the catalogue");
    };
    assert_eq!(kept, publication.catalogue);
    assert_eq!(kept.edition, Some(edition(1)));
    let mut public: Vec<Document> = publication
        .proposals
        .iter()
        .cloned()
        .map(Document::from)
        .collect();
    public.sort_by_key(Document::id);
    read.sort_by_key(Document::id);
    assert_eq!(read, public);
    for proposal in &publication.proposals {
        assert!(proposal.dismissed.is_empty() && proposal.stated == StatedFigures::default());
    }
}

#[test]
fn the_file_is_named_by_its_title_its_edition_and_what_it_says() {
    let mut catalogue = lejre().0;
    let mut name = |title: &str, number| {
        catalogue.title = title.to_owned();
        page::published_file_name(&catalogue, edition(number), "7f3a-91c2")
    };
    assert_eq!(
        name("Råderumskatalog 2024-2027", 1),
        "raaderumskatalog-2024-2027-1-udgave-7f3a-91c2.html"
    );
    assert_eq!(
        name("Budget 2027: »Velfærd«", 12),
        "raaderumskatalog-budget-2027-velfaerd-12-udgave-7f3a-91c2.html"
    );
    assert_eq!(
        name(" ", 2),
        "raaderumskatalog-uden-titel-2-udgave-7f3a-91c2.html"
    );
    assert_eq!(
        name(&"/../x".repeat(40), 2),
        "raaderumskatalog-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-2-udgave-7f3a-91c2.html"
    );
}

#[test]
fn what_the_page_is_says_whose_and_of_when() {
    let (mut catalogue, _) = lejre();
    let described =
        |catalogue: &Catalogue| page::published_description(catalogue, &names::edition(edition(2)));
    assert_eq!(
        described(&catalogue),
        "Råderumskatalog til Budget 2024-2027. 2. udgave, 22.11.2026."
    );
    catalogue.municipality = "Lejre Kommune ".to_owned();
    assert_eq!(
        described(&catalogue),
        "Råderumskatalog til Budget 2024-2027, Lejre Kommune. 2. udgave, 22.11.2026."
    );
}

#[test]
fn what_readers_would_stumble_over_is_named_before() {
    let (mut catalogue, mut proposals) = lejre();
    let sound = published(&catalogue, &proposals);
    assert!(sound.unreadable().is_empty());
    assert_eq!(
        sound.blank_fields(),
        [
            CatalogueField::Municipality,
            CatalogueField::PriceLevel,
            CatalogueField::Stage
        ]
    );

    let unreadable = proposals[2].id;
    for proposal in &mut proposals[1..=2] {
        let gain = ProposalField::Amount(AmountRow::EstimatedGain, 0);
        proposal.enter(gain, "cirka en million");
    }
    catalogue.enter(CatalogueField::Target(3), "1.5");
    catalogue.enter(CatalogueField::Municipality, "Lejre Kommune");
    catalogue.enter(CatalogueField::PriceLevel, "2024-pl");
    let odd = published(&catalogue, &proposals);
    // That of the draft does not become public.
    assert_eq!(odd.unreadable(), [unreadable]);
    assert_eq!(odd.blank_fields(), [CatalogueField::Stage]);

    // The draft has no number, and those after it have others.
    assert!(odd.renumbers(&catalogue));
    catalogue.entries.swap(1, 7);
    assert!(!published(&catalogue, &proposals).renumbers(&catalogue));
}

#[test]
fn data_that_no_program_reads_is_told_before() {
    let (catalogue, proposals) = lejre();
    let mut file = published(&catalogue, &proposals).file().expect("a file");
    assert!(!file.is_too_large());
    file.data = "x".repeat(limits::FILE_BYTES);
    assert!(!file.is_too_large());
    // In the page it is longer, and the program reads what is in the page.
    file.data.replace_range(..1, "<");
    assert!(file.is_too_large());
}
