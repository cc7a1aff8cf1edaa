//! The page of an action plan.

use super::{count, sign_hint, spoken};
use crate::danish::{AmountUnit, Signs, print_date, print_number};
use crate::domain::{
    Amount, CloseError, Date, Entry, Month, Needed, PLAN_REQUIRED_ABOVE, ProposalSource,
    SpreadError, Total, Year, limits,
};
use crate::draft::SpreadRefusal;
use crate::text::messages::{INCOMPLETE, example_date, kroner};
use crate::text::{labels, meaning};

pub const PLAN_NOTE: &str = "Udarbejdes ved forventet merforbrug på over 100.000 kr.";
pub const PLAN_CSV: &str = "Gem som CSV";
/// How dates are typed, with an example in a year.
#[must_use]
pub fn date_hint(year: i32) -> String {
    format!("Dato, fx {}", example_date(year))
}
pub const FOCUS_AREAS: &str = "Indsatsområder";
pub const FOCUS_AREA: &str = "Indsats";
pub const ADD_FOCUS_AREA: &str = "Tilføj indsats";
pub const MOVE_UP: &str = "Flyt op";
pub const MOVE_DOWN: &str = "Flyt ned";
pub const REMOVE: &str = "Fjern";
pub const SPREAD: &str = "Fordel beløb";
pub const SPREAD_AMOUNT: &str = "Beløb, der skal fordeles";
/// How it is typed.
#[must_use]
pub fn spread_amount_hint(signs: Signs) -> &'static str {
    match signs {
        Signs::MinusSaves => "I kr.; minus er en besparelse, fx −1.300.000",
        Signs::PlusSaves => "I kr.; plus er en besparelse, fx 1.300.000",
        Signs::Words => "I kr., fx sparer 1.300.000",
        Signs::RowDecides => "I kr. og uden fortegn, når der spares, fx 1.300.000",
    }
}
pub const SPREAD_NEEDS_AMOUNT: &str = "Skriv det beløb, der skal fordeles.";
pub const SPREAD_FROM: &str = "Fra og med";
pub const SPREAD_TO: &str = "Til og med";
pub const SPREAD_REMAINDER: &str = "Resten efter deling i hele kroner";
pub const SPREAD_LAST: &str = "I sidste måned";
pub const SPREAD_FIRST: &str = "I første måned";
pub const SPREAD_APPLY: &str = "Fordel";
pub const BAR_START: &str = "Ved opstart";
pub const BAR_EFFECT: &str = "Effekt af indsatser";
pub const BAR_FORECAST: &str = "Forventet merforbrug";
pub const TOTAL_EFFECT: &str = "Økonomisk effekt af alle indsatser";
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
        Total::Blank => String::new(),
        Total::Incomplete => format!("{}: {INCOMPLETE}", labels::FORECAST),
    }
}

/// No more rows.
#[must_use]
pub fn focus_areas_full() -> String {
    format!(
        "En handleplan kan højst have {} indsatser. Fjern en for at tilføje en anden.",
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

/// About the matrix.
#[must_use]
pub fn matrix_hint(signs: Signs) -> String {
    let hint = match signs {
        // There is one kind of row.
        Signs::RowDecides => "Et beløb uden fortegn er en besparelse.",
        Signs::MinusSaves | Signs::PlusSaves | Signs::Words => sign_hint(signs),
    };
    format!("Beløb i kr. {hint} Den nedbringer merforbruget.")
}

/// Why an amount cannot be spread.
#[must_use]
pub fn spread_refusal(refusal: SpreadRefusal) -> String {
    match refusal {
        SpreadRefusal::Months(SpreadError::MonthsReversed) => {
            "Den sidste måned ligger før den første. Byt dem om.".to_owned()
        }
        SpreadRefusal::Closed(month) => format!(
            "Månederne til og med {} er lukket. Vælg en senere første måned, eller genåbn månederne.",
            labels::month(month)
        ),
    }
}

// ---- planned and realised ----

pub const STATUS: &str = "Regnskabstal til og med";
pub const STATUS_HINT: &str = "De måneder regnes med det, der faktisk kom; resten med planen.";
pub const NO_STATUS: &str = "Ingen måneder endnu";
pub const FOLLOW_UP_CAPTION: &str = "Planlagt og realiseret, beløb i kr.";
pub const UPDATES_CAPTION: &str = "Hvordan det forventede merforbrug har flyttet sig, beløb i kr.";
pub const CHART_CAPTION: &str = "Forventet merforbrug ved månedens udgang, beløb i kr.";
pub const NEEDED: &str = "Det skal de resterende måneder give";
pub const REOPEN: &str = "Genåbn måneder";
pub const LOCK: &str = "Lås måneder";
/// The heading of the follow-up: `Opfølgning til og med juni`.
#[must_use]
pub fn follow_up_heading(status: Month) -> String {
    format!("Opfølgning til og med {}", labels::month(status))
}

/// Which months are locked.
#[must_use]
pub fn closed_months(closed: Month) -> String {
    format!(
        "{} er lukket, så ingen kommer til at skrive i dem.",
        months_through(closed)
    )
}

/// The months were opened again.
#[must_use]
pub fn reopened(closed: Month) -> String {
    format!("{} kan rettes igen.", months_through(closed))
}

/// The months were locked.
#[must_use]
pub fn locked(closed: Month) -> String {
    format!("{} er låst.", months_through(closed))
}

fn months_through(last: Month) -> String {
    match last {
        Month::January => "Januar".to_owned(),
        last => format!("Januar til {}", labels::month(last)),
    }
}

/// What the months that are left must deliver.
#[must_use]
pub fn needed(needed: &Needed, planned: Total) -> String {
    if !needed.total.is_saving() {
        return "Året ender i nul eller bedre, selv hvis de resterende måneder intet giver."
            .to_owned();
    }
    let each = kroner(-needed.each);
    let left = match needed.months {
        1 => format!("Den sidste måned skal spare {}", kroner(-needed.last)),
        months if needed.each == needed.last => {
            format!("Hver af de {months} resterende måneder skal spare {each}")
        }
        months => format!(
            "Hver af de {months} resterende måneder skal spare {each} og den sidste {}",
            kroner(-needed.last)
        ),
    };
    let planned = match planned {
        Total::Complete(planned) => {
            format!(" Planlagt i alt i de måneder: {}", kroner(-planned))
        }
        Total::Blank => " Intet er planlagt i de måneder endnu.".to_owned(),
        Total::Incomplete => String::new(),
    };
    format!("{left}, for at året ender i nul.{planned}")
}

// ---- the sum of the rows ----

pub const NO_AMOUNT_YET: &str = "intet beløb endnu";

/// Rows without an amount count as nothing in the sum.
#[must_use]
pub fn without_amount(places: &[usize]) -> String {
    let names: Vec<String> = places.iter().map(|place| (place + 1).to_string()).collect();
    match names.as_slice() {
        [one] => format!("Indsats {one} har intet beløb endnu og tæller ikke med i summen."),
        _ => format!(
            "{} indsatser har intet beløb endnu og tæller ikke med i summen: {}.",
            count(names.len()),
            names.join(", ")
        ),
    }
}

// ---- from a proposal ----

pub const ADD_FROM_PROPOSAL: &str = "Tilføj fra forslag";
pub const PICK_HEADING: &str = "Vælg et forslag at følge op på";
pub const PICK_TEXT: &str = "Indsatsen får forslagets overskrift, og forslagets beløb for planens år fordeles på de måneder, der hverken er realiseret eller lukket.";
pub const PICK_NONE: &str = "Ingen forslag her i browseren har tal for planens år.";
pub const PICK_NO_YEAR: &str = "Skriv først, hvilket år handleplanen er for.";
pub const TO_PROPOSAL: &str = "Se forslaget";

/// A focus area was added from a proposal.
#[must_use]
pub fn picked(heading: &str) -> String {
    format!("»{heading}« er tilføjet som indsats.")
}

/// Where a row comes from.
#[must_use]
pub fn from_proposal(source: &ProposalSource) -> String {
    let (heading, year) = (&source.heading, source.year.number());
    match meaning::change(source.net_change).as_str() {
        "" => format!("Fra forslaget »{heading}«, som hverken sparer eller koster i {year}."),
        words => format!("Fra forslaget »{heading}«, der {words} i {year}."),
    }
}

/// What the proposal says of that year by now (`None`: its form does not cover it), where that is something else; nothing
/// where it says the same or cannot be read.
#[must_use]
pub fn proposal_now(source: &ProposalSource, net_change: Option<Total>) -> String {
    match net_change {
        Some(Total::Incomplete) => String::new(),
        Some(Total::Complete(now)) if now == source.net_change => String::new(),
        Some(Total::Complete(now)) if now.is_zero() => {
            "Forslaget er ændret siden og giver nu 0 kr.".to_owned()
        }
        Some(Total::Complete(now)) => {
            format!(
                "Forslaget er ændret siden: det {} nu.",
                meaning::change(now)
            )
        }
        Some(Total::Blank) | None => format!(
            "Forslaget er ændret siden: det har intet beløb for {} nu.",
            source.year.number()
        ),
    }
}

pub const PROPOSAL_MISSING: &str = "Forslaget ligger ikke i denne browser.";

// ---- how it ends ----

pub const COVERAGE: &str = "Dækning";

// ---- updates ----

pub const UPDATES: &str = "Opdateringer";
pub const CLOSE_UPDATE: &str = "Gem som opdatering pr. …";
pub const CLOSE_UPDATE_APPLY: &str = "Gem som opdatering";
pub const CLOSE_UPDATE_TEXT: &str = "Dato, forventet merforbrug og summen af effekter gemmes, som de står i dag, og måneder med regnskabstal låses. En gemt opdatering kan ikke ændres.";
pub const CLOSE_UPDATE_DATE: &str = "Dato for opdateringen";
pub const NOTE: &str = "Bemærkning";
pub const UPDATE: &str = "Opdatering";
pub const UPDATE_EFFECT: &str = "Effekt";
pub const MOVED: &str = "Ændret siden sidst";
pub const AT_START: &str = "Opstart";
pub const TYPED_UPDATE: &str = "Skrevet på formularen";
pub const NOW: &str = "I dag";
pub const FROM_LAST_UPDATE: &str = "Fra sidste gemte opdatering";

/// An update was closed.
#[must_use]
pub fn update_closed(on: Date) -> String {
    format!("Opdateringen pr. {} er gemt.", print_date(on))
}

/// Why an update cannot be closed.
#[must_use]
pub fn close_error(error: CloseError) -> String {
    match error {
        CloseError::NoForecast => {
            "Skriv først det forventede merforbrug ved opstart. Uden det er der intet at gemme."
                .to_owned()
        }
        CloseError::Incomplete => {
            "Et felt kan ikke læses, så resultatet kan ikke regnes ud. Ret det først.".to_owned()
        }
        CloseError::TooLarge => {
            "Summen er for stor til at blive gemt. Tjek antallet af nuller.".to_owned()
        }
        CloseError::BeforeLast(last) => format!(
            "Datoen ligger før sidste opdatering, {}. Skriv en senere dato.",
            print_date(last)
        ),
        CloseError::NoteTooLong => format!(
            "Bemærkningen er for lang. Forkort den til højst {} tegn.",
            print_number(limits::TEXT_CHARACTERS.into())
        ),
        CloseError::TooMany => format!(
            "En handleplan kan højst have {} opdateringer. Fortsæt i en ny.",
            limits::UPDATES
        ),
    }
}

/// A date lies in another year than the plan's; the years.
#[must_use]
pub fn close_update_outside_year(dated: i32, year: u16) -> String {
    format!("Datoen ligger i {dated}, men planen er for {year}. Den kan ikke rettes bagefter.")
}

pub const CLOSE_UPDATE_NEEDS_DATE: &str = "Skriv datoen for opdateringen.";

// ---- what the source states ----

pub const MEND: &str = "Læg forskellen i december";
pub const CANNOT_MEND: &str = "Forskellen kan ikke lægges i december: måneden er lukket, kan ikke læses eller ville få et for stort beløb.";
pub const FORGET_STATED: &str = "Glem den indsatte sum";

/// The difference was put into December.
#[must_use]
pub fn mended(position: usize) -> String {
    format!(
        "{} giver nu den indsatte sum.",
        labels::focus_area(position)
    )
}

pub const STATED_FORGOTTEN: &str = "Den indsatte sum er glemt.";

/// The sum row of a source differs from its rows.
#[must_use]
pub fn stated_sum(rows: &[usize], month: Option<Month>) -> String {
    let rows: Vec<String> = rows.iter().map(|row| (row + 1).to_string()).collect();
    let column = month.map_or(labels::TOTAL, labels::month);
    format!("Indsat sum af indsats {}, {column}", rows.join(", "))
}

// ---- the picture ----

pub const CHART: &str = "Forventet merforbrug måned for måned";
pub const CHART_REST: &str = "Ventet herefter";
pub const CHART_ZERO: &str = "0 kr.";
pub const CHART_START: &str = "Opstart";
pub const CHART_PLANNED: &str = "Som planlagt";
pub const CHART_EXPECTED: &str = "Realiseret og derefter planlagt";
pub const CHART_TABLE: &str = "Vis tallene som tabel";
pub const MONTH: &str = "Måned";
pub const CHART_EMPTY: &str =
    "Skriv det forventede merforbrug ved opstart, så tegnes forløbet her.";
pub const CHART_INCOMPLETE: &str = "Et felt kan ikke læses, så forløbet kan ikke tegnes.";
/// The line above which a plan is required.
#[must_use]
pub fn chart_limit() -> String {
    kroner(Amount::from_kroner(PLAN_REQUIRED_ABOVE))
}

/// The picture in one sentence.
#[must_use]
pub fn chart_in_words(start: Amount, end: Amount) -> String {
    format!(
        "Kurve over det forventede merforbrug: fra {} ved opstart til {} ved årets udgang.",
        meaning::short(start),
        meaning::short(end)
    )
}
