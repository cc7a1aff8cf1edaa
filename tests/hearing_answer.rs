//! A hearing answer, as the text that is mailed or handed in.

use crate::support;

use std::collections::BTreeMap;

use raaderum::domain::{
    Catalogue, Edition, Entry, Id, Proposal, ProposalStatus, Relation, RelationKind, TimeOfDay,
};
use raaderum::publication::{
    Comment, HearingAnswer, PublishedEdition, SharedPackage, content_code, hearing_answer,
    read_kept_answer, read_kept_package, write_kept_answer, write_kept_package,
};
use support::{catalogue, date, numbered, proposals, thousand};

fn by_id(proposals: &[Proposal]) -> BTreeMap<Id, &Proposal> {
    proposals.iter().map(|one| (one.id, one)).collect()
}

/// The catalogue of Lejre in a hearing.
fn lejre() -> (Catalogue, Vec<Proposal>) {
    let mut catalogue = catalogue();
    catalogue.title = "Råderumskatalog 2024-2027".to_owned();
    catalogue.edition = Edition::new(2, date("22.08.2023"));
    catalogue.hearing_from = Entry::Value(date("01.09.2023"));
    catalogue.hearing_to = Entry::Value(date("22.09.2023"));
    catalogue.targets[1] = Entry::Value(thousand(-1_000));
    (catalogue, proposals())
}

fn answered((catalogue, proposals): &(Catalogue, Vec<Proposal>), answer: &HearingAnswer) -> String {
    let proposals = by_id(proposals);
    let edition = PublishedEdition {
        catalogue,
        proposals: &proposals,
    };
    let at = TimeOfDay::from_hms(14, 5, 0).ok();
    hearing_answer(edition, at, answer, date("15.09.2023"))
}

fn comment(proposal: Id, text: &str) -> Comment {
    Comment {
        proposal,
        title: "Som det hed".to_owned(),
        text: text.to_owned(),
    }
}

#[test]
fn an_answer_says_what_it_answers_and_what_it_says() {
    let mut lejre = lejre();
    let id = |number: usize| lejre.1[number - 1].id;
    let excludes = Relation::new(numbered(22), RelationKind::Excludes, id(2), id(8));
    let answer = HearingAnswer {
        sender: "Forældrebestyrelsen i Solsikken".to_owned(),
        general: "Tak for et læseligt katalog.\n\nVi savner tal for kørsel.".to_owned(),
        comments: vec![
            comment(id(8), "Her mødes vi."),
            comment(id(2), "Ingen bemærkninger.\nMen pas på."),
        ],
        package: Some(SharedPackage {
            name: "Børn først".to_owned(),
            proposals: vec![id(1), id(5), id(2), id(8), id(4)],
        }),
    };
    lejre.0.relations.push(excludes);
    lejre.0.entries[3].status = ProposalStatus::Cancelled;
    // It tells which file it was written on, as the page of that file does.
    let code = content_code(&lejre.0, &by_id(&lejre.1));
    assert_eq!(
        answered(&lejre, &answer).replace(&code, "7f3a-91c2"),
        "Høringssvar

Råderumskatalog 2024-2027
Lejre Kommune
2. udgave, 22.08.2023 kl. 14.05, kode 7f3a-91c2
Høring fra 01.09.2023 til 22.09.2023
Skrevet 15.09.2023
Fra Forældrebestyrelsen i Solsikken

BEMÆRKNINGER TIL HELE KATALOGET

Tak for et læseligt katalog.

Vi savner tal for kørsel.

BEMÆRKNINGER TIL FORSLAG

2. Nedlægge tilbuddet Isafjord
Ingen bemærkninger.
Men pas på.

8. Lukning af Værestedet Horseager
Her mødes vi.

VALG AF FORSLAG: Børn først

3 af 5 valgte forslag tæller med.
- 1. Hjemtagning af akut foranstaltninger
- 5. Hjemtagning af Støttet og overvåget samvær
- 2. Nedlægge tilbuddet Isafjord
- 8. Lukning af Værestedet Horseager: Tæller ikke med. Det kan ikke vælges sammen med »2. Nedlægge tilbuddet Isafjord«, som tæller.
- 4. Administrationsbesparelse i Jobcentret: Tæller ikke med. Det er annulleret.

Ændringsforslag i alt:
2024: sparer 2,5 mio. kr., mangler 3,5 mio. kr.
2025: sparer 2,7 mio. kr., måltallet er nået med 1,7 mio. kr. i overskud
2026: sparer 2,7 mio. kr.
2027: sparer 2,7 mio. kr.
2024-2027: sparer 10,6 mio. kr.

»1. Hjemtagning af akut foranstaltninger« overlapper »5. Hjemtagning af Støttet og overvåget samvær«. Hvor meget er ikke oplyst, så intet er trukket fra.
"
    );
}

#[test]
fn what_is_blank_is_left_out() {
    let (mut catalogue, proposals) = lejre();
    catalogue.municipality = " ".to_owned();
    catalogue.edition = None;
    catalogue.hearing_from = Entry::Blank;
    catalogue.hearing_to = Entry::Blank;
    let answer = HearingAnswer {
        sender: " \n".to_owned(),
        general: "\r\n \r\n".to_owned(),
        comments: vec![comment(proposals[0].id, " \n"), comment(numbered(9), "")],
        package: Some(SharedPackage {
            name: "Min".to_owned(),
            proposals: Vec::new(),
        }),
    };
    assert_eq!(
        answered(&(catalogue, proposals), &answer),
        "Høringssvar\n\nRåderumskatalog 2024-2027\nSkrevet 15.09.2023\n"
    );
}

/// What somebody wrote about a proposal that has left the catalogue is still handed in.
#[test]
fn remarks_about_proposals_elsewhere_are_not_lost() {
    let lejre = lejre();
    let mut nameless = comment(numbered(8), "Uden navn.");
    nameless.title.clear();
    let answer = HearingAnswer {
        comments: vec![
            comment(numbered(9), "Det var et godt forslag."),
            nameless,
            comment(lejre.1[1].id, "Lad det blive."),
        ],
        ..HearingAnswer::default()
    };
    let text = answered(&lejre, &answer);
    assert!(
        text.ends_with(
            "BEMÆRKNINGER TIL FORSLAG

2. Nedlægge tilbuddet Isafjord
Lad det blive.

BEMÆRKNINGER TIL FORSLAG, DER IKKE ER I DENNE UDGAVE

Som det hed
Det var et godt forslag.

Forslaget med nøglen 00000000-0000-4000-8000-000000000008
Uden navn.
"
        ),
        "{text}"
    );
}

/// Lines end alike, whatever they were typed on, and no name makes a line of its own.
#[test]
fn lines_are_lines() {
    let (mut catalogue, mut proposals) = lejre();
    catalogue.title = "Et\r\nkatalog".to_owned();
    proposals[0].heading = "Hjem\nFra Borgmesteren".to_owned();
    let answer = HearingAnswer {
        sender: "A\r\nSkrevet 01.01.1970".to_owned(),
        general: "en  \r\nto\rtre\n\n".to_owned(),
        comments: vec![comment(proposals[0].id, "fire\r\n\r\nfem")],
        package: Some(SharedPackage {
            name: "P\nQ".to_owned(),
            proposals: vec![proposals[0].id],
        }),
    };
    let text = answered(&(catalogue, proposals), &answer);
    for block in [
        "\n\nEt katalog\n",
        "\nFra A Skrevet 01.01.1970\n\n",
        "\n\nen\nto\ntre\n\n",
        "\n\n1. Hjem Fra Borgmesteren\nfire\n\nfem\n\n",
        ": P Q\n\n1 forslag tæller med.\n- 1. Hjem Fra Borgmesteren\n\n",
    ] {
        assert!(text.contains(block), "{block}\n{text}");
    }
    assert!(!text.contains('\r'));
}

#[test]
fn an_answer_is_kept_as_it_was_written() {
    let (_, proposals) = lejre();
    let answer = HearingAnswer {
        sender: "Ane \"Borger\"".to_owned(),
        general: "Første linje\n\nTredje <b>linje</b>".to_owned(),
        comments: vec![
            comment(proposals[1].id, "Nej tak"),
            comment(proposals[0].id, ""),
        ],
        package: None,
    };
    for has_package in [true, false] {
        let kept = write_kept_answer(&answer, has_package);
        assert_eq!(read_kept_answer(&kept), (answer.clone(), has_package));
    }
    let blank = HearingAnswer::default();
    assert_eq!(write_kept_answer(&blank, true), "");
    assert_eq!(read_kept_answer(""), (blank.clone(), true));
    let kept = write_kept_answer(&blank, false);
    assert_eq!(read_kept_answer(&kept), (blank, false));
    let kept = write_kept_answer(&answer, true);
    let cut_off: String = kept.chars().take(kept.chars().count() - 3).collect();
    for damaged in [&cut_off, "{}", "[1]", "Bare en tekst", r#"{"sender":1}"#] {
        let (read, _) = read_kept_answer(damaged);
        assert_eq!(read.general, damaged, "nothing is lost");
    }
}

#[test]
fn a_package_is_kept_with_what_another_edition_has() {
    let (_, proposals) = lejre();
    let package = SharedPackage {
        name: "Vores \"bud\"".to_owned(),
        proposals: vec![proposals[1].id, numbered(77), proposals[0].id],
    };
    let kept = write_kept_package(&package);
    assert_eq!(read_kept_package(&kept), Some(package));
    let nothing = SharedPackage::default();
    assert_eq!(write_kept_package(&nothing), "");
    assert_eq!(read_kept_package(""), Some(nothing));
    let cut_off: String = kept.chars().take(20).collect();
    for damaged in [
        &cut_off,
        "{}",
        "1.abc.def",
        r#"{"name":"a","proposals":["b"]}"#,
    ] {
        assert_eq!(read_kept_package(damaged), None);
    }
}

#[test]
fn a_choice_alone_is_no_answer() {
    let (_, proposals) = lejre();
    let mut answer = HearingAnswer {
        package: Some(SharedPackage::default()),
        comments: vec![comment(proposals[0].id, " \n")],
        ..HearingAnswer::default()
    };
    assert!(answer.is_blank());
    answer.comments[0].text.push('x');
    assert!(!answer.is_blank());
}
