//! Cases from public budgets.

use raaderum::danish::Signs;
use raaderum::domain::{Catalogue, CatalogueField, Entry, Id, Timestamp};
use raaderum::draft::{Answers, Form, Question, paste_as};

use super::{GAIN, into, proposal_for};
use crate::support::block;

/// Savings without minus, and printed sums into which the year headings were added.
const UNSIGNED: &str = "\
Børneområdet, kr.\t2018\t2019\t2020\t2021
1 Skatkammeret\t300.000\t300.000\t300.000\t300.000
2 Naturvejleder\t0\t285.000\t285.000\t285.000
3 Dagplejekonsulenter\t0\t300.000\t900.000\t900.000
I alt\t2.614.018\t4.020.019\t5.140.020\t5.140.021
Sparekrav\t1.295.000\t2.588.000\t3.871.000\t3.871.000
";

#[test]
fn unsigned_savings_with_wrong_sums_are_held_back() {
    // Into a proposal: three savings have no row there, and the heading is no amount.
    let (form, (questions, left_out)) = into(&proposal_for("2018"), GAIN, UNSIGNED, true);
    assert_eq!(form, "2018");
    assert_eq!(questions.len(), 4);
    assert_eq!(left_out.len(), 3 * 4 + 4 + 4);
    // One of them, chosen by hand, is a saving in kroner.
    let one =
        "Børneområdet, kr.\t2018\t2019\t2020\t2021\n2 Naturvejleder\t0\t285.000\t285.000\t285.000";
    let (form, (questions, _)) = into(&proposal_for("2018"), GAIN, one, true);
    assert_eq!(form, "2018\nEstimeret gevinst: 0 | −285 | −285 | −285");
    assert_eq!(questions.len(), 2);
}

#[test]
fn a_target_is_known_by_its_name_and_is_a_saving() {
    let mut catalogue = Catalogue::blank(Id::random(), Timestamp::UNIX_EPOCH, Entry::Blank);
    let start = CatalogueField::Target(0);
    let targets = |catalogue: &Catalogue| {
        [0, 1, 2, 3].map(|year| catalogue.shown(CatalogueField::Target(year)))
    };
    let block = block(UNSIGNED);
    let mut asked = catalogue.clone();
    let found = paste_as(
        &mut asked,
        start,
        &block,
        Signs::MinusSaves,
        &Answers::default(),
    );
    let likely = Answers::default().settled(&found.unwrap().questions);
    assert_eq!(likely.signs, Some(Signs::RowDecides));
    let found = paste_as(&mut catalogue, start, &block, Signs::MinusSaves, &likely).unwrap();
    assert_eq!(
        targets(&catalogue),
        ["−1.295", "−2.588", "−3.871", "−3.871"]
    );
    assert_eq!(catalogue.shown(CatalogueField::FirstYear), "2018");
    assert_eq!(found.left_out.len(), 4 * 4);
}

/// The unit in a sentence above the table, rows of four or five amounts, a title that stands twice.
#[test]
fn ragged_rows_are_each_placed_or_asked_about() {
    let heads = "Alle beløb er i 1.000 kr.\n\t2020\t2021\t2022\t2023\tI alt\n";
    for (row, expected) in [
        (
            "Gang i knæene\t-120\t-160\t-160\t-160",
            "−120 | −160 | −160 | −160",
        ),
        (
            "Sundhed\t-2.248\t-2.427\t-2.427\t-2.427\t-9.529",
            "−2.248 | −2.427 | −2.427 | −2.427 | (−9.529)",
        ),
    ] {
        let (form, (questions, left_out)) =
            into(&proposal_for("2020"), GAIN, &format!("{heads}{row}"), false);
        assert_eq!(form, format!("2020\nEstimeret gevinst: {expected}"));
        let suggested = Some(2);
        assert_eq!(questions, [Question::Row { row: 2, suggested }]);
        assert_eq!(left_out, []);
    }
    // As a plan's page, the same title twice is two rows.
    let all = "\t2020\t2021\t2022\t2023\tI alt\nGang i knæene\t-120\t-160\t-160\t-160\t\nGang i knæene\t-32\t-32\t-32\t-32\t\nSundhed i alt\t-152\t-192\t-192\t-192\t-728";
    let (form, (questions, _)) = into(&proposal_for("2020"), GAIN, all, false);
    assert_eq!(form, "2020");
    assert_eq!(questions.len(), 2);
}

/// A budget follow-up and a table of indices have neither years nor rows of a form: nothing of them is written unasked.
#[test]
fn tables_of_something_else_are_not_written() {
    for table in [
        "\tOprindeligt\tKorrigeret\tForventet\tAfvigelse\t%\nBFU\t768,2\t769,5\t771,0\t1,5\t0,2\nKFL\t48,2\t68,5\t60,0\t-8,5\t12,5\ni alt\t2.946,6\t2.983,3\t2.975,3\t-8,0\t0,3",
        "index (%)\tniveaukorrektion\t2024–25\tin all\nStatsligt lønindeks\t0,9\t3,2\t4,1\nForbrugerprisindeks\t-0,9\t2,1\t1,2",
    ] {
        let (form, (questions, left_out)) = into(&proposal_for("2025"), GAIN, table, false);
        assert_eq!(form, "2025", "{table}");
        assert!(!questions.is_empty() && !left_out.is_empty(), "{table}");
    }
}
