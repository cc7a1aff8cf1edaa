//! An overspend that somebody has confirmed is computed with, whatever it looks like.

use crate::support;

use raaderum::checks::Checked;
use raaderum::domain::{ActionPlan, DoubtfulOverspend, HeadField};
use raaderum::draft::Form;
use raaderum::text::plan::forecast;
use support::{head, plan_of};

/// 16.000.000 at start, and effects of 1.500.000.
fn lacking() -> ActionPlan {
    plan_of("16.000.000", &["-75.000", "-50.000"])
}

fn words(plan: &ActionPlan) -> String {
    forecast::coverage(plan)
}

#[test]
fn an_overspend_that_somebody_has_confirmed_is_computed_with() {
    let at_start = head(HeadField::OverspendAtStart);
    for typed in ["-2 mio.", "-0,5", "26,1", "999,99", "-1.234.567,8"] {
        let mut plan = lacking();
        plan.enter(at_start, typed);
        // Each thing that is said about it is answered by itself.
        while let Some(doubt) = plan.doubtful_start() {
            let about = plan
                .advice()
                .into_iter()
                .find(|advice| advice.field == at_start && advice.reason.code() == doubt.code());
            let about = about.expect("it is asked about");
            let dismissed = about.dismissed("Det er rigtigt.".to_owned());
            plan.dismissed.push(dismissed);
        }
        assert_ne!(words(&plan), "", "{typed}");
        assert!(!words(&plan).contains("kan ikke afgøres"), "{typed}");
        assert!(plan.is_required().is_some() && plan.needed().is_some());
        // Another amount is another question.
        plan.enter(at_start, "27,3");
        assert_eq!(plan.doubtful_start(), Some(DoubtfulOverspend::Unit));
    }
    // What was said of another field, or of another amount, confirms nothing.
    let mut plan = lacking();
    plan.enter(head(HeadField::OverspendAtUpdate), "26,1");
    for advice in plan.advice() {
        let dismissed = advice.dismissed("Ja.".to_owned());
        plan.dismissed.push(dismissed);
    }
    plan.enter(at_start, "26,1");
    assert_eq!(plan.doubtful_start(), Some(DoubtfulOverspend::Unit));
}
