use super::table::{Cell, Column, ColumnKind, Row, Table};
use crate::domain::{ActionPlan, Entry, FocusArea, Month, RowText};
use crate::text::{labels, open_data, page};

/// The matrix of a plan as open data: one line for each focus area and month, for the reasons that the amounts of a catalogue
/// have one for each year. What was planned and what was realised stand beside each other.
#[must_use]
pub fn plan_matrix(plan: &ActionPlan) -> Table {
    let number = |name: &str, description| {
        let name = open_data::in_kroner(name);
        Column::new(&name, ColumnKind::Number, description)
    };
    let columns = vec![
        Column::new(
            open_data::ROW_ID,
            ColumnKind::Text,
            open_data::ROW_ID_MEANING,
        ),
        Column::new(
            open_data::MONTH,
            ColumnKind::WholeNumber,
            open_data::MONTH_MEANING,
        ),
        Column::new(
            open_data::NUMBER,
            ColumnKind::WholeNumber,
            open_data::ROW_NUMBER_MEANING,
        ),
        Column::new(
            labels::row_text(RowText::Area),
            ColumnKind::Text,
            open_data::AREA_MEANING,
        ),
        Column::new(
            open_data::YEAR,
            ColumnKind::Year,
            open_data::PLAN_YEAR_MEANING,
        ),
        number(labels::PLANNED, open_data::PLANNED_MEANING),
        number(labels::REALISED, open_data::REALISED_MEANING),
        number(open_data::COUNTED, open_data::COUNTED_MEANING),
        Column::new(
            open_data::UNREADABLE,
            ColumnKind::Text,
            open_data::UNREADABLE_MEANING,
        ),
    ];
    let areas = plan.focus_areas.iter().zip(1..);
    let rows = areas.flat_map(|(area, number)| {
        let months = Month::ALL.into_iter();
        months.map(move |month| row(plan, area, number, month))
    });
    Table {
        name: open_data::MATRIX_FILE,
        title: open_data::matrix_title(&page::plan_title(plan)),
        columns,
        key: 2,
        refers_to: None,
        rows: rows.collect(),
    }
}

fn row(plan: &ActionPlan, area: &FocusArea, number: usize, month: Month) -> Vec<Cell> {
    let counted = area.counted(month, plan.status).map(Entry::value);
    let counted = counted
        .flatten()
        .map_or(Cell::Blank, |amount| Cell::Number(amount.kroner()));
    let blank = Entry::Blank;
    Row::new()
        .with(area.id.to_string().as_str())
        .with(month.index() + 1)
        .with(number)
        .with(area.area.as_str())
        .entry(open_data::YEAR, &plan.year)
        .entry(labels::PLANNED, area.effect(month).unwrap_or(&blank))
        .entry(labels::REALISED, area.realised_in(month).unwrap_or(&blank))
        .with(counted)
        .finish()
}
