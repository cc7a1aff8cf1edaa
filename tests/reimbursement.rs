//! Refusion: what a net saving is gross, and the rates that there can be.

use crate::support;

use raaderum::domain::{
    AmountRow, Entry, GrossAndNet, Proposal, ProposalField, ReimbursementRate, Total, limits,
};
use raaderum::draft::Form;
use support::{complete, dec, kr, proposal, thousand};

fn rate(percent: &str) -> ReimbursementRate {
    ReimbursementRate::new(dec(percent)).expect("a rate")
}

#[test]
fn a_net_amount_and_what_it_is_gross() {
    for (percent, net, gross) in [
        // Lejre: 2 mio. net at 50 % is 4 mio. gross.
        ("50", "-2000000", "-4000000"),
        ("0", "-2000000", "-2000000"),
        ("75", "300000", "1200000"),
        ("99.99", "-1", "-10000"),
        // To the øre, halves away from zero.
        ("33.33", "-1000", "-1499.93"),
        ("70", "-0.01", "-0.03"),
        ("36", "0.08", "0.13"),
        ("36", "-0.08", "-0.13"),
        ("50", "0", "0"),
    ] {
        let found = rate(percent).gross(kr(net));
        assert_eq!(found, Some(kr(gross)), "{net} at {percent} %");
    }
    let bound = kr(&limits::AMOUNT_KRONER.to_string());
    assert_eq!(rate("0").gross(bound), Some(bound));
    assert_eq!(rate("0.01").gross(bound), None);
    assert_eq!(rate("99.99").gross(-bound), None);
}

#[test]
fn a_rate_is_a_share_with_two_decimals() {
    for (percent, is_rate) in [
        ("0", true),
        ("0.01", true),
        ("50", true),
        ("50.00", true),
        ("33.33", true),
        ("99.99", true),
        ("99.990", true),
        ("100", false),
        ("100.01", false),
        ("-0.01", false),
        ("-50", false),
        ("33.333", false),
        ("99.999", false),
    ] {
        let found = ReimbursementRate::new(dec(percent));
        assert_eq!(found.is_some(), is_rate, "{percent}");
    }
    assert_eq!(rate("50.00").percent().to_string(), "50");
}

/// Lejre's proposal about lost earnings, without its investment: 1 mio. net in 2024, 2 mio. from 2025.
fn lejre() -> Proposal {
    let mut form = proposal("tabt arbejdsfortjeneste");
    for year in 0..4 {
        form.enter(ProposalField::Amount(AmountRow::InvestmentNeed, year), "");
    }
    form
}

#[test]
fn a_proposal_is_shown_net_and_gross_when_a_rate_is_given() {
    let mut form = lejre();
    assert_eq!(form.gross_and_net(1), None);
    assert_eq!(form.gross_and_net_total(), None);
    form.enter(ProposalField::Reimbursement, "50 %");
    let shares = |net: i64| GrossAndNet {
        net: Total::Complete(thousand(net)),
        state_share: Total::Complete(thousand(net)),
        gross: Total::Complete(thousand(2 * net)),
    };
    assert_eq!(form.gross_and_net(0), Some(shares(-1_000)));
    assert_eq!(form.gross_and_net(1), Some(shares(-2_000)));
    assert_eq!(form.gross_and_net(4), None);
    assert_eq!(form.gross_and_net_total(), Some(shares(-7_000)));
    // The table stays net.
    assert_eq!(form.years, lejre().years);
    assert_eq!(form.net_change_total(), complete("-7000000"));
}

#[test]
fn the_whole_net_change_is_reimbursed() {
    let mut form = proposal("tabt arbejdsfortjeneste");
    form.enter(ProposalField::Reimbursement, "75");
    assert_eq!(
        form.gross_and_net(1),
        Some(GrossAndNet {
            net: complete("-1700000"),
            state_share: complete("-5100000"),
            gross: complete("-6800000"),
        })
    );
}

#[test]
fn what_cannot_be_read_has_no_gross() {
    let mut form = lejre();
    form.enter(ProposalField::Reimbursement, "50");
    form.enter(ProposalField::Amount(AmountRow::EstimatedGain, 1), "?");
    let incomplete = Some(GrossAndNet {
        net: Total::Incomplete,
        state_share: Total::Incomplete,
        gross: Total::Incomplete,
    });
    assert_eq!(form.gross_and_net(1), incomplete);
    assert_eq!(form.gross_and_net_total(), incomplete);
    assert_eq!(form.gross_and_net(2).unwrap().gross, complete("-4000000"));
    // A rate that cannot be read leaves the net amount known.
    let mut unread = lejre();
    unread.reimbursement = Entry::Unreadable("100 %".to_owned());
    assert_eq!(
        unread.gross_and_net(1),
        Some(GrossAndNet {
            net: complete("-2000000"),
            state_share: Total::Incomplete,
            gross: Total::Incomplete,
        })
    );
    // So does a gross amount that is larger than an amount can be.
    let mut large = lejre();
    large.enter(ProposalField::Reimbursement, "99");
    large.enter(
        ProposalField::Amount(AmountRow::EstimatedGain, 0),
        "-100 mia.",
    );
    assert_eq!(
        large.gross_and_net(0).unwrap().net,
        complete("-100000000000")
    );
    assert_eq!(large.gross_and_net(0).unwrap().gross, Total::Incomplete);
}
