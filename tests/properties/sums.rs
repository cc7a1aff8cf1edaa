//! Totals and their explanations.

use proptest::prelude::*;
use proptest::sample::select;
use raaderum::danish::Signs;
use raaderum::domain::{ActionPlan, Month, Total, net_change_by_year};

use super::config;
use super::strategies::{plan, proposal, proposals, readable_plan, readable_proposal};
use crate::support::reading::{check_sums_of_plan, check_sums_of_proposal};

// ---- totals ----

proptest! {
    #![proptest_config(config())]

    #[test]
    fn totals_do_not_depend_on_the_order_of_rows(
        (plan, shuffled) in prop_oneof![plan(), readable_plan()].prop_flat_map(|plan| {
            let rows = Just(plan.focus_areas.clone()).prop_shuffle();
            (Just(plan), rows)
        }),
    ) {
        let other = ActionPlan { focus_areas: shuffled, ..plan.clone() };
        prop_assert_eq!(other.planned_effect(), plan.planned_effect());
        prop_assert_eq!(other.forecast(), plan.forecast());
        let months: Total = Month::ALL.into_iter().map(|month| plan.month_total(month)).sum();
        prop_assert_eq!(months, plan.planned_effect());
        for month in Month::ALL {
            prop_assert_eq!(other.month_total(month), plan.month_total(month));
        }
    }

    #[test]
    fn totals_do_not_depend_on_the_order_of_proposals(
        (proposals, shuffled) in proposals().prop_flat_map(|proposals| {
            (Just(proposals.clone()), Just(proposals).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(net_change_by_year(&shuffled), net_change_by_year(&proposals));
    }
}

// ---- explanations ----

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_sum_of_a_proposal_explains_itself(
        form in prop_oneof![proposal(), readable_proposal()],
        signs in select(Signs::ALL.to_vec()),
    ) {
        check_sums_of_proposal(&form, signs);
    }

    #[test]
    fn every_sum_of_a_plan_explains_itself(
        plan in prop_oneof![plan(), readable_plan()],
        status in select(Month::ALL.to_vec()),
        signs in select(Signs::ALL.to_vec()),
    ) {
        let mut plan = plan;
        plan.status = plan.status.map(|_| status);
        check_sums_of_plan(&plan, status, signs);
    }
}
