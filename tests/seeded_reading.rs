//! The properties of reading, tried on files and numbers that are nearly right. The fuzz targets (`script/fuzz`) try the
//! same for longer.

use crate::support::mutation;
use crate::support::reading;

use mutation::{Choices, FILES, NUMBERS, changed_file, changed_number};
use reading::{check_file, check_number, parts};

/// Every case has a seed of its own: one that fails can be tried alone.
fn try_seeds(seeds: std::ops::Range<u64>, check: impl Fn(u64) -> bool) -> usize {
    let tried = seeds.filter(|&seed| {
        let tried = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(seed)));
        tried.unwrap_or_else(|panic| {
            eprintln!("The seed that fails: {seed}");
            std::panic::resume_unwind(panic)
        })
    });
    tried.count()
}

#[test]
fn files_that_are_nearly_right() {
    let mut files = parts(&FILES);
    // Older versions are read, and not written. A catalogue has more to say together with its proposals.
    files.extend(FILES.map(|file| file.as_bytes().to_vec()));
    let accepted = try_seeds(0..3_000, |seed| {
        let mut choices = Choices::new(seed);
        let mut file = choices.one_of(&files).clone();
        for _ in 0..=choices.below(2) {
            file = changed_file(&file, &mut choices);
        }
        check_file(&file).is_some()
    });
    // Enough are refused, and enough are not.
    assert!((200..2_800).contains(&accepted), "{accepted} accepted");
}

#[test]
fn texts_that_are_nearly_numbers() {
    let numbers = try_seeds(0..2_000, |seed| {
        let mut choices = Choices::new(seed);
        let typed = *choices.one_of(&NUMBERS);
        check_number(&changed_number(typed, &mut choices))
    });
    assert!((200..1_800).contains(&numbers), "{numbers} numbers");
}

#[test]
fn what_one_begins_with_is_sound() {
    for file in FILES {
        assert!(check_file(file.as_bytes()).is_some());
    }
    for file in parts(&FILES) {
        assert_eq!(check_file(&file), Some(1));
    }
    for number in NUMBERS {
        check_number(number);
    }
}
