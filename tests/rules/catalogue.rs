//! Catalogues: which of the chosen proposals count, what they add up to, and what is missing to the targets.

use std::collections::BTreeMap;

use raaderum::danish::print_number;
use raaderum::domain::{
    Catalogue, CatalogueField, Combination, Id, ListSum, PositionTotal, Proposal, ProposalStatus,
    Relation, RelationKind, Total, VariantGroup, YEARS, Year, combine, largest_choice, not_counted,
};
use raaderum::draft::{Form, PROPOSAL_UNIT};
use raaderum::text::{labels, messages, sums};

use super::support::{self, catalogue_of, missing, numbered};
use super::{Given, Subject, field_called, proposal, shown_if_any, shown_total, unknown, whole};

/// A catalogue with its proposals, and what is chosen of them, by their numbers.
#[derive(Clone)]
pub struct Choice {
    catalogue: Catalogue,
    /// In the catalogue's order: the first has number 1.
    proposals: Vec<Proposal>,
    chosen: Vec<Id>,
    is_list: bool,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            catalogue: catalogue_of(&[]),
            proposals: Vec::new(),
            chosen: Vec::new(),
            is_list: false,
        }
    }
}

impl Choice {
    fn by_id(&self) -> BTreeMap<Id, &Proposal> {
        self.proposals.iter().map(|one| (one.id, one)).collect()
    }

    fn id(&self, number: &str) -> Result<Id, String> {
        let place = whole(number)?.checked_sub(1);
        let found = place.and_then(|place| self.proposals.get(place));
        found
            .map(|one| one.id)
            .ok_or_else(|| format!("der er intet forslag {number}"))
    }

    fn ids(&self, numbers: &str) -> Result<Vec<Id>, String> {
        let numbers = numbers
            .split(',')
            .map(str::trim)
            .filter(|number| !number.is_empty());
        numbers.map(|number| self.id(number)).collect()
    }

    fn number(&self, of: Id) -> String {
        let place = self.proposals.iter().position(|one| one.id == of);
        place.map_or_else(|| "?".to_owned(), |place| (place + 1).to_string())
    }

    fn numbers<'a>(&self, ids: impl IntoIterator<Item = &'a Id>) -> String {
        let mut numbers: Vec<String> = ids.into_iter().map(|&id| self.number(id)).collect();
        numbers.sort_by_key(|number| number.parse::<usize>().ok());
        numbers.join(", ")
    }

    /// Takes in what a table says of the catalogue: a proposal, variants, a relation, or an example whole.
    pub fn take_given(
        &mut self,
        kind: &str,
        cell: &str,
        rest: &[(&str, &str)],
    ) -> Result<(), String> {
        match kind {
            "Råderumskatalog" => {
                let (proposals, catalogue) = match cell {
                    "Lejre" => (support::proposals(), catalogue_of(&support::proposals())),
                    _ => return Err(format!("intet eksempel hedder »{cell}«")),
                };
                (self.proposals, self.catalogue) = (proposals, catalogue);
                for (column, cell) in rest {
                    self.take(column, cell)?;
                }
            }
            "Nr." => self.add(cell, rest)?,
            "Varianter" => self.catalogue.variant_groups.push(VariantGroup {
                id: Id::random(),
                name: String::new(),
                proposals: self.ids(cell)?,
            }),
            _ => self.relate(cell, rest)?,
        }
        Ok(())
    }

    fn add(&mut self, number: &str, fields: &[(&str, &str)]) -> Result<(), String> {
        if whole(number)? != self.proposals.len() + 1 {
            return Err(format!("forslag {number} står ikke i rækkefølge"));
        }
        let mut filled = proposal::start(&Given::default(), "nyt")?;
        filled.0.id = numbered(100 + u32::try_from(self.proposals.len()).expect("a number"));
        filled.0.heading = format!("Forslag {number}");
        let mut status = ProposalStatus::Draft;
        for (column, cell) in fields {
            if *column == labels::STATUS {
                let mut all = ProposalStatus::ALL.into_iter();
                let found = all.find(|status| labels::status(*status) == *cell);
                status = found.ok_or_else(|| format!("»{cell}« er ingen status"))?;
            } else {
                filled.take(column, cell)?;
            }
        }
        let [mut entry] =
            <[_; 1]>::try_from(catalogue_of(&[filled.0.clone()]).entries).expect("one proposal");
        entry.status = status;
        self.catalogue.entries.push(entry);
        self.proposals.push(filled.0);
        Ok(())
    }

    fn relate(&mut self, from: &str, rest: &[(&str, &str)]) -> Result<(), String> {
        let [
            ("Sammenhæng", kind),
            ("Andet forslag nr.", to),
            overlaps @ ..,
        ] = rest
        else {
            return Err(
                "kolonnerne er »Forslag nr.«, »Sammenhæng« og »Andet forslag nr.«".to_owned(),
            );
        };
        let mut all = RelationKind::ALL.into_iter();
        let found = all.find(|one| labels::relation(*one) == *kind);
        let found = found.ok_or_else(|| format!("»{kind}« er ingen sammenhæng"))?;
        let id = Id::random();
        let relation = Relation::new(id, found, self.id(from)?, self.id(to)?);
        self.catalogue.relations.push(relation);
        for (column, cell) in overlaps {
            let index = self.year(column, "Overlap")?;
            self.catalogue
                .enter(CatalogueField::Weakening(id, index), cell);
        }
        Ok(())
    }

    /// The place of the year in a column's name, behind these words.
    fn year(&self, column: &str, words: &str) -> Result<usize, String> {
        let is_it = |index: &usize| {
            let year = labels::year_column(&self.catalogue.first_year, *index);
            column == format!("{words} {year}")
        };
        (0..YEARS).find(is_it).ok_or_else(|| unknown(column))
    }

    /// Returns the same with what the first cell of a row says is chosen, or shown on the list.
    pub fn with_choice(mut self, kind: &str, cell: &str) -> Result<Self, String> {
        self.is_list = kind == "På listen";
        self.chosen = match cell {
            "alle" => self.proposals.iter().map(|one| one.id).collect(),
            "det, der sparer mest" => largest_choice(&self.catalogue, &self.by_id()).proposals,
            numbers => self.ids(numbers)?,
        };
        Ok(self)
    }

    fn sums(&self) -> Combination {
        combine(&self.catalogue, &self.by_id(), &self.chosen)
    }

    /// What the list of the start page adds up to, when it shows what is chosen.
    fn of_list(&self) -> ListSum {
        let shown: BTreeMap<Id, &Proposal> = self
            .by_id()
            .into_iter()
            .filter(|(id, _)| self.chosen.contains(id))
            .collect();
        ListSum::of(not_counted(&[&self.catalogue], &shown), &shown)
    }

    fn answer_of_list(&self, column: &str) -> Result<String, String> {
        let sum = self.of_list();
        Ok(match column {
            "Sum" => shown_total(sum.total, PROPOSAL_UNIT),
            "Ikke talt med" => self.numbers(&sum.not_counted),
            "Uden beløb" => sum.without_amount.to_string(),
            "Uden årstal" => sum.without_year.to_string(),
            _ => {
                let year = column
                    .strip_prefix("Sum ")
                    .and_then(|year| year.parse().ok());
                let year = year.and_then(Year::new).ok_or_else(|| unknown(column))?;
                shown_if_any(sum.years.get(&year).copied(), PROPOSAL_UNIT)
            }
        })
    }
}

impl Subject for Choice {
    fn take(&mut self, column: &str, cell: &str) -> Result<(), String> {
        let field = field_called(&self.catalogue, column, labels::catalogue_field);
        self.catalogue
            .enter(field.ok_or_else(|| unknown(column))?, cell);
        Ok(())
    }

    fn answer(&mut self, column: &str) -> Result<String, String> {
        if self.is_list {
            return self.answer_of_list(column);
        }
        let sums = self.sums();
        let total = |total: Total| shown_total(total, PROPOSAL_UNIT);
        let name = |id| format!("Forslag {}", self.number(id));
        match column {
            "Tæller med" => return Ok(self.numbers(&sums.counted)),
            "Tæller ikke med" => {
                let told = sums.not_counted.iter().flat_map(|one| {
                    let reasons = one.reasons.iter().map(|&reason| {
                        let told = sums::not_counted_reason(&self.catalogue, reason, &name);
                        format!("{}: {told}", self.number(one.proposal))
                    });
                    reasons.collect::<Vec<_>>()
                });
                return Ok(told.collect::<Vec<_>>().join("\n"));
            }
            "Overlap uden beløb" => {
                let weakenings = sums.weakenings.iter();
                let unknown = weakenings.filter(|weakening| weakening.amounts.is_none());
                return Ok(unknown.count().to_string());
            }
            "Med et andet budgetår" => return Ok(self.numbers(&sums.other_years)),
            "Kan ikke afgøres for" => {
                let largest = largest_choice(&self.catalogue, &self.by_id());
                return Ok(self.numbers(&largest.unproven));
            }
            "Ændringsforslag i alt, alle år" => return Ok(total(sums.net_change_total())),
            _ => {}
        }
        for (index, year) in sums.years.iter().enumerate() {
            let of_year = |words: &str| self.year(column, words) == Ok(index);
            let shown = if of_year(labels::NET_CHANGE) {
                total(year.net_change)
            } else if of_year("Estimeret gevinst") {
                total(year.estimated_gain)
            } else if of_year("Investeringsbehov") {
                total(year.investment_need)
            } else if of_year("Overlap") {
                total(year.weakening)
            } else if of_year("Mangler i") {
                shown_if_any(missing(year), PROPOSAL_UNIT)
            } else if of_year("Måltallet for") {
                sums::against_target(year)
            } else if of_year("Årsværk") {
                match year.full_time_equivalents {
                    None => String::new(),
                    Some(PositionTotal::Incomplete) => messages::INCOMPLETE.to_owned(),
                    Some(PositionTotal::Complete(positions)) => print_number(positions),
                }
            } else {
                continue;
            };
            return Ok(shown);
        }
        Err(unknown(column))
    }
}
