// What the runnable examples in the documentation start from. A hidden line includes this file as an expression:
// the documents of `src/example`, by municipality and name, and a function for dates.
{
    use raaderum::domain::{
        ActionPlan, Catalogue, CatalogueEntry, Date, Document, Entry, Id, Proposal, Timestamp, Year, proposals_in,
    };
    use std::collections::BTreeMap;

    /// The eight proposals of Lejre Kommune for 2024 to 2027.
    struct Lejre {
        documents: BTreeMap<Id, Document>,
        order: Vec<Id>,
    }

    impl Lejre {
        fn proposals(&self) -> BTreeMap<Id, &Proposal> {
            proposals_in(&self.documents)
        }

        /// Returns the proposal whose heading contains these words.
        fn proposal(&self, words: &str) -> Proposal {
            let found = self.proposals().into_values().find(|proposal| proposal.heading.contains(words));
            found.expect("a proposal of this name").clone()
        }

        fn id(&self, words: &str) -> Id {
            self.proposal(words).id
        }

        /// Returns a catalogue of the eight for 2024, without variants and relations.
        fn catalogue(&self) -> Catalogue {
            let year = Entry::Value(Year::new(2024).expect("a year"));
            Catalogue {
                entries: self.order.iter().map(|&proposal| CatalogueEntry::draft(proposal)).collect(),
                ..Catalogue::blank(Id::random(), Timestamp::UNIX_EPOCH, year)
            }
        }

        fn blank_proposal(&self) -> Proposal {
            let year = Entry::Value(Year::new(2024).expect("a year"));
            Proposal::blank(Id::random(), Timestamp::UNIX_EPOCH, year)
        }
    }

    /// The plans of Slagelse Kommune for 2022 and 2023.
    struct Slagelse(Vec<ActionPlan>);

    impl Slagelse {
        /// Returns the plan for a year of the unit whose name ends with these words.
        fn plan(&self, words: &str, year: i64) -> ActionPlan {
            let mut plans = self.0.iter();
            let found = plans.find(|plan| plan.unit.ends_with(words) && plan.year.value() == Year::new(year));
            found.expect("a plan of this unit").clone()
        }

        /// Returns a plan for 2023 with one empty row.
        fn blank_plan(&self) -> ActionPlan {
            let year = Entry::Value(Year::new(2023).expect("a year"));
            ActionPlan::blank(Id::random(), Timestamp::UNIX_EPOCH, year)
        }
    }

    /// Returns a date; months are counted from 1.
    fn date(year: i32, month: u8, day: u8) -> Date {
        let month = time::Month::try_from(month).expect("a month");
        Date::from_calendar_date(year, month, day).expect("a date")
    }

    let documents = raaderum::example::documents().expect("the examples");
    let is_proposal = |document: &&Document| matches!(document, Document::Proposal(_));
    let order = documents.iter().filter(is_proposal).map(Document::id).collect();
    let plans = documents.iter().filter_map(|document| match document {
        Document::ActionPlan(plan) => Some(plan.clone()),
        _ => None,
    });
    let slagelse = Slagelse(plans.collect());
    let documents = documents.into_iter().map(|document| (document.id(), document)).collect();
    (Lejre { documents, order }, slagelse, date)
}
