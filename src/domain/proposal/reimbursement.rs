//! Refusion: the state reimburses a share of some expenditure. The table holds what the municipality pays or
//! saves itself (net).

use super::{Proposal, ProposalYear};
use crate::domain::{Entry, ReimbursementRate, Total};

/// A change net and gross, in kroner; minus = lower expenditure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GrossAndNet {
    /// What the municipality itself pays or saves.
    pub net: Total,
    /// What the state pays or saves.
    pub state_share: Total,
    /// Both together.
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
    /// Returns Ændringsforslag i alt in a year, 0 for the budget year, net and gross. `None` where no reimbursement
    /// rate is given.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut jobcenter = lejre.proposal("Jobcentret");
    /// assert_eq!(jobcenter.gross_and_net(0), None);
    /// jobcenter.enter(ProposalField::Reimbursement, "30 %");
    /// let first = jobcenter.gross_and_net(0).unwrap();
    /// // The municipality saves 700.000 kr., the state 300.000.
    /// assert_eq!(first.gross, Total::from(Amount::from_kroner(-1_000_000)));
    /// assert_eq!(first.state_share, Total::from(Amount::from_kroner(-300_000)));
    /// ```
    ///
    /// A rate that cannot be read leaves the gross amount open, and the net amount as it is:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut jobcenter = lejre.proposal("Jobcentret");
    /// jobcenter.enter(ProposalField::Reimbursement, "100 %");
    /// let first = jobcenter.gross_and_net(0).unwrap();
    /// assert_eq!(first.net, Total::from(Amount::from_kroner(-700_000)));
    /// assert_eq!(first.gross, Total::Incomplete);
    /// ```
    #[must_use]
    pub fn gross_and_net(&self, year: usize) -> Option<GrossAndNet> {
        let net = self.years.get(year).map(ProposalYear::net_change)?;
        GrossAndNet::of(net, &self.reimbursement)
    }

    /// Returns Ændringsforslag i alt over the four years, net and gross: the sum of the years, each rounded to the øre.
    /// `None` where no reimbursement rate is given.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut jobcenter = lejre.proposal("Jobcentret");
    /// jobcenter.enter(ProposalField::Reimbursement, "50");
    /// let total = jobcenter.gross_and_net_total().unwrap();
    /// assert_eq!(total.net, Total::from(Amount::from_kroner(-2_800_000)));
    /// assert_eq!(total.gross, Total::from(Amount::from_kroner(-5_600_000)));
    /// ```
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
