use super::{Advice, AdviceReason, Checked};
use crate::domain::{Amount, Catalogue, CatalogueField, Dismissal};

/// What stands in the way of a catalogue's sums is said beside them. A catalogue keeps nothing that was dismissed.
impl Checked for Catalogue {
    fn advice(&self) -> Vec<Advice<CatalogueField>> {
        let is_cost = |amount: &Amount| *amount > Amount::ZERO;
        let costs: Vec<(usize, Amount)> = self
            .targets
            .iter()
            .enumerate()
            .filter_map(|(year, target)| Some((year, target.value().filter(is_cost)?)))
            .collect();
        let first = costs.first().map(|(year, _)| *year);
        let amounts = costs.into_iter().map(|(_, amount)| amount).collect();
        first
            .map(|year| {
                Advice::new(
                    CatalogueField::Target(year),
                    AdviceReason::TargetIsPositive(amounts),
                )
            })
            .into_iter()
            .collect()
    }

    fn dismissed(&self) -> &[Dismissal] {
        &[]
    }

    fn dismissed_mut(&mut self) -> Option<&mut Vec<Dismissal>> {
        None
    }
}
