//! Which earlier states of a document are kept: every five minutes of the last hour, every hour of the last day, every
//! day of the last two months, and every week before that.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use raaderum::domain::{Date, DocumentKind, Id, Timestamp};
use raaderum::record::{Key, MOST_EARLIER, Stamp, Standing, thinned};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Sunday the 22nd of November 2026 at ten.
const NOW: i64 = 1_795_341_600;

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(seconds).expect("a moment")
}

fn state(revision: u64, at: i64, standing: Standing) -> Stamp {
    let id = Id::parse("bee9c91f-37db-40a4-b6c8-ccff252274bc").expect("an identity");
    let key = Key {
        kind: DocumentKind::Proposal,
        id,
    };
    Stamp::of("Isafjord", key, revision, moment(at), standing)
}

/// States of which each was saved so long before now, the oldest first; revisions count from 1.
fn saved(ages: &[i64]) -> Vec<Stamp> {
    let states = ages.iter().zip(1..);
    states
        .map(|(age, revision)| state(revision, NOW - age, Standing::Saved))
        .collect()
}

/// What stays of the states when they are thinned, the oldest first.
fn kept(states: &[Stamp], now: i64) -> Vec<Stamp> {
    let gone = thinned(states, moment(now));
    let revisions: BTreeSet<u64> = gone.iter().map(|stamp| stamp.revision).collect();
    let mut kept = states.to_vec();
    kept.retain(|stamp| !revisions.contains(&stamp.revision));
    assert_eq!(kept.len() + gone.len(), states.len());
    kept
}

fn revisions(states: &[Stamp]) -> Vec<u64> {
    states.iter().map(|stamp| stamp.revision).collect()
}

// ---- by hand ----

#[test]
fn of_each_stretch_the_last_state_stays() {
    for (ages, expected) in [
        // Ten o'clock sharp begins a stretch; the five minutes before it are another.
        (vec![MINUTE + 1, MINUTE, 0], vec![2, 3]),
        (vec![5 * MINUTE + 1, 5 * MINUTE, 2 * MINUTE, 1], vec![1, 4]),
        // An hour ago and before: one of each hour of the clock.
        (vec![2 * HOUR, HOUR + 50 * MINUTE, HOUR + 1], vec![3]),
        (vec![2 * HOUR + 1, 2 * HOUR, HOUR + 1], vec![1, 3]),
        // The hour just before: the older part has one, the younger one every five minutes.
        (
            vec![HOUR, HOUR - 1, 50 * MINUTE, 49 * MINUTE],
            vec![1, 2, 4],
        ),
        // A day ago and before: one of each day.
        (vec![34 * HOUR, 30 * HOUR, 25 * HOUR], vec![3]),
        (vec![34 * HOUR + 1, 34 * HOUR, 25 * HOUR], vec![1, 3]),
        // Two months ago and before: one of each seven days, from Thursday on.
        (vec![74 * DAY, 73 * DAY, 67 * DAY, 66 * DAY], vec![1, 3, 4]),
        (vec![59 * DAY, 58 * DAY], vec![1, 2]),
    ] {
        let states = saved(&ages);
        assert_eq!(revisions(&kept(&states, NOW)), expected, "{ages:?}");
        // In whatever order they lie there.
        let mut reversed = states.clone();
        reversed.reverse();
        let mut found = revisions(&kept(&reversed, NOW));
        found.reverse();
        assert_eq!(found, expected, "{ages:?}");
    }
}

#[test]
fn what_was_set_aside_or_deleted_stays_and_takes_no_stretch() {
    use Standing::{Deleted, Saved, SetAside};
    let states = [
        (1, 30, Saved),
        (2, 25, SetAside),
        (3, 20, Saved),
        (4, 15, Deleted),
        (5, 12, SetAside),
        (6, 10, Deleted),
    ];
    let states = states
        .map(|(revision, seconds, standing)| state(revision, NOW - 3 * DAY - seconds, standing));
    assert_eq!(revisions(&kept(&states, NOW)), [2, 3, 4, 5, 6]);
}

/// A clock that went back does not make an older state the last one, and a state from the future is new.
#[test]
fn the_last_state_is_that_of_the_highest_revision() {
    let states = [
        state(1, NOW - 2 * HOUR + 50, Standing::Saved),
        state(2, NOW - 2 * HOUR + 10, Standing::Saved),
        state(3, NOW + DAY, Standing::Saved),
        state(4, NOW + DAY + MINUTE, Standing::Saved),
        state(5, NOW + DAY + 6 * MINUTE, Standing::Saved),
    ];
    assert_eq!(revisions(&kept(&states, NOW)), [2, 4, 5]);
    // At the beginning and the end of time.
    let ends = [
        state(1, -377_705_116_800, Standing::Saved),
        state(2, 253_402_300_799, Standing::Saved),
    ];
    assert_eq!(revisions(&kept(&ends, NOW)), [1, 2]);
}

#[test]
fn without_room_the_oldest_states_go() {
    let most = u64::try_from(MOST_EARLIER).expect("a number");
    let states: Vec<Stamp> = (1..=most + 50)
        .map(|revision| {
            let at = NOW - 300 * DAY + i64::try_from(revision).expect("a number");
            state(revision, at, Standing::SetAside)
        })
        .collect();
    let newest: Vec<u64> = (51..=most + 50).collect();
    assert_eq!(revisions(&kept(&states, NOW)), newest);

    // With one more state that was saved since, there is room for one less.
    let mut states = states;
    states.push(state(most + 51, NOW, Standing::Saved));
    assert_eq!(revisions(&kept(&states, NOW))[0], 52);
    assert_eq!(thinned(&[], moment(NOW)), []);
}

// ---- any states ----

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2023),
        ..ProptestConfig::default()
    }
}

fn age() -> impl Strategy<Value = i64> {
    prop_oneof![
        4 => 0..HOUR,
        4 => 0..DAY + 2 * HOUR,
        3 => 0..62 * DAY,
        2 => 0..3_000 * DAY,
        1 => -DAY..0,
    ]
}

/// States in the order in which they were stored. The clock of some of them was wrong.
fn states() -> BoxedStrategy<Vec<Stamp>> {
    let standing = prop_oneof![
        6 => Just(Standing::Saved),
        1 => select(vec![Standing::Deleted, Standing::SetAside]),
    ];
    let states = prop_oneof![
        prop::collection::vec((age(), standing.clone()), 0..60),
        prop::collection::vec((age(), standing), 200..320),
    ];
    (states, any::<bool>())
        .prop_map(|(mut states, is_clock_right)| {
            if is_clock_right {
                states.sort_by_key(|(age, _)| -age);
            }
            let states = states.into_iter().zip(1..);
            states
                .map(|((age, standing), revision)| state(revision, NOW - age, standing))
                .collect()
        })
        .boxed()
}

/// The stretch of time that a state lies in: how long it is, and which one.
fn stretch(stamp: &Stamp, now: i64) -> (i64, i64) {
    let at = stamp.at.unix_timestamp();
    let length = match now - at {
        ..HOUR => 5 * MINUTE,
        HOUR..DAY => HOUR,
        age if age < 60 * DAY => DAY,
        _ => 7 * DAY,
    };
    (length, at.div_euclid(length))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn thinning_twice_is_thinning_once(states in states()) {
        let once = kept(&states, NOW);
        prop_assert_eq!(thinned(&once, moment(NOW)), []);
    }

    #[test]
    fn the_newest_state_stays_and_no_more_than_there_is_room_for(states in states()) {
        let kept = kept(&states, NOW);
        prop_assert!(kept.len() <= MOST_EARLIER);
        prop_assert_eq!(kept.last(), states.last());
    }

    #[test]
    fn what_was_set_aside_or_deleted_goes_only_for_newer_states(states in states()) {
        let kept = kept(&states, NOW);
        let oldest = kept.first().map(|stamp| stamp.revision);
        for stamp in states.iter().filter(|stamp| stamp.standing != Standing::Saved) {
            if !kept.contains(stamp) {
                prop_assert_eq!(kept.len(), MOST_EARLIER);
                prop_assert!(Some(stamp.revision) < oldest);
            }
        }
    }

    #[test]
    fn of_each_stretch_exactly_the_last_stays(states in states()) {
        let kept = kept(&states, NOW);
        // Only the newest have room.
        let oldest = kept.first().map_or(0, |stamp| stamp.revision);
        let is_full = kept.len() == MOST_EARLIER;
        let mut last_of = BTreeMap::new();
        for stamp in states.iter().filter(|stamp| stamp.standing == Standing::Saved) {
            _ = last_of.insert(stretch(stamp, NOW), stamp.revision);
        }
        let mut expected: BTreeSet<u64> = last_of.into_values().collect();
        expected.retain(|revision| !is_full || *revision >= oldest);
        let saved = kept.iter().filter(|stamp| stamp.standing == Standing::Saved);
        let saved: BTreeSet<u64> = saved.map(|stamp| stamp.revision).collect();
        prop_assert_eq!(saved, expected);
    }
}

// ---- a year of work ----

/// The moments at which somebody saves who writes every working day of two years: every few minutes from seven to three
/// (as the clock of the world has it), with a break, and not in July.
fn two_years_of_saves() -> Vec<i64> {
    let from = Date::from_ordinal_date(2024, 1).expect("a date");
    let first = from.midnight().as_utc().unix_timestamp();
    let mut saves = Vec::new();
    let mut minutes = [3, 4, 7, 2, 11, 5, 3, 6].into_iter().cycle();
    for day in 0..2 * 365 {
        let date = from.saturating_add(time::Duration::days(day));
        let is_free = date.weekday().number_from_monday() > 5 || u8::from(date.month()) == 7;
        let mut at = first + day * DAY + 7 * HOUR;
        while !is_free && at < first + day * DAY + 15 * HOUR {
            let clock = at.rem_euclid(DAY) / HOUR;
            if clock != 11 {
                saves.push(at);
            }
            at += minutes.next().expect("a number") * MINUTE + at % 41;
        }
    }
    saves
}

/// The last save of each stretch of this length that was made since.
fn last_of_each(saves: &[i64], length: i64, from: i64, to: i64) -> BTreeSet<i64> {
    let saves = saves.iter().filter(|&&at| at >= from && at < to);
    let last_of = saves.map(|&at| (at.div_euclid(length), at));
    BTreeMap::from_iter(last_of).into_values().collect()
}

/// As it is used: what is there is thinned after each save.
#[test]
fn two_years_of_saves_leave_what_somebody_would_look_for() {
    let saves = two_years_of_saves();
    assert_eq!(saves.len(), 36_997);
    let mut there: Vec<Stamp> = Vec::new();
    let mut most = 0;
    let mut after_a_year = 0;
    for (place, &now) in saves.iter().enumerate() {
        let revision = u64::try_from(place).expect("a number") + 1;
        there.push(state(revision, now, Standing::Saved));
        there = kept(&there, now);
        most = most.max(there.len());
        if place == saves.len() / 2 {
            after_a_year = there.len();
        }
        if place % 97 != 0 && place + 1 != saves.len() {
            continue;
        }
        let moments: BTreeSet<i64> = there
            .iter()
            .map(|stamp| stamp.at.unix_timestamp())
            .collect();
        let saves = &saves[..=place];
        // The weeks that ended more than two months ago.
        let weeks = (now - 60 * DAY).div_euclid(7 * DAY) * 7 * DAY;
        for (length, from, to) in [
            (5 * MINUTE, now - HOUR + 1, now + 1),
            (HOUR, now - DAY + 1, now + 1),
            (DAY, now - 60 * DAY + 1, now + 1),
            (7 * DAY, 0, weeks),
        ] {
            let expected = last_of_each(saves, length, from, to);
            assert!(expected.is_subset(&moments), "{length} at {now}");
        }
    }
    // At most, after the first year, and after the second.
    assert_eq!((most, after_a_year, there.len()), (151, 98, 145));
    assert!(most < MOST_EARLIER);
}
