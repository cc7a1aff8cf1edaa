//! What a choice of proposals amounts to, beside the targets, and what is to be said of the sum.

use maud::{Markup, html};

use super::Page;
use super::pieces::{amount, figures_table, not_stated, text_or_not_stated, year_heads};
use crate::domain::{Combination, CombinedYear, NotCounted};
use crate::publication::sentences::why_not;
use crate::text::publication::page;
use crate::text::{labels, sums};

impl Page<'_> {
    /// Returns the sums of a choice per year, what is missing to the target, and what makes the sum inexact.
    pub(super) fn sums(&self, id: &str, caption: &str, combination: &Combination) -> Markup {
        let years = &combination.years;
        let is_weakened = years.iter().any(CombinedYear::is_weakened);
        let has_positions = years
            .iter()
            .any(|year| year.full_time_equivalents.is_some());
        let has_target = years.iter().any(|year| year.target.is_some());
        let rows = html! {
            thead {
                tr {
                    th scope="col" { span class="sr-only" { (labels::ROW) } }
                    (year_heads(&self.catalogue.first_year))
                }
            }
            tbody {
                tr class="sum" {
                    th scope="row" { (labels::NET_CHANGE) }
                    @for year in years { td class="number" { (amount(year.net_change)) } }
                    td class="number row-sum" { (amount(combination.net_change_total())) }
                }
                @if combination.costs_something() {
                    (row(years, page::SAVING_ROW, |year| amount(year.saving)))
                    (row(years, page::COSTING_ROW, |year| amount(year.cost)))
                }
                @if is_weakened { (row(years, sums::WEAKENING_ROW, |year| amount(year.weakening))) }
                @if has_target {
                    (row(years, labels::TARGET, target))
                    (row(years, sums::AGAINST_TARGET, against_target))
                }
                @if has_positions { (row(years, sums::POSITIONS_ROW, positions)) }
            }
        };
        let notes = sums::about_sum(combination, &|id| self.name(id), false);
        let stated = years.iter().map(|year| year.full_time_equivalents_stated);
        let stated = stated.max().unwrap_or_default();
        let of_unknown_sign = &self.publication.positions_without_sign;
        let counted = combination.counted.iter();
        let without_sign = counted
            .filter(|id| of_unknown_sign.contains_key(id))
            .count();
        html! {
            (figures_table(id, "figures--sums", caption, &rows))
            @if has_positions { p { (sums::positions_stated(stated, combination.counted.len(), without_sign)) } }
            (self.departments(id, caption, combination))
            @if !notes.is_empty() {
                ul class="published__notes" { @for note in notes { li { (note) } } }
            }
        }
    }

    /// Returns how much each center carries; nothing where nothing counts.
    fn departments(&self, id: &str, caption: &str, combination: &Combination) -> Markup {
        let parts = &combination.by_department;
        let rows = html! {
            thead {
                tr {
                    th scope="col" { (labels::DEPARTMENT) }
                    (year_heads(&self.catalogue.first_year))
                }
            }
            tbody {
                @for part in parts {
                    tr {
                        th scope="row" { (text_or_not_stated(&part.of)) }
                        @for &total in &part.net_change { td class="number" { (amount(total)) } }
                        td class="number row-sum" { (amount(part.net_change_total())) }
                    }
                }
            }
        };
        let caption = page::by_department(caption);
        html! {
            @if !parts.is_empty() {
                details class="details chart-table" {
                    summary class="details-summary" { (page::DEPARTMENTS_CARRY) }
                    div class="details-text" {
                        (figures_table(&format!("{id}-centre"), "figures--sums", &caption, &rows))
                    }
                }
            }
        }
    }

    /// Returns why a proposal does not count, in sentences.
    pub(super) fn why_not(&self, not_counted: &NotCounted) -> String {
        why_not(self.catalogue, not_counted, &|id| self.name(id))
    }
}

/// Returns a row that has no sum over the years.
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

fn positions(year: &CombinedYear) -> Markup {
    html! { (sums::positions(year.full_time_equivalents)) }
}

fn against_target(year: &CombinedYear) -> Markup {
    html! { (sums::against_target(year)) }
}
