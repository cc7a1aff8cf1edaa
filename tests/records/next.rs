//! What is stored next, by what another tab has stored.

use raaderum::domain::{Document, ProposalField};
use raaderum::file::Reason;
use raaderum::record::{
    Found, HIGHEST_REVISION, Key, Mine, Newest, Next, Occupied, Stamp, Standing, newest,
    next_deleted, next_saved,
};

use super::{heading, isafjord, moment, now, stamp_of, text_of, whole, with};

pub fn mine<'a>(document: &'a Document, base: Option<&'a Document>, seen: u64) -> Mine<'a> {
    Mine {
        document,
        base,
        seen,
    }
}

/// What is stored after a document of this revision and standing.
pub fn after(mine: Mine<'_>, stored: Option<(&Document, u64, Standing)>) -> Result<Next, Occupied> {
    let text = stored.map_or(String::new(), |(document, ..)| text_of(document));
    let found = stored.map(|(document, revision, standing)| Found {
        stamp: stamp_of(document, revision, standing),
        text: &text,
    });
    next_saved(mine, found, now())
}

/// What was stored reads as the document that it was stored for.
pub fn check_next(next: &Next, revision: u64, standing: Standing) {
    assert_eq!(next.stamp.revision, revision);
    assert_eq!((next.stamp.standing, next.stamp.at), (standing, now()));
    assert_eq!(next.stamp.read(&next.text), Ok(next.document.clone()));
}

#[test]
fn what_is_saved_is_mine_when_nobody_else_stored() {
    let base = isafjord();
    let ours = heading(&base, "Isafjord lukkes");
    let other = heading(&base, "Noget ældre");
    use Standing::{Deleted, Saved, SetAside};
    for (seen, stored, revision) in [
        // New here.
        (0, None, 1),
        // As this tab saw it last.
        (1, Some((&base, 1, Saved)), 2),
        (0, Some((&base, 0, Saved)), 1),
        (41, Some((&base, 41, Saved)), 42),
        // Older than what this tab saw, or gone altogether: the browser lost something.
        (5, Some((&other, 3, Saved)), 6),
        (5, None, 6),
        // Deleted meanwhile or before, or set aside: somebody works in it.
        (5, Some((&other, 8, Deleted)), 9),
        (5, Some((&other, 5, Deleted)), 6),
        (5, Some((&other, 8, SetAside)), 9),
    ] {
        let next = after(mine(&ours, Some(&base), seen), stored).expect("stored");
        check_next(&next, revision, Saved);
        assert_eq!(next.document, ours);
        assert_eq!(next.set_aside, None);
    }
}

#[test]
fn what_is_saved_has_what_another_tab_stored_in_it() {
    let base = isafjord();
    let ours = heading(&base, "Isafjord lukkes");
    let theirs = with(&base, &[(ProposalField::Department, "Center for Børn")]);
    let next = after(
        mine(&ours, Some(&base), 2),
        Some((&theirs, 5, Standing::Saved)),
    );
    let next = next.expect("stored");
    check_next(&next, 6, Standing::Saved);
    assert_eq!(
        next.document,
        with(&theirs, &[(ProposalField::Heading, "Isafjord lukkes")])
    );
    assert_eq!(next.set_aside, None);
}

#[test]
fn what_another_tab_wrote_in_the_same_field_is_set_aside() {
    let base = isafjord();
    let ours = heading(&base, "Isafjord lukkes");
    let theirs = with(
        &base,
        &[
            (ProposalField::Heading, "Isafjord nedlægges"),
            (ProposalField::Department, "Center for Børn"),
        ],
    );
    let stored = Some((&theirs, 3, Standing::Saved));
    let next = after(mine(&ours, Some(&base), 2), stored).expect("stored");
    check_next(&next, 4, Standing::Saved);
    assert_eq!(
        next.document,
        with(&ours, &[(ProposalField::Department, "Center for Børn")])
    );
    assert_eq!(next.set_aside, Some(theirs.clone()));

    // One that is new here was made from nothing, so that there is nothing to merge from. It has seen no record, not
    // even one from before there were revisions.
    for revision in [0, 1, 3] {
        let stored = Some((&theirs, revision, Standing::Saved));
        let next = after(mine(&ours, None, 0), stored).expect("stored");
        check_next(&next, revision + 1, Standing::Saved);
        assert_eq!(next.document, ours);
        assert_eq!(next.set_aside, Some(theirs.clone()), "{revision}");
        let next = after(mine(&theirs, None, 0), stored).expect("stored");
        assert_eq!(next.set_aside, None, "{revision}: it says the same");
    }
}

#[test]
fn what_cannot_be_read_is_not_written_over() {
    let base = isafjord();
    let ours = heading(&base, "Isafjord lukkes");
    let text = text_of(&base);
    let stamp = stamp_of(&base, 3, Standing::Saved);
    let damaged = text.replacen("Isafjord", "Isafjorb", 1);
    let found = || Found {
        stamp: stamp.clone(),
        text: &damaged,
    };
    let saved = |base, seen| next_saved(mine(&ours, base, seen), Some(found()), now());
    let occupied = Err(Occupied(whole(Reason::Damaged)));
    assert_eq!(saved(Some(&base), 2), occupied);
    assert_eq!(saved(None, 0), occupied);
    // This tab has seen it whole, and made its own from it.
    let next = saved(Some(&base), 3).expect("stored");
    check_next(&next, 4, Standing::Saved);
    assert_eq!(next.document, ours);
}

#[test]
fn nothing_follows_the_highest_revision_that_a_stamp_can_hold() {
    let (stored, ours) = (isafjord(), heading(&isafjord(), "Vores"));
    let stamp = |revision| stamp_of(&stored, revision, Standing::Saved);
    let text = text_of(&stored);
    let found = |revision| {
        Some(Found {
            stamp: stamp(revision),
            text: &text,
        })
    };
    let last = HIGHEST_REVISION;
    let mine = |seen| mine(&ours, Some(&stored), seen);
    let next = next_saved(mine(last - 1), found(last - 1), now()).expect("stored");
    check_next(&next, last, Standing::Saved);
    assert_eq!(Stamp::parse(&next.stamp.to_string()), Some(next.stamp));
    let full = Occupied(whole(Reason::NotOurs));
    assert_eq!(
        next_saved(mine(last), found(last), now()),
        Err(full.clone())
    );
    assert_eq!(
        next_saved(mine(last - 1), found(last), now()),
        Err(full.clone())
    );
    // Neither does what a note says that it has seen.
    assert_eq!(next_saved(mine(last), None, now()), Err(full.clone()));
    let deleted = next_deleted(mine(last), Some(&stamp(last)), now());
    assert_eq!(deleted, Err(full));
    assert_eq!(
        Stamp::parse(&stamp(last + 1).to_string()),
        None,
        "a stamp with more digits"
    );
}

#[test]
fn what_is_deleted_is_what_was_seen() {
    let base = isafjord();
    let ours = heading(&base, "Isafjord lukkes");
    use Standing::{Deleted, Saved, SetAside};
    for (seen, stored, revision) in [
        (0, None, Some(1)),
        (0, Some((0, Saved)), Some(1)),
        (5, None, Some(6)),
        (5, Some((5, Saved)), Some(6)),
        (5, Some((3, Saved)), Some(6)),
        (5, Some((8, Deleted)), Some(9)),
        (5, Some((8, SetAside)), Some(9)),
        // Another tab wrote in it meanwhile.
        (5, Some((6, Saved)), None),
        (0, Some((1, Saved)), None),
    ] {
        let stamp = stored.map(|(revision, standing)| stamp_of(&base, revision, standing));
        let next = next_deleted(mine(&ours, Some(&base), seen), stamp.as_ref(), now());
        let next = next.expect("written");
        assert_eq!(next.as_ref().map(|next| next.stamp.revision), revision);
        if let (Some(next), Some(revision)) = (next, revision) {
            check_next(&next, revision, Deleted);
            assert_eq!(next.document, ours, "it can be brought back as it was");
        }
    }
}

#[test]
fn at_start_the_higher_revision_counts() {
    let base = isafjord();
    let other = heading(&base, "Isafjord lukkes");
    let damage = whole(Reason::Damaged);
    use Standing::{Deleted, Saved};
    let stamp = |document, (revision, standing)| stamp_of(document, revision, standing);
    for (in_local_storage, in_database, expected) in [
        (Some((&base, (3, Saved))), (3, Saved), Newest::Same),
        (Some((&base, (3, Deleted))), (3, Deleted), Newest::Same),
        (Some((&base, (4, Saved))), (3, Saved), Newest::LocalStorage),
        (Some((&other, (4, Saved))), (3, Saved), Newest::LocalStorage),
        (
            Some((&other, (4, Deleted))),
            (3, Saved),
            Newest::LocalStorage,
        ),
        (
            Some((&other, (4, Saved))),
            (3, Deleted),
            Newest::LocalStorage,
        ),
        (Some((&base, (2, Saved))), (3, Saved), Newest::Database),
        (Some((&other, (3, Saved))), (3, Saved), Newest::Database),
        (Some((&base, (3, Saved))), (3, Deleted), Newest::Database),
        (Some((&base, (3, Deleted))), (3, Saved), Newest::Database),
        // Of an earlier version of the program.
        (Some((&base, (0, Saved))), (0, Saved), Newest::Same),
        (Some((&other, (0, Saved))), (1, Saved), Newest::Database),
        (None, (0, Saved), Newest::Database),
    ] {
        let in_local_storage = in_local_storage.map(|(document, known)| stamp(document, known));
        let in_local_storage = in_local_storage.as_ref().ok_or(&damage);
        assert_eq!(
            newest(in_local_storage, &stamp(&base, in_database)),
            expected,
            "{in_local_storage:?}"
        );
    }
    // When it was stored does not matter.
    let text = text_of(&base);
    let [early, late] = [1, 2].map(|at| Stamp::of(&text, Key::of(&base), 3, moment(at), Saved));
    assert_eq!(newest(Ok(&early), &late), Newest::Same);
}
