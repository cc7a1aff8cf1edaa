//! When somebody is reminded of making a backup.

use raaderum::domain::Timestamp;
use raaderum::record::backup_overdue;
use raaderum::text::document;

const DAY: i64 = 86_400;

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(1_700_000_000 + seconds).expect("a moment")
}

/// The last backup at 0, a change and the present so many seconds after it.
fn check(changed: &[i64], now: i64, expected: Option<i64>) {
    let changed_at = changed.iter().map(|&seconds| moment(seconds));
    let overdue = backup_overdue(moment(0), changed_at, moment(now));
    assert_eq!(overdue, expected, "changed at {changed:?}, now {now}");
}

#[test]
fn a_backup_is_old_after_two_weeks_if_something_was_changed_since() {
    check(&[1], 14 * DAY - 1, None);
    check(&[1], 14 * DAY, Some(14));
    check(&[-DAY, 30 * DAY], 40 * DAY + 5, Some(40));
}

#[test]
fn what_was_changed_before_is_in_it() {
    check(&[], 40 * DAY, None);
    check(&[-DAY, 0], 40 * DAY, None);
}

#[test]
fn a_clock_that_was_set_back_reminds_nobody() {
    check(&[1], -DAY, None);
}

#[test]
fn an_export_says_what_it_was_divided_into_and_what_cannot_be_read_again() {
    let check = |names: &[&str], all_can_be_read, said: &[&str]| {
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        let text = document::exported(&names, all_can_be_read);
        for (part, is_said) in [
            ("Filen a.json er lavet.", names.len() == 1),
            ("delt i 2 filer: a.json, b.json.", names.len() == 2),
            ("kan Råderum ikke åbne filen igen", !all_can_be_read),
        ] {
            assert_eq!(text.contains(part), is_said, "{text}");
        }
        assert!(said.iter().all(|part| text.contains(part)));
    };
    check(&["a.json"], true, &[]);
    check(&["a.json"], false, &["20 MB"]);
    check(&["a.json", "b.json"], true, &["Åbn dem alle"]);
    check(&["a.json", "b.json"], false, &["Åbn dem alle", "20 MB"]);
}
