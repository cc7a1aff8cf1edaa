//! Bounds of a merged document, and the moment of its last change.

use raaderum::domain::{ActionPlan, Proposal, ProposalField, limits};

use super::{FromMerged, gain, isafjord, moment, new_row, three_rows, with};

#[test]
fn more_rows_than_a_plan_holds_are_not_merged_and_nothing_is_lost() {
    let mut base = three_rows();
    for number in base.focus_areas.len() + 1..limits::FOCUS_AREAS {
        base.focus_areas.push(new_row(&format!("Indsats {number}")));
    }
    assert_eq!(base.focus_areas.len(), limits::FOCUS_AREAS - 1);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.focus_areas.push(new_row("Vores"));
    theirs.cause = "Flere anbringelser".to_owned();
    let (full, conflicts) = ActionPlan::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, [""; 0]);
    assert_eq!(full.focus_areas, ours.focus_areas);

    theirs.focus_areas.push(new_row("Deres"));
    theirs.changed_at = moment(base.changed_at.unix_timestamp() + 60);
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let (both, conflicts) = ActionPlan::merge(&base, ours, theirs);
        assert_eq!(conflicts, [""], "the whole is a conflict");
        let expected = ActionPlan {
            changed_at: ours.changed_at.max(theirs.changed_at),
            ..ours.clone()
        };
        assert_eq!(both, expected);
    }
}

#[test]
fn a_merged_document_was_changed_at_the_later_moment() {
    let at = |proposal: &Proposal, seconds| Proposal {
        changed_at: moment(seconds),
        ..proposal.clone()
    };
    let base = at(&isafjord(), 100);
    let ours = |seconds| at(&with(&base, &[(ProposalField::Heading, "Vores")]), seconds);
    for (theirs, is_conflict) in [
        (base.clone(), false),
        (ours(0), false),
        (with(&base, &[(gain(0), "-1")]), false),
        (with(&base, &[(ProposalField::Heading, "Deres")]), true),
    ] {
        for (mine, other) in [(200, 300), (300, 200), (200, 200)] {
            let (both, conflicts) = Proposal::merge(&base, &ours(mine), &at(&theirs, other));
            assert_eq!(both.changed_at, moment(mine.max(other)));
            assert_eq!(!conflicts.is_empty(), is_conflict);
            assert_eq!(both.heading, "Vores");
        }
    }
}
