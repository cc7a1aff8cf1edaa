//! What readers of a published page can do with it.

use crate::danish::print_number;
use crate::domain::{Catalogue, Combination};
use crate::text::page;

// ---- the list ----

/// The list can be searched, and chosen from.
pub const LIST_HINT: &str = "Søg, sortér og sæt kryds ved de forslag, du selv ville vælge. Under listen kan du se, hvad dit valg giver tilsammen.";
/// What the list is grouped by.
pub const GROUP: &str = "Gruppér efter";
/// Not at all.
pub const GROUP_NONE: &str = "Ingen grupper";
/// By status.
pub const GROUP_STATUS: &str = "Status";
/// By what the change is about.
pub const GROUP_KIND: &str = "Hvad ændringen vedrører";
/// Leads to the text of a proposal.
pub const READ: &str = "Læs forslaget";
/// Nothing matches.
pub const NONE_FOUND: &str = "Ingen forslag passer til søgningen.";
/// Before what choosing a proposal leads to.
pub const CHOICE_LEADS_TO: &str = "Konsekvenser ved forslaget";

/// What a proposal does to the budget, its center, and how far it is: `Sparer 2,4 mio. kr. i 2024-2027. CJS. I høring.`
#[must_use]
pub fn about_proposal(effect: &str, department: &str, status: &str) -> String {
    let parts = [effect, department, status];
    let parts = parts.map(|part| part.trim().trim_end_matches('.'));
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    format!("{}.", parts.join(" · "))
}

/// The name of a group, and how many of its proposals are shown.
#[must_use]
pub fn group(name: &str, proposals: usize) -> String {
    format!("{name} ({})", count(proposals))
}

// ---- the reader's own package ----

/// The heading.
pub const TRY_YOURSELF: &str = "Prøv selv: din pakke";
/// What it is.
pub const TRY_TEXT: &str = "Vælg forslag i listen, og se her, om de når måltallet. Dit valg gemmes kun i din egen browser. Ingen andre kan se det, og siden sender intet.";
/// While nothing is chosen.
pub const NOTHING_CHOSEN: &str = "Du har ikke valgt nogen forslag endnu.";
/// A figure of the reader's package.
pub const OWN_PACKAGE: &str = "Din pakke";
/// Its name.
pub const OWN_NAME: &str = "Navn på din pakke";
/// Why it has a name.
pub const OWN_NAME_HINT: &str = "Højst 200 tegn. Navnet følger med, når du deler pakken.";
/// What is chosen, and what it leads to.
pub const CHOSEN: &str = "Det har du valgt";
/// Takes a proposal out of the package.
pub const TAKE_OUT: &str = "Fjern";
/// Takes all proposals out of the package.
pub const BEGIN_AGAIN: &str = "Fjern alle";
/// All proposals were taken out.
pub const ALL_TAKEN_OUT: &str = "Alle forslag er fjernet fra din pakke.";
/// The package took the place of another.
pub const PACKAGE_REPLACED: &str = "Dit valg er skiftet ud.";
/// Leads to the package.
pub const SEE_PACKAGE: &str = "Se din pakke";
/// Prints the package.
pub const PRINT_PACKAGE: &str = "Udskriv din pakke";
/// What was kept at an earlier visit is something else.
pub const KEPT_UNREADABLE: &str = "Dit tidligere valg kan ikke læses her. Det er lagt til side i browseren, og du kan vælge på ny.";
/// A package that came is the reader's own.
pub const SAME_PACKAGE: &str = "Pakken er den samme som din.";
/// The heading of a package that was received.
pub const RECEIVED_HEADING: &str = "Du har fået en pakke";
/// What was chosen cannot be kept.
pub const NOT_KEPT: &str = "Din browser gemmer ikke noget for denne side. Dit valg og det, du skriver, forsvinder, når du lukker den: del eller gem det, før du lukker.";

/// What was just chosen, or taken out, why it does not count, and where that leads.
#[must_use]
pub fn chosen(
    name: &str,
    is_chosen: bool,
    why_not: Option<&str>,
    catalogue: &Catalogue,
    sums: &Combination,
) -> String {
    let verb = if is_chosen { "Valgt" } else { "Fjernet" };
    let targets = page::against_targets(catalogue, &sums.years);
    let rest = if targets.is_empty() {
        page::package_counts(sums.counted.len(), sums.counted.len() + sums.left_out.len())
    } else {
        ended(&targets.join(", "))
    };
    match why_not {
        None => format!("{verb}: {} {rest}", ended(name)),
        Some(why) => format!(
            "{verb}: {} {} {why} {rest}",
            ended(name),
            page::NOT_COUNTED_HERE
        ),
    }
}

/// What does not count any more because of something else.
#[must_use]
pub fn count_no_longer(names: &[String]) -> String {
    format!("Tæller ikke længere med: {}.", names.join("; "))
}

/// On paper, above a reader's package: whose it is.
#[must_use]
pub fn whose_package(catalogue: &Catalogue) -> String {
    let of = match catalogue.municipality.trim() {
        "" => page::catalogue_title(catalogue),
        municipality => format!("{}, {municipality}", page::catalogue_title(catalogue)),
    };
    format!("En læsers eget valg mellem forslagene i {of}. Pakken er ikke kommunens.")
}

/// The package in a line: `Din pakke: 3 forslag. 2024: mangler 917.000 kr.`
#[must_use]
pub fn package_line(catalogue: &Catalogue, sums: &Combination) -> String {
    let counts = page::package_counts(sums.counted.len(), sums.counted.len() + sums.left_out.len());
    let targets = page::against_targets(catalogue, &sums.years);
    let targets = if targets.is_empty() {
        page::effect(
            &crate::text::labels::all_years(&catalogue.first_year),
            sums.net_change_total(),
        )
    } else {
        ended(&targets.join(", "))
    };
    format!("{OWN_PACKAGE}: {counts} {targets}")
}

// ---- sharing ----

/// The heading.
pub const SHARE_PACKAGE: &str = "Del din pakke";
/// What a link holds.
pub const SHARE_TEXT: &str = "Linket indeholder navnet og de forslag, du har valgt, og ikke andet. Den, der åbner det, ser din pakke og kan ændre sin egen kopi.";
/// What a link of a file on a disk is good for.
pub const SHARE_LOCAL: &str = "Siden er åbnet fra en fil på din egen computer, så linket virker kun her. Skal andre se pakken, så send dem filen med pakken, eller åbn siden på kommunens hjemmeside først.";
/// The field with the link.
pub const PACKAGE_LINK: &str = "Link til din pakke";
/// Copies it.
pub const COPY_LINK: &str = "Kopiér link";
/// It was copied.
pub const COPIED: &str = "Kopieret.";
/// It could not be copied.
pub const NOT_COPIED: &str = "Browseren vil ikke kopiere. Teksten er markeret: tryk Ctrl+C, eller hold fingeren på den og vælg kopiér.";
/// Hands over the package as a file.
pub const SAVE_PACKAGE: &str = "Gem pakken som fil";
/// Takes in a package from a file.
pub const OPEN_PACKAGE: &str = "Åbn en pakke fra en fil";
/// The name of such a file, before its ending.
pub const PACKAGE_FILE: &str = "pakke";
/// The file cannot be read.
pub const FILE_NOT_READ: &str = "Filen kan ikke læses. Prøv at vælge den igen.";

/// A package came by a link or from a file.
#[must_use]
pub fn received(name: &str, proposals: usize) -> String {
    match name.trim() {
        "" => format!(
            "Du har fået en pakke med {}.",
            proposals_in_words(proposals)
        ),
        name => format!(
            "Du har fået pakken »{name}« med {}.",
            proposals_in_words(proposals)
        ),
    }
}

/// What became of the reader's own.
pub const OWN_UNTOUCHED: &str = "Dit eget valg er urørt. Nedenfor kan du se de to side om side.";
/// Takes it over.
pub const TAKE_OVER: &str = "Brug den i stedet for mit valg";
/// Leaves it.
pub const LEAVE_RECEIVED: &str = "Luk den igen";
/// It was taken over at once, since nothing was chosen.
#[must_use]
pub fn taken_over(name: &str, proposals: usize) -> String {
    format!(
        "{} Den er nu dit valg; du kan ændre den, som du vil.",
        received(name, proposals)
    )
}
/// What a received package is called beside others.
#[must_use]
pub fn received_title(name: &str) -> String {
    match name.trim() {
        "" => "Modtaget".to_owned(),
        name => format!("Modtaget: {name}"),
    }
}
/// What the reader's package is called beside others.
#[must_use]
pub fn own_title(name: &str) -> String {
    match name.trim() {
        "" => OWN_PACKAGE.to_owned(),
        name => format!("{OWN_PACKAGE}: {name}"),
    }
}
/// Begins with one of them.
pub const BEGIN_WITH: &str = "Begynd med denne";
/// The packages that the catalogue has.
pub const PUBLISHED_PACKAGES: &str = "Pakker i kataloget";

// ---- the hearing answer ----

/// What is done with it.
pub const HEARING_TEXT: &str = "Skriv her, hvad du mener. Siden sætter det op som en tekst, du kan kopiere eller gemme og selv sende til kommunen. Siden sender intet, og teksten gemmes kun i din egen browser.";
/// Who writes.
pub const SENDER: &str = "Dit navn (må være tomt)";
/// The heading.
pub const WRITE_ANSWER: &str = "Skriv et høringssvar";
/// About the catalogue as a whole.
pub const ABOUT_WHOLE: &str = "Om budgettet som helhed";
/// Adds a remark to a proposal.
pub const REMARK_TO: &str = "Skriv om et bestemt forslag";
/// Adds it.
pub const ADD_REMARK: &str = "Tilføj";
/// Before a proposal is chosen.
pub const CHOOSE_REMARK: &str = "Vælg et forslag";
/// Takes a remark away.
pub const REMOVE_REMARK: &str = "Fjern";
/// A remark was removed.
pub const REMARK_REMOVED: &str = "Bemærkningen er fjernet.";
/// Whether the package goes with the answer.
pub const WITH_PACKAGE: &str = "Tag din pakke med i svaret";
/// The text as it becomes.
pub const ANSWER_TEXT: &str = "Dit høringssvar";
/// Copies it.
pub const COPY_ANSWER: &str = "Kopiér teksten";
/// Hands it over.
pub const SAVE_ANSWER: &str = "Gem som tekstfil";
/// The name of the file.
pub const ANSWER_FILE: &str = "hoeringssvar.txt";

// ---- editions ----

/// The heading.
pub const COMPARE_EDITIONS: &str = "Sammenlign med en anden udgave";
/// How.
pub const COMPARE_TEXT: &str = "Vælg filen med en anden udgave af dette katalog. Filen bliver på din computer. Så kan du se, hvilke forslag der er nye, ændrede eller trukket tilbage.";
/// Chooses the file.
pub const CHOOSE_EDITION: &str = "Fil med en anden udgave";
/// The file holds no published catalogue.
pub const NO_EDITION: &str = "Filen er ikke et udgivet råderumskatalog. Vælg den fil, som kommunen udgav (den ender på .html), eller kataloget som JSON.";
/// It is another catalogue.
pub const OTHER_CATALOGUE: &str =
    "Filen er et andet råderumskatalog end dette. Vælg en anden udgave af det samme katalog.";
/// Both say the same.
pub const SAME_EDITION: &str = "De to udgaver siger det samme.";
/// The unit of the amounts in a comparison.
pub const COMPARED_UNIT: &str = "Beløb er i hele 1.000 kr.";
/// Nothing was chosen to write about.
pub const CHOOSE_REMARK_FIRST: &str = "Vælg først et forslag i listen.";
/// One of two editions with the same number: that of this page, and that of the file.
#[must_use]
pub fn told_apart(edition: &str, is_here: bool) -> String {
    match is_here {
        true => format!("{edition} (denne side)"),
        false => format!("{edition} (filen)"),
    }
}
/// Which is compared with which.
#[must_use]
pub fn compared_editions(then: &str, today: &str) -> String {
    format!("Fra {then} til {today}")
}
/// What a comparison found: how many proposals are new, changed and withdrawn, and whether the catalogue itself is changed.
#[must_use]
pub fn told_editions(new: usize, changed: usize, withdrawn: usize, is_catalogue: bool) -> String {
    if (new, changed, withdrawn) == (0, 0, 0) {
        return match is_catalogue {
            true => "Forslagene er de samme. Selve kataloget er ændret.".to_owned(),
            false => SAME_EDITION.to_owned(),
        };
    }
    let some = |number: usize, one: &str, more: &str| match number {
        0 => format!("ingen {more}"),
        1 => format!("1 {one}"),
        number => format!("{} {more}", count(number)),
    };
    let proposals = format!(
        "Forslag: {}, {} og {}.",
        some(new, "nyt", "nye"),
        some(changed, "ændret", "ændrede"),
        some(withdrawn, "trukket tilbage", "trukket tilbage"),
    );
    match is_catalogue {
        true => format!("{proposals} Selve kataloget er også ændret."),
        false => proposals,
    }
}
/// The catalogue of the editor beside an edition.
pub const AS_IT_IS_NOW: &str = "kataloget, som det ville blive udgivet nu";
/// An edition without number.
pub const NO_NUMBER: &str = "en fil uden udgave";
/// A column: what the earlier edition says.
pub const BEFORE: &str = "Før";
/// A column: what the later edition says.
pub const AFTER: &str = "Efter";
/// Proposals that are new.
pub const NEW_PROPOSALS: &str = "Nye forslag";
/// Proposals that are gone.
pub const WITHDRAWN_PROPOSALS: &str = "Trukket tilbage";
/// Proposals that say something else.
pub const CHANGED_PROPOSALS: &str = "Ændrede forslag";
/// What the catalogue itself says otherwise.
pub const CHANGED_CATALOGUE: &str = "Ændret i selve kataloget";

// ---- open data ----

/// The heading.
pub const OPEN_DATA: &str = "Gem tallene";
/// What they are.
pub const OPEN_DATA_TEXT: &str = "Forslagene og deres beløb som filer, der kan åbnes i et regneark (CSV) eller læses af et program (JSON). Beløb er i kroner. datapackage.json beskriver kolonnerne.";

/// A button that hands over a file.
#[must_use]
pub fn fetch_file(name: &str) -> String {
    format!("Gem {name}")
}

/// A sentence with its point; an abbreviation at the end has it already.
fn ended(sentence: &str) -> String {
    format!("{}.", sentence.trim_end_matches('.'))
}

fn proposals_in_words(proposals: usize) -> String {
    match proposals {
        1 => "1 forslag".to_owned(),
        proposals => format!("{} forslag", count(proposals)),
    }
}

fn count(number: usize) -> String {
    print_number(number.into())
}
