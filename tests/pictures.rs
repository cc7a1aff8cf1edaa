//! Where things lie in a picture of bars.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod support;

use raaderum::domain::Amount;
use raaderum::picture::{Bar, Bars};
use support::thousand;

#[test]
fn bars_stand_beside_each_other_between_zero_and_their_amount() {
    let amounts = [5_083, 8_283, 8_283, 10_000].map(thousand);
    let bars = Bars::of(4, amounts);
    assert_eq!(bars.zero(), 1_000);
    assert_eq!(
        bars.bar(0, thousand(5_083)),
        Bar {
            left: 50,
            width: 150,
            top: 492,
            height: 508,
        }
    );
    assert_eq!(bars.bar(3, thousand(10_000)).left, 800);
    assert_eq!(bars.bar(3, thousand(10_000)).top, 0);
    assert_eq!(bars.line(1), (262, 487));
    assert_eq!(bars.down(thousand(5_000)), 500);
}

#[test]
fn a_bar_of_what_costs_hangs_below_zero() {
    let bars = Bars::of(2, [thousand(300), thousand(-100)]);
    assert_eq!(bars.zero(), 750);
    let below = bars.bar(1, thousand(-100));
    assert_eq!((below.top, below.height), (750, 250));
    assert_eq!(bars.bar(0, Amount::ZERO).height, 0);
}
