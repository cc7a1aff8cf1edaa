//! A plan's tables that are pasted whole, and what their sources state about their own sums: kept beside the cells, compared,
//! and never computed with. What is compared with what stands in `regler/indsatte-summer.md`.

use crate::support;

use raaderum::danish::{AmountUnit, Signs};
use raaderum::domain::{
    ActionPlan, Document, Entry, FocusArea, Id, Month, PlanField, RowText, StatedDifference, Total,
    limits,
};
use raaderum::draft::{Form, errors, mend};
use raaderum::text;
use raaderum::text::messages;
use raaderum::text::plan::matrix;
use support::{
    PAGE_1, PAGE_2, block, complete, effect, empty_plan, kr, month, months_shown, paste, pasted,
    plan_of, realised, row, taken_back,
};

/// An empty plan with the first printed page pasted at the first row and the second at the eighth.
fn both_pages() -> ActionPlan {
    let mut plan = empty_plan("26.050.000");
    let start = effect(&plan, 1, 1);
    pasted(&mut plan, start, PAGE_1);
    assert!(plan.grow(start));
    let start = effect(&plan, 8, 1);
    pasted(&mut plan, start, PAGE_2);
    plan
}

fn difference(stated: &str, computed: &str) -> StatedDifference {
    let difference = StatedDifference {
        stated: kr(stated),
        computed: kr(computed),
    };
    assert_eq!(difference.difference(), kr(stated) - kr(computed));
    difference
}

// ---- the plan of Slagelse for 2023, from its two printed pages ----

#[test]
fn the_first_page_fills_an_empty_plan() {
    let mut plan = empty_plan("26.050.000");
    let start = effect(&plan, 1, 1);
    let done = pasted(&mut plan, start, PAGE_1);
    // The sums are no eighth row: seven sums beside the rows, and thirteen below them.
    assert_eq!(plan.focus_areas.len(), 7);
    assert_eq!((done.written, done.rows_added), (7 * 12, 6));
    assert_eq!((done.stated, done.outside, done.locked), (7 + 13, 0, 0));
    assert_eq!(plan.stated_sums.len(), 1);
    assert_eq!(
        text::paste::pasted(done),
        "84 celler er sat ind, og 6 indsatser er tilføjet. 20 summer i det, du satte ind, er gemt ved siden af."
    );
    assert_eq!(errors(&plan), []);
    // The numbers before the rows are no names.
    assert!(plan.focus_areas.iter().all(|row| row.area.is_empty()));
    assert_eq!(plan.planned_effect(), complete("-21850000"));
    assert_eq!(plan.forecast(), Some(complete("4200000")));
}

#[test]
fn the_two_pages_make_one_plan_that_lacks_4_kroner() {
    let plan = both_pages();
    assert_eq!(plan.focus_areas.len(), 11);
    assert_eq!(errors(&plan), []);
    assert_eq!(plan.planned_effect(), complete("-26049996"));
    assert_eq!(plan.forecast(), Some(complete("4")));
    let mut july = vec![""; 12];
    july[6] = "−250.000";
    assert_eq!(months_shown(&plan, 7), july);
    let summed = [1..8, 8..12].map(|rows| rows.map(|number| row(&plan, number).id));
    let sums: Vec<Vec<Id>> = plan
        .stated_sums
        .iter()
        .map(|sum| sum.rows.clone())
        .collect();
    assert_eq!(sums, summed.map(Iterator::collect::<Vec<_>>));
}

#[test]
fn a_difference_is_told_in_words() {
    let lacks = difference("-1000000", "-999996");
    for (signs, sentence) in [
        (
            Signs::MinusSaves,
            "Summen i det, du satte ind, er −1.000.000. Cellerne giver −999.996. Forskellen er 4 kr.",
        ),
        (
            Signs::PlusSaves,
            "Summen i det, du satte ind, er 1.000.000. Cellerne giver 999.996. Forskellen er 4 kr.",
        ),
        (
            Signs::Words,
            "Summen i det, du satte ind: sparer 1.000.000. Cellerne: sparer 999.996. Forskellen er 4 kr.",
        ),
    ] {
        let told = messages::stated_difference(&lacks, AmountUnit::Kroner, signs);
        assert_eq!(told, sentence);
    }
    assert_eq!(
        matrix::stated_sum(&[7, 8, 9, 10], Some(Month::December)),
        "Indsat sum af indsats 8, 9, 10, 11, december"
    );
    assert_eq!(
        matrix::stated_sum(&[0], None),
        "Indsat sum af indsats 1, i alt"
    );
}

#[test]
fn mending_row_9_makes_the_forecast_zero_and_undoing_it_makes_it_4_again() {
    let mut plan = both_pages();
    let lacking = plan.clone();
    let row_9 = row(&plan, 9).id;
    assert_eq!(row(&plan, 9).mended_december(), Some(kr("-83337")));
    assert!(mend(&mut plan, row_9));
    assert_eq!(months_shown(&plan, 9)[10..], ["−83.333", "−83.337"]);
    assert_eq!(plan.forecast(), Some(Total::ZERO));
    assert!(
        plan.focus_areas
            .iter()
            .all(|row| row.stated_difference().is_none())
    );
    for sum in &plan.stated_sums {
        assert_eq!(plan.stated_sum_differences(sum), []);
    }
    // Nothing is left to mend, and the source's own sum stands as it was.
    assert!(!mend(&mut plan, row_9));
    assert!(!mend(&mut plan, Id::random()));
    assert_eq!(row(&plan, 9).stated_total, row(&lacking, 9).stated_total);
    assert_eq!(lacking.forecast(), Some(complete("4")));
    assert_eq!(taken_back(&lacking, &plan, &plan), lacking.into());
}

#[test]
fn undoing_a_paste_takes_away_its_rows_and_its_sums() {
    let mut plan = empty_plan("26.050.000");
    let empty = plan.clone();
    let start = effect(&plan, 1, 1);
    pasted(&mut plan, start, PAGE_1);
    let first = plan.clone();
    assert!(plan.grow(start));
    let one_page = plan.clone();
    let start = effect(&plan, 8, 1);
    let second = pasted(&mut plan, start, PAGE_2);
    assert_eq!(second.rows_added, 3);

    assert_eq!(taken_back(&one_page, &plan, &plan), one_page.clone().into());
    // The first paste by itself, with the second one left as it is.
    let Document::ActionPlan(second) = taken_back(&empty, &first, &plan) else {
        panic!("a plan");
    };
    assert_eq!(second.stated_sums, plan.stated_sums[1..]);
    assert_eq!(second.focus_areas[2..], plan.focus_areas[8..]);
    assert_eq!(months_shown(&second, 1), [""; 12]);
}

/// A row that somebody has begun to describe since is not taken away with the paste.
#[test]
fn undoing_a_paste_leaves_a_row_that_was_described_since() {
    let mut plan = empty_plan("26.050.000");
    let empty = plan.clone();
    let start = effect(&plan, 1, 1);
    pasted(&mut plan, start, PAGE_1);
    let after = plan.clone();
    let area = PlanField::Text(row(&plan, 7).id, RowText::Area);
    plan.enter(area, "Bilsølejr, Kongelejre");
    let Document::ActionPlan(back) = taken_back(&empty, &after, &plan) else {
        panic!("a plan");
    };
    // Whoever changes a row means to keep it, with all that stands in it.
    assert_eq!(back.focus_areas[1..], plan.focus_areas[6..]);
    assert_eq!(months_shown(&back, 1), [""; 12]);
    assert_eq!(back.stated_sums, []);
}

// ---- what a stated total is compared with ----

/// A row that was moved is still in its sum; one that was removed lacks.
#[test]
fn a_sum_row_follows_its_rows() {
    let mut plan = both_pages();
    plan.focus_areas.rotate_left(5);
    let first = plan.stated_sums[0].clone();
    assert_eq!(plan.stated_sum_differences(&first), []);
    plan.focus_areas
        .retain(|row| Some(&row.id) != first.rows.last());
    assert_eq!(
        plan.stated_sum_differences(&first),
        [
            (Some(Month::July), difference("-2049998", "-1799998")),
            (None, difference("-21850000", "-21600000")),
        ]
    );
    let mut unread = both_pages();
    unread.focus_areas[0].effects[6] = Entry::Unreadable("?".to_owned());
    assert_eq!(unread.stated_sum_differences(&unread.stated_sums[0]), []);
}

// ---- the shapes of a table ----

/// Pastes into the first month of an empty plan of one row, and compares the rows it then has, by their areas and
/// the months that hold something; and what lay outside.
fn check_shape(text: &str, expected: &[(&str, &[(usize, &str)])], outside: usize) {
    let mut plan = empty_plan("0");
    let start = effect(&plan, 1, 1);
    let done = pasted(&mut plan, start, text);
    let rows: Vec<(String, Vec<(usize, String)>)> = (1..=plan.focus_areas.len())
        .map(|number| {
            let months = months_shown(&plan, number).into_iter().enumerate();
            let months = months.map(|(place, shown)| (place + 1, shown));
            let held = months.filter(|(_, shown)| !shown.is_empty()).collect();
            (row(&plan, number).area.clone(), held)
        })
        .collect();
    let expected: Vec<(String, Vec<(usize, String)>)> = expected
        .iter()
        .map(|(area, months)| {
            let months = months.iter().map(|(of, shown)| (*of, (*shown).to_owned()));
            ((*area).to_owned(), months.collect())
        })
        .collect();
    assert_eq!(rows, expected, "{text}");
    assert_eq!(done.outside, outside, "{text}");
}

#[test]
fn months_are_placed_by_their_headings() {
    let two: &[(usize, &str)] = &[(1, "−1"), (12, "−12")];
    check_shape("\tjan.\tDecember\n1\t-1\t-12", &[("", two)], 0);
    check_shape("DEC\tJAN\n-12\t-1", &[("", two)], 0);
    check_shape(
        "\n\tjanuar\tdec\nForplejning\t-1\t-12\n",
        &[("Forplejning", two)],
        0,
    );
    // What stands under no month lies outside, and so does a title above the headings.
    check_shape("\tJAN\tDEC\tNote\n1\t-1\t-12\tse bilag", &[("", two)], 1);
    check_shape(
        "ØKONOMISK EFFEKT FORDELT PR. MÅNED I 2023\t\t\n\tJAN\tDEC\n1\t-1\t-12",
        &[("", two)],
        1,
    );
    // A line of the form that is empty keeps its row.
    check_shape(
        "\tJAN\tDEC\n1\t-1\t-12\n2\t\t\n3\t-1\t-12",
        &[("", two), ("", &[]), ("", two)],
        0,
    );
    // A sum is a row like the others only if its name says something else.
    check_shape("\tJAN\tDEC\n1\t-1\t-12\nI ALT\t-1\t-12", &[("", two)], 0);
    check_shape(
        "\tJAN\tDEC\nSumme\t-1\t-12\nTotal 2023\t-1\t-12",
        &[("Summe", two)],
        0,
    );
    // The sum of nothing, and one month alone is no heading.
    check_shape("\tJAN\tDEC\nI alt\t-1\t-12", &[("", &[])], 2);
    check_shape("JAN\n-1", &[("", &[(1, "JAN")]), ("", &[(1, "−1")])], 0);
}

#[test]
fn a_whole_year_is_known_by_its_shape() {
    let year = ["-5"; 12].join("\t");
    let fives: Vec<(usize, &str)> = (1..=12).map(|of| (of, "−5")).collect();
    check_shape(&year, &[("", &fives)], 0);
    check_shape(&format!("{year}\t-60"), &[("", &fives)], 0);
    check_shape(&format!("1\t{year}\t-60"), &[("", &fives)], 0);
    check_shape(&format!("Aflastning\t{year}"), &[("Aflastning", &fives)], 0);
    // An amount with a unit is no name.
    let with_unit = year.replacen("-5", "0,5 mio. kr.", 1);
    let mut months = fives.clone();
    months[0].1 = "500.000";
    check_shape(&format!("{with_unit}\t-60"), &[("", &months)], 0);
    // It is the same from whichever month it is put.
    let mut plan = empty_plan("0");
    let start = effect(&plan, 1, 2);
    let done = pasted(&mut plan, start, &format!("1\t{year}\t-60"));
    assert_eq!(months_shown(&plan, 1), ["−5"; 12]);
    assert_eq!((done.written, done.stated, done.outside), (12, 1, 0));
}

/// Each sum of a block is that of the rows since the last one.
#[test]
fn a_block_can_have_several_sums() {
    let mut plan = empty_plan("0");
    let start = effect(&plan, 1, 1);
    let text = "\tJAN\tFEB\n1\t-1\t-2\n2\t-3\t-4\nI alt\t-4\t-6\n3\t-5\t-6\nI alt\t-5\t-7";
    let done = pasted(&mut plan, start, text);
    assert_eq!((done.stated, plan.stated_sums.len()), (4, 2));
    assert_eq!(plan.focus_areas.len(), 3);
    let [first, second] = plan.stated_sums.as_slice() else {
        panic!("two sum rows");
    };
    let ids = |rows: &[usize]| -> Vec<Id> { rows.iter().map(|&of| row(&plan, of).id).collect() };
    assert_eq!((&first.rows, &second.rows), (&ids(&[1, 2]), &ids(&[3])));
    assert_eq!(plan.stated_sum_differences(first), []);
    let february = (Some(Month::February), difference("-7", "-6"));
    assert_eq!(plan.stated_sum_differences(second), [february]);
}

#[test]
fn the_name_of_a_row_is_kept_where_none_stands() {
    let mut plan = plan_of("0", &["."; 3]);
    let area = |number| PlanField::Text(row(&plan, number).id, RowText::Area);
    let (first, second, third) = (area(1), area(2), area(3));
    plan.enter(second, "Dagbehandling");
    plan.enter(third, "Aflastning");
    let start = effect(&plan, 1, 1);
    let text = "\tJAN\tFEB\n1 Familiebehandling\t-1\t\nDagbehandling\t-2\t\nForplejning\t-3\t";
    let done = pasted(&mut plan, start, text);
    let areas = [first, second, third].map(|field| plan.shown(field));
    assert_eq!(
        areas,
        ["1 Familiebehandling", "Dagbehandling", "Aflastning"]
    );
    // What has another name gets a row of its own.
    assert_eq!((done.outside, done.rows_added), (0, 1));
    assert_eq!(row(&plan, 4).area, "Forplejning");
    let january = [1, 2, 3, 4].map(|number| months_shown(&plan, number)[0].clone());
    assert_eq!(january, ["−1", "−2", "", "−3"]);
}

#[test]
fn a_table_in_the_realised_months_ends_with_the_status() {
    let mut plan = plan_of("0", &["-100", "-100"]);
    plan.status = Some(Month::February);
    let start = realised(&plan, 1, 1);
    let text = "\tJAN\tFEB\tMAR\tI ALT\n1\t-80\t-90\t-70\t-240\n2\t-80\t\t\t-80\n3\t-1\t\t\t\nI alt\t-160\t-90\t\t-250";
    let done = pasted(&mut plan, start, text);
    assert_eq!(row(&plan, 1).realised_through(month(12)), complete("-170"));
    assert_eq!(row(&plan, 2).realised_through(month(12)), complete("-80"));
    // March, two sums beside the rows, a third row, and three sums below.
    assert_eq!((done.written, done.stated), (4, 0));
    assert_eq!(done.outside, 1 + 2 + 1 + 3);
    assert_eq!((done.rows_added, plan.stated_sums.len()), (0, 0));
    assert_eq!(plan.planned_effect(), complete("-2400"));
}

#[test]
fn a_plan_keeps_so_many_sum_rows_and_no_more() {
    let mut plan = empty_plan("0");
    while plan.focus_areas.len() <= limits::STATED_SUMS {
        plan.focus_areas.push(FocusArea::blank(Id::random()));
    }
    let table = "\tJAN\tFEB\n1\t-1\t-2\nI alt\t-1\t-2";
    for number in 1..=limits::STATED_SUMS {
        let start = effect(&plan, number, 1);
        assert_eq!(pasted(&mut plan, start, table).outside, 0);
    }
    let start = effect(&plan, limits::STATED_SUMS + 1, 1);
    let done = pasted(&mut plan, start, table);
    assert_eq!((done.stated, done.outside), (0, 2));
    assert_eq!(plan.stated_sums.len(), limits::STATED_SUMS);
}

#[test]
fn a_page_that_is_pasted_again_takes_the_place_of_what_it_stated() {
    let mut plan = empty_plan("0");
    let start = effect(&plan, 1, 1);
    pasted(&mut plan, start, PAGE_1);
    let first = plan.stated_sums.clone();
    pasted(&mut plan, start, PAGE_1);
    assert_eq!(plan.stated_sums.len(), 1);
    assert_ne!(plan.stated_sums, first);
}

#[test]
fn a_plan_that_is_full_leaves_rows_out() {
    let mut plan = plan_of("0", &["."; 1]);
    while plan.focus_areas.len() < limits::FOCUS_AREAS {
        plan.focus_areas.push(FocusArea::blank(Id::random()));
    }
    let start = effect(&plan, limits::FOCUS_AREAS, 1);
    let done = pasted(
        &mut plan,
        start,
        "\tJAN\tFEB\n1\t-1\t-2\nAflastning\t-3\t-4\nI alt\t-4\t-6",
    );
    // The name and the two amounts of the row that has no place; the sum is kept all the same.
    assert_eq!((done.written, done.outside, done.stated), (2, 3, 2));
    assert_eq!(plan.focus_areas.len(), limits::FOCUS_AREAS);
}

#[test]
fn a_table_is_read_in_its_sign_convention() {
    let turned = PAGE_2.replace('-', "");
    let mut plan = empty_plan("26.050.000");
    let start = effect(&plan, 1, 1);
    paste(&mut plan, start, &block(&turned), Signs::PlusSaves).expect("a cell");
    let mut same = empty_plan("26.050.000");
    let start = effect(&same, 1, 1);
    pasted(&mut same, start, PAGE_2);
    let cells = |plan: &ActionPlan| {
        let rows = plan.focus_areas.iter();
        let rows: Vec<_> = rows
            .map(|row| (row.effects.clone(), row.stated_total.clone()))
            .collect();
        let sums = plan.stated_sums.iter();
        let sums: Vec<_> = sums
            .map(|sum| (sum.months.clone(), sum.total.clone()))
            .collect();
        (rows, sums)
    };
    assert_eq!(cells(&plan), cells(&same));
    assert_eq!(plan.planned_effect(), complete("-4199996"));
}

#[test]
fn a_year_with_a_remark_after_its_total_keeps_its_january() {
    let mut plan = empty_plan("0");
    let start = effect(&plan, 1, 1);
    let months = (1..=12)
        .map(|number| format!("-{number}.000"))
        .collect::<Vec<_>>();
    pasted(
        &mut plan,
        start,
        &format!("{}\t-78.000\tefter aftale", months.join("\t")),
    );
    assert_eq!(row(&plan, 1).effects[0].value(), Some(kr("-1000")));
    assert_eq!(row(&plan, 1).effects[11].value(), Some(kr("-12000")));
    assert_eq!(row(&plan, 1).stated_total.value(), Some(kr("-78000")));
}

#[test]
fn a_sum_row_in_words_means_the_same_in_every_sign_convention() {
    for signs in Signs::ALL {
        let mut plan = empty_plan("0");
        let start = effect(&plan, 1, 1);
        let table = "\tJAN\tFEB\n1\tsparer 1\tsparer 2\nI alt\tsparer 1\tsparer 2";
        paste(&mut plan, start, &block(table), signs).expect("a cell");
        let [sum] = plan.stated_sums.as_slice() else {
            panic!("one sum row");
        };
        assert_eq!(sum.months[0].value(), Some(kr("-1")), "{signs:?}");
        assert_eq!(plan.stated_sum_differences(sum), [], "{signs:?}");
    }
}

/// It is told where the sum stands, and is no error in a field that nobody can reach.
#[test]
fn a_stated_total_that_cannot_be_read_is_no_error_of_the_form() {
    let mut plan = empty_plan("0");
    let start = effect(&plan, 1, 1);
    pasted(&mut plan, start, "\tJAN\tFEB\tI ALT\n1\t-1\t-2\t#VÆRDI!");
    let stated = &row(&plan, 1).stated_total;
    assert_eq!(stated, &Entry::Unreadable("#VÆRDI!".to_owned()));
    assert_eq!(errors(&plan), []);
    assert_eq!(
        messages::stated_unreadable("#VÆRDI!"),
        "Summen i det, du satte ind, er »#VÆRDI!«, som ikke kan læses som et beløb."
    );
}
