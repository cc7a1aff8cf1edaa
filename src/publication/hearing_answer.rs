//! What somebody answers in a hearing, as the plain text that is mailed or handed in. Whoever receives it need not have Råderum.

use super::PublishedEdition;
use super::content_code::content_code;
use super::package::SharedPackage;
use super::sentences::{proposal_name, why_not};
use crate::domain::{Combination, Date, Id, TimeOfDay, combine};
use crate::text::catalogue::{names, packages};
use crate::text::publication::{hearing_answer, page};
use crate::text::{labels, sums};

/// What somebody answers in a hearing about a catalogue. Every part can be blank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HearingAnswer {
    /// Who answers, in one line.
    pub sender: String,
    /// What is said of the catalogue as a whole.
    pub general: String,
    /// What is said of single proposals.
    pub comments: Vec<Comment>,
    /// The choice of whoever answers.
    pub package: Option<SharedPackage>,
}

/// What is said of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The proposal.
    pub proposal: Id,
    /// What the proposal was called when this was written. It counts where the catalogue has the proposal no more.
    pub title: String,
    /// What is said.
    pub text: String,
}

/// Returns the text of a hearing answer to a file, which was published at a time of day where that is known, written on
/// a day. It names the file as its page does. Comments stand in the catalogue's order; those about proposals that it
/// does not have come last, under what those were called. Lines end in a line feed.
#[must_use]
pub fn hearing_answer(
    edition: PublishedEdition<'_>,
    published_at: Option<TimeOfDay>,
    answer: &HearingAnswer,
    today: Date,
) -> String {
    let mut blocks = vec![
        hearing_answer::HEARING_ANSWER.to_owned(),
        head(edition, published_at, answer, today),
    ];
    blocks.extend(section(
        hearing_answer::GENERAL_REMARK,
        [whole_lines(&answer.general)],
    ));
    let (here, elsewhere) = comments(edition, &answer.comments);
    blocks.extend(section(hearing_answer::REMARKS, here));
    blocks.extend(section(hearing_answer::REMARKS_ELSEWHERE, elsewhere));
    let package = answer.package.as_ref();
    let package = package.filter(|package| !package.proposals.is_empty());
    blocks.extend(package.map(|package| choice(edition, package)));
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

/// Returns the head of an answer: what it answers, when it was written, and by whom.
fn head(
    edition: PublishedEdition<'_>,
    published_at: Option<TimeOfDay>,
    answer: &HearingAnswer,
    today: Date,
) -> String {
    let catalogue = edition.catalogue;
    let code = content_code(catalogue, edition.proposals);
    let lines = [
        Some(page::published_title(catalogue)),
        Some(catalogue.municipality.clone()),
        catalogue
            .edition
            .map(|of| names::edition_label(of, published_at, &code)),
        page::hearing(&catalogue.hearing_from, &catalogue.hearing_to),
        Some(hearing_answer::written_on(today)),
        Some(one_line(&answer.sender))
            .filter(|sender| !sender.is_empty())
            .map(|sender| hearing_answer::sent_by(&sender)),
    ];
    let lines = lines.into_iter().flatten().map(|line| one_line(&line));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Returns the blocks under a heading, without those that are blank; nothing where all are.
fn section(heading: &str, blocks: impl IntoIterator<Item = String>) -> Option<String> {
    let blocks = blocks.into_iter().filter(|block| !block.is_empty());
    let blocks: Vec<String> = blocks.collect();
    (!blocks.is_empty()).then(|| format!("{heading}\n\n{}", blocks.join("\n\n")))
}

/// Remarks under the names of their proposals: those that the catalogue has, in its order, and the others.
fn comments(edition: PublishedEdition<'_>, comments: &[Comment]) -> (Vec<String>, Vec<String>) {
    let said = comments.iter().filter_map(|comment| {
        let text = whole_lines(&comment.text);
        (!text.is_empty()).then_some((comment, text))
    });
    let mut said: Vec<(&Comment, String)> = said.collect();
    let number = |comment: &Comment| edition.catalogue.number(comment.proposal);
    // As they were written, where several are about the same.
    said.sort_by_key(|(comment, _)| number(comment));
    let said = said.into_iter().map(|(comment, text)| {
        let is_here = number(comment).is_some();
        let name = if is_here {
            proposal_name(edition.catalogue, edition.proposals, comment.proposal)
        } else {
            hearing_answer::proposal_elsewhere(&one_line(&comment.title), comment.proposal)
        };
        (is_here, format!("{}\n{text}", one_line(&name)))
    });
    let (here, elsewhere): (Vec<_>, Vec<_>) = said.partition(|(is_here, _)| *is_here);
    let texts = |said: Vec<(bool, String)>| said.into_iter().map(|(_, text)| text).collect();
    (texts(here), texts(elsewhere))
}

/// Returns the choice: each proposal, with what stands in its way, and the sums beside the targets.
fn choice(edition: PublishedEdition<'_>, package: &SharedPackage) -> String {
    let catalogue = edition.catalogue;
    let name = |id| one_line(&proposal_name(catalogue, edition.proposals, id));
    let combination = combine(catalogue, edition.proposals, &package.proposals);
    let proposals = package.proposals.iter().map(|&id| {
        let mut not_counted = combination.not_counted.iter();
        match not_counted.find(|one| one.proposal == id) {
            None => format!("- {}", name(id)),
            Some(not_counted) => format!(
                "- {}: {} {}",
                name(id),
                packages::NOT_COUNTED_HERE,
                why_not(catalogue, not_counted, &name)
            ),
        }
    });
    let proposals: Vec<String> = proposals.collect();
    let counts = packages::package_counts(combination.counted.len(), package.proposals.len());
    let mut blocks = vec![
        hearing_answer::chosen_package(&one_line(&package.name)),
        format!("{counts}\n{}", proposals.join("\n")),
        sums(edition, &combination),
    ];
    let notes = sums::about_sum(&combination, &name, false);
    blocks.extend((!notes.is_empty()).then(|| notes.join("\n")));
    blocks.join("\n\n")
}

/// Returns the sums of a choice, a line for each year and one for all of them.
fn sums(edition: PublishedEdition<'_>, combination: &Combination) -> String {
    let catalogue = edition.catalogue;
    let all = sums::figure_of(
        &labels::all_years(&catalogue.first_year),
        &sums::total_words(combination.net_change_total()),
    );
    let mut lines = vec![format!("{}:", labels::NET_CHANGE)];
    lines.extend(hearing_answer::years_in_words(
        catalogue,
        &combination.years,
    ));
    lines.push(all);
    lines.join("\n")
}

/// Returns a text as one line: what stands in a heading or a list is never more.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// Returns a text with its lines as they were written, whatever ends them, and nothing around it.
fn whole_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}
