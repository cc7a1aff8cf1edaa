//! What holds for any stamp.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use raaderum::domain::{DocumentKind, Id};
use raaderum::record::{Key, Stamp, read_rescue, split};

use super::{STANDINGS, config, moment};

fn id() -> impl Strategy<Value = Id> {
    any::<(u32, u16, u16, u16, u64)>().prop_map(|(a, b, c, d, e)| {
        let e = e >> 16;
        Id::parse(&format!("{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}")).expect("an identity")
    })
}

fn key() -> impl Strategy<Value = Key> {
    let kinds = DocumentKind::ALL.to_vec();
    (select(kinds), id()).prop_map(|(kind, id)| Key { kind, id })
}

fn revision() -> impl Strategy<Value = u64> {
    const MOST: u64 = 999_999_999_999;
    prop_oneof![0..20_u64, 0..=MOST, MOST - 1..=MOST]
}

pub fn stamp() -> impl Strategy<Value = Stamp> {
    let moments = (0_i64..=253_402_300_799).prop_map(moment);
    (
        any::<String>(),
        key(),
        revision(),
        moments,
        select(&STANDINGS[..]),
    )
        .prop_map(|(text, key, revision, at, standing)| {
            Stamp::of(&text, key, revision, at, standing)
        })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_stamp_prints_and_reads_back(stamp in stamp()) {
        let line = stamp.to_string();
        prop_assert!(!line.contains('\n'));
        prop_assert!(Key::is_ours(&line));
        prop_assert_eq!(Stamp::parse(&line), Some(stamp.clone()));
        let record = format!("{line}\n\n{line}\nHej");
        let (found, text) = split(&record);
        prop_assert_eq!(found, Some(stamp));
        prop_assert_eq!(text, format!("\n{line}\nHej"));
    }

    /// A stamp that was damaged is none, or it is printed as it was read.
    #[test]
    fn a_stamp_has_one_spelling(stamp in stamp(), place in any::<Index>(), byte in b' '..=b'~') {
        let mut line = stamp.to_string().into_bytes();
        *place.get_mut(&mut line) = byte;
        let line = String::from_utf8(line).expect("ASCII");
        if let Some(other) = Stamp::parse(&line) {
            prop_assert_eq!(other.to_string(), line);
        }
    }

    #[test]
    fn stamps_of_a_document_sort_by_revision(key in key(), one in stamp(), other in stamp()) {
        let [one, other] = [one, other].map(|mut stamp| {
            stamp.key = key;
            stamp
        });
        prop_assume!(one.revision != other.revision);
        prop_assert_eq!(one.to_string() < other.to_string(), one.revision < other.revision);
    }

    #[test]
    fn any_text_is_split_or_left_whole(text in any::<String>()) {
        prop_assert_eq!(split(&text), (None, text.as_str()));
        prop_assert_eq!(Stamp::parse(&text), None);
        prop_assert_eq!(Key::parse(&text), None);
        prop_assert_eq!(read_rescue(&text), None);
    }
}
