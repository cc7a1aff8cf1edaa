//! What is said about a block that is pasted, before and after.

use crate::danish::{AmountUnit, Signs};
use crate::domain::{
    ActionPlan, Catalogue, CatalogueField, Entry, PlanField, Proposal, ProposalField, StatedFigure,
    YEARS, Year,
};
use crate::draft::{BlockUnit, Commas, LeftOut, Omitted, OutsideCell, Pasted};
use crate::text::{labels, messages};

/// A block was pasted.
#[must_use]
pub fn pasted(pasted: Pasted) -> String {
    let mut text = match pasted.written {
        1 => "1 celle er sat ind".to_owned(),
        cells => format!("{} celler er sat ind", messages::count(cells)),
    };
    match pasted.rows_added {
        0 => {}
        1 => text.push_str(", og 1 indsats er tilføjet"),
        rows => text.push_str(&format!(
            ", og {} indsatser er tilføjet",
            messages::count(rows)
        )),
    }
    text.push('.');
    match pasted.stated {
        0 => {}
        1 => text.push_str(" Summen i det, du satte ind, er gemt ved siden af."),
        sums => text.push_str(&format!(
            " {} summer i det, du satte ind, er gemt ved siden af.",
            messages::count(sums)
        )),
    }
    match pasted.locked {
        0 => {}
        1 => text.push_str(" 1 celle ligger i en låst måned og er ikke ændret."),
        cells => text.push_str(&format!(
            " {} celler ligger i låste måneder og er ikke ændret.",
            messages::count(cells)
        )),
    }
    match pasted.outside {
        0 => {}
        1 => text.push_str(" 1 celle lå uden for tabellen og er ikke med."),
        outside => text.push_str(&format!(
            " {} celler lå uden for tabellen og er ikke med.",
            messages::count(outside)
        )),
    }
    text
}

/// So many texts are named that have no place.
const NAMED: usize = 6;

pub const PASTE_HEADING: &str = "Skal det sættes ind sådan?";
pub const PASTE_APPLY: &str = "Sæt ind";
pub const PASTE_PREVIEW: &str = "Det kommer ind her";
pub const PASTE_NOTHING: &str = "Endnu kommer intet ind.";
pub const PASTE_LEFT_OUT: &str = "Det er ikke med";
pub const PASTE_NOT_LOADED: &str = "Intet er sat ind, for den del af Råderum, der sætter ind, kunne ikke indlæses: sæt det ind igen, når der er forbindelse til serveren, eller genindlæs siden først.";

pub const PASTE_PAGE_LEFT: &str =
    "Intet er sat ind, for siden blev forladt, før det var klar: åbn siden, og sæt det ind igen.";

pub const PASTE_NO_ROOM: &str = "Intet er sat ind, for der er ikke plads til flere rækker: fjern en række, og sæt det ind igen.";
pub const PASTE_UNIT: &str = "Hvilken enhed er beløbene i?";
pub const PASTE_COMMAS: &str = "Hvad betyder kommaet i beløbene?";
pub const PASTE_SIGNS: &str = "Hvad betyder fortegnene i det, du har kopieret?";
pub const PASTE_ROWS: &str = "Hvor hører rækkerne hjemme?";
pub const PASTE_UNANSWERED: &str = "Vælg først et svar på hvert spørgsmål.";
pub const PASTE_ARE_KRONER: &str =
    "Beløbene er skrevet med »kr.«, og tabellen er i 1.000 kr. Hvad er de?";
pub const PASTE_KRONER: &str = "Hele kroner";
pub const PASTE_NO_KRONER: &str = "I samme enhed som resten af tabellen";
pub const PASTE_DOWNWARDS: &str = "Hvad er tallene, der står under hinanden?";
pub const PASTE_IS_YEARS: &str = "Ét tal for hvert år";
pub const PASTE_IS_MONTHS: &str = "Ét tal for hver måned";
pub const PASTE_IS_ROWS: &str = "Ét tal for hver række";
pub const PASTE_COLUMNS: &str = "Hvad er kolonnerne?";
pub const PASTE_ROW_OUT: &str = "Ikke med";
pub const PASTE_NEW_ROW: &str = "Ny række";

/// The column of what the source states.
const STATED: &str = "Summen i det, du sætter ind";

/// A unit that can be chosen.
#[must_use]
pub fn block_unit(unit: BlockUnit) -> &'static str {
    match unit {
        BlockUnit::Kroner => "kr.",
        BlockUnit::Thousands => "1.000 kr.",
        BlockUnit::Millions => "mio. kr.",
        BlockUnit::Billions => "mia. kr.",
    }
}

/// A meaning of commas that can be chosen.
#[must_use]
pub fn commas(commas: Commas) -> &'static str {
    match commas {
        Commas::Decimals => "Decimaler: 4,600 er 4,6",
        Commas::Thousands => "Tusinder: 4,600 er 4.600",
    }
}

/// A convention that can be chosen for the block.
#[must_use]
pub fn signs_of_block(signs: Signs) -> &'static str {
    match signs {
        Signs::MinusSaves => "Minus sparer, plus koster",
        Signs::PlusSaves => "Plus sparer, minus koster",
        Signs::Words => "Ordene »sparer« og »koster« afgør det",
        Signs::RowDecides => "Der er ingen: gevinster sparer, investeringer koster",
    }
}

/// Asks about the first year of a document, where a table begins and ends in these years.
#[must_use]
pub fn paste_years((first, last): (u16, u16), document: &Entry<Year>) -> String {
    let are_many = usize::from(last.saturating_sub(first)) >= YEARS;
    let table = match are_many {
        true => format!("Tabellen har årene {first} til {last}, og der er plads til {YEARS}"),
        false => format!("Tabellen begynder i {first}"),
    };
    match (document, are_many) {
        (Entry::Value(year), true) => format!(
            "{table} fra budgetåret, som er {}. Hvad skal gælde?",
            year.number()
        ),
        (Entry::Value(year), false) => format!(
            "{table}, og budgetåret er {}. Hvad skal gælde?",
            year.number()
        ),
        (Entry::Blank, _) => format!("{table}. Hvad er budgetåret?"),
        (Entry::Unreadable(_), _) => {
            format!("{table}, og budgetåret kan ikke læses. Hvad skal gælde?")
        }
    }
}

/// Takes the year of the block.
#[must_use]
pub fn take_first_year(block: u16) -> String {
    format!("Sæt budgetår til {block}")
}

/// Keeps the year of the document.
#[must_use]
pub fn keep_first_year(document: Option<u16>) -> String {
    match document {
        Some(document) => format!("Behold budgetår {document}"),
        None => "Behold budgetåret, som det er".to_owned(),
    }
}

/// What a row of the block is called.
#[must_use]
pub fn block_row(name: Option<&str>, row: usize) -> String {
    match name {
        Some(name) => format!("»{name}«"),
        None => format!("Linje {}", row + 1),
    }
}

/// A year stands twice above a table.
#[must_use]
pub fn year_twice(year: u16, read: u16) -> String {
    format!("{year} står to gange over tabellen. Den anden gang er det læst som {read}.")
}

/// What a column of the block is called.
#[must_use]
pub fn block_column(heading: Option<&str>, column: usize) -> String {
    match heading {
        Some(heading) if !heading.is_empty() => format!("»{heading}«"),
        _ => format!("Kolonne {}", column + 1),
    }
}

/// The column of what the source states, as it can be chosen for a column of the block.
pub const PASTE_SUM_COLUMN: &str = STATED;

/// The unit of the preview.
#[must_use]
pub fn preview_caption(unit: AmountUnit) -> &'static str {
    match unit {
        AmountUnit::Kroner => "Beløb i kr.",
        AmountUnit::Thousands => "Beløb i hele 1.000 kr.",
    }
}

/// Footnote marks stay out. Nothing is said where there are none.
#[must_use]
pub fn marks(amounts: usize) -> Option<String> {
    match amounts {
        0 => None,
        1 => Some("Fodnotetegnet ved 1 tal er ikke med.".to_owned()),
        amounts => Some(format!(
            "Fodnotetegn ved {} tal er ikke med.",
            messages::count(amounts)
        )),
    }
}

/// What stays out of a block, a sentence for each reason.
#[must_use]
pub fn left_out(left_out: &[LeftOut], first_year: Option<u16>) -> Vec<String> {
    let mut sentences = of_table(left_out, first_year);
    sentences.extend(outside(left_out));
    let struck = omitted(left_out, |one| match one {
        Omitted::Struck(text) => Some(text),
        Omitted::Hidden(_) => None,
    });
    let hidden = omitted(left_out, |one| match one {
        Omitted::Hidden(text) => Some(text),
        Omitted::Struck(_) => None,
    });
    for (texts, one, several) in [
        (struck, "overstreget tekst", "overstregede tekster"),
        (hidden, "skjult tekst", "skjulte tekster"),
    ] {
        let counted = match texts.len() {
            0 => continue,
            1 => format!("1 {one}"),
            many => format!("{} {several}", messages::count(many)),
        };
        let named = texts_named(texts.into_iter());
        sentences.push(format!("{counted} er ikke med: {named}."));
    }
    sentences
}

/// The texts that do not count, of those that are meant.
fn omitted(left_out: &[LeftOut], meant: fn(&Omitted) -> Option<&String>) -> Vec<&str> {
    let texts = left_out.iter().filter_map(|one| match one {
        LeftOut::Omitted(omitted) => meant(omitted),
        _ => None,
    });
    texts.map(String::as_str).collect()
}

/// The cells that have no place, with their rows and columns in what was copied: those of a row or of a column together,
/// whichever has more of them.
fn outside(left_out: &[LeftOut]) -> Vec<String> {
    let cells: Vec<&OutsideCell> = left_out
        .iter()
        .filter_map(|one| match one {
            LeftOut::Other(cell) => Some(cell),
            _ => None,
        })
        .collect();
    let beside = |same: &dyn Fn(&OutsideCell) -> bool| {
        let beside = cells.iter().filter(|other| same(other));
        beside.count()
    };
    let mut groups: Vec<(bool, usize, Vec<&OutsideCell>)> = Vec::new();
    for &cell in &cells {
        let (row, column) = cell.from;
        let is_of_column =
            beside(&|other| other.from.1 == column) > beside(&|other| other.from.0 == row);
        let place = if is_of_column { column } else { row };
        let known = groups
            .iter_mut()
            .find(|(is_column, of, _)| (*is_column, *of) == (is_of_column, place));
        match known {
            Some((.., cells)) => cells.push(cell),
            None => groups.push((is_of_column, place, vec![cell])),
        }
    }
    let mut sentences: Vec<String> = groups
        .iter()
        .take(NAMED)
        .filter_map(|(is_of_column, _, cells)| {
            let first = cells.first()?;
            let (line, column) = (line_of(first), column_of(first));
            let place = match cells.as_slice() {
                [_] => format!("{line}, {column}"),
                _ if *is_of_column => column,
                _ => line,
            };
            Some(format!(
                "{} ({place}) har ingen plads i tabellen.",
                texts_named(cells.iter().map(|cell| cell.text.as_str()))
            ))
        })
        .collect();
    let others = groups.iter().skip(NAMED).flat_map(|(.., cells)| cells);
    match others.count() {
        0 => {}
        1 => sentences.push("1 felt til har ingen plads i tabellen.".to_owned()),
        others => sentences.push(format!(
            "{} felter til har ingen plads i tabellen.",
            messages::count(others)
        )),
    }
    sentences
}

/// `linje 2 »Familie«`
fn line_of(cell: &OutsideCell) -> String {
    let (row, _) = cell.from;
    with_name(format!("linje {}", row + 1), cell.row.as_deref())
}

/// `kolonne 6 »Bemærkning«`
fn column_of(cell: &OutsideCell) -> String {
    let (_, column) = cell.from;
    with_name(format!("kolonne {}", column + 1), cell.column.as_deref())
}

fn with_name(place: String, name: Option<&str>) -> String {
    match name {
        Some(name) => format!("{place} »{name}«"),
        None => place,
    }
}

/// Each text once, and how many more there are: `»a«, »b« og 3 til`.
fn texts_named<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut each: Vec<String> = Vec::new();
    for text in texts.map(|text| format!("»{text}«")) {
        if !each.contains(&text) {
            each.push(text);
        }
    }
    if each.len() > NAMED {
        let others = each.split_off(NAMED).len();
        each.push(format!("{} til", messages::count(others)));
    }
    enumerated(&each)
}

/// The same, of what tables alone have.
fn of_table(left_out: &[LeftOut], first_year: Option<u16>) -> Vec<String> {
    let mut sentences = Vec::new();
    let years = each_once(left_out, |one| match one {
        LeftOut::Year(year) => Some(year.to_string()),
        _ => None,
    });
    if !years.is_empty() {
        let years = enumerated(&years);
        sentences.push(match first_year {
            Some(first) => format!("{years} er ikke med, fordi budgetåret er {first}."),
            None => format!("{years} er ikke med, fordi budgetåret mangler eller ikke kan læses."),
        });
    }
    let rows = each_once(left_out, |one| match one {
        LeftOut::Row(name) => Some(format!("»{name}«")),
        _ => None,
    });
    match rows.as_slice() {
        [] => {}
        [row] => sentences.push(format!("Rækken {row} er ikke med.")),
        rows => sentences.push(format!("Rækkerne {} er ikke med.", enumerated(rows))),
    }
    let columns = each_once(left_out, |one| match one {
        LeftOut::Column(heading) => Some(format!("»{heading}«")),
        _ => None,
    });
    match columns.as_slice() {
        [] => {}
        [column] => sentences.push(format!("Kolonnen {column} er ikke med.")),
        columns => sentences.push(format!("Kolonnerne {} er ikke med.", enumerated(columns))),
    }
    let twice = each_once(left_out, |one| match one {
        LeftOut::Twice(name) => Some(format!("»{name}«")),
        _ => None,
    });
    for row in twice {
        sentences.push(format!(
            "Rækken {row} er ikke med, fordi en anden række er sat ind samme sted."
        ));
    }
    sentences
}

fn each_once(left_out: &[LeftOut], named: impl Fn(&LeftOut) -> Option<String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in left_out.iter().filter_map(named) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// A block was pasted: how many cells, and what stays out of it.
#[must_use]
pub fn pasted_all(cells: Pasted, left_out: &[LeftOut], first_year: Option<u16>) -> String {
    let counted = pasted(Pasted {
        outside: 0,
        ..cells
    });
    std::iter::once(counted)
        .chain(marks(cells.marks))
        .chain(self::left_out(left_out, first_year))
        .collect::<Vec<_>>()
        .join(" ")
}

/// `a, b og c`.
fn enumerated(names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    messages::listed(&names)
}

/// The row and the column of a field in the grid, or beside it.
#[must_use]
pub fn place_in_proposal(proposal: &Proposal, field: ProposalField) -> (String, String) {
    let year = |year| labels::year_column(&proposal.first_year, year);
    match field {
        ProposalField::Amount(row, of) => (labels::amount_row(row).to_owned(), year(of)),
        ProposalField::Staff(row, of) => (labels::staff_row(row).to_owned(), year(of)),
        ProposalField::Stated(StatedFigure::Row(row)) => {
            (labels::amount_row(row).to_owned(), STATED.to_owned())
        }
        ProposalField::Stated(StatedFigure::NetChange(of)) => (STATED.to_owned(), year(of)),
        ProposalField::Stated(StatedFigure::NetChangeTotal) => {
            (STATED.to_owned(), STATED.to_owned())
        }
        other => (labels::proposal_field(proposal, other), String::new()),
    }
}

/// The same, in a plan.
#[must_use]
pub fn place_in_plan(plan: &ActionPlan, field: PlanField) -> (String, String) {
    let row = |id| {
        let position = plan.position(id).unwrap_or_default();
        let area = plan.focus_area(id).map(|row| row.area.trim());
        let name = labels::focus_area(position);
        match area.unwrap_or_default() {
            "" => name,
            area => format!("{name}: {area}"),
        }
    };
    match field {
        PlanField::Effect(id, month) | PlanField::Realised(id, month) => {
            (row(id), labels::month_short(month).to_owned())
        }
        PlanField::StatedTotal(id) => (row(id), STATED.to_owned()),
        other => (labels::plan_field(plan, other), String::new()),
    }
}

/// The same, in a catalogue.
#[must_use]
pub fn place_in_catalogue(catalogue: &Catalogue, field: CatalogueField) -> (String, String) {
    let year = |year| labels::year_column(&catalogue.first_year, year);
    match field {
        CatalogueField::Target(of) => (labels::TARGET.to_owned(), year(of)),
        CatalogueField::Weakening(_, of) => (labels::catalogue_field(catalogue, field), year(of)),
        other => (labels::catalogue_field(catalogue, other), String::new()),
    }
}
