//! What the published page says.

use std::collections::BTreeMap;

use raaderum::checks::{Advice, AdviceReason, Checked};
use raaderum::domain::{
    Amount, Document, Edition, Entry, FullTimeEquivalents, Id, Package, Proposal, ProposalField,
    ProposalStatus, ReimbursementRate, TimeOfDay, Timestamp, Year, proposals_in,
};
use raaderum::file;
use raaderum::publication::{
    Colophon, PROGRAM, PROGRAM_LINK, PROGRAM_SECTIONS, Publication, colophon_of_page, content_code,
    publish, published_page,
};

use super::{by_id, edition, lejre, parsed, published, words};
use crate::support::{self, catalogue_of, date, dec, numbered, thousand};

#[test]
fn the_page_of_lejre_is_the_one_that_was_looked_at() {
    let (catalogue, proposals) = lejre();
    let page = published_page(&published(&catalogue, &proposals));
    let golden = "tests/golden/publication.html";
    if std::env::var_os("WRITE_GOLDEN").is_some() {
        std::fs::write(golden, &page).expect("written");
    }
    assert_eq!(
        page,
        std::fs::read_to_string(golden).expect("the golden page")
    );
}

#[test]
fn the_page_is_valid() {
    let (catalogue, proposals) = lejre();
    let page = published_page(&published(&catalogue, &proposals));
    let dom = parsed(&page);
    assert_eq!(
        *dom.errors.borrow(),
        Vec::<std::borrow::Cow<'static, str>>::new()
    );
    // Every way leads somewhere, and every name is there once.
    let ids: Vec<&str> = page
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len());
    for target in page
        .split("href=\"#")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
    {
        // The program adds sections; until it does, the ways to them are hidden.
        let is_programs = PROGRAM_SECTIONS.iter().any(|(id, _)| *id == target);
        assert!(is_programs != ids.contains(&target), "{target}");
        let link = format!("<li hidden class=\"{PROGRAM_LINK}\"><a href=\"#{target}\">");
        assert_eq!(page.contains(&link), is_programs, "{target}");
    }
    for target in page
        .split("aria-labelledby=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
    {
        assert!(ids.contains(&target), "{target}");
    }
}

#[test]
fn the_page_says_what_the_municipality_says_and_what_it_does_not() {
    let (catalogue, proposals) = lejre();
    let page = words(&published_page(&published(&catalogue, &proposals)));
    for sentence in [
        "Byrådet skal finde 5 mio. kr. i 2024, 9 mio. kr. i 2025 og 8,283 mio. kr. i 2026. Her er de 8 forslag, de vælger imellem. Intet er besluttet.",
        "Budgettet skal sænkes med 5 mio. kr. i 2024, med 9 mio. kr. i 2025 og med 8,283 mio. kr. i 2026.",
        "Vælges alt, der kan vælges sammen, sparer kommunen 4,6 mio. kr. i 2024: 367.000 kr. for lidt. I 2025 sparer den 7,5 mio. kr.: 1,5 mio. kr. for lidt.",
        "Høring fra 01.09.2023 til 22.09.2023",
        "2024-pl (beløbene er i 2024-priser)",
        "Sparer 450.000 kr. i 2024, derefter 650.000 kr. om året.",
        "Sparer 0 i 2024, derefter 1 mio. kr. om året.",
        "Budgettet falder med 3,7 % i 2024-2027",
        "Budgettet falder med 81,0 % i 2024",
        "Budgettet falder med 97,5 % i 2025-2027",
        "Det nuværende budget er ikke oplyst.",
        "4 årsværk oprettes i 2024-2027",
        // Jobcentret and Horseager are cuts, and say nothing of a minus; Isafjord has one.
        "1,3 årsværk (fortegn ikke oplyst) i 2024-2027",
        "1,35 årsværk (fortegn ikke oplyst) i 2024-2027",
        "1 årsværk nedlægges i 2024-2027",
        "I 2 af dem er fortegnet ikke oplyst",
        "Er en variant af »Væresteder«. Af forslaget og disse kan højst ét vælges:",
        "(2025: 100.000 kr.): De to tilbud har de samme borgere.",
        "ikke oplyst",
        "FORSLAG – intet er besluttet · 2. udgave, 22.11.2026, kode ",
    ] {
        assert!(page.contains(sentence), "{sentence}");
    }
    assert!(!page.contains("kr..") && !page.contains("  "), "{page}");
    // The form's own words are in the data.
    for of_the_form in [
        "Reduktionsforslag",
        "(evt.)",
        "Estimeret gevinst",
        "Budgetændring",
        "Hvem berøres",
    ] {
        assert!(!page.contains(of_the_form), "{of_the_form}");
    }
    // Isafjord and Horseager are variants: the larger one counts, and 100 is weakened in 2025.
    assert!(
        page.contains("Ændringsforslag i alt\n−4.633\n−7.533\n−7.633\n−7.633\n−27.432\n"),
        "{page}"
    );
    assert!(
        page.contains("I forhold til måltallet\nmangler 367.000 kr.\nmangler 1,467 mio. kr.\nmangler 650.000 kr.\n\n"),
        "{page}"
    );
}

/// What somebody has looked at is as it is meant, here as on the page.
#[test]
fn a_sign_that_somebody_has_confirmed_is_printed() {
    let (catalogue, mut proposals) = lejre();
    for proposal in &mut proposals {
        let about_positions = |advice: &&Advice<ProposalField>| {
            advice.reason == AdviceReason::PositionsOfACutArePositive
        };
        let advice = proposal.advice();
        let advice = advice.iter().filter(about_positions);
        proposal.dismissed = advice
            .map(|advice| advice.dismissed("Stillingerne er nye.".to_owned()))
            .collect();
    }
    let publication = published(&catalogue, &proposals);
    let page = words(&published_page(&publication));
    assert!(page.contains("1,35 årsværk oprettes i 2024-2027"));
    assert!(!page.contains("fortegn"));
    assert_eq!(Colophon::of(&publication), Colophon::default());
}

/// A file tells by its foot what no file format holds, to who opens it and to who compares it.
#[test]
fn the_foot_of_a_page_tells_time_and_signs() {
    let (catalogue, proposals) = lejre();
    let at = TimeOfDay::from_hms(14, 5, 0).expect("a time of day");
    let publication = published(&catalogue, &proposals).at(at);
    let page = published_page(&publication);
    let line = format!(
        "2. udgave, 22.11.2026 kl. 14.05, kode {}",
        code(&publication)
    );
    assert_eq!(words(&page).matches(&line).count(), 2, "{page}");
    let file = publication.file().expect("a file");
    assert!(file.description.ends_with(&format!("{line}.")));
    let colophon = colophon_of_page(&page);
    assert_eq!(colophon, Colophon::of(&publication));
    assert_eq!(colophon.published_at, Some(at));
    let without_sign = [proposals[3].id, proposals[7].id];
    assert_eq!(colophon.positions_without_sign, without_sign.into());
    // A page without it, from before or cut off, tells nothing.
    let end = page.find("<footer").unwrap() + "<footer id=\"colophon\"".len();
    for page in ["", "<footer>", &page[..end], &page.replace("data-", "x-")] {
        assert_eq!(colophon_of_page(page), Colophon::default());
    }
}

fn code(publication: &Publication) -> String {
    content_code(&publication.catalogue, &publication.by_id())
}

/// Two files with the same number and day are told apart, and the same file is the same one wherever it was made.
#[test]
fn the_code_of_an_edition_is_that_of_what_it_says() {
    let (mut catalogue, mut proposals) = lejre();
    let first = published(&catalogue, &proposals);
    assert_eq!(code(&first), code(&first.clone().at(TimeOfDay::MIDNIGHT)));
    // What a reader's program reads from the file has the code that the file says.
    let file = first.file().expect("a file");
    let documents = file::read(&file.data).expect("documents").into_iter();
    let documents: BTreeMap<Id, Document> = documents.map(|one| (one.id(), one)).collect();
    let Some(Document::Catalogue(read)) = documents.get(&catalogue.id) else {
        panic!("the catalogue");
    };
    assert_eq!(content_code(read, &proposals_in(&documents)), code(&first));
    // Neither its number nor when it was last touched is what it says.
    catalogue.changed_at = Timestamp::now();
    catalogue.edition = Edition::new(7, date("1.1.2027"));
    proposals[0].changed_at = Timestamp::now();
    assert_eq!(code(&published(&catalogue, &proposals)), code(&first));
    // An øre is.
    proposals[0].years[0].estimated_gain = Entry::Value(support::kr("-4600000.01"));
    let second = published(&catalogue, &proposals);
    assert_ne!(code(&second), code(&first));
    assert_ne!(first.label(), second.label());
    catalogue.entries.swap(0, 1);
    assert_ne!(code(&published(&catalogue, &proposals)), code(&second));
    let is_code = |code: &str| {
        code.len() == 9
            && code.chars().enumerate().all(|(place, digit)| match place {
                4 => digit == '-',
                _ => digit.is_ascii_hexdigit() && !digit.is_ascii_uppercase(),
            })
    };
    assert!(is_code(&code(&first)), "{}", code(&first));
}

/// The program fills these places; the static parts that it takes the place of can be told apart.
#[test]
fn the_places_of_the_program_stand_in_order_and_are_empty() {
    let (catalogue, proposals) = lejre();
    let page = published_page(&published(&catalogue, &proposals));
    let [overview, list, choice, editions] = PROGRAM.map(|id| format!("<div id=\"{id}\"></div>"));
    let order = [
        "<a class=\"skipnav\" href=\"#main\">",
        "<header class=\"header\">",
        "<main id=\"main\" class=\"published\" tabindex=\"-1\"><p class=\"sheet-line not-decided\">FORSLAG",
        "<h1 id=\"page-heading\" tabindex=\"-1\">",
        "<nav ",
        "<h2 id=\"overview\">",
        "<div id=\"overview-sums\"><figure class=\"chart\">",
        "<caption id=\"overview-table\">",
        &overview,
        "<h2 id=\"proposals\">",
        &list,
        "<div id=\"list\">",
        &choice,
        "<div id=\"articles\"><article ",
        &editions,
        "<footer id=\"colophon\" class=\"published__foot\"",
        "</main>",
    ];
    let places = order.map(|piece| {
        assert_eq!(page.matches(piece).count(), 1, "{piece}");
        page.find(piece).unwrap()
    });
    assert!(places.is_sorted(), "{places:?}");
}

/// What is published of packages: what counts of each, why the rest does not, and how far it is from the targets.
#[test]
fn published_packages_say_what_counts() {
    let (mut catalogue, proposals) = lejre();
    let ids: Vec<Id> = proposals.iter().map(|proposal| proposal.id).collect();
    let package = |number, name: &str, of: &[usize]| Package {
        id: numbered(number),
        name: name.to_owned(),
        proposals: of.iter().map(|&number| ids[number - 1]).collect(),
    };
    catalogue.packages = vec![
        package(40, "Børn først", &[1, 2, 8, 3, 4]),
        package(41, "", &[6, 7]),
    ];
    catalogue.entries[3].status = ProposalStatus::Cancelled;
    let (publication, _) = publish(&catalogue, &by_id(&proposals), edition(), true);
    let html = published_page(&publication);
    let page = words(&html);
    for sentence in [
        "Pakke 1: Børn først\n2 af 5 valgte forslag tæller med.\n",
        "1. Hjemtagning af akut foranstaltninger: Tæller ikke med.\n Det kræver »5. Hjemtagning af Støttet og overvåget samvær«, som ikke er valgt.",
        "8. Lukning af Værestedet Horseager: Tæller ikke med.\n Varianten »2. Nedlægge tilbuddet Isafjord« tæller, og højst én af varianterne af »Væresteder« kan vælges.",
        "4. Administrationsbesparelse i Jobcentret: Tæller ikke med.\n Det er annulleret.\n",
        "Ændringsforslag i alt\n−1.150\n−2.350\n−2.350\n−2.350\n−8.200\n",
        "I forhold til måltallet\nmangler 3,85 mio. kr.\nmangler 6,65 mio. kr.\nmangler 5,933 mio. kr.\n",
        "Pakke 2\n2 forslag tæller med.\n",
        "Heraf modregnet, fordi forslag overlapper hinanden\n\n100\n",
        "100.000 kr. i 2025 er trukket fra besparelsen.",
        "Pakke 1: Børn først: Ændringsforslag i alt 2024-2027, beløb i 1.000 kr., fordelt på centre",
        "Ændring i antal årsværk\n",
    ] {
        assert!(page.contains(sentence), "{sentence}\n{page}");
    }
    assert!(html.contains("<a href=\"#packages\">Pakker</a>"));
    // Nobody who only reads can change a status.
    assert!(!page.contains("Ret dets status"));
    let without = published_page(&published(&catalogue, &proposals));
    assert!(!without.contains("Pakke"));
}

/// A sum that promises too much says so.
#[test]
fn what_makes_a_sum_inexact_is_told() {
    let (mut catalogue, mut proposals) = lejre();
    catalogue.relations[1].weakening = Default::default();
    proposals[2].price_level = Entry::Value(Year::new(2023).expect("a year"));
    proposals[3].first_year = Entry::Value(Year::new(2025).expect("a year"));
    let page = words(&published_page(&published(&catalogue, &proposals)));
    for sentence in [
        "samværstilbud«. Hvor meget er ikke oplyst, så intet er trukket fra.\n",
        "Beløbene er i forskellige prisniveauer, så summen er ikke nøjagtig: 2023-pl (3. Reducering af tabt arbejdsfortjeneste); 2024-pl",
        "»4. Administrationsbesparelse i Jobcentret« har et andet budgetår end kataloget. Kun beløb i katalogets fire år er talt med.\n",
    ] {
        assert!(page.contains(sentence), "{sentence}\n{page}");
    }
    assert!(!page.contains("Ret budgetåret") && !page.contains("Regn dem om"));
}

/// The overview shows what costs beside what saves: nobody could find it in a sum that saves.
#[test]
fn the_overview_shows_what_costs() {
    let (mut catalogue, mut proposals) = lejre();
    let before = words(&published_page(&published(&catalogue, &proposals)));
    assert!(!before.contains("Forslag, der koster"));
    // The fourth costs; the fifth costs at first, and the sixth requires it.
    let cost = |year: &mut raaderum::domain::ProposalYear, thousands| {
        year.estimated_gain = Entry::Blank;
        year.investment_need = Entry::Value(thousand(thousands));
    };
    for year in &mut proposals[3].years {
        cost(year, 2_000);
    }
    cost(&mut proposals[2].years[0], 300);
    catalogue.entries[7].status = ProposalStatus::Cancelled;
    let page = words(&published_page(&published(&catalogue, &proposals)));
    for sentence in [
        "Forslag, der koster\n",
        "3. Reducering af tabt arbejdsfortjeneste: koster 0,3 mio. kr. i 2024, sparer derefter 1,7 mio. kr. om året (talt med ovenfor)",
        "4. Administrationsbesparelse i Jobcentret: koster 2 mio. kr. om året (ikke talt med ovenfor)",
        "Heraf sparer forslag\n−2.700\n−6.400\n−6.400\n−6.400\n",
        "Heraf koster forslag\n300\n",
        "Koster 2 mio. kr. om året.\n",
    ] {
        assert!(page.contains(sentence), "{sentence}\n{page}");
    }
}

#[test]
fn a_blank_proposal_says_everywhere_that_nothing_is_stated() {
    let blank = Proposal::blank(numbered(50), Timestamp::UNIX_EPOCH, Entry::Blank);
    let mut catalogue = catalogue_of(std::slice::from_ref(&blank));
    catalogue.entries[0].status = ProposalStatus::Proposed;
    let page = words(&published_page(&published(&catalogue, &[blank])));
    for sentence in [
        "Intet beløb er oplyst.\n",
        "Kort fortalt: ikke oplyst\n",
        "Konsekvenser\nikke oplyst\n",
        "Berørte medarbejdere\nikke oplyst\n",
        "Det nuværende budget er ikke oplyst.\n",
        "Budget i dag\nikke oplyst\n",
        "Hvad der foreslås\nikke oplyst\n",
        "Dokumenter\nikke oplyst\n",
        "Center\nikke oplyst\n",
        "Prisniveau\nikke oplyst\n",
    ] {
        assert!(page.contains(sentence), "{sentence}\n{page}");
    }
}

/// What the state pays stands where it is stated, and nowhere else.
#[test]
fn reimbursement_is_told_where_there_is_some() {
    let (catalogue, mut proposals) = lejre();
    let page = |proposals: &[Proposal]| words(&published_page(&published(&catalogue, proposals)));
    assert!(!page(&proposals).contains("Refusion"));
    proposals[0].reimbursement = Entry::Value(ReimbursementRate::new(dec("50")).expect("a rate"));
    proposals[1].reimbursement = Entry::Unreadable("det halve".to_owned());
    let told = page(&proposals);
    assert_eq!(told.matches("Refusion\n").count(), 2);
    assert!(
        told.contains("Refusion\nStaten betaler 50 %. Beløbene her er kommunens egne (netto).\n")
    );
    assert!(told.contains("Refusion\n»det halve« kan ikke læses som tal\n"));
}

/// That nothing changes is something that a municipality has said.
#[test]
fn nothing_is_not_the_same_as_not_stated() {
    let (catalogue, mut proposals) = lejre();
    for year in &mut proposals[0].years {
        year.full_time_equivalents = Entry::Value(FullTimeEquivalents::new(dec("0")).unwrap());
        year.current_budget = Entry::Value(Amount::ZERO);
    }
    let page = words(&published_page(&published(&catalogue, &proposals[..1])));
    assert!(page.contains("Berørte medarbejdere\ningen ændring i antal årsværk i 2024-2027\n"));
    assert!(page.contains("Hvor meget budgettet ændres i procent, kan ikke regnes ud.\n"));
}

#[test]
fn what_cannot_be_read_is_told_and_adds_up_to_nothing() {
    let (catalogue, mut proposals) = lejre();
    proposals[1].years[0].estimated_gain = Entry::Unreadable("ca. 450".to_owned());
    let page = words(&published_page(&published(&catalogue, &proposals)));
    assert!(page.contains("»ca. 450« kan ikke læses som tal"));
    assert!(page.contains("Beløbet for 2024-2027 kan ikke regnes ud."));
    assert!(page.contains("kan ikke regnes ud"));
}

#[test]
fn only_safe_addresses_can_be_followed() {
    let (catalogue, mut proposals) = lejre();
    let last = proposals[0].sections.len() - 1;
    proposals[0].sections[last] =
        "Se https://lejre.dk/budget?a=1&b=\"2\" og javascript:alert(1) samt data:text/html,hej"
            .to_owned();
    let page = published_page(&published(&catalogue, &proposals));
    assert!(
        page.contains(
            "<a href=\"https://lejre.dk/budget?a=1&amp;b=\" rel=\"noopener noreferrer\">"
        )
    );
    assert!(!page.contains("href=\"javascript") && !page.contains("href=\"data"));
}
