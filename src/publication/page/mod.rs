//! A published catalogue as ordinary HTML, which can be read, searched, printed and archived without scripting. What somebody
//! wrote is always text in it, never markup: `maud` escapes it.

mod bars;
mod packages;
mod pieces;
mod proposal;
mod sums;

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::sentences::proposal_name;
use super::{COLOPHON, Colophon, Publication};
use crate::domain::{
    Catalogue, CatalogueField, Combination, Decided, Id, Proposal, Total, YEARS, combine, costing,
    largest_choice, passed_over,
};
use crate::text;
use crate::text::catalogue::entries;
use crate::text::publication::page;
use crate::text::reader::{answer, own_package};
use crate::text::yearly::Chosen;
use crate::text::{app, editions, labels, open_data, yearly};
use pieces::{amount, facts, figures_table, paragraphs, text_or_not_stated, year_heads};

/// The element of a published page that holds the catalogue and its proposals as a file in the public format.
pub const DATA: &str = "catalogue.json";
/// The elements of a published page that the program fills, in the page's order; they are empty without it.
pub const PROGRAM: [&str; 4] = [
    "program-overview",
    "program-proposals",
    "program-choice",
    "program-editions",
];

/// The elements of a published page that the program draws with more to do. On paper, they stay.
pub const REPLACED: [&str; 2] = [OVERVIEW_SUMS, LIST];
const OVERVIEW_SUMS: &str = "overview-sums";
const LIST: &str = "list";

/// The sections that the program adds, each with its identity and its heading.
pub const PROGRAM_SECTIONS: [(&str, &str); 4] = [
    ("own-package", own_package::TRY_YOURSELF),
    ("answer", answer::WRITE_ANSWER),
    ("editions", editions::COMPARE_EDITIONS),
    ("open-data", open_data::OPEN_DATA),
];
/// The class of the links to them, which are hidden without the program.
pub const PROGRAM_LINK: &str = "published__program-link";

/// Returns the content of a published page: all that its `body` shows.
#[must_use]
pub fn published_page(publication: &Publication) -> String {
    Page::of(publication).markup().into_string()
}

/// Returns where in the page a proposal stands. The address of a proposal stays the same from edition to edition.
#[must_use]
pub fn proposal_anchor(proposal: Id) -> String {
    format!("forslag-{proposal}")
}

/// What the parts of the page share.
struct Page<'a> {
    publication: &'a Publication,
    catalogue: &'a Catalogue,
    proposals: BTreeMap<Id, &'a Proposal>,
}

impl<'a> Page<'a> {
    fn of(publication: &'a Publication) -> Self {
        Self {
            publication,
            catalogue: &publication.catalogue,
            proposals: publication.by_id(),
        }
    }

    /// Returns a proposal in a sentence: its number and what it is called.
    fn name(&self, proposal: Id) -> String {
        proposal_name(self.catalogue, &self.proposals, proposal)
    }

    /// Returns the same as the way to it.
    fn link(&self, proposal: Id) -> Markup {
        html! { a href={ "#" (proposal_anchor(proposal)) } { (self.name(proposal)) } }
    }

    fn markup(&self) -> Markup {
        let publication = self.publication;
        let [_, _, choice, editions] = PROGRAM;
        let decided = self.catalogue.decided();
        let is_decided = decided == Decided::Everything;
        let sheet_line = page::sheet_line(publication.label(), decided);
        html! {
            a class="skipnav" href="#main" { (app::SKIP_TO_CONTENT) }
            (header(self.catalogue))
            div class="page-container container" {
                main id="main" class="published" tabindex="-1" {
                    p.sheet-line.not-decided[!is_decided] { (sheet_line) }
                    p class="published__kind" {
                        (self.lead()) " "
                        noscript { (page::WITHOUT_PROGRAM) }
                    }
                    h1 id="page-heading" tabindex="-1" { (page::published_title(self.catalogue)) }
                    (self.head())
                    (paragraphs(&self.catalogue.introduction))
                    (self.contents())
                    (self.about())
                    (self.overview())
                    (self.packages())
                    (self.list())
                    div id=(choice) {}
                    div id="articles" {
                        @for proposal in &publication.proposals { (self.article(proposal)) }
                    }
                    div id=(editions) {}
                    (foot(&Colophon::of(publication), &sheet_line))
                }
            }
        }
    }

    /// Returns the sections of the page. On paper, nobody can follow them.
    fn contents(&self) -> Markup {
        let packages = (!self.catalogue.packages.is_empty())
            .then_some(("packages", text::catalogue::packages::PACKAGES));
        let sections = [("about", page::ABOUT), ("overview", page::OVERVIEW)];
        let sections = sections.into_iter().chain(packages);
        html! {
            nav class="published__contents d-print-none" aria-labelledby="contents" {
                h2 id="contents" { (page::CONTENTS) }
                ul {
                    @for (id, name) in sections.chain([("proposals", page::PROPOSALS)]) {
                        li { a href={ "#" (id) } { (name) } }
                    }
                    // The program shows the way to what it adds.
                    @for (id, name) in PROGRAM_SECTIONS {
                        li hidden class=(PROGRAM_LINK) { a href={ "#" (id) } { (name) } }
                    }
                }
            }
        }
    }

    fn head(&self) -> Markup {
        let catalogue = self.catalogue;
        let label = |field| labels::catalogue_field(catalogue, field);
        let hearing = page::hearing(&catalogue.hearing_from, &catalogue.hearing_to);
        html! {
            (facts(&[
                (&label(CatalogueField::Municipality), &catalogue.municipality),
                (labels::FIRST_YEAR, &labels::all_years(&catalogue.first_year)),
                (&label(CatalogueField::Stage), &catalogue.stage),
                (labels::PRICE_LEVEL, &page::public_price_level(&catalogue.price_level)),
            ]))
            @if let Some(hearing) = hearing { p class="published__hearing" { (hearing) } }
        }
    }

    fn targets(&self) -> [Option<Total>; YEARS] {
        self.catalogue.targets.each_ref().map(Total::of_typed)
    }

    /// Returns what is to be decided, in three short sentences.
    fn lead(&self) -> String {
        let catalogue = self.catalogue;
        let to_be_found = yearly::to_be_found(&catalogue.first_year, &self.targets());
        page::lead(
            to_be_found.as_deref(),
            &labels::all_years(&catalogue.first_year),
            self.publication.proposals.len(),
            catalogue.decided(),
        )
    }

    /// Returns what the page is, how large the need is, and how a minus is read.
    fn about(&self) -> Markup {
        let needs = yearly::needs(&self.catalogue.first_year, &self.targets());
        html! {
            section aria-labelledby="about" {
                h2 id="about" { (page::ABOUT) }
                p { (page::ABOUT_TEXT) " " (page::about_decided(self.catalogue.decided())) }
                @for need in needs { p { (need) } }
                h3 { (page::MINUS) }
                p { (page::MINUS_TEXT) }
            }
        }
    }

    /// Returns the choice that saves most, year by year, beside the targets.
    fn overview(&self) -> Markup {
        let [program, ..] = PROGRAM;
        let (catalogue, proposals) = (self.catalogue, &self.proposals);
        let largest = largest_choice(catalogue, proposals);
        let combination = combine(catalogue, proposals, &largest.proposals);
        let passed_over = passed_over(catalogue, proposals, &largest.proposals);
        let caption = page::overview_caption(&catalogue.first_year);
        // What nothing stands in the way of would save nothing more.
        let is_all = passed_over.iter().all(|one| !one.reasons.is_empty());
        let chosen = match combination.counted.is_empty() {
            true => Chosen::None,
            false if is_all => Chosen::All,
            false => Chosen::Some,
        };
        // That nothing saves is known only where every choice was looked at.
        let is_known = chosen != Chosen::None || largest.unproven.is_empty();
        let all_chosen = yearly::most_saved(&catalogue.first_year, &combination.years, chosen);
        let all_chosen = all_chosen.as_deref().filter(|_| is_known);
        let all_chosen = all_chosen.unwrap_or(page::ALL_CHOSEN_INCOMPLETE);
        html! {
            section aria-labelledby="overview" {
                h2 id="overview" { (page::OVERVIEW) }
                p { (all_chosen) }
                p { (page::ALL_CHOSEN_COUNTS) }
                @if !largest.unproven.is_empty() { p { (page::LARGEST_UNPROVEN) } }
                // The program draws this with more to do.
                div id=(OVERVIEW_SUMS) {
                    (self.bars(&combination.years))
                    (self.sums("overview-table", &caption, &combination))
                }
                div id=(program) {}
                (self.costing(&combination))
                @if !passed_over.is_empty() {
                    details class="details published__passed-over" {
                        summary class="details-summary" { (text::sums::NOT_COUNTED) }
                        ul class="details-text" {
                            @for one in &passed_over {
                                li { (self.link(one.proposal)) ": " (self.why_not(one)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Returns what costs something, year by year; nothing where nothing does.
    fn costing(&self, overview: &Combination) -> Markup {
        let (catalogue, proposals) = (self.catalogue, &self.proposals);
        let costing = costing(catalogue, proposals);
        let effect = |net_change| {
            let words = yearly::change_by_year(&catalogue.first_year, net_change);
            words.unwrap_or_else(|| page::yearly_change(&catalogue.first_year, net_change))
        };
        html! {
            @if !costing.is_empty() {
                h3 { (page::COSTING) }
                p { (page::COSTING_TEXT) }
                ul {
                    @for one in &costing {
                        li {
                            (self.link(one.proposal)) ": " (effect(&one.net_change)) " ("
                            (page::is_in_overview(overview.counted.contains(&one.proposal))) ")"
                        }
                    }
                }
            }
        }
    }

    /// Returns the list of proposals, each with a link to it.
    fn list(&self) -> Markup {
        let [_, program, ..] = PROGRAM;
        let catalogue = self.catalogue;
        let caption = text::sums::figure_of(
            page::EACH_PROPOSAL,
            &page::overview_caption(&catalogue.first_year),
        );
        let rows = html! {
            thead {
                tr {
                    th scope="col" { (entries::ENTRY) }
                    (year_heads(&catalogue.first_year))
                    th scope="col" { (labels::DEPARTMENT) }
                    th scope="col" { (labels::STATUS) }
                }
            }
            tbody {
                @for proposal in &self.publication.proposals {
                    tr {
                        th scope="row" { (self.link(proposal.id)) }
                        @for index in 0..YEARS {
                            td class="number" { (amount(catalogue.net_change_in(proposal, index))) }
                        }
                        td class="number row-sum" { (amount(catalogue.net_change_over_all_years(proposal))) }
                        td { (text_or_not_stated(&proposal.department)) }
                        td {
                            @if let Some(entry) = catalogue.entry(proposal.id) {
                                (labels::status(entry.status))
                            }
                        }
                    }
                }
            }
        };
        html! {
            section aria-labelledby="proposals" {
                h2 id="proposals" { (page::PROPOSALS) }
                div id=(program) {}
                div id=(LIST) { (figures_table("list-table", "figures--list", &caption, &rows)) }
            }
        }
    }
}

/// Returns the foot of the page, which says which edition it is, for readers and for programs.
fn foot(colophon: &Colophon, sheet_line: &str) -> Markup {
    html! {
        footer id=(COLOPHON) class="published__foot"
            data-time=[colophon.time()]
            data-positions-without-sign=[colophon.ids_without_sign()]
        {
            p { (sheet_line) }
            p { (page::CODE_TEXT) }
            p { (page::MADE_WITH) }
        }
    }
}

/// Returns the head of the page, which says whose catalogue it is.
fn header(catalogue: &Catalogue) -> Markup {
    let whose = match catalogue.municipality.trim() {
        "" => app::PRODUCT,
        municipality => municipality,
    };
    html! {
        header class="header" {
            div class="solution-info" {
                div class="solution-info-inner container" {
                    div class="solution-heading" { (whose) }
                }
            }
        }
    }
}
