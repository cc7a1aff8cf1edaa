//! Version 1 of the file format is read by making version 2 of it: what version 1 does not know is blank.

use serde_json::{Map, Value};

use super::refusal::{Reason, Refusal};
use crate::domain::invariant;

/// The version's number.
pub const VERSION: i64 = 1;

const PROPOSAL: &str = r#"{
    "price_level": null,
    "reimbursement_rate": null,
    "stated_totals": {
        "rows": [null, null, null],
        "net_change": [null, null, null, null],
        "net_change_total": null
    },
    "dismissed_advice": []
}"#;

const PLAN: &str = r#"{
    "carried_over_overspend": null,
    "stated_sums": [],
    "realised_through": null,
    "closed_through": null,
    "closed_updates": [],
    "supplementary_appropriation": {"amount": null, "financing": ""},
    "dismissed_advice": []
}"#;

const FOCUS_AREA: &str = r#"{
    "realised": [null, null, null, null, null, null, null, null, null, null, null, null],
    "stated_total": null,
    "proposal": null
}"#;

/// Makes version 2 of a file of version 1. What differs from version 1 is left for the reading of version 2, which
/// refuses it at the same path.
///
/// # Errors
/// [`Refusal`] of a field that version 1 does not know.
pub(super) fn migrate(file: &mut Value) -> Result<(), Refusal> {
    each(file, "", "proposals", |proposal, path| {
        add(proposal, path, PROPOSAL)
    })?;
    each(file, "", "action_plans", |plan, path| {
        add(plan, path, PLAN)?;
        each(plan, &format!("{path}."), "focus_areas", |row, path| {
            add(row, path, FOCUS_AREA)
        })
    })
}

fn each(
    parent: &mut Value,
    path: &str,
    list: &str,
    mut change: impl FnMut(&mut Value, &str) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let items = parent.get_mut(list).and_then(Value::as_array_mut);
    for (index, item) in items.into_iter().flatten().enumerate() {
        change(item, &format!("{path}{list}[{index}]"))?;
    }
    Ok(())
}

fn add(object: &mut Value, path: &str, blanks: &str) -> Result<(), Refusal> {
    let Some(object) = object.as_object_mut() else {
        return Ok(());
    };
    let blanks: Option<Map<String, Value>> = serde_json::from_str(blanks).ok();
    let blanks = invariant(blanks, "the texts above are JSON").unwrap_or_default();
    for (name, blank) in blanks {
        if object.contains_key(&name) {
            return Err(Refusal {
                path: format!("{path}.{name}"),
                reason: Reason::Unknown,
            });
        }
        object.insert(name, blank);
    }
    Ok(())
}
