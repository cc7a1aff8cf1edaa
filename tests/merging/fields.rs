//! Fields and advice that one or both changed.

use std::collections::BTreeSet;

use raaderum::domain::{ChangeKind, Proposal, ProposalField, Section};
use raaderum::draft::Form;

use super::{FromMerged, dismissal, gain, isafjord, with};
use crate::support::proposal;

#[test]
fn different_fields_of_a_proposal_are_both_kept() {
    let base = isafjord();
    let summary = ProposalField::Section(Section::Summary);
    let ours = with(&base, &[(gain(0), "-1.700"), (gain(1), "-1.800")]);
    let theirs = with(
        &base,
        &[
            (gain(2), "-1.900"),
            (summary, "Tilbuddet lukkes 1. juni."),
            (ProposalField::PriceLevel, "2024-pl"),
        ],
    );
    let both = Proposal::merge_both_ways(&base, &ours, &theirs);
    let shown = [gain(0), gain(1), gain(2), summary].map(|field| both.shown(field));
    assert_eq!(
        shown,
        ["−1.700", "−1.800", "−1.900", "Tilbuddet lukkes 1. juni."]
    );
    assert_eq!(both.shown(ProposalField::PriceLevel), "2024-pl");
    assert_eq!(both.shown(gain(3)), base.shown(gain(3)));
}

#[test]
fn the_same_field_is_ours_and_is_named() {
    let base = isafjord();
    let ours = with(&base, &[(ProposalField::Heading, "Isafjord nedlægges")]);
    let theirs = with(
        &base,
        &[
            (ProposalField::Heading, "Isafjord lukkes"),
            (ProposalField::Department, "Center for Børn"),
        ],
    );
    let (both, conflicts) = Proposal::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, ["proposals[0].heading"]);
    assert_eq!(both.heading, "Isafjord nedlægges");
    assert_eq!(both.department, "Center for Børn");

    // An amount, one that cannot be read, and one that was cleared.
    for (mine, other) in [("-1.700", "-1.800"), ("-1.7oo", "-1.800"), ("", "-1.7oo")] {
        let (ours, theirs) = (
            with(&base, &[(gain(1), mine)]),
            with(&base, &[(gain(1), other)]),
        );
        let (both, conflicts) = Proposal::merge(&base, &ours, &theirs);
        assert_eq!(conflicts, ["proposals[0].years[1].estimated_gain"]);
        assert_eq!(both, ours, "{mine} and {other}");
    }
}

#[test]
fn the_same_change_in_both_is_no_conflict() {
    let base = isafjord();
    let ours = with(&base, &[(gain(0), "-1.700"), (gain(1), "-1.800")]);
    let theirs = with(&base, &[(gain(0), "-1.700"), (gain(2), "-1.900")]);
    let both = Proposal::merge_both_ways(&base, &ours, &theirs);
    let all = [
        (gain(0), "-1.700"),
        (gain(1), "-1.800"),
        (gain(2), "-1.900"),
    ];
    assert_eq!(both, with(&base, &all));
}

#[test]
fn kinds_ticked_and_cleared_by_both_are_merged() {
    let mut base = proposal("Hjemtagning af akut");
    base.kinds = BTreeSet::from([ChangeKind::Investment, ChangeKind::Saving]);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    assert!(ours.kinds.insert(ChangeKind::Efficiency));
    assert!(theirs.kinds.insert(ChangeKind::AdditionalRevenue));
    assert!(theirs.kinds.remove(&ChangeKind::Saving));
    let both = Proposal::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(
        both.kinds,
        BTreeSet::from([
            ChangeKind::Efficiency,
            ChangeKind::Investment,
            ChangeKind::AdditionalRevenue
        ])
    );
}

#[test]
fn appropriations_are_one_text() {
    let base = proposal("Hjemtagning af Støttet");
    let two_lines = format!("{}\n6.20.31 Voksenområdet", base.appropriations);
    let ours = with(&base, &[(ProposalField::Appropriations, &two_lines)]);
    let heading = with(&base, &[(ProposalField::Heading, "Støttet samvær")]);
    let both = Proposal::merge_both_ways(&base, &ours, &heading);
    assert_eq!(both.appropriations, two_lines);

    // As many lines in each: not even then is one put together line by line.
    let lines = |first: &str, second: &str| {
        let text = format!("{first}\n{second}");
        with(&base, &[(ProposalField::Appropriations, &text)])
    };
    let (first, second) = base.appropriations.split_once('\n').expect("two lines");
    let (ours, theirs) = (lines("3.20.99", second), lines(first, "3.20.98"));
    let (both, conflicts) = Proposal::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, ["proposals[0].appropriations"]);
    assert_eq!(both, ours);
}

#[test]
fn advice_dismissed_in_both_is_dismissed() {
    let mut base = isafjord();
    base.dismissed = vec![dismissal("gain-is-positive", "")];
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.dismissed
        .push(dismissal("no-investment", "Aftalt med centret"));
    theirs.dismissed = vec![dismissal("no-summary", "Kommer senere")];
    let (both, conflicts) = Proposal::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, [""; 0]);
    assert_eq!(
        both.dismissed,
        [
            dismissal("no-investment", "Aftalt med centret"),
            dismissal("no-summary", "Kommer senere")
        ]
    );
}

/// Advice is recognised by its code, field and detail: one that was dismissed twice would have to be brought back twice.
#[test]
fn the_same_advice_is_dismissed_once() {
    let base = isafjord();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.dismissed.push(dismissal("no-investment", "Aftalt"));
    theirs.dismissed.push(dismissal("no-investment", "Aftalt"));
    theirs.heading = "Isafjord lukkes".to_owned();
    assert_eq!(
        Proposal::merge_both_ways(&base, &ours, &theirs).dismissed,
        ours.dismissed
    );

    theirs.dismissed = vec![
        dismissal("no-investment", "Står i bilaget"),
        dismissal("no-summary", ""),
    ];
    let (both, conflicts) = Proposal::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, ["proposals[0].dismissed_advice"]);
    assert_eq!(
        both.dismissed,
        [
            dismissal("no-investment", "Aftalt"),
            dismissal("no-summary", "")
        ]
    );

    // The reason was changed by one, and the advice brought back by the other.
    let base = both;
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.dismissed[0].reason = "Aftalt den 3. maj".to_owned();
    theirs.dismissed.remove(0);
    theirs.heading = "Isafjord nedlægges".to_owned();
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let (both, conflicts) = Proposal::merge(&base, ours, theirs);
        assert_eq!(conflicts, [""; 0]);
        let reasons = both.dismissed.iter().map(|advice| advice.reason.as_str());
        assert_eq!(
            BTreeSet::from_iter(reasons),
            BTreeSet::from(["Aftalt den 3. maj", ""])
        );
        assert_eq!(both.dismissed.len(), 2);
    }
}
