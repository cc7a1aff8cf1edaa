//! When somebody is reminded of making a backup.

use crate::domain::Timestamp;

/// A backup is old after so many days.
const OLD_DAYS: i64 = 14;
const DAY: i64 = 86_400;

/// Returns how many days ago the last backup was made, or else the first document was stored, when that is long ago and
/// something was changed since.
#[must_use]
pub fn backup_overdue(
    last: Timestamp,
    mut changed: impl Iterator<Item = Timestamp>,
    now: Timestamp,
) -> Option<i64> {
    let days = (now.unix_timestamp() - last.unix_timestamp()).div_euclid(DAY);
    (days >= OLD_DAYS && changed.any(|changed| changed > last)).then_some(days)
}
