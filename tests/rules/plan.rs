//! Action plans: follow-up, forecast, coverage, stated sums, and the advice about them.

use raaderum::danish::{AmountUnit, Signs};
use raaderum::domain::{
    ActionPlan, Amount, FocusArea, FollowUp, Id, LinePoint, Month, Needed, PlanField,
};
use raaderum::draft::{Block, Form, mend};
use raaderum::text::plan::{forecast, head, matrix};
use raaderum::text::{labels, messages};

use super::support::{empty_plan, paste, plans};
use super::{
    Given, Subject, Table, answer_of_form, field_called, month, shown_amount, shown_if_any,
    shown_total, unknown, whole,
};

const UNIT: AmountUnit = AmountUnit::Kroner;

/// A plan that is filled in, and the row that is asked about; all of them where none is.
pub struct Filled {
    plan: ActionPlan,
    row: Option<Id>,
}

/// Returns an empty plan for 2023.
pub fn without_rows() -> ActionPlan {
    let mut plan = empty_plan("");
    plan.focus_areas.clear();
    plan
}

/// Returns the plan of a cell: `ny` for an empty one for 2023, `samme` for what is given above, or an example by its unit
/// and year.
pub fn start(given: &Given, cell: &str) -> Result<Filled, String> {
    let plan = match cell {
        "ny" => Some(empty_plan("")),
        "samme" => given.plan.clone(),
        name => plans().into_iter().find(|plan| {
            let year = plan.year.value().map(|year| year.number());
            year.is_some_and(|year| format!("{} {year}", plan.unit) == name)
        }),
    };
    let plan = plan.ok_or_else(|| format!("intet eksempel hedder »{cell}«"))?;
    Ok(Filled { plan, row: None })
}

/// Takes in a row of planned or realised months.
pub fn take_months(
    plan: &mut ActionPlan,
    kind: &str,
    number: &str,
    months: &[(&str, &str)],
) -> Result<(), String> {
    let number = whole(number)?;
    while plan.focus_areas.len() < number {
        plan.focus_areas.push(FocusArea::blank(Id::random()));
    }
    let id = place(plan, number)?;
    for (column, cell) in months {
        let of = month(column).map_err(|_| unknown(column))?;
        let field = match kind {
            "Planlagt" => PlanField::Effect(id, of),
            _ => PlanField::Realised(id, of),
        };
        plan.enter(field, cell);
    }
    Ok(())
}

/// Pastes a table whole, with its headings, at the first row that is blank.
pub fn paste_table(plan: &mut ActionPlan, table: &Table) -> Result<(), String> {
    let heads = table
        .columns
        .iter()
        .skip(1)
        .map(|column| column.name.as_str());
    let mut lines = vec![
        std::iter::once("")
            .chain(heads)
            .collect::<Vec<_>>()
            .join("\t"),
    ];
    lines.extend(table.rows.iter().map(|row| row.cells.join("\t")));
    if !plan.focus_areas.last().is_some_and(FocusArea::is_blank) {
        plan.focus_areas.push(FocusArea::blank(Id::random()));
    }
    let start = PlanField::Effect(place(plan, plan.focus_areas.len())?, Month::January);
    let block = Block::from_clipboard(&lines.join("\n")).ok_or("der er intet at sætte ind")?;
    let pasted = paste(plan, start, &block, Signs::MinusSaves);
    pasted
        .map(|_| ())
        .ok_or_else(|| "tabellen kan ikke sættes ind".to_owned())
}

/// The identity of a row, by the number that is printed before it.
fn place(plan: &ActionPlan, number: usize) -> Result<Id, String> {
    let row = number
        .checked_sub(1)
        .and_then(|place| plan.focus_areas.get(place));
    row.map(|row| row.id)
        .ok_or_else(|| format!("der er ingen indsats {number}"))
}

impl Filled {
    /// Returns the plan with these fields filled in.
    pub fn given(mut self, fields: &[(&str, &str)]) -> Result<ActionPlan, String> {
        for (column, cell) in fields {
            self.take(column, cell)?;
        }
        Ok(self.plan)
    }

    /// What was planned and realised, of the row that is asked about or of all.
    fn follow_up(&self) -> Option<FollowUp> {
        let status = self.plan.status?;
        match self.row {
            None => Some(self.plan.follow_up(status)),
            Some(id) => Some(self.plan.focus_area(id)?.follow_up(status)),
        }
    }

    /// What a point of the line from month to month is.
    fn point(&self, name: &str) -> Result<Option<LinePoint>, String> {
        let of = month(name)?;
        let line = self.plan.month_by_month();
        Ok(line.and_then(|line| line.into_iter().find(|point| point.month == Some(of))))
    }

    fn stated_differences(&self) -> String {
        let plan = &self.plan;
        let told = |lacks| messages::stated_difference(&lacks, UNIT, Signs::MinusSaves);
        let rows = plan.focus_areas.iter().enumerate();
        let rows = rows.filter_map(|(place, row)| {
            let lacks = row.stated_difference()?;
            Some(format!("{}: {}", labels::focus_area(place), told(lacks)))
        });
        let sums = plan.stated_sums.iter().flat_map(|sum| {
            let places: Vec<usize> = sum
                .rows
                .iter()
                .filter_map(|id| plan.position(*id))
                .collect();
            let lacking = plan.stated_sum_differences(sum).into_iter();
            lacking.map(move |(month, lacks)| {
                format!("{}: {}", matrix::stated_sum(&places, month), told(lacks))
            })
        });
        rows.chain(sums).collect::<Vec<_>>().join("\n")
    }
}

impl Subject for Filled {
    fn take(&mut self, column: &str, cell: &str) -> Result<(), String> {
        let month_or_none = |cell: &str| match cell {
            "" => Ok(None),
            name => month(name).map(Some),
        };
        match column {
            head::STATUS => self.plan.status = month_or_none(cell)?,
            "Lukket til og med" => self.plan.closed_through = month_or_none(cell)?,
            "Indsats" if cell.is_empty() => self.row = None,
            "Indsats" => self.row = Some(place(&self.plan, whole(cell)?)?),
            "Ret december i indsats" if cell.is_empty() => {}
            "Ret december i indsats" => {
                let id = place(&self.plan, whole(cell)?)?;
                _ = mend(&mut self.plan, id);
            }
            "Indsats 1 hver måned" => {
                let id = place(&self.plan, 1)?;
                for of in Month::ALL {
                    self.plan.enter(PlanField::Effect(id, of), cell);
                }
            }
            _ => {
                let field = field_called(&self.plan, column, labels::plan_field);
                self.plan.enter(field.ok_or_else(|| unknown(column))?, cell);
            }
        }
        Ok(())
    }

    fn answer(&mut self, column: &str) -> Result<String, String> {
        let plan = &self.plan;
        let if_any = |total| shown_if_any(total, UNIT);
        let followed = self.follow_up();
        let needed = plan.needed();
        let of_needed = |amount: fn(Needed) -> Amount| shown_amount(needed.map(amount), UNIT);
        let row = self.row.and_then(|id| plan.focus_area(id));
        Ok(match column {
            labels::FORECAST => if_any(plan.forecast()),
            labels::TO_COVER => if_any(plan.to_cover()),
            labels::REMAINING => if_any(plan.remaining()),
            labels::PLANNED => if_any(followed.map(|of| of.planned)),
            labels::REALISED => if_any(followed.map(|of| of.realised)),
            labels::DEVIATION => if_any(followed.map(FollowUp::deviation)),
            labels::EXPECTED => if_any(followed.map(|of| of.expected)),
            "Alle indsatser i alt" => shown_total(plan.planned_effect(), UNIT),
            "Alle indsatser, forventet" => shown_total(plan.expected_effect(), UNIT),
            "Måneder tilbage" => needed.map_or_else(String::new, |of| of.months.to_string()),
            "Hver måned skal give" => of_needed(|of| of.each),
            "Sidste måned skal give" => of_needed(|of| of.last),
            "Alle måneder skal give" => of_needed(|of| of.total),
            "Det står der om dækningen" => forecast::coverage(plan),
            "Det står der om prognosen" => forecast::forecast_in_words(plan),
            "Det står der om tillægsbevillingen" => forecast::remaining(plan),
            "Det står der om resten af året" => match (&needed, plan.status) {
                (Some(needed), Some(status)) => matrix::needed(needed, plan.planned_after(status)),
                _ => String::new(),
            },
            "Handleplan påkrævet" => match plan.is_required() {
                Some(true) => "ja".to_owned(),
                Some(false) => "nej".to_owned(),
                None => String::new(),
            },
            "Indsatser uden beløb" => {
                let numbers = plan
                    .without_amount()
                    .into_iter()
                    .map(|of| (of + 1).to_string());
                numbers.collect::<Vec<_>>().join(", ")
            }
            "Indsatte summer, der afviger" => self.stated_differences(),
            "December kan rettes til" => {
                let row = row.ok_or("kolonnen »Indsats« mangler et nummer")?;
                shown_amount(row.mended_december(), UNIT)
            }
            _ => {
                if let Some(name) = column.strip_prefix("Planlagt til og med ") {
                    return Ok(if_any(self.point(name)?.map(|point| point.planned)));
                }
                if let Some(name) = column.strip_prefix("Forventet til og med ") {
                    return Ok(if_any(self.point(name)?.map(|point| point.expected)));
                }
                if let Some(name) = column.strip_prefix("Tæller i ") {
                    return Ok(shown_total(plan.counted_in(month(name)?), UNIT));
                }
                return answer_of_form(plan, column, labels::plan_field, labels::plan_advice);
            }
        })
    }
}
