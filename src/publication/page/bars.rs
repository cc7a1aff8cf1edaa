//! The picture: what is saved in each year, what is spent, and the target. The table after it has the same figures.

use maud::{Markup, html};

use super::Page;
use crate::domain::CombinedYear;
use crate::picture::{Bars, FULL, savings};
use crate::text::{labels, sums};

impl Page<'_> {
    /// Returns the picture of a choice; nothing where an amount cannot be read.
    pub(super) fn bars(&self, years: &[CombinedYear]) -> Markup {
        let Some(savings) = savings(years) else {
            return html! {};
        };
        let bars = Bars::of(savings.len(), savings.iter().flat_map(|one| one.reach()));
        let costs = savings.iter().any(|one| !one.cost.is_zero());
        let zero = bars.zero();
        html! {
            figure class="chart" {
                ul class="chart__legend" aria-hidden="true" {
                    li class={ "chart__key bars__key" @if costs { " bars__key--0" } } { (sums::BARS_SAVING) }
                    @if costs {
                        li class="chart__key bars__key bars__key--1" { (sums::BARS_COST) }
                    }
                    li class="chart__key bars__key--target" { (sums::BARS_TARGET) }
                }
                div class="chart__plot" role="img" aria-label=(sums::bars_in_words(self.catalogue, years)) {
                    svg viewBox={ "0 0 " (FULL) " " (FULL) } preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                        @for (index, one) in savings.iter().enumerate() {
                            @for (number, bar) in bars.stack(index, &one.parts()).into_iter().enumerate() {
                                rect class={ "bars__bar" @if costs { " bars__bar--" (number) } }
                                    x=(bar.left) y=(bar.top) width=(bar.width) height=(bar.height) {}
                            }
                            @if let Some(target) = one.target {
                                @let ((from, to), down) = (bars.line(index), bars.down(target));
                                line class="bars__target" x1=(from) x2=(to) y1=(down) y2=(down) {}
                            }
                        }
                        line class="chart__zero" x1="0" x2=(FULL) y1=(zero) y2=(zero) {}
                    }
                }
                div class="bars__captions" aria-hidden="true" {
                    @for (index, year) in years.iter().enumerate() {
                        span class="bars__caption" {
                            strong { (labels::year_column(&self.catalogue.first_year, index)) }
                            span { (sums::total_words(year.net_change)) }
                            span { (sums::against_target_rounded(year)) }
                        }
                    }
                }
            }
        }
    }
}
