//! No text that somebody writes becomes markup.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use raaderum::domain::{CatalogueEntry, Entry, Package};
use raaderum::publication::{Publication, publish, published_page};

use super::{by_id, edition, lejre, structure, words};
use crate::support::numbered;

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2026),
        // Each is a whole page, read by the reader of a browser.
        cases: 64,
        ..ProptestConfig::default()
    }
}

/// What somebody might write to get markup into the page.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("<script>alert(1)</script>".to_owned()),
        Just("</p></main></body>".to_owned()),
        Just("<img src=x onerror=alert(1)>".to_owned()),
        Just("\" onmouseover=\"alert(1)".to_owned()),
        Just("' autofocus onfocus='alert(1)".to_owned()),
        Just("<!--".to_owned()),
        Just("]]>".to_owned()),
        Just("&lt;b&gt;&#60;i&#62;".to_owned()),
        Just("<style>*{display:none}</style>".to_owned()),
        "[<>&\"'a-zæøå=/!-]{1,12}",
    ];
    prop::collection::vec(pieces, 1..4).prop_map(|pieces| pieces.join(" "))
}

/// The same catalogue with one text everywhere where somebody can write.
fn written_everywhere(text: &str) -> Publication {
    let (mut catalogue, mut proposals) = lejre();
    for place in [
        &mut catalogue.title,
        &mut catalogue.municipality,
        &mut catalogue.stage,
        &mut catalogue.introduction,
        &mut catalogue.relations[0].note,
        &mut catalogue.variant_groups[0].name,
    ] {
        text.clone_into(place);
    }
    for CatalogueEntry { outcome, .. } in &mut catalogue.entries {
        text.clone_into(outcome);
    }
    for proposal in &mut proposals {
        for place in [
            &mut proposal.heading,
            &mut proposal.department,
            &mut proposal.appropriations,
        ] {
            text.clone_into(place);
        }
        for section in &mut proposal.sections {
            text.clone_into(section);
        }
        proposal.years[2].current_budget = Entry::Unreadable(text.to_owned());
    }
    catalogue.packages = vec![Package {
        id: numbered(40),
        name: text.to_owned(),
        proposals: proposals.iter().map(|proposal| proposal.id).collect(),
    }];
    publish(&catalogue, &by_id(&proposals), edition(), true).0
}

static PLAIN: LazyLock<Vec<String>> =
    LazyLock::new(|| structure(&published_page(&written_everywhere("Ord"))));

proptest! {
    #![proptest_config(config())]

    /// Whatever anybody writes, the page has the elements that it has with plain words, and says what was written.
    #[test]
    fn no_text_becomes_markup(text in hostile()) {
        let page = published_page(&written_everywhere(&text));
        prop_assert_eq!(&structure(&page), &*PLAIN);
        prop_assert!(words(&page).contains(&text), "{}", text);
    }
}
