//! What stands at a proposal that can be ticked into a package: what it changes, and what it has to do with others.

use raaderum::domain::{Relation, RelationKind, Total, VariantGroup};
use raaderum::text::catalogue::packages::{amount_in_words, ties};

use crate::support::{catalogue, complete, numbered};

/// What is said of each proposal before it is ticked.
#[test]
fn a_proposal_says_what_it_has_to_do_with_others() {
    let mut catalogue = catalogue();
    let of = |number: usize| catalogue.entries[number - 1].proposal;
    let [one, two, three, four, five] = [1, 2, 3, 4, 5].map(of);
    let outside = numbered(99);
    catalogue.variant_groups = vec![
        VariantGroup {
            id: numbered(70),
            name: "Personale".to_owned(),
            proposals: vec![one, two],
        },
        // One alone is a variant of nothing.
        VariantGroup {
            id: numbered(71),
            name: "Bygninger".to_owned(),
            proposals: vec![five],
        },
    ];
    let relation = |number, kind, from, to| Relation::new(numbered(number), kind, from, to);
    catalogue.relations = vec![
        relation(80, RelationKind::Requires, two, three),
        relation(81, RelationKind::Excludes, three, four),
        relation(82, RelationKind::Weakens, four, one),
        relation(83, RelationKind::Requires, four, outside),
        relation(84, RelationKind::Excludes, one, outside),
        relation(85, RelationKind::Excludes, five, five),
    ];
    let ties = ties(&catalogue);
    assert_eq!(ties[&one], ["variant af »Personale«", "overlapper nr. 4"]);
    assert_eq!(ties[&two], ["variant af »Personale«", "kræver nr. 3"]);
    assert_eq!(ties[&three], ["udelukker nr. 4"]);
    assert_eq!(
        ties[&four],
        [
            "udelukker nr. 3",
            "overlapper nr. 1",
            "kræver et forslag uden for kataloget"
        ]
    );
    assert_eq!(ties.get(&five), None);
    // What is ticked and has left the catalogue is shown too.
    assert_eq!(ties[&outside], ["udelukker nr. 1"]);
}

/// The first year and all of them, with the word for what saves said once.
#[test]
fn a_proposal_says_what_it_changes() {
    let catalogue = catalogue();
    let words = |first: Total, all: Total| amount_in_words(&catalogue, first, all);
    let saving = words(complete("-700000"), complete("-2800000"));
    assert_eq!(
        saving,
        "sparer 700.000 kr. i 2024, 2,8 mio. kr. over fire år"
    );
    let later = words(Total::Blank, complete("-3000000"));
    assert_eq!(later, "sparer 3 mio. kr. over fire år");
    let dear = words(complete("2000000"), complete("-1000000"));
    assert_eq!(
        dear,
        "koster 2 mio. kr. i 2024, sparer 1 mio. kr. over fire år"
    );
    assert_eq!(words(Total::Blank, Total::Blank), "intet beløb endnu");
    let unread = words(complete("-1"), Total::Incomplete);
    assert_eq!(unread, "kan ikke regnes ud");
}
