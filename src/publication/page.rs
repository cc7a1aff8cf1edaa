//! A published catalogue as ordinary HTML, which can be read, searched, printed and archived without scripting. What somebody
//! wrote is always text in it, never markup: `maud` escapes it.

use std::collections::BTreeMap;

use maud::{Markup, PreEscaped, html};

use super::Publication;
use crate::danish::{AmountUnit, print_amount, print_percent};
use crate::domain::{
    Amount, AmountRow, Catalogue, CatalogueField, CombinedYear, Entry, Id, Proposal, ProposalYear,
    Relation, RelationKind, Section, Total, YEARS, combine, largest_choice, links,
};
use crate::text::messages::INCOMPLETE;
use crate::text::{labels, meaning, page};

/// The element of a published page that holds the catalogue and its proposals as a file in the public format.
pub const DATA: &str = "catalogue.json";
/// The elements of a published page that the program fills, in the page's order; they are empty without it.
pub const PROGRAM: [&str; 4] = [
    "program-overview",
    "program-proposals",
    "program-choice",
    "program-editions",
];

const UNIT: AmountUnit = AmountUnit::Thousands;

/// The sections of a proposal as citizens read them: what it leads to comes first, right after what it is.
const FIRST_SECTIONS: [Section; 2] = [Section::Summary, Section::Consequences];
const OTHER_SECTIONS: [Section; 5] = [
    Section::Reduction,
    Section::Investment,
    Section::TimeHorizon,
    Section::RelatedContributions,
    Section::RelevantDocuments,
];

/// The content of a published page: its `main` element.
#[must_use]
pub fn published_page(publication: &Publication) -> String {
    let catalogue = &publication.catalogue;
    let by_id = publication.by_id();
    let sheet_line = page::sheet_line(publication.edition, publication.is_decided());
    let markup = html! {
        main id="main" {
            p class="published__sheet-line" { (sheet_line) }
            h1 { (page::published_title(catalogue)) }
            (head(catalogue))
            (paragraphs(&catalogue.introduction))
            section aria-labelledby="about" {
                h2 id="about" { (page::ABOUT) }
                p { (page::ABOUT_TEXT) }
                (needs(catalogue))
                h3 { (page::MINUS) }
                p { (page::MINUS_TEXT) }
            }
            (overview(publication, &by_id))
            (list(publication))
            @for proposal in &publication.proposals {
                (article(catalogue, proposal, &by_id))
            }
            footer {
                p { (sheet_line) }
                p { (page::MADE_WITH) }
            }
        }
    };
    markup.into_string()
}

/// Where in the page a proposal stands. The address of a proposal stays the same from edition to edition.
fn anchor(proposal: Id) -> String {
    format!("forslag-{proposal}")
}

fn head(catalogue: &Catalogue) -> Markup {
    let price_level = catalogue.price_level.value();
    let price_level = price_level.map(|year| format!("{}-pl", year.number()));
    let label = |field| labels::catalogue_field(catalogue, field);
    let hearing = page::hearing(&catalogue.hearing_from, &catalogue.hearing_to);
    html! {
        dl class="published__facts" {
            (fact(&label(CatalogueField::Municipality), &catalogue.municipality))
            (fact(labels::FIRST_YEAR, &labels::all_years(&catalogue.first_year)))
            (fact(&label(CatalogueField::Stage), &catalogue.stage))
            @if let Some(price_level) = price_level { (fact(labels::PRICE_LEVEL, &price_level)) }
        }
        @if let Some(hearing) = hearing { p { (hearing) } }
    }
}

/// One fact; `ikke oplyst` where nothing is written.
fn fact(label: &str, value: &str) -> Markup {
    html! {
        div {
            dt { (label) }
            dd { @if value.trim().is_empty() { (not_stated()) } @else { (value) } }
        }
    }
}

fn not_stated() -> Markup {
    html! { em { (page::NOT_STATED) } }
}

/// How large the need is in each year that has a target.
fn needs(catalogue: &Catalogue) -> Markup {
    let years = catalogue.targets.iter().enumerate();
    let needs: Vec<String> = years
        .filter_map(|(index, target)| {
            let year = labels::year_column(&catalogue.first_year, index);
            Some(page::need(&year, Total::of_typed(target)?))
        })
        .collect();
    html! {
        @if !needs.is_empty() {
            ul { @for need in needs { li { (need) } } }
        }
    }
}

/// The choice that saves most, year by year, beside the targets.
fn overview(publication: &Publication, proposals: &BTreeMap<Id, &Proposal>) -> Markup {
    let catalogue = &publication.catalogue;
    let largest = largest_choice(catalogue, proposals);
    let combination = combine(catalogue, proposals, &largest.proposals);
    let has_target = combination.years.iter().any(|year| year.target.is_some());
    html! {
        section aria-labelledby="overview" {
            h2 id="overview" { (page::OVERVIEW) }
            p { (page::LARGEST_CHOICE) }
            @if !largest.unproven.is_empty() { p { (page::LARGEST_UNPROVEN) } }
            table {
                caption { (page::overview_caption(&catalogue.first_year)) }
                thead {
                    tr {
                        th scope="col" { (page::ROW) }
                        @for index in 0..YEARS {
                            th scope="col" { (labels::year_column(&catalogue.first_year, index)) }
                        }
                        th scope="col" { (labels::all_years(&catalogue.first_year)) }
                    }
                }
                tbody {
                    tr {
                        th scope="row" { (page::SUM) }
                        @for year in &combination.years { td { (amount(year.net_change)) } }
                        td { (amount(combination.net_change_total())) }
                    }
                    @if has_target {
                        tr {
                            th scope="row" { (labels::TARGET) }
                            @for year in &combination.years { td { (target(year)) } }
                            td {}
                        }
                        tr {
                            th scope="row" { (page::MISSING) }
                            @for year in &combination.years { td { (missing(year)) } }
                            td {}
                        }
                    }
                }
            }
        }
    }
}

fn target(year: &CombinedYear) -> Markup {
    match year.target {
        Some(target) => amount(target),
        None => not_stated(),
    }
}

fn missing(year: &CombinedYear) -> Markup {
    match (year.is_met(), year.missing()) {
        (Some(true), _) => html! { (page::MET) },
        (_, Some(missing)) => amount(missing),
        (_, None) => html! {},
    }
}

fn amount(total: Total) -> Markup {
    match total.amount() {
        Some(amount) => html! { (print_amount(amount, UNIT)) },
        None => html! { em { (INCOMPLETE) } },
    }
}

/// The list of proposals, each leading to its place.
fn list(publication: &Publication) -> Markup {
    let catalogue = &publication.catalogue;
    html! {
        section aria-labelledby="proposals" {
            h2 id="proposals" { (page::PROPOSALS) }
            table {
                caption { (page::overview_caption(&catalogue.first_year)) }
                thead {
                    tr {
                        th scope="col" { (page::NUMBER) }
                        th scope="col" { (labels::HEADING) }
                        th scope="col" { (labels::DEPARTMENT) }
                        th scope="col" { (labels::STATUS) }
                        @for index in 0..YEARS {
                            th scope="col" { (labels::year_column(&catalogue.first_year, index)) }
                        }
                        th scope="col" { (labels::all_years(&catalogue.first_year)) }
                    }
                }
                tbody {
                    @for proposal in &publication.proposals {
                        tr {
                            td { @if let Some(number) = catalogue.number(proposal.id) { (number) } }
                            th scope="row" {
                                a href={ "#" (anchor(proposal.id)) } { (page::proposal_title(proposal)) }
                            }
                            td { (text_or_not_stated(&proposal.department)) }
                            td {
                                @if let Some(entry) = catalogue.entry(proposal.id) {
                                    (labels::status(entry.status))
                                }
                            }
                            @for index in 0..YEARS { td { (amount(catalogue.net_change_in(proposal, index))) } }
                            td { (amount(catalogue.net_change_over_all_years(proposal))) }
                        }
                    }
                }
            }
        }
    }
}

fn text_or_not_stated(text: &str) -> Markup {
    html! { @if text.trim().is_empty() { (not_stated()) } @else { (text) } }
}

/// One proposal: what it is and what it leads to, who is affected, the figures, and the rest of what is written.
fn article(
    catalogue: &Catalogue,
    proposal: &Proposal,
    proposals: &BTreeMap<Id, &Proposal>,
) -> Markup {
    let anchor = anchor(proposal.id);
    let heading = format!("{anchor}-overskrift");
    let years = labels::all_years(&proposal.first_year);
    html! {
        article id=(anchor) aria-labelledby=(heading) {
            h2 id=(heading) {
                @if let Some(number) = catalogue.number(proposal.id) { (number) ". " }
                (page::proposal_title(proposal))
            }
            p class="published__effect" { (page::effect(&years, proposal.net_change_total())) }
            @for section in FIRST_SECTIONS { (text_section(proposal, section)) }
            h3 { (page::AFFECTED) }
            (affected(proposal))
            h3 { (page::SHARE) }
            (share(proposal))
            (relations(catalogue, proposal, proposals))
            (facts(catalogue, proposal))
            (figures(proposal))
            @for section in OTHER_SECTIONS { (text_section(proposal, section)) }
            p class="d-print-none" { a href="#proposals" { (page::TO_TOP) } }
        }
    }
}

fn facts(catalogue: &Catalogue, proposal: &Proposal) -> Markup {
    let kinds: Vec<&str> = proposal.kinds.iter().copied().map(labels::kind).collect();
    let lines: Vec<&str> = proposal.appropriation_lines().collect();
    let price_level = proposal.price_level.value();
    let price_level = price_level.map(|year| format!("{}-pl", year.number()));
    html! {
        dl class="published__facts" {
            @if let Some(entry) = catalogue.entry(proposal.id) {
                (fact(labels::STATUS, labels::status(entry.status)))
                @if !entry.outcome.trim().is_empty() {
                    div {
                        dt { (labels::OUTCOME) }
                        dd { (paragraphs(&entry.outcome)) }
                    }
                }
            }
            (fact(labels::DEPARTMENT, &proposal.department))
            (fact(labels::APPROPRIATIONS, &lines.join("; ")))
            (fact(labels::KINDS, &kinds.join(", ")))
            @if let Some(price_level) = price_level { (fact(labels::PRICE_LEVEL, &price_level)) }
        }
    }
}

/// A text section under its heading; `ikke oplyst` where nothing is written.
fn text_section(proposal: &Proposal, section: Section) -> Markup {
    let text = proposal.section(section);
    html! {
        h3 { (labels::section(section)) }
        @if text.trim().is_empty() { p { (not_stated()) } } @else { (paragraphs(text)) }
        @if section == Section::RelevantDocuments {
            @let links: Vec<&str> = links(text).collect();
            @if !links.is_empty() {
                ul { @for link in links { li { a href=(link) rel="noopener noreferrer" { (link) } } } }
            }
        }
    }
}

/// A text as it was written: an empty line begins a paragraph, a line break stays.
fn paragraphs(text: &str) -> Markup {
    let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            paragraphs.push(Vec::new());
        } else if let Some(last) = paragraphs.last_mut() {
            last.push(line);
        }
    }
    html! {
        @for lines in paragraphs.iter().filter(|lines| !lines.is_empty()) {
            p {
                @for (place, line) in lines.iter().enumerate() {
                    @if place > 0 { br; }
                    (line)
                }
            }
        }
    }
}

fn affected(proposal: &Proposal) -> Markup {
    let employees = in_each_year(proposal, |year| match &year.employees_affected {
        Entry::Value(people) => Some(page::employees(*people)),
        Entry::Unreadable(typed) => Some(unreadable(typed)),
        Entry::Blank => None,
    });
    let positions = in_each_year(proposal, |year| match &year.full_time_equivalents {
        Entry::Value(positions) => Some(meaning::positions(*positions)),
        Entry::Unreadable(typed) => Some(unreadable(typed)),
        Entry::Blank => None,
    });
    sentences_or_not_stated(&[employees, positions].concat())
}

fn share(proposal: &Proposal) -> Markup {
    let shares = in_each_year(proposal, |year| year.change_percent().map(print_percent));
    sentences_or_not_stated(&shares)
}

/// What is said of each year; where the same is said of years that follow each other, it is said once.
fn in_each_year(proposal: &Proposal, of: impl Fn(&ProposalYear) -> Option<String>) -> Vec<String> {
    let mut said: Vec<(String, usize, usize)> = Vec::new();
    for (index, year) in proposal.years.iter().enumerate() {
        let Some(words) = of(year).filter(|words| !words.is_empty()) else {
            continue;
        };
        match said.last_mut() {
            Some((before, _, last)) if *before == words && *last + 1 == index => *last = index,
            _ => said.push((words, index, index)),
        }
    }
    let name = |index| labels::year_column(&proposal.first_year, index);
    let said = said.into_iter();
    said.map(|(words, from, to)| page::in_years(&words, &name(from), &name(to)))
        .collect()
}

fn sentences_or_not_stated(sentences: &[String]) -> Markup {
    html! {
        @if sentences.is_empty() {
            p { (not_stated()) }
        } @else {
            ul { @for sentence in sentences { li { (sentence) } } }
        }
    }
}

/// What was typed where a figure belongs.
fn unreadable(typed: &str) -> String {
    format!("»{typed}« {}", page::UNREADABLE)
}

/// How the proposal relates to others, each in a sentence with a way to it.
fn relations(
    catalogue: &Catalogue,
    proposal: &Proposal,
    proposals: &BTreeMap<Id, &Proposal>,
) -> Markup {
    let link = |id: Id| {
        let title = proposals.get(&id).map(|other| page::proposal_title(other));
        html! { a href={ "#" (anchor(id)) } { (title.unwrap_or_default()) } }
    };
    let groups = catalogue.variant_groups.iter();
    let groups = groups.filter(|group| group.proposals.contains(&proposal.id));
    let is_own = |relation: &&Relation| relation.from == proposal.id || relation.to == proposal.id;
    let related: Vec<&Relation> = catalogue.relations.iter().filter(is_own).collect();
    html! {
        @for group in groups {
            p { (page::variants_of(&group.name)) }
            ul {
                @for &other in group.proposals.iter().filter(|&&other| other != proposal.id) {
                    li { (link(other)) }
                }
            }
        }
        @if !related.is_empty() {
            ul {
                @for relation in related {
                    li {
                        (link(relation.from)) " " (labels::relation(relation.kind)) " " (link(relation.to))
                        @if relation.kind == RelationKind::Weakens { (weakening(catalogue, relation)) }
                        @if !relation.note.trim().is_empty() { ": " (relation.note) }
                    }
                }
            }
        }
    }
}

/// What a proposal saves less when another is chosen too, year by year.
fn weakening(catalogue: &Catalogue, relation: &Relation) -> Markup {
    let years = relation.weakening.iter().enumerate();
    let amounts: Vec<String> = years
        .filter_map(|(index, entry)| {
            let amount: Amount = entry.value()?;
            let year = labels::year_column(&catalogue.first_year, index);
            Some(format!("{year}: {}", meaning::short(meaning::size(amount))))
        })
        .collect();
    html! { @if !amounts.is_empty() { " (" (amounts.join(", ")) ")" } }
}

/// The table of a proposal, as the form has it.
fn figures(proposal: &Proposal) -> Markup {
    let title = page::proposal_title(proposal);
    html! {
        table {
            caption { (page::table_caption(&title)) }
            thead {
                tr {
                    th scope="col" { (page::ROW) }
                    @for index in 0..YEARS {
                        th scope="col" { (labels::year_column(&proposal.first_year, index)) }
                    }
                    th scope="col" { (labels::all_years(&proposal.first_year)) }
                }
            }
            tbody {
                @for row in AmountRow::ALL { (amount_row(proposal, row)) }
                tr {
                    th scope="row" { (labels::NET_CHANGE) }
                    @for year in &proposal.years { td { (amount(year.net_change())) } }
                    td { (amount(proposal.net_change_total())) }
                }
                @if proposal.years.iter().any(|year| year.budget_after().is_some()) {
                    tr {
                        th scope="row" { (labels::BUDGET_AFTER) }
                        @for year in &proposal.years {
                            td { @if let Some(after) = year.budget_after() { (amount(after)) } }
                        }
                        td {}
                    }
                }
            }
        }
    }
}

fn amount_row(proposal: &Proposal, row: AmountRow) -> Markup {
    let is_blank = proposal.years.iter().all(|year| row.of(year).is_blank());
    let total = match row {
        // Budgets of different years do not add up to anything.
        AmountRow::CurrentBudget => None,
        _ => proposal.row_total(row),
    };
    html! {
        tr {
            th scope="row" { (labels::amount_row(row)) }
            @if is_blank {
                td colspan=(YEARS + 1) { (not_stated()) }
            } @else {
                @for year in &proposal.years { td { (cell(row.of(year))) } }
                td { @if let Some(total) = total { (amount(total)) } }
            }
        }
    }
}

fn cell(entry: &Entry<Amount>) -> Markup {
    match entry {
        Entry::Blank => PreEscaped(String::new()),
        Entry::Value(value) => html! { (print_amount(*value, UNIT)) },
        Entry::Unreadable(typed) => html! { (unreadable(typed)) },
    }
}
