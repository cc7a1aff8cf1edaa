//! Files of every version, whole, damaged and of anything.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use raaderum::domain::{ActionPlan, Document, Entry, FocusArea, Proposal, StatedFigures};
use raaderum::file;

use super::strategies::{documents, text};
use super::{GOLDEN_1, GOLDEN_2, GOLDEN_3, config};
use crate::support::reading::check_stable;

/// A document with all that version 1 does not know left blank; `None` for one of which it knows nothing.
fn as_version_1(document: &Document) -> Option<Document> {
    Some(match document {
        Document::Catalogue(_) => return None,
        Document::Proposal(form) => Document::Proposal(Proposal {
            price_level: Entry::Blank,
            reimbursement: Entry::Blank,
            stated: StatedFigures::default(),
            dismissed: Vec::new(),
            ..form.clone()
        }),
        Document::ActionPlan(form) => {
            let blank = ActionPlan::blank(form.id, form.changed_at, form.year.clone());
            let rows = form.focus_areas.iter().map(|row| FocusArea {
                area: row.area.clone(),
                goal: row.goal.clone(),
                action: row.action.clone(),
                consequences: row.consequences.clone(),
                effects: row.effects.clone(),
                ..FocusArea::blank(row.id)
            });
            Document::ActionPlan(ActionPlan {
                department: form.department.clone(),
                department_responsible: form.department_responsible.clone(),
                unit: form.unit.clone(),
                unit_responsible: form.unit_responsible.clone(),
                started_on: form.started_on.clone(),
                overspend_at_start: form.overspend_at_start.clone(),
                updated_on: form.updated_on.clone(),
                overspend_at_update: form.overspend_at_update.clone(),
                cause: form.cause.clone(),
                case_number: form.case_number.clone(),
                focus_areas: rows.collect(),
                ..blank
            })
        }
    })
}

fn strip(object: &mut serde_json::Value, names: &[&str]) {
    let fields = object.as_object_mut().expect("an object");
    for name in names {
        fields.remove(*name).expect("a field of a later version");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn documents_survive_a_file(documents in documents()) {
        check_stable(&documents);
    }

    /// A file of version 2 means what one of version 3 does without catalogues.
    #[test]
    fn a_file_of_version_2_means_the_same(documents in documents()) {
        let old: Vec<Document> =
            documents.into_iter().filter(|document| !matches!(document, Document::Catalogue(_))).collect();
        let text = file::write(&old).expect("JSON");
        let mut json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        json["version"] = 2.into();
        strip(&mut json, &["catalogues"]);
        let read = file::read(&json.to_string()).expect("a file of ours");
        prop_assert_eq!(file::write(&read).expect("JSON"), text);
    }

    /// A file of version 1 means what one of version 3 does in which every new field is blank.
    #[test]
    fn a_file_of_version_1_means_the_same(documents in documents()) {
        let old: Vec<Document> = documents.iter().filter_map(as_version_1).collect();
        let text = file::write(&old).expect("JSON");
        let mut json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        json["version"] = 1.into();
        strip(&mut json, &["catalogues"]);
        for (list, names) in [
            ("proposals", &["price_level", "reimbursement_rate", "stated_totals", "dismissed_advice"][..]),
            ("action_plans", &[
                "carried_over_overspend", "stated_sums", "realised_through", "closed_through",
                "closed_updates", "supplementary_appropriation", "dismissed_advice",
            ]),
        ] {
            for document in json[list].as_array_mut().expect("a list") {
                strip(document, names);
                let rows = document.get_mut("focus_areas").and_then(serde_json::Value::as_array_mut);
                for row in rows.into_iter().flatten() {
                    strip(row, &["realised", "stated_total", "proposal"]);
                }
            }
        }
        let read = file::read(&json.to_string());
        prop_assert_eq!(read.as_ref().map(Vec::len), Ok(old.len()));
        prop_assert_eq!(file::write(&read.expect("just read")).expect("JSON"), text);
    }

    #[test]
    fn the_reader_of_files_takes_any_text(text in text()) {
        prop_assert!(file::read(&text).is_err());
    }

    #[test]
    fn the_reader_of_files_takes_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(file::read_bytes(&bytes).is_err());
    }

    /// A file that was damaged is refused, or it means something that can be written and read again.
    #[test]
    fn a_damaged_file_is_refused_or_sound(
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 0..4),
        printable in any::<bool>(),
        cut in prop::option::weighted(0.3, any::<Index>()),
        golden in select(vec![GOLDEN_1, GOLDEN_2, GOLDEN_3]),
    ) {
        let mut bytes = golden.as_bytes().to_vec();
        for (place, byte) in changes {
            let byte = if printable { b' ' + byte % 95 } else { byte };
            *place.get_mut(&mut bytes) = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(documents) = file::read_bytes(&bytes) {
            check_stable(&documents);
        }
    }

    /// Digits changed in numbers, names and dates: what is still read is sound.
    #[test]
    fn changed_digits_are_refused_or_sound(
        changes in prop::collection::vec((any::<Index>(), select(b"0123456789.-eE+".to_vec())), 1..3),
        golden in select(vec![GOLDEN_1, GOLDEN_2, GOLDEN_3]),
    ) {
        let mut bytes = golden.as_bytes().to_vec();
        let digits: Vec<usize> =
            (0..bytes.len()).filter(|&place| bytes[place].is_ascii_digit()).collect();
        for (place, byte) in changes {
            bytes[*place.get(&digits)] = byte;
        }
        if let Ok(documents) = file::read_bytes(&bytes) {
            check_stable(&documents);
        }
    }
}
