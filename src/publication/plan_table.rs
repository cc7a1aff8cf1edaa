use super::table::{ColumnKind, ColumnOf, Table, filled};
use crate::domain::{
    ActionPlan, Amount, Entry, FocusArea, FocusAreaField, FormField, HeadField, Month, PlanField,
    RowText, Slot, Total,
};
use crate::text::{document, labels, open_data};

/// A focus area of a plan in a month.
struct Line<'a> {
    plan: &'a ActionPlan,
    area: &'a FocusArea,
    /// Its number in the plan.
    number: usize,
    month: Month,
}

/// Returns the matrix of a plan as open data: one line for each focus area and month, for the reasons that the amounts
/// of a catalogue have one for each year. What was planned and what was realised stand beside each other.
#[must_use]
pub fn plan_matrix(plan: &ActionPlan) -> Table {
    let columns = vec![
        ColumnOf::computed(
            open_data::ROW_ID,
            ColumnKind::Text,
            open_data::ROW_ID_MEANING,
            |line: &Line| line.area.id.to_string(),
        ),
        ColumnOf::computed(
            open_data::MONTH,
            ColumnKind::WholeNumber,
            open_data::MONTH_MEANING,
            |line: &Line| line.month.index() + 1,
        ),
        ColumnOf::computed(
            open_data::NUMBER,
            ColumnKind::WholeNumber,
            open_data::ROW_NUMBER_MEANING,
            |line: &Line| line.number,
        ),
        ColumnOf::computed(
            labels::row_text(RowText::Area),
            ColumnKind::Text,
            open_data::AREA_MEANING,
            |line: &Line| line.area.area.clone(),
        ),
        ColumnOf::entered(
            open_data::YEAR,
            open_data::YEAR,
            PlanField::Head(HeadField::Year).describe().kind,
            open_data::PLAN_YEAR_MEANING,
            |line: &Line| Some(Slot::Year(&line.plan.year)),
        ),
        monthly(
            labels::PLANNED,
            open_data::PLANNED_MEANING,
            FocusArea::effect,
        ),
        monthly(
            labels::REALISED,
            open_data::REALISED_MEANING,
            FocusArea::realised_in,
        ),
        ColumnOf::computed(
            &open_data::in_kroner(open_data::COUNTED),
            ColumnKind::Number,
            open_data::COUNTED_MEANING,
            |line: &Line| {
                let counted = line.area.counted(line.month, line.plan.status);
                counted.map_or(Total::Blank, Total::from)
            },
        ),
    ];
    let areas = plan.focus_areas.iter().zip(1..);
    let lines = areas.flat_map(|(area, number)| {
        Month::ALL.into_iter().map(move |month| Line {
            plan,
            area,
            number,
            month,
        })
    });
    let (columns, rows) = filled(columns, lines);
    Table {
        name: open_data::MATRIX_FILE,
        title: open_data::matrix_title(&document::plan_title(plan)),
        columns,
        key: 2,
        refers_to: None,
        rows,
    }
}

/// Returns a column of amounts of a month.
fn monthly<'a>(
    label: &'static str,
    meaning: &str,
    amount: fn(&FocusArea, Month) -> Option<&Entry<Amount>>,
) -> ColumnOf<Line<'a>> {
    let name = open_data::in_kroner(label);
    ColumnOf::entered(
        &name,
        label,
        FocusAreaField::Effect(Month::January).describe().kind,
        meaning,
        move |line: &Line<'a>| amount(line.area, line.month).map(Slot::Amount),
    )
}
