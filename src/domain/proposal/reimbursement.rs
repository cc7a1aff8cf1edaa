//! Refusion: the state reimburses a share of some expenditure. The table holds what the municipality pays or
//! saves itself (net).

use rust_decimal::Decimal;

use super::{Proposal, ProposalYear};
use crate::domain::{Amount, Entry, Total, limits};

/// The share that the state reimburses, in per cent: from 0 to less than 100, at most two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReimbursementRate(Decimal);

impl ReimbursementRate {
    /// This rate, if it is within bounds.
    #[must_use]
    pub fn new(percent: Decimal) -> Option<Self> {
        let percent = percent.normalize();
        let is_share = percent >= Decimal::ZERO && percent < Decimal::ONE_HUNDRED;
        (is_share && percent.scale() <= limits::RATE_DECIMALS).then_some(Self(percent))
    }

    /// The rate in per cent.
    #[must_use]
    pub fn percent(self) -> Decimal {
        self.0
    }

    /// The gross amount of which `net` is what the municipality pays itself, to the øre. `None` when it is larger
    /// than an amount can be.
    #[must_use]
    pub fn gross(self, net: Amount) -> Option<Amount> {
        let own_share = Decimal::ONE_HUNDRED - self.0;
        let gross = net
            .kroner()
            .checked_mul(Decimal::ONE_HUNDRED)?
            .checked_div(own_share)?;
        Amount::nearest(gross).ok()
    }
}

/// A net change and what it is gross, in kroner; minus = lower expenditure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GrossAndNet {
    /// What the municipality pays or saves.
    pub net: Total,
    /// What the state pays or saves.
    pub state_share: Total,
    /// Both.
    pub gross: Total,
}

impl GrossAndNet {
    fn of(net: Total, rate: &Entry<ReimbursementRate>) -> Option<Self> {
        if rate.is_blank() {
            return None;
        }
        let gross = match net {
            Total::Blank if !rate.is_unreadable() => Total::Blank,
            net => rate
                .value()
                .zip(net.amount())
                .and_then(|(rate, net)| rate.gross(net))
                .map_or(Total::Incomplete, Total::Complete),
        };
        Some(Self {
            net,
            state_share: gross - net,
            gross,
        })
    }
}

impl Proposal {
    /// Ændringsforslag i alt in a year, net and gross. `None` while no reimbursement rate is given.
    #[must_use]
    pub fn gross_and_net(&self, year: usize) -> Option<GrossAndNet> {
        let net = self.years.get(year).map(ProposalYear::net_change)?;
        GrossAndNet::of(net, &self.reimbursement)
    }

    /// Ændringsforslag i alt over the four years, net and gross: the sum of the years. `None` while no
    /// reimbursement rate is given.
    #[must_use]
    pub fn gross_and_net_total(&self) -> Option<GrossAndNet> {
        (0..self.years.len())
            .map(|year| self.gross_and_net(year))
            .reduce(|sum, year| {
                let (sum, year) = (sum?, year?);
                Some(GrossAndNet {
                    net: sum.net + year.net,
                    state_share: sum.state_share + year.state_share,
                    gross: sum.gross + year.gross,
                })
            })?
    }
}
