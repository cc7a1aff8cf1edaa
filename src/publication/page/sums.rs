//! What a choice of proposals amounts to, beside the targets, and what is to be said of the sum.

use maud::{Markup, html};

use super::Page;
use super::pieces::{amount, figures_table, not_stated, year_heads};
use crate::domain::{Combination, CombinedYear, LeftOut, Total};
use crate::publication::sentences::why_not;
use crate::text::{labels, page};

impl Page<'_> {
    /// The sums of a choice per year, what is missing to the target, and what makes the sum inexact.
    pub(super) fn sums(&self, id: &str, caption: &str, combination: &Combination) -> Markup {
        let years = &combination.years;
        let is_weakened = years.iter().any(|year| year.weakening != Total::ZERO);
        let has_target = years.iter().any(|year| year.target.is_some());
        let rows = html! {
            thead {
                tr {
                    th scope="col" { span class="sr-only" { (page::ROW) } }
                    (year_heads(&self.catalogue.first_year))
                }
            }
            tbody {
                tr class="sum" {
                    th scope="row" { (page::SUM) }
                    @for year in years { td class="number" { (amount(year.net_change)) } }
                    td class="number row-sum" { (amount(combination.net_change_total())) }
                }
                @if is_weakened { (row(years, page::WEAKENING_ROW, |year| amount(year.weakening))) }
                @if has_target {
                    (row(years, labels::TARGET, target))
                    (row(years, page::MISSING, missing))
                }
            }
        };
        let notes = page::about_sum(combination, &|id| self.name(id), false);
        html! {
            (figures_table(id, "figures--sums", caption, &rows))
            @if !notes.is_empty() {
                ul class="published__notes" { @for note in notes { li { (note) } } }
            }
        }
    }

    /// Why a proposal does not count, in sentences.
    pub(super) fn why_not(&self, left_out: &LeftOut) -> String {
        why_not(self.catalogue, left_out, &|id| self.name(id))
    }
}

/// A row that has no sum over the years.
fn row(years: &[CombinedYear], label: &str, cell: fn(&CombinedYear) -> Markup) -> Markup {
    html! {
        tr {
            th scope="row" { (label) }
            @for year in years { td class="number" { (cell(year)) } }
            td {}
        }
    }
}

fn target(year: &CombinedYear) -> Markup {
    year.target.map_or_else(not_stated, amount)
}

fn missing(year: &CombinedYear) -> Markup {
    match (year.is_met(), year.missing()) {
        (Some(true), _) => html! { (page::MET) },
        (_, Some(missing)) => amount(missing),
        (_, None) => html! {},
    }
}
