//! One proposal of the page.

use maud::{Markup, PreEscaped, html};

use super::pieces::{UNIT, amount, facts, figures_table, not_stated, paragraphs, year_heads};
use super::{Page, proposal_anchor};
use crate::danish::print_amount;
use crate::domain::{
    Amount, AmountRow, Entry, Proposal, ProposalField, ProposalYear, Relation, RelationKind,
    Section, VariantGroup, YEARS, links,
};
use crate::draft::Form;
use crate::text::publication::page;
use crate::text::{document, labels, meaning};

/// The sections of a proposal after what it leads to, which comes first, under its summary.
const OTHER_SECTIONS: [Section; 5] = [
    Section::Reduction,
    Section::Investment,
    Section::TimeHorizon,
    Section::RelatedContributions,
    Section::RelevantDocuments,
];

impl Page<'_> {
    /// Returns what a proposal is and what it leads to, who is affected, the figures, and the rest of what is written.
    pub(super) fn article(&self, proposal: &Proposal) -> Markup {
        let anchor = proposal_anchor(proposal.id);
        let heading = format!("{anchor}-overskrift");
        let effect = page::effect(
            proposal,
            &proposal.first_year,
            &proposal.net_change_by_year(),
        );
        let is_written = |section: &Section| !proposal.section(*section).trim().is_empty();
        let (written, blank): (Vec<Section>, Vec<Section>) =
            OTHER_SECTIONS.into_iter().partition(is_written);
        let (appropriations, kinds) = (appropriations(proposal), kinds(proposal));
        let price_level = price_level(proposal);
        let mut about = vec![
            (labels::DEPARTMENT, proposal.department.as_str()),
            (labels::APPROPRIATIONS, appropriations.as_str()),
            (labels::KINDS, kinds.as_str()),
            (labels::PRICE_LEVEL, price_level.as_str()),
        ];
        // Most amounts have none.
        let reimbursement = reimbursement(proposal);
        about.extend(
            reimbursement
                .as_deref()
                .map(|words| (labels::REIMBURSEMENT, words)),
        );
        // A heading over nothing is read by everybody and tells nobody anything.
        about.extend(
            blank
                .into_iter()
                .map(|section| (page::public_section(section), "")),
        );
        html! {
            article id=(anchor) aria-labelledby=(heading) {
                h2 id=(heading) { (self.name(proposal.id)) }
                p class="published__effect" { (effect) }
                (self.standing(proposal))
                (summary(proposal))
                (text_section(proposal, Section::Consequences))
                h3 { (page::AFFECTED) }
                (self.affected(proposal))
                h3 { (page::AMOUNTS) }
                (share(proposal))
                (figures(proposal))
                (self.relations(proposal))
                @for &section in &written { (text_section(proposal, section)) }
                h3 { (page::ABOUT_PROPOSAL) }
                (facts(&about))
                p class="d-print-none" { a href="#proposals" { (page::TO_TOP) } }
            }
        }
    }

    /// Returns how many employees a proposal affects, and what becomes of positions.
    fn affected(&self, proposal: &Proposal) -> Markup {
        let without_sign = &self.publication.positions_without_sign;
        let without_sign = without_sign.get(&proposal.id).copied().unwrap_or_default();
        let employees = in_each_year(proposal, |_, year| match &year.employees_affected {
            Entry::Value(people) => Some(page::employees(*people)),
            Entry::Unreadable(typed) => Some(unreadable(typed)),
            Entry::Blank => None,
        });
        let positions = in_each_year(proposal, |index, year| match &year.full_time_equivalents {
            Entry::Value(positions) if without_sign.get(index) == Some(&true) => {
                Some(meaning::positions_without_sign(*positions))
            }
            Entry::Value(positions) => Some(page::positions_changed(*positions)),
            Entry::Unreadable(typed) => Some(unreadable(typed)),
            Entry::Blank => None,
        });
        let said = sentences(&[employees, positions].concat());
        said.unwrap_or_else(|| html! { p { (not_stated()) } })
    }

    /// Returns where a proposal is on its way to a decision, and what became of it.
    fn standing(&self, proposal: &Proposal) -> Markup {
        html! {
            @if let Some(entry) = self.catalogue.entry(proposal.id) {
                p { (labels::STATUS) ": " (labels::status(entry.status)) }
                @if !entry.outcome.trim().is_empty() {
                    h3 { (labels::OUTCOME) }
                    (paragraphs(&entry.outcome))
                }
            }
        }
    }

    /// Returns how the proposal relates to others, each in a sentence with a way to it.
    fn relations(&self, proposal: &Proposal) -> Markup {
        let groups = self.catalogue.variant_groups.iter();
        let groups = groups.filter(|group| group.proposals.contains(&proposal.id));
        let is_own =
            |relation: &&Relation| relation.from == proposal.id || relation.to == proposal.id;
        let related: Vec<&Relation> = self.catalogue.relations.iter().filter(is_own).collect();
        let groups: Vec<&VariantGroup> = groups.collect();
        html! {
            @if !groups.is_empty() || !related.is_empty() {
                h3 { (page::RELATED) }
            }
            @for group in groups {
                p { (page::variants_of(&group.name)) }
                ul {
                    @for &other in group.proposals.iter().filter(|&&other| other != proposal.id) {
                        li { (self.link(other)) }
                    }
                }
            }
            @if !related.is_empty() {
                ul {
                    @for relation in related {
                        li {
                            (self.link(relation.from)) " " (labels::relation(relation.kind)) " " (self.link(relation.to))
                            @if relation.kind == RelationKind::Weakens { (self.weakening(relation)) }
                            @if !relation.note.trim().is_empty() { ": " (relation.note) }
                        }
                    }
                }
            }
        }
    }

    /// Returns what a proposal saves less when another is chosen too, year by year.
    fn weakening(&self, relation: &Relation) -> Markup {
        let years = relation.weakening.iter().enumerate();
        let amounts: Vec<String> = years
            .filter_map(|(index, entry)| {
                let amount: Amount = entry.value()?;
                let year = labels::year_column(&self.catalogue.first_year, index);
                Some(format!("{year}: {}", meaning::short(meaning::size(amount))))
            })
            .collect();
        html! { @if !amounts.is_empty() { " (" (amounts.join(", ")) ")" } }
    }
}

fn appropriations(proposal: &Proposal) -> String {
    let lines: Vec<&str> = proposal.appropriation_lines().collect();
    lines.join("; ")
}

fn kinds(proposal: &Proposal) -> String {
    let kinds: Vec<&str> = proposal.kinds.iter().copied().map(labels::kind).collect();
    kinds.join(", ")
}

fn reimbursement(proposal: &Proposal) -> Option<String> {
    match &proposal.reimbursement {
        Entry::Blank => None,
        Entry::Value(_) => Some(page::reimbursed(
            &proposal.shown(ProposalField::Reimbursement),
        )),
        Entry::Unreadable(typed) => Some(unreadable(typed)),
    }
}

/// Returns what a proposal is, without a heading of its own.
fn summary(proposal: &Proposal) -> Markup {
    let text = proposal.section(Section::Summary);
    html! {
        @if text.trim().is_empty() {
            p { (page::public_section(Section::Summary)) ": " (not_stated()) }
        } @else {
            (paragraphs(text))
        }
    }
}

/// Returns a text section under its heading; `ikke oplyst` where nothing is written.
fn text_section(proposal: &Proposal, section: Section) -> Markup {
    let text = proposal.section(section);
    html! {
        h3 { (page::public_section(section)) }
        @if text.trim().is_empty() { p { (not_stated()) } } @else { (paragraphs(text)) }
        @if section == Section::RelevantDocuments {
            @let links: Vec<&str> = links(text).collect();
            @if !links.is_empty() {
                ul { @for link in links { li { a href=(link) rel="noopener noreferrer" { (link) } } } }
            }
        }
    }
}

/// Returns how much of the current budget a proposal changes. A budget that is there and has no share is nothing, or
/// cannot be read.
fn share(proposal: &Proposal) -> Markup {
    let is_revenue = |year: &ProposalYear| {
        let budget = year.current_budget.value();
        budget.is_some_and(Amount::is_saving)
    };
    let shares = in_each_year(proposal, |_, year| {
        let percent = year.change_percent()?;
        Some(page::budget_changes(percent, is_revenue(year)))
    });
    let mut years = proposal.years.iter();
    let is_stated = years.any(|year| !year.current_budget.is_blank());
    sentences(&shares).unwrap_or_else(|| {
        html! { p { @if is_stated { (page::NO_SHARE) } @else { (page::NO_BUDGET) } } }
    })
}

/// Returns in which prices the amounts are, with what the form calls it.
fn price_level(proposal: &Proposal) -> String {
    match &proposal.price_level {
        Entry::Unreadable(typed) => unreadable(typed),
        level => page::public_price_level(level),
    }
}

/// Returns what is said of each year; where the same is said of years that follow each other, it is said once.
fn in_each_year(
    proposal: &Proposal,
    of: impl Fn(usize, &ProposalYear) -> Option<String>,
) -> Vec<String> {
    let mut said: Vec<(String, usize, usize)> = Vec::new();
    for (index, year) in proposal.years.iter().enumerate() {
        let Some(words) = of(index, year) else {
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

fn sentences(sentences: &[String]) -> Option<Markup> {
    (!sentences.is_empty()).then(|| {
        html! { ul { @for sentence in sentences { li { (sentence) } } } }
    })
}

/// Returns what was typed where a figure belongs.
fn unreadable(typed: &str) -> String {
    format!("»{typed}« {}", page::UNREADABLE)
}

/// Returns the table of a proposal, as the form has it.
fn figures(proposal: &Proposal) -> Markup {
    let caption = page::table_caption(&document::proposal_title(proposal));
    let has_budget = proposal
        .years
        .iter()
        .any(|year| year.budget_after().is_some());
    let rows = html! {
        thead {
            tr {
                th scope="col" { span class="sr-only" { (labels::ROW) } }
                (year_heads(&proposal.first_year))
            }
        }
        tbody {
            @for row in AmountRow::ALL { (amount_row(proposal, row)) }
            tr class="sum" {
                th scope="row" { (labels::NET_CHANGE) }
                @for year in &proposal.years { td class="number" { (amount(year.net_change())) } }
                td class="number row-sum" { (amount(proposal.net_change_total())) }
            }
            @if has_budget {
                tr {
                    th scope="row" { (labels::BUDGET_AFTER) }
                    @for year in &proposal.years {
                        td class="number" { @if let Some(after) = year.budget_after() { (amount(after)) } }
                    }
                    td {}
                }
            }
        }
    };
    let id = format!("{}-beloeb", proposal_anchor(proposal.id));
    figures_table(&id, "figures--published", &caption, &rows)
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
            th scope="row" { (page::public_amount_row(row)) }
            @if is_blank {
                td colspan=(YEARS + 1) { (not_stated()) }
            } @else {
                @for year in &proposal.years { td class="number" { (cell(row.of(year))) } }
                td class="number row-sum" { @if let Some(total) = total { (amount(total)) } }
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
