//! Pasting into a grid, filling to the right and spreading, and taking each of them back.

use crate::support;

use raaderum::danish::{NumberError, Signs};
use raaderum::domain::{
    ActionPlan, Amount, AmountRow, Entry, HeadField, Month, PlanField, ProposalField, Remainder,
    RowText, Section, Spread, SpreadError, StaffRow, Total, limits,
};
use raaderum::draft::{Block, EntryError, Form, SpreadRefusal, errors, fill_right, spread_over};
use support::{block, effect, kr, paste, plan, plan_2023, proposal, row, thousand};

/// What a clipboard's text is as a block, told by another text that is the same block.
fn check_block(clipboard: &str, same_as: Option<&str>) {
    let expected = same_as.map(block);
    assert_eq!(Block::from_clipboard(clipboard), expected, "{clipboard:?}");
}

#[test]
fn blocks_from_the_clipboard() {
    for single in [
        "",
        "-4.600",
        "-4.600\r\n",
        "-4.600\n",
        "kr. 5,6 mio.\r\n",
        "\r\n",
    ] {
        check_block(single, None);
    }
    // Excel ends the last row with a line break, Word and LibreOffice do not.
    check_block("1\t2\r\n3\t4\r\n", Some("1\t2\n3\t4"));
    check_block("1\t2\n3\t4\n", Some("1\t2\n3\t4"));
    check_block("1\t2\r\n", Some("1\t2"));
    check_block("1\r\n2\r\n", Some("1\n2"));
    assert_ne!(block("1\t2\n3\t4"), block("1\t2\t3\t4"));
    assert_ne!(block("1\t2\n\n"), block("1\t2\n"));
    assert_ne!(block("\t1"), block("1\t"));
}

// ---- paste ----

fn amounts(proposal: &raaderum::domain::Proposal, row: AmountRow) -> [Entry<Amount>; 4] {
    proposal.years.each_ref().map(|year| row.of(year).clone())
}

/// A cell is not left out for its length: what is too long for a number stands in its field, with an error.
#[test]
fn a_long_cell_is_pasted_whole() {
    let long = "æ".repeat(limits::TEXT_CHARACTERS + 1);
    let mut plan = plan_2023();
    let done = paste(
        &mut plan,
        effect(&plan_2023(), 1, 1),
        &block(&format!("-4\t{long}")),
        Signs::MinusSaves,
    );
    let done = done.expect("a cell");
    assert_eq!((done.written, done.outside), (2, 0));
    let field = effect(&plan, 1, 2);
    assert!(plan.shown(field) == long);
    let error = EntryError::Number(NumberError::TooLong);
    assert_eq!(errors(&plan), [(field, error)]);
}

#[test]
fn pasting_into_a_proposal_from_a_middle_cell() {
    let original = proposal("Horseager");
    let mut form = original.clone();
    let start = ProposalField::Amount(AmountRow::EstimatedGain, 1);
    // Three rows of four columns, from column 1: the fourth column is where a source has the sum of a row of
    // amounts, and lies outside for people.
    let copied = "-1.000\t-2.000\t-3.000\t-4.000\r\n300\t\t\t\r\n3\t2,5\ttre\t4\r\n";
    let pasted = paste(&mut form, start, &block(copied), Signs::MinusSaves).expect("a cell");
    assert_eq!((pasted.written, pasted.stated, pasted.outside), (9, 1, 1));
    assert_eq!(pasted.rows_added, 0);
    let stated = [Entry::Blank, Entry::Value(thousand(-4_000)), Entry::Blank];
    assert_eq!(form.stated.rows, stated);
    let value = |thousands| Entry::Value(thousand(thousands));
    assert_eq!(
        amounts(&form, AmountRow::EstimatedGain),
        [value(-983), value(-1_000), value(-2_000), value(-3_000)]
    );
    assert_eq!(
        amounts(&form, AmountRow::InvestmentNeed),
        [Entry::Blank, value(300), Entry::Blank, Entry::Blank]
    );
    let people = [0, 1, 2, 3]
        .map(|year| form.shown(ProposalField::Staff(StaffRow::EmployeesAffected, year)));
    assert_eq!(people, ["2", "3", "2,5", "tre"]);
    assert_eq!(
        errors(&form),
        [
            (
                ProposalField::Staff(StaffRow::EmployeesAffected, 2),
                EntryError::Number(NumberError::NotAHeadCount)
            ),
            (
                ProposalField::Staff(StaffRow::EmployeesAffected, 3),
                EntryError::Number(NumberError::Unknown("tre".to_owned()))
            ),
        ]
    );
}

/// A proposal's grid has six rows, and they stay six.
#[test]
fn a_proposal_does_not_grow() {
    let mut form = proposal("Horseager");
    let start = ProposalField::Staff(StaffRow::FullTimeEquivalents, 2);
    let pasted = paste(
        &mut form,
        start,
        &block("-1\t-2\t-3\n-4\t\t\n\n-5\t \n"),
        Signs::MinusSaves,
    )
    .expect("a cell");
    assert_eq!(
        (pasted.written, pasted.outside, pasted.rows_added),
        (2, 3, 0)
    );
    let shown = [0, 1, 2, 3]
        .map(|year| form.shown(ProposalField::Staff(StaffRow::FullTimeEquivalents, year)));
    assert_eq!(shown, ["1,35", "1,35", "−1", "−2"]);
}

#[test]
fn pasting_needs_a_cell_of_the_grid() {
    let mut form = proposal("Horseager");
    for field in [
        ProposalField::Heading,
        ProposalField::FirstYear,
        ProposalField::Kinds,
        ProposalField::Section(Section::Summary),
    ] {
        assert_eq!(
            paste(&mut form, field, &block("1\t2"), Signs::MinusSaves),
            None,
            "{field:?}"
        );
    }
    assert_eq!(form, proposal("Horseager"));
    let mut plan = plan_2023();
    let text = PlanField::Text(row(&plan, 1).id, RowText::Area);
    for field in [PlanField::Head(HeadField::OverspendAtStart), text] {
        assert_eq!(
            paste(&mut plan, field, &block("1\t2"), Signs::MinusSaves),
            None,
            "{field:?}"
        );
    }
    assert_eq!(plan, plan_2023());
}

#[test]
fn pasting_17_rows_of_12_months_makes_a_plan_grow() {
    let original = plan_2023();
    let mut form = original.clone();
    let line = ["-1.000"; 12].join("\t");
    let copied = format!("{}\r\n", [line.as_str(); 17].join("\r\n"));
    let start = effect(&form, 1, 1);
    let pasted = paste(&mut form, start, &block(&copied), Signs::MinusSaves).expect("a cell");
    assert_eq!(
        (pasted.written, pasted.outside, pasted.rows_added),
        (17 * 12, 0, 6)
    );
    assert_eq!(form.focus_areas.len(), 17);
    assert_eq!(form.planned_effect(), Total::Complete(kr("-204000")));
    assert!(
        form.focus_areas
            .iter()
            .all(|row| row.planned_total() == Total::Complete(kr("-12000")))
    );
    let texts = |plan: &ActionPlan| -> Vec<String> {
        plan.focus_areas
            .iter()
            .take(11)
            .map(|row| row.area.clone())
            .collect()
    };
    assert_eq!(texts(&form), texts(&original));
}

/// Empty lines of a sheet keep their distance, and take up rows only when something follows them.
#[test]
fn empty_lines_in_a_block_keep_their_place() {
    let mut form = plan("Familiehusene", 2022);
    let start = effect(&form, 2, 12);
    let pasted = paste(
        &mut form,
        start,
        &block("-1\n\n\n-2\n\n\n"),
        Signs::MinusSaves,
    )
    .expect("a cell");
    assert_eq!((pasted.outside, pasted.rows_added), (0, 3));
    let december: Vec<String> = (1..=5)
        .map(|number| form.shown(effect(&form, number, 12)))
        .collect();
    assert_eq!(december, ["−2.000", "−1", "", "", "−2"]);
}

#[test]
fn a_plan_grows_to_its_limit_and_counts_the_rest() {
    let mut form = plan_2023();
    let copied = vec!["-1\t-2"; limits::FOCUS_AREAS].join("\n");
    let start = effect(&form, 3, 12);
    let pasted = paste(&mut form, start, &block(&copied), Signs::MinusSaves).expect("a cell");
    assert_eq!(form.focus_areas.len(), limits::FOCUS_AREAS);
    assert_eq!(pasted.rows_added, limits::FOCUS_AREAS - 11);
    assert_eq!(pasted.written, limits::FOCUS_AREAS - 2);
    // The second column is where a source has the sum of its row; both columns of the two rows past the limit are
    // nowhere.
    assert_eq!(pasted.stated, limits::FOCUS_AREAS - 2);
    assert_eq!(pasted.outside, 2 * 2);
}

#[test]
fn bad_cells_are_pasted_as_they_are() {
    let mut form = plan_2023();
    let (good, bad) = (effect(&form, 2, 5), effect(&form, 2, 6));
    let pasted = paste(
        &mut form,
        good,
        &block("kr. 1.586.691\t#VÆRDI! "),
        Signs::MinusSaves,
    )
    .expect("a cell");
    assert_eq!(form.shown(good), "1.586.691");
    assert_eq!(form.shown(bad), "#VÆRDI! ");
    assert_eq!(
        form.error(bad),
        Some(EntryError::Number(NumberError::Unknown("#".to_owned())))
    );
    assert_eq!(row(&form, 2).planned_total(), Total::Incomplete);
    assert_eq!(pasted.written, 2);
}

// ---- fill to the right ----

#[test]
fn filling_to_the_right() {
    let mut form = proposal("Isafjord");
    let gain = |year| ProposalField::Amount(AmountRow::EstimatedGain, year);
    assert_eq!(fill_right(&mut form, gain(1)), Some(2));
    assert_eq!(form, proposal("Isafjord"));

    fill_right(&mut form, gain(0)).expect("cells to the right");
    assert_eq!(
        amounts(&form, AmountRow::EstimatedGain),
        [-450; 4].map(|gain| Entry::Value(thousand(gain)))
    );
    form.enter(gain(2), "?");
    fill_right(&mut form, gain(2)).expect("a cell to the right");
    assert_eq!(form.shown(gain(3)), "?");
    form.enter(gain(0), "");
    fill_right(&mut form, gain(0)).expect("cells to the right");
    assert_eq!(
        amounts(&form, AmountRow::EstimatedGain),
        [const { Entry::Blank }; 4]
    );

    for last_or_none in [
        gain(3),
        gain(4),
        ProposalField::FirstYear,
        ProposalField::Section(Section::Summary),
    ] {
        assert_eq!(
            fill_right(&mut form, last_or_none),
            None,
            "{last_or_none:?}"
        );
    }
}

#[test]
fn filling_to_the_right_stays_in_its_row() {
    let mut form = plan_2023();
    let may = effect(&form, 7, 5);
    form.enter(may, "-31.250");
    assert_eq!(fill_right(&mut form, may), Some(7));
    assert_eq!(
        row(&form, 7).planned_total(),
        Total::Complete(kr("-250000"))
    );
    assert_eq!(row(&form, 6), row(&plan_2023(), 6));
    assert_eq!(row(&form, 8), row(&plan_2023(), 8));
}

// ---- spread ----

#[test]
fn spreading_over_a_row() {
    let original = plan_2023();
    let mut form = original.clone();
    let id = row(&form, 10).id;
    let mut how = Spread {
        amount: kr("-250000"),
        from: Month::August,
        to: Month::December,
        remainder: Remainder::Last,
    };
    spread_over(&mut form, id, &how).expect("a spread");
    let shown: Vec<String> = (1..=12)
        .map(|of| form.shown(effect(&form, 10, of)))
        .collect();
    // The months before are left alone.
    let expected = [
        "−20.837",
        "−20.833",
        "−20.833",
        "−20.833",
        "−20.833",
        "−20.833",
        "−20.833",
        "−50.000",
        "−50.000",
        "−50.000",
        "−50.000",
        "−50.000",
    ];
    assert_eq!(shown, expected);
    assert_eq!(row(&form, 9), row(&original, 9));
    assert_eq!(row(&form, 11), row(&original, 11));

    how.from = Month::January;
    how.remainder = Remainder::First;
    form.focus_areas[9].effects = Default::default();
    spread_over(&mut form, id, &how).expect("a spread");
    assert_eq!(form, original);

    (how.from, how.to) = (Month::March, Month::February);
    assert_eq!(
        spread_over(&mut form, id, &how),
        Err(SpreadRefusal::Months(SpreadError::MonthsReversed))
    );
    assert_eq!(form, original);
}
