//! What several parts of the page are made of.

use maud::{Markup, html};

use crate::danish::{AmountUnit, print_amount};
use crate::domain::{Entry, Total, YEARS, Year};
use crate::text::labels;
use crate::text::messages::INCOMPLETE;
use crate::text::publication::page;

/// The unit of every table.
pub(super) const UNIT: AmountUnit = AmountUnit::Thousands;

/// Returns what stands where the municipality wrote nothing.
pub(super) fn not_stated() -> Markup {
    html! { em { (page::NOT_STATED) } }
}

pub(super) fn text_or_not_stated(text: &str) -> Markup {
    html! { @if text.trim().is_empty() { (not_stated()) } @else { (text) } }
}

/// Returns a list of facts, each under its label.
pub(super) fn facts(facts: &[(&str, &str)]) -> Markup {
    html! {
        dl class="published__facts" {
            @for (label, value) in facts {
                div {
                    dt { (label) }
                    dd { (text_or_not_stated(value)) }
                }
            }
        }
    }
}

/// Returns a text as it was written: an empty line begins a paragraph, a line break stays.
pub(super) fn paragraphs(text: &str) -> Markup {
    let lines: Vec<&str> = text.lines().collect();
    let paragraphs = lines.split(|line| line.trim().is_empty());
    html! {
        @for lines in paragraphs.filter(|lines| !lines.is_empty()) {
            p {
                @for (index, line) in lines.iter().enumerate() {
                    @if index > 0 { br; }
                    (line)
                }
            }
        }
    }
}

/// Returns a table that scrolls in a frame of its own where it is wider than the page.
pub(super) fn figures_table(id: &str, class: &str, caption: &str, rows: &Markup) -> Markup {
    html! {
        div class="table-frame" role="region" tabindex="0" aria-labelledby=(id) {
            table class={ "table figures " (class) } {
                caption id=(id) { (caption) }
                (rows)
            }
        }
    }
}

/// Returns the heads of the columns of four years, and of their sum.
pub(super) fn year_heads(first_year: &Entry<Year>) -> Markup {
    html! {
        @for index in 0..YEARS {
            th scope="col" class="number" { (labels::year_column(first_year, index)) }
        }
        th scope="col" class="number" { (labels::all_years(first_year)) }
    }
}

pub(super) fn amount(total: Total) -> Markup {
    match total {
        Total::Blank => html! {},
        Total::Complete(amount) => html! { (print_amount(amount, UNIT)) },
        Total::Incomplete => html! { em { (INCOMPLETE) } },
    }
}
