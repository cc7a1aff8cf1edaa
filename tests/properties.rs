//! What holds for every number, text, form and file, tried on arbitrary ones.

mod entering;
mod files;
mod numbers;
mod plans;
mod strategies;
mod sums;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const GOLDEN_1: &str = include_str!("golden/v1.json");
const GOLDEN_2: &str = include_str!("golden/v2.json");
const GOLDEN_3: &str = include_str!("golden/v3.json");

/// The same cases in every run; more of them with the variable `PROPTEST_CASES`.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2023),
        ..ProptestConfig::default()
    }
}
