//! The packages that were published with the catalogue.

use maud::{Markup, html};

use super::Page;
use crate::domain::{Package, combine};
use crate::text::catalogue::packages;
use crate::text::publication::page;
use crate::text::sums;

impl Page<'_> {
    /// Returns the packages, each with its proposals and its sums; nothing where none are published.
    pub(super) fn packages(&self) -> Markup {
        let packages = &self.catalogue.packages;
        html! {
            @if !packages.is_empty() {
                section aria-labelledby="packages" {
                    h2 id="packages" { (packages::PACKAGES) }
                    p { (page::PACKAGES_TEXT) }
                    @for (index, package) in packages.iter().enumerate() { (self.package(index, package)) }
                }
            }
        }
    }

    fn package(&self, index: usize, package: &Package) -> Markup {
        let combination = combine(self.catalogue, &self.proposals, &package.proposals);
        let title = packages::package_title(index, &package.name);
        let caption = page::overview_caption(&self.catalogue.first_year);
        let caption = sums::figure_of(&title, &caption);
        let not_counted = |proposal| {
            let mut not_counted = combination.not_counted.iter();
            not_counted.find(|one| one.proposal == proposal)
        };
        html! {
            h3 { (title) }
            p { (packages::package_counts(combination.counted.len(), package.proposals.len())) }
            ul {
                @for &proposal in &package.proposals {
                    li {
                        (self.link(proposal))
                        @if let Some(not_counted) = not_counted(proposal) {
                            ": " strong { (packages::NOT_COUNTED_HERE) } " " (self.why_not(not_counted))
                        }
                    }
                }
            }
            (self.sums(&format!("package-{}", index + 1), &caption, &combination))
        }
    }
}
