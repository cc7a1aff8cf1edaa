//! What is said of a choice and the targets: reached, missing, and nothing where the sign of a target is in doubt.

use crate::support;

use std::collections::BTreeMap;

use raaderum::domain::{
    AgainstTarget, Catalogue, CatalogueField, CombinedYear, Id, Proposal, YEARS, combine,
};
use raaderum::draft::Form;
use raaderum::picture::savings;
use raaderum::text::catalogue::head;
use raaderum::text::publication::hearing_answer;
use raaderum::text::sums;
use support::{catalogue_of, is_met, kr, missing, proposals};

/// The eight proposals of Lejre against these targets, as they are typed.
fn lejre(targets: [&str; YEARS]) -> (Catalogue, [CombinedYear; YEARS]) {
    let proposals = proposals();
    let mut catalogue = catalogue_of(&proposals);
    for (index, typed) in targets.into_iter().enumerate() {
        catalogue.enter(CatalogueField::Target(index), typed);
    }
    let known: BTreeMap<Id, &Proposal> = proposals.iter().map(|one| (one.id, one)).collect();
    let all: Vec<Id> = proposals.iter().map(|proposal| proposal.id).collect();
    let years = combine(&catalogue, &known, &all).years;
    (catalogue, years)
}

/// Beside a bar that fills up to the target, the target is named.
#[test]
fn what_is_missing_is_told_of_how_much() {
    let (_, years) = lejre(["-6.000", "-8.283", "", "8.000"]);
    let [missing, reached, none, doubtful] = years.each_ref().map(sums::of_target);
    assert_eq!(missing, "mangler 917.000 kr. af 6 mio. kr.");
    assert_eq!(reached, "måltallet er nået");
    assert_eq!(none, "intet måltal");
    assert_eq!(doubtful, sums::NOT_COMPARABLE);
}

/// Lejre saves 5.083 in 2024 and 8.283 a year after it.
#[test]
fn a_target_of_lejre_is_missed_reached_or_passed() {
    let (catalogue, years) = lejre(["-6.000", "-8.283", "-8.000", ""]);
    let against = years.each_ref().map(CombinedYear::against_target);
    let beyond = |kroner| Some(AgainstTarget::Reached { beyond: kr(kroner) });
    let missing = Some(AgainstTarget::Missing(kr("917000")));
    assert_eq!(against, [missing, beyond("0"), beyond("283000"), None]);
    assert_eq!(
        head::against_targets(&catalogue, &years),
        [
            "2024: mangler 917.000 kr.",
            "2025: måltallet er nået",
            "2026: måltallet er nået med 283.000 kr. i overskud"
        ]
    );
}

/// `6.000` without its minus would be reached by nearly 11 mio. kr.
#[test]
fn nothing_is_reached_on_account_of_a_positive_target() {
    let (catalogue, years) = lejre(["6.000", "0,5", "0", "-6.000"]);
    let [first, second, third, last] = &years;
    for year in [first, second] {
        assert!(year.has_doubtful_target());
        assert_eq!(year.against_target(), Some(AgainstTarget::Doubtful));
        assert_eq!((is_met(year), year.comparable_target()), (None, None));
        assert_eq!(sums::against_target(year), sums::NOT_COMPARABLE);
        assert!(missing(year).is_some_and(|missing| missing.amount().is_none()));
    }
    // Zero asks that nothing may be spent.
    assert_eq!(is_met(third), Some(true));
    assert_eq!(is_met(last), Some(true));
    let words = hearing_answer::years_in_words(&catalogue, &years);
    assert!(
        words.iter().take(2).all(|words| !words.contains("nået")),
        "{words:?}"
    );
    // No line is drawn where a bar would pass it; those of the other years are.
    let targets: Vec<_> = savings(&years)
        .expect("a picture")
        .into_iter()
        .map(|year| year.target)
        .collect();
    assert_eq!(targets, [None, None, Some(kr("0")), Some(kr("6000000"))]);
}

#[test]
fn a_catalogue_without_amounts_lacks_its_whole_target() {
    let mut catalogue = catalogue_of(&[]);
    catalogue.enter(CatalogueField::Target(0), "-6.000");
    let years = combine(&catalogue, &BTreeMap::new(), &[]).years;
    assert!(years[0].net_change.is_blank());
    assert_eq!(
        years[0].against_target(),
        Some(AgainstTarget::Missing(kr("6000000")))
    );
    assert_eq!(
        hearing_answer::years_in_words(&catalogue, &years)[0],
        "2024: intet beløb endnu, mangler 6 mio. kr."
    );
}
