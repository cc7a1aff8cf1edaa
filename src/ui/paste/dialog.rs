//! What is asked about a block before it is pasted: what it is read as, where it goes, and what stays out.

use std::collections::BTreeMap;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{Asking, Pasteable};
use crate::danish::{AmountUnit, Signs};
use crate::draft::{
    Answers, Block, BlockUnit, Commas, FirstYear, Question, paste_as, shown_in, try_paste,
};
use crate::text::{app, labels, paste};
use crate::ui::dialog::{Dialog, choice_in_row, radio_button};
use crate::ui::view::{PRIMARY, TERTIARY, button, dynamic, flag};

/// What the dialog shows.
#[derive(Clone, PartialEq, Default)]
struct Shown {
    questions: Vec<Question>,
    answers: Answers,
    preview: Preview,
    left_out: Vec<String>,
    /// The rows of the block that are asked about, and what they are called.
    names: Vec<(usize, String)>,
    /// The rows of the grid.
    rows: Vec<String>,
    /// The columns of the block that are asked about, and what they are called.
    headings: Vec<(usize, String)>,
    /// The columns of the grid.
    columns: Vec<String>,
    /// Whether something is asked that has no answer yet.
    lacks_answer: bool,
}

/// The grid as it will be, as far as the block goes into it.
#[derive(Clone, PartialEq, Default)]
struct Preview {
    caption: &'static str,
    columns: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
}

fn shown<F: Pasteable>(
    document: &F,
    start: F::Field,
    block: &Block,
    signs: Signs,
    answers: &Answers,
) -> Shown {
    let Some((after, found, answers)) = try_paste(document, start, block, signs, answers) else {
        return Shown::default();
    };
    let mut preview = Preview {
        caption: paste::preview_caption(F::unit(start).unwrap_or(AmountUnit::Kroner)),
        ..Preview::default()
    };
    for placed in &found.placed {
        let (row, column) = after.place(placed.field);
        // Words say which sign an amount has in every convention.
        preview.put(row, column, shown_in(&after, placed.field, Signs::Words));
    }
    let asked = found
        .questions
        .iter()
        .filter_map(|question| match question {
            Question::Row { row, .. } => Some(*row),
            _ => None,
        });
    let asked_columns = found
        .questions
        .iter()
        .filter_map(|question| match question {
            Question::Column { column, .. } => Some(*column),
            _ => None,
        });
    Shown {
        headings: asked_columns
            .map(|column| {
                let heading = found.columns.get(&column).map(String::as_str);
                (column, paste::block_column(heading, column))
            })
            .collect(),
        columns: columns(document, start),
        lacks_answer: answers.lack_any(&found.questions),
        names: asked
            .map(|row| {
                let name = found.names.get(&row).map(String::as_str);
                (row, paste::block_row(name, row))
            })
            .collect(),
        rows: rows(document, start),
        left_out: paste::left_out(&found.left_out, found.first_year)
            .into_iter()
            .chain(paste::marks(found.pasted.marks))
            .collect(),
        questions: found.questions,
        answers,
        preview,
    }
}

/// The rows that a row of the block can go to: those that are there, and a new one where the grid can grow.
fn rows<F: Pasteable>(document: &F, start: F::Field) -> Vec<String> {
    let rows = (0..).map_while(|row| document.cell(start, row, 0));
    let mut rows: Vec<String> = rows.map(|field| document.place(field).0).collect();
    if document.clone().grow(start) {
        rows.push(paste::PASTE_NEW_ROW.to_owned());
    }
    rows
}

/// The columns that a column of the block can go to: those that are there, and that of the sums.
fn columns<F: Pasteable>(document: &F, start: F::Field) -> Vec<String> {
    let columns = (0..).map_while(|column| document.cell(start, 0, column));
    let columns = columns.map(|field| document.place(field).1);
    let sums = std::iter::once(paste::PASTE_SUM_COLUMN.to_owned());
    columns.chain(sums).collect()
}

impl Preview {
    fn put(&mut self, row: String, column: String, text: String) {
        let place = match self.columns.iter().position(|known| *known == column) {
            Some(place) => place,
            None => {
                self.columns.push(column);
                self.columns.len() - 1
            }
        };
        let known = self.rows.iter_mut().find(|(known, _)| *known == row);
        let cells = match known {
            Some((_, cells)) => cells,
            None => {
                self.rows.push((row, Vec::new()));
                match self.rows.last_mut() {
                    Some((_, cells)) => cells,
                    None => return,
                }
            }
        };
        if cells.len() <= place {
            cells.resize(place + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(place) {
            *cell = text;
        }
    }
}

/// Draws the dialog about a block.
pub(super) fn ask<F: Pasteable>(asking: Asking<F>) -> AnyView {
    let Asking {
        document,
        start,
        block,
        signs,
        apply,
        on_close,
    } = asking;
    let answers = RwSignal::new(Answers::default());
    let now = {
        let (document, block) = (document.clone(), block.clone());
        Memo::new(move |_| {
            answers.with(|answers| shown(&document(), start, &block, signs, answers))
        })
    };
    let apply = move || {
        let mut document = untrack(|| document());
        let decided = now.with_untracked(|shown| shown.answers.clone());
        if let Some(found) = paste_as(&mut document, start, &block, signs, &decided) {
            let said = paste::pasted_all(found.pasted, &found.left_out, found.first_year);
            apply(document, said);
        }
    };
    draw(now, answers, Box::new(apply), on_close)
}

/// Draws the dialog, of whichever form.
fn draw(
    now: Memo<Shown>,
    answers: RwSignal<Answers>,
    apply: Box<dyn Fn()>,
    on_close: Box<dyn Fn()>,
) -> AnyView {
    let dialog = Dialog::new();
    let has_any =
        Memo::new(move |_| now.with(|shown| !shown.preview.rows.is_empty() && !shown.lacks_answer));
    let lacks_answer = Memo::new(move |_| now.with(|shown| shown.lacks_answer));
    let on_submit: Box<dyn FnMut(SubmitEvent)> = Box::new(move |event| {
        event.prevent_default();
        if has_any.get_untracked() {
            apply();
            dialog.close();
        }
    });
    let asked =
        Memo::new(move |_| now.with(|shown| (shown.questions.clone(), shown.names.clone())));
    // Drawn anew only when something else is asked, so that the focus stays where it is.
    let questions = dynamic(move || {
        let (questions, _) = asked.get();
        let drawn: Vec<AnyView> = questions
            .iter()
            .map(|question| draw_question(question, now, answers))
            .collect();
        let columns = draw_columns(now, answers);
        let rows = draw_rows(now, answers);
        view! {
            {drawn}
            {columns}
            {rows}
        }
        .into_any()
    });
    let preview = Memo::new(move |_| now.with(|shown| shown.preview.clone()));
    let preview = dynamic(move || draw_preview(preview.get()));
    let left_out = Memo::new(move |_| now.with(|shown| shown.left_out.clone()));
    let left_out = dynamic(move || draw_left_out(left_out.get()));
    let apply_button = dynamic(move || {
        if lacks_answer.get() {
            return view! { <p class="dialog__preview">{paste::PASTE_UNANSWERED}</p> }.into_any();
        }
        if !has_any.get() {
            return ().into_any();
        }
        view! {
            <button type="submit" class=PRIMARY>
                {paste::PASTE_APPLY}
            </button>
        }
        .into_any()
    });
    let content = view! {
        <form on:submit=on_submit>
            <h2 id="paste-heading" tabindex="-1" autofocus>
                {paste::PASTE_HEADING}
            </h2>
            {questions}
            {preview}
            {left_out}
            <div class="button-group">
                {apply_button} {button(TERTIARY, app::CANCEL, move || dialog.close())}
            </div>
        </form>
    };
    dialog.draw(
        "dialog dialog--wide",
        "paste-heading",
        content.into_any(),
        on_close,
    )
}

/// A question with one answer of several.
fn group(legend: String, choices: Vec<AnyView>) -> AnyView {
    view! {
        <fieldset class="form-group">
            <legend class="form-label">{legend}</legend>
            {choices}
        </fieldset>
    }
    .into_any()
}

/// What is shown now, and what of the answers is asked about.
type Asked<T> = (Memo<Shown>, fn(&Answers) -> Option<T>);

fn one<T: Copy + PartialEq + Send + Sync + 'static>(
    group: &'static str,
    place: usize,
    label: String,
    choice: T,
    (now, of): Asked<T>,
    (answers, choose): (RwSignal<Answers>, fn(&mut Answers, T)),
) -> AnyView {
    radio_button(
        format!("{group}-{place}"),
        group.to_owned(),
        label,
        flag(move || now.with(|shown| of(&shown.answers)) == Some(choice)),
        Box::new(move || answers.update(|answers| choose(answers, choice))),
    )
}

fn draw_question(question: &Question, now: Memo<Shown>, answers: RwSignal<Answers>) -> AnyView {
    match question {
        Question::Unit { .. } => {
            let choices = BlockUnit::ALL.into_iter().enumerate().map(|(place, unit)| {
                let label = paste::block_unit(unit).to_owned();
                let of: fn(&Answers) -> Option<BlockUnit> = |answers| answers.unit;
                let choose: fn(&mut Answers, BlockUnit) = |answers, unit| answers.unit = Some(unit);
                one(
                    "paste-unit",
                    place,
                    label,
                    unit,
                    (now, of),
                    (answers, choose),
                )
            });
            group(paste::PASTE_UNIT.to_owned(), choices.collect())
        }
        Question::Kroner { .. } => {
            let all = [(true, paste::PASTE_KRONER), (false, paste::PASTE_NO_KRONER)];
            let choices = all.into_iter().enumerate().map(|(place, (are, label))| {
                let of: fn(&Answers) -> Option<bool> = |answers| answers.are_kroner;
                let choose: fn(&mut Answers, bool) = |answers, are| answers.are_kroner = Some(are);
                one(
                    "paste-kroner",
                    place,
                    label.to_owned(),
                    are,
                    (now, of),
                    (answers, choose),
                )
            });
            group(paste::PASTE_ARE_KRONER.to_owned(), choices.collect())
        }
        Question::Commas { .. } => {
            let all = [Commas::Decimals, Commas::Thousands];
            let choices = all.into_iter().enumerate().map(|(place, commas)| {
                let label = paste::commas(commas).to_owned();
                let of: fn(&Answers) -> Option<Commas> = |answers| answers.commas;
                let choose: fn(&mut Answers, Commas) =
                    |answers, commas| answers.commas = Some(commas);
                one(
                    "paste-commas",
                    place,
                    label,
                    commas,
                    (now, of),
                    (answers, choose),
                )
            });
            group(paste::PASTE_COMMAS.to_owned(), choices.collect())
        }
        Question::Signs { .. } => {
            let all = [Signs::RowDecides, Signs::MinusSaves, Signs::PlusSaves];
            let choices = all.into_iter().enumerate().map(|(place, signs)| {
                let label = paste::signs_of_block(signs).to_owned();
                let of: fn(&Answers) -> Option<Signs> = |answers| answers.signs;
                let choose: fn(&mut Answers, Signs) = |answers, signs| answers.signs = Some(signs);
                one(
                    "paste-signs",
                    place,
                    label,
                    signs,
                    (now, of),
                    (answers, choose),
                )
            });
            group(paste::PASTE_SIGNS.to_owned(), choices.collect())
        }
        Question::Years {
            block,
            document,
            choices,
            ..
        } => {
            let takes = choices
                .iter()
                .map(|year| (FirstYear::Take(*year), paste::take_first_year(*year)));
            // A year that is not there cannot be kept.
            let keeps = (!document.is_blank()).then(|| {
                let year = document.value().map(|year| year.number());
                (FirstYear::Keep, paste::keep_first_year(year))
            });
            let all = takes.chain(keeps);
            let choices = all.enumerate().map(|(place, (takes, label))| {
                let of: fn(&Answers) -> Option<FirstYear> = |answers| answers.first_year;
                let choose: fn(&mut Answers, FirstYear) =
                    |answers, takes| answers.first_year = Some(takes);
                one(
                    "paste-years",
                    place,
                    label,
                    takes,
                    (now, of),
                    (answers, choose),
                )
            });
            group(paste::paste_years(*block, document), choices.collect())
        }
        Question::Downwards { are_months, .. } => {
            let downwards = match are_months {
                true => paste::PASTE_IS_MONTHS,
                false => paste::PASTE_IS_YEARS,
            };
            let all = [(true, downwards), (false, paste::PASTE_IS_ROWS)];
            let choices = all.into_iter().enumerate().map(|(place, (is, label))| {
                let of: fn(&Answers) -> Option<bool> = |answers| answers.is_downwards;
                let choose: fn(&mut Answers, bool) = |answers, is| answers.is_downwards = Some(is);
                one(
                    "paste-downwards",
                    place,
                    label.to_owned(),
                    is,
                    (now, of),
                    (answers, choose),
                )
            });
            group(paste::PASTE_DOWNWARDS.to_owned(), choices.collect())
        }
        Question::YearTwice { year, read } => {
            view! { <p>{paste::year_twice(*year, *read)}</p> }.into_any()
        }
        Question::Row { .. } | Question::Column { .. } | Question::Place => ().into_any(),
    }
}

/// A choice for each column of the block that is not known.
fn draw_columns(now: Memo<Shown>, answers: RwSignal<Answers>) -> AnyView {
    let (headings, columns) =
        now.with_untracked(|shown| (shown.headings.clone(), shown.columns.clone()));
    draw_places(
        ("paste-column", paste::PASTE_COLUMNS),
        headings,
        columns,
        (now, |answers| &answers.columns),
        (answers, |answers| &mut answers.columns),
    )
}

/// A choice for each row of the block that is not known.
fn draw_rows(now: Memo<Shown>, answers: RwSignal<Answers>) -> AnyView {
    let (names, rows) = now.with_untracked(|shown| (shown.names.clone(), shown.rows.clone()));
    draw_places(
        ("paste-row", paste::PASTE_ROWS),
        names,
        rows,
        (now, |answers| &answers.rows),
        (answers, |answers| &mut answers.rows),
    )
}

/// Where each row or column of a block goes.
type Places = BTreeMap<usize, Option<usize>>;

/// A choice of a place for each of some rows or columns of the block.
fn draw_places(
    (id, legend): (&'static str, &'static str),
    names: Vec<(usize, String)>,
    places: Vec<String>,
    (now, of): (Memo<Shown>, fn(&Answers) -> &Places),
    (answers, of_mut): (RwSignal<Answers>, fn(&mut Answers) -> &mut Places),
) -> AnyView {
    if names.is_empty() {
        return ().into_any();
    }
    let out = paste::PASTE_ROW_OUT.to_owned();
    let options: Vec<String> = std::iter::once(out).chain(places).collect();
    let choices: Vec<AnyView> = names
        .into_iter()
        .map(|(row, name)| {
            let chosen = Signal::derive(move || {
                let place = |shown: &Shown| of(&shown.answers).get(&row).copied().flatten();
                now.with(place).map_or(0, |place| place + 1)
            });
            choice_in_row(
                format!("{id}-{row}"),
                "form-label",
                name.into(),
                options.clone().into(),
                chosen,
                Box::new(move |place| {
                    answers.update(|answers| {
                        of_mut(answers).insert(row, place.checked_sub(1));
                    });
                }),
            )
        })
        .collect();
    view! {
        <fieldset class="form-group">
            <legend class="form-label">{legend}</legend>
            <div class="dialog__pair">{choices}</div>
        </fieldset>
    }
    .into_any()
}

fn draw_preview(preview: Preview) -> AnyView {
    if preview.rows.is_empty() {
        return view! { <p class="dialog__preview">{paste::PASTE_NOTHING}</p> }.into_any();
    }
    let width = preview.columns.len();
    let heads: Vec<AnyView> = preview
        .columns
        .into_iter()
        .map(|column| {
            view! {
                <th scope="col" class="number">
                    {column}
                </th>
            }
            .into_any()
        })
        .collect();
    let rows: Vec<AnyView> = preview
        .rows
        .into_iter()
        .map(|(name, mut cells)| {
            cells.resize(width, String::new());
            let cells: Vec<AnyView> = cells
                .into_iter()
                .map(|cell| view! { <td class="number">{cell}</td> }.into_any())
                .collect();
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    {cells}
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <h3>{paste::PASTE_PREVIEW}</h3>
        <div class="table-frame" role="region" aria-labelledby="paste-preview-caption" tabindex="0">
            <table class="table figures">
                <caption id="paste-preview-caption">{preview.caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">
                            <span class="sr-only">{labels::ROW}</span>
                        </th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn draw_left_out(sentences: Vec<String>) -> AnyView {
    if sentences.is_empty() {
        return ().into_any();
    }
    let lines: Vec<AnyView> = sentences
        .into_iter()
        .map(|sentence| view! { <li>{sentence}</li> }.into_any())
        .collect();
    view! {
        <h3>{paste::PASTE_LEFT_OUT}</h3>
        <ul class="dialog__list">{lines}</ul>
    }
    .into_any()
}
