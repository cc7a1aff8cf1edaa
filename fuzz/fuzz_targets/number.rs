//! Whatever is typed where a number belongs, its readers keep their promises: `tests/support/reading/mod.rs` says which.

#![no_main]

#[path = "../../tests/support/mutation.rs"]
mod mutation;
#[path = "../../tests/support/reading/mod.rs"]
mod reading;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use mutation::{Choices, changed_number};

fuzz_target!(|text: &str| {
    reading::check_number(text);
});

// Half of the time whole words and digits are changed rather than bytes.
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let text = std::str::from_utf8(&data[..size]).ok();
    let Some(text) = text.filter(|_| seed % 2 == 1) else {
        return fuzzer_mutate(data, size, max_size);
    };
    let changed = changed_number(text, &mut Choices::new(seed.into()));
    if changed.len() > max_size {
        return fuzzer_mutate(data, size, max_size);
    }
    data[..changed.len()].copy_from_slice(changed.as_bytes());
    changed.len()
});
