//! What stays out of a table is named, and where it stands in what was copied.

use raaderum::danish::Signs;
use raaderum::draft::{Answers, Block, Omitted, PageStyles, paste_as};
use raaderum::text::paste;

use super::{BUDGET, GAIN, as_text, proposal_for};
use crate::support::{block, effect, empty_plan};

/// Pastes into a proposal of 2024; gives what is said about what stays out.
fn said(table: &Block) -> Vec<String> {
    let mut form = proposal_for("2024");
    let answers = Answers::default();
    let found = paste_as(&mut form, GAIN, table, Signs::MinusSaves, &answers).expect("a cell");
    assert_eq!(found.pasted.outside, found.left_out.len());
    paste::left_out(&found.left_out, found.first_year)
}

/// The same, into a plan without rows of its own.
fn said_in_plan(table: &str) -> Vec<String> {
    let mut plan = empty_plan("0");
    let start = effect(&plan, 1, 1);
    let answers = Answers::default();
    let found = paste_as(&mut plan, start, &block(table), Signs::MinusSaves, &answers);
    let found = found.expect("a cell");
    paste::left_out(&found.left_out, found.first_year)
}

#[test]
fn what_has_no_place_is_named_with_its_row_and_column() {
    for (table, expected) in [
        (
            "-1\t-2\t-3\t-4\t-5\t77",
            vec!["»77« (linje 1, kolonne 6) har ingen plads i tabellen."],
        ),
        // A column of them is told as one, by its heading.
        (
            "\t2024\t2025\t2026\t2027\tI alt\tAnsvarlig\nEstimeret gevinst\t-1\t-2\t-3\t-4\t-10\tSkoler\nInvesteringsbehov\t1\t2\t3\t4\t10\tIT",
            vec!["»Skoler« og »IT« (kolonne 7 »Ansvarlig«) har ingen plads i tabellen."],
        ),
        // A row, by its name.
        (
            "Estimeret gevinst\t-1\t-2\t-3\t-4\t-10\t7\t8",
            vec!["»7« og »8« (linje 1 »Estimeret gevinst«) har ingen plads i tabellen."],
        ),
        // Line breaks in a name or heading are no part of it.
        (
            "\t2024\t2025\t2026\t2027\tI alt\t\"Regnskab\nsidste år\"\n\"Estimeret\ngevinst\"\t-1\t-2\t-3\t-4\t-10\tca.",
            vec![
                "»ca.« (linje 2 »Estimeret gevinst«, kolonne 7 »Regnskab sidste år«) har ingen plads i tabellen.",
            ],
        ),
        // Where they stood before the table was turned.
        (
            "Note\t\t\t\nÅr\tEstimeret gevinst\t\n2024\t-1\tx\n2025\t-2\t",
            vec![
                "»Note« (linje 1, kolonne 1) har ingen plads i tabellen.",
                "»x« (linje 3, kolonne 3) har ingen plads i tabellen.",
            ],
        ),
    ] {
        assert_eq!(said(&block(table)), expected, "{table}");
    }
    // However much it is, the list stays short, and says how much more there is.
    let row: Vec<String> = (1..=20).map(|number| number.to_string()).collect();
    let said_of_row = said(&block(&row.join("\t")));
    let row = "»6«, »7«, »8«, »9«, »10«, »11« og 9 til (linje 1) har ingen plads i tabellen.";
    assert_eq!(said_of_row, [row]);
}

#[test]
fn a_row_of_a_plan_without_a_name_is_told_by_its_line() {
    let said = said_in_plan("\tJAN\tFEB\tBemærkning\nFamilie\t-1\t-2\tomlagt");
    assert_eq!(
        said,
        ["»omlagt« (linje 2 »Familie«, kolonne 4 »Bemærkning«) har ingen plads i tabellen."]
    );
}

#[test]
fn what_is_struck_through_or_hidden_is_said() {
    let omitted = |struck: &[&str], hidden: &[&str]| -> Vec<Omitted> {
        let struck = struck
            .iter()
            .map(|text| Omitted::Struck((*text).to_owned()));
        let hidden = hidden
            .iter()
            .map(|text| Omitted::Hidden((*text).to_owned()));
        struck.chain(hidden).collect()
    };
    let table = |omitted| block("-1\t-2\t-3\t-4").without(omitted);
    for (struck, hidden, expected) in [
        (
            vec!["999"],
            vec![],
            vec!["1 overstreget tekst er ikke med: »999«."],
        ),
        (
            vec!["999", "-1.183"],
            vec!["7"],
            vec![
                "2 overstregede tekster er ikke med: »999« og »-1.183«.",
                "1 skjult tekst er ikke med: »7«.",
            ],
        ),
        (
            vec![],
            vec!["7", "7"],
            vec!["2 skjulte tekster er ikke med: »7«."],
        ),
        (vec![], vec![], vec![]),
    ] {
        assert_eq!(said(&table(omitted(&struck, &hidden))), expected);
    }
    // They are said whether the table is placed by its headings or not, and nothing is written of them.
    let mut form = proposal_for("2024");
    let block = block("Estimeret gevinst\t-1\t-2\t-3\t-4").without(omitted(&["999"], &[]));
    let answers = Answers::default();
    let found = paste_as(&mut form, BUDGET, &block, Signs::MinusSaves, &answers).expect("a cell");
    assert_eq!(as_text(&form), "2024\nEstimeret gevinst: −1 | −2 | −3 | −4");
    let said = paste::pasted_all(found.pasted, &found.left_out, found.first_year);
    assert_eq!(
        said,
        "4 celler er sat ind. 1 overstreget tekst er ikke med: »999«."
    );
}

#[test]
fn how_a_page_strikes_through_and_hides_is_known() {
    use raaderum::draft::Look::{Absent, Plain, Struck, Unseen};
    let css = "<!--table {mso-displayed-decimal-separator:\"\\,\";}
        .xl65\n\t{mso-style-parent:style0;\n\ttext-decoration:line-through;}
        td.xl66, .xl67 { DISPLAY: none; }
        .xl68 {mso-number-format:General; mso-hide:all}
        .xl69 {text-decoration:underline}
        .a .b {display:none}-->";
    let styles = PageStyles::read(css);
    for (tag, style, class, expected) in [
        ("td", "", "", Plain),
        ("del", "", "", Struck),
        ("S", "", "", Struck),
        ("strike", "", "", Struck),
        ("span", "text-decoration: line-through", "", Struck),
        (
            "span",
            "text-decoration-line:underline line-through;",
            "",
            Struck,
        ),
        ("span", "text-decoration:none", "", Plain),
        ("td", "display: NONE", "", Absent),
        // Such a cell keeps its place.
        ("td", "visibility:hidden", "", Unseen),
        ("span", "mso-hide:all", "", Unseen),
        ("td", "", "xl65", Struck),
        ("td", "", "first xl66", Absent),
        ("td", "", "xl67", Absent),
        ("td", "", "xl68", Unseen),
        ("td", "", "xl69", Plain),
        ("td", "", "b", Plain),
    ] {
        let look = styles.look(tag, style, class);
        assert_eq!(look, expected, "{tag} {style} {class}");
    }
    // A page is read without its style sheets.
    for (page, rest) in [
        ("a<style>.x{display:none}</style>b", "ab"),
        (
            "a<STYLE type=\"text/css\"><!-- .x{display:none} --></Style >b<style></style>æ",
            "abæ",
        ),
        ("a<style>.x{display:none}", "a"),
        ("a", "a"),
        (
            "<td class=x style='color:red' STYLE = \"\">style=1</td><p mystyle=\"\">",
            "<td class=x data-style='color:red' data-style = \"\">style=1</td><p mystyle=\"\">",
        ),
    ] {
        let (styles, left) = PageStyles::taken_from(page);
        assert_eq!(left, rest, "{page}");
        let hides = page.contains(".x") && page.contains("</");
        assert_eq!(styles.look("td", "", "x") == Absent, hides, "{page}");
    }
    assert_eq!(PageStyles::default().look("td", "", "xl65"), Plain);
}
