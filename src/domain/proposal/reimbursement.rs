//! Refusion: the state reimburses a share of some expenditure. The table holds what the municipality pays or
//! saves itself (net).

use rust_decimal::Decimal;

use super::{Proposal, ProposalYear};
use crate::domain::{Amount, Entry, Total, limits};

/// The share that the state reimburses, in per cent: from 0 to less than 100, at most two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReimbursementRate(Decimal);

impl ReimbursementRate {
    /// Returns the rate; `None` where it is out of bounds or has more than [`limits::RATE_DECIMALS`] decimals.
    ///
    /// ```
    /// use raaderum::domain::ReimbursementRate;
    /// use rust_decimal::Decimal;
    ///
    /// assert!(ReimbursementRate::new(Decimal::ZERO).is_some());
    /// assert!(ReimbursementRate::new(Decimal::new(99_99, 2)).is_some());
    /// // Of what the state pays whole, no net amount says how much it is.
    /// assert_eq!(ReimbursementRate::new(Decimal::from(100)), None);
    /// ```
    #[must_use]
    pub fn new(percent: Decimal) -> Option<Self> {
        let percent = percent.normalize();
        let is_share = percent >= Decimal::ZERO && percent < Decimal::ONE_HUNDRED;
        (is_share && percent.scale() <= limits::RATE_DECIMALS).then_some(Self(percent))
    }

    /// Returns the rate in per cent.
    #[must_use]
    pub fn percent(self) -> Decimal {
        self.0
    }

    /// Returns the gross amount of which `net` is the municipality's own share, rounded to the øre. `None` where it is
    /// larger than an amount can be.
    ///
    /// ```
    /// use raaderum::domain::{Amount, ReimbursementRate};
    /// use rust_decimal::Decimal;
    ///
    /// // At 50 per cent, a net saving of 2 mio. kr. is 4 mio. gross.
    /// let half = ReimbursementRate::new(Decimal::from(50)).unwrap();
    /// let gross = half.gross(Amount::from_kroner(-2_000_000));
    /// assert_eq!(gross, Some(Amount::from_kroner(-4_000_000)));
    /// ```
    ///
    /// ```
    /// use raaderum::domain::{Amount, ReimbursementRate};
    /// use rust_decimal::Decimal;
    ///
    /// let rate = ReimbursementRate::new(Decimal::new(30, 0)).unwrap();
    /// // 100 / 0,7
    /// assert_eq!(rate.gross(Amount::from_kroner(100)).unwrap().kroner().to_string(), "142.86");
    /// assert_eq!(rate.gross(Amount::from_kroner(900_000_000_000)), None);
    /// ```
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
