//! What becomes public of a catalogue, and what stays out.

use raaderum::domain::{
    Amount, Catalogue, CatalogueField, Decided, Dismissal, Edition, Entry, Id, Package,
    ProposalStatus,
};
use raaderum::publication::{Withheld, publish, published_page};
use raaderum::text::catalogue::head;

use super::{by_id, edition, lejre, published, words};
use crate::support::{date, numbered};

#[test]
fn drafts_and_what_is_about_them_stay_out() {
    let (mut catalogue, mut proposals) = lejre();
    let ids: Vec<Id> = proposals.iter().map(|proposal| proposal.id).collect();
    // The second is a draft, the fifth is not here.
    catalogue.entries[1].status = ProposalStatus::Draft;
    catalogue.packages = vec![Package {
        id: numbered(40),
        name: "Gruppens udkast".to_owned(),
        proposals: vec![ids[1], ids[2]],
    }];
    proposals.remove(4);
    proposals[0].dismissed.push(Dismissal {
        advice: "no-consequences".to_owned(),
        field: "section-3".to_owned(),
        detail: String::new(),
        reason: "Hemmeligt ræsonnement".to_owned(),
    });
    proposals[1].heading = "Hemmelig kladde".to_owned();
    proposals[2].stated.net_change_total = Entry::Value(Amount::ZERO);

    let (publication, withheld) = publish(&catalogue, &by_id(&proposals), edition(), false);
    assert_eq!(
        withheld,
        Withheld {
            drafts: vec![ids[1]],
            missing: vec![ids[4]],
            // The variants of the second, and what requires the fifth.
            relations: 2,
            without_required: vec![ids[0]],
            packages: 1,
            dismissed_advice: 1,
            stated_sums: 1,
            ..Withheld::default()
        }
    );
    let public: Vec<Id> = publication.proposals.iter().map(|one| one.id).collect();
    assert_eq!(public, [ids[0], ids[2], ids[3], ids[5], ids[6], ids[7]]);
    let entries: Vec<Id> = publication
        .catalogue
        .entries
        .iter()
        .map(|one| one.proposal)
        .collect();
    assert_eq!(entries, public);
    assert_eq!(publication.catalogue.edition, Some(edition()));
    let debugged = format!("{publication:?}");
    let page = published_page(&publication);
    for secret in [
        "Hemmelig kladde",
        "Hemmeligt ræsonnement",
        "Gruppens udkast",
        "Væresteder",
    ] {
        assert!(
            !debugged.contains(secret) && !page.contains(secret),
            "{secret}"
        );
    }
    assert!(!page.contains(&ids[1].to_string()) && !page.contains(&ids[4].to_string()));

    // With packages, those name public proposals only.
    let (publication, withheld) = publish(&catalogue, &by_id(&proposals), edition(), true);
    assert_eq!(withheld.packages, 0);
    assert_eq!(withheld.shortened_packages, 1);
    assert!(withheld.emptied_packages.is_empty());
    assert_eq!(publication.catalogue.packages[0].proposals, [ids[2]]);

    // A package of drafts is nobody's business; one that was empty says nothing of them.
    catalogue.packages[0].proposals = vec![ids[1]];
    catalogue.packages.push(Package::blank(numbered(41)));
    let (publication, withheld) = publish(&catalogue, &by_id(&proposals), edition(), true);
    assert_eq!(withheld.emptied_packages, [numbered(40)]);
    assert_eq!(withheld.shortened_packages, 0);
    assert_eq!(
        publication.catalogue.packages,
        [Package::blank(numbered(41))]
    );
}

#[test]
fn what_cannot_be_read_in_the_catalogue_is_left_out_and_told() {
    let (mut catalogue, proposals) = lejre();
    let typed = || "omkring 5 (spørg Bente)".to_owned();
    catalogue.targets[3] = Entry::Unreadable(typed());
    catalogue.hearing_to = Entry::Unreadable(typed());
    catalogue.price_level = Entry::Unreadable(typed());
    let weakens = catalogue.relations[1].id;
    catalogue.relations[1].weakening[2] = Entry::Unreadable(typed());
    // Typed while it was another kind of relation: no field shows it.
    catalogue.relations[0].weakening[0] = Entry::Unreadable(typed());
    let (publication, withheld) = publish(&catalogue, &by_id(&proposals), edition(), false);
    assert_eq!(
        withheld.unreadable,
        [
            CatalogueField::PriceLevel,
            CatalogueField::HearingTo,
            CatalogueField::Target(3),
            CatalogueField::Weakening(weakens, 2),
        ]
    );
    let file = publication.file().expect("a file");
    assert!(!file.data.contains("Bente") && !file.content.contains("Bente"));
    assert!(publication.catalogue.targets[3].is_blank());
    // A weakening without one of its years would promise too much, and not say so.
    let blank: [Entry<Amount>; 4] = Default::default();
    assert_eq!(publication.catalogue.relations[1].weakening, blank);
    assert!(words(&file.content).contains("Hvor meget er ikke oplyst, så intet er trukket fra."));
}

/// Of how much is decided, every sheet says the same, here and in the editor.
#[test]
fn a_catalogue_is_decided_when_all_of_it_is() {
    use ProposalStatus::{
        Adopted, Amended, Cancelled, Consultation, Draft, PartlyAdopted, Proposed,
    };
    const NOTHING: &str = "FORSLAG – intet er besluttet";
    const SOMETHING: &str = "FORSLAG – ikke alt er besluttet";
    let (mut catalogue, proposals) = lejre();
    let mut said = |statuses: &[ProposalStatus], decided, line: &str| {
        let statuses = statuses.iter().cycle();
        for (entry, &status) in catalogue.entries.iter_mut().zip(statuses) {
            entry.status = status;
        }
        assert_eq!(catalogue.decided(), decided);
        let publication = published(&catalogue, &proposals);
        let page = words(&published_page(&publication));
        let sheet = head::not_decided(&catalogue, date("22.11.2026"));
        for one in [NOTHING, SOMETHING] {
            let times = if one == line { 2 } else { 0 };
            let on_page = format!("{one} · 2. udgave, 22.11.2026, kode ");
            assert_eq!(page.matches(&on_page).count(), times, "{page}");
            assert_eq!(page.matches(one).count(), times, "{page}");
            assert_eq!(sheet.contains(one), one == line, "{sheet}");
        }
        let explained = page.contains("Et forslag i kataloget er ikke en beslutning");
        assert_eq!(explained, decided == Decided::Nothing);
    };
    said(
        &[Adopted, PartlyAdopted, Cancelled],
        Decided::Everything,
        "",
    );
    for open in [Proposed, Consultation, Amended] {
        let some = [Adopted, PartlyAdopted, Cancelled, open];
        said(&some, Decided::Something, SOMETHING);
        said(&[open, Cancelled], Decided::Nothing, NOTHING);
    }
    // Nothing is adopted where all is cancelled.
    said(&[Cancelled], Decided::Nothing, NOTHING);
    catalogue.entries.clear();
    assert_eq!(catalogue.decided(), Decided::Nothing);
    // A draft is not decided; published, it is nowhere.
    let (mut catalogue, proposals) = lejre();
    for entry in &mut catalogue.entries {
        entry.status = Adopted;
    }
    catalogue.entries[0].status = Draft;
    assert_eq!(catalogue.decided(), Decided::Something);
    let publication = published(&catalogue, &proposals);
    assert_eq!(publication.catalogue.decided(), Decided::Everything);
}

/// Nobody knows what has been changed since it was published.
#[test]
fn a_sheet_that_is_printed_while_somebody_works_is_not_the_edition() {
    let (catalogue, _) = lejre();
    let sheet = |catalogue: &Catalogue| head::not_decided(catalogue, date("22.11.2026"));
    assert!(sheet(&catalogue).ends_with(", ikke udgivet, 22.11.2026"));
    let edition = Edition::new(1, date("1.9.2023"));
    let later = Catalogue {
        edition,
        ..catalogue
    };
    let state = ", arbejdsversion pr. 22.11.2026 efter 1. udgave, 01.09.2023";
    assert!(sheet(&later).ends_with(state));
}
