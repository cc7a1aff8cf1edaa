//! Proposals: what they add up to, net and gross, and the advice about them.

use std::collections::BTreeSet;

use raaderum::checks::{Advice, doubtful_signs};
use raaderum::danish::Signs;
use raaderum::danish::print_percent;
use raaderum::domain::StatedFigure;
use raaderum::domain::{
    AmountRow, ChangeKind, Entry, GrossAndNet, Proposal, ProposalField, Timestamp, YEARS, Year,
};
use raaderum::draft::{Form, PROPOSAL_UNIT};
use raaderum::text::{labels, messages};

use super::support::{numbered, proposals};
use super::{Given, Subject, answer_of_form, field_called, shown_if_any, shown_total, unknown};

/// A proposal that is filled in.
pub struct Filled(pub Proposal);

/// Returns the proposal of a cell: `nyt` for an empty one for 2024, `samme` for what is given above, or an example.
pub fn start(given: &Given, cell: &str) -> Result<Filled, String> {
    let year = Entry::Value(Year::new(2024).expect("a year"));
    let found = match cell {
        "nyt" => Some(Proposal::blank(numbered(1), Timestamp::UNIX_EPOCH, year)),
        "samme" => given.proposal.clone(),
        name => {
            let mut examples = proposals();
            examples.retain(|proposal| proposal.heading.contains(name));
            examples
                .pop()
                .filter(|_| examples.is_empty() && !name.is_empty())
        }
    };
    found
        .map(Filled)
        .ok_or_else(|| format!("intet eksempel hedder »{cell}«"))
}

impl Filled {
    /// Returns the proposal with these fields filled in.
    pub fn given(mut self, fields: &[(&str, &str)]) -> Result<Proposal, String> {
        for (column, cell) in fields {
            self.take(column, cell)?;
        }
        Ok(self.0)
    }
}

impl Subject for Filled {
    fn take(&mut self, column: &str, cell: &str) -> Result<(), String> {
        if column == "Gevinst hvert år" {
            for year in 0..YEARS {
                let gain = ProposalField::Amount(AmountRow::EstimatedGain, year);
                self.0.enter(gain, cell);
            }
            return Ok(());
        }
        let field = field_called(&self.0, column, labels::proposal_field);
        let field = field.ok_or_else(|| unknown(column))?;
        if field == ProposalField::Kinds {
            self.0.kinds = kinds(cell)?;
        }
        self.0.enter(field, cell);
        Ok(())
    }

    fn answer(&mut self, column: &str) -> Result<String, String> {
        let form = &self.0;
        let total = |total| shown_total(total, PROPOSAL_UNIT);
        let if_any = |total| shown_if_any(total, PROPOSAL_UNIT);
        let advised = |form: &Proposal, advice: &Advice<ProposalField>| {
            labels::proposal_field(form, advice.field)
        };
        if column == "Fortegn i tvivl" {
            let fields = doubtful_signs(form).into_iter();
            let names = fields.map(|field| labels::proposal_field(form, field));
            return Ok(names.collect::<Vec<_>>().join("\n"));
        }
        if column == "Indsatte summer, der afviger" {
            let lacking = StatedFigure::all().filter_map(|figure| {
                let lacks = form.stated_difference(figure)?;
                let told = messages::stated_difference(&lacks, PROPOSAL_UNIT, Signs::MinusSaves);
                let name = labels::proposal_field(form, ProposalField::Stated(figure));
                Some(format!("{name}: {told}"))
            });
            return Ok(lacking.collect::<Vec<_>>().join("\n"));
        }
        let share = |of: Option<GrossAndNet>, which: fn(GrossAndNet) -> raaderum::domain::Total| {
            if_any(of.map(which))
        };
        if let Some(name) = column.strip_suffix(", alle år") {
            let row = AmountRow::CHANGES
                .into_iter()
                .find(|row| labels::amount_row(*row) == name);
            return Ok(match name {
                labels::NET_CHANGE => total(form.net_change_total()),
                labels::STATE_SHARE => share(form.gross_and_net_total(), |of| of.state_share),
                labels::GROSS => share(form.gross_and_net_total(), |of| of.gross),
                _ => if_any(form.row_total(row.ok_or_else(|| unknown(column))?)),
            });
        }
        let in_year = (0..YEARS).find_map(|index| {
            let name = labels::year_column(&form.first_year, index);
            Some((column.strip_suffix(name.as_str())?.trim_end(), index))
        });
        if let Some((name, index)) = in_year {
            let year = &form.years[index];
            match name {
                labels::NET_CHANGE => return Ok(total(year.net_change())),
                labels::BUDGET_AFTER => return Ok(if_any(year.budget_after())),
                labels::CHANGE_PERCENT => {
                    let percent = year.change_percent().map(print_percent);
                    return Ok(percent.unwrap_or_else(|| "vises ikke".to_owned()));
                }
                labels::STATE_SHARE => {
                    return Ok(share(form.gross_and_net(index), |of| of.state_share));
                }
                labels::GROSS => return Ok(share(form.gross_and_net(index), |of| of.gross)),
                _ => {}
            }
        }
        answer_of_form(form, column, labels::proposal_field, advised)
    }
}

/// The kinds that are ticked, each with its name.
fn kinds(cell: &str) -> Result<BTreeSet<ChangeKind>, String> {
    let names = cell
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty());
    names
        .map(|name| {
            let found = ChangeKind::ALL
                .into_iter()
                .find(|kind| labels::kind(*kind) == name);
            found.ok_or_else(|| format!("»{name}« er intet kryds"))
        })
        .collect()
}
