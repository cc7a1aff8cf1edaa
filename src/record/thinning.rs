//! Which earlier states of a document are kept: many of today, few of last year.

use std::collections::BTreeSet;

use super::{Stamp, Standing};
use crate::domain::{Timestamp, sort_by};

/// Earlier states of one document that are kept at most.
pub const MOST_EARLIER: usize = 200;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Returns how far apart the states are that are kept when the newest of them is this old, in seconds.
fn spacing(age: i64) -> i64 {
    if age < HOUR {
        5 * MINUTE
    } else if age < DAY {
        HOUR
    } else if age < 60 * DAY {
        DAY
    } else {
        7 * DAY
    }
}

/// Returns the earlier states of a document that are no longer kept. Of each stretch of time, the last state stays; a
/// state that was set aside, or in which the document was deleted, stays as long as there is room.
#[must_use]
pub fn thinned(earlier: &[Stamp], now: Timestamp) -> Vec<Stamp> {
    let mut newest_first: Vec<&Stamp> = earlier.iter().collect();
    let age = |stamp: &Stamp| (stamp.revision, stamp.at, stamp.standing);
    sort_by(&mut newest_first, |one, other| age(other).cmp(&age(one)));
    let mut stretches = BTreeSet::new();
    let mut kept = 0;
    newest_first
        .into_iter()
        .filter(|stamp| {
            let at = stamp.at.unix_timestamp();
            let spacing = spacing(now.unix_timestamp().saturating_sub(at));
            let stays = stamp.standing != Standing::Saved
                || stretches.insert((spacing, at.div_euclid(spacing)));
            kept += usize::from(stays);
            !stays || kept > MOST_EARLIER
        })
        .cloned()
        .collect()
}
