//! Whatever bytes a file holds, the reader keeps its promises: `tests/support/reading/mod.rs` says which.

#![no_main]

#[path = "../../tests/support/mutation.rs"]
mod mutation;
#[path = "../../tests/support/reading/mod.rs"]
mod reading;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use mutation::{Choices, changed_file};

fuzz_target!(|bytes: &[u8]| {
    reading::check_file(bytes);
});

// Half of the time a value of the format is changed rather than a byte: bytes seldom make another sound file.
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    if seed % 2 == 0 {
        return fuzzer_mutate(data, size, max_size);
    }
    let changed = changed_file(&data[..size], &mut Choices::new(seed.into()));
    if changed.len() > max_size {
        return fuzzer_mutate(data, size, max_size);
    }
    data[..changed.len()].copy_from_slice(&changed);
    changed.len()
});
