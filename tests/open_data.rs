//! Open data: what a spreadsheet set to Danish opens, and the description of it.

use crate::support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use raaderum::domain::{
    Amount, Catalogue, Dismissal, Document, Edition, Entry, FullTimeEquivalents, Id, Month,
    Proposal, ProposalField, ProposalStatus, Section, largest_choice,
};
use raaderum::draft::Form;
use raaderum::publication::{
    Cell, Column, ColumnKind, DataFile, Table, catalogue_amounts, catalogue_proposals, csv,
    data_package, open_data, open_data_names, plan_matrix, plan_open_data, publish,
};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use support::{catalogue, date, dec, kr, plan_2023, proposals};

fn by_id(proposals: &[Proposal]) -> BTreeMap<Id, &Proposal> {
    proposals.iter().map(|one| (one.id, one)).collect()
}

fn column(name: &str) -> Column {
    Column {
        name: name.to_owned(),
        kind: ColumnKind::Text,
        description: "Tekst.".to_owned(),
    }
}

/// A table of one column.
fn table_of(cells: impl IntoIterator<Item = Cell>) -> Table {
    Table {
        name: "tabel",
        title: "Tabel".to_owned(),
        columns: vec![column("Felt")],
        key: 1,
        refers_to: None,
        rows: cells.into_iter().map(|cell| vec![cell]).collect(),
    }
}

/// Reads a CSV file by the rules of RFC 4180 with semicolons, as a program does that knows nothing of ours.
fn read(csv: &str) -> Vec<Vec<String>> {
    let text = csv.strip_prefix('\u{FEFF}').expect("a byte-order mark");
    let mut rows = vec![vec![String::new()]];
    let mut characters = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(character) = characters.next() {
        let row = rows.last_mut().unwrap();
        let cell = row.last_mut().unwrap();
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                cell.push('"');
                characters.next();
            }
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => row.push(String::new()),
            '\r' if !is_quoted => {
                assert_eq!(characters.next(), Some('\n'));
                rows.push(vec![String::new()]);
            }
            '\n' if !is_quoted => panic!("a line end by itself"),
            other => cell.push(other),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line ends");
    rows
}

/// A file as rows with the cells by the names of their columns.
fn named(table: &Table) -> Vec<BTreeMap<String, String>> {
    let mut rows = read(&csv(table)).into_iter();
    let names = rows.next().unwrap();
    rows.map(|row| {
        assert_eq!(row.len(), names.len());
        names.iter().cloned().zip(row).collect()
    })
    .collect()
}

// ---- the file ----

#[test]
fn a_file_is_as_a_spreadsheet_set_to_danish_opens_it() {
    let mut table = table_of([Cell::Blank]);
    table.columns.push(column("Tal; i kr."));
    table.rows = vec![
        vec!["Æbleø; ø".into(), Cell::Number(dec("-1234567.80"))],
        vec!["»\"«".into(), Cell::Number(dec("0"))],
        vec![Cell::Blank, Cell::Number(dec("0.07"))],
        vec!["to\nlinjer".into(), Cell::Blank],
        vec![" mellemrum".into(), Cell::Number(dec("1000000000000"))],
    ];
    assert_eq!(
        csv(&table),
        "\u{FEFF}Felt;\"Tal; i kr.\"\r\n\
         \"Æbleø; ø\";-1234567,8\r\n\
         \"»\"\"«\";0\r\n\
         ;0,07\r\n\
         \"to\nlinjer\";\r\n\
         \" mellemrum\";1000000000000\r\n"
    );
}

/// A spreadsheet would compute, or fetch something from elsewhere.
#[test]
fn no_text_is_a_formula() {
    for formula in [
        "=1+1",
        "=HYPERLINK(\"https://example.dk?\"&A1;\"Klik\")",
        "+4",
        "-4",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\u{FF1D}1",
        "\u{FF0B}1",
        "\u{FF0D}1",
        "\u{FF20}1",
    ] {
        let rows = read(&csv(&table_of([formula.into()])));
        assert_eq!(rows[1], [format!("'{formula}")]);
    }
    let mut table = table_of([]);
    table.columns[0].name = "=1".to_owned();
    assert_eq!(read(&csv(&table))[0], ["'=1"]);
    // Numbers are left alone, and so is what only has such a character in it.
    for (cell, written) in [
        (Cell::Number(dec("-4.5")), "-4,5"),
        ("5 = 5".into(), "5 = 5"),
        ("−4".into(), "−4"),
        ("'=1".into(), "'=1"),
    ] {
        assert_eq!(read(&csv(&table_of([cell])))[1], [written]);
    }
}

// ---- a catalogue ----

#[test]
fn the_amounts_of_a_catalogue_are_a_line_for_each_proposal_and_year() {
    let all = proposals();
    let catalogue = catalogue();
    let table = catalogue_amounts(&catalogue, &by_id(&all));
    let rows = named(&table);
    assert_eq!(rows.len(), 8 * 4);
    let names: Vec<&str> = table.columns.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Forslagsnøgle",
            "År nr.",
            "Nummer",
            "Overskrift",
            "Center",
            "Status",
            "Varianter af",
            "Med i det valg, der sparer mest",
            "År",
            "Prisniveau",
            "Nuværende budget (kr.)",
            "Budgetændring – drift (kr.)",
            "Estimeret gevinst (kr.)",
            "Investeringsbehov (kr.)",
            "Ændringsforslag i alt (kr.)",
            "Berørte antal medarbejdere",
            "Ændring i antal årsværk",
            "Kan ikke læses",
        ]
    );
    let horseager = all.iter().position(|one| one.heading.contains("Horseager"));
    let row = &rows[horseager.unwrap() * 4 + 1];
    assert_eq!(row["Forslagsnøgle"], all[horseager.unwrap()].id.to_string());
    assert_eq!(row["Nummer"], (horseager.unwrap() + 1).to_string());
    for (name, written) in [
        ("År nr.", "2"),
        ("År", "2025"),
        ("Status", "kladde"),
        ("Nuværende budget (kr.)", "1213000"),
        ("Estimeret gevinst (kr.)", "-1183000"),
        ("Investeringsbehov (kr.)", ""),
        ("Ændringsforslag i alt (kr.)", "-1183000"),
        ("Ændring i antal årsværk", "1,35"),
        ("Kan ikke læses", ""),
    ] {
        assert_eq!(row[name], written, "{name}");
    }
}

/// What is not a number leaves its cell blank, and is quoted in the last column.
#[test]
fn what_cannot_be_read_is_told_beside_the_numbers() {
    let mut all = proposals();
    let gain = ProposalField::Amount(raaderum::domain::AmountRow::EstimatedGain, 0);
    all[0].enter(gain, "=ca. 5");
    all[0].enter(ProposalField::FirstYear, "næste år");
    let rows = named(&catalogue_amounts(&catalogue(), &by_id(&all)));
    assert_eq!(rows[0]["Estimeret gevinst (kr.)"], "");
    assert_eq!(rows[0]["Ændringsforslag i alt (kr.)"], "");
    assert_eq!(rows[0]["År"], "");
    assert_eq!(rows[0]["Kan ikke læses"], "Estimeret gevinst: =ca. 5");
    assert_eq!(rows[1]["Kan ikke læses"], "");
    let rows = named(&catalogue_proposals(&catalogue(), &by_id(&all)));
    assert_eq!(rows[0]["Kan ikke læses"], "Budgetår: næste år");
}

/// Adding up the lines that are marked never adds up two variants.
#[test]
fn the_largest_choice_is_marked() {
    let all = proposals();
    let catalogue = catalogue();
    let rows = named(&catalogue_amounts(&catalogue, &by_id(&all)));
    let marked = rows
        .iter()
        .filter(|row| row["Med i det valg, der sparer mest"] == "ja");
    let marked: Vec<String> = marked.map(|row| row["Forslagsnøgle"].clone()).collect();
    let largest = largest_choice(&catalogue, &by_id(&all)).proposals;
    assert_eq!(largest.len(), 7);
    let expected = largest.iter().flat_map(|id| vec![id.to_string(); 4]);
    assert_eq!(marked, expected.collect::<Vec<_>>());
    let variants = rows.iter().filter(|row| row["Varianter af"] == "Ophold");
    assert_eq!(variants.count(), 2 * 4);
}

#[test]
fn the_texts_of_a_catalogue_are_a_line_for_each_proposal() {
    let mut all = proposals();
    all[0].enter(
        ProposalField::Section(Section::Summary),
        "+ mere\r\n\"hjem\"; mindre ude",
    );
    all[0].enter(ProposalField::Reimbursement, "33,33 %");
    all[0].appropriations = "3.20.35 Familiehuset\n\n3.20.36 Unge".to_owned();
    let mut catalogue = catalogue();
    catalogue.entries[0].status = ProposalStatus::PartlyAdopted;
    catalogue.entries[0].outcome = "Kun den første fase".to_owned();
    let rows = named(&catalogue_proposals(&catalogue, &by_id(&all)));
    assert_eq!(rows.len(), 8);
    for (name, written) in [
        ("Status", "delvist vedtaget"),
        ("Hvad blev der af det?", "Kun den første fase"),
        ("Bevilling", "3.20.35 Familiehuset\n3.20.36 Unge"),
        ("Budgetår", "2024"),
        ("Refusion (pct.)", "33,33"),
        (
            "1. Kort resumé af forslaget",
            "'+ mere\r\n\"hjem\"; mindre ude",
        ),
    ] {
        assert_eq!(rows[0][name], written, "{name}");
    }
}

#[test]
fn proposals_that_are_not_here_keep_their_number() {
    let mut all = proposals();
    _ = all.remove(2);
    for table in [
        catalogue_amounts(&catalogue(), &by_id(&all)),
        catalogue_proposals(&catalogue(), &by_id(&all)),
    ] {
        let mut numbers: Vec<String> = named(&table)
            .iter()
            .map(|row| row["Nummer"].clone())
            .collect();
        numbers.dedup();
        assert_eq!(numbers, ["1", "2", "4", "5", "6", "7", "8"]);
    }
}

// ---- a plan ----

#[test]
fn the_matrix_of_a_plan_is_a_line_for_each_focus_area_and_month() {
    let mut plan = plan_2023();
    plan.status = Some(Month::January);
    plan.focus_areas[0].realised[0] = Entry::Value(kr("-480000.5"));
    plan.focus_areas[0].realised[1] = Entry::Value(kr("-1"));
    plan.focus_areas[1].effects[11] = Entry::Unreadable("rest".to_owned());
    let rows = named(&plan_matrix(&plan));
    assert_eq!(rows.len(), 11 * 12);
    let cells = |row: usize| {
        [
            "Nummer",
            "År",
            "Måned",
            "Planlagt (kr.)",
            "Realiseret (kr.)",
            "Tæller med (kr.)",
        ]
        .map(|name| rows[row][name].clone())
    };
    assert_eq!(
        cells(0),
        ["1", "2023", "1", "-500000", "-480000,5", "-480000,5"]
    );
    assert_eq!(cells(1), ["1", "2023", "2", "-500000", "-1", "-500000"]);
    assert_eq!(cells(23), ["2", "2023", "12", "", "", ""]);
    assert_eq!(rows[23]["Kan ikke læses"], "Planlagt: rest");
    assert_eq!(rows[0]["Indsatsområde"], plan.focus_areas[0].area);
}

// ---- the description ----

#[test]
fn the_data_package_describes_the_files() {
    let all = proposals();
    let known = by_id(&all);
    let (amounts, texts) = (
        catalogue_amounts(&catalogue(), &known),
        catalogue_proposals(&catalogue(), &known),
    );
    let text = data_package("raaderumskatalog-2024", "Råderum 2024", &[&texts, &amounts]);
    let package: Value = serde_json::from_str(&text.unwrap()).unwrap();
    assert_eq!(package["profile"], "tabular-data-package");
    assert_eq!(package["name"], "raaderumskatalog-2024");
    for (resource, table) in package["resources"]
        .as_array()
        .unwrap()
        .iter()
        .zip([&texts, &amounts])
    {
        assert_eq!(resource["path"], format!("{}.csv", table.name));
        assert_eq!(resource["encoding"], "utf-8");
        let dialect = &resource["dialect"];
        assert_eq!(
            (&dialect["delimiter"], &dialect["lineTerminator"]),
            (&json!(";"), &json!("\r\n"))
        );
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let header = &read(&csv(table))[0];
        let names: Vec<&str> = fields
            .iter()
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        assert_eq!(&names, header);
        for field in fields {
            assert!(!field["description"].as_str().unwrap().is_empty());
            let is_number = field["type"] == "number";
            assert_eq!(field["decimalChar"] == ",", is_number, "{field}");
        }
        let keys: Vec<&str> = resource["schema"]["primaryKey"]
            .as_array()
            .unwrap()
            .iter()
            .map(|key| key.as_str().unwrap())
            .collect();
        assert_eq!(keys, names[..table.key]);
        check_types(table, fields);
    }
    let keys = &package["resources"][1]["schema"]["foreignKeys"];
    let reference = json!({"resource": "forslag", "fields": "Forslagsnøgle"});
    assert_eq!(
        keys,
        &json!([{"fields": "Forslagsnøgle", "reference": reference}])
    );
    // Without the other table, nothing is referred to.
    let alone: Value = serde_json::from_str(&data_package("a", "A", &[&amounts]).unwrap()).unwrap();
    assert_eq!(alone["resources"][0]["schema"]["foreignKeys"], json!([]));
}

/// Every cell is of its column's type, and the keys tell the rows apart.
fn check_types(table: &Table, fields: &[Value]) {
    let rows = read(&csv(table));
    let mut keys = std::collections::BTreeSet::new();
    for row in &rows[1..] {
        for (cell, field) in row.iter().zip(fields).filter(|(cell, _)| !cell.is_empty()) {
            let digits = cell.strip_prefix('-').unwrap_or(cell).replacen(',', "", 1);
            let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
            let is_right = match field["type"].as_str().unwrap() {
                "string" => true,
                "number" => is_number,
                "integer" => is_number && !cell.contains(','),
                "year" => cell.len() == 4 && is_number,
                other => panic!("{other}"),
            };
            assert!(is_right, "{cell} in {field}");
        }
        assert!(keys.insert(row[..table.key].to_vec()), "{row:?} twice");
        assert!(row[..table.key].iter().all(|cell| !cell.is_empty()));
    }
}

#[test]
fn a_plan_has_a_data_package_too() {
    let table = plan_matrix(&plan_2023());
    let package: Value =
        serde_json::from_str(&data_package("plan", "Plan", &[&table]).unwrap()).unwrap();
    let fields = package["resources"][0]["schema"]["fields"]
        .as_array()
        .unwrap()
        .clone();
    check_types(&table, &fields);
}

// ---- all of it together ----

/// The description names just the files that stand beside it, each once, and says of each what it is.
fn check_description(files: &[DataFile]) -> Value {
    let (description, others) = files.split_last().unwrap();
    assert_eq!(description.name, "datapackage.json");
    let package: Value = serde_json::from_str(&description.text).unwrap();
    assert_eq!(package["profile"], "data-package");
    let name = package["name"].as_str().unwrap();
    let is_plain =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    assert!(name.chars().all(is_plain), "{name}");
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), others.len());
    for (resource, file) in resources.iter().zip(others) {
        assert_eq!(resource["path"], file.name);
        assert_eq!(resource["mediatype"], file.media_type);
        let is_table = file.media_type == "text/csv";
        let profile = if is_table {
            "tabular-data-resource"
        } else {
            "data-resource"
        };
        assert_eq!(resource["profile"], profile);
        assert_eq!(resource["schema"].is_object(), is_table);
    }
    package
}

fn names(files: &[DataFile]) -> Vec<&str> {
    files.iter().map(|file| file.name.as_str()).collect()
}

#[test]
fn a_published_catalogue_is_handed_over_without_what_is_not_public() {
    let mut all = proposals();
    let mut catalogue = catalogue();
    for entry in &mut catalogue.entries {
        entry.status = ProposalStatus::Consultation;
    }
    catalogue.entries[1].status = ProposalStatus::Draft;
    all[1].heading = "Hemmelig kladde".to_owned();
    all[0].dismissed.push(Dismissal {
        advice: "no-consequences".to_owned(),
        field: "section-3".to_owned(),
        detail: String::new(),
        reason: "Hemmeligt ræsonnement".to_owned(),
    });
    let edition = Edition::new(2, date("22.11.2026")).unwrap();
    let (publication, _) = publish(&catalogue, &by_id(&all), edition, false);
    let files = open_data(&publication).unwrap();
    assert_eq!(
        names(&files),
        [
            "forslag.csv",
            "beloeb.csv",
            "raaderumskatalog.json",
            "datapackage.json"
        ]
    );
    assert_eq!(names(&files), open_data_names());
    let package = check_description(&files);
    assert_eq!(package["name"], "raaderumskatalog-2024");
    let title = format!("Råderumskatalog 2024, {}", publication.label());
    assert_eq!(package["title"], title);
    assert!(title.contains("2. udgave, 22.11.2026, kode "));
    for file in &files {
        for secret in ["Hemmelig", "Børn først", &all[1].id.to_string()] {
            assert!(!file.text.contains(secret), "{secret} in {}", file.name);
        }
        assert_eq!(
            file.text.contains(&all[0].id.to_string()),
            file.name != "datapackage.json"
        );
    }
    // What is handed over can be read again.
    let mut read = raaderum::file::read(&files[2].text).unwrap();
    let mut published = publication.documents();
    read.sort_by_key(Document::id);
    published.sort_by_key(Document::id);
    assert_eq!(read, published);
    assert_eq!(read.len(), 8);
    // The tables are those of what is public, too.
    let known = publication.by_id();
    assert_eq!(
        files[0].text,
        csv(&catalogue_proposals(&publication.catalogue, &known))
    );
    assert_eq!(
        files[1].text,
        csv(&catalogue_amounts(&publication.catalogue, &known))
    );
}

#[test]
fn a_plan_is_handed_over_with_its_matrix() {
    let mut plan = plan_2023();
    plan.dismissed.push(Dismissal {
        advice: "no-goal".to_owned(),
        field: "goal".to_owned(),
        detail: String::new(),
        reason: "Hemmeligt ræsonnement".to_owned(),
    });
    let files = plan_open_data(&plan).unwrap();
    assert_eq!(
        names(&files),
        ["indsatser.csv", "handleplan.json", "datapackage.json"]
    );
    let package = check_description(&files);
    assert_eq!(package["name"], "handleplan-2023");
    assert_eq!(files[0].text, csv(&plan_matrix(&plan)));
    plan.dismissed.clear();
    assert_eq!(raaderum::file::read(&files[1].text).unwrap(), [plan.into()]);
    assert!(files.iter().all(|file| !file.text.contains("Hemmeligt")));
}

#[test]
fn a_catalogue_of_nothing_is_a_file_of_headings() {
    let blank = Catalogue::blank(
        support::numbered(1),
        raaderum::domain::Timestamp::UNIX_EPOCH,
        Entry::Blank,
    );
    for table in [
        catalogue_amounts(&blank, &BTreeMap::new()),
        catalogue_proposals(&blank, &BTreeMap::new()),
    ] {
        assert_eq!(read(&csv(&table)).len(), 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2024),
        ..ProptestConfig::default()
    })]

    /// Whatever somebody wrote is one cell, is no formula, and is there as it was written.
    #[test]
    fn any_text_is_one_cell(texts in prop::collection::vec("(=|\\+|-|@|\t|\r|\n|\"|;|.){0,6}", 1..6)) {
        let rows = read(&csv(&table_of(texts.iter().map(|text| Cell::Text(text.clone())))));
        prop_assert_eq!(rows.len(), texts.len() + 1);
        for (row, text) in rows[1..].iter().zip(&texts) {
            prop_assert_eq!(row.len(), 1);
            let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
            prop_assert!(!row[0].starts_with(formula));
            prop_assert_eq!(row[0].strip_prefix('\'').filter(|_| text.starts_with(formula)).unwrap_or(&row[0]), text);
        }
    }

    #[test]
    fn any_number_is_written_digit_for_digit(øre in -100_000_000_000_000_i64..=100_000_000_000_000, part in -10_000_000_000_i64..=10_000_000_000) {
        let amount = Amount::new(Decimal::new(øre, 2)).unwrap().kroner();
        let positions = FullTimeEquivalents::new(Decimal::new(part, 4)).unwrap().positions();
        for number in [amount, positions] {
            let rows = read(&csv(&table_of([Cell::Number(number)])));
            prop_assert_eq!(dec(&rows[1][0].replacen(',', ".", 1)), number);
        }
    }
}
