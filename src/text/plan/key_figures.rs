//! The figures above the tabs, and the head in one line.

use crate::domain::ActionPlan;
use crate::text::messages;

pub const KEY_FIGURES: &str = "Nøgletal";
pub const AT_START: &str = "Ved opstart";
/// Leads to the field where nothing is typed yet.
pub const TYPE_START: &str = "Skriv beløbet";
pub const EDIT: &str = "Ret";
/// The same, for a screen reader.
pub const EDIT_DETAILS: &str = "Ret oplysninger";

/// The label of what the rows give.
#[must_use]
pub fn rows_give(rows: usize) -> String {
    match rows {
        1 => "1 indsats giver".to_owned(),
        rows => format!("{} indsatser giver", messages::count(rows)),
    }
}

/// Who the plan is for, who answers for it and its case, in one line: `Børn og Familie · ansvarlig Åse Ærø · sag 330-20`
#[must_use]
pub fn head_in_one_line(plan: &ActionPlan) -> String {
    let first = |texts: [&str; 2]| {
        let written = texts.into_iter().map(str::trim);
        written
            .into_iter()
            .find(|text| !text.is_empty())
            .map(str::to_owned)
    };
    let department = first([&plan.department, &plan.unit]);
    let responsible = first([&plan.department_responsible, &plan.unit_responsible]);
    let case = first([&plan.case_number, ""]);
    if department.is_none() && responsible.is_none() && case.is_none() {
        return "Center, ansvarlig og sag er ikke oplyst".to_owned();
    }
    let or_missing = |text: Option<String>| text.unwrap_or_else(|| "ikke oplyst".to_owned());
    [
        department.unwrap_or_else(|| "Center ikke oplyst".to_owned()),
        format!("ansvarlig {}", or_missing(responsible)),
        format!("sag {}", or_missing(case)),
    ]
    .join(" · ")
}
