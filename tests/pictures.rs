//! Where things lie in a picture of bars.

use crate::support;

use raaderum::domain::{Amount, AmountRow, CatalogueField, Id, ProposalField, combine};
use raaderum::draft::Form;
use raaderum::picture::{Bar, Bars, reach, reached, savings};
use raaderum::text::sums;
use support::{catalogue_of, proposals, thousand};

fn bar(bars: Bars, index: usize, amount: Amount) -> Bar {
    bars.stack(index, &[amount]).remove(0)
}

#[test]
fn bars_stand_beside_each_other_between_zero_and_their_amount() {
    let amounts = [5_083, 8_283, 8_283, 10_000].map(thousand);
    let bars = Bars::of(4, amounts);
    assert_eq!(bars.zero(), 1_000);
    assert_eq!(
        bar(bars, 0, thousand(5_083)),
        Bar {
            left: 50,
            width: 150,
            top: 492,
            height: 508,
        }
    );
    assert_eq!(bar(bars, 3, thousand(10_000)).left, 800);
    assert_eq!(bar(bars, 3, thousand(10_000)).top, 0);
    assert_eq!(bars.line(1), (262, 487));
    assert_eq!(bars.down(thousand(5_000)), 500);
}

#[test]
fn a_bar_of_what_costs_hangs_below_zero() {
    let bars = Bars::of(2, [thousand(300), thousand(-100)]);
    assert_eq!(bars.zero(), 750);
    let below = bar(bars, 1, thousand(-100));
    assert_eq!((below.top, below.height), (750, 250));
    assert_eq!(bar(bars, 0, Amount::ZERO).height, 0);
}

#[test]
fn parts_of_a_bar_lie_on_each_other_without_gaps() {
    let parts = [600, 300, -200, 100].map(thousand);
    let [up, down] = reach(&parts);
    assert_eq!((up, down), (thousand(1_000), thousand(-200)));
    let bars = Bars::of(1, [up, down]);
    let stacked = bars.stack(0, &parts);
    let rows: Vec<(u32, u32)> = stacked.iter().map(|bar| (bar.top, bar.height)).collect();
    // Zero lies at 833: what saves goes up from there, one on the other, and what costs goes down.
    assert_eq!(rows, [(333, 500), (83, 250), (833, 167), (0, 83)]);
    assert!(
        stacked
            .iter()
            .all(|bar| (bar.left, bar.width) == (200, 600))
    );
}

#[test]
fn a_year_that_saves_and_costs_shows_both() {
    let mut all = proposals();
    // Two more, of which one costs in the first year.
    all.truncate(2);
    let change = ProposalField::Amount(AmountRow::OperatingChange, 0);
    for (proposal, typed) in all.iter_mut().zip(["-900", "300"]) {
        for row in [AmountRow::EstimatedGain, AmountRow::InvestmentNeed] {
            proposal.enter(ProposalField::Amount(row, 0), "");
        }
        proposal.enter(change, typed);
    }
    let catalogue = catalogue_of(&all);
    let known = all.iter().map(|one| (one.id, one)).collect();
    let chosen: Vec<_> = all.iter().map(|one| one.id).collect();
    let sums = combine(&catalogue, &known, &chosen);
    let drawn = savings(&sums.years).expect("a picture");
    assert_eq!(drawn[0].parts(), [thousand(900), thousand(-300)]);
    let reach: Vec<Amount> = drawn[0].reach().collect();
    assert_eq!(reach, [thousand(900), thousand(-300)]);
    // Where nothing costs anything, there is nothing to show of that.
    assert!(drawn[1..].iter().all(|year| year.parts().len() == 1));
    let words = sums::bars_in_words(&catalogue, &sums.years);
    let year = words.split("; ").next().unwrap_or_default();
    assert!(
        year.ends_with("sparer 600.000 kr. i alt (sparer 900.000 kr., koster 300.000 kr.)"),
        "{year}"
    );
}

#[test]
fn nothing_reaches_nowhere() {
    assert_eq!(reach(&[]), [Amount::ZERO; 2]);
}

#[test]
fn a_year_fills_as_much_of_its_bar_as_of_its_target() {
    let proposals = proposals();
    let mut catalogue = catalogue_of(&proposals);
    let known = proposals.iter().map(|one| (one.id, one)).collect();
    let all: Vec<Id> = proposals.iter().map(|one| one.id).collect();
    let mut filled = |target: &str, chosen: &[Id]| {
        catalogue.enter(CatalogueField::Target(0), target);
        reached(&combine(&catalogue, &known, chosen).years[0])
    };
    // The eight save 5.083 thousand in 2024.
    assert_eq!(filled("-10.166", &all), Some(500));
    assert_eq!(filled("-5.083", &all), Some(1_000));
    assert_eq!(filled("-1.000", &all), Some(1_000));
    // A krone that is missing is seen.
    assert_eq!(filled("-5.083,001", &all), Some(999));
    assert_eq!(filled("-5.083", &[]), Some(0));
    // Nothing is compared with what is not there, cannot be read, or has a doubtful sign.
    for target in ["", "1.5", "5.083"] {
        assert_eq!(filled(target, &all), None, "{target}");
    }
}
