//! What other programs put on the clipboard.

use proptest::prelude::*;
use raaderum::danish::Signs;
use raaderum::draft::{Answers, Block, LeftOut, TableCell, is_block, paste_as};

use super::{BUDGET, GAIN, check, proposal_for};
use crate::support::{effect, empty_plan};

#[test]
fn a_cell_in_quotation_marks_is_one_cell() {
    let cells = |text: &str| {
        let found = Block::from_clipboard(text);
        found.unwrap_or_else(|| panic!("{text}"))
    };
    let table = |rows: &[&[&str]]| {
        let rows: Vec<Vec<TableCell>> = rows
            .iter()
            .map(|row| row.iter().map(|text| cell(text, 1, 1)).collect())
            .collect();
        Block::from_table(&rows).expect("cells")
    };
    for (text, same) in [
        ("\"a\nb\"\t1\r\n", table(&[&["a\nb", "1"]])),
        ("\"a\tb\"\t1", table(&[&["a\tb", "1"]])),
        (
            "1\t\"han sagde \"\"ja\"\"\"\n2\t3",
            table(&[&["1", "han sagde \"ja\""], &["2", "3"]]),
        ),
        ("1\t\"\"\t2", table(&[&["1", "", "2"]])),
        ("1\t\"\"\"\"", table(&[&["1", "\""]])),
        // A mark of its own stands for itself.
        (
            "5\" rør\t1\n\"åben\t2",
            table(&[&["5\" rør", "1"], &["\"åben", "2"]]),
        ),
        ("\"a\" b\t1", table(&[&["\"a\" b", "1"]])),
        ("1\r2", table(&[&["1"], &["2"]])),
    ] {
        assert_eq!(cells(text), same, "{text:?}");
    }
    // One cell alone needs help only for its marks.
    assert_eq!(Block::from_clipboard("-4.600\r\n"), None);
    assert!(!cells("\"-4.600\n\"\r\n").is_table());
    check(
        BUDGET,
        "\"Estimeret\ngevinst\"\t\"-1\n\"\t-2\t-3\t-4",
        "2024\nEstimeret gevinst: −1 | −2 | −3 | −4",
    );
}

fn cell(text: &str, columns: usize, rows: usize) -> TableCell {
    TableCell {
        text: text.to_owned(),
        columns,
        rows,
    }
}

#[test]
fn cells_of_a_page_that_take_up_several_places_stand_in_the_first() {
    let table = [
        vec![cell("a", 2, 1), cell("b", 1, 2)],
        vec![cell("c", 1, 2), cell("d", 1, 1)],
        vec![cell("e", 1, 1), cell("f", 1, 0)],
    ];
    assert_eq!(
        Block::from_table(&table),
        Block::from_clipboard("a\t\tb\nc\td\t\n\te\tf")
    );
    assert_eq!(Block::from_table(&[vec![cell("a", 1, 1)]]), None);
    assert_eq!(Block::from_table(&[]), None);
    // However large a cell claims to be, a block has its bounds.
    let huge = [vec![cell("a", usize::MAX, usize::MAX), cell("b", 1, 1)]];
    assert_eq!(Block::from_table(&huge), None);
    let rows = vec![vec![cell("a", 1, usize::MAX)], vec![cell("b", 1, 1)]];
    assert_eq!(Block::from_table(&rows), Block::from_clipboard("a\n\tb"));
}

/// A cell as a spreadsheet writes it to the clipboard.
fn written(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r']) || cell.starts_with('"') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

proptest! {
    #[test]
    fn any_cells_come_back_as_a_spreadsheet_writes_them(
        rows in prop::collection::vec(prop::collection::vec("[a\"\t\n\r1 ,-]{0,6}", 1..4), 1..4),
        line_end in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        let lines = rows.iter().map(|row| {
            row.iter().map(|cell| written(cell)).collect::<Vec<_>>().join("\t")
        });
        let text = lines.collect::<Vec<_>>().join(line_end) + line_end;
        let cells: Vec<Vec<TableCell>> = rows
            .iter()
            .map(|row| row.iter().map(|text| cell(text, 1, 1)).collect())
            .collect();
        if let Some(expected) = Block::from_table(&cells) {
            prop_assert_eq!(Block::from_clipboard(&text), Some(expected), "{:?}", text);
        }
    }

    /// That a text is a block is told without reading it.
    #[test]
    fn a_block_is_known_before_it_is_read(text in "([ a\"\\t\\n]|\\r\\n|\\r){0,6}") {
        prop_assert_eq!(is_block(&text), Block::from_clipboard(&text).is_some(), "{:?}", text);
    }

    /// Whatever is pasted, every cell that is not blank is written, kept as what the source states, or named as left out.
    #[test]
    fn no_cell_is_lost(
        rows in prop::collection::vec(
            prop::collection::vec(
                prop::sample::select(vec!["", "-1", "2024", "2025", "Estimeret gevinst", "Andet", "I alt", "4,600", "x"]),
                1..7,
            ),
            1..6,
        ),
    ) {
        let lines: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        let Some(block) = Block::from_clipboard(&lines.join("\n")) else {
            return Ok(());
        };
        let mut form = proposal_for("2024");
        let found = paste_as(&mut form, GAIN, &block, Signs::MinusSaves, &Answers::default());
        let found = found.expect("a cell");
        prop_assert_eq!(found.pasted.outside, found.left_out.len());
        // Numbers are never dropped: each is placed, stated or named.
        let amounts = rows.iter().flatten().filter(|cell| matches!(**cell, "-1" | "4,600")).count();
        let is_amount = |text: &str| matches!(text, "-1" | "4,600");
        let placed = found.placed.iter().filter(|placed| {
            let (row, column) = placed.from;
            is_amount(rows[row][column])
        });
        let named = found.left_out.iter().filter(|left_out| match left_out {
            LeftOut::Other(cell) => is_amount(&cell.text),
            _ => true,
        });
        prop_assert!(placed.count() + named.count() >= amounts, "{:?}", found);
    }

    /// The same in a plan and in a proposal, whatever its headings: every amount is placed, kept as what the source
    /// states, or named.
    #[test]
    fn no_number_is_lost(
        heads in prop::collection::vec(
            prop::sample::select(vec!["", "JAN", "FEB", "JAN", "2024", "2026", "2025 (mio. kr.)", "I alt", "Drift", "1. kvartal"]),
            1..7,
        ),
        rows in prop::collection::vec(
            prop::collection::vec(
                prop::sample::select(vec!["", "-17", "kr. -17", "-17,5", "-17*", "Familie", "Estimeret gevinst", "I alt"]),
                1..7,
            ),
            1..5,
        ),
    ) {
        let lines: Vec<String> = std::iter::once(&heads).chain(&rows).map(|row| row.join("\t")).collect();
        let Some(block) = Block::from_clipboard(&lines.join("\n")) else {
            return Ok(());
        };
        let is_amount = |text: &str| text.contains("17");
        let amounts = rows.iter().flatten().filter(|cell| is_amount(cell)).count();
        let is_placed = |(row, column): (usize, usize)| row > 0 && is_amount(rows[row - 1][column]);
        let named = |left_out: &[LeftOut]| {
            let named = left_out.iter().filter(|one| match one {
                LeftOut::Other(cell) => is_amount(&cell.text),
                _ => true,
            });
            named.count()
        };
        let answers = Answers::default();
        let mut form = proposal_for("2024");
        let found = paste_as(&mut form, GAIN, &block, Signs::MinusSaves, &answers).expect("a cell");
        let placed = found.placed.iter().filter(|placed| is_placed(placed.from)).count();
        prop_assert!(placed + named(&found.left_out) >= amounts, "{:?}", found);
        let mut plan = empty_plan("0");
        let start = effect(&plan, 1, 1);
        let found = paste_as(&mut plan, start, &block, Signs::MinusSaves, &answers).expect("a cell");
        let placed = found.placed.iter().filter(|placed| is_placed(placed.from)).count();
        let kept = placed + found.pasted.stated + named(&found.left_out);
        prop_assert!(kept >= amounts, "{:?}", found);
    }
}
