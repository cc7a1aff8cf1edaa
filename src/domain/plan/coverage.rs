//! How a plan ends: covered, or with what is missing named.

use super::ActionPlan;
use crate::domain::Total;

impl ActionPlan {
    /// What has to be covered in all, in kroner: this year's forecast and the overspend carried over from last
    /// year. Positive: it is missing. `None` while nothing is typed at start.
    #[must_use]
    pub fn to_cover(&self) -> Option<Total> {
        self.forecast()
            .map(|forecast| forecast + Total::from(&self.carried_over))
    }

    /// What remains when the supplementary appropriation that is applied for is granted, in kroner. Positive: it is
    /// missing all the same.
    #[must_use]
    pub fn remaining(&self) -> Option<Total> {
        self.to_cover()
            .map(|missing| missing - Total::from(&self.appropriation))
    }
}
