//! The rules of the domain as case files in Danish, `regler/*.md`, run against the functions that the page uses. Who
//! corrects them is no programmer: what fails is told in Danish too.

use crate::support;

mod catalogue;
mod numbers;
mod plan;
mod proposal;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use raaderum::checks::{Advice, Checked};
use raaderum::danish::{AmountUnit, print_amount};
use raaderum::domain::{Amount, Month, Total};
use raaderum::draft::{Form, errors};
use raaderum::text::{labels, messages};
use support::case_file::{CaseFile, Row, Table};

/// What a case is about: it takes in what the plain columns say, and answers what the bold ones ask. An error says why a
/// column or a cell is not understood.
trait Subject {
    /// Takes in a cell.
    fn take(&mut self, column: &str, cell: &str) -> Result<(), String>;
    /// Returns what the program shows.
    fn answer(&mut self, column: &str) -> Result<String, String>;
}

/// The column that only people read.
const REMARK: &str = "Bemærkning";

fn unknown(column: &str) -> String {
    format!("ukendt kolonne »{column}«")
}

/// What tables without a bold column have said so far below a heading.
#[derive(Default)]
struct Given {
    plan: Option<raaderum::domain::ActionPlan>,
    proposal: Option<raaderum::domain::Proposal>,
    catalogue: Option<catalogue::Choice>,
}

impl Given {
    /// Returns what a row of a table is about; its first cell says which.
    fn subject(&self, first_column: &str, cell: &str) -> Result<Box<dyn Subject>, String> {
        Ok(match first_column {
            "Skrevet" => Box::new(numbers::Typed::new(cell)),
            "Tal" => Box::new(numbers::Printed::new(cell)?),
            "Beløb at fordele" => Box::new(numbers::Spreading::new(cell)?),
            "Forslag" => Box::new(proposal::start(self, cell)?),
            "Handleplan" => Box::new(plan::start(self, cell)?),
            "Valgt" | "På listen" => {
                let given = self.catalogue.clone().unwrap_or_default();
                Box::new(given.with_choice(first_column, cell)?)
            }
            _ => {
                return Err(format!(
                    "ukendt tabel: den første kolonne hedder »{first_column}«"
                ));
            }
        })
    }

    /// Takes in a row of a table without a bold column.
    fn take(&mut self, row: &[(&str, &str)]) -> Result<(), String> {
        let (first, rest) = row.split_first().ok_or("tom række")?;
        match first.0 {
            "Forslag" => self.proposal = Some(proposal::start(self, first.1)?.given(rest)?),
            "Handleplan" => self.plan = Some(plan::start(self, first.1)?.given(rest)?),
            "Planlagt" | "Realiseret" => {
                let plan = self.plan.get_or_insert_with(plan::without_rows);
                plan::take_months(plan, first.0, first.1, rest)?;
            }
            "Råderumskatalog" | "Nr." | "Varianter" | "Forslag nr." => {
                let choice = self.catalogue.get_or_insert_default();
                choice.take_given(first.0, first.1, rest)?;
            }
            other => return Err(format!("ukendt tabel: den første kolonne hedder »{other}«")),
        }
        Ok(())
    }
}

/// The executed rows of a file, and what failed, each with its line.
#[derive(Default)]
struct Outcome {
    executed: usize,
    failures: BTreeSet<(usize, String)>,
}

fn run(text: &str) -> Outcome {
    let file = CaseFile::parse(text);
    let mut outcome = Outcome {
        executed: 0,
        failures: file.mistakes.into_iter().collect(),
    };
    for tables in &file.rules {
        let mut given = Given::default();
        for table in tables {
            run_table(table, &mut given, &mut outcome);
        }
        if let Some(last) = tables.last().filter(|table| table.is_given()) {
            let told = "intet prøves under overskriften efter denne tabel: ingen kolonne er fed";
            outcome.failures.insert((last.line, told.to_owned()));
        }
    }
    if outcome.executed == 0 {
        let told = "filen har ingen række, der prøves";
        outcome.failures.insert((1, told.to_owned()));
    }
    outcome
}

fn run_table(table: &Table, given: &mut Given, outcome: &mut Outcome) {
    if table.rows.is_empty() {
        outcome
            .failures
            .insert((table.line, "tabellen har ingen rækker".to_owned()));
    }
    // What is pasted is one table, not its rows.
    if table.is_given()
        && table
            .columns
            .first()
            .is_some_and(|first| first.name == "Indsat")
    {
        let plan = given.plan.get_or_insert_with(plan::without_rows);
        let pasted = plan::paste_table(plan, table);
        outcome
            .failures
            .extend(pasted.err().map(|told| (table.line, told)));
        return;
    }
    for row in &table.rows {
        if table.is_given() {
            let names = table.columns.iter().map(|column| column.name.as_str());
            let cells = row.cells.iter().map(String::as_str);
            let cells = names.zip(cells).filter(|(name, _)| *name != REMARK);
            let row_of: Vec<(&str, &str)> = cells.collect();
            if let Err(told) = given.take(&row_of) {
                outcome.failures.insert((row.line, told));
            }
        } else {
            outcome.executed += 1;
            let failures = run_row(table, row, given).unwrap_or_else(|told| vec![told]);
            let with_line = failures.into_iter().map(|told| (row.line, told));
            outcome.failures.extend(with_line);
        }
    }
}

fn run_row(table: &Table, row: &Row, given: &Given) -> Result<Vec<String>, String> {
    let mut cells = table.columns.iter().zip(&row.cells);
    let (first, cell) = cells.next().ok_or("tom række")?;
    if first.is_expected {
        return Err("den første kolonne er fed".to_owned());
    }
    let mut subject = given.subject(&first.name, cell)?;
    let mut failures = Vec::new();
    let (expected, typed): (Vec<_>, Vec<_>) = cells.partition(|(column, _)| column.is_expected);
    for (column, cell) in typed {
        if column.name != REMARK {
            subject.take(&column.name, cell)?;
        }
    }
    for (column, expected) in expected {
        let came = subject.answer(&column.name)?;
        if !agrees(expected, &came) {
            let name = &column.name;
            let [expected, came] = [expected, &came].map(|lines| lines.replace('\n', "<br>"));
            failures.push(format!("{name}: forventet »{expected}«, kom »{came}«"));
        }
    }
    Ok(failures)
}

/// Whether what is shown is what is expected, line by line. A sentence may be broken off with `…`.
fn agrees(expected: &str, came: &str) -> bool {
    let expected: Vec<&str> = expected.split('\n').map(str::trim).collect();
    let came: Vec<&str> = came.split('\n').map(str::trim).collect();
    let is_same = |(expected, came): (&&str, &&str)| match expected.strip_suffix('…') {
        Some(beginning) if beginning.chars().count() >= 10 => came.starts_with(beginning),
        _ => expected == came,
    };
    expected.len() == came.len() && expected.iter().zip(&came).all(is_same)
}

// ---- what several subjects show ----

/// A sum as it is shown: blank, a number, or the words for one that cannot be known.
fn shown_total(total: Total, unit: AmountUnit) -> String {
    match total {
        Total::Blank => String::new(),
        Total::Complete(amount) => print_amount(amount, unit),
        Total::Incomplete => messages::INCOMPLETE.to_owned(),
    }
}

/// The same where there may be no such figure at all.
fn shown_if_any(total: Option<Total>, unit: AmountUnit) -> String {
    total.map_or_else(|| "vises ikke".to_owned(), |total| shown_total(total, unit))
}

fn shown_amount(amount: Option<Amount>, unit: AmountUnit) -> String {
    amount.map_or_else(String::new, |amount| print_amount(amount, unit))
}

fn month(name: &str) -> Result<Month, String> {
    let is_it =
        |month: &Month| labels::month(*month) == name || labels::month_short(*month) == name;
    let found = Month::ALL.into_iter().find(is_it);
    found.ok_or_else(|| format!("»{name}« er ingen måned"))
}

fn whole(cell: &str) -> Result<usize, String> {
    let number = cell.trim().parse();
    number.map_err(|_| format!("»{cell}« er intet nummer"))
}

/// The field of a form that is called so.
fn field_called<F: Form>(
    form: &F,
    name: &str,
    label: fn(&F, F::Field) -> String,
) -> Option<F::Field> {
    let mut fields = form.fields().into_iter();
    fields.find(|&field| label(form, field) == name)
}

/// What every form answers: what a field shows, what is said about it, the advice and the errors.
fn answer_of_form<F: Form + Checked>(
    form: &F,
    column: &str,
    label: fn(&F, F::Field) -> String,
    label_of_advice: fn(&F, &Advice<F::Field>) -> String,
) -> Result<String, String> {
    if column == "Råd" {
        let advice = form.advice().into_iter();
        let told = advice.map(|advice| {
            let sentence = messages::advice(&advice.reason);
            format!("{}: {sentence}", label_of_advice(form, &advice))
        });
        return Ok(told.collect::<Vec<_>>().join("\n"));
    }
    if column == "Fejl i" {
        let fields = errors(form).into_iter();
        let names = fields.map(|(field, _)| label(form, field));
        return Ok(names.collect::<Vec<_>>().join("\n"));
    }
    if let Some(name) = column.strip_prefix("Besked om ") {
        let field = field_called(form, name, label).ok_or_else(|| unknown(column))?;
        let told = form
            .error(field)
            .map(|error| messages::entry_error(&error, 2024));
        return Ok(told.unwrap_or_default());
    }
    let field = field_called(form, column, label).ok_or_else(|| unknown(column))?;
    Ok(form.shown(field))
}

// ---- the files ----

fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/regler");
    let mut files: Vec<(String, String)> = fs::read_dir(&folder)
        .expect("the folder of the case files")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .map(|path| {
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (name, fs::read_to_string(path).expect("text"))
        })
        .collect();
    files.sort();
    files
}

#[test]
fn the_rules_hold() {
    let files = files();
    assert!(!files.is_empty());
    let mut told = Vec::new();
    for (name, text) in &files {
        let outcome = run(text);
        println!("{name}: {} rækker", outcome.executed);
        let failures = outcome.failures.into_iter();
        told.extend(failures.map(|(line, told)| format!("tests/regler/{name}:{line}: {told}")));
    }
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

/// The runner's own cases: what it must find wrong, with the line.
#[test]
fn what_does_not_hold_is_found_with_its_line() {
    let failures = |text: &str| -> Vec<String> {
        let failures = run(text).failures.into_iter();
        failures
            .map(|(line, told)| format!("{line}: {told}"))
            .collect()
    };
    let table = |head: &str, row: &str| {
        let columns = head.matches('|').count() - 1;
        format!("## Regel\n\n{head}\n|{}\n{row}\n", "---|".repeat(columns))
    };
    let typed = "| Skrevet | **I kroner** |";
    assert_eq!(failures(&table(typed, "| `1.213` | 1.213 |")), [""; 0]);
    for (head, row, told) in [
        (
            typed,
            "| `1.213` | 1.214 |",
            "5: I kroner: forventet »1.214«, kom »1.213«",
        ),
        (
            typed,
            "| `1.213` | omtrent |",
            "5: I kroner: forventet »omtrent«, kom »1.213«",
        ),
        (
            typed,
            "| `1.213` | |",
            "5: I kroner: forventet »«, kom »1.213«",
        ),
        (
            typed,
            "| `1.213` | … |",
            "5: I kroner: forventet »…«, kom »1.213«",
        ),
        (
            typed,
            "| `1.213` | 1.213 | 5 |",
            "5: rækken har 3 celler, tabellen 2 kolonner",
        ),
        (typed, "| |", "5: rækken har 1 celler, tabellen 2 kolonner"),
        (
            "| Skrevet | **I dollar** |",
            "| `1` | 1 |",
            "5: ukendt kolonne »I dollar«",
        ),
        (
            "| Skrevet | I kroner | **Som antal** |",
            "| `1` | 1 | 1 |",
            "5: ukendt kolonne »I kroner«",
        ),
        (
            "| Ukendt | **I kroner** |",
            "| `1` | 1 |",
            "5: ukendt tabel: den første kolonne hedder »Ukendt«",
        ),
        (
            "| **Skrevet** | **I kroner** |",
            "| `1` | 1 |",
            "5: den første kolonne er fed",
        ),
        (
            "| Beløb at fordele | Fra | Til | Resten | **jan** |",
            "| tolv | jan | dec | sidst | 1 |",
            "5: »tolv« er intet tal",
        ),
        (
            "| Beløb at fordele | Fra | Til | Resten | **jan** |",
            "| 12 | jun | jän | sidst | 1 |",
            "5: »jän« er ingen måned",
        ),
        (
            "| Forslag | **Råd** |",
            "| Månelanding | |",
            "5: intet eksempel hedder »Månelanding«",
        ),
    ] {
        assert_eq!(failures(&table(head, row)), [told], "{head} {row}");
    }
    let nothing = ["1: filen har ingen række, der prøves"];
    assert_eq!(failures("## Regel\n\nKun tekst.\n"), nothing);
    let [none, given] = [
        failures("## Regel\n\n| Skrevet | **I kroner** |\n|---|---|\n"),
        failures("## Regel\n\n| Forslag | Refusion |\n|---|---|\n| nyt | 50 % |\n"),
    ];
    assert_eq!(none, [nothing[0], "3: tabellen har ingen rækker"]);
    assert_eq!(
        given[1],
        "3: intet prøves under overskriften efter denne tabel: ingen kolonne er fed"
    );
    // A table without its line of dashes is text to Markdown.
    let no_table = failures("| Skrevet | **I kroner** |\n| `1.213` | 1.214 |\n");
    assert_eq!(
        no_table[1..],
        [
            "1: rækken står ikke i en tabel",
            "2: rækken står ikke i en tabel"
        ]
    );
}
