//! Everything on the screen that is neither a label of the forms nor a sentence about what was typed.

use super::labels;
use super::messages::{INCOMPLETE, kroner};
use crate::danish::{AmountUnit, print_amount, print_date, print_number};
use crate::domain::{ActionPlan, Amount, Date, Document, Entry, Proposal, Total, Year, limits};

// ---- the frame ----

/// The product's name.
pub const PRODUCT: &str = "Råderum";
/// The title of a page of that name.
#[must_use]
pub fn page_title(name: &str) -> String {
    format!("{name} – {PRODUCT}")
}

/// Where the documents are.
pub const PROMISE: &str = "Alt bliver i denne browser";
/// At the foot of every page.
pub const FOOTER: &str = "Råderum regner og gemmer i din egen browser. Intet sendes videre. Rydder du browserens data, forsvinder dokumenterne; gem dem derfor også som fil med »Eksportér JSON«.";
/// The skip link.
pub const SKIP_TO_CONTENT: &str = "Gå til sidens indhold";
/// The heading of a page that is not there.
pub const NOT_FOUND: &str = "Siden findes ikke";
/// Under it, for a document.
pub const NO_SUCH_DOCUMENT: &str = "Dokumentet findes ikke i denne browser, eller det kan ikke læses. Er det lavet i en anden browser, så eksportér det dér og importér det her.";
/// Under it, for an address.
pub const NO_SUCH_PAGE: &str = "Adressen peger ikke på noget i Råderum.";
/// The way back.
pub const TO_OVERVIEW: &str = "Til oversigten";
/// Takes back what just happened.
pub const UNDO: &str = "Fortryd";
/// Takes something off the screen.
pub const CLOSE: &str = "Luk";
/// Leaves a dialog without doing anything.
pub const CANCEL: &str = "Annullér";

// ---- saving ----

/// All is stored.
pub const SAVED: &str = "Gemt";
/// A change is about to be stored.
pub const SAVING: &str = "Gemmer …";
/// Something is not stored.
pub const NOT_SAVED: &str = "Ikke gemt";
/// Storage is full: what happened.
pub const FULL_HEADING: &str = "Ikke gemt: browserens lager er fuldt.";
/// Storage is full: what to do.
pub const FULL_TEXT: &str = "Du kan skrive videre, men luk ikke siden, før du har eksporteret. Slet derefter dokumenter, du ikke bruger.";
/// Storage is blocked: what happened.
pub const BLOCKED_HEADING: &str = "Gemmer ikke: browseren tillader ikke Råderum at gemme.";
/// Storage is blocked: what to do.
pub const BLOCKED_TEXT: &str = "Det kan skyldes et privat vindue eller en regel på computeren. Du kan skrive, men eksportér, før du lukker siden.";
/// The entry is occupied: what happened.
pub const OCCUPIED_HEADING: &str =
    "Ikke gemt: dokumentets plads i browseren er optaget af noget, der ikke kan læses.";
/// The entry is occupied: what to do.
pub const OCCUPIED_TEXT: &str = "En anden fane eller en nyere Råderum har skrevet der, og det bliver ikke overskrevet. Eksportér dit arbejde, og genindlæs siden.";
/// Hands everything to the user.
pub const EXPORT_EVERYTHING: &str = "Eksportér alt som JSON";
/// Another tab deleted the document that is open.
pub const DELETED_ELSEWHERE: &str =
    "Dokumentet er slettet i en anden fane. Vælg Fortryd, hvis det skal beholdes.";
/// Two tabs changed the same document.
pub const CONFLICT_COPY: &str = "Dokumentet blev ændret i to faner på én gang. Begge udgaver er gemt: den ene ligger i oversigten med »(kopi)« efter navnet.";

// ---- messages about fields ----

/// In front of an error, for a screen reader.
pub const ERROR: &str = "Fejl";
/// In front of advice, for a screen reader.
pub const ADVICE: &str = "Råd";

/// The heading above the errors.
#[must_use]
pub fn error_count(count: usize) -> String {
    match count {
        1 => "1 felt kan ikke læses".to_owned(),
        count => format!("{count} felter kan ikke læses"),
    }
}

/// The heading above the advice.
#[must_use]
pub fn advice_count(count: usize) -> String {
    match count {
        1 => "1 råd at overveje".to_owned(),
        count => format!("{count} råd at overveje"),
    }
}

// ---- the start page ----

/// The heading.
pub const OVERVIEW_HEADING: &str = "Forslag og handleplaner";
/// Under it.
pub const OVERVIEW_LEAD: &str = "Udfyld reduktionsforslag og handleplaner. Tallene regnes ud, mens du skriver, og alt gemmes her i browseren.";
/// When there is nothing.
pub const OVERVIEW_EMPTY: &str = "Her er ingen dokumenter endnu. Lav et nyt, importér en fil, eller åbn eksemplet for at se dig omkring.";
/// Makes a proposal.
pub const NEW_PROPOSAL: &str = "Nyt forslag";
/// Makes a plan.
pub const NEW_PLAN: &str = "Ny handleplan";
/// Takes in files.
pub const IMPORT_JSON: &str = "Importér JSON";
/// Hands over a file.
pub const EXPORT_JSON: &str = "Eksportér JSON";
/// Loads the examples.
pub const OPEN_EXAMPLE: &str = "Åbn eksempel";
/// About dropping files.
pub const DROP_HINT: &str = "Filer kan også slippes her på siden.";
/// The examples could not be loaded.
pub const EXAMPLE_MISSING: &str = "Eksemplet kunne ikke hentes. Er der forbindelse til serveren?";
/// Every example is here already.
pub const EXAMPLE_IS_HERE: &str = "Eksemplerne ligger her allerede.";
/// The heading of the proposals.
pub const PROPOSALS_HEADING: &str = "Reduktionsforslag";
/// The heading of the plans.
pub const PLANS_HEADING: &str = "Handleplaner";
/// A column.
pub const HEADING: &str = "Overskrift";
/// A column and a filter.
pub const DEPARTMENT: &str = "Center";
/// A column and a filter.
pub const KIND: &str = "Type";
/// A column.
pub const PLAN: &str = "Virksomhed / område";
/// A column.
pub const YEAR: &str = "År";
/// A column of buttons.
pub const ACTIONS: &str = "Handlinger";
/// A filter.
pub const SEARCH: &str = "Søg i forslag";
/// No filter.
pub const ALL_DEPARTMENTS: &str = "Alle centre";
/// No filter.
pub const ALL_KINDS: &str = "Alle typer";
/// What the list is sorted by.
pub const ORDER: &str = "Sortér efter";
/// By heading.
pub const ORDER_TITLE: &str = "Overskrift";
/// By center.
pub const ORDER_DEPARTMENT: &str = "Center";
/// By four-year sum.
pub const ORDER_TOTAL: &str = "Største besparelse";
/// By time.
pub const ORDER_CHANGED: &str = "Senest ændret";
/// Some proposals are in no year.
#[must_use]
pub fn without_year(proposals: usize) -> String {
    match proposals {
        1 => "1 forslag uden læsbart budgetår er ikke fordelt på år.".to_owned(),
        proposals => format!(
            "{} forslag uden læsbart budgetår er ikke fordelt på år.",
            count(proposals)
        ),
    }
}

/// The sum of the list.
pub const SUM_OF_FOUND: &str = "Viste forslag i alt";
/// A heading of the entries that cannot be read.
pub const UNREADABLE_HEADING: &str = "Noget i browserens lager kan ikke læses";
/// Under it.
pub const UNREADABLE_TEXT: &str =
    "Det er ladt urørt. Download det, som det er, hvis du vil have det undersøgt.";
/// Hands over an entry.
pub const DOWNLOAD_AS_IS: &str = "Download som den er";
/// Above a table of proposals.
pub const THOUSANDS: &str = "Beløb i hele 1.000 kr. Minus er en besparelse.";
/// Above a table of plans.
pub const KRONER: &str = "Beløb i kr.";

/// A sum of the list.
#[must_use]
pub fn sum_of_found(column: &str) -> String {
    format!("Viste forslag {column}")
}

/// How many proposals match.
#[must_use]
pub fn found(found: usize, all: usize) -> String {
    let (found_text, all_text) = (count(found), count(all));
    match (found, all) {
        (1, 1) => "1 forslag".to_owned(),
        (found, all) if found == all => format!("{all_text} forslag"),
        _ => format!("{found_text} af {all_text} forslag"),
    }
}

/// How many rows are drawn.
#[must_use]
pub fn shown_of(shown: usize) -> String {
    format!("De første {} er vist; summen gælder alle.", count(shown))
}

/// Draws all rows.
#[must_use]
pub fn show_all(all: usize) -> String {
    format!("Vis alle {}", count(all))
}

/// The examples were added.
#[must_use]
pub fn example_opened(documents: usize) -> String {
    format!(
        "Eksemplet er åbnet: {} er lagt i oversigten.",
        documents_counted(documents)
    )
}

fn documents_counted(documents: usize) -> String {
    match documents {
        1 => "1 dokument".to_owned(),
        documents => format!("{} dokumenter", count(documents)),
    }
}

fn count(number: usize) -> String {
    print_number(number.into())
}

// ---- documents ----

/// Prints the page.
pub const PRINT: &str = "Udskriv";
/// Makes a copy.
pub const DUPLICATE: &str = "Duplikér";
/// Deletes.
pub const DELETE: &str = "Slet";
/// The file could not be made.
pub const EXPORT_FAILED: &str = "Filen kunne ikke laves. Browseren tillod det ikke.";
/// In the name of a file with everything.
pub const FILE_NAME_ALL: &str = "alt";

/// What a document is called in a list.
#[must_use]
pub fn title(document: &Document) -> String {
    match document {
        Document::Proposal(proposal) => proposal_title(proposal),
        Document::ActionPlan(plan) => plan_title(plan),
    }
}

/// A document with the name of its form: `Reduktionsforslag: Lukning af …`.
#[must_use]
pub fn titled_kind(document: &Document) -> String {
    format!("{}: {}", labels::form(document.kind()), title(document))
}

/// What a proposal is called.
#[must_use]
pub fn proposal_title(proposal: &Proposal) -> String {
    match proposal.heading.trim() {
        "" => "Forslag uden overskrift".to_owned(),
        heading => heading.to_owned(),
    }
}

/// What a plan is called.
#[must_use]
pub fn plan_title(plan: &ActionPlan) -> String {
    [&plan.unit, &plan.department]
        .into_iter()
        .map(|text| text.trim())
        .find(|text| !text.is_empty())
        .unwrap_or("Handleplan uden navn")
        .to_owned()
}

/// The name of a copy.
#[must_use]
pub fn copy_of(name: &str) -> String {
    format!("{} (kopi)", name.trim_end())
        .trim_start()
        .to_owned()
}

/// A copy was made.
#[must_use]
pub fn duplicated(title: &str) -> String {
    format!("Kopien hedder »{title}«.")
}

/// A document was deleted.
#[must_use]
pub fn deleted(title: &str) -> String {
    format!("»{title}« er slettet.")
}

/// A file was handed over.
#[must_use]
pub fn exported(name: &str) -> String {
    format!("Filen {name} er lavet.")
}

/// The name of an exported file: letters, digits and hyphens only, so that every system takes it.
#[must_use]
pub fn file_name(name: &str, today: Date) -> String {
    let mut plain = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'æ' => plain.push_str("ae"),
            'ø' => plain.push_str("oe"),
            'å' => plain.push_str("aa"),
            letter if letter.is_ascii_alphanumeric() => plain.push(letter),
            _ if plain.ends_with('-') || plain.is_empty() => {}
            _ => plain.push('-'),
        }
    }
    let plain: String = plain.chars().take(50).collect();
    let (year, month, day) = today.to_calendar_date();
    format!(
        "raaderum-{}-{year:04}-{:02}-{day:02}.json",
        plain.trim_end_matches('-'),
        u8::from(month)
    )
}

// ---- taking in files ----

/// The heading of the dialog.
pub const IMPORT_HEADING: &str = "Importér JSON";
/// Nothing was written yet.
pub const IMPORT_NOTHING_YET: &str = "Intet er ændret endnu.";
/// Does it.
pub const IMPORT_APPLY: &str = "Hent ind";
/// The file's document takes the place of the one here.
pub const IMPORT_REPLACE: &str = "Erstat den, der ligger her";
/// The file's document becomes a copy.
pub const IMPORT_KEEP_BOTH: &str = "Behold begge";
/// The file's document is left out.
pub const IMPORT_SKIP: &str = "Spring over";

/// A file was refused.
#[must_use]
pub fn refused(file: &str) -> String {
    format!("{file} blev afvist")
}

/// So many documents are new.
#[must_use]
pub fn import_new(documents: usize) -> String {
    format!("Nye: {}", count(documents))
}

/// So many documents are here and say something else.
#[must_use]
pub fn import_changed(documents: usize) -> String {
    format!("Ændrede: {}", count(documents))
}

/// So many documents are here and say the same.
#[must_use]
pub fn import_same(documents: usize) -> String {
    format!("Uændrede, springes over: {}", count(documents))
}

/// The choice about a changed document.
#[must_use]
pub fn import_choice(title: &str) -> String {
    format!("Hvad skal der ske med »{title}«?")
}

/// The documents were taken in.
#[must_use]
pub fn imported(documents: usize) -> String {
    match documents {
        0 => "Intet er hentet ind.".to_owned(),
        documents => format!("{} er hentet ind.", documents_counted(documents)),
    }
}

// ---- both editors ----

/// The head of the form.
pub const HEAD: &str = "Grundoplysninger";
/// The table of the form.
pub const FIGURES: &str = "Økonomi og personale";
/// The texts of the form.
pub const DESCRIPTION: &str = "Beskrivelse";
/// How the keyboard works in a table.
pub const GRID_HINT: &str = "Enter, ↓ og ↑ skifter række. Ctrl+R gentager cellen mod højre. Celler fra Excel eller Word kan sættes ind. Skriv fx 5,6 mio. eller =12*450.";

/// A block was pasted.
#[must_use]
pub fn pasted(cells: usize, outside: usize, rows_added: usize) -> String {
    let mut text = match cells {
        1 => "1 celle er sat ind".to_owned(),
        cells => format!("{} celler er sat ind", count(cells)),
    };
    match rows_added {
        0 => {}
        1 => text.push_str(", og 1 indsats er tilføjet"),
        rows => text.push_str(&format!(", og {} indsatser er tilføjet", count(rows))),
    }
    text.push('.');
    match outside {
        0 => {}
        1 => text.push_str(" 1 celle lå uden for tabellen og er ikke med."),
        outside => text.push_str(&format!(
            " {} celler lå uden for tabellen og er ikke med.",
            count(outside)
        )),
    }
    text
}

/// A cell was copied to the right.
#[must_use]
pub fn filled_right(cells: usize) -> String {
    match cells {
        1 => "1 celle er udfyldt mod højre.".to_owned(),
        cells => format!("{} celler er udfyldt mod højre.", count(cells)),
    }
}

// ---- the proposal ----

/// What the budget year is called.
pub const FIRST_YEAR: &str = "Budgetår";
/// How the budget year is read.
pub const FIRST_YEAR_HINT: &str = "De tre følgende år er overslagsår.";
/// How budget lines are typed.
pub const APPROPRIATIONS_HINT: &str = "Én bevilling pr. linje, fx 3.20.35 Familiehuset";
/// How kinds are chosen.
pub const KINDS_HINT: &str = "Sæt kryds, gerne flere";
/// The head of the first column.
pub const ROW: &str = "Post";

/// Above the heading: `Reduktionsforslag til Budget 2024-2027`.
#[must_use]
pub fn proposal_kicker(first_year: &Entry<Year>) -> String {
    match first_year.value() {
        Some(_) => format!(
            "Reduktionsforslag til Budget {}",
            labels::all_years(first_year)
        ),
        None => "Reduktionsforslag".to_owned(),
    }
}

/// The four-year sum, for a screen reader.
#[must_use]
pub fn announce_net_change(first_year: &Entry<Year>, total: Total) -> String {
    let years = labels::all_years(first_year);
    match total {
        Total::Complete(amount) => format!(
            "{} {years}: {} tusind kroner",
            labels::NET_CHANGE,
            spoken(amount, AmountUnit::Thousands)
        ),
        Total::Incomplete => format!("{} {years}: {INCOMPLETE}", labels::NET_CHANGE),
    }
}

/// Screen readers skip the sign that is printed.
fn spoken(amount: Amount, unit: AmountUnit) -> String {
    if amount.is_saving() {
        format!("minus {}", print_amount(-amount, unit))
    } else {
        print_amount(amount, unit)
    }
}

// ---- the plan ----

/// Under the year, as on the form.
pub const PLAN_NOTE: &str = "Udarbejdes ved forventet merforbrug på over 100.000 kr.";
/// How dates are typed.
pub const DATE_HINT: &str = "Dato, fx 31.12.2023";
/// How amounts are typed.
pub const KRONER_HINT: &str = "Beløb i kr., fx 1.586.691 eller 26,1 mio.";
/// The heading of the focus areas.
pub const FOCUS_AREAS: &str = "Indsatsområder";
/// A focus area.
pub const FOCUS_AREA: &str = "Indsats";
/// Adds a row.
pub const ADD_FOCUS_AREA: &str = "Tilføj indsats";
/// Moves a row.
pub const MOVE_UP: &str = "Flyt op";
/// Moves a row.
pub const MOVE_DOWN: &str = "Flyt ned";
/// Removes a row.
pub const REMOVE: &str = "Fjern";
/// About the matrix.
pub const MATRIX_HINT: &str = "Beløb i kr. Minus nedbringer merforbruget.";
/// Opens the dialog.
pub const SPREAD: &str = "Fordel beløb";
/// A field of the dialog.
pub const SPREAD_AMOUNT: &str = "Beløb for hele året";
/// How it is typed.
pub const SPREAD_AMOUNT_HINT: &str = "I kr.; minus er en besparelse, fx −1.300.000";
/// What is missing.
pub const SPREAD_NEEDS_AMOUNT: &str = "Skriv det beløb, der skal fordeles.";
/// A field of the dialog.
pub const SPREAD_FROM: &str = "Fra og med";
/// A field of the dialog.
pub const SPREAD_TO: &str = "Til og med";
/// A field of the dialog.
pub const SPREAD_REMAINDER: &str = "Resten efter deling i hele kroner";
/// A choice.
pub const SPREAD_LAST: &str = "I sidste måned";
/// A choice.
pub const SPREAD_FIRST: &str = "I første måned";
/// Does it.
pub const SPREAD_APPLY: &str = "Fordel";
/// A figure of the bar and the list.
pub const BAR_START: &str = "Ved opstart";
/// A figure of the bar and the list.
pub const BAR_EFFECT: &str = "Effekt af indsatser";
/// A figure of the bar and the list.
pub const BAR_FORECAST: &str = "Forventet merforbrug";
/// A row of the forecast.
pub const TOTAL_EFFECT: &str = "Økonomisk effekt af alle indsatser";
/// What the table of the forecast is.
pub const FORECAST_CAPTION: &str = "Forventet merforbrug, beløb i kr.";

/// Above the heading: `Handleplan 2023`.
#[must_use]
pub fn plan_kicker(year: &Entry<Year>) -> String {
    match year.value() {
        Some(year) => format!("Handleplan {}", year.number()),
        None => "Handleplan".to_owned(),
    }
}

/// The heading of the matrix.
#[must_use]
pub fn matrix_heading(year: &Entry<Year>) -> String {
    match year.value() {
        Some(year) => format!("Økonomisk effekt fordelt pr. måned i {}", year.number()),
        None => "Økonomisk effekt fordelt pr. måned".to_owned(),
    }
}

/// The heading of the forecast, dated the last day of the plan's own year.
#[must_use]
pub fn forecast_heading(year: &Entry<Year>) -> String {
    let last_day = year.value().and_then(|year| {
        Date::from_calendar_date(year.number().into(), time::Month::December, 31).ok()
    });
    match last_day {
        Some(day) => format!("Forventet merforbrug pr. {}", print_date(day)),
        None => "Forventet merforbrug".to_owned(),
    }
}

/// The forecast in words.
#[must_use]
pub fn forecast_in_words(forecast: Option<Total>) -> String {
    let Some(forecast) = forecast else {
        return String::new();
    };
    match forecast {
        Total::Incomplete => "Et felt kan ikke læses, så resultatet er ufuldstændigt.".to_owned(),
        Total::Complete(amount) if amount.is_zero() => "Året ventes at ende i nul.".to_owned(),
        Total::Complete(amount) if amount.is_saving() => {
            format!(
                "Året ventes at ende med et mindreforbrug på {}",
                kroner(-amount)
            )
        }
        Total::Complete(amount) => {
            format!(
                "Året ventes at ende med et merforbrug på {}",
                kroner(amount)
            )
        }
    }
}

/// The forecast, for a screen reader.
#[must_use]
pub fn announce_forecast(forecast: Option<Total>) -> String {
    let Some(forecast) = forecast else {
        return String::new();
    };
    match forecast {
        Total::Complete(amount) => format!(
            "{}: {} kroner",
            labels::FORECAST,
            spoken(amount, AmountUnit::Kroner)
        ),
        Total::Incomplete => format!("{}: {INCOMPLETE}", labels::FORECAST),
    }
}

/// No more rows.
#[must_use]
pub fn focus_areas_full() -> String {
    format!(
        "En handleplan kan højst have {} indsatser.",
        limits::FOCUS_AREAS
    )
}

/// A row was removed.
#[must_use]
pub fn focus_area_removed(position: usize, area: &str) -> String {
    match area.trim() {
        "" => format!("{} er fjernet.", labels::focus_area(position)),
        area => format!("{} »{area}« er fjernet.", labels::focus_area(position)),
    }
}

/// Opens the dialog, for a screen reader.
#[must_use]
pub fn spread_label(focus_area: &str) -> String {
    format!("{SPREAD} for {}", focus_area.to_lowercase())
}

/// The heading of the dialog.
#[must_use]
pub fn spread_heading(focus_area: &str) -> String {
    format!("Fordel et beløb på månederne: {focus_area}")
}

/// What the months will hold.
#[must_use]
pub fn spread_preview(months: usize, each: &str, rest: &str, rest_month: &str) -> String {
    if months == 1 {
        format!("{rest} i {rest_month}. Det, der står i de måneder nu, erstattes.")
    } else if each == rest {
        format!("{months} × {each} Det, der står i de måneder nu, erstattes.")
    } else {
        format!(
            "{} × {each} og {rest} i {rest_month}. Det, der står i de måneder nu, erstattes.",
            months - 1
        )
    }
}

/// The amount was spread.
#[must_use]
pub fn spread_done(position: usize) -> String {
    format!(
        "Beløbet er fordelt på månederne i {}.",
        labels::focus_area(position).to_lowercase()
    )
}
